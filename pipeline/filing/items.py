"""The items of Form 8-K, numbers and titles, before and since August 23, 2004 (SEC Release 33-8400).

Headers give titles only, in the words of their day; the date decides which number a title bears.
"""

from __future__ import annotations

import re
from datetime import date

NEW_ITEMS_FROM = date(2004, 8, 23)

# Numbers of a title's item in the old scheme and in the new one; a title is compared by its letters and digits only.
OLD_ITEMS = {
    "1": ("Changes in Control of Registrant",),
    "2": ("Acquisition or Disposition of Assets",),
    "3": ("Bankruptcy or Receivership",),
    "4": ("Changes in Registrant's Certifying Accountant", "Changes in Certifying Accountant"),
    "5": ("Other Events", "Other Events and Regulation FD Disclosure", "Other Events and Required FD Disclosure",
          "Other Materially Important Events", "Other Information"),
    "6": ("Resignations of Registrant's Directors", "Resignation of Directors"),
    "7": ("Financial Statements and Exhibits", "Financial Statements, Pro Forma Financial Information and Exhibits",
          "Exhibits", "Financial Statements"),
    "8": ("Change in Fiscal Year",),
    "9": ("Regulation FD Disclosure", "Sales of Equity Securities Pursuant to Regulation S"),
    "10": ("Amendments to the Registrant's Code of Ethics",),
    "11": ("Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",),
    "12": ("Results of Operations and Financial Condition",
           "Disclosure of Results of Operations and Financial Condition"),
}  # fmt: skip
NEW_ITEMS = {
    "1.01": ("Entry into a Material Definitive Agreement",),
    "1.02": ("Termination of a Material Definitive Agreement",),
    "1.03": ("Bankruptcy or Receivership",),
    "1.04": ("Mine Safety - Reporting of Shutdowns and Patterns of Violations",),
    "1.05": ("Material Cybersecurity Incidents",),
    "2.01": ("Completion of Acquisition or Disposition of Assets",),
    "2.02": ("Results of Operations and Financial Condition",),
    "2.03": ("Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of a"
             " Registrant",),
    "2.04": ("Triggering Events That Accelerate or Increase a Direct Financial Obligation or an Obligation under an"
             " Off-Balance Sheet Arrangement",),
    "2.05": ("Costs Associated with Exit or Disposal Activities", "Cost Associated with Exit or Disposal Activities"),
    "2.06": ("Material Impairments",),
    "3.01": ("Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing",),
    "3.02": ("Unregistered Sales of Equity Securities",),
    "3.03": ("Material Modification to Rights of Security Holders", "Material Modifications to Rights of Security"
             " Holders"),
    "4.01": ("Changes in Registrant's Certifying Accountant",),
    "4.02": ("Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim"
             " Review",),
    "5.01": ("Changes in Control of Registrant",),
    "5.02": ("Departure of Directors or Principal Officers; Election of Directors; Appointment of Principal Officers",
             "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers;"
             " Compensatory Arrangements of Certain Officers"),
    "5.03": ("Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year",),
    "5.04": ("Temporary Suspension of Trading Under Registrant's Employee Benefit Plans",),
    "5.05": ("Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of Ethics",),
    "5.06": ("Change in Shell Company Status",),
    "5.07": ("Submission of Matters to a Vote of Security Holders",),
    "5.08": ("Shareholder Director Nominations", "Shareholder Nominations Pursuant to Exchange Act Rule 14a-11"),
    "6.01": ("ABS Informational and Computational Material",),
    "6.02": ("Change of Servicer or Trustee",),
    "6.03": ("Change in Credit Enhancement or Other External Support",),
    "6.04": ("Failure to Make a Required Distribution",),
    "6.05": ("Securities Act Updating Disclosure",),
    "6.06": ("Static Pool",),
    "7.01": ("Regulation FD Disclosure",),
    "8.01": ("Other Events",),
    "9.01": ("Financial Statements and Exhibits", "Financial Statements, Pro Forma Financial Information and Exhibits"),
}  # fmt: skip

_RUNNING_ON = re.compile(
    r"\b(?:under|in|of|to|by|and|or|see|with|pursuant to|this|the)[ \t]*\n[ \t]*\Z"
)  # a mention follows
_LONG_ENOUGH = 12  # letters of a title cut short that still tell it
_ITEM = re.compile(
    r"(?-i:[Ii])tems?[ \t]+(?P<number>1[0-2](?!\d)|[1-9](?:\.\d{2})?(?!\d))"
    r"(?:[ \t]*\([a-z]\))*[ \t]*(?!,)[.:)–—-]*[ \t]*(?P<title>[^\n]*)",
    re.IGNORECASE,
)
_MARGIN = " \t\f*>|"  # what may stand in front of a heading on its line


def _letters(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", title.lower())


_TITLES = {
    era: {_letters(title): number for number, titles in items.items() for title in titles}
    for era, items in (("old", OLD_ITEMS), ("new", NEW_ITEMS))
}


def is_old(day: date | None) -> bool:
    """Whether a filing of this day uses items 1 to 12; undated ones are taken to be of today's scheme."""
    return day is not None and day < NEW_ITEMS_FROM


def number_of_title(title: str, *, old: bool) -> str | None:
    """The item's number in the era's scheme; titles in any case, cut short, with words beyond."""
    letters, titles = _letters(title), _TITLES["old" if old else "new"]
    if letters in titles:
        return titles[letters]
    if len(letters) < _LONG_ENOUGH:
        return None
    if found := {number for title, number in titles.items() if title.startswith(letters)}:
        return found.pop() if len(found) == 1 else None
    begun = (title for title in titles if len(title) >= _LONG_ENOUGH and letters.startswith(title))
    longest = max(begun, key=len, default=None)
    return titles[longest] if longest else None


def find_items(text: str, day: date | None) -> list[tuple[str, str]]:
    """Number and title of every item headed in the text of a Form 8-K, in order, each once.

    A heading stands at the start of a line and bears a title that its number is known by (or none); numbers of the
    other era, and mentions in running text ("furnished under Item 12"), are no headings.
    """
    found: dict[str, str] = {}
    for match in _ITEM.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        if text[line : match.start()].strip(_MARGIN):
            continue
        number = match["number"]
        if ("." not in number) != is_old(day) and day is not None:
            continue
        if _RUNNING_ON.search(text, max(0, line - 40), line):
            continue
        title = _title(match["title"], text, match.end())
        if _is_heading(number, title) and not found.get(number):
            found[number] = title
    return list(found.items())


def _title(rest: str, text: str, end: int) -> str:
    """What follows the number, else the next line that prints; sentence by sentence, the first."""
    if not re.search(r"\w", rest):
        following = text[end : end + 400].lstrip().split("\n", 1)
        rest = following[0] if following else ""
    return re.split(r"\.(?=\s|$)|\t| {3,}", rest.strip(" \t.:–—-|"))[0].strip(' .:"“”')


def _is_heading(number: str, title: str) -> bool:
    """Whether a title is one that items bear (its own, or another's: registrants misnumber), or looks like one."""
    if number not in NEW_ITEMS and number not in OLD_ITEMS:
        return False
    letters = _letters(title)
    if any(letters[:10] == known[:10] for known in _TITLES["new"] | _TITLES["old"]):
        return True
    words = [word for word in re.findall(r"[A-Za-z]+", title) if len(word) > 3]
    return 0 < len(words) <= 8 and all(word[0].isupper() for word in words)
