"""Marks nest, lose no character, and each holds what its span holds."""

import re
from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from pipeline.pages.placing import Span, bracket, clip, in_order, to_tags

TAG = re.compile(r"<(\d+)>|</mark>")


@st.composite
def spanned(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text("ab \n", min_size=1, max_size=40))
    ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1])
    return text, in_order(Span(*pair, number) for number, pair in enumerate(draw(st.lists(ends, max_size=8))))


def marked(text: str, spans: list[Span]) -> dict[int, str]:
    """What stands in each mark, its pieces joined; fails where tags do not nest."""
    html = to_tags(bracket(text, spans), lambda number: f"<{number}>")
    assert TAG.sub("", html) == text
    held: dict[int, str] = defaultdict(str)
    opened: list[int] = []
    done = 0
    for tag in TAG.finditer(html):
        for number in opened:
            held[number] += html[done : tag.start()]
        done = tag.end()
        if tag[1]:
            opened.append(int(tag[1]))
        else:
            opened.pop()
    assert not opened
    return held


@given(spanned())
def test_each_mark_holds_its_span(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    assert marked(text, spans) == {span.number: text[span.start : span.end] for span in spans}


@given(spanned(), st.lists(st.integers(0, 5)))
def test_pieces_of_consecutive_texts_are_the_span(case: tuple[str, list[Span]], cuts: list[int]) -> None:
    text, spans = case
    lengths = [*cuts, max(0, len(text) - sum(cuts))]
    held: dict[int, str] = defaultdict(str)
    start = 0
    for length, pieces in zip(lengths, clip(spans, lengths), strict=True):
        for piece in pieces:
            assert 0 <= piece.start < piece.end <= length
            held[piece.number] += text[start:][piece.start : piece.end]
        start += length
    assert held == {span.number: text[span.start : span.end] for span in spans}
