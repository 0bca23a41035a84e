"""What a release says of its own figures, in words: each claim is worked out from the figures it speaks of."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from tests.samples.catalogue import SampleFiling
from tests.samples.statements import figures, to_date, year_before

ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}


def day(value: date) -> str:
    """'June 30, 2003'."""
    return f"{value:%B} {value.day}, {value.year}"


def quarter_name(filing: SampleFiling, quarter: str) -> str:
    """'third quarter of 2003', or '... of fiscal 2020' where the fiscal year is not the calendar's."""
    fiscal = "" if filing.registrant.fiscal_year_end == "1231" else "fiscal "
    return f"{ORDINALS[quarter[-1]]} quarter of {fiscal}{quarter[:4]}"


def span_name(quarters: tuple[str, ...]) -> str:
    """'six months', 'fiscal year'."""
    return {2: "six months", 3: "nine months", 4: "full year"}[len(quarters)]


def millions(thousands: Decimal) -> str:
    """'$12.6 million' of thousands of dollars."""
    return f"${(thousands / 1000).quantize(Decimal('0.1'), ROUND_HALF_UP)} million"


def dollars_a_share(filing: SampleFiling, value: Decimal) -> str:
    """'$.06' in the releases of 2003, '$0.06' in those of 2020."""
    printed = f"{abs(value):.2f}"
    return f"${printed.removeprefix('0') if filing.filed_on.year < 2010 else printed}"


def change(now: Decimal, before: Decimal) -> str:
    """'up 12% from' the figure before."""
    percent = ((now / before - 1) * 100).quantize(Decimal(1), ROUND_HALF_UP)
    if not percent:
        return "level with"
    return f"{'up' if percent > 0 else 'down'} {abs(percent)}% from"


def claims(filing: SampleFiling) -> dict[str, str]:
    """Sentences about the quarter, the year to date and the balance sheet, by the name that a template has for them."""
    now, before = (filing.quarter,), (year_before(filing.quarter),)
    longer = to_date(filing.quarter)
    of_year = f"the {quarter_name(filing, before[0])}"
    said = {
        "sales": _sales(filing, f"the {quarter_name(filing, filing.quarter)}", now, before, of_year),
        "margin": _margin(filing, now, before, of_year),
        "income": _income(filing, now, before, of_year),
        "cash": _cash(filing),
        "to_date": "",
    }
    if len(longer) > 1:
        earlier = to_date(year_before(filing.quarter))
        span = f"the {span_name(longer)} ended {day(figures(filing.registrant.key).ends[filing.quarter])}"
        said["to_date"] = " ".join(
            [
                _sales(filing, span, longer, earlier, "the corresponding period a year earlier"),
                _income(filing, longer, earlier, "the corresponding period a year earlier"),
            ]
        )
    return said


def _amount(filing: SampleFiling, line: str, quarters: tuple[str, ...], statement: str = "income") -> Decimal:
    value = figures(filing.registrant.key).over(statement, line, quarters)
    return value if value is not None else Decimal()


def _sales(filing: SampleFiling, span: str, now: tuple[str, ...], before: tuple[str, ...], then: str) -> str:
    name = "Net sales" if _sells(filing) else "Revenue"
    current, former = (_amount(filing, "revenue", quarters) for quarters in (now, before))
    compared = f"{change(current, former)} {millions(former)} in {then}"
    return f"{name} for {span} {_was(name)} {millions(current)}, {compared}."


def _margin(filing: SampleFiling, now: tuple[str, ...], before: tuple[str, ...], then: str) -> str:
    percent = []
    for quarters in (now, before):
        share = _amount(filing, "gross_profit", quarters) / _amount(filing, "revenue", quarters)
        percent.append((100 * share).quantize(Decimal("0.1"), ROUND_HALF_UP))
    whole = "net sales" if _sells(filing) else "revenue"
    return f"Gross margin was {percent[0]}% of {whole}, compared to {percent[1]}% in {then}."


def _income(filing: SampleFiling, now: tuple[str, ...], before: tuple[str, ...], then: str) -> str:
    charge = _amount(filing, "restructuring", now)
    after = f", after a restructuring charge of {millions(charge)}" if charge else ""
    return f"{_result(filing, now).capitalize()}{after}, compared to {_result(filing, before, verb=False)} in {then}."


def _result(filing: SampleFiling, quarters: tuple[str, ...], verb: bool = True) -> str:
    income = _amount(filing, "net_income", quarters)
    a_share = _amount(filing, "eps_diluted", quarters)
    name = "net income" if income > 0 else "net loss"
    of = "diluted share" if income > 0 else "share"
    return f"{name}{' was' if verb else ' of'} {millions(abs(income))}, or {dollars_a_share(filing, a_share)} per {of}"


def _cash(filing: SampleFiling) -> str:
    known = figures(filing.registrant.key)
    held = _amount(filing, "cash", (filing.quarter,), "balance")
    name = "Cash and cash equivalents"
    if ("balance", "short_term_investments") in known.of_line:
        held += _amount(filing, "short_term_investments", (filing.quarter,), "balance")
        name = "Cash, cash equivalents and short-term investments"
    return f"{name} were {millions(held)} at {day(known.ends[filing.quarter])}."


def _sells(filing: SampleFiling) -> bool:
    return filing.registrant.key == "fictional_fasteners"


def _was(name: str) -> str:
    return "were" if name.endswith("s") else "was"
