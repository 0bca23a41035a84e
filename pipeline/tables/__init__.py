"""Tables as printed: from a document's text, and the tables marked in it, to grids of cells with their places."""

from pipeline.tables.find import find_grids

__all__ = ["find_grids"]
