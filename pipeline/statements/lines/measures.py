"""What a line of a statement counts: money, per_share, shares, percent or number."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.line_words import COUNT, COUNT_OF_LINE, PER_SHARE, RATE, SHARES, STOCK
from pipeline.tables.grid import GridCell
from pipeline.tables.numbers import Number

INCOME_OF = re.compile(  # "Net loss applicable to common shares": an amount, and no count
    r"(?:net )?\(?(?:loss|income|earnings|profit)\b.*"
    r"\b(?:applicable|attribut(?:able|ed)|available|alloca(?:ble|ted)) (?:to|for)\b"
    r"|(?:tangible )?book value\b|change in (?:the )?fair value\b|.*\baverage cost\b"
    r"|(?:redeemable )?(?:non-?controlling|minority) interests?\b"
    r"|(?:(?:limited|general|common) )?(?:partner|unitholder)s?['’]* (?:interests?|share) in"
    r" (?:net )?\(?(?:loss|income|earnings)\b",
    ANY_CASE,
)
BARE = re.compile(
    r"(?:[-–—•]\s*)?(?:(?:and|fully)\s+)*(?:basic|diluted|primary|assuming dilution|as reported)\b", ANY_CASE
)
_AVERAGE = re.compile(r"\W*average\b(?! cost)", ANY_CASE)  # of a period, and of no day
_FURTHER_SHARES = re.compile(r"\b(?:shares|adss?|class [a-z])\b", ANY_CASE)
_RESULTS = re.compile(
    r"(?:net |operating |preferred )?\(?(?:income|loss|earnings|profit|dividends)\b"
    r"|amounts? attributable\b|discontinued\b",
    ANY_CASE,
)
_NO_COUNT = re.compile(  # amounts told below the counts of shares
    r"(?:total |other )*comprehensive\b|(?:cash |quarterly )*dividends?\b", ANY_CASE
)
_OF_ALL_SHARES = re.compile(  # told under "Basic:" of the company, not a share
    r"(?:\W*\b(?:add|plus|less|net|provision for|income))*\W*(?:tax(?:es)?|interest)\b|.*\bavailable\b", ANY_CASE
)
OF_A_COUNT = re.compile(r"average|outstanding|number|used", ANY_CASE)  # of shares, which amounts a share lack
_TWO_DECIMALS = re.compile(r"\.\d\d[)>]?$")
_CENTS = re.compile(r"\d*\.\d\d\d?\d?\)?$")
_COUNTED_FOR = re.compile(r"\bshares?\s+(?:\([^()]*\)\s+)?(?:used|outstanding)", ANY_CASE)  # the amounts a share
_ASIDE = re.compile(r"\([^()]*\d,\d{3}[^()]*\)")  # "Net sales (tons shipped: 110,500 and 121,900)"
_AMOUNT_OF = re.compile(  # what is counted costs or brings in: "Cost of homes sold"
    r"\W*(?:total )?(?:costs?|expenses|gross (?:profit|margin)|income|profit|revenues?)\b.*?\b(?:of|on|from)\b",
    ANY_CASE,
)
_NO_AMOUNTS = frozenset({"multiple", "basis_points", "points"})
MEASURE_WORDS = {"per_share": PER_SHARE, "shares": SHARES}
# What lines above leave to those below, besides what they count themselves.
BELOW_SHARES = "below_shares"  # counts of shares end with the diluted one, or with a rate
BELOW_MONEY = "below_money"  # such words as "Basic" may stand over what amounts of money come to a share

CellNumbers = tuple[tuple[GridCell, Number], ...]  # the cells of a line that print numbers


def measure_of(label: str, above: str, numbers: CellNumbers, statement: str) -> str:
    """What a line counts in a panel of class `statement`; `above` is what the lines and headings above leave to it."""
    kinds = {number.kind for _, number in numbers if not number.is_dash}
    if kinds == {"percent"}:
        return "percent"
    if kinds and kinds <= _NO_AMOUNTS:
        return "number"
    if "percent" in kinds:
        numbers = amounts(numbers)
    if statement == "cash_flow" or (statement == "balance" and STOCK.match(label)):
        return "money"
    if statement == "balance" and _AVERAGE.match(label) and not SHARES.search(label):
        return "number"
    if above == BELOW_MONEY:  # cents tell
        above = "per_share" if _comes_to_a_share(label, numbers) else "money"
    own = measure_of_words(label)
    if own == "number" and are_money(numbers):  # "Average price of homes sold"
        return "money"
    if own is None:
        return _measure_left_open(label, above, numbers, statement)
    return above if _is_rather_as_above(label, own, above, numbers) else own


def _comes_to_a_share(label: str, numbers: CellNumbers) -> bool:
    """Whether the numbers below "Basic:" are what the amounts above it come to a share."""
    of_money = amounts(numbers)
    return are_small(of_money) and all_print_cents(of_money) and not _OF_ALL_SHARES.match(label)


def _is_rather_as_above(label: str, own: str, above: str, numbers: CellNumbers) -> bool:
    """Whether a line counts what its heading says and not what its own words do, as its numbers show."""
    if own == "per_share" and above == "shares":  # "Shares used for:" "Basic earnings per share"
        return not are_small(numbers)
    if own == "shares" and above == "per_share":  # "Net loss per unit:" "Common units - basic"
        return not OF_A_COUNT.search(label) and are_small(numbers) and _any_prints_cents(numbers)
    return False


def _measure_left_open(label: str, above: str, numbers: CellNumbers, statement: str) -> str:
    """What a line counts whose words do not say it: what the lines above do, where its numbers may be such."""
    is_money = are_money(numbers)
    if not is_money and RATE.search(label):
        return "number" if "ratio" in label.lower() else "percent"
    is_like_above = not (is_money or _NO_COUNT.match(label)) if above == "shares" else are_small(numbers)
    if statement != "balance" and above in MEASURE_WORDS and is_like_above:
        return above
    if above == BELOW_SHARES and not (is_money or BARE.match(label) or _NO_COUNT.match(label)):
        return _below_shares(label)
    if label and not BARE.match(label):
        return "money"
    if are_small(numbers) and _any_prints_cents(numbers):
        return "per_share"
    return "shares" if label else "money"


def are_money(numbers: CellNumbers) -> bool:
    """Whether any of the numbers bears the sign of money."""
    return any(cell.text.lstrip().startswith("$") for cell, _ in numbers)


def _below_shares(label: str) -> str:
    """What a line prints below the counts of shares: further shares, a result, or other things that are counted."""
    if _FURTHER_SHARES.search(label):
        return "shares"
    return "money" if _RESULTS.match(label) else "number"


@lru_cache(maxsize=1 << 13)
def measure_of_words(words: str) -> str | None:
    """per_share or shares, whichever the words name first: "shares used in computing per share amounts" are shares;
    number, where they count other things."""
    places = {name: match.start() for name, pattern in MEASURE_WORDS.items() if (match := pattern.search(words))}
    if not places and _counts(words) and _counts(_ASIDE.sub("", words)) and not _AMOUNT_OF.match(words):
        return "number"
    if "per_share" not in places and INCOME_OF.match(words):
        return None
    if "per_share" in places and _COUNTED_FOR.search(words, 0, places["per_share"]):
        return "shares"
    return min(places, key=lambda name: places[name]) if places else None


def _counts(words: str) -> bool:
    """Whether words name a count of other things than shares."""
    return COUNT.search(words) is not None or COUNT_OF_LINE.match(words) is not None


def amounts(numbers: CellNumbers) -> CellNumbers:
    """The numbers but for percentages, which stand in columns of changes and of shares."""
    return tuple((cell, number) for cell, number in numbers if number.kind != "percent" or number.is_dash)


def are_small(numbers: CellNumbers) -> bool:
    return all(abs(number.value) < 1000 for _, number in numbers)


def _any_prints_cents(numbers: CellNumbers) -> bool:
    return any(_CENTS.search(cell.text.strip()) for cell, number in numbers if not number.is_dash)


def all_print_cents(numbers: CellNumbers) -> bool:
    printed = [cell.text.strip() for cell, number in numbers if not number.is_dash]
    return bool(printed) and all(_TWO_DECIMALS.search(text) for text in printed)
