"""Small charts as SVG, drawn on the server: they need no script and print as they stand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

BAR, GAP, HEIGHT = 7, 3, 28  # pixels


def bars(values: Sequence[Decimal | float | None], names: Sequence[str]) -> Markup:
    """A bar a value above or below a common zero, with its name on hover; an empty place for a null."""
    known = [float(value) for value in values if value is not None]
    if not known:
        return Markup("")
    top, bottom = max(0.0, *known), min(0.0, *known)
    unit = HEIGHT / ((top - bottom) or 1.0)
    drawn = []
    for n, (value, name) in enumerate(zip(values, names, strict=True)):
        if value is None:
            continue
        size = max(abs(float(value)) * unit, 1.0)
        y = top * unit - (size if value >= 0 else 0.0)
        kind = "below" if value < 0 else "above"
        drawn.append(
            Markup('<rect class="{}" x="{}" y="{:.1f}" width="{}" height="{:.1f}"><title>{}</title></rect>').format(
                kind, n * (BAR + GAP), y, BAR, size, name
            )
        )
    return _svg(len(values), Markup("").join(drawn))


def line(values: Sequence[Decimal | float | None], names: Sequence[str]) -> Markup:
    """A line through the values that are known, the last one dotted, names on hover."""
    points = [(n * (BAR + GAP) + BAR / 2, float(v), name) for n, (v, name) in enumerate(zip(values, names, strict=True))
              if v is not None]  # fmt: skip
    if not points:
        return Markup("")
    low, high = min(y for _, y, _ in points), max(y for _, y, _ in points)
    unit = (HEIGHT - 6) / ((high - low) or 1.0)
    placed = [(x, 3 + (high - y) * unit if high > low else HEIGHT / 2, name) for x, y, name in points]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in placed)
    dots = Markup("").join(
        Markup('<circle class="{}" cx="{:.1f}" cy="{:.1f}" r="{}"><title>{}</title></circle>').format(
            "last" if n == len(placed) else "", x, y, 2.6 if n == len(placed) else 1.5, name
        )
        for n, (x, y, name) in enumerate(placed, 1)
    )
    return _svg(len(values), Markup('<polyline points="{}"/>').format(path) + dots)


def _svg(places: int, drawn: Markup) -> Markup:
    svg = Markup('<svg class="chart" role="img" width="{0}" height="{1}" viewBox="0 0 {0} {1}">{2}</svg>')
    return svg.format(places * (BAR + GAP) - GAP, HEIGHT, drawn)
