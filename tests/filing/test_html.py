"""HTML to text, and the spans of its table cells."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.filing.html import read_html
from pipeline.filing.opened import HtmlTable


def printed(text: str, table: HtmlTable) -> list[list[str]]:
    return [[text[cell.start : cell.end] for cell in row] for row in table.rows]


def shapes(text: str, tables: tuple[HtmlTable, ...]) -> list[object]:
    """What must not depend on the way of reading: spans, and the indents of words (those of figures are not read)."""
    return [
        (cell.start, cell.end, cell.indent if any(map(str.isalpha, text[cell.start : cell.end])) else None)
        for table in tables
        for row in table.rows[:-1]
        for cell in row
    ]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two<br>Three</div>", "One\nTwo\nThree"),
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
        ("<p>a &amp; b&#150;c &lt;d&gt;</p>", "a & b–c <d>"),
        ("<p>net\n   <b>sa</b>les&nbsp;rose\u2009 5%</p>", "net sales rose 5%"),
        ("<head><title>t</title><style>p{}</style></head><script>x</script><p>Kept</p><!-- no -->", "Kept"),
        ("<p>A<span style='DISPLAY: none'>hidden</span>B</p>", "AB"),
        ("<p>Net income<sup>(1)</sup> on the 5<sup>th</sup> day</p>", "Net income (1) on the 5th day"),
        ("<p>Adjusted<font style='vertical-align:super;font-size:6pt'>2</font></p>", "Adjusted 2"),
        ("<p>Sales&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;100</p>", "Sales     100"),
        ("<p>Sales<span>&nbsp;&nbsp;&nbsp;&nbsp; </span>100<b>&nbsp;&nbsp;</b>90</p>", "Sales     100 90"),
        ("<p><i>&nbsp;&nbsp;&nbsp;&nbsp;</i>2003</p>", "    2003"),
        ("<ul><li>First</li><li>Second</li></ul>", "• First\n• Second"),
        ("<ol><li>First</li><li>Second</li></ol>", "First\nSecond"),
        ("<ul><li>· First</li></ul>", "· First"),
        ("<ul><li>Of 2013<ul><li>First</li></ul></li></ul>", "Of 2013\n• First"),
        ("<ul><li>Of 2013</li>\n<ul><li>First</li></ul></ul>", "Of 2013\n• First"),
        ("<ul><li><div>Of 2013</div><div>First</div></li></ul>", "Of 2013\nFirst"),
        ("<ul><li></li></ul><p>Next</p>", "Next"),
        ("<h1>Results</h1>text", "Results\n\ntext"),
        ("<p>zero\u200bwidth soft\u00adhyphen \u200e12\u200f</p>", "zerowidth softhyphen 12"),
        ("<p>never closed <b>bold <p>next", "never closed bold\n\nnext"),
        ("<frame>", ""),
    ],
)
def test_text_as_a_reader_sees_it(source: str, text: str) -> None:
    assert read_html(source.encode()).text == text


def test_fixed_width_text_inside_html_is_kept_as_printed() -> None:
    table = (
        "                 2003      2002\n<S>            <C>       <C>\n"
        "Sales\t      1,234       567\n\nTotal  &amp; more   1\n"
    )
    text, tables, _ = read_html(f"<html><p>Title</p><PRE>\n{table}</PRE><p>End</p></html>".encode())
    assert tables == ()
    lines = text.split("\n")
    assert lines[:2] == ["Title", ""]
    assert lines[2] == "                 2003      2002"
    assert lines[4] == "Sales         1,234       567"
    assert lines[6] == "Total  & more   1"
    assert lines[-1] == "End"


def test_a_table_inside_pre_does_not_lose_its_order() -> None:
    source = "<PRE>\nBefore\n<TABLE>\n<CAPTION>\nHeading\n<S>  <C>\nSales   1\n</TABLE>\nAfter\n</PRE>"
    text, tables, _ = read_html(source.encode())
    assert text.split() == ["Before", "Heading", "Sales", "1", "After"]
    assert tables == ()


def test_cells_spans_and_indents() -> None:
    source = (
        "<table><tr><th colspan=2>Three months<br>ended</th><td></td></tr>"
        "<tr><td style='padding-left:10pt;text-indent:-4pt'><b>Net sales</b></td><td>$</td>"
        "<td rowspan='3'><div><font>1,234</font></div></td></tr>"
        "<tr><td>&nbsp;&nbsp;Basic</td><td colspan='x'>(5</td><td>)</td></tr></table>"
    )
    text, (table,), _ = read_html(source.encode())
    assert printed(text, table) == [["Three months\nended", ""], ["Net sales", "$", "1,234"], ["Basic", "(5", ")"]]
    assert text == "Three months\nended\nNet sales\t$\t1,234\nBasic\t(5\t)"
    header, label, basic = table.rows[0][0], table.rows[1][0], table.rows[2][0]
    assert (header.colspan, table.rows[1][2].rowspan) == (2, 3)
    assert (label.indent, basic.indent) == (6.0, 6.0)
    assert (table.start, table.end) == (0, len(text))


def test_only_innermost_tables_are_marked() -> None:
    source = (
        "<table><tr><td>Left</td><td><table><tr><td>1</td><td>2</td></tr></table></td></tr>"
        "<tr><td><p>Below</p></td></tr></table>"
    )
    text, (table,), _ = read_html(source.encode())
    assert printed(text, table) == [["1", "2"]]
    assert text.split() == ["Left", "1", "2", "Below"]


def test_the_text_of_two_hundred_nested_tables_comes_through() -> None:
    source = "<table><tr><td>" * 200 + "deep" + "</td></tr></table>" * 200
    text, (table,), _ = read_html(source.encode())
    assert text == "deep"
    assert printed(text, table) == [["deep"]]


WORDS = st.text(st.sampled_from("abcXYZ019.,$()%—–&<>\"' \u00a0\u2009é\n"), max_size=12)
WRAPPERS = st.sampled_from(
    ["{}", "<p>{}</p>", "<div><font style='x:y'>{}</font></div>", " \n <b>{}</b>\n", "<p>{}</p><p></p>", "<br>{}"]
)


@given(st.lists(st.lists(st.tuples(WORDS, WRAPPERS), min_size=1, max_size=5), min_size=1, max_size=6))
def test_the_spans_of_a_table_slice_its_words_back(rows: list[list[tuple[str, str]]]) -> None:
    body = "".join("<tr>" + "".join(f"<td>{w.format(escape(t))}</td>" for t, w in row) + "</tr>" for row in rows)
    text, tables, _ = read_html(f"<html><body><p>Above</p><table>{body}</table><p>Below</p></body></html>".encode())
    words = [[" ".join(t.split()) for t, _ in row] for row in rows]
    assert text.startswith("Above")
    assert text.endswith("Below")
    if any(any(row) for row in words):
        (table,) = tables
        assert printed(text, table) == words
        assert text[table.start : table.end].split() == " ".join(" ".join(row) for row in words).split()
    else:
        assert tables == ()


@given(st.lists(st.lists(st.tuples(WORDS, WRAPPERS), min_size=1, max_size=5), min_size=1, max_size=6))
def test_a_heading_cell_changes_the_way_a_table_is_read_but_not_what_is_read(
    rows: list[list[tuple[str, str]]],
) -> None:
    body = "".join("<tr>" + "".join(f"<td>{w.format(escape(t))}</td>" for t, w in row) + "</tr>" for row in rows)
    plain = read_html(f"<table>{body}<tr><td>End</td></tr></table>".encode())
    headed = read_html(f"<table>{body}<tr><th style='font-weight:normal'>End</th></tr></table>".encode())
    assert headed.text == plain.text
    assert shapes(headed.text, headed.tables) == shapes(plain.text, plain.tables)


@pytest.mark.parametrize("style", ["display:none", "display: none", "DISPLAY: NONE", "display:  none;width:1%"])
def test_a_hidden_figure_is_not_read_however_its_style_is_printed(style: str) -> None:
    source = f'<table><tr><td>Sales</td><td><font style="{style}">1</font></td><td>2</td></tr></table>'
    text, (table,), _ = read_html(source.encode())
    assert [cell for cell in printed(text, table)[0] if cell] == ["Sales", "2"]
