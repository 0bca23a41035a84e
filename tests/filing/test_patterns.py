"""Patterns that fail fast find what plain ones find."""

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.filing.patterns import at_word, words

TERMS = ("months?", "may", "year-to-date", "years?", r"20\d\d", "q[1-4]", r"\d\d?/\d\d")
PLAIN = re.compile(rf"\b(?:{'|'.join(TERMS)})", re.IGNORECASE)
PIECES = st.sampled_from(
    ["month", "Months", "MAY", "dismay", "year", "Year-to-date", "2003", "12003", "Q3", "9/30", "_"]
)
TEXTS = st.lists(st.one_of(PIECES, st.sampled_from(" \n.,-(x7é")), max_size=12).map("".join)


def found(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text)]


@given(TEXTS)
def test_words_are_found_where_a_plain_pattern_finds_them(text: str) -> None:
    assert found(re.compile(words(*TERMS), re.IGNORECASE), text) == found(PLAIN, text)


@given(TEXTS)
def test_a_pattern_at_a_word_is_found_where_a_plain_pattern_finds_it(text: str) -> None:
    pattern = re.compile(at_word("myq0-9", "|".join(TERMS)), re.IGNORECASE)
    assert found(pattern, text) == found(PLAIN, text)
