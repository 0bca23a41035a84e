"""Is a filing an earnings release: items, kinds of exhibits and content weighed together.

A release announces the company's own results for a period and prints a statement of income in the text, or a table of
highlights that stands in for it, or tells in running text what they came to. What only names Item 2.02, previews sales,
corrects earlier statements or hands in the statements of a business acquired is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from itertools import islice

from pipeline.filing.dates import MONTH, YEAR, YEAR_ALONE, find_dates, month_number
from pipeline.filing.facts import Facts
from pipeline.filing.opened import OpenedDocument
from pipeline.filing.rare import AnyOf
from pipeline.filing.release.exhibit import is_news
from pipeline.filing.release.income_tables import ABOVE, IncomeTable, find_income_tables
from pipeline.filing.release.told import tells_results
from pipeline.filing.release.words import (
    ACQUIRED,
    ANNOUNCEMENT,
    BELOW_YEARS,
    BESIDE_REPORTED,
    DEAL,
    KINDS_AGAINST,
    PERIODS,
    RELEASE,
    TITLES_AGAINST,
)

RESULT_ITEMS = frozenset({"12", "2.02"})
ACQUISITION_ITEMS = frozenset({"2", "2.01"})
HEAD = 40_000  # characters in which a release says what it announces
LEAD = 500  # characters in which news says what it is about
NEAR = 300  # characters from an announcement to its period
SECTIONS = 4_000  # characters above its first known line in which its period stands, its first sections between
HEADS = 200  # characters above a table in which its columns are named
BELOW = 300  # and below its first line: column headings that follow a first section

_EXHIBIT = re.compile(r"EX-(?:99|20|28)")
_ANY_KIND = AnyOf((mark.words.pattern for _, mark in KINDS_AGAINST), flags=re.MULTILINE)
_EXPECTED = re.compile(  # heads of columns of what is expected: "2019E" and no year that is over, "Low  High",
    # "Preliminary  Prior guidance"
    r"^(?![^\n]*\b(?:19|20)\d\d\b)[^\n]*\b(?:20|fy\s?)\d\de\b(?![\s\S]*\b(?:19|20)\d\d\b)|^\W*low\s+high\W*$"
    r"|^[^.,\n]*(?:\t|[ ]{2})\W*(?:prior|previous|original)\s(?:\w+\s)?guidance\b(?![^\n]*[.,])",
    re.IGNORECASE | re.MULTILINE,
)
_QUARTERS = re.compile(  # told by no words of an end: "Quarterly Statement of Income", "QTR 2", "Quarter  Quarter"
    r"\bquarterly\s+(?:\w+\s+)?(?:(?:income\s+)?statements?|results)\b|\bqtr\s?[1-4]\b|\b(?:qtd|quarter-to-date)\b"
    r"|\bquarter(?:[ ]{2}|\t)\s*quarter\b",
    re.IGNORECASE,
)
_DAYS_BESIDE = re.compile(r"\b\d\d?([/-])\d\d?\1\d\d(?:\d\d)?\s+\d\d?\1\d\d?\1\d\d(?:\d\d)?\b")
_ENDS_BESIDE = re.compile(rf"\b({MONTH})\s?\d\d,?(?=(?:\s{YEAR})?\s+({MONTH})\s?\d\d\b)", re.IGNORECASE)
_A_QUARTER = (3, 9)  # months from one to the next, up or down
_TREND = 2  # steps from one end of a quarter to another that head a trend: three ends
_MONTH_APART = timedelta(days=45)  # at most, from the end of a month to that of the next
_NOTE = re.compile(r"\s*(?:\*|\(\w\))\s*\w")
_NO_TITLE = re.compile(  # within a paragraph: in brackets, figures behind a gap
    r"\([^()]*\)|^(?:(?![ ]{2}|\t).)*(?:[ ]{2}|\t).*\d.*$", re.MULTILINE
)
_CONTENTS = re.compile(  # one line alone that names its page may be a title
    r"^[^\n]*\.{3}[ \t]*\d{1,3}[ \t]*$|(?:^[^\n]*(?:\bpage[ \t]*|\t)\d{1,3}[ \t]*$\s*){2,}",
    re.IGNORECASE | re.MULTILINE,
)
_CELL = 40  # characters to which cells of a table count, whatever they print
_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE = 8  # words that running text has at least
_LEADS = re.compile(r"\bfollowing\b|\bbelow\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][\"”’)]*\s*$")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What one document shows: tables of income, a kind of text that is no release, where it announces results."""

    document: OpenedDocument
    tables: list[IncomeTable]
    kind_against: str | None
    announced_at: int | None

    @property
    def name(self) -> str:
        return self.document.record.type or f"document {self.document.record.document_no}"

    @property
    def is_report(self) -> bool:
        return self.name.upper().startswith("8-K")


def is_release(facts: Facts, documents: tuple[OpenedDocument, ...]) -> tuple[bool, tuple[str, ...]]:
    """Whether the filing is an earnings release, and the evidence for and against, in words."""
    numbers = {item.number for item in facts.items}
    reasons = [f"items {', '.join(item.number or item.title for item in facts.items)}"] if facts.items else []
    evidence = [_evidence(document) for document in documents if _may_hold(document)]
    is_of_results = bool(numbers & RESULT_ITEMS)
    acquires = not is_of_results and _acquires(numbers, evidence)
    spoken = _spoken_for(numbers, evidence, acquires)
    if spoken:
        reasons.append(spoken)
    decided = False
    for shown in evidence:
        if shown.tables:
            reads_as_news = not spoken and not acquires and _is_news(shown)
            holds, reason = _weigh(shown, is_spoken_for=bool(spoken), reads_as_news=reads_as_news)
        else:
            holds, reason = _weigh_words(shown, is_of_results=is_of_results, acquires=acquires)
        decided = decided or holds
        reasons.append(f"{shown.name} {reason}")
    return decided, tuple(reasons)


def _may_hold(document: OpenedDocument) -> bool:
    kind = (document.record.type or "").upper()
    return not kind or _EXHIBIT.match(kind) is not None or kind.startswith(("8-K", "6-K"))


def _evidence(document: OpenedDocument) -> _Evidence:
    text = document.text
    tables = find_income_tables(text)
    announced_at = _announced_at(text, min(HEAD, tables[0].start) if tables else HEAD)
    against = _kind_against(text.lower()) if tables or announced_at is not None else None
    return _Evidence(document, tables, against, announced_at)


def _acquires(numbers: set[str | None], evidence: list[_Evidence]) -> bool:
    """Whether the filing may hand in statements of a business acquired."""
    reports = (shown.document.text for shown in evidence if shown.is_report)
    return bool(numbers & ACQUISITION_ITEMS) or any(ACQUIRED.search(report) for report in reports)


def _is_news(shown: _Evidence) -> bool:
    """Whether a text is news: with a statement of a period it needs no words to announce it.

    News of a deal may print figures of another business.
    """
    text = shown.document.text
    return bool(shown.tables) and is_news(text, is_report=shown.is_report) and DEAL.search(text[:LEAD]) is None


def _spoken_for(numbers: set[str | None], evidence: list[_Evidence], acquires: bool) -> str | None:
    """What announces results for every exhibit of the filing: its item, an exhibit, or the report on a press release.

    Statements handed in with an acquisition must be announced where they stand: they may be another company's.
    """
    if numbers & RESULT_ITEMS:
        return "its item is results of operations"
    if acquires:
        return None
    for shown in evidence:
        if shown.announced_at is not None and not shown.kind_against and _speaks(shown, shown.announced_at):
            return f"{shown.name} announces results of a period"
    return None


def _speaks(shown: _Evidence, announced_at: int) -> bool:
    """Whether an announcement is of what the exhibits hold: within a report it is, where it says of a press release."""
    text = shown.document.text
    return not shown.is_report or RELEASE.search(text, max(0, announced_at - NEAR), announced_at + NEAR) is not None


def _weigh(shown: _Evidence, *, is_spoken_for: bool, reads_as_news: bool) -> tuple[bool, str]:
    if shown.kind_against:
        return False, f"prints {shown.tables[0]}, but is {shown.kind_against}"
    against = None
    for table in shown.tables:
        against = _title_against(shown.document.text, table)
        is_announced = is_spoken_for or (shown.announced_at is not None and shown.announced_at < table.start)
        if against is None and (is_announced or reads_as_news):
            return True, f"{'announces results' if is_announced else 'is news'} and prints {table}"
    return False, f"prints {shown.tables[0]}, but {f'it is {against}' if against else 'announces no results'}"


def _weigh_words(shown: _Evidence, *, is_of_results: bool, acquires: bool) -> tuple[bool, str]:
    """Of a text that prints no statement: whether it is news that tells results in its sentences."""
    text = shown.document.text
    if shown.announced_at is None:
        return False, "prints no statement of income"
    is_own_news = is_of_results or (not acquires and is_news(text))
    may_tell = is_own_news and not (shown.is_report or shown.kind_against)
    if may_tell and tells_results(text, is_of_results=is_of_results):
        return True, "announces results and tells them in running text"
    return False, "announces results but prints no statement of income"


def _announced_at(text: str, end: int) -> int | None:
    """Where the text first announces results of a period: above its statement, not in the notes to it."""
    for found in ANNOUNCEMENT.finditer(text[:end]):
        if PERIODS.search(text, max(0, found.start() - NEAR), found.end() + NEAR):
            return found.start()
    return None


def _kind_against(lower: str) -> str | None:
    for kind, mark in (KINDS_AGAINST[n] for n in _ANY_KIND.may_hold(lower)):
        met = islice(mark.words.finditer(lower, 0, mark.within), mark.times)
        if sum(1 for _ in met) == mark.times:
            return kind
    return None


def _title_against(text: str, table: IncomeTable) -> str | None:
    if _EXPECTED.search(text, max(0, table.start - HEADS), table.start):
        return "a projection"
    paragraphs = text[max(table.after, table.start - ABOVE) : table.start + BELOW].split("\n\n")
    title = "\n\n".join(words for words in paragraphs if not (_NOTE.match(words) or _is_prose(words)))
    title = _CONTENTS.sub("", title)
    for kind, mark in TITLES_AGAINST.items():
        told = any(not _heads_one_column(found, title) for found in mark.finditer(title))
        if told and not (kind == "pro forma" and BESIDE_REPORTED.search(title)):
            return kind
    above = max(0, table.start - SECTIONS)
    period = PERIODS.search(title) or PERIODS.search(text, above, table.start) or _QUARTERS.search(title)
    return None if period or _heads_quarters(title) else "of no period"


def _heads_quarters(title: str) -> bool:
    """Whether two days head columns that are not of one month and the next, "6/30/03  3/31/03", or three ends of
    quarters do: "Sept. 30,  June 30,  March 31,"."""
    pairs = (find_dates(found[0]) for found in _DAYS_BESIDE.finditer(title))
    if any(len(days) == 2 and abs(days[0].value - days[1].value) > _MONTH_APART for days in pairs):
        return True
    steps = (month_number(found[1]) - month_number(found[2]) for found in _ENDS_BESIDE.finditer(title))
    return sum(step % 12 in _A_QUARTER for step in steps) >= _TREND


def _heads_one_column(found: re.Match[str], title: str) -> bool:
    """Whether words below a row of years are no title and stand under its first year or its last one alone."""
    row = BELOW_YEARS.search(title, 0, found.start())
    if row is None or "statement" in found[0].lower():
        return False
    years = list(YEAR_ALONE.finditer(row[0].partition("\n")[0].expandtabs(_CELL)))
    before, below = title[: found.start()].rpartition("\n")[2], title[found.start() :].partition("\n")[0]
    line = f"{before}{below}".expandtabs(_CELL).rstrip()
    return len(line) - len(line.lstrip()) >= years[0].end() or len(line) <= years[-1].start()


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is running text: it ends as a sentence does, most of its words in small letters, and leads
    to no table."""
    ends = _ENDS.search(paragraph) is not None and _LEADS.search(paragraph) is None
    words = _WORD.findall(_NO_TITLE.sub("", paragraph)) if ends else []
    return len(words) >= _SENTENCE and 2 * sum(map(str.islower, words)) > len(words)
