"""Everything that is marked in a filing: one list, whatever its kind, each with the rows of its card.

A further kind of mark is a query, a function here, and a colour in `page.css`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.pages.wording import SUMS, TABLE_CLASSES, period, plain, short, spaced

Row = Mapping[str, Any]

_CAPTION = 4  # lines of it that a card shows, the nearest to the table


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` of a document; `rows` are what its card says: names and values, a row without value is none."""

    document_no: int
    start: int
    end: int
    kind: str  # fact, line, cell, guidance, claim, issue: a class in page.css
    anchor: str  # id of its first piece
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """What must add up, in words, whether it does, and the marks that take part, by their place in the list."""

    text: str
    holds: bool
    marks: tuple[int, ...]


def read_marks(
    numbers: Iterable[Row], guidance: Iterable[Row], claims: Iterable[Row], issues: Iterable[Row]
) -> list[Mark]:
    """All marks of a filing, numbers first."""
    return [*map(_number, numbers), *map(_guidance, guidance), *map(_claim, claims), *_issues(issues)]


def read_sums(sums: Iterable[Row], marks: Sequence[Mark]) -> list[Sum]:
    """What must add up, those that fail first, as they come."""
    by_anchor = {mark.anchor: number for number, mark in enumerate(marks)}
    read: list[Sum] = []
    for row in sums:
        anchors = (_anchor(place) for place in row["places"])
        read.append(Sum(_sum_text(row), row["holds"], tuple(by_anchor[a] for a in anchors if a in by_anchor)))
    return read


def _anchor(place: Row) -> str:
    return f"d{place['document_no']}-t{place['table_no']}-l{place['line_no']}-c{place['column_no']}"


def _rows(*rows: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in rows if value)


def _number(row: Row) -> Mark:
    mart, concept = row["mart"], row["concept"]
    kind = "cell" if mart is None else "line" if concept is None else "fact"
    line = " \u203a ".join(part for part in (row["section"], row["label"]) if part)
    rows = _rows(
        ("", row["printed"]),
        ("Value", f"{plain(row['value'])} {row['unit']}"),
        ("Line", line or "(no label)"),
        ("Concept", _concept(row)),
        ("Period", _with(period(row["period_start"], row["period_end"], row["months"]), _period_from(row))),
        ("Column", row["header"]),
        ("Scale", _scale(row)),
        ("Above", _tail(row["caption"])),
        ("Table", _table(row)),
        ("Mart", f"marts.{mart}" if mart else "none: read, and kept in raw.cells"),
    )
    return Mark(row["document_no"], row["char_start"], row["char_end"], kind, _anchor(row), rows)


def _concept(row: Row) -> str | None:
    if row["mart"] is None:
        return None
    return f"{row['concept']} ({row['concept_label']})" if row["concept"] else "none that is certain"


def _with(text: str | None, source: str | None) -> str | None:
    return f"{text}, {source}" if text and source else text


def _period_from(row: Row) -> str | None:
    source = row["period_from"]
    return None if source in (None, "none") else f"from the {source}" if source != "earlier" else "from a panel before"


def _scale(row: Row) -> str:
    if row["scale"] == 1:
        return "as printed"
    source = row["scale_from"]
    return f"\u00d7 {row['scale']:,}" + ("" if source == "none" else f", from the {source}")


def _tail(caption: str | None) -> str | None:
    if caption is None:
        return None
    return " \u00b7 ".join([line.strip() for line in caption.splitlines() if line.strip()][-_CAPTION:])


def _table(row: Row) -> str:
    name = TABLE_CLASSES[row["table_class"]]
    if row["is_stand_in"]:
        return f"{name}, in place of a statement"
    return f"{name}, primary" if row["is_primary"] else name


def _guidance(row: Row) -> Mark:
    unit = row["unit"]

    def amount(low: Any, high: Any) -> str | None:
        ends = [short(end, unit) for end in (low, high) if end is not None]
        return " to ".join(dict.fromkeys(ends)) + f" {unit}" if ends else None

    prior = amount(row["prior_low"], row["prior_high"])
    rows = _rows(
        ("", f"Expects {spaced(row['metric'])}"),
        ("Amount", amount(row["low"], row["high"]) or "in words only"),
        ("Form", spaced(row["form"])),
        ("As worded", row["metric_words"]),
        ("Scope", row["scope"]),
        ("Basis", spaced(row["basis"])),
        ("Period", _with(period(row["period_start"], row["period_end"], None), row["period_words"])),
        ("Action", row["action"]),
        ("Before", f"{prior}, said {row['prior_said_on']}" if prior else None),
        (
            "Reported",
            _with(amount(row["reported"], None), f"on {row['reported_on']}"),
        ),
        ("Verdict", row["verdict"]),
        ("Mart", "marts.fct_guidance"),
    )
    return Mark(row["document_no"], row["char_start"], row["char_end"], "guidance", f"g{row['item_no']}", rows)


def _claim(row: Row) -> Mark:
    compared = None if row["figure"] is None else f"{row['figure']}: {plain(row['figure_value'])}"
    rows = _rows(
        ("", row["printed"].strip()),
        ("Tells", spaced(row["metric"])),
        ("As worded", row["metric_words"]),
        ("Value", f"{plain(row['value'])} {row['unit']}"),
        (
            "Period",
            _with(
                period(row["period_start"], row["period_end"], row["months"]),
                "from the sentence" if row["is_stated"] else "carried over",
            ),
        ),
        ("Tables", compared),
        ("Rounding", f"\u00b1 {plain(row['tolerance'])}" if row["tolerance"] is not None else None),
        ("Verdict", row["verdict"]),
        ("Mart", "marts.fct_claims"),
    )
    return Mark(row["document_no"], row["char_start"], row["char_end"], "claim", f"k{row['claim_no']}", rows)


def _issues(issues: Iterable[Row]) -> Iterator[Mark]:
    for number, row in enumerate(issues, 1):
        if row["char_start"] is not None and row["char_end"] is not None and row["document_no"] is not None:
            rows = _rows(("", spaced(row["code"])), ("Issue", row["message"]), ("Severity", row["severity"]))
            yield Mark(row["document_no"], row["char_start"], row["char_end"], "issue", f"i{number}", rows)


def _sum_text(row: Row) -> str:
    printed, computed = plain(row["printed"]), plain(row["computed"])
    outcome = printed if printed == computed else f"printed {printed}, comes to {computed}"
    if row["name"] == "sum":
        return f"{row['label'] or '(no label)'}, {row['lines']} lines added: {outcome}"
    if row["name"] in SUMS:
        return f"{row['label']}, {SUMS[row['name']]}: {outcome}"
    return f"{spaced(row['name']).capitalize()} ({row['period_end']}), {row['computed_from']}: {outcome}"


def packed(marks: Sequence[Mark], sums: Sequence[Sum]) -> dict[str, Any]:
    """Cards and sums as page.js reads them: words once in `strings`, cards as name, value, name, value by number."""
    strings: dict[str, int] = {}

    def number(text: str) -> int:
        return strings.setdefault(text, len(strings))

    cards = [[number(text) for row in mark.rows for text in row] for mark in marks]
    checked = [[number(each.text), int(each.holds), list(each.marks)] for each in sums]
    return {"cards": cards, "sums": checked, "strings": list(strings)}
