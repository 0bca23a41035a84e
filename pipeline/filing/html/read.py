"""HTML to text in reading order, the tables marked in it: one walk over lexbor's tree.

Blocks stand on lines of their own, paragraphs behind a blank line; the cells of a row are parted by tabs, empty cells
print nothing. `<pre>` is kept as printed, and what is styled so. Runs of three and more no-break blanks, which set
columns, stay as blanks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.filing.html.cell_lines import are_set_apart, is_first, is_of_lines, rows_of_lines
from pipeline.filing.html.nested import LETTER, is_of_one_amount, printed_by
from pipeline.filing.html.page import LINE, PARAGRAPH, Page, empty_cell
from pipeline.filing.html.plain_rows import PARTING, Row, rows_of
from pipeline.filing.html.styles import PLAIN, Style, read_style
from pipeline.filing.opened import HtmlCell, HtmlTable
from pipeline.filing.rare import in_bytes

_LINES = (
    "div", "center", "li", "dt", "dd", "tr", "ul", "ol", "dl", "body", "form", "address", "article", "section",
    "main", "header", "footer",
)  # fmt: skip
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "pre", "blockquote", "caption")
_KEPT = "kept"  # what a style keeps as printed: lines of fixed width
_BLOCKS = dict.fromkeys((*_LINES, _KEPT), LINE) | dict.fromkeys(_PARAGRAPHS, PARAGRAPH)
SKIPPED = frozenset(
    {
        "head", "title", "script", "style", "noscript", "template", "svg", "img", "object", "iframe", "math",
        "-comment", "-doctype", "ix:header",
    }
)  # fmt: skip
_LISTS = frozenset({"ul", "ol", "dl"})

_HIDING = in_bytes(rb"display:\s*none")
_KEEPING_ITS_PLACE = in_bytes(rb"visibility:\s*hidden")
# Most of these are cells that hold nothing, or a joiner of no width.
_UNSEEN = in_bytes(rb"<tr\b[^>]*visibility:\s*hidden|visibility:\s*hidden[^>]*>\s*[^<\s&\xe2]")

# Fixed-width tables of the SGML era inside <pre>: there <S> is a column mark, not struck-out text.
_PRE = re.compile(r"<pre\b.*?(?:</pre>|\Z)", re.IGNORECASE | re.DOTALL)
_SGML_TABLE = re.compile(r"<(?:/?(?:table|caption)|[sc]|page|fn|f\d{1,2})>", re.IGNORECASE)


class _HoldsPreError(Exception):
    """A page holds `<pre>`, in which tables of the SGML era may stand."""


class ReadHtml(NamedTuple):
    """A document's text, its innermost tables, their cells as spans of it, and how deep tables stand in one another."""

    text: str
    tables: tuple[HtmlTable, ...]
    depth: int


def read_html(source: bytes) -> ReadHtml:
    """Read UTF-8; any nesting, any faults of markup."""
    hides = _hides(source)
    try:
        page = _written(source, hides=hides, is_as_parsed=False)
    except _HoldsPreError:
        page = _written(as_parsed(source.decode()), hides=hides, is_as_parsed=True)
    return ReadHtml(*page.finish(), page.depth)


def _written(source: bytes | str, *, hides: bool, is_as_parsed: bool) -> Page:
    page = Page()
    root = LexborHTMLParser(source).root
    if root is not None:
        _Reader(page, hides=hides, is_as_parsed=is_as_parsed).walk(root)
    return page


def _hides(source: bytes) -> bool:
    """Whether some styles may hide what their element prints."""
    if _HIDING.search(source) is not None:
        return True
    return _KEEPING_ITS_PLACE.search(source) is not None and _UNSEEN.search(source) is not None


def as_parsed(source: str) -> str:
    """The source as it is parsed: without the column marks of fixed-width tables, which are no tags of HTML."""
    if "</pre>" in source or "</PRE>" in source:
        return _PRE.sub(lambda pre: _SGML_TABLE.sub("", pre[0]), source)
    return source


class _Styles(dict[str | None, Style]):
    """Styles by their declarations, each read once: a page repeats a few."""

    def __missing__(self, declared: str | None) -> Style:
        style = self[declared] = read_style(declared) if declared else PLAIN
        return style


class _Reader:
    """Writes the elements of one tree to a page. `hides`: some styles may hide their element; `is_as_parsed`: no tables
    of the SGML era are left in its `<pre>`."""

    def __init__(self, page: Page, *, hides: bool, is_as_parsed: bool) -> None:
        self._page = page
        self._hides = hides
        self._is_as_parsed = is_as_parsed
        self._styles = _Styles()

    def walk(self, root: LexborNode) -> None:
        """Write an element and all in it, without recursion: nesting may be deeper than Python's stack."""
        above: list[tuple[LexborNode, str]] = []
        node = root
        while True:
            tag = node.tag or ""
            if tag == "-text":
                self._page.write(node.text_content or "")
            elif tag == "table" and is_of_one_amount(node):
                self._page.write(f" {printed_by(node)} ")
            elif tag == "table" and (rows := rows_of(node)) and not is_of_lines(node):
                self._write_table(rows)
            elif tag not in SKIPPED and (opened := self._open(node, tag)):
                child = node.first_child
                if child is not None:
                    above.append((node, opened))
                    node = child
                    continue
                self._close(opened)
            following = None
            while above and (following := node.next) is None:
                node, tag = above.pop()
                self._close(tag)
            if following is None:
                return
            node = following

    def _write_table(self, rows: Sequence[Row]) -> None:
        page = self._page
        page.break_block(PARAGRAPH)
        page.open_table()
        for row, cells in rows:
            page.break_block(LINE)
            written = page.open_row()
            if self._hides and self._styles[row.attributes.get("style")].hidden:
                continue
            for cell, text, wrappers, is_plain in cells:
                if not (is_plain and self._write_plain_cell(written, cell, text, wrappers)) and self._write_cell(
                    cell, wrappers
                ):
                    break  # the row is written
        page.close_table()
        page.break_block(PARAGRAPH)

    def _write_cell(self, cell: LexborNode, parts: Sequence[LexborNode]) -> bool:
        """Write a cell of any content; the whole row, and true, where it is the first of cells that hold columns."""
        row = cell.parent
        has_lines = any(part.tag_id in PARTING for part in parts)
        if has_lines and row is not None and is_first(cell) and self._write_lines(row):
            return True
        self.walk(cell)
        return False

    def _write_lines(self, row: LexborNode) -> bool:
        """Write the rows that a row's lines are; false, and nothing written, where its cells hold no columns."""
        rows = rows_of_lines(row)
        for lines in rows:
            self._page.break_block(LINE)
            written = self._page.open_row()
            for cell, printed in lines:
                colspan = cell.attributes.get("colspan")
                if printed.strip():
                    self._page.write_cell(written, printed, colspan, None, 0.0)
                else:
                    written.append(empty_cell(colspan, None))
        return bool(rows)

    def _write_plain_cell(
        self, row: list[HtmlCell], cell: LexborNode, text: LexborNode | None, wrappers: list[LexborNode]
    ) -> bool:
        """Write a plain cell, nothing where it is hidden; false, and nothing written, where a wrapper does more.

        Attributes are costly: those of the wrappers are read for words only, figures need no indent; what is empty
        needs none at all.
        """
        attributes = cell.attributes
        printed = "" if text is None else text.text_content or ""
        is_empty = not printed or printed.isspace()
        indent = 0.0
        if self._hides or not is_empty:
            style = self._styles[attributes.get("style")]
            if style.hidden:
                return True
            indent = style.indent
            if wrappers and (self._hides or LETTER.search(printed)):
                for wrapper in wrappers:
                    style = self._styles[wrapper.attributes.get("style")]
                    if style.hidden or style.raised or style.kept:
                        return False
                    indent += style.indent
        if is_empty:
            row.append(empty_cell(attributes.get("colspan"), attributes.get("rowspan")))
        else:
            self._page.write_cell(row, printed, attributes.get("colspan"), attributes.get("rowspan"), indent)
        return True

    def _open(self, node: LexborNode, tag: str) -> str:
        """Begin an element: the tag to close it as; none where it is hidden, or written."""
        page = self._page
        attributes = node.attributes
        style = self._styles[attributes.get("style")]
        if style.hidden:
            return ""
        tag = self._printed_as(node, tag, style)
        if breaks := _BLOCKS.get(tag):
            page.break_block(breaks)
            if not self._open_block(node, tag):
                return ""
        elif tag == "td" or tag == "th":
            page.open_cell(attributes.get("colspan"), attributes.get("rowspan"))
        elif tag == "br":
            page.break_line()
        elif tag == "sup" or style.raised:
            page.raise_next()
        if style is not PLAIN:
            page.indent(style.indent)
        return tag

    def _printed_as(self, node: LexborNode, tag: str, style: Style) -> str:
        """The tag of what an element prints like: lines kept as printed, a table of one cell as its lines."""
        if style.kept and tag in _BLOCKS and (self._page.is_loose or are_set_apart(node)):
            return _KEPT
        return "div" if tag == "table" and self._page.is_loose and is_of_lines(node) else tag

    def _open_block(self, node: LexborNode, tag: str) -> bool:
        """Begin a block; false where it is a row that is written."""
        page = self._page
        if tag == "tr":
            page.open_row()
            return not self._write_lines(node)
        if tag == "table":
            page.open_table()
        elif tag == "pre" or tag == _KEPT:
            if tag == "pre" and not self._is_as_parsed:
                raise _HoldsPreError
            page.open_pre()
        elif tag == "li" and _is_bulleted(node):
            page.open_item()
        return True

    def _close(self, tag: str) -> None:
        page = self._page
        if breaks := _BLOCKS.get(tag):
            if tag == "table":
                page.close_table()
            elif tag == "pre" or tag == _KEPT:
                page.close_pre()
            page.break_block(breaks)
        elif tag == "td" or tag == "th":
            page.close_cell()


def _is_bulleted(item: LexborNode) -> bool:
    """Whether a bullet is set in front of an item: those of an ordered list bear numbers, and one with points or with
    several blocks of its own heads them."""
    if item.parent is None or item.parent.tag == "ol" or item.child is None:
        return False
    below = item.next
    if below is not None and below.tag == "-text":  # blanks
        below = below.next
    blocks = [child.tag for child in item.iter() if child.tag in _BLOCKS]
    return len(blocks) < 2 and _LISTS.isdisjoint(blocks) and (below is None or below.tag not in _LISTS)
