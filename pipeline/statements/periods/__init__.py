"""Periods as the headings of columns and the titles of statements print them."""
