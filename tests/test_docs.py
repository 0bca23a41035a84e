"""What the documents say of the code is so."""

import json
import re
from pathlib import Path

import pytest

from docs import write_data_model
from pipeline.assets.dbt import MANIFEST
from pipeline.settings import PROJECT_DIR, EdgarSettings, Settings

PAGES = sorted([*PROJECT_DIR.glob("*.md"), *(PROJECT_DIR / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)#:\s]+)?(?:#([^)\s]+))?\)")  # of this project: others have a colon


def headings(page: Path) -> set[str]:
    """The anchors of a page, as GitHub and GitLab make them."""
    lines = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def test_there_are_links() -> None:
    assert sum(len(LINK.findall(page.read_text())) for page in PAGES) > 30


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text()):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        assert not anchor or anchor in headings(target), (path, anchor)


def test_the_data_model_is_that_of_the_manifest() -> None:
    assert write_data_model.page(json.loads(MANIFEST.read_text())) == write_data_model.PAGE.read_text()


def test_every_setting_is_explained() -> None:
    explained = set(
        re.findall(r"^\| `([A-Z_]+)` \|", (PROJECT_DIR / "docs" / "operating.md").read_text(), re.MULTILINE)
    )
    assert explained == {field.alias for field in Settings.model_fields.values()}
    of_edgar = {field.validation_alias for field in EdgarSettings.model_fields.values()}
    assert of_edgar <= set(re.findall(r"[A-Z_]+", (PROJECT_DIR / "docs" / "edgar.md").read_text()))


def test_every_target_of_make_says_what_it_does() -> None:
    targets = re.findall(r"^\.PHONY: (.*)$", (PROJECT_DIR / "Makefile").read_text(), re.MULTILINE)[0].split()
    described = re.findall(r"^([a-z-]+):.*## ", (PROJECT_DIR / "Makefile").read_text(), re.MULTILINE)
    assert sorted(described) == sorted(targets)
