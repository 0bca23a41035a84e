"""Marts as Parquet files: the rows and types of the published file, and nothing of what was there before."""

from pathlib import Path

import duckdb
import pandas as pd

from pipeline.warehouse import export_marts
from tests.running import Run


def test_each_mart_is_a_file_with_its_rows_and_types(published_samples: Run) -> None:
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        marts = connection.execute("select table_name from duckdb_tables() where schema_name = 'marts'").fetchall()
        assert {f"{mart}.parquet" for (mart,) in marts} == {file.name for file in published_samples.marts_dir.iterdir()}
        for (mart,) in marts:
            written = f"'{published_samples.marts_dir / mart}.parquet'"
            for query in ("select column_name, column_type from (describe {})", "from {} order by all"):
                expected = connection.execute(query.format(f"marts.{mart}")).fetchall()
                assert connection.execute(query.format(written)).fetchall() == expected, mart


def test_pandas_reads_a_mart(published_samples: Run) -> None:
    income = pd.read_parquet(published_samples.marts_dir / "fct_income.parquet")
    sales = income[(income.filing_id == "0001003950-03-000013") & (income.concept == "Revenues") & (income.months == 3)]
    assert set(sales.value.astype(int)) == {12_636_000, 6_619_000}


def test_files_of_marts_that_are_gone_are_removed(tmp_path: Path) -> None:
    warehouse_path, marts_dir = tmp_path / "w.duckdb", tmp_path / "w_marts"
    for mart in ("first", "second"):
        with duckdb.connect(str(warehouse_path)) as connection:
            connection.execute(
                f"drop schema if exists marts cascade; create schema marts; create table marts.{mart} as from range(3)"
            )
        (marts_dir / ".first.new").parent.mkdir(exist_ok=True)
        (marts_dir / ".first.new").write_text("half a file of a killed run")
        assert export_marts(warehouse_path, marts_dir) == {mart: 3}
        assert [file.name for file in marts_dir.iterdir()] == [f"{mart}.parquet"]
