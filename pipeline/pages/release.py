"""A document as filed, as HTML with marks in it: its own HTML where it has one, else its text as printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.filing.characters import BULLET, PLAIN_FORMS, UNPRINTED
from pipeline.filing.html import SKIPPED, as_parsed
from pipeline.filing.html.styles import read_style
from pipeline.pages.placing import Span, bracket, clip, in_order, is_bracketed, to_tags, without_brackets
from pipeline.pages.sanitised import sanitised

_WIDE = 125  # characters of a line that fit at the usual size
_PRINTED = re.compile(rf"[^\s{re.escape(''.join(UNPRINTED))}]+")
_STYLED = '[style*="display" i], [style*="visibility" i]'


def document_html(text: str, source: str | None, spans: Iterable[Span], opening_tag: Callable[[int], str]) -> str:
    """A document with its marks. `text` is the stored text in which spans count, `source` the HTML it was read from.

    The stored text is shown where there is no source, or where the two do not print the same characters.
    """
    ordered = in_order(span for span in spans if 0 <= span.start < span.end <= len(text))
    html = None if source is None else _marked_html(source, text, ordered)
    if html is None:
        kind = "text wide" if max(map(len, text.split("\n"))) > _WIDE else "text"
        html = f'<pre class="{kind}">\n{escape(bracket(without_brackets(text), ordered), quote=False)}</pre>'
    return to_tags(html, opening_tag)


def _marked_html(source: str, text: str, spans: list[Span]) -> str | None:
    """The document's own HTML, spans in brackets; null where it does not print the characters of `text`.

    The two differ in blanks and bullets only: the n-th character that prints has its place in the text.
    """
    root = LexborHTMLParser(as_parsed(source)).root
    if root is None:
        return None
    _drop_unread(root)
    texts = [(node, node.text_content or "") for node in root.traverse(include_text=True) if node.tag == "-text"]
    texts = [(node, raw) for node, raw in texts if raw and not raw.isspace()]
    in_text = _places_in_text(text, _characters("".join(raw for _, raw in texts)))
    if in_text is None:
        return None
    printed = [_places(raw) for _, raw in texts]
    numbered = in_order(
        Span(start, end, number)
        for start, end, number in ((bisect_left(in_text, s), bisect_left(in_text, e), n) for s, e, n in spans)
        if start < end
    )
    for (node, raw), places, pieces in zip(texts, printed, clip(numbered, map(len, printed)), strict=True):
        if pieces or is_bracketed(raw):  # by a character reference
            placed = [Span(places[start], places[end - 1] + 1, number) for start, end, number in pieces]
            node.replace_with(bracket(without_brackets(raw), placed))
    return sanitised(root.html or "")


def _characters(text: str) -> str:
    """The characters that print."""
    return "".join(_PRINTED.findall(text)).translate(PLAIN_FORMS)


def _places(text: str) -> list[int]:
    """Where characters stand that print."""
    return [at for run in _PRINTED.finditer(text) for at in range(run.start(), run.end())]


def _places_in_text(text: str, printed: str) -> list[int] | None:
    """Where the characters that a page prints stand in the text; null where that has others, or lacks some.

    In front of a list's points the text has bullets, which a browser draws and no character of the page prints.
    """
    places, characters = _places(text), _characters(text)
    if characters == printed:
        return places
    kept: list[int] = []
    for place, character in zip(places, characters, strict=True):
        if printed.startswith(character, len(kept)):
            kept.append(place)
        elif character != BULLET:
            return None
    return kept if len(kept) == len(printed) else None


def _drop_unread(root: LexborNode) -> None:
    """Take out what is no part of the text: what the reader skips, and what its style hides."""
    for node in reversed([node for node in root.traverse() if node.tag in SKIPPED]):  # inner ones first
        node.decompose()
    for node in reversed(root.css(_STYLED)):
        if read_style(node.attributes.get("style") or "").hidden:
            node.decompose()
