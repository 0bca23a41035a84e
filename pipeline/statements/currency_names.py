"""The names of currencies."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE, words
from pipeline.filing.rare import AnyOf

_CURRENCIES = [
    (re.compile(r"(?-i:[Cc])(?:anadian dollars|(?<!\w.)ad\b|\$|dn)", ANY_CASE), "CAD"),
    (re.compile(r"€|(?<!\w)eur(?:os?)?\b", ANY_CASE), "EUR"),
    (re.compile(r"£|pounds sterling|\(pounds?\)|(?<!\w)gbp\b", ANY_CASE), "GBP"),
    (re.compile(r"\bL['’`]?000\b"), "GBP"),  # the sign of the pound, in plain text
    (re.compile(r"(?-i:[Uu])(?:(?<!\w.)\.?s\.?\s?(?:\$|dollars?\b)|(?<!\w.)sd\b)", ANY_CASE), "USD"),
    (re.compile(words(r"renminbi\b", r"rmb\b", r"cny\b"), ANY_CASE), "CNY"),
    (re.compile(r"¥|(?<!\w)(?:jpy\b|japanese yen|yen\b)", ANY_CASE), "JPY"),
    (re.compile(words(r"nt\$", r"new taiwan dollars\b", r"twd\b"), ANY_CASE), "TWD"),
    (re.compile(words(r"hk\$", r"hong kong dollars\b", r"hkd\b"), ANY_CASE), "HKD"),
    (re.compile(words(r"a\$", r"australian dollars\b", r"aud\b"), ANY_CASE), "AUD"),
    (re.compile(words(r"swiss francs\b", r"chf\b"), ANY_CASE), "CHF"),
    (re.compile(words(r"r\$", r"brazilian reais\b", r"reais\b", r"brl\b"), ANY_CASE), "BRL"),
    (re.compile(words(r"indian rupees\b", r"rupees\b", r"rs\.", r"inr\b"), ANY_CASE), "INR"),
    (re.compile(words(r"new israeli shekels?\b", r"israeli shekels?\b", r"nis\b", r"ils\b"), ANY_CASE), "ILS"),
    (re.compile(words(r"norwegian kroner?\b", r"nok\b"), ANY_CASE), "NOK"),
    (re.compile(words(r"swedish krono[rn]\b", r"sek\b"), ANY_CASE), "SEK"),
    (re.compile(words(r"danish kroner?\b", r"dkk\b"), ANY_CASE), "DKK"),
    (re.compile(words(r"mexican pesos\b", r"ps\.", r"mxn\b"), ANY_CASE), "MXN"),
    (re.compile(words(r"korean won\b", r"krw\b"), ANY_CASE), "KRW"),
    (re.compile(words(r"singapore dollars\b", r"s\$", r"sgd\b"), ANY_CASE), "SGD"),
    (re.compile(words(r"new zealand dollars\b", r"nz\$", r"nzd\b"), ANY_CASE), "NZD"),
    (re.compile(words(r"russian rou?bles\b", r"roubles\b", r"rubles\b", r"rub\b"), ANY_CASE), "RUB"),
    (re.compile(words(r"south african rand\b", r"zar\b"), ANY_CASE), "ZAR"),
]
_ANY = AnyOf(pattern.pattern for pattern, _ in _CURRENCIES)


@lru_cache(maxsize=1024)
def currencies_named(text: str) -> tuple[str, ...]:
    """The codes of the currencies that words name."""
    return tuple(code for pattern, code in map(_CURRENCIES.__getitem__, _ANY.may_hold(text)) if pattern.search(text))


def without_currencies(text: str) -> str:
    """A text but for the names of currencies."""
    for pattern, _ in _CURRENCIES:
        text = pattern.sub("", text)
    return text
