"""How much of a release is read alike when its page is printed: in HTML, and as the fixed-width text of what prints.

    python -m benchmarks.rendered FOLDER

Every HTML release of the folder is printed by Chromium in several layouts and made text by `pdftotext -layout` (Debian:
chromium, poppler-utils), as whoever keeps old filings does. What the marts take of it is held against what they take of
the HTML: statement, label, period, value and unit. So layouts that are new to the reader are judged without gold files.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Page
from rich.console import Console
from rich.progress import track
from rich.table import Table

from pipeline.parse import parse
from tests.browser import CHROMIUM, chromium

LAYOUTS: dict[str, tuple[str, dict[str, Any]]] = {  # style sheet, arguments of `Page.pdf`
    "letter": ("", {"format": "Letter"}),
    "landscape": ("", {"format": "Letter", "landscape": True}),
    "wide sheet": ("", {"width": "15in", "height": "11in"}),
    "typewriter": ("* {font-family: monospace !important; font-size: 8pt !important}", {"format": "Letter"}),
    "serifs": ("* {font-family: serif !important; font-size: 10pt !important}", {"format": "Letter"}),
}
MARGIN = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")


def printed(page: Page, file: Path, folder: Path) -> Iterator[tuple[str, bytes]]:
    """The text of a page of HTML as it prints in each layout."""
    for name, (style, arguments) in LAYOUTS.items():
        page.goto(file.resolve().as_uri(), wait_until="domcontentloaded")
        if style:
            page.add_style_tag(content=style)
        pdf = folder / "page.pdf"
        page.pdf(path=pdf, margin=MARGIN, **arguments)
        yield name, subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout


def cells(data: bytes, name: str) -> Counter[tuple[Any, ...]]:
    """What the marts take of a filing; none of what is no release."""
    records: dict[str, list[Any]] = parse(data, name)  # type: ignore[assignment]
    primary = {(t.document_no, t.table_no): t.class_ for t in records["tables"] if t.is_primary}
    amounts = {(c.document_no, c.table_no, c.column_no) for c in records["columns"] if c.kind == "amount"}
    return Counter(
        (
            primary[cell.document_no, cell.table_no],
            re.sub(r"\W+", " ", cell.label.lower()).strip(),
            cell.period_end,
            cell.months,
            cell.value,
            cell.unit,
        )
        for cell in records["cells"]
        if (cell.document_no, cell.table_no) in primary
        and (cell.document_no, cell.table_no, cell.column_no) in amounts
        and cell.unit != "percent"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    files = sorted(parser.parse_args().folder.glob("*.htm"))
    if CHROMIUM is None or shutil.which("pdftotext") is None:
        print("Chromium or pdftotext is missing: apt-get install chromium poppler-utils", file=sys.stderr)
        return 1
    console = Console()
    alike, of_html, of_text, whole = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    with TemporaryDirectory() as folder, chromium() as browser:
        page = browser.new_page()
        for file in track(files, "Printing and reading", console=console, transient=True):
            meant = cells(file.read_bytes(), file.name)
            for layout, text in printed(page, file, Path(folder)):
                said = cells(text, f"{file.stem}.txt")
                alike[layout] += (said & meant).total()
                of_html[layout] += meant.total()
                of_text[layout] += said.total()
                whole[layout] += said == meant
    table = Table("Printed as", "found of the cells in HTML", "right of those in text", f"alike, of {len(files)}")
    for layout in LAYOUTS:
        shares = (alike[layout] / of_html[layout], alike[layout] / of_text[layout])
        table.add_row(layout, *(f"{share:.1%}" for share in shares), str(whole[layout]))
    console.print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
