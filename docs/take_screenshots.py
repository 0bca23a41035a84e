"""The screenshots of docs/, of the pages of the samples and the UI after a run that read them: `make screenshots`."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from pipeline.settings import PROJECT_DIR, Settings
from tests.browser import chromium

HERE = Path(__file__).parent
UI, NOTEBOOK = "http://127.0.0.1:3999", "http://127.0.0.1:3998"
STARTED_WITHIN = 180  # seconds
FILING = "filings/9999999002-20-000031.html"


@contextmanager
def served(command: list[str], url: str) -> Iterator[None]:
    """A server that answers, for as long as it is needed."""
    server = subprocess.Popen(command, cwd=PROJECT_DIR, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + STARTED_WITHIN
        while True:
            try:
                urllib.request.urlopen(url, timeout=5).close()
                break
            except OSError:
                if server.poll() is not None or time.monotonic() > deadline:
                    raise
                time.sleep(0.5)
        yield
    finally:
        server.terminate()
        server.wait()


def pages(page: Page) -> None:
    """The index, and a filing with the parts of a sum framed."""
    index = (Settings().pages_dir / "index.html").as_uri()
    page.goto(index)
    page.screenshot(path=HERE / "page_index.png")
    page.goto(index.replace("index.html", f"{FILING}#d2-t1-l3-c1"))
    page.locator("#cards button", has_text="Revenues - CostOfRevenue").click()
    page.screenshot(path=HERE / "page_filing.png")


def ui(page: Page) -> None:
    """The Dagster UI, place by place."""

    def take(name: str, path: str, shown: str, open_: str | None = None) -> None:
        page.goto(UI + path)
        page.get_by_text(shown).first.wait_for()
        if open_ is not None:
            page.locator("tr", has_text=open_).get_by_text("Show Markdown").click()
        page.wait_for_timeout(2000)  # boxes and dialogs move into place
        page.screenshot(path=HERE / f"ui_{name}.png")

    take("graph", "/asset-groups", "Materialize all")
    take("mart", "/assets/marts/fct_income", "share_with_a_concept", open_="preview")
    take("guidance", "/assets/published_warehouse", "guidance_against_actual", open_="guidance_against_actual")
    take("check", "/assets/marts/fct_identities?view=checks&checkDetail=holds_fct_identities_holds", "failing_rows")
    take("automation", "/automation", "new_filings")


def notebook(page: Page) -> None:
    """The notebook at its chart."""
    page.goto(NOTEBOOK)
    chart = page.locator("img[src^='data:image/png']").first
    chart.wait_for()
    page.get_by_role("heading", name="A company, quarter by quarter").scroll_into_view_if_needed()
    chart.scroll_into_view_if_needed()
    page.wait_for_timeout(2000)
    page.screenshot(path=HERE / "notebook.png")


def main() -> None:
    os.environ |= {"WAREHOUSE_PATH": str(Settings().warehouse_path), "DAGSTER_HOME": str(Settings().dagster_home)}
    dagster = [str(Path(sys.executable).with_name("dagster")), "dev", "--port", UI.rpartition(":")[2]]
    marimo = [
        ".venv-sql/bin/marimo",
        "run",
        "queries/first_look.py",
        "--headless",
        "--port",
        NOTEBOOK.rpartition(":")[2],
    ]
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1400, "height": 800})
        page.set_default_timeout(60_000)
        pages(page)
        with served(dagster, f"{UI}/server_info"):
            ui(page)
        with served(marimo, NOTEBOOK):
            notebook(page)


if __name__ == "__main__":
    main()
