"""What Dagster loads: one graph from the files to the published warehouse, and what starts it."""

from pathlib import Path

import dagster as dg
import pytest

from pipeline.assets.automation import folder_digest, new_filings
from pipeline.assets.code_links import with_code_links
from pipeline.assets.dbt import dbt_models
from pipeline.assets.published import published_warehouse
from pipeline.assets.resources import Warehouse
from pipeline.definitions import defs
from pipeline.records import RECORDS

PUBLISHED = dg.AssetKey("published_warehouse")
GRAPH = defs.resolve_asset_graph()


def resource(folder: Path) -> Warehouse:
    return Warehouse(
        raw_dir=str(folder / "raw"),
        build_path=str(folder / "w_build.duckdb"),
        warehouse_path=str(folder / "w.duckdb"),
        marts_dir=str(folder / "w_marts"),
        pages_dir=str(folder / "w_pages"),
        dbt_memory="1GB",
    )


def test_every_raw_table_is_an_asset_that_published_warehouse_comes_from() -> None:
    upstream = {key.to_user_string() for key in GRAPH.get_ancestor_asset_keys(PUBLISHED)}
    assert {f"raw/{record.TABLE}" for record in RECORDS} <= upstream


def test_dbt_models_continue_the_raw_tables_and_lead_to_the_published_file() -> None:
    raw = {dg.AssetKey(["raw", record.TABLE]) for record in RECORDS}
    sources = {key for key in dbt_models.keys_by_input_name.values() if key not in dbt_models.keys}
    assert sources <= raw
    upstream = GRAPH.get_ancestor_asset_keys(PUBLISHED)
    marts = {key for key, spec in dbt_models.specs_by_key.items() if spec.group_name == "marts"}
    assert marts
    assert marts <= upstream


def test_every_asset_says_what_it_is() -> None:
    for spec in defs.resolve_all_asset_specs():
        name = spec.key.to_user_string()
        assert spec.description, name
        assert spec.group_name not in (None, "default"), name
        assert spec.owners, name
        assert spec.kinds, name
        assert spec.metadata["dagster/code_references"].code_references, name


def test_every_check_says_what_it_asks_for() -> None:
    for check in dbt_models.check_specs:
        assert check.description, check.name


def test_all_but_edgar_is_in_the_job_and_all_in_that_of_the_evening() -> None:
    every = set(GRAPH.executable_asset_keys)
    jobs = {
        name: defs.resolve_job_def(name).asset_layer.executable_asset_keys for name in ("first_print", "edgar_daily")
    }
    assert jobs["edgar_daily"] == every
    assert every - jobs["first_print"] == {dg.AssetKey("edgar_submissions")}
    assert dg.AssetKey("edgar_submissions") in GRAPH.get_ancestor_asset_keys(PUBLISHED)


def test_failing_dbt_tests_of_severity_error_block() -> None:
    checks = list(dbt_models.check_specs)
    assert checks
    assert any(check.blocking for check in checks)


def test_run_of_the_job_holds_one_pool() -> None:
    pools = {op.pool for node in defs.resolve_job_def("first_print").nodes if (op := node.definition)}
    assert pools == {"warehouse"}


@pytest.fixture
def raw_dir(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "one.txt").write_text("one")
    return tmp_path / "raw"


def tick(folder: Path, cursor: str | None) -> dg.SensorResult:
    with dg.build_sensor_context(cursor=cursor, resources={"warehouse": resource(folder)}) as context:
        result = new_filings(context)
    assert isinstance(result, dg.SensorResult)
    return result


def test_sensor_starts_one_run_for_each_state_of_the_folder(raw_dir: Path) -> None:
    first = tick(raw_dir.parent, None)
    assert len(first.run_requests or []) == 1
    assert tick(raw_dir.parent, first.cursor).skip_reason

    (raw_dir / "two.txt").write_text("two")
    second = tick(raw_dir.parent, first.cursor)
    assert len(second.run_requests or []) == 1
    assert second.cursor != first.cursor


def test_sensor_skips_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert "is no folder" in str(tick(tmp_path, None).skip_reason)


def test_digest_changes_with_content_time_and_name_only(raw_dir: Path) -> None:
    before = folder_digest(raw_dir)
    assert folder_digest(raw_dir) == before
    (raw_dir / "one.txt").rename(raw_dir / "other.txt")
    assert folder_digest(raw_dir) != before


def test_code_links_lead_to_the_repository_where_one_is_set() -> None:
    (linked,) = with_code_links([published_warehouse], "https://github.com/owner/name")
    (reference,) = linked.metadata_by_key[PUBLISHED]["dagster/code_references"].code_references
    assert reference.url.startswith("https://github.com/owner/name/tree/main/pipeline/assets/published.py#L")
