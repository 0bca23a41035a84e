r"""Patterns that fail fast: readers look for rare words in much text, so most places must be passed over at a glance.

`\b(?:months?|quarters?)` tries every alternative wherever a word begins or ends. What is made here looks at one
character first. Both are meant for patterns of either case.
"""

from __future__ import annotations

import re
from collections import defaultdict

ANY_CASE = re.IGNORECASE | re.ASCII  # for English words where blanks are plain: Unicode's tables take far longer


def words(*alternatives: str) -> str:
    r"""`\b(?:alternatives)`, for alternatives that each begin with a small letter, a figure or `\d`.

    One set of characters stands in front, by which a search runs, then each alternative under its own first character.
    """
    rests: dict[str, list[str]] = defaultdict(list)
    for alternative in alternatives:
        begins = alternative[: 2 if alternative.startswith("\\") else 1]
        rests[begins].append(alternative[len(begins) :])
    first = {begins: begins if begins == r"\d" else begins + begins.upper() for begins in rests}
    behind = "|".join(rf"(?-i:(?<=[{first[begins]}]))(?:{'|'.join(rest)})" for begins, rest in rests.items())
    return rf"(?-i:[{''.join(first.values())}])(?<!\w.)(?:{behind})"


def at_word(letters: str, pattern: str) -> str:
    r"""`\b(?:pattern)`, for a pattern that begins with one of these small letters, or with a figure (`0-9`)."""
    return rf"(?<!\w)(?-i:(?=[{letters}{letters.upper()}]))(?:{pattern})"


def not_behind(*texts: str) -> str:
    """What stands right behind none of these texts."""
    return "".join(f"(?<!{text})" for text in texts)
