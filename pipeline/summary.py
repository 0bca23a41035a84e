"""What a run came to: counts, where the warehouse is, and three lines of results worth reading."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from pipeline.database import database

COUNTS = {
    "files seen": "select count(*) from raw.files",
    "filings": "select count(*) from marts.dim_filing",
    "earnings releases": "select count(*) from marts.dim_filing where is_earnings_release",
    "companies": "select count(*) from marts.dim_company",
    "cells": "select count(*) from raw.cells",
    "guidance items": "select count(*) from marts.fct_guidance",
    "issues": "select count(*) from raw.issues",
}

# Each query gives one sentence, or no row where the warehouse holds nothing to say it of.
FINDINGS = (
    """
    with quarters as (
        select distinct facts.filing_id, filings.company, facts.period_end, facts.value
        from marts.fct_income as facts
        inner join marts.dim_filing as filings on facts.filing_id = filings.filing_id
        where facts.concept = 'Revenues' and facts.months = 3 and facts.unit = 'USD' and facts.value > 0
    ),
    growth as (
        select present.*, present.value / past.value - 1 as growth
        from quarters as present
        inner join quarters as past
            on present.filing_id = past.filing_id
            and past.period_end + interval 1 year between
                present.period_end - interval 1 month and present.period_end + interval 1 month
    )
    select format(
        'Latest revenue: {} printed {:,.1f} million USD for the quarter to {}, {:.1f} % {} the year before.',
        company, value / 1000000, period_end, abs(growth) * 100, if(growth < 0, 'below', 'above')
    )
    from growth
    order by period_end desc, company, filing_id
    limit 1
    """,
    """
    select format(
        'Guidance: {} expected revenue of {:,.1f} to {:,.1f} million USD for {} months to {} and printed {:,.1f}: {}.',
        company, low / 1000000, high / 1000000, date_diff('month', period_start, period_end) + 1, period_end,
        reported / 1000000, verdict
    )
    from marts.fct_guidance_outcomes as outcomes
    inner join marts.dim_filing as filings on outcomes.filing_id = filings.filing_id
    where metric = 'revenue' and unit = 'USD' and low < high and reported is not null
    order by period_end desc, outcomes.said_on desc, company, low
    limit 1
    """,
    """
    with latest as (
        select filings.company, ratios.period_end, ratios.value
        from marts.fct_ratios as ratios
        inner join marts.dim_filing as filings on ratios.filing_id = filings.filing_id
        where ratios.ratio = 'gross_margin' and ratios.value is not null
        qualify row_number() over (
            partition by filings.company order by ratios.period_end desc, ratios.period_start desc, ratios.filing_id
        ) = 1
    )
    select format(
        'Gross margin: the highest of the latest periods is {:.1f} % ({}, to {}), the median {:.1f} %.',
        max(value) * 100, max_by(company, value), max_by(period_end, value), median(value) * 100
    )
    from latest
    having count(*) > 0
    """,
)


def print_summary(warehouse_path: Path, pages_dir: Path, console: Console) -> None:
    """Print the counts and findings of a published warehouse, and where it and its pages are."""
    with database(warehouse_path, read_only=True) as connection:
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(justify="right")
        table.add_column()
        for name, query in COUNTS.items():
            table.add_row(f"{connection.execute(query).fetchall()[0][0]:,}", name)
        findings = [row[0] for query in FINDINGS for row in connection.execute(query).fetchall()]
    console.print(table)
    console.print(f"The warehouse is at {warehouse_path}", soft_wrap=True)
    console.print(f"The page behind each number: {pages_dir / 'index.html'}", soft_wrap=True)
    for finding in findings:
        console.print(finding, soft_wrap=True)
