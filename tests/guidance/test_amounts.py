"""Amounts as sentences print them."""

from decimal import Decimal

import pytest

from pipeline.guidance.terms.amounts import amounts

PRINTED = [
    ("revenue of $12.5 to $13.5 million", "12500000", "13500000", "range", "money"),
    ("between $.05 and $.09", "0.05", "0.09", "range", "money"),
    ("$850 million to $1.06 billion", "850000000", "1060000000", "range", "money"),
    ("$2.4 to 2.55 billion", "2400000000", "2550000000", "range", "money"),
    ("$62.0M-$70.0M", "62000000", "70000000", "range", "money"),
    ("$1,150 - $1,200", "1150", "1200", "range", "money"),
    ("$81 million to $77 million", "77000000", "81000000", "range", "money"),
    ("($300,000)-$3.6M", "-300000", "3600000", "range", "money"),
    ("$100 million, plus or minus 2%", "98000000", "102000000", "range", "money"),
    ("$3.685 billion, plus or minus $150 million", "3535000000", "3835000000", "range", "money"),
    ("45% plus or minus 1%", "44", "46", "range", "percent"),
    ("56%, plus or minus 50 basis points", "55.5", "56.5", "range", "percent"),
    ("36-38 %", "36", "38", "range", "percent"),
    ("10 -12%", "10", "12", "range", "percent"),
    ("down 2% to up 3%", "-2", "3", "range", "percent"),
    ("(2)% to 1%", "-2", "1", "range", "percent"),
    ("1% to -1%", "-1", "1", "range", "percent"),
    ("flat to -4%", "-4", "0", "range", "percent"),
    ("down 2% to -4%", "-4", "-2", "range", "percent"),
    ("$0.05 to -$0.02", "-0.02", "0.05", "range", "money"),
    ("10%--12%", "10", "12", "range", "percent"),
    ("-3% to -1%", "-3", "-1", "range", "percent"),
    ("flat to 2%", "0", "2", "range", "percent"),
    ("50 to 100 basis points", "50", "100", "range", "points"),
    ("a loss of $0.05 to earnings of $0.02 per share", "-0.05", "0.02", "range", "share"),
    ("a loss of $.05 to break-even", "-0.05", "0", "range", "money"),
    ("5 to 7 cents per share", "0.05", "0.07", "range", "share"),
    ("$.30 per share to $.35 per share", "0.30", "0.35", "range", "share"),
    ("$14.50 to $15.00 per Boe", "14.50", "15.00", "range", "rate"),
    ("($70) to ($61)", "-70", "-61", "range", "money"),
    ("approximately $2.1 billion", "2100000000", "2100000000", "approximate", "money"),
    ("~$50 million", "50000000", "50000000", "approximate", "money"),
    ("40% ~ 42%", "40", "42", "range", "percent"),
    ("US$50~60 million", "50000000", "60000000", "range", "money"),
    ("~5% to ~7%", "5", "7", "range", "percent"),
    ("≈ 5%", "5", "5", "approximate", "percent"),
    ("nearly $45 mil.", "45000000", "45000000", "approximate", "money"),
    ("$1.2 bil. to $1.3 bil. in 1999", "1200000000", "1300000000", "range", "money"),
    ("$45-50 mil", "45000000", "50000000", "range", "money"),
    ("4 to 5 pct. in 1999", "4", "5", "range", "percent"),
    ("at least $80 million", "80000000", None, "at_least", "money"),
    ("$10 million or more", "10000000", None, "at_least", "money"),
    ("not less than 20%", "20", None, "at_least", "percent"),
    ("up to $5 million", None, "5000000", "at_most", "money"),
    ("not to exceed $5 million", None, "5000000", "at_most", "money"),
    ("no more than 30%", None, "30", "at_most", "percent"),
    ("$1,050 to $1,080 million", "1050000000", "1080000000", "range", "money"),
    ("$950 to $1.1 billion", "950000000", "1100000000", "range", "money"),
    ("95 cents to $1.05 per share", "0.95", "1.05", "range", "share"),
    ("down 2% to down 4%", "-4", "-2", "range", "percent"),
    ("a loss of $0.08 to a loss of $0.05", "-0.08", "-0.05", "range", "money"),
    ("minus 1% to plus 2%", "-1", "2", "range", "percent"),
    ("a decrease 6 to 8 percent", "6", "8", "range", "percent"),
    ("margin 40 to 42 percent", "40", "42", "range", "percent"),
    ("eight to ten percent", "8", "10", "range", "percent"),
    ("€450 million", "450000000", "450000000", "point", "money"),
    ("108 million diluted shares", "108000000", "108000000", "point", "count"),
]


@pytest.mark.parametrize(("text", "low", "high", "form", "kind"), PRINTED)
def test_an_amount(text: str, low: str | None, high: str | None, form: str, kind: str) -> None:
    (amount,) = amounts(text)
    bounds = tuple(None if value is None else Decimal(value) for value in (low, high))
    assert (amount.low, amount.high, amount.form, amount.kind) == (*bounds, form, kind)


@pytest.mark.parametrize("text", ["by May 13, 2020", "in fiscal 2021", "a 53-week year", "Form 10-K", "at 4:30 p.m."])
def test_no_amount(text: str) -> None:
    assert not [amount for amount in amounts(text) if amount.kind != "count"]


def test_two_amounts_are_no_range() -> None:
    text = "third and fourth quarter revenue of $10 million and $12 million, respectively"
    assert [amount.low for amount in amounts(text)] == [Decimal(10_000_000), Decimal(12_000_000)]
