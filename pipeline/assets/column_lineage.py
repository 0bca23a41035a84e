"""From which columns each column of a model is made, read from the SQL that dbt has compiled."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from sqlglot import MappingSchema, exp, parse_one
from sqlglot.errors import SqlglotError
from sqlglot.lineage import lineage
from sqlglot.optimizer.qualify import qualify
from sqlglot.optimizer.scope import build_scope

Origins = dict[str, list[tuple[str, str]]]  # a column: the (schema.table, column) it is made from


def column_lineage(
    connection: duckdb.DuckDBPyConnection,
    manifest: Mapping[str, Any],
    results: Mapping[str, Mapping[str, Any]],
    kept: Path,
) -> dict[str, dg.TableColumnLineage]:
    """By dbt's unique id, the lineage of the marts that a build has made.

    What is found is kept in the file `kept`, since reading the SQL takes seconds: a mart is read again where its SQL or
    its parents' columns have changed.
    """
    columns = _columns(connection)
    known: dict[str, Any] = json.loads(kept.read_text()) if kept.exists() else {}
    found: dict[str, Any] = {}
    for unique_id, result in results.items():
        node = manifest["nodes"].get(unique_id, {})
        if node.get("schema") == "marts" and node["resource_type"] == "model" and result["status"] == "success":
            parents = {table: columns[table] for table in _parents(manifest, node) if table in columns}
            read_from = [result["compiled_code"], parents]
            found[unique_id] = known.get(unique_id, {})
            if found[unique_id].get("read_from") != read_from:
                found[unique_id] = {"read_from": read_from, "origins": _origins(*read_from)}
    if found != known:
        new = kept.with_name(f"{kept.name}.{os.getpid()}")  # several runs may keep theirs at once
        new.write_text(json.dumps({**known, **found}))
        new.replace(kept)
    return {unique_id: _as_metadata(each["origins"]) for unique_id, each in found.items() if each["origins"]}


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, str]]:
    """Types by column, by `schema.table`."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    rows = connection.execute(
        "select schema_name, table_name, column_name, data_type from duckdb_columns() where not internal order by all"
    ).fetchall()
    for schema, table, column, type_ in rows:
        found[f"{schema}.{table}"][column] = type_
    return found


def _parents(manifest: Mapping[str, Any], node: Mapping[str, Any]) -> list[str]:
    parents = [manifest["nodes"].get(parent) or manifest["sources"][parent] for parent in node["depends_on"]["nodes"]]
    return [f"{parent['schema']}.{parent.get('alias') or parent['name']}" for parent in parents]


def _origins(sql: str, parents: Mapping[str, Mapping[str, str]]) -> Origins:
    """The origins of each column of a select; none where sqlglot cannot follow it."""
    schema = MappingSchema(dialect="duckdb")
    for table, columns in parents.items():
        schema.add_table(exp.to_table(table), dict(columns), dialect="duckdb")
    try:
        read = parse_one(sql, dialect="duckdb")
        for named in read.find_all(exp.Table):
            named.set("catalog", None)  # dbt names the build file
        select = _by_position(qualify(read, schema=schema, dialect="duckdb"))
        scope = build_scope(select)
        return {name: _leaves(lineage(name, select, schema, scope=scope)) for name in select.named_selects}
    except (SqlglotError, ValueError):
        return {}


def _by_position(select: Any) -> Any:
    """Each `union by name` as one by position, which is what lineage is read from: what a branch has not is null."""
    for union in reversed(list(select.find_all(exp.Union))):  # the innermost first
        if union.args.get("by_name"):
            names = list(dict.fromkeys([*union.left.named_selects, *union.right.named_selects]))
            for branch in (union.left, union.right):
                for each in branch.find_all(exp.Select) if isinstance(branch, exp.Union) else (branch,):
                    by_name = dict(zip(each.named_selects, each.selects, strict=True))
                    each.set(
                        "expressions",
                        [by_name.get(name) or exp.alias_(exp.null(), name, quoted=True) for name in names],
                    )
            union.set("by_name", False)
    return select


def _leaves(node: Any) -> list[tuple[str, str]]:
    """The columns of tables at the ends of a column's lineage."""
    found = {
        (f"{each.source.db}.{each.source.name}", exp.to_column(each.name).name)
        for each in node.walk()
        if isinstance(each.source, exp.Table) and each.source.db
    }
    return sorted(found)


def _as_metadata(origins: Mapping[str, list[Any]]) -> dg.TableColumnLineage:
    return dg.TableColumnLineage(
        {
            column: [dg.TableColumnDep(dg.AssetKey(table.split(".")), name) for table, name in made_from]
            for column, made_from in origins.items()
        }
    )
