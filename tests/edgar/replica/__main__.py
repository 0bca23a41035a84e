"""`python -m tests.edgar.replica`: a replica as a process; it prints its addresses as a line of JSON, then serves."""

import argparse
import json
import time
from contextlib import suppress
from datetime import date

from tests.edgar.replica.faults import KINDS, Faults
from tests.edgar.replica.generate import generate
from tests.edgar.replica.server import Replica


def arguments() -> argparse.Namespace:
    kinds = "\n".join(f"  {kind:18}{words}" for kind, (words, _) in KINDS.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.edgar.replica", description=__doc__, epilog=f"faults (kind[:share[:path]]):\n{kinds}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--days", nargs=2, type=date.fromisoformat, metavar=("FIRST", "LAST"), required=True)
    parser.add_argument("--filings", type=int, default=200, help="current reports in these days")
    parser.add_argument("--faults", nargs="*", default=[], metavar="FAULT")
    parser.add_argument("--rate-limit", type=int, default=10, help="requests a second; 0: no limit")
    parser.add_argument("--block-seconds", type=float, default=600)
    parser.add_argument("--every", type=float, help="seconds from one new filing to the next")
    parser.add_argument("--port", type=int, default=0, help="of www; 0: any")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()


def main() -> None:
    asked = arguments()
    first, last = asked.days
    filings = generate(first, last, asked.filings, asked.seed)
    with Replica(
        filings,
        Faults.parse(asked.faults, asked.seed),
        rate_limit=asked.rate_limit or None,
        block_seconds=asked.block_seconds,
        port=asked.port,
        seed=asked.seed,
    ) as edgar:
        urls = {"www_url": edgar.www_url, "data_url": edgar.data_url, "elsewhere_url": edgar.elsewhere_url}
        print(json.dumps(urls), flush=True)
        with suppress(KeyboardInterrupt):
            while True:
                time.sleep(asked.every or 3600)
                if asked.every:
                    edgar.arrive()


if __name__ == "__main__":
    main()
