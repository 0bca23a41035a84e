"""In which unit a line counts, and which of its columns are amounts of the period."""

import pytest

from tests.statements.test_cases import read

PAGE = """
                      Invented Mills, Inc.
                 CONSOLIDATED STATEMENTS OF OPERATIONS
                 (In millions, except per share data)
                         {caption}
                             {heads}
                         ----------    ----------
Net sales                $   12,636    $    6,619
Cost of goods sold            6,510         3,812
Operating expenses            5,019         2,411
Income taxes                    343           122
Net income               $      764    $      274
{lines}
"""
QUARTERS = "Three Months Ended June 30,"
YEARS = "    2003          2002"


def units(lines: str) -> dict[str, str]:
    page = PAGE.format(caption=QUARTERS, heads=YEARS, lines=lines)
    return {cell.label: cell.unit for cell in read(page).cells if cell.label in lines and cell.label != "Net income"}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Backlog                  $  400,000    $  300,000", ["USD"]),
        ("Backlog, units              400,000       300,000", ["number"]),
        ("New contracts (homes)           509           508", ["number"]),
        ("Cost of sales (stores)          509           508", ["USD"]),
        ("New contracts                   509           508", ["USD"]),
        ("Price of homes closed    $      305    $      311", ["USD"]),
        ("Net new home orders             509           508", ["number"]),
        ("Home closings revenue           509           508", ["USD"]),
        ("Home closings                   509           508", ["USD"]),
        ("Cost of tons sold             3,000         2,000", ["USD"]),
        ("Tons sold                     3,000         2,000", ["number"]),
        ("Avg. diluted shares           3,000         2,000", ["shares"]),
        ("Avg. cost of shares sold      3,000         2,000", ["USD"]),
        (
            "Number of stores:\n  Opened                 12            11\n  Sales per foot        210           204",
            ["number", "USD"],
        ),
        (
            "Basic:\n  Net income available        7.6           2.7\n  Income from mills           .60           .20",
            ["USD", "USD/share"],
        ),
        (
            "Diluted:\n  Interest on debt         1.6           2.7\n  Income from mills        600           200",
            ["USD", "USD"],
        ),
        ("Dividends on preferred shares, basic       16       27", ["USD"]),
        ("Shares - basic                1,341         1,330", ["shares"]),
        ("Other charges <2>             3 <3>            90", ["USD"]),
    ],
)
def test_units(lines: str, expected: list[str]) -> None:
    assert list(units(lines).values()) == expected


def kinds_and_ends(caption: str, heads: str) -> list[tuple[str, str]]:
    columns = read(PAGE.format(caption=caption, heads=heads, lines="")).columns
    return [(column.kind, str(column.period_end)) for column in columns]


def test_prior_beside_current_is_a_year_before_unless_two_days_are_named() -> None:
    heads = "Current       Prior"
    assert kinds_and_ends("Quarter ended June 30, 2003", heads)[1] == ("amount", "2002-06-30")
    assert kinds_and_ends("Quarters ended June 30, 2003 and March 31, 2003", heads)[1] != ("amount", "2002-03-31")


def test_amounts_that_include_special_items_are_those_reported() -> None:
    caption = "Three months ended June 30, 2003\n                             As        Including"
    assert [kind for kind, _ in kinds_and_ends(caption, "Reported    Special Items")] == ["amount", "amount"]
    caption = caption.replace("Including", "Before")
    assert [kind for kind, _ in kinds_and_ends(caption, "Reported    Special Items")] == ["amount", "pro_forma"]


STOCK = """
                      Invented Mills, Inc.
                 CONSOLIDATED BALANCE SHEETS
                                              June 30,      December 31,
                                                2003            2002
                                              ---------      ---------
Cash                                           $ 12,636      $   6,619
Total assets                                   $ 12,636      $   6,619
Payables                                       $  6,126      $   2,807
Common stock, 30,000,000 shares authorized and
outstanding in 2002, and in 2003 outstanding {count}         7,624
Total liabilities and shareholders' equity     $ 12,636      $   6,619
"""


def test_a_count_that_ends_a_label_is_no_amount_far_greater_than_its_line() -> None:
    def printed(count: str) -> list[str]:
        return [cell.printed for cell in read(STOCK.format(count=count)).cells if cell.label.startswith("Common")]

    assert printed("12,733,000") == ["7,624"]
    assert printed("    12,733") == ["12,733", "7,624"]
