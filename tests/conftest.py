"""What several rooms' tests share, since it takes a run of the whole pipeline to make."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from pipeline.executors import JOBS_WORTH_A_PROCESS
from pipeline.settings import PROJECT_DIR
from tests.running import FETCHED, Run

HOSTILE = Path(__file__).parent / "pages" / "hostile.txt"
LONGEST = (  # the first two on workers of their own, each with the run that others copy
    "test_disturbed_runs.py", "test_evening.py", "test_ui.py", "test_whole_way.py", "test_arrival.py",
    "test_seeded_faults.py", "test_models.py", "test_executors.py", "test_client.py", "test_backfill.py",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long go first, so that no worker is left with one at the end."""
    items.sort(key=lambda item: LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST))


def _shared_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str, name: str) -> Path:
    """A folder of that name which all workers of pytest see."""
    base = tmp_path_factory.getbasetemp()
    return (base if worker_id == "master" else base.parent) / name


@pytest.fixture(scope="session")
def published_samples(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Run:
    """One run over the samples and a filing whose HTML means ill: warehouse, Parquet files and pages. Read only.

    Workers of pytest share it: the first one makes it.
    """
    folder = _shared_folder(tmp_path_factory, worker_id, "samples")
    with FileLock(folder.with_suffix(".lock")):
        run = Run(folder)
        if not run.warehouse_path.exists():
            shutil.copytree(PROJECT_DIR / "data" / "raw", run.raw_dir, ignore=FETCHED, dirs_exist_ok=True)
            shutil.copy(HOSTILE, run.raw_dir)
            run.complete()
    return run


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Run:
    """A warehouse published once.

    Workers of pytest share the run: the first one makes it, each module has a copy of its own.
    """
    made = _shared_folder(tmp_path_factory, worker_id, "whole_way")
    done = made / "done"
    with FileLock(made.with_suffix(".lock")):
        if not done.exists():
            run = Run(made)
            for number in range(JOBS_WORTH_A_PROCESS + 2):
                run.write(number)
            (run.raw_dir / "empty.txt").touch()
            output = run.complete()
            assert str(run.warehouse_path) in output
            assert "earnings releases" in output
            done.write_text(f"{run.seconds}")
    own = Run(shutil.copytree(made, tmp_path_factory.mktemp("whole_way_copy") / "run"))
    own.seconds = float(done.read_text())
    return own
