"""Pages into their folder: those whose content has changed are written, to a temporary name first, then renamed."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from pipeline.filing import html_sources
from pipeline.isolated import CallEndedError
from pipeline.pages.lists import KEYS, Lists, lists
from pipeline.pages.queries import OF_A_FILING, Row, gather, rows_by_filing, some_filings
from pipeline.pages.render import Renderer
from pipeline.pages.written import Written, digest_of
from pipeline.version import PAGES_VERSION

GATHERING = ".gathering-"
AT_ONCE = 128  # filings that one worker renders with one set of queries, or companies
GATHERED = 32 * AT_ONCE  # filings whose rows are taken out of the warehouse with one look at it
LISTED = 4 * AT_ONCE  # companies that are held in memory with all their filings

_T = TypeVar("_T")
_P = TypeVar("_P", bound=tuple[Any, ...])  # what a page is made of, a row with its key first
_UNKNOWN = ""  # the digest of a page to be written anew by the next run


@dataclass(frozen=True, slots=True)
class WrittenPages:
    """How many pages a run wrote, left as they were, and removed since their filing or company is gone.

    `failed` says by filing or company why its page could not be written; the one before stays, and the next run tries
    again.
    """

    index: Path
    written: int
    unchanged: int
    removed: int
    failed: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Folders:
    warehouse_path: Path
    gathered: Path  # the rows of the filings that are under way
    raw_dir: Path
    pages_dir: Path


def write_pages(
    warehouse_path: Path,
    raw_dir: Path,
    pages_dir: Path,
    make_executor: Callable[[int], Executor],
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> WrittenPages:
    """Bring a folder of pages up to date with a published warehouse: a page a filing, one a company, and an index.

    `make_executor` makes the workers for so many jobs; `on_progress(done, total)` is called as pages of filings are
    written. `raw_dir` holds the filings, for the HTML of their documents; where a file is gone or another, its page
    shows the stored text.
    """
    for of in KEYS:
        (pages_dir / of).mkdir(parents=True, exist_ok=True)
    for left in pages_dir.glob(f"{GATHERING}*"):  # by a killed run
        shutil.rmtree(left, ignore_errors=True)
    with TemporaryDirectory(prefix=GATHERING, dir=pages_dir) as folder:
        folders = _Folders(warehouse_path, Path(folder) / "filings.duckdb", raw_dir, pages_dir)
        with lists(warehouse_path, Path(folder) / "lists.duckdb", PAGES_VERSION) as listed:
            record = Written(listed, pages_dir)
            filings, companies = record.stale("filings"), record.stale("companies")
            with make_executor(len(filings) + len(companies)) as executor:
                failed = _write_filings(folders, listed, record, filings, executor, on_progress)
                failed |= _write_companies(folders, listed, record, companies, executor)
            written = len(filings) - len(failed) + len(companies) + _write_index(pages_dir, listed)
            unchanged = listed.count() + 1 - written - len(failed)
            removed = record.remove_others()
    return WrittenPages(pages_dir / "index.html", written, unchanged, removed, failed)


def _write_filings(
    folders: _Folders,
    listed: Lists,
    record: Written,
    stale: list[tuple[str, str]],
    executor: Executor,
    on_progress: Callable[[int, int], None],
) -> dict[str, str]:
    """Write the pages of filings, each with its digest; what failed. Filings whose worker died are tried one by one."""
    failed: dict[str, str] = {}
    done = 0
    for chunk in _chunks(stale, GATHERED):
        ids = [filing_id for filing_id, _ in chunk]
        folders.gathered.unlink(missing_ok=True)
        gather(folders.warehouse_path, ids, folders.gathered)
        digests = dict(chunk)
        gathered = [(filing, digests[filing["filing_id"]]) for filing in listed.filings(ids)]
        with record.rewriting([filing["page"] for filing, _ in gathered]):
            for ended, why in _spread(executor, _write_some_filings, folders, gathered, KEYS["filings"]):
                failed |= why
                done += ended
                on_progress(done, len(stale))
    return failed


def _spread(
    executor: Executor,
    write: Callable[[_Folders, Sequence[_P]], dict[str, str]],
    folders: _Folders,
    pages: Sequence[_P],
    key: str,
) -> Iterator[tuple[int, dict[str, str]]]:
    """Write pages by workers: by and by how many one of them ended with, and which failed."""
    jobs = [(executor.submit(write, folders, chunk), chunk) for chunk in _chunks(pages, AT_ONCE)]
    for job, chunk in jobs:
        try:
            yield len(chunk), job.result()
        except CallEndedError as error:
            if len(chunk) == 1:
                yield 0, {chunk[0][0][key]: error.message}
            else:
                jobs += [(executor.submit(write, folders, [one]), [one]) for one in chunk]


def _chunks(stale: Sequence[_T], size: int) -> list[Sequence[_T]]:
    return [stale[at : at + size] for at in range(0, len(stale), size)]


def _write_some_filings(folders: _Folders, stale: Sequence[tuple[Row, str]]) -> dict[str, str]:
    """Write the pages of some filings and say which failed; runs in a worker."""
    renderer = Renderer()
    failed: dict[str, str] = {}
    with some_filings(folders.gathered, [filing["filing_id"] for filing, _ in stale]) as connection:
        found = {query: rows_by_filing(connection, query) for query in OF_A_FILING}
    for filing, known in stale:
        filing_id = filing["filing_id"]
        of_filing = {"filings": [filing], **{query: found[query][filing_id] for query in OF_A_FILING}}
        try:
            sources = _sources(folders.raw_dir, filing)
            html = renderer.filing(_UNKNOWN if sources is None else known, of_filing, sources or {})
            _write(folders.pages_dir / filing["page"], html)
        except Exception as error:
            failed[filing_id] = f"{type(error).__name__}: {error}"
    return failed


def _sources(raw_dir: Path, filing: dict[str, Any]) -> dict[int, str] | None:
    """The HTML of a filing's documents; null where its file is gone, or no longer the one that was read."""
    try:
        data = (raw_dir / filing["path"]).read_bytes()
    except OSError:
        return None
    return html_sources(data) if hashlib.sha256(data).hexdigest() == filing["sha256"] else None


def _write_companies(
    folders: _Folders, listed: Lists, record: Written, stale: Sequence[tuple[str, str]], executor: Executor
) -> dict[str, str]:
    """Write the pages of companies, each with its digest; what failed."""
    failed: dict[str, str] = {}
    for chunk in _chunks(stale, LISTED):
        digests = dict(chunk)
        companies = [
            (company, filings, digests[company["company_id"]])
            for company, filings in listed.companies([company_id for company_id, _ in chunk])
        ]
        with record.rewriting([company["page"] for company, _, _ in companies]):
            for _, why in _spread(executor, _write_some_companies, folders, companies, KEYS["companies"]):
                failed |= why
    return failed


def _write_some_companies(folders: _Folders, companies: Sequence[tuple[Row, list[Row], str]]) -> dict[str, str]:
    """Write the pages of some companies, each with its filings, and say which failed; runs in a worker."""
    renderer = Renderer()
    failed: dict[str, str] = {}
    for company, filings, digest in companies:
        try:
            _write(folders.pages_dir / company["page"], renderer.company(digest, company, filings))
        except Exception as error:
            failed[company["company_id"]] = f"{type(error).__name__}: {error}"
    return failed


def _write_index(pages_dir: Path, listed: Lists) -> bool:
    """Write the index if it says something else by now; whether it does."""
    digest = listed.index_digest()
    if digest_of(pages_dir / "index.html") == digest:
        return False
    _write(pages_dir / "index.html", Renderer().index(digest, listed.indexed()))
    return True


def _write(page: Path, html: str) -> None:
    """Replace a page in one step, so that no reader meets half of it."""
    new = page.with_name(f".{page.name}.new")
    new.write_text(html, encoding="utf-8", errors="replace")
    os.replace(new, page)
