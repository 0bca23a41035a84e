"""The name of a company as titles and headings print it, told from its form."""

from __future__ import annotations

import re

_FORM = re.compile(  # and what stands beside a name without being of it
    r"\b(?:the|and|its|subsidiar\w+|compan\w+|inc(?:orporated)?|corp(?:oration)?|co|llc|ltd|limited|plc|preliminary)\b"
    r"|\([^()]*\)|[^a-z0-9 ]"
)


def without_form(name: str) -> str:
    """ "Oak Corp. and Subsidiaries" and "Oak Corporation (Note 1)" are "oak"."""
    return " ".join(_FORM.sub("", name.lower()).split())
