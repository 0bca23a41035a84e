"""One value of a good warehouse is made wrong at a time, in a filing of its own: which checks see it."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from pipeline.warehouse import attach_scratch
from tests.dbt_project.small_warehouse import dbt
from tests.running import Run

FASTENERS, INSTRUMENTS = "9999999002", "9999999001"
# A fault: the filing in which it is, what is done to its raw rows, and the checks that must see it.
FAULTS: dict[str, tuple[str, str, set[str]]] = {
    "sign flipped": (
        f"{FASTENERS}-19-000021",
        "update raw.cells set value = -value where filing_id = $id and label = 'Net income (loss)' and column_no = 1",
        {"holds_fct_identities_holds"},
    ),
    "value of the column beside it": (
        f"{FASTENERS}-19-000034",
        """
        update raw.cells set value = other.value from raw.cells as other
        where raw.cells.filing_id = $id and other.filing_id = $id and raw.cells.label ilike 'total assets'
        and other.label ilike 'total assets' and raw.cells.column_no = 1 and other.column_no = 2
        """,
        {"holds_fct_identities_holds"},
    ),
    "amounts of a statement a thousandfold": (
        f"{FASTENERS}-19-000047",
        """
        update raw.cells set value = value * 1000, scale = scale * 1000
        where filing_id = $id and unit = 'USD' and months is not null
        """,
        {"holds_fct_identities_holds"},
    ),
    "a whole filing a thousandfold": (
        f"{FASTENERS}-20-000003",
        "update raw.cells set value = value * 1000, scale = scale * 1000 where filing_id = $id and unit not like '%/%'",
        {"holds_fct_revisions"},
    ),
    "periods a year late": (
        f"{FASTENERS}-20-000016",
        "update raw.cells set period_end = period_end + interval 1 year where filing_id = $id",
        {"not_after_filing_fct_income", "not_after_filing_fct_balance"},
    ),
    "a column a year early": (
        f"{INSTRUMENTS}-02-000007",
        """
        update raw.cells set period_end = period_end - interval 1 year
        where filing_id = $id and column_no = 1 and months = 3
        """,
        {"one_value_each_fct_income"},
    ),
    "a filing twice": (
        f"{INSTRUMENTS}-02-000011",
        "insert into raw.filings from raw.filings where filing_id = $id",
        {"unique_dim_filing_filing_id"},
    ),
    "a cell twice": (
        f"{INSTRUMENTS}-03-000002",
        "insert into raw.cells (from raw.cells where filing_id = $id limit 1)",
        {"unique_together_stg_cells"},
    ),
    "places a character off": (
        f"{INSTRUMENTS}-03-000005",
        "update raw.cells set char_start = char_start + 1, char_end = char_end + 1 where filing_id = $id",
        {"spans_read_as_printed"},
    ),
    "a quarter above its year to date": (
        f"{INSTRUMENTS}-03-000014",
        """
        update raw.cells set value = value * 9
        where filing_id = $id and label = 'Total revenue' and months = 3 and column_no = 1
        """,
        {"grows_with_its_months_fct_income"},
    ),
}


def failing_rows(build_path: Path, checks: dict[str, str]) -> dict[str, str]:
    """What the queries of checks find in a warehouse, as text."""
    with duckdb.connect(str(build_path), read_only=True) as connection:
        attach_scratch(connection, build_path)
        return {name: repr(connection.execute(query).fetchall()) for name, query in checks.items()}


@pytest.fixture(scope="module")
def seen(published_samples: Run, tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The checks that see each fault: its filing stands in their failing rows, but not before."""
    folder = tmp_path_factory.mktemp("faults")
    build_path = Path(shutil.copy(published_samples.build_path, folder))
    with duckdb.connect(str(build_path)) as connection:
        for filing_id, statement, _ in FAULTS.values():
            assert connection.execute(statement, {"id": filing_id}).fetchall()[0][0], statement
        connection.execute("drop schema building cascade; drop schema intermediate cascade; drop schema marts cascade")
    assert dbt("run", build_path, folder).returncode == 0
    dbt("test", build_path, folder)
    results = json.loads((folder / "target" / "run_results.json").read_text())["results"]
    checks = {
        node["unique_id"].split(".")[2]: node["compiled_code"] for node in results if node["status"] in ("fail", "warn")
    }
    before, after = failing_rows(published_samples.build_path, checks), failing_rows(build_path, checks)
    return {
        fault: {check for check, rows in after.items() if filing_id in rows and filing_id not in before[check]}
        for fault, (filing_id, _, _) in FAULTS.items()
    }


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_seen(seen: dict[str, set[str]], fault: str) -> None:
    _, _, checks = FAULTS[fault]
    assert [check for check in checks if not any(name.startswith(check) for name in seen[fault])] == []
