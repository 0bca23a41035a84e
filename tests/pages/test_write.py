"""Pages are written where their content has changed, and only then; what is gone goes, what is not ours stays."""

import shutil
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipeline.executors import local_workers
from pipeline.isolated import Limits
from pipeline.pages import WrittenPages, write_pages
from pipeline.pages.render import Renderer
from pipeline.pages.written import Written
from tests.in_process import InProcess
from tests.running import Run
from tests.warehouse.said_rows import say_rows

COMPANIES = 4
FILINGS = 17
TEXT, HTML = "0001003950-03-000013", "9999999002-20-000031"


class Pages:
    """Pages of the samples in a folder of their own, from a warehouse and a RAW_DIR that a test may change."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.warehouse_path = folder / "warehouse.duckdb"
        self.raw_dir = folder / "raw"
        self.pages_dir = folder / "an analyst's pages [a-z]*"
        shutil.copy(run.warehouse_path, self.warehouse_path)
        shutil.copytree(run.raw_dir, self.raw_dir)
        shutil.copytree(run.pages_dir, self.pages_dir)

    def write(self, executor: Executor | None = None) -> WrittenPages:
        return write_pages(self.warehouse_path, self.raw_dir, self.pages_dir, lambda _: executor or InProcess())

    def change(self, sql: str) -> None:
        with duckdb.connect(str(self.warehouse_path)) as connection:
            connection.execute(sql)
            say_rows(connection)

    def html(self, filing_id: str) -> str:
        return (self.pages_dir / "filings" / f"{filing_id}.html").read_text()

    def times(self) -> dict[str, int]:
        return {str(page.relative_to(self.pages_dir)): page.stat().st_mtime_ns for page in self.pages_dir.rglob("*")}


@pytest.fixture
def pages(published_samples: Run, tmp_path: Path) -> Pages:
    return Pages(published_samples, tmp_path)


def test_nothing_is_written_where_nothing_has_changed(pages: Pages) -> None:
    before = pages.times()
    result = pages.write()
    assert result == WrittenPages(pages.pages_dir / "index.html", 0, FILINGS + COMPANIES + 1, 0, {})
    assert pages.times() == before


def test_only_the_page_whose_content_has_changed_is_written(pages: Pages) -> None:
    before = pages.times()
    pages.change(f"update marts.fct_income set concept = null where filing_id = '{HTML}' and concept = 'GrossProfit'")
    assert pages.write().written == 1
    after = pages.times()
    changed = {name for name in before if name.endswith(".html") and before[name] != after[name]}
    assert changed == {f"filings/{HTML}.html"}


def test_workers_write_the_same_pages(pages: Pages) -> None:
    before = {page: page.read_bytes() for page in pages.pages_dir.rglob("*.html")}
    shutil.rmtree(pages.pages_dir)
    assert pages.write(local_workers(100, 2, Limits(60, 2 * 2**30))).written == FILINGS + COMPANIES + 1
    assert {page: page.read_bytes() for page in pages.pages_dir.rglob("*.html")} == before


def test_pages_of_what_is_gone_are_removed_and_other_files_stay(pages: Pages) -> None:
    other = pages.pages_dir / "filings" / "notes.html"
    other.write_text("<p>of an analyst</p>")
    (pages.pages_dir / "filings" / ".gone.html.new").write_text("half a page of a killed run")
    pages.change(f"delete from marts.dim_filing where filing_id = '{TEXT}'")
    assert pages.write().removed == 2  # its company has no other filing
    assert not (pages.pages_dir / "filings" / f"{TEXT}.html").exists()
    assert other.exists()
    assert not (pages.pages_dir / "filings" / ".gone.html.new").exists()


def test_a_warehouse_without_filings_has_its_index(pages: Pages) -> None:
    pages.change("delete from marts.dim_filing; delete from marts.dim_company")
    pages.write()
    assert [page.name for page in pages.pages_dir.rglob("*.html")] == ["index.html"]


def test_a_page_that_is_missing_is_written_again(pages: Pages) -> None:
    (pages.pages_dir / "filings" / f"{TEXT}.html").unlink()
    assert pages.write().written == 1
    assert pages.html(TEXT)


def test_a_run_that_is_killed_before_it_takes_down_what_it_wrote_leaves_no_false_record(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_: object) -> None:
        raise KeyboardInterrupt

    before = pages.html(HTML)
    of_concept = f"where filing_id = '{HTML}' and concept"
    pages.change(f"update marts.fct_income set concept = 'Kept' {of_concept} = 'GrossProfit'")
    with monkeypatch.context() as patched:
        patched.setattr(Written, "_note", kill)
        with pytest.raises(KeyboardInterrupt):
            pages.write()
    assert pages.html(HTML) != before
    pages.change(f"update marts.fct_income set concept = 'GrossProfit' {of_concept} = 'Kept'")
    assert pages.write().written == 1
    assert pages.html(HTML) == before


@pytest.mark.parametrize("kept", [0, 3 * 4096])
def test_without_a_record_of_what_is_written_all_is_written(pages: Pages, kept: int) -> None:
    before = {page: page.read_bytes() for page in pages.pages_dir.rglob("*.html")}
    record = pages.pages_dir / ".written.duckdb"
    content = record.read_bytes()
    record.write_bytes(content[:kept] + b"damaged " * (len(content) // 8))
    assert pages.write().written == FILINGS + COMPANIES
    assert {page: page.read_bytes() for page in pages.pages_dir.rglob("*.html")} == before
    assert pages.write().written == 0


def test_without_the_file_the_stored_text_is_shown_until_it_is_back(pages: Pages) -> None:
    filed = pages.html(HTML)
    assert '<pre class="text' not in filed
    file = next(pages.raw_dir.rglob(f"{HTML}.txt"))
    content = file.read_bytes()
    file.write_bytes(content + b" ")
    (pages.pages_dir / "filings" / f"{HTML}.html").unlink()
    assert pages.write().written == 1
    assert '<pre class="text' in pages.html(HTML)
    file.write_bytes(content)
    assert pages.write().written == 1
    assert pages.html(HTML) == filed


@pytest.mark.parametrize(
    ("kind", "folder", "count", "id_of"),
    [
        ("filing", "filings", FILINGS, lambda rows: rows["filings"][0]["filing_id"]),
        ("company", "companies", COMPANIES, lambda company: company["company_id"]),
    ],
)
def test_a_page_that_fails_is_named_and_the_others_are_written(
    pages: Pages,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    folder: str,
    count: int,
    id_of: Callable[[dict[str, Any]], str],
) -> None:
    failing = min(page.stem for page in (pages.pages_dir / folder).iterdir())
    whole = getattr(Renderer, kind)

    def fail(self: Renderer, digest: str, said: dict[str, Any], of: Any) -> str:
        if id_of(said) == failing:
            raise ValueError("no page")
        return str(whole(self, digest, said, of))

    shutil.rmtree(pages.pages_dir / folder)
    with monkeypatch.context() as patched:
        patched.setattr(Renderer, kind, fail)
        result = pages.write()
    assert result.failed == {failing: "ValueError: no page"}
    assert result.written == count - 1
    assert replace(pages.write(), index=result.index) == WrittenPages(result.index, 1, FILINGS + COMPANIES, 0, {})


def test_every_number_issue_and_expectation_with_a_place_is_marked_once(pages: Pages) -> None:
    with duckdb.connect(str(pages.warehouse_path), read_only=True) as connection:
        expected = connection.execute(
            """
            select filing_id, format('d{}-t{}-l{}-c{}', document_no, table_no, line_no, column_no) from raw.cells
            union all
            select filing_id, 'g' || item_no from raw.guidance
            """
        ).fetchall()
    assert len(expected) > 2_000
    html: dict[str, str] = {}
    for filing_id, anchor in expected:
        page = html.setdefault(filing_id, pages.html(filing_id))
        assert page.count(f'id="{anchor}"') == 1, (filing_id, anchor)
