"""What looks like an earnings release and is none, and what a release may print of that kind."""

import re

import pytest

from tests.filing.invented_mills import NEWS, PLACES, STATEMENT, is_release, report, submission

ACQUIRED = (
    "Item 2. Acquisition or Disposition of Assets\n(a) Financial statements of businesses acquired.\nSee exhibit.\n"
)


@pytest.mark.parametrize(
    "data",
    [
        submission(report("Item 12. Results of Operations and Financial Condition")),
        submission(report("Item 12. Results of Operations and Financial Condition"), ("EX-99", NEWS)),
        submission(
            report("Item 12. Results of Operations and Financial Condition"),
            ("EX-99", "Mills estimates first quarter revenue of approximately $10 million.\n"),
        ),
        submission(report(ACQUIRED), ("EX-99.1", NEWS), ("EX-99.2", STATEMENT)),
        submission(report(ACQUIRED), ("EX-99.1", "Report of Independent Accountants\n" + STATEMENT)),
        submission(report("Item 5."), ("EX-99.1", NEWS + "Report of Hill, Independent Auditors\n" + STATEMENT)),
        submission(report(ACQUIRED), ("EX-99.1", "MILLTOWN, July 22, 2003 -- Mills bought mills.\n" + STATEMENT)),
        submission(report("Item 7. Exhibits"), ("EX-99.1", "Unaudited pro forma condensed combined\n" + STATEMENT)),
        submission(
            report("Item 12. Results of Operations and Financial Condition"),
            ("EX-99", "Mills restates.\nAs Previously\nReported    As Restated\n" + STATEMENT),
        ),
        submission(
            report("Item 5. Other Events"),
            ("EX-99", "Mills report results.\nAs Previously Reported    Revised for Operations Sold\n" + STATEMENT),
        ),
        submission(
            report("Item 5. Other Events"),
            ("EX-99", "Mills report results.\n    Revised for\nAs Previously Reported    Mills Sold\n" + STATEMENT),
        ),
        submission(
            report("Item 12. Results of Operations and Financial Condition"),
            ("EX-99", NEWS + "Operator: Good day.\nOperator: Next.\nOperator: Goodbye.\n" + STATEMENT),
        ),
        submission(report("Item 9. Regulation FD Disclosure"), ("EX-99", "Investor presentation\n" + NEWS + STATEMENT)),
        submission(report("Item 9. Regulation FD Disclosure"), ("EX-99", NEWS + "Projected income\n" + STATEMENT)),
        submission(
            report("Item 5. Other Events"),
            ("EX-99", "FORM 10-Q\nQuarterly report pursuant to section 13 or 15(d)\n" + NEWS + STATEMENT),
        ),
        submission(report("Item 5. Other Events"), ("EX-10.1", NEWS + STATEMENT)),
        submission(report("Item 5. Other Events"), ("EX-13", NEWS + STATEMENT)),
        submission(
            report("Item 5. Other Events"),
            ("EX-99", "MILLTOWN, July 22, 2003 -- Mills declared a two-for-one stock split.\n" + STATEMENT),
        ),
        submission(report("Item 5. Other Events"), ("EX-99", "We appointed a director. He ran mills.\n")),
    ],
    ids=[
        "item-12-empty", "prose-only", "preliminary-sales", "acquired-business", "audited", "audited-by",
        "news-of-an-acquisition", "pro-forma", "restatement", "revision", "revised-first",
        "transcript", "presentation", "projection", "10-Q", "contract", "annual-report", "split", "director",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_release(data: bytes) -> None:
    assert not is_release(data)


@pytest.mark.parametrize("places", [(), PLACES], ids=["short", "long"])
def test_a_pro_forma_statement_above_the_reported_one_does_not_speak_for_it(places: tuple[str, ...]) -> None:
    pro_forma = STATEMENT.replace("CONSOLIDATED", "PRO FORMA CONSOLIDATED")
    pro_forma += "".join(f"Sales in the {place} States          1,204           641\n" for place in places)
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", NEWS + pro_forma + STATEMENT)))


EXPECTED = """
                                     First Quarter Ending March 31,
                                         {heads}
Sales                                   {sales}
Operating profit                         {profit}
Net income                               {profit}
Earnings per share                        {share}
"""
ADJUSTED = """
                             Three Months Ended June 30,
                               2003          2002
Net income                      764           274
Depreciation                    120           110
Income tax effect               (40)          (38)
Adjusted net income             844           346
Diluted per share               .07           .03
"""
COMBINED = (
    "Combined company\n\n                                                                      Pro Forma\n"
    "                                           Hill         Dale        Other          Combined\n"
)
OFFERING = "This offering memorandum uses the quarterly results announced on July 23, 2003.\n"
RECAST = "Quarterly results, recast\n\nThe quarters of 2002 follow the new standard.\n"
IN_POSSESSION = "Invented Mills, Inc.\n(Debtor-in-Possession)\n\n   Month Ended          Six Months Ended\n"


@pytest.mark.parametrize(
    "text",
    [
        NEWS + EXPECTED.format(heads="2004          2003", sales="$84 - $90", profit="$5 - 6", share="$.40 to $.45"),
        NEWS + EXPECTED.format(heads="2004", sales="84\tto\t90", profit="5\tto\t$6", share=".40\tto\t.45"),
        NEWS + EXPECTED.format(heads=" Low          High", sales="84       90", profit="5      6", share=".40   .45"),
        NEWS + EXPECTED.format(heads="2004E        2005E", sales="84       90", profit="5      6", share=".40   .45"),
        f"Certain Unaudited Prospective Financial Information\n{NEWS}{STATEMENT}",
        NEWS + EXPECTED.format(heads="Preliminary  Prior guidance", sales="84  90", profit="5  6", share=".40  .45"),
        NEWS + ADJUSTED,
        NEWS + COMBINED + STATEMENT[STATEMENT.index("Net sales") :],
        RECAST + STATEMENT,
        OFFERING + STATEMENT,
        "Second Quarter Earnings Call\nJuly 23, 2003\n" + NEWS + STATEMENT,
        IN_POSSESSION + NEWS + STATEMENT,
    ],
    ids=[
        "ranges",
        "ranges-in-cells",
        "low-and-high",
        "estimates",
        "projections",
        "preliminary-beside-guidance",
        "reconciliation",
        "companies-combined",
        "recast",
        "offering",
        "slides-of-a-call",
        "monthly-report",
    ],
)
def test_figures_of_another_kind_are_no_release_even_where_results_are_announced(text: str) -> None:
    assert not is_release(submission(report("Item 12. Results of Operations and Financial Condition"), ("EX-99", text)))


@pytest.mark.parametrize(
    "told",
    [
        "Mills Reports Second Quarter Results, Schedules Conference Call",
        "Three Months Ended June 30 (certain sales of 2002 have been reclassified to conform)",
        "Three Months Ended June 30 (unaudited, reclassified for mills sold)",
        "Mills (Debtor-in-Possession) reports results of the three month ended June 30",
    ],
    ids=["call", "reclassified", "mills-sold", "debtor"],
)
def test_what_a_release_may_say_of_a_call_of_former_figures_or_of_its_court(told: str) -> None:
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{told}\n\n{NEWS}{STATEMENT}")))


@pytest.mark.parametrize(
    "above",
    [
        "Net income                      764           274\nPro forma net income            844           346\n",
        "Cautionary note regarding prospective financial information:\n",
    ],
    ids=["pro-forma-line", "caution"],
)
def test_what_may_stand_above_a_statement_of_what_is_not_reported(above: str) -> None:
    text = f"{NEWS}\n{above}{STATEMENT.replace(', INC.', '')}"
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", text)))


def test_a_year_expected_may_stand_beside_years_that_are_over() -> None:
    text = NEWS + STATEMENT.replace("2003          2002", "2003          2002          2003E")
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", text)))


def test_years_expected_may_stand_in_a_table_above() -> None:
    text = NEWS + "Outlook  2003E  2004E\nCapital spending  10  12\n" + re.sub(r" {2,}", "  ", STATEMENT)
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", text)))


def test_a_name_is_no_period() -> None:
    news = "Yamamoto to lead Invented Mills\n\nInvented Mills reported record sales.\n\n"
    text = news + STATEMENT.replace("                  Three Months Ended June 30,\n", "")
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", text)))
