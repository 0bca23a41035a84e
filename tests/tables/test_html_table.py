from pipeline.filing.opened import HtmlCell, HtmlTable
from pipeline.tables.grid import Grid
from pipeline.tables.html import find_html_grids
from pipeline.tables.numbers import read_number
from tests.tables.test_round_trip import html


def cells(grid: Grid) -> list[tuple[str, list[tuple[int, int, str]]]]:
    return [
        (row.label.text if row.label else "", [(cell.first, cell.last, cell.text) for cell in row.cells])
        for row in grid.rows
    ]


def test_a_heading_covers_its_columns_and_a_sign_joins_its_number() -> None:
    text, table = html(
        [
            [("", 1), ("", 1), ("Three months ended", 7)],
            [("(in millions)", 1), ("", 1), ("2020", 3), ("", 1), ("2019", 3)],
            [("Sales", 1), ("", 1), ("$", 1), ("12.5", 1), ("", 1), ("", 1), ("$", 1), ("(11.0", 1), (")", 1)],
            [("Margin", 1), ("", 1), ("", 1), ("47.5", 1), ("%", 1), ("", 1), ("", 1), ("—", 1), ("", 1)],
        ]
    )
    (grid,) = find_html_grids(text, [table])
    assert cells(grid) == [
        ("", [(1, 2, "Three months ended")]),
        ("(in millions)", [(1, 1, "2020"), (2, 2, "2019")]),
        ("Sales", [(1, 1, "$ 12.5"), (2, 2, "$ (11.0)")]),
        ("Margin", [(1, 1, "47.5%"), (2, 2, "—")]),
    ]
    sales = grid.rows[2].cells[1]
    assert "".join(text[sales.start : sales.end].split()) == "$(11.0)"


def test_a_row_set_off_by_one_cell_stays_in_its_columns() -> None:
    text, table = html(
        [
            [("Sales", 1), ("", 1), ("100", 1), ("", 1), ("90", 1), ("", 1)],
            [("Costs", 1), ("", 1), ("", 1), ("60", 1), ("", 1), ("50", 1)],
            [("Taxes", 1), ("", 1), ("", 1), ("", 1), ("9", 1), ("", 1)],
        ]
    )
    (grid,) = find_html_grids(text, [table])
    assert grid.columns == 2
    assert cells(grid)[1:] == [("Costs", [(1, 1, "60"), (2, 2, "50")]), ("Taxes", [(2, 2, "9")])]


def test_a_table_begins_in_the_first_column_that_prints() -> None:
    text, table = html(
        [
            [("", 1), ("BALANCE SHEETS", 3)],
            [("", 1), ("", 1), ("2006", 1), ("2005", 1)],
            [("", 1), ("Inventories", 1), ("100", 1), ("90", 1)],
            [("", 1), ("Receivables", 1), ("60", 1), ("50", 1)],
        ]
    )
    (grid,) = find_html_grids(text, [table])
    assert cells(grid)[:3] == [
        ("BALANCE SHEETS", []),
        ("", [(1, 1, "2006"), (2, 2, "2005")]),
        ("Inventories", [(1, 1, "100"), (2, 2, "90")]),
    ]


def test_the_number_of_a_page_within_a_table_is_no_row() -> None:
    text, table = html(
        [
            [("Sales", 1), ("100", 1), ("90", 1)],
            [("- 7 -", 3)],
            [("Costs", 1), ("60", 1), ("50", 1)],
            [("", 1), ("Page 8", 2)],
            [("9", 3)],
            [("Branches", 1), ("7", 1), ("", 1)],
            [("", 1), ("7", 2)],
        ]
    )
    (grid,) = find_html_grids(text, [table])
    assert [label for label, _ in cells(grid)] == ["Sales", "Costs", "Branches", ""]


def test_tables_of_words_fall_out_and_text_above_is_kept() -> None:
    words, bullets = html([[("•", 1), ("Sales rose by 5% to $3 million in the year", 1)], [("•", 1), ("More", 1)]])
    figures, table = html([[("Sales", 1), ("100", 1), ("90", 1)], [("Costs", 1), ("60", 1), ("50", 1)]])
    title = "EXAMPLE MILLS\nBALANCE SHEETS\n\n"
    start = len(words) + len(title)
    moved = HtmlTable(
        start,
        start + table.end,
        tuple(tuple(HtmlCell(c.start + start, c.end + start) for c in row) for row in table.rows),
    )
    (grid,) = find_html_grids(words + title + figures, [bullets, moved])
    assert grid.above[-2:] == ("EXAMPLE MILLS", "BALANCE SHEETS")
    assert grid.columns == 2


def test_a_cell_over_two_rows_pushes_the_lower_row() -> None:
    text = "Name\t2020\t2019\t\nJune\tJuly\t\nSales\t5\t6\t\nCosts\t3\t4\t\n"

    def cell(printed: str, rowspan: int = 1) -> HtmlCell:
        return HtmlCell(text.index(printed), text.index(printed) + len(printed), rowspan=rowspan)

    def figures(label: str, *values: str) -> tuple[HtmlCell, ...]:
        at = text.index(label)
        places = [text.index(f"\t{value}\t", at) + 1 for value in values]
        return (cell(label), *(HtmlCell(place, place + 1) for place in places))

    rows = (
        (cell("Name", 2), cell("2020"), cell("2019")),
        (cell("June"), cell("July")),
        figures("Sales", "5", "6"),
        figures("Costs", "3", "4"),
    )
    (grid,) = find_html_grids(text, [HtmlTable(0, len(text), rows)])
    assert cells(grid)[1] == ("", [(1, 1, "June"), (2, 2, "July")])


def test_numbers_as_printed() -> None:
    for printed, value, kind in [
        ("$ (1,234)", "-1234", "amount"),
        ("( .06 )", "-0.06", "amount"),
        ("47.5 %", "47.5", "percent"),
        ("(1.8) ppt", "-1.8", "points"),
        ("—", "0", "amount"),
    ]:
        number = read_number(printed)
        assert number is not None
        assert (str(number.value), number.kind) == (value, kind)
    assert read_number("n/m") is None
    assert read_number("2.325,385") is None


def test_angles_are_brackets_in_pairs_and_marks_of_notes_around_a_digit() -> None:
    values = [number and str(number.value) for number in map(read_number, ("<1,400>", "$ <.09>", "3 <3>", "(5"))]
    assert values == ["-1400", "-0.09", "3", "-5"]
    assert [read_number(printed) for printed in ("<.01", "<1%", "(5>", "<5)", "5>", "<3>")] == [None] * 6


def test_a_small_number_in_brackets_is_a_note_only_beside_the_columns() -> None:
    text, table = html(
        [
            [("Sales", 1), ("100", 1), ("(1)", 1), ("", 1), ("90", 1)],
            [("Gain", 1), ("-", 1), ("", 1), ("", 1), ("(1)", 1)],
        ]
    )
    (grid,) = find_html_grids(text, [table])
    assert cells(grid) == [("Sales", [(1, 1, "100 (1)"), (2, 2, "90")]), ("Gain", [(1, 1, "-"), (2, 2, "(1)")])]


def test_a_small_number_in_brackets_over_columns_is_a_note_unless_set_as_the_number_before() -> None:
    text, table = html(
        [
            [("Sales", 1), ("", 1), ("100", 1), ("", 1), ("", 1), ("90", 1), ("", 1)],
            [("Loss of a mill", 1), ("", 1), ("19", 1), ("(1)", 4)],
            [("Interest", 1), ("(19)", 3), ("(17)", 3)],
        ]
    )
    (grid,) = find_html_grids(text, [table])
    assert cells(grid)[1:] == [("Loss of a mill", [(1, 1, "19 (1)")]), ("Interest", [(1, 1, "(19)"), (2, 2, "(17)")])]
