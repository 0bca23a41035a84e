"""What a release says of itself: who says it and on which day, where its own words are certain; that it is news."""

from __future__ import annotations

import re
from datetime import date

from pipeline.filing.dates import MONTH, find_dates
from pipeline.filing.facts import Facts, Registrant
from pipeline.filing.rare import Rare

HEAD = 6_000  # characters in which a release names itself

_TICKER = re.compile(
    r"\((?:the\s+|[“\"][^()\n]{2,80}?[,;]\s+)?"
    r"(?:NYSE|NASDAQ|Nasdaq|AMEX|OTC\w*|TSX|LSE|New York Stock Exchange|American Stock Exchange)"
    r"\b[^()\n]{2,60}\)"
)
_NAME_WORD = r"(?:[A-Z0-9][\w&.'’/-]*|&|of|and|the|for|de)"
_NAME = re.compile(rf"{_NAME_WORD}(?:,?[ ]+{_NAME_WORD})*,?$")
_ALIAS = re.compile(r"\s*\((?:[^()]{0,80})\)$")  # ("Example" or the "Company"), between the name and the ticker
_BEFORE_NAME = re.compile(r"--|[–—]|\s-\s|-\s|[)\n\t:]\s*|\s/\s|(?<=[a-z]{3})\.\s|\b(?:that|today)\b")
_LEADING = re.compile(r"^(?:the|and|of|for)\s+")
_ABOUT = re.compile(
    r"^[ \t]*about[ \t]+(?:the[ \t]+)?([A-Z][^\n.:]{1,70}?(?:\bInc\.|\bCorp\.|\bCo\.|\bLtd\.)?)[ \t.:]*$",
    re.MULTILINE | re.IGNORECASE,
)
_COMPANY_FORM = re.compile(
    r"\b(?:inc|corp|corporation|incorporated|company|co|ltd|limited|plc|llc|l\.?p|trust|bancorp|bancshares|group"
    r"|holdings|n\.?v|s\.?a)\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = rf"(?:{MONTH})\s*\d{{1,2}}"
_DAY = rf"{_DAY_OF_MONTH}\s*,\s*(?:19|20)\d\d"
_WIRE = r"(?:BUSINESS\s?WIRE|PR\s?NEWSWIRE|GLOBE\s?NEWSWIRE|ACCESSWIRE|MARKETWIRED?|PRIMEZONE|FIRST CALL)"
_DASH = r"(?:-{1,3}(?!-)|[–—])(?!\s?\d{1,3}\s?[-–—])"  # no rule below a column's date, no number of a page
# Shapes of a dateline and of a masthead, the surest first.
_DATELINES = (  # the first in brackets, alone or behind a place: "(the quarter ended May 7, 2020) –" is none
    rf"(?:(?<=[(,–—-])|(?<=[(,.–—-]\s))({_DAY})\)\s*(?:\(\s*{_WIRE}\s*\)\s*)?{_DASH}",
    rf"({_DAY})\s*,?\s*(?:[/(][^/)\n]{{1,60}}[/)]\s*)?(?:{_DASH}|\.[ ]?\.[ ]?\.|…)",
    rf"({_DAY})\s*,?\s*[/(]\s*{_WIRE}",
    rf"{_WIRE}[\s/)]*(?:--|[-–—])?\s*({_DAY})",
)
_PLACE_AND_DAY = rf"^[ \t]*(?-i:[A-Z])[\w., ]{{2,40}},\s*({_DAY})\s*[:.][ \t]*\w"  # may begin a sentence, too
_MASTHEADS = (
    rf"\(({_DAY})\)",
    rf"^[ \t]*(?:\w+day,?\s+|(?:(?:issue|release)\s+date|release):\s*|investor\s+update:\s*)?({_DAY})[ \t]*$",
    rf"^[ \t]*for\s+(?:immediate\s+)?release[^\n]{{0,30}}?({_DAY})",
)
_DATED = tuple(Rare(pattern, re.IGNORECASE | re.MULTILINE) for pattern in (*_DATELINES, *_MASTHEADS, _PLACE_AND_DAY))
_DEAR = r"dear|to\s+(?:our|the|all)|a\s+(?:message|letter)\s+to"
_HOLDERS = r"(?:(?:share|stock|unit)\s?holders?|investors?|(?:limited\s+)?partners?|members?|owners?)"
_NEWS = Rare(
    "|".join(
        (
            _TICKER.pattern,
            *_DATELINES,
            _PLACE_AND_DAY,
            rf"[/(]\s*{_WIRE}[^/)\n]{{0,20}}[/)]",
            rf"^[ \t]*[A-Z][A-Z. ]{{2,30}},[A-Z. ]{{2,30}}(?:,\s*{_DAY_OF_MONTH}\s*{_DASH}|\({_DAY}\))",
            rf"^[ \t]*for\s+(?:immediate\s+release|release\s*(?::|at\b|on\b|upon\b|\d|{_DAY_OF_MONTH}|$))",
            rf"^[ \t]*(?:{_DEAR})\s+(?:\w+\s+){{0,2}}{_HOLDERS}\b[^\n.]{{0,40}}$",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)
_MASTHEAD = Rare(  # of an exhibit: a report's list of exhibits may read like it
    "|".join(
        (
            r"^\W*(?:company\s+)?(?:news|press|earnings)\s+release\W*$",
            r"^\W*(?:n e w s|p r e s s)\s+r e l e a s e\W*$",
            r"^\W*news\s+from\b[^\n.]{2,40}$",
        )
    ),
    re.IGNORECASE | re.MULTILINE,
)


def read_exhibit(text: str) -> Facts:
    """Company and day of a release, null where neither ticker, "About", dateline nor masthead tells it."""
    head = text[:HEAD]
    name = _before_ticker(head) or _about(text)
    return Facts(reported_on=_day(head), registrants=(Registrant(name),) if name else ())


def is_news(text: str, *, is_report: bool = False) -> bool:
    """Whether a text begins as news does: a dateline, a company's ticker, what greets its holders, or a masthead."""
    head = text[:HEAD]
    return _NEWS.search(head) is not None or (not is_report and _MASTHEAD.search(head) is not None)


def _before_ticker(head: str) -> str | None:
    """The name in front of the exchange and ticker: "... 2020 - Example Corp. (NYSE: EXM)"."""
    for ticker in _TICKER.finditer(head):
        before = head[max(0, ticker.start() - 160) : ticker.start()].rstrip()
        phrase = _BEFORE_NAME.split(_ALIAS.sub("", before))[-1].strip(' ,“”"(')
        named = _NAME.search(phrase)
        if named is None or find_dates(named[0]):
            continue
        name = _LEADING.sub("", named[0].strip(" ,"))
        if name[:1].isupper() and len(name) > 1:
            return name
    return None


def _about(text: str) -> str | None:
    """The heading of the company's description of itself, if it reads as a company's name."""
    for found in _ABOUT.finditer(text):
        if _COMPANY_FORM.search(found[1]):
            return " ".join(found[1].split()).rstrip(",")
    return None


def _day(head: str) -> date | None:
    for shape in _DATED:
        if (found := shape.search(head)) and (dates := find_dates(found[1])):
            return dates[0].value
    return None
