"""What reading all of EDGAR's 8-Ks would take: filings by year times what `make bench-scale` measured.

    python -m benchmarks.all_of_edgar FOLDER      # a folder of bench-scale's, such as data/scale/100000

An upper bound: every 8-K is taken for a filing of the generated mix, in which more than half are releases with
statements, while most 8-Ks of EDGAR are of other items, and are not even stored (docs/edgar.md).
"""

from __future__ import annotations

import argparse
import json
import os
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.generated import HTML_SIZES, TEXT_SIZES
from benchmarks.scale import Cost

# 8-Ks of a year where somebody has counted them; between two counts a straight line.
COUNTED = {
    1996: 20_000,  # assumed: electronic filing became mandatory in May
    2003: 58_400,  # fiscal year 2003, SEC in its release on the new Form 8-K, by Compliance Week of August 2005
    2005: 83_500,  # 43 % more in the first eleven months of the new form, Bowne & Co., ibidem
    2019: 64_663,  # Kaleidoscope, by footnoted.com, "2020: The year in filings"
    2020: 72_283,  # the same
    2026: 72_283,  # assumed
}
HTML_FROM, HTML_ALONE = 2000, 2005  # years in which text gave way to HTML, in a straight line
PACKED = {"text": 0.19, "html": 0.037}  # gzip on the benchmark's filings
CORES = (2, 8, 64)
MACHINES = (1, 8, 32)
MEASURED_ON = os.cpu_count() or 1
DOLLARS_A_CORE_HOUR = 0.05  # of a rented machine, on demand, about
SECONDS_A_REQUEST = 1 / 8
BUSINESS_DAYS = 251  # archives of a year


@dataclass(frozen=True, slots=True)
class Year:
    """8-Ks of a year and their bytes, as filed and packed."""

    year: int
    filings: int
    size: float
    packed: float


def years() -> list[Year]:
    """Every year from the first count to the last."""
    mean = {"text": _mean(TEXT_SIZES), "html": _mean(HTML_SIZES)}
    found = []
    for (first, before), (last, after) in pairwise(COUNTED.items()):
        for year in range(first, last + (last == max(COUNTED))):
            filings = round(before + (after - before) * (year - first) / (last - first))
            in_html = min(1.0, max(0.0, (year - HTML_FROM) / (HTML_ALONE - HTML_FROM)))
            by_format = {"text": filings * (1 - in_html), "html": filings * in_html}
            size = sum(count * mean[name] for name, count in by_format.items())
            packed = sum(count * mean[name] * PACKED[name] for name, count in by_format.items())
            found.append(Year(year, filings, size, packed))
    return found


def _mean(deciles: tuple[int, ...]) -> float:
    return sum((low + high) / 2 for low, high in pairwise(deciles)) / (len(deciles) - 1)


def measured(folder: Path) -> tuple[int, Cost]:
    """Filings that were read into a folder of bench-scale's, and what that cost."""
    size = int(folder.name)
    return size, Cost(**json.loads((folder / f"0-{size}.json").read_text()))


def hours(filings: int, cores: int, of: int, cost: Cost) -> dict[str, float]:
    """Hours by step. Cores share reading and pages; one process inserts what was read; other steps stay as they are."""
    more = cores / MEASURED_ON
    seconds = {step: spent / of for step, spent in cost.seconds.items()}
    seconds["load"] = max(seconds["load"] / more, cost.processor["run"] / of)
    seconds["pages"] /= more
    return {step: filings * spent / 3600 for step, spent in seconds.items()}


def counts(every: list[Year]) -> Table:
    table = Table("year", "8-Ks", "GB as filed", "GB packed")
    for year in every:
        table.add_row(str(year.year), f"{year.filings:,}", f"{year.size / 1e9:.1f}", f"{year.packed / 1e9:.2f}")
    filings, size, packed = (sum(getattr(year, name) for year in every) for name in ("filings", "size", "packed"))
    table.add_row("all", f"{filings:,}", f"{size / 1e9:,.0f}", f"{packed / 1e9:,.0f}")
    return table


def times(filings: int, of: int, cost: Cost) -> Table:
    table = Table("cores", *cost.seconds, "hours in all", "dollars")
    for cores in CORES:
        by_step = hours(filings, cores, of, cost)
        total = sum(by_step.values())
        table.add_row(str(cores), *(f"{each:.1f}" for each in by_step.values()), f"{total:.0f}", _dollars(total, cores))
    return table


def shared(filings: int, of: int, cost: Cost) -> Table:
    """Machines such as the one that was measured, each with the whole job for a share of the companies."""
    table = Table("machines", "cores", "filings each", "hours", "dollars")
    for machines in MACHINES:
        each, cores = filings / machines, machines * MEASURED_ON
        total = each * cost.total / of / 3600
        table.add_row(str(machines), str(cores), f"{each:,.0f}", f"{total:.1f}", _dollars(total, cores))
    return table


def _dollars(total: float, cores: int) -> str:
    return f"{total * cores * DOLLARS_A_CORE_HOUR:,.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    of, cost = measured(parser.parse_args().folder)
    every = years()
    filings = sum(year.filings for year in every)
    console = Console(width=120)
    console.print(counts(every))
    console.print(times(filings, of, cost))
    console.print(shared(filings, of, cost))
    for place, size in cost.disk.items():
        if place != "filings":
            console.print(f"{place}: {filings * size / of / 1e9:,.0f} GB")
    console.print(
        f"filings one by one: {filings:,} requests, {filings * SECONDS_A_REQUEST / 3600:,.0f} hours at 8 a second"
    )
    console.print(f"by archives of days: {len(every) * BUSINESS_DAYS:,} requests")


if __name__ == "__main__":
    main()
