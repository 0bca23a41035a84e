"""Which pages are in their folder, and what each was last written with.

That stands in each page, and in a file beside them too: to open all pages and look would be most of what a run does in
a large warehouse.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import duckdb

from pipeline.database import quoted
from pipeline.pages.lists import KEYS, Lists

RECORD = ".written.duckdb"

_DIGEST = re.compile(rb'<meta name="first-print" content="([^"]*)">')
_HEAD = 400  # bytes in which a page's digest stands


def digest_of(page: Path) -> str | None:
    """The digest that a page was written with; null where there is none, or it is not ours."""
    try:
        with page.open("rb") as opened:
            found = _DIGEST.search(opened.read(_HEAD))
    except FileNotFoundError:
        return None
    return found[1].decode() if found else None


class Written:
    """The pages of a folder, beside the lists of what there should be. A lost record means to write all anew."""

    def __init__(self, listed: Lists, pages_dir: Path) -> None:
        self._connection = listed.connection
        self._pages_dir = pages_dir
        try:
            self._attach()
        except duckdb.Error:  # damaged
            self._connection.execute("detach database if exists written")
            (pages_dir / RECORD).unlink(missing_ok=True)
            self._attach()
        self._connection.execute("create temp table present as select unnest($1::varchar[]) as page", [self._present()])

    def _attach(self) -> None:
        """Open the record and read all of it, so that damage is met here."""
        self._connection.execute(f"attach {quoted(self._pages_dir / RECORD)} as written")
        self._connection.execute("create table if not exists written.pages (page varchar, digest varchar)")
        self._connection.execute("select bit_xor(hash(row)) from written.pages as row")

    def _present(self) -> list[str]:
        return [
            f"{folder}/{file.name}"
            for folder in KEYS
            for file in os.scandir(self._pages_dir / folder)
            if file.name.endswith(".html")
        ]

    def stale(self, of: str) -> list[tuple[str, str]]:
        """Key and digest of each filing or company, by key, whose page is missing or says something else by now."""
        rows = self._connection.execute(
            f"""
            select {KEYS[of]}, digest from {of}
            anti join (from written.pages semi join present using (page)) as current using (page, digest)
            order by 1
            """
        )
        return rows.fetchall()

    @contextmanager
    def rewriting(self, pages: Sequence[str]) -> Iterator[None]:
        """Around the writing of pages: what they say is taken down after it, and forgotten before it, so that a run
        that is killed leaves nothing that is no longer true."""
        self._forget(pages)
        yield
        self._note(pages)

    def _forget(self, pages: Sequence[str]) -> None:
        self._connection.execute("delete from written.pages where page in (select unnest($1))", [pages])

    def _note(self, pages: Sequence[str]) -> None:
        digests = [digest_of(self._pages_dir / page) for page in pages]
        rows = "select unnest($1) as page, unnest($2) as digest"
        self._connection.execute(f"insert into written.pages from ({rows}) where digest is not null", [pages, digests])

    def remove_others(self) -> int:
        """Remove the pages of what is gone, and what a killed run left; files that are no pages of ours stay."""
        for folder in KEYS:
            for left in (self._pages_dir / folder).glob(".*.html.new"):
                left.unlink()
        listed = " union all ".join(f"select page from {of}" for of in KEYS)
        others = self._connection.execute(f"select page from present anti join ({listed}) using (page)").fetchall()
        removed = [page for (page,) in others if digest_of(self._pages_dir / page) is not None]
        for page in removed:
            (self._pages_dir / page).unlink()
        self._forget(removed)
        return len(removed)
