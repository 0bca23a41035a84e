"""The vocabulary by which an earnings release is told: lines of statements, words of announcements and of periods."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.filing.patterns import words
from pipeline.filing.rare import Rare

# Groups of income-statement lines by how their labels begin, across industries.
LINE_GROUPS: dict[str, tuple[str, ...]] = {
    "revenue": (
        "net sales", "sales", "revenue", "net revenue", "total revenue", "total net revenue", "operating revenue",
        "total operating revenue", "total net sales", "total sales", "product revenue", "product sales",
        "royalty revenue", "royalty income", "voyage", "time charter", "premium", "net premium", "earned premium",
        "net earned premium", "rental income",
        "rental revenue", "net interest income", "total interest income", "interest income",
        "interest and dividend income", "contract revenue", "collaboration revenue", "license", "service revenue",
        "net service revenue", "commissions", "management fees", "home sales", "real estate revenue",
        "freight revenue", "passenger revenue", "electric", "oil and gas", "oil sales", "revenues",
        "gross revenue", "group revenue", "consolidated revenue", "utility revenue", "grant revenue", "turnover",
        "net turnover", "broadcast revenue", "net broadcast", "collaborative", "title premium", "metal sales",
        "total investment income", "net overriding royalt",
    ),
    "costs": (
        "cost of", "costs of", "costs and expenses", "cost and expenses", "gross profit", "gross margin",
        "total cost", "research and development", "selling", "general and administrative", "marketing",
        "operating expense", "total operating expense", "total expense", "total costs", "salaries", "compensation",
        "sales and marketing", "noninterest expense", "total noninterest expense", "total non-interest expense",
        "non-interest expense", "losses and loss adjustment", "benefits, losses", "policyholder",
        "underwriting expense", "depreciation", "exploration", "lease operating", "production", "provision for loan",
        "provision for credit", "credit loss expense", "property operating", "operations and maintenance", "fuel",
        "interest expense", "total interest expense",
        "administrative expense", "administrative cost", "r&d", "g&a", "sg&a", "trust expense", "personnel",
        "operating cost", "station operating", "gross result", "incentive fee",
    ),
    "operating": (
        "operating income", "operating profit", "operating loss", "income from operations", "loss from operations",
        "income (loss) from operations", "earnings from operations", "operating earnings", "operating (loss)",
        "total operating income", "underwriting", "profit from operations", "(loss) income from operations",
        "earnings before interest", "total noninterest income", "total non-interest income",
        "group operating", "operating result",
    ),
    "taxes": (
        "income before", "earnings before", "loss before", "income (loss) before", "(loss) income before",
        "earnings (loss) before", "profit before", "pre-tax", "pretax", "provision for income tax", "income tax",
        "provision (benefit) for income", "provision for tax", "(benefit) provision for", "benefit from income tax",
        "taxes on income", "federal income tax", "provision for (benefit from)", "benefit (provision)",
        "applicable income tax", "(loss) before", "(benefit) for income", "federal and state income tax",
        "federal and foreign income tax", "taxes (benefit)", "net loss before", "net income before", "results before",
        "result before", "taxation", "margins before", "net before",
    ),
    "result": (
        "net income", "net earnings", "net loss", "net (loss)", "net profit", "income from continuing operations",
        "earnings from continuing operations", "loss from continuing operations", "consolidated net income",
        "profit of consolidated", "distributable income", "profit attributable", "income (loss) from continuing",
        "profit (loss)", "profit",
        "net result", "net margin", "net increase in net assets", "net decrease in net assets",
        "net increase (decrease) in net assets", "net (decrease) increase in net assets", "loss for the",
        "earnings for", "(loss) for the",
        "earnings (loss) for the", "earnings applicable", "earnings available", "balance for common",
    ),
    "per share": (
        "basic", "diluted", "primary", "fully diluted", "earnings per", "net income per", "net loss per", "loss per",
        "income per", "net earnings per", "income (loss) per", "net income (loss) per", "earnings (loss) per",
        "profit per", "per share", "net (loss) income per", "basic earnings", "diluted earnings",
        "net loss and comprehensive loss per", "dividends per", "cash dividends", "(loss) earnings per",
        "assuming dilution", "net (loss) per", "(loss) / earnings per", "(loss)/earnings per", "loss (earnings) per",
        "eps", "eps-", "distributable income per", "distributions per", "net investment income per", "result per",
        "net per", "net/share",
    ),
    "shares": (
        "weighted average", "weighted-average", "average shares", "average common shares", "shares used",
        "average number of", "shares outstanding", "common shares outstanding", "number of shares", "average diluted",
        "diluted average", "basic average", "average basic", "avg shares", "avg. shares", "wtd avg", "wtd. avg",
    ),
}  # fmt: skip
PERIODS = re.compile(  # the first letter of each, then what follows
    r"(?-i:[FfHhMmPpQqSsTtWwYy1-4])(?:"
    r"(?:(?<=m)onths?|(?<=w)eeks?|(?<=q)uarters?|(?<=y)ears?|(?<=p)eriods?|(?<=h)alf"
    r"|(?<!\w.)(?:(?<=m)o|(?<=w)k|(?<=q)tr)s?(?:\.|(?=\s)))"  # "3 Mos. Ended", not "Yamamoto"
    r"(?:\s+(?:and\s+\w+\s+(?:months|year))?)?(?:\s*(?:ended|ending|to|through|thru)\b"
    r"|(?:[^\S\n]{2}[^\n]*)?\n[\s=-]*ended\b)"  # lengths above a rule, what they ended on below it
    r"|(?<=f)or\s+(?:the\s+)?(?:(?:full|fiscal|calendar)\s+)?(?:year\s+)?(?:19|20)\d\d\b"
    r"|(?<!\w.)(?:(?:(?<=f)(?:irst|ourth)|(?<=s)econd|(?<=t)hird|(?<=1)st|(?<=2)nd|(?<=3)rd|(?<=4)th)"
    r"[\s-]+(?:fiscal\s+)?q(?:uarter|tr\b)|(?<=[1-4])Q(?:\s?'?\d\d|\b)|(?<=q)[1-4]\b|(?<=f)(?:iscal|ull)[\s-]+year))",
    re.IGNORECASE,
)

_SAID = ("report", "announc", "releas", "post", "issu", "disclos", "deliver", "achiev")
_WHAT = (
    r"(?:s|es|ed|e|ing)?\b[^.]{0,160}?"
    r"\b(?:results|earnings|(?:net|distributable)\s+income|funds\s+from\s+operations|net\s+earnings"
    r"|(?:net|a|its)\s+loss|profit|revenues?|sales|e\.?p\.?s\.?)\b"
)
_WHOSE = ("financial", "operating", "quarterly", "quarter", "year-end", "annual")
MOVED = r"rose|rise|risen|increas|climb|grew|grow|improv|jump|surg|declin|decreas|fell|fall|up\b|down\b"
_OF = r"\b[^.\n]{0,40}\b(?:earnings|sales|revenues?|net\s+income)\b"
ANNOUNCEMENT = Rare(
    words(
        *(said + _WHAT for said in _SAID),
        *(rf"{whose}\s+results\b" for whose in _WHOSE),
        r"earnings\s+(?:release|announcement|report|summary|highlights|of\s+\$)",
        r"quarterly\s+(?:financial\s+)?(?:earnings|highlights|summary)",
        rf"quarter\b[^.\n]{{0,40}}\b(?:net|profits?|loss)\s+(?:{MOVED})",
        r"results\s+of\s+operations\s+for\b(?![^.]{0,200}?\bindicative)",
        *(rf"{which}\s+results\b(?![^.]{{0,200}}?\bindicative)" for which in ("interim", "preliminary")),
        *(rf"{which}\s+report\b" for which in ("quarter", "interim")),
        r"reports?\s+to\s+(?:share|stock|unit)\s?holders",
        *(term + _OF for term in ("record", "quarter", "year")),
        *(rf"{result}\s+(?:{MOVED})" for result in (r"net\s+(?:income|loss|earnings)", "earnings", "profits?")),
    )
)

RELEASE = re.compile(r"\b(?:press|news|earnings)\s+release\b", re.IGNORECASE)
DEAL = Rare(
    words(
        *(r"acqui(?:re|ring|sition)", "merge", r"offer(?:ing|s?\s+(?:of|to))", "refinanc", r"tender\s+offer", "divest"),
        *(r"sold\s+its", "proxy", "recast", r"monthly\s+distribution"),
        *(rf"{told}[^.]{{0,80}}\bstock\s+split" for told in ("announc", "approv", "authoriz", "declar")),
    )
)

_REPORTED_BEFORE = r"(?-i:\bA)s\s+(?:previously|originally)\s+reported\b"  # heads a column
_REVISED = r"\b(?:as\s+)?(?:recast|revised)\b"
_NEXT_COLUMN = r"(?:[ ]{2}|[^\S\n]*[\t\n])\W*"  # or the next line of heads
# Above a table: whose figures, or what kind of figures, they are.
TITLES_AGAINST: dict[str, re.Pattern[str]] = {
    "a projection": re.compile(
        r"\b(?:projected|projections?\s+of|forecasted)\s+(?:\w+\s+){0,3}(?:statements?|income|results|financials?)\b",
        re.IGNORECASE,
    ),
    "pro forma": re.compile(
        r"\bpro[\s-]?forma\b(?:[^.]{0,80}\b(?:combin|consolidat|condensed|statement|adjust)"
        r"|(?<!\bincome and pro forma)(?<!\boperations and pro forma)[^.]{0,80}\binformation"
        r"|[^\S\n]*\n[^.\d\n]*\bcombin)",  # "Pro Forma" over the last column of "Hill  Dale  Combined"
        re.IGNORECASE,
    ),
    "a correction of earlier statements": re.compile(
        r"\bas\s+(?:previously|originally)\b[^.]{0,400}?\b(?:as\s+)?(?:restated|corrected)\b"
        rf"|{_REPORTED_BEFORE}{_NEXT_COLUMN}{_REVISED}|{_REVISED}[^.\d\n]{{0,30}}{_NEXT_COLUMN}{_REPORTED_BEFORE}",
        re.IGNORECASE,
    ),
}
# A row of years, and what stands below it and heads one of several columns: "Pro forma combined".
BELOW_YEARS = re.compile(r"^[^\S\n]*((?:19|20)\d\d)[^\S\n]+(?:\1[^\S\n]+)*(?!\1)(?:19|20)\d\d\b[\s\d]*\Z", re.MULTILINE)
# Heads of columns: what is reported, and what it comes to pro forma; unless it is what companies combined come to.
_REPORTED = r"(?:actual|as reported|gaap)\b"
_GAP = r"(?:[ ]{2}|\t)"
_HEADS_BESIDE = "|".join(
    (
        rf"\W*{_REPORTED}[^.\n]*\bpro\s?forma\b",
        rf"[^.\n]*\bpro\s?forma{_GAP}[^.\n]*{_GAP}{_REPORTED}",
        rf"\W*as(?:{_GAP}[^.\n]*)?\n\W*reported\b",  # over two rows
    )
)
BESIDE_REPORTED = re.compile(
    rf"\A(?![\s\S]*\bcombin(?:ed|ing)\b)[\s\S]*?^(?:{_HEADS_BESIDE})",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that tell a kind of text: they stand there `times` times, in its first `within` characters."""

    words: re.Pattern[str]
    times: int = 1
    within: int = 10_000_000


_AUDITORS = r"independent\s+(?:registered\s+|certified\s+)?(?:public\s+)?(?:account|audit)(?:ants?|ors?|ing\s+firm)"
# Text of a kind that is no release, whatever figures it holds; looked for in the text in lower case.
KINDS_AGAINST: tuple[tuple[str, Mark], ...] = (
    (
        "a quarterly or annual report",
        Mark(
            re.compile(
                r"form\s+10-?[qk](?:sb)?\b[\s\S]{0,300}?\b(?:quarterly|annual)\s+report\s+(?:pursuant\s+to"
                r"|under)\s+section"
            )
        ),
    ),
    (
        "audited statements",
        Mark(
            re.compile(  # a heading, or a line of an index
                rf"^\W*(?:report\s+of\s+(?:[^\n]{{1,40}},\s+)?{_AUDITORS}"
                rf"|{_AUDITORS}['’]?s?['’]?\s+report)\b[^\n.]{{0,80}}[\W\d]*(?:f-?\d+)?\W*$",
                re.MULTILINE,
            )
        ),
    ),
    ("audited statements", Mark(re.compile(r"in\s+our\s+opinion,\s+the\s+(?:accompanying|consolidated|financial)"))),
    ("audited statements", Mark(re.compile(r"we\s+have\s+audited\s+the\s+(?:accompanying|consolidated|balance)"))),
    ("a call's transcript", Mark(re.compile(r"operator[ \t]*(?::|\n)"), times=3)),
    (
        "a presentation",
        Mark(
            re.compile(
                r"^[^\n.]{0,80}\b(?:investor|analyst|management|company|conference|results"
                r"|earnings)\s+presentation\b[^\n.]{0,40}$"
                r"|\bslide\s+1\b",
                re.MULTILINE,
            ),
            within=600,
        ),
    ),
    (
        "a call's slides",
        Mark(
            re.compile(
                r"^(?![^\n]*\b(?:report|announc|releas|schedul|host|hold))[^\n.:;]{0,80}\b(?:earnings"
                r"|conference)\s+call\W*$",
                re.MULTILINE,
            ),
            within=150,
        ),
    ),
    (
        "a recast of earlier statements",
        Mark(re.compile(r"^[^\n.(]{0,60}\b(?:recast|reclassified\s+for)\b[^\n.]{0,80}$", re.MULTILINE), within=600),
    ),
    (
        "an offering document",
        Mark(
            re.compile(
                r"\b(?:this|(?:in|from)\s+(?:the|our)\s+preliminary)\s+(?:offering\s+(?:memorandum|circular)"
                r"|prospectus)\b"
            ),
            within=3_000,
        ),
    ),
    (
        "a projection",
        Mark(
            re.compile(
                r"^\W*(?:(?:certain|summary|selected|of|the|company's"
                r"|unaudited)\s+)+prospective\s+financial\s+information\W*$",
                re.MULTILINE,
            ),
            within=1_500,
        ),
    ),
    (
        "a bankruptcy court's monthly report",
        Mark(re.compile(r"^[^\n]{0,80}\bmonthly\s+operating\s+reports?\b[^\n.]{0,60}$", re.MULTILINE), within=1_500),
    ),
    (
        "a bankruptcy court's monthly report",
        Mark(re.compile(r"debtors?[\s-]in[\s-]possession\b[^.]{0,400}?(?<!\w[ -])month\s+ended\b"), within=1_500),
    ),
)

ACQUIRED = Rare(
    r"(?-i:[Ff])(?<!\w.)inancial\s+statements\s+of\s+(?:the\s+)?business(?:es)?\s+(?:or\s+funds\s+)?"
    r"(?:to\s+be\s+)?acquired\b"
    r"(?![.:;\s]*(?:\([a-z]\)\s*)?(?:not\s+(?:applicable|required)|none|n/?a\b|financial\s+statements\s+are\s+not))"
)
