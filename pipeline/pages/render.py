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
from pipeline.pages.lists import Indexed
from pipeline.pages.marks import Mark, packed, read_marks, read_sums
from pipeline.pages.placing import Span
from pipeline.pages.queries import Row
from pipeline.pages.release import document_html
from pipeline.pages.wording import growth, percent, short, spaced

_HERE = Path(__file__).parent
_HEADLINES = {
    "Revenues": "Revenue", "OperatingIncomeLoss": "Operating income", "NetIncomeLoss": "Net income",
    "EarningsPerShareDiluted": "EPS, diluted",
}  # fmt: skip
_LISTED = {name: word for name, word in _HEADLINES.items() if name != "OperatingIncomeLoss"}  # side by side
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

    def index(self, digest: str, indexed: Indexed) -> str:
        """The page of all companies."""
        shown = [
            {
                **company,
                "latest": indexed.latest[company["company_id"]],
                "revenue": _chart(company["quarters"], "revenue", bars, short),
                "margin": _chart(company["quarters"], "net_margin", line, percent),
            }
            for company in indexed.companies
        ]
        return self._render(
            "index.html", digest, "index.js", root="", companies=shown, listed=_LISTED,
            filings=indexed.without_company, totals=_totals(indexed.totals), years=_years(indexed.releases),
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
        marked = f"{len(spans):,} mark{'s' if len(spans) > 1 else ''}" if spans else "nothing marked"
        said = marked if text is not None else "not shown: no text"
        shown.append({**document, "html": html, "is_open": bool(spans) or len(documents) == 1, "said": said})
    return shown


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


def _totals(totals: Row) -> Row:
    return {
        "companies": f"{totals['companies']:,}",
        "filings": f"{totals['filings']:,}",
        "earnings releases": f"{totals['releases']:,}",
        "expectations": f"{totals['expected']:,}",
        "identities that hold": percent(totals["quality"]),
    }


def _years(releases: Mapping[int, int]) -> Row:
    if not releases:
        return {"svg": ""}
    years = range(min(releases), max(releases) + 1)
    counts = [releases.get(year, 0) for year in years]
    svg = bars(counts, [f"{year}: {count:,}" for year, count in zip(years, counts, strict=True)])
    return {"svg": svg, "first": years[0], "last": years[-1]}
