"""The quarters of one year side by side, of which the headings name the number alone: "First", "Second", "Third"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from pipeline.filing.dates import MONTH, YEAR, YEAR_ALONE
from pipeline.filing.fiscal import FiscalCalendar, month_end
from pipeline.filing.fiscal_words import QUARTERS
from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.periods.read import SaidByColumn, Words
from pipeline.statements.title_words import NAMES_MONTH
from pipeline.tables.grid import GridRow

_WHOLE_YEAR = 0
_FEWEST = 3  # quarters that make a year of them
_QUARTER = re.compile(
    rf"(?P<named>{'|'.join(QUARTERS)})\b(?!\W*(?:half|two|three|six|nine|months?|weeks?))|q\s?(?P<number>[1-4])\b",
    ANY_CASE,
)
_QUARTER_ALONE = re.compile(rf"(?:{_QUARTER.pattern})(?:\W*(?:quarter|qtr))?\W*", ANY_CASE)  # not "First Bank"
_DATED = re.compile(rf"\b{YEAR}\b|\b{MONTH}|\b\d\d?/\d\d?/\d\d", ANY_CASE)
_QUARTER_OF_YEAR = re.compile(rf"(?:{'|'.join(QUARTERS)})\W+{YEAR}(?: ?\(\w\))?", ANY_CASE)  # "Second" above "2004"
_QUARTERS_APART = timedelta(days=290)  # from the end of its first quarter to that of its last
_FISCAL = re.compile(r"fy\s?['’]?\d{2,4}\b(?!.*\bq)", ANY_CASE)
_TOTAL = re.compile(rf"(?:{YEAR}\W*)?(?:total|year\W*to\W*date)\W*", ANY_CASE)
_WHOLE = re.compile(r"(?:total|full|fiscal|the|\s)*(?:total|year)\b", ANY_CASE)


def quarters_of_year(rows: Sequence[GridRow], columns: Iterable[int]) -> dict[int, int]:
    """By column: the number of the quarter that its heading names, its own or one over its years, 0 for all of the
    year; empty below others."""
    own = {
        column: " ".join(
            cell.text
            for row in rows
            for cell in row.cells
            if cell.first <= column <= cell.last and (cell.first == cell.last or cell.text.lower() in QUARTERS)
        )
        for column in columns
    }
    quarters = {
        column: int(match["number"] or QUARTERS[match["named"].lower()])
        for column, text in own.items()
        if (match := _QUARTER.match(text)) and (not _DATED.search(text) or _QUARTER_OF_YEAR.fullmatch(text))
    }
    if len(set(quarters.values())) < _FEWEST and not _are_of_half_year(quarters, own):
        return {}
    return quarters | {column: _WHOLE_YEAR for column, text in own.items() if _WHOLE.match(text)}


def _are_of_half_year(quarters: Mapping[int, int], own: Mapping[int, str]) -> bool:
    """Whether the first two quarters of a year that goes on, and nothing else, stand beside what they come to."""
    are_alone = all(_QUARTER_ALONE.fullmatch(own[column]) for column in quarters)
    return are_alone and set(quarters.values()) == {1, 2} and any(map(_TOTAL.fullmatch, own.values()))


def with_quarters(
    own: SaidByColumn, quarters: Mapping[int, int], around: Words, calendar: FiscalCalendar
) -> SaidByColumn:
    """Quarters that are named by their numbers take their year from what stands with them, else from the quarter before
    ("2003" is set over the first of its quarters), else from what stands around."""
    if not quarters:
        return own
    filled = dict(own)
    years: dict[int, int] = {}
    before: int | None = None
    for column, (words, _, _) in own.items():
        quarter = quarters.get(column)
        before = words.quarter_of or (words.year if quarter is not None else None) or before
        end = words.ends() or (None if before else around.ends())
        year = calendar.fiscal(end)[0] if end else before or around.year
        if quarter is not None and year:
            years[column] = year
    for column, year in years.items():
        said = own[column]
        if quarters[column] == _WHOLE_YEAR and said.words.ends():
            if not said.words.to_date:  # "Year-to-Date" above a day goes as far as that
                filled[column] = said.with_words(months=12)
            continue
        last = quarters[column] or _last_of_total(said.text, {n: quarters[n] for n, of in years.items() if of == year})
        months = 3 if quarters[column] else 3 * last
        filled[column] = said._replace(words=Words(months, calendar.quarter(year, last)[1]))
    return filled


def _last_of_total(text: str, quarters: Mapping[int, int]) -> int:
    """The quarter with which the total of a year ends: the latest beside it where the year goes on and the columns
    between are of no other quarter, else the fourth."""
    last = max(quarters.values())
    goes_on = _TOTAL.fullmatch(text) is not None and sorted(quarters.values()) == list(range(last + 1))
    return last if goes_on and last > 1 and max(quarters) - min(quarters) == last else 4


def with_whole_year(own: SaidByColumn) -> SaidByColumn:
    """A year without a day, behind the four dated quarters that make it, ends with the last of them.

    So "Fiscal 2002" of a retailer ends on February 1, 2003, whatever calendar its year goes by. A fifth quarter before
    them is no later one.
    """
    filled = dict(own)
    for column, said in own.items():
        before = [own[near].words for near in range(column - 4, column) if near in own]
        ends = [end for quarter in before if quarter.months == 3 and (end := quarter.ends())]
        further = own[column - 5].words if column - 5 in own else Words()
        if (
            len(set(ends)) < 4
            or (further.months == 3 and (end := further.ends()) and end > max(ends))
            or max(ends) - min(ends) > _QUARTERS_APART
            or said.words.months not in (None, 12)
            or NAMES_MONTH.search(said.text)
        ):
            continue
        years = Counter(end.year for end in ends)
        if any(years[int(year)] == max(years.values()) for year in YEAR_ALONE.findall(said.text)):
            filled[column] = said._replace(words=Words(12, max(ends)))
    return filled


def with_fiscal_years(own: SaidByColumn) -> SaidByColumn:
    """ "FY10" above a day is the whole of the year, but not above the ends of several quarters."""
    dated = {
        column: (label[0], words.end)
        for column, (words, _, text) in own.items()
        if words.months is None and not words.to_date and words.end and (label := _FISCAL.match(text))
    }
    ends = Counter(label for label, _ in set(dated.values()))
    whole = (column for column, (label, _) in dated.items() if ends[label] == 1)
    return own | {column: own[column].with_words(months=12) for column in whole}


def with_years_of_quarters(own: SaidByColumn, calendar: FiscalCalendar) -> SaidByColumn:
    """A year that stands alone behind its fourth quarter is the whole of it: "4Q05 4Q04 2005 2004"."""
    filled = dict(own)
    ends: dict[int, date] = {}
    for column, said in own.items():
        words = said.words
        if (year := words.quarter_of) and words.end == calendar.quarter(year, 4)[1]:
            ends[year] = words.end
        elif words.year in ends and words == Words(year=words.year):
            filled[column] = said._replace(words=Words(12, ends[words.year]))
    return filled


def with_days_to_date(own: SaidByColumn, calendar: FiscalCalendar) -> SaidByColumn:
    """What is counted from a year's beginning and names the year alone ends with the quarter of it that ends in the
    month in which the latest quarter beside ends; a year after that month's is a fiscal one, and so are all."""
    quarters = (words for words, _, _ in own.values() if words.months == 3 and not words.to_date)
    ends = [(words.quarter_of or month_end(end).year, end) for words in quarters if (end := words.ends())]
    last = max((end for _, end in ends), default=None)
    years = {
        column: words.year
        for column, (words, _, _) in own.items()
        if words.to_date and words.year and words.ends() is None and not words.month_day
    }
    if last is None or not years:
        return own
    are_fiscal = max(years.values()) > month_end(last).year
    days = {} if are_fiscal else {year: end for year, end in ends if month_end(end).month == month_end(last).month}
    quarter = calendar.fiscal(last)[1]
    return own | {
        column: own[column].with_words(end=days.get(year) or calendar.quarter(year, quarter)[1], year=None)
        for column, year in years.items()
    }


def with_lengths_of_quarters(own: SaidByColumn) -> SaidByColumn:
    """Three columns or more that name days a quarter apart, one after the other, and no length, hold quarters."""
    ends = {column: month for column, (words, _, text) in own.items() if text and (month := _month_of(words))}
    steps = {(after - before) % 12 for before, after in pairwise(ends.values())}
    if len(set(ends.values())) < _FEWEST or steps not in ({3}, {9}):
        return own
    return own | {column: own[column].with_words(months=3) for column in ends}


def _month_of(words: Words) -> int | None:
    """The month in which a period of no length that is printed ends."""
    if words.months or words.to_date:
        return None
    end = words.ends()
    return end.month if end else words.month_day[0] if words.month_day else None
