"""A release that was damaged on its way fails no reader, and keeps none busy: what can be read of it is."""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.parse import parse

PAGES = sorted(Path("data/raw").rglob("*.txt"))
ODD_YEARS = ("0000", "0001", "1899", "2100", "9999")
JUNK = (" ", "\t", ".", "-", "(", "$ ", "1,", "2004 ", "and ", "million ", "<td>", "<br>", "<div>", "Total ")

_YEAR = re.compile(r"(?:19|20)\d\d")
Damage = Callable[[str], str]


def cut(first: int, length: int) -> Damage:
    return lambda page: page[: first % len(page)] + page[first % len(page) + length :]


def repeated(first: int, length: int, times: int) -> Damage:
    def damage(page: str) -> str:
        start = first % len(page)
        return page[:start] + page[start : start + length] * times + page[start + length :]

    return damage


def filled(first: int, junk: str, times: int) -> Damage:
    return lambda page: page[: first % len(page)] + junk * times + page[first % len(page) :]


def of_odd_years(nth: int, year: str) -> Damage:
    def damage(page: str) -> str:
        number = count()
        return _YEAR.sub(lambda match: year if next(number) % nth == 0 else match[0], page)

    return damage


def without_breaks(page: str) -> str:
    return page.replace("\n", "")


places = st.integers(0, 100_000)
damages: st.SearchStrategy[Damage] = st.one_of(
    st.builds(cut, places, st.integers(1, 5_000)),
    st.builds(repeated, places, st.integers(1, 500), st.integers(2, 20)),
    st.builds(filled, places, st.sampled_from(JUNK), st.integers(100, 3_000)),
    st.builds(of_odd_years, st.integers(1, 4), st.sampled_from(ODD_YEARS)),
    st.just(without_breaks),
)


@settings(max_examples=150, deadline=timedelta(seconds=20))
@given(st.sampled_from(PAGES), st.lists(damages, min_size=1, max_size=3))
def test_no_reader_fails(file: Path, done: list[Damage]) -> None:
    page = file.read_text("utf-8", "replace")
    for damage in done:
        page = damage(page) or " "
    records = parse(page.encode(), file.name)
    assert [issue.message for issue in records["issues"] if issue.code == "reader_failed"] == []
