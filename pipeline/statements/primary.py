"""Which of a filing's panels are the company's own statements: those that the marts take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.classify import FEW, UNTITLED, Class, kinds_of_lines
from pipeline.statements.panels import Panel, ends_balance
from pipeline.statements.words import CONSOLIDATING, EXTRACT, PER_SHARE, RESULTS, SHAREHOLDERS, SHARES, TITLES
from pipeline.tables.grid import GridRow
from pipeline.tables.numbers import read_number
from pipeline.tables.words import PERIOD_WORDS

STATEMENTS = ("income", "balance", "cash_flow")
_ALIKE = 0.7  # share of lines that two tables of the same lines have in common
_BALANCE_DATA = re.compile(
    r"\W*(?:(?:selected|condensed|consolidated|summary|unaudited|period[- ]end|year[- ]end)\W+)*balance sheets?"
    r"(?:\W+(?:and|other|selected|key|data|information|items|highlights))*\W*(?:\([^)]*\)\W*)?",
    ANY_CASE,
)
_ASSETS = re.compile(r"(?:total )?assets\W*", ANY_CASE)
_EQUITY = re.compile(rf"(?:total )?(?:{SHAREHOLDERS}) equity\W*", ANY_CASE)
_NOT_OWN = re.compile(  # assets and equity of others, of a part, or worked out
    r"\b(?:tangible|joint venture|not consolidated|acqui\w+|discontinued|under management|segment|allocat\w+)\b",
    ANY_CASE,
)
_KEY_LINE = {
    "income": re.compile(
        r"(?:consolidated )?net \(?(?:income|loss|earnings)\)?(?: \(?(?:income|loss)\)?)?\W*", ANY_CASE
    ),
    "balance": re.compile(r"total assets\W*", ANY_CASE),
    "cash_flow": re.compile(r"cash\b.*\bend(?:ing)?\b.*", ANY_CASE),
}
_ADJUSTED = re.compile(  # in a title: the figures are not those reported, or not all of them
    r"\b(?:adjusted|exclud\w+|before (?:non-?recurring|special|one-time|unusual|amortization)"
    r"|(?:managed|comparable|(?:tax|taxable)[ -]equivalent|cash|core)[ -]+(?:basis|income|earnings|operating results)"
    r"|discontinued operations|guarantors?|illustrative|acquired)\b",
    ANY_CASE,
)
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_NON_GAAP = re.compile(r"\bnon-?\s?gaap\b", ANY_CASE)
_CONSOLIDATED = re.compile(r"\bconsolidated\b", ANY_CASE)
_HEADLINE = re.compile(r"\b(?:announces|posts|releases|reports)\b", ANY_CASE)
_NAME = re.compile(r"\b(?:inc|corp(?:oration)?|company|co|l\.?p|llc|ltd|limited|bank|plc)\b", ANY_CASE)
STAND_INS = ("income", "balance")  # statements that a consolidating one, or a table of highlights, may stand in for


@dataclass(frozen=True, slots=True)
class Candidate:
    """A panel with its document, class and the headings over its first line, in printed order of the filing."""

    document_no: int
    panel: Panel
    class_: Class
    heads: Sequence[GridRow]


def choose(candidates: Sequence[Candidate]) -> dict[int, tuple[str, bool]]:
    """By position among the candidates: the statement that a panel belongs to, and whether it only stands in for it."""
    chosen: dict[int, tuple[str, bool]] = {}
    for statement in STATEMENTS:
        own = _own(statement, candidates)
        chosen.update(dict.fromkeys(own, (statement, False)))
        titled = any(candidates[n].class_.titled for n in own)
        kinds = ("other",) if titled else ("other", "highlights")
        chosen.update(dict.fromkeys(_beside(candidates, own, kinds), (statement, False)))
        if not own and statement in STAND_INS:
            stand_in = (
                _consolidating(statement, candidates)
                or _highlights(statement, candidates, chosen)
                or [n for n, candidate in enumerate(candidates) if candidate.class_.name == statement][:1]
                or (_few_lines(candidates, chosen)[:1] if statement == "balance" else [])
            )
            stand_in += _beside(candidates, stand_in, ("highlights",))
            chosen.update(dict.fromkeys(stand_in, (statement, True)))
    return chosen


def _own(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Panels of the first document that prints the statement: those with its title, and those that go on from one."""
    positions = [n for n, c in enumerate(candidates) if c.class_.name == statement and not _is_bridge(c)]
    titled = [n for n in positions if candidates[n].class_.titled]
    whole = [n for n in titled if not _is_extract(statement, candidates[n].panel)]
    leading = whole or [n for n in positions if candidates[n].class_.score >= UNTITLED] or titled
    if not leading:
        return []
    document = candidates[leading[0]].document_no
    kept: list[int] = []
    for n, candidate in enumerate(candidates):
        if candidate.document_no != document:
            continue
        goes_on = _goes_on if candidate.class_.name == statement and not _is_bridge(candidate) else _is_section
        if n in leading or goes_on(statement, candidates, kept, n):
            kept.append(n)
    kept = _without_rivals(statement, candidates, kept)
    if statement == "income" and kept and not any(_is_per_share(candidates[n].panel) for n in kept):
        kept += [n for n in (kept[-1] + 1,) if n < len(candidates) and _adds_shares(candidates, kept[-1], n)]
    return kept


def _is_bridge(candidate: Candidate) -> bool:
    """Whether a table without a title leads, column by column, to figures that are no measure of accounting rules."""
    return not candidate.class_.titled and any(map(_NON_GAAP.search, _heads(candidate)))


def _without_rivals(statement: str, candidates: Sequence[Candidate], kept: Sequence[int]) -> list[int]:
    """Statements but for those that say otherwise than another of its very periods, with what goes on from them."""
    rivals = {
        n
        for n in kept
        if any(m != n and _yields(statement, candidates[n], candidates[m], is_below=m < n) for m in kept)
    }
    return [n for n in kept if n not in rivals and (n - 1 not in rivals or candidates[n].class_.titled)]


def _yields(statement: str, one: Candidate, other: Candidate, *, is_below: bool) -> bool:
    """Whether the first of two rivals is adjusted or not consolidated, by its title, or else stands below."""
    figures, others = (_key_figures(statement, candidate.panel) for candidate in (one, other))
    if not figures or figures == others or len(figures) != len(others):
        return False
    heads = _naming_periods(_heads(one))
    if not heads or heads != _naming_periods(_heads(other)):
        return False
    titles, other_titles = _titles(one.panel), _titles(other.panel)
    same = _naming_periods(titles) == _naming_periods(other_titles)
    adjusted, is_other_adjusted = (any(map(_ADJUSTED.search, lines)) for lines in (titles, other_titles))
    if adjusted or is_other_adjusted:
        return not is_other_adjusted and same
    names, other_names = ({line for line in lines if _NAME.search(line)} for lines in (titles, other_titles))
    if not same:
        return is_below and bool(names and other_names) and not names & other_names  # another company's
    whole, is_other_whole = (any(map(_CONSOLIDATED.search, lines)) for lines in (titles, other_titles))
    return is_below if whole == is_other_whole else is_other_whole


def _titles(panel: Panel) -> list[str]:
    """The title but for the headline of a short release, which stands over its first table."""
    return [line for line in panel.title if not _HEADLINE.search(line)]


def _key_figures(statement: str, panel: Panel) -> list[Decimal | None]:
    """What the statement comes to: net income, total assets, cash at the end; none where it has no such line."""
    for line in panel.lines:
        if line.row.label is not None and line.row.cells and _KEY_LINE[statement].fullmatch(line.row.label.text):
            numbers = (read_number(cell.text) for cell in line.row.cells)
            return [number.value for number in numbers if number is not None]
    return []


def _is_section(statement: str, candidates: Sequence[Candidate], kept: Sequence[int], n: int) -> bool:
    """Whether a table of few lines, directly below one of as many columns, is a section of the same statement."""
    if not kept or n - 1 != kept[-1] or _is_whole(statement, [candidates[m].panel for m in kept]):
        return False
    above, below = candidates[n - 1], candidates[n]
    directly = below.panel.grid is not above.panel.grid and not below.panel.title
    same = below.document_no == above.document_no and below.panel.grid.columns == above.panel.grid.columns
    return directly and same and below.class_.name == "other" and kinds_of_lines(below.panel)[statement] > 0


def _is_whole(statement: str, panels: Sequence[Panel]) -> bool:
    """Whether panels reach the end of their statement: what it comes to a share, or total liabilities and equity."""
    rows = [line.row for panel in panels for line in panel.lines]
    if statement == "balance":
        return any(map(ends_balance, rows))
    return statement == "income" and any(row.label is not None and PER_SHARE.search(row.label.text) for row in rows)


def _is_extract(statement: str, panel: Panel) -> bool:
    """Whether the title says that figures are taken from the statement: "Selected balance sheet data", or is the first
    heading of highlights: "Results of operations" below "Key financial results"."""
    named = [line for line in panel.title if TITLES[statement].search(line)]
    if any(EXTRACT.search(line) for line in named):
        return True
    return (
        bool(named)
        and all(map(RESULTS.fullmatch, named))
        and any(TITLES["highlights"].search(line) for line in panel.title)
    )


def _adds_shares(candidates: Sequence[Candidate], last: int, n: int) -> bool:
    """Whether a table right below, of as many columns, prints what the statement came to a share: "Per Share Data"."""
    above, below = candidates[last].panel, candidates[n].panel
    same = candidates[n].document_no == candidates[last].document_no and above.grid.columns == below.grid.columns
    return same and candidates[n].class_.name in ("other", "highlights") and _is_per_share(below)


def _is_per_share(panel: Panel) -> bool:
    labels = [line.row.label.text for line in panel.lines if line.row.label is not None]
    return any(PER_SHARE.search(label) for label in labels) and any(SHARES.search(label) for label in labels)


def _goes_on(statement: str, candidates: Sequence[Candidate], kept: Sequence[int], n: int) -> bool:
    """Whether a panel without a title continues the one before it; a balance sheet that has balanced is at its end."""
    if not kept or n - 1 != kept[-1] or _is_extract(statement, candidates[n].panel):
        return False
    if not _is_whole(statement, [candidates[m].panel for m in kept]):
        return True
    return statement != "balance" and not _says_again(candidates[n], candidates[n - 1])


def _says_again(below: Candidate, above: Candidate) -> bool:
    """Whether a table prints lines of the one above for the same periods: what these come to a unit, or of revenues."""
    periods = _periods(below)
    same = bool(periods) and periods == _periods(above)
    return same and len(_labels(below.panel) & _labels(above.panel)) > FEW


def _beside(candidates: Sequence[Candidate], taken: Sequence[int], kinds: Sequence[str]) -> list[int]:
    """Tables of such kinds, right above or below, that print the same lines in as many columns: of other periods."""
    found: list[int] = []
    for n in taken:
        for near in (n - 1, n + 1):
            if near in taken or not 0 <= near < len(candidates) or candidates[near].class_.name not in kinds:
                continue
            own, other = candidates[n], candidates[near]
            same = other.document_no == own.document_no and other.panel.grid.columns == own.panel.grid.columns
            if same and _periods(other) != _periods(own) and _are_alike(own.panel, other.panel):
                found.append(near)
    return found


def _periods(candidate: Candidate) -> set[str]:
    """What names periods in the title of a panel and in its headings."""
    return _naming_periods([*_heads(candidate), *candidate.panel.title])


def _naming_periods(texts: Iterable[str]) -> set[str]:
    plain = (_IN_BRACKETS.sub("", words).strip() for words in texts)  # without "(unaudited)" and marks of notes
    return {words for words in plain if PERIOD_WORDS.search(words) and not words.endswith(".")}


def _heads(candidate: Candidate) -> list[str]:
    return [cell.text for row in candidate.heads for cell in (row.label, *row.cells) if cell is not None]


def _are_alike(panel: Panel, other: Panel) -> bool:
    """Whether most lines of two panels are the same; percentages of the first line are another thing."""
    labels, others = _labels(panel), _labels(other)
    first = next(line for line in other.lines if not line.is_heading)
    is_share = all(cell.text.strip("% ") in ("100", "100.0", "100.00") for cell in first.row.cells)
    return not is_share and len(labels & others) > _ALIKE * len(labels | others)


def _labels(panel: Panel) -> set[str]:
    return {line.row.label.text for line in panel.lines if not line.is_heading and line.row.label is not None}


def _consolidating(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Consolidating statements, one a period: the company's own figures stand in their last column."""
    return [
        n
        for n, candidate in enumerate(candidates)
        if any(CONSOLIDATING.search(line) and TITLES[statement].search(line) for line in candidate.panel.title)
        and kinds_of_lines(candidate.panel)[statement] > FEW
    ]


def _few_lines(candidates: Sequence[Candidate], chosen: dict[int, tuple[str, bool]]) -> list[int]:
    """Tables of too few lines to be told a balance sheet: titled as one ("Balance sheet data:"), or of the company's
    assets and equity."""
    return [
        n
        for n, candidate in enumerate(candidates)
        if n not in chosen and candidate.class_.name in ("other", "highlights") and _is_balance_data(candidate.panel)
    ]


def _is_balance_data(panel: Panel) -> bool:
    labels = _labels(panel)
    if any(_NOT_OWN.search(line) for line in (*panel.title, *labels)):
        return False
    if any(map(_BALANCE_DATA.fullmatch, panel.title)):
        return kinds_of_lines(panel)["balance"] > 0
    return all(any(map(kind.fullmatch, labels)) for kind in (_ASSETS, _EQUITY))


def _highlights(statement: str, candidates: Sequence[Candidate], chosen: dict[int, tuple[str, bool]]) -> list[int]:
    """The highlights that print the most kinds of the statement's lines, the first of equals."""
    kinds = {
        n: kinds_of_lines(candidate.panel)[statement]
        for n, candidate in enumerate(candidates)
        if n not in chosen and candidate.class_.name == "highlights"
    }
    best = max(kinds, key=lambda n: (kinds[n], -n), default=None)
    return [best] if best is not None and kinds[best] > FEW else []
