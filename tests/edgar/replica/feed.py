"""The feed archive of a day, Feed/YYYY/QTRn/YYYYMMDD.nc.tar.gz: every filing of the day, a member each.

Sources: sec.gov, "Accessing EDGAR Data" (Feed: "tar and gzip archive file for each filing day");
pyedgar/utilities/edgarcache.py of gaulinmp/pyedgar (names of members, an entry for the folder, corrections beside the
filings) and its `nc_examples/`; the Public Dissemination Service Technical Specification (corrections change headers
and hold no text).

Archives begin with the third quarter of 1995. Public members from September 1995 on are in the tagged dialect; which
days have the plain one is nowhere written down, so here the first two months have it, and a replica can be told
another day.
"""

import gzip
import io
import tarfile
from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import islice

from tests.edgar.replica.envelope import dissemination, submission
from tests.edgar.replica.filings import Filing
from tests.edgar.replica.histories import EASTERN

FIRST_DAY = date(1995, 7, 1)
TAGGED_FROM = date(1995, 9, 1)


def archive(day: date, filings: Iterable[Filing], tagged_from: date = TAGGED_FROM) -> bytes:
    """The archive of a day's filings, with a correction of the first of them."""
    text = dissemination if day >= tagged_from else submission
    ordered = sorted(filings, key=lambda filing: filing.accession_number)
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w") as tar:
        folder = tarfile.TarInfo("./")
        folder.type, folder.mode = tarfile.DIRTYPE, 0o755
        tar.addfile(folder)
        for filing in ordered:
            add(tar, f"./{filing.accession_number}.nc", text(filing).encode("latin-1"), day)
        for filing in islice(ordered, 1):
            add(tar, f"./{filing.accession_number}.corr01", correction(filing).encode("latin-1"), day)
    return gzip.compress(raw.getvalue(), compresslevel=6, mtime=0)


def add(tar: tarfile.TarFile, name: str, content: bytes, day: date) -> None:
    """A file of a day."""
    member = tarfile.TarInfo(name)
    member.size, member.mtime = len(content), int(datetime.combine(day, time(22), EASTERN).timestamp())
    tar.addfile(member, io.BytesIO(content))


def correction(filing: Filing) -> str:
    """A post-acceptance correction: a header without documents."""
    head, _, _ = dissemination(filing).partition("<DOCUMENT>")
    stamp = f"<CORRECTION>\n<TIMESTAMP>{filing.filed_on:%Y%m%d}220000\n"
    return head.replace("<SUBMISSION>\n", f"<SUBMISSION>\n{stamp}", 1) + "</SUBMISSION>\n"
