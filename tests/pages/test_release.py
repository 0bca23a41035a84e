"""A page shows the stored text of a document, character by character but for blanks, and marks hold their spans."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.filing import html_sources, open_filing
from pipeline.filing.characters import BULLET, PLAIN_FORMS, UNPRINTED
from pipeline.filing.decoding import as_printed
from pipeline.filing.html import read_html
from pipeline.pages.placing import Span
from pipeline.pages.release import document_html
from pipeline.settings import PROJECT_DIR

SAMPLES = sorted((PROJECT_DIR / "data" / "raw").rglob("*.txt"))
HOSTILE = Path(__file__).with_name("hostile.txt")
RESERVED = dict.fromkeys(range(0xFDD0, 0xFDD3), "\ufffd")
WORDS = st.text("ab1$(), \u00a0\u200b\ufdd0\uf0b7<&>\"'", max_size=8)
TAGS = (
    "p", "div", "table", "tr", "td", "b", "font", "sup", "pre", "br", "ul", "li", "script", "svg", "title", "textarea",
    "x:y",
)  # fmt: skip
STYLES = (
    "",
    ' style="display:none"',
    ' style="visibility: hidden"',
    ' style="position:relative;top:-3px"',
    ' onclick="x"',
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """HTML of any nesting, its tags closed or not."""
    return "".join(
        draw(
            st.lists(
                st.one_of(
                    WORDS,
                    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(STYLES)),
                    st.builds("</{}>".format, st.sampled_from(TAGS)),
                    st.sampled_from(("&nbsp;", "&#xFDD1;", "&lt;b&gt;", "<!-- a -->", "&mdash;", "<S>", "<C>")),
                ),
                max_size=30,
            )
        )
    )


def unspaced(text: str) -> str:
    """What prints of a text."""
    printed = text.translate(PLAIN_FORMS | RESERVED)
    return "".join(each for each in printed if not each.isspace() and each not in UNPRINTED)


def shown(html: str) -> tuple[str, dict[int, str]]:
    """The text of a release and that of each mark in it."""
    root = LexborHTMLParser(html).root
    assert root is not None
    held: dict[int, str] = defaultdict(str)
    for mark in root.css("mark"):
        held[int(mark.attributes["n"] or "")] += mark.text()
    return unspaced(root.text()), {number: unspaced(text) for number, text in held.items()}


def check(text: str, source: str | None, spans: list[Span]) -> str:
    html = document_html(text, source, spans, lambda number: f'<mark n="{number}">')
    page, marks = shown(html)
    expected = {span.number: unspaced(text[span.start : span.end]) for span in spans}
    if "<li" in html:  # the text has bullets in front of points, which a browser draws
        page, printed = page.replace(BULLET, ""), unspaced(text).replace(BULLET, "")
        marks, expected = ({n: held.replace(BULLET, "") for n, held in each.items()} for each in (marks, expected))
    else:
        printed = unspaced(text)
    assert page == printed
    assert {number: held for number, held in marks.items() if held} == {n: held for n, held in expected.items() if held}
    return html


@settings(max_examples=200)
@given(pages(), st.data())
def test_any_html(source: str, data: st.DataObject) -> None:
    text = read_html(source.encode()).text
    if text:
        ends = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 12))
        drawn = data.draw(st.lists(ends, max_size=5))
        check(text, source, [Span(start, min(start + size, len(text)), n) for n, (start, size) in enumerate(drawn)])


@given(st.text(max_size=60).map(as_printed))
def test_any_text(text: str) -> None:
    html = check(text, None, [Span(0, len(text) // 2, 0)] if len(text) > 1 else [])
    assert html.startswith("<pre")


@pytest.mark.parametrize("file", [*SAMPLES, HOSTILE], ids=lambda file: file.stem)
def test_samples_are_shown_as_filed(file: Path) -> None:
    data = file.read_bytes()
    sources = html_sources(data)
    for document in open_filing(data, file.name).documents:
        text = document.text
        numbers = re.finditer(r"\$?\s?[\d,.]+\d", text)
        source = sources.get(document.record.document_no)
        html = check(text, source, [Span(*number.span(), n) for n, number in enumerate(numbers)])
        assert ('<pre class="text' in html) == (source is None)


def test_html_that_prints_other_characters_gives_way_to_the_stored_text() -> None:
    html = check("net sales 12", "<p>net sales 13", [Span(10, 12, 0)])
    assert html == '<pre class="text">\nnet sales <mark n="0">12</mark></pre>'


def test_a_list_is_shown_as_filed() -> None:
    source = "<p>Highlights:<ul><li>Net sales of $12 million<li>Net income of $3 million</ul>"
    text = read_html(source.encode()).text
    assert text.count("\N{BULLET}") == 2
    html = check(
        text, source, [Span(text.index(amount), text.index(amount) + 3, n) for n, amount in enumerate(("$12", "$3 "))]
    )
    assert '<li>Net sales of <mark n="0">$12</mark> million</li>' in html


def test_a_number_in_two_cells_is_one_mark_of_two_pieces() -> None:
    source = "<table><tr><td>Sales<td>$<td>12</table>"
    text = read_html(source.encode()).text
    assert text == "Sales\t$\t12"
    html = document_html(text, source, [Span(6, 10, 0)], lambda number: f'<mark n="{number}">')
    assert '<td><mark n="0">$</mark></td><td><mark n="0">12</mark></td>' in html
