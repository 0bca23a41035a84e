"""One sentence: which of its amounts are expected, of which metric, and for which period."""
