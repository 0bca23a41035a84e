"""Statements: which table is which, what its columns and lines mean as printed, and every number with its place."""

from pipeline.statements.read import Statements, read_statements

__all__ = ["Statements", "read_statements"]
