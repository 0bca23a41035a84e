"""The page behind the number: a static page a filing, as filed and marked, one a company, and an index."""

from pipeline.pages.write import WrittenPages, write_pages

__all__ = ["WrittenPages", "write_pages"]
