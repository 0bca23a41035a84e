"""Labels that wrap over several lines, joined into one row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.words import A_SHARE, SIDE, goes_on, hangs, is_open, is_unfinished

# The end of a word in two: of "long-" above "term", not of "short-" above "and long-term".
_HYPHEN = re.compile(r"(?<=[a-z]-) (?=(?!and\b|or\b|to\b)[a-z])", ANY_CASE)
# What no word of two parts ends with: the rest of one that was parted by syllables, "admin-" above "istrative".
_SYLLABLES = re.compile(
    r"(?:(?:(?:minis|is|s)?tra|(?:ti|i)?za|(?:pre)?cia|era|na|a)?tion|(?:minis|is|s)?trative|visions?|holders?|[iv]?alents?|ments?"
    r"|able|penses?|standing|ities|nance|ances?|ences?)\b",
    ANY_CASE,
)
# The last word of a label; what was done with a thing may also be a line of its own below the thing, beside others.
_LAST = re.compile(r"expenses?|taxes|\(unaudited\)|(?P<done>acquired|payable|purchased|sold)", ANY_CASE)
# "Selling, general and administrative" heads no lines, and a total is none of those below a heading.
_NO_HEADING = re.compile(r"\b(?:administrative|development|marketing|operating|selling)$", ANY_CASE)
_RESULT = re.compile(r"(?:total|gross|net|operating|income|earnings|loss|profit)\b", ANY_CASE)
_CLASS_OF_STOCK = re.compile(r"\d[\d/. ]*%|(?:series|class) ", ANY_CASE)
_NO_AMOUNTS = re.compile(r"commitment|contingen|\b(?:none|no|nil)\b|^\([^)]*\)$", ANY_CASE)


def join_wrapped(rows: Sequence[GridRow], apart: Sequence[bool], hung: Sequence[bool]) -> list[GridRow]:
    """Rows with each wrapped label in one. `apart[n]`: row n does not follow directly on row n - 1.

    A label without numbers goes on in the next row, or is the rest of the label of the row above, where its words say
    so (a comma, an open bracket, a small letter), or their place (`hung[n]`: row n hangs below row n - 1); otherwise it
    is a heading of its own. Two rows of numbers stay two.
    """
    joined: list[GridRow] = []
    for row, below, is_apart, is_hung in zip(rows, [*rows[1:], None], apart, hung, strict=True):
        previous = joined[-1] if joined else None
        if (
            previous is None
            or previous.label is None
            or row.label is None
            or (previous.cells and row.cells)
            or (is_apart and not is_unfinished(previous.label.text))
            or _heads_classes(previous.label.text, row, below)
            or not (is_hung or goes_on(previous.label.text, row.label.text) or _ends_there(previous, row, below))
        ):
            joined.append(row)
        elif not previous.cells:
            joined[-1] = _extended(previous, row)
        elif _hangs_below(row, previous) and not _heads(row.label.text, previous):
            joined[-1] = replace(previous, label=_with_rest(previous.label, row.label))
        else:
            joined.append(row)
    return joined


def _hangs_below(rest: GridRow, row: GridRow) -> bool:
    """Whether words stand no further left than the row that they end, or begin small."""
    return rest.indent >= row.indent or (rest.label is not None and rest.label.text[0].islower())


def awaits_figures(words: str) -> bool:
    """Whether numbers without a label are of the label a line above, as in cells set to their foot."""
    return not words.endswith(":") and not words.isupper() and not has_no_amounts(words)


def has_no_amounts(label: str) -> bool:
    """Whether a label is of a line that is printed without amounts: a total may stand below it."""
    return _NO_AMOUNTS.search(label) is not None


def _ends_there(upper: GridRow, lower: GridRow, below: GridRow | None) -> bool:
    """Whether a label without numbers has its last word in the row below: "Expenses" is no line of its own, unless
    others stand with it below a heading."""
    assert upper.label is not None
    assert lower.label is not None
    last = _LAST.fullmatch(lower.label.text)
    if last is None or upper.cells or not lower.cells:
        return False
    if upper.label.text.endswith(":") or upper.label.text.isupper() != lower.label.text.isupper():
        return False
    if below is None or below.label is None or not below.cells or below.indent != lower.indent:
        return True
    if last["done"] and below.label.text.isalpha():  # "Sold" beside "Purchased"
        return False
    heads_none = _NO_HEADING.search(upper.label.text) is not None or _RESULT.match(below.label.text) is not None
    return heads_none or lower.indent <= upper.indent


def _heads_classes(words: str, row: GridRow, below: GridRow | None) -> bool:
    """Whether words head two classes of stock or more: "Preferred stock, 20,000 authorized:" above two series."""
    if not words.endswith(":") or below is None:
        return False
    return all(one.label is not None and one.cells and _CLASS_OF_STOCK.match(one.label.text) for one in (row, below))


def _heads(words: str, row: GridRow) -> bool:
    """Whether words below a row of numbers head the rows below: "Shares:", "PER SHARE", also "Per share" below whole
    amounts; "share:" and "per share" end a label, and so does "AFFILIATES" below "Equity in earnings of". Heads are
    also "Long-term Liabilities" below "Accrued expenses and other", and words that open a bracket where one was left
    open above and they close none but their own."""
    above = row.label.text if row.label else ""
    if is_open(above) and words[0].isupper() and words.count("(") >= max(1, words.count(")")):
        return True
    if A_SHARE.fullmatch(words) and not hangs(above):
        return words[0].isupper() and not any("." in cell.text for cell in row.cells)
    if SIDE.fullmatch(words) and above.lower().endswith("and other"):
        return words[0].isupper()
    in_capitals = words.isupper() and not above.isupper() and not hangs(above)
    return words[0].isupper() and (words.endswith(":") or in_capitals)


def _extended(upper: GridRow, lower: GridRow) -> GridRow:
    assert upper.label is not None
    assert lower.label is not None
    label = GridCell(_joined(upper.label.text, lower.label.text), upper.label.start, lower.label.end, 0, 0)
    return GridRow(
        label,
        lower.cells,
        upper.indent,
        upper.ruled_above or lower.ruled_above,
        upper.page_break_above or lower.page_break_above,
    )


def _with_rest(upper: GridCell, rest: GridCell) -> GridCell:
    # The numbers stand between the two parts: the span keeps to the first.
    return GridCell(_joined(upper.text, rest.text), upper.start, upper.end, 0, 0)


def _joined(upper: str, lower: str) -> str:
    """The two parts with a blank between them, none after the hyphen of a word in two; after a syllable no hyphen."""
    place = len(upper)
    words = f"{upper} {lower}"
    if not _HYPHEN.match(words, place):
        return words
    return f"{upper[:-1] if _SYLLABLES.match(lower) else upper}{lower}"
