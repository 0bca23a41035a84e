"""What dbt's results are told with: models with their rows and columns, failing checks with the rows that fail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DbtCliInvocation
from dagster_dbt.errors import DagsterDbtCliRuntimeError

from pipeline.assets.model_metadata import model_metadata
from pipeline.assets.shown_rows import shown_rows
from pipeline.database import database
from pipeline.warehouse import attach_scratch

FAILING_ROWS = 20  # shown of one check
NEXT = (
    "Nothing is published: readers keep the warehouse they have. The rows that fail stand beside each check, in the UI "
    "(`make ui`) under the asset's Checks. docs/data_quality.md says what each check means. Once the cause is mended, "
    "the next run goes on from here."
)


def with_metadata(
    invocation: DbtCliInvocation, build_path: Path, lineage_path: Path, on_progress: Callable[[int], None]
) -> Iterator[Any]:
    """The events of a dbt invocation; models and failing checks come last, when dbt has let go of the build file.

    `lineage_path` is where the lineage of columns is kept from build to build; `on_progress(done)` is called with each
    event. Raises `dagster.Failure`, after the last event, where the invocation fails: what did, and what to do next.
    """
    held: list[Any] = []
    error: Exception | None = None
    try:
        for done, event in enumerate(invocation.stream(), 1):
            on_progress(done)
            if isinstance(event, dg.AssetCheckResult) and event.passed:
                yield event
            else:
                held.append(event)
    except Exception as raised:  # whatever it is, it is raised again below
        error = raised
    results = _results(invocation.target_path / "run_results.json")
    if results:
        with database(build_path, read_only=True) as connection:
            attach_scratch(connection, build_path)
            models = model_metadata(connection, invocation.manifest, results, lineage_path)
            for event in held:
                yield _told(event, connection, results, models)
    else:
        yield from held
    if isinstance(error, DagsterDbtCliRuntimeError):
        raise dg.Failure(f"{what_failed(invocation.manifest, results) or error}\n{NEXT}") from error
    if error is not None:
        raise error


def _results(path: Path) -> dict[str, dict[str, Any]]:
    """dbt's results by node; none where dbt failed before the first."""
    if not path.exists():
        return {}
    return {result["unique_id"]: result for result in json.loads(path.read_text())["results"]}


def _told(
    event: Any,
    connection: duckdb.DuckDBPyConnection,
    results: Mapping[str, Mapping[str, Any]],
    models: Mapping[str, Mapping[str, Any]],
) -> Any:
    unique_id = event.metadata["unique_id"].value
    if not isinstance(event, dg.AssetCheckResult):
        return event.with_metadata({**event.metadata, **models.get(unique_id, {})})
    query = results[unique_id]["compiled_code"]
    rows = {"failing_rows": shown_rows(connection, query, FAILING_ROWS)} if query else {}
    return event._replace(metadata={**event.metadata, **rows})


def what_failed(manifest: Mapping[str, Any], results: Mapping[str, Mapping[str, Any]]) -> str:
    """A line each test and model that stopped the build."""
    lines = []
    for unique_id, result in results.items():
        node = manifest["nodes"].get(unique_id) or manifest.get("unit_tests", {}).get(unique_id, {})
        name = node.get("name", unique_id)
        if result["status"] == "fail":
            of = " of ".join(filter(None, [name, (node.get("attached_node") or "").rpartition(".")[2]]))
            rows = result["failures"] or 0
            lines.append(f"The check {of} fails on {rows:,} row{'s' if rows != 1 else ''}.")
        elif result["status"] == "error":
            message = " ".join(str(result["message"]).split())
            lines.append(f"{node.get('resource_type', 'node').capitalize()} {name} cannot be built: {message}")
    return "\n".join(lines)
