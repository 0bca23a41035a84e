"""The words of claims: what may stand between a figure's name and its amount, and how a comparison is told."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE

_ROSE = r"jumped|climbed|surged|soared|advanced"
_FELL = r"dropped|slipped|dipped"

# In front of a figure's name: what leaves it the whole company's ("total", "our"), not a part ("product", "European").
WHOLE = re.compile(
    r"(?:^|[.,;:–—-]|\b(?:and|with|on|of|had|reports?|reported|posts?|posted|announced|recorded|achieved|generated"
    r"|earned|earning|that|while"
    r"|the|a|an|its|our|their|company['’]s|total|consolidated|quarterly|record|annual|reported"
    r"|(?<!\d\s)(?<!\d\sfully\s)(?<!cents\s)(?<!cents\sfully\s)diluted|quarter|year|period|months|weeks|\d{4}))\s*$",
    ANY_CASE,
)
# Behind it: what makes it a part again.
PART = re.compile(
    r"\s*(?:from|in|at|for|of|by)\s+(?!(?:the\s+)?(?:\w+\s+)?(?:first|second|third|fourth|quarter|year|six|nine|three"
    r"|twelve|thirteen|fiscal|same|full|current|prior|period"
    r"|\d|[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]un|[Jj]ul|[Aa]ug|[Ss]ep|[Oo]ct|[Nn]ov|[Dd]ec)|\$|approximately)"
    r"|\s*(?:growth|recognition|mix|force|cycle|per\b(?!\s+(?:\w+\s+){0,2}share)|backlog|margin|line|run)",
)
# All else that may stand between the name and the amount, once periods and amounts are taken out.
FILLER = re.compile(
    r"[\s,;:()–—-]|\bof\s+(?:net\s+|total\s+)?(?:revenues?|sales)\b"
    r"|\b(?:was|were|is|are|of|totaled|totalled|totaling|totalling|amounted|amounting|to|reached|came|in|at|for|during"
    r"|the|a|an|and|or|up|down|by|from|on|as"
    r"|increas(?:ed?|es|ing)|rose|rising|grew|grow|growing|growth|decreas(?:ed?|es|ing)|declin(?:ed?|es|ing)|fell"
    r"|falling|higher|lower|improved|improving"
    rf"|{_ROSE}|{_FELL}|sequentially|set"
    r"|compar(?:ed|es|ing)|with|versus|vs\.?|against|record|approximately|about|over|than|more|less|nearly|same|also"
    r"|which|that|representing|reported|company|common|fully"
    r"|diluted|basic|per|each|share|our|its|it|had|net|income|loss|earnings|level|profit|slightly|just)\b",
    ANY_CASE,
)
NO_WHOLE = re.compile(r"\b(?:previous|prior|former)\s+(?:\w+\s+)?$", ANY_CASE)  # "our previous quarterly revenue"
# Amounts that tell by how much a figure moved: "increased by $2.4 million", "or $0.8 million" behind a percentage.
MOVED_BY = re.compile(
    rf"\b(?:{_ROSE}|{_FELL}|(?:in|de)creas\w*|rose|grew|fell|declin\w*|improv\w*|gr(?:e|o)w\w*|higher|lower|up"
    r"|down)\s+(?:(?:by|of|approximately|about|or|an?)\s+)*$",
    ANY_CASE,
)
MOVES = re.compile(r"\s*(?:of\s+)?(?:in|de)crease|\s*(?:higher|lower|more|less|growth|decline|improvement)\b", ANY_CASE)
COMPARES = re.compile(
    r"\b(?:compar(?:ed|es|ing)\s+(?:to|with)|versus|vs\.?|against"
    r"|(?:up|down|(?:in|de)creas\w*|rose|rising|grew|fell|declin\w*|improv\w*)\s+(?:\w+\s+)?from|from|than)\b",
    ANY_CASE,
)
BESIDE = re.compile(rf"{COMPARES.pattern}|\bover\b|\bin comparison (?:to|with)\b", ANY_CASE)  # in front of a period
RISES = re.compile(rf"\b(?:{_ROSE}|increas\w*|rose|rising|grew|grow\w*|up|higher|improv\w*|more|gain\w*)\b", ANY_CASE)
FALLS = re.compile(rf"\b(?:{_FELL}|decreas\w*|declin\w*|fell|falling|down|lower|less|drop\w*|reduc\w*)\b", ANY_CASE)
LOSS = re.compile(r"\bloss(?:es)?\b", ANY_CASE)
A_SHARE = re.compile(
    r"\s*(?:per|a|for each)\s+(?:(?P<which>fully[\s-]diluted|diluted|basic)\s+)?(?:(?:common|weighted"
    r"|average)\s+)*share"
    r"(?:\s*\(?(?P<behind>diluted|basic)\)?)?",
    ANY_CASE,
)
OF_SEQUENCE = re.compile(
    r"\bsequential\w*|\b(?:prior|previous|preceding|linked|last|first|second|third|fourth)[\s-]+quarter\b",
    ANY_CASE,
)
