"""docs/data_model.md from dbt's manifest and the records of the raw tables: `python -m docs.write_data_model`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.assets.dbt import MANIFEST
from pipeline.records import RECORDS, description, schema

PAGE = Path(__file__).with_name("data_model.md")
ADDRESSES = ("page", "position")  # unique too, and no key
HEAD = """# The data model

Written by `python -m docs.write_data_model` from dbt's models and `pipeline/records.py`. The same words stand on the
tables and columns of the warehouse itself (`from duckdb_columns()`), in the Dagster UI, and in `make docs`.

`raw` is what was read, as printed. `staging` renames, `intermediate` decides what a line means, `marts` is for
questions. A number keeps its place through all of them: filing, document, table, line, column.

## The marts
"""


def marts(manifest: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The models of the marts, by name."""
    models = (node for node in manifest["nodes"].values() if node["resource_type"] == "model")
    return {node["name"]: node for node in sorted(models, key=lambda node: node["name"]) if node["schema"] == "marts"}


def keys(manifest: dict[str, Any], test: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The models that bear a dbt test, with its arguments."""
    for node in manifest["nodes"].values():
        metadata = node.get("test_metadata") or {}
        if metadata.get("name") == test and node["attached_node"]:
            yield node["attached_node"].rpartition(".")[2], metadata["kwargs"]


def diagram(manifest: dict[str, Any]) -> Iterator[str]:
    """Keys and what leads to them, in Mermaid's words."""
    shown = marts(manifest)
    primary = {(name, test["column_name"]) for name, test in keys(manifest, "unique")}
    dimensions = {column: name for name, column in primary if name.startswith("dim_") and column not in ADDRESSES}
    links = sorted(
        {
            (dimensions[column], name, column)
            for name in shown
            for column in shown[name]["columns"]
            if column in dimensions
        }
        | {
            (test["to"][5:-2], name, test["column_name"])
            for name, test in keys(manifest, "relationships")
            if name in shown
        }
    )
    links = [link for link in links if link[0] != link[1]]
    foreign = {(name, column) for _, name, column in links}
    yield "```mermaid\nerDiagram"
    for to, name, column in links:
        yield f'  {to} {"||--o|" if (name, column) in primary else "||--o{"} {name} : "{column}"'
    for name, model in shown.items():
        yield f"  {name} {{"
        for column in model["columns"].values():
            marks = [mark for mark, at in (("PK", primary), ("FK", foreign)) if (name, column["name"]) in at]
            if marks and column["name"] not in ADDRESSES:
                yield f"    {column['data_type']} {column['name']} {','.join(marks)}"
        yield "  }"
    yield "```"


def page(manifest: dict[str, Any]) -> str:
    """The whole page."""
    lines = [HEAD, *diagram(manifest)]
    for name, model in marts(manifest).items():
        lines += [f"\n### {name}\n", model["description"], "\n| column | type | what |", "| --- | --- | --- |"]
        for column in model["columns"].values():
            words = column["description"].replace("|", "\\|")
            lines.append(f"| `{column['name']}` | {column['data_type']} | {words} |")
    lines.append("\n## The raw tables\n\n| table | what | columns |\n| --- | --- | --- |")
    for record in RECORDS:
        lines.append(f"| `raw.{record.TABLE}` | {description(record)} | {', '.join(schema(record).names)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(json.loads(MANIFEST.read_text())))
