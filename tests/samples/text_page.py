"""Releases and covers of 2002 to 2004 in fixed-width text: statements by position, prose in justified lines."""

import textwrap
from decimal import Decimal

from tests.samples.catalogue import HERE, Line, SampleFiling
from tests.samples.release import Block, blocks, item_texts, words
from tests.samples.statements import STATEMENTS, Column, Statement, statement

PAGE = 79
TITLES = {
    "income": ("CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", "(In thousands, except per share amounts)"),
    "balance": ("CONDENSED CONSOLIDATED BALANCE SHEETS", "(In thousands)"),
    "cash_flow": ("CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS", "(In thousands)"),
}
SPANS = {3: "Three Months Ended", 6: "Six Months Ended", 9: "Nine Months Ended", 12: "Twelve Months Ended"}
STEP = 2  # blanks by which a label is indented
CORRECTION = (
    "This amendment furnishes the press release again, in full, to correct a typographical error. In the statement of "
    "operations of the release furnished on {date}, research and development for the quarter ended {ended} was printed "
    "as $1,862 thousand; the amount is $1,826 thousand. No other amount was affected."
)


def cover(filing: SampleFiling) -> str:
    """The report on Form 8-K that the release is an exhibit of."""
    parts = []
    if filing.kind == "amendment":
        parts.append(justified(CORRECTION.format(**words(filing))))
    for number, title, text in item_texts(filing):
        parts.append(f"Item {number}.".ljust(11) + title + "\n\n" + justified(text))
    amended = "\n                               (Amendment No. 1)\n" if filing.form.endswith("/A") else ""
    template = (HERE / "templates" / "cover_text.txt").read_text()
    filled = words(filing) | {"form": filing.form, "number": amended, "items": "\n\n".join(parts) + "\n\n"}
    return template.format(**filled)


def release(filing: SampleFiling) -> str:
    """Exhibit 99.1."""
    printed = ["Exhibit 99.1".rjust(PAGE)]
    printed += ["FOR IMMEDIATE RELEASE\n\nCONTACT: Lee Anybody, Chief Financial Officer\n         (508) 555-0100"]
    printed += [_block(filing, block) for block in blocks(filing)]
    return "\n\n".join(printed) + "\n"


def _block(filing: SampleFiling, block: Block) -> str:
    if block.kind == "tables":
        order = ["                                      # # #"]
        return "\n\n<PAGE>\n\n".join(order + [_statement(filing, statement(filing, kind)) for kind in STATEMENTS])
    if block.kind == "title":
        return "\n".join(line.center(PAGE).rstrip() for line in textwrap.wrap(block.text, PAGE - 16))
    return block.text if block.kind == "heading" else justified(block.text)


def justified(text: str) -> str:
    """Lines of equal length, as word processors of the day set them; the last one is left as it is."""
    lines = textwrap.wrap(text, PAGE, break_long_words=False, break_on_hyphens=False)
    return "\n".join([_spread(line) for line in lines[:-1]] + lines[-1:])


def _spread(line: str) -> str:
    parts = line.split(" ")
    missing = PAGE - len(line)
    if missing >= len(parts):
        return line
    first = len(parts) - 1 - missing  # the wider gaps stand at the right
    return "".join(part + " " * (1 + (place >= first)) for place, part in enumerate(parts)).rstrip()


def _statement(filing: SampleFiling, shown: Statement) -> str:
    label, field = {("income", 4): (36, 10)}.get((shown.kind, len(shown.columns)), (52, 12))
    title, scale = TITLES[shown.kind]
    printed = [line.center(PAGE).rstrip() for line in (filing.registrant.name.upper(), title, scale)]
    if shown.kind != "balance":
        printed.append("(unaudited)".center(PAGE).rstrip())
    tagged = filing.layout == "tagged"
    printed += ["", *(["<TABLE>", "<CAPTION>"] if tagged else []), *_heads(shown, label, field)]
    if tagged:
        printed.append("<S>".ljust(label) + ("<C>".ljust(field) + " ") * len(shown.columns))
    for row in shown.rows:
        printed += _row(row.line, row.values, label, field, len(shown.columns))
    return "\n".join(line.rstrip() for line in printed) + ("\n</TABLE>" if tagged else "")


def _heads(shown: Statement, label: int, field: int) -> list[str]:
    margin = " " * label
    years = margin + "".join(str(column.end.year).center(field) + " " for column in shown.columns)
    rule = margin + ("-" * field + " ") * len(shown.columns)
    if shown.kind == "balance":
        days = margin + "".join(f"{column.end:%B} {column.end.day},".center(field) + " " for column in shown.columns)
        return [days, years, rule, margin + "(unaudited)".center(field)]
    pairs = [shown.columns[place] for place in range(0, len(shown.columns), 2)]
    both = 2 * field + 1
    return [
        margin + "".join(SPANS[_months(column)].center(both) + " " for column in pairs),
        margin + "".join(f"{column.end:%B} {column.end.day},".center(both) + " " for column in pairs),
        margin + ("-" * both + " ") * len(pairs),
        years,
        rule,
    ]


def _months(column: Column) -> int:
    assert column.months
    return column.months


def _row(line: Line, values: tuple[Decimal | None, ...], label: int, field: int, columns: int) -> list[str]:
    rule = " " * label + ("{0}" * field + " ") * columns
    printed = [""] if line.gap else []
    if not line.key and line.label.isupper():
        return [*printed, line.label.center(PAGE), ""]
    if line.rule:
        printed.append(rule.format("-"))
    indent = " " * STEP * line.indent
    wide = PAGE if not line.key else label - 1
    wrapped = textwrap.wrap(line.label, wide, initial_indent=indent, subsequent_indent=indent + "  ")
    cells = "".join(_cell(value, line, field) for value in values)
    printed += [*wrapped[:-1], wrapped[-1].ljust(label) + cells]
    if line.rule == "both":
        printed.append(rule.format("="))
    return printed


def _cell(value: Decimal | None, line: Line, field: int) -> str:
    if value is None:
        return " " * (field + 1)
    digits = f"{abs(value):.2f}".lstrip("0") if line.unit == "USD/share" else f"{abs(value):,}"
    printed = "--" if not value else f"({digits}" if value < 0 else digits
    filled = f"${printed:>{field - 1}}" if line.dollar else f"{printed:>{field}}"
    return filled + (")" if value < 0 else " ")
