"""Stub."""

from pipeline.filing.facts import Facts
from pipeline.filing.opened import OpenedDocument


def is_release(facts: Facts, documents: tuple[OpenedDocument, ...]) -> tuple[bool, tuple[str, ...]]:
    return True, ("stub",)
