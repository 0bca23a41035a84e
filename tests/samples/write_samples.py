"""Writes the invented registrants' filings below data/raw from the figures: `python -m tests.samples.write_samples`."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from tests.samples.figures import BALANCE, CASH_FLOW, HERE, INCOME, Figures, Quarters, read_quarters

RAW = HERE.parents[1] / "data" / "raw"
ASCII, HTML = "invented-instruments", "fictional-fasteners"
NAMES = {ASCII: "Invented Instruments, Inc.", HTML: "Fictional Fasteners Corporation"}
CIKS = {ASCII: "9999999001", HTML: "9999999002"}
WORDS = {3: "Three", 6: "Six", 9: "Nine", 12: "Twelve"}
Row = tuple[str, list[str]]


def long(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


def printed(key: str, value: Decimal) -> str:
    if key == "restructuring" and not value:
        return ""
    text = f"{abs(value):,.2f}" if key in ("basic", "diluted") else f"{abs(value):,}"
    return f"({text})" if value < 0 else text


def tables(q: Quarters, i: int) -> list[tuple[str, str, list[str], list[Row]]]:
    """Statement, heading, column heads and rows of the release of quarter number `i` (5 to 10)."""
    end, n = date.fromisoformat(q.ends[i]), (i - 1) % 4 + 1
    heads, income = [], []
    for quarters in [1, n] if n > 1 else [1]:
        for last in (i, i - 4):
            day = date.fromisoformat(q.ends[last])
            heads.append(f"{WORDS[quarters * 3]} Months Ended|{day:%B} {day.day},|{day.year}")
            income.append(q.period(last, quarters))
    cash = [q.period(i, n), q.period(i - 4, n)]
    balance = [q.balances[i], q.balances[i - n]]
    dates = [f"{d:%B} {d.day},|{d.year}" for d in (end, date.fromisoformat(q.ends[i - n]))]

    def rows(lines: tuple[tuple[str, str], ...], columns: list[Figures]) -> list[Row]:
        return [(label, [printed(key, c[key]) for c in columns]) for label, key in lines]

    return [
        ("income", "CONSOLIDATED STATEMENTS OF OPERATIONS", heads, rows(INCOME, income)),
        ("balance", "CONSOLIDATED BALANCE SHEETS", dates, rows(BALANCE, balance)),
        ("cash_flow", "CONSOLIDATED STATEMENTS OF CASH FLOWS", heads[-2:], rows(CASH_FLOW, cash)),
    ]


def text_table(title: str, heads: list[str], rows: list[Row]) -> str:
    parts = [h.split("|") for h in heads]
    top = [" " * 46 + "".join(f"{p[k]:>22}" for p in parts) for k in range(len(parts[0]))]
    rule = " " * 46 + ("        " + "-" * 14) * len(heads)
    body = [
        f"{label:<46}" + "".join(f"{v + ('' if v.endswith(')') else ' '):>23}"[1:] for v in vs) for label, vs in rows
    ]
    return "\n".join([title, "(in thousands, except per share amounts)", "(unaudited)", "", *top, rule, "", *body, ""])


def html_table(title: str, heads: list[str], rows: list[Row]) -> str:
    def cell(v: str) -> str:
        number, close = v.rstrip(")"), ")" if v.endswith(")") else ""
        return f'<td></td><td></td><td align="right">{number}</td><td>{close}</td>'

    top = "".join(f'<td></td><td colspan="3" align="center">{h.replace("|", " ")}</td>' for h in heads)
    body = "".join(f"<tr><td>{label}</td>{''.join(map(cell, vs))}</tr>\n" for label, vs in rows)
    title = f"<p><b>{title}</b><br>(In thousands, except per share data)<br>(Unaudited)</p>"
    return f"{title}\n<table>\n<tr><td></td>{top}</tr>\n{body}</table>\n"


def submission(
    who: str, number: int, form: str, items: list[str], filed: date, end: date, docs: list[tuple[str, str]]
) -> str:
    accession = f"{CIKS[who]}-{filed:%y}-{number:06d}"
    lines = [f"<SEC-DOCUMENT>{accession}.txt : {filed:%Y%m%d}", f"<SEC-HEADER>{accession}.hdr.sgml : {filed:%Y%m%d}"]
    lines += [
        f"ACCESSION NUMBER:\t\t{accession}",
        f"CONFORMED SUBMISSION TYPE:\t{form}",
        f"PUBLIC DOCUMENT COUNT:\t\t{len(docs)}",
    ]
    lines += [f"CONFORMED PERIOD OF REPORT:\t{filed:%Y%m%d}", *(f"ITEM INFORMATION:\t\t{item}" for item in items)]
    lines += [f"FILED AS OF DATE:\t\t{filed:%Y%m%d}", "", "FILER:", "", "\tCOMPANY DATA:\t"]
    lines += [f"\t\tCOMPANY CONFORMED NAME:\t\t\t{NAMES[who].upper()}", f"\t\tCENTRAL INDEX KEY:\t\t\t{CIKS[who]}"]
    lines += [f"\t\tFISCAL YEAR END:\t\t\t{'1231' if who == ASCII else '0630'}", "</SEC-HEADER>"]
    for k, (kind, text) in enumerate(docs, 1):
        lines += ["<DOCUMENT>", f"<TYPE>{kind}", f"<SEQUENCE>{k}", "<TEXT>", text, "</TEXT>", "</DOCUMENT>"]
    return "\n".join([*lines, "</SEC-DOCUMENT>", ""])


def guidance(q: Quarters, i: int) -> tuple[int, int]:
    """Low and high of the next quarter's revenue, in millions."""
    return int(q.flows[i]["revenue"] // 1000), int(q.flows[i]["revenue"] // 1000) + 1


def release(who: str, i: int, q: Quarters) -> str:
    end, (low, high) = date.fromisoformat(q.ends[i]), guidance(q, i)
    f = q.period(i, 1)
    said = f"{NAMES[who]}, an invented company, today announced results for the quarter ended {long(end)}."
    said += f"\nNet sales were ${f['revenue'] / 1000:.1f} million."
    after = end + timedelta(days=45)
    outlook = f"revenue to be ${low}.0 million to ${high}.0 million in the quarter ending"
    month = (after.month - 1) // 3 * 3 + 3
    last = date(after.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    if who == ASCII:
        text = f"{said}\n\nOutlook\n\nThe Company expects {outlook}\n{long(last)}.\n\n"
        return text + "\n".join(text_table(t, h, r) for _, t, h, r in tables(q, i))
    bullets = f"<p>Outlook. The Company expects:</p><ul><li>{outlook} {long(last)}</li></ul>"
    return (
        f"<html><body><p>{said}</p>{bullets}\n"
        + "".join(html_table(t, h, r) for _, t, h, r in tables(q, i))
        + "</body></html>"
    )


def samples() -> dict[str, str]:
    """Path below data/raw -> text, of every invented filing."""
    files: dict[str, str] = {}
    for who in (ASCII, HTML):
        q = read_quarters(who.replace("-", "_"))
        for number, i in enumerate(range(5, 11), 1):
            end = date.fromisoformat(q.ends[i])
            filed = end + timedelta(days=24)
            items = ["Results of Operations and Financial Condition" if filed.year > 2002 else "Other events"]
            exhibit = "Financial statements and exhibits" if who == ASCII else "Financial Statements and Exhibits"
            docs = [("8-K", "The press release is attached as Exhibit 99.1."), ("EX-99.1", release(who, i, q))]
            files[f"{who}/{CIKS[who]}-{filed:%y}-{number:06d}.txt"] = submission(
                who, number, "8-K", [*items, exhibit], filed, end, docs
            )
        filed += timedelta(days=30)
        last = list(files)[-1]
        notice = [("8-K", "The Company has moved its principal offices to another street of the same town.")]
        files[f"{who}/{CIKS[who]}-{filed:%y}-000007.txt"] = submission(
            who, 7, "8-K", ["Other events"], filed, end, notice
        )
        if who == ASCII:  # the first print misstates net sales in its prose; the amendment corrects it
            said = "This amendment corrects net sales in the first paragraph."
            docs = [("8-K/A", said), ("EX-99.1", release(who, 10, q))]
            files[f"{who}/{CIKS[who]}-{filed:%y}-000008.txt"] = submission(who, 8, "8-K/A", items, filed, end, docs)
            right = f"Net sales were ${q.period(10, 1)['revenue'] / 1000:.1f} million"
            files[last] = files[last].replace(right, "Net sales were $4.1 million")
        else:  # cut in the middle of its balance sheet
            broken = files[last].replace("-000006", "-000009")
            files[last.replace("-000006", "-000009")] = broken[: broken.index("Total current assets") + 40]
    return files


def write(root: Path = RAW) -> None:
    for path, text in samples().items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)


if __name__ == "__main__":
    write()
