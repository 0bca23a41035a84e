"""A document in printed order: its sentences, and the tables between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.filing.opened import OpenedDocument
from pipeline.filing.rare import Rare
from pipeline.guidance.passages.sentences import Sentence, sentences
from pipeline.tables.grid import Grid


class Prose:
    """What a document prints: `parts` are its sentences and its tables, read when first asked for."""

    def __init__(self, document: OpenedDocument, grids: Sequence[Grid]) -> None:
        self.text = document.text
        self._form = document.record.format
        self._grids = sorted(grids, key=lambda grid: grid.start)

    @cached_property
    def parts(self) -> tuple[Sentence | Grid, ...]:
        """Sentences and tables in printed order; a table that begins in another is left out."""
        return tuple(self._read())

    @property
    def sentences(self) -> Iterator[Sentence]:
        """The sentences alone."""
        return (part for part in self.parts if isinstance(part, Sentence))

    def holding(self, pattern: Rare) -> set[int]:
        """The sentences that a pattern may be found in, by their numbers among the parts."""
        return pattern.among([part.text if isinstance(part, Sentence) else "" for part in self.parts])

    def _read(self) -> Iterator[Sentence | Grid]:
        text, form, place = self.text, self._form, 0
        for grid in self._grids:
            if grid.start >= place:
                yield from sentences(text, place, grid.start, form)
                yield grid
            place = max(place, grid.end)
        yield from sentences(text, place, len(text), form)
