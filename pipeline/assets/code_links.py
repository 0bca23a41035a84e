"""Where the UI's code links lead: to the files of this checkout, or to the repository on its host."""

from __future__ import annotations

from collections.abc import Sequence

import dagster as dg

from pipeline.settings import PROJECT_DIR


def with_code_links(assets: Sequence[dg.AssetsDefinition], code_url: str | None) -> Sequence[dg.AssetsDefinition]:
    """Assets that name the lines and models they are made by.

    `code_url` is a repository of GitHub or GitLab; `Settings` takes no other.
    """
    linked = dg.with_source_code_references(assets)
    if code_url is not None:
        in_repository = dg.AnchorBasedFilePathMapping(PROJECT_DIR / "pyproject.toml", "pyproject.toml")
        linked = dg.link_code_references_to_git(linked, code_url, "main", in_repository)
    return linked  # type: ignore[return-value]
