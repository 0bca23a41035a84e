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
_LINES = (
    "div", "center", "li", "dt", "dd", "tr", "ul", "ol", "dl", "body", "form", "address", "article", "section",
    "main", "header", "footer",
)  # fmt: skip
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "pre", "blockquote", "caption")
BLOCKS = dict.fromkeys(_LINES, LINE) | dict.fromkeys(_PARAGRAPHS, PARAGRAPH)
SKIPPED = frozenset(
    {
        "head", "title", "script", "style", "noscript", "template", "svg", "img", "object", "iframe", "math",
        "-comment", "-doctype", "ix:header",
    }
)  # fmt: skip
BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4"})
WRAPPERS = frozenset({"div", "p", "font", "span", "b", "strong", "i", "em", "u", "a", "center", "small"})

# Fixed-width tables of the SGML era inside <pre>: there <S> is a column mark, not struck-out text.
_PRE = re.compile(r"<pre\b.*?(?:</pre>|\Z)", re.IGNORECASE | re.DOTALL)
_HIDING = ("display:none", "display: none", "DISPLAY: none")  # as writers of filings print it
_SGML_TABLE = re.compile(r"<(?:/?(?:table|caption)|[sc]|page|fn|f\d{1,2})>", re.IGNORECASE)


def read_html(source: str) -> tuple[str, tuple[HtmlTable, ...]]:
    """The document's text and its innermost tables, their cells as spans of it; any nesting, any faults of markup."""
    if "</pre>" in source or "</PRE>" in source:
        source = _PRE.sub(lambda pre: _SGML_TABLE.sub("", pre[0]), source)
    root = LexborHTMLParser(source).root
    page = Page()
    if root is not None:
        _walk(root, page, _Styles(any(words in source for words in _HIDING)))
    return page.finish()


def _walk(root: LexborNode, page: Page, styles: _Styles) -> None:
    above: list[tuple[LexborNode, str]] = []
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag or ""
        if tag == "-text":
            page.write(node.text_content or "")
        elif tag == "td" and page.in_table and _write_plain_cell(page, node, styles):
            pass
        elif tag not in SKIPPED and _open(page, node, tag, styles):
            child = node.first_child
            if child is not None:
                above.append((node, tag))
                node = child
                continue
            _close(page, tag)
        following = node.next
        while following is None and above:
            node, tag = above.pop()
            _close(page, tag)
            following = node.next
        node = following


class _Styles(dict[str, Style]):
    """Styles by their declarations, each read once: a page repeats a few. `hide`: some may hide their element."""

    def __init__(self, hide: bool) -> None:
        self.hide = hide

    def __missing__(self, declared: str) -> Style:
        style = self[declared] = read_style(declared)
        return style

    def of(self, attributes: dict[str, str | None]) -> Style:
        declared = attributes.get("style")
        return self[declared] if declared else PLAIN


def _write_plain_cell(page: Page, cell: LexborNode, styles: _Styles) -> bool:
    """Write a cell that holds one text in wrappers, or nothing, as most do; false (and nothing written) if it does not.

    Attributes are the costly part: those of the wrappers are read for words only, figures need neither indent nor bold.
    """
    node, text, wrappers = cell, "", []
    while (child := node.first_child) is not None:
        if child.next is not None and (child := _only_child(node)) is None:
            return False
        tag = child.tag
        if tag == "-text":
            text = child.text_content or ""
            break
        if tag not in WRAPPERS:
            if tag == "br":
                break
            return False
        wrappers.append(child)
        node = child
    attributes = cell.attributes
    style = styles.of(attributes)
    if style.hidden:
        return False
    indent, bold = style.indent, style.bold
    if wrappers and (styles.hide or any(map(str.isalpha, text))):
        for wrapper in wrappers:
            style = styles.of(wrapper.attributes)
            if style.hidden or style.raised:
                return False
            indent += style.indent
            bold = bold or style.bold or wrapper.tag in BOLD
    page.write_cell(text, attributes.get("colspan"), attributes.get("rowspan"), indent, bold)
    return True


def _only_child(node: LexborNode) -> LexborNode | None:
    """The one child beside which there are only blanks; null where there are more."""
    first = node.first_child
    if first is None or (following := first.next) is None:
        return first
    if _is_blank(first):
        first, following = following, following.next
    return first if following is None or (_is_blank(following) and following.next is None) else None


def _is_blank(node: LexborNode) -> bool:
    return node.tag == "-text" and not (node.text_content or "").strip(" \t\r\n\f")


def _open(page: Page, node: LexborNode, tag: str, styles: _Styles) -> bool:
    """Begin an element; false where it and all in it is hidden."""
    attributes = node.attributes
    style = styles.of(attributes)
    if style.hidden:
        return False
    if breaks := BLOCKS.get(tag):
        page.break_block(breaks)
        if tag == "tr":
            page.open_row()
        elif tag == "table":
            page.open_table()
        elif tag == "pre":
            page.open_pre()
    elif tag == "td" or tag == "th":
        page.open_cell(attributes.get("colspan"), attributes.get("rowspan"))
    elif tag == "br":
        page.break_line()
    elif tag == "sup" or style.raised:
        page.raise_next()
    if style is not PLAIN or tag in BOLD:
        page.style(style.indent, style.bold or tag in BOLD)
    return True


def _close(page: Page, tag: str) -> None:
    if breaks := BLOCKS.get(tag):
        if tag == "table":
            page.close_table()
        elif tag == "pre":
            page.close_pre()
        page.break_block(breaks)
    elif tag == "td" or tag == "th":
        page.close_cell()
