"""Facts from a release that stands alone: who says it, and on which day, where its own words are certain."""

from __future__ import annotations

import re
from datetime import date

from pipeline.filing.dates import MONTH, find_dates
from pipeline.filing.facts import Facts, Registrant

HEAD = 6_000  # characters in which a release names itself

_TICKER = re.compile(
    r"\((?:the\s+)?(?:NYSE|NASDAQ|Nasdaq|AMEX|OTC\w*|TSX|LSE|New York Stock Exchange|American Stock Exchange)\b[^()\n]{0,60}\)"
)
_NAME = re.compile(
    r"(?:[A-Z0-9][\w&.'’/-]*|&|of|and|the|for|de|[A-Z]\.)(?:,? +(?:[A-Z0-9][\w&.'’/-]*|&|of|and|the|for|de))*,?$"
)
_ABOUT = re.compile(
    r"^[ \t]*about[ \t]+(?:the[ \t]+)?([A-Z][^\n.:]{1,70}?(?:\bInc\.|\bCorp\.|\bCo\.|\bLtd\.)?)[ \t.:]*$",
    re.MULTILINE | re.IGNORECASE,
)  # noqa: E501
_DELIMITERS = re.compile(r"\s(?:--|[-–—])\s?|[–—]|\)\s|\n|\t|\s/\s|:\s|\bthat\b|\btoday\b")
_DATELINE = re.compile(
    rf"(?P<day>(?:{MONTH})\s*\d{{1,2}}\s*,\s*(?:19|20)\d\d)\s*(?:[,.]\s*)?(?:/[^/\n]{{1,40}}/\s*|\([^)\n]{{1,60}}\)\s*)?"
    r"(?:--|[-–—]|…|\.\.\.|/|\()",
    re.IGNORECASE,
)
_WIRE = re.compile(r"(?:BUSINESS WIRE|PR\s?NEWSWIRE|GLOBE\s?NEWSWIRE|ACCESSWIRE|Marketwired)", re.IGNORECASE)
_ALONE = re.compile(
    rf"^[ \t]*(?:\w+day,?\s+)?((?:{MONTH})\s*\d{{1,2}}\s*,\s*(?:19|20)\d\d)[ \t]*$", re.IGNORECASE | re.MULTILINE
)  # noqa: E501


def read_exhibit(text: str) -> Facts:
    """Company and day of a release, null where neither ticker, "About", dateline nor masthead tells it."""
    head = text[:HEAD]
    name = _before_ticker(head) or _about(text)
    return Facts(reported_on=_day(head), registrants=(Registrant(name),) if name else ())


def _before_ticker(head: str) -> str | None:
    """The name in front of the exchange and ticker: "... 2020 - Example Corp. (NYSE: EXM)"."""
    for ticker in _TICKER.finditer(head):
        before = head[max(0, ticker.start() - 120) : ticker.start()].rstrip()
        phrase = _DELIMITERS.split(before)[-1].strip(' ,“"”(')
        if named := _NAME.search(phrase):
            name = re.sub(r"^(?:the|and|of|for)\s+", "", named[0].strip(" ,"))
            if name[:1].isupper() and len(name) > 1:
                return name
    return None


def _about(text: str) -> str | None:
    found = _ABOUT.search(text)
    return " ".join(found[1].split()).rstrip(",") if found else None


def _day(head: str) -> date | None:
    """The dateline's day, else the one behind a wire service's name, else a date on a line of its own."""
    for pattern in (_DATELINE, _ALONE):
        if (found := pattern.search(head)) and (dates := find_dates(found[0])):
            return dates[0].value
    if wire := _WIRE.search(head):
        near = find_dates(head[max(0, wire.start() - 80) : wire.end() + 40])
        return near[-1].value if near else None
    return None
