"""Whether a filing is an earnings release."""
