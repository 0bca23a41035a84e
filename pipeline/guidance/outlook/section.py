"""The section of a table of outlook whose rows are read, and what its rows above leave to those below."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.row_metrics import part_of
from pipeline.guidance.outlook.rows import is_part
from pipeline.guidance.outlook.words import BRACKETED_ASIDE, IN_BRACKETS, NOTE_MARK, OF_CHANGE, SCALE
from pipeline.guidance.terms.metrics import metrics
from pipeline.tables.grid import GridRow

_TOTAL = re.compile(r"total\W*", ANY_CASE)  # of the section above, which ends
_RATE_ALONE = re.compile(r"\W*(?:\$\s?)?(?:per\b|/)[\s/]*\w+\W*", ANY_CASE)  # "per/Mcfe", "($/Boe)", not "Permian"
_GROWTH_ON = re.compile(  # of the row above: "% Growth - Constant currency"
    r"\W*(?:growth|change)\W+(?:as )?(?:reported|constant currency|organic)\W*", ANY_CASE
)


class Section:
    """The section in force; its title is empty above the first and below the end of one."""

    def __init__(self) -> None:
        self.title = ""
        self._depth, self._is_set_in = 0, False  # of the title, and whether rows are set in below it
        self._has_parts = False  # up to the row before
        self._is_titled = False  # a label alone stands since the last row of values
        self._named = ""  # the last label that is no rate alone
        self._parent: GridRow | None = None  # the last row that names its metric

    def open(self, row: GridRow, title: str) -> None:
        """Begin a section with a row that prints nothing but its title."""
        self.title, self._named, self._has_parts = title, "", False
        self._depth, self._is_set_in, self._is_titled = row.indent, False, True
        if metrics(title):
            self._parent = None

    def label_of(self, row: GridRow, printed: str) -> str:
        """The words of a row of values, behind those that it goes on with; the section ends that it does not stand
        in."""
        goes_on = self._is_titled and IN_BRACKETS.fullmatch(printed)  # "Severance taxes", "(as % of revenue)"
        self._is_titled = False
        self._is_set_in = self._is_set_in or row.indent > self._depth
        if self._is_set_in and row.indent <= self._depth and not self._is_total(printed):
            self.title, self._is_set_in = "", False
        is_rate = _RATE_ALONE.fullmatch(NOTE_MARK.sub("", printed)) is not None  # of what the row above is
        is_rate = is_rate or _GROWTH_ON.fullmatch(printed) is not None
        of = _without_scale(self._named) if is_rate else self.title if goes_on else ""
        label = " ".join(f"{of} {printed}".split())
        self._named = self._named if is_rate else label
        if metrics(label):
            self._parent = row
        return label

    def whole_of(self, row: GridRow, total: GridRow | None) -> str:
        """What a row is part of: its total, the row above it that it is set in below, or its section."""
        if total is None and self._parent is not None and is_part(row, self._parent):
            total = self._parent
        return total.label.text if total is not None and total.label is not None else self.title

    def leave(self, printed: str, label: str) -> None:
        """Take note of a row of values that was read: a total ends the section."""
        if _TOTAL.fullmatch(printed) or self._is_total(label):
            self.title = ""
        self._has_parts = self.title != "" and not metrics(label)

    def _is_total(self, label: str) -> bool:
        """Whether a row below parts names what its section does ("Adjusted EBITDA" below "Segment Adjusted EBITDA"), or
        nothing but their total: "Total Company"."""
        named, of = metrics(label), metrics(self.title)
        if not (self._has_parts and of) or OF_CHANGE.search(label):
            return False
        if not named:
            return _TOTAL.match(label) is not None and part_of(label) is None
        if named[0].name != of[0].name:
            return False
        beside = f"{label[: named[0].start]} {label[named[0].end :]}"
        return part_of(BRACKETED_ASIDE.sub("", beside)) is None  # none is "Europe revenue", "revenue from services"


def _without_scale(label: str) -> str:
    """A label without the scale that no rate below it is in: "Interest expense ($MM)", "per Mcfe"."""
    return IN_BRACKETS.sub(lambda match: "" if SCALE.search(match[0]) else match[0], label)
