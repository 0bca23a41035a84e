"""What stands above a sentence: the heading of its section, a lead-in, what opens its paragraph, sentences before."""

from __future__ import annotations

import re

from pipeline.filing.dates import YEAR
from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.guidance.passages.headings import (
    AMOUNT,
    BOILERPLATE,
    HEADS,
    PERIOD,
    first_guided,
    is_heading,
    is_past_point,
    only_period,
    period_told,
)
from pipeline.guidance.passages.lead_in import LeadIn, ends_point, leads_to_list
from pipeline.guidance.passages.run_in import run_in
from pipeline.guidance.passages.section import Section
from pipeline.guidance.passages.sentences import Sentence
from pipeline.guidance.passages.told import Told
from pipeline.guidance.sentence.dated import year_ended
from pipeline.guidance.terms.above import Above, guides_itself
from pipeline.guidance.terms.actions import is_of_same
from pipeline.guidance.terms.clock import Clock
from pipeline.guidance.terms.period_words import ODD_MONTHS
from pipeline.guidance.terms.periods import guided_period, guided_periods
from pipeline.guidance.terms.words import EXPECTS, PAST

SPEAKS = Rare(
    rf"{EXPECTS.pattern}|{HEADS.pattern}|{BOILERPLATE.pattern}|^for\s+[^:.;$%]{{4,50}}:\s",
    re.IGNORECASE | re.MULTILINE,
)  # of what is ahead
_SIZE = re.compile(
    rf"\bwith (?:fiscal )?(?P<year>{YEAR}) (?:net |total )?(?:sales|revenues?) of\b", ANY_CASE
)  # of a company
_CONDITION = re.compile(r"^If [^,;]*,\s")  # has its own period
_FOLLOWING = re.compile(r"\b(?:following|below|as follows)\b", ANY_CASE)


class Leads:
    """Follows a document from sentence to sentence and holds what is in force above the next."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._section = Section(clock)
        self._lead_in = LeadIn(clock)
        self._told = Told(clock)
        self._run_in: str | None = None  # the words that open the paragraph
        self._guides = False  # the paragraph expects an amount
        self._end = 0
        self._last = ""  # sentence that was passed

    @property
    def is_boilerplate(self) -> bool:
        return self._section.is_boilerplate

    @property
    def are_none(self) -> bool:
        """Whether nothing is in force: until a sentence `SPEAKS`, only those of its own paragraph count."""
        section = self._section
        return not (
            self._in_force() or self._guides or section.is_boilerplate or section.is_preliminary or self._told.given
        )

    def pass_over(self) -> None:
        """Take note that sentences were passed over: a heading may have been among them."""
        self._section.pass_over()

    def pass_to(self, sentence: Sentence, text: str) -> None:
        """Take note of where a sentence stands, and of a heading."""
        gap = text[self._end : sentence.start]
        begins_line = "\n" in gap or not self._last
        self._end, self._last = sentence.end, sentence.text
        begins_list = self._lead_in.pass_to(sentence, gap)
        given = self._told.given
        if begins_list and self._lead_in.words is None and given is not None:
            self._lead_in.words, self._section.period = given, guided_period(given, self._clock)
        if "\n\n" in gap:
            self._pass_paragraph(gap)
        if begins_line or self._run_in is None:
            self._run_in = run_in(sentence.text, self._clock) or self._run_in
        if begins_line and is_heading(sentence) and self._section.begin(sentence.text):
            self._lead_in.words = self._told.announced = None
            self._told.sentences.clear()

    def pass_table(self) -> None:
        """Take note of a table: a lead-in right above it has led to it, and to nothing behind it."""
        lead_in = self._lead_in.words
        if lead_in is not None and lead_in == self._last:
            if self._section.heading == lead_in and _FOLLOWING.search(lead_in):
                self._section.heading = None
            self._lead_in.words = None

    def leads(self, sentence: Sentence) -> bool:
        """Whether a heading or lead-in makes an expectation of a sentence: it tells of nothing that was or, below a
        heading only, that is."""
        if not self._in_force() or self._tells(sentence.text):
            return False
        opens = self._run_in is not None and sentence.text.startswith(self._run_in)
        return opens or self._lead_in.words is not None or self._section.leads(sentence)

    def above(self, words: str, *, is_table: bool = False) -> Above:
        """What is in force above a sentence: the period of the nearest one before that names one, else of lead-in and
        heading, else of guidance that was told of; in a list, else the one that its first point names. Above a table
        the heading counts more than sentences that guide themselves."""
        section, lead_in, given = self._section, self._lead_in, self._told.given
        given = given if given is not None and is_of_same(given, words) else None
        texts = tuple(text for text in (self._run_in, lead_in.words, given, section.heading) if text is not None)
        before = [*reversed(lead_in.said_in_point), *reversed(self._told.sentences)]
        if is_table and section.named is not None:
            before = [text for text in before if not guides_itself(text)]
        said = [(period_told(text, self._clock), text) for text in before]
        told = [(p, text) for p, text in (*said, (section.named, "")) if p is not None]
        period = year_ended(told[0][0], told[1][0]) if len(told) > 1 else told[0][0] if told else None
        period = period or self._told.period_of_guidance(words) or lead_in.period_of_list()
        moved = lead_in.given if lead_in.words is not None else None
        year, of_year = next(((p, text) for p, text in told if p.is_year), (None, ""))
        return Above(texts, period, moved or "", year, of_year)

    def leave(self, sentence: Sentence, *, expects: bool) -> None:
        """Take note of a sentence that was read: it may be a lead-in, or name the period of the next."""
        words, given = sentence.text, self._told.given
        has_amounts = AMOUNT.search(words) is not None
        if expects:
            self._section.take_note(words)
        self._told.take_given(sentence, expects=expects, has_amounts=has_amounts)
        self._lead_on(sentence, expects=expects, has_amounts=has_amounts)
        self._lead_in.take_given(sentence, given)
        if has_amounts and (expects or self._in_force()):
            self._lead_in.take_point(sentence)
        self._guides = self._guides or (expects and has_amounts)
        if expects or not has_amounts or (self._in_force() and PAST.search(words) is None):
            self._remember(sentence, has_amounts=has_amounts)
        if expects:
            self._told.take_guidance(words, has_amounts=has_amounts)

    def _in_force(self) -> bool:
        return self._lead_in.words is not None or self._section.heading is not None or self._run_in is not None

    def _pass_paragraph(self, gap: str) -> None:
        """Take note of a blank line: what the paragraph told is over where nothing is in force."""
        said = self._told.sentences
        is_announced = bool(said) and said[-1].endswith(":") and not any(map(str.isalnum, gap))  # "For fiscal 2009:"
        if not (self._in_force() or self._guides or is_announced):
            said.clear()
        self._guides = False
        self._run_in = None

    def _tells(self, words: str) -> bool:
        """Whether a sentence tells of what was: not by "the year ended" of a year to come."""
        today, size = self._clock.today, _SIZE.search(words)
        if size is not None and today is not None and int(size["year"]) < today.year:
            return True
        past = [match.start() for match in PAST.finditer(words)]
        to_come = guided_periods(words, self._clock) if past else []
        return any(not any(period.at <= place < period.to for period in to_come) for place in past)

    def _lead_on(self, sentence: Sentence, *, expects: bool, has_amounts: bool) -> None:
        """Begin a list with a sentence that leads to it, or with a point that heads those below; end the last one."""
        words = sentence.text
        section, lead_in = self._section, self._lead_in
        if sentence.is_bullet and not expects and is_past_point(words, self._clock):
            lead_in.words = section.period = None
        elif not has_amounts and (expects or self._in_force() or HEADS.search(words)) and leads_to_list(words):
            section.period = first_guided(guided_periods(words, self._clock), words) or self.above(words).period
            lead_in.words = words
            self._told.sentences.clear()
        elif not has_amounts and not lead_in.is_in_point and not is_heading(sentence) and ends_point(words):
            lead_in.words = None
        elif (
            sentence.is_bullet
            and (self._in_force() or words.endswith(":"))
            and (period := only_period(words, self._clock))
        ):
            section.period, lead_in.words = period, words
            self._told.sentences.clear()

    def _remember(self, sentence: Sentence, *, has_amounts: bool) -> None:
        """Keep a sentence that may name the period of the next."""
        told = _CONDITION.sub("", sentence.text)
        if has_amounts:
            told = ODD_MONTHS.sub("", told)  # its amounts alone are of them
        if not PERIOD.search(told):
            return
        if self._lead_in.is_in_point:
            self._lead_in.said_in_point.append(told)
        elif not sentence.is_bullet:
            self._told.remember(told)
