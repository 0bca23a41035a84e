"""HTML to text in reading order, the tables marked in it: one walk over lexbor's tree.

Blocks stand on lines of their own, paragraphs behind a blank line; the cells of a row are parted by tabs, empty cells
print nothing. `<pre>` is kept as printed. Runs of three and more no-break blanks, which set columns, stay as blanks.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.filing.opened import HtmlTable
from pipeline.filing.page import Page
from pipeline.filing.styles import PLAIN, Style, read_style

LINE, PARAGRAPH = 1, 2
BLOCKS = {
    **dict.fromkeys(
        "div center li dt dd tr ul ol dl body form address article section main header footer".split(), LINE
    ),
    **dict.fromkeys("p h1 h2 h3 h4 h5 h6 hr table pre blockquote caption".split(), PARAGRAPH),
}
SKIPPED = frozenset(
    "head title script style noscript template svg img object iframe math -comment -doctype ix:header".split()
)
BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4"})

# Fixed-width tables of the SGML era inside <pre>: there <S> is a column mark, not struck-out text.
_PRE = re.compile(r"<pre\b.*?(?:</pre>|\Z)", re.IGNORECASE | re.DOTALL)
_SGML_TABLE = re.compile(r"<(?:/?(?:table|caption)|[sc]|page|fn|f\d{1,2})>", re.IGNORECASE)


def read_html(source: str) -> tuple[str, tuple[HtmlTable, ...]]:
    """The document's text and its innermost tables, their cells as spans of it; any nesting, any faults of markup."""
    if "<C>" in source or "<c>" in source:
        source = _PRE.sub(lambda pre: _SGML_TABLE.sub("", pre[0]), source)
    root = LexborHTMLParser(source).root
    page = Page()
    if root is not None:
        _walk(root, page)
    return page.finish()


def _walk(root: LexborNode, page: Page) -> None:
    styles: dict[str, Style] = {}
    above: list[tuple[LexborNode, str]] = []
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag
        if tag == "-text":
            page.write(node.text_content or "")
        elif tag not in SKIPPED and _open(page, node, tag or "", styles):
            child = node.first_child
            if child is not None:
                above.append((node, tag or ""))
                node = child
                continue
            _close(page, tag or "")
        following = node.next
        while following is None and above:
            node, tag = above.pop()
            _close(page, tag)
            following = node.next
        node = following


def _open(page: Page, node: LexborNode, tag: str, styles: dict[str, Style]) -> bool:
    """Begin an element; false where it and all in it is hidden."""
    attributes = node.attributes
    style = PLAIN
    if attributes and (declared := attributes.get("style")):
        style = styles.get(declared) or styles.setdefault(declared, read_style(declared))
        if style.hidden:
            return False
    if tag == "td" or tag == "th":
        page.open_cell(attributes.get("colspan"), attributes.get("rowspan"))
    elif tag == "br":
        page.break_line()
    elif breaks := BLOCKS.get(tag):
        page.break_block(breaks)
        if tag == "table":
            page.open_table()
        elif tag == "tr":
            page.open_row()
        elif tag == "pre":
            page.open_pre()
    elif tag == "sup" or style.raised:
        page.raise_next()
    if style is not PLAIN or tag in BOLD:
        page.style(style.indent, style.bold or tag in BOLD)
    return True


def _close(page: Page, tag: str) -> None:
    if tag == "td" or tag == "th":
        page.close_cell()
    elif breaks := BLOCKS.get(tag):
        if tag == "table":
            page.close_table()
        elif tag == "pre":
            page.close_pre()
        page.break_block(breaks)
