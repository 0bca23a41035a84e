"""The currency of a statement, and the columns that only translate it into another for the reader's convenience."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.columns.heading import Heading, Headings
from pipeline.statements.currency_names import currencies_named
from pipeline.tables.grid import Grid
from pipeline.tables.numbers import read_number

_CONVENIENCE = re.compile(r"\bconvenience (?:translat|rate)", ANY_CASE)  # "Convenience translation into U.S. dollars"


def currency_of(grid: Grid, headings: Collection[Heading], title: Iterable[str], before: str) -> str:
    """The code that most columns name, unless they are few beside those in the title's, else of the sign that stands
    most often beside the numbers, else of the title, else `before`.

    "$" may be the dollar of the title, or of the statement before.
    """
    spoken = [code for line in title for code in currencies_named(line)]
    of_columns = [
        named for heading in headings if heading.kind == "amount" and (named := currencies_named(heading.text))
    ]
    if of_columns and not _are_beside(of_columns, spoken, headings):
        return Counter(code for named in of_columns for code in named).most_common(1)[0][0]
    signs = [
        number.currency
        for row in grid.rows
        for cell in row.cells
        if not cell.text[:1].isdigit()  # a sign stands in front
        and (number := read_number(cell.text)) is not None
        and number.currency is not None
    ]
    if signs:
        sign = Counter(signs).most_common(1)[0][0]
        dollars = spoken or [before]
        return "CAD" if sign == "USD" and set(dollars) == {"CAD"} else sign
    return spoken[0] if len(set(spoken)) == 1 else before


def _are_beside(named: Sequence[Sequence[str]], spoken: Sequence[str], headings: Collection[Heading]) -> bool:
    """Whether columns that name a currency are few beside those in the one that the title names."""
    amounts = sum(heading.kind == "amount" and bool(heading.text) for heading in headings)
    return len(set(spoken)) == 1 and 2 * len(named) < amounts + 1 and not any(spoken[0] in codes for codes in named)


def without_translations(headings: Headings, currency: str, title: Iterable[str]) -> Headings:
    """The headings, those marked that name another currency than the statement's, which columns or the title name, or
    that say that they translate."""
    is_named = any(
        currency in currencies_named(text) for text in (*title, *(heading.text for heading in headings.values()))
    )
    return {
        place: replace(heading, kind="translation")
        if heading.kind == "amount" and _is_translation(heading.text, currency, is_named=is_named)
        else heading
        for place, heading in headings.items()
    }


def _is_translation(text: str, currency: str, *, is_named: bool) -> bool:
    named = currencies_named(text) if is_named else ()
    return bool(named and currency not in named) or _CONVENIENCE.search(text) is not None
