"""A panel that may be one of the filing's statements, with what is printed above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.statements.panels.panel import Panel
from pipeline.statements.primary.classify import Class
from pipeline.tables.grid import GridRow
from pipeline.tables.words import names_period

_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A panel with its document, class and the headings over its first line, in printed order of the filing."""

    document_no: int
    panel: Panel
    class_: Class
    heads: Sequence[GridRow]

    def headings(self) -> list[str]:
        """The texts of the headings."""
        return [cell.text for row in self.heads for cell in (row.label, *row.cells) if cell is not None]

    def stacks(self) -> list[str]:
        """The heading of each column, which may be stacked: "Excluding" above "Funds"."""
        stacks: dict[int, list[str]] = {}
        for row in self.heads:
            for cell in row.cells:
                for column in range(cell.first, cell.last + 1):
                    stacks.setdefault(column, []).append(cell.text)
        return [" ".join(stack) for stack in stacks.values()]

    def periods(self) -> set[str]:
        """What names periods in the title and in the headings."""
        return naming_periods([*self.headings(), *self.panel.title])


def naming_periods(texts: Iterable[str]) -> set[str]:
    """Those of the texts that name periods and are no end of a sentence, without "(unaudited)" and marks of notes."""
    plain = (_IN_BRACKETS.sub("", words).strip() for words in texts)
    return {words for words in plain if names_period(words) and not words.endswith(".")}
