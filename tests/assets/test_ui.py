"""What `make ui` starts, in a real browser: every asset, a run by a click, its checks, and what starts by itself."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pipeline.dagster_home import make_ready
from pipeline.definitions import defs
from pipeline.settings import PROJECT_DIR
from tests.browser import chromium, needs_a_browser
from tests.running import Run

STARTED_WITHIN = 180  # seconds
BUILT_WITHIN = 600

LOADED = """
{
  workspaceOrError {
    ... on Workspace {
      locationEntries { loadStatus locationOrLoadError { __typename ... on PythonError { message } } }
    }
  }
}
"""
SWITCHED_ON = """
{
  workspaceOrError {
    ... on Workspace {
      locationEntries {
        locationOrLoadError {
          ... on RepositoryLocation {
            repositories {
              schedules { name state: scheduleState { status } }
              sensors { name state: sensorState { status } }
            }
          }
        }
      }
    }
  }
}
"""
RUNS = "{ runsOrError { ... on Runs { results { status tags { key value } } } } }"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def ask(url: str, query: str) -> dict[str, Any]:
    request = urllib.request.Request(
        f"{url}/graphql", json.dumps({"query": query}).encode(), {"content-type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)["data"]  # type: ignore[no-any-return]


def switch_on(url: str, page: Page, name: str) -> None:
    """Click the switch of a schedule or sensor until Dagster says that it runs: a loading page may lose a click."""
    deadline = time.monotonic() + STARTED_WITHIN
    while True:
        (location,) = ask(url, SWITCHED_ON)["workspaceOrError"]["locationEntries"]
        (repository,) = location["locationOrLoadError"]["repositories"]
        if {"name": name, "state": {"status": "RUNNING"}} in repository["schedules"] + repository["sensors"]:
            return
        assert time.monotonic() < deadline
        page.locator("[data-index]", has_text=name).last.locator("label").last.click()
        time.sleep(3)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """`dagster dev` as `make ui` starts it, on another port and with an instance of its own; one release to read, whose
    gross profit is not its sales less its cost."""
    run = Run(tmp_path_factory.mktemp("ui"))
    run.write(1, sales="1,100")
    port = free_port()
    log = run.home / "log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [Path(sys.executable).with_name("dagster"), "dev", "--port", str(port)],
            cwd=PROJECT_DIR,
            env={
                **os.environ,
                "DAGSTER_HOME": str(run.home),
                "RAW_DIR": str(run.raw_dir),
                "WAREHOUSE_PATH": str(run.warehouse_path),
            },
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + STARTED_WITHIN
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/server_info", timeout=5):
                    break
            except OSError:
                assert server.poll() is None, log.read_text()
                assert time.monotonic() < deadline, log.read_text()
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGKILL)  # with the run that the sensor may have started
        server.wait(20)


@pytest.fixture(scope="module")
def page(url: str) -> Iterator[Page]:
    """High enough for the graph's list of assets, of which it draws what is in sight."""
    with chromium() as browser:
        opened = browser.new_page(base_url=url, viewport={"width": 1600, "height": 4000})
        opened.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        yield opened
        expect.set_options(timeout=5_000)


@needs_a_browser
def test_the_graph_shows_every_asset(url: str, page: Page) -> None:
    (location,) = ask(url, LOADED)["workspaceOrError"]["locationEntries"]
    assert location["loadStatus"] == "LOADED"
    assert location["locationOrLoadError"]["__typename"] == "RepositoryLocation", location
    page.goto("/asset-groups")
    specs = defs.resolve_all_asset_specs()
    for group in sorted({str(spec.group_name) for spec in specs}):
        entry = page.locator("[class*=itemContainer]", has=page.get_by_text(group, exact=True))
        entry.first.locator("[aria-label^=arrow]").click()
    listed = page.locator("[class*=itemContainer] [title]")
    expect(listed).to_have_count(len(specs) + len({spec.group_name for spec in specs}))
    titles = {title for entry in listed.all() if (title := entry.get_attribute("title"))}
    assert {spec.key.path[-1] for spec in specs} <= titles


@needs_a_browser
def test_a_click_builds_them_and_a_failing_check_shows_its_rows(url: str, page: Page) -> None:
    page.goto("/locations/pipeline.definitions/jobs/first_print")
    page.get_by_role("button", name="Materialize all").click()
    page.get_by_role("button", name="Confirm").click()  # that nothing has been fetched from EDGAR
    deadline = time.monotonic() + BUILT_WITHIN
    while not (runs := ask(url, RUNS)["runsOrError"]["results"]) or runs[0]["status"] != "SUCCESS":
        assert not runs or runs[0]["status"] not in ("FAILURE", "CANCELED")
        assert time.monotonic() < deadline
        if runs:
            page.goto("about:blank")  # the page of a run draws each of its events, on the same cores
        time.sleep(1)
    page.goto("/runs")
    expect(page.get_by_text("Success").first).to_be_visible()

    page.goto("/assets/marts/fct_identities?view=checks&checkDetail=holds_fct_identities_holds")
    expect(page.get_by_text("On every row: holds.").first).to_be_visible()
    expect(page.get_by_text("failing_rows").first).to_be_visible()
    expect(page.get_by_text("gross_profit").first).to_be_visible()


@needs_a_browser
def test_an_asset_tells_its_rows_its_columns_its_code_and_its_pictures(url: str, page: Page) -> None:
    page.goto("/assets/marts/fct_income")
    for told in ("preview", "columns_made_from", "share_with_a_concept", "first-print", "Key of the printed"):
        expect(page.get_by_text(told).first).to_be_visible()
    expect(page.locator("a[href$='/models/marts/fct_income.sql:1']")).to_be_visible()
    page.goto("/assets/published_warehouse")
    page.locator("tr", has_text="share_read_by_year").get_by_text("Show Markdown").click()
    picture = page.locator("img[src^='data:image/png']")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.naturalWidth") > 500


@needs_a_browser
def test_what_starts_runs_is_switched_on_and_starts_one(url: str, page: Page) -> None:
    page.goto("/automation")
    for name in ("daily", "new_filings"):
        switch_on(url, page, name)
    deadline = time.monotonic() + STARTED_WITHIN
    while True:
        runs = ask(url, RUNS)["runsOrError"]["results"]
        if {"key": "dagster/sensor_name", "value": "new_filings"} in runs[0]["tags"]:
            break
        assert time.monotonic() < deadline
        time.sleep(0.5)


def test_definitions_are_valid_and_nothing_is_warned_of(tmp_path: Path) -> None:
    make_ready(tmp_path)
    result = subprocess.run(
        [Path(sys.executable).with_name("dagster"), "definitions", "validate"],
        cwd=PROJECT_DIR,
        env={**os.environ, "DAGSTER_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    lines = (result.stdout + result.stderr).splitlines()
    warnings = [line for line in lines if "warning" in line.lower()]
    assert [line for line in warnings if "definitions_validate_command" not in line] == []  # it recommends `dg`
