"""How amounts are printed: numbers, what joins them to ranges, and the bounds that stand around them."""

from __future__ import annotations

import re

from pipeline.filing.counts import COUNTS
from pipeline.filing.patterns import ANY_CASE
from pipeline.filing.rare import Rare
from pipeline.tables.numbers import RATED

NEARLY = r"(?:approximately|about|roughly|around|nearly)"  # in front of an amount all the same
AT_LEAST = (
    r"at least|(?:greater than or equal|equal to or greater than)(?: to)?|(?<!no )(?<!not )(?:more|greater) than"
    r"|(?<!not )in excess of|(?<!not )(?<!not to )exceed(?:ing|s)?|over|(?<!not )(?<!no )above|(?:not|no) less than"
    r"|not (?:be )?(?:below|lower than)|(?:a )?minimum(?: of)?|better than|(?<=should )top|(?<=will )top"
    r"|(?<=to )top|upwards? of|north of|(?<!no )(?<!not )higher than"
)
AT_MOST = (
    r"up to|limited to|limit(?:ing)? (?:[\w-]+ ){1,3}to|capped at|(?:no|not) (?:more|greater|higher) than"
    r"|(?<!not )(?<!no )less than|not (?:to )?exceed|not in excess of|below|under|a maximum of|maximum of"
    r"|as (?:much|high|many) as|fewer than|(?:not|no) above|lower than"
)
POWERS = {"thousand": 10**3, "000": 10**3, "k": 10**3, "million": 10**6, "mil": 10**6, "mm": 10**6, "m": 10**6,
          "billion": 10**9, "bil": 10**9, "bn": 10**9, "b": 10**9}  # fmt: skip
KINDS = {"%": "percent", "percent": "percent", "per cent": "percent", "pct": "percent",
         "x": "times", "times": "times"}  # fmt: skip
SPELLED = {word: n for word, n in COUNTS.items() if 2 <= n <= 20}
SHOPS = r"shops?|boutiques?|restaurants?|cafeterias?|cafes?|drive-ins?"  # that are counted as stores are
_COUNTED = (
    r"(?!of\s)(?:[\w&’'-]+\s+){0,4}(?:stores|restaurants|cafeterias|cafes|shops|clubs|locations|branches|salons|units|hotels"
    r"|centers|openings)\b"
)
_UNITS = r"(?:percent|cents|(?:percentage\s)?points)\b"
_TO_ANOTHER = rf"(?:to|and)\s(?:{'|'.join(SPELLED)})\s{_UNITS}"
_TO_COUNTED = rf"(?:to|or|and)\s(?:{'|'.join(SPELLED)})\s{_COUNTED}"
_MORE = r"more\s(?:in|during|over|by|before|this|next)\b"  # of what was counted before
_PLACE = r"(?:[\w&’'-]+\s+){0,3}(?:store|restaurant|cafeteria|cafe|shop|club|location|branch|salon|unit|hotel|center)\b"
_ONE = rf"(?:one(?=\s(?:percent\b|{_TO_ANOTHER}))|(?:(?<=open\s)|(?<=close\s)|(?<=opening\s))one(?=\s{_PLACE}))"
IN_WORDS = Rare(  # not the "Nine" of "Ninety Nine"
    r"\b(?P<zero>flat|break-?\s?even|zero|stable(?=\sto\s(?:up|down)))\b"
    rf"|\b(?<!-)(?<!ty )(?P<spelled>{'|'.join(SPELLED)}|{_ONE})"
    rf"(?:\s(?P<unit>{_UNITS})|(?<=one)(?=\s{_PLACE})|(?=\s{_COUNTED})|(?=\s{_TO_ANOTHER})|(?=\s{_TO_COUNTED})"
    rf"|(?=\s{_MORE}))"
)
AROUND = rf"(?:(?:a|an|expected|{NEARLY}|up\sto|as\smuch\sas)\s+)*"
DIRECTION = (
    r"(?:(?:net\s)?(?P<{0}>loss|income|profit|earnings|gain|up|down|plus|minus|positive|negative|increase|decrease"
    r"|decline|growth)\s(?:of\s)?)?"
)
OF_FIRST = (
    r"(?:\s(?:per|a)\s(?:\w+\s){0,2}share|\s(?:growth|increase|decline|decrease|loss"
    r"|below))?(?:\s\((?:fully )?(?:diluted|basic)\))?"
)
TO = re.compile(
    rf"{OF_FIRST}\s*,?\s*(?:(?:to|through)\s+|[-–]\s?to[-–\s]|--?\s*|[–—−~]\s*"
    rf"|(?P<and>and)\s+)\+?{AROUND}{DIRECTION.format('turn')}{AROUND}\+?",
    ANY_CASE,
)
UNIT = re.compile(  # behind the first of two ends: "150 MBOEPD to", "1,228 MMcfd (million cubic feet per day) and"
    r"(?P<of>\s(?!to\s)[A-Za-z]{2,}(?:/[a-z]+)?|\s?/\s?[A-Za-z]+|\sper\s[A-Za-z]+)(?:\s\([a-z ]{3,40}\))?"
    r"(?=\s(?:to|and|[-–—])\s|[-–—]$)"
)
OPENED = re.compile(r"\s*(?:\$\s?)?\(")
CLOSED = re.compile(r"[-–\s]*\$?\s?[\d.,]+\)")
FALLS = re.compile(  # "a 4% decrease to a 1% increase", "flat to 9% lower"
    r"\s(?:lower|below|down|decrease|decline|drop|loss|reduction)\b", ANY_CASE
)
REVISED_FROM = re.compile(  # "revised its expectation from at least 49% to about 46%", "revised from 49% to 46%"
    r"\b(?:(?:(?:revis|reduc|cut|decreas|mov|chang)\w*|lower(?:ed|ing|s)"
    r"|(?<=to )lower)\s[^.;$%]{3,80}(?<!\branging)(?<!\brange)"
    r"|(?:revised|adjusted|updated|changed|moved))\sfrom\s"
    rf"(?:at least\s|{NEARLY}\s)?$",
    ANY_CASE,
)
RISES = re.compile(r"\s(?:increase|growth|gain|rise|profit|above)\b", ANY_CASE)
TOLERANCE = re.compile(
    r"(?:\sof\s(?:(?:net|total)\s)?(?:revenues?|sales))?,?\s*(?:,?\(?(?:plus\s(?:or|and)\sminus|plus/minus"
    rf"|give\sor\stake)|\(?\+\s?/\s?[-–]|±)\s*(?:{NEARLY}\s)?",
    ANY_CASE,
)
WITHIN = re.compile(rf"\bwithin\s(?:plus or minus\s|{NEARLY}\s)?$", ANY_CASE)  # "two cents" of
OF_LEVEL = re.compile(rf"\s(?:(?:per|a)\s(?:\w+\s){{0,2}}share\s)?of\s(?:{NEARLY}\s)?", ANY_CASE)
POINTS = re.compile(  # a tolerance in words
    r",?\s*plus\sor\sminus\s(?:(?P<two>a\scouple(?:\sof)?|two)|an?|one)\s(?:percentage\s)?points?\b", ANY_CASE
)
WHOLE_POINTS = re.compile(
    rf"(?:\d|\b(?:{'|'.join(SPELLED)}))\s?(?:percentage |points)", ANY_CASE
)  # of percent, not basis points
DASH = re.compile(r" ?[-–—] (?![-(])")  # between ends, where a minus would touch its number: "-0.5% - 2.0%"
TWO_DASHES = re.compile(r"\s?[-–−]\s?[-–−]")
OR = re.compile(r"\sor\s(?:perhaps\s)?", ANY_CASE)
BETWEEN = re.compile(  # not "loss from operations of $5 million and a net loss of $6 million"
    r"\b(?:between|within|range\sof|ranging\sfrom|range\sfrom)\b[^.;$%]{0,40}$"
    rf"|\bfrom\s(?:(?:{NEARLY}|an?|net|loss|profit|increase|decline|decrease|of|up|down)\s)*$",
    ANY_CASE,
)
_END = r"(?:\$[\d.,]+(?: [mb]illion)?|[\d.]+%)"
AND_BETWEEN = re.compile(  # "between $1.10 and $1.20 for GAAP earnings and" another two ends
    rf"\b(?:between|range of) {_END} and {_END} (?:for|on|in) (?:[^.;$%\d]|\b\d{{4}}\b){{2,60}}\band $",
    ANY_CASE,
)
BY = re.compile(rf"\b(?:by|(?:in|de)crease|rise|fall)\s(?:{NEARLY}\s|an?\sadditional\s)?$", ANY_CASE)
DOWN = re.compile(
    r"\b(?:down|decline[sd]?|declining|decreas\w+|lower|fall(?:ing)?|drop(?:ping)?|reduction|negative|minus"
    r"|loss(?:es)?(?:\sper\s(?:\w+\s){0,2}share)?)"
    rf"\s+(?:(?:of|by|in|the|range|between|from|{NEARLY}|a)\s+)*$",
    ANY_CASE,
)
ABOUT = Rare(
    rf"(?:\b(?:{NEARLY}|approximate|approx\b\.?|almost|close\sto|some|an?\sestimated"
    r"|estimated\s(?:at|to\sbe))|[~≈])\s*"
    r"(?:the\s|an?\s)?$"
)
NEGATIVE = re.compile(rf"\bnegative\s(?=(?:{NEARLY}\s)?$)", ANY_CASE)
LEAST = Rare(rf"(?:\b(?:{AT_LEAST})\s*|[>≥]=?\s*)(?:{NEARLY}\s|an?\s|the\s)*$")
MOST = Rare(rf"(?:\b(?:{AT_MOST})\s*|[<≤]=?\s*)(?:{NEARLY}\s|an?\s|the\s)*$")
_DENIED_WORD = r"(?:(?!(?:only|yet|but|we|management|should|including)\b)\w+\s)"  # of the same clause
DENIED = re.compile(  # "are not expected to exceed", "we don't anticipate spending more than"
    rf"\b(?:not|\w+n['’]t)\s(?:(?:expect|anticipate|believe)\s{_DENIED_WORD}{{1,8}}|{_DENIED_WORD}{{1,4}})(?:more than"
    rf"|exceed(?:ing)?|in excess of|greater than)\s(?:{NEARLY}\s)?$",
    ANY_CASE,
)
OR_MORE = re.compile(
    r"\s*(?:\+(?!\s?/)|or\s(?:more|better|higher|greater|above)\b|and\s(?:above|up)\b)|(?<=\+\s[mb]illion)", ANY_CASE
)
OR_LESS = re.compile(r"\s*or\s(?:less|lower|below|fewer)\b", ANY_CASE)
PER = re.compile(
    r"\s*(?:per\s|a\s|/\s?|for\seach\s|an\s|on\san?\s(?=(?:\w+\s)?per\s))\s*(?:[\w-]+\s+){0,4}?(?P<share>shares?|ads"
    r"|unit)\b",
    ANY_CASE,
)
RATE = re.compile(
    r"\s*(?:per\s|/\s?|a\s)\s*(?:(?:gold|silver|copper|short|metric|produced|u\.s\.)(?:[\s-]equivalent)?\s)?"
    rf"(?P<of>{RATED}|vessel|day|square\sfoot|kwh)\b",
    ANY_CASE,
)
RAISED = re.compile(  # "EPS guidance raised $2.05 to the range of"
    r"\b(?:rais|increas|lift|boost|lower|reduc|cut)(?:ed|es|s"
    r"|ing)?\s(?P<what>(?:(?:our|its|the|fiscal|full[- ]year|\d{4})\s)[^.;,$%]{0,60}\b(?:guidance|outlook"
    r"|forecast)\s)?$",
    ANY_CASE,
)


def kind_of(unit: str) -> str | None:
    """What a printed unit makes of a number."""
    if unit.startswith(("basis", "bp", "percentage", "points")):
        return "points"
    return KINDS.get(unit, "cents" if unit else None)
