"""A document in printed order: its sentences, and the tables between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from pipeline.filing.opened import OpenedDocument
from pipeline.filing.rare import Rare
from pipeline.guidance.sentences import Sentence, sentences
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
        words = [part.text.encode() if isinstance(part, Sentence) else b"" for part in self.parts]
        starts = list(accumulate((len(text) + 1 for text in words), initial=0))
        text = b"\n".join(words)
        found: set[int] = set()
        place: int | None = 0
        while place is not None and (place := pattern.place(text, place)) is not None:
            number = bisect_right(starts, place) - 1
            found.add(number)
            place = starts[number + 1]
        return found

    def _read(self) -> Iterator[Sentence | Grid]:
        text, form, place = self.text, self._form, 0
        for grid in self._grids:
            if grid.start >= place:
                yield from sentences(text, place, grid.start, form)
                yield grid
            place = max(place, grid.end)
        yield from sentences(text, place, len(text), form)
