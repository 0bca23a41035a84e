"""The words of lines: those that one kind of statement alone prints, and what is counted or told by the share."""

from __future__ import annotations

import re

from pipeline.filing.patterns import ANY_CASE, words

SHAREHOLDERS = r"(?:stock|share)\s?holders?[’'`]?s?|members?[’']?|partners?[’']?|owners?[’']?"
MARK = r"\W*\w?\W*"  # behind a label: of a note
# The line that a reconciliation comes to.
ADJUSTED = re.compile(r"\W*(?:adjusted|core|non-?\s?gaap)\b|.*\(?non-?\s?gaap\)?\W*\d?$", ANY_CASE)
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
