"""Whether a body is the submission that was asked for, whole; and the facts of its header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.edgar.errors import UnusableError
from pipeline.filing.facts import Facts
from pipeline.filing.header import read_header

LIMIT = 128 * 2**20  # bytes; the largest current reports, graphics and all, have some tens of MB
_HEADER = 200_000  # bytes in which a header ends
_DOCUMENT = re.compile(rb"<DOCUMENT>", re.IGNORECASE)
# The last line of a submission, in the dialects of filings and of the feed, and as signed mail (until 2009).
_ENDINGS = (b"</SEC-DOCUMENT>", b"</IMS-DOCUMENT>", b"</SUBMISSION>", b"-----END PRIVACY-ENHANCED MESSAGE-----")


@dataclass(frozen=True, slots=True)
class Submission:
    """A whole submission, in either dialect of header."""

    data: bytes
    facts: Facts

    @property
    def cik(self) -> int | None:
        """The first registrant's, which is the one the filing is about; null where the header names none."""
        return next((registrant.cik for registrant in self.facts.registrants if registrant.cik), None)


def read_submission(data: bytes, accession_number: str) -> Submission:
    """Raises `UnusableError` where the body is another filing's, is none, or lacks its end."""
    if data[:1000].lstrip().lower().startswith((b"<!doctype", b"<html")):
        raise UnusableError(f"A web page came in place of {accession_number}.")
    document = _DOCUMENT.search(data, 0, _HEADER)
    header = data[: document.start() if document else _HEADER]
    facts = read_header(header.decode("utf-8", "replace"))
    if facts.accession_number != accession_number:
        raise UnusableError(f"{facts.accession_number or 'No filing'} came in place of {accession_number}.")
    if not data[-1000:].rstrip().endswith(_ENDINGS):
        raise UnusableError(f"{accession_number} broke off before its end.")
    return Submission(data, facts)
