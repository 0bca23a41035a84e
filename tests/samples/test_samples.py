"""The invented filings: what is in data/raw is what the figures give, and the figures agree with one another.

Not asserted yet: what `pipeline.parse.parse` reads in them. Today the income statement's scale is read as millions
though its heading says thousands, and none of the outlooks is read.
"""

import pytest

from tests.samples.figures import read_quarters
from tests.samples.write_samples import ASCII, HTML, RAW, samples


def test_the_files_are_those_that_the_figures_give() -> None:
    kept = {p.relative_to(RAW).as_posix(): p.read_text() for who in (ASCII, HTML) for p in (RAW / who).iterdir()}
    assert kept == samples()


@pytest.mark.parametrize("name", ["invented_instruments", "fictional_fasteners"])
def test_the_figures_agree(name: str) -> None:
    q = read_quarters(name)
    for i in range(1, 11):
        assert q.balances[i]["assets"] == q.balances[i]["equity"] + q.balances[i]["payables"]
        assert q.balances[i - 1]["cash"] + q.period(i, 1)["increase"] == q.balances[i]["cash"]
    assert min(q.period(i, 1)["net"] for i in range(1, 11)) < 0
