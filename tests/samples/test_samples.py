"""The invented filings: data/raw holds what the tables of figures give, and what is read in it is what they say."""

from collections import Counter
from decimal import Decimal

import pytest

from pipeline.parse import parse
from pipeline.records import Cell, Expectation, Filing, Issue, Table
from tests.samples.catalogue import SampleFiling, filings, guidance
from tests.samples.statements import Column, columns, facts, figures
from tests.samples.write_samples import RAW_DIR, sample

FILINGS = filings()
RELEASES = [filing for filing in FILINGS if filing.kind != "other"]
WHOLE = [filing for filing in RELEASES if filing.kind != "broken"]
each = pytest.mark.parametrize("filing", FILINGS, ids=lambda filing: filing.accession_number)
each_release = pytest.mark.parametrize("filing", RELEASES, ids=lambda filing: filing.accession_number)
each_whole = pytest.mark.parametrize("filing", WHOLE, ids=lambda filing: filing.accession_number)


def read(filing: SampleFiling) -> dict[str, list[object]]:
    path = RAW_DIR / filing.path
    return {name: list(records) for name, records in parse(path.read_bytes(), filing.path).items()}


def primary_cells(filing: SampleFiling) -> Counter[tuple[object, ...]]:
    """The cells of the primary statements as facts."""
    found = read(filing)
    kinds = {(t.document_no, t.table_no): t.class_ for t in found["tables"] if isinstance(t, Table) and t.is_primary}
    return Counter(
        (kinds[c.document_no, c.table_no], c.label, c.months, c.period_end, c.value, c.unit)
        for c in found["cells"]
        if isinstance(c, Cell) and (c.document_no, c.table_no) in kinds
    )


def printed(filing: SampleFiling) -> Counter[tuple[object, ...]]:
    """What the figures say that a filing prints."""
    return Counter((f.statement, f.label, f.months, f.period_end, f.value, f.unit) for f in facts(filing))


def test_the_files_are_those_that_the_figures_give() -> None:
    written = {filing.path: sample(filing).encode("ascii") for filing in FILINGS}
    folders = {filing.registrant.folder for filing in FILINGS}
    kept = {f"{folder}/{p.name}": p.read_bytes() for folder in folders for p in (RAW_DIR / folder).iterdir()}
    assert kept == written


def figure(filing: SampleFiling, kind: str, line: str, column: Column) -> Decimal:
    value = figures(filing.registrant.key).value(kind, line, column)
    assert value is not None
    return value


@each_release
def test_the_figures_agree_with_one_another(filing: SampleFiling) -> None:
    for column in columns(filing, "balance"):
        equity, liabilities = (figure(filing, "balance", line, column) for line in ("equity", "liabilities"))
        assert figure(filing, "balance", "assets", column) == liabilities + equity
    for column in columns(filing, "cash_flow"):
        before, change, after = (
            figure(filing, "cash_flow", line, column) for line in ("cash_before", "net_change", "cash_after")
        )
        assert before + change == after


@each
def test_a_release_is_told(filing: SampleFiling) -> None:
    (told,) = read(filing)["filings"]
    assert isinstance(told, Filing)
    assert told.is_earnings_release == (filing.kind != "other")
    assert (told.accession_number, told.form, told.filed_on) == (
        filing.accession_number, filing.form, filing.filed_on,
    )  # fmt: skip


@each_whole
def test_every_number_is_read_and_no_other(filing: SampleFiling) -> None:
    assert primary_cells(filing) == printed(filing)


def test_of_a_broken_filing_all_is_read_up_to_the_break() -> None:
    (filing,) = (filing for filing in FILINGS if filing.kind == "broken")
    income = {fact: count for fact, count in printed(filing).items() if fact[0] == "income"}
    found = primary_cells(filing)
    assert found <= printed(filing)
    assert {fact: count for fact, count in found.items() if fact[0] == "income"} == income
    assert [issue.code for issue in read(filing)["issues"] if isinstance(issue, Issue)] == ["document_not_closed"]


def test_an_amendment_corrects_a_number() -> None:
    (amended,) = (filing for filing in FILINGS if filing.kind == "amendment")
    first = next(f for f in FILINGS if f.quarter == amended.quarter and f.kind == "release")
    wrong, right = primary_cells(first) - primary_cells(amended), primary_cells(amended) - primary_cells(first)
    assert [(fact[1], fact[4]) for fact in wrong] == [("Research and development", Decimal(1_862_000))]
    assert [(fact[1], fact[4]) for fact in right] == [("Research and development", Decimal(1_826_000))]


@each
def test_every_expectation_is_read_and_no_other(filing: SampleFiling) -> None:
    said = Counter(
        (g.metric, g.scope, g.basis, g.unit, g.low, g.high, g.form, g.period_start, g.period_end, g.action)
        for g in guidance(filing)
    )
    found = Counter(
        (e.metric, e.scope, e.basis, e.unit, e.low, e.high, e.form, e.period_start, e.period_end, e.action)
        for e in read(filing)["guidance"]
        if isinstance(e, Expectation)
    )
    assert found == said
