"""A column's heading, and what the columns of a table tell of each other's."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.filing.fiscal import NEAR_END
from pipeline.statements.periods import period_start, year_before
from pipeline.statements.words import WHOLE
from pipeline.tables.words import PERIOD_WORDS


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's printed heading with what was read from it; an instant has no months and no start."""

    text: str
    kind: str  # amount, change, percent, pro_forma, translation, segment, note
    start: date | None
    end: date | None
    months: int | None
    found_in: str  # header, caption, earlier, document, none


def a_year_apart(
    headings: dict[tuple[int, int], Heading], this: re.Pattern[str], last: re.Pattern[str]
) -> dict[tuple[int, int], Heading]:
    """ "Last year" ends a year before "this year", "prior year quarter" before "current quarter", where no day but the
    latter's was found for both. "Prior" beside "current" may be the quarter before, where the caption names two days,
    or the end of the year."""
    found = {(heading.end, heading.months) for heading in headings.values() if this.search(heading.text)}
    if not found:
        return headings
    return {
        place: replace(heading, end=end, start=period_start(end, heading.months) if heading.months else None)
        if heading.end
        and (heading.end, heading.months) in found
        and last.search(heading.text)
        and (end := year_before(heading.end))
        else heading
        for place, heading in headings.items()
    }


def without_parts(headings: dict[tuple[int, int], Heading]) -> dict[tuple[int, int], Heading]:
    """Where columns are named by parts of the company and one by the whole of it, the parts are not its amounts.

    Columns that name periods are parts where the whole has one of the same period.
    """
    named = [heading for heading in headings.values() if heading.kind == "amount" and heading.text]
    wholes = [heading for heading in named if WHOLE.search(heading.text)]
    if not wholes or len(wholes) == len(named):
        return headings
    of_whole = {(heading.end, heading.months) for heading in wholes}
    if any(PERIOD_WORDS.search(heading.text) and (heading.end, heading.months) not in of_whole for heading in named):
        return headings
    return {
        place: replace(heading, kind="segment") if heading in named and heading not in wholes else heading
        for place, heading in headings.items()
    }


def joined(headings: dict[tuple[int, int], Heading]) -> dict[tuple[int, int], Heading]:
    """A period of weeks begins where the one of its length beside it ends: so does a year of 53 weeks."""
    ends = {(heading.months, heading.end) for heading in headings.values()}
    return {place: _begun(heading, ends) for place, heading in headings.items()}


def _begun(heading: Heading, ends: set[tuple[int | None, date | None]]) -> Heading:
    if heading.start is None:
        return heading
    eve = heading.start - timedelta(days=1)
    if (heading.months, eve) in ends:
        return heading
    near = (end for months, end in ends if end and months == heading.months and abs(eve - end) <= NEAR_END)
    before = next(near, None)
    return replace(heading, start=before + timedelta(days=1)) if before else heading
