"""Releases and covers of 2019 and 2020 in HTML, as filing software writes them: fonts nested in blocks of their own."""

from tests.samples.catalogue import HERE, SampleFiling
from tests.samples.html_table import font, outlook_table, reconciliation_table, statement_table
from tests.samples.release import Block, blocks, item_texts, words
from tests.samples.statements import STATEMENTS, statement

BREAK = '<hr style="page-break-after:always">'
TITLES = {
    "income": ("CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS", "(In thousands, except per share amounts)"),
    "balance": ("CONDENSED CONSOLIDATED BALANCE SHEETS", "(In thousands)"),
    "cash_flow": ("CONDENSED CONSOLIDATED STATEMENTS OF CASH FLOWS", "(In thousands)"),
    "reconciliation": ("RECONCILIATION OF NET INCOME (LOSS) TO ADJUSTED EBITDA (NON-GAAP)", "(In thousands)"),
}


def cover(filing: SampleFiling) -> str:
    """The report on Form 8-K."""
    items = []
    for number, title, text in item_texts(filing):
        items.append(div(f"Item {number}. {title}", bold=True))
        items.append(div(text))
    template = (HERE / "templates" / "cover.htm").read_text(encoding="utf-8")
    return entities(template.format(**words(filing), form=filing.form, items="\n".join(items)))


def release(filing: SampleFiling) -> str:
    """Exhibit 99.1."""
    body = [div("Exhibit 99.1", align="right", bold=True)]
    body += [_block(filing, block) for block in blocks(filing)]
    head = "<html>\n<head>\n<title>Exhibit</title>\n</head>\n<body>\n"
    wrapped = '<div style="font-family:Times New Roman;font-size:10pt;">\n' + "\n".join(body) + "\n</div>"
    return entities(f"{head}{wrapped}\n</body>\n</html>\n")


def div(text: str, align: str = "left", bold: bool = False, below: int = 12) -> str:
    """A paragraph."""
    style = f"line-height:120%;padding-bottom:{below}px;text-align:{align};font-size:10pt;"
    return f'<div style="{style}">{font(text, bold)}</div>'


def entities(page: str) -> str:
    """The page in ASCII, other characters as numeric references."""
    return page.encode("ascii", "xmlcharrefreplace").decode("ascii")


def _block(filing: SampleFiling, block: Block) -> str:
    if block.kind == "tables":
        return _tables(filing)
    if block.kind == "outlook":
        return outlook_table(block.outlook)
    if block.kind == "bullet":
        return _bullet(block.text, filing.layout == "bullet_tables")
    if block.kind == "title":
        return div(block.text, align="center", bold=True)
    return div(block.text, bold=block.kind == "heading")


def _bullet(text: str, in_table: bool) -> str:
    if not in_table:
        style = "line-height:120%;padding-bottom:6px;padding-left:48px;text-indent:-24px;font-size:10pt;"
        return f'<div style="{style}">{font("•&#160;&#160;&#160;&#160;")}{font(text)}</div>'
    cell = '<td style="vertical-align:top;"><div style="line-height:120%;font-size:10pt;'
    return (
        '<table cellpadding="0" cellspacing="0" style="font-size:10pt;">\n'
        '<tr><td style="width:48px;"></td><td></td></tr>\n'
        f'<tr>{cell}padding-left:24px;">{font("•")}</div></td>{cell}padding-bottom:6px;">{font(text)}</div></td></tr>\n'
        "</table>"
    )


def _tables(filing: SampleFiling) -> str:
    shown = [(kind, statement_table(statement(filing, kind))) for kind in STATEMENTS]
    shown.append(("reconciliation", reconciliation_table(filing)))
    return "\n".join(f"{BREAK}\n{_title(filing, kind)}\n{table}" for kind, table in shown)


def _title(filing: SampleFiling, kind: str) -> str:
    title, scale = TITLES[kind]
    lines = (f"{filing.registrant.name.upper()} AND SUBSIDIARIES", title, "(Unaudited)", scale)
    return "\n".join(div(line, align="center", bold=number < 2, below=2) for number, line in enumerate(lines))
