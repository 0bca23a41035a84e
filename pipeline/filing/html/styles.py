"""What an inline style says that reading needs: hidden, raised (a footnote mark), as printed, how far it indents."""

from __future__ import annotations

import re
from dataclasses import dataclass

POINTS = {"pt": 1.0, "px": 0.75, "em": 10.0, "rem": 10.0, "ex": 5.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}
PERCENT = 3.0  # points for 1 % of a label's column, about 300 points wide
_DECLARATION = re.compile(
    r"(?:^|;)\s*(padding(?:-left)?|margin(?:-left)?|text-indent|display|visibility|vertical-align|position|top|"
    r"white-space)\s*:([^;]*)"
)
_LENGTH = re.compile(r"(-?\d*\.?\d+)\s*(pt|px|em|rem|ex|in|cm|mm|pc|%)?")


@dataclass(frozen=True, slots=True)
class Style:
    """`indent` in points, from padding, margin and text-indent together; `kept` as printed, as `<pre>` is."""

    hidden: bool = False
    raised: bool = False
    indent: float = 0.0
    kept: bool = False


PLAIN = Style()


def read_style(style: str) -> Style:
    """Read the declarations of a `style` attribute; what is not understood says nothing."""
    declared = {name: value.strip() for name, value in _DECLARATION.findall(style.lower())}
    if not declared:
        return PLAIN
    indent = _left(declared, "padding") + _left(declared, "margin") + _points(declared.get("text-indent", ""))
    return Style(
        declared.get("display", "").startswith("none") or declared.get("visibility", "").startswith("hidden"),
        declared.get("vertical-align") == "super"
        or (declared.get("position") == "relative" and declared.get("top", "").startswith("-")),
        indent,
        declared.get("white-space") == "pre",
    )


def _left(declared: dict[str, str], name: str) -> float:
    """The left side of `padding` or `margin`: its own declaration, else the one of four, two or three, or one."""
    if own := declared.get(f"{name}-left"):
        return _points(own)
    sides = declared.get(name, "").split()
    return _points(sides[{1: 0, 2: 1, 3: 1, 4: 3}[len(sides)]]) if 1 <= len(sides) <= 4 else 0.0


def _points(length: str) -> float:
    found = _LENGTH.match(length)
    if not found:
        return 0.0
    unit = found[2] or "px"
    return float(found[1]) * (PERCENT if unit == "%" else POINTS[unit])
