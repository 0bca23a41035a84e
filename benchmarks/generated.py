"""Filings by the thousand from invented figures, for load tests only: the same bytes for the same number and seed.

Registrants come by the thousand, each with ten years of quarters: filings 0 to 999 are the first quarter of the first
thousand, 1,000 to 1,999 their second, and so on. A registrant files fixed-width text or HTML, always in one layout.
Sizes and the share of earnings releases are those of the benchmark's filings.
"""

from __future__ import annotations

import gzip
import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from tests.samples.catalogue import Registrant, SampleFiling
from tests.samples.submission import Part, submission
from tests.statements.printing import Column, Layout, Row, in_html, in_text, month_before

REGISTRANTS = 1000
QUARTERS = 40
SHARE_OF_TEXT = 0.4

# Bytes of a filing at each tenth of the benchmark's filings, and the share of releases among them.
TEXT_SIZES = (3_800, 4_900, 6_300, 7_900, 11_600, 16_300, 22_800, 26_400, 28_400, 33_300, 82_000)
HTML_SIZES = (12_400, 74_700, 155_000, 235_000, 281_000, 363_000, 439_000, 474_000, 1_039_000, 1_341_000, 2_320_000)
SHARE_OF_RELEASES = {"text": 0.45, "html": 0.83}
BYTES_A_CELL = {"text": 200, "html": 1_000}

WORDS = [
    "Management believes that", "demand in our markets", "the results of the period", "reflects",
    "new customers in Europe", "the cost of materials", "remained level", "improved over last year",
    "and the Company continues to", "invest in research", "reduce its expenses", "across all segments",
    "as described in our reports", "there can be no assurance that", "orders from distributors",
    "were in line with our plans", "the timing of shipments", "in the second half", "our largest customers",
    "foreign currency", "had little effect on", "the effective tax rate",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Company:
    """An invented registrant: who it is, how it files, and the month in which its first quarter ends."""

    registrant: Registrant
    format: str  # text, html
    layout: Layout
    first_end: date


def company(number: int, seed: int) -> Company:
    """The registrant of that number."""
    rng = random.Random(f"company {seed} {number}")
    kind = "text" if rng.random() < SHARE_OF_TEXT else "html"
    first_year = rng.randint(1996, 1998) if kind == "text" else rng.randint(2003, 2013)
    habits = {field.name: rng.random() < 0.5 for field in fields(Layout) if field.type in (bool, "bool")}
    layout = Layout(
        **{
            **habits,
            "heads": rng.choice(["stacked", "in_line", "own"]),
            "beside": rng.choice(["", "", "share", "change"]),
            "width": rng.randint(19, 21),
            "by_weeks": False,
        }  # type: ignore[arg-type]
    )
    name = f"{rng.choice(['Invented', 'Fictional', 'Imaginary', 'Supposed'])} Works {number} Inc."
    registrant = Registrant(
        f"works_{number}", f"works-{number}", name, name.upper().rstrip("."), 9_000_000_000 + number,
        rng.choice(["3576", "3825", "6022", "2834", "5812"]), "SERVICES", f"99{number:07}", f"000-{number:06}", "DE",
        "Delaware", "1231", "1 Nowhere Road", "Akron", "44308", "3305550100", "", "",
    )  # fmt: skip
    return Company(registrant, kind, layout, month_before(date(first_year, 3, 31), 0))


def filing(number: int, seed: int = 2003) -> tuple[str, str]:
    """Path and content of the filing of that number."""
    cohort, within = divmod(number, REGISTRANTS * QUARTERS)
    quarter, of_cohort = divmod(within, REGISTRANTS)
    who = company(cohort * REGISTRANTS + of_cohort, seed)
    rng = random.Random(f"filing {seed} {number}")
    end = month_before(who.first_end, -3 * quarter)
    filed = end + timedelta(days=rng.randint(14, 45))
    sizes = TEXT_SIZES if who.format == "text" else HTML_SIZES
    at = rng.random() * (len(sizes) - 1)
    size = round(sizes[int(at)] + (at % 1) * (sizes[int(at) + 1] - sizes[int(at)]))
    is_release = rng.random() < SHARE_OF_RELEASES[who.format]
    entry = SampleFiling(
        f"{who.registrant.cik}-{filed:%y}-{number % 1_000_000:06}", who.registrant,
        "release" if is_release else "other", f"{end.year}Q{(end.month + 2) // 3}", "8-K",
        _items(filed, is_release), filed, filed, datetime(filed.year, filed.month, filed.day, 16, 5, number % 60), "",
    )  # fmt: skip
    page = _release(who, end, size, rng) if is_release else _report(who, filed, size, rng)
    part = Part("EX-99.1" if is_release else "8-K", "page.htm" if who.format == "html" else "page.txt", "PAGE", page)
    return f"{filed.year}/QTR{(filed.month + 2) // 3}/{entry.accession_number}.txt.gz", submission(entry, [part])


def write(folder: Path, numbers: range, seed: int = 2003) -> int:
    """Write filings into a folder as `make fetch` keeps them, packed, by year and quarter; bytes written."""
    written = 0
    for number in numbers:
        path, content = filing(number, seed)
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(gzip.compress(content.encode("ascii", "xmlcharrefreplace"), 6, mtime=0))
        written += file.stat().st_size
    return written


def _items(filed: date, is_release: bool) -> tuple[str, ...]:
    if not is_release:
        return ("5.02",)
    return ("12",) if filed < date(2004, 8, 23) else ("2.02", "9.01")


def _release(who: Company, end: date, size: int, rng: random.Random) -> str:
    """A press release of about `size` bytes: its story, three statements, and tables of segments for the rest."""
    year = [Column(end, 3), Column(month_before(end, 12), 3)]
    quarter = (end.month + 2) // 3
    to_date = [Column(end, 3 * quarter), Column(month_before(end, 12), 3 * quarter)]
    income = list(dict.fromkeys(year + to_date)) if who.layout.heads == "stacked" else year
    days = [Column(end, None), Column(month_before(end, 3 * quarter), None)]
    sales = [rng.randint(100_000, 9_999_999) for _ in income]
    statements = [
        ("CONSOLIDATED STATEMENTS OF OPERATIONS", income, _income(sales, rng)),
        ("CONSOLIDATED BALANCE SHEETS", days, _balance(rng)),
        ("CONSOLIDATED STATEMENTS OF CASH FLOWS", to_date, _cash_flow(rng)),
    ]
    cells = size // BYTES_A_CELL[who.format] - 90
    for number in range(max(0, cells // 40)):
        statements.append((f"SALES BY SEGMENT AND REGION {number + 1}", year, _segments(rng)))
    scale = "(In thousands, except per share data)"
    printer: Callable[..., str] = in_html if who.format == "html" else in_text
    tables = "\n".join(printer(title, scale, columns, rows, who.layout) for title, columns, rows in statements)
    name = who.registrant.name
    change = f"{'up' if sales[0] > sales[1] else 'down'} {abs(100 * (sales[0] - sales[1]) // sales[1])}%"
    next_sales = sales[0] / 1000 * 1.02
    story = [
        f"{name.upper()} REPORTS RESULTS FOR THE QUARTER",
        f"AKRON, Ohio -- {name} today announced its results for the quarter ended {end:%B} {end.day}, {end.year}. "
        f"Net sales were ${sales[0] / 1000:,.1f} million, {change} from ${sales[1] / 1000:,.1f} million a year before.",
        f"For the next quarter the Company expects revenue of ${next_sales:,.1f} million to "
        f"${next_sales * 1.03:,.1f} million.",
    ]
    return _page(who, story, tables, size, rng)


def _report(who: Company, filed: date, size: int, rng: random.Random) -> str:
    story = [
        "FORM 8-K CURRENT REPORT",
        f"Item 5.02. On {filed:%B} {filed.day}, {filed.year} a director of {who.registrant.name} resigned.",
    ]
    return _page(who, story, "", size if who.format == "text" else size // 20, rng)


def _page(who: Company, story: list[str], tables: str, size: int, rng: random.Random) -> str:
    """Story and tables, made up to the size: by prose, and in HTML by the styles that filing software repeats."""
    prose = (size - len(tables)) if who.format == "text" else min(size // 10, 30_000)
    for _ in range(max(0, prose // 600)):
        story.append(". ".join(" ".join(rng.choices(WORDS, k=5)) for _ in range(5)) + ".")
    if who.format == "text":
        return "\n\n".join(textwrap.fill(paragraph, 79) for paragraph in story) + "\n\n" + tables
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in story) + tables
    missing = (size - len(body)) // max(1, body.count("<td") + body.count("<p>"))
    style = ("padding:2px;font-family:Times New Roman;font-size:10pt;color:#000000;" * 40)[: max(0, missing - 9)]
    styled = body.replace("<td", f'<td style="{style}"').replace("<p>", f'<p style="{style}">') if style else body
    return f"<html><head><title>Exhibit</title></head>\n<body>{styled}</body></html>\n"


def _figures(rng: random.Random, count: int, low: int = 1_000, high: int = 9_999_999) -> list[int]:
    return [rng.randint(low, high) for _ in range(count)]


def _plus(*lines: list[int]) -> list[int]:
    return [sum(column) for column in zip(*lines, strict=True)]


def _less(start: list[int], *lines: list[int]) -> list[int]:
    return [value - sum(others) for value, *others in zip(start, *lines, strict=True)]


def _rows(lines: dict[str, list[int]], unit: str = "money") -> list[Row]:
    return [Row(label, unit, tuple(line)) for label, line in lines.items()]


def _income(sales: list[int], rng: random.Random) -> list[Row]:
    some = partial(_figures, rng, len(sales))
    cost, research, selling, interest, taxes = some(), some(1, 99_999), some(1, 99_999), some(1, 999), some(1, 9_999)
    shares = some(1_000, 999_999)
    gross = _less(sales, cost)
    operating = _less(gross, research, selling)
    pre_tax = _less(operating, interest)
    net = _less(pre_tax, taxes)
    lines = {
        "Net sales": sales, "Cost of sales": cost, "Gross profit": gross, "Research and development": research,
        "Selling, general and administrative": selling, "Operating income (loss)": operating,
        "Interest expense": interest, "Income (loss) before income taxes": pre_tax,
        "Provision for income taxes": taxes, "Net income (loss)": net,
    }  # fmt: skip
    cents = [round(100 * profit / number) for profit, number in zip(net, shares, strict=True)]
    return [
        *_rows(lines),
        *_rows({"Diluted net income (loss) per share": cents}, "per_share"),
        *_rows({"Diluted weighted average shares outstanding": shares}, "shares"),
    ]


def _balance(rng: random.Random) -> list[Row]:
    some = partial(_figures, rng, 2)
    cash, receivable, inventories, property_, payable, accrued, debt = (some() for _ in range(7))
    current, owed = _plus(cash, receivable, inventories), _plus(payable, accrued)
    assets, liabilities = _plus(current, property_), _plus(owed, debt)
    return _rows({
        "Cash and cash equivalents": cash, "Accounts receivable, net": receivable, "Inventories": inventories,
        "Total current assets": current, "Property and equipment, net": property_, "Total assets": assets,
        "Accounts payable": payable, "Accrued expenses": accrued, "Total current liabilities": owed,
        "Long-term debt": debt, "Total liabilities": liabilities,
        "Total stockholders' equity": _less(assets, liabilities), "Total liabilities and stockholders' equity": assets,
    })  # fmt: skip


def _cash_flow(rng: random.Random) -> list[Row]:
    some = partial(_figures, rng, 2)
    income, depreciation, capital, borrowed, opening = some(), some(), some(-999_999, -1), some(), some()
    operating = _plus(income, depreciation)
    change = _plus(operating, capital, borrowed)
    return _rows({
        "Net income": income, "Depreciation and amortization": depreciation,
        "Net cash provided by operating activities": operating, "Purchases of property and equipment": capital,
        "Net cash used in investing activities": capital, "Proceeds from borrowings": borrowed,
        "Net cash provided by financing activities": borrowed, "Net increase in cash": change,
        "Cash at beginning of period": opening, "Cash at end of period": _plus(opening, change),
    })  # fmt: skip


def _segments(rng: random.Random) -> list[Row]:
    names = rng.sample(["Americas", "Europe", "Asia", "Instruments", "Services", "Software", "Systems", "Parts"], 6)
    lines = {name: _figures(rng, 2) for name in names for name in (name, f"{name}, as adjusted", f"{name} backlog")}
    return _rows({**lines, "Total": _plus(*lines.values())})
