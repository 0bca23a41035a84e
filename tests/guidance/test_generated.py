"""Generated sentences of guidance are read back: verb x metric x form of amount x form of period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.records import Expectation
from tests.guidance.test_cases import opened, read

DAY = date(2021, 7, 28)  # a calendar-year company has just reported its second quarter


@dataclass(frozen=True)
class Metric:
    words: str
    name: str
    unit: str
    basis: str = "unstated"


@dataclass(frozen=True)
class Amount:
    words: str
    low: Decimal | None
    high: Decimal | None
    form: str


METRICS = st.sampled_from([
    Metric("revenue", "revenue", "USD"),
    Metric("net sales", "revenue", "USD"),
    Metric("total revenues", "revenue", "USD"),
    Metric("adjusted EBITDA", "ebitda", "USD", "non_gaap"),
    Metric("operating income", "operating_income", "USD"),
    Metric("GAAP operating expenses", "operating_expenses", "USD", "gaap"),
    Metric("capital expenditures", "capital_expenditures", "USD"),
    Metric("free cash flow", "free_cash_flow", "USD", "non_gaap"),
    Metric("gross margin", "gross_margin", "percent"),
    Metric("non-GAAP gross margin", "gross_margin", "percent", "non_gaap"),
    Metric("the effective tax rate", "effective_tax_rate", "percent"),
    Metric("diluted earnings per share", "eps", "USD/share"),
    Metric("adjusted EPS", "eps", "USD/share", "non_gaap"),
    Metric("net income per diluted share", "eps", "USD/share"),
])  # fmt: skip
PERIODS = st.sampled_from([
    ("the third quarter of 2021", date(2021, 7, 1), date(2021, 9, 30)),
    ("the third quarter", date(2021, 7, 1), date(2021, 9, 30)),
    ("the fourth quarter of fiscal 2021", date(2021, 10, 1), date(2021, 12, 31)),
    ("Q4 2021", date(2021, 10, 1), date(2021, 12, 31)),
    ("the quarter ending September 30, 2021", date(2021, 7, 1), date(2021, 9, 30)),
    ("the September quarter", date(2021, 7, 1), date(2021, 9, 30)),
    ("the full year 2021", date(2021, 1, 1), date(2021, 12, 31)),
    ("fiscal 2022", date(2022, 1, 1), date(2022, 12, 31)),
    ("the second half of 2021", date(2021, 7, 1), date(2021, 12, 31)),
    ("the remainder of 2021", date(2021, 7, 1), date(2021, 12, 31)),
    ("the year", date(2021, 1, 1), date(2021, 12, 31)),
    ("the current quarter", date(2021, 7, 1), date(2021, 9, 30)),
])  # fmt: skip
SENTENCES = st.sampled_from([
    "The Company expects {metric} {to} {amount} for {period}.",
    "For {period}, the Company expects {metric} {to} {amount}.",
    "We anticipate that {metric} will be {amount} in {period}.",
    "In {period}, {metric} should be {amount}.",
    "{Metric} for {period} is expected to be {amount}.",
    "{Metric} is projected to be {amount} for {period}.",
    "The Company is targeting {metric} {to} {amount} in {period}.",
    "Guidance for {period}: {metric} of {amount}.",
    "The Company reported a good quarter. For {period}, {metric} is forecast to be {amount}.",
])  # fmt: skip
NUMBERS = {
    "USD": st.tuples(st.integers(10, 9999), st.sampled_from(["million", "billion"])),
    "percent": st.tuples(st.integers(1, 990), st.just("")),
    "USD/share": st.tuples(st.integers(1, 999), st.just("")),
}
SCALE = {"million": Decimal(10**6), "billion": Decimal(10**9), "": Decimal(1)}


@st.composite
def expected_amounts(draw: st.DrawFn, unit: str) -> Amount:
    figure, power = draw(NUMBERS[unit])
    digits = 2 if unit == "USD/share" else 1
    low = Decimal(figure).scaleb(-digits)
    high = low + Decimal(draw(st.integers(1, 90))).scaleb(-digits)
    sign, end = ("", "%") if unit == "percent" else ("$", f" {power}".rstrip())
    one, two = f"{sign}{low}{end}", f"{sign}{high}{end}"
    short = f"{sign}{low}" if unit != "percent" else f"{low}"
    scale = SCALE[power]
    bounds = (low * scale, high * scale)
    point = (bounds[0], bounds[0])
    return draw(
        st.sampled_from([
            Amount(f"{one} to {two}", *bounds, "range"),
            Amount(f"{short} to {two}", *bounds, "range"),
            Amount(f"between {one} and {two}", *bounds, "range"),
            Amount(f"in the range of {one} to {two}", *bounds, "range"),
            Amount(f"{short}-{two}", *bounds, "range"),
            Amount(f"approximately {one}", *point, "approximate"),
            Amount(one, *point, "point"),
            Amount(f"at least {one}", bounds[0], None, "at_least"),
            Amount(f"more than {one}", bounds[0], None, "at_least"),
            Amount(f"up to {one}", None, bounds[0], "at_most"),
        ])
    )  # fmt: skip


def only(text: str) -> Expectation:
    (item,) = read(opened(text, DAY, is_release=True))
    return item


@settings(max_examples=300, deadline=None)
@given(SENTENCES, METRICS, PERIODS, st.data())
def test_a_sentence_is_read_back(
    sentence: str, metric: Metric, period: tuple[str, date, date], data: st.DataObject
) -> None:
    amount = data.draw(expected_amounts(metric.unit))
    to = "in" if amount.words.startswith("in the range") else "of"
    words = amount.words.removeprefix("in ") if "{to}" in sentence else amount.words
    text = sentence.format(
        metric=metric.words, Metric=metric.words[0].upper() + metric.words[1:], to=to, amount=words, period=period[0]
    )
    item = only(text)
    assert (item.metric, item.unit, item.basis) == (metric.name, metric.unit, metric.basis)
    assert (item.low, item.high, item.form) == (amount.low, amount.high, amount.form)
    assert (item.period_start, item.period_end) == period[1:]
    assert text[item.char_start : item.char_end] == item.sentence


@settings(max_examples=150, deadline=None)
@given(st.lists(METRICS, min_size=2, max_size=4, unique_by=lambda metric: metric.name), PERIODS, st.data())
def test_several_metrics_in_one_sentence(
    metrics: list[Metric], period: tuple[str, date, date], data: st.DataObject
) -> None:
    amounts = [data.draw(expected_amounts(metric.unit)) for metric in metrics]
    parts = [f"{m.words} of {a.words.removeprefix('in ')}" for m, a in zip(metrics, amounts, strict=True)]
    text = f"For {period[0]}, the Company expects {', '.join(parts[:-1])} and {parts[-1]}."
    items = read(opened(text, DAY, is_release=True))
    said = [(m.name, m.unit, m.basis, a.low, a.high) for m, a in zip(metrics, amounts, strict=True)]
    assert [(i.metric, i.unit, i.basis, i.low, i.high) for i in items] == said
    assert {(i.period_start, i.period_end) for i in items} == {period[1:]}


@settings(max_examples=100, deadline=None)
@given(METRICS, st.data())
def test_the_former_range_is_not_the_new_one(metric: Metric, data: st.DataObject) -> None:
    new, old = data.draw(expected_amounts(metric.unit)), data.draw(expected_amounts(metric.unit))
    text = (
        f"For the full year 2021, the Company now expects {metric.words} of {new.words.removeprefix('in ')}, "
        f"compared to its previous guidance of {old.words.removeprefix('in ')}."
    )
    item = only(text)
    assert (item.metric, item.low, item.high) == (metric.name, new.low, new.high)


@settings(max_examples=60, deadline=None)
@given(METRICS, st.data())
def test_what_was_is_no_expectation(metric: Metric, data: st.DataObject) -> None:
    amount, before = data.draw(expected_amounts(metric.unit)), data.draw(expected_amounts(metric.unit))
    text = (
        f"{metric.words[0].upper()}{metric.words[1:]} was {amount.words} in the second quarter of 2021, compared to "
        f"{before.words} in the second quarter of 2020."
    )
    assert read(opened(text, DAY, is_release=True)) == ()
