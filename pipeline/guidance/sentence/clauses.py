"""How guidance moves by the words of a sentence: those of the clause that an amount stands in, and what opens it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.terms.actions import action_of
from pipeline.guidance.terms.amounts import Amount

_HOLDS = r"(?:re-?iterat|(?:re-?)?(?:affirm|confirm))"
_MOVES = (
    rf"(?:(?:rais|increas|lower|reduc|narrow|tighten|widen|boost|revis|updat|{_HOLDS}|maintain|introduc|initiat|provid"
    r"|issu|establish)(?:es|s|ed|ing)|cut(?:s|ting)?)\b(?!\sfrom\b)"
)
_ADVERBS = r"(?:(?:also|now|currently|still|further|is|are|has|have)\s)*"
_WHO = r"(?:we|it|they|the\scompany|management)\s"
_ANEW = re.compile(  # ", and is raising", "but now expects", "while Alder continues to"
    r"(?:[,;:]|\b(?P<and>and|but|while|as|that))\s(?:for\s(?:[\w-]+\s){1,5}?)?(?:"
    rf"(?:{_WHO})?{_ADVERBS}(?:(?:expect|anticipat|project|forecast|estimat|believ|plan|target|intend|see)e?s?"
    rf"|initiat\w*|introduc\w*|provid\w*|continues?\sto|(?P<moves>{_MOVES}))"
    r"|(?P<to>to\s(?!(?:an?|the|its|our|between|about|approximately)\s)[a-z]+)"  # ", and to open"
    rf"|{_WHO}{_ADVERBS}(?:expect|anticipat|project|forecast|estimat|believ|plann|target|intend)ed"
    r"|(?:[\w&.’'-]+\s){1,4}?(?:now\s)?(?:expects|anticipates|believes|continues\sto))\s",
    ANY_CASE,
)
_IS_ANEW = re.compile(  # "and EBITDA is expected to be", "; capital expenditures remain"
    r"(?:;|,?\s(?:and|but|while|whereas))\s(?!(?:this|that|these|those|it|which|both|each)\s)[^.;:,$%]{2,60}?\s"
    r"(?:is|are|was|were|(?:has|have)\sbeen|remains?)\s",
    ANY_CASE,
)
_NEXT = re.compile(  # also without a verb: "; adjusted EPS increased to"
    r";\s(?!(?:(?:this|which|that)\s(?:(?:guidance|outlook|range)\s)?[a-z]+s"
    r"|these\s(?:are|compare|represent|reflect))\b)|,\s(?:while|whereas)\s",
    ANY_CASE,
)
_OF_ALL = re.compile(r",\s(?:(?:both|all|each)\b|which\sare\b)[^;$%\d]*$", ANY_CASE)  # ", both unchanged from"
_COMPARES = re.compile(r"\b(?:up|down) from\b", ANY_CASE)  # what stands in front, not what comes behind
_AS_BEFORE = re.compile(r"\b(?:consistent|in line) with\b", ANY_CASE)  # says how what stands in front was held


def action_in(text: str, amount: Amount, clause: int, amounts: Sequence[Amount]) -> str:
    """The action that the words of an amount say, else those of its clause: "reaffirms $2.00 for 2005, and expects"
    says nothing of the amount behind it, nor does "and is raising its EPS guidance to" of the one in front. `clause`:
    where the amount before ends."""
    begun = max(_starts(text, amount.start, amounts[0].start), default=0)
    own, ended = max(begun, clause), _ended(text, amount.end, amounts)
    in_front = _AS_BEFORE.sub(" ", _COMPARES.sub(" ", text[begun:own]))
    words = text[own : amount.end]
    words = _AS_BEFORE.sub(" ", words) if own == clause > 0 else words
    of_all = _OF_ALL.search(text, amounts[-1].end)
    return action_of(words, in_front + words + text[amount.end : ended], of_all[0] if of_all else "")


def opening_of(text: str, first: int) -> str:
    """What a sentence says in front of all that it expects, whose first amount begins at `first`: "We are raising our
    guidance and now expect revenue of $10 million"; empty where that alone is moved ("We are raising it to $10")."""
    return _AS_BEFORE.sub(" ", text[: min(_starts(text, first, first), default=0)])


def _starts(text: str, place: int, first: int) -> list[int]:
    """Where clauses begin in front of a place; `first`: where the first amount begins."""
    anew = [match.start() for match in _ANEW.finditer(text, 0, place) if _is_anew(match, first)]
    return anew + [match.start() for match in _IS_ANEW.finditer(text, 0, place)]


def _is_anew(match: re.Match[str], first: int) -> bool:
    """Whether a clause is of its own: not what is held ("We reiterate that we expect", "We remain on track to open 25
    stores and to close 10"), nor a second move of the first amount ("We are raising the low end and narrowing the range
    to $10 million to $12 million")."""
    if (match["moves"] or match["to"]) and match.start() < first:
        return False
    if match["to"]:
        return action_of(match.string[: match.start()]) != "reaffirms"
    return match["and"] != "that"


def _ended(text: str, place: int, amounts: Sequence[Amount]) -> int:
    """Where the clause ends that holds a place, if the next one has amounts of its own."""
    starts = (
        match.start()
        for words in (_ANEW, _IS_ANEW, _NEXT)
        for match in words.finditer(text, place)
        if any(match.end() <= amount.start and not text.endswith(" by ", 0, amount.start) for amount in amounts)
    )
    return min(starts, default=len(text))
