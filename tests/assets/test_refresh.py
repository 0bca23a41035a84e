"""When dbt builds all anew: where another state of the project made the models."""

from pathlib import Path

import duckdb

from pipeline.assets.refresh import built_by, drop_models, project_digest
from pipeline.settings import DBT_PROJECT_DIR


def test_a_digest_is_of_what_dbt_reads(tmp_path: Path) -> None:
    (tmp_path / "models").mkdir()
    model = tmp_path / "models" / "one.sql"
    model.write_text("select 1")
    first = project_digest(tmp_path)
    (tmp_path / "notes.txt").write_text("dbt reads no notes")
    assert project_digest(tmp_path) == first
    model.write_text("select 2")
    second = project_digest(tmp_path)
    model.rename(tmp_path / "models" / "two.sql")
    assert len({first, second, project_digest(tmp_path), project_digest(DBT_PROJECT_DIR)}) == 4


def test_a_build_file_says_who_built_it(tmp_path: Path) -> None:
    build_path = tmp_path / "build.duckdb"
    with duckdb.connect(str(build_path)) as connection:
        connection.execute("create schema building")
    assert built_by(build_path) is None
    with duckdb.connect(str(build_path)) as connection:
        connection.execute("create table building.built_filings as select 'a' as models_digest")
    assert built_by(build_path) == {"a"}
    drop_models(build_path)
    assert built_by(build_path) is None
