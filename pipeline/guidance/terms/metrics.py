"""Where a text names a metric."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import AnyOf
from pipeline.guidance.terms.cost_words import COSTS_AND_VOLUMES
from pipeline.guidance.terms.measure_words import MEASURES
from pipeline.guidance.terms.result_words import RESULTS

METRICS = [*RESULTS, *MEASURES, *COSTS_AND_VOLUMES]  # the more special sense first
_ANY = AnyOf(rf"\b(?:{words})" for _, words, _ in METRICS)  # all begin with a letter, or one behind a bracket
_COMPILED = [(name, re.compile(rf"(?<![\w-])(?:{words})", ANY_CASE), units) for name, words, units in METRICS]
OF_WHAT = (  # "system-wide"
    r"(?:(?!(?:in|of|on|and|from|per|to|for|which|growth|increase|decrease|decline|quarter|half|year)\b)[a-z][\w-]+\s){0,2}"
)
_DENOMINATOR = re.compile(
    r"(?:%|percent|percentage|as an? (?:percent(?:age)?|%)|points?|(?<!our )(?<!its )(?<!['’]s )\bshare)\s*"
    rf"(?:(?:of|to)\s(?:(?:our|its|the|total|net|annual)\s)*|of\s(?:(?:our|its|the|total|net|annual)\s)*{OF_WHAT})$",
    ANY_CASE,
)
_BY_UNIT = re.compile(r"\bper [a-z]+ of $", ANY_CASE)  # "expenses per Mcfe of production"
_LEFT_BY = re.compile(  # what an amount leaves out: "after anticipated capital expenditures, net cash of $20 million"
    r"\b(?:after|before|net of|(?:ebitda\w*|cash flow|operations|activities|income)\sless)"
    r"\s(?:(?:all|any|our|its|the|total|[a-z]+ed)\s)*$",
    ANY_CASE,
)
_OF_SO_MUCH = re.compile(r",?\s(?:of|at|in the range|between|total(?:ing|ling)?|estimated|which|that)\b", ANY_CASE)
_DELIVERED = re.compile(r"\b(?:deliver|clos|sell|sold|buil|start)", ANY_CASE)
_NEAR = 40  # characters behind homes that tell what is done with them
_PERCENT_OF = re.compile(r"\s*,?\s*as an? (?:percent(?:age)?|%) of (?:\w+\s){0,2}(?:revenues?|sales)", ANY_CASE)
_LEFT_OUT = re.compile(  # of the metric in front of the bracket
    r"\((?:before|excluding|exclusive of|net of) (?:[\w-]+ ){0,3}$", ANY_CASE
)
_ACTED_ON = (("net_income", "earnings"), ("operating_income", "operating results"))
_DONE_TO = re.compile(  # "a charge to fourth quarter earnings of $12 million"
    r"\b(?:to|on|against|in|into|from|affect\w*|impact\w*|reduc\w+)\s(?:(?:our|its|the|company.s|fiscal|full|annual|year"
    r"|first|second|third|fourth|quarter|(?:19|20)\d\d)[\s-])*$",
    ANY_CASE,
)


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric as printed at `start` to `end` of a text; `units` by kind of amount."""

    name: str
    words: str
    units: dict[str, str]
    start: int
    end: int
    is_share_of_sales: bool = False  # "SG&A as a percentage of sales"


@lru_cache(maxsize=1 << 10)  # sentences are asked for claims, then for what they expect; labels with their rows
def metrics(text: str) -> tuple[Metric, ...]:
    """The metrics that a text names, in printed order; of two that overlap the more special stands."""
    found: list[Metric] = []
    for name, pattern, units in (_COMPILED[n] for n in _ANY.may_hold(text)):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            of_sales = bool(_PERCENT_OF.match(text, match.end()))
            found.append(Metric(name, match[0].strip(), units, match.start(), match.end(), of_sales))
    found = sorted((m for m in found if not _is_denominator(text, m)), key=lambda metric: metric.start)
    return tuple(m for m, before in zip(found, [None, *found], strict=False) if not _is_counted(text, m, before))


def _is_counted(text: str, metric: Metric, before: Metric | None) -> bool:
    """Whether "homes" only say what is counted of the metric before: "orders of 1,200 homes"."""
    if before is None or before.name not in ("bookings", "backlog") or not metric.words.endswith("homes"):
        return False
    return _DELIVERED.search(text, before.end, metric.end + _NEAR) is None


def _is_denominator(text: str, metric: Metric) -> bool:
    """ "15% of revenue" is no revenue, nor is cash "after capital expenditures" these, nor is what a bracket leaves out
    of a metric: "operating expenses (before restructuring charges)", nor what something is done to."""
    before = text[max(0, metric.start - 40) : metric.start]
    if metric.name == "capital_expenditures" and _LEFT_BY.search(before):
        return _OF_SO_MUCH.match(text, metric.end) is None
    if _BY_UNIT.search(before) or (text.startswith(")", metric.end) and _LEFT_OUT.search(before)):
        return True
    if (metric.name, metric.words.lower()) in _ACTED_ON and _DONE_TO.search(before):
        return True
    return metric.name in ("revenue", "net_income", "ebitda", "free_cash_flow") and bool(_DENOMINATOR.search(before))
