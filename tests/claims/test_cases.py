"""Each file of tests/cases/claims is a release and, below `====`, the claims that its prose makes."""

import re
from pathlib import Path

import pytest

from pipeline.claims import read_claims
from pipeline.filing import open_filing
from pipeline.guidance import Prose
from pipeline.records import Claim
from pipeline.settings import PROJECT_DIR
from pipeline.statements import read_statements
from pipeline.tables import find_grids

CASES = sorted((Path(__file__).parents[1] / "cases" / "claims").glob("*.txt"))
FIRST = PROJECT_DIR / "data" / "raw" / "0001003950-03-000013.txt"


def read(data: bytes, name: str) -> tuple[Claim, ...]:
    filing = open_filing(data, name)
    grids = {document.record.document_no: find_grids(document) for document in filing.documents}
    prose = {
        document.record.document_no: Prose(document, grids[document.record.document_no])
        for document in filing.documents
    }
    return read_claims(filing, prose, read_statements(filing, grids))


def line(claim: Claim) -> str:
    """metric | kind | value ± rounding unit | months end, `carried` where another sentence names the period."""
    number = f"{claim.value.normalize():f} ± {claim.rounding.normalize():f} {claim.unit}"
    period = f"{claim.months or 'at'} {claim.period_end}{'' if claim.is_stated else ' carried'}"
    return f"{claim.metric} | {claim.kind} | {number} | {period}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    page, expected = case.read_text().split("====\n")
    assert [line(claim) for claim in read(page.encode(), case.name)] == expected.splitlines()


def test_every_number_stands_where_it_says() -> None:
    text = open_filing(FIRST.read_bytes(), FIRST.name).documents[-1].text
    claims = read(FIRST.read_bytes(), FIRST.name)
    assert len(claims) == 12
    for claim in claims:
        assert " ".join(text[claim.char_start : claim.char_end].split()) == claim.printed.strip()
        assert claim.printed in claim.sentence


def test_a_mark_of_a_note_moves_no_place() -> None:
    page = (CASES[0].parent / "plain.txt").read_text().split("====\n")[0]
    marked = re.sub(r"(?i)(net (?:sales|revenues?|income)|revenues?)(?= (?:was|were|of|for)\b)", r"\1(1)", page)
    claims = read(marked.encode(), "marked.txt")
    assert any("(1)" in marked[claim.char_start - 60 : claim.char_start] for claim in claims)
    assert all(" ".join(marked[claim.char_start : claim.char_end].split()) == claim.printed.strip() for claim in claims)


def test_without_a_statement_nothing_is_claimed() -> None:
    prose = FIRST.read_text().split("CONSOLIDATED STATEMENTS OF INCOME")[0]
    assert read(prose.encode(), FIRST.name) == ()
