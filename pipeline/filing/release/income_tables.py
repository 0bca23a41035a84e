"""Statements of income in running text, told by their lines of figures: the groups of lines that they print."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.release.words import LINE_GROUPS

ABOVE = 1_000  # characters above a table in which its title stands
STATEMENT = 5  # groups of lines that make a statement of income
HIGHLIGHTS = 3  # groups that make a table of highlights
TITLE_LINES = 4  # lines of a title, empty ones among them
GAP = 14  # lines without a figure that end a table
UNKNOWN = 28  # lines with and without figures, none of them known, that end it
LINE = 400  # characters in which a line of figures is told from running text
LONGEST_LABEL = 60  # characters of a label's first line
LONGEST = 90  # lines of figures that a statement may have

_FIGURES = re.compile(r"(?:(?![A-Za-z]{4})[^\d\n])*\d(?:(?![A-Za-z]{4})[^\n])*")  # a word among them: running text
_DIGIT = re.compile(r"\d")
_RANGE = re.compile(r"\d(?:[ ][-–—][ ]|[-–—]|\s+to\s+)\$?[ ]?\.?\d")  # of what is expected, not reported
_GROUP_OF = {start: group for group, starts in LINE_GROUPS.items() for start in starts}
_FIGURES_END = tuple("0123456789)-%")
_MARGIN = " \t•*·|0123456789."  # line numbers and the side of a box among it
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


def find_income_tables(text: str) -> list[IncomeTable]:
    """Tables that read as statements of income or as highlights, those with most groups of lines first."""
    found: list[IncomeTable] = []
    after = 0
    for lines in filter(None, _Runs(text).read()):
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


class _Runs:
    """Runs of lines with figures whose labels belong to an income statement, by place and group."""

    def __init__(self, text: str) -> None:
        self._found: list[list[tuple[int, str]]] = [[]]
        self._lines = text.split("\n")
        self._title = ""  # of the last statement: over each page that has none of its results yet
        self._last = self._known = -GAP  # lines with figures
        self._above: list[tuple[int, str]] = []  # labels without figures: that go on below, or stacked in a cell

    def read(self) -> list[list[tuple[int, str]]]:
        """The runs in printed order; those that no line was found for are empty."""
        place = 0
        for number, line in enumerate(self._lines):
            self._read_at(number, line, place)
            place += len(line) + 1
        return self._found

    def _read_at(self, number: int, line: str, start: int) -> None:
        words = line.rstrip().lstrip(_MARGIN)
        begins = words[:_HEAD].rstrip().lower() in _STARTS
        if ("tatement" in words or "TATEMENT" in words) and _TITLE.match(words):
            self._begin(number, words)
        if not begins and not self._above:
            if number - self._last < GAP and number - self._known < UNKNOWN and line[-1:] in _FIGURES_END:
                self._last = number
        elif words or _DIGIT.search(line):  # not between labels in double spacing, figures a line below theirs
            self._read_line(number, line, start, words, begins=begins)

    def _begin(self, number: int, title: str) -> None:
        """Begin a run with the title of a statement, unless it stands over the next page of the same."""
        below = " ".join(self._lines[number + 1 : number + TITLE_LINES]).lower()
        is_repeated = title == self._title and "result" not in (group for _, group in self._found[-1])
        if not is_repeated and not _CONTINUED.search(below):
            self._found.append([])
        self._title = title

    def _read_line(self, number: int, line: str, start: int, words: str, *, begins: bool) -> None:
        found = _FIGURE_LINE.match(words)
        if begins and not found and len(words) < LONGEST_LABEL:
            self._above.append((start, words))
            return
        upper, self._above = self._above, []
        label, figures = (found["label"], found["figures"]) if found else ("", line)
        group = _group(label.lower())
        if not group and upper:
            start, group = upper[-1][0], _group(upper[-1][1].lower())
        if not group or not _FIGURES.fullmatch(figures, 0, LINE) or _RANGE.search(figures):
            return
        if number - self._last >= GAP or len(self._found[-1]) >= LONGEST:
            self._found.append([])
        groups = (*self._stacked(number, upper), group)
        self._found[-1] += [(start, known) for known in groups if known]
        self._last = self._known = number

    def _stacked(self, number: int, labels: list[tuple[int, str]]) -> list[str | None]:
        """The groups of labels that are stacked in a cell, as their figures are in the next."""
        below = self._lines[number + 1] if number + 1 < len(self._lines) else ""
        is_stack = len(labels) > 1 and _FIGURES.fullmatch(below, 0, LINE)
        return [_group(label.lower()) for _, label in labels] if is_stack else []


def _group(label: str) -> str | None:
    start = next((start for start in _STARTS.get(label[:_HEAD].rstrip(), ()) if label.startswith(start)), None)
    return _GROUP_OF[start] if start else None
