"""What several rooms' tests share, since it takes a run of the whole pipeline to make."""

import shutil
from pathlib import Path

import pytest

from pipeline.settings import PROJECT_DIR
from tests.running import FETCHED, Run

HOSTILE = Path(__file__).parent / "pages" / "hostile.txt"


@pytest.fixture(scope="session")
def published_samples(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """One run over the samples and a filing whose HTML means ill: warehouse, Parquet files and pages. Read only."""
    run = Run(tmp_path_factory.mktemp("samples"))
    shutil.copytree(PROJECT_DIR / "data" / "raw", run.raw_dir, ignore=FETCHED, dirs_exist_ok=True)
    shutil.copy(HOSTILE, run.raw_dir)
    run.complete()
    return run
