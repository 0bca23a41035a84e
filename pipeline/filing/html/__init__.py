"""HTML to text in reading order, the tables marked in it."""

from pipeline.filing.html.read import SKIPPED, ReadHtml, as_parsed, read_html

__all__ = ["SKIPPED", "ReadHtml", "as_parsed", "read_html"]
