"""The sample filings of data/raw and what stands in them."""
