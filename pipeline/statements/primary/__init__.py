"""Which panels are the company's own statements, among all that look like them."""
