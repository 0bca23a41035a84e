"""What goes over the wire for a body: status, headers, bytes, conditional requests, gzip, and each fault done to it."""

import gzip
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.message import Message
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import blake2b

from tests.edgar.replica import pages
from tests.edgar.replica.faults import Fault
from tests.edgar.replica.hostile import BODIES, bomb
from tests.edgar.replica.site import GZIP, HTML, XML, Body

NEVER_KEPT = "application/atom+xml"
PAGES = {  # faults that are another page in the body's place
    "block": (403, pages.TOO_FAST),
    "block_429": (429, pages.TOO_FAST),
    "refused": (403, pages.REFUSED),
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
    if kind in BODIES and body.status == 200:
        body = replace(body, content=BODIES[kind](body.content))
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
        name = "x-gzip" if body.type == XML else "gzip"  # of the store behind /Archives, whose errors are XML
        headers |= {"Content-Encoding": name, "Vary": "Accept-Encoding"}
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
