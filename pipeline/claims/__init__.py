"""Claims: what a release says of its own figures, in words."""

from pipeline.claims.read import read_claims

__all__ = ["read_claims"]
