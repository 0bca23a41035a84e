"""One run from a tick of the evening's schedule to the published warehouse."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from pipeline.settings import PROJECT_DIR
from tests.edgar.conftest import AGENT
from tests.edgar.replica import Fault, Faults, generate, replica
from tests.running import Run

THURSDAY = date(2003, 7, 17)
FILINGS = generate(date(2003, 7, 14), date(2003, 7, 18), 20)
REPORTS = [filing for filing in FILINGS if filing.filed_on == THURSDAY and filing.form.startswith("8-K")]


def test_from_a_tick_of_the_schedule_to_the_published_warehouse(published_samples: Run, tmp_path: Path) -> None:
    """The warehouse of the samples is there already: a day's run reads what is new and publishes both."""
    run = Run(tmp_path / "evening")
    for path in (published_samples.build_path, published_samples.warehouse_path):
        shutil.copy(path, tmp_path / "evening")
    shutil.copytree(published_samples.raw_dir, run.raw_dir, dirs_exist_ok=True)
    with replica(FILINGS, Faults(Fault("short", path="*.txt", first=1))) as edgar:
        process = subprocess.run(
            [sys.executable, "-m", "tests.edgar.tick", f"{THURSDAY}T23:30:00-04:00"],
            cwd=PROJECT_DIR,
            env={
                **os.environ,
                "DAGSTER_HOME": str(run.home),
                "RAW_DIR": str(run.raw_dir),
                "WAREHOUSE_PATH": str(run.warehouse_path),
                "SEC_USER_AGENT": AGENT,
                "EDGAR_URL": edgar.www_url,
                "EDGAR_DATA_URL": edgar.data_url,
                "EDGAR_STATE_DIR": str(tmp_path / "state"),
            },
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        assert process.returncode == 0, process.stderr
        assert edgar.limit.blocks == 0
    told = json.loads(process.stdout.splitlines()[-1])
    expected = {filing.accession_number for filing in REPORTS}
    assert told["fetched"] == len(expected)
    fetched = "select filing_id from raw.files where path like 'edgar/%' and status = 'parsed'"
    assert {filing_id for (filing_id,) in run.query(fetched)} == expected
    read = run.query(f"select count(distinct filing_id) from marts.fct_income where filing_id in ({fetched})")
    assert read[0][0] == sum(len(filing.parts) > 1 for filing in REPORTS)
    before = published_samples.query("select count(*) from marts.dim_filing")[0][0]
    assert run.query("select count(*) from marts.dim_filing") == [(int(str(before)) + len(expected),)]
