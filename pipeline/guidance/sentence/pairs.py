"""Which metric each amount of a sentence is one of: "revenue of $10 million", "$10 million in revenue"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.sentence.gaps import Gap, is_change, is_loss
from pipeline.guidance.sentence.linked import linked_metric
from pipeline.guidance.sentence.named import Named
from pipeline.guidance.sentence.pair import Pair
from pipeline.guidance.sentence.pair_words import ALSO, FINITE, INSERTED, INSTEAD, TO_A_RATE, TO_MONEY
from pipeline.guidance.sentence.parts import SAME_PART, part_of
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.amounts import Amount
from pipeline.guidance.terms.metric_units import PER_SHARE
from pipeline.guidance.terms.metrics import Metric
from pipeline.guidance.terms.periods import Guided
from pipeline.guidance.terms.units import OF_SALES

_LEADS_TO = {"points": TO_A_RATE, "percent": TO_MONEY}  # what a move may only lead to, behind it: "up 9% to $2 billion"
_RANGES_ON = re.compile(  # "is estimated to increase 8% and range between $20 million and"
    rf",?\s(?:and|to)\s(?:to\s)?(?:range|total|reach|be)\s(?:(?:in|the|a|range|of|from|between|{NEARLY})\s)*",
    ANY_CASE,
)
_BY_WHICH = re.compile(rf",\s(?:or|for)\s(?:{NEARLY})?\s?$", ANY_CASE)  # "$600 a ton, or 5% lower than"
_LESS_OR_MORE = re.compile(
    r"\s(?:(?:revenue|sales|earnings|eps|organic|annual|sequential|total)\s)*(?:growth|lower|higher|above|below|more"
    r"|less|over|up|down|better)\b",
    ANY_CASE,
)
_GROWTH = re.compile(  # "$20 million in the third quarter, representing growth of 5%"
    r"^[^.;$%]{0,60}?(?:[\s,(](?:(?:which|or|and)\s)?(?:would\s)?(?:represent|reflect|mark|impl(?:y|ie)|equat"
    r"|result)(?:s|es|ing)?\s(?:in\s)?|,\s(?=an?\s|up\s|down\s))"
    rf"(?:(?:to|an?|{NEARLY}|sequential|year[- ]over[- ]year|annual|organic|net|total|a?ffo|eps|revenue|sales|earnings"
    r"|increase|decrease|decline|growth|rate|up|down|between|range|at least|of)\s)*$",
    ANY_CASE,
)
_ALSO_LISTED = re.compile(rf"\)?(?:,\s(?:and\s)?|\sand\s)(?:(?!{FINITE}|with\b)[\w-]+\s){{1,8}}\(?$", ANY_CASE)
_PARTS = re.compile(
    r"[\s,(]*(?:per (?:\w+ ){0,2}share[\s,]*)?(?:(?:which |and )?(?:includ|exclud)(?:es?|ing)|inclusive of|net of"
    r"|before|reflecting|adjusted (?:for|to exclude))\b",
    ANY_CASE,
)
_PART_METRICS = (
    "depreciation_amortization",
    "stock_based_compensation",
    "operating_expenses",
    "other",
    "interest_expense",
)


def pairs(sentence: Named) -> Iterator[Pair]:
    """Pairs in printed order; amounts told, quoted for comparison or named in passing are left out."""
    text, found, listed = sentence.text, sentence.amounts, sentence.lists.metrics
    last: Pair | None = None
    clause = 0
    in_passing = False
    for n, amount in enumerate(each.whole for each in sentence.meant):
        end = found[n + 1].start if n + 1 < len(found) else len(text)
        start = clause
        leads = _LEADS_TO.get(found[n].kind)
        is_move = leads is not None and leads.match(text, found[n].end) is not None
        if amount is not None or not (is_move or INSTEAD.fullmatch(text[found[n].end : end])):
            clause = found[n].end
        if amount is None:
            continue
        gap = Gap(text, start, text[start : found[n].start], text[found[n].end : end])
        part = part_of(text, start, found[n], sentence.metrics)
        metric = listed.get(found[n].start) or (part.whole if part else None)
        if metric is not None:
            pair = _paired(gap, amount, metric)
        else:
            pair = _pair(gap, amount, sentence.metrics, sentence.periods, last)
        if pair is not None:
            pair = replace(pair, part=part.name if part else _another_part(pair, gap, last))
        in_passing = pair is not None and (
            _is_named_in_passing(pair, gap)
            or (in_passing and any(words.fullmatch(gap.before) for words in (_ALSO_LISTED, ALSO)))
        )
        if pair is not None and not in_passing:
            yield pair
            last = pair


def _another_part(pair: Pair, gap: Gap, last: Pair | None) -> str | None:
    """What an amount behind a part of the same metric is for: "for new stores and $30 million for systems"."""
    if last is None or last.part is None or pair.metric is not last.metric:
        return None
    also = SAME_PART.match(gap.after)
    return also["name"] if also else None


def _is_named_in_passing(pair: Pair, gap: Gap) -> bool:
    """Whether an amount only says what another holds: ", including amortization of $3 million"."""
    if pair.metric.name not in _PART_METRICS:
        return False
    inserted = (match.span() for match in INSERTED.finditer(gap.text))
    return _PARTS.match(gap.before) is not None or any(start < pair.metric.start < end for start, end in inserted)


def _pair(
    gap: Gap, amount: Amount, named: Sequence[Metric], periods: Sequence[Guided], last: Pair | None
) -> Pair | None:
    if last is not None and amount.kind in ("share", "money") and not amount.scaled and ALSO.search(gap.before):
        return _also(amount, last, gap.start)
    if last is not None and _restates(gap, amount, last):
        return None
    if last is not None and amount.kind == "percent" and _BY_WHICH.search(gap.before) and OF_SALES.match(gap.after):
        return _paired(gap, amount, last.metric) if "margin" in last.metric.units else None
    if last is not None and last.amount.kind != amount.kind and _RANGES_ON.fullmatch(gap.before):
        return _paired(gap, amount, last.metric)
    metric = linked_metric(gap, amount, named, periods, last)
    return _paired(gap, amount, metric) if metric else None


def _paired(gap: Gap, amount: Amount, metric: Metric) -> Pair | None:
    unit = gap.unit(amount, metric)
    if amount.kind in ("money", "share") and is_change(gap.text, metric, amount):
        return None
    return Pair(metric, amount, unit, gap.start, is_loss(gap, metric, amount, unit)) if unit else None


def _also(amount: Amount, last: Pair, start: int) -> Pair | None:
    """ "or $0.56 to $0.65 per diluted share": the same income by the share."""
    if last.metric.name not in ("net_income", "operating_income", "eps", "ffo"):
        return None
    metric = replace(last.metric, name="ffo" if last.metric.name == "ffo" else "eps", units=PER_SHARE)
    return Pair(
        metric, replace(amount, kind="share"), f"{amount.currency}/share", start,
        last.is_loss and not amount.signed, is_restated=True,
    )  # fmt: skip


def _restates(gap: Gap, amount: Amount, last: Pair) -> bool:
    """Whether a rate only says by how much the amount before grows: ", representing growth of 5% to 7%"."""
    kinds = {"percent": ("money", "share", "rate", "count"), "points": ("percent",), "words": ("money", "share")}
    if last.amount.kind not in kinds.get(amount.kind, ()):
        return False
    return bool(_GROWTH.search(gap.before) or (_BY_WHICH.search(gap.before) and _LESS_OR_MORE.match(gap.after)))
