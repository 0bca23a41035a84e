"""`python -m pipeline.edgar`, which is `make fetch`: filings of a company, or of all, from EDGAR into RAW_DIR."""

import argparse
import logging
import signal
import sys
from collections.abc import Sequence
from datetime import date

from pydantic import ValidationError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from pipeline.edgar import Client, EdgarError, Outcome, Report, Store, UnavailableError, cik_of, fetch, find
from pipeline.settings import EdgarSettings, what_is_wrong

errors = Console(stderr=True, soft_wrap=True, highlight=False)


class _Above(logging.Handler):
    """Warnings and further attempts on the terminal, above the progress bar: a silent minute looks like a hang."""

    def emit(self, record: logging.LogRecord) -> None:
        errors.print(record.getMessage(), markup=False)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day; write it like 2003-07-23") from error


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m pipeline.edgar", description=__doc__)
    parser.add_argument("--company", nargs="*", default=[], metavar="CIK", help="CIKs or tickers; none: all companies")
    parser.add_argument("--from", dest="first", type=_day, required=True, metavar="YYYY-MM-DD")
    parser.add_argument("--to", dest="last", type=_day, default=date.today(), metavar="YYYY-MM-DD")
    parser.add_argument("--archives", action="store_true", help="take all filings of a day from its archive")
    given = parser.parse_args(arguments)
    if given.first > given.last:
        parser.error(f"--from {given.first} is after --to {given.last}")
    if given.archives and given.company:
        parser.error("an archive holds a day of all companies; leave --archives out to fetch some of them")
    return given


def _fetch(given: argparse.Namespace, settings: EdgarSettings) -> Report:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Client(settings) as client, Progress(*columns, console=errors, transient=True) as progress:
        task = progress.add_task("Reading indexes", total=None)
        ciks = [cik_of(client, name) for name in given.company]
        listings = find(client, given.first, given.last, ciks)

        def on_progress(report: Report) -> None:
            progress.update(task, description="Fetching filings", completed=report.done, total=report.found)

        return fetch(client, Store(settings.raw_dir), listings, on_progress, archives=given.archives)


def _print_summary(report: Report, raw_dir: str) -> None:
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right")
    table.add_column()
    table.add_row(f"{report.found:,}", "filings found")
    for outcome in Outcome:
        table.add_row(f"{report.outcomes[outcome]:,}", outcome)
    table.add_row(f"{report.stored_bytes / 1e6:,.1f}", "MB stored")
    table.add_row(f"{report.requests:,}", f"requests, {report.requests_a_second:.1f} a second")
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    if report.lost:
        console.print(
            f"{len(report.lost):,} filings are not here, for the reasons above; the same command tries again."
        )
    console.print(f"The filings are in {raw_dir}; `make run` reads what is new.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Fetch and sum up; 0: all that was found is here, 1: something is not, 2: a setting is wrong, 130: interrupted."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    log = logging.getLogger("pipeline.edgar")
    log.handlers = [_Above()]
    given = _arguments(arguments)
    try:
        settings = EdgarSettings()
        report = _fetch(given, settings)
    except ValidationError as error:
        errors.print(what_is_wrong(error), markup=False)
        return 2
    except EdgarError as error:
        errors.print(str(error), markup=False)
        if isinstance(error, UnavailableError):
            errors.print("Is there a way to EDGAR from here? Nothing is lost; the same command tries again.")
        return 1
    except KeyboardInterrupt:
        errors.print("Interrupted. What was fetched is stored; the same command goes on from here.")
        return 130
    _print_summary(report, settings.raw_dir)
    return 1 if report.lost else 0


if __name__ == "__main__":
    sys.exit(main())
