"""EDGAR's paths and what lies at them, made of the filings that the site holds at that moment; nothing of HTTP."""

import gzip
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from threading import RLock
from urllib.parse import parse_qs

from tests.edgar.replica import atom, feed, histories, indexes, pages
from tests.edgar.replica.envelope import submission
from tests.edgar.replica.filings import Filing
from tests.edgar.replica.histories import EASTERN

TEXT, XML, JSON, GZIP, HTML = "text/plain", "application/xml", "application/json", "application/x-gzip", "text/html"


@dataclass(frozen=True, slots=True)
class Body:
    """What lies at a path; the content is packed for the way unless it is packed already."""

    content: bytes
    type: str
    modified: datetime
    status: int = 200
    accession_number: str = ""


class Site:
    """www.sec.gov and data.sec.gov over one set of filings, to which more may be added at any time."""

    def __init__(
        self, filings: Iterable[Filing], recent: int = 1000, older: int = 2000, tagged_from: date = feed.TAGGED_FROM
    ) -> None:
        self.recent, self.older, self.tagged_from = recent, older, tagged_from
        self.opened_at = datetime.now(UTC)
        self._lock = RLock()
        self.by_number: dict[str, Filing] = {}
        self.by_day: dict[date, list[Filing]] = defaultdict(list)
        self.by_cik: dict[int, list[Filing]] = defaultdict(list)
        self.add(filings)

    def add(self, filings: Iterable[Filing]) -> None:
        """Filings that are there from now on."""
        with self._lock:
            for filing in filings:
                self.by_number[filing.accession_number] = filing
                self.by_day[filing.filed_on].append(filing)
                for cik in filing.ciks:
                    self.by_cik[cik].append(filing)

    def body(self, host: str, path: str, query: str) -> Body:
        """What lies at a path of a host (www or data), or the page that says that nothing does."""
        with self._lock:
            for pattern, find in ROUTES[host]:
                if match := pattern.fullmatch(path):
                    return find(self, query=query, **match.groupdict()) or _missing(path)
        return _missing(path)

    def submission(self, cik: str, number: str, query: str = "", folder: str | None = None) -> Body | None:
        """A whole submission, below each of its filers' CIKs."""
        filing = self.by_number.get(number)
        if filing is None or int(cik) not in filing.ciks or folder not in (None, filing.folder):
            return None
        return Body(submission(filing).encode("latin-1"), TEXT, _eastern(filing.accepted_at), 200, number)

    def daily(self, year: str, quarter: str, kind: str, name: str, query: str = "") -> Body | None:
        """The index of a day on which something was filed."""
        for day in self._days(year, quarter):
            if indexes.daily_name(kind, day) == name:
                text = indexes.daily(kind, day, indexes.rows(self.by_day[day]))
                return Body(text.encode("latin-1"), TEXT, _written(day))
        return None

    def full(self, year: str, quarter: str, kind: str, end: str, query: str = "") -> Body | None:
        """The index of a quarter, plain (idx) or packed (gz)."""
        days = self._days(year, quarter)
        if not days:
            return None
        filings = [filing for day in days for filing in self.by_day[day]]
        content = indexes.full(kind, int(year), int(quarter), indexes.rows(filings)).encode("latin-1")
        if end == "gz":
            return Body(gzip.compress(content, mtime=0), GZIP, _written(days[-1]))
        return Body(content, TEXT, _written(days[-1]))

    def archive(self, year: str, quarter: str, name: str, query: str = "") -> Body | None:
        """The feed archive of a day."""
        for day in self._days(year, quarter):
            if f"{day:%Y%m%d}.nc.tar.gz" == name and day >= feed.FIRST_DAY:
                return Body(feed.archive(day, self.by_day[day], self.tagged_from), GZIP, _written(day))
        return None

    def listing(self, root: str, query: str = "", year: str = "", quarter: str = "") -> Body | None:
        """index.json of a root, a year or a quarter."""
        days = sorted(day for day in self.by_day if f"{day.year}".startswith(year))
        days = [day for day in days if not quarter or indexes.quarter_of(day) == int(quarter)]
        if not days:
            return None
        folder = "/".join(filter(None, [root, year, f"QTR{quarter}" if quarter else ""])) + "/"
        entries = self._files(root, year, quarter, days) if quarter else _folders(days, years=not year)
        return Body(indexes.listing(folder, entries).encode(), JSON, _written(days[-1]))

    def tickers(self, query: str = "") -> Body:
        """The table of tickers."""
        filers = {filer.company.cik: filer.company for f in self.by_number.values() for filer in f.filers}
        companies = [filers[cik] for cik in sorted(filers) if filers[cik].ticker]
        return Body(histories.tickers(companies).encode(), JSON, self.opened_at)

    def history(self, cik: str, query: str = "", page: str | None = None) -> Body | None:
        """A company's filings, or a page ("-submissions-001") of its older ones."""
        filings = self.by_cik.get(int(cik))
        if not filings:
            return None
        text = histories.pages(int(cik), filings, self.recent, self.older).get(f"CIK{cik}{page or ''}.json")
        modified = _eastern(max(filing.accepted_at for filing in filings))
        return Body(text.encode(), JSON, modified) if text is not None else None

    def current(self, query: str) -> Body | None:
        """The latest filings."""
        asked = {name: values[-1] for name, values in parse_qs(query).items()}
        if asked.get("action") != "getcurrent" or asked.get("output") != "atom":
            return None
        start, count = (
            int(asked.get(name, default)) for name, default in (("start", 0), ("count", atom.DEFAULT_COUNT))
        )
        now = datetime.now(UTC)
        text = atom.current(self.by_number.values(), now, asked.get("type", ""), start, count)
        return Body(text.encode("latin-1", "xmlcharrefreplace"), "application/atom+xml", now)

    def _days(self, year: str, quarter: str) -> list[date]:
        return sorted(day for day in self.by_day if (day.year, indexes.quarter_of(day)) == (int(year), int(quarter)))

    def _files(self, root: str, year: str, quarter: str, days: list[date]) -> Iterator[indexes.Entry]:
        if root == "Feed":
            bodies = {f"{day:%Y%m%d}.nc.tar.gz": self.archive(year, quarter, f"{day:%Y%m%d}.nc.tar.gz") for day in days}
        elif root == "daily-index":
            names = {indexes.daily_name(kind, day): kind for day in days for kind in indexes.KINDS}
            bodies = {name: self.daily(year, quarter, kind, name) for name, kind in names.items()}
        else:
            ends = [(kind, end) for kind in indexes.KINDS for end in ("idx", "gz")]
            bodies = {f"{kind}.{end}": self.full(year, quarter, kind, end) for kind, end in ends}
        for name, body in bodies.items():
            if body:
                yield indexes.Entry(name, body.modified.replace(tzinfo=None), len(body.content))


def _folders(days: list[date], *, years: bool) -> list[indexes.Entry]:
    names = {f"{day.year}" if years else f"QTR{indexes.quarter_of(day)}": day for day in days}
    return [indexes.Entry(name, _written(day).replace(tzinfo=None), None) for name, day in names.items()]


def _missing(path: str) -> Body:
    """A weekday's index and a folder's list are denied by the store, as EDGAR answers; all else is not found."""
    now = datetime.now(UTC)
    if path.startswith("/submissions/"):
        return Body(pages.NO_SUCH_KEY.encode(), XML, now, 404)
    if path.endswith("/index.json") or ((day := _day_of(path)) and day.weekday() < 5):
        return Body(pages.ACCESS_DENIED.encode(), XML, now, 403)
    return Body(pages.NOT_FOUND.encode(), HTML, now, 404)


def _day_of(path: str) -> date | None:
    """The day of a daily index or a feed archive."""
    match = re.search(r"/(?:daily-index|Feed)/(\d{4})/QTR\d/(?:\w+\.)?(\d{6,8})\.(?:idx|nc\.tar\.gz)$", path)
    if not match:
        return None
    year, digits = match.groups()
    form = "%Y%m%d" if len(digits) == 8 else "%m%d%y" if year == "1994" else "%y%m%d"
    try:
        return datetime.strptime(digits, form).date()
    except ValueError:
        return None


def _eastern(moment: datetime) -> datetime:
    return moment.replace(tzinfo=EASTERN)


def _written(day: date) -> datetime:
    return datetime.combine(day, time(*indexes.CLOSED), EASTERN)


def _route(pattern: str, find: Callable[..., Body | None]) -> tuple[re.Pattern[str], Callable[..., Body | None]]:
    return re.compile(pattern), find


_EDGAR, _QUARTER, _KIND = "/Archives/edgar", r"(?P<year>\d{4})/QTR(?P<quarter>[1-4])", "|".join(indexes.KINDS)
_NUMBER = r"(?P<number>\d{10}-\d{2}-\d{6})"
_ROOT = "(?P<root>daily-index|full-index|Feed)"
ROUTES = {
    "www": (
        _route(rf"{_EDGAR}/data/(?P<cik>\d+)/(?:(?P<folder>\d{{18}})/)?{_NUMBER}\.txt", Site.submission),
        _route(rf"{_EDGAR}/daily-index/{_QUARTER}/(?P<name>(?P<kind>{_KIND})\.\d+\.idx)", Site.daily),
        _route(rf"{_EDGAR}/full-index/{_QUARTER}/(?P<kind>{_KIND})\.(?P<end>idx|gz)", Site.full),
        _route(rf"{_EDGAR}/Feed/{_QUARTER}/(?P<name>\d{{8}}\.nc\.tar\.gz)", Site.archive),
        _route(rf"{_EDGAR}/{_ROOT}/index\.json", Site.listing),
        _route(rf"{_EDGAR}/{_ROOT}/(?P<year>\d{{4}})/index\.json", Site.listing),
        _route(rf"{_EDGAR}/{_ROOT}/{_QUARTER}/index\.json", Site.listing),
        _route(r"/files/company_tickers\.json", Site.tickers),
        _route(r"/cgi-bin/browse-edgar", Site.current),
    ),
    "data": (_route(r"/submissions/CIK(?P<cik>\d{10})(?P<page>-submissions-\d{3})?\.json", Site.history),),
    "elsewhere": (),
}
