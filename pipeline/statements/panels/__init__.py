"""Panels: the rows of one statement, cut from a grid that may print several."""
