"""What is an earnings release, under whatever item and in whatever words."""

import pytest

from pipeline.filing import open_filing
from tests.filing.invented_mills import NEWS, STATEMENT, is_release, report, submission


@pytest.mark.parametrize(
    "items",
    [
        "Item 5. Other Events",
        "Item 7. Financial Statements and Exhibits",
        "Item 9. Regulation FD Disclosure",
        "Item 12. Results of Operations and Financial Condition",
    ],
)
def test_a_release_of_2003_counts_under_any_item(items: str) -> None:
    assert is_release(submission(report(items), ("EX-99", NEWS + STATEMENT)))


def test_the_release_may_stand_in_the_report_or_alone() -> None:
    assert is_release((report("Item 5. Other Events") + NEWS + STATEMENT).encode())
    assert is_release((NEWS + STATEMENT).encode())


@pytest.mark.parametrize(
    "told",
    [
        "PROFIT UP 18% AT MILLS\n\nMILLTOWN, July 22, 2003 -- Invented Mills said that it sold more flour.",
        "Mills swings to profit\n\nMILLTOWN, July 22, 2003. Invented Mills returned to profit.",
        "FOR IMMEDIATE RELEASE\n\nMills Completes Strong First Half",
        "Mills Grows for a Fifth Quarter\n\nInvented Mills (NYSE: INM) grew.",
        "To Our Shareholders:\n\nThe mills ran day and night.",
        "To All Members\n\nThe mills ran day and night.",
        "Dear Limited Partner:\n\nThe mills ran day and night.",
        "MILLTOWN, Ohio, July 22 -- The mills ran day and night.",
        "MILLTOWN, Ohio, July 22 /PRNewswire/ -- The mills ran day and night.",
        "MILLTOWN, Ohio, July 22, 2003 --- The mills ran day and night.",
        "Milltown, Ohio (July 22, 2003) The mills ran day and night.",
        "P R E S S   R E L E A S E\n\nThe mills ran day and night.",
        "For release at 4:05 p.m.   Contact: J. Miller\n\nThe mills ran day and night.",
        "MILLTOWN, OHIO, July 22, 2003 . . . Invented Mills returned to profit.",
        "A MESSAGE TO STOCKHOLDERS\n\nThe mills ran day and night.",
        "Net income rose to $764,000 in the quarter ended June 30, 2003.",
        "MILLTOWN, July 22, 2003. Invented Mills returned to profit. Share data reflect the stock split of May.",
    ],
    ids=[
        "dateline", "dateline-ends", "masthead", "ticker", "letter", "members", "partners", "no-year", "wire",
        "three-dashes", "day-in-brackets", "press-release", "hour", "points", "message", "rose",
        "split",
    ],
)  # fmt: skip
def test_news_with_a_statement_needs_no_words_that_announce_it(told: str) -> None:
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{told}\n\n{STATEMENT}")))


@pytest.mark.parametrize(
    "said",
    [
        "Profits are distributed to the shareholders and to the unitholders of Hill.",
        "Hill, Inc.\n\n     June 30, 2003\n     -------------",
        "Hill was bought after a press release of the seller.",
        "AS OF JUNE 30, 2003\n(UNAUDITED)\n\n                  - 5 -",
    ],
    ids=["holders", "column", "release-named", "page"],
)
def test_what_only_sounds_like_news(said: str) -> None:
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{said}\n\n{STATEMENT}")))


def test_a_report_that_lists_a_press_release_is_no_news_but_one_that_prints_a_dateline_is() -> None:
    listed = "Item 7. Exhibits\n99.1\nPress Release\n\n"
    assert not is_release(submission(report(listed + STATEMENT)))
    assert is_release(submission(report(f"Item 5. Other Events\nMILLTOWN, July 22, 2003 -- Mills ran.\n{STATEMENT}")))


@pytest.mark.parametrize(
    "said",
    [
        "Pro forma results are for information only and are not prepared in accordance with GAAP.",
        "Mills cautions that forecasted income and other projected results may differ from what it earns.",
        "As previously announced, Mills restated its results. The figures for 2002 are shown as restated.",
        "The figures were reviewed by the\nindependent auditors\nof the mills, whose partners are many.",
        "Last year's independent auditors' report contained a paragraph on the company's ability to go on.",
        "An investor presentation will be held at the mills.",
        "Mills filed its monthly operating report with the court.",
    ],
    ids=["pro-forma", "projection", "restated", "reviewed", "auditors", "presentation", "monthly-report"],
)
def test_what_running_text_says_of_is_not_the_table_below(said: str) -> None:
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{NEWS}\n{said}\n\n{STATEMENT}")))


@pytest.mark.parametrize(
    "said",
    [
        "(2002 as previously reported has been revised to conform)",
        "Amounts for 2002 have been revised from those as previously reported",
        "             As Previously Given    Revised\nSales         $40-42 million    $44-46 million",
        "2002\nAs Revised\t2002\nAs Previously Reported",
    ],
    ids=["conformed", "note", "guidance", "last-year-twice"],
)
def test_what_was_revised_of_last_year_or_of_guidance_corrects_no_statement(said: str) -> None:
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{NEWS}\n{said}\n{STATEMENT}")))


@pytest.mark.parametrize(
    "said", ["Mills earned more than its previous earnings guidance.", "All within prior guidance:"]
)
def test_words_on_guidance_right_above_highlights_are_no_heads_of_columns(said: str) -> None:
    figures = STATEMENT[STATEMENT.index("                              2003") :]
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{NEWS}\n{said}\n\n{figures}")))


@pytest.mark.parametrize(
    "period", ["3 Mos. Ended June 30,", "Six Months through June 30,", "2nd Qtr. Ended June 30,", "2nd Qtr."]
)
def test_a_statement_is_of_a_period_however_its_length_is_written(period: str) -> None:
    statement = STATEMENT.replace("Three Months Ended June 30,", period)
    assert is_release(submission(report("Item 12. Results of Operations"), ("EX-99", f"TO OUR OWNERS\n{statement}")))


@pytest.mark.parametrize(
    ("heads", "told"),
    [
        ("6/30/03       3/31/03", True),
        ("6/30/2003     6/30/2002", True),
        ("6/30/03       5/31/03", False),  # of two months
        ("June 30,  March 31,  Dec. 31,", True),
        ("June 30,  May 31,    April 30,", False),
        ("QTR 2         QTR 1", True),
        ("06-30-03      06-30-02", True),
        ("Quarter       Quarter", True),
        ("QTD           QTD", True),
        ("This year     Last year", False),
    ],
)
def test_quarters_may_be_told_by_their_days_or_numbers_alone(heads: str, told: bool) -> None:
    statement = STATEMENT.replace("  Three Months Ended June 30,\n", "").replace("2003          2002", heads)
    page = submission(report("Item 12. Results of Operations and Financial Condition"), ("EX-99", statement))
    assert is_release(page) == told


@pytest.mark.parametrize(
    "said", ["A budget by qtr is below.", "Hill pays quarterly income.", f"6/30/03  3/31/03\n\nCash  9  8{' ' * 1500}"]
)
def test_quarters_that_head_other_things_are_no_period(said: str) -> None:
    statement = STATEMENT.replace("  Three Months Ended June 30,\n", "").replace("2003          2002", "This      Last")
    news = "MILLTOWN, July 22, 2003 -- The mills ran day and night."
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{news}\n{said}\n\n{statement}")))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Mills issued a press release announcing its results for the quarter ended June 30, 2003.", True),
        ("Mills filed its quarterly report for the quarter ended June 30, 2003.", False),
        ("Mills issued a press release on its mills.", False),
    ],
)
def test_a_report_may_announce_what_an_exhibit_of_figures_holds(said: str, told: bool) -> None:
    cover = report(f"Item 5. Other Events\n\n{said}\n")
    assert is_release(submission(cover, ("EX-99", STATEMENT))) is told


@pytest.mark.parametrize(
    ("title", "heads", "told"),
    [
        ("Condensed Consolidated and Pro Forma Statements of Operations", "Actual  Adjustments  Pro Forma", True),
        ("Condensed Consolidated and Pro Forma Statements of Operations", "As Reported  Pro Forma", True),
        ("Condensed Consolidated Statements of Operations", "Pro Forma  Adjustments  As Reported", True),
        (
            "Condensed Consolidated Statements of Operations",
            "             Pro Forma      Pro\n    As     Adjustments   Forma\n Reported",
            True,
        ),
        ("Consolidated Statements of Operations and Pro Forma Information", "", True),
        ("Consolidated Financial Statements and Pro Forma Information", "", False),
        ("Condensed Consolidated and Pro Forma Statements of Operations", "Historical  Pro Forma", False),
        ("Condensed Consolidated Statements of Operations", "Historical  Pro Forma Adjustments  Pro Forma", False),
        ("Pro Forma Condensed Combined Statement of Operations", "Actual  Pro Forma", False),
    ],
)
def test_what_is_reported_may_stand_beside_what_it_comes_to_pro_forma(title: str, heads: str, told: bool) -> None:
    news = f"{NEWS}\n\n{title}\n                  {heads}\n{STATEMENT}"
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", news))) is told


@pytest.mark.parametrize(
    ("years", "below", "told"),
    [
        ("2003     2002     2002", "                        Pro forma combined", True),
        ("2003     2002     2002", "                    Pro Forma Statement", False),
        ("2003     2003     2003", "                        Pro forma combined", False),
        ("2003         2002", "    Pro Forma    Pro Forma\n    Combined     Combined", False),
        ("2003         2002", "   Pro forma combined", False),
        ("2003\t2002", "\t\tPro forma combined", True),
    ],
)
def test_pro_forma_below_years_may_head_a_column(years: str, below: str, told: bool) -> None:
    columns = f"Statements of Operations\n\n      {years}\n{below}"
    assert (
        is_release(submission(report("Item 5. Other Events"), ("EX-99", f"{NEWS}\n\n{columns}\n{STATEMENT}"))) is told
    )


def test_the_tables_may_be_an_exhibit_of_their_own() -> None:
    assert is_release(submission(report("Item 9. Regulation FD Disclosure"), ("EX-99.1", NEWS), ("EX-99.2", STATEMENT)))


@pytest.mark.parametrize("page", [" - Page 3", " ........ 3"])
def test_contents_above_a_statement_are_no_title_of_it(page: str) -> None:
    contents = f"Contents\nStatement of Operations{page}\nPro Forma Statement of Operations{page}\n"
    results = report("Item 12. Results of Operations and Financial Condition")
    assert is_release(submission(results, ("EX-99", f"First quarter 2016 results\n\n{contents}\n{STATEMENT}")))
    titled = f"2016 results\n\nPro Forma Statement - Page 3\n{STATEMENT}"
    assert not is_release(submission(results, ("EX-99", titled)))


def test_the_year_may_be_named_without_its_end() -> None:
    news = "Invented Mills, Inc. announces 2003 results, a net income of $764,000 for the year 2003.\n"
    assert is_release((news + STATEMENT).encode())


def test_lengths_may_stand_above_what_they_ended_on() -> None:
    heads = "         Three Months       Years\n         ------------    -------\n  Ended June 30,  Ended June 30,\n"
    bare = STATEMENT.replace("                  Three Months Ended June 30,\n", heads)
    assert is_release(submission(report("Item 12. Results of Operations and Financial Condition"), ("EX-99", bare)))


def test_a_release_in_html() -> None:
    rows = "".join(
        f"<tr><td>{label}</td><td>$</td><td>{value}</td></tr>"
        for label, value in [
            ("Total revenues", "1,000"), ("Cost of sales", "(600"), ("Operating income", "400"),
            ("Income tax expense", "100"), ("Net income", "300"), ("Diluted", "0.30"),
        ]
    )  # fmt: skip
    html = (
        "<html><p>Mills reports first quarter 2020 earnings</p><p>Three months ended March 31, 2020</p>"
        f"<table>{rows}</table></html>"
    )
    assert is_release(html.encode())


def test_the_evidence_is_said_in_words() -> None:
    reasons = open_filing(
        (report("Item 9. Regulation FD Disclosure") + NEWS + STATEMENT).encode(), "x"
    ).filing.release_reasons
    assert reasons[0] == "items 9"
    assert "prints a statement of income" in reasons[-1]


def test_a_report_to_shareholders_is_a_release() -> None:
    letter = "SECOND QUARTER REPORT\n\nCash flow of the second quarter of 2003 was twice that of the year before.\n"
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", letter + STATEMENT)))


@pytest.mark.parametrize(
    "headline",
    [
        "Quarterly Earnings Summary",
        "Quarterly Financial Highlights",
        "Mills' Third-Quarter Net Rises 23 Percent",
        "Preliminary Results for the Year Ended 31 December 2003",
        "Mills announced a loss for the third quarter of 2003.",
        "The trust announced distributable income of $1.10 a unit for the third quarter.",
    ],
)
def test_few_words_may_announce_results(headline: str) -> None:
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", f"INVENTED MILLS\n{headline}\n{STATEMENT}")))


@pytest.mark.parametrize(
    "notes",
    [
        "Hill reported revenues of $12 million in the three months ended June 30, 2003.",
        "The quarterly results of Hill are not audited.",
    ],
)
def test_the_notes_to_a_statement_do_not_announce_it(notes: str) -> None:
    hill = f"HILL FUNDING, LLC\n\nUnaudited statements\n{STATEMENT}\n{notes}\n"
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", hill)))


def test_that_results_of_operations_may_not_be_indicative_announces_none() -> None:
    caution = (
        "The results of operations for the quarter ended June 30, 2003 are not necessarily indicative of a year.\n"
    )
    assert not is_release(
        submission(report("Item 5. Other Events"), ("EX-99", f"Selected data\n\n{caution}{STATEMENT}"))
    )


def test_news_of_a_deal_may_print_the_figures_of_another_business() -> None:
    news = "MILLTOWN, July 22, 2003 -- Invented Mills (NYSE: INM) completed its acquisition of Hill.\n"
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", news + STATEMENT)))
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", news + NEWS + STATEMENT)))
