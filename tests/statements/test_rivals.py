"""Of statements of the same periods that say otherwise, the company's own as reported stays."""

import pytest

from tests.statements.test_cases import read

PLAIN = ["Consolidated Statements of Income"]


def printed(title: list[str], net_income: str, heads: str = "") -> str:
    return "\n".join(
        [
            *(f"                {line}" for line in ["KESTREL PAPER COMPANY", *title, "(in thousands)"]),
            "",
            f"                                     {heads}",
            "                                       2010      2009",
            "                                     --------  --------",
            "Net sales                            $ 3,110   $ 3,007",
            "Cost of sales                          2,440     2,212",
            "Interest expense                          90        92",
            "Income taxes                             130       170",
            f"Net income                           $   {net_income}",
            "",
            "",
        ]
    )


@pytest.mark.parametrize("is_below", [True, False])
@pytest.mark.parametrize(
    "title",
    [
        ["Normalized Consolidated Statements of Income"],
        ["Consolidated Statements of Income - Ongoing Operations"],
        ["Consolidated Statements of Income", "(Operating Basis)"],
        ["Combined Statements of Income"],
        ["Managed Consolidated Statements of Income"],
    ],
    ids=lambda title: title[-1],
)
def test_a_statement_titled_as_another_and_more_yields(title: list[str], *, is_below: bool) -> None:
    heads = "Three Months Ended June 30,"
    own, other = printed(PLAIN, "240       330", heads), printed(title, "265       345", heads)
    statements = read(own + other if is_below else other + own)
    assert [table.is_primary for table in statements.tables] == [is_below, not is_below]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ([*PLAIN, "Fourth Quarter"], [*PLAIN, "Full Year"]),
        (["Statements of Income"], ["Annual Statements of Income"]),
        (["Statements of Income", "Fourth Quarter"], [*PLAIN, "Full Year"]),
        (["Statements of Income", "3rd Qtr"], [*PLAIN, "YTD"]),
        ([*PLAIN, "(in millions, except tons of paper)"], PLAIN),
        (["Statements of Income", "(Second Quarter)"], [*PLAIN, "(Six Months)"]),
        ([*PLAIN, "(Euro)"], [*PLAIN, "(U.S. dollars)"]),
        ([*PLAIN, "(IFRS)"], [*PLAIN, "(U.S. GAAP)"]),
        ([*PLAIN, "in accordance with U.S. GAAP"], [*PLAIN, "Canadian GAAP"]),
        ([*PLAIN, "(Swiss francs)"], [*PLAIN, "(U.S. dollars)"]),
        ([*PLAIN, "(Revised)"], PLAIN),
        ([*PLAIN, "(Preliminary)"], [*PLAIN, "(Final)"]),
        ([*PLAIN, "Fourth Quarter", "(excluding the acquired mills)"], [*PLAIN, "Full Year"]),
        ([*PLAIN, "Fourth Quarter", "(modified cash basis)"], [*PLAIN, "Full Year"]),
        ([*PLAIN, "(As Previously Reported)"], [*PLAIN, "(As Restated)"]),
        ([*PLAIN, "Third Quarter"], [*PLAIN, "Year to Date"]),
        (PLAIN, ["Consolidated Statements of Income (Cont'd)"]),
    ],
    ids=lambda title: title[-1],
)
def test_statements_of_other_periods_or_money_stay(title: list[str], other: list[str]) -> None:
    statements = read(printed(title, "240       330") + printed(other, "265       345"))
    assert [table.is_primary for table in statements.tables] == [True, True]


def test_a_part_yields_to_the_consolidated_one_whatever_their_names() -> None:
    heads = "Three Months Ended June 30,"
    group = printed(["Statements of Income"], "265       345", heads).replace("KESTREL PAPER", "PELICAN BOARD")
    statements = read(group + printed(PLAIN, "240       330", heads))
    assert [table.is_primary for table in statements.tables] == [False, True]


def test_a_part_with_one_figure_of_the_whole_is_a_part() -> None:
    heads = "Three Months Ended June 30,"
    whole, part = (printed(title, "240       330", heads) for title in (PLAIN, ["Statements of Income"]))
    whole = whole.replace("Net income  ", "Earnings    ")
    part = part.replace("Net income  ", "Group income").replace("3,110", "1,710").replace("2,440", "1,640")
    part = part.replace("3,007", "1,607").replace("2,212", "1,412").replace("130       170", " 30        60")
    assert [table.is_primary for table in read(whole + part).tables] == [True, False]


def test_parts_beside_the_whole_do_not_yield_to_a_part_of_its_own() -> None:
    whole = """                   DRAPER IMPLEMENT COMPANY
              STATEMENT OF CONSOLIDATED INCOME

                           Consolidated    Equipment      Financial
                                           Operations     Services
                           ------------    ----------     ---------
                             Three Months Ended June 30, 2010
                           ----------------------------------------
Net sales                    $  4,531      $   4,531      $     -
Interest expense                  279             42          246
Income taxes                      178            106           72
Net income                   $    365      $     255      $   142

"""
    credit = printed(["Statements of Income"], "142       128", "Three Months Ended June 30,")
    assert read(whole + credit).tables[0].is_primary


@pytest.mark.parametrize("heads", [("Retail", "Finance", "Total"), ("Amount", "% of Total", "Amount")])
def test_parts_of_another_period_do_not_yield(heads: tuple[str, str, str]) -> None:
    quarter = f"""                        KESTREL PAPER COMPANY
                   Consolidated Statements of Income

                                   Three Months Ended June 30, 2010
                                  --------------------------------
                                  {heads[0]:>7}  {heads[1]:>11}  {heads[2]:>8}
                                  -------  -----------  --------
Net sales                         $ 3,110      $   470   $ 3,580
Cost of sales                       2,440          200     2,640
Income taxes                          130           80       210
Net income                        $   240      $    90   $   330

"""
    year = printed(PLAIN, "965       945", "Six Months Ended June 30,")
    assert [table.is_primary for table in read(quarter + year).tables] == [True, True]


def test_shares_in_common_do_not_make_columns_of_adjustments_yield() -> None:
    adjusted = """                        KESTREL PAPER COMPANY
                   Consolidated Statements of Income

                                   Three Months Ended June 30, 2010
                                  --------------------------------
                                   Actual    Pro Forma
                                  -------   -----------
Net sales                         $ 1,610     $ 1,610
Cost of sales                       1,240       1,215
Income taxes                           70          75
Net income for common shares      $   140     $   160
Dividends per common share        $   .05     $   .05

"""
    year = printed(PLAIN, "965       945", "Six Months Ended June 30,")
    year = (
        year.replace("Net income  ", "Net income for common shares ")
        + "Dividends per common share           $   .05   $   .05\n"
    )
    assert [table.is_primary for table in read(adjusted + year).tables] == [True, True]


def test_columns_of_adjustments_yield_to_the_statement_without_them() -> None:
    adjusted = """                        KESTREL PAPER COMPANY
   Consolidated Statements of Income and Reconciliation to Non-GAAP

                                   GAAP     Adjustments   Non-GAAP
                                  -------   -----------   --------
                                   Three Months Ended June 30, 2010
                                  --------------------------------
Net sales                         $ 3,110   $       -     $ 3,110
Cost of sales                       2,440         (25)      2,415
Income taxes                          130           5         135
Net income                        $   240   $      20     $   260

"""
    own = printed(PLAIN, "240       330", "Three Months Ended June 30,")
    assert [table.is_primary for table in read(own + adjusted).tables] == [True, False]
    assert [table.is_primary for table in read(adjusted).tables] == [True]


@pytest.mark.parametrize(
    "title",
    [
        "Consolidated Statements of Income and Segment Data",
        "Consolidated Statements of Income and Reconciliation of EBITDA",
        "Statements of Operations with Supplemental Pro Forma Information",
    ],
)
def test_what_a_title_says_behind_the_statement_is_below_it(title: str) -> None:
    assert [table.is_primary for table in read(printed([title], "240       330")).tables] == [True]


@pytest.mark.parametrize(
    ("below", "is_other"),
    [
        ("KESTREL PAPER COMPANY AND SUBSIDIARIES", False),
        ("KESTREL PAPER CO.", False),
        ("KESTREL PAPER CO. ANNOUNCES RECORD YEAR", False),
        ("Prepared by the Company", False),
        ("KESTREL PAPER, L.P.", True),
        ("KESTREL MILLS COOPERATIVE", True),
        ("KESTREL PAPER HOLDINGS", True),
    ],
)
def test_a_company_is_told_by_its_name_whatever_its_form(below: str, *, is_other: bool) -> None:
    heads = "Three Months Ended June 30,"
    other = printed(PLAIN, "265       345", heads).replace("KESTREL PAPER COMPANY", below)
    statements = read(printed(PLAIN, "240       330", heads) + other)
    assert [table.is_primary for table in statements.tables] == [True, not is_other]


@pytest.mark.parametrize("quarters", [("2Q05", "1Q05"), ("Q2'05", "Q1'05"), ("2Q 2005", "1Q 2005")])
def test_quarters_in_short_name_the_periods_that_an_adjusted_statement_shares(quarters: tuple[str, str]) -> None:
    heads = "                                     {:>8}  {:>8}".format(*quarters)
    years = "                                       2010      2009"
    own, adjusted = printed(PLAIN, "240       330"), printed(["Adjusted Statements of Income"], "265       345")
    statements = read((own + adjusted).replace(years, heads))
    assert [table.is_primary for table in statements.tables] == [True, False]


@pytest.mark.parametrize(
    "heads",
    [
        ("As Reported", "Impact of Adoption", "As Adjusted"),
        ("As Previously Reported", "Reclassified", "As Recast, restated"),
        ("As Reported", "Adjustments", "As Restated"),
    ],
)
def test_columns_from_former_figures_to_corrected_ones_are_no_statement_beside_one(heads: tuple[str, str, str]) -> None:
    rows = [("Net sales", 3000, 7), ("Cost of sales", 2200, 9), ("Income taxes", 170, -1), ("Net income", 330, -6)]
    columns = "".join(f"{head:>24}" for head in heads)
    lines = [f"{label:24}{before:>24,}{change:>24}{before + change:>24,}" for label, before, change in rows]
    below = "\n".join(
        ["CONSOLIDATED STATEMENT OF INCOME", "Year Ended December 31, 2009", "", f"{'':24}{columns}", *lines]
    )
    own = printed(PLAIN, "240       336", "Three Months Ended June 30,")
    assert [table.is_primary for table in read(own + below).tables] == [True, False]
    assert [table.is_primary for table in read(below).tables] == [True]


@pytest.mark.parametrize(
    ("title", "is_part"),
    [
        (["HOUSING OPERATIONS", "Statements of Income"], True),
        (["Consolidated Statements of Income, continued"], False),
    ],
    ids=["part", "page"],
)
def test_a_part_may_end_before_the_net_income_of_the_whole(title: list[str], *, is_part: bool) -> None:
    heads = "Three Months Ended June 30,"
    part = printed(title, "240       330", heads).replace("Net sales       ", "Housing revenues")
    part = part.replace("Income taxes  ", "Pretax income ").replace("Net income  ", "Gross profit")
    statements = read(printed(PLAIN, "240       330", heads) + part)
    assert [table.is_primary for table in statements.tables] == [True, not is_part]


def test_a_partner_is_told_apart_whichever_way_its_month_is_written() -> None:
    heads = "Three Months Ended September 30,"
    other = printed(["Statement of Income"], "265       345", heads.replace("September", "Sept."))
    statements = read(printed(PLAIN, "240       330", heads) + other.replace("PAPER COMPANY", "TIMBERLANDS, L.P."))
    assert [table.is_primary for table in statements.tables] == [True, False]


@pytest.mark.parametrize(
    ("title", "stays"),
    [
        ("Statements of Operations", True),
        ("Mills - Statements of Operations", False),
        ("Mills - Statements of Operating Income", False),
    ],
)
def test_a_part_that_ends_before_net_income_yields_to_the_plain_statement(title: str, *, stays: bool) -> None:
    heads = "Three Months Ended June 30,"
    own = printed(["Statements of Operations"], "240       330", heads)
    part = (
        printed([title], "180       210", heads)
        .replace("Net income  ", "Core result ")
        .replace("Net sales ", "Mill sales")
    )
    assert [table.is_primary for table in read(own + part).tables] == [True, stays]


def test_a_statement_below_a_table_of_results_may_come_to_net_income_in_other_words() -> None:
    heads = "Three Months Ended June 30,"
    results = printed(["Statements of Operations"], "240       330", heads)
    own = printed(["Statements of Operations and Retained Earnings"], "240       330", heads)
    own = own.replace("Net sales ", "Mill sales").replace("Net income             ", "Net income attributable")
    assert [table.is_primary for table in read(results + own).tables] == [True, True]


def test_an_adjusted_statement_of_two_spans_yields_to_statements_of_one_each() -> None:
    spans = [f"{months} Months Ended June 30," for months in ("Three", "Six")]
    quarter, half = printed(PLAIN, "240       330", spans[0]), printed(PLAIN, "965       945", spans[1])
    adjusted = printed(["Adjusted Consolidated Statements of Income"], "265       345", "    ".join(spans))
    lines = adjusted.split("\n")
    adjusted = "\n".join(f"{line:56}{line[37:]}" if line[37:].strip()[-1:].isdigit() else line for line in lines)
    assert [table.is_primary for table in read(quarter + half + adjusted).tables] == [True, True, False]


def test_highlights_yield_to_what_comes_to_the_same_result_alone() -> None:
    fuller = [
        "Below they are in full:",
        "",
        "                                       Three Months Ended June 30,",
        "                                       2010      2009",
        "Net sales                            $ 3,110   $ 3,007",
        "Cost of sales                          2,440     2,212",
        "Gross profit                             670       795",
        "Selling, general and administrative      200       200",
        "Operating income                         470       595",
        "Interest expense                          90        92",
        "Income taxes                             130       170",
        "Net income                           $   {net_income}",
    ]
    short = printed([], "240       330", "Three Months Ended June 30,")
    same, adjusted = ("\n".join(fuller).format(net_income=figures) for figures in ("240       330", "250       333"))
    assert [table.is_primary for table in read(short + same).tables] == [False, True]
    assert read(short + adjusted).tables[0].is_primary
