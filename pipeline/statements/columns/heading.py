"""A column's heading as it was read, and what headings say of each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pipeline.filing.dates import YEAR_ALONE, month_number
from pipeline.filing.fiscal import NEAR_END
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.column_words import AS_ADJUSTED, WITH_SPECIAL
from pipeline.statements.company_name import without_form
from pipeline.statements.line_words import LENGTH
from pipeline.statements.periods.days import days_named, year_before
from pipeline.statements.periods.read import is_period, period_start
from pipeline.statements.scale import is_scale_words
from pipeline.statements.title_words import IN_BRACKETS, NAMES_MONTH, WHOLE
from pipeline.tables.words import PERIOD_WORDS, names_period

THIS_YEAR = re.compile(r"\b(?:(?:this|current) (?:year|quarter|period|qtr|ytd)|actual)\b", ANY_CASE)
LAST_YEAR = re.compile(r"\b(?:(?:last|prior|previous) (?:year(?![\s-]end)|yr|ytd)|year[\s-]ago)\b", ANY_CASE)
_ALONE = re.compile(r"\b(?:current|prior|previous)$", ANY_CASE)  # "Prior", perhaps of a year
_THIS = re.compile(rf"{THIS_YEAR.pattern}|\bcurrent$", ANY_CASE)
_LAST = re.compile(rf"{LAST_YEAR.pattern}|\b(?:prior|previous)$", ANY_CASE)
SINCE = re.compile(r"\b(?:since|inception|cumulative|commencement)\b", ANY_CASE)
_OF_PERIOD = re.compile(rf"{PERIOD_WORDS.pattern}|{SINCE.pattern}|\bperiods?\b", ANY_CASE)
_REPORTED = re.compile(r"\b(?:rep(?:orted)?|actual|historical)\b", ANY_CASE)
_FORMERLY = re.compile(r"\b(?:previously|originally|initially)\b", ANY_CASE)
_CORRECTED = re.compile(r"\b(?:restate|revis|recast|correct|reclassif|amend|conform|updat|final|gaap)", ANY_CASE)
_MARKS = re.compile(r"\b(?:(?:un)?audited|(?:as )?(?:restated|reported)|actual|notes?(?: \d)?)\b", ANY_CASE)
_GROUP = re.compile(r"\band (?:its )?subsidiaries\b", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's printed heading with what was read from it; an instant has no months and no start."""

    text: str
    kind: str  # amount, change, percent, pro_forma, translation, segment, note
    start: date | None
    end: date | None
    months: int | None
    found_in: str  # header, caption, earlier, document, none

    @property
    def period(self) -> tuple[date | None, int | None]:
        """Its end and its length, by which columns are told to be of one period."""
        return self.end, self.months


Headings = dict[tuple[int, int], Heading]  # by block and column


def a_year_apart(headings: Headings, *, may_be_short: bool) -> Headings:
    """ "Last year" ends a year before "this year", "prior year quarter" before "current quarter", where no day but the
    latter's was found for both; so does "Prior" before "current", where `may_be_short`: not on a balance sheet, nor
    where the caption names two days."""
    is_short = may_be_short and any(_ALONE.search(heading.text) for heading in headings.values())
    this, last = (_THIS, _LAST) if is_short else (THIS_YEAR, LAST_YEAR)
    others = [heading for heading in headings.values() if not last.search(heading.text)]  # not "Prior Year Actual"
    if len(others) == len(headings):
        return headings
    of_others = {heading.period for heading in others}
    of_this_year = {heading.period for heading in others if this.search(heading.text)}

    def has_day_of_this_year(heading: Heading) -> bool:
        found = of_others if _has_no_year(heading.text) else of_this_year
        return last.search(heading.text) is not None and heading.period in found

    return {
        place: _ending(heading, year_before(heading.end)) if heading.end and has_day_of_this_year(heading) else heading
        for place, heading in headings.items()
    }


def _ending(heading: Heading, end: date) -> Heading:
    """A heading whose period ends on another day."""
    return replace(heading, end=end, start=period_start(end, heading.months) if heading.months else None)


def _has_no_year(text: str) -> bool:
    """Whether a heading names last year by no figure: beside any day of this year it is a year before."""
    return LAST_YEAR.search(text) is not None and not any(map(str.isdigit, text))


def with_days_in_turn(headings: Headings, lines: Iterable[str]) -> Headings:
    """Columns that name no day, and of which some were found to be of one period, take in turn the days that the
    nearest line above or beside them names, if as many: "December 31, 2002 and June 28, 2002" over "(Unaudited)"; or
    each that of the month or year it names."""
    amounts = {place: heading for place, heading in headings.items() if heading.kind == "amount"}
    columns = sorted({column for _, column in amounts})
    if len({heading.period for heading in amounts.values()}) >= len(columns):
        return headings
    if not all(_says_at_most_a_month_or_year(heading.text) for heading in amounts.values()):
        return headings
    days = next(filter(None, map(days_named, lines)), [])
    if len(days) != len(columns):
        return headings
    in_turn = dict(zip(columns, days, strict=True))
    ends = {place: _day_of(heading.text, days, in_turn[place[1]]) for place, heading in amounts.items()}
    return headings | {place: _ending(amounts[place], end) for place, end in ends.items() if end}


def _says_at_most_a_month_or_year(text: str) -> bool:
    said = YEAR_ALONE.sub("", NAMES_MONTH.sub("", _MARKS.sub("", text)))
    return not any(map(str.isalnum, said)) or is_scale_words(text)


def _day_of(text: str, days: Sequence[date], in_turn: date) -> date | None:
    """The one of some days that is of the month and year a heading names, else the one of its turn if it may be."""
    month, year = NAMES_MONTH.search(text), YEAR_ALONE.search(text)
    found = [
        day
        for day in days
        if (month is None or day.month == month_number(month.group()))
        and (year is None or day.year == int(year.group()))
    ]
    return found[0] if len(found) == 1 else in_turn if in_turn in found else None


def without_parts(headings: Headings, title: Iterable[str]) -> Headings:
    """Where columns are named by parts of the company and one by the whole of it, the parts are not its amounts.

    Columns that name periods are parts where the whole has one of the same period; among those that name none, the
    whole may be named as the company is in the title. Else a company with its subsidiaries is the whole.
    """
    named = [heading for heading in headings.values() if heading.kind == "amount" and heading.text]
    wholes = [heading for heading in named if WHOLE.search(heading.text)]
    if not wholes and not any(names_period(heading.text) for heading in named):
        names = {_name(line) for line in title if not is_scale_words(line)} - {""}
        wholes = [heading for heading in named if _name(heading.text) in names]
    wholes = wholes or _groups(named)
    if not wholes or len(wholes) == len(named):
        return headings
    of_whole = {heading.period for heading in wholes}
    if any(names_period(heading.text) and heading.period not in of_whole for heading in named):
        return headings
    return {
        place: replace(heading, kind="segment") if heading in named and heading not in wholes else heading
        for place, heading in headings.items()
    }


def _name(text: str) -> str:
    """The name of a company without marks of notes and words that say nothing of it."""
    return without_form(_MARKS.sub("", text))


def _groups(named: Sequence[Heading]) -> list[Heading]:
    """The headings that name a company with its subsidiaries, where all the others are names, too."""
    groups = [heading for heading in named if _GROUP.search(heading.text)]
    return groups if all(heading in groups or _is_on_a_basis(heading.text) for heading in named) else []


def without_repeats(headings: Headings) -> Headings:
    """Beside columns that print their periods, one whose heading prints none ("Outlook") is neither a second amount of
    one of them nor an amount of no period; nor is one "as adjusted" a second amount beside one that is not, nor one on
    a basis of its own ("Normalized") beside one as reported or of its period alone."""
    amounts = [heading for heading in headings.values() if heading.kind == "amount"]
    dated = {heading.period for heading in amounts if heading.end and _is_dated(heading.text)}
    plain = {heading.period for heading in amounts if heading.text and not AS_ADJUSTED.search(heading.text)}
    reported = {heading.period for heading in amounts if _is_as_reported(heading.text) or _is_bare(heading.text)}

    def repeats(heading: Heading) -> bool:
        if _has_no_period(heading.text) and dated and (heading.end is None or heading.period in dated):
            return True
        if heading.end is None:
            return False
        is_adjusted = heading.period in plain and AS_ADJUSTED.search(heading.text) is not None
        return is_adjusted or (heading.period in reported and _is_on_a_basis(heading.text))

    return {
        place: replace(heading, kind="pro_forma") if heading.kind == "amount" and repeats(heading) else heading
        for place, heading in headings.items()
    }


def once_a_day(headings: Headings, filled: Collection[int]) -> Headings:
    """Of a balance sheet below income, in the same columns: of the lengths that end on one day the first one filled."""
    first: dict[tuple[int, date | None], int] = {}
    once: Headings = {}
    for (block, column), heading in sorted(headings.items()):
        is_length = heading.kind == "amount" and LENGTH.search(heading.text) is not None and is_period(heading.text)
        is_filled = is_length and column in filled
        repeats = is_filled and first.setdefault((block, heading.end), column) != column
        once[block, column] = replace(heading, kind="pro_forma") if repeats else heading
    return once


def _is_as_reported(text: str) -> bool:
    return _REPORTED.search(text) is not None and not _FORMERLY.search(text)


def _is_bare(text: str) -> bool:
    return any(map(str.isalnum, text)) and is_period(text)


def _is_on_a_basis(text: str) -> bool:
    """Whether a heading has words beside its period that do not say that it is as reported or restated."""
    if any(words.search(text) for words in (_REPORTED, _CORRECTED, SINCE, WITH_SPECIAL)):
        return False
    said = IN_BRACKETS.sub("", text)
    return any(map(str.isalpha, said)) and not is_period(said)


def _has_no_period(text: str) -> bool:
    """Whether a heading has words, none of them of a period; marks and a scale alone say nothing of it."""
    said = _MARKS.sub("", text)
    return any(map(str.isalpha, said)) and not (_is_dated(said) or is_scale_words(text))


def _is_dated(text: str) -> bool:
    return any(map(str.isdigit, text)) or _OF_PERIOD.search(text) is not None


def with_joined_starts(headings: Headings) -> Headings:
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
