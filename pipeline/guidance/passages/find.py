"""The sentences of a document that can hold an expectation, each with what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from pipeline.filing.dates import find_dates
from pipeline.filing.patterns import ANY_CASE
from pipeline.guidance.outlook.is_outlook import is_of_outlook
from pipeline.guidance.passages.headings import is_heading, names_period
from pipeline.guidance.passages.leads import SPEAKS, Leads
from pipeline.guidance.passages.prose import Prose
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.passages.spelling import in_one_spelling
from pipeline.guidance.passages.withdrawals import withdraws
from pipeline.guidance.sentence.told_next import FOLLOWS
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.actions import action_of
from pipeline.guidance.terms.amount_words import IN_WORDS
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.comparing_words import ANEW, BEGINS_FORMER
from pipeline.guidance.terms.units import moves
from pipeline.guidance.terms.words import DECLARED, EXPECTS, MET, NOT_GUIDANCE
from pipeline.tables.grid import Grid

_MAY_GUIDE = re.compile(  # by first letters a search runs
    r"(?-i:[\d:QqHhYyDdTtFfEePp])(?:(?<=\d)|(?<=:)$|(?<=q)uarter|(?<=h)alf|(?<=y)ear|(?<=d)igit|(?<=t)(?:een|went|hirt)"
    r"|(?<=[fe])(?:lat|ven)\b|(?<=p)(?:ositive|ercent)|(?<=f)ollowing)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|digit|(?:percent|cents|points)\b|\bflat\b|even\b|positive|teens|twenties|thirties", ANY_CASE)
_AS_PERCENTAGE = re.compile(
    r"(?:expressed )?as a percent(?:age)? of (?P<of>(?:net |total |operating )*(?:revenues?|sales)),\s", ANY_CASE
)
_PERCENTAGE = re.compile(r"(?:%|\spercent)(?=[;,.]|$|\s(?:and|in|for)\b)")  # the last of a range
_POINTS = re.compile(r"[;,]\s|\sand\s")  # of a list
_LEFT_OUT = re.compile(  # "Projected non-GAAP expenses exclude $3 million of amortization"
    r"[^$%;:(,]{5,160}?(?<!which )\bexcludes?\b"
    r"(?!.*\b(?:is|are|be|will|should|expects?|expected|includes?|calls?|ranges?|remains?|assumes?|reflects?)\b)",
    ANY_CASE,
)
_DIGIT = re.compile(r"\d")
_THAT = re.compile(  # which is held: "we expected $1.00 in 2011, and maintain that outlook"
    r"\b(?:these|those|which|this|that (?:guidance|outlook|forecast|range|estimate|expectation|target))\b", ANY_CASE
)
_SOME_DAYS = timedelta(days=7)
_SINCE = re.compile(  # "had forecast growth and expect"; not "said that it expects $10 million and expects"
    r"\b(?:now|today|(?:revised|raised|lowered|increased|reduced|updated)(?=\s(?:it|its|our|th(?:at|is|ese|ose)|to)\b)"
    r"|(?:current|revised|raised|lowered|increased|reduced|updated)(?=\s(?:[\w-]+\s){0,4}?(?:guidance|outlook"
    r"|estimates?|expectations?|forecasts?|ranges?|projections?|targets?|plans?|budgets?)\b))\b"
    r"|(?:(?:;|\b(?:and|while|but))\s(?:we|the company|it|management)|\bbut)\s(?:currently\s|still\s)?"
    r"(?:continues?|expects?|anticipates?|projects?|estimates?)\b"
    r"|^[^$%]*(?:;|\b(?:and|while))\s(?:currently\s|still\s)?(?:continues?|expects?|anticipates?)\b"
    r"|,\s(?:is|are|will|(?:we|it|the company|management)\s(?:expects?|anticipates?))\b(?=.*\d)",
    ANY_CASE,
)
_INSTEAD = re.compile(
    r",\s(?:but\s|however,?\s|and\s)?"
    r"(?=(?:we|the company|management|it)\s(?:\w+\s)?(?:expect|anticipate|project|estimate)s?\b)",
    ANY_CASE,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that may hold expectations; `led`: a lead-in or a heading holds the verb; `behind`: the next sentence,
    if it tells what was expected before; `since`: where it comes to what is expected now."""

    sentence: Sentence
    above: Above
    led: bool
    withdraws: bool
    behind: str = ""
    since: int = 0


@dataclass(frozen=True, slots=True)
class TablePassage:
    """A table with what stands above it."""

    grid: Grid
    above: Above


def passages(prose: Prose, clock: Clock) -> Iterator[Passage | TablePassage]:
    """The sentences and tables that can hold expectations, in printed order.

    Most of a release speaks of what was: while nothing is in force above them, sentences are passed over.
    """
    leads = Leads(clock)
    speaks = prose.holding(SPEAKS)
    unread: list[Sentence] = []
    for n, part in enumerate(prose.parts):
        is_silent = leads.are_none and n not in speaks
        if is_silent and not (isinstance(part, Grid) and is_of_outlook(part, (), clock)):
            if isinstance(part, Sentence):
                unread.append(part)
            continue
        above = _of_paragraph(unread, part, prose.text)
        if len(above) < len(unread):
            leads.pass_over()
        for sentence in above:
            leads.pass_to(sentence, prose.text)
            leads.leave(sentence, expects=False)
        unread.clear()
        if isinstance(part, Sentence):
            part = part._replace(text=in_one_spelling(part.text))
            for passage in _of_sentence(part, leads, prose.text, clock, speaks=n in speaks):
                behind = _of_figures(part, prose.parts[n + 1 : n + 2], prose.text, clock)
                yield replace(passage, behind=behind)
        elif not leads.is_boilerplate:
            yield TablePassage(part, leads.above(" ".join(part.above), is_table=True))
            leads.pass_table()


def _of_paragraph(unread: Sequence[Sentence], part: Sentence | Grid, text: str) -> Sequence[Sentence]:
    """The last sentences that no blank line parts from each other, nor from the sentence behind them; and the heading
    above, if it names a period."""
    first = len(unread)
    behind = part.start if isinstance(part, Sentence) or not unread else unread[-1].end
    while first and "\n\n" not in text[unread[first - 1].end : behind]:
        first -= 1
        behind = unread[first].start
    if first and _heads(unread[first - 1]) and names_period(unread[first - 1].text):
        first -= 1
    return unread[first:]


def _heads(sentence: Sentence) -> bool:
    """Whether a sentence stands over others: a heading, or a point with a colon ("• Fourth quarter 2012:")."""
    return is_heading(sentence) or (sentence.is_bullet and sentence.text.endswith(":"))


def _of_sentence(sentence: Sentence, leads: Leads, text: str, clock: Clock, *, speaks: bool) -> Iterator[Passage]:
    leads.pass_to(sentence, text)
    expects = speaks and _expects(sentence.text)
    led = leads.leads(sentence)
    if speaks and withdraws(sentence.text):
        withdrawn, anew = _parted(sentence)
        yield Passage(withdrawn, leads.above(withdrawn.text), led, withdraws=True)
        if anew is not None and _can_guide(anew.text):
            yield Passage(anew, leads.above(anew.text), led, withdraws=False)
    elif (expects or led) and not leads.is_boilerplate:
        guiding = _with_denominators(sentence)
        since = _since(guiding.text, clock)
        if _can_guide(guiding.text) and since < len(guiding.text):
            yield Passage(guiding, leads.above(guiding.text), led, withdraws=False, since=since)
    leads.leave(sentence, expects=expects)


def _with_denominators(sentence: Sentence) -> Sentence:
    """The sentence with what all its percentages are of behind each that is no rate of change: "As a percentage of
    revenue, we expect ..."."""
    of = _AS_PERCENTAGE.match(sentence.text)
    if of is None:
        return sentence
    text = sentence.text[of.end() :]

    def with_denominator(match: re.Match[str]) -> str:
        return match[0] if moves(_POINTS.split(text[: match.start()])[-1]) else f"% of {of['of']}"

    return sentence._replace(text=_PERCENTAGE.sub(with_denominator, text))


def _parted(sentence: Sentence) -> tuple[Sentence, Sentence | None]:
    """What a sentence withdraws, and what it expects instead."""
    turn = _INSTEAD.search(sentence.text)
    if turn is None:
        return sentence, None
    return sentence._replace(text=sentence.text[: turn.start()]), sentence._replace(text=sentence.text[turn.end() :])


def _expects(text: str) -> bool:
    """Whether a sentence words an expectation that may be of an amount."""
    return _MAY_GUIDE.search(text) is not None and EXPECTS.search(text) is not None


def _since(text: str, clock: Clock) -> int:
    """Where a sentence comes to what is expected now: behind what was expected some days ago or more."""
    former = BEGINS_FORMER.match(text)
    if former is None:
        return 0
    days = find_dates(former["day"] or former["given"] or "")
    if days and clock.today is not None and clock.today - days[0].value <= _SOME_DAYS:
        return 0
    if (now := _SINCE.search(text)) is not None:
        return now.end()
    behind = _DIGIT.split(text)[-1]
    return 0 if _THAT.search(behind) and action_of(behind) == "reaffirms" else len(text)


def _of_figures(sentence: Sentence, parts: Sequence[Sentence | Grid], text: str, clock: Clock) -> str:
    """The sentence right behind another, if it may tell what its figures were before; else no words."""
    (behind,) = parts or (None,)
    if not isinstance(behind, Sentence) or behind.is_bullet or "\n\n" in text[sentence.end : behind.start]:
        return ""
    told = in_one_spelling(behind.text)
    return told if FOLLOWS.match(told) or _since(told, clock) == len(told) else ""


def _can_guide(text: str) -> bool:
    if not _NUMBER.search(text) and not IN_WORDS.search(text):
        return False
    if NOT_GUIDANCE.search(text) or DECLARED.search(text) or _LEFT_OUT.match(text):
        return False
    met = MET.search(text)
    return met is None or ANEW.search(text[: met.start()]) is not None
