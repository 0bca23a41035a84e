"""Which of a filing's panels are the company's own statements: those that the marts take."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.filing.patterns import ANY_CASE
from pipeline.statements.panels.ends import balances, ends_balance
from pipeline.statements.panels.panel import Panel
from pipeline.statements.panels.rows import heads_rows
from pipeline.statements.primary.candidate import Candidate
from pipeline.statements.primary.classify import FEW, NET_INCOME, UNTITLED, kinds_of_lines
from pipeline.statements.primary.per_share import shares_below
from pipeline.statements.primary.rivals import without_rivals
from pipeline.statements.primary.stand_ins import Chosen, stand_ins
from pipeline.statements.primary.titles import companies_named
from pipeline.statements.scale import is_scale_words
from pipeline.statements.words import EXTRACT, PER_SHARE, RESULTS, SHAREHOLDERS, STATEMENTS, TITLES

_ALIKE = 0.7  # share of lines that two tables of the same lines have in common
_EARNED = re.compile(r"\b(?:interest|yields?|rates?)\b", ANY_CASE)
_NON_GAAP = re.compile(r"\bnon-?\s?gaap\b", ANY_CASE)
_FORMER = re.compile(r"\b(?:previously|originally)\b", ANY_CASE)
_CORRECTED = re.compile(
    r"\b(?:adjust(?:ed|ments?)|corrected|corrections?|reclassif\w+|restate\w+|revised|revisions?)\b", ANY_CASE
)
_CHANGES = re.compile(r"\b(?:adjustments?|corrections?|effects?|impacts?|reclassifications?|restatement)\b", ANY_CASE)
_AS_REPORTED = re.compile(r"\b(?:as|historically) reported\b", ANY_CASE)
_SUMMARISED = re.compile(
    r"\bsummary (?:(?:condensed|consolidated|interim|unaudited) )*(?:statements? of|balance sheets?)\b", ANY_CASE
)
_AVERAGE = re.compile(r"\W*average(?: (?:daily )?balances?)?\W*", ANY_CASE)  # heads a column, "Balance" maybe below
_OTHER_SIDE = re.compile(
    rf"\W*(?:(?:capitali[sz]ation|liabilities|(?:{SHAREHOLDERS}) equity|equity|and|&)\W*)+", ANY_CASE
)
_BESIDE = re.compile(  # data below a whole statement: "Statements of Operations and Operating Data"
    r"(\bstatements of (?:operations|income|earnings)) (?:and|&) "
    r"(?:(?:other|selected|operating|operational|financial|statistical|supplemental) )+data\b",
    ANY_CASE,
)
_FIRST_OF_MANY = re.compile(  # a heading of rows; no title of a whole statement, where highlights are titled above it
    r"\W*(?:(?:condensed|consolidated) )*"
    r"(?:income statements?|statements? of (?:income|operations|earnings)|balance sheets?)\W*",
    ANY_CASE,
)
STAND_INS = ("income", "balance")  # statements that a consolidating one, or a table of highlights, may stand in for


def choose(candidates: Sequence[Candidate]) -> dict[int, tuple[str, bool]]:
    """By position among the candidates: the statement that a panel belongs to, and whether it only stands in for it."""
    chosen: dict[int, tuple[str, bool]] = {}
    for statement in STATEMENTS:
        own = _own(statement, candidates)
        serves = _serve(statement, [candidates[n] for n in own])
        chosen.update(dict.fromkeys(own, (statement, serves)))
        titled = any(candidates[n].class_.titled for n in own)
        kinds = ("other",) if titled else ("other", "highlights")
        chosen.update(dict.fromkeys(_beside(candidates, own, kinds), (statement, False)))
        if not own and statement in STAND_INS:
            stand_in = stand_ins(statement, candidates, chosen, _of_class(statement, candidates))
            stand_in += _beside(candidates, stand_in, ("highlights", "other", statement))
            stand_in += shares_below(statement, candidates, stand_in)
            chosen.update(dict.fromkeys(stand_in, (statement, True)))
    return _without_strangers(candidates, chosen)


def _without_strangers(candidates: Sequence[Candidate], chosen: Chosen) -> dict[int, tuple[str, bool]]:
    """Chosen panels but for those below the company's own that name a company whose other statements were not chosen:
    a subsidiary's quarter may stand beside the year to date of its parent."""
    names = {n: companies_named(candidates[n]) for n in chosen}
    own: dict[str, set[str]] = {}  # by statement, as its first panel names them
    for n in sorted(chosen):
        own.setdefault(chosen[n][0], names[n])
    left = (n for n, candidate in enumerate(candidates) if candidate.class_.name in STATEMENTS and n not in chosen)
    strangers = {name for n in left for name in companies_named(candidates[n])}.difference(*own.values())
    return {
        n: (statement, serves)
        for n, (statement, serves) in chosen.items()
        if not (names[n] and own[statement] and names[n] <= strangers)
    }


def _own(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Panels of the first document that prints the statement: those with its title, and those that go on from one."""
    positions = [n for n in _of_class(statement, candidates) if not _is_bridge(candidates[n])]
    corrections = [n for n in positions if _corrects(candidates[n])]
    titled = [n for n in positions if candidates[n].class_.titled and n not in corrections] or corrections
    positions = [n for n in positions if n in titled or n not in corrections]
    leading = _leading(statement, candidates, positions, titled)
    if not leading:
        return []
    document = candidates[leading[0]].document_no
    kept: list[int] = []
    for n, candidate in enumerate(candidates):
        if candidate.document_no != document:
            continue
        goes_on = _goes_on if n in positions else _is_section
        if n in leading or goes_on(statement, candidates, kept, n):
            kept.append(n)
    kept = without_rivals(statement, candidates, kept)
    return kept + shares_below(statement, candidates, kept)


def _leading(
    statement: str, candidates: Sequence[Candidate], positions: Sequence[int], titled: Sequence[int]
) -> Sequence[int]:
    """The panels that a statement begins with: whole ones by their titles, unless all are adjusted, else by their
    lines, but for parts without a title."""
    whole = [n for n in titled if not (_is_extract(statement, candidates[n].panel) or _is_of_few(candidates[n]))]
    whole = _summarised(statement, candidates, titled, whole) or whole
    if not all(any(map(TITLES["reconciliation"].search, candidates[n].panel.title)) for n in whole):
        return whole
    leading = [n for n in positions if candidates[n].class_.score >= UNTITLED] or titled
    ended = [n for n in leading if n in titled and _is_whole(statement, [candidates[n].panel])]
    return [n for n in leading if n in titled or not _is_part(statement, candidates, n, ended)]


def _is_part(statement: str, candidates: Sequence[Candidate], n: int, ended: Sequence[int]) -> bool:
    """Whether a table that comes to no result says again what one says that does: it may be of a part."""
    panel = candidates[n].panel
    ends = _is_whole(statement, [panel]) or any(map(NET_INCOME.match, panel.labels()))
    return not ends and any(_says_again(candidates[n], candidates[m]) for m in ended)


def _summarised(
    statement: str, candidates: Sequence[Candidate], titled: Sequence[int], whole: Sequence[int]
) -> list[int]:
    """A whole statement titled as a summary ("Summary Consolidated Statements of Operations") in a document above those
    of other titles, unless one of these prints more lines."""
    first = candidates[whole[0]].document_no if whole else 0
    own = [
        n
        for n in titled
        if candidates[n].document_no < first and any(map(_SUMMARISED.search, candidates[n].panel.title))
    ]
    panels = [candidates[n].panel for n in own]
    labels = {label for panel in panels for label in panel.labels()}
    prints_more = any(len(set(candidates[n].panel.labels())) > len(labels) for n in whole)
    return own if _is_whole(statement, panels) and not prints_more else []


def _serve(statement: str, own: Sequence[Candidate]) -> bool:
    """Whether panels are all taken from a statement that is not printed: "Selected cash flow data"."""
    panels = [candidate.panel for candidate in own]
    are_extracts = bool(panels) and all(_is_extract(statement, panel) for panel in panels)
    return are_extracts and not _is_whole(statement, panels)


def _of_class(statement: str, candidates: Sequence[Candidate]) -> list[int]:
    """Panels of the statement's class; a table of average balances without a title is no balance sheet."""
    of_class = [n for n, candidate in enumerate(candidates) if candidate.class_.name == statement]
    if statement != "balance":
        return of_class
    return [n for n in of_class if candidates[n].class_.titled or not _prints_averages(candidates[n])]


def _prints_averages(candidate: Candidate) -> bool:
    """Whether all columns hold averages, or some of them what these earned; not one beside the days of others."""
    heads = candidate.headings()
    averages = sum(_AVERAGE.fullmatch(head) is not None for head in heads)
    return averages > 0 and (averages >= candidate.panel.grid.columns or any(map(_EARNED.search, heads)))


def _is_bridge(candidate: Candidate) -> bool:
    """Whether a table without a title leads, column by column, to figures that are no measure of accounting rules, or
    from figures to what they were corrected to."""
    heads = candidate.headings()
    corrects = all(any(map(words.search, heads)) for words in (_FORMER, _CORRECTED))
    return not candidate.class_.titled and (corrects or any(map(_NON_GAAP.search, heads)))


def _corrects(candidate: Candidate) -> bool:
    """Whether each column is of former figures, of what changed them or of what they were corrected to: "As Reported",
    "Impact of Adoption", "As Adjusted"."""
    heads = candidate.stacks()
    former = [head for head in heads if _FORMER.search(head)]
    changes = [head for head in heads if _CHANGES.search(head) and head not in former]
    reported = former or (changes and [head for head in heads if _AS_REPORTED.search(head)])
    return bool(reported) and all(
        head in reported or head in changes or _CORRECTED.search(head) is not None for head in heads
    )


def _is_section(statement: str, candidates: Sequence[Candidate], kept: Sequence[int], n: int) -> bool:
    """Whether a table of few lines, directly below one of as many columns, is a section of the same statement; the
    other side of a balance sheet may be named."""
    if not kept or n - 1 != kept[-1] or _is_whole(statement, [candidates[m].panel for m in kept]):
        return False
    above, below = candidates[n - 1], candidates[n]
    own = [line for line in below.panel.title if line not in above.panel.title]  # both may stand below the same titles
    heads_sides = statement == "balance" and all(map(_OTHER_SIDE.fullmatch, own))
    directly = below.panel.grid is not above.panel.grid and (not own or heads_sides)
    same = below.document_no == above.document_no and below.panel.grid.columns == above.panel.grid.columns
    return directly and same and below.class_.name == "other" and kinds_of_lines(below.panel)[statement] > 0


def _is_whole(statement: str, panels: Sequence[Panel]) -> bool:
    """Whether panels reach the end of their statement: what it comes to a share, or total liabilities and equity."""
    rows = [(line.row, panel) for panel in panels for line in panel.lines]
    if statement == "balance":
        return any(ends_balance(row) or balances(row, panel) for row, panel in rows)
    return statement == "income" and any(row.label is not None and PER_SHARE.search(row.label.text) for row, _ in rows)


def _is_extract(statement: str, panel: Panel) -> bool:
    """Whether the title says that figures are taken from the statement: "Selected balance sheet data", or is the first
    heading of highlights: "Results of operations" below "Key financial results", "Condensed Income Statement"."""
    named = [_BESIDE.sub(r"\1", line) for line in panel.title if TITLES[statement].search(line)]
    if any(EXTRACT.search(line) for line in named):
        return True
    return (
        bool(named)
        and any(TITLES["highlights"].search(line) for line in panel.title)
        and all(
            RESULTS.fullmatch(line) or (_FIRST_OF_MANY.fullmatch(line) and heads_rows(line, panel.grid.rows))
            for line in named
        )
    )


def _is_of_few(candidate: Candidate) -> bool:
    """Whether "Results of operations" alone heads few lines, as it does among other measures."""
    title = candidate.panel.title
    return candidate.class_.score < UNTITLED and len(title) == 1 and RESULTS.fullmatch(title[0]) is not None


def _goes_on(statement: str, candidates: Sequence[Candidate], kept: Sequence[int], n: int) -> bool:
    """Whether a panel without a title continues the one before it; a balance sheet that has balanced is at its end, and
    below the heading of an outlook a statement does not go on."""
    if not kept or _above(candidates, n) != kept[-1] or _is_extract(statement, candidates[n].panel):
        return False
    if any(map(TITLES["guidance"].search, candidates[n].panel.title)):
        return False
    if not _is_whole(statement, [candidates[m].panel for m in kept]):
        return True
    computes = _computes(candidates[n].panel, [candidates[m].panel for m in kept])
    says_again = any(_says_again(candidates[n], candidates[m]) for m in kept)
    return statement != "balance" and not computes and not says_again


def _above(candidates: Sequence[Candidate], n: int) -> int:
    """The position above, past what is cut off below a statement: measures between a quarter and its year to date."""
    return n - 2 if n > 1 and _is_cut_off(candidates, n - 1) else n - 1


def _below(candidates: Sequence[Candidate], n: int) -> int:
    """The position below, past what is cut off below a statement."""
    return n + 2 if n + 1 < len(candidates) and _is_cut_off(candidates, n + 1) else n + 1


def _is_cut_off(candidates: Sequence[Candidate], n: int) -> bool:
    """Whether a panel stands below another of its table and is no statement: measures, ratios."""
    return candidates[n].class_.name == "other" and candidates[n].panel.grid is candidates[n - 1].panel.grid


def _computes(panel: Panel, above: Sequence[Panel]) -> bool:
    """Whether a panel takes up lines of those above it for something else: amounts a share, data of quarters."""
    labels, before = set(panel.labels()), {label for one in above for label in one.labels()}
    first = next(line.row.label for line in panel.lines if not line.is_heading)
    is_data = any(EXTRACT.search(line) for line in panel.title if not is_scale_words(line))
    takes_up = first is not None and first.text in before
    return takes_up and (is_data or 2 * len(labels & before) <= len(labels))


def _says_again(below: Candidate, above: Candidate) -> bool:
    """Whether a table prints lines of one above for the same periods: of a part, or what they come to a unit."""
    same = bool(below.periods()) and below.periods() <= above.periods()
    return same and len(set(below.panel.labels()) & set(above.panel.labels())) > FEW


def _beside(candidates: Sequence[Candidate], taken: Sequence[int], kinds: Sequence[str]) -> list[int]:
    """Tables of such kinds, right above or below, that print the same lines in as many columns: of other periods."""
    found: list[int] = []
    for n in taken:
        for near in (_above(candidates, n), _below(candidates, n)):
            if near in taken or not 0 <= near < len(candidates) or candidates[near].class_.name not in kinds:
                continue
            own, other = candidates[n], candidates[near]
            same = other.document_no == own.document_no and other.panel.grid.columns == own.panel.grid.columns
            if same and other.periods() != own.periods() and _are_alike(own.panel, other.panel):
                found.append(near)
    return found


def _are_alike(panel: Panel, other: Panel) -> bool:
    """Whether most lines of two panels are the same; percentages of the first line are another thing."""
    labels, others = set(panel.labels()), set(other.labels())
    first = next(line for line in other.lines if not line.is_heading)
    is_share = all(cell.text.strip("% ") in ("100", "100.0", "100.00") for cell in first.row.cells)
    return not is_share and len(labels & others) > _ALIKE * len(labels | others)
