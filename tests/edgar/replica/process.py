"""A replica in a process of its own, started and asked by this one."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.edgar.replica.ledger import Ledger

PROJECT_DIR = Path(__file__).parents[3]


@dataclass(frozen=True, slots=True)
class Running:
    """Its addresses, and what it tells of itself."""

    www_url: str
    data_url: str
    elsewhere_url: str
    pid: int

    @property
    def requests(self) -> Ledger:
        """The ledger up to now."""
        return Ledger.of(self._ask("requests"))

    @property
    def filings(self) -> list[dict[str, Any]]:
        """Accession number, form, items, CIKs and filing date of each filing that is there."""
        return list(self._ask("filings"))

    def arrive(self, count: int = 1) -> list[dict[str, Any]]:
        """So many new filings, as `filings` tells them."""
        return list(self._ask(f"filings?count={count}", "POST"))

    def _ask(self, name: str, method: str = "GET") -> Any:
        with urlopen(Request(f"{self.www_url}/_replica/{name}", method=method), timeout=60) as answer:
            return json.load(answer)


@contextmanager
def running(
    first: date, last: date, filings: int = 200, faults: tuple[str, ...] = (), *options: str
) -> Iterator[Running]:
    """A process with so many current reports of a span; `options` as on its command line ("--rate-limit=0")."""
    command = [sys.executable, "-m", "tests.edgar.replica", "--days", f"{first}", f"{last}", "--filings", f"{filings}"]
    command += [*(["--faults", *faults] if faults else []), *options]
    with subprocess.Popen(command, cwd=PROJECT_DIR, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield Running(**json.loads(process.stdout.readline()), pid=process.pid)
        finally:
            process.kill()
