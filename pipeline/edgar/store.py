"""Filings in RAW_DIR: edgar/<year>/<quarter>/<cik>/<accession number>.txt.gz, on disk or wherever fsspec goes.

Beside them the manifest, a file a filing: manifest/<year>/<quarter>/<accession number>.json. It is written last, so a
filing that has an entry is there, whole; one that has an entry and no path was looked at and has other items.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import fsspec

from pipeline.edgar.addresses import quarter_of
from pipeline.edgar.errors import StoreError
from pipeline.edgar.listing import ACCESSION_NUMBER, Listing
from pipeline.edgar.submission import Submission

FOLDER = "edgar"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of a filing; `sha256` and `size` are of the text, `path` counts from RAW_DIR."""

    accession_number: str
    form: str
    company: str
    ciks: tuple[int, ...]
    filed_on: date
    items: tuple[str, ...]
    path: str | None
    sha256: str
    size: int
    source: str  # the address that it came from
    fetched_at: datetime = field(default_factory=lambda: datetime.now(UTC))


class Store:
    """The filings below a RAW_DIR, which may be a folder or a URL such as s3://bucket/raw."""

    def __init__(self, raw_dir: str) -> None:
        with _in_raw_dir(raw_dir, "used"):
            self._files, root = fsspec.url_to_fs(raw_dir, use_listings_cache=False)
        self._root = root.rstrip("/")

    def known(self, days: Iterable[date]) -> set[str]:
        """Accession numbers of all entries in the quarters of some days."""
        numbers: set[str] = set()
        for quarter in sorted({quarter_of(day) for day in days}):
            folder = self._path(f"manifest/{quarter}")
            with _in_raw_dir(folder, "read"), suppress(FileNotFoundError):
                paths = self._files.ls(folder, detail=False)
                numbers.update(name for path in paths if ACCESSION_NUMBER.fullmatch(name := Path(path).stem))
        return numbers

    def has(self, listing: Listing) -> bool:
        """Whether there is an entry for a filing."""
        path = self._path(_entry_path(listing))
        with _in_raw_dir(path, "read"):
            return bool(self._files.exists(path))

    def keep(self, listing: Listing, submission: Submission, source: str) -> Entry:
        """Store a filing and enter it."""
        cik = submission.cik or min(listing.ciks)
        path = f"{quarter_of(listing.filed_on)}/{cik}/{_checked(listing.accession_number)}.txt.gz"
        self._write(path, gzip.compress(submission.data, mtime=0))
        return self._enter(listing, submission, source, f"{FOLDER}/{path}")

    def pass_over(self, listing: Listing, submission: Submission, source: str) -> Entry:
        """Enter a filing that is not stored, since its items are others, so that it is not fetched again."""
        return self._enter(listing, submission, source, None)

    def _enter(self, listing: Listing, submission: Submission, source: str, path: str | None) -> Entry:
        facts, data = submission.facts, submission.data
        entry = Entry(
            listing.accession_number,
            listing.form,
            listing.company,
            tuple(sorted({*listing.ciks, *(filer.cik for filer in facts.registrants if filer.cik)})),
            listing.filed_on,
            tuple(dict.fromkeys(item.number or item.title for item in facts.items)),
            path,
            hashlib.sha256(data).hexdigest(),
            len(data),
            source,
        )
        self._write(_entry_path(listing), json.dumps(asdict(entry), default=_iso).encode())
        return entry

    def _write(self, path: str, data: bytes) -> None:
        """Under a hidden name first, which no reader takes; then moved into place."""
        folder, _, name = self._path(path).rpartition("/")
        with _in_raw_dir(f"{folder}/{name}", "stored"):
            self._files.makedirs(folder, exist_ok=True)
            self._files.pipe_file(f"{folder}/.{name}.part", data)
            self._files.mv(f"{folder}/.{name}.part", f"{folder}/{name}")

    def _path(self, path: str) -> str:
        return f"{self._root}/{FOLDER}/{path}"


@contextmanager
def _in_raw_dir(path: str, done: str) -> Iterator[None]:
    """What RAW_DIR does not give or take is a `StoreError`, whatever its file system raises."""
    try:
        yield
    except Exception as error:
        raise StoreError(f"{path} cannot be {done} ({error}); check RAW_DIR and its disk.") from error


def _entry_path(listing: Listing) -> str:
    return f"manifest/{quarter_of(listing.filed_on)}/{_checked(listing.accession_number)}.json"


def _checked(accession_number: str) -> str:
    """The only text of EDGAR's that becomes part of a path."""
    if not ACCESSION_NUMBER.fullmatch(accession_number):
        raise ValueError(f"{accession_number!r} is no accession number.")
    return accession_number


def _iso(value: Any) -> str:
    return value.isoformat()  # type: ignore[no-any-return]
