"""Tables of outlook: which tables are such, what their rows and columns guide, and the items they print."""
