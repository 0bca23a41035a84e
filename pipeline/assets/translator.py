"""dbt's models and tests in Dagster's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import dagster as dg
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, DbtProject

from pipeline.assets.resources import OWNERS

# What a check of each kind asks for, in the words of its arguments.
CHECKS = {
    "unique": "No two rows with the same `{column_name}`.",
    "unique_together": "No two rows with the same {columns}.",
    "not_null": "No row without `{column_name}`.",
    "never_null": "No row without {columns}.",
    "relationships": "Each `{column_name}` is a `{field}` of {to}.",
    "accepted_values": "`{column_name}` is one of {values}.",
    "holds": "On every row: `{expression}`.",
    "not_after_filing": "No `{column_name}` after its filing: it would be of an expectation, or of a year misread.",
    "one_value_each": "One value each `{column_name}` in the same {columns}: two would be columns read as one period.",
    "grows_with_its_months": "A quarter is at most its year to date, of {concepts}: above it columns are misread.",
    "complete_by_month": "In a month nine tenths of rows with {condition} are in {to}: fewer are a layout not read.",
    "spans_read_as_printed": "The stored text gives the printed characters back at the place of each number.",
}


class Translator(DagsterDbtTranslator):
    """A folder of models is a group; an asset's key is its schema and name, as DuckDB knows the table."""

    def __init__(self) -> None:
        super().__init__(DagsterDbtTranslatorSettings(enable_source_tests_as_checks=True, enable_code_references=True))

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        return "seeds" if dbt_resource_props["resource_type"] == "seed" else dbt_resource_props["fqn"][1]

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> list[str]:
        return OWNERS

    def get_asset_check_spec(
        self, asset_spec: dg.AssetSpec, manifest: Mapping[str, Any], unique_id: str, project: DbtProject | None
    ) -> dg.AssetCheckSpec | None:
        spec = super().get_asset_check_spec(asset_spec, manifest, unique_id, project)
        test = manifest["nodes"].get(unique_id) or {}
        of_a_kind = test.get("test_metadata") or {"name": test.get("name"), "kwargs": {}}
        words = CHECKS.get(of_a_kind["name"], str(of_a_kind["name"]).replace("_", " "))
        if spec is None:
            return spec
        arguments = {
            name: ", ".join(map(str, value)) if isinstance(value, list) else value
            for name, value in of_a_kind["kwargs"].items()
        }
        return spec._replace(description=words.format_map(arguments))
