"""What analysts open the warehouse with, in the environment that `make sql` builds: a prompt, a query, a notebook."""

import os
import pty
import select
import subprocess
import time
from pathlib import Path

import pytest

from pipeline.settings import PROJECT_DIR
from tests.running import Run

BIN = PROJECT_DIR / ".venv-sql" / "bin"
OPENED_WITHIN = 60  # seconds
CONNECTED = (b"Database Connected", b"warehouse")

pytestmark = pytest.mark.skipif(not BIN.exists(), reason="`make test` and `make sql` build .venv-sql")

NOTEBOOK = """
import sys
sys.path.insert(0, "queries")
from first_look import app
from matplotlib.figure import Figure
outputs, found = app.run()
(figure,) = [output for output in outputs if isinstance(output, Figure)]
assert len(figure.axes[0].patches) == len(found["quarters"]) > 4
assert len(found["marts"]) >= 15
"""


def environment(run: Run) -> dict[str, str]:
    return {**os.environ, "WAREHOUSE_PATH": str(run.warehouse_path), "TERM": "xterm-256color"}


def make(target: str, run: Run) -> "subprocess.CompletedProcess[str]":
    command = ["make", "-o", ".venv-sql/.built", *target.split()]
    return subprocess.run(
        command, cwd=PROJECT_DIR, env=environment(run), capture_output=True, text=True, timeout=60, check=False
    )


def test_a_question_is_answered_and_the_warehouse_cannot_be_written(published_samples: Run, tmp_path: Path) -> None:
    answered = make("query Q=days_to_report", published_samples)
    assert "INVENTED INSTRUMENTS INC" in answered.stdout, answered.stderr
    write = [BIN / "hsql", "--read-only", "--command", "drop table marts.fct_income", published_samples.warehouse_path]
    refused = subprocess.run(write, env=environment(published_samples), capture_output=True, text=True, check=False)
    assert "read-only" in refused.stderr
    assert "There are: cash_behind_income days_to_report" in make("query Q=nonsense", published_samples).stdout
    missing = Run(tmp_path / "nothing")
    assert "`make run` builds it" in make("query", missing).stdout


def test_the_prompt_opens(published_samples: Run) -> None:
    """`make sql` in a terminal of its own, until it says that it is connected and lists the database."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(PROJECT_DIR)
        os.execvpe("make", ["make", "-o", ".venv-sql/.built", "sql"], environment(published_samples))
    shown = b""
    deadline = time.monotonic() + OPENED_WITHIN
    while not all(words in shown for words in CONNECTED) and time.monotonic() < deadline:
        if select.select([terminal], [], [], 1)[0]:
            shown += os.read(terminal, 65536)
    os.write(terminal, b"\x11")  # Ctrl-Q quits
    while time.monotonic() < deadline:
        try:
            shown += os.read(terminal, 65536)
        except OSError:  # the terminal is closed
            break
    _, status = os.waitpid(process, 0)
    assert all(words in shown for words in CONNECTED)
    assert os.waitstatus_to_exitcode(status) == 0


def test_the_notebook_goes_from_a_connection_to_a_chart(published_samples: Run) -> None:
    result = subprocess.run(
        [BIN / "python", "-c", NOTEBOOK],
        cwd=PROJECT_DIR,
        env=environment(published_samples),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
