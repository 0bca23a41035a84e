"""Scopes that name the company itself, and so no part of it."""

from __future__ import annotations

import re

_WHOSE = re.compile(r"(?:.*\s)?(?P<name>\S+)['’]s?")


def without_own_name(scope: str | None, company: str | None) -> str | None:
    """A scope, unless it ends with the name of the company itself, of which Alder Foods Group has four: "Alder's",
    "AlderFoods'", "Foods'", "AFG's"; "Europe's" is a part."""
    whose = _WHOSE.fullmatch(scope or "")
    if whose is None or company is None:
        return scope
    words = [_letters(word) for word in company.split()]
    begun = [words[:count] for count in range(1, len(words) + 1)]
    named = {*words, *map("".join, begun), *("".join(word[:1] for word in some) for some in begun[1:])}
    return None if _letters(whose["name"]).removesuffix("s") in {name.removesuffix("s") for name in named} else scope


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name)).lower()
