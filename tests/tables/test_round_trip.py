"""A statement made of figures, printed in several layouts of text and HTML, is read back as it was."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.filing.opened import HtmlCell, HtmlTable
from pipeline.tables.grid import Grid
from pipeline.tables.html import find_html_grids
from pipeline.tables.numbers import read_number
from pipeline.tables.text import find_text_grids

LABELS = ("Sales", "Cost of sales", "Research", "Interest income", "Income taxes", "Net income", "Other", "Goodwill")
Figures = list[tuple[str, list[int | None]]]


@st.composite
def statements(draw: st.DrawFn) -> Figures:
    """Two rows or more of a label and figures, some blank; the first two are full, so that every column is there."""
    columns = draw(st.integers(2, 5))
    figure = st.integers(-99_999_999, 99_999_999)
    whole = st.lists(st.integers(1_000_000, 99_999_999), min_size=columns, max_size=columns)
    first = [draw(whole), draw(whole)]
    rest = draw(
        st.lists(st.lists(st.none() | figure, min_size=columns, max_size=columns), min_size=1, max_size=len(LABELS) - 2)
    )
    rows = [*first, *(row for row in rest if any(value is not None for value in row))]
    return [(label, list(row)) for label, row in zip(LABELS, rows, strict=False)]


def shown(value: int | None) -> str:
    if value is None:
        return ""
    return "-" if value == 0 else f"({-value:,})" if value < 0 else f"{value:,}"


def read(grid: Grid) -> Figures:
    out: Figures = []
    for row in grid.rows:
        if row.label is None:
            continue
        values: list[int | None] = [None] * grid.columns
        for cell in row.cells:
            number = read_number(cell.text)
            assert number is not None
            values[cell.first - 1] = int(number.value)
        out.append((row.label.text, values))
    return out


@settings(max_examples=60, deadline=None)
@given(statements(), st.integers(14, 18), st.booleans(), st.booleans(), st.booleans())
def test_text(figures: Figures, width: int, dollars: bool, ruled: bool, leaders: bool) -> None:
    columns = len(figures[0][1])
    lines = [" " * 30 + "".join(str(2003 - n).rjust(width) for n in range(columns))]
    if ruled:
        lines.append(" " * 30 + ("-" * (width - 4)).rjust(width) * columns)
    for number, (label, values) in enumerate(figures):
        left = f"{label} {'.' * 12}" if leaders else label
        cells = []
        for value in values:
            text = shown(value) + ("" if value is not None and value < 0 else " ")
            if dollars and number == 0 and value is not None:
                text = "$" + text.rjust(width - 3)
            cells.append(text.rjust(width))
        lines.append((left.ljust(30) + "".join(cells)).rstrip())
    (grid,) = find_text_grids("\n".join(lines))
    assert read(grid) == figures
    assert [cell.text for cell in grid.rows[0].cells] == [str(2003 - n) for n in range(columns)]


@settings(max_examples=60, deadline=None)
@given(statements(), st.booleans(), st.booleans(), st.booleans())
def test_html(figures: Figures, split: bool, spacers: bool, spanned: bool) -> None:
    columns = len(figures[0][1])
    physical = 3 if split else 1
    rows: list[list[tuple[str, int]]] = [[("", 1)]]
    for n in range(columns):
        if spacers:
            rows[0].append(("", 1))
        rows[0].append((str(2020 - n), physical))
    for number, (label, values) in enumerate(figures):
        row = [(label, 1)]
        for value in values:
            if spacers:
                row.append(("", 1))
            text = shown(value)
            if not split:
                row.append((text, 1))
            elif spanned and number and not text.startswith("("):
                row.extend([(text, 2), ("", 1)])
            else:
                sign = "$" if number == 0 else ""
                row.extend([(sign, 1), (text.removesuffix(")"), 1), (")" if text.endswith(")") else "", 1)])
        rows.append(row)
    text, table = html(rows)
    (grid,) = find_html_grids(text, [table])
    assert read(grid) == figures
    assert [(cell.text, cell.first) for cell in grid.rows[0].cells] == [(str(2020 - n), n + 1) for n in range(columns)]


def html(rows: list[list[tuple[str, int]]]) -> tuple[str, HtmlTable]:
    """The text and table of cells given by what they print and how many columns they cover."""
    text = ""
    made: list[tuple[HtmlCell, ...]] = []
    for row in rows:
        cells = []
        for printed, span in row:
            cells.append(HtmlCell(len(text), len(text) + len(printed), colspan=span))
            text += printed + "\t"
        made.append(tuple(cells))
        text += "\n"
    return text, HtmlTable(0, len(text), tuple(made))
