"""Tables as filing software writes them: a column of numbers is four cells (sign, digits, closing bracket, spacer)."""

from collections.abc import Iterable
from decimal import Decimal

from tests.samples.catalogue import GuidanceItem, Line, SampleFiling
from tests.samples.claims import day
from tests.samples.statements import Column, Row, Statement, columns, figures

WEEKS = {3: "Thirteen", 6: "Twenty-Six", 9: "Thirty-Nine", 12: "Fifty-Two"}
CELL = "vertical-align:bottom;padding-left:2px;padding-top:2px;padding-bottom:2px;"
SHADE = "background-color:#cceeff;"
TABLE = (
    '<table cellpadding="0" cellspacing="0" style="font-family:Times New Roman;font-size:10pt;margin-left:auto;'
    'margin-right:auto;width:100%;border-collapse:collapse;text-align:left;">'
)


def font(text: str, bold: bool = False) -> str:
    """Text as the software wraps it."""
    return f'<font style="font-family:inherit;font-size:10pt;{"font-weight:bold;" if bold else ""}">{text}</font>'


def statement_table(shown: Statement) -> str:
    """One statement."""
    return "\n".join([TABLE, *_heads(shown.columns), *_rows(shown.rows, len(shown.columns)), "</table>"])


def reconciliation_table(filing: SampleFiling) -> str:
    """Net income to adjusted EBITDA, which is no statement: it begins as one does and holds the same figures."""
    known, over = figures(filing.registrant.key), columns(filing, "income")
    net_income = Line("net_income", "Net income (loss)", 0, "USD", True, "", False)
    labels = {
        "interest": "Interest expense, net",
        "other": "Other, net",
        "tax": "Income tax expense (benefit)",
        "depreciation": "Depreciation and amortization",
        "restructuring": "Restructuring charges",
    }
    rows = [Row(net_income, tuple(known.value("income", "net_income", column) for column in over))]
    for key, label in labels.items():
        kind = "cash_flow" if key == "depreciation" else "income"
        sign = -1 if key in ("interest", "other") else 1
        values = tuple(sign * (known.value(kind, key, column) or Decimal()) for column in over)
        if any(values):
            rows.append(Row(Line(key, label, 1, "USD", False, "", False), values))
    totals = tuple(sum((row.values[place] or Decimal() for row in rows), Decimal()) for place in range(len(over)))
    rows.append(Row(Line("ebitda", "Adjusted EBITDA (non-GAAP)", 0, "USD", True, "both", False), totals))
    return "\n".join([TABLE, *_heads(over), *_rows(rows, len(over)), "</table>"])


def outlook_table(items: list[GuidanceItem]) -> str:
    """What is expected: a row for each metric, a column for each period."""
    periods = list(dict.fromkeys(item.lead for item in items))
    heads = "".join(_spacer() + _text_cell(period, "center", bold=True, border=True) for period in periods)
    lines = [TABLE, f"<tr>{_text_cell('', 'left')}{heads}</tr>"]
    for label in dict.fromkeys(item.label for item in items):
        said = {item.lead: item.words for item in items if item.label == label}
        cells = "".join(_spacer() + _text_cell(said.get(period, "—"), "center") for period in periods)
        lines.append(f"<tr>{_text_cell(label, 'left')}{cells}</tr>")
    return "\n".join([*lines, "</table>"])


def _heads(over: tuple[Column, ...]) -> list[str]:
    widths = "".join('<td style="width:1%;"></td><td style="width:10%;"></td><td style="width:1%;"></td>' for _ in over)
    lines = [f'<tr><td colspan="{4 * len(over)}"></td></tr>', f'<tr><td style="width:48%;"></td>{widths}</tr>']
    pairs = list(over[::2])
    if pairs[0].months:
        groups = _spacer().join(_head(f"{WEEKS[column.months or 0]} Weeks Ended", 7) for column in pairs)
        lines.append(f"<tr>{_blank()}{groups}</tr>")
    dates = _spacer().join(_head(day(column.end).replace(", ", ",<br>"), 3) for column in over)
    return [*lines, f"<tr>{_blank()}{dates}</tr>"]


def _rows(rows: Iterable[Row], count: int) -> list[str]:
    lines: list[str] = []
    for row in rows:
        if row.line.gap:
            lines.append(f'<tr>{_blank()}<td colspan="{4 * count - 1}"></td></tr>')
        shade = SHADE if len(lines) % 2 == 0 else ""
        label = f"{CELL}{shade}padding-left:{2 + 12 * row.line.indent}px;"
        inner = "text-align:left;padding-left:12px;text-indent:-12px;font-size:10pt;"
        bold = not row.line.key and row.line.label.isupper()
        cells = [f'<td style="{label}"><div style="{inner}">{font(row.line.label, bold)}</div></td>']
        if row.line.key:
            cells.append(_spacer(shade).join(_number(value, row.line, shade) for value in row.values))
        else:
            cells.append(_spacer(shade).join(f'<td colspan="3" style="{CELL}{shade}"></td>' for _ in range(count)))
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return lines


def _number(value: Decimal | None, line: Line, shade: str) -> str:
    border = "border-top:1px solid #000000;" if line.rule else ""
    border += "border-bottom:3px double #000000;" if line.rule == "both" else ""
    style = f"{CELL}{shade}{border}"
    printed = _printed(value, line)
    sign = f'<td style="{style}"><div style="text-align:left;">{font("$")}</div></td>' if line.dollar else ""
    span = "" if line.dollar else ' colspan="2"'
    digits = f'<td{span} style="{style}"><div style="text-align:right;">{font(printed)}</div></td>'
    closing = font(")") if printed.startswith("(") else "<br>"
    return f'{sign}{digits}<td style="{style}"><div style="text-align:left;">{closing}</div></td>'


def _printed(value: Decimal | None, line: Line) -> str:
    if not value:
        return "—"
    digits = f"{abs(value):.2f}" if line.unit == "USD/share" else f"{abs(value):,}"
    return f"({digits}" if value < 0 else digits


def _head(text: str, span: int) -> str:
    style = f"{CELL}border-bottom:1px solid #000000;"
    return f'<td colspan="{span}" style="{style}"><div style="text-align:center;">{font(text, bold=True)}</div></td>'


def _text_cell(text: str, align: str, bold: bool = False, border: bool = False) -> str:
    style = CELL + ("border-bottom:1px solid #000000;" if border else "")
    return f'<td style="{style}"><div style="text-align:{align};">{font(text, bold)}</div></td>'


def _blank() -> str:
    return f'<td style="{CELL}">{font("&#160;")}</td>'


def _spacer(shade: str = "") -> str:
    return f'<td style="{CELL}{shade}">{font("&#160;")}</td>'
