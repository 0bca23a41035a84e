"""Tables of HTML that are one: a row in a table each, headings apart from their body, what goes on over a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.columns import Mark
from pipeline.tables.html.items import Item, moved
from pipeline.tables.words import names_period

_ABOVE = 8  # lines of a title
_LONG = 200  # characters: a paragraph, no title
_DIGIT = re.compile(r"\d")
_CENTS = re.compile(r"[^\d,.]*\d{0,2}\.\d{2,3}\W*")
_CONTINUED = re.compile(r"\W*\bcont(?:inued|[’'.]?d)\b\W*$", ANY_CASE)
# Lines that only the end of a statement holds; lines that end one where nothing stands below them.
_LAST_LINES = re.compile(
    r"^(?!.*\bexcept\b).*\bper (?:\w+ )*(?:share|unit)|^diluted\b|"
    r"\btotal liabilities\b.*(?:\band\b|&|\bequity\b)|\btotal\b.*(?:\band|&) liabilities\b",
    ANY_CASE,
)
_LAST_LINE = re.compile(
    r"total|(?:net|(?:total )?comprehensive)(?:\W+(?:income|loss|earnings|profit|or))+\W*"
    r"(?:(?:attributable|available|applicable)\b.*)?",
    ANY_CASE,
)
_RESULTS = re.compile(  # a share
    r"^(?!.*\b(?:adjusted|excluding|pro forma|non-gaap|margin)\b)"
    r".*\b(?:basic|diluted|operations|extraordinary|cumulative|net|earnings|loss|dividends)\b",
    ANY_CASE,
)
_OF_STATEMENT = re.compile(r"\b(?:statements?|balance sheets?|operations|cash flows?)\b", ANY_CASE)
# A row that begins another table.
_BEGINS = re.compile(
    r"(?<!share )\bdata\b|\b(?:statements?|balance sheets?|highlights|reconciliations?|summary)\b|"
    r"^(?:cash flows? (?:from|provided by) )?operating activities",
    ANY_CASE,
)
_OF_PAGES = re.compile(r"\W*(?:(?:page\s*)?\d{1,3}(?: of \d{1,3})?|table of contents)?\W*", ANY_CASE)


@dataclass(slots=True)
class Row:
    """What a row prints; `numbers` are its values, but for one at the very left that has words after it."""

    items: list[Item]
    is_heading: bool
    ruled: bool = False
    numbers: list[Item] = field(init=False)
    marks: list[Mark] = field(init=False)  # of its numbers

    def __post_init__(self) -> None:
        values = [item for item in self.items if item.is_number]
        at_left = values and self.items[0] is values[0] and len(self.items) > 1 and not self.items[1].is_number
        self.numbers = values[1:] if at_left else values  # the number of a line or a list
        self.marks = [Mark(item.first, item.core + 1, not _DIGIT.search(item.text)) for item in self.numbers]


@dataclass(slots=True)
class Part:
    """Tables that are one: rows, width in physical columns, place."""

    rows: list[Row]
    width: int
    start: int
    end: int

    def between(self, low: int, high: int) -> Part:
        """What it prints from one physical column up to another, as if it began there."""
        rows = [replace(r, items=[moved(i, low) for i in r.items if low <= i.first < high]) for r in self.rows]
        return replace(self, rows=[row for row in rows if row.items], width=high - low)


def joined(text: str, parts: Sequence[Part]) -> Iterable[Part]:
    """Parts of one table put together: a row each, the headings apart from the body, or what goes on over a page."""
    current: Part | None = None
    seen = 0
    for part in parts:
        if not part.rows:
            continue
        rows = None
        if current is not None and current.width == part.width:
            together = _go_together(text, current, part)
            rows = part.rows if together else _rest_over_page(text, seen, current, part)
        if current is not None and rows is not None:
            current = Part(current.rows + rows, part.width, current.start, part.end)
            continue
        if current is not None:
            seen = current.end
            yield current
        current = part
    if current is not None:
        yield current


def _go_together(text: str, upper: Part, lower: Part) -> bool:
    if text[upper.end : lower.start].strip():
        return False
    if lower.rows[0].is_heading and not all(row.is_heading for row in upper.rows):
        return len(lower.rows) == 1
    return len(lower.rows) == 1 or all(row.is_heading for row in upper.rows)


def _rest_over_page(text: str, seen: int, upper: Part, lower: Part) -> list[Row] | None:
    """The rows with which a table goes on over a page, without headings printed again; null where it does not go on.

    Between the two stand only page numbers and titles of the first. Unless a title says "continued", the first must
    lack the last lines of a statement; titles must then name a statement, and the headings must be printed again below
    them. The rest begins with no other headings, no period and no title.
    """
    if lower.start - upper.end > _LONG * _ABOVE:
        return None
    heads = {_texts(row) for row in upper.rows if row.is_heading}
    body = next((n for n, row in enumerate(lower.rows) if not (row.is_heading and _texts(row) in heads)), 0)
    rest = lower.rows[body:]
    between = [" ".join(line.split()) for line in text[upper.end : lower.start].splitlines()]
    titles = [line for line in between if not _OF_PAGES.fullmatch(line)]
    names = [_CONTINUED.sub("", line) for line in titles]
    told = lines_above(text, seen, upper.start) if titles else ()
    if any(words and words not in told for words in names):
        return None
    is_said_to = names != titles  # "continued"
    if not is_said_to and not _may_go_on(upper.rows, rest, titles, has_heads=body > 0):
        return None
    return rest if _begins_with_a_label(rest) else None


def _may_go_on(rows: Sequence[Row], rest: Sequence[Row], titles: Sequence[str], *, has_heads: bool) -> bool:
    """Whether a table goes on in the rows of another that does not say so; `has_heads`: below its headings again."""
    if titles and not (has_heads and any(map(_OF_STATEMENT.search, titles))):
        return False
    return not _is_finished(rows, rest) or (not has_heads and _goes_on_a_share(rows, rest))


def _begins_with_a_label(rows: Sequence[Row]) -> bool:
    """Whether rows begin with words left of their numbers, which name no period and no statement."""
    numbers = next((row.numbers for row in rows if not row.is_heading and row.numbers), None)
    words = [item for row in takewhile(lambda row: row.is_heading, rows) for item in row.items]
    if not numbers or any(names_period(item.text) or _BEGINS.search(item.text) for item in words):
        return False
    return all(item.last < numbers[0].first for item in words)


def _is_finished(rows: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether rows hold the last lines of a statement; net income is the last unless amounts a share stand below."""
    if any(_LAST_LINES.search(item.text) for row in rows for item in row.items):
        return True
    last = next((row.items[0].text for row in reversed(rows) if row.numbers), "")
    return bool(_LAST_LINE.fullmatch(last)) and not _LAST_LINES.search(below[0].items[0].text)


def _goes_on_a_share(rows: Sequence[Row], below: Sequence[Row]) -> bool:
    """Whether the amounts a share that end a table go on in the next: no book values, no adjusted amounts."""
    first = next((row.items[0].text for row in below if row.numbers), "")
    return _RESULTS.search(first) is not None and _are_a_share(reversed(rows)) and _are_a_share(below)


def _are_a_share(rows: Iterable[Row]) -> bool:
    """Whether the first of rows that print numbers prints amounts with cents alone."""
    texts = next(([item.text for item in row.numbers] for row in rows if row.numbers), [])
    return any(map(_DIGIT.search, texts)) and all(_CENTS.fullmatch(text) for text in texts if _DIGIT.search(text))


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(item.text for item in row.items)


def lines_above(text: str, start: int, end: int) -> tuple[str, ...]:
    """The printed lines above a table, nearest last, up to a paragraph."""
    kept: list[str] = []
    for line in reversed(text[start:end].splitlines()):
        printed = " ".join(line.split())
        if not printed:
            continue
        if len(printed) > _LONG or len(kept) == _ABOVE:
            break
        kept.append(printed)
    return tuple(reversed(kept))
