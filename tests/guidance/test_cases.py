"""Each file of tests/cases/guidance is a day of report, a page, and below `====` the items it holds."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.guidance import read_guidance
from pipeline.records import Document, Expectation, Filing

CASES = sorted((Path(__file__).parents[1] / "cases" / "guidance").glob("*.txt"))


def read(text: str, reported_on: date) -> tuple[Expectation, ...]:
    """The expectations of a page of prose."""
    filing = Filing("case", "case.txt", None, "8-K", (), (), reported_on, None, None, None, None, "none", True, ())
    document = OpenedDocument(Document("case", 1, "EX-99.1", 1, None, None, "text", text), text)
    return read_guidance(OpenedFiling(filing, (), (document,), (), ()), {1: []}).expectations


def line(item: Expectation) -> str:
    low = "-" if item.low is None else f"{item.low.normalize():f}"
    high = "-" if item.high is None else f"{item.high.normalize():f}"
    period = f"{item.period_start} to {item.period_end}"
    return f"{item.metric} | {low} | {high} | {item.unit} | {item.form} | {item.basis} | {period} | {item.action}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    page, expected = case.read_text().split("====\n")
    day, text = page.split("\n", 1)
    items = read(text, date.fromisoformat(day))
    assert [line(item) for item in items] == expected.splitlines()
    assert all(" ".join(text[item.char_start : item.char_end].split()) == item.sentence for item in items)
