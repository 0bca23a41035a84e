"""The rows of a table whose cells hold texts in wrappers: most nodes of a release stand in such tables."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

# A cell with its last text and what stands around it or beside; whether it holds nothing but one text in wrappers.
Cell = tuple[LexborNode, LexborNode | None, list[LexborNode], bool]
Row = tuple[LexborNode, list[Cell]]

_PIECES = ("table", "pre", "th", "caption")  # a table that holds one is written piece by piece, others by row
_WRAPPING = ("div", "p", "font", "span", "b", "strong", "i", "em", "u", "a", "center", "small")


def _tag_numbers() -> dict[str | None, int]:
    """The tags that tables are made of, by the numbers that the parser has for them: names are costly."""
    elements = "".join(f"<{tag}>text</{tag}>" for tag in ("br", "pre", *_WRAPPING))
    table = LexborHTMLParser(f"<table><caption></caption><tr><th></th><td>{elements}").root
    assert table is not None
    return {node.tag: node.tag_id for node in table.traverse(include_text=True)}


_NUMBER = _tag_numbers()
_TD, _TR, _BR, _TEXT = (_NUMBER[tag] for tag in ("td", "tr", "br", "-text"))
_PARTS = frozenset({_TD, _TR})
_HELD = frozenset(_NUMBER[tag] for tag in _PIECES)
PARTING = frozenset({_BR, _NUMBER["p"], _NUMBER["div"]})
_WRAPPERS = frozenset(_NUMBER[tag] for tag in _WRAPPING)


def rows_of(table: LexborNode) -> list[Row]:
    """The rows of a table in one pass: most nodes of a release stand in such tables; none where it holds pieces."""
    rows: list[Row] = []
    cell: LexborNode | None = None
    text: LexborNode | None = None
    wrappers: list[LexborNode] = []
    is_plain = True
    nodes = table.traverse(include_text=True, skip_empty=True)
    next(nodes)  # the table itself
    for node in nodes:
        tag = node.tag_id
        if tag == _TEXT:
            is_plain = is_plain and text is None
            text = node
        elif tag in _PARTS:
            if cell is not None:
                rows[-1][1].append((cell, text, wrappers, is_plain))
            cell = text = None
            wrappers = []
            is_plain = True
            if tag == _TR:
                rows.append((node, []))
            else:
                cell = node
        elif tag in _WRAPPERS:
            wrappers.append(node)
        elif tag in _HELD:
            return []
        elif tag != _BR or text is not None:
            is_plain = False
            wrappers.append(node)
    if cell is not None:
        rows[-1][1].append((cell, text, wrappers, is_plain))
    return rows
