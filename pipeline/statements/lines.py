"""The lines of a panel: label, section, and the unit in which a line counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.clean_label import clean_label
from pipeline.statements.panels import Line, Panel
from pipeline.statements.words import COUNT, NOTE_MARK, PER_SHARE, RATE, SHARES, STOCK
from pipeline.tables.grid import GridCell, GridRow
from pipeline.tables.numbers import Number, read_number

_INCOME_OF = re.compile(  # "Net loss applicable to common shares": an amount, and no count
    r"(?:net )?\(?(?:loss|income|earnings|profit)\b.*"
    r"\b(?:applicable|attribut(?:able|ed)|available|alloca(?:ble|ted)) (?:to|for)\b"
    r"|(?:tangible )?book value\b|change in (?:the )?fair value\b|.*\baverage cost\b"
    r"|(?:redeemable )?(?:non-?controlling|minority) interests?\b"
    r"|(?:(?:limited|general|common) )?(?:partner|unitholder)s?['’]* (?:interests?|share) in"
    r" (?:net )?\(?(?:loss|income|earnings)\b",
    ANY_CASE,
)
_NONE_ISSUED = re.compile(  # such a line heads none
    r"\b(?:none|no shares)\W+(?:(?:were|are|have been) )?(?:issued|outstanding)\b", ANY_CASE
)
_NET_INCOME = re.compile(r"net (?:\(?(?:income|loss|earnings)\)?\s*)+", ANY_CASE)
_RESULT = re.compile(  # what a heading's own result adds to its words: "Financial services pretax income"
    r" (?:(?:gross|operating|pre-?tax)\b.*|(?:profits?|\(?loss\)?|[/ ])+)", ANY_CASE
)
_BARE = re.compile(
    r"(?:[-–—•]\s*)?(?:(?:and|fully)\s+)*(?:basic|diluted|primary|assuming dilution|as reported)\b", ANY_CASE
)
_DILUTED = re.compile(r"(?:[-–—•]\s*)?(?:fully )?(?:diluted|assuming dilution)\b", ANY_CASE)
_AVERAGE = re.compile(r"\W*average\b(?! cost)", ANY_CASE)  # of a period, and of no day
_BELOW_SHARES = "below_shares"  # counts of shares end with the diluted one, or with a rate
_FURTHER_SHARES = re.compile(r"\b(?:shares|adss?|class [a-z])\b", ANY_CASE)
_RESULTS = re.compile(
    r"(?:net |operating |preferred )?\(?(?:income|loss|earnings|profit|dividends)\b"
    r"|amounts? attributable\b|discontinued\b",
    ANY_CASE,
)
_DILUTES = re.compile(  # between the counts of basic and of diluted shares
    r"(?:plus|add)?\W*(?:(?:net )?(?:dilutive|incremental)\b|(?:net )?effects? of (?:\w+ )?dilut\w+"
    r"|(?:assumed )?(?:conversions?|exercise) of\b|common (?:stock |share )?equivalents\b)",
    ANY_CASE,
)
_NO_COUNT = re.compile(  # amounts told below the counts of shares
    r"(?:total |other )*comprehensive\b|(?:cash |quarterly )*dividends?\b", ANY_CASE
)
_OF_ALL_SHARES = re.compile(  # told under "Basic:" of the company, not a share
    r"(?:\W*\b(?:add|plus|less|net|provision for|income))*\W*(?:tax(?:es)?|interest)\b|.*\bavailable\b", ANY_CASE
)
_OF_MONEY = re.compile(r"\b(?:sales?|revenues?|costs?|expenses?|expenditures)\b", ANY_CASE)
_COUNTED = re.compile(r"average|outstanding|number|used", ANY_CASE)
_TWO_DECIMALS = re.compile(r"\.\d\d[)>]?$")
_CENTS = re.compile(r"\d*\.\d\d\d?\d?\)?$")
_DIGITS = re.compile(r"\d[.,]?\d")
_IN_CENTS = re.compile(r"\(\s*(?:in )?(?:[a-z.]{2,4} )?(?:cents|pence)\s*\)|\bin (?:cents|pence)\b", ANY_CASE)
_ASIDE = re.compile(r"\([^()]*\d,\d{3}[^()]*\)")  # "Net sales (tons shipped: 110,500 and 121,900)"
_NO_AMOUNTS = frozenset({"multiple", "basis_points", "points"})
_FEW = 0.25  # share of lines with cents up to which these stand for amounts a share among whole amounts
_UNIT_WORDS = {"per_share": PER_SHARE, "shares": SHARES}


@dataclass(slots=True)  # not frozen: that takes several times as long, and a filing has hundreds
class NumberLine:
    """One printed line of numbers; `measure` is money, per_share, shares, percent or number."""

    line: Line
    line_no: int
    label: str
    section: str | None
    measure: str
    numbers: tuple[tuple[GridCell, Number], ...]

    @property
    def in_cents(self) -> bool:
        """Whether the label, or the heading above it, says that its amounts are cents: "Earnings per share (cents)"."""
        return self.measure == "per_share" and _IN_CENTS.search(f"{self.section} {self.label}") is not None


def read_lines(panel: Panel, kind: str) -> list[NumberLine]:
    """The lines of numbers of a panel of class `kind`, in printed order; rows of "n/m" alone are left out."""
    lines = _among_shares(list(_lines(panel, kind)))
    money = [line for line in lines if line.measure == "money"]
    in_cents = [line for line in money if _small(amounts := _amounts(line.numbers)) and _all_cents(amounts)]
    if len(in_cents) > _FEW * len(money):
        return lines
    return [replace(line, measure="per_share") if line in in_cents else line for line in lines]


def _among_shares(lines: list[NumberLine]) -> list[NumberLine]:
    """A line between two counts of shares is one: what options add to the basic count."""
    kept = list(lines)
    for n, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False), 1):
        if line.measure == "money" and above.measure == below.measure == "shares":
            kept[n] = replace(line, measure="shares")
    return kept


def _lines(panel: Panel, kind: str) -> Iterator[NumberLine]:
    headings: list[tuple[int, str, bool]] = []  # depth, words, whether a deeper row has been met below
    measure = measure_above = "money"
    number = 0
    first, block = "", 0
    for line in panel.lines:
        row = line.row
        if line.is_heading:
            words = clean_label(row.label.text) if row.label else ""
            if _NONE_ISSUED.search(words):
                continue
            headings = [heading for heading in headings if heading[0] < row.indent]
            measure_above = _measure_of_words(words) or _measure_above(words, headings, measure_above)
            headings.append((row.indent, words, False))
            continue
        numbers = tuple(_numbers(row))
        if not numbers:
            continue
        label = clean_label(row.label.text) if row.label else ""
        if line.block != block and label == first:  # the lines again, of another period
            headings, measure_above = [], "money"
        first, block = first or label, line.block
        measure_before, measure = measure, _measure(label, measure_above, numbers, kind)
        if measure_before == "shares" and _DILUTES.match(label) and not _is_money(numbers):
            measure = "shares"
        if label and not _is_result_a_share(label, measure, headings):  # a bare total is not set in
            headings = _still_open(headings, row.indent)
        if measure == "shares" and headings and _is_of_money(headings[-1][1], label) and not _COUNTED.search(label):
            measure = "money"  # "Net income attributable to noncontrolling interests:" "Common units"
        if measure == "money" and headings and _counts_things(headings[-1][1], label, numbers):
            measure = "number"  # "Number of stores:" "Opened"
        if measure == "shares" and not _small(numbers):  # of counts none is negative
            numbers = tuple((cell, count) for cell, count in numbers if not NOTE_MARK.fullmatch(cell.text))
        number += 1
        yield NumberLine(line, number, label, headings[-1][1].rstrip(":") if headings else None, measure, numbers)
        if not _BARE.match(label):
            measure_above = measure if measure in _UNIT_WORDS and label.endswith(":") else measure_above
        if measure_above == "shares" and (measure == "percent" or (measure == "shares" and _DILUTED.match(label))):
            measure_above = _BELOW_SHARES
        headings = _closed_by_total(headings, label, kind)


def _is_of_money(heading: str, label: str) -> bool:
    """Whether a heading stands over parts of the net income that others own, or over parts of revenues that are named
    as shares are ("Basic"), and not over what each share earns."""
    is_of_others = "interest" in heading.lower() and _INCOME_OF.match(heading) is not None
    is_of_sales = _BARE.match(label) is not None and _OF_MONEY.match(heading) is not None
    return (is_of_others or is_of_sales) and _measure_of_words(heading) is None


def _is_result_a_share(label: str, measure: str, headings: list[tuple[int, str, bool]]) -> bool:
    """Whether a line sums up the heading that it is level with: "Basic earnings per share:" ... "Net income"."""
    is_of_heading = bool(headings) and _measure_of_words(headings[-1][1]) == measure == "per_share"
    return is_of_heading and _NET_INCOME.fullmatch(label) is not None


def _counts_things(heading: str, label: str, numbers: tuple[tuple[GridCell, Number], ...]) -> bool:
    """Whether what stands under a heading are counts of other things than shares."""
    if _measure_of_words(heading) != "number" or _OF_MONEY.search(label):
        return False
    return not _is_money(numbers)


def _measure_above(words: str, headings: list[tuple[int, str, bool]], above: str) -> str:
    """What a heading leaves to the headings above it: "Basic:" below "Earnings per share". Below amounts such a heading
    may be over what they come to a share, which cents tell."""
    if _BARE.match(words):
        return "cents" if above == "money" else above
    return next(filter(None, (_measure_of_words(heading[1]) for heading in reversed(headings))), "money")


def _still_open(headings: list[tuple[int, str, bool]], indent: int) -> list[tuple[int, str, bool]]:
    """Headings that a row at this depth stands under: one that had deeper rows ends with a row at its own depth."""
    kept = [heading for heading in headings if not (heading[2] and indent <= heading[0])]
    return [(depth, words, deeper or indent > depth) for depth, words, deeper in kept]


def _closed_by_total(headings: list[tuple[int, str, bool]], label: str, kind: str) -> list[tuple[int, str, bool]]:
    """Headings that a line leaves open: a total closes its own; in a statement of income also one named as it is, and
    the result of what is named."""
    words = label.lower()
    if words.startswith("total"):
        return [heading for heading in headings if heading[1].lower().rstrip(": ") not in words]
    if kind != "income":
        return headings
    if _NET_INCOME.fullmatch(label):
        return []
    return [heading for heading in headings if not _is_result(words, heading[1].lower().rstrip(": "))]


def _is_result(words: str, heading: str) -> bool:
    return words.startswith(heading) and (words == heading or _RESULT.fullmatch(words, len(heading)) is not None)


def _numbers(row: GridRow) -> Iterator[tuple[GridCell, Number]]:
    for cell in row.cells:
        if cell.first == cell.last and (number := read_number(cell.text)) is not None:
            yield cell, number


def unread_numbers(panel: Panel) -> Iterator[GridCell]:
    """Cells in columns of numbers that hold digits and are no number ("2.325,385"), nor a year, nor "n/m"."""
    for line in panel.lines:
        for cell in () if line.is_heading else line.row.cells:
            if cell.first == cell.last and read_number(cell.text) is None and _DIGITS.search(cell.text):
                yield cell


def _measure(label: str, above: str, numbers: tuple[tuple[GridCell, Number], ...], kind: str) -> str:
    kinds = {number.kind for _, number in numbers if not number.is_dash}
    if kinds == {"percent"}:
        return "percent"
    if kinds and kinds <= _NO_AMOUNTS:
        return "number"
    if "percent" in kinds:
        numbers = _amounts(numbers)
    if kind == "cash_flow" or (kind == "balance" and STOCK.match(label)):
        return "money"
    if kind == "balance" and _AVERAGE.match(label) and not SHARES.search(label):
        return "number"
    if above == "cents":
        amounts = _amounts(numbers)
        above = "per_share" if _small(amounts) and _all_cents(amounts) and not _OF_ALL_SHARES.match(label) else "money"
    own = _measure_of_words(label)
    # "Shares used for:" "Basic earnings per share"
    if own == "per_share" and above == "shares" and not _small(numbers):
        return above
    # "Net loss per unit:" "Common units - basic"
    if own == "shares" and above == "per_share" and not _COUNTED.search(label) and _small(numbers) and _cents(numbers):
        return above
    if own is not None:
        return own
    is_money = _is_money(numbers)
    if not is_money and RATE.search(label):
        return "number" if "ratio" in label.lower() else "percent"
    is_like_above = not (is_money or _NO_COUNT.match(label)) if above == "shares" else _small(numbers)
    if kind != "balance" and above in _UNIT_WORDS and is_like_above:
        return above
    if above == _BELOW_SHARES and not (is_money or _BARE.match(label) or _NO_COUNT.match(label)):
        return _below_shares(label)
    if _BARE.match(label) or label == "":
        return "per_share" if _small(numbers) and _cents(numbers) else "shares" if label else "money"
    return "money"


def _is_money(numbers: tuple[tuple[GridCell, Number], ...]) -> bool:
    return any(cell.text.lstrip().startswith("$") for cell, _ in numbers)


def _below_shares(label: str) -> str:
    """What a line prints below the counts of shares: further shares, a result, or other things that are counted."""
    if _FURTHER_SHARES.search(label):
        return "shares"
    return "money" if _RESULTS.match(label) else "number"


@lru_cache(maxsize=1 << 13)
def _measure_of_words(words: str) -> str | None:
    """per_share or shares, whichever the words name first: "shares used in computing per share amounts" are shares;
    number, where they count other things."""
    places = {name: match.start() for name, pattern in _UNIT_WORDS.items() if (match := pattern.search(words))}
    if not places and COUNT.search(words) and COUNT.search(_ASIDE.sub("", words)):
        return "number"
    if "per_share" not in places and _INCOME_OF.match(words):
        return None
    if "per_share" in places and re.search(r"\bshares?\s+(?:used|outstanding)", words[: places["per_share"]], ANY_CASE):
        return "shares"
    return min(places, key=lambda name: places[name]) if places else None


def _amounts(numbers: tuple[tuple[GridCell, Number], ...]) -> tuple[tuple[GridCell, Number], ...]:
    """The numbers but for percentages, which stand in columns of changes and of shares."""
    return tuple((cell, number) for cell, number in numbers if number.kind != "percent" or number.is_dash)


def _small(numbers: tuple[tuple[GridCell, Number], ...]) -> bool:
    return all(abs(number.value) < 1000 for _, number in numbers)


def _cents(numbers: tuple[tuple[GridCell, Number], ...]) -> bool:
    return any(_CENTS.search(cell.text.strip()) for cell, number in numbers if not number.is_dash)


def _all_cents(numbers: tuple[tuple[GridCell, Number], ...]) -> bool:
    printed = [cell.text.strip() for cell, number in numbers if not number.is_dash]
    return bool(printed) and all(_TWO_DECIMALS.search(text) for text in printed)
