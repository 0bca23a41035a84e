"""What RE2 looks for first loses nothing that `re` finds, whatever stands around it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.filing.rare import AnyOf, Rare

PATTERNS = [
    r"\b(?:expects?(?= to)|plans?(?! for)|[\w-]+ly\s+up)\b",
    r"(?<!not )(?<![\w(])up \w+(?=[)(]|$)",
    r"^to\b|\(\w\)|[^.;é]{2,5}for$|\u2019s?|[\d\u2010-\u2015]x",
    r"\b\w+é\b|\d\d|²|(?<!x)[\s’]\w\b",
    r"\bnot\b[^.;]{0,80}?\bfor\b",
]
WORDS = ("expects", "Plan", " to", " for", "not ", "up", "steadily", "café", "é up", "１²", "(x)", "\u00a0", "\n", ". ")
TEXTS = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(" .;)(-é’")), max_size=12).map("".join)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(TEXTS)
def test_a_rare_pattern_is_found_where_a_plain_one_is(pattern: str, text: str) -> None:
    rare, plain = Rare(pattern, re.IGNORECASE | re.MULTILINE), re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    assert [match.span() for match in rare.finditer(text)] == [match.span() for match in plain.finditer(text)]
    assert (rare.search(text) is None) == (plain.search(text) is None)


@given(TEXTS)
@example("expects for\n")
def test_of_many_patterns_none_is_lost(text: str) -> None:
    held = AnyOf(PATTERNS).may_hold(text)
    assert {n for n, pattern in enumerate(PATTERNS) if re.search(pattern, text, re.IGNORECASE)} <= set(held)


@given(st.lists(TEXTS.filter(lambda text: "\n" not in text), max_size=4))
def test_lines_that_hold_a_pattern_are_among_those_told(lines: list[str]) -> None:
    plain = re.compile(PATTERNS[0], re.IGNORECASE)
    assert {n for n, line in enumerate(lines) if plain.search(line)} <= Rare(PATTERNS[0]).among(lines)
