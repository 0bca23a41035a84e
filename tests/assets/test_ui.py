"""What `make ui` starts answers, and shows every asset without a load error."""

import json
import os
import shutil
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

from pipeline.definitions import defs
from pipeline.settings import PROJECT_DIR

STARTED_WITHIN = 60  # seconds
BUILT_WITHIN = 120

SHOWN = """
{
  workspaceOrError {
    ... on Workspace {
      locationEntries { loadStatus locationOrLoadError { __typename ... on PythonError { message } } }
    }
  }
  assetNodes { assetKey { path } }
}
"""


CLICK = """
mutation {
  launchRun(executionParams: {
    selector: {
      repositoryLocationName: "pipeline.definitions", repositoryName: "__repository__", pipelineName: "first_print"
    }
  }) { __typename ... on PythonError { message } }
}
"""

STATUS = "{ runsOrError { ... on Runs { results { status } } } }"


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


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    """`dagster dev` as `make ui` starts it, on another port and with an instance of its own."""
    home = tmp_path / "dagster"
    home.mkdir()
    shutil.copy(PROJECT_DIR / ".dagster" / "dagster.yaml", home)
    raw_dir = tmp_path / "raw"
    raw_dir.mkdir()
    (raw_dir / "page.txt").write_text("Net sales for the quarter ended March 31, 2003 were $1,000,000.")
    port = free_port()
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(
            [Path(sys.executable).with_name("dagster"), "dev", "--port", str(port)],
            cwd=PROJECT_DIR,
            env={
                **os.environ,
                "DAGSTER_HOME": str(home),
                "RAW_DIR": str(raw_dir),
                "WAREHOUSE_PATH": str(tmp_path / "w.duckdb"),
            },
            stdout=log,
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
                assert server.poll() is None, (tmp_path / "log").read_text()
                assert time.monotonic() < deadline, (tmp_path / "log").read_text()
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def test_every_asset_is_shown_and_one_click_builds_them(url: str) -> None:
    answer = ask(url, SHOWN)
    (location,) = answer["workspaceOrError"]["locationEntries"]
    assert location["loadStatus"] == "LOADED"
    assert location["locationOrLoadError"]["__typename"] == "RepositoryLocation", location
    shown = {"/".join(node["assetKey"]["path"]) for node in answer["assetNodes"]}
    assert shown == {spec.key.to_user_string() for spec in defs.resolve_all_asset_specs()}

    launched = ask(url, CLICK)["launchRun"]
    assert launched["__typename"] == "LaunchRunSuccess", launched
    deadline = time.monotonic() + BUILT_WITHIN
    while (status := ask(url, STATUS)["runsOrError"]["results"][0]["status"]) != "SUCCESS":
        assert status not in ("FAILURE", "CANCELED")
        assert time.monotonic() < deadline
        time.sleep(0.5)


def test_definitions_are_valid_and_nothing_is_warned_of(tmp_path: Path) -> None:
    shutil.copy(PROJECT_DIR / ".dagster" / "dagster.yaml", tmp_path)
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
