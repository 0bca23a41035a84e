"""Guidance that is withdrawn or suspended: an item for each metric named, without a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.guidance.sentence.statement import Item
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.basis import basis_of, scope_of
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.periods import Guided, guided_periods

_BY_SHARE = re.compile(  # "its earnings guidance of $2.80 to $3.20 per share"
    r"\b(?:guidance|outlook|forecasts?|targets?|range)(?: [\w-]+){0,3} of\b[^;,]{0,40}\bper (?:\w+ ){0,2}share\b",
    ANY_CASE,
)
_POLICY = re.compile(r"no longer provid|not (?:be )?(?:provid|issu)ing", ANY_CASE)  # withdraws only what is of a time
_BEYOND = re.compile(  # "not providing specific guidance beyond 2026"; none other, by an "and", "or" or "nor"
    r"not (?:be )?(?:provid|issu)ing (?:\w+ ){0,3}(?:guidance|outlook) beyond (?:fiscal )?"
    r"(?:(?:19|20)\d\d|the (?:current|full) year)\b(?![^.;]*\b(?:and|n?or)\b[^.;]*"
    r"\b(?:guidance|outlook|forecasts?|quarter|year|\d{4})\b)",
    ANY_CASE,
)
_QUARTERLY = re.compile(r"\b(?:provid|issu)\w+ (?:any )?quarterly\b", ANY_CASE)
_OF_A_TIME = re.compile(r"\b(?:currently|previous\w*|customary|year|quarter|(?:19|20)\d\d)\b", ANY_CASE)
_FOR_A_CAUSE = re.compile(
    r"\b(?:(?:un|in)certain\w*|at this time|pandemic|covid\S*|visibility|volatil\w+|unpredictab\w+|pending|merger"
    r"|(?:market|business|economic) (?:conditions|environment)|economy)\b",
    ANY_CASE,
)
_WHY = re.compile(  # not ", as previously provided, for revenue", nor "given the uncertainty, for revenue"
    r"(?:,\s(?:which\s(?:did|do|does)\snot|as(?!\s(?:\w+ly\s)?(?:well|set|given|\w+ed)\b)|until)\b"
    r"|\b(?:because|due to|given|in light of|in view of)\b)"
    r"(?!.*,\s(?:for\s(?!the\s(?:time|foreseeable|moment)\b)|including\s(?!(?:the|an?|for)\b)))",
    ANY_CASE,
)
_AND = re.compile(r"\s+and\s+(?:(?:for|its|our|the)\s+)*", ANY_CASE)
_NO_PERIOD = Guided(None, None, "")
_WITHDRAWS = Rare(
    r"\b(?:withdr[ae]w\w*|suspend\w*|paus(?:es|ed|ing)|discontinu\w+|rescind\w*|pull(?:s|ed|ing)"
    r"|no longer (?:provid\w+|rely\w*)|not (?:be )?(?:providing|issuing|updating"
    r"|reinstat\w+))\b(?:(?!\bwithdr)[^.;]){0,110}?\b(?:guidance|outlook|forecasts?|targets"
    r"|(?:financial|earnings|\d{4}) expectations(?! (?:are|of|is|for)\b))\b"
    r"|\b(?:guidance|outlook)\b[^.;]{0,80}?\b(?:withdrawn|suspended|rescinded|discontinued"
    r"|no longer (?:be relied|valid|applicable|in effect))\b"
)
_NOT_WITHDRAWN = re.compile(
    r"\breconcil|\bdiscontinued operations?\b[^.;]{0,60}$|\brepurchases?\b|\bbuybacks?\b|\bdividends?\b"
    r"|\b(?:and|but|while) (?:(?:we|it|are|is|have|has) ){0,2}(?:affirm|reaffirm|reiterat|maintain|lower|rais|narrow"
    r"|revis|updat|provid|issu)\w*(?<!ed) ",
    ANY_CASE,
)


def withdraws(text: str) -> bool:
    """Whether a sentence withdraws or suspends guidance."""
    match = _WITHDRAWS.search(text)
    if match is None or _NOT_WITHDRAWN.search(match[0]):
        return False
    if _BEYOND.match(text, match.start()):
        return False  # what was not given before
    if _POLICY.match(match[0]) is None or _FOR_A_CAUSE.search(text):
        return True
    return _QUARTERLY.search(match[0]) is None and _OF_A_TIME.search(text) is not None


def withdrawn(text: str, above: Above, clock: Clock) -> Iterator[Item]:
    """The items of a sentence that withdraws guidance; where it names no metric, one item of metric `other`."""
    match = _WITHDRAWS.search(text)
    if match is None:
        return
    reason = _WHY.search(text, match.end())
    clause = text[match.start() : reason.start() if reason else len(text)]
    for period in _periods(clause, clock) or _periods(text, clock) or [above.period or _NO_PERIOD]:
        yield from _withdrawn(text, clause, match[0], period, above)


def _periods(text: str, clock: Clock) -> list[Guided]:
    """The first period that a text names, and the one that is joined to it: "for the first quarter and fiscal 2020"."""
    told = guided_periods(text, clock)
    is_joint = len(told) > 1 and _AND.fullmatch(text, told[0].to, told[1].at) is not None
    return told[: 2 if is_joint else 1]


def _withdrawn(text: str, clause: str, words: str, period: Guided, above: Above) -> Iterator[Item]:
    found = metrics(clause)
    named = {metric.name: metric for metric in found if metric.name != "other"}
    for name, metric in named.items():
        begun = max((other.end for other in found if other.end <= metric.start), default=0)
        before = clause[max(begun, metric.start - 40) : metric.end]
        unit = next(iter(metric.units.values()))
        if name == "net_income" and _BY_SHARE.search(text):
            name, unit = "eps", "USD/share"
        yield Item(
            name, metric.words, scope_of(metric, clause), basis_of(metric, before, "", "", *above.texts),
            unit, None, None, "qualitative", period, "withdraws",
        )  # fmt: skip
    if not named:
        yield Item(
            "other", words, "financial guidance", "unstated", None, None, None, "qualitative", period, "withdraws"
        )
