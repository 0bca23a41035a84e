"""The worked questions: each runs, and answers on the samples what docs/queries.md says."""

from pathlib import Path

import duckdb
import pytest

from docs.write_answers import QUERIES, section
from pipeline.settings import PROJECT_DIR
from tests.running import Run

WRITTEN = (PROJECT_DIR / "docs" / "queries.md").read_text()
HOSTILE = "HOSTILE"  # the company of the one filing in this warehouse that is no sample


def test_there_are_twelve() -> None:
    assert len(QUERIES) == 12


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.stem)
def test_the_written_answer_is_the_answer(published_samples: Run, query: Path) -> None:
    with duckdb.connect(str(published_samples.warehouse_path), read_only=True) as connection:
        found = section(connection, query).splitlines()
    assert "\n".join(line for line in found if HOSTILE not in line.upper()) in WRITTEN
