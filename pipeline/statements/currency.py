"""The currency of a statement, and the columns that only translate it into another for the reader's convenience."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE, words
from pipeline.statements.columns import Heading
from pipeline.tables.grid import Grid
from pipeline.tables.numbers import read_number

_CURRENCIES = [
    (re.compile(r"(?-i:[Cc])(?:anadian dollars|(?<!\w.)ad\b|\$|dn)", ANY_CASE), "CAD"),
    (re.compile(r"(?-i:[Ee€])(?:(?<=€)|(?<!\w.)ur(?:os?)?\b)", ANY_CASE), "EUR"),
    (re.compile(r"(?-i:[PpGg£])(?:(?<=p)ounds sterling|(?<=\(p)ounds?\)|(?<!\w.)(?<=g)bp\b|(?<=£))", ANY_CASE), "GBP"),
    (re.compile(r"(?-i:[Uu])(?:(?<!\w.)\.?s\.?\s?(?:\$|dollars?\b)|(?<!\w.)sd\b)", ANY_CASE), "USD"),
    (re.compile(words(r"renminbi\b", r"rmb\b", r"cny\b"), ANY_CASE), "CNY"),
    (re.compile(r"(?-i:[JjYy¥])(?:(?<!\w.)(?:(?<=j)(?:py\b|apanese yen)|(?<=y)en\b)|(?<=¥))", ANY_CASE), "JPY"),
    (re.compile(words(r"nt\$", r"new taiwan dollars\b", r"twd\b"), ANY_CASE), "TWD"),
    (re.compile(words(r"hk\$", r"hong kong dollars\b", r"hkd\b"), ANY_CASE), "HKD"),
    (re.compile(words(r"a\$", r"australian dollars\b", r"aud\b"), ANY_CASE), "AUD"),
    (re.compile(words(r"swiss francs\b", r"chf\b"), ANY_CASE), "CHF"),
    (re.compile(words(r"r\$", r"reais\b", r"brl\b"), ANY_CASE), "BRL"),
    (re.compile(words(r"rupees\b", r"rs\.", r"inr\b"), ANY_CASE), "INR"),
    (re.compile(words(r"new israeli shekels?\b", r"israeli shekels?\b", r"nis\b", r"ils\b"), ANY_CASE), "ILS"),
    (re.compile(words(r"norwegian kroner?\b", r"nok\b"), ANY_CASE), "NOK"),
    (re.compile(words(r"swedish krono[rn]\b", r"sek\b"), ANY_CASE), "SEK"),
    (re.compile(words(r"danish kroner?\b", r"dkk\b"), ANY_CASE), "DKK"),
    (re.compile(words(r"mexican pesos\b", r"ps\.", r"mxn\b"), ANY_CASE), "MXN"),
    (re.compile(words(r"korean won\b", r"krw\b"), ANY_CASE), "KRW"),
    (re.compile(words(r"singapore dollars\b", r"s\$", r"sgd\b"), ANY_CASE), "SGD"),
    (re.compile(words(r"new zealand dollars\b", r"nz\$", r"nzd\b"), ANY_CASE), "NZD"),
    (re.compile(words(r"roubles\b", r"rubles\b", r"rub\b"), ANY_CASE), "RUB"),
    (re.compile(words(r"south african rand\b", r"zar\b"), ANY_CASE), "ZAR"),
]
_CONVENIENCE = re.compile(r"\bconvenience (?:translat|rate)", ANY_CASE)  # "Convenience translation into U.S. dollars"


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[str, ...]:
    """The codes of the currencies that words name."""
    return tuple(code for pattern, code in _CURRENCIES if pattern.search(text))


def currency_of(grid: Grid, headings: Collection[Heading], title: Iterable[str], before: str = "USD") -> str:
    """The code that most columns name, unless they are few beside those in the title's, else of the sign that stands
    most often beside the numbers, else of the title, else `before`.

    "$" may be the dollar of the title, or of the statement before.
    """
    spoken = [code for line in title for code in _named(line)]
    of_columns = [named for heading in headings if heading.kind == "amount" and (named := _named(heading.text))]
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


def without_translations(
    headings: Mapping[tuple[int, int], Heading], currency: str, title: Iterable[str]
) -> dict[tuple[int, int], Heading]:
    """The headings, those marked that name another currency than the statement's, which columns or the title name, or
    that say that they translate."""
    is_named = any(currency in _named(text) for text in (*title, *(heading.text for heading in headings.values())))
    return {
        place: replace(heading, kind="translation")
        if heading.kind == "amount" and _is_translation(heading.text, currency, is_named=is_named)
        else heading
        for place, heading in headings.items()
    }


def _is_translation(text: str, currency: str, *, is_named: bool) -> bool:
    named = _named(text) if is_named else ()
    return bool(named and currency not in named) or _CONVENIENCE.search(text) is not None
