"""One run of the job in this process, and what it came to."""

import logging
import os
import re
import signal
import socket
import sys
from contextlib import redirect_stdout

import dagster as dg
from dagster import DagsterRunStatus, RunsFilter
from dagster_shared.error import SerializableErrorInfo
from rich.console import Console

from pipeline.dagster_home import SettingError, settings_of_run
from pipeline.summary import print_summary

PROCESS_TAG = "first_print/process"
PUBLISH = "published_warehouse"  # the step after which readers have the new file

_OWN = re.compile(r"pipeline(?:\.\w+)+: ")  # in front of the message of an error of this project

# What to do about errors of others that are no defects, by words of their messages.
REMEDIES = {
    "No space left on device": "The disk is full. Make room on it and run again: what was loaded stays.",
    "File too large": "A limit on the size of files was met (ulimit). Raise it and run again: what was loaded stays.",
    "Corrupt database file": "The build file is damaged. A run builds it anew: delete {build_path} and run again.",
}

errors = Console(stderr=True, soft_wrap=True, highlight=False)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's
        pass
    return True


def _report_killed_runs(instance: dg.DagsterInstance) -> None:
    """Runs whose process was killed would stand as started forever, and hold the pool against runs of the UI."""
    started = RunsFilter(statuses=[DagsterRunStatus.STARTED, DagsterRunStatus.STARTING])
    for run in instance.get_runs(started):
        host, _, pid = run.tags.get(PROCESS_TAG, "").rpartition(":")
        if host == socket.gethostname() and not _is_alive(int(pid)):
            instance.report_run_failed(run, "The process of this run ended before the run did.")


def _said(error: SerializableErrorInfo) -> str:
    """The words of the first error of ours that led to a failure, which say what to do; else those of the one that
    started it."""
    message = error.message.strip()
    if own := _OWN.match(message):
        return message[own.end() :]
    return _said(error.cause) if error.cause else message


def failures(result: dg.ExecuteInProcessResult) -> list[str]:
    """What failed, each once."""
    failed = [event for event in result.all_events if event.is_failure]
    messages: dict[str, None] = {}
    for event in [event for event in failed if event.is_step_failure] or failed:
        error = getattr(event.event_specific_data, "error", None)
        told = getattr(event.event_specific_data, "user_failure_data", None)  # of a `dagster.Failure`
        if error is not None:
            messages[told.description if told else _said(error)] = None
    return list(messages)


def main() -> int:
    """Run the job `first_print`; 0: it succeeded, 1: it failed, 2: a setting is wrong, 130: interrupted."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # like Ctrl-C: the run is recorded as ended
    try:
        return _run()
    except (KeyboardInterrupt, dg.DagsterExecutionInterruptedError):
        errors.print("[red]Interrupted; the published warehouse is whole.[/red] The next run goes on from here.")
        return 130


def _run() -> int:
    try:
        settings = settings_of_run()
    except SettingError as error:
        errors.print(str(error), markup=False)
        return 2
    from pipeline.assets.retention import remove_old_runs
    from pipeline.definitions import defs  # loads dbt's project, so that a wrong setting is told before it

    instance = dg.DagsterInstance.from_config(str(settings.dagster_home))
    _report_killed_runs(instance)
    logging.getLogger("dagster.builtin").setLevel(logging.WARNING)  # dagster-dbt's notes on its commands
    with open(os.devnull, "w") as quiet, redirect_stdout(quiet):  # dbt's log; the event log keeps what matters of it
        result = defs.resolve_job_def("first_print").execute_in_process(
            run_config={"loggers": {"short": {}}},
            instance=instance,
            raise_on_error=False,
            tags={PROCESS_TAG: f"{socket.gethostname()}:{os.getpid()}"},
        )
    remove_old_runs(instance, settings.keep_runs)
    if not result.success:
        messages = failures(result)
        if any(dg.DagsterExecutionInterruptedError.__name__ in message for message in messages):
            raise KeyboardInterrupt
        is_published = any(event.step_key == PUBLISH and event.is_step_success for event in result.all_events)
        state = "the new one" if is_published else "as it was"
        errors.print(f"[red]The run failed; the published warehouse is {state}.[/red]")
        for message in messages:
            errors.print(message, markup=False)
        for words, remedy in REMEDIES.items():
            if any(words in message for message in messages):
                errors.print(remedy.format(build_path=settings.build_path), markup=False)
        return 1
    print_summary(settings.warehouse_path, settings.pages_dir, Console(file=sys.stdout, highlight=False))
    return 0
