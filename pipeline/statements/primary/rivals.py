"""Statements of the same periods that say otherwise: which is the company's own, as reported."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import permutations

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.currency_names import without_currencies
from pipeline.statements.panels.panel import Panel
from pipeline.statements.periods.lengths import lengths_named
from pipeline.statements.primary.candidate import Candidate, naming_periods
from pipeline.statements.primary.classify import FEW, NET_INCOME, kinds_of_lines
from pipeline.statements.scale import is_scale_words
from pipeline.statements.words import CONSOLIDATED, PER_SHARE, PRO_FORMA, SHARES, TITLES, WHOLE
from pipeline.tables.numbers import read_number
from pipeline.tables.words import PERIOD_WORDS

_KEY_LINE = {
    "income": re.compile(
        r"(?:consolidated )?net \(?(?:income|loss|earnings)\)?(?:[ /]\(?(?:income|loss)\)?)?\W*", ANY_CASE
    ),
    "balance": re.compile(r"total assets\W*", ANY_CASE),
    "cash_flow": re.compile(r"cash\b.*\bend(?:ing)?\b.*", ANY_CASE),
}
_TO_COMMON = re.compile(r"net \(?(?:income|loss|earnings)\b.* to common\b.*", ANY_CASE)
_ADJUSTED = re.compile(  # in a title: the figures are not those reported, or not all of them
    r"\b(?:adjusted|exclud\w+|before (?:non-?recurring|special|one-time|unusual|amortization)"
    r"|(?:managed|comparable|(?:tax|taxable)[ -]equivalent|(?<!modified )cash|core)[ -]+"
    r"(?:basis|income|earnings|operating results)"
    r"|managed consolidated|discontinued operations|guarantors?|illustrative|acquired"
    r"|operating (?:income|earnings) statements?)\b",
    ANY_CASE,
)
_ON_A_BASIS = re.compile(r"\b(?:managed|(?:tax|taxable)[ -]equivalent|(?<!modified )cash|core)[ -]basis\b", ANY_CASE)
_Figure = tuple[str, Decimal]  # with the label of its line
_WORD = re.compile(r"[a-z]+")
_MONTH = re.compile(r"^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?$")
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
_SPAN = re.compile(r"\b(?:ended|ending|months?|weeks?|to date)\b", ANY_CASE)
_LENGTHS = {  # in months, as titles name them without a count
    3: re.compile(r"\b(?:quarter|qtr|q[1-4]\b|[1-4]q)", ANY_CASE),
    6: re.compile(r"\bhalf\b", ANY_CASE),
    12: re.compile(r"\b(?:year|annual|ytd)", ANY_CASE),
}
_NAME = re.compile(
    r"\b(?:inc|corp(?:oration)?|(?<!\bthe )company|co|l\.?p|llc|ltd|limited|bank|plc|trust|partners(?:hip)?|holdings"
    r"|co-?operative)\b",
    ANY_CASE,
)
_FORM = re.compile(
    r"\b(?:the|and|its|subsidiar\w+|compan\w+|inc(?:orporated)?|corp(?:oration)?|co|llc|ltd|limited|plc)\b|[^a-z0-9 ]"
)
_NO_NAME = re.compile(
    r"\b(?:consolidated|condensed|combined|unaudited|statements?|balance sheets?|results|selected|financial highlights"
    rf"|{_TELLS})\b.*"
)


def without_rivals(statement: str, candidates: Sequence[Candidate], kept: Sequence[int]) -> list[int]:
    """Statements but for those that say otherwise than another of its very periods, with what goes on from them and
    what is titled as they are."""
    pairs = [(n, m) for n, m in permutations(kept, 2) if _yields(statement, candidates[n], candidates[m], m < n)]
    rivals = {n for n, _ in pairs}
    own = {_title(candidates[m]) for _, m in pairs if m not in rivals}
    others = {_title(candidates[n]) for n in rivals if candidates[n].class_.titled} - own
    rivals |= {n for n in kept if _title(candidates[n]) in others}
    if rivals == set(kept):
        return list(kept)
    return [n for n in kept if n not in rivals and (n - 1 not in rivals or candidates[n].class_.titled)]


def _title(candidate: Candidate) -> tuple[str, ...]:
    """The title without what names periods."""
    return tuple(line for line in candidate.panel.title if not naming_periods([line]))


def _yields(statement: str, one: Candidate, other: Candidate, is_below: bool) -> bool:
    """Whether the first of two rivals is adjusted, by its title, or is not of the whole company alone."""
    heads, other_heads = (_period_words(candidate.headings()) for candidate in (one, other))
    shows_parts, adjusts = _shows(WHOLE, one), _shows(PRO_FORMA, one)
    figures, others = _key_figures(statement, one.panel, other.panel) if heads or shows_parts or adjusts else ([], [])
    if not others:
        is_like = bool(heads) and heads <= other_heads and _name_the_same_spans(one, other)
        return is_below and is_like and statement == "income" and _is_a_part_without_a_result(one, other)
    if adjusts and not _shows(PRO_FORMA, other) and _meet(figures, others):
        return True
    adjusted, is_other_adjusted = (any(map(_ADJUSTED.search, _without_prose(c.panel.title))) for c in (one, other))
    if shows_parts != _shows(WHOLE, other):
        has_whole = shows_parts and bool(other_heads) and _meet(figures, others)
        return has_whole and not is_other_adjusted and not _is_of_a_part(other, one)
    same_spans = _name_the_same_spans(one, other)
    if adjusted or is_other_adjusted:
        is_like = other_heads < heads or (heads == other_heads and len(figures) == len(others))
        same = same_spans and is_like and figures != others
        return not is_other_adjusted and (same or any(map(_ON_A_BASIS.search, one.panel.title)))
    is_of_strangers = _are_strangers(one, other) and not _differ_in_length(one, other)
    if is_below and is_of_strangers and _is_of_a_part(one, other) and not _meet(figures, others):
        return True
    if not same_spans or not heads <= other_heads or set(figures) <= set(others):
        return False
    is_part = _is_of_a_part(one, other)
    if is_part or _is_of_a_part(other, one):
        return is_part and not _meet(figures, others)
    return is_below if are_of_others(one, other) else _is_qualified(statement, one, other)


def _name_the_same_spans(one: Candidate, other: Candidate) -> bool:
    """Whether the titles say the same of the periods, or one says nothing and the same headings name the lengths."""
    if _differ_in_length(one, other):
        return False
    spans, other_spans = map(_spans, (one, other))
    heads = _period_words(one.headings())
    in_heads = heads == _period_words(other.headings()) and any(map(_SPAN.search, heads))
    return spans == other_spans or (in_heads and not (spans and other_spans))


def _period_words(headings: Sequence[str]) -> set[str]:
    """The words of headings that name periods, "Sept." as "September", whichever lines these stand in."""
    return {_MONTH.sub(r"\1", word) for heading in naming_periods(headings) for word in heading.lower().split()}


def _spans(candidate: Candidate) -> set[str]:
    """What the title says of the periods, but for a headline."""
    return {line for line in naming_periods(_below_headlines(candidate)) if _SPAN.search(line)}


def _differ_in_length(one: Candidate, other: Candidate) -> bool:
    """Whether the titles name lengths, and none in common: "Fourth Quarter" beside "Full Year"."""
    lengths, others = map(_lengths, (one, other))
    return bool(lengths and others) and lengths.isdisjoint(others)


def _lengths(candidate: Candidate) -> set[int]:
    """The lengths of periods, in months, that the title names, but for a headline."""
    lines = _below_headlines(candidate)
    return {*lengths_named(lines), *(months for months, name in _LENGTHS.items() if any(map(name.search, lines)))}


def _below_headlines(candidate: Candidate) -> list[str]:
    return [line for line in candidate.panel.title if not _HEADLINE.search(line)]


def _shows(columns: re.Pattern[str], candidate: Candidate) -> bool:
    """Whether columns of such a kind stand beside others: of the whole company beside its parts, of adjustments."""
    rows = [[cell.text for cell in row.cells] for row in candidate.heads]
    for heads in (*rows, candidate.stacks()):
        texts = [text for text in heads if not PERIOD_WORDS.search(text)]
        if 0 < sum(columns.search(text) is not None for text in texts) < len(texts):
            return True
    return False


def are_of_others(one: Candidate, other: Candidate) -> bool:
    """Whether the titles of both name companies, not the same; "Oak Corp." is "Oak Corporation and Subsidiaries"."""
    names, other_names = map(companies_named, (one, other))
    return bool(names and other_names) and not names & other_names


def _are_strangers(one: Candidate, other: Candidate) -> bool:
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
    return " ".join(_FORM.sub("", _NO_NAME.sub("", line.lower())).split())


def _is_of_a_part(one: Candidate, other: Candidate) -> bool:
    """Whether only the other is called consolidated: the first is of the parent, of a group, of a joint venture."""
    consolidated, is_other_consolidated = (any(map(CONSOLIDATED.search, c.panel.title)) for c in (one, other))
    return one.class_.titled and is_other_consolidated and not consolidated


def _is_a_part_without_a_result(one: Candidate, other: Candidate) -> bool:
    """Whether the first ends before the net income that only the other comes to, called consolidated or by fewer words:
    "Housing Operations, Statements of Income" """
    lines, others = (_figures_by_label(candidate.panel) for candidate in (one, other))
    ends_before = not any(map(NET_INCOME.match, lines)) and _key_line("income", others) is not None
    is_part = one.class_.titled and (_is_of_a_part(one, other) or _is_qualified("income", one, other))
    return ends_before and is_part and kinds_of_lines(one.panel)["income"] > FEW


def _is_qualified(statement: str, one: Candidate, other: Candidate) -> bool:
    """Whether the first is titled as the other, and more: "Normalized statements of income" beside such statements."""
    words, plain = (_title_words(statement, candidate.panel.title) for candidate in (one, other))
    more = words - plain - _NEUTRAL
    return bool(plain and more) and plain - _NEUTRAL <= words and PERIOD_WORDS.search(" ".join(more)) is None


def _without_prose(title: Sequence[str]) -> list[str]:
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


def _key_figures(statement: str, one: Panel, other: Panel) -> tuple[list[_Figure], list[_Figure]]:
    """What two statements come to: net income, total assets, cash at the end; where one has no such line but both begin
    alike, the amounts of the lines that both print, but for what is of shares, which may not change for years."""
    lines, others = (_figures_by_label(panel) for panel in (one, other))
    key, other_key = (_key_line(statement, of) for of in (lines, others))
    if key is not None and other_key is not None:
        return [("", value) for value in lines[key]], [("", value) for value in others[other_key]]
    if next(iter(lines), "") != next(iter(others), None):
        return [], []
    shared = [label for label in lines if label in others and not (PER_SHARE.search(label) or SHARES.search(label))]
    figures, other_figures = ([(label, value) for label in shared for value in of[label]] for of in (lines, others))
    return figures, other_figures


def _key_line(statement: str, labels: Collection[str]) -> str | None:
    """The line that a statement comes to; of income also what is left to common shareholders."""
    key = next(filter(_KEY_LINE[statement].fullmatch, labels), None)
    return key or (next(filter(_TO_COMMON.fullmatch, labels), None) if statement == "income" else None)


def _figures_by_label(panel: Panel) -> dict[str, list[Decimal]]:
    """The figures of each line with a label, of the first of equals."""
    figures: dict[str, list[Decimal]] = {}
    for line in panel.lines:
        if line.row.label is not None and line.row.cells and line.row.label.text not in figures:
            numbers = (read_number(cell.text) for cell in line.row.cells)
            figures[line.row.label.text] = [number.value for number in numbers if number is not None]
    return figures


def _meet(figures: Sequence[_Figure], others: Sequence[_Figure]) -> bool:
    """Whether the two have a column in common, and so a figure of most lines; chance makes a few alike."""
    common = {label for label, value in figures if value and (label, value) in others}
    return 2 * len(common) > len({label for label, _ in figures})
