"""Each file of tests/cases/guidance is a day of report, a page of text or HTML, and below `====` the items it holds.

`update` behind the day: the filing reports no quarter, so that a period just over may still be expected.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.filing import open_filing
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.guidance import Prose, read_guidance
from pipeline.records import Document, Expectation, Filing
from pipeline.tables import find_grids

CASES = sorted((Path(__file__).parents[1] / "cases" / "guidance").iterdir())


def opened(text: str, reported_on: date | None, *, is_release: bool) -> OpenedFiling:
    """A filing of one page."""
    filing = Filing(
        "case", "case.txt", None, "8-K", (), (), reported_on, None, None, None, None, None, "none", is_release, ()
    )
    document = OpenedDocument(Document("case", 1, "EX-99.1", 1, None, None, "text", text), text)
    if text.startswith("<"):
        document = open_filing(text.encode(), "case.htm").documents[0]
    return OpenedFiling(filing, (), (document,), (), ())


def read(filing: OpenedFiling) -> tuple[Expectation, ...]:
    """The expectations of a filing's page and its tables."""
    (document,) = filing.documents
    return read_guidance(filing, {document.record.document_no: Prose(document, find_grids(document))}).expectations


def line(item: Expectation) -> str:
    low = "-" if item.low is None else f"{item.low.normalize():f}"
    high = "-" if item.high is None else f"{item.high.normalize():f}"
    period = f"{item.period_start} to {item.period_end}"
    return f"{item.metric} | {low} | {high} | {item.unit} | {item.form} | {item.basis} | {period} | {item.action}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    page, expected = case.read_text().split("====\n")
    first, text = page.split("\n", 1)
    day, _, kind = first.partition(" ")
    filing = opened(text, None if day == "-" else date.fromisoformat(day), is_release=kind != "update")
    items = read(filing)
    assert [line(item) for item in items] == expected.splitlines()
    text = filing.documents[0].text
    assert all(" ".join(text[item.char_start : item.char_end].split()) == item.sentence for item in items)


def test_the_company_itself_is_no_part() -> None:
    of_all = (
        f"{name}'s revenue is expected to be ${n} million in 2011. " for n, name in enumerate(("Alder", "AFI"), 90)
    )
    text = f"{''.join(of_all)}For 2011 we expect Europe's revenue of $20 million.\n"
    filing = opened(text, date(2010, 11, 18), is_release=True)
    by_alder = replace(filing, filing=replace(filing.filing, company="ALDER FOODS INC"))
    assert [item.scope for item in read(by_alder)] == [None, None, "Europe's"]


def test_a_part_of_capital_or_revenue_is_of_what_it_is_for() -> None:
    text = (
        "We expect capital spending of $80 million in 2019, consisting of $50 million for the new plant in Ohio and "
        "$30 million for systems, and $90 million in 2020. Revenue is expected to be $100 million in 2019, of which "
        "about $20 million will be derived from services."
    )
    items = read(opened(text, date(2018, 11, 18), is_release=True))
    spent = [(item.scope, item.low) for item in items if item.metric == "capital_expenditures"]
    assert spent == [(None, 80_000_000), ("new plant", 50_000_000), ("systems", 30_000_000), (None, 90_000_000)]
    assert [item.scope for item in items if item.metric == "revenue"] == [None, "services"]
