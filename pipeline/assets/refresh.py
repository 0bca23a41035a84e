"""Whether dbt has to build all anew: models built filing by filing keep what an earlier project made of a filing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import duckdb

from pipeline.database import database

SOURCE_FOLDERS = ("macros", "models", "seeds", "tests")


def project_sources(project_dir: Path) -> Iterator[Path]:
    """The files and folders that dbt reads of a project; a removed file shows in its folder."""
    yield from (project_dir / "dbt_project.yml", project_dir / "profiles.yml")
    for folder in SOURCE_FOLDERS:
        yield from (project_dir / folder, *sorted((project_dir / folder).rglob("*")))


def project_digest(project_dir: Path) -> str:
    """SHA-256 of the names and contents of what dbt reads of a project."""
    digest = hashlib.sha256()
    for path in project_sources(project_dir):
        if path.is_file():
            digest.update(str(path.relative_to(project_dir)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def built_by(build_path: Path) -> set[str] | None:
    """The digests of the projects that made the models of a build file; null where none says."""
    with database(build_path, read_only=True) as connection:
        try:
            digests = connection.execute("select distinct models_digest from building.built_filings").fetchall()
        except duckdb.CatalogException:  # nothing is built yet, or by a project from before there were digests
            return None
    return {digest for (digest,) in digests}


def drop_models(build_path: Path) -> None:
    """Drop what an earlier project has built, also of models that this one does not have; what says that it was built
    goes first, so that a run that is killed here builds all anew too."""
    with database(build_path) as connection:
        for schema in ("building", "marts", "intermediate", "staging"):
            connection.execute(f"drop schema if exists {schema} cascade")
