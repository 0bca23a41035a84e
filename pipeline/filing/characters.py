"""What characters print: blanks that set columns, bullets, characters of other forms and of no width."""

from __future__ import annotations

import re

NBSP = "\u00a0"
BULLET = "•"  # of a list's point, as it is read
BULLETS = frozenset("•·▪▫●■□◦○°º‣⁃►▶➢➤✓✔❖§Ø*–—-")  # in front of the points of a list
COLUMN_GAP = re.compile(f"[{NBSP}\u2000-\u200a\u202f\u205f\u3000]{{3,}}")
UNPRINTED = frozenset("\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202d\u2060\ufeff\u00ad")  # joiners, soft hyphens
# Bullets as symbol fonts number them, and what East Asian keyboards write wide.
PLAIN_FORMS = str.maketrans("\uf0b7\uf0a7\uf0a8\uf076\uf0d8\uf0fc\uff08\uff09\uff0c\uff0e\uff04\uff05", "••••••(),.$%")
_CHARACTERS = str.maketrans(dict.fromkeys(UNPRINTED, "")) | PLAIN_FORMS
_IS_ANY = re.compile(f"[{''.join(map(chr, _CHARACTERS))}]")


def blanks_at_end(text: str) -> int:
    """How many blanks print for those at the end of a text: a run of no-break ones sets columns, others are one."""
    count = len(text) - len(text.rstrip())
    return count if COLUMN_GAP.search(text, len(text) - count) else 1


def cleaned(text: str) -> str:
    """Text without characters that print nothing, others as such; most has none of them, and `translate` is costly."""
    return text.translate(_CHARACTERS) if _IS_ANY.search(text) else text
