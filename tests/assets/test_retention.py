"""Of old runs nothing is kept but which partitions they made."""

from pathlib import Path

import dagster as dg

from pipeline.assets.retention import remove_old_runs

DAYS = dg.DailyPartitionsDefinition("2003-07-01")


@dg.asset(partitions_def=DAYS, check_specs=[dg.AssetCheckSpec("whole", asset="fetched")])
def fetched() -> dg.MaterializeResult:  # type: ignore[type-arg]
    print("fetching")
    return dg.MaterializeResult(check_results=[dg.AssetCheckResult(passed=True)])


@dg.asset(deps=[fetched])
def read() -> None: ...


def files(folder: Path, run_id: str) -> list[Path]:
    return [file for file in folder.rglob("*") if run_id in str(file)]


def test_old_runs_leave_their_partitions_and_nothing_else(tmp_path: Path) -> None:
    with dg.instance_for_test(temp_dir=str(tmp_path)) as instance:
        runs = [
            dg.materialize([fetched, read], partition_key=day, instance=instance).run_id
            for day in ("2003-07-01", "2003-07-02", "2003-07-03")
        ]
        assert all(files(tmp_path, run) for run in runs)
        assert remove_old_runs(instance, keep_runs=1) == 2
        assert remove_old_runs(instance, keep_runs=1) == 0

        assert [run.run_id for run in instance.get_runs()] == runs[2:]
        assert not any(files(tmp_path, run) for run in runs[:2])
        assert instance.get_materialized_partitions(fetched.key) == {"2003-07-01", "2003-07-02", "2003-07-03"}
        assert instance.get_latest_materialization_event(read.key).run_id == runs[2]  # type: ignore[union-attr]
        storage = instance.event_log_storage
        checks = storage.get_asset_check_execution_history(dg.AssetCheckKey(fetched.key, "whole"), limit=10)
        assert [check.run_id for check in checks] == runs[2:]
