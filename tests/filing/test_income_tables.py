"""In which shapes a statement of income is told from the other tables of a release."""

import pytest

from pipeline.filing.release.income_tables import find_income_tables
from tests.filing.invented_mills import NEWS, PLACES, STATEMENT, is_release, report, submission


def test_highlights_stand_in_for_a_statement() -> None:
    highlights = """
Financial highlights, three months ended June 30

Revenues           100    90
Net income          10     9
Diluted EPS        .10   .09
"""
    assert is_release((NEWS + highlights).encode())


def test_a_statement_of_income_may_end_in_what_operations_came_to() -> None:
    by_quarter = """
{title}
Three Months Ended June 30,

Operating revenue              99,237    99,672
Labor and benefits             31,414    31,312
Purchased services              7,791     7,493
Depreciation                   10,214    10,137
Operating income               20,383    22,902
"""
    assert is_release((NEWS + by_quarter.format(title="Statements of Income")).encode())
    assert not is_release((NEWS + by_quarter.format(title="Operations of the Port")).encode())


def test_lines_may_be_drawn_around_the_columns() -> None:
    box = """
+------------------+------------------+
|                  |Three Months Ended|
|                  |  June 30, 2003   |
+------------------+------------------+
|Net revenue       |$       1,110,500 |
|Cost of services  |          710,500 |
|Operating income  |          400,000 |
|Net income        |$         210,500 |
|Earnings per share|$             .12 |
+------------------+------------------+
"""
    assert is_release((NEWS + box).encode())


def test_the_first_known_line_may_stand_far_below_the_period_and_labels_may_wrap() -> None:
    sections = "".join(f"{place + ' routes':24}  {number:>10}\n" for number, place in enumerate(PLACES, 1_000))
    statement = f"""
                              Three Months Ended June 30,

{sections * 2}
Salaries and related
  costs                        6,510
Income (loss) from continuing
  operations before taxes      1,107
{sections}
Net income per share
  (diluted)                      .06
"""
    assert is_release((NEWS + "Our people made it.\n" * 40 + statement).encode())


def test_a_statement_with_numbered_lines_is_told() -> None:
    lines = STATEMENT.splitlines()
    numbered = "\n".join(f"{n}. {line}" if line[:1].isalpha() else f"   {line}" for n, line in enumerate(lines))
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", NEWS + numbered)))


def test_a_statement_stacked_in_cells_is_told() -> None:
    """Its labels in one cell and the figures of each column in another, parted by line breaks."""
    cells = ("Sales<br>Cost of goods sold<br>Gross profit", "$31,000<br>20,000<br>11,000", "$28,000<br>18,500<br>9,500")
    rows = "".join(f"<td>{cell}</td>" for cell in cells)
    result = "<tr><td>Net income</td><td>$1,900</td><td>$1,200</td></tr>"
    share = "<tr><td>Diluted earnings<br>per share</td><td>$.21</td><td>$.14</td></tr>"
    html = f"<html><p>{NEWS}</p><table><tr>{rows}</tr>{result}{share}</table></html>"
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", html)))


def test_a_statement_whose_figures_stand_a_line_below_their_labels_is_told() -> None:
    lines = [line for line in STATEMENT.splitlines() if "$" in line or line[-1:].isdigit()]
    below = "\n\n".join(f"{line[:24].rstrip():30}\n{' ' * 30}{line[24:]}" for line in lines if line[:1].isalpha())
    above = "Three Months Ended June 30,\n    2003      2002\n"
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", NEWS + above + below)))


def test_a_statement_set_in_by_blanks_that_do_not_break_is_told() -> None:
    set_in = "\n".join(
        f"\u00a0 \u00a0 {line.replace('    ', f' {chr(0xA0)} {chr(0xA0)}')}" for line in STATEMENT.splitlines()
    )
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", NEWS + set_in)))


@pytest.mark.parametrize("figures", ["98\n55", "(98\t)\n(55\t)", "1,210\n1,020"], ids=["small", "loss", "large"])
def test_figures_in_tables_of_their_own_stand_below_their_labels(figures: str) -> None:
    labels = ("Revenue", "Cost of milling", "Operating loss", "Net loss", "Net loss per share")
    stacked = "\n".join(f"{label}\n{figures}" for label in labels)
    assert find_income_tables(f"Three months ended June 30\n{stacked}\n")[0].groups >= {"costs", "result", "per share"}


@pytest.mark.parametrize(
    "labels",
    [
        "Royalty income, Administrative expenses, Distributable income, Distributable income per unit",
        "Group revenue, Operating costs, Group operating profit, Taxation, Profit after taxation",
        "Collaborative research, R&D expenses, G&A expenses, Operating loss, Net loss",
        "Exploration, Administrative costs, Loss for the period, Loss per share",
        "Total investment income, Incentive fees, Net increase in net assets, Net investment income per share",
        "Patronage sales, Cost of goods sold, Marketing, Margins before income taxes, Net margins",
        "Net turnover, Cost of sales, Operating result, Result before taxes, Net result, Result per share",
        "Utility revenues, Maintenance, Earnings applicable to common stock, Earnings per average share",
        "Revenue, Net income, EPS",
    ],
    ids=["trust", "british", "biotech", "explorer", "fund", "co-operative", "european", "utility", "three-lines"],
)
def test_statements_name_their_lines_in_many_ways(labels: str) -> None:
    assert find_income_tables("".join(f"{label:50}  1,210  1,020\n" for label in labels.split(", ")))


def test_a_change_to_the_right_of_an_amount_is_no_range() -> None:
    changes = "".join(f"{label:30} 1,210  1,340 -9.70%\n" for label in ("Net sales", "Gross profit", "Net income"))
    assert find_income_tables(changes)


@pytest.mark.parametrize(
    "again",
    [
        "Statements of Income (continued)",
        "Statements of Income\n\n(Continued)",
        "CONSOLIDATED STATEMENTS OF OPERATIONS",
    ],
)
def test_a_statement_that_goes_on_over_a_page_is_one(again: str) -> None:
    rows = STATEMENT.splitlines()
    over = "\n".join([*rows[:9], "5", "Invented Mills, Inc.", again, *rows[9:]])
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", NEWS + over)))
