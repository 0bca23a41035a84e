"""Rows to pages: one function a kind of page, its words and layout in `templates/`."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.pages.charts import bars, line
from pipeline.pages.marks import Mark, packed, read_marks, read_sums
from pipeline.pages.placing import Span
from pipeline.pages.release import document_html
from pipeline.pages.wording import growth, percent, short, spaced

Row = dict[str, Any]

_HERE = Path(__file__).parent
_HEADLINES = {
    "Revenues": "Revenue", "OperatingIncomeLoss": "Operating income", "NetIncomeLoss": "Net income",
    "EarningsPerShareDiluted": "EPS, diluted",
}  # fmt: skip
_LISTED = {name: word for name, word in _HEADLINES.items() if name != "OperatingIncomeLoss"}  # side by side
_QUARTERS = 12  # that the index draws, the latest
_KINDS = {
    "fact": "numbers with a concept", "line": "numbers of a statement, without one", "cell": "other numbers read",
    "guidance": "expectations", "claim": "claims of the prose", "issue": "issues",
}  # fmt: skip
_CHARTS = (
    ("Revenue", "revenue", bars, short), ("Operating income", "operating_income", bars, short),
    ("Net income", "net_income", bars, short), ("EPS, diluted", "eps_diluted", bars, short),
    ("Gross margin", "gross_margin", line, percent), ("Net margin", "net_margin", line, percent),
    ("Growth of revenue", "revenue_growth_yoy", bars, percent),
)  # fmt: skip


class Renderer:
    """Writes pages that stand alone: style and script are in them, and nothing else may run or load."""

    def __init__(self) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(_HERE / "templates"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip
        self._environment.filters |= {"percent": percent, "short": short, "spaced": spaced}
        css = Markup((_HERE / "page.css").read_text())
        self._environment.globals |= {"css": css, "growth": growth, "headline_names": _HEADLINES, "kinds": _KINDS}

    def filing(self, digest: str, rows: Mapping[str, Sequence[Row]], sources: Mapping[int, str]) -> str:
        """The page of a filing from its rows of each query and the HTML of its documents, where that is at hand."""
        marks = read_marks(rows["numbers"], rows["guidance"], rows["claims"], rows["issues"])
        sums = read_sums(rows["sums"], marks)
        anchors = {mark.anchor for mark in marks}
        issues = [
            {**issue, "anchor": f"i{n}" if f"i{n}" in anchors else None} for n, issue in enumerate(rows["issues"], 1)
        ]
        failing = [(n, each) for n, each in enumerate(sums) if not each.holds]
        return self._render(
            "filing.html", digest, "page.js",
            filing=rows["filings"][0], documents=_documents(rows["documents"], marks, sources), issues=issues,
            counts=Counter(mark.kind for mark in marks), failing=failing, holding=len(sums) - len(failing),
            content=packed(marks, sums),
        )  # fmt: skip

    def company(self, digest: str, company: Row, filings: Sequence[Row]) -> str:
        """The page of a company: its quarters as charts, its filings, the latest first."""
        return self._render(
            "company.html", digest, None, root="../", company=company, charts=_charts(company["quarters"]),
            filings=filings,
        )  # fmt: skip

    def index(self, digest: str, companies: Sequence[Row], filings: Mapping[str | None, Sequence[Row]]) -> str:
        """The page of all companies; `filings` are those of each, the latest first, and of none."""
        every = [filing for of_company in filings.values() for filing in of_company]
        shown = [
            {
                **company,
                "latest": _latest(filings[company["company_id"]]),
                "revenue": _chart(company["quarters"][-_QUARTERS:], "revenue", bars, short),
                "margin": _chart(company["quarters"][-_QUARTERS:], "net_margin", line, percent),
            }
            for company in companies
        ]
        return self._render(
            "index.html", digest, "index.js", root="", companies=shown, listed=_LISTED, filings=filings.get(None, ()),
            totals=_totals(every, len(companies)), years=_years(every),
        )  # fmt: skip

    def _render(self, template: str, digest: str, script: str | None, **values: Any) -> str:
        code = Markup((_HERE / script).read_text()) if script else None
        allowed = _script_hash(code) if code else "none"
        page = self._environment.get_template(template)
        return page.render(digest=digest, script=code, script_hash=Markup(allowed), **values)


def _script_hash(script: str) -> str:
    """What the content security policy knows the page's one script by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _documents(documents: Sequence[Row], marks: Sequence[Mark], sources: Mapping[int, str]) -> list[Row]:
    shown = []
    for document in documents:
        number, text = document["document_no"], document["text"]
        spans = [Span(mark.start, mark.end, n) for n, mark in enumerate(marks) if mark.document_no == number]
        opened: set[int] = set()

        def opening_tag(n: int, opened: set[int] = opened) -> str:
            first = "" if n in opened else f' id="{marks[n].anchor}"'
            opened.add(n)
            return f'<mark class="{marks[n].kind}"{first} data-m="{n}">'

        html = None if text is None else Markup(document_html(text, sources.get(number), spans, opening_tag))
        said = f"{len(spans):,} marks" if spans else "not shown: no text" if text is None else "nothing marked"
        shown.append({**document, "html": html, "is_open": bool(spans) or len(documents) == 1, "said": said})
    return shown


def _latest(filings: Sequence[Row]) -> Row:
    """The latest filing with figures, else the latest."""
    return next((filing for filing in filings if filing["figures"]), filings[0])


def _chart(quarters: Sequence[Row], figure: str, draw: Any, word: Any) -> Markup:
    values = [quarter[figure] for quarter in quarters]
    names = [f"{quarter['name']}: {_worded(quarter, figure, word)}" for quarter in quarters]
    return draw(values, names)  # type: ignore[no-any-return]


def _worded(quarter: Row, figure: str, word: Any) -> str:
    if word is percent:
        return percent(quarter[figure])
    unit = quarter["currency"] + ("/share" if figure == "eps_diluted" else "") if quarter["currency"] else None
    return short(quarter[figure], unit)


def _charts(quarters: Sequence[Row]) -> list[Row]:
    charts = []
    for title, figure, draw, word in _CHARTS:
        known = [quarter for quarter in quarters if quarter[figure] is not None]
        if len(known) > 1:
            charts.append(
                {
                    "title": title,
                    "svg": _chart(quarters, figure, draw, word),
                    "first": quarters[0]["name"],
                    "last": quarters[-1]["name"],
                    "latest": _worded(known[-1], figure, word),
                }
            )
    return charts


def _totals(filings: Sequence[Row], companies: int) -> Row:
    checked = sum(filing["identities_checked"] for filing in filings)
    holding = sum((filing["quality"] or 0) * filing["identities_checked"] for filing in filings)
    return {
        "companies": f"{companies:,}",
        "filings": f"{len(filings):,}",
        "earnings releases": f"{sum(filing['is_earnings_release'] for filing in filings):,}",
        "expectations": f"{sum(filing['expected'] for filing in filings):,}",
        "identities that hold": percent(holding / checked if checked else None),
    }


def _years(filings: Sequence[Row]) -> Row:
    by_year = Counter(filing["dated"].year for filing in filings if filing["is_earnings_release"] and filing["dated"])
    if not by_year:
        return {"svg": ""}
    years = range(min(by_year), max(by_year) + 1)
    svg = bars([by_year[year] for year in years], [f"{year}: {by_year[year]:,}" for year in years])
    return {"svg": svg, "first": years[0], "last": years[-1]}
