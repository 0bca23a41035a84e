"""What Dagster keeps of runs: the last so many whole, and of all others which partitions they made."""

from pathlib import Path

import dagster as dg
import sqlalchemy as sa
from dagster._core.storage.event_log import SqlEventLogStorage, SqliteEventLogStorage
from dagster._core.storage.event_log.schema import AssetCheckExecutionsTable as Checks
from dagster._core.storage.event_log.schema import AssetEventTagsTable as Tags
from dagster._core.storage.event_log.schema import SqlEventLogStorageTable as Events

FINISHED = [dg.DagsterRunStatus.SUCCESS, dg.DagsterRunStatus.FAILURE, dg.DagsterRunStatus.CANCELED]


def remove_old_runs(instance: dg.DagsterInstance, keep_runs: int) -> int:
    """Remove all but the last finished runs, with their events, results of checks and logs; how many.

    `DagsterInstance.delete_run` would leave the results of checks and the file of events, and take along which
    partitions are made, which is the table of what a backfill has done.
    """
    old = [run.run_id for run in instance.get_runs(dg.RunsFilter(statuses=FINISHED))[keep_runs:]]
    for run_id in old:
        instance.run_storage.delete_run(run_id)
        instance.compute_log_manager.delete_logs(prefix=[run_id])
    if old and isinstance(instance.event_log_storage, SqlEventLogStorage):
        _remove_events(instance.event_log_storage, old)
    return len(old)


def _remove_events(storage: SqlEventLogStorage, run_ids: list[str]) -> None:
    makes_partition = sa.and_(
        Events.c.dagster_event_type == dg.DagsterEventType.ASSET_MATERIALIZATION.value, Events.c.partition.is_not(None)
    )
    with storage.index_connection() as connection:
        for run_id in run_ids:
            connection.execute(Events.delete().where(Events.c.run_id == run_id, sa.not_(makes_partition)))
            connection.execute(Checks.delete().where(Checks.c.run_id == run_id))
        connection.execute(Tags.delete().where(Tags.c.event_id.not_in(sa.select(Events.c.id))))
    if isinstance(storage, SqliteEventLogStorage):
        for run_id in run_ids:
            for file in _files_of(storage, run_id):
                file.unlink(missing_ok=True)


def _files_of(storage: SqliteEventLogStorage, run_id: str) -> list[Path]:
    """SQLite's file of the events of a run, and its write-ahead log."""
    file = Path(storage.path_for_shard(run_id))
    return [file, *(file.with_name(f"{file.name}-{ending}") for ending in ("wal", "shm"))]


def old_runs(keep_runs: int) -> dg.SensorDefinition:
    """The sensor that removes old runs after each that the daemon has started."""

    @dg.run_status_sensor(
        name="old_runs",
        run_status=dg.DagsterRunStatus.SUCCESS,
        default_status=dg.DefaultSensorStatus.RUNNING,
        description=f"After each run: all but the last {keep_runs} are removed (KEEP_RUNS).",
    )
    def sensor(context: dg.RunStatusSensorContext) -> dg.SkipReason:
        return dg.SkipReason(f"{remove_old_runs(context.instance, keep_runs)} old runs removed.")

    return sensor
