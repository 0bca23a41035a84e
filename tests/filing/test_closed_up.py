"""Tables whose blanks were lost, set in columns again."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.filing.closed_up import opened_up

HEADS = ["Three Months Ended Six Months Ended", "June 30, June 30,", "2003 2002 2003 2002"]
ROWS = ["Net sales $1,220 $1,110 $2,440 $2,220", "Cost of sales 800 700 1,600 1,400", "Gross profit 420 410 840 820",
        "Notes due 2005 9 8 7 6", "Write-offs - - (110) -", "Net income $.42 $.41 $.84 $.82"]  # fmt: skip


def test_figures_and_headings_stand_in_columns() -> None:
    lengths, days, years, sales, cost, _, _, offs, _ = opened_up("\n".join([*HEADS, *ROWS])).split("\n")
    ends = [sales.index(figure) + len(figure) for figure in ("$1,220", "$1,110", "$2,440", "$2,220")]
    assert [cost.index(figure) + len(figure) for figure in ("800", "700", "1,600", "1,400")] == ends
    assert [years[end - 4 : end] for end in ends] == ["2003", "2002", "2003", "2002"]
    assert offs.index("(110)") + len("(110") == ends[2]
    for head in (lengths, days):
        middles = [(found.start() + found.end()) / 2 for found in re.finditer(r"\S+(?: \S+)*", head)]
        assert ends[0] - len("$1,220") < middles[0] < ends[1] < middles[1] < ends[3]


def test_a_table_in_columns_and_few_rows_stay_as_they_are() -> None:
    in_columns = "\n".join(row.replace(" ", "   ") for row in ROWS)
    assert opened_up(in_columns) == in_columns
    assert opened_up("\n".join(ROWS[:4])) == "\n".join(ROWS[:4])


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        ("Outlook for the year:", [f"Revenue of plant {n} $12{n} - $13{n}" for n in range(6)]),
        ("Three Months Ended", [f"Replay in zone {n}: 800 555 121{n}" for n in range(6)]),
        ("             2003   2002", [f"Ratio {n} ..... 1{n}.1% 1{n}.2%" for n in range(6)]),
        ("2003 Plan Actual", [f"Sales of plant {n} $1,22{n} $1,11{n}" for n in range(6)]),
    ],
    ids=["ranges", "telephone numbers", "columns already", "headings of other kinds"],
)
def test_what_names_no_column_stays_as_it_is(heads: str, rows: list[str]) -> None:
    page = "\n".join([heads, *rows])
    assert opened_up(page) == page


def test_headings_name_quarters_changes_and_a_scale() -> None:
    rows = ["Net sales $1,220 100.0 % $1,110", "Write-offs -110 -9.0 % -100", *(["Cost 800 65.0 % 700"] * 4)]
    heads, sales, offs, *_ = opened_up("\n".join(["(in thousands) Q2 2003 % Change Q2 2002", *rows])).split("\n")
    assert heads.split("  ")[0] == "(in thousands)"
    assert [heads.index(head) + len(head) for head in ("Q2 2003", "% Change", "Q2 2002")] == [
        sales.index(figure) + len(figure) for figure in ("$1,220", "100.0 %", "$1,110")
    ]
    assert offs.index("-100") + 4 == len(sales)


@given(st.lists(st.sampled_from([*HEADS, *ROWS, "", "Expenses:", "a  b", "1", "2003"]), max_size=20))
def test_what_is_printed_stays(lines: list[str]) -> None:
    assert opened_up("\n".join(lines)).split() == "\n".join(lines).split()
