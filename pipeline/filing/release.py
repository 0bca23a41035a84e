"""Is a filing an earnings release: items, kinds of exhibits and content weighed together.

A release announces the company's own results for a period and prints a statement of income in the text, or a table of
highlights that stands in for it. What only names Item 2.02, previews sales, corrects earlier statements or hands in
the statements of a business acquired is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from pipeline.filing.exhibit import is_news
from pipeline.filing.facts import Facts
from pipeline.filing.opened import OpenedDocument
from pipeline.filing.rare import AnyOf
from pipeline.filing.release_words import (
    ACQUIRED,
    ANNOUNCEMENT,
    BELOW_YEARS,
    BESIDE_REPORTED,
    DEAL,
    KINDS_AGAINST,
    LINE_GROUPS,
    PERIODS,
    RELEASE,
    TITLES_AGAINST,
)

RESULT_ITEMS = frozenset({"12", "2.02"})
ACQUISITION_ITEMS = frozenset({"2", "2.01"})
HEAD = 40_000  # characters in which a release says what it announces
LEAD = 500  # characters in which news says what it is about
NEAR = 300  # characters from an announcement to its period
ABOVE = 1_000  # characters above a table in which its title stands
SECTIONS = 4_000  # characters above its first known line in which its period stands, its first sections between
HEADS = 200  # characters above a table in which its columns are named
BELOW = 300  # and below its first line: column headings that follow a first section
STATEMENT = 5  # groups of lines that make a statement of income
HIGHLIGHTS = 3  # groups that make a table of highlights
TITLE_LINES = 4  # lines of a title, empty ones among them
GAP = 14  # lines without a figure that end a table
UNKNOWN = 28  # lines with and without figures, none of them known, that end it
LINE = 400  # characters in which a line of figures is told from running text
LONGEST_LABEL = 60  # characters of a label's first line
LONGEST = 90  # lines of figures that a statement may have

_EXHIBIT = re.compile(r"EX-(?:99|20|28)")
_ANY_KIND = AnyOf((mark.words.pattern for _, mark in KINDS_AGAINST), flags=re.MULTILINE)
_FIGURES = re.compile(r"(?:(?![A-Za-z]{4})[^\d\n])*\d(?:(?![A-Za-z]{4})[^\n])*")  # a word among them: running text
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\d(?:[ ][-–—][ ]|[-–—]|\s+to\s+)\$?[ ]?\.?\d")  # of what is expected, not reported
_EXPECTED = re.compile(  # heads of columns of what was expected: "Low  High", "Preliminary  Prior guidance"
    r"^\W*low\s+high\W*$|^[^.,\n]*(?:\t|[ ]{2})\W*(?:prior|previous|original)\s(?:\w+\s)?guidance\b(?![^\n]*[.,])",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE = re.compile(r"\s*(?:\*|\(\w\))\s*\w")
_NO_TITLE = re.compile(r"\([^()]*\)|^.*(?:[ ]{2,}|\t).*\d.*$", re.MULTILINE)  # within a paragraph: in brackets, figures
_CONTENTS = re.compile(r"^[^\n]*(?:\bpage[ \t]*|\.{3}[ \t]*|\t)\d{1,3}[ \t]*$", re.IGNORECASE | re.MULTILINE)
_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE = 8  # words that running text has at least
_LEADS = re.compile(r"\bfollowing\b|\bbelow\b", re.IGNORECASE)
_ENDS = re.compile(r"[.!?][\"”’)]*\s*$")
_GROUP_OF = {start: group for group, starts in LINE_GROUPS.items() for start in starts}
_FIGURES_END = tuple("0123456789)-%")
_MARGIN = " \t•*·0123456789."  # line numbers among it
_FIGURE_LINE = re.compile(
    r"(?P<label>(?:[A-Za-z]|\((?![\d$.]))[^\t\n]{2,90}?)(?:[ .]{2,}|\t|[ ]?\$[ ]*|:[ ]+)(?P<figures>[^\n]*)"
)
_TITLE = re.compile(  # of another statement; one that goes on over a page is the same
    r"(?!.*\bcontinued)(?:\w+ ){0,3}statements? of (?:\w+ ){0,2}(?:operations|income|earnings|loss)\b", re.IGNORECASE
)
_CONTINUED = re.compile(r"\bcontinued\b")
_HEAD = 4  # letters by which they are looked up
_STARTS: dict[str, list[str]] = {}  # how labels begin, by their first letters, the longest first
for _start in sorted(_GROUP_OF, key=len, reverse=True):
    _STARTS.setdefault(_start[:_HEAD].rstrip(), []).append(_start)


@dataclass(frozen=True, slots=True)
class IncomeTable:
    """A run of lines with figures that reads as a statement of income, or as highlights of one."""

    groups: frozenset[str]
    start: int
    after: int  # where the last line known of the table above it stands

    def __str__(self) -> str:
        kind = "a statement of income" if len(self.groups) >= STATEMENT else "highlights of income"
        return f"{kind} ({', '.join(sorted(self.groups))})"


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
    acquires = not numbers & RESULT_ITEMS and _acquires(numbers, evidence)
    spoken = _spoken_for(numbers, evidence, acquires)
    if spoken:
        reasons.append(spoken)
    decided = False
    for shown in evidence:
        reads_as_news = not spoken and not acquires and _is_news(shown)
        holds, reason = _weigh(shown, is_spoken_for=bool(spoken), reads_as_news=reads_as_news)
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
    if not shown.tables:
        announced = "prints" if shown.announced_at is None else "announces results but prints"
        return False, f"{announced} no statement of income"
    if shown.kind_against:
        return False, f"prints {shown.tables[0]}, but is {shown.kind_against}"
    against = None
    for table in shown.tables:
        against = _title_against(shown.document.text, table)
        is_announced = is_spoken_for or (shown.announced_at is not None and shown.announced_at < table.start)
        if against is None and (is_announced or reads_as_news):
            return True, f"{'announces results' if is_announced else 'is news'} and prints {table}"
    return False, f"prints {shown.tables[0]}, but {f'it is {against}' if against else 'announces no results'}"


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
        told = any(not BELOW_YEARS.search(title, 0, found.start()) for found in mark.finditer(title))
        if told and not (kind == "pro forma" and BESIDE_REPORTED.search(title)):
            return kind
    period = PERIODS.search(title) or PERIODS.search(text, max(0, table.start - SECTIONS), table.start)
    return None if period else "of no period"


def _is_prose(paragraph: str) -> bool:
    """Whether a paragraph is running text: it ends as a sentence does, most of its words in small letters, and leads
    to no table."""
    ends = _ENDS.search(paragraph) is not None and _LEADS.search(paragraph) is None
    words = _WORD.findall(_NO_TITLE.sub("", paragraph)) if ends else []
    return len(words) >= _SENTENCE and 2 * sum(map(str.islower, words)) > len(words)


def find_income_tables(text: str) -> list[IncomeTable]:
    """Tables that read as statements of income or as highlights, those with most groups of lines first."""
    found: list[IncomeTable] = []
    after = 0
    for lines in filter(None, _runs(text)):
        groups = frozenset(group for _, group in lines)
        has_result = bool(groups & {"result", "per share"}) and bool(groups & {"revenue", "costs"})
        reconciles = lines[0][1] == "result" and "revenue" not in groups
        is_told = has_result or _is_titled_extract(text, lines[0][0], groups)
        if len(groups) >= HIGHLIGHTS and is_told and not reconciles:
            found.append(IncomeTable(groups, lines[0][0], after))
        after = lines[-1][0]
    return sorted(found, key=lambda table: -len(table.groups))


def _is_titled_extract(text: str, start: int, groups: frozenset[str]) -> bool:
    """Whether a statement of income by its title ends in what its operations came to."""
    if not groups >= {"revenue", "costs", "operating"}:
        return False
    return any(_TITLE.match(line.lstrip()) for line in text[max(0, start - ABOVE) : start].split("\n"))


def _runs(text: str) -> list[list[tuple[int, str]]]:
    """Runs of lines with figures whose labels belong to an income statement, by place and group."""
    runs: list[list[tuple[int, str]]] = [[]]
    title = ""  # of the last statement: over each page that has none of its results yet
    last = known = -GAP
    place = 0
    above: list[tuple[int, str]] = []  # labels without figures: that go on in the next line, or stacked in a cell
    lines = text.split("\n")
    for number, line in enumerate(lines):
        start, place = place, place + len(line) + 1
        words = line.rstrip().lstrip(_MARGIN)
        begins = words[:_HEAD].rstrip().lower() in _STARTS
        if ("tatement" in words or "TATEMENT" in words) and _TITLE.match(words):
            below = " ".join(lines[number + 1 : number + TITLE_LINES]).lower()
            goes_on = _CONTINUED.search(below) is not None or (
                words == title and "result" not in (group for _, group in runs[-1])
            )
            title = words
            runs += [] if goes_on else [[]]
        if not begins and not above:
            if number - last < GAP and number - known < UNKNOWN and line[-1:] in _FIGURES_END:
                last = number
            continue
        if not words and not _DIGIT.search(line):  # labels in double spacing, figures a line below theirs
            continue
        found = _FIGURE_LINE.match(words)
        if begins and not found and len(words) < LONGEST_LABEL:
            above.append((start, words))
            continue
        upper, above = above, []
        label, figures = (found["label"], found["figures"]) if found else ("", line)
        group = _group(label.lower())
        if not group and upper:
            start, group = upper[-1][0], _group(upper[-1][1].lower())
        if not group or not _FIGURES.fullmatch(figures, 0, LINE) or _RANGE.search(figures):
            continue
        is_stack = len(upper) > 1 and _FIGURES.fullmatch(lines[number + 1] if number + 1 < len(lines) else "", 0, LINE)
        stacked = [_group(label.lower()) for _, label in upper] if is_stack else []
        if number - last >= GAP or len(runs[-1]) >= LONGEST:
            runs.append([])
        runs[-1] += [(start, known_group) for known_group in (*stacked, group) if known_group]
        last = known = number
    return runs


def _group(label: str) -> str | None:
    start = next((start for start in _STARTS.get(label[:_HEAD].rstrip(), ()) if label.startswith(start)), None)
    return _GROUP_OF[start] if start else None
