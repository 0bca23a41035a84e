"""What must add up: each kind of tie on a page that holds, and on one that does not."""

from datetime import date

import pytest

from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.records import Document, Filing, Tie
from pipeline.statements import read_statements
from pipeline.tables import find_grids

PAGE = """
                  CONSOLIDATED STATEMENTS OF OPERATIONS
                (In thousands, except per share amounts)

                                    Three Months Ended      Six Months Ended
                                         June 30,               June 30,
                                    2003        2002        2003        2002
                                  --------    --------    --------    --------
Sales                             $  1,000    $    900    $  1,950    $  1,800
Cost of sales                          600         560       1,180       1,100
                                  --------    --------    --------    --------
Gross profit                           400         340         770         700
Operating expenses:
  Selling                              150         140         290         280
  Research                              90          80         175         160
                                  --------    --------    --------    --------
    Total operating expenses           {total}         220         465         440
                                  --------    --------    --------    --------
Income before income taxes             160         120         305         260
Provision for income taxes              60          45         115         100
                                  --------    --------    --------    --------
Net income                        $    100    $     75    $    190    $    160
                                  ========    ========    ========    ========
Diluted net income per share      $   {eps}    $    .15    $    .38    $    .32
Diluted weighted average shares        500         500         500         500


                       CONSOLIDATED BALANCE SHEETS
                              (In thousands)
                                              June 30,       December 31,
                                                2003            2002
                                              --------        --------
Total current assets                          $    700        $    650
Property and equipment, net                        300             300
                                              --------        --------
Total assets                                  $  {assets}        $    950
                                              ========        ========
Total liabilities                             $    400        $    380
Common stock                                        10              10
Retained earnings                                  590             560
                                              --------        --------
Total liabilities and stockholders' equity    $  1,000        $    950
                                              ========        ========
"""


def read(total: str = "240", eps: str = " .20", assets: str = "1,000") -> dict[str, list[Tie]]:
    """The ties of the page by kind, of its first column."""
    text = PAGE.format(total=total, eps=eps, assets=assets)
    day = date(2003, 7, 20)
    filing = Filing("case", "case.txt", None, "8-K", (), (), day, None, None, None, None, None, "none", True, ())
    document = OpenedDocument(Document("case", 1, "EX-99.1", 1, None, None, "text", text), text)
    found: dict[str, list[Tie]] = {}
    for tie in read_statements(OpenedFiling(filing, (), (document,), (), ()), {1: find_grids(document)}).ties:
        if tie.column_no == 1:
            found.setdefault(tie.kind, []).append(tie)
    return found


def test_a_page_that_adds_up() -> None:
    ties = read()
    assert {kind: len(found) for kind, found in ties.items()} == {"sum": 6, "per_share": 1, "balance": 1}
    assert all(tie.holds for found in ties.values() for tie in found)


def test_the_lines_of_a_sum() -> None:
    gross, operating, pretax, net, *_ = read()["sum"]
    assert [(tie.line_no, tie.lines) for tie in (gross, operating, pretax, net)] == [
        (3, (1, 2)), (6, (4, 5)), (7, (3, 6)), (9, (7, 8)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("misprint", "kind", "line_no"),
    [({"total": "260"}, "sum", 6), ({"eps": " .28"}, "per_share", 10), ({"assets": "1,003"}, "balance", 3)],
)
def test_a_misprint_fails_its_tie(misprint: dict[str, str], kind: str, line_no: int) -> None:
    failing = [tie for tie in read(**misprint)[kind] if not tie.holds]
    assert line_no in [tie.line_no for tie in failing]


def test_a_printed_number_is_never_changed() -> None:
    (tie,) = read(assets="1,003")["balance"]
    assert (tie.printed, tie.computed) == (1_003_000, 1_000_000)
