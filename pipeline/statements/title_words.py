"""The words of titles: of statements by class, of extracts from them, and of whose they are."""

from __future__ import annotations

import re

from pipeline.filing.dates import MONTH
from pipeline.filing.patterns import ANY_CASE, words
from pipeline.statements.line_words import SHAREHOLDERS

STATEMENTS = ("income", "balance", "cash_flow")  # the classes of which the marts take primary tables
NAMES_MONTH = re.compile(rf"\b{MONTH}", ANY_CASE)
IN_BRACKETS = re.compile(r"\([^()]*\)")
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
