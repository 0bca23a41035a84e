"""A filing's expectations as records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.filing.opened import OpenedFiling
from pipeline.records import Expectation, Issue
from pipeline.tables.grid import Grid


@dataclass(frozen=True, slots=True)
class Guidance:
    """What was read from a filing's prose and tables of outlook."""

    expectations: tuple[Expectation, ...]
    issues: tuple[Issue, ...]


def read_guidance(filing: OpenedFiling, grids: Mapping[int, Sequence[Grid]]) -> Guidance:
    """Read what the filing expects; nothing yet."""
    return Guidance((), ())
