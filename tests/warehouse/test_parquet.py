"""Marts as Parquet files: the rows and types of the published file, written where they have changed."""

from pathlib import Path

import duckdb
import pandas as pd

from pipeline.warehouse import export_marts
from tests.running import Run
from tests.warehouse.said_rows import say_rows

SMALL = """
drop schema if exists marts cascade;
create schema marts;
create table marts.dim_filing as
select * from (values ('a', date '2003-07-23'), ('b', date '2004-01-02'), ('c', null))
    as filings(filing_id, said_on);
create table marts.fct_income as select filing_id, 7 as value from marts.dim_filing;
create table marts.dim_concept as select 'Revenues' as concept;
create table marts.fct_claims as select 'a' as filing_id where false;
"""


def make(folder: Path, change: str = "") -> tuple[Path, Path]:
    with duckdb.connect(str(folder / "w.duckdb")) as connection:
        connection.execute(SMALL + change)
        say_rows(connection)
    return folder / "w.duckdb", folder / "w_marts"


def files(marts_dir: Path) -> dict[str, int]:
    """When each file was written, by its path."""
    return {str(file.relative_to(marts_dir)): file.stat().st_mtime_ns for file in marts_dir.rglob("*.*")}


def test_each_mart_is_a_folder_with_its_rows_and_types(published_samples: Run) -> None:
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        marts = connection.execute("select table_name from duckdb_tables() where schema_name = 'marts'").fetchall()
        assert {mart for (mart,) in marts} == {folder.name for folder in published_samples.marts_dir.iterdir()}
        for (mart,) in marts:
            written = f"'{published_samples.marts_dir / mart}/*.parquet'"
            for query in ("select column_name, column_type from (describe from {})", "from {} order by all"):
                expected = connection.execute(query.format(f"marts.{mart}")).fetchall()
                assert connection.execute(query.format(written)).fetchall() == expected, mart


def test_pandas_reads_a_mart(published_samples: Run) -> None:
    income = pd.read_parquet(published_samples.marts_dir / "fct_income")
    sales = income[(income.filing_id == "0001003950-03-000013") & (income.concept == "Revenues") & (income.months == 3)]
    assert set(sales.value.astype(int)) == {12_636_000, 6_619_000}


def test_rows_lie_by_the_quarter_of_their_filing(tmp_path: Path) -> None:
    warehouse_path, marts_dir = make(tmp_path)
    assert export_marts(warehouse_path, marts_dir) == {
        "dim_concept": 1, "dim_filing": 3, "fct_claims": 0, "fct_income": 3
    }  # fmt: skip
    quarters = ["2003Q3", "2004Q1", "undated"]
    expected = [f"{mart}/{quarter}.parquet" for mart in ("dim_filing", "fct_income") for quarter in quarters]
    assert sorted(files(marts_dir)) == sorted([*expected, "dim_concept/all.parquet", "fct_claims/all.parquet"])


def test_only_the_quarters_that_have_changed_are_written(tmp_path: Path) -> None:
    export_marts(*make(tmp_path))
    before = files(tmp_path / "w_marts")
    export_marts(*make(tmp_path))
    assert files(tmp_path / "w_marts") == before
    export_marts(*make(tmp_path, "update marts.fct_income set value = 8 where filing_id = 'a'"))
    after = files(tmp_path / "w_marts")
    assert [name for name in after if after[name] != before[name]] == ["fct_income/2003Q3.parquet"]
    export_marts(*make(tmp_path, "alter table marts.dim_concept rename concept to element"))
    assert pd.read_parquet(tmp_path / "w_marts" / "dim_concept").columns.to_list() == ["element"]


def test_damaged_file_is_written_anew(tmp_path: Path) -> None:
    warehouse_path, marts_dir = make(tmp_path)
    export_marts(warehouse_path, marts_dir)
    (marts_dir / "dim_concept" / "all.parquet").write_bytes(b"PAR1 of another")
    export_marts(warehouse_path, marts_dir)
    assert len(pd.read_parquet(marts_dir / "dim_concept")) == 1


def test_files_of_what_is_gone_are_removed(tmp_path: Path) -> None:
    warehouse_path, marts_dir = make(tmp_path)
    export_marts(warehouse_path, marts_dir)
    (half := marts_dir / "fct_income" / ".new" / "filed_in=2003Q3").mkdir(parents=True)
    (half / "data_0.parquet").write_text("half a file of a killed run")
    export_marts(*make(tmp_path, "drop table marts.dim_concept; delete from marts.fct_income where filing_id = 'c'"))
    assert not (marts_dir / "dim_concept").exists()
    assert sorted(file.name for file in (marts_dir / "fct_income").iterdir()) == ["2003Q3.parquet", "2004Q1.parquet"]
