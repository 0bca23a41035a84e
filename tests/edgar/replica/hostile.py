"""Bodies that mean ill: names that lead out of a folder or to another host, links, and what grows when unpacked."""

import gzip
import io
import json
import re
import struct
import tarfile
import zlib
from datetime import UTC, datetime
from functools import cache

from tests.edgar.replica import feed

BOMB = 128 * 1024 * 1024
PATHS = (
    "edgar/data/9900000/../../../../../../tmp/escaped.txt",
    "../../../../tmp/0009900000-03-999991.txt",
    "/etc/passwd",
    "edgar/data/9900000/0009900000-03-999992.txt/../../0009900000-03-999993.txt",
    "edgar/data/..%2f..%2f/0009900000-03-999994.txt",
    "edgar\\data\\9900000\\..\\..\\0009900000-03-999995.txt",
    "http://localhost/edgar/data/9900000/0009900000-03-999996.txt",
    "//localhost/edgar/data/9900000/0009900000-03-999997.txt",
)
MEMBERS = (
    "../../../../tmp/0009900000-03-999991.nc",
    "/tmp/0009900000-03-999992.nc",
    "./a/../../0009900000-03-999993.nc",
    "./..\\..\\0009900000-03-999994.nc",
    "./0009900000-03-999995.nc\n.nc",
)
PAGES = (
    "../../../../etc/passwd",
    "/etc/passwd",
    "http://localhost/submissions/CIK0009900000-submissions-001.json",
    "CIK0009900000-submissions-001.json/../../../tmp/escaped.json",
)
NUMBER = "../../../../../../tmp/escaped"
FILENAME = "../../../../tmp/escaped.htm"


def _rows(index: bytes) -> bytes:
    """The last row again and again, with the names of PATHS."""
    row = index.rstrip(b"\n").rsplit(b"\n", 1)[-1]
    name = row.rstrip().rsplit(b"|" if row.count(b"|") == 4 else b" ", 1)[-1]
    return b"".join(row.rstrip().removesuffix(name) + path.encode() + b"\n" for path in PATHS)


def _members(archive: bytes) -> bytes:
    raw = io.BytesIO(gzip.decompress(archive))
    with tarfile.open(fileobj=raw) as tar:
        member = next(member for member in tar if member.isfile())
        opened = tar.extractfile(member)
        assert opened
        content, day = opened.read(), datetime.fromtimestamp(member.mtime, UTC).date()
    raw.seek(0)
    with tarfile.open(fileobj=raw, mode="a") as tar:
        for name in MEMBERS:
            feed.add(tar, name, content, day)
        for number, (kind, target) in enumerate(
            [(tarfile.SYMTYPE, "/etc/passwd"), (tarfile.LNKTYPE, "../../etc/passwd"), (tarfile.CHRTYPE, "")]
        ):
            link = tarfile.TarInfo(f"./0009900000-03-99998{number}.nc")
            link.type, link.linkname = kind, target
            tar.addfile(link)
    return gzip.compress(raw.getvalue(), mtime=0)


def _pages(history: bytes) -> bytes:
    """Pages before the true ones, each of them said to hold filings of all years."""
    told = json.loads(history)
    years = {"filingCount": 1, "filingFrom": "1993-01-01", "filingTo": "2099-12-31"}
    told["filings"]["files"] = [{"name": name, **years} for name in PAGES] + told["filings"]["files"]
    return json.dumps(told).encode()


def _entry(current: bytes) -> bytes:
    """The first entry again before itself, under another number and with a link to another host."""
    entry = re.search(rb"<entry>.*?</entry>\n", current, re.DOTALL)
    if not entry:
        return current
    false = re.sub(rb"accession-number=[\d-]+", f"accession-number={NUMBER}".encode(), entry[0])
    false = re.sub(rb'href="[^"]+"', f'href="http://localhost/{NUMBER}-index.htm"'.encode(), false)
    return current[: entry.start()] + false + current[entry.start() :]


def _filename(text: bytes) -> bytes:
    return re.sub(rb"<FILENAME>.*", b"<FILENAME>" + FILENAME.encode(), text)


BODIES = {  # by fault
    "hostile_index": lambda index: index + _rows(index),
    "hostile_members": _members,
    "hostile_history": _pages,
    "hostile_current": _entry,
    "hostile_filename": _filename,
}


@cache
def bomb(archive: bool) -> bytes:
    """BOMB bytes of zero as a gzip stream; as a feed archive, in one member with a filing's name.

    A block that is flushed in full stands for itself, so one block is packed and repeated.
    """
    head = b""
    if archive:
        member = tarfile.TarInfo("./0009900000-03-999999.nc")
        member.size = BOMB
        head = member.tobuf()
    block, times = bytes(1024 * 1024), BOMB // (1024 * 1024)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    first, one = (packer.compress(part) + packer.flush(zlib.Z_FULL_FLUSH) for part in (head, block))
    check = zlib.crc32(head)
    for _ in range(times):
        check = zlib.crc32(block, check)
    end = struct.pack("<II", check, len(head) + BOMB)
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + first + one * times + packer.flush() + end
