"""Facts from the page itself where no header gives them: the cover of Form 8-K, and a summary sheet bound before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from pipeline.filing.dates import find_dates
from pipeline.filing.facts import Facts, ItemFact, Registrant
from pipeline.filing.items import find_items
from pipeline.filing.states import state_code

COVER = 12_000  # characters in which a cover ends
ABOVE = 6  # printed lines above a caption in which its value stands
NEAR = 160  # characters from "Date of Report" to its date
SIGNED = 1_200  # characters from a signature's heading to its date
SIGNED_WITHIN = timedelta(days=300)  # of the event, amendments included; a year later is a misprinted one

# The sets of letters in front are what a search runs by; the bracket before a caption is sought once it is found.
_FORM = re.compile(r"(?-i:[Ff])(?<!\w.)orm\s+(8-?K(?:405|T|12B|12G3|15D5)?(?:/A)?)(?!\w)", re.IGNORECASE)
_AMENDMENT = re.compile(r"\bamendment\s+no\b", re.IGNORECASE)
_COMMISSION = re.compile(r"(?-i:[Ss])ecurities\s+and\s+exchange\s+commission", re.IGNORECASE)
_NAME_CAPTION = re.compile(
    r"(?-i:[EeNn])(?:(?<=e)xact\s+name|(?<=n)ame)\s+of\s+(?:the\s+)?(?:registrant|company|issuer)", re.IGNORECASE
)
_STATE_CAPTION = re.compile(
    r"(?-i:[SsJj])(?:tate\s+or\s+other|tate\s+of\s+(?:incorporation|organization)|urisdiction)", re.IGNORECASE
)
_FILE_CAPTION = re.compile(r"(?-i:[SsCc])(?:(?<=s)ec|(?<=c)ommission)(?:\s+file)?\b", re.IGNORECASE)
_IRS_CAPTION = re.compile(
    r"(?-i:[IiEe])(?:(?<=i)\.?\s?r\.?\s?s\.?\s+(?:employer|identification|no)|(?<=e)mployer\s+identification)",
    re.IGNORECASE,
)
_FILE_NUMBER = re.compile(r"(?<![\d-])\d{1,3}\s?-\s?\d{3,6}(?:-\d{1,2})?(?![\d-])")
_IRS_NUMBER = re.compile(r"(?<![\d-])\d{2}\s?-\s?\d{6,7}(?![\d-])")
_DATE_CAPTION = re.compile(r"(?-i:[Dd])ate\s+of\s+(?:report\b|earliest\s+event)", re.IGNORECASE)
_DAY_POINT = re.compile(r"(?<=\d)\.(?= +(?:19|20)\d\d\b)")  # "April 21. 2011"
_RULE = re.compile(r"[\s_=*.–—-]*")
_FIELD = re.compile(r"\S+(?: \S+)*")  # of a line, parted by tabs or two blanks
_SIGNATURE = re.compile(r"SIGNATURES?[ \t]*$", re.MULTILINE)
_EXHIBIT = re.compile(r"\bexhibit", re.IGNORECASE)

# A vendor's summary sheet: label words at the start of a line, the fact behind them.
_SHEET_FILED = re.compile(r"^[ \t]*filed\s+(?:on\s+|:\s*)?(?=\d)", re.IGNORECASE | re.MULTILINE)
_SHEET_PERIOD = re.compile(r"\bfor\s+(?:the\s+)?period\s+end(?:ing|ed)[\s:]+", re.IGNORECASE)
_SHEET_CIK = re.compile(r"^[ \t]*(?:cik|central index key)[ \t:#]+(\d{1,10})[ \t]*$", re.IGNORECASE | re.MULTILINE)
_SHEET_SIC = re.compile(r"^[ \t]*sic(?: code)?[ \t:]+(\d{4})\b", re.IGNORECASE | re.MULTILINE)
_SHEET_YEAR = re.compile(r"^[ \t]*fiscal year(?: end)?[ \t:]+(\d{1,2})/(\d{1,2})[ \t]*$", re.IGNORECASE | re.MULTILINE)


def read_cover(text: str) -> Facts | None:
    """Facts of an 8-K's own text (a bare filing's begins with it); null where no cover stands at its head."""
    head = text[:COVER]
    form = _FORM.search(head)
    commission = _COMMISSION.search(head)
    if form is None or commission is None:
        return None
    sheet, cover = head[: commission.start()], head[commission.end() :]
    period = _date_after(_SHEET_PERIOD, sheet) or _report_date(cover)  # a sheet takes its own from the header
    filed_on = _date_after(_SHEET_FILED, sheet)
    end = _report_end(text)
    items = find_items(text[: 4 * COVER if end is None else end], filed_on or period)
    return Facts(
        form=_form(form[1], head[: form.end() + 400]),
        items=tuple(ItemFact(number, title) for number, title in items),
        reported_on=period,
        signed_on=None if end is None else _signed_on(text[end : end + SIGNED], period),
        filed_on=filed_on,
        registrants=tuple(_registrants(sheet, cover)),
    )


def _report_end(text: str) -> int | None:
    """Where the line of the report's signature begins, beyond which exhibits may follow in the same text.

    A table of contents may name the signature, too: that of the report stands above what it is signed pursuant to.
    """
    for found in _SIGNATURE.finditer(text, 0, 4 * COVER):
        line = text.rfind("\n", 0, found.start()) + 1
        below = " ".join(text[found.end() : found.end() + 400].lower().split())
        if not text[line : found.start()].strip() and "pursuant to the requirements" in below:
            return line
    return None


def _signed_on(signature: str, event: date | None) -> date | None:
    """The date beside the signature, which stands above the list of exhibits."""
    listed = _EXHIBIT.search(signature)
    dates = find_dates(_DAY_POINT.sub(",", signature[: listed.start() if listed else None]))
    signed = dates[0].value if dates else None
    is_near = signed is not None and event is not None and timedelta(0) <= signed - event <= SIGNED_WITHIN
    return signed if is_near else None


def _form(printed: str, head: str) -> str:
    form = printed.upper().replace("8K", "8-K")
    return f"{form}/A" if _AMENDMENT.search(head) and not form.endswith("/A") else form


def _registrants(sheet: str, cover: str) -> Iterator[Registrant]:
    named = _find(cover, _NAME_CAPTION)
    name = (next(_above(cover, named[0]), None) if named else None) or _sheet_name(sheet)
    if name is None:
        return
    cik, sic, year_end = _SHEET_CIK.search(sheet), _SHEET_SIC.search(sheet), _SHEET_YEAR.search(sheet)
    irs = _number(cover, _IRS_CAPTION, _IRS_NUMBER)
    file_number = _number(cover, _FILE_CAPTION, _FILE_NUMBER)
    state = _STATE_CAPTION.search(cover)
    yield Registrant(
        _company(name),
        int(cik[1]) if cik else None,
        sic[1] if sic else None,
        irs.replace("-", "") if irs else None,
        file_number,
        next((code for line in _above(cover, state.start()) if (code := _state(line))), None) if state else None,
        f"{int(year_end[1]):02}{int(year_end[2]):02}" if year_end else None,
    )


def _sheet_name(sheet: str) -> str | None:
    """A summary sheet begins with the company's name."""
    return next((line for line in sheet.split("\n") if line.strip()), None) if _SHEET_CIK.search(sheet) else None


def _company(line: str) -> str:
    return " ".join(line.split()).strip(" _-*")


def _find(cover: str, caption: re.Pattern[str]) -> tuple[int, int] | None:
    """Where a caption stands, with the blanks before it and a bracket before these."""
    found = caption.search(cover)
    if found is None:
        return None
    before = cover[: found.start()].rstrip()
    return len(before) - before.endswith("("), found.end()


def _above(cover: str, caption: int) -> Iterator[str]:
    """The printed lines above a caption's line, nearest first, rules left out."""
    above = reversed(cover[:caption].split("\n")[:-1])
    return islice((line for line in above if not _RULE.fullmatch(line)), ABOVE)


def _state(line: str) -> str | None:
    return next((code for found in _FIELD.finditer(line) if (code := state_code(found[0]))), None)


def _number(cover: str, caption: re.Pattern[str], number: re.Pattern[str]) -> str | None:
    """The number behind a caption on its line ("Commission File Number: 0-27460"), else the nearest one above it."""
    found = _find(cover, caption)
    if found is None:
        return None
    start, end = found
    line_end = cover.find("\n", end)
    if behind := number.search(cover, end, line_end if line_end >= 0 else len(cover)):
        return _digits(behind[0])
    column = start - (cover.rfind("\n", 0, start) + 1)
    for line in _above(cover, start):
        candidates = list(number.finditer(line))
        if candidates:
            nearest = min(candidates, key=lambda candidate: abs(candidate.start() - column))
            return _digits(_by_order(candidates, cover, start, end, line) or nearest[0])
    return None


def _by_order(candidates: list[re.Match[str]], cover: str, start: int, end: int, line: str) -> str | None:
    """In a line of tabs (a row of HTML cells) a value stands in the caption's place in the row."""
    row = cover.rfind("\n", 0, start) + 1
    if "\t" not in line or "\t" not in cover[row : end + 200]:
        return None
    place = cover.count("\t", row, start + 1)
    return next((c[0] for c in candidates if line.count("\t", 0, c.start()) == place), None)


def _digits(number: str) -> str:
    return re.sub(r"\s", "", number)


def _report_date(cover: str) -> date | None:
    """The date at "Date of Report": behind it, else above it; of two, the earlier (that of the event)."""
    found = _DATE_CAPTION.search(cover)
    if found is None:
        return None
    behind = find_dates(_DAY_POINT.sub(",", cover[found.end() : found.end() + NEAR]))
    if behind:
        together = [m.value for m in behind if m.start - behind[0].end < 40]
        return min(together)
    before = find_dates(cover[max(0, found.start() - NEAR) : found.start()])
    return before[-1].value if before else None


def _date_after(label: re.Pattern[str], text: str) -> date | None:
    if found := label.search(text):
        mention = next(iter(find_dates(text[found.end() : found.end() + 40])), None)
        return mention.value if mention and mention.start < 3 else None
    return None


def by_cover(registrants: tuple[Registrant, ...], text: str) -> tuple[Registrant, ...]:
    """Several registrants in the order of the cover, by their IRS numbers: a header names them in any order, a cover
    the parent before its subsidiaries. Whom the cover does not number keeps its place."""
    places = {re.sub(r"\D", "", found[0]): found.start() for found in reversed([*_IRS_NUMBER.finditer(text[:COVER])])}
    numbered = sorted((r for r in registrants if r.irs_number in places), key=lambda r: places[r.irs_number or ""])
    in_order = iter(numbered)
    return tuple(next(in_order) if r.irs_number in places else r for r in registrants)
