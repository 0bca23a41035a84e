"""A replica of EDGAR for tests: its paths over HTTP on loopback, its limits, its faults, and a ledger of requests.

In a test:

    from tests.edgar.replica import Fault, Faults, generate, replica

    filings = generate(date(2003, 7, 1), date(2003, 7, 31), 200)         # 200 current reports and 50 others
    with replica(filings, Faults(Fault("reset", 0.05)), rate_limit=None) as edgar:
        httpx.get(f"{edgar.www_url}/Archives/edgar/daily-index/2003/QTR3/master.20030701.idx", headers=...)
        httpx.get(f"{edgar.data_url}/submissions/CIK0009900000.json", headers=...)
        edgar.faults = Faults(Fault("unavailable", path="*.idx", first=2))  # at any time
        edgar.arrive()                                                   # a filing is accepted now
        assert edgar.requests.busiest() <= 10                            # in any second
        assert set(edgar.requests.bodies.values()) == {1}                # whole texts by accession number

As a process (benchmarks, a soak; --help lists the faults):

    python -m tests.edgar.replica --days 2003-07-01 2003-07-31 --filings 2000 --faults reset:0.05 short:0.05 --every 3
    {"www_url": "http://127.0.0.1:40001", "data_url": "http://127.0.0.1:40002", "elsewhere_url": "http://localhost:40003"}

`running(...)` starts one for the length of a `with` and asks it over `/_replica/requests` (the ledger) and
`/_replica/filings` (what is there; POST `?count=3` adds three). These two are not counted and need no User-Agent.

What is served, with GET and HEAD, gzip where accepted, ETag, Last-Modified and 304 (but for the Atom feed):

    www   /Archives/edgar/daily-index/YYYY/QTRn/{company,crawler,form,master}.YYYYMMDD.idx  (older: MMDDYY, YYMMDD)
          /Archives/edgar/full-index/YYYY/QTRn/{company,crawler,form,master}.{idx,gz}
          /Archives/edgar/Feed/YYYY/QTRn/YYYYMMDD.nc.tar.gz  (from July 1995; `tagged_from`: the other dialect)
          /Archives/edgar/{daily-index,full-index,Feed}/[YYYY/[QTRn/]]index.json
          /Archives/edgar/data/<cik>/[<accession number without dashes>/]<accession number>.txt
          /files/company_tickers.json
          /cgi-bin/browse-edgar?action=getcurrent&output=atom[&type=&start=&count=]
    data  /submissions/CIK##########.json, CIK##########-submissions-###.json  (`recent`, `older`: filings a page)

Each module says where its format was seen. An index and an archive are there as soon as a filing of their day is.

What is refused. Without an e-mail address in User-Agent: 403, "Undeclared Automated Tool". More than `rate_limit`
requests in a second (both hosts, all clients together): 403, "Request Rate Threshold Exceeded", until the rate has
been lower for `block_seconds`. The index or archive of a weekday that has none (a holiday, a day to come): 403 with
the store's XML "AccessDenied", as EDGAR answers; of a weekend, and any other path: 404. A third server,
`elsewhere_url`, is another host: redirects lead there, it would give every filing, and nothing should ever ask it
(`request.host == "elsewhere"` in the ledger).

Faults are rules of kind, share and path (`faults.KINDS`); the draw depends on seed, path and the number of the asking
alone, so that a run can be repeated whatever the order of its requests. A filing of your own is a `Filing`;
`dataclasses.replace` of a generated one is the shortest way.
"""

from tests.edgar.replica import hostile
from tests.edgar.replica.faults import KINDS, Fault, Faults
from tests.edgar.replica.filings import Company, Filer, Filing
from tests.edgar.replica.generate import generate
from tests.edgar.replica.process import running
from tests.edgar.replica.server import Replica, replica

__all__ = [
    "KINDS",
    "Company",
    "Fault",
    "Faults",
    "Filer",
    "Filing",
    "Replica",
    "generate",
    "hostile",
    "replica",
    "running",
]
