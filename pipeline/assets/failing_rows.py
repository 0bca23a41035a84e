"""The rows that fail a dbt test, as a table beside the check's verdict."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DbtCliInvocation

SHOWN = 20  # rows of one check
LONGEST = 200  # characters of one value


def with_failing_rows(invocation: DbtCliInvocation, build_path: Path) -> Iterator[Any]:
    """The events of a dbt invocation; checks that fail come last, when dbt has let go of the build file.

    Raises what the invocation raises, after the checks.
    """
    failing: list[dg.AssetCheckResult] = []
    error: Exception | None = None
    try:
        for event in invocation.stream():
            if isinstance(event, dg.AssetCheckResult) and not event.passed:
                failing.append(event)
            else:
                yield event
    except Exception as raised:  # whatever it is, it is raised again below
        error = raised
    yield from _with_rows(failing, invocation.target_path / "run_results.json", build_path)
    if error is not None:
        raise error


def _with_rows(
    failing: list[dg.AssetCheckResult], run_results: Path, build_path: Path
) -> Iterator[dg.AssetCheckResult]:
    if not failing or not run_results.exists():
        yield from failing
        return
    queries = {node["unique_id"]: node["compiled_code"] for node in json.loads(run_results.read_text())["results"]}
    with duckdb.connect(str(build_path), read_only=True) as connection:
        for check in failing:
            query = queries.get(check.metadata["unique_id"].value)
            rows = {"failing_rows": _table(connection, query)} if query else {}
            yield dg.AssetCheckResult(
                passed=False,
                asset_key=check.asset_key,
                check_name=check.check_name,
                severity=check.severity,
                metadata={**check.metadata, **rows},
            )


def _table(connection: duckdb.DuckDBPyConnection, query: str) -> dg.TableMetadataValue:
    found = connection.execute(f"select * from ({query}) limit {SHOWN}")
    names = [column[0] for column in found.description or ()]
    return dg.MetadataValue.table(
        [
            dg.TableRecord({name: _shown(value) for name, value in zip(names, row, strict=True)})
            for row in found.fetchall()
        ]
    )


def _shown(value: Any) -> str | int | float | bool | None:
    if value is None or isinstance(value, (int, float, bool)):
        return value
    text = str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
