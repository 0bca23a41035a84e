"""Which metric a row of a table of outlook is of: by its label, its section, its column, the line above, or what it
prints."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.unit_words import BARE_VOLUME, COLUMN_UNIT, IS_VOLUME, NAMED_UNIT, UNIT, VOLUME_SOLD
from pipeline.guidance.outlook.words import (
    BRACKETED_ASIDE,
    BRIDGE,
    GROWTH,
    IN_BRACKETS,
    NOTE_MARK,
    PER_SHARE,
    RATE,
    SCALE,
    SHARES_SCALE,
)
from pipeline.guidance.terms.basis import named_basis
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metric_units import COUNT
from pipeline.guidance.terms.metrics import Metric, metrics
from pipeline.guidance.terms.periods import guided_period

_UNITS = {
    "money": "USD", "percent": "percent", "change": "percent_change", "points": "basis points", "times": "x",
}  # fmt: skip
_ASSUMED = re.compile(  # of the world around the company
    r"\b(?:wti|nymex|henry hub|brent|exchange|currenc(?:y|ies)|fx|inflation|libor|sofr|gdp|(?:share|stock) price)\b",
    ANY_CASE,
)
_ASSUMED_PRICES = re.compile(rf"{_ASSUMED.pattern}|\bassum|\b(?:commodity|benchmark|metals?|spot) prices\b", ANY_CASE)
_SPENT = re.compile(
    r"\b(?:costs?|expenses?|fuel prices?|gp&t|(?:production|severance) taxes"
    r"|(?:gathering|transportation)(?![^()]*\b(?:fees?|margins?|tariffs?)\b))\b"
    r"(?:[^()]*\bper\b|\s\(\$\s?/)",
    ANY_CASE,
)
_COSTS_BY_UNIT = re.compile(  # a section of them; "the following per BOE guidance:"
    rf"(?:\b(?:costs?|expenses?)\b.*|(?=per \w+ (?:guidance|estimates|amounts)\b)){RATE.pattern}(?<!unit)", ANY_CASE
)
_MONEY_IN_CENTS = re.compile(r"\$\s?\d*\.\d\d(?!\d)|\d*\.\d\d(?:\s?(?:[-–—]|to)\s?\d*\.\d\d)?$")
_PRICED = re.compile(r"\bprices?\b", ANY_CASE)
_NO_COST = re.compile(r"\b(?:counts?|coverage|ratios?|debt|leverage|rigs|wells|days)\b", ANY_CASE)  # by the unit
_DIFFERENTIAL = re.compile(r"\b(?:differential|premium|discount)s?\b", ANY_CASE)  # of prices
_FLUID = r"(?:crude )?(?:oil|gas|ngls?|liquids)"
_OF_GOODS = re.compile(  # as a row of prices is
    rf"\b(?:{_FLUID}|gold|silver|copper|zinc|lead|nickel|platinum|palladium|alumin(?:i)?um|diesel|corn|scrap|power)\b",
    ANY_CASE,
)
_EARNED = re.compile(  # by the unit: no cost
    r"\b(?:margins?|profit|income|earnings|ebitda\w?|cash flow|netbacks?|spreads?|revenues?)\b", ANY_CASE
)
_HEDGE = re.compile(r"\b(?:hedg\w+|swaps?|collars?|floors?|ceilings?|caps?|puts?|calls?|strike|fixed)\b", ANY_CASE)
_SHARE_OF_VOLUME = re.compile(  # "% Oil" in a section of production
    rf"(?:%|percent(?:age)?) {_FLUID}\b|{_FLUID} %", ANY_CASE
)
_CASH = re.compile(r"cash\W*", ANY_CASE)
_WITHOUT = re.compile(r"\b(?:exclud\w+|exclusive of|before|net of|less|without)\b", ANY_CASE)  # what is told
_BY_NATURE = {"stock_based_compensation", "depreciation_amortization"}
_BY_FUNCTION = {
    "cost_of_revenue", "operating_expenses", "research_and_development", "selling_general_administrative",
}  # fmt: skip
_COSTS = re.compile(r"\b(?:costs|expenses?|taxes)\b", ANY_CASE)  # "Expenses" below "Same store growth:"
_SALES = ("revenue", "comparable_sales")
_UNIT_COST = {"rate": "USD/unit", "money": "USD", "change": "percent_change"}
_OF_THE_WHOLE = re.compile(r"[(;]|illion|thousand|mm\b|\bor\b", ANY_CASE)  # "$40 million ($2.50 per Boe)"
_WORD = re.compile(r"[a-z]{3,}", ANY_CASE)
_AS_A_WHOLE = re.compile(r"\bas a whole\b|\bfull[- ]year\b", ANY_CASE)  # "2009 as a whole"
_SCALE_BUT = re.compile(  # of all that is not told by the ton; millions of all
    r"(?<!dollars )(?<!amounts )(?<!\$ )\bin (?P<scale>(?:thousand|million|000)(?=.?s,? except (?:for )?"
    r"per (?:ton|ounce|pound|barrel|gallon))|million(?=s\)))",
    ANY_CASE,
)
_OF_OTHERS = re.compile(  # alone: not "before amounts attributable to", "to stockholders and non-controlling interests"
    r"(?!.*\b(?:before|prior to|includ\w+|exclud\w+)\b).*\battributable to (?:(?!and\b)[\w-]+ ){0,3}"
    r"(?:minority|non-?controlling) interests?\b",
    ANY_CASE,
)
_OF_PREMISES = re.compile(  # of what a lead names: "our FFO guidance and its assumptions:"
    r"\bassum(?:ptions|ed)\b|\b(?:factors|drivers)\b", ANY_CASE
)
_IS_PART = re.compile(  # of what stands above
    r"(?:total|company|consolidated|basic|diluted|low|high|other|mid-?point|range|quarters?|year|full|first|second|third|fourth|fiscal|end|ended|ending|and"
    rf"|average|gaap|non|adjusted|assumptions?|growth|change|net|{MONTH})",
    ANY_CASE,
)


def metric_of(label: str, section: str, header: str) -> Metric | None:
    """The metric of a row: named by its label, else by its section or column; else what the label says. What others
    hold of the company's income is none of it."""
    if _OF_OTHERS.match(label):
        return None
    rate = RATE.search(section)
    by_unit = metrics(f"{BRACKETED_ASIDE.sub('', label).strip()} per {rate['of']}") if rate else []
    if by_unit and by_unit[0].name == "unit_cost":
        return by_unit[0]
    if (nature := _of_nature(label, section)) is not None:
        return nature
    is_apart = BRIDGE.search(section) or _has_own_unit(label, section) or _SHARE_OF_VOLUME.match(label)
    is_cost = _COSTS.search(label) and any(m.name in _SALES for m in metrics(section))
    for words in (BRACKETED_ASIDE.sub("", label), "" if is_apart or is_cost else section, header):
        named = metrics(words)
        if named:
            found = next((m for m in named if m.name not in ("other", "store_count")), None)
            found = found or next((m for m in named if m.name != "other"), named[0])  # "Restaurants same-store sales"
            margin = next((m for m in named if m.name.endswith("_margin")), None)
            if found.name == "revenue" and margin is not None and margin.start == found.end + 1:
                return margin  # "home sales gross margin"
            if found.name == "revenue" and IS_VOLUME.search(label):
                break  # "Gold sales (koz)"
            by_share = next((m for m in metrics(header) if m.name == "eps"), None)
            return by_share if by_share is not None and found.name == "net_income" else found
    volume = IS_VOLUME.search(label)
    if volume is None:
        is_cash = not section and _CASH.fullmatch(label) is not None  # below a section of costs a part of them
        return Metric("cash_balance", label, {"money": "USD"}, 0, len(label)) if is_cash else None
    start = next((metric.start for metric in metrics(label[: volume.start()])), volume.start())
    return Metric("production_volume", label[start : volume.end()], COUNT, start, volume.end())


def _of_nature(label: str, section: str) -> Metric | None:
    """The expense by nature that a section names, of which a row tells the part of a function: "Cost of revenue" below
    "Stock-based compensation:"; a row on a basis is of its own, as is one without that expense."""
    natures = metrics(section)
    if {metric.name for metric in natures}.isdisjoint(_BY_NATURE) or len(natures) > 1 or named_basis(label):
        return None
    if _WITHOUT.search(section, 0, natures[0].start):
        return None
    named = metrics(label)
    return natures[0] if named and named[0].name in _BY_FUNCTION else None


def led_to(leads: tuple[str, ...], label: str, clock: Clock) -> Metric | None:
    """The metric of rows that name none, where what stands in front of the columns or above the table does: "Revenue by
    product:"; where it names more, its first is told by period."""
    told = [lead for lead in leads if not (_OF_PREMISES.search(lead) and part_of(label))]
    for lead in told:
        named = metrics(lead)
        if len({metric.name for metric in named}) == 1 or (named and guided_period(label, clock)):
            return named[0]
    return None


def is_period(label: str, clock: Clock) -> bool:
    """Whether a label names a period to come and nothing else."""
    period = guided_period(label, clock)
    return period is not None and not any(map(str.isalnum, _AS_A_WHOLE.sub("", label.replace(period.words, "", 1))))


def unnamed(label: str, section: str, printed: str) -> Metric | None:
    """A metric that no vocabulary holds, by its label; null where that says nothing of its own."""
    if RATE.search(label) and (_SPENT.search(label) or _DIFFERENTIAL.search(label) or _COSTS_BY_UNIT.search(section)):
        return Metric("unit_cost", label, _UNIT_COST, 0, len(label))  # "hedging premium expense per gallon"
    own = [word for word in _WORD.findall(IN_BRACKETS.sub("", label)) if not _IS_PART.fullmatch(word)]
    if not own or _ASSUMED.search(label) or GROWTH.fullmatch(label):
        return None
    if RATE.search(label):
        is_price = _OF_GOODS.search(label) or _HEDGE.search(label) or _ASSUMED_PRICES.search(section)
        if is_price or PER_SHARE.search(label) or "$" not in f"{label} {printed}":
            return None
        name = "other" if _EARNED.search(label) else "unit_cost"
        return Metric(name, label, _UNIT_COST, 0, len(label))  # "Workover ($/Boe)"
    has_unit = NAMED_UNIT.search(label) or (UNIT.search(label) and SCALE.search(label) is None)
    units = _UNITS | {"count": "other"} if has_unit else _UNITS
    return Metric("other", label, units, 0, len(label))


def part_of(label: str) -> str | None:
    """The part of a company that a row without a metric of its own names: "Regional" below "Available seat miles"."""
    part = COLUMN_UNIT.sub("", NOTE_MARK.sub("", label)).strip(" -–—•")
    return part if any(not _IS_PART.fullmatch(word) for word in _WORD.findall(part)) else None


def with_unit(label: str, printed: str, caption: str, *headings: str) -> str:
    """A label with the unit of volume that the heading of its column or of the labels prints: "Mainline" below "Fuel
    (gallons)"; below "Differentials" its own is one of a price: "Gas (Mcf)"; "Tons Shipped" and "(tons)" are in the
    scale of a caption that excepts no more than what is told per ton."""
    rate = RATE.search(printed) if "$" in printed and not RATE.search(label) else None
    if rate is not None and not _OF_THE_WHOLE.search(printed, 0, rate.start()):
        return f"{label} per {rate['of'].lower()}"
    rate = _COSTS_BY_UNIT.search(headings[-1]) if _MONEY_IN_CENTS.match(printed) else None
    if rate is not None and not _tells_unit(label, printed, headings[-1]):
        return f"{label} per {rate['of']}"
    of = UNIT.search(label)
    if of is not None and "$" in printed and any(map(_DIFFERENTIAL.search, headings)):
        rate = RATE.match(f"per {(of['unit'] or of['volume']).removesuffix('s')}")
        return f"{label} differential {rate[0]}" if rate else label
    if "$" in printed or "%" in printed:
        return label
    scale = _SCALE_BUT.search(caption)
    told = of or (VOLUME_SOLD.search(label) if scale and not SHARES_SCALE.search(label) else None)
    told = told or next(filter(None, (COLUMN_UNIT.search(h) or VOLUME_SOLD.search(h) for h in headings)), None)
    if told is None:
        return label
    bare = BARE_VOLUME.fullmatch(told[0])
    power = scale["scale"].lower() if scale else ""
    is_in_full = "," in printed if power == "million" else told[0].startswith("(")  # ounces beside thousands of dollars
    power = f"{power} " if power and not is_in_full else ""
    whole = f"({told[0]})" if told[0].lower().startswith("in ") else told[0]  # "in millions of tons"
    unit = f"({power}{bare['of'].lower()})" if bare else whole
    if of is None:
        return f"{label} {unit}" if power or told[0] not in label else label
    return label.replace(of[0], unit) if power else label


def _tells_unit(label: str, printed: str, section: str) -> bool:
    """Whether a row below costs by the unit tells what its own amount is of (a scale, a unit, a price, a share), or is
    read by its section as it is."""
    if any(words.search(label) for words in (RATE, UNIT, PER_SHARE, _PRICED, _NO_COST)) or SCALE.search(
        f"{label} {printed}"
    ):
        return True
    named = next(iter(metrics(label)), None)
    if named is None:
        return any(metric.name == "unit_cost" for metric in metrics(section))
    return named.name != "other" and not {"rate", "share"}.isdisjoint(named.units)


def _has_own_unit(label: str, section: str) -> bool:
    """Whether a label prints a unit where its section prints another: "Stage length (miles)"."""
    unit = UNIT.search(label)
    return unit is not None and UNIT.search(section) is not None and unit[0].split()[-1].lower() not in section.lower()
