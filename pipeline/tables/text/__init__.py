"""Tables of fixed-width text."""

from pipeline.tables.text.find import find_text_grids

__all__ = ["find_text_grids"]
