"""How dbt is started."""

from typing import Any

import pytest
from dagster_dbt import DbtCliInvocation
from dagster_dbt.core import resource

from pipeline.assets.dbt import PROJECT, dbt_cli


def test_a_command_starts_no_other_and_looks_into_no_warehouse(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(resource, "check_output", asked.append)
    monkeypatch.setattr(DbtCliInvocation, "run", lambda **how: how)
    how: Any = dbt_cli(PROJECT).cli(["build"])
    assert (asked, how["adapter"]) == ([], None)
    assert how["cli_version"].major == 1
