"""The archive of a day: every submission that was disseminated on it, read from one download, one at a time.

Source: "Accessing EDGAR Data" of sec.gov, /Feed/. A member is `<accession number>.nc`; corrections (`.corr`) are passed
over, since the index and the submission itself know nothing of them. A member's name is looked at, never written to.
"""

from __future__ import annotations

import gzip
import io
import re
import shutil
import tarfile
import zlib
from collections.abc import Container, Iterator
from datetime import date
from tempfile import TemporaryFile
from typing import IO

from pipeline.edgar.client import Client
from pipeline.edgar.errors import TooLargeError, UnusableError, in_state_dir
from pipeline.edgar.submission import LIMIT as SUBMISSION_LIMIT
from pipeline.edgar.submission import Submission, read_submission

LIMIT = 16 * 2**30  # bytes of an archive; those of today have some GB
UNPACKED_LIMIT = 128 * 2**30
_NAME_LIMIT = 2**16  # bytes of a name or another such record, which tarfile holds in memory
_ATTEMPTS = 3
_MEMBER = re.compile(r"(?:.*/)?(\d{10}-\d{2}-\d{6})\.(?:nc|txt)", re.ASCII | re.DOTALL)


class _Member(tarfile.TarInfo):
    """A member whose records about itself have a limit."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if not self.isreg() and self.size > _NAME_LIMIT:
            raise TooLargeError(
                f"A record of the archive claims {self.size:,} bytes for a name; the archive was dropped."
            )
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]  # tarfile's hook; typeshed leaves it out


class _Limited(io.RawIOBase):
    """Bytes of a stream, up to a limit."""

    def __init__(self, stream: gzip.GzipFile, limit: int) -> None:
        super().__init__()
        self._stream = stream
        self._left = limit

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._left -= len(data)
        if self._left < 0:
            raise TooLargeError("The archive unpacks to more than is taken; the rest of it was dropped.")
        return data


def from_archive(client: Client, day: date, wanted: Container[str]) -> Iterator[tuple[str, Submission]]:
    """The wanted submissions of a day's archive, by accession number: each once, what is not whole left out.

    Raises `NotFoundError` where there is no archive of the day, `TooLargeError` for one that is larger than any is.
    """
    given: set[str] = set()
    for attempt in range(1, _ATTEMPTS + 1):
        state_dir = client.settings.state_dir
        with TemporaryFile(dir=state_dir) as file:
            with in_state_dir(state_dir):
                room = shutil.disk_usage(state_dir).free // 2
                try:
                    client.download(client.addresses.archive(day), file, min(LIMIT, room))
                except TooLargeError as error:
                    raise TooLargeError(f"{error} It may take half of the free disk of EDGAR_STATE_DIR.") from error
                file.seek(0)
            try:
                for number, data in members(file):
                    if number in wanted and number not in given and (submission := _whole(data, number)):
                        given.add(number)
                        yield number, submission
                return
            except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
                if attempt == _ATTEMPTS:
                    raise UnusableError(f"The archive of {day} cannot be unpacked ({error}).") from error


def members(file: IO[bytes]) -> Iterator[tuple[str, bytes]]:
    """Accession numbers and bytes of an archive."""
    with (
        gzip.open(file) as unpacked,
        tarfile.open(fileobj=_Limited(unpacked, UNPACKED_LIMIT), mode="r|", tarinfo=_Member) as archive,
    ):
        for member in archive:
            named = _MEMBER.fullmatch(member.name)
            if named and member.type in (tarfile.REGTYPE, tarfile.AREGTYPE) and member.size <= SUBMISSION_LIMIT:
                content = archive.extractfile(member)
                if content is not None:
                    yield named[1], content.read()


def _whole(data: bytes, accession_number: str) -> Submission | None:
    try:
        return read_submission(data, accession_number)
    except UnusableError:
        return None
