"""The words of a line's label without what marks its notes."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE
from pipeline.tables.words import MONTHS

_MARK = r"(?:\d{1,2}|[a-z])"
_MARKS = rf"{_MARK}(?:\s?,\s?{_MARK}\b|\s?&\s?(?:\d{{1,2}}|(?-i:[a-z]))\b)*"  # "1", "a, b", "a & b", but not "R&D"
_NOTE_NUMBER = r"(?:\d{1,2}(?:\s?\(?[a-z]\)?)?|[a-z])"  # "4", "4c", "4(c)"
_NOTES = rf"notes?\s{_NOTE_NUMBER}"
_FOOTNOTE = (
    rf"\s*(?:\(\s*(?:{_MARKS}|(?-i:[ivx]{{2,4}})|{_NOTES}(?:(?:,|\sand|\s&)\s?{_NOTE_NUMBER})*)\s*\)"
    r"|\(see\s(?:accompanying\s|attached\s)?(?:foot)?notes?\b[^()]*\)"
    rf"|\[(?:{_MARK}|{_NOTES})\]|<\d>|\*+|[†‡§¹²³⁴⁵⁶⁷⁸⁹]+)"
)
_FOOTNOTES = re.compile(rf"(?<![$£€]){_FOOTNOTE}(?:(?:,|\sand|\s&)?{_FOOTNOTE})*(?=\s|$|,|:)", ANY_CASE)
_ABBREVIATED = re.compile(  # ends in a point that is no leader: "Inc.", "L.P."
    r"\b(?:inc|corp|co|ltd|etc|[a-z]\.\s?[a-z])(?=\.[. ]*$)", ANY_CASE
)
_FOOTNOTE_SIGN = re.compile(r"[(\[<*†‡§¹²³⁴⁵⁶⁷⁸⁹]")
_NUMBERED = f"class|level|note|number|phase|series|stage|step|suite|tier|type|unit|{MONTHS}"
_RAISED = re.compile(  # a superscript, set off by a blank: "Profit 1", "Profit a", but "Tier 1" and "January 1"
    rf" (?:[1-9]|(?-i:[a-h]))(?=:?$)(?<=[a-z)] .){''.join(rf'(?<!{word} .)' for word in _NUMBERED.split('|'))}",
    ANY_CASE,
)


@lru_cache(maxsize=1 << 13)  # companies share most of their labels
def clean_label(text: str) -> str:
    """A label without footnote marks, its blanks single."""
    if _FOOTNOTE_SIGN.search(text):
        text = _FOOTNOTES.sub("", text)
    words = " ".join(text.split()).strip(" .")
    if words.endswith("$"):  # of the number beside it, perhaps behind leaders
        words = words[:-1].rstrip(" .")
    return f"{words}." if _ABBREVIATED.search(text) else _RAISED.sub("", words)
