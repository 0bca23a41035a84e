"""The lines of a panel: their labels, sections and numbers, and what each counts."""
