"""Tabs as stops, and as marks between cells."""

from hypothesis import given
from hypothesis import strategies as st

from pipeline.filing.tabs import expand_tabs

STOPS = ["Net sales\t\t$  900", "Cost of sales of everything\t400", "Gross\t\t\t500", "Tax\t\t\t 20", "Net\t\t\t480"]
CELLS = ["Net sales\t$ 900\t(800)", "Cost of all that was sold\t400\t300", "Gross\t500\t--", "Tax\t20\t1", "Net\t4\t5"]

# Blanks that a program made tabs where they reach a stop: one tab in front of each first number, blanks left over.
ENTABBED = ["Net sales. . . .\t $ 900  $ 800", "Cost of all that was sold\t   400    300", "Gross\t   500    500",
            "Tax . . . . . . . . . . . . . . . .\t    20     10", "Net\t   480    490"]  # fmt: skip


def test_tabs_behind_which_blanks_go_on_are_stops() -> None:
    assert expand_tabs("\n".join(ENTABBED)) == "\n".join(line.expandtabs(8) for line in ENTABBED)


def test_tabs_are_stops_where_they_follow_the_length_of_the_label() -> None:
    assert expand_tabs("\n".join(STOPS)) == "\n".join(line.expandtabs(8) for line in STOPS)


def test_as_many_tabs_after_labels_of_any_length_part_cells() -> None:
    lines = expand_tabs("\n".join(CELLS)).split("\n")
    assert len({len(line.rstrip(")")) for line in lines}) == 1
    assert [line.split() for line in lines] == [line.split() for line in CELLS]


@given(st.lists(st.text("ab1,. \t)", max_size=40), max_size=12))
def test_what_is_printed_stays(lines: list[str]) -> None:
    assert expand_tabs("\n".join(lines)).split() == "\n".join(lines).split()
