"""Pages into their folder: those whose content has changed are written, to a temporary name first, then renamed."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pipeline.database import database
from pipeline.filing import html_sources
from pipeline.isolated import CallEndedError
from pipeline.pages.queries import OF_A_FILING, Row, digest, digests, gather, rows, rows_by_filing, some_filings
from pipeline.pages.render import Renderer
from pipeline.version import PAGES_VERSION

FOLDERS = ("filings", "companies")
GATHERING = ".gathering-"
AT_ONCE = 128  # filings that one worker renders with one set of queries
GATHERED = 32 * AT_ONCE  # filings whose rows are taken out of the warehouse with one look at it

_DIGEST = re.compile(rb'<meta name="first-print" content="([^"]*)">')
_HEAD = 400  # bytes in which a page's digest stands
_UNKNOWN = ""  # the digest of a page to be written anew by the next run


@dataclass(frozen=True, slots=True)
class WrittenPages:
    """How many pages a run wrote, left as they were, and removed since their filing or company is gone.

    `failed` says by filing why its page could not be written; the one before stays, and the next run tries again.
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
    for folder in FOLDERS:
        (pages_dir / folder).mkdir(parents=True, exist_ok=True)
    for left in pages_dir.glob(f"{GATHERING}*"):  # by a killed run
        shutil.rmtree(left, ignore_errors=True)
    with database(warehouse_path, read_only=True) as connection:
        filings = rows(connection, "filings")
        companies = rows(connection, "companies")
        wanted = digests(connection, PAGES_VERSION)
    stale = [filing for filing in filings if _digest_of(pages_dir / filing["page"]) != wanted[filing["filing_id"]]]
    with TemporaryDirectory(prefix=GATHERING, dir=pages_dir) as folder:
        folders = _Folders(warehouse_path, Path(folder) / "filings.duckdb", raw_dir, pages_dir)
        failed = _write_stale(
            folders, [(filing, wanted[filing["filing_id"]]) for filing in stale], make_executor, on_progress
        )
    listed = _write_lists(pages_dir, companies, filings)
    kept = {*(filing["page"] for filing in filings), *(company["page"] for company in companies)}
    written = len(stale) - len(failed) + listed
    unchanged = len(filings) - len(stale) + len(companies) + 1 - listed
    return WrittenPages(pages_dir / "index.html", written, unchanged, _remove_others(pages_dir, kept), failed)


def _write_stale(
    folders: _Folders,
    stale: list[tuple[Row, str]],
    make_executor: Callable[[int], Executor],
    on_progress: Callable[[int, int], None],
) -> dict[str, str]:
    """Write the pages of filings, each with its digest; what failed. Filings whose worker died are tried one by one."""
    ordered = sorted(stale, key=lambda filing: filing[0]["filing_id"])  # as they are gathered
    failed: dict[str, str] = {}
    done = 0
    with make_executor(len(stale)) as executor:
        for gathered in _chunks(ordered, GATHERED):
            folders.gathered.unlink(missing_ok=True)
            gather(folders.warehouse_path, [filing["filing_id"] for filing, _ in gathered], folders.gathered)
            for ended, why in _write_gathered(folders, gathered, executor):
                failed |= why
                done += ended
                on_progress(done, len(stale))
    return failed


def _write_gathered(
    folders: _Folders, gathered: list[tuple[Row, str]], executor: Executor
) -> Iterator[tuple[int, dict[str, str]]]:
    """Write the pages of filings whose rows are gathered: by and by how many a worker ended with, and which failed."""
    jobs = [(executor.submit(_write_filings, folders, chunk), chunk) for chunk in _chunks(gathered, AT_ONCE)]
    for job, chunk in jobs:
        try:
            yield len(chunk), job.result()
        except CallEndedError as error:
            if len(chunk) == 1:
                yield 0, {chunk[0][0]["filing_id"]: error.message}
            else:
                jobs += [(executor.submit(_write_filings, folders, [one]), [one]) for one in chunk]


def _chunks(stale: list[tuple[Row, str]], size: int) -> list[list[tuple[Row, str]]]:
    return [stale[at : at + size] for at in range(0, len(stale), size)]


def _write_filings(folders: _Folders, stale: list[tuple[Row, str]]) -> dict[str, str]:
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


def _write_lists(pages_dir: Path, companies: list[dict[str, Any]], filings: list[dict[str, Any]]) -> int:
    """Write the pages of companies and the index, where they have changed; how many were."""
    renderer = Renderer()
    by_company: dict[str | None, list[dict[str, Any]]] = defaultdict(list)
    latest_first = sorted(filings, key=lambda row: (str(row["dated"] or ""), row["filing_id"]), reverse=True)
    for filing in latest_first:
        by_company[filing["company_id"]].append(filing)
    written = 0
    for company in companies:
        own = by_company[company["company_id"]]
        known = digest(PAGES_VERSION, company, own)
        if _digest_of(pages_dir / company["page"]) != known:
            _write(pages_dir / company["page"], renderer.company(known, company, own))
            written += 1
    known = digest(PAGES_VERSION, companies, latest_first)
    if _digest_of(pages_dir / "index.html") != known:
        _write(pages_dir / "index.html", renderer.index(known, companies, by_company))
        written += 1
    return written


def _digest_of(page: Path) -> str | None:
    """The digest that a page was written with; null where there is none, or it is not ours."""
    try:
        with page.open("rb") as opened:
            found = _DIGEST.search(opened.read(_HEAD))
    except FileNotFoundError:
        return None
    return found[1].decode() if found else None


def _write(page: Path, html: str) -> None:
    """Replace a page in one step, so that no reader meets half of it."""
    new = page.with_name(f".{page.name}.new")
    new.write_text(html, encoding="utf-8", errors="replace")
    os.replace(new, page)


def _remove_others(pages_dir: Path, kept: set[str]) -> int:
    """Remove the pages of what is gone, and what a killed run left; files that are no pages of ours stay."""
    removed = 0
    for folder in FOLDERS:
        for file in (pages_dir / folder).iterdir():
            if file.name.startswith(".") and file.name.endswith(".html.new"):
                file.unlink()
            elif file.suffix == ".html" and f"{folder}/{file.name}" not in kept and _digest_of(file) is not None:
                file.unlink()
                removed += 1
    return removed
