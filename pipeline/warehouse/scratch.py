"""The scratch file: the models that only others of the same build read. dbt makes it beside the build file
(dbt_project/profiles.yml), and nothing of it is published."""

from __future__ import annotations

from pathlib import Path

import duckdb

from pipeline.database import quoted


def _scratch(build_path: Path) -> Path:
    return build_path.with_name(f"{build_path.name}.scratch")


def attach_scratch(connection: duckdb.DuckDBPyConnection, build_path: Path) -> None:
    """Attach it to a connection, to be read only, under the name that dbt's SQL has for it; nothing where there is
    none, as where dbt failed before it opened one."""
    if _scratch(build_path).exists():
        connection.execute(f"attach {quoted(_scratch(build_path))} as scratch (read_only)")


def remove_scratch(build_path: Path) -> None:
    """Remove what a build has left."""
    scratch = _scratch(build_path)
    for file in (scratch, scratch.with_name(f"{scratch.name}.wal")):
        file.unlink(missing_ok=True)
