"""What can go wrong with EDGAR, and what a person can do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class EdgarError(Exception):
    """The base of all below; its message says what to do, `may_pass` whether trying later may help."""

    may_pass = True


class NotDeclaredError(EdgarError):
    """No one is declared as the sender of requests, or EDGAR does not take the declaration."""

    may_pass = False


class NotFoundError(EdgarError):
    """EDGAR has nothing at an address."""


class ForeignAddressError(EdgarError):
    """An answer leads to an address outside the configured hosts, where nothing is sent. Asking again may help."""


class TooLargeError(EdgarError):
    """An answer beyond its limit; what came of it is dropped."""


class UnusableError(EdgarError):
    """An answer that is not what was asked for: short, an error page, another filing. Asking again may help."""


class UnavailableError(EdgarError):
    """EDGAR answers with errors, or not at all. Asking again may help."""


class PausedError(UnavailableError):
    """EDGAR wants no request for a while."""


class BlockedError(PausedError):
    """EDGAR blocks this machine: for asking too fast, or for a declaration or a network that it does not take."""


class StoreError(EdgarError):
    """RAW_DIR does not take what was fetched, or EDGAR_STATE_DIR what processes share."""


@contextmanager
def in_state_dir(state_dir: Path) -> Iterator[None]:
    """What EDGAR_STATE_DIR does not take is a `StoreError`."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"EDGAR_STATE_DIR cannot be used ({error}); check {state_dir} and its disk; "
            "its answers.sqlite and rate.sqlite may be removed."
        ) from error
