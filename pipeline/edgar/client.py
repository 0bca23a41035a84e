"""A client that EDGAR's operators would want: declared, slow enough, patient, and asking the configured hosts only.

Sources: "Accessing EDGAR Data" and "Internet Security Policy" of sec.gov (User-Agent, 10 requests a second, gzip).
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock
from typing import BinaryIO, Self, TypeVar

import httpx
import stamina
from stamina.instrumentation import RetryDetails, set_on_retry_hooks

from pipeline.edgar.addresses import Addresses
from pipeline.edgar.answers import Answers
from pipeline.edgar.decoding import decoded
from pipeline.edgar.errors import (
    BlockedError,
    EdgarError,
    ForeignAddressError,
    NotDeclaredError,
    NotFoundError,
    PausedError,
    UnavailableError,
    UnusableError,
)
from pipeline.edgar.rate import RequestRate
from pipeline.settings import EdgarSettings

T = TypeVar("T")

ATTEMPTS = 10
LONGEST_WAIT = 10.0  # seconds between attempts; what EDGAR asks for beyond is a pause of all processes
LONGEST_PAUSE = 3600.0  # seconds that a Retry-After is believed
SLOWEST = 20_000  # bytes a second that a body must come with, beyond the timeout
MAX_REDIRECTS = 5
MAX_ERROR_PAGE = 2**16  # bytes of an error page that are read
INDEX_LIMIT = 256 * 2**20  # bytes of an index; a quarter's is some 40 MB

MAX_BLOCKS = 3  # at one address, nothing else having been answered meanwhile: waiting longer does not help

_BLOCKED = "Request Rate Threshold Exceeded"  # title of a page that comes with 403 or 429
_UNDECLARED = "Undeclared Automated Tool"  # title of another, which comes with 403
_NO_SUCH_FILE = "<Code>AccessDenied</Code>"  # of the store behind /Archives, with 403: it has no such file
_PAUSING = frozenset({429, 503})
_BLOCKING = frozenset({403, 429})
_MISSING = frozenset({404, 410})

DECLARE = (
    "EDGAR asks who is asking: set SEC_USER_AGENT to a name and an address where its operators can reach you, "
    "in ASCII on one line, for instance SEC_USER_AGENT='Example Research admin@example.com'."
)


log = logging.getLogger(__name__)


def _log_retry(details: RetryDetails) -> None:
    log.warning(f"{str(details.caused_by).rstrip('.')}; attempt {details.retry_num + 1} of {ATTEMPTS} follows.")


set_on_retry_hooks([_log_retry])  # stamina's own write to wherever structlog does


class Client:
    """Requests to EDGAR; threads may share one. Raises `NotDeclaredError` where the settings name nobody.

    After `patience` seconds nothing is tried again, and a pause that would last longer is not waited for.
    """

    def __init__(self, settings: EdgarSettings, patience: float = math.inf) -> None:
        agent = settings.user_agent.strip()
        if not ("@" in agent and agent.isascii() and agent.isprintable()):
            raise NotDeclaredError(DECLARE)
        self.settings = settings
        self.addresses = Addresses(settings)
        self.started = time.monotonic()
        self._patient_until = self.started + patience
        self.requests = 0  # sent
        self.received = 0  # bytes of bodies, as they came over the line
        self._answered = 0  # requests that were
        self._count = Lock()
        self._hosts = {_host(httpx.URL(url)) for url in (settings.url, settings.data_url)}
        self._rate = RequestRate(settings.rate, settings.state_dir)
        self._answers = Answers(settings.state_dir)
        self._http = httpx.Client(
            headers={"user-agent": agent, "accept-encoding": "gzip, deflate"},
            timeout=min(settings.timeout, patience),
            follow_redirects=True,
            max_redirects=MAX_REDIRECTS,
            event_hooks={"request": [self._before]},  # called for each redirect too
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def stop(self) -> None:
        """Have threads that wait for their turn give up."""
        self._rate.stop()

    def close(self) -> None:
        """Stop, and close what is open."""
        self.stop()
        self._http.close()
        self._rate.close()

    def get(self, url: str, read: Callable[[bytes], T], limit: int = INDEX_LIMIT) -> T:
        """What `read` makes of the body at `url`; a body at which it raises `UnusableError` is asked for again.

        Raises `EdgarError`, after some attempts where another may help, and for a body of more than `limit` bytes.
        """
        for attempt in self._attempts():
            with attempt, self._answer(url) as response:
                return read(b"".join(self._body(response, limit)))
        raise AssertionError("stamina returns or raises")

    def get_if_changed(self, url: str, read: Callable[[bytes], T]) -> T:
        """As `get`, but EDGAR is asked whether its last answer still holds, and then sends none."""
        for attempt in self._attempts():
            known = self._answers.get(url)
            with attempt, self._answer(url, known.conditions if known else {}) as response:
                if known and response.status_code == httpx.codes.NOT_MODIFIED:
                    return read(known.body)
                body = b"".join(self._body(response, INDEX_LIMIT))
                result = read(body)
                self._answers.put(url, response.headers, body)
                return result
        raise AssertionError("stamina returns or raises")

    def download(self, url: str, file: BinaryIO, limit: int) -> None:
        """Write the body at `url` to `file`, from its start; for bodies that memory should not hold."""
        for attempt in self._attempts():
            with attempt, self._answer(url) as response:
                file.seek(0)
                file.truncate()
                for piece in self._body(response, limit):
                    file.write(piece)

    def _attempts(self) -> Iterator[stamina.Attempt]:
        blocks = answered = 0

        def is_worth_another(error: Exception) -> bool:
            nonlocal blocks, answered
            if time.monotonic() > self._patient_until:
                return False
            if isinstance(error, BlockedError):
                blocks = blocks + 1 if answered == self._answered else 1
                answered = self._answered
                return blocks < MAX_BLOCKS
            return isinstance(error, UnavailableError | UnusableError | ForeignAddressError)

        wait = min(1.0, self.settings.timeout / 10)
        return iter(
            stamina.retry_context(
                on=is_worth_another, attempts=ATTEMPTS, timeout=None, wait_initial=wait, wait_max=LONGEST_WAIT,
                wait_jitter=wait,
            )
        )  # fmt: skip

    def _before(self, request: httpx.Request) -> None:
        """The wall that every request passes, those of redirects too."""
        if _host(request.url) not in self._hosts:
            raise ForeignAddressError(f"{request.url} is outside of the configured hosts; nothing was asked there.")
        self._rate.wait(self._patient_until)
        with self._count:
            self.requests += 1

    @contextmanager
    def _answer(self, url: str, headers: dict[str, str] | None = None) -> Iterator[httpx.Response]:
        """An answer of status 200 or 304, its body not yet read; whatever fails on the way is an `EdgarError`."""
        try:
            with self._http.stream("GET", url, headers=headers) as response:
                if response.status_code not in (httpx.codes.OK, httpx.codes.NOT_MODIFIED):
                    raise self._error(url, response)
                with self._count:
                    self._answered += 1
                yield response
        except httpx.TooManyRedirects as error:
            raise EdgarError(f"{url}: more than {MAX_REDIRECTS} redirects.") from error
        except httpx.InvalidURL as error:
            raise EdgarError(f"{url} leads to an address that is none ({error}).") from error
        except httpx.RequestError as error:
            raise UnavailableError(f"{url}: {type(error).__name__} {error}".rstrip()) from error

    def _error(self, url: str, response: httpx.Response) -> EdgarError:
        status = response.status_code
        page = self._error_page(response)
        if status in _PAUSING and (seconds := _seconds(response.headers.get("retry-after", ""))):
            return self._paused(PausedError, f"{url}: status {status}", min(seconds, LONGEST_PAUSE))
        if status in _BLOCKING and _BLOCKED in page:
            message = (
                f"EDGAR blocks this machine ({url}): too much is asked from its address, "
                f"or EDGAR does not take {self.settings.user_agent!r} as a declaration"
            )
            return self._paused(BlockedError, message, self.settings.block_seconds)
        if status == httpx.codes.FORBIDDEN and _UNDECLARED in page:
            return NotDeclaredError(f"EDGAR does not take {self.settings.user_agent!r} as a declaration. {DECLARE}")
        if status in _MISSING or (status == httpx.codes.FORBIDDEN and _NO_SUCH_FILE in page):
            return NotFoundError(f"EDGAR has nothing at {url} (status {status}).")
        if status == httpx.codes.FORBIDDEN:
            return UnavailableError(f"{url} is refused (status {status}), by EDGAR or by a proxy on the way")
        if status in _PAUSING or response.is_server_error:
            return UnavailableError(f"{url}: status {status}")
        return EdgarError(f"{url}: status {status}, for which nothing is foreseen.")

    def _error_page(self, response: httpx.Response) -> str:
        """The beginning of a page, if it comes: the status alone says enough where it does not."""
        page = b""
        try:
            for piece in self._body(response, MAX_ERROR_PAGE):
                page += piece
        except (EdgarError, httpx.RequestError):
            pass
        return page.decode("utf-8", "replace")

    def _paused(self, kind: type[PausedError], message: str, seconds: float) -> PausedError:
        self._rate.pause(seconds)
        return kind(f"{message}; all wait for {seconds:,.0f} seconds.")

    def _body(self, response: httpx.Response, limit: int) -> Iterator[bytes]:
        """The body in pieces, unpacked; raises `EdgarError` where it is short, too slow, or beyond `limit`."""
        return decoded(self._raw(response), response.headers.get("content-encoding", ""), limit, str(response.url))

    def _raw(self, response: httpx.Response) -> Iterator[bytes]:
        started, received = time.monotonic(), 0
        for piece in response.iter_raw():
            received += len(piece)
            with self._count:
                self.received += len(piece)
            if time.monotonic() - started > self.settings.timeout + received / SLOWEST:
                raise UnavailableError(f"{response.url} comes at less than {SLOWEST // 1000} kB a second.")
            yield piece


def _host(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port


def _seconds(retry_after: str) -> float:
    """Retry-After is a number of seconds or a date (RFC 9110); 0 where it is neither."""
    if retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, (parsedate_to_datetime(retry_after) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):  # no date, or one without a zone
        return 0.0
