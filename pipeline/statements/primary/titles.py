"""What the titles of two statements say of each other: whose they are, of which lengths, and what one says more."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.company_name import without_form
from pipeline.statements.currency_names import without_currencies
from pipeline.statements.periods.lengths import lengths_named
from pipeline.statements.primary.candidate import Candidate, naming_periods
from pipeline.statements.scale import is_scale_words
from pipeline.statements.title_words import CONSOLIDATED, TITLES
from pipeline.tables.words import names_period

_WORD = re.compile(r"[a-z]+")
_NEUTRAL = frozenset(  # words of a title that say neither whose figures they are nor of what kind
    """a an and the of for in to as on by inc corp company subsidiaries statement statements income operations
    earnings loss losses comprehensive consolidated condensed summary gaap ifrs reported restated revised amended
    previously originally historical actual unaudited audited preliminary final interim quarterly annual cumulative
    half date current period continued cont contd concluded b c d i ii iii iv exhibit table schedule attachment
    appendix page thousands millions billions dollars us u s canadian yuan pesos francs except per share shares unit
    units amount amounts data where otherwise noted stated indicated prepared accordance with see accompanying notes
    note""".split()  # noqa: SIM905
)
_TELLS = "announces|posts|releases|reports"
_HEADLINE = re.compile(rf"\b(?:{_TELLS})\b", ANY_CASE)  # over the first table
_SENTENCE = re.compile(r"(?:\S+ ){3,}\S*[a-z0-9%]\.$")
SPAN = re.compile(r"\b(?:ended|ending|months?|weeks?|to date)\b", ANY_CASE)
_LENGTHS = {  # in months, as titles name them without a count
    3: re.compile(r"\b(?:quarter|qt[rd]|q[1-4]\b|[1-4]q)", ANY_CASE),
    6: re.compile(r"\bhalf\b", ANY_CASE),
    12: re.compile(r"\b(?:year|annual|ytd)", ANY_CASE),
}
_NAME = re.compile(
    r"\b(?:inc|corp(?:oration)?|(?<!\bthe )company|co|l\.?p|llc|ltd|limited|bank|plc|trust|partners(?:hip)?|holdings"
    r"|co-?operative)\b",
    ANY_CASE,
)
_NO_NAME = re.compile(
    r"\b(?:consolidated|condensed|combined|unaudited|statements?|balance sheets?|results|selected|financial highlights"
    rf"|{_TELLS})\b.*"
)


def untimed_title(candidate: Candidate) -> tuple[str, ...]:
    """The title without what names periods."""
    return tuple(line for line in candidate.panel.title if not naming_periods([line]))


def spans_named(candidate: Candidate) -> set[str]:
    """What the title says of the periods, but for a headline."""
    return {line for line in naming_periods(_below_headlines(candidate)) if SPAN.search(line)}


def differ_in_length(one: Candidate, other: Candidate) -> bool:
    """Whether the titles name lengths, and none in common: "Fourth Quarter" beside "Full Year"."""
    lengths, others = map(_lengths, (one, other))
    return bool(lengths and others) and lengths.isdisjoint(others)


def _lengths(candidate: Candidate) -> set[int]:
    """The lengths of periods, in months, that the title names, but for a headline."""
    lines = _below_headlines(candidate)
    return {*lengths_named(lines), *(months for months, name in _LENGTHS.items() if any(map(name.search, lines)))}


def _below_headlines(candidate: Candidate) -> list[str]:
    return [line for line in candidate.panel.title if not _HEADLINE.search(line)]


def are_of_others(one: Candidate, other: Candidate) -> bool:
    """Whether the titles of both name companies, not the same; "Oak Corp." is "Oak Corporation and Subsidiaries". The
    name of one may have no form: "Oak Resources" above the same title as "Elm Power Company"."""
    names, other_names = map(companies_named, (one, other))
    if names and other_names:
        return not names & other_names
    return bool(names or other_names) and _are_headed_apart(one.panel.title, other.panel.title)


def _are_headed_apart(title: Sequence[str], other_title: Sequence[str]) -> bool:
    """Whether the lines above the same title of a statement differ, as names do."""
    same = 0
    while same < min(len(title), len(other_title)) and title[-1 - same] == other_title[-1 - same]:
        same += 1
    if not any(names.search(line) for line in title[len(title) - same :] for names in TITLES.values()):
        return False
    above = [" ".join(lines[: len(lines) - same][-1:]) for lines in (title, other_title)]
    if not all(map(_may_be_name, above)):
        return False
    name, other_name = map(without_form, above)
    return name not in other_name and other_name not in name


def _may_be_name(line: str) -> bool:
    """Whether a line of a title says something else than of a statement, its period or its scale, and no sentence."""
    words = set(_WORD.findall(line.lower())) - _NEUTRAL
    return bool(words) and not (naming_periods([line]) or is_scale_words(line) or _SENTENCE.match(line))


def are_strangers(one: Candidate, other: Candidate) -> bool:
    """Whether the companies that the titles name have no word of their names in common."""
    names, other_names = (set(" ".join(companies_named(candidate)).split()) for candidate in (one, other))
    return bool(names and other_names) and names.isdisjoint(other_names)


def companies_named(candidate: Candidate) -> set[str]:
    """The companies that the title names, without their forms."""
    return set(filter(None, map(_name, candidate.panel.title)))


def _name(line: str) -> str:
    """The name of a company that a line of a title prints, without its form and the words of a statement."""
    if not _NAME.search(line):
        return ""
    return without_form(_NO_NAME.sub("", line.lower()))


def is_of_a_part(one: Candidate, other: Candidate) -> bool:
    """Whether only the other is called consolidated: the first is of the parent, of a group, of a joint venture."""
    consolidated, is_other_consolidated = (any(map(CONSOLIDATED.search, c.panel.title)) for c in (one, other))
    return one.class_.titled and is_other_consolidated and not consolidated


def is_qualified(statement: str, one: Candidate, other: Candidate) -> bool:
    """Whether the first is titled as the other, and more: "Normalized statements of income" beside such statements."""
    words, plain = (_title_words(statement, candidate.panel.title) for candidate in (one, other))
    more = words - plain - _NEUTRAL
    return bool(plain and more) and plain - _NEUTRAL <= words and not names_period(" ".join(more))


def without_prose(title: Sequence[str]) -> list[str]:
    """The lines of a title but for running text above it: sentences, and lines that go on with a small letter."""
    kept: list[str] = []
    goes_on = False
    for line in reversed(title):
        is_prose = goes_on or _SENTENCE.match(line) is not None
        goes_on = is_prose and line[:1].islower()
        kept += [] if is_prose else [line]
    return kept


def _title_words(statement: str, title: Sequence[str]) -> set[str]:
    """The words from the line that names the statement on, but for those of its money and its scale."""
    named = next((n for n, line in enumerate(title) if TITLES[statement].search(line)), len(title))
    lines = (without_currencies(line).lower() for line in title[named:] if not is_scale_words(line))
    return {word for line in lines for word in _WORD.findall(line)}
