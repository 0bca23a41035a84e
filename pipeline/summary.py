"""What a run came to: counts, where the warehouse is, and three lines of results worth reading."""

from __future__ import annotations

from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table

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
        select distinct filing_id, company, filed_on, reported_on, period_end, value
        from marts.fct_income
        inner join marts.dim_filing using (filing_id)
        where concept = 'Revenues' and months = 3 and unit = 'USD' and value > 0
    ),
    growth as (
        select present.*, present.value / past.value - 1 as growth
        from quarters as present
        inner join quarters as past
            on present.filing_id = past.filing_id
            and past.period_end + interval 1 year between
                present.period_end - interval 1 month and present.period_end + interval 1 month
        qualify row_number() over (partition by present.company order by present.period_end desc, filing_id) = 1
    )
    select format(
        'Latest revenue: {} printed {:,.1f} million USD for the quarter to {}, {:.1f} % {} the year before.',
        company, value / 1000000, period_end, abs(growth) * 100, if(growth < 0, 'below', 'above')
    )
    from growth
    order by period_end desc, company
    limit 1
    """,
    """
    with expected as (
        select *
        from marts.fct_guidance
        inner join marts.dim_filing using (filing_id)
        where metric = 'revenue' and scope is null and unit = 'USD' and low < high and period_end is not null
    ),
    printed as (
        select distinct company, period_start, period_end, value
        from marts.fct_income
        inner join marts.dim_filing using (filing_id)
        where concept = 'Revenues' and unit = 'USD'
    )
    select format(
        'Guidance: {} expected revenue of {:,.1f} to {:,.1f} million USD for the period to {} and printed {:,.1f}: {}.',
        company, low / 1000000, high / 1000000, expected.period_end, value / 1000000,
        case when value > high then 'above' when value < low then 'below' else 'within' end
    )
    from expected
    inner join printed using (company, period_start, period_end)
    order by expected.period_end desc, company, low
    limit 1
    """,
    """
    with latest as (
        select company, period_end, value
        from marts.fct_ratios
        inner join marts.dim_filing using (filing_id)
        where ratio = 'gross_margin' and value is not null
        qualify row_number() over (partition by company order by period_end desc, period_start desc, filing_id) = 1
    )
    select format(
        'Gross margin: the highest of the latest periods is {:.1f} % ({}, to {}), the median {:.1f} %.',
        max(value) * 100, arg_max(company, value), arg_max(period_end, value), median(value) * 100
    )
    from latest
    having count(*) > 0
    """,
)


def print_summary(warehouse_path: Path, console: Console) -> None:
    """Print the counts and findings of a published warehouse."""
    with duckdb.connect(str(warehouse_path), read_only=True) as connection:
        table = Table(box=None, show_header=False, pad_edge=False)
        table.add_column(justify="right")
        table.add_column()
        for name, query in COUNTS.items():
            table.add_row(f"{connection.execute(query).fetchall()[0][0]:,}", name)
        findings = [row[0] for query in FINDINGS for row in connection.execute(query).fetchall()]
    console.print(table)
    console.print(f"The warehouse is at {warehouse_path}", soft_wrap=True)
    for finding in findings:
        console.print(finding, soft_wrap=True)
