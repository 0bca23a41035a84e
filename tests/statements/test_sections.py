"""Where the sections of a statement end."""

from tests.statements.test_cases import read

BUILDER = """
                         Invented Homes, Inc.
                   Consolidated Statements of Income
                            (in thousands)
                                      Three Months Ended June 30,
                                           2018         2017
                                        --------     --------
Homebuilding:
Home sales                              $ 90,000     $ 80,000
Cost of home sales                        70,000       62,000
Homebuilding gross profit                 20,000       18,000
Financial services:
Revenues                                   3,000        2,900
Expenses                                   1,500        1,400
{result}                                   1,500        1,500
Income before income taxes                21,500       19,500
Income taxes                               5,000        4,000
Net income                              $ 16,500     $ 15,500
"""


def sections(result: str) -> dict[str, str | None]:
    return {cell.label: cell.section for cell in read(BUILDER.format(result=result)).cells}


def test_the_result_of_what_a_heading_names_ends_its_section() -> None:
    for result in ("Financial services profit", "Financial services pretax income"):
        found = sections(result)
        assert found[result] == found["Expenses"] == "Financial services"
        assert found["Income before income taxes"] is None


def test_a_line_that_begins_as_its_heading_does_ends_none() -> None:
    assert sections("Financial services interest")["Income before income taxes"] == "Financial services"


RESORTS = """
                         Invented Resorts, Inc.
                   Consolidated Statements of Income
                            (in thousands)
                                      Three Months Ended June 30,
                                           2006         2005
                                        --------     --------
Revenues:
  Rooms                                 $ 60,000     $ 50,000
  Tables                                  40,000       35,000
                                        --------     --------
                                         100,000       85,000
  Less: promotional allowances           (10,000)      (8,000)
                                        --------     --------
                                          90,000       77,000
Expenses                                  70,000       62,000
Net income                              $ 20,000     $ 15,000
"""


def test_a_total_without_a_label_ends_no_section() -> None:
    found = [(cell.label, cell.section) for cell in read(RESORTS).cells][::2]
    assert found == [
        ("Rooms", "Revenues"),
        ("Tables", "Revenues"),
        ("", "Revenues"),
        ("Less: promotional allowances", "Revenues"),
        ("", "Revenues"),
        ("Expenses", None),
        ("Net income", None),
    ]


TILES = """
                          Invented Tiles, Inc.
                   Consolidated Statements of Income
                 (in thousands, except per share amounts)
                                      Three Months Ended June 30,
                                           2006         2005
                                        --------     --------
Net sales                               $100,000     $ 85,000
Expenses                                  70,000       62,000
Income from continuing operations         30,000       23,000
Discontinued operations                   (2,000)      (1,000)
Net income                              $ 28,000     $ 22,000
Basic earnings per share
  Continuing operations                 $   0.30     $   0.23
  Discontinued operations                  (0.02)       (0.01)
Net income                              $   0.28     $   0.22
Average shares                           100,000      100,000
"""


def test_a_result_a_share_that_is_level_with_its_heading_stands_under_it() -> None:
    found = {(cell.label, cell.section) for cell in read(TILES).cells if cell.unit == "USD/share"}
    assert ("Net income", "Basic earnings per share") in found


NET_INCOME = """
                         Invented Staffing, Inc.
                   Consolidated Statements of Income
                 (in thousands, except per share data)
                                      Three Months Ended June 30,
                                           2006         2005
                                        --------     --------
Revenues                                $ 90,000     $ 77,000
Expenses                                  70,000       62,000
Net income                              $ 20,000     $ 15,000
"""
SHARES = (
    NET_INCOME
    + """\
{heading}
{set_in}Net income                      $   2.00     $   1.50
{set_in}Weighted average shares           10,000       10,000
"""
)


def test_shares_set_in_below_what_net_income_comes_to_a_share_are_of_the_same_heading() -> None:
    set_in = read(SHARES.format(heading="Basic:", set_in="  ")).cells
    assert {cell.section for cell in set_in if cell.label == "Weighted average shares"} == {"Basic"}
    flat = read(SHARES.format(heading="Diluted earnings per share:", set_in="")).cells
    assert {cell.section for cell in flat if cell.label == "Weighted average shares"} == {None}


RATES = """
                         Invented Paving, Inc.
                   Consolidated Statements of Income
                             (in millions)
                                      Three Months Ended June 30,
                                           2006         2005
                                        --------     --------
Revenues                                $  925.0     $  812.0
Percent of revenues:
{set_in}Highways                            60.1         58.2
{set_in}Bridges                             39.9         41.8
Costs                                      800.0        730.0
Net income                              $  125.0     $   82.0
"""


def test_what_is_set_in_below_a_heading_of_percentages_is_no_money_what_is_level_with_it_may_be() -> None:
    def units(set_in: str) -> set[tuple[str, str]]:
        return {(cell.label, cell.unit) for cell in read(RATES.format(set_in=set_in)).cells}

    assert {("Bridges", "percent"), ("Costs", "USD")} <= units("  ")
    assert ("Costs", "USD") in units("")


COMPREHENSIVE = (
    NET_INCOME
    + """\
Per share:
  Basic:
    Continuing operations               $   2.10     $   1.50
    Net income                          $   2.00     $   1.50
  Other comprehensive income:
    Translation                              310          220
"""
)


def test_a_heading_of_income_below_net_income_a_share_is_of_money() -> None:
    assert {cell.unit for cell in read(COMPREHENSIVE).cells if cell.label == "Translation"} == {"USD"}
