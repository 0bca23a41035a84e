"""Scale in words, as the captions and rows of statements have it."""

import pytest

from pipeline.statements.scale import (
    Scale,
    is_of_shares_alone,
    is_scale_words,
    read_scale,
    read_scale_below,
    scale_of_heading,
    scale_of_row,
)

SCALES = {
    "(000's omitted)": (1_000, 1_000),
    "($ in 000s, except EPS)": (1_000, 1_000),
    "(US$000's except share data)": (1_000, 1),
    "Thousands of U.S. dollars": (1_000, 1_000),
    "($'s in thousands)": (1_000, 1_000),
    "(Rounded to the nearest thousand)": (1_000, 1_000),
    "USD thousands": (1_000, 1_000),
    "(in K)": (1_000, 1_000),
    "(in mm)": (1_000_000, 1_000_000),
    "(in mm, except shares and per share amounts)": (1_000_000, 1),
    "($ in MM, except per share data)": (1_000_000, 1_000_000),
    "($MM)": (1_000_000, 1_000_000),
    "(Millions, except per share)": (1_000_000, 1_000_000),
    "(Dollars in billions)": (1_000_000_000, 1_000_000_000),
    "(Dollars in thousands, except for earnings per share)": (1_000, 1_000),
    "(In thousands, except share and per share data)": (1_000, 1),
    "(In thousands, except unit and per unit data)": (1_000, 1),
    "(In thousands, except per-unit amounts)": (1_000, 1_000),
    "(Amounts in thousands, except number of shares and per share data)": (1_000, 1),
    "(Dollars in millions, shares in thousands)": (1_000_000, 1_000),
    "(Dollar amounts and shares in thousands)": (1_000, 1_000),
    "(RMB and shares in thousands)": (1_000, 1_000),
    "(Figures and shares in millions)": (1_000_000, 1_000_000),
}


@pytest.mark.parametrize("words", SCALES)
def test_words_of_scale(words: str) -> None:
    assert read_scale(words, "caption") == Scale(*SCALES[words], "caption")
    assert is_scale_words(words)
    assert not is_of_shares_alone(words)


@pytest.mark.parametrize(
    "words", ["(unaudited)", "net of $200,000 reserved", "a net loss of $1.2 million", "Net sales", "(in M tons)"]
)
def test_words_of_none(words: str) -> None:
    assert read_scale(words, "caption") is None


@pytest.mark.parametrize(
    "words", ["(shares in thousands)", "Share amounts in thousands", "(unaudited, shares in millions)"]
)
def test_words_of_share_counts_alone(words: str) -> None:
    assert is_of_shares_alone(words)


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("Financial Condition (at quarter end, in billions)", 1_000_000_000),
        ("Balance sheet data ($ in thousands):", 1_000),
        ("Passengers (in thousands)", None),
        ("Tons sold (in thousands)", None),
        ("Shares (in millions):", None),
    ],
)
def test_only_a_heading_of_money_scales_the_amounts_below(words: str, amounts: int | None) -> None:
    assert scale_of_heading(words) == amounts


@pytest.mark.parametrize(
    ("label", "amounts"),
    [
        ("Net sales (000's)", 1_000),
        ("Net income available to common shares (in millions)", 1_000_000),
        ("Notes payable due 2008 (in thousands)", 1_000),
        ("Common stock, issued 45,210 and 45,100 shares (in thousands)", None),
        ("Treasury stock, 1.2 shares (millions), at cost", None),
        ("Paid-in capital, net of $4 (in thousands) of costs", None),
    ],
)
def test_a_label_may_tell_the_scale_of_shares_or_of_an_amount_in_it(label: str, amounts: int | None) -> None:
    assert scale_of_row(label) == amounts


@pytest.mark.parametrize(
    ("below", "amounts"),
    [
        ("\n\n(1) In thousands, except per share data\n", 1_000),
        ("  =====  =====\n* Amounts in millions, except per share amounts\n", 1_000_000),
        ("(a) Restated for a\nsplit in May.\n(b) Dollars in thousands.\n", 1_000),
        ("Note: All amounts are in thousands of dollars except per share amounts.", 1_000),
        ("See accompanying notes.\n(unaudited; in thousands, except per share data)", 1_000),
        ("(000's omitted)", 1_000),
        ("OAK CORP.\nSELECTED DATA\n(in thousands)", None),
        ("(1) In thousands of tons", None),
        ("(1) In 2003, the company bought 2 million shares.", None),
        ("In millions of shares", None),
        ("(1) In thousands, shares of both classes", None),
        ("In millions of homes, Oak flour is on the shelf.", None),
        ("Note: (000's omitted) in share counts", None),
    ],
)
def test_lines_below_a_table(below: str, amounts: int | None) -> None:
    found = read_scale_below(below, (), ends_at_table=False)
    assert (found and found.amounts) == amounts


@pytest.mark.parametrize("mark", ["(1)", "*"])
def test_a_note_to_a_line_is_none_to_its_table(mark: str) -> None:
    assert read_scale_below(f"\n{mark} In thousands\n", [f"Average shares {mark}"], ends_at_table=False) is None


@pytest.mark.parametrize(("ends_at_table", "is_own"), [(True, False), (False, True)])
def test_a_line_right_above_the_next_table_is_its_caption(*, ends_at_table: bool, is_own: bool) -> None:
    found = read_scale_below("\n(in thousands)\n", (), ends_at_table=ends_at_table)
    assert (found is not None) == is_own
