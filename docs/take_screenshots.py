"""The screenshots of docs/pages.md, taken from the pages of the samples: `make run`, then `make screenshots`."""

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from pipeline.settings import Settings

SHOTS = {
    "page_index.png": ("index.html", None),
    "page_filing.png": ("filings/9999999002-20-000031.html#d2-t1-l3-c1", "Revenues - CostOfRevenue"),
}


def main() -> None:
    """Write each screenshot beside this file; where a sum is named, with its parts shown."""
    pages_dir, here = Settings().pages_dir, Path(__file__).parent
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1400, "height": 800})
        for name, (path, sum_) in SHOTS.items():
            page.goto((pages_dir / path.split("#")[0]).as_uri() + path[len(path.split("#")[0]) :])
            if sum_ is not None:
                page.locator("#cards button", has_text=sum_).click()
            page.screenshot(path=here / name)
        browser.close()


if __name__ == "__main__":
    main()
