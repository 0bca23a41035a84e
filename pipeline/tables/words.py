"""The words that table layouts turn on: periods in headings, labels that go on, labels that begin anew."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.filing.patterns import ANY_CASE, words
from pipeline.tables.values import is_year

MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)

PERIOD_WORDS = re.compile(
    words(
        *(rf"{month}\.?[\s,'’-]*\d{{1,4}}\b" for month in MONTHS.split("|")),
        *(rf"{term}\b" for term in ("months?", "mos", "weeks", "wks", "quarters?", "qtrs?", "qtd", "ended", "ending")),
        *(
            rf"{term}\b"
            for term in (
                "years?",
                "year-to-date",
                r"y-?t-?d(?:['’]?\d\d)?",
                r"19[789]\d",
                r"20[0-4]\d",
                r"q[1-4](?:['’]?\d\d)?",
            )
        ),
        *(rf"{quarter}q(?:tr)?(?:['’]?\d\d)?\b" for quarter in "1234"),
        *(rf"{term}\b" for term in ("1h", "2h", "h[12]", r"fy\d*")),
        *(rf"{day}\b" for day in (r"\d\d?[/.-]\d{1,2}[/.-](?:\d\d){1,2}", r"\d\d?/\d\d")),
        *(rf"{ordinal}\b" for ordinal in ("first", "second", "third", "fourth")),
    ),
    ANY_CASE,
)

_LENGTH = r"\(?(?:for\sthe\s)?(?:last\s)?(?:[a-z]{3,12}|[a-z]{5,6}-[a-z]{3,5}|\d\d?)[\s-](?:months?|weeks?)"
_AFTER_MONTH = "|".join(rf"(?<=\b{month}\s)" for month in MONTHS.split("|"))
# What one period ends with, and the next begins with, one blank apart.
_SPLIT = re.compile(
    rf"\s(?:(?<=\b(?:19|20)\d\d\s)(?=(?:(?:\d\d?\s)?(?:{MONTHS})\b|(?:19|20)\d\d\b))|(?<=\)\s)(?=(?:19|20)\d\d\b)|"
    rf"(?<=\d,\s)(?=(?:{MONTHS})\b)|"
    rf"(?:(?<=\d,\s)|(?<=\d\d\s)|{_AFTER_MONTH})(?=(?:{_LENGTH}|(?:fiscal\s)?years?"
    r"|quarters?)(?:\speriods?)?\s(?:end(?:ed|ing)|to(?!\sdate)|through)\b)|"
    rf"(?:(?<=ended\s)|(?<=ending\s))(?=(?:{_LENGTH}|(?:for\sthe\s)?(?:year|quarter|fiscal))\b)|"
    rf"(?:(?<=months\s)|(?<=weeks\s))(?={_LENGTH}\b)|"
    rf"(?<=\bquarter\s)(?=(?:{_LENGTH}|year[\s-]to[\s-]date|first\shalf)\b)|"
    rf"(?:(?<=\d\d\s)|(?<=\bchange\s))(?=(?:{MONTHS})\.?\s\d\d?\b)"
    rf"|(?<=\d\s)(?=\d\d?(?:[/.]\d\d?[/.]|-(?:{MONTHS})-)\d\d|(?:19|20)\d\d-\d\d-\d\d)|"
    r"(?:(?<=\b(?:19|20)\d\d\s)|(?<=/\d\d\s))(?=(?:change|variance|increase|percent|%))|"
    r"(?<=sales\s)(?=\d{1,2}/\d{1,2}/\d\d))",
    ANY_CASE,
)

# A label that ends with one of these goes on below.
_CONNECTORS = frozenset(
    """a after an and as at before but by due excluding for from in including into less of on or over per than that the
    to under upon was were which with without & / - calculating computing""".split()  # noqa: SIM905
)
# So does one that ends with what is said of a noun.
_ADJECTIVES = frozenset(
    """accrued accumulated additional average comprehensive continuing convertible discontinued doubtful
    early extraordinary in-process intangible marketable minority noncontrolling non-compete noninterest non-interest
    nonoperating non-operating possible preferred redeemable unamortized unconsolidated unearned
    weighted""".split()  # noqa: SIM905
)

_GO_ON = _CONNECTORS | _ADJECTIVES
_OPEN_ENDS = (
    ",",
    "/",
    "&",
    "-",
    "\u2013",
    "\u2014",
    ";",
    "s'",
    "s\u2019",
    "S'",
    "S\u2019",
    " of net",
    " OF NET",
    " per common",
    " PER COMMON",
    " of common",
    " of Common",
    " OF COMMON",
    "Cash and Cash",
    "CASH AND CASH",
)
_SET_BEHIND = re.compile(r"[,\u2013\u2014-] ?(?:marketable|unamortized|unearned)$", ANY_CASE)  # ends a whole label
_COUNT_AND_RATE = re.compile(r",\d{3}[;,:]? \d{1,2}(?:\.\d+)?%$")  # "2,900,000 7.75%" above "Series A Preferred shares"
_DASHES = ("-", "\u2013", "\u2014")
_DASHES_APART = (" -", "--", " \u2013", " \u2014")
_HEADS_WITH_DASH = re.compile(
    r"\b(?:accounts?|revenues|sales|expenses|earnings|assets|liabilities|activities|taxes)[-\u2013\u2014]$", ANY_CASE
)
_UNFINISHED = (" and", " at", " by", " for", " from", " in", " of", " to", " with")

# What is no label alone: the last words of one that wrapped.
REST = re.compile(
    r"\((?:benefit|charges?|credit|deductions?|deficit|deficiency|expenses?|gains?|income|loss(?:es)?|recovery)\):?$"
    r"|(?:shares?|units?|per share|(?:share|stock)holders?['’]?|outstanding|equivalents|principles?|partnership"
    r"|subsidiar(?:y|ies)"
    r"|affiliates?|activities|dilution|stock)\W*$",
    ANY_CASE,
)

# "1,200,500 shares", also of a day: "12/31/98 and 9/30/98 -- 1,200,500 shares".
_COUNT_OF_SHARES = re.compile(
    r"(?:\d{1,2}/\d{1,2}/\d{2,4}(?: and )?)*[-\u2013\u2014\s]*(?:\d{1,3}(?:,\d{3})+,? (?:and )?)*\d{1,3}(?:,\d{3})+"
    r"(?: (?:shares|units)\b|,? respectively\b|$)"
    r"|\d{1,3} shares (?:authorized|issued|outstanding)\b",  # in thousands
    ANY_CASE,
)
_PAR_VALUE_ABOVE = re.compile(r"\bpar value(?: (?:of )?\$?[\d.]+(?: (?:per|a) share)?)?:$", ANY_CASE)
_COUNT_ALLOWED = r"(?:shares )?(?:authorized|issued|outstanding)\b(?: shares)?[^a-z]*\d"
_COUNTED_BELOW = re.compile(rf"{_COUNT_ALLOWED}|{_COUNT_OF_SHARES.pattern}", ANY_CASE)
# What is said of both columns, below what it is of: "$92,900 and $87,600", "$1.2 million in 1999 and $1.4 million".
_TWO_AMOUNTS = r"\$\d[\d,.]*(?: (?:m|b)illion)?(?: (?:at|in) [^$]{4,20})?,? and \$\d"

_REST_OF_LABEL = re.compile(
    "|".join(
        (
            REST.pattern,
            r"(?:calculations?|computations?)\W*$",
            r"\((?:includ|exclud)ing\b",
            r"\(basic (?:and|&) (?:fully )?diluted\)",
            r"(?-i:\((?!unaudited|in )[a-z]{3}|\([“\"]?[A-Z&]{2,6}[”\"]?\)$)",
            r"(?-i:AND|OR|OF)\b",
            r"(?:shares )?issued and outstanding\b",
            _COUNT_ALLOWED,
            _COUNT_OF_SHARES.pattern,
            _TWO_AMOUNTS,
            r"shares;",
            r"(?:shares,? )?none (?:issued|outstanding)\b",
            r"before\b.*\btax",
            r"(?:[^a-z]|\([a-z]\))*$",  # also the mark of a note
        )
    ),
    ANY_CASE,
)

SIDE = re.compile(r"(?:(?:current|accrued|long-term) )?(?:assets|liabilities)", ANY_CASE)
# Where a label was parted within a term, its rest of one word or two: "Allowance for Loan" above "Losses", "Total
# Interest" above "Income".
_PARTED = re.compile(
    r"(?:\b(?:(?:loan|credit|lease)\nloss(?:es)?|adjustment\nexpenses?)"
    r"|(?<!operating )(?<!other )(?<!interest )(?<!investment )(?<!rental )\bincome\ntax(?:es)?"
    r"|^(?:total|net)\b.*\b(?:interest|current|operating)\n(?:income|expenses?|assets|liabilities)"
    rf"|other current\n(?:assets|liabilities)|and other\n{SIDE.pattern}"
    r"|paid-in\ncapital|accounting\nchanges?|lease\nobligations?|\b(?:treasury (?:stock|shares)|\d shares)\b.*\nat cost"
    r"|(?<=\w )(?:temporary cash\ninvestments|short-term\n(?:investments|borrowings|debt)))(?:,? \w+)?\W*$",
    ANY_CASE,
)
_PARTED_WORDS = 3  # of such a rest at most, one of them of another thing
# The rest of a label in capitals, which looks like any other label: "FOR LOAN LOSSES", "(MARKET VALUE OF $36,100".
_REST_IN_CAPS = re.compile(
    r"\((?!UNAUDITED|IN |DOLLAR|AMOUNT|EXCEPT)[A-Z]{3}[^)]*(?:\d|$)"
    r"|(?:FOR(?! FURTHER| MORE| ADDITIONAL| THE)|FROM(?! CONTINUING| DISCONTINUED)|TO|ON|BY|WITH|DURING|THAN"
    r"|UNDER(?= (?:AGREEMENTS?|CAPITAL|FINANCE|REPURCHASE|REVERSE|RESALE)\b)"
    r"|IN(?= (?:ACCOUNTING|EARNINGS|EQUITY|EXCESS|INCOME|LOSS|NET|OPERATING|REAL|UNCONSOLIDATED)\b)"
    r"|AVAILABLE|APPLICABLE|ATTRIBUTABLE|USED)\b"
)
# Half a label, and the half that it stands above: "INTEREST (EXPENSE)" and "INCOME, NET"; "Other income (expense)" is
# whole.
_GAINS = r"income|expenses?|gains?|loss(?:es)?|provision"
_HALF_LABEL = re.compile(rf"(?!.*\b(?:{_GAINS}|earnings|profits?|revenues?)\b.*\().*\((?:{_GAINS})\)", ANY_CASE)
_OTHER_HALF = re.compile(rf"(?:{_GAINS})\b", ANY_CASE)

A_SHARE = re.compile(r"per (?:common )?(?:share|unit)(?: data| amounts)?", ANY_CASE)  # a heading

# Labels of one word that begin a row of their own under a heading, also in lower case.
STANDALONE = re.compile(
    r"(?:-|\u2013|\u2014|\u2022)?\s*(?:basic|diluted|primary|fully diluted|assuming dilution)\b", ANY_CASE
)
# Both in one row, the end of its label: "Net loss per share -" above "basic and diluted".
_BASIC_AND_DILUTED = re.compile(r"basic and (?:fully )?diluted$")
# The scale of a count, below it: "Average shares outstanding" above "(thousands)".
_SCALE = re.compile(r"\((?:in )?(?:thousands|millions|000['’]?s?)\)$", ANY_CASE)
_COUNTED = re.compile(r"\b(?:shares|units)\b", ANY_CASE)
# What an allowance was in each year: "Receivables less allowances:" above "2001-$39; 2000-$13".
_AMOUNT_OF_YEAR = re.compile(r"(?:19|20)\d\d ?[-–—] ?\$ ?\d")
# When what an average was taken of was outstanding, also in title case: "Outstanding During the Period". Other counts
# are headed by their name: "Common shares" above "Outstanding at year end" and "Average".
_WHEN_OUTSTANDING = re.compile(r"outstanding (?:at|during|for|in|through(?:out)?)\b", ANY_CASE)
_AVERAGE_OF = re.compile(r"\baverage\b.*\b(?:shares|units|equivalents)$", ANY_CASE)

MONTH_NAME = re.compile(rf"(?:{MONTHS})\.?", ANY_CASE)
DAY = re.compile(r"\d{1,2},")
DAY_OF_MONTH = re.compile(rf"{MONTH_NAME.pattern}\s?\d\d?,?", ANY_CASE)  # its year stands below

# The heading of a column that no period's heading stands over.
OF_CHANGE = re.compile(r"\W*(?:%|(?:percent(?:age)?|change|variance|increase|decrease)\b)", ANY_CASE)

# What names several periods, and so heads no column: "December 31, 2003, 2002 and 2001".
SEVERAL_YEARS = re.compile(r"\b(?:19|20)\d\d,?\s+and\s+(?:[a-z]{3,9}\.?\s+\d\d?,?\s+)?(?:19|20)\d\d\b", ANY_CASE)

_SPLITTABLE = re.compile(
    r"[ ](?:(?:(?<=\d[ ])|(?<=\d,[ ])|(?<=\)[ ]))[A-Za-z\d%]"
    r"|(?:(?<=ended[ ])|(?<=ending[ ])|(?<=months[ ])|(?<=quarter[ ])|(?<=weeks[ ]))[(a-z\d]"
    r"|(?:three|six|nine|twelve)[ ]months)",
    ANY_CASE,
)


@lru_cache(maxsize=1 << 12)  # headings stand over many columns, and over many tables
def names_period(text: str) -> bool:
    """Whether words name a period, or the day on which one ends, among others."""
    return PERIOD_WORDS.search(text) is not None


def split_periods(text: str) -> list[tuple[int, int]]:
    """The parts of a heading printed with single blanks between columns: "June 30, 2007 June 30, 2006" has two."""
    if len(text) < 9 or not _SPLITTABLE.search(text):
        return [(0, len(text))]
    parts: list[tuple[int, int]] = []
    start = 0
    for match in _SPLIT.finditer(text):
        parts.append((start, match.start()))
        start = match.end()
    return [*parts, (start, len(text))]


def goes_on(upper: str, lower: str) -> bool:
    """Whether `lower` is the rest of the label `upper` that wrapped."""
    upper, lower = upper.rstrip(), lower.lstrip()
    if not upper or not lower:
        return False
    if upper.endswith(":") and not is_open(upper):
        if upper.lower().endswith(("par value:", "authorized:")):
            return True
        counts = _COUNTED_BELOW if _PAR_VALUE_ABOVE.search(upper) else _COUNT_OF_SHARES
        return counts.match(lower) is not None or _AMOUNT_OF_YEAR.match(lower) is not None
    if (behind_dash := _goes_on_behind_dash(upper, lower)) is not None:
        return behind_dash
    if lower[0] == "(" and _SCALE.match(lower) and _COUNTED.search(upper):
        return True
    cannot_end = hangs(upper)
    if cannot_end and upper[-1].isalpha():
        return True
    if not upper.endswith(",") and STANDALONE.match(lower) and (len(lower.split()) <= 3 or upper[-1].isalpha()):
        return False
    if is_year(lower.rstrip(":")):  # the year of the rows below
        return cannot_end
    return cannot_end or _is_rest(upper, lower)


def _goes_on_behind_dash(upper: str, lower: str) -> bool | None:
    """Whether a label that ends with a dash goes on, where the dash tells: "Interest -" heads its lines."""
    heads_with_dash = upper.endswith(_DASHES) and _HEADS_WITH_DASH.search(upper)
    if (upper.endswith(_DASHES_APART) or heads_with_dash) and lower[0].isupper():
        return False
    return True if upper.endswith(_DASHES_APART) and _BASIC_AND_DILUTED.match(lower) else None


def _is_rest(upper: str, lower: str) -> bool:
    """Whether words read as the rest of a label that might end before them."""
    if lower[0].islower() or lower.startswith("& ") or _REST_OF_LABEL.match(lower):
        return True
    if upper.isupper() and _REST_IN_CAPS.match(lower):
        return True
    if _WHEN_OUTSTANDING.match(lower) and _AVERAGE_OF.search(upper):
        return True
    if upper.endswith(")") and _OTHER_HALF.match(lower) and _HALF_LABEL.fullmatch(upper):
        return True
    return lower.count(" ") < _PARTED_WORDS and _PARTED.search(f"{upper}\n{lower}") is not None


def is_unfinished(label: str) -> bool:
    """Whether a label goes on even below a blank line or a rule: a bracket is open, a preposition or "and" ends it."""
    return is_open(label) or label.lower().endswith(_UNFINISHED)


def is_open(label: str) -> bool:
    """Whether a bracket is open at the end of a label."""
    return label.count("(") > label.count(")")


def hangs(label: str) -> bool:
    """Whether a label cannot end here: a comma, an open bracket, a connecting word, the rate of what is named below."""
    if is_open(label) or label.endswith(_OPEN_ENDS) or _COUNT_AND_RATE.search(label):
        return True
    if _SET_BEHIND.search(label):
        return False
    last = label.split()[-1]
    return last.lower() in _GO_ON or MONTH_NAME.fullmatch(last) is not None  # "at June" above "30, 2003"
