"""One run of the job in this process, and what it came to."""

from __future__ import annotations

import dagster as dg
from pipeline.definitions import defs

def main() -> int:
    instance = dg.DagsterInstance.get()
    result = defs.resolve_job_def("first_print").execute_in_process(instance=instance, raise_on_error=False)
    print(result.success)
    return 0
