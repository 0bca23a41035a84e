"""Amounts are read in one spelling."""

import pytest

from pipeline.guidance.passages.spelling import in_one_spelling


@pytest.mark.parametrize(
    ("printed", "spelled"),
    [
        ("revenue of $12M to $13.5M", "revenue of $12 million to $13.5 million"),
        ("$10-12 mm, $285m-295m", "$10-12 million, $285 million-295 million"),
        ("$5 mil. to $6 mil.", "$5 million to $6 million"),
        ("$1.2bn to $1.3B", "$1.2 billion to $1.3 billion"),
        ("40.2M shares", "40.2 million shares"),
        ("3M products, 300mm wafers, $12 M&A costs", "3M products, 300mm wafers, $12 M&A costs"),
        ("US$ 12 million and 5 %", "$12 million and 5%"),
        ("5 million dollars", "$5 million"),
        ("between 10 and 12 million U.S. dollars", "between $10 and 12 million"),
        ("for 2016 and 15 million dollars", "for 2016 and $15 million"),
        ("in the neighborhood of $5", "about $5"),
        ("in the area of logistics", "in the area of logistics"),
        ("2014 revenue ranging from $4 to $5", "2014 revenue of $4 to $5"),
        ("expects growth of a range of 4% to 5%", "expects growth of 4% to 5%"),
        ("expects EPS in the $1.10 to $1.20 range", "expects EPS of $1.10 to $1.20"),
        ("to be in a range of $4 to $5", "to be in the range of $4 to $5"),
        ("Energy in the range of 9 to 11%", "Energy in the range of 9 to 11%"),
    ],
)  # fmt: skip
def test_spelling(printed: str, spelled: str) -> None:
    assert in_one_spelling(printed) == spelled
    assert in_one_spelling(spelled) == spelled
