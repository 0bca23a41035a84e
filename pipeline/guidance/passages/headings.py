"""What heads a section of a release, and the period that a heading or a sentence tells guidance for."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH
from pipeline.filing.patterns import ANY_CASE, words
from pipeline.guidance.outlook.words import SCALE_IN_BRACKETS
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.passages.withdrawals import withdraws
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.periods import Guided, guided_period, guided_periods

HEADING_LENGTH = 110
_POINT_LENGTH = 40
HEADS = re.compile(
    words(
        *(rf"{word}\b" for word in ("guidance", "outlook", "expectations", "targets", "forecasts?", "projections")),
        *(rf"{word}\b" for word in ("looking (?:ahead|forward)", "estimates", "assumptions")),
    ),
    ANY_CASE,
)
_FOR = re.compile(rf"{HEADS.pattern}\s+for\s+(?=\S)", ANY_CASE)
BOILERPLATE = re.compile(
    r"(?<!following )forward[- ]looking(?! (?:statements regarding )?(?:business |financial )?(?:guidance|outlook))"
    r"|safe harbor|cautionary|risk factors|^about\b"
    r"|private securities litigation",
    ANY_CASE,
)
RESULTS = re.compile(r"\b(?:results|highlights|review|summary|reports?|reported|announces?)\b", ANY_CASE)
AMOUNT = re.compile(r"[$€£%\d](?:(?<!\d)|\s?(?:percent|cents?|million|billion)\b)")
PERIOD = re.compile(r"quarter|half|year|20\d\d|19\d\d|Q\d|fiscal|FY|Quarter|Half|Year|Fiscal")
_POINT_OF_PERIOD = re.compile(
    r"(?=.*(?:\d|first|second|third|fourth|results|highlights))"
    r"(?:(?:results|highlights|for|of|in|the|first|second|third|fourth|quarter|half|full|fiscal|year|three|six|nine"
    rf"|months|ended|q[1-4]|{MONTH}|\d{{1,4}})\b\W*)+(?<=:)",
    ANY_CASE,
)
_ALONE = re.compile(  # of an amount alone: a time by which something is reached, or that of a part of what is told
    r"\bby (?:the |its |our )?$|[\d%][^.;$%]*,\s(?:with|including)\s(?:an?\s)?$", ANY_CASE
)


def first_guided(periods: list[Guided], words: str) -> Guided | None:
    """The first of the periods; with a withdrawal the last: "withdraws its 2025 outlook, and for the quarter sees"."""
    return periods[-1 if withdraws(words) else 0] if periods else None


def period_told(words: str, clock: Clock) -> Guided | None:
    """The period that a sentence tells guidance for ("our outlook for 2021"), else the first that it names; not a span
    of years ("through 2021"), which is its own alone."""
    guidance, named = _FOR.search(words), guided_periods(words, clock)
    own = next((period for period in named if guidance and period.at >= guidance.end()), None)
    told = own or first_guided([period for period in named if not _is_alone(period, words)], words)
    return None if told is not None and told.is_of_years else told


def _is_alone(period: Guided, words: str) -> bool:
    """Whether a period is of one amount alone: also a calendar year of a metric ("Our calendar year 2014 capital")."""
    is_whose = words.endswith(("Our ", "our ", "its "), 0, period.at)
    return (is_whose and period.words.lower().startswith("calendar")) or _ALONE.search(words, 0, period.at) is not None


def only_period(words: str, clock: Clock) -> Guided | None:
    """The period that a point of a list names and nothing else: "Third quarter 2006"."""
    if len(words) > _POINT_LENGTH or not names_period(words) or (period := guided_period(words, clock)) is None:
        return None
    return period if not any(map(str.isalnum, words[: period.at] + words[period.to :])) else None


def is_past_point(words: str, clock: Clock) -> bool:
    """Whether a point heads those below with a period that is over: "Results for the third quarter 2012:"."""
    return _POINT_OF_PERIOD.fullmatch(words) is not None and not guided_periods(words, clock)


def is_boilerplate(words: str) -> bool:
    """Whether a heading is of the law's safe harbor: "Estimates / forward-looking statements" is of an outlook."""
    match = BOILERPLATE.search(words)
    if match is None:
        return False
    in_front = words[: match.start()].rstrip()
    return not (in_front.endswith("/") and HEADS.search(in_front))


def names_period(words: str) -> bool:
    """Whether a heading may name a period to come: no more than a glance at its words."""
    return PERIOD.search(words) is not None and not RESULTS.search(words)


def is_heading(sentence: Sentence) -> bool:
    """Whether a sentence may be a heading: short, and not ended as one; no scale that stands below it."""
    text = sentence.text
    is_short = len(text) < HEADING_LENGTH and not text.endswith((*".;,?!", "; and")) and not sentence.is_bullet
    return is_short and not (text[0] == "(" and SCALE_IN_BRACKETS.fullmatch(text))
