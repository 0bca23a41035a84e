"""The glance at a text loses no metric that its pattern finds; the words in front name the part that a metric is of."""

import re

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pipeline.guidance.terms.basis import scope_of
from pipeline.guidance.terms.metrics import METRICS, metrics

PRINTABLE = st.characters(min_codepoint=32, max_codepoint=126)
WORDS = st.sampled_from([re.compile(words, re.IGNORECASE) for _, words, _ in METRICS]).flatmap(
    lambda words: st.from_regex(words, fullmatch=True, alphabet=PRINTABLE)
)


@settings(max_examples=100, suppress_health_check=list(HealthCheck))
@example("(loss) income")
@example("(loss) from operations")
@given(WORDS)
def test_every_wording_is_found_at_a_glance(text: str) -> None:
    plainly = any(re.search(rf"(?<![\w-])(?:{words})", text, re.IGNORECASE) for _, words, _ in METRICS)
    assert bool(metrics(text)) == plainly


def test_what_is_withdrawn_is_of_no_part() -> None:
    for text, scope in (("to withdraw adjusted earnings", None), ("rescinds its licensing revenue", "licensing")):
        (metric,) = metrics(text)
        assert scope_of(metric, text) == scope


def test_who_is_forecasting_names_no_part() -> None:
    for text, scope in (
        ("is forecasting capital spending", None),
        ("is forecasting drilling capital spending", "drilling"),
        ("stated United States revenue", "United States"),
        ("expects to reach revenue", None),
        ("expects to attain break-even EBITDA", None),
    ):
        (metric,) = metrics(text)
        assert scope_of(metric, text) == scope


def test_a_part_is_named_in_front_of_what_is_adjusted() -> None:
    for text, scope in (
        ("Cloud Adjusted EBITDA", "Cloud"),
        ("Marketing Services non-GAAP operating income", "Marketing Services"),
        ("Implied Adjusted EBITDA", None),
        ("Acme currently forecasts adjusted EBITDA", None),
        ("Third-quarter adjusted EBITDA", None),
    ):
        assert scope_of(metrics(text)[-1], text) == scope


def test_funds_from_operations_are_named_with_what_tells_them_apart() -> None:
    named = metrics(
        "We expect NAREIT-defined FFO of $2.00, Core FFO per share of $2.10, and adjusted funds from operations"
    )
    assert [metric.words for metric in named] == [
        "NAREIT-defined FFO", "Core FFO per share", "adjusted funds from operations"
    ]  # fmt: skip


def test_a_number_in_words_is_no_part() -> None:
    for text in ("expects to open ten new stores", "expects to open three more restaurants"):
        (metric,) = metrics(text)
        assert scope_of(metric, text) is None


def test_what_is_said_of_a_metric_is_no_part_in_any_form() -> None:
    for text in (
        "currently forecasts revenue",
        "is increasing revenue guidance",
        "achieving revenue",
        "targeted revenue",
        "previously issued revenue guidance",
        "our target remains operating margin",
        "an ongoing tax rate",
        "year-over-year sales",
        "the company's tax rate",
        "the Trust's tax rate",
    ):
        (metric,) = metrics(text)
        assert scope_of(metric, text) is None
