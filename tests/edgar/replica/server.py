"""The replica as it runs: three loopback servers (www, data, elsewhere) over one site, one limit and one ledger."""

import itertools
import json
import re
import socket
import struct
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from email.message import Message
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

from tests.edgar.replica import feed, pages
from tests.edgar.replica.faults import Faults
from tests.edgar.replica.filings import Filing
from tests.edgar.replica.generate import arriving
from tests.edgar.replica.histories import EASTERN
from tests.edgar.replica.ledger import Ledger, Request
from tests.edgar.replica.limits import RateLimit
from tests.edgar.replica.replies import Reply, page, reply
from tests.edgar.replica.site import JSON, Body, Site

CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.\w+")
CONTROL = "/_replica/"
PIECES = 20  # of a slow body
MID_BODY = 0.05  # seconds that the half of a body has to arrive before the connection is reset


class Replica:
    """EDGAR on loopback; `faults` may be replaced while it runs."""

    def __init__(
        self,
        filings: Iterable[Filing] = (),
        faults: Faults | None = None,
        *,
        rate_limit: int | None = 10,
        block_seconds: float = 600,
        recent: int = 1000,
        older: int = 2000,
        tagged_from: date = feed.TAGGED_FROM,
        port: int = 0,
        seed: int = 0,
    ) -> None:
        self.faults = faults or Faults()
        self.site = Site(filings, recent, older, tagged_from)
        self.limit = RateLimit(rate_limit, block_seconds)
        self.requests = Ledger()
        self.seed = seed
        self.errors: list[Exception] = []  # of the replica itself; the `with` raises the first
        self._arrived = itertools.count()
        self._servers = {
            host: _Server(self, host, port if host == "www" else 0) for host in ("www", "data", "elsewhere")
        }
        self.www_url, self.data_url, _ = (f"http://127.0.0.1:{server.server_port}" for server in self._servers.values())
        self.elsewhere_url = f"http://localhost:{self._servers['elsewhere'].server_port}"

    def __enter__(self) -> Self:
        for server in self._servers.values():
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for server in self._servers.values():
            server.shutdown()
            server.server_close()
            server.hang_up()
        if self.errors and error is None:
            raise self.errors[0]

    @property
    def filings(self) -> list[Filing]:
        """Every filing that is there now."""
        return list(self.site.by_number.values())

    def add(self, *filings: Filing) -> None:
        """Filings that indexes, histories and the latest filings show from now on."""
        self.site.add(filings)

    def arrive(self, count: int = 1, accepted_at: datetime | None = None) -> list[Filing]:
        """New current reports, accepted at a moment of Eastern time (by default now)."""
        moment = accepted_at or datetime.now(EASTERN).replace(tzinfo=None, microsecond=0)
        filings = [arriving(next(self._arrived), moment, self.seed) for _ in range(count)]
        self.add(*filings)
        return filings

    def answer(self, host: str, path: str, query: str, asked: Message, at: float) -> Reply:
        """The response to a request that came at a moment of the monotonic clock."""
        whole = f"{path}?{query}" if query else path
        if host == "elsewhere":
            return reply(self.site.body("www", path, query), None, asked, "")
        if self.limit.refuses(at):
            return reply(page(403, pages.TOO_FAST), None, asked, "")
        if not CONTACT.search(asked.get("User-Agent", "")):
            return reply(page(403, pages.UNDECLARED), None, asked, "")
        fault = self.faults.choose(whole)
        body = self.site.body(host, path, query)
        if fault and fault.kind == "other_filing":
            body = self._other(body.accession_number) or body
        return reply(body, fault, asked, self.elsewhere_url + whole)

    def _other(self, number: str) -> Body | None:
        """The body of the filing after this one, under this one's number."""
        known = list(self.site.by_number.values())
        if number not in self.site.by_number or len(known) < 2:
            return None
        other = known[(known.index(self.site.by_number[number]) + 1) % len(known)]
        body = self.site.submission(str(other.ciks[0]), other.accession_number)
        return replace(body, accession_number=number) if body else None


@contextmanager
def replica(filings: Iterable[Filing] = (), faults: Faults | None = None, **settings: Any) -> Iterator[Replica]:
    """A replica in threads of this process, for the length of a `with`."""
    with Replica(filings, faults, **settings) as edgar:
        yield edgar


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, edgar: Replica, host: str, port: int) -> None:
        self.edgar, self.host = edgar, host
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def hang_up(self) -> None:
        """Close what clients have left open."""
        for connection in list(self.open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # closed in the meantime

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is no error of the replica."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, ConnectionError):
            self.edgar.errors.append(error)
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server
    connections = itertools.count(1)

    def setup(self) -> None:
        super().setup()
        self.number = next(self.connections)
        self.server.open.add(self.connection)

    def finish(self) -> None:
        self.server.open.discard(self.connection)
        super().finish()

    def do_GET(self) -> None:
        at = time.monotonic()
        parts = urlsplit(self.path)
        if parts.path.startswith(CONTROL):
            return self._control(parts.path.removeprefix(CONTROL), parse_qs(parts.query))
        edgar, host = self.server.edgar, self.server.host
        sent = edgar.answer(host, parts.path, parts.query, self.headers, at)
        agent, kind = self.headers.get("User-Agent", ""), sent.fault.kind if sent.fault else ""
        edgar.requests.append(
            Request(
                at, host, self.command, self.path, agent, self.number, sent.status, kind, sent.accession_number,
                len(sent.content),
            )
        )  # fmt: skip
        self._send(sent)

    do_HEAD = do_GET  # noqa: N815

    def do_POST(self) -> None:
        self.do_GET()

    def log_message(self, *args: Any) -> None:
        """The ledger is the log."""

    def _send(self, sent: Reply) -> None:
        content = b"" if self.command == "HEAD" else sent.content
        head = [f"HTTP/1.1 {sent.status} {HTTPStatus(sent.status).phrase}", f"Date: {self.date_time_string()}"]
        head += [f"{name}: {value}" for name, value in {**sent.headers, "Content-Length": str(sent.promised)}.items()]
        start = ("\r\n".join(head) + "\r\n\r\n").encode("latin-1")
        if sent.ends == "slow":
            self.wfile.write(start)
            self._trickle(content, sent.fault.seconds if sent.fault else 0)
            return
        self.wfile.write(start + content)
        self.close_connection = self.close_connection or sent.ends != ""
        if sent.ends == "reset":
            self._reset()

    def _trickle(self, content: bytes, seconds: float) -> None:
        size = -(-len(content) // PIECES) or 1
        for place in range(0, len(content), size):
            time.sleep(seconds / PIECES)
            self.wfile.write(content[place : place + size])

    def _reset(self) -> None:
        time.sleep(MID_BODY)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.rfile.close()
        self.connection.close()

    def _control(self, name: str, asked: dict[str, list[str]]) -> None:
        """requests: the ledger; filings: what is there, or with POST so many more (`count`)."""
        edgar = self.server.edgar
        if name == "requests":
            told: Any = edgar.requests.told()
        elif name == "filings":
            shown = edgar.arrive(int(asked.get("count", ["1"])[0])) if self.command == "POST" else edgar.filings
            told = [
                {
                    "accession_number": f.accession_number,
                    "form": f.form,
                    "items": f.items,
                    "ciks": f.ciks,
                    "filed_on": f"{f.filed_on}",
                }
                for f in shown
            ]
        else:
            return self._send(reply(page(404, pages.NOT_FOUND), None, self.headers, ""))
        content = json.dumps(told).encode()
        self._send(Reply(200, {"Content-Type": JSON}, content, len(content)))
