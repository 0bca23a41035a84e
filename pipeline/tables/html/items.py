"""The printed items of a row of HTML: a number with its sign, brackets and the mark of its note, or a run of words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.filing.opened import HtmlCell
from pipeline.tables.values import is_bracket, is_value, is_year

_SHORT = 6  # characters of a sign, bracket or mark in a cell of its own
_OPENS = frozenset("$€£¥(")  # what an opening ends with
_OPENING = re.compile(r"(?:[A-Z]{0,3}\$|[€£¥]|\(|(?:[A-Z]{0,3}\$|[€£¥])\s*\(|\(\s*\$)")
_CLOSES = frozenset(")%xbp†(")  # what a closing begins with
_CLOSING = re.compile(r"\)?\s*(?:%|x|bps|p?pts?)?\s*\)?|†|\([a-z]\)")
_WHOLE = re.compile(r"\(?\d{1,3}")
_TENTHS = re.compile(r"\.\d\)?%?")
_SPREAD_YEAR = re.compile(r"(?:1 9|2 0) \d \d")  # "2 0 2 3"
_SPREAD = 7  # characters of one
_RULED = re.compile(  # a number with the rules that its cell draws above and below it
    r"(?:[-=_\u2013\u2014]{3,}\s*\n\s*)?(?P<printed>\S[^\n]*?)(?:\s*\n\s*[-=_\u2013\u2014]{3,})?"
)
_NOTE = re.compile(r"(?:\(\d{1,2}\))+|\[\w\]|\*{1,3}")


@dataclass(slots=True, eq=False)
class Item:
    """Printed characters of a row over physical columns `first` to `last`."""

    text: str
    start: int
    end: int
    first: int
    last: int
    is_number: bool
    core: int  # the physical column where the digits end
    indent: float = 0.0

    @property
    def left(self) -> int:
        return self.first

    @property
    def right(self) -> int:
        return self.last


def moved(item: Item, by: int) -> Item:
    """An item as if the table began `by` physical columns further right."""
    return replace(item, first=item.first - by, last=item.last - by, core=item.core - by)


def is_note(item: Item) -> bool:
    """Whether an item may be the mark of a footnote, or a number or none of its own: "(1)", "*"."""
    return item.text[0] in "(*[" and _NOTE.fullmatch(item.text) is not None


def with_notes(items: list[Item], certain: set[int]) -> list[Item]:
    """A mark right after a number is a footnote's, unless it stands as a number of other rows, where these are
    `certain`."""
    if not any(item.core not in certain and is_note(item) for item in items):
        return items
    joined: list[Item] = []
    for item in items:
        reach = 2 if item.text[0] == "*" else 1
        after = joined and joined[-1].is_number and item.first - joined[-1].last <= reach
        if after and is_note(item) and not _stands_as_number(joined[-1], item, certain):
            joined[-1] = _join(joined[-1], item, joined[-1].core)
        else:
            joined.append(item)
    return joined


def _stands_as_number(before: Item, item: Item, certain: set[int]) -> bool:
    """Whether other numbers end in the physical column of an item, or above one of several that it takes as the number
    before it does: "(19)" and "(17)" in three each; a mark may take the rest of its row."""
    as_wide = item.last - item.first == before.last - before.first
    return item.core in certain or (as_wide and not certain.isdisjoint(range(item.first, item.last)))


def read_items(text: str, placed: Sequence[tuple[HtmlCell, int, int]]) -> list[Item]:
    """The printed items of a row, a split "$", "(", ")" or "%" joined with its number."""
    items: list[Item] = []
    opening: Item | None = None
    alone: list[Item] = []  # signs that no number follows
    for cell, first, last in placed:
        start, end = _between_rules(text, cell.start, cell.end)
        printed = text[start:end]
        if "\n" in printed or len(printed) == _SPREAD:
            printed = _in_one_line(printed)
        value = is_value(printed)
        item = Item(printed, start, end, first, last, value, last, cell.indent)
        previous = items[-1] if items else None
        if opening is not None:
            joined = _join(opening, item, item.last)
            sign, opening = opening, None
            if joined.is_number or value:
                items.append(joined)
                continue
            if len(joined.text) <= _SHORT and _OPENING.fullmatch(joined.text):
                opening = joined
                continue
            alone.append(sign)
        if not value and printed[-1] in _OPENS and len(printed) <= _SHORT and _OPENING.fullmatch(printed):
            opening = item
        elif previous is not None and len(printed) <= _SHORT and _goes_on(previous, item):
            items[-1] = _join(previous, item, previous.core)
        else:
            items.append(item)
    if opening is not None:
        alone.append(opening)
    if alone and not any(item.is_number for item in items):  # "RMB", "US$": headings
        items = sorted([*items, *alone], key=lambda item: item.first)
    return items


def _between_rules(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a cell's number begins and ends, between the rules that the cell draws above and below it."""
    ruled = _RULED.fullmatch(text, start, end) if text.find("\n", start, end) >= 0 else None
    return ruled.span("printed") if ruled else (start, end)


def _in_one_line(text: str) -> str:
    """The text of a cell in one line, a year that is spread in it drawn together."""
    printed = " ".join(text.split())
    return printed.replace(" ", "") if _SPREAD_YEAR.fullmatch(printed) else printed


def with_labels(rows: Sequence[list[Item]]) -> Sequence[list[Item]]:
    """Rows of items, a range or bound where others print their labels as a label: "< $100,000" of deposits."""
    if not any(items and items[0].is_number and is_bracket(items[0].text) for items in rows):
        return rows
    places = {items[0].first for items in rows if len(items) > 1 and not items[0].is_number and items[1].is_number}
    for items in rows:
        if items and items[0].is_number and items[0].first in places and is_bracket(items[0].text):
            items[0] = replace(items[0], is_number=False)
    return rows


def _goes_on(previous: Item, item: Item) -> bool:
    """Whether an item ends the one before it: a sign that closes, or the tenths of "98" and ".3"."""
    if item.text[0] == ".":
        tenths = _TENTHS.fullmatch(item.text) and _WHOLE.fullmatch(previous.text)
        return tenths is not None and item.first == previous.last + 1
    if item.text[0] not in _CLOSES or not _CLOSING.fullmatch(item.text) or item.first - previous.last > 2:
        return False
    if item.text[0] == "%" and is_year(previous.text):  # the headings of two columns
        return False
    return previous.is_number or previous.text.count("(") > previous.text.count(")")


def _join(first: Item, second: Item, core: int) -> Item:
    text = (
        first.text + second.text
        if second.text[0] in ")%." or first.text.endswith("(")
        else f"{first.text} {second.text}"
    )
    return Item(text, first.start, second.end, first.first, second.last, is_value(text), core, first.indent)
