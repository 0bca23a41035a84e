"""The words of headings of columns that hold no amounts of a period as reported."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, words

CHANGE = re.compile(
    r"\b(?:changes?|chg|variances?|var|increase|decrease|growth|(?<!, )inc|incr|decr?|fav(?:orable)?|better|worse"
    r"|diff(?:erence)?|delta"
    r"|over\W+under|[yq]\W?(?:o\W?)?[yq]|[bf]\W+[uw])\b"  # "Y/Y", "QoQ"; "B/(W)", "F/(U)"
    r"|^\W*\+\s?/\s?[-\u2013\u2212]\W*$|[\u2206\u0394]",  # "+/-", a triangle
    ANY_CASE,
)
SHARE_OF = re.compile(
    r"%|\bpercent(?:age)?\b|\bas a \b|\bmargin\b|\bratio\b"
    r"|^\W*(?:(?:amounts?|dollars)\s)?(?:/|per\s)\s?[a-z]",  # "$/mcfe"
    ANY_CASE,
)
PRO_FORMA = re.compile(
    words(
        *(r"pro\s?-?forma\b", r"adj(?:ust(?:ed|ments?))?\b", r"non-?gaap\b", r"reconciling\b", r"budget(?:ed)?\b"),
        *("exclud", r"without\b(?! audit)", r"w/o\b", r"pf\)"),
    ),
    ANY_CASE,
)
# Of a column alone; over all of them it may be of the page.
NOT_ACTUAL = re.compile(
    words(
        r"plan(?:ned)?\b",
        r"forecast(?:ed)?\b",
        r"project(?:ed|ions?)\b",
        r"organic\b",
        "constant[ -](?:currenc|dollar)",
        r"averages?\b(?! (?:exchange )?rates?)",  # of a translation
        r"core\b",
        r"outlook\b",
        r"guidance\b",
        r"estimates?\b",
        r"consensus\b",
        r"same[ -](?:stores?|properties|property)\b",
    ),
    ANY_CASE,
)
# "Special items", "Before special charges"; the amounts with these are those reported.
SPECIAL = re.compile(r"\bspecial (?:items?|charges?)\b|\bbefore special\W*$", ANY_CASE)
WITH_SPECIAL = re.compile(r"\b(?:incl\w*|after|with)\W.*\bspecial\b", ANY_CASE)
AS_ADJUSTED = re.compile(r"\bas adj(?:usted)?\b", ANY_CASE)
AS_REPORTED = re.compile(r"\b(?:rep(?:orted)?|actual|historical|gaap|adjustments?)\b", ANY_CASE)
NOTE = re.compile(r"\bnotes?\b|\bref\b", ANY_CASE)
NOTE_MARK = re.compile(r"\(\d\)")  # a cell of its own: the number of a footnote, and no amount
