"""What is an earnings release, and what only looks like one."""

import pytest

from pipeline.filing import open_filing
from pipeline.filing.release import find_income_tables

STATEMENT = """
                          INVENTED MILLS, INC.
                CONSOLIDATED STATEMENTS OF OPERATIONS
                  Three Months Ended June 30,
                              2003          2002
                         ----------    ----------
Net sales                $   12,636    $    6,619
Cost of goods sold            6,510         3,812
                         ----------    ----------
Gross profit                  6,126         2,807
Operating expenses            5,019         2,411
                         ----------    ----------
Income from operations        1,107           396
Income taxes                    343           122
                         ----------    ----------
Net income               $      764    $      274
Basic earnings per share $      .06    $      .02
"""
NEWS = "Invented Mills, Inc. today announced financial results for the second quarter ended June 30, 2003.\n"
PLACES = ("Atlantic", "Pacific", "Northern", "Southern", "Alpine", "Coastal", "Island", "Desert", "Harbor", "Valley")
COVER = """SECURITIES AND EXCHANGE COMMISSION
FORM 8-K
Date of Report (Date of earliest event reported): {day}
INVENTED MILLS, INC.
(Exact name of registrant as specified in its charter)
{items}
"""


def report(items: str, day: str = "July 23, 2003") -> str:
    return COVER.format(day=day, items=items)


def submission(report_text: str, *exhibits: tuple[str, str]) -> bytes:
    parts = [("8-K", report_text), *exhibits]
    blocks = "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n" for kind, text in parts)
    return f"<SEC-HEADER>\nACCESSION NUMBER: 0009999902-03-000001\n</SEC-HEADER>\n{blocks}".encode()


def is_release(data: bytes) -> bool:
    return open_filing(data, "x.txt").filing.is_earnings_release


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
    ],
    ids=[
        "dateline", "dateline-ends", "masthead", "ticker", "letter", "members", "partners", "no-year", "wire",
        "three-dashes", "day-in-brackets", "press-release", "hour", "points", "message", "rose",
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
    ],
    ids=["holders", "column", "release-named"],
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


def test_the_tables_may_be_an_exhibit_of_their_own() -> None:
    assert is_release(submission(report("Item 9. Regulation FD Disclosure"), ("EX-99.1", NEWS), ("EX-99.2", STATEMENT)))


def test_the_year_may_be_named_without_its_end() -> None:
    news = "Invented Mills, Inc. announces 2003 results, a net income of $764,000 for the year 2003.\n"
    assert is_release((news + STATEMENT).encode())


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
        submission(report("Item 5. Other Events"), ("EX-99", "We appointed a director. He ran mills.\n")),
    ],
    ids=[
        "item-12-empty", "prose-only", "preliminary-sales", "acquired-business", "audited", "audited-by",
        "news-of-an-acquisition", "pro-forma", "restatement",
        "transcript", "presentation", "projection", "10-Q", "contract", "annual-report", "director",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_release(data: bytes) -> None:
    assert not is_release(data)


def test_the_evidence_is_said_in_words() -> None:
    reasons = open_filing(
        (report("Item 9. Regulation FD Disclosure") + NEWS + STATEMENT).encode(), "x"
    ).filing.release_reasons
    assert reasons[0] == "items 9"
    assert "prints a statement of income" in reasons[-1]


def test_a_report_to_shareholders_is_a_release() -> None:
    letter = "SECOND QUARTER REPORT\n\nCash flow of the second quarter of 2003 was twice that of the year before.\n"
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", letter + STATEMENT)))


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


@pytest.mark.parametrize("places", [(), PLACES], ids=["short", "long"])
def test_a_pro_forma_statement_above_the_reported_one_does_not_speak_for_it(places: tuple[str, ...]) -> None:
    pro_forma = STATEMENT.replace("CONSOLIDATED", "PRO FORMA CONSOLIDATED")
    pro_forma += "".join(f"Sales in the {place} States          1,204           641\n" for place in places)
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", NEWS + pro_forma + STATEMENT)))


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
OFFERING = "This offering memorandum uses the quarterly results announced on July 23, 2003.\n"
RECAST = "Quarterly results, recast\n\nThe quarters of 2002 follow the new standard.\n"
IN_POSSESSION = "Invented Mills, Inc.\n(Debtor-in-Possession)\n\n   Month Ended          Six Months Ended\n"


@pytest.mark.parametrize(
    "text",
    [
        NEWS + EXPECTED.format(heads="2004          2003", sales="$84 - $90", profit="$5 - 6", share="$.40 to $.45"),
        NEWS + EXPECTED.format(heads="2004", sales="84\tto\t90", profit="5\tto\t$6", share=".40\tto\t.45"),
        NEWS + EXPECTED.format(heads=" Low          High", sales="84       90", profit="5      6", share=".40   .45"),
        NEWS + ADJUSTED,
        RECAST + STATEMENT,
        OFFERING + STATEMENT,
        "Second Quarter Earnings Call\nJuly 23, 2003\n" + NEWS + STATEMENT,
        IN_POSSESSION + NEWS + STATEMENT,
    ],
    ids=[
        "ranges",
        "ranges-in-cells",
        "low-and-high",
        "reconciliation",
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
    "headline",
    [
        "Quarterly Earnings Summary",
        "Quarterly Financial Highlights",
        "Mills' Third-Quarter Net Rises 23 Percent",
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


def test_a_change_to_the_right_of_an_amount_is_no_range() -> None:
    changes = "".join(f"{label:30} 1,210  1,340 -9.70%\n" for label in ("Net sales", "Gross profit", "Net income"))
    assert find_income_tables(changes)


def test_news_of_a_deal_may_print_the_figures_of_another_business() -> None:
    news = "MILLTOWN, July 22, 2003 -- Invented Mills (NYSE: INM) completed its acquisition of Hill.\n"
    assert not is_release(submission(report("Item 5. Other Events"), ("EX-99", news + STATEMENT)))
    assert is_release(submission(report("Item 5. Other Events"), ("EX-99", news + NEWS + STATEMENT)))


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
