"""Which request goes wrong and how: rules, and a draw that depends on seed, path and the number of its asking alone.

So the same paths meet the same faults in any order of requests and with any number of clients, and a path asked for
again meets a new draw, unless its rule is `sticky`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import blake2b
from threading import Lock

FILING, INDEX, ARCHIVE, ANY = r"/data/\d+/.*\.txt$", r"\.idx$", r"\.nc\.tar\.gz$", r""

KINDS = {  # what it does, and the paths that it can happen to
    "block": ("403 with the page of the rate limit, once, without the ten minutes", ANY),
    "block_429": ("that page with status 429 and no Retry-After", ANY),
    "refused": ("403 with the page of a network that refuses whoever asks", ANY),
    "too_many": ("429 with Retry-After: `seconds`", ANY),
    "server_error": ("500", ANY),
    "unavailable": ("503", ANY),
    "reset": ("connection reset in the middle of the body", ANY),
    "slow": ("the body, whole, trickling in over `seconds`", ANY),
    "truncated": ("the connection is closed in the middle of the body that Content-Length promised", ANY),
    "short": ("half of the body, with the Content-Length of the half", ANY),
    "truncated_gzip": ("a gzip stream that ends in the middle, with its Content-Length", ANY),
    "html": ("200 with an error page", ANY),
    "other_filing": ("the body of another accession number", FILING),
    "missing": ("404, though indexes list it", FILING),
    "redirect": ("302 to another host", ANY),
    "hostile_index": ("rows whose file names lead elsewhere (hostile.PATHS)", INDEX),
    "hostile_members": ("members whose names lead elsewhere (hostile.MEMBERS), links and a device", ARCHIVE),
    "hostile_history": ("pages of older filings whose names lead elsewhere (hostile.PAGES)", r"/CIK\d{10}\.json$"),
    "hostile_current": ("an entry whose accession number and link lead elsewhere (hostile.NUMBER)", r"/browse-edgar"),
    "hostile_filename": ("<FILENAME> that leads elsewhere (hostile.FILENAME)", FILING),
    "bomb": ("a small body that grows to hostile.BOMB bytes when it is unpacked", ANY),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule: of the requests whose path matches `path` (fnmatch), so large a share goes wrong in this way."""

    kind: str
    share: float = 1.0
    path: str = "*"
    first: int | None = None  # only the first so many askings of a path
    sticky: bool = False  # one draw a path, not one an asking
    seconds: float = 1.0  # of a slow body, of Retry-After

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")

    def matches(self, path: str) -> bool:
        """Whether it can happen to a path at all."""
        return fnmatchcase(path, self.path) and re.search(KINDS[self.kind][1], path) is not None


class Faults:
    """Rules in their order; the first whose draw hits is the fault of a request."""

    def __init__(self, *rules: Fault, seed: int = 0) -> None:
        self.rules = rules
        self.seed = seed
        self._askings: Counter[str] = Counter()
        self._lock = Lock()

    @classmethod
    def parse(cls, words: Iterable[str], seed: int = 0) -> "Faults":
        """Rules as a command line gives them: kind, kind:share, kind:share:path; `missing` is sticky."""
        rules = []
        for word in words:
            kind, share, path, *_ = [*word.split(":", 2), "", ""]
            rules.append(Fault(kind, float(share or 1), path or "*", sticky=kind == "missing"))
        return cls(*rules, seed=seed)

    def choose(self, path: str) -> Fault | None:
        """The fault of the next request for a path (with its query)."""
        with self._lock:
            asking = self._askings[path]
            self._askings[path] += 1
        for number, rule in enumerate(self.rules):
            if rule.first is not None and asking >= rule.first:
                continue
            drawn = self._draw(f"{number} {path} {0 if rule.sticky else asking}")
            if drawn < rule.share and rule.matches(path):
                return rule
        return None

    def _draw(self, words: str) -> float:
        digest = blake2b(f"{self.seed} {words}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / 2**64
