"""The cover page of Form 8-K, and a release alone."""

from datetime import date

import pytest

from pipeline.filing import open_filing
from pipeline.filing.cover import read_cover
from pipeline.filing.items import find_items
from pipeline.filing.release.exhibit import read_exhibit

COVER = """
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549
                                    FORM 8-K
                                 CURRENT REPORT

         Date of Report (Date of earliest event reported): July 23, 2003

                        INVENTED MILLS, INCORPORATED
             (Exact name of registrant as specified in its charter)

                                    Delaware
                 (State or other jurisdiction of incorporation)

          0-29464                                      03-0153200
  (Commission File Number)                 (I.R.S. Employer Identification No.)

Item 7.    Financial Statements, Pro Forma Financial Information and Exhibits.

(c)        Exhibits.

Item 12.   Results of Operations and Financial Condition.

           The following information, intended to be furnished under
Item 9, "Regulation FD Disclosure", is furnished under Item 12.

                                   SIGNATURES
Pursuant to the requirements of the Securities Exchange Act of 1934, the registrant has
Item 5.  Other Events
"""
SHEET = """            INVENTED MILLS INC
                               FORM 8-K
                         (Unscheduled Material Events)

            Filed 6/10/2005 For Period Ending 6/3/2005

Address          1 INVENTED ROAD
CIK              0009999902
Fiscal Year      09/30
"""


def test_the_cover_gives_what_a_header_would() -> None:
    opened = open_filing(COVER.encode(), "mills.txt")
    filing = opened.filing
    assert (filing.form, filing.facts_from, filing.reported_on) == ("8-K", "cover", date(2003, 7, 23))
    assert filing.items == ("7", "12")
    assert filing.company == "INVENTED MILLS, INCORPORATED"
    (filer,) = opened.filers
    assert (filer.state, filer.file_number, filer.irs_number) == ("DE", "0-29464", "030153200")
    assert opened.documents[0].record.type == "8-K"


def test_captions_side_by_side_and_dates_above_their_caption() -> None:
    facts = read_cover("""SECURITIES AND EXCHANGE COMMISSION
                                    FORM 8-K/A
                                 AUGUST 12, 1998
                  -------------------------------------------
                                 Date of Report
                        (Date of earliest event reported)

                                INVENTED.COM, INC.
- -------------------------------------------------------------------------
               (Exact Name of Registrant as Specified in Charter)

             NEW YORK                 000-22513                  91-1646860
- --------------------------  -----------------------  --------------------
   (State or Other Jurisdiction   (Commission File No.)     (IRS Employer
        of Incorporation)                                 Identification No.)
""")
    assert facts is not None
    (registrant,) = facts.registrants
    assert (facts.form, facts.reported_on, registrant.name) == ("8-K/A", date(1998, 8, 12), "INVENTED.COM, INC.")
    assert (registrant.state, registrant.file_number, registrant.irs_number) == ("NY", "000-22513", "911646860")


def test_a_cover_in_html() -> None:
    html = (
        b"<html><p>SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 8-K</p>"
        b"<p>Date of Report (Date of earliest event reported): July&nbsp;20, 2004 (July 19, 2004)</p>"
        b"<p><u>Invented Mills, Inc.</u></p><p>(Exact name of registrant as specified in its charter)</p><table>"
        b"<tr><td>Ohio</td><td>33-12345</td><td>03-0153200</td></tr><tr><td>(State or other jurisdiction)</td>"
        b"<td>(Commission File Number)</td><td>(IRS Employer Identification No.)</td></tr></table>"
        b"<p>Item&nbsp;12.</p><p>Results of Operations and Financial Condition</p></html>"
    )
    opened = open_filing(html, "x.htm")
    (filer,) = opened.filers
    assert (filer.company, filer.state, filer.file_number, filer.irs_number) == (
        "Invented Mills, Inc.",
        "OH",
        "33-12345",
        "030153200",
    )
    assert (opened.filing.reported_on, opened.filing.items) == (date(2004, 7, 19), ("12",))


def test_a_summary_sheet_before_the_cover() -> None:
    facts = read_cover(SHEET + COVER)
    assert facts is not None
    (registrant,) = facts.registrants
    assert (facts.filed_on, facts.reported_on) == (date(2005, 6, 10), date(2005, 6, 3))
    assert (registrant.cik, registrant.fiscal_year_end) == (9999902, "0930")
    assert registrant.name == "INVENTED MILLS, INCORPORATED"


def test_a_header_without_items_takes_them_from_the_report() -> None:
    header = b"<SEC-HEADER>\nACCESSION NUMBER: 0009999902-03-000001\nCONFORMED SUBMISSION TYPE: 8-K\n"
    header += b"ITEM INFORMATION:\t\nFILED AS OF DATE: 20030724\n</SEC-HEADER>\n"
    data = header + b"<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n" + COVER.encode() + b"</TEXT>\n</DOCUMENT>\n"
    filing = open_filing(data, "x.txt").filing
    assert (filing.items, filing.facts_from, filing.filed_on) == (("7", "12"), "header", date(2003, 7, 24))


@pytest.mark.parametrize(
    ("below", "signed_on"),
    [
        ("Dated: July 29, 2003      Invented Mills, Inc.", date(2003, 7, 29)),
        ("INVENTED MILLS, INC.\nBy: /s/ A. Miller\n\nJuly 29. 2003\n(Date)", date(2003, 7, 29)),
        ("Exhibit Index\n99.1 Press release dated July 29, 2003", None),
        ("Date: July 29, 2004", None),  # a year late: misprinted
        ("Date: July 22, 2003", None),  # before the event
    ],
)
def test_the_day_of_the_signature(below: str, signed_on: date | None) -> None:
    report, _, _ = COVER.partition("SIGNATURES")
    signature = "\f      SIGNATURE\n\nPursuant to the requirements of the Securities Exchange Act of 1934\n\n"
    facts = read_cover(f"{report}{signature}{below}\n")
    assert facts is not None
    assert facts.signed_on == signed_on


@pytest.mark.parametrize(
    ("text", "day", "items"),
    [
        ("\fItem 2.02 Results of Operations and Financial Condition\n", date(2010, 2, 19), ["2.02"]),
        ("ITEM 4.02(a). Non-Reliance on Previously Issued Financial\nStatements\n", date(2006, 5, 16), ["4.02"]),
        ("Item 5.\n\n  Press Release\n", date(1998, 2, 3), ["5"]),
        ("Item 5.02 Departure of Directors\nItem 5.02 Departure of Directors\n", date(2010, 1, 1), ["5.02"]),
        ("as set out in\nItem 9 of the annual report, which was\n", date(2003, 1, 1), []),
        ("Item 7.01 Regulation FD Disclosure\n", date(2003, 1, 1), []),
    ],
)
def test_items_are_headings_of_their_era(text: str, day: date, items: list[str]) -> None:
    assert [number for number, _ in find_items(text, day)] == items


@pytest.mark.parametrize(
    ("head", "day", "company"),
    [
        ("TROY, NY - July 23, 2003 -- Mills, Inc. (Nasdaq: INVM) today", date(2003, 7, 23), "Mills, Inc."),
        ("YORK, May 7, 2020 (GLOBE NEWSWIRE) -- The Mill Company (NYSE: INV)", date(2020, 5, 7), "The Mill Company"),
        ("OHIO--(BUSINESS WIRE)--May 29, 2020--Mill & Co. (“Mill”) (NYSE:MIL)", date(2020, 5, 29), "Mill & Co."),
        ("MILL, Va. (April 9, 2020) - Mills Group, Inc. (NASDAQ: MIL)", date(2020, 4, 9), "Mills Group, Inc."),
        ("Monday April 6, 2020\nWe sold mills.\n\nAbout Mill Corp.\nMill", date(2020, 4, 6), "Mill Corp."),
        ("Results for the quarter ended March 29, 2020 were good.", None, None),
        ("TROY, N.Y., May 7, 2020: Mills, Inc. today", date(2020, 5, 7), None),
        ("Mills, Inc.\nMay 7, 2020\nholders of record, May 29, 2020. Mills", date(2020, 5, 7), None),
        ("Investor Update\nIssue Date: May 7, 2020\nMaturity date: May 29, 2020\n", date(2020, 5, 7), None),
        ("May 7, 2020 -- Mills Corp. (“Mills” or the “Company”, NYSE: MIL) today", date(2020, 5, 7), "Mills Corp."),
        ("Release: May 7, 2020\nMILLTOWN - Mills, Inc. today announced\n", date(2020, 5, 7), None),
        (
            "MILLTOWN, Md. (May 7, 2020) – Mills, Inc. today reported\n• April 3, 2020 – Mills bought a mill.\n",
            date(2020, 5, 7),
            None,
        ),
        ("Results (quarter ended April 3, 2020) – a record\nMILLTOWN, May 7, 2020 -- Mills", date(2020, 5, 7), None),
        ("(MILLTOWN, Md., May 7, 2020) (BUSINESS WIRE) -- Mills, Inc. today\n", date(2020, 5, 7), None),
        ("For release May 7, 2020\nConference call\nDate: May 29, 2020\nTime: 10 a.m.", date(2020, 5, 7), None),
        ("Mills, Inc.\n(May 7, 2020)\nResults of the quarter ended\nMonday, March 30, 2020.\n", date(2020, 5, 7), None),
    ],
)
def test_a_release_alone_names_its_day_and_company(head: str, day: date | None, company: str | None) -> None:
    facts = read_exhibit(head)
    assert facts.reported_on == day
    assert [r.name for r in facts.registrants] == ([company] if company else [])


def test_a_day_that_the_accession_number_belies_is_left_out() -> None:
    page = b"NEWS RELEASE\n\nApril 29, 2019\n\nMill Corp. (NYSE: MIL) reports second quarter 2020 results\n"
    opened = open_filing(page, "0009999902-20-000004.txt")
    assert opened.filing.reported_on is None
    assert [issue.code for issue in opened.issues] == ["date_doubtful"]
    assert open_filing(page, "0009999902-19-000004.txt").filing.reported_on == date(2019, 4, 29)


RESULTS = """News Release
{dateline}Mill Corp. ({ticker}) today reported results for the first quarter.

                    Mill Corp.
           Consolidated Statements of Income
                 (in thousands)
                      Three months ended March 31,
                          2020          2019
Net sales             $ 12,345      $ 11,222
Cost of sales            7,000         6,500
Gross profit             5,345         4,722
Net income            $  1,234      $  1,111
"""


@pytest.mark.parametrize(
    ("dateline", "ticker", "lacks"),
    [
        ("MILLTOWN, April 29, 2020 -- ", "NYSE: MIL", None),
        ("", "NYSE: MIL", "tells the day:"),
        ("MILLTOWN, April 29, 2020 -- ", "the Company", "tells the company:"),
        ("", "the Company", "tells the day and the company:"),
    ],
)
def test_results_that_no_day_or_company_places_are_told_of(dateline: str, ticker: str, lacks: str | None) -> None:
    opened = open_filing(RESULTS.format(dateline=dateline, ticker=ticker).encode(), "0009999902-20-000004.txt")
    assert opened.filing.is_earnings_release
    assert [issue.code for issue in opened.issues] == (["release_not_placed"] if lacks else [])
    assert lacks is None or lacks in opened.issues[0].message


def _header_of(*registrants: tuple[str, str, str]) -> bytes:
    filers = "".join(
        f"FILER:\n\tCOMPANY CONFORMED NAME:\t{name}\n\tCENTRAL INDEX KEY:\t{cik}\n\tIRS NUMBER:\t{irs_number}\n"
        for name, cik, irs_number in registrants
    )
    return f"<SEC-HEADER>\nACCESSION NUMBER: 0009999901-05-000001\n{filers}</SEC-HEADER>\n".encode()


CITY = ("INVENTED CITY POWER CO", "0009999911", "639999911")
PARENT = ("INVENTED POWER HOLDINGS", "0009999901", "589999901")
RIVER = ("INVENTED RIVER POWER CO", "0009999912", "649999912")
OF_THREE = b"""<DOCUMENT>
<TYPE>8-K
<TEXT>
                SECURITIES AND EXCHANGE COMMISSION
                            FORM 8-K
Commission       Registrant, State of Incorporation,       I.R.S. Employer
File Number      Address and Telephone Number              Identification No.
1-99901          Invented Power Holdings                   58-9999901
1-99911          Invented City Power Company               63-9999911
1-99912          Invented River Power Company              64-9999912
</TEXT>
</DOCUMENT>
"""


@pytest.mark.parametrize(
    ("registrants", "cover", "in_order"),
    [
        ((CITY, RIVER, PARENT), OF_THREE, (PARENT, CITY, RIVER)),
        ((PARENT, CITY), OF_THREE.replace(b"58-9999901", b""), (PARENT, CITY)),  # not numbered: it keeps its place
        ((CITY, PARENT), OF_THREE.replace(b"63-9999911", b""), (CITY, PARENT)),
        ((CITY, PARENT), b"", (CITY, PARENT)),  # an exhibit alone has no cover
    ],
)
def test_registrants_of_one_filing_are_in_the_order_of_its_cover(
    registrants: tuple[tuple[str, str, str], ...], cover: bytes, in_order: tuple[tuple[str, str, str], ...]
) -> None:
    opened = open_filing(_header_of(*registrants) + cover, "power.txt")
    assert [filer.company for filer in opened.filers] == [name for name, _, _ in in_order]
    assert (opened.filing.company, opened.filing.cik) == (in_order[0][0], int(in_order[0][1]))
