"""Names of states as cover pages print them, and the codes that headers use (EDGAR State and Country Codes)."""

from __future__ import annotations

import re

STATES = {
    "Alabama": "AL", "Alaska": "AK", "Arizona": "AZ", "Arkansas": "AR", "California": "CA", "Colorado": "CO",
    "Connecticut": "CT", "Delaware": "DE", "District of Columbia": "DC", "Florida": "FL", "Georgia": "GA",
    "Hawaii": "HI", "Idaho": "ID", "Illinois": "IL", "Indiana": "IN", "Iowa": "IA", "Kansas": "KS", "Kentucky": "KY",
    "Louisiana": "LA", "Maine": "ME", "Maryland": "MD", "Massachusetts": "MA", "Michigan": "MI", "Minnesota": "MN",
    "Mississippi": "MS", "Missouri": "MO", "Montana": "MT", "Nebraska": "NE", "Nevada": "NV", "New Hampshire": "NH",
    "New Jersey": "NJ", "New Mexico": "NM", "New York": "NY", "North Carolina": "NC", "North Dakota": "ND",
    "Ohio": "OH", "Oklahoma": "OK", "Oregon": "OR", "Pennsylvania": "PA", "Puerto Rico": "PR", "Rhode Island": "RI",
    "South Carolina": "SC", "South Dakota": "SD", "Tennessee": "TN", "Texas": "TX", "Utah": "UT", "Vermont": "VT",
    "Virginia": "VA", "Washington": "WA", "West Virginia": "WV", "Wisconsin": "WI", "Wyoming": "WY",
    "Bermuda": "D0", "Cayman Islands": "E9", "British Virgin Islands": "D8", "Marshall Islands": "1T",
    "Republic of the Marshall Islands": "1T", "Panama": "R1", "Ireland": "L2", "England and Wales": "X0",
    "Netherlands": "P7", "Switzerland": "V8", "Luxembourg": "N4", "Israel": "L3", "Puerto Rico, U.S.": "PR",
    "Ontario": "A6", "British Columbia": "A1", "Quebec": "A8", "Alberta": "A0", "Canada": "Z4",
}  # fmt: skip

_CODES = {re.sub(r"\W+", "", name).lower(): code for name, code in STATES.items()}
_FORM_OF_NAME = re.compile(r"^\s*(?:the\s+)?(?:state|commonwealth)\s+of\s+", re.IGNORECASE)


def state_code(printed: str) -> str | None:
    """The code of a state or country printed in any case; null where none is known."""
    bare = _FORM_OF_NAME.sub("", printed).strip(" .,:_-")
    if bare.upper() in STATES.values():
        return bare.upper()
    return _CODES.get(re.sub(r"\W+", "", bare).lower())
