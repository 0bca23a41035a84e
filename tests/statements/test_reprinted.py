"""What a page says does not depend on habits of print: the cases, printed again in other ways, are read alike."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.statements.test_cases import CASES, page_of, primary_cells, read

FIXED_WIDTH = [case for case in CASES if case.suffix == ".txt"]
HTML = [case for case in CASES if case.suffix == ".htm"]
RULE = re.compile(r"(?m)^[ ]*[-=_]{3}[-=_ ]*\n")
GAP_BEFORE_FIGURES = re.compile(r"(?m)^([ ]*[A-Za-z].*?\S)[ ]([ ]{6,})(?=[$(]?[ ]*[\d.,]+\)?(?:\s|$))(?!(?:19|20)\d\d)")


def with_leaders(page: str) -> str:
    return GAP_BEFORE_FIGURES.sub(lambda gap: f"{gap[1]} {'.' * (len(gap[2]) - 1)} ", page)


def with_page_breaks(page: str) -> str:
    """A page number and a new page behind every fortieth line."""
    lines = page.split("\n")
    return "\n".join(
        f"{line}\n\n{'- 1 -':>40}\n<PAGE>\n" if number % 40 == 0 else line for number, line in enumerate(lines, 1)
    )


IN_FIXED_WIDTH: dict[str, Callable[[str], str]] = {
    "without rules": lambda page: RULE.sub("", page),
    "set in": lambda page: re.sub(r"(?m)^(?=[ ]*[^<\s])", "    ", page),
    "with leaders": with_leaders,
    "lines of another system": lambda page: page.replace("\n", "\r\n"),
    "blanks behind lines": lambda page: re.sub(r"(?m)(?<=\S)$", "   ", page),
    "on several pages": with_page_breaks,
}
IN_HTML: dict[str, Callable[[str], str]] = {
    "ends left out": lambda page: re.sub(r"</t[dr]>", "", page),
    "headers for cells": lambda page: re.sub(r"(</?)td\b", r"\1th", page),
    "cells in a font": lambda page: re.sub(r"(<td[^>]*>)", r'\1<div><font size="2">', page).replace(
        "</td>", "</font></div></td>"
    ),
    "in a table": lambda page: f"<table><tr><td>{page}</td></tr></table>",
    "an empty cell at the end": lambda page: page.replace("</tr>", "<td></td></tr>"),
}


def read_otherwise(cases: Sequence[Path], reprint: Callable[[str], str]) -> list[str]:
    """The cases whose cells change with the print; some page at least must change."""
    pages = {case: reprint(page_of(case)) for case in cases}
    assert any(page != page_of(case) for case, page in pages.items())
    return [
        case.stem
        for case, page in pages.items()
        if primary_cells(read(page, case.name)) != primary_cells(read(page_of(case), case.name))
    ]


@pytest.mark.parametrize("habit", IN_FIXED_WIDTH)
def test_fixed_width(habit: str) -> None:
    assert read_otherwise(FIXED_WIDTH, IN_FIXED_WIDTH[habit]) == []


@pytest.mark.parametrize("habit", IN_HTML)
def test_html(habit: str) -> None:
    assert read_otherwise(HTML, IN_HTML[habit]) == []
