"""The words that statements turn on: titles, lines that only one kind of statement prints, units, scale."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH
from pipeline.filing.patterns import ANY_CASE, words

STATEMENTS = ("income", "balance", "cash_flow")  # the classes of which the marts take primary tables

SHAREHOLDERS = r"(?:stock|share)\s?holders?[’'`]?s?|members?[’']?|partners?[’']?|owners?[’']?"

NAMES_MONTH = re.compile(rf"\b{MONTH}", ANY_CASE)
IN_BRACKETS = re.compile(r"\([^()]*\)")
MARK = r"\W*\w?\W*"  # behind a label: of a note

# Titles, by class. The first that matches a line of the title speaks for the class.
TITLES = {
    "reconciliation": re.compile(
        r"reconcil|non-?\s?gaap|pro\s?-?forma|\bebitdax?\b|adjusted (?:net )?(?:income|earnings|ebit)"
        r"|funds from operations|free cash flow|core earnings|\bnormali[sz]ed\b|\b(?:adjusted|core) basis\b",
        ANY_CASE,
    ),
    "guidance": re.compile(
        words(*(rf"{term}\b" for term in ("outlook", "guidance", "forecast", "projected", "estimates? for"))), ANY_CASE
    ),
    "segment": re.compile(
        r"\bsegments?\b|by (?:product|region|geograph|channel|market|business|type)|geographic|disaggregat"
        r"|consolidating|supplement|average (?:consolidated |condensed |daily )*(?:balance|statements?)"
        r"|(?:quarterly|daily|monthly) averages?\b|yields?\b|loan portfolio|asset quality"
        r"|(?:results of operations|statements? of (?:operations|income"
        r"|earnings)) by (?!(?:(?:fiscal|calendar|interim|expense) )?"
        r"(?:nature|function|categor|expense|quarter|month|year|period|half|(?:three|six)[ -]month))"
        r"|statements? of (?:(?:consolidated|condensed|combined|net) )*operating (?:income|earnings"
        r"|profit)\b(?! (?:and|&) )"
        r"|joint ventures?\b.*(?:statements?|balance sheets?)|statutory[ -](?:basis\b|statements?|balance|income)",
        ANY_CASE,
    ),
    "cash_flow": re.compile(r"\bcash\s?flows?\b|statements? of (?:consolidated )?changes in cash\b", ANY_CASE),
    "equity": re.compile(
        rf"(?:statements?|changes) (?:of|in) (?:changes in )?(?:consolidated )?(?:{SHAREHOLDERS}|comprehensive income$)"
        rf"\s*(?:equity|deficit)?",
        ANY_CASE,
    ),
    "balance": re.compile(
        r"balance\s+sheets?|statements? of (?:consolidated )?"
        r"(?:financial (?:position|condition)|condition|net assets|assets,? (?:and )?liabilities)",
        ANY_CASE,
    ),
    "income": re.compile(
        r"statements? of (?:(?:consolidated|condensed|net|comprehensive|distributable) )*(?:operations|income|earnings"
        r"|loss|profit)"
        r"|(?:income|earnings|operating) statements?|statements? of consolidated (?:operations|income|earnings)"
        r"|results of operations|profit and loss|summary of (?:consolidated )?(?:earnings|income|operations)"
        r"|summary of consolidated results",
        ANY_CASE,
    ),
    "highlights": re.compile(
        r"highlights?|selected|summary|key (?:financial )?(?:metrics|figures|results|data)|at a glance", ANY_CASE
    ),
}

ON_A_DAY = (  # "at year end", "as of December 31, 2000"
    r"(?:at|as of) (?:the )?(?:(?:end of )?(?:the )?(?:year|period|quarter)(?:[ -]end)?"
    rf"|{MONTH} \d\d?(?:, \d{{4}})?)\W*"
)

# What a statement that lines are taken from is named with.
TAKEN = r"(?:(?:selected|condensed|consolidated|summary|unaudited|period[- ]end|year[- ]end)\W+)*"

# In a title: what is taken from a statement, which is no statement where one is printed whole.
EXTRACT = re.compile(r"\b(?:selected|summary|highlights?|(?<!share )(?<!unit )(?<!ads )data)\b", ANY_CASE)

# A title of a statement of income, and the first heading among highlights too.
RESULTS = re.compile(r"\W*(?:consolidated )?results of operations\W*", ANY_CASE)

CASH_FLOWS = re.compile(r"statements? of (?:consolidated )?cash flows?", ANY_CASE)
# In a title behind that of a statement: what is worked out or shown below it ("Statements of Income and Funds from
# Operations").
BELOW = re.compile(
    r"(?:and|&|with|including) (?:funds from operations|(?:adjusted )?ebitdax?|(?:free )?cash flow"
    r"|(?:[\w-]+ ){0,2}(?:segments?|non-?gaap|pro ?-?forma|supplement\w*|reconcil\w*|free cash flow))\b.*",
    ANY_CASE,
)

# The line that a reconciliation comes to.
ADJUSTED = re.compile(r"\W*(?:adjusted|core|non-?\s?gaap)\b|.*\(?non-?\s?gaap\)?\W*\d?$", ANY_CASE)

# Above a statement that is not of the whole company.
NOT_WHOLE = re.compile(
    r"\b(?:parent|bank|holding|utility)(?: company)?[ -]only\b|\bsector (?:statements?|balance)\b"
    r"|\bconsolidating data\b"
    r"|\b(?:same|comparable)[ -](?:store|propert(?:y|ies)|communit(?:y|ies)|station|center|hotel)s?\W+"
    r"(?:(?:condensed|consolidated|combined) )*(?:statements?|results of operations)\b",
    ANY_CASE,
)
# Above one of what the company owns a part of, or with a part of it in one line; a note may say so of its own.
BY_EQUITY = re.compile(
    r"\bon (?:an?|the) (?:[\w-]+ )?equity (?:basis|method)\b"
    r"|\b[1-9]\d(?:\.\d+)?(?:%| percent)[ -]owned\b(?! (?:by|subsidiary of|subsidiaries)\b)"
    r"|\bunconsolidated (?:[\w-]+ )*(?:ventures?|partnerships|entities|affiliates?|properties)\b(?! equity)",
    ANY_CASE,
)
CONSOLIDATED = re.compile(r"(?<!non[ -])(?<!not )\bconsolidated\b(?! (?:funds?|variable|vies?)\b)", ANY_CASE)

# A statement with a column for each part of the company, and one for the whole.
CONSOLIDATING = re.compile(r"\bconsolidating\b", ANY_CASE)
WHOLE = re.compile(
    r"\b(?:consolidated\b(?! (?:funds?|entit|investment|partnership|vi)|\W+cl"
    r"| (?:(?!total\b|and\b)\w+ ){1,2}(?:funds|entities|partnerships)\b)|(?:company|grand) totals?\b)"
    r"|^\W*totals?\b|(?<!of )(?<!% )\btotals?\W*$",
    ANY_CASE,
)

_EQUITY = rf"(?:{SHAREHOLDERS}|common|total)?\s*\(?(?:equity|deficit|deficiency|investment)\)?"

# What a company has or owes on a day, the lengths that head columns of periods, what is told of loans beside both.
STANDS = re.compile(r"(?:total )?(?:assets|deposits|liabilities)\W*", ANY_CASE)
LENGTH = re.compile(r"\b(?:months?|quarters?|years?|weeks) ended\b", ANY_CASE)
QUALITY = re.compile(r"\W*(?:asset|credit) quality\b", ANY_CASE)

# Lines by the class that prints them; each counts once a table.
LINES = {
    "income": [
        r"(?:total |net |operating |voyage )*(?:revenues?|sales)(?:, net)?\b|royalty income|premiums? earned"
        r"|total interest (?:and dividend )?income",
        r"(?:total )?costs? of (?:\w+ ){0,3}(?:sales|revenues?|goods|products?|services?)|cost of sales",
        r"gross (?:profit|margin|loss)",
        r"(?:selling|sales|marketing|general|research|engineering|salaries|compensation|occupancy)\b.*",
        r"(?:total )?(?:operating |noninterest |non-interest |costs and )?expenses\b.*",
        r"(?:total )?(?:operating (?:\(?loss\)? ?|income|profit|earnings)"
        r"|(?:income|loss|earnings|profit)[^.]{0,12} from operations)\b.*",
        r"(?:net )?interest (?:income|expense)\b.*|other (?:income|expense)\b.*|provision for (?:loan|credit)\b.*",
        r".*\bbefore (?:\w+ ){0,4}(?:income )?tax.*|.*pre-?tax (?:income|loss|earnings).*",
        r"(?:\(?(?:provision|benefit)\b.*)?income tax.*|.*\b(?:provision|benefit)\)? (?:for"
        r"|from) (?:\w+ )?(?:income )?taxes.*",
        r"net (?:\(?loss\)?|income|earnings|profit)\b.*|distributable income\b.*",
        r".*\bper (?:\w+ )*(?:share|unit)\b.*|basic.*|diluted.*",
        r".*(?:weighted|average|\bavg\b).*(?:shares|units).*|.*shares outstanding.*",
    ],
    "balance": [
        r"total assets|assets\W*$",
        r"(?:total )?current (?:assets|liabilities)\W*$",
        r"total (?:current )?liabilities",
        rf"total {_EQUITY}.*|(?:{SHAREHOLDERS}) (?:equity|deficit|investment)\W*$"
        r"|(?:total )?(?:net assets|(?:members|partners)[’']? capital)\W*$",
        r"total liabilities\b.*(?:equity|deficit|capital|corpus|investment).*"
        r"|liabilities (?:and|&)\b.*(?:equity|deficit|capital)\W*$",
        r"accounts payable\b.*|total deposits|deposits\b.*",
        r"retained earnings\b.*|accumulated deficit\b.*|additional paid[- ]in[- ]capital\b.*"
        r"|treasury (?:stock|shares)\b.*",
        r"(?:cash|cash and (?:cash equivalents|due from banks))\b.*",
        r"property\b.*|premises and equipment\b.*|goodwill\b.*|inventor(?:y|ies)\b.*",
        r"common (?:stock|shares)\b.*|accumulated other comprehensive.*|trust corpus\b.*",
    ],
    "cash_flow": [
        r".*cash (?:flows? )?.{0,25}(?:operating activities|operations).*|cash flows? from operating activities",
        r".*cash .{0,25}investing activities.*|.*investing activities",
        r".*cash .{0,25}financing activities.*|.*financing activities",
        r"(?:net )?\(?(?:increase|decrease|change)\b.*cash.*",
        r"cash\b.*(?:beginning|end) of.*|(?:beginning|ending|end of)\b.*cash.*",
        r"depreciation\b.*|purchases? of (?:property|equipment|\w+ securities).*"
        r"|(?:capital expenditures|acquisition of property).*",
        r"accounts receivable\b.*|changes in (?:operating )?assets.*|proceeds from.*",
    ],
}

PER_SHARE = re.compile(
    words(
        r"per\s+(?:(?:basic|diluted|common|ordinary|limited|partner|partnership|class|a|b|and|&|or|equivalents?"
        r"|potential|dilutive|fully|weighted|average|depositary|american|"
        r"stock|nonredeemable|voting)[\s,/]+)*(?:shares?|units?|ads)\b",
        r"earnings per\b",
        r"income per(?=\W*$)",
        r"loss\)? per(?=\W*$)",
        r"e\.?p\.?s\b",
    ),
    ANY_CASE,
)
_OF_SHARES = ("average", "number of", "outstanding", "common", "ordinary", "diluted", "basic", "equivalent")
SHARES = re.compile(
    words(
        r"weighted[\s-]+average",
        *(rf"{short}\.?[\s-]+av(?:era)?g" for short in ("wtd", "wgtd")),
        r"avg\.? (?:(?!of\b)\w+ ){0,2}(?:shares|units)\b",
        r"denominator\b(?=.*\bshares?\b)",
        "shares? (?:outstanding|used|issued)",
        *(rf"{kind}(?: \w+){{0,5}}? (?:shares|units)\b" for kind in _OF_SHARES),
        "units outstanding",
        "adss? outstanding",
        r"shares\b(?=.{0,40}\b(?:outstanding|computation|calculation|computing|calculating))",
    )
    + r"|^(?!\W*(?:(?:preferred )?(?:stock )?dividends?|(?:net )?\(?(?:income|loss|earnings))\b)(?!.*\b(?:per|eps)\b)"
    r".*?\bshares\b(?=.{0,40}\b(?:basic|diluted|primary)\b)",
    ANY_CASE,
)
# Counts of other things than shares, in any scale of their own: "Store count", "Unit sales", "Home closings (units)".
_COUNTED = "store", "restaurant", "branch", "hotel", "community", "rig", "employee", "customer", "subscriber", "head"
_VOLUMES = "m?m?b(?:oe|bls?)", "[bm]?m?cfe?", "mmbtu", "[gmk]wh"  # barrels, cubic feet, heat and power
_WEIGHTS = "tons", "tonnes", "barrels", "gallons", "pounds"
COUNT = re.compile(
    words(
        *(rf"{counted}s?\s?count\b" for counted in _COUNTED),
        r"units? (?:(?<!residential unit )(?<!condominium unit )sales|sold|ship(?:ped|ments)|deliver(?:ed|ies))\b",
        *(rf"{counted} (?:closed|delivered|sold)\b" for counted in ("homes", "lots")),
        *(
            rf"{counted} (?:open|in operation|at (?:the )?(?:beginning|end))\b"
            for counted in ("stores", "restaurants", "employees")
        ),
        *(rf"{counted} (?:produced|shipped)\b" for counted in (*_WEIGHTS, "ounces")),
        *(r"number of\b", r"full[- ]time[- ]equivalents?\b", r"units? in service\b"),
        *(
            rf"{counted} days\b(?=\W*$)"
            for counted in ("calendar", "available", "degree", "operating", "ownership", "voyage")
        ),
        *(
            rf"{many}watt[\s-]?hours?\b(?!.*\b(?:tax(?:es)?|revenues?|assessments?|charges?)\b)"
            for many in ("kilo", "mega", "giga")
        ),
        *(
            rf"{moved}\b(?! royalt)[^$]{{0,20}}\b(?:{'|'.join(_WEIGHTS)})\b"
            for moved in ("shipments?", "production", "sales volumes?")
        ),
    ),
    ANY_CASE,
)
COUNT_OF_LINE = re.compile(  # by all of its label
    r"\W*(?:(?:(?:total|full|service|retail|bank|banking|branch|loan|production)[ -])*(?:offices|branches|atms)\W*$"
    r"|(?:total |full[- ]time )+employees\W*$"
    rf"|(?:total )?(?:{'|'.join(_WEIGHTS)}|ounces|cases) sold\b"
    r"|(?:(?:order|sales|total|ending) )*(?:backlog\W+(?:in |of )?(?:units|homes)|(?:units|homes) in backlog)\W*$"
    r"|(?:net |new )*home (?:orders|deliveries)\W*$)"
    rf"|.*\((?:in )?(?:{'|'.join(_VOLUMES)})(?:\W+(?:per |a )?d(?:ay)?)?\)"
    r"|(?!.*\b(?:revenues?|costs?|expenses?|income|profit|margin)\b).*"
    r"\((?:units|homes|lots|stores|restaurants|tons|tonnes)\)",
    ANY_CASE,
)
# The stock's own line in a balance sheet: an amount, whatever its par value and its counts of shares.
STOCK = re.compile(
    r"(?=.*\b(?:stock|shares|units|interests?)\b)(?:.*\b(?:par|stated value|no-par|authorized|liquidation|at cost"
    r"|treasury)\b"
    r"|.*\bissued\b.*\d|.*\(outstanding\b[^)]*\d|.*\d shares\b|.*\b(?:none|no shares)\b|\W*(?:unearned|unallocated)\b"
    r"|\W*(?:class \w )?(?:common|preferred|preference|capital|ordinary) (?:stock|shares"
    r"|units)\b(?!.*\boutstanding\b)|\W*(?:additional )?paid[- ]in capital\b)",
    ANY_CASE,
)
RATE = re.compile(
    r"(?-i:[TtRrPp%])(?:(?<!\w.)(?:(?<=t)ax rates?\b|(?<=r)(?:ates?\W*$|atio\b|eturn on\b)"
    r"|(?<=p)ercent(?:age)?\b(?! (?:rents?|rentals?|leases?)\b))"
    r"|(?<=%)(?<!\d%)(?<!\d %))",
    ANY_CASE,
)

# Headings of columns that hold no period's amounts.
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
