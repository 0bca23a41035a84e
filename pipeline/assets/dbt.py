"""dbt's models, seeds and tests as Dagster assets and checks."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import dagster as dg
from dagster_dbt import DbtCliResource, DbtProject, dbt_assets
from dagster_dbt.compat import DBT_PYTHON_VERSION

from pipeline.assets.dbt_results import with_metadata
from pipeline.assets.progress import progress
from pipeline.assets.refresh import built_by, drop_models, project_digest, project_sources
from pipeline.assets.resources import POOL, Warehouse
from pipeline.assets.translator import Translator
from pipeline.settings import DBT_PROJECT_DIR, Settings, tell_dbt
from pipeline.warehouse import remove_scratch

PROJECT = DbtProject(DBT_PROJECT_DIR)
PARSED = "partial_parse.msgpack"
A_DAY = 24 * 60 * 60  # seconds


class Dbt(DbtCliResource):
    """dbt without what dagster-dbt does ahead of each command, seconds for what nothing here needs: it asks
    `dbt --version`, which asks PyPI for newer ones, and makes an adapter to look into the warehouse with."""

    @cached_property
    def _cli_version(self) -> Any:
        return DBT_PYTHON_VERSION

    def _initialize_dbt_core_adapter(self, args: Sequence[str]) -> Any:
        return None


def dbt_cli(project: DbtProject) -> Dbt:
    """dbt as it is installed beside this Python, whether or not the environment is activated."""
    return Dbt(
        project_dir=str(project.project_dir),
        profiles_dir=str(project.profiles_dir),
        dbt_executable=str(Path(sys.executable).with_name("dbt")),
        global_config_flags=["--no-use-colors"],
    )


def _is_stale(project: DbtProject) -> bool:
    """Whether a file of the dbt project has changed since its manifest was made, or a folder, as by a removal."""
    if not project.manifest_path.exists():
        return True
    parsed = project.manifest_path.stat().st_mtime
    return any(source.exists() and source.stat().st_mtime > parsed for source in project_sources(project.project_dir))


def _manifest(project: DbtProject) -> Path:
    """The manifest from which assets and checks are made, parsed anew where the project has changed since.

    dbt parses into a folder of its own and the files are renamed from there: several processes may load at once.
    """
    if _is_stale(project):
        # dbt parses all anew in a run whose profile or variables are not those it parsed with
        settings = Settings()
        tell_dbt(settings.build_path, project_digest(DBT_PROJECT_DIR), settings.dbt_memory)
        target = project.manifest_path.parent
        target.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix="parse-", dir=target) as folder:
            dbt_cli(project).cli(["parse", "--quiet"], target_path=Path(folder)).wait()
            for name in (PARSED, "manifest.json"):
                os.replace(Path(folder) / name, target / name)
    return project.manifest_path


def _remove_old_artifacts(target: Path) -> None:
    """Remove what failed runs have left for a reader of their logs, and killed ones for nobody, after a day."""
    for folder in target.iterdir():
        if folder.is_dir() and folder.stat().st_mtime < time.time() - A_DAY:
            shutil.rmtree(folder, ignore_errors=True)


def _keep_parsed(target: Path) -> None:
    """Keep what dbt has parsed: where it finds that of another warehouse, the next run parses all anew."""
    with suppress(FileNotFoundError):  # it failed before
        os.replace(target / PARSED, PROJECT.manifest_path.with_name(PARSED))


MANIFEST = _manifest(PROJECT)


@dbt_assets(
    manifest=MANIFEST,
    project=PROJECT,
    exclude="path:tests/of_tests resource_type:unit_test",  # they test the project, not the warehouse
    dagster_dbt_translator=Translator(),
    pool=POOL,
)
def dbt_models(context: dg.AssetExecutionContext, dbt: DbtCliResource, warehouse: Warehouse) -> Iterator[Any]:
    """Seeds, models and tests in dbt's order; a failing test of severity error fails the step, so nothing publishes."""
    context.log.info("Building and testing the models with dbt")
    _remove_old_artifacts(PROJECT.manifest_path.parent)
    build_path, digest = Path(warehouse.build_path), project_digest(DBT_PROJECT_DIR)
    tell_dbt(build_path, digest, warehouse.dbt_memory)
    if not context.is_subset:  # a part of the models is made of what the last build has left there
        remove_scratch(build_path)
    built = built_by(build_path)
    full_refresh = [] if built is not None and built <= {digest} else ["--full-refresh"]
    if full_refresh and built is not None:
        context.log.info("The dbt project is another one than built the models: they are all built anew")
        drop_models(build_path)
    invocation = dbt.cli(["build", *full_refresh], context=context)
    total = len(context.selected_asset_keys) + len(context.selected_asset_check_keys)
    with progress(context, warehouse, "Building", "models and tests") as on_progress:
        lineage_path = PROJECT.manifest_path.with_name("column_lineage.json")
        try:
            yield from with_metadata(invocation, build_path, lineage_path, lambda done: on_progress(done, total))
        finally:
            _keep_parsed(invocation.target_path)
    shutil.rmtree(invocation.target_path, ignore_errors=True)


MODELS = {key: spec.group_name for key, spec in dbt_models.specs_by_key.items()}
MARTS = [key for key, group in MODELS.items() if group == "marts"]
