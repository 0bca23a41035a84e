"""What one would rather look at than read, drawn from a published warehouse for the UI."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dagster as dg

from pipeline.database import database

if TYPE_CHECKING:
    from matplotlib.axes import Axes

INK, BAR = "#33475b", "#6f9fd0"
VERDICTS = {"above": "#2e8b57", "within": BAR, "below": "#c0504d"}

RELEASES_A_MONTH = """
    select date_trunc('month', said_on), count(*)
    from marts.dim_filing
    where is_earnings_release and said_on is not null
    group by all order by all
"""

READ_BY_YEAR = """
    select
        cast(year(said_on) as varchar) as year_filed,
        100 * count_if(filing_id in (select filing_id from marts.fct_income)) / count(*) as with_income,
        100 * count_if(filing_id in (select filing_id from marts.fct_balance)) / count(*) as with_balance
    from marts.dim_filing
    where is_earnings_release and said_on is not null
    group by all order by all
"""

GUIDANCE_AGAINST_ACTUAL = """
    select verdict, said_on, cast(100 * surprise_share as double) as surprise
    from marts.fct_guidance_outcomes
    where verdict != 'not comparable' and metric = 'revenue' and abs(surprise_share) <= 1
    order by all
"""


def plots(warehouse_path: Path) -> dict[str, dg.MarkdownMetadataValue]:
    """Pictures by name; one of which the warehouse holds nothing is left out."""
    with database(warehouse_path, read_only=True) as connection:
        drawn = {
            "releases_a_month": _releases(connection.execute(RELEASES_A_MONTH).fetchall()),
            "share_read_by_year": _read_by_year(connection.execute(READ_BY_YEAR).fetchall()),
            "guidance_against_actual": _guidance(connection.execute(GUIDANCE_AGAINST_ACTUAL).fetchall()),
        }
    return {name: picture for name, picture in drawn.items() if picture is not None}


def _releases(rows: list[Any]) -> dg.MarkdownMetadataValue | None:
    def draw(axes: Axes) -> None:
        axes.bar([month for month, _ in rows], [count for _, count in rows], width=25, color=BAR)

    return _picture("Earnings releases by month of filing", draw) if rows else None


def _read_by_year(rows: list[Any]) -> dg.MarkdownMetadataValue | None:
    def draw(axes: Axes) -> None:
        years = range(len(rows))
        axes.bar([n - 0.2 for n in years], [row[1] for row in rows], width=0.4, color=BAR, label="income statement")
        axes.bar([n + 0.2 for n in years], [row[2] for row in rows], width=0.4, color=INK, label="balance sheet")
        axes.set_xticks(list(years), [row[0] for row in rows], rotation=90 if len(rows) > 12 else 0)
        axes.set_ylim(0, 105)
        _legend(axes)

    return _picture("Releases with a statement read, by year of filing, %", draw) if rows else None


def _guidance(rows: list[Any]) -> dg.MarkdownMetadataValue | None:
    def draw(axes: Axes) -> None:
        for verdict, colour in VERDICTS.items():
            points = [(said_on, surprise) for which, said_on, surprise in rows if which == verdict]
            if points:
                days, surprises = zip(*points, strict=True)
                axes.scatter(days, surprises, s=18, color=colour, label=f"{verdict}: {len(points)}")
        axes.axhline(0, color=INK, linewidth=0.8)
        _legend(axes)

    return _picture("Revenue against the middle of its guidance, %", draw) if rows else None


def _legend(axes: Axes) -> None:
    axes.legend(frameon=False, fontsize=8, loc="lower right", bbox_to_anchor=(1, 1), ncols=3)  # above, where no data is


def _picture(title: str, draw: Any) -> dg.MarkdownMetadataValue:
    """A picture inside the metadata itself, so that it is there wherever the UI is."""
    from matplotlib.figure import Figure  # takes half a second, of runs that publish alone

    figure = Figure(figsize=(7.5, 3.2), layout="constrained")
    axes = figure.subplots()
    draw(axes)
    axes.set_title(title, loc="left", fontsize=10, color=INK)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=8)
    image = io.BytesIO()
    figure.savefig(image, format="png", dpi=110)
    return dg.MetadataValue.md(f"![{title}](data:image/png;base64,{base64.b64encode(image.getvalue()).decode()})")
