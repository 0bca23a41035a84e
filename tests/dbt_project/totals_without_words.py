"""Statements of which totals are printed without words."""

from tests.dbt_project.small_warehouse import DATES, QUARTERS, Records

_EQUITY = "Shareholders' equity"
_PARTNERS = "Minority interest"
_ASSETS = "ASSETS"
_CLAIMS = "LIABILITIES AND SHAREHOLDERS' EQUITY"
_BY_KIND: list[tuple[str | None, str, int]] = [
    (None, "Total assets", 900),
    (None, "Total liabilities", 480),
    (_PARTNERS, "Minority interest - unit holders", 5),
    (_PARTNERS, "Minority interest - real estate partnerships", 15),
    (_PARTNERS, "", 20),
    (_EQUITY, "Common shares", 400),
    (_EQUITY, "Total liabilities and shareholders' equity", 900),
]
_OF_A_SIDE: list[tuple[str | None, str, int]] = [
    (_ASSETS, "Cash", 100),
    (_ASSETS, "Accounts receivable", 200),
    (_ASSETS, "", 300),
    (_ASSETS, "Plant and equipment, net", 500),
    (_ASSETS, "Other assets", 100),
    (_ASSETS, "", 900),
    (_CLAIMS, "Accounts payable", 150),
    (_CLAIMS, "Accrued expenses", 50),
    (_CLAIMS, "", 200),
    (_CLAIMS, "Long-term debt", 300),
    (_CLAIMS, "Shareholders' equity", 400),
    (_CLAIMS, "", 900),
]
_ALL_CLAIMS: list[tuple[str | None, str, int]] = [
    (_ASSETS, "Total assets", 900),
    (_CLAIMS, "Noninterest bearing deposits", 200),
    (_CLAIMS, "Interest bearing deposits", 300),
    (_CLAIMS, "", 500),
    (_CLAIMS, "Long-term borrowings", 100),
    (_CLAIMS, "Shareholders' equity", 300),
    (_CLAIMS, "Total liabilities and shareholders' equity", 900),
]
_DEFERRED_PAY: list[tuple[str | None, str, int]] = [
    (_ASSETS, "Total assets", 900),
    (_CLAIMS, "Accounts payable", 200),
    (_CLAIMS, "Long-term debt", 300),
    (_CLAIMS, "", 500),
    (_CLAIMS, "Deferred compensation", -50),
    (_CLAIMS, "Common stock", 450),
    (_CLAIMS, "Total liabilities and shareholders' equity", 900),
]
_UNTAXED: list[tuple[str | None, str, int]] = [
    (None, "Total revenues", 500),
    (None, "Real estate taxes", 40),
    (None, "Depreciation", 360),
    (None, "", 400),
    (None, "Income before gains and minority interest", 100),
    (None, "Net income", 100),
]
_TAXED_AMONG_EXPENSES: list[tuple[str | None, str, int]] = [
    ("OPERATING REVENUES", "Electric", 500),
    ("OPERATING EXPENSES", "Purchased power", 300),
    ("Taxes", "Income taxes", 40),
    ("Taxes", "Other than income", 10),
    ("Taxes", "", 350),
    (None, "OPERATING INCOME", 150),
    (None, "NET INCOME", 100),
]
_FRANCHISES_APART: list[tuple[str | None, str, int]] = [
    ("Revenues", "Company restaurants", 400),
    ("Franchised restaurants", "Fees", 50),
    ("Franchised restaurants", "Royalties", 100),
    ("Franchised restaurants", "", 550),
    ("Costs and expenses", "Food", 200),
    ("Costs and expenses", "Other", 100),
    ("Costs and expenses", "", 300),
    (None, "Income before income taxes", 250),
    (None, "Net income", 150),
]
_CAPITALIZED_LAST: list[tuple[str | None, str, int]] = [
    (None, "Operating income", 500),
    ("Other income (expense)", "Interest income", 30),
    ("Interest expense", "Interest costs", -90),
    ("Interest expense", "Less amount capitalized", 10),
    ("Interest expense", "", -50),
    (None, "Income before income taxes", 450),
    (None, "Net income", 300),
]
_IN_SERVICE: list[tuple[str | None, str, int]] = [
    ("Utility plant", "Plant in service", 700),
    ("Utility plant", "Less: accumulated provision for depreciation", 200),
    ("Utility plant", "", 500),
    ("Utility plant", "Construction work in progress", 100),
    ("Utility plant", "", 600),
    ("Current assets", "Cash", 300),
    (None, "Total assets", 900),
    ("Capitalization", "Long-term debt", 900),
    (None, "Total capitalization and liabilities", 900),
]
_UNSPENT: list[tuple[str | None, str, int]] = [
    (None, "Interest income", 100),
    (None, "Dividends", 50),
    (None, "", 150),
    (None, "Net income before realized gains", 150),
    (None, "Net income", 150),
]
_REST_OF_GROSS_PROFIT: list[tuple[str | None, str, int]] = [
    ("Income", "Net sales", 500),
    ("Income", "Other", 20),
    ("Income", "", 520),
    (None, "Cost of goods sold", 320),
    (None, "Gross profit", 200),
    ("Expenses", "Selling and administrative", 120),
    ("Expenses", "Research", 30),
    ("Expenses", "", 150),
    ("Expenses", "", 50),
    (None, "Interest income", 4),
    (None, "Interest expense", -14),
    (None, "Income before income taxes", 40),
    (None, "Income taxes", 10),
    (None, "Net income", 30),
]
_GOODS_AND_THEIR_WAY: list[tuple[str | None, str, int]] = [
    (None, "Net sales", 500),
    (None, "Cost of merchandise sold", 280),
    (None, "Warehouse and delivery", 20),
    (None, "Cost of sales", 300),
    (None, "Gross profit", 200),
    (None, "Selling and administrative", 160),
    (None, "Income before income taxes", 40),
    (None, "Income taxes", 10),
    (None, "Net income", 30),
]
_REVENUE_LESS_COST: list[tuple[str | None, str, int]] = [
    (None, "Net sales", 500),
    (None, "Cost of goods sold", 300),
    (None, "", 200),
    (None, "Selling, administrative and other expenses", 160),
    (None, "Income before income taxes", 40),
    (None, "Income taxes", 10),
    (None, "Net income", 30),
]
_REST_BELOW_INTEREST: list[tuple[str | None, str, int]] = [
    (None, "Net sales", 500),
    (None, "Cost of goods sold", 300),
    (None, "Gross profit", 200),
    (None, "Selling and administrative", 140),
    (None, "Interest", 20),
    (None, "", 40),
    (None, "Income taxes", 10),
    (None, "Net income", 30),
]
_COSTS_AND_EXPENSES: list[tuple[str | None, str, int]] = [
    (None, "Net sales", 500),
    (None, "Cost of sales and operating expenses", 450),
    (None, "", 50),
    (None, "Interest expense", 10),
    (None, "Income before income taxes", 40),
]
_HALF_OF_GROSS_PROFIT: list[tuple[str | None, str, int]] = [
    (None, "Net sales", 500),
    (None, "Cost of sales", 300),
    (None, "Gross profit", 200),
    ("Operating expenses", "Selling", 60),
    ("Operating expenses", "Administrative", 40),
    ("Operating expenses", "", 100),
    (None, "Income before income taxes", 100),
]
_SPECIAL_ITEMS: list[tuple[str | None, str, int]] = [
    (None, "Net sales", 500),
    (None, "Cost of sales", 300),
    (None, "Selling and administrative", 100),
    ("Special items", "Restructuring", 20),
    ("Special items", "Gain on sale", -5),
    ("Special items", "Other", 5),
    ("Special items", "", 80),
    (None, "Operating income", 80),
]


def fill_totals_without_words(records: Records) -> None:
    """Of what partners own by kind, of what is current below one heading a side, of plant in service and not; of income
    with other income in it, and what costs leave of revenue and of gross profit, before and below interest.

    Of costs where nothing is taxed or taxes are the last of them, of other income that ends with what interest costs.
    And such as are none of these: of deposits, of all liabilities, of income of which nothing is spent, what all costs
    leave of sales, costs that come to half of gross profit, what special items leave.
    """
    for filing_id, statement, periods, lines in (
        ("partners-by-kind", "balance", DATES[:1], _BY_KIND),
        ("one-heading-a-side", "balance", DATES[:1], _OF_A_SIDE),
        ("deposits-first", "balance", DATES[:1], _ALL_CLAIMS),
        ("pay-deferred-in-equity", "balance", DATES[:1], _DEFERRED_PAY),
        ("capitalized-last", "income", QUARTERS[:1], _CAPITALIZED_LAST),
        ("franchises-apart", "income", QUARTERS[:1], _FRANCHISES_APART),
        ("in-service", "balance", DATES[:1], _IN_SERVICE),
        ("taxed-among-expenses", "income", QUARTERS[:1], _TAXED_AMONG_EXPENSES),
        ("unspent", "income", QUARTERS[:1], _UNSPENT),
        ("untaxed", "income", QUARTERS[:1], _UNTAXED),
        ("rest-of-gross-profit", "income", QUARTERS[:1], _REST_OF_GROSS_PROFIT),
        ("revenue-less-cost", "income", QUARTERS[:1], _REVENUE_LESS_COST),
        ("goods-and-their-way", "income", QUARTERS[:1], _GOODS_AND_THEIR_WAY),
        ("rest-below-interest", "income", QUARTERS[:1], _REST_BELOW_INTEREST),
        ("costs-and-expenses", "income", QUARTERS[:1], _COSTS_AND_EXPENSES),
        ("half-of-gross-profit", "income", QUARTERS[:1], _HALF_OF_GROSS_PROFIT),
        ("special-items", "income", QUARTERS[:1], _SPECIAL_ITEMS),
    ):
        records.filing(filing_id, f"{filing_id} Inc")
        rows = [(section, label, "USD", [amount]) for section, label, amount in lines]
        records.table(filing_id, 1, statement, periods, rows)
