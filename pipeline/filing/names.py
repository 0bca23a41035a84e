"""What a file's name tells: the accession number, and the filing's key."""

from __future__ import annotations

import re

_ACCESSION_NUMBER = re.compile(r"(?<!\d)(\d{10})-?(\d{2})-?(\d{6})(?!\d)")
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,5}(?:\.gz)?$")


def accession_number_of(path: str) -> str | None:
    """The accession number in the file's name, with dashes, or null; `path` has forward slashes."""
    found = _ACCESSION_NUMBER.search(path.rsplit("/", 1)[-1])
    return "-".join(found.groups()) if found else None


def filing_id_of(path: str) -> str:
    """The accession number in the file's name, else the path without its extension."""
    return accession_number_of(path) or _EXTENSION.sub("", path)
