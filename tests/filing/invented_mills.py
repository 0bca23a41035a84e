"""Filings of a company that does not exist: its report, its news, its statement of income."""

from pipeline.filing import open_filing

STATEMENT = """
                          INVENTED MILLS, INC.
                CONSOLIDATED STATEMENTS OF OPERATIONS
                  Three Months Ended June 30,
                              2003          2002
                         ----------    ----------
Net sales                $   12,636    $    6,619
Cost of goods sold            6,510         3,812
                         ----------    ----------
Gross profit                  6,126         2,807
Operating expenses            5,019         2,411
                         ----------    ----------
Income from operations        1,107           396
Income taxes                    343           122
                         ----------    ----------
Net income               $      764    $      274
Basic earnings per share $      .06    $      .02
"""
NEWS = "Invented Mills, Inc. today announced financial results for the second quarter ended June 30, 2003.\n"
PLACES = ("Atlantic", "Pacific", "Northern", "Southern", "Alpine", "Coastal", "Island", "Desert", "Harbor", "Valley")
COVER = """SECURITIES AND EXCHANGE COMMISSION
FORM 8-K
Date of Report (Date of earliest event reported): {day}
INVENTED MILLS, INC.
(Exact name of registrant as specified in its charter)
{items}
"""


def report(items: str, day: str = "July 23, 2003") -> str:
    return COVER.format(day=day, items=items)


def submission(report_text: str, *exhibits: tuple[str, str]) -> bytes:
    parts = [("8-K", report_text), *exhibits]
    blocks = "".join(f"<DOCUMENT>\n<TYPE>{kind}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n" for kind, text in parts)
    return f"<SEC-HEADER>\nACCESSION NUMBER: 0009999902-03-000001\n</SEC-HEADER>\n{blocks}".encode()


def is_release(data: bytes) -> bool:
    return open_filing(data, "x.txt").filing.is_earnings_release
