"""Sentences of running text with their places; in HTML a line is a block, in fixed width a blank line ends one, but
where all of a text is in double spacing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.filing.characters import BULLETS
from pipeline.filing.patterns import ANY_CASE

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_DOUBLE_SPACED = re.compile(r"[^\n]*\S[^\n]*(?:\n(?:[ \t]*\n)?[^\n]*\S[^\n]*)*")
_GOES_ON = re.compile(r"\n[ \t]*\n[ \t]*[a-z]{2}")  # a sentence, below a blank line
_OFTEN = 4
_BULLET = (  # "• Sales", "•Sales", "o Sales"
    rf"(?:(?:[{re.escape(''.join(sorted(BULLETS)))}]|--|o(?=\s{{2}}|\t|\s[A-Z$]))\s+|[•●■▪◦►➢✓](?=[A-Z$“\"]))"
)
# What ends a sentence, by the character at which a search stops; `kept`: that character belongs to the sentence.
_END = r"(?<=[.!?])(?P<kept>)[\"”’)]*\s++(?=[\"“(]?[A-Z$•])"
_POINT = r"\(?(?:[A-Z]|\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+"  # "A. ", "(1) ", "ii) "
_NEXT_BULLET = rf"(?<=\n)\s*+(?={_BULLET})|(?<=[;:.])(?:\s+and)?\s*\n\s*+(?={_POINT}[A-Z])"
_NEXT_BLOCK = (
    r"(?<=\n)(?<![,;].)(?<!\bthe.)(?<!\b(?:of|to|in|or|by|at|on).)(?<!\b(?:and|for).)(?<!\b(?:from|with).)"
    r"(?=\s*+[\"“(]?[A-Z])"
)
# Below a headline, "Oak Raises 1999 Guidance", what its results were; no rest of it: "to $1.20", "For the Year".
_NEXT_HEADLINE = (
    r"(?i:(?<=guidance.)|(?<=outlook.)|(?<=forecast.)|(?<=estimates.)|(?<=expectations.)|(?<=target.)|(?<=targets.))"
    r"(?=\s{8,}(?!(?i:to|for|of|on|in|by|from|and|as|at|with|per|range|growth)\b)[A-Z\d])"
)
_ENDS = {
    "text": re.compile(rf"[.!?;:\n](?:{_NEXT_BULLET}|{_END}|{_NEXT_HEADLINE})", re.DOTALL),
    "html": re.compile(rf"[.!?;:\n](?:{_NEXT_BULLET}|{_END}|{_NEXT_BLOCK})", re.DOTALL),
}
_BULLETS = BULLETS | {"o"}  # what a bullet begins with
_BULLETED = re.compile(_BULLET)
_MARK = re.compile(r"\((?:\d{1,2}|[a-z]|[ivx]{1,4})\)\s+(?=[A-Z$\d])")  # of a point in a list: "(2) Revenue of"
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Co|Ltd|Mr|Ms|Mrs|Dr|No|St|approx|adj|vs|U\.S|(?<!/)[A-Z])|\be\.g|\bi\.e)\.$", ANY_CASE
)
# "adjusted EPS(2) of", "DCF1 of"; raised, it stands off: "Adjusted EBITDA (1) of", "free cash flow 2 is"
_NOTE_MARK = re.compile(
    r"\((?<=[A-Za-z]\()\d{1,2}\)(?=[\s,.;:)]|$)|\s\(\d\)(?=\s(?:guidance|of|to be|between)\s)"
    r"|(?<=\)) \(\d\)(?= )|[⁰¹²³⁴-⁹]|(?<=adjusted) [1-9](?= (?:diluted|ebitda|eps|earnings|net|operating|free|gross)\b)"
    r"|\b(?P<of>ebitdax?|eps|a?ffo|share|flow|income|earnings|margin|revenues?|sales|costs?|expenses?|expenditures|growth|rate"
    r"|dcf|noi|aisc)(?:(?: ?\([1-9]\))+| ?[1-9](?:, ?[1-9])*)"
    r"(?= (?:of|range|in (?:the|a) range|is|are|between|expected|projected|will|should|to be)\b"
    r"| (?:margin|growth|guidance|outlook|per|for)\b| to \$[\d.,]+ ?(?:[-–]|to\b))",
    ANY_CASE,
)
_BROKEN = re.compile(r"(?<=[A-Za-z])-[ \t]*\n[ \t]*(?=[a-z])")  # a word of two, at its hyphen: "stock-based"
_PER_CENT = re.compile(r"\bper cent\b")
_MAY_BE_MARKED = re.compile(r"[1-9(⁰¹²³⁴-⁹](?:(?<=\()\d|(?:(?<= [1-9])|(?<=[a-zA-Z]{2}[1-9]))[ ,]|(?<=[⁰¹²³⁴-⁹]))")
_QUOTES = ("“", '"')  # a quotation that opens behind "Inc." begins a sentence
_LONGEST = 1500  # characters; more is a table or a list of risks


class Sentence(NamedTuple):
    """`text` has its blanks single, "percent" in one word, no bullet in front, no marks of notes behind words; it
    stands at `start` to `end` of the document's text."""

    text: str
    start: int
    end: int
    is_bullet: bool


def sentences(text: str, start: int, end: int, form: str) -> Iterator[Sentence]:
    """Sentences of a stretch of a document of `form` text or html, in printed order."""
    lines = _PARAGRAPH if form == "html" or len(_GOES_ON.findall(text, start, end)) < _OFTEN else _DOUBLE_SPACED
    for paragraph in lines.finditer(text, start, end):
        first = paragraph.start()
        for stop in _ENDS[form].finditer(text, paragraph.start(), paragraph.end()):
            end = stop.start() if stop["kept"] is None else stop.start("kept")
            if (
                text[end - 1] == "."
                and "\n" not in stop[0]
                and text[stop.end() : stop.end() + 1] not in _QUOTES
                and _ABBREVIATION.search(text[max(first, end - 8) : end])
            ):
                continue
            if sentence := _sentence(text, first, end):
                yield sentence
            first = stop.end()
        if sentence := _sentence(text, first, paragraph.end()):
            yield sentence


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    """The sentence that a stretch of text prints; null where it prints none, or more than one."""
    words = text[start:end].lstrip()
    if not words or end - start > _LONGEST:
        return None
    start = end - len(words)
    bullet = _BULLETED.match(text, start, end) if words[0] in _BULLETS else None
    if bullet:
        start = bullet.end()
        words = text[start:end]
    elif words[0] == "(" and (mark := _MARK.match(text, start, end)):
        start = mark.end()
        words = text[start:end]
    words = words.rstrip()
    if not words:
        return None
    text = " ".join(_BROKEN.sub("-", words).split())
    if "per cent" in text:
        text = _PER_CENT.sub("percent", text)
    if _MAY_BE_MARKED.search(text):
        text = _NOTE_MARK.sub(lambda match: match["of"] or "", text)
    return Sentence(text, start, start + len(words), bullet is not None)
