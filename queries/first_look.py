"""From a connection to a chart, as a notebook: `make notebook`, or run it as a script."""

import marimo

app = marimo.App(width="medium", app_title="First Print: a first look")


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    # A first look

    The warehouse is one DuckDB file. Open it read-only: runs replace it in one step and disturb nobody.
    """)


@app.cell
def _():
    import os
    from pathlib import Path

    import duckdb
    import marimo as mo
    from matplotlib.figure import Figure

    warehouse_path = Path(os.environ.get("WAREHOUSE_PATH", "data/warehouse.duckdb"))
    warehouse = duckdb.connect(str(warehouse_path), read_only=True)
    return Figure, mo, warehouse, warehouse_path


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    ## What is in it

    Each table and column bears its description. `marts` is for questions, `raw` is what was read, as printed.
    """)


@app.cell
def _(warehouse):
    marts = warehouse.sql(
        "select table_name, estimated_size as row_count, comment from duckdb_tables() where schema_name = 'marts'"
    ).df()
    marts
    return


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    ## A company, quarter by quarter

    `company_quarters` has a row a company and fiscal quarter, with the figures as they were first reported.
    """)


@app.cell
def _(mo, warehouse):
    companies = warehouse.sql(
        "select company from marts.company_quarters where revenue > 0 group by company order by count(*) desc, company"
    ).fetchall()
    company = mo.ui.dropdown([name for (name,) in companies], value=companies[0][0], label="Company")
    company
    return (company,)


@app.cell
def _(company, warehouse):
    quarters = warehouse.execute(
        """
        select period_end, revenue, net_income, gross_margin, revenue_guided_low, revenue_guided_high
        from marts.company_quarters
        where company = ? and revenue > 0
        order by period_end
        """,
        [company.value],
    ).df()
    quarters
    return (quarters,)


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    ## Revenue, and what was expected of it

    The lines are the ranges that the company had given before the quarter was reported.
    """)


@app.cell
def _(Figure, company, quarters):
    figure = Figure(figsize=(8, 3.5), layout="constrained")
    axes = figure.subplots()
    axes.bar(quarters.period_end, quarters.revenue.astype(float) / 1e6, width=60, color="#6f9fd0")
    axes.vlines(
        quarters.period_end,
        quarters.revenue_guided_low.astype(float) / 1e6,
        quarters.revenue_guided_high.astype(float) / 1e6,
        color="#c0504d",
        linewidth=3,
        label="guidance",
    )
    axes.set_title(f"{company.value}: revenue by quarter, million USD", loc="left")
    axes.legend(frameon=False)
    figure
    return


@app.cell(hide_code=True)
def _(mo):
    mo.md("""
    ## Without DuckDB

    Each mart lies beside the warehouse as a folder of Parquet files: `pandas.read_parquet`, `polars.scan_parquet` and
    R's `arrow::open_dataset` open it.
    """)


@app.cell
def _(warehouse_path):
    import pandas as pd

    marts_dir = warehouse_path.with_name(f"{warehouse_path.stem}_marts")
    guidance = pd.read_parquet(next(marts_dir.glob("fct_guidance_outcomes*")))
    guidance.groupby(["metric", "verdict"]).size().unstack(fill_value=0)
    return


if __name__ == "__main__":
    app.run()
