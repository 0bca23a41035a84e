"""Tables of plain text whose blanks were lost, as text taken from a PDF prints them ("Net sales $1,220 $1,110 (90)"):
their figures and headings are set in columns again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.filing.dates import MONTH, YEAR

_ROWS = 6  # rows at least that make a table
_SHARE = 0.6  # of them that print as many figures
_APART = 5  # printed lines from one row of a table to the next at most: headings, labels that go on
_ABOVE = 8  # lines above the first row that may head columns
_GAP = 4  # blanks between columns
_ROOM = len("September 30, 2003")  # of a column at least: what stands over two of them has room, too
_ENDS = frozenset("0123456789)%-–—")  # of a row
_FIGURE = r"(?:\$ ?)?-?\(?(?:\$ ?)?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+)\)?(?: ?%)?|(?:\$ ?)?(?:--?|[–—])"
_FIGURES = re.compile(rf"(?:^|(?<=\S) )(?:{_FIGURE})(?: (?:{_FIGURE}))+$")
_EACH = re.compile(_FIGURE)
_LETTER = re.compile(r"[A-Za-z]")
_COUNT = r"(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine|fifty-two|\d\d?)"
_DATE = rf"{MONTH} \d\d?,?(?: {YEAR})?|\d\d?/\d\d?/(?:19|20)?\d\d"
_SPAN = (
    rf"(?:for the )?(?:{_COUNT} (?:months?|weeks)|(?:fiscal )?(?:quarters?|years?)) (?:period )?ended(?: (?:{_DATE}))?"
)
_HEADING = re.compile(
    rf"{_SPAN}|(?:as of )?(?:{_DATE})|(?:q[1-4] )?{YEAR}|year[ -]to[ -]date|(?:first|second|third|fourth) quarter"
    r"|(?:% )?change",
    re.IGNORECASE,
)
_HEADINGS = re.compile(rf"(?P<bracket>\([^()]*\) )?(?>{_HEADING.pattern})(?: (?>{_HEADING.pattern}))*+", re.IGNORECASE)
_LONGEST = 300  # characters of a row


def opened_up(text: str) -> str:
    """The text, its tables of single blanks set in columns; text that prints columns stays as it is, and so does what
    names no column: telephone numbers, ranges of what is expected."""
    lines = text.split("\n")
    for rows in _tables(lines):
        _set(lines, rows)
    return "\n".join(lines)


def _tables(lines: Sequence[str]) -> Iterator[dict[int, int]]:
    """Runs of rows, by line: where their figures begin; headings of columns and lines that blanks part end a run."""
    rows: dict[int, int] = {}
    apart = 0  # printed lines since the last row
    for n, line in enumerate(map(str.rstrip, lines)):
        if not rows and line[-1:] not in _ENDS:
            continue
        is_wide = "  " in line.lstrip() or len(line) > _LONGEST
        found = None if is_wide or line[-1:] not in _ENDS else _FIGURES.search(line)
        if not (rows or found):
            continue
        apart += bool(line)
        is_heading = not is_wide and _HEADINGS.fullmatch(line.lstrip()) is not None
        if rows and (is_wide or is_heading or apart > _APART):
            if len(rows) >= _ROWS:
                yield rows
            rows = {}
        if found and not is_heading and (rows or _LETTER.search(line, 0, found.start())):
            rows[n], apart = found.start(), 0
    if len(rows) >= _ROWS:
        yield rows


def _set(lines: list[str], rows: dict[int, int]) -> None:
    """Set the rows of a table in columns, and the headings above them, where a line of these names each column; a row
    that leaves columns out does not say which."""
    figures = {n: _EACH.findall(lines[n][start:].strip()) for n, start in rows.items()}
    count, times = Counter(map(len, figures.values())).most_common(1)[0]
    headings = _headings(lines, min(rows))
    names = [head for heads in headings.values() if len(heads) == count for head in heads]
    if times < _SHARE * len(rows) or not names:
        return
    cells = {n: found[-count:] for n, found in figures.items() if len(found) >= count}
    labels = {n: _label(lines[n], found) for n, found in [*cells.items(), *headings.items()]}
    width = max(_ROOM, *map(len, names), *(len(cell) for found in cells.values() for cell in found)) + _GAP
    label = max(map(len, labels.values()))
    ends = [label + n * width for n in range(1, count + 1)]
    _set_headings(lines, headings, labels, ends)
    for n, found in cells.items():
        printed = labels[n]
        for cell, end in zip(found, ends, strict=True):
            printed = printed.ljust(end + cell.endswith(")") - len(cell)) + cell
        lines[n] = printed


def _headings(lines: Sequence[str], first: int) -> dict[int, list[str]]:
    """The headings of the lines above the first row, from the lowest up to a line that prints columns."""
    found: dict[int, list[str]] = {}
    for n in range(first - 1, max(-1, first - 1 - _ABOVE), -1):
        words = lines[n].strip()
        if "  " in words:
            break
        if line := _HEADINGS.fullmatch(words):
            found[n] = [head[0] for head in _HEADING.finditer(words, line.end("bracket") if line["bracket"] else 0)]
    return found


def _label(line: str, cells: Sequence[str]) -> str:
    """What stands in front of the cells of a row: "Notes due 2005" has a figure of its own, headings a bracket."""
    return line[: len(line.rstrip()) - len(" ".join(cells))].rstrip()


def _set_headings(
    lines: list[str], headings: dict[int, list[str]], labels: dict[int, str], ends: Sequence[int]
) -> None:
    """Set the headings over their columns, from the lowest up."""
    own = [""] * len(ends)
    width = ends[1] - ends[0] - _GAP
    for n, heads in headings.items():
        begins = _begins(heads, own)
        printed = labels[n]
        for head, begin, after in zip(heads, begins, [*begins[1:], len(ends)], strict=False):
            end = ends[after - 1]
            if after - begin > 1:  # in the middle of its columns
                end -= (end - ends[begin] + width - len(head)) // 2
            printed = printed.ljust(end - len(head)) + head
        if begins:
            lines[n] = printed
            if len(heads) == len(own):
                own = [f"{head} {below}" for head, below in zip(heads, own, strict=True)]


def _begins(heads: Sequence[str], own: Sequence[str]) -> list[int]:
    """The first column of each heading: one each, or where what is named below begins again, else even shares."""
    again = [n for n, words in enumerate(own) if n == 0 or (words and words == own[0])]
    if len(heads) == len(own):
        return list(range(len(own)))
    if len(again) == len(heads):
        return again
    share, rest = divmod(len(own), len(heads))
    return [] if rest or len(heads) > len(own) else list(range(0, len(own), share))
