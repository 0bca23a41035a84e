"""The filings of the small warehouse of test_models: one true, the others invented, each for a rule."""

from datetime import date

from pipeline.records import Filer
from tests.dbt_project.small_warehouse import DATES, STATEMENTS, Period, Records
from tests.dbt_project.totals_without_words import fill_totals_without_words

FILES = sorted(STATEMENTS.glob("*.txt"))
PTIX = "0001003950-03-000013"  # Performance Technologies, July 2003: public figures, in thousands here
SIX_MONTHS = (
    Period(date(2003, 6, 30), 3),
    Period(date(2002, 6, 30), 3),
    Period(date(2003, 6, 30), 6),
    Period(date(2002, 6, 30), 6),
)
TWO_YEARS = (Period(date(2003, 12, 31), 12), Period(date(2002, 12, 31), 12))

Rows = list[tuple[str | None, str, str, list[str | int | None]]]  # section, label, unit, values by column


def fill(records: Records) -> None:
    """The filings, and the invented statements of FILES."""
    for file in FILES:
        records.statement_file(file)
    records.filing(PTIX, "PERFORMANCE TECHNOLOGIES INC /DE/", cik=1003950, filed_on=date(2003, 7, 25))
    income: Rows = [
        (None, "Sales", "USD", [12636, 6619, 23675, 13026]),
        (None, "Cost of goods sold", "USD", [6510, 2676, 12546, 5328]),
        (None, "Gross profit", "USD", [6126, 3943, 11129, 7698]),
        (None, "Restructuring charge", "USD", [None, None, None, 163]),
        (
            None,
            "Income before income taxes and equity in loss of unconsolidated company",
            "USD",
            [1137, 589, 2138, 1063],
        ),
        (None, "Income tax provision", "USD", [352, 182, 663, 330]),
        (None, "Net income", "USD", [704, 407, 961, 800]),
    ]
    records.table(PTIX, 1, "income", SIX_MONTHS, income)
    records.table(
        PTIX,
        2,
        "balance",
        DATES,
        [
            ("Current assets", "Total current assets", "USD", [39407, 37745]),
            (None, "Total assets", "USD", [46631, 45253]),
            ("Current liabilities", "Total current liabilities", "USD", [6195, 5641]),
        ],
    )
    records.table(
        PTIX, 3, "income", SIX_MONTHS[:1], [(None, "Net revenue of a table not primary", "USD", [1])], is_primary=False
    )
    records.guidance(PTIX)
    records.filing("no-cik", "Performance Technologies, Inc.")
    records.filing("by-former-name", "Example Systems Corp")
    records.filing("renamed", "Example Holdings plc", cik=9999999999, former_names=("EXAMPLE SYSTEMS CORPORATION",))
    records.add(Filer("renamed", 2, 9999999990, "Joining Power Co", None, None, None, "DE", "1231", ()))
    records.filing("nobody", None)
    records.filing("taxes", "Sign Reversed Co")
    records.table(
        "taxes",
        1,
        "income",
        SIX_MONTHS[:2],
        [
            (None, "Revenues", "USD", [1000, 0]),
            (None, "Income before income taxes", "USD", [100, -50]),
            (None, "Income tax (expense) benefit", "USD", [-40, 10]),
            (None, "Net income (loss)", "USD", [60, -40]),
        ],
    )
    records.filing("printed-twice", "Twice Told Inc")
    quarter, year = Period(date(2003, 12, 31), 3), Period(date(2003, 12, 31), 12)
    for table_no, period, revenue in ((1, quarter, 100), (2, year, 400), (3, quarter, 100)):
        records.table(
            "printed-twice",
            table_no,
            "income",
            [period],
            [
                ("Revenues", "Product", "USD", [revenue - 10]),
                ("Revenues", "Service", "USD", [10]),
                (None, "", "USD", [revenue]),
                (None, "Net income" if table_no == 1 else "Net income (loss)", "USD", [revenue // 10]),
            ],
        )
    records.filing("two-sides", "Sides Without Names Inc")
    records.table("two-sides", 1, "balance", DATES[:1], [("Assets", "Cash", "USD", [900]), (None, "", "USD", [900])])
    records.table(
        "two-sides",
        2,
        "balance",
        DATES[:1],
        [
            ("Current liabilities", "Accounts payable", "USD", [300]),
            ("Current liabilities", "", "USD", [300]),
            ("Stockholders' equity", "Common stock", "USD", [600]),
            ("Stockholders' equity", "", "USD", [600]),
            (None, "", "USD", [900]),
        ],
    )
    equity = "Shareholders' equity"
    _balance(
        records,
        "two-totals",
        "Twice Added Inc",
        [
            (None, "Total liabilities", "USD", [500]),
            (equity, "Common shares", "USD", [350]),
            (equity, "", "USD", [350]),
            (equity, "Other reserves", "USD", [50]),
            (equity, "", "USD", [400]),
        ],
    )
    _balance(
        records,
        "two-sums",
        "Added Apart Inc",
        [
            ("Current liabilities", "Accounts payable", "USD", [150]),
            ("Current liabilities", "", "USD", [150]),
            ("Current liabilities", "Long-term debt", "USD", [300]),
            ("Current liabilities", "Future income taxes", "USD", [50]),
            ("Current liabilities", "", "USD", [350]),
            (equity, "Common shares", "USD", [400]),
        ],
    )
    _balance(
        records,
        "less-treasury",
        "Bought Back Inc",
        [
            (None, "Total liabilities", "USD", [500]),
            (equity, "Common shares", "USD", [450]),
            (equity, "", "USD", [450]),
            (equity, "Less treasury shares, at cost", "USD", [50]),
            (equity, "", "USD", [400]),
        ],
    )
    _balance(
        records,
        "less-treasury-twice-added",
        "Bought Back Later Inc",
        [
            (None, "Total liabilities", "USD", [500]),
            (equity, "Common shares", "USD", [350]),
            (equity, "", "USD", [350]),
            (equity, "Retained earnings", "USD", [100]),
            (equity, "", "USD", [450]),
            (equity, "Less treasury shares, at cost", "USD", [50]),
            (equity, "", "USD", [400]),
        ],
    )
    _balance(
        records,
        "owners-apart",
        "Owned By Others Inc",
        [
            (None, "Total liabilities", "USD", [500]),
            (equity, "Common shares", "USD", [380]),
            (equity, "Equity attributable to owners of the parent", "USD", [380]),
            (None, "Non-controlling interest", "USD", [20]),
            (None, "", "USD", [400]),
        ],
    )
    _property_in_parts(records)
    _interest(records)
    fill_totals_without_words(records)
    records.filing("sums-first", "Added First Inc")
    sales: Rows = [
        (None, "Net sales", "USD", [900]),
        (None, "Service charges and other income", "USD", [100]),
        (None, "", "USD", [1000]),
        (None, "Advertising, selling, administrative and general expenses", "USD", [700]),
        (None, "Income on and equity in losses of joint ventures", "USD", [10]),
        (None, "Net income", "USD", [310]),
    ]
    records.table("sums-first", 1, "income", SIX_MONTHS[:1], sales)
    records.filing("sums-of-sums", "Added Twice Inc")
    premiums: Rows = [
        ("Premiums earned", "Property", "USD", [300]),
        ("Premiums earned", "Lives", "USD", [20]),
        ("Premiums earned", "Total premiums earned", "USD", [320]),
        (None, "Investment income", "USD", [45]),
        (None, "Realized gains on investments", "USD", [5]),
        (None, "", "USD", [370]),
        (None, "Losses and policyholder benefits", "USD", [340]),
        (None, "Net income", "USD", [30]),
    ]
    records.table("sums-of-sums", 1, "income", SIX_MONTHS[:1], premiums)
    records.filing("costs-first", "Taken Off Inc")
    margin: Rows = [
        (None, "Net sales", "USD", [1000]),
        (None, "Cost of sales", "USD", [-600]),
        (None, "", "USD", [400]),
        (None, "Net income", "USD", [310]),
    ]
    records.table("costs-first", 1, "income", SIX_MONTHS[:1], margin)
    records.filing("allowances-off", "Rooms And Tables Inc")
    resort: Rows = [
        ("Revenues", "Rooms", "USD", [600]),
        ("Revenues", "Tables", "USD", [400]),
        ("Revenues", "", "USD", [1000]),
        ("Revenues", "Less: promotional allowances", "USD", [-100]),
        ("Revenues", "", "USD", [900]),
        (None, "Wages", "USD", [500]),
        (None, "Food", "USD", [100]),
        (None, "", "USD", [600]),
        (None, "Operating income", "USD", [300]),
        (None, "Net income", "USD", [310]),
    ]
    records.table("allowances-off", 1, "income", SIX_MONTHS[:1], resort)
    records.filing("allowances-off-named", "Named Rooms Inc")
    named: Rows = [*resort[:4], ("Revenues", "Net revenues", "USD", [900]), *resort[5:]]
    records.table("allowances-off-named", 1, "income", SIX_MONTHS[:1], named)
    records.filing("allowances-off-total", "Totalled Rooms Inc")
    totalled: Rows = [*named[:2], ("Revenues", "Total revenues", "USD", [1000]), *named[3:]]
    records.table("allowances-off-total", 1, "income", SIX_MONTHS[:1], totalled)
    records.filing("years-below", "Told Downwards Inc")
    labels = ("Collaboration and grant revenue", "Research and development", "Net loss")
    this_year: Rows = [(None, label, "USD", [100, None]) for label in labels]
    last_year: Rows = [(None, label, "USD", [None, 80]) for label in labels]
    records.table("years-below", 1, "income", SIX_MONTHS[:2], [*this_year, *last_year])
    for filing_id, label, last in (
        ("other-adds-up", "Net other income (expense)", -20),
        ("other-apart", "Net other income (expense)", 5),
        ("other-of-finance", "Net financial expenses", -20),
    ):
        records.filing(filing_id, f"Told As {filing_id} Inc")
        others: Rows = [
            (None, "Operating income", "USD", [100]),
            (None, "Interest income", "USD", [10]),
            (None, "Interest expense", "USD", [-30]),
            (None, label, "USD", [last]),
            (None, "Income before income taxes", "USD", [80 if last < 0 else 85]),
            (None, "Net income", "USD", [60]),
        ]
        records.table(filing_id, 1, "income", SIX_MONTHS[:1], others)
    for filing_id, company, total in (("before-tax", "Taxed Below Inc", 75), ("beside-tax", "Summed Beside Inc", -25)):
        records.filing(filing_id, company)
        untold: Rows = [
            (None, "Operating income", "USD", [100]),
            (None, "Interest expense", "USD", [-30]),
            (None, "Other, net", "USD", [5]),
            (None, "", "USD", [total]),
            (None, "Income tax (provision) benefit", "USD", [-15]),
            (None, "Net income", "USD", [60]),
        ]
        records.table(filing_id, 1, "income", SIX_MONTHS[:1], untold)
    records.filing("cash-of-two-years", "Counted Daily Inc")
    cash: Rows = [
        (None, "Net increase in cash", "USD", [5, 2]),
        (None, "Cash, beginning of year", "USD", [12, 10]),
        (None, "Cash, end of year", "USD", [17, 12]),
    ]
    records.table("cash-of-two-years", 1, "cash_flow", TWO_YEARS, cash)


def _property_in_parts(records: Records) -> None:
    """Net property without a label, and once more with what is added to it."""
    records.filing("property-in-parts", "Rides And Rails Inc")
    parks = "Parks and other property, at cost"
    lines: Rows = [
        (None, "Total current assets", "USD", [100]),
        (parks, "Buildings and equipment", "USD", [600]),
        (parks, "Accumulated depreciation", "USD", [-200]),
        (parks, "", "USD", [400]),
        (parks, "Projects in progress", "USD", [50]),
        (parks, "Land", "USD", [50]),
        (parks, "", "USD", [500]),
        (None, "Goodwill", "USD", [300]),
        (None, "", "USD", [900]),
        (None, "Total current liabilities", "USD", [600]),
        (None, "Retained earnings", "USD", [300]),
        (None, "", "USD", [900]),
    ]
    records.table("property-in-parts", 1, "balance", DATES[:1], lines)


def _interest(records: Records) -> None:
    """What is net is the balance of costs and income, or costs less what was capitalized of them."""
    costs = "Interest and financing costs"
    of_both: Rows = [
        (None, costs, "USD", [100]),
        (None, "Interest income", "USD", [20]),
        (None, costs + ", net", "USD", [80]),
    ]
    of_costs: Rows = [
        (None, "Interest income", "USD", [20]),
        (None, costs, "USD", [100]),
        (None, "Interest capitalized", "USD", [5]),
        (None, costs + ", net", "USD", [95]),
    ]
    first: Rows = [(None, "Revenues", "USD", [900])]
    last: Rows = [(None, "Net income", "USD", [300])]
    for filing_id, interest in [("interest-of-both", of_both), ("interest-of-costs", of_costs)]:
        records.filing(filing_id, f"{filing_id} Inc")
        records.table(filing_id, 1, "income", SIX_MONTHS[:1], [*first, *interest, *last])


def _balance(records: Records, filing_id: str, company: str, rows: Rows) -> None:
    """A balance sheet of one day that comes to 900."""
    assets: Rows = [(None, "Total assets", "USD", [900])]
    total: Rows = [(None, "Total liabilities and shareholders' equity", "USD", [900])]
    records.filing(filing_id, company)
    records.table(filing_id, 1, "balance", DATES[:1], [*assets, *rows, *total])
