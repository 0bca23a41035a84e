"""Tabs as stops, and as marks between cells."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.tables.tabs import expand, read_tabs

STOPS = ["Net sales\t\t$  900", "Cost of sales of everything\t400", "Gross\t\t\t500", "Tax\t\t\t 20", "Net\t\t\t480"]
CELLS = ["Net sales\t$ 900\t(800)", "Cost of all that was sold\t400\t300", "Gross\t500\t--", "Tax\t20\t1", "Net\t4\t5"]


def test_as_many_tabs_after_labels_of_any_length_part_cells() -> None:
    assert read_tabs(CELLS) is not None
    assert read_tabs(STOPS) is None


def test_numbers_of_cells_end_in_one_column() -> None:
    rows = [expand(line, read_tabs(CELLS))[0].rstrip(")") for line in CELLS]
    assert len({len(row) for row in rows}) == 1


@given(st.text("ab1, \t)", max_size=40), st.booleans())
def test_every_printed_character_keeps_its_place(raw: str, as_cells: bool) -> None:
    text, places = expand(raw, read_tabs(CELLS) if as_cells else None)
    assert len(places) == len(text) + 1
    assert all(raw[place] == char for char, place in zip(text, places, strict=False) if char != " ")
