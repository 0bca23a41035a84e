"""What a title says of whose figures, and of which, stand below it."""

import pytest

from tests.statements.test_cases import read
from tests.statements.test_rivals import PLAIN, printed

HEADS = "Three Months Ended June 30,"


@pytest.mark.parametrize(
    ("title", "is_own"),
    [
        (["Statements of Operations by Fiscal Quarter"], True),
        (["Statements of Operations by Half-Year"], True),
        (["Statements of Operations by Expense Category"], True),
        (["Statements of Operations by Mill"], False),
        (["(an 80%-owned subsidiary of Oak Corp.)", "Statements of Operations"], True),
        (["(52% owned by Oak Corp)", "Statements of Operations"], True),
        (["and its 80%-owned subsidiaries", "Statements of Operations"], True),
        (["(50% owned)", "Statements of Operations"], False),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_statement_alone(title: list[str], *, is_own: bool) -> None:
    assert [table.is_primary for table in read(printed(title, "240       330", HEADS)).tables] == [is_own]


@pytest.mark.parametrize("is_below", [True, False])
@pytest.mark.parametrize("measure", ["Net Operating Income", "Operating Earnings"])
def test_what_operations_earn_is_no_statement_beside_the_own_one(measure: str, *, is_below: bool) -> None:
    own, other = printed(PLAIN, "240       330", HEADS), printed([f"Statements of {measure}"], "265       345", HEADS)
    other = other.replace("Net income  ", "Mill result ")
    statements = read(own + other if is_below else other + own)
    assert [table.is_primary for table in statements.tables] == [is_below, not is_below]


@pytest.mark.parametrize(
    ("above", "years", "is_own"),
    [
        (["2010 Guidance"], "2010      2009", True),
        (["Outlook:", "o  Sales of $9 million", "o  Adjusted EBITDA of 9%", "Oak Co."], "2010      2009", True),
        (["2010 Outlook", "\u2022Free cash flow of $5 million"], "2010      2009", True),
        (["2010 Guidance"], " Low      High", False),
        (["2010 Guidance"], "Plan 2010 2009", False),
        (["Projected Results"], "2010      2009", False),
        (["The outlook is shown below."], "2010      2009", False),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_what_is_expected_above_a_statement_without_a_title(above: list[str], years: str, *, is_own: bool) -> None:
    page = printed(above, "240       330", HEADS).replace("2010      2009", years)
    assert [table.is_primary for table in read(page).tables] == [is_own]


@pytest.mark.parametrize(
    ("heads", "is_own"),
    [("Second Quarter", True), ("26 Weeks", True), ("Year Ending June 30,", False), ("Estimate", False), ("", False)],
)
def test_a_statement_of_two_years_is_no_outlook(heads: str, *, is_own: bool) -> None:
    page = printed(["2010 Guidance"], "240       330", heads)
    assert [table.is_primary for table in read(page).tables] == [is_own]


def test_no_statement_goes_on_below_an_outlook() -> None:
    own, expected = (
        printed(PLAIN, "240       330", HEADS),
        printed(["2010 Guidance"], "960     1,220", "Year Ended June 30,"),
    )
    assert [table.is_primary for table in read(own + expected).tables] == [True, False]
