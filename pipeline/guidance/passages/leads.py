"""What stands above a sentence: the heading of its section, and lead-ins ("For the third quarter, we expect:")."""

from __future__ import annotations

import re

from pipeline.filing.dates import YEAR
from pipeline.filing.patterns import ANY_CASE, words
from pipeline.filing.rare import Rare
from pipeline.guidance.outlook.words import HEADLINE
from pipeline.guidance.passages.headings import (
    BOILERPLATE,
    HEADING_LENGTH,
    HEADS,
    PERIOD,
    RESULTS,
    first_guided,
    is_boilerplate,
    is_heading,
    is_past_point,
    names_period,
    only_period,
    period_told,
)
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.passages.withdrawals import withdraws
from pipeline.guidance.sentence.dated import year_ended
from pipeline.guidance.terms.above import Above
from pipeline.guidance.terms.action_words import GIVES
from pipeline.guidance.terms.actions import action_of, is_of_same
from pipeline.guidance.terms.amount_words import NEARLY
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.metrics import metrics
from pipeline.guidance.terms.period_words import ODD_MONTHS
from pipeline.guidance.terms.periods import Guided, guided_period, guided_periods
from pipeline.guidance.terms.words import EXPECTS, IS, PAST

_GIVEN_LENGTH = 200
_RUN_IN = re.compile(  # "Q4 2024 outlook: Revenue of ...", "For fiscal 2025: sales growth of ..."
    rf"(?P<label>(?:(?:[^\s:.;$%]+\s+){{0,8}}{HEADS.pattern}[^:.;$%]{{0,50}}|for\s+[^:.;$%]{{4,50}})):\s+(?=[\w$~])",
    ANY_CASE,
)
_LABEL = re.compile(  # "Second quarter guidance."
    rf"(?P<label>(?:(?!is\b|are\b|has\b|will\b|our\b|the\b)[^\s.;$%]+\s+){{0,6}}{HEADS.pattern}"
    r"(?:\s+(?:for\s+[^.;$%]{4,40}|\([^.;$%]{4,40}\)))?)\.",
    ANY_CASE,
)
SPEAKS = Rare(
    rf"{EXPECTS.pattern}|{HEADS.pattern}|{BOILERPLATE.pattern}|^for\s+[^:.;$%]{{4,50}}:\s",
    re.IGNORECASE | re.MULTILINE,
)  # of what is ahead
_PRELIMINARY = re.compile(  # of a period that is over, where it is not reported yet
    r"\bpreliminary\b[^.;:]{0,80}?\b(?:results|highlights|figures|information|estimates|sales|revenues?)\b", ANY_CASE
)
_OF_RESULTS = re.compile(
    r"^(?!.*\b(?:announc|report|provid|releas|updat)).*\b(?:results|highlights|summary)\b", ANY_CASE
)
_KIND_ONLY = re.compile(
    r"\W*(?:(?:us )?gaap|non-gaap(?: adjusted)?|adjusted|(?:un)?audited|(?:\w+al|business) metrics?:)\W*", ANY_CASE
)
_AMOUNT = re.compile(r"[$€£%\d](?:(?<!\d)|\s?(?:percent|cents?|million|billion)\b)")
_SIZE = re.compile(
    rf"\bwith (?:fiscal )?(?P<year>{YEAR}) (?:net |total )?(?:sales|revenues?) of\b", ANY_CASE
)  # of a company
_GOES_ON = re.compile(r"[;,](?:\sand)?$", ANY_CASE)  # a point of a list, not its end
_OF_A_RANGE = re.compile(  # "Adjusted EPS of $2.75 to $2.80 reflects a tax rate of"
    rf"[A-Z][^.;$%\d]{{2,60}}\sof\s(?:{NEARLY}\s)?\$?\d[\d.,]*(?:\s[mb]illion)?\s?(?:to|-|–)\s?\$?\d[\d.,]*[^.;]{{0,20}}?\s(?:reflect|assum|includ)"
)
_REMEMBERED = 6  # sentences
_TOLD = "summarized", "set forth", "outlined", "presented", "shown", "provided", "listed", "detailed", "contained"
_CONDITION = re.compile(r"^If [^,;]*,\s")  # has its own period
_FOLLOWING = re.compile(r"\b(?:following|below|as follows)\b", ANY_CASE)
_LIST = re.compile(
    r":\W*$|"
    + words(
        *(rf"{term}\b[^.]{{0,40}}[.:]?$" for term in ("as follows", "the following")),
        *(rf"{told} (?:below|in the (?:following |accompanying )?table(?: below)?)\.?$" for told in _TOLD),
    ),
    ANY_CASE,
)


class Leads:
    """Follows a document from sentence to sentence and holds what is in force: the heading, the lead-in, the period."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._heading: str | None = None  # of a section of outlook
        self._lead: str | None = None
        self._period: Guided | None = None  # of heading and lead-in
        self._section: Guided | None = None  # of a heading that names nothing but a period to come
        self._said: list[str] = []  # sentences before that may name the period of the next
        self._said_in_point: list[str] = []  # the same, of the point of a list that is read
        self._point: str | None = None  # the first point of a list, if it expects an amount
        self._run_in: str | None = None  # the words that open a paragraph, up to a colon
        self._guides = False  # the paragraph expects an amount
        self._guidance: str | None = None  # the last sentence that speaks of guidance and of a period
        self._announced: Guided | None = None  # of a sentence that only says for when guidance is given
        self._given: str | None = None  # the last sentence, if it says that guidance is given: points below are of it
        self._lead_given: str | None = None  # the same in front of the lead-in: "We raise our guidance. We expect:"
        self._end = 0
        self._last = ""  # sentence that was passed
        self._in_bullet = False
        self._is_preliminary = False  # what is told of the period just over are no results yet
        self.is_boilerplate = False

    @property
    def are_none(self) -> bool:
        """Whether nothing is in force: until a sentence `SPEAKS`, only those of its own paragraph count."""
        return not (self._in_force() or self._guides or self.is_boilerplate or self._is_preliminary or self._given)

    def pass_over(self) -> None:
        """Take note that sentences were passed over: a heading may have been among them."""
        self._section = None

    def pass_to(self, sentence: Sentence, text: str) -> None:
        """Take note of where a sentence stands, and of a heading."""
        gap = text[self._end : sentence.start]
        self._end, self._last = sentence.end, sentence.text
        was_in_bullet = self._in_bullet
        self._in_bullet = sentence.is_bullet or (was_in_bullet and "\n" not in gap)
        if sentence.is_bullet or not self._in_bullet:
            self._said_in_point.clear()
        if was_in_bullet and not self._in_bullet:
            self._lead = self._point = None  # its list is over
        if sentence.is_bullet and not was_in_bullet and self._lead is None and self._given is not None:
            self._lead, self._period = self._given, guided_period(self._given, self._clock)
        if "\n\n" in gap:
            if not (self._in_force() or self._guides or self._is_announced(gap)):
                self._said.clear()
            self._guides = False
            self._run_in = None
        if "\n" in gap or sentence.start == 0 or self._run_in is None:
            self._pass_run_in(sentence)
        if ("\n" in gap or sentence.start == 0) and is_heading(sentence):
            self._pass_heading(sentence.text)

    def pass_table(self) -> None:
        """Take note of a table: a lead-in right above it has led to it, and to nothing behind it."""
        if self._lead is not None and self._lead == self._last:
            self._heading = None if self._heading == self._lead and _FOLLOWING.search(self._lead) else self._heading
            self._lead = None

    def _is_announced(self, gap: str) -> bool:
        """Whether a line right above names the period of what follows: "For the fourth quarter of 2009:"."""
        return bool(self._said) and self._said[-1].endswith(":") and not any(map(str.isalnum, gap))

    def leads(self, sentence: Sentence) -> bool:
        """Whether a heading or lead-in makes an expectation of a sentence: it tells of nothing that was or, below a
        heading only, that is."""
        if not self._in_force() or self._tells(sentence.text):
            return False
        if self._run_in is not None and sentence.text.startswith(self._run_in):
            return True
        if self._lead is not None:
            return True
        if (
            self._heading is not None
            and HEADLINE.match(self._heading)
            and not guided_periods(sentence.text, self._clock)
        ):
            return False  # its first points are of results
        if not sentence.is_bullet and self._heading is not None and not HEADS.search(self._heading):
            return False  # what is preliminary stands in points
        if sentence.is_bullet:
            return True
        return not IS.search(sentence.text) or _OF_A_RANGE.match(sentence.text) is not None

    def _tells(self, words: str) -> bool:
        """Whether a sentence tells of what was: not by "the year ended" of a year to come."""
        today, size = self._clock.today, _SIZE.search(words)
        if size is not None and today is not None and int(size["year"]) < today.year:
            return True
        past = [match.start() for match in PAST.finditer(words)]
        to_come = guided_periods(words, self._clock) if past else []
        return any(not any(period.at <= place < period.to for period in to_come) for place in past)

    def above(self, words: str) -> Above:
        """What is in force above a sentence: the period of the nearest one before that names one, else of lead-in and
        heading; for a sentence that speaks of guidance itself, else the period that guidance was last said to be for;
        else that of a sentence that only announced guidance ("The company reaffirmed its outlook for 2012."); in a
        list, else the one that its first point names.
        """
        given = self._given if self._given is not None and is_of_same(self._given, words) else None
        texts = tuple(text for text in (self._run_in, self._lead, given, self._heading) if text is not None)
        said = [(period_told(text, self._clock), text) for text in reversed([*self._said, *self._said_in_point])]
        told = [(p, text) for p, text in (*said, (self._period or self._section, "")) if p is not None]
        period = year_ended(told[0][0], told[1][0]) if len(told) > 1 else told[0][0] if told else None
        if period is None and self._guidance is not None and HEADS.search(words):
            period = guided_period(self._guidance, self._clock)
        period = period or self._announced
        if period is None and self._in_bullet and self._point is not None:
            named = guided_periods(self._point, self._clock)
            period = named[0] if len(named) == 1 else None
        moved = self._lead_given if self._lead is not None else None
        year, of_year = next(((p, text) for p, text in told if p.is_year), (None, ""))
        return Above(texts, period, moved or "", year, of_year)

    def leave(self, sentence: Sentence, *, expects: bool) -> None:
        """Take note of a sentence that was read: it may be a lead-in, or name the period of the next."""
        words = sentence.text
        if expects and not self._clock.is_release and _PRELIMINARY.search(words):
            self._is_preliminary = True
        has_amounts = _AMOUNT.search(words) is not None
        is_given = expects and not (has_amounts or sentence.is_bullet or len(words) > _GIVEN_LENGTH)
        given = self._given
        self._given = words if is_given and PERIOD.search(words) and GIVES.search(words) else None
        self._lead_on(sentence, expects=expects, has_amounts=has_amounts)
        if self._lead == words and not sentence.is_bullet:
            self._lead_given = given or self._still_given(words) if action_of(words) == "initiates" else None
        elif not self._in_bullet:
            self._lead_given = None  # of a lead-in right below it, and of those below its points
        if sentence.is_bullet and self._point is None and has_amounts and (expects or self._in_force()):
            self._point = words
        self._guides = self._guides or (expects and has_amounts)
        if expects or not has_amounts or (self._in_force() and PAST.search(words) is None):
            self._remember(sentence, has_amounts=has_amounts)
        if expects and PERIOD.search(words) and HEADS.search(words):
            self._guidance = words
            if not has_amounts:
                self._announced = None if withdraws(words) else period_told(words, self._clock)

    def _still_given(self, words: str) -> str | None:
        """What was said in front of the last lead-in, where it names its period as this one does."""
        given = self._lead_given
        return given if given and all(guided_periods(text, self._clock) for text in (given, words)) else None

    def _lead_on(self, sentence: Sentence, *, expects: bool, has_amounts: bool) -> None:
        """Begin a list with a sentence that leads to it, or with a point that heads those below; end the last one."""
        words = sentence.text
        if sentence.is_bullet and not expects and is_past_point(words, self._clock):
            self._lead = self._period = None
        elif not has_amounts and (expects or self._in_force() or HEADS.search(words)) and _LIST.search(words):
            self._period = first_guided(guided_periods(words, self._clock), words) or self.above(words).period
            self._lead = words
            self._said.clear()
        elif not has_amounts and not self._in_bullet and not is_heading(sentence) and not _GOES_ON.search(words):
            self._lead = None
        elif (
            sentence.is_bullet
            and (self._in_force() or words.endswith(":"))
            and (period := only_period(words, self._clock))
        ):
            self._period, self._lead = period, words
            self._said.clear()

    def _remember(self, sentence: Sentence, *, has_amounts: bool) -> None:
        """Keep a sentence that may name the period of the next."""
        told = _CONDITION.sub("", sentence.text)
        if has_amounts:
            told = ODD_MONTHS.sub("", told)  # its amounts alone are of them
        if not PERIOD.search(told):
            return
        if self._in_bullet:
            self._said_in_point.append(told)
        elif not sentence.is_bullet:
            self._said = [*self._said[-_REMEMBERED:], told]

    def _in_force(self) -> bool:
        return self._lead is not None or self._heading is not None or self._run_in is not None

    def _pass_run_in(self, sentence: Sentence) -> None:
        words = sentence.text
        if ":" in words[:HEADING_LENGTH]:
            match = _RUN_IN.match(words)
        elif len(words) < HEADING_LENGTH and words[-1] == "." and HEADS.search(words):
            match = _LABEL.fullmatch(words)
        else:
            return
        if match is None or is_boilerplate(match["label"]):
            return
        if HEADS.search(match["label"]) or guided_period(match["label"], self._clock):
            self._run_in = match["label"]

    def _pass_heading(self, words: str) -> None:
        if self._heading is not None and _KIND_ONLY.fullmatch(words):
            return
        self.is_boilerplate = is_boilerplate(words)
        if _AMOUNT.search(words) and (metrics(words) or (self._heading is not None and not RESULTS.search(words))):
            return  # an item that stands alone
        if HEADS.search(words) and not self.is_boilerplate:
            self._heading, self._period = words, guided_period(words, self._clock)
        elif self._is_preliminary and _OF_RESULTS.search(words) and (period := guided_period(words, self._clock)):
            self._heading, self._period = words, period
        elif (
            self._heading is not None
            and not RESULTS.search(words)
            and ((period := guided_period(words, self._clock)) or metrics(words))
        ):
            self._period = period or self._period
        elif EXPECTS.search(words):
            return
        else:
            self._heading, self._period = None, None
            self._section = guided_period(words, self._clock) if names_period(words) else None
        self._lead = self._announced = None
        self._said.clear()
