"""The worked questions: each runs, and answers on the samples what docs/queries.md says."""

import re
from pathlib import Path

import duckdb
import pytest

from docs.write_answers import QUERIES, section
from pipeline.settings import PROJECT_DIR
from tests.running import Run

WRITTEN = (PROJECT_DIR / "docs" / "queries.md").read_text()
README = re.findall(r"```sql\n(.*?)```\n\n((?:\|[^\n]*\n)+)", (PROJECT_DIR / "README.md").read_text(), re.DOTALL)
HOSTILE = "HOSTILE"  # the company of the one filing in this warehouse that is no sample


def test_there_are_twelve() -> None:
    assert len(QUERIES) == 12


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)
def test_the_written_answer_is_the_answer(published_samples: Run, query: Path) -> None:
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        found = section(connection, query).splitlines()
    assert "\n".join(line for line in found if HOSTILE not in line.upper()) in WRITTEN


def test_the_readme_answers_its_own_questions(published_samples: Run) -> None:
    assert len(README) >= 6
    for query, table in README:
        _, _, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
        assert [[str(value) for value in row] for row in published_samples.query(query.rstrip(";\n"))] == rows, query
