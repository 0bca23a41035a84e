"""Four processes fetch the same week at once, from an EDGAR that fails in every way, and one of them is killed."""

import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from pipeline.settings import PROJECT_DIR
from tests.edgar.conftest import AGENT
from tests.edgar.kept import as_filed, entries, files, texts
from tests.edgar.replica import Fault, Faults, Replica, generate, replica

FIRST, LAST = date(2003, 7, 14), date(2003, 7, 18)
COUNT = 60
PROCESSES = 4
SHARE = 0.05  # of each fault
RATE = 6  # requests a second: those that a busy machine holds up must not meet the next ten
FAULTS = (
    "block", "too_many", "server_error", "unavailable", "reset", "slow", "truncated", "short", "truncated_gzip", "html",
    "other_filing", "redirect",
)  # fmt: skip


def start(edgar: Replica, raw_dir: Path) -> "subprocess.Popen[str]":
    """`make fetch` of the week, as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.edgar", "--from", f"{FIRST}", "--to", f"{LAST}"],
        cwd=PROJECT_DIR,
        env={
            **os.environ,
            "SEC_USER_AGENT": AGENT,
            "EDGAR_URL": edgar.www_url,
            "EDGAR_DATA_URL": edgar.data_url,
            "EDGAR_STATE_DIR": str(raw_dir.parent / "state"),
            "EDGAR_BLOCK_SECONDS": "0.2",
            "EDGAR_RATE": f"{RATE}",
            "EDGAR_TIMEOUT": "2",
            "RAW_DIR": str(raw_dir),
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_nothing_is_lost_nothing_comes_twice_and_the_rate_is_kept(tmp_path: Path) -> None:
    raw_dir = tmp_path / "raw"
    filings = generate(FIRST, LAST, COUNT)
    reports = {filing.accession_number: as_filed(filing) for filing in filings if filing.form.startswith("8-K")}
    with replica(filings, Faults(*(Fault(kind, SHARE, seconds=0.2) for kind in FAULTS)), rate_limit=None) as edgar:
        processes = [start(edgar, raw_dir) for _ in range(PROCESSES)]
        while len(texts(raw_dir)) < COUNT // 3:
            time.sleep(0.1)
            assert any(process.poll() is None for process in processes)
        processes[0].kill()
        processes[0].communicate()
        for process in processes[1:]:
            output, _ = process.communicate(timeout=300)
            assert process.returncode == 0, output
        assert texts(raw_dir) == reports
        assert set(entries(raw_dir)) == set(reports)
        # What the killed process was about to store came twice; nothing else did.
        sent = edgar.requests.bodies
        assert sum(sent.values()) - len(reports) <= 8, sent.most_common(10)
        assert set(sent) == set(reports)
        assert edgar.requests.busiest() <= 10
        assert len(edgar.requests.by_fault) > len(FAULTS) // 2
        assert all(request.host != "elsewhere" for request in edgar.requests)

        before = files(raw_dir)
        asked = len(edgar.requests)
        output, _ = start(edgar, raw_dir).communicate(timeout=300)
        assert f"{COUNT}  known" in output
        assert all("/daily-index/" in request.path for request in edgar.requests[asked:])
        assert files(raw_dir) == before
    assert not [name for name in before if name.endswith(".part")]
