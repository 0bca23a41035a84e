"""A whole statement may be titled as a summary, and is the company's own where only slides print another that says
less."""

import pytest

from tests.statements.test_cases import read


def printed(kind: str, title: str, end: str = "") -> str:
    return (
        f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n"
        "                       KESTREL TANKERS LTD.\n"
        f"                       {title}\n"
        "                         (in thousands)\n\n"
        "                            Three Months Ended June 30,\n"
        "                               2018          2017\n"
        "Revenues                    $ 71,301      $ 70,002\n"
        "Voyage expenses               24,110        23,010\n"
        "Operating income              21,400        20,900\n"
        "Interest expense               9,100         9,300\n"
        f"Net income                  $ 12,300      $ 11,600\n{end}"
        "</TEXT>\n</DOCUMENT>\n"
    )


EARNED = "Earnings per share               .21           .20\n"
SHARES = "Average shares                58,571        58,000\n"


@pytest.mark.parametrize(
    ("end", "other_end", "primary"),
    [("", "", [False, True]), (EARNED, "", [True, False]), (EARNED, EARNED + SHARES, [False, True])],
    ids=["few lines", "whole", "less than the other"],
)
def test_a_whole_statement_titled_as_a_summary_leads(end: str, other_end: str, primary: list[bool]) -> None:
    summary = printed("EX-99.1", "SUMMARY CONSOLIDATED STATEMENTS OF OPERATIONS", end)
    statements = read(summary + printed("EX-99.2", "Condensed Income Statement", other_end))
    assert [table.is_primary for table in statements.tables] == primary


@pytest.mark.parametrize(("first", "adds"), [("Earnings, basic", True), ("Core earnings", False)])
def test_amounts_a_share_below_a_statement_belong_to_it_unless_of_another_measure(first: str, *, adds: bool) -> None:
    page = printed("EX-99.1", "CONSOLIDATED STATEMENTS OF OPERATIONS").replace("</TEXT>\n</DOCUMENT>\n", "")
    data = (
        "\nPer share data\n\n"
        "                               2018          2017\n"
        f"{first:28}$    .21      $    .20\n"
        "Net income per share             .21           .20\n"
        "Weighted average shares       58,571        58,000\n"
    )
    assert [table.is_primary for table in read(page + data).tables] == [True, adds]


@pytest.mark.parametrize(("last", "stays"), [("Net income  ", True), ("Income taxes", False)])
def test_a_table_without_a_title_beside_data_that_end_as_a_statement_may_be_a_part(last: str, *, stays: bool) -> None:
    above = printed("EX-99.1", "Tankers").replace("Voyage expenses ", "Cost of revenues").replace("Net income  ", last)
    above = above.replace("</TEXT>\n</DOCUMENT>\n", "")
    data = printed("EX-99.1", "STATEMENT OF OPERATIONS DATA", EARNED).partition("<TEXT>\n")[2]
    assert [table.is_primary for table in read(above + data).tables] == [stays, True]
