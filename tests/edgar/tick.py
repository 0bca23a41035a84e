"""`python -m tests.edgar.tick TIME`: a tick of the schedule `edgar_evening`, and the run that it asks for."""

import json
import os
import sys
from datetime import datetime

import dagster as dg

from pipeline.definitions import defs


def main() -> None:
    schedule = defs.resolve_schedule_def("edgar_evening")
    with dg.DagsterInstance.from_config(os.environ["DAGSTER_HOME"]) as instance:
        moment = datetime.fromisoformat(sys.argv[1])
        with dg.build_schedule_context(instance, moment, repository_def=defs.get_repository_def()) as context:
            (request,) = schedule.evaluate_tick(context).run_requests or []
        job = defs.resolve_job_def(schedule.job_name)
        job.execute_in_process(instance=instance, partition_key=request.partition_key, run_config=request.run_config)
        (made,) = instance.fetch_materializations(dg.AssetKey("edgar_submissions"), limit=1).records
        assert made.asset_materialization
        print(json.dumps({name: value.value for name, value in made.asset_materialization.metadata.items()}))


if __name__ == "__main__":
    main()
