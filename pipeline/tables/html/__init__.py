"""Tables marked in HTML."""

from pipeline.tables.html.find import find_html_grids

__all__ = ["find_html_grids"]
