"""Answers kept with their validators, so that EDGAR can say that nothing has changed (RFC 9110, section 13)."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.edgar.errors import in_state_dir

_CREATE = "create table if not exists answers (url text primary key, etag text, last_modified text, body blob)"


@dataclass(frozen=True, slots=True)
class Answer:
    """A body, and the headers that ask whether it still holds."""

    body: bytes
    conditions: dict[str, str]


class Answers:
    """The last answer of each address that EDGAR gave a validator for, shared by threads and processes."""

    def __init__(self, state_dir: Path) -> None:
        self._path = state_dir / "answers.sqlite"
        with self._connection() as connection:
            connection.execute(_CREATE)

    def get(self, url: str) -> Answer | None:
        """The answer kept for an address, if any."""
        with self._connection() as connection:
            row = connection.execute("select etag, last_modified, body from answers where url = ?", [url]).fetchone()
        if row is None:
            return None
        etag, last_modified, body = row
        conditions = {"if-none-match": etag, "if-modified-since": last_modified}
        return Answer(zlib.decompress(body), {name: value for name, value in conditions.items() if value})

    def put(self, url: str, headers: Mapping[str, str], body: bytes) -> None:
        """Keep an answer, if its headers say how to ask for a newer one."""
        etag, last_modified = headers.get("etag"), headers.get("last-modified")
        if etag or last_modified:
            row = (url, etag, last_modified, zlib.compress(body))
            with self._connection() as connection:
                connection.execute("insert or replace into answers values (?, ?, ?, ?)", row)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """A transaction."""
        with (
            in_state_dir(self._path.parent),
            closing(sqlite3.connect(self._path, timeout=30)) as connection,
            connection,
        ):
            yield connection
