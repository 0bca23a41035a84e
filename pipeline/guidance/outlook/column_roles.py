"""What a column of a table of outlook is for: by its own words, and by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from pipeline.filing.dates import YEAR, YEAR_ALONE
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.days_given import given_on
from pipeline.guidance.outlook.row_metrics import part_of
from pipeline.guidance.outlook.unit_words import COLUMN_UNIT, VOLUME_SOLD
from pipeline.guidance.outlook.words import (
    ACTUAL,
    CHANGE,
    CURRENT,
    DATED,
    ESTIMATED,
    GIVEN_ON,
    GROWTH,
    HEADS_FORMER,
    HIGH,
    LOW,
    MIDDLE,
    NO_GUIDANCE,
    NOTE_MARK,
    OF_CHANGE,
    OF_WHAT_COMES,
    OUTLOOK,
    PER_SHARE,
    RANGE,
    RESULT,
    SCALE,
    TOLD,
    WITH_OR_WITHOUT,
)
from pipeline.guidance.terms.basis import named_basis
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.periods import Guided, guided_period

_FEWEST_PARTS = 2
_DAYS = 31  # within which results are told ahead
_TREND = 3  # other periods beside the last one
_AS_REPORTED = re.compile(r"\bas[ -]reported\b", ANY_CASE)
_OF_SO_FAR = re.compile(  # "2008", "Nine Months 2008"
    rf"(?:fy\s?|fiscal )?{YEAR}|.*\b(?:three|six|nine|[369]) months\b(?!.*\bending\b).*", ANY_CASE
)
_VERSUS = re.compile(  # "vs. 2022 baseline", of the guided change
    r"\b(?:vs\.?|versus|compared (?:to|with)|over)\s+(?:FY\s?|fiscal )?(?:19|20)\d\d(?:\s[a-z]+)?", ANY_CASE
)
_FIRST = re.compile(r"\binitial\b", ANY_CASE)  # what was guided before only beside what was guided since
_OF_GAAP = re.compile(r"\bgaap(?: (?:basis|guidance|measures?|outlook))?\W*$", ANY_CASE)  # heads a column
_ADJUSTED_FOR = re.compile(  # heads a column beside it
    r"\b(?:(?:acquisition|stock|share|equity)[- ](?:related|based)(?: compensation)?(?: expenses?)?"
    r"|amortization of (?:[\w-]+ ){0,2}intangibles?(?: assets)?)\W*$",
    ANY_CASE,
)
_ROLES = (  # of columns that are no parts of the company
    OUTLOOK, LOW, HIGH, MIDDLE, RANGE, CURRENT, HEADS_FORMER, NO_GUIDANCE, OF_CHANGE, DATED, SCALE, PER_SHARE,
    COLUMN_UNIT, VOLUME_SOLD,
    re.compile(r"[$%\d]|\b(?:amounts?|values?|items?|assum\w+|previously|base|case)\b", ANY_CASE),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heads:
    """The headers of a table's columns, left to right, with the periods that each names, the period of the table, and
    the day of the report. A column is asked for by its place among them."""

    headers: Sequence[str]
    periods: Sequence[Sequence[Guided]]
    of_table: Guided | None
    today: date | None

    def is_former(self, place: int) -> bool:
        """Whether a column holds what was guided before: it says so, or another prints the same guidance as given on
        a later day, or as the current one."""
        header = self.headers[place]
        if HEADS_FORMER.search(header):
            return _FIRST.search(header) is None or self._is_guided_since(place)
        own = given_on(header)
        if own is None or CURRENT.search(header):
            return False
        given = filter(None, map(given_on, self.headers))
        return any(map(CURRENT.search, self.headers)) or any(of == own[0] and day > own[1] for of, day in given)

    def guides(self, place: int) -> bool:
        """Whether a column holds guided values: no results, no period that is over, no change, no midpoint, and not
        what leads from its GAAP to its non-GAAP neighbour."""
        header = self.headers[place]
        for words in (CHANGE, _VERSUS):
            if all(map(words.search, self.headers)):
                header = words.sub("", header)  # the guided change itself
        is_dated = DATED.search(GIVEN_ON.sub("", header)) or TOLD.search(header)
        is_over = not self.periods[place] and is_dated is not None
        if is_over or ACTUAL.search(header) or self._is_between(place) or self._leads_on(place):
            return False
        if self._is_adjustment(place) or self._restates(place):
            return False
        if OUTLOOK.search(header) or not any(map(OUTLOOK.search, self.headers)):
            header = _AS_REPORTED.sub("", header)  # the other basis is "stand-alone" or in constant currency
        return not NO_GUIDANCE.search(header)

    def is_settled(self, place: int) -> bool:
        """Whether a column is of a period that is over, and the results of that period stand beside it."""
        own = self._ended(place)
        if own is None or RESULT.search(self.headers[place]):
            return False
        results = (n for n, header in enumerate(self.headers) if RESULT.search(header))
        return any(self._ended(n) == own for n in results)

    def is_past(self, place: int) -> bool:
        """Whether a column is of a period that is over, a later one stands beside it or it is the last of many, and no
        word makes it an expectation ("FY 2023", "FY 2024 Outlook")."""
        own = self._ended(place)
        if own is None or any(word.search(self.headers[place]) for word in (RESULT, OF_WHAT_COMES, ESTIMATED)):
            return False
        beside = [n for n, other in enumerate(self.headers) if n != place and other]
        if any(period.end is not None and period.end > own for n in beside for period in self.periods[n]):
            return True
        are_past = (DATED.search(self.headers[n]) and not self.periods[n] for n in beside)
        return len(beside) >= _TREND and all(are_past)

    def is_just_over(self, place: int) -> bool:
        """Whether a column's period ended days ago, so that it may still be expected."""
        own = self._ended(place)
        return own is not None and self.today is not None and (self.today - own).days <= _DAYS

    def is_told_beside(self, place: int) -> bool:
        """Whether a column of a year or of its months stands without a word beside one that is guided, of no earlier
        end: "Nine Months 2008" beside "2008 Outlook", not "2010" beside "2009 Outlook"."""
        if OUTLOOK.search(self.headers[place]) or not _OF_SO_FAR.fullmatch(self.headers[place]):
            return False
        own = _last_end(self.periods[place])
        return any(
            OUTLOOK.search(header) and not HEADS_FORMER.search(header) and (not told or own <= _last_end(told))
            for n, (header, told) in enumerate(zip(self.headers, self.periods, strict=True))
            if n != place
        )

    def _is_guided_since(self, place: int) -> bool:
        """Whether a later guidance stands beside an initial one, of the same year as far as their headers tell."""
        own = set(YEAR_ALONE.findall(GIVEN_ON.sub("", self.headers[place])))
        for other in self.headers:
            theirs = set(YEAR_ALONE.findall(GIVEN_ON.sub("", other)))
            is_of_one = not own or not theirs or not own.isdisjoint(theirs)
            if other and is_of_one and not _FIRST.search(other) and not NO_GUIDANCE.search(other):
                return True
        return False

    def _ended(self, place: int) -> date | None:
        """The end of a column's period where it is over; that of its table where its header is not dated."""
        told = self.periods[place]
        period = told[0] if told else None if DATED.search(self.headers[place]) else self.of_table
        end = None if period is None else period.end
        return end if end is not None and self.today is not None and end < self.today else None

    def _is_between(self, place: int) -> bool:
        """Whether a column without a basis stands between one that is GAAP and one that is not."""
        if not 0 < place < len(self.headers) - 1 or named_basis(self.headers[place]) is not None:
            return False
        return {named_basis(self.headers[place - 1]), named_basis(self.headers[place + 1])} == {"gaap", "non_gaap"}

    def _leads_on(self, place: int) -> bool:
        """Whether a column without a date leads from one to another beside what is guided ("2006 As Reported",
        "Divestiture", "2006 Pro Forma", "2007 Guidance")."""
        header = self.headers[place]
        if not 0 < place < len(self.headers) - 1 or not header or DATED.search(header) or OUTLOOK.search(header):
            return False
        beside = self.headers[place - 1], self.headers[place + 1]
        are_told = all(DATED.search(other) and not OUTLOOK.search(other) for other in beside)
        return are_told and any(map(OUTLOOK.search, self.headers))

    def _restates(self, place: int) -> bool:
        """Whether a column is of the growth that the amounts in front of it come to."""
        before = (other for other in self.headers[:place] if other)
        is_growth = GROWTH.fullmatch(without_ends(self.headers[place])) is not None
        return is_growth and any(not OF_CHANGE.search(other) for other in before)

    def _is_adjustment(self, place: int) -> bool:
        """Whether a column beside GAAP holds what that is adjusted for; one that says it leaves it out ("Excluding
        stock-based compensation") holds what is left, unless another does."""
        header = self.headers[place]
        if not _ADJUSTED_FOR.search(header) or not any(map(_OF_GAAP.search, self.headers)):
            return False
        others = (other for other in self.headers if not _ADJUSTED_FOR.search(other))
        return not WITH_OR_WITHOUT.search(header) or any(named_basis(other) == "non_gaap" for other in others)


def parts_of(headers: Sequence[str], clock: Clock) -> list[str]:
    """The part of the company that each column is of, where nothing else tells all of them apart ("Domestic", "Europe",
    "Total"); empty for the whole, and where columns are told apart by their periods, their bases or their ends."""
    words = [header.split() for header in headers]
    shared = len(list(takewhile(lambda heads: len(set(heads)) == 1, zip(*words, strict=False))))
    own = [NOTE_MARK.sub("", " ".join(of[shared:])) for of in words]
    parts = [part_of(of) or "" for of in own]
    if len(set(own)) < len(own) or not all(own) or sum(map(bool, parts)) < _FEWEST_PARTS:
        return [""] * len(headers)
    is_role = any(role.search(of) for of in own for role in _ROLES)
    is_told = is_role or any(named_basis(of) or metrics(of) or guided_period(of, clock) for of in own)
    return [""] * len(headers) if is_told else parts


def without_ends(header: str) -> str:
    """A header without the words that tell the ends of a range."""
    return " ".join(HIGH.sub("", LOW.sub("", header)).split())


def _last_end(told: Sequence[Guided]) -> date:
    """The end of the last of some periods; the first of days where there is none."""
    return max((period.end for period in told if period.end is not None), default=date.min)
