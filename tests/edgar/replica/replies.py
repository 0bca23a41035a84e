"""What goes over the wire for a body: status, headers, bytes, conditional requests, gzip, and each fault done to it."""

import gzip
import io
import re
import struct
import tarfile
import zlib
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from hashlib import blake2b

from tests.edgar.replica import feed, pages
from tests.edgar.replica.faults import BOMB, HOSTILE_FILENAME, HOSTILE_MEMBERS, HOSTILE_PATHS, Fault
from tests.edgar.replica.site import GZIP, HTML, Body

NEVER_KEPT = "application/atom+xml"
PAGES = {  # faults that are another page in the body's place
    "block": (403, pages.TOO_FAST),
    "block_429": (429, pages.TOO_FAST),
    "too_many": (429, pages.TOO_FAST),
    "server_error": (500, pages.UNAVAILABLE),
    "unavailable": (503, pages.UNAVAILABLE),
    "html": (200, pages.UNAVAILABLE),
    "missing": (404, pages.NOT_FOUND),
    "redirect": (302, ""),
}


@dataclass(frozen=True, slots=True)
class Reply:
    """A response as it is sent: `content` under the head, whole or as far as a fault lets it."""

    status: int
    headers: dict[str, str]
    content: bytes
    promised: int  # Content-Length
    fault: Fault | None = None
    accession_number: str = ""
    ends: str = field(default="")  # "": the connection is kept; closed, reset: after the content; slow: bit by bit


def page(status: int, text: str) -> Body:
    """A page in a body's place."""
    return Body(text.encode(), HTML, datetime.now(UTC), status)


def reply(body: Body, fault: Fault | None, asked: Message, elsewhere: str) -> Reply:
    """The response to a request with the headers `asked`; `elsewhere` is where a redirect leads."""
    kind = fault.kind if fault else ""
    number, headers = body.accession_number, {}
    if kind in PAGES:
        body = page(*PAGES[kind])
    body = _hostile(body, kind)
    if kind == "too_many" and fault:
        headers["Retry-After"] = f"{fault.seconds:g}"
    if kind == "redirect":
        headers["Location"] = elsewhere
    if body.status == 200 and body.type != NEVER_KEPT:
        headers["ETag"] = f'"{blake2b(body.content, digest_size=8).hexdigest()}"'
        headers["Last-Modified"] = format_datetime(body.modified.astimezone(UTC), usegmt=True)
        if _known(asked, headers["ETag"], body.modified):
            return Reply(304, headers, b"", 0, None, number)
    headers["Content-Type"] = body.type
    content = bomb(body.type == GZIP) if kind == "bomb" else body.content
    if body.type != GZIP and ("gzip" in asked.get("Accept-Encoding", "") or kind == "bomb"):
        headers |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        content = content if kind == "bomb" else gzip.compress(content, compresslevel=4, mtime=0)
    whole = Reply(body.status, headers, content, len(content), fault, number)
    return _broken(whole, kind, packed=body.type == GZIP or "Content-Encoding" in headers)


def _known(asked: Message, tag: str, modified: datetime) -> bool:
    if known := asked.get("If-None-Match"):
        return tag in known or known == "*"
    if since := asked.get("If-Modified-Since"):
        return modified.replace(microsecond=0) <= parsedate_to_datetime(since)
    return False


def _broken(whole: Reply, kind: str, *, packed: bool) -> Reply:
    half = whole.content[: len(whole.content) // 2]
    if kind == "slow":
        return replace(whole, ends="slow")
    if kind in ("reset", "truncated"):
        return replace(whole, content=half, ends="reset" if kind == "reset" else "closed")
    if kind == "truncated_gzip" and packed:
        return replace(whole, content=half, promised=len(half))
    if kind in ("short", "truncated_gzip"):
        return _short(whole, half, packed)
    return whole


def _short(whole: Reply, half: bytes, packed: bool) -> Reply:
    """Half of what the body says, in a gzip stream of its own where it is packed."""
    if packed:
        text = gzip.decompress(whole.content)
        half = gzip.compress(text[: len(text) // 2], mtime=0)
    return replace(whole, content=half, promised=len(half))


def _hostile(body: Body, kind: str) -> Body:
    if kind == "hostile_index":
        return replace(body, content=body.content + _hostile_rows(body.content))
    if kind == "hostile_members":
        return replace(body, content=_hostile_archive(body.content))
    if kind == "hostile_filename":
        return replace(body, content=re.sub(rb"<FILENAME>.*", b"<FILENAME>" + HOSTILE_FILENAME.encode(), body.content))
    return body


def _hostile_rows(index: bytes) -> bytes:
    """The last row again and again, with the names of HOSTILE_PATHS."""
    row = index.rstrip(b"\n").rsplit(b"\n", 1)[-1]
    name = row.rstrip().rsplit(b"|" if row.count(b"|") == 4 else b" ", 1)[-1]
    return b"".join(row.rstrip().removesuffix(name) + path.encode() + b"\n" for path in HOSTILE_PATHS)


def _hostile_archive(archive: bytes) -> bytes:
    raw = io.BytesIO(gzip.decompress(archive))
    with tarfile.open(fileobj=raw) as tar:
        member = next(member for member in tar if member.isfile())
        opened = tar.extractfile(member)
        assert opened
        content, day = opened.read(), datetime.fromtimestamp(member.mtime, UTC).date()
    raw.seek(0)
    with tarfile.open(fileobj=raw, mode="a") as tar:
        for name in HOSTILE_MEMBERS:
            feed.add(tar, name, content, day)
        for number, (kind, target) in enumerate(
            [(tarfile.SYMTYPE, "/etc/passwd"), (tarfile.LNKTYPE, "../../etc/passwd"), (tarfile.CHRTYPE, "")]
        ):
            link = tarfile.TarInfo(f"./0009900000-03-99998{number}.nc")
            link.type, link.linkname = kind, target
            tar.addfile(link)
    return gzip.compress(raw.getvalue(), mtime=0)


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
