"""Which amounts can be one of a metric, and in which unit."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.amount_words import NEARLY, SHOPS
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metrics import OF_WHAT, Metric
from pipeline.guidance.terms.moving_words import GROWS, SHRINKS
from pipeline.tables.numbers import RATED

OF_SALES = re.compile(
    r"\s*(?:of|as an? percent(?:age)? of)\s"
    rf"(?:(?:our|its|total|net|annual|home sales?)\s)*{OF_WHAT}(?:revenues?|sales)\b",
    ANY_CASE,
)
_SOLD_AT = ("selling_general_administrative", "research_and_development", "cost_of_revenue", "operating_expenses")
_AT_RATE = re.compile(  # "SG&A between 8.9% and 9.1%"
    r"(?: costs?| expenses?)?(?:,? (?:is|are|of|at|between|in (?:the|a) range of|to be"
    rf"|(?:should|will) (?:be|run|average)|{NEARLY}))+ [\d.]+(?:%| percent| to| and|-)",
    ANY_CASE,
)
_TOLERANT = re.compile(r"(?:%|percent)\sof\s(?:(?:net|total)\s)?(?:revenues?|sales),?\s(?:plus|\+)", ANY_CASE)
_PER = re.compile(rf"\bper (?P<of>{RATED}|day)(?: sold| produced)?\)?$", ANY_CASE)
IS_RATIO = re.compile(  # its change is in points
    r"\b(?:ratio|rate|occupancy|conversion|retention|margins?)$|\breturns? on\b", ANY_CASE
)
_SHARE = re.compile(r"\s*of\b", ANY_CASE)  # "about 55% of earnings" is no change of them
_OF_INCOME = re.compile(r"\s*of\s(?:[\w-]+\s){0,3}(?:income|earnings|ebitda|profit)\b", ANY_CASE)
_RATE_BEHIND = re.compile(
    r"(?: \([^)]*\))? (?:yields?\b|margins?\b|ratios?\b|(?:as an? )?(?:%|percent(?:age)?) of\b)", ANY_CASE
)
_OF_WHOLE = re.compile(r"\s*of\s(?:[\w-]+\s){0,3}(?:revenues?|sales|assets|total)\b", ANY_CASE)
_PERCENT_OF_WHOLE = re.compile(rf"(?:%|percent){_OF_WHOLE.pattern}", ANY_CASE)
_VOLUME = re.compile(
    r"\s*(?:(?:gold|silver|copper|zinc|lead|crude|oil)(?:[\s-]equivalent)?\s(?=ounce|pound|ton|barrel))?"
    r"(?!(?:and|or|in|for|to|at|on|by|of|with|from|during|compared|versus|which|while|as|an?|the|is|are|was|were|will|should)\b)"
    r"(?P<unit>(?:(?:net|gross|short|long|metric)\s(?=ton))?[a-z]+(?:/[a-z]+|\s(?:(?:of\s)?oil\s(?:equivalents?\s)?)?per\s(?:day|year|month))?)",
    ANY_CASE,
)
_ABBREVIATED = re.compile(r"[KMGB]{0,2}(?:CF|BOE|BBL|BTU|W)")  # no word of a release in capitals, as "TONS" is
_SPAN = re.compile(r"[\s-](?:days?|weeks?|months?|quarters?|years?)\b", ANY_CASE)  # of time
_PLACES = re.compile(  # what is counted
    rf"{SHOPS}|clubs?|locations?|salons?|branch(?:es)?|campus(?:es)?|communities|sites|hotels?|propert(?:y|ies)"
    r"|offices|centers|clinics|theatres|schools",
    ANY_CASE,
)
_COSTS = (  # that are told by the unit of what is produced
    "operating_expenses", "selling_general_administrative", "depreciation_amortization", "interest_expense",
    "stock_based_compensation", "cost_of_revenue",
)  # fmt: skip
_STOCKS = ("backlog", "cash_balance", "headcount", "shares_outstanding")  # that are never "break-even"
_SPANS = ("/week", "/month", "/quarter", "/year")  # of time, and no volume: "G&A per month"
_MARGINS = {  # "operating income of 15% of revenue"
    ("gross_profit", "percent"): "gross_margin",
    ("gross_profit", "basis points"): "gross_margin",
    ("gross_margin", "USD"): "gross_profit",
    ("operating_income", "percent"): "operating_margin",
    ("ebitda", "percent"): "ebitda_margin",
}
_PLAIN = re.compile(r"\b(?:[A-Z][a-z]{4,}|Tons?|Units?|Miles?|Feet|Foot|Days?)\b")  # "USD/Gallon", not "USD/Mcfe"
_PLURALS = {"branch": "branches", "campus": "campuses", "property": "properties"}


def unit_of(metric: Metric, amount: Amount, clause: str, after: str = "") -> str | None:
    """The unit of an amount if it can be one of the metric, by the words around it; null where it can not."""
    if amount.kind == "words":
        return _unit_of_words(metric, clause)
    if amount.kind == "state":
        return None if metric.name in _STOCKS else next(iter(metric.units.values()))
    if amount.kind in ("money", "share", "rate"):
        return _unit_of_money(metric, amount)
    if amount.kind == "percent":
        return _unit_of_percent(metric, amount, clause, after)
    if amount.kind == "count":
        return _unit_of_count(metric, amount, after)
    return metric.units.get(amount.kind)


def metric_in(unit: str, metric: str) -> str:
    """The metric that an amount of another is one of in its unit: "operating income of 15%" is a margin, "DD&A of $2.50
    per Mcfe" a cost by the unit, "net income of $1.20 per share" earnings per share."""
    if unit.endswith("/share"):
        return "eps" if metric == "net_income" else metric
    if "/" in unit and metric in _COSTS and not unit.endswith(_SPANS):
        return "unit_cost"
    return _MARGINS.get((metric, unit), metric)


def in_small_letters(unit: str | None) -> str | None:
    """A unit with its words in small letters, its abbreviations as printed."""
    return _PLAIN.sub(lambda word: word[0].lower(), unit) if unit else unit


def moves(clause: str) -> bool:
    """Whether a clause speaks of a change."""
    return bool(GROWS.search(clause) or SHRINKS.search(clause))


def _unit_of_words(metric: Metric, clause: str) -> str | None:
    units = metric.units
    if metric.is_share_of_sales and (of_sales := units.get("margin", units.get("of_sales"))):
        return of_sales
    change = None if IS_RATIO.search(metric.words) else units.get("change")
    if change and ("money" in units or moves(clause)):
        return change
    return units.get("percent") or units.get("change")


def _unit_of_money(metric: Metric, amount: Amount) -> str | None:
    """The unit of money, of money a share, or of money a unit that the amount or the metric names ("per ounce")."""
    units = metric.units
    if amount.kind == "rate":
        return f"{amount.currency}/{amount.per}" if "rate" in units else None
    if not (amount.kind == "money" and amount.scaled) and "rate" in units and (per := _PER.search(metric.words)):
        return f"{amount.currency}/{per['of'].lower()}"
    if amount.kind == "money":
        return _in(amount, units.get("money" if amount.scaled else "share"))
    return _in(amount, units.get("share") or units.get("per_share"))


def _in(amount: Amount, unit: str | None) -> str | None:
    return unit.replace("USD", amount.currency) if unit else None


def _unit_of_percent(metric: Metric, amount: Amount, clause: str, after: str) -> str | None:
    """A percentage of an amount of money is a growth rate where the clause says so ("up 5%"), else no amount of it."""
    units = metric.units
    is_rise = amount.signed and amount.low is not None and amount.low > 0  # "+13% to 24%"
    is_change = "change" in units and not IS_RATIO.search(metric.words) and (is_rise or moves(clause))
    if "percent" in units and not (is_change and not _OF_INCOME.match(after)):
        return "percent" if _is_of_another(metric, clause, after) else units["percent"]
    if "margin" in units and (metric.is_share_of_sales or OF_SALES.match(after)):
        return units["margin"]
    is_of_sales = metric.is_share_of_sales or OF_SALES.match(after) or _TOLERANT.search(clause)
    if "of_sales" in units and is_of_sales:
        return units["of_sales"]
    if amount.signed or moves(clause):
        return None if _SHARE.match(after) else units.get("change")
    return units.get("of_sales") if metric.end <= amount.start and _is_at_rate(metric, clause) else None


def _is_of_another(metric: Metric, clause: str, after: str) -> bool:
    """Whether a percentage is no growth but a share or a rate: "noninterest income of 30% of revenue", "NOI margin"."""
    if metric.name != "other" or moves(clause):
        return False
    at = clause.find(metric.words)
    is_rate = at >= 0 and _RATE_BEHIND.match(clause, at + len(metric.words)) is not None
    return is_rate or (_OF_WHOLE.match(after) if after else _PERCENT_OF_WHOLE.search(clause)) is not None


def _is_at_rate(metric: Metric, clause: str) -> bool:
    """Whether a rate without a word right behind a cost is its share of sales."""
    at = clause.rfind(metric.words)
    return at >= 0 and metric.name in _SOLD_AT and _AT_RATE.match(clause, at + len(metric.words)) is not None


def _unit_of_count(metric: Metric, amount: Amount, after: str) -> str | None:
    """What is counted, as the metric or the words behind the amount name it."""
    counted, words = metric.units.get("count"), metric.words.lower()
    if counted == "shares":
        return "shares" if amount.scaled else None
    if counted == "stores" and (amount.has_power or _SPAN.match(after)):
        return None
    if words.endswith(("customers", "members")):
        return words.split()[-1]
    if counted == "stores" and (place := _PLACES.search(words)):
        return _PLURALS.get(place[0], place[0] if place[0].endswith("s") else f"{place[0]}s")
    if counted == "homes":
        return "homes" if after.startswith((" homes", " units")) else None
    if counted in ("other", "orders"):
        return _volume(metric, after)
    return counted


def _volume(metric: Metric, after: str) -> str:
    if volume := _VOLUME.match(after):
        unit = volume["unit"]
        return unit.lower() if metric.words.isupper() and not _ABBREVIATED.match(unit) else unit
    if metric.name == "bookings":
        return "orders"
    return "homes" if "home" in metric.words.lower() else "units"
