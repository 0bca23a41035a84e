"""What of a filing's own HTML is shown: its tables, paragraphs and type, nothing that runs, loads, links or covers."""

from __future__ import annotations

import nh3

from pipeline.pages.placing import is_bracketed

TAGS = frozenset(
    [
        "address", "article", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "col", "colgroup",
        "dd", "div", "dl", "dt", "em", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins",
        "li", "main", "ol", "p", "pre", "s", "section", "small", "span", "strike", "strong", "sub", "sup", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul",
    ]
)  # fmt: skip
_CELL = {"align", "bgcolor", "colspan", "nowrap", "rowspan", "style", "valign", "width"}
ATTRIBUTES = {
    "*": {"align", "style"},
    "col": {"align", "span", "width"},
    "font": {"color"},
    "ol": {"start", "type"},
    "table": {"align", "bgcolor", "cellpadding", "cellspacing", "style", "width"},
    "td": _CELL,
    "th": _CELL,
    "tr": {"align", "bgcolor", "style", "valign"},
    "ul": {"type"},
}
# Each takes lengths, colours and words only: none of them loads, positions or animates.
_SIDES = ("top", "right", "bottom", "left")
STYLES = frozenset(
    [
        "background-color", "border-collapse", "border-spacing", "color", "font-style", "font-variant", "font-weight",
        "letter-spacing", "list-style-type", "text-align", "text-decoration", "text-indent", "text-transform",
        "vertical-align", "white-space", "width",
        "border", *(f"border-{side}" for side in _SIDES),
        *(f"border-{side}-{part}" for side in _SIDES for part in ("color", "style", "width")),
        "margin", *(f"margin-{side}" for side in _SIDES),
        "padding", *(f"padding-{side}" for side in _SIDES),
    ]
)  # fmt: skip
# Emptied with all in them; others lose their tag and keep their text.
EMPTIED = frozenset({"head", "math", "noscript", "object", "iframe", "script", "style", "svg", "template", "title"})


def _outside_of_marks(tag: str, attribute: str, value: str) -> str | None:
    """No bracket stands in an attribute, where the tag that takes its place would end it."""
    return None if is_bracketed(value) else value


_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=set(EMPTIED),
    attributes=ATTRIBUTES,
    attribute_filter=_outside_of_marks,
    filter_style_properties=set(STYLES),
    link_rel=None,
    url_schemes=set(),
)


def sanitised(html: str) -> str:
    """Untrusted HTML as a fragment that is safe in the body of a page."""
    return _CLEANER.clean(html)
