"""Open a filing: its envelope, header and cover page, its documents as text, and whether it is an earnings release."""

from pipeline.filing.open import html_sources, open_filing

__all__ = ["html_sources", "open_filing"]
