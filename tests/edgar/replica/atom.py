"""The latest filings as an Atom feed: /cgi-bin/browse-edgar?action=getcurrent&output=atom.

Sources: the feed as served on 2024-03-17, 2026-03-29 and 2026-09-01. An entry a filer, the newest accepted first; the
title ends with the CIK and the filer's part; items stand in the summary; times have New York's offset; the encoding
is Latin-1; `type` is the beginning of a form's name ("8-K" gives 8-K/A too); `count` is at most 100; a page without
entries says "No recent filings".
"""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from tests.edgar.replica.filings import Filer, Filing
from tests.edgar.replica.histories import EASTERN
from tests.samples.submission import TITLES

DEFAULT_COUNT, MOST = 40, 100
WWW = "https://www.sec.gov"


def current(
    filings: Iterable[Filing], now: datetime, form: str = "", start: int = 0, count: int = DEFAULT_COUNT
) -> str:
    """One page of the feed at a moment (any zone)."""
    latest = sorted(filings, key=lambda filing: (filing.accepted_at, filing.accession_number), reverse=True)
    entries = [(filing, filer) for filing in latest if filing.form.startswith(form) for filer in filing.filers]
    page = entries[start : start + min(count, MOST)]
    now = now.astimezone(EASTERN)
    lines = [
        '<?xml version="1.0" encoding="ISO-8859-1" ?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>Latest Filings - {now:%a, %d %b %Y %H:%M:%S %Z}{'' if page else ' - No recent filings'}</title>",
        '<link rel="alternate" href="/cgi-bin/browse-edgar?action=getcurrent"/>',
        '<link rel="self" href="/cgi-bin/browse-edgar?action=getcurrent"/>',
        f"<id>{WWW}/cgi-bin/browse-edgar?action=getcurrent</id>",
        "<author><name>Webmaster</name><email>webmaster@sec.gov</email></author>",
        f"<updated>{_stamp(now)}</updated>",
        *(_entry(filing, filer) for filing, filer in page),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _entry(filing: Filing, filer: Filer) -> str:
    number, cik = filing.accession_number, filer.company.cik
    size = sum(len(part.text) for part in filing.parts)
    items = "".join(f"\n&lt;br&gt;Item {item}: {escape(TITLES[item])}" for item in filing.items)
    return "\n".join(
        [
            "<entry>",
            f"<title>{filing.form} - {escape(filer.company.name)} ({cik:010}) ({filer.role})</title>",
            f'<link rel="alternate" type="text/html" '
            f'href="{WWW}/Archives/edgar/data/{cik}/{filing.folder}/{number}-index.htm"/>',
            '<summary type="html">',
            f" &lt;b&gt;Filed:&lt;/b&gt; {filing.filed_on} &lt;b&gt;AccNo:&lt;/b&gt; {number} "
            f"&lt;b&gt;Size:&lt;/b&gt; {-(-size // 1024)} KB{items}",
            "</summary>",
            f"<updated>{_stamp(filing.accepted_at.replace(tzinfo=EASTERN))}</updated>",
            f'<category scheme="{WWW}/" label="form type" term="{filing.form}"/>',
            f"<id>urn:tag:sec.gov,2008:accession-number={number}</id>",
            "</entry>",
        ]
    )


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
