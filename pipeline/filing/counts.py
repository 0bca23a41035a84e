"""Counts in words, as prose and headings print them: "three months", "fifty-two weeks"."""

from __future__ import annotations

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
COUNTS = (
    {one: n for n, one in enumerate(_ONES, 1)}
    | _TENS
    | {f"{ten}-{one}": tens + n for ten, tens in _TENS.items() for n, one in enumerate(_ONES[:9], 1)}
)
