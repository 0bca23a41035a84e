"""What the title of a panel, or a line beside its headings, says of all its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.filing.dates import YEAR, find_dates
from pipeline.filing.fiscal import FiscalCalendar
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import LENGTH
from pipeline.statements.periods.days import days_of_years
from pipeline.statements.periods.fiscal_labels import FISCAL_YEAR
from pipeline.statements.periods.lengths import lengths_named
from pipeline.statements.periods.read import Words, is_period, read_words
from pipeline.statements.title_words import IN_BRACKETS

YEARS = re.compile(rf",?\s*\b{YEAR}(?:,\s*{YEAR})*,?\s+and\s+{YEAR}\b")  # of all columns: "June 30, 2003 and 2002"
FISCAL_YEAR_ALONE = re.compile(rf"{FISCAL_YEAR.pattern}\W*", ANY_CASE)
_AND = re.compile(r"(?:\band|&|,)\n|\n(?:and\b|&)", ANY_CASE)  # between two lines
# What the figures hold, and for how long, says nothing of their period: "(10 weeks of Elm included)".
_ASIDE = re.compile(
    r"\((?![^()]*\b(?:thousands|millions)\b)[^()]*\b(?:in|ex)clud(?:es?|ed|ing)\b[^()]*\)"
    rf"|^\W*(?:{YEAR} )?(?:in|ex)cludes\b.*",
    ANY_CASE,
)
_MANY_WORDS = re.compile(r"(?:\S+ ){8}")
_DATELINE = re.compile(  # "Dover, May 2, 2001 -- Oak Corp. today said"
    rf"[A-Z][A-Za-z. ]+,\s(?:(?!ended\b).)*\b{YEAR}\)?\s*[-\u2013\u2014]+\s*\S+(?: \S+){{3}}"
)


class Title(NamedTuple):
    """What the title of a panel says of all its columns: the nearest period, the line that names the day of each
    column's year, lengths in months, and days by year."""

    lines: Sequence[str]
    caption: Words
    day_line: str
    lengths: Sequence[int]
    days: Mapping[int, date]

    @property
    def names_days(self) -> bool:
        """Whether it names more than one day."""
        lines = " ".join(line for line in self.lines if not is_sentence(line))
        return len({found.value for found in find_dates(lines)}) > 1


def read_title(title: Iterable[str], calendar: FiscalCalendar) -> Title:
    """Read the lines above a panel."""
    lines = whole_lines(title)
    lengths = lengths_named(filter(is_period, lines)) or lengths_named(lines)
    return Title(lines, _caption(lines, calendar), _day_line(lines, calendar), lengths, days_of_years(lines))


def whole_lines(title: Iterable[str]) -> list[str]:
    """The lines of a title without asides, days put together that go on in the next one: "As of March 31, 2004
    (unaudited)" above "and December 31, 2003"."""
    whole: list[str] = []
    for line in (_ASIDE.sub("", line) for line in title):
        if whole and _AND.search(f"{whole[-1]}\n{line}") and _may_go_on(whole[-1], line):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _may_go_on(upper: str, lower: str) -> bool:
    """Whether both lines name days, and the lower one nothing else but in brackets."""
    are_days_alone = is_period(IN_BRACKETS.sub("", lower)) and not LENGTH.search(lower)
    return are_days_alone and bool(find_dates(upper) and find_dates(lower))


def _caption(title: Sequence[str], calendar: FiscalCalendar) -> Words:
    """The period that the lines of a title name, the nearest first."""
    words = Words()
    for line in reversed(title):
        if not is_sentence(line):
            words = words.filled(said_by(line, calendar))
    return words


def _day_line(title: Sequence[str], calendar: FiscalCalendar) -> str:
    """The line of a title that names the day of each column's year: "Quarters Ended June 30, 2003 and 2002"."""
    lines = (YEARS.sub("", line) for line in reversed(title) if is_period(line) or LENGTH.search(line))
    return next((line for line in lines if read_words(line, calendar).month_day), "")


def said_by(line: str, calendar: FiscalCalendar) -> Words:
    """What a line above or beside headings says of their columns; the name of a year is no length of its quarters."""
    words = read_words(line, calendar)
    return words._replace(months=None) if FISCAL_YEAR_ALONE.fullmatch(line) else words


def is_sentence(line: str) -> bool:
    """Whether a line is a sentence of the release: it tells what the release is about, not the table below."""
    return (line.endswith(".") and _MANY_WORDS.search(line) is not None) or _DATELINE.match(line) is not None
