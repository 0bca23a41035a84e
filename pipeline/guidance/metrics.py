"""Where a text names a metric, and which amounts can be one of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import AnyOf
from pipeline.guidance.amount_words import NEARLY
from pipeline.guidance.amounts import Amount
from pipeline.guidance.metric_words import METRICS
from pipeline.guidance.words import GROWS, SHRINKS

_ANY = AnyOf(rf"\b(?:{words})" for _, words, _ in METRICS)  # all begin with a letter, or one behind a bracket
_COMPILED = [(name, re.compile(rf"(?<![\w-])(?:{words})", ANY_CASE), units) for name, words, units in METRICS]
_OF_WHAT = (  # "system-wide"
    r"(?:(?!(?:in|of|on|and|from|per|to|for|which|growth|increase|decrease|decline|quarter|half|year)\b)[a-z][\w-]+\s){0,2}"
)
_DENOMINATOR = re.compile(
    r"(?:%|percent|percentage|as an? (?:percent(?:age)?|%)|points?|(?<!our )(?<!its )(?<!['’]s )\bshare)\s*"
    rf"(?:(?:of|to)\s(?:(?:our|its|the|total|net|annual)\s)*|of\s(?:(?:our|its|the|total|net|annual)\s)*{_OF_WHAT})$",
    ANY_CASE,
)
OF_SALES = re.compile(
    r"\s*(?:of|as an? percent(?:age)? of)\s"
    rf"(?:(?:our|its|total|net|annual|home sales?)\s)*{_OF_WHAT}(?:revenues?|sales)\b",
    ANY_CASE,
)
_SOLD_AT = ("selling_general_administrative", "research_and_development", "cost_of_revenue", "operating_expenses")
_AT_RATE = re.compile(  # "SG&A between 8.9% and 9.1%"
    rf"(?: costs?| expenses?)?(?:,? (?:is|are|of|at|between|in (?:the|a) range of|to be|should be|{NEARLY}))+ [\d.]+"
    r"(?:%| percent| to| and|-)",
    ANY_CASE,
)
_TOLERANT = re.compile(r"(?:%|percent)\sof\s(?:(?:net|total)\s)?(?:revenues?|sales),?\s(?:plus|\+)", ANY_CASE)
_PER = re.compile(
    r"\bper (?P<of>ounce|gallon|pound|ton(?:ne)?|barrel|boe|mcfe?|day|asm)(?: sold| produced)?\)?$", ANY_CASE
)
_BY_UNIT = re.compile(r"\bper [a-z]+ of $", ANY_CASE)  # "expenses per Mcfe of production"
_UNDER = re.compile(r"\b(?:under|given|at) (?:the|our|its|this) (?:[\w-]+ )?$", ANY_CASE)  # an outlook
_ITS_OUTLOOK = re.compile(r"\s(?:outlook|guidance|forecasts?|levels?)\b", ANY_CASE)
IS_RATIO = re.compile(r"\b(?:ratio|rate|occupancy|conversion|retention|margins?)$", ANY_CASE)  # its change is in points
_SHARE = re.compile(r"\s*of\b", ANY_CASE)  # "about 55% of earnings" is no change of them
_OF_INCOME = re.compile(r"\s*of\s(?:[\w-]+\s){0,3}(?:income|earnings|ebitda|profit)\b", ANY_CASE)
_VOLUME = re.compile(
    r"\s*(?:(?:gold|silver|copper|zinc|lead|crude|oil)(?:[\s-]equivalent)?\s(?=ounce|pound|ton|barrel))?"
    r"(?!(?:and|or|in|for|to|at|on|by|of|with|from|during|compared|versus|which|while|as|an?|the|is|are|was|were|will|should)\b)"
    r"(?P<unit>[a-z]+(?:/[a-z]+|\s(?:of oil equivalent\s)?per\s(?:day|year|month))?)",
    ANY_CASE,
)
_SPAN = re.compile(r"[\s-](?:days?|weeks?|months?|quarters?|years?)\b", ANY_CASE)  # of time
_PLACES = re.compile(  # what is counted
    r"shops?|restaurants?|clubs?|locations?|salons?|branch(?:es)?|campus(?:es)?|communities|sites", ANY_CASE
)
_PLURALS = {"branch": "branches", "campus": "campuses"}
_DELIVERS = re.compile(r"\b(?:deliver|clos|sell|build|start)", ANY_CASE)
_DELIVERED = re.compile(r"\s(?:(?:are|to|will|should|be|expected)\s)+(?:deliver|clos|sold|buil|start)", ANY_CASE)
_PERCENT_OF = re.compile(r"\s*,?\s*as an? (?:percent(?:age)?|%) of (?:\w+\s){0,2}(?:revenues?|sales)", ANY_CASE)


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric as printed at `start` to `end` of a text; `units` by kind of amount."""

    name: str
    words: str
    units: dict[str, str]
    start: int
    end: int
    is_share_of_sales: bool = False  # "SG&A as a percentage of sales"


def metrics(text: str) -> list[Metric]:
    """The metrics that a text names, in printed order; of two that overlap the more special stands."""
    found: list[Metric] = []
    for name, pattern, units in (_COMPILED[n] for n in _ANY.may_hold(text)):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            of_sales = bool(_PERCENT_OF.match(text, match.end()))
            found.append(Metric(name, match[0].strip(), units, match.start(), match.end(), of_sales))
    if not any(m.name == "store_count" and m.words != "closings" for m in found):
        found = [m for m in found if m.words != "closings"]  # of homes
    found = sorted((m for m in found if not _is_denominator(text, m)), key=lambda metric: metric.start)
    return [m for m, before in zip(found, [None, *found], strict=False) if not _is_counted(text, m, before)]


def unit_of(metric: Metric, amount: Amount, clause: str, after: str = "") -> str | None:
    """The unit of an amount if it can be one of the metric, by the words around it; null where it can not.

    A percentage of an amount of money is a growth rate where the clause says so ("up 5%"), else no amount of it.
    """
    units = metric.units
    if amount.kind == "words" and metric.is_share_of_sales and (of_sales := units.get("margin", units.get("of_sales"))):
        return of_sales
    if amount.kind == "words" and "money" in units and "change" in units and not IS_RATIO.search(metric.words):
        return units["change"]
    if amount.kind == "words":
        of_change = units.get("change") if moves(clause) and not IS_RATIO.search(metric.words) else None
        return of_change or units.get("percent") or units.get("change")
    if amount.kind == "state":
        return next(iter(units.values()))
    if amount.kind == "money" and not amount.scaled and "rate" in units and (per := _PER.search(metric.words)):
        return f"{amount.currency}/{per['of'].lower()}"
    if amount.kind == "money":
        return _in(amount, units.get("money" if amount.scaled else "share"))
    if amount.kind == "rate":
        return f"{amount.currency}/{amount.per}" if "rate" in units else None
    if amount.kind == "share" and "rate" in units and (per := _PER.search(metric.words)):
        return f"{amount.currency}/{per['of']}"
    if amount.kind == "share":
        return _in(amount, units.get("share") or units.get("per_share"))
    if amount.kind == "percent":
        is_change = "change" in units and not IS_RATIO.search(metric.words) and moves(clause)
        if "percent" in units and not (is_change and not _OF_INCOME.match(after)):
            return units["percent"]
        if "margin" in units and OF_SALES.match(after):
            return units["margin"]
        is_of_sales = metric.is_share_of_sales or OF_SALES.match(after) or _TOLERANT.search(clause)
        if "of_sales" in units and is_of_sales:
            return units["of_sales"]
        if amount.signed or moves(clause):
            return None if _SHARE.match(after) else units.get("change")
        return units.get("of_sales") if metric.end <= amount.start and _is_at_rate(metric, clause) else None
    if amount.kind == "count" and units.get("count") == "shares":
        return "shares" if amount.scaled else None
    if amount.kind == "count" and units.get("count") == "stores" and (amount.has_power or _SPAN.match(after)):
        return None
    if amount.kind == "count" and metric.words.lower().endswith(("customers", "members")):
        return metric.words.split()[-1].lower()
    if amount.kind == "count" and units.get("count") == "stores" and (place := _PLACES.search(metric.words)):
        return _PLURALS.get(word := place[0].lower(), word if word.endswith("s") else f"{word}s")
    if amount.kind == "count" and units.get("count") == "homes":
        return "homes" if after.startswith((" homes", " units")) else None
    if amount.kind == "count" and units.get("count") in ("other", "orders"):
        volume = _VOLUME.match(after)
        unit = "orders" if metric.name == "bookings" else "homes" if "home" in metric.words.lower() else "units"
        return volume["unit"] if volume else unit
    return units.get(amount.kind)


def _is_at_rate(metric: Metric, clause: str) -> bool:
    """Whether a rate without a word right behind a cost is its share of sales."""
    at = clause.rfind(metric.words)
    return at >= 0 and metric.name in _SOLD_AT and _AT_RATE.match(clause, at + len(metric.words)) is not None


def moves(clause: str) -> bool:
    """Whether a clause speaks of a change."""
    return bool(GROWS.search(clause) or SHRINKS.search(clause))


def _in(amount: Amount, unit: str | None) -> str | None:
    return unit.replace("USD", amount.currency) if unit else None


def _is_counted(text: str, metric: Metric, before: Metric | None) -> bool:
    """Whether "homes" only say what is counted of the metric before: "orders of 1,200 homes"."""
    if before is None or before.name not in ("bookings", "backlog") or not metric.words.endswith("homes"):
        return False
    return not (_DELIVERS.search(text, before.end, metric.start) or _DELIVERED.match(text, metric.end))


def _is_denominator(text: str, metric: Metric) -> bool:
    """ "15% of revenue" is no revenue, nor is gross margin "under the revised revenue outlook"."""
    before = text[max(0, metric.start - 40) : metric.start]
    if _BY_UNIT.search(before):
        return True
    if _UNDER.search(before) and _ITS_OUTLOOK.match(text, metric.end):
        return True
    return metric.name in ("revenue", "net_income", "ebitda", "free_cash_flow") and bool(_DENOMINATOR.search(before))
