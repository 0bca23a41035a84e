"""The documents of a generated filing: a report on Form 8-K with its release, or a short page of another form."""

import textwrap
from datetime import date
from random import Random

from tests.edgar.replica.filings import Company
from tests.edgar.replica.statements import SCALE, balance, income, layout, quarter_end
from tests.samples.submission import TITLES, Part, picture
from tests.statements.printing import in_html, in_text

PAGE = 79
FIRST_YEAR_OF_HTML = 2001  # EDGAR takes HTML since 1999; by then half of the releases came in it
LAST_YEAR_OF_TEXT = 2005
ORDINALS = {3: "first", 6: "second", 9: "third", 12: "fourth"}
INCOME, BALANCE = "CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", "CONDENSED CONSOLIDATED BALANCE SHEETS"
STATEMENTS = {INCOME: income, BALANCE: balance}
FURNISHED = {
    "5.02": "On {day}, {name} announced that a director had resigned.",
    "9.01": "(d) Exhibits. 99.1 Press release of {name} dated {day}.",
    "7": "(c) Exhibits. 99.1 Press release of {name} dated {day}.",
}
ANNOUNCED = (
    "On {day}, {name} issued a press release announcing its results for the quarter. A copy of the press release is "
    "furnished as Exhibit 99.1 to this report."
)


def current_report(
    form: str, items: tuple[str, ...], company: Company, day: date, random: Random, *, release: bool
) -> tuple[Part, ...]:
    """The parts of a Form 8-K or 8-K/A of a day; a `release` is its exhibit 99.1, with a graphic if it is HTML."""
    html = day.year >= FIRST_YEAR_OF_HTML and (day.year > LAST_YEAR_OF_TEXT or random.random() < 0.5)
    end, stem = (".htm", f"{company.ticker.lower()}-{day:%Y%m%d}") if html else (".txt", f"f{day:%m%d%y}")
    cover = _cover(form, items, company, day)
    parts = [Part(form, f"{stem}8k{end}", f"FORM {form}", _page(cover) if html else "\n\n".join(map(_filled, cover)))]
    if release:
        text = _release(company, day, random, html)
        parts.append(Part("EX-99.1", f"{stem}ex991{end}", "PRESS RELEASE", text))
        if html:
            parts.append(Part("GRAPHIC", "dot.gif", "GRAPHIC", picture()))
    return tuple(parts)


def other_report(form: str, company: Company, day: date) -> tuple[Part, ...]:
    """The one part of a filing that is no current report, of no content that matters."""
    if form == "4":
        document = (
            f'<?xml version="1.0"?>\n<ownershipDocument><issuerCik>{company.cik:010}</issuerCik></ownershipDocument>'
        )
        return (Part(form, "primary_doc.xml", "PRIMARY DOCUMENT", f"<XML>\n{document}\n</XML>"),)
    words = [f"FORM {form}", company.name, f"This report of {_day(day)} stands in for one that holds nothing to read."]
    return (Part(form, f"f{day:%m%d%y}.htm", f"FORM {form}", _page(words)),)


def _cover(form: str, items: tuple[str, ...], company: Company, day: date) -> list[str]:
    amended = ["(Amendment No. 1)"] if form.endswith("/A") else []
    words = {"day": _day(day), "name": company.name}
    return [
        "SECURITIES AND EXCHANGE COMMISSION",
        "FORM 8-K",
        *amended,
        "CURRENT REPORT",
        f"Date of Report (Date of earliest event reported): {words['day']}",
        company.name,
        "(Exact name of registrant as specified in its charter)",
        *(f"Item {item}. {TITLES[item]}. {FURNISHED.get(item, ANNOUNCED).format(**words)}" for item in items),
        f"Pursuant to the requirements of the Securities Exchange Act of 1934, {company.name} has caused this report "
        "to be signed on its behalf by the undersigned.",
    ]


def _release(company: Company, day: date, random: Random, html: bool) -> str:
    """Title, dateline, what is expected, and two statements."""
    end, shown = quarter_end(day), layout(random)
    tables = {title: make(random, end) for title, make in STATEMENTS.items()}
    sales = [value for value in tables[INCOME][1][0].values if value]
    quarter, (year, following) = ORDINALS[end.month], _next_quarter(end)
    low = sales[0] * random.uniform(0.9, 1.1) / 1000
    paragraphs = [
        f"{company.name} REPORTS {quarter.upper()} QUARTER RESULTS",
        f"{company.city}, {_day(day)} -- {company.name} today announced results for the quarter ended {_day(end)}. "
        f"Net sales were ${sales[0] / 1000:.1f} million, compared with ${sales[1] / 1000:.1f} million a year earlier.",
        f"Management expects net sales to be ${low:.1f} million to ${low * 1.1:.1f} million in the {following} quarter "
        f"of {year}.",
    ]
    if html:
        return _page(paragraphs, "\n".join(in_html(title, SCALE, *table, shown) for title, table in tables.items()))
    pages = [in_text(title, SCALE, *table, shown) for title, table in tables.items()]
    return "Exhibit 99.1".rjust(PAGE) + "\n\n" + "\n\n".join([*map(_filled, paragraphs), *pages])


def _next_quarter(end: date) -> tuple[int, str]:
    return (end.year + 1, ORDINALS[3]) if end.month == 12 else (end.year, ORDINALS[end.month + 3])


def _filled(words: str) -> str:
    return textwrap.fill(words, PAGE, break_on_hyphens=False)


def _page(paragraphs: list[str], tables: str = "") -> str:
    body = "\n".join(f"<p>{words}</p>" for words in paragraphs)
    return f"<html>\n<body>\n{body}\n{tables}</body>\n</html>"


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"
