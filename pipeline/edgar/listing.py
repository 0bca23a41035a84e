"""A filing as indexes list it, and whether it is one that may hold an earnings release."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from pipeline.filing.items import is_old

ACCESSION_NUMBER = re.compile(r"\d{10}-\d{2}-\d{6}", re.ASCII)

# Releases are furnished under results of operations, Regulation FD and, before there were such items, other events;
# 7 was where exhibits are listed. Since August 23, 2004 other events (8.01) hold few of them.
OLD_ITEMS = frozenset({"5", "7", "9", "12"})
NEW_ITEMS = frozenset({"2.02", "7.01"})


@dataclass(frozen=True, slots=True)
class Listing:
    """One accession number. `ciks` are those under which it was found, `items` null where the index prints none."""

    accession_number: str
    form: str
    company: str
    ciks: tuple[int, ...]
    filed_on: date
    items: tuple[str, ...] | None = None


def merged(listings: Iterable[Listing]) -> list[Listing]:
    """Each accession number once, with all its CIKs, by date and number: indexes list it under each of its filers."""
    by_number: dict[str, Listing] = {}
    for listing in listings:
        known = by_number.setdefault(listing.accession_number, listing)
        if known is not listing:
            ciks = tuple(sorted({*known.ciks, *listing.ciks}))
            items = listing.items if known.items is None else known.items
            by_number[listing.accession_number] = replace(known, ciks=ciks, items=items)
    return sorted(by_number.values(), key=lambda listing: (listing.filed_on, listing.accession_number))


def may_hold_a_release(items: Iterable[str | None] | None, filed_on: date) -> bool:
    """Whether one of the items is one that releases come under; so too where none is known, or one is not known."""
    named = tuple(items or ())
    wanted = OLD_ITEMS if is_old(filed_on) else NEW_ITEMS
    return not named or any(item is None or item in wanted for item in named)


def printable(text: str) -> str:
    """A name without the control characters that would speak to a terminal."""
    return "".join(character if character.isprintable() else " " for character in text).strip()
