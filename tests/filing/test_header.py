"""Header facts, in the plain and in the tagged dialect."""

from datetime import date, datetime

import pytest

from pipeline.filing.facts import Facts, ItemFact
from pipeline.filing.header import read_header

PLAIN = """<ACCEPTANCE-DATETIME>20050125092650
ACCESSION NUMBER:\t\t0009999902-05-000042
CONFORMED SUBMISSION TYPE:\t8-K/A
PUBLIC DOCUMENT COUNT:\t\t2
CONFORMED PERIOD OF REPORT:\t20050124
ITEM INFORMATION:\t\tResults of Operations and Financial Condition
ITEM INFORMATION:\t\tFINANCIAL STATEMENTS AND EXHIB
ITEM INFORMATION:\t\tSomething nobody thought of
ITEM INFORMATION:\t\t
FILED AS OF DATE:\t\t20050125

SUBJECT COMPANY:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\tINVENTED MILLS CORP
\t\tCENTRAL INDEX KEY:\t\t\t0009999902
\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t [3281
]\t\tIRS NUMBER:\t\t\t\t030153200
\t\tSTATE OF INCORPORATION:\t\t\tDE
\t\tFISCAL YEAR END:\t\t\t1231
</COMPANY-DATA>

\tFILING VALUES:
\t\tFORM TYPE:\t\t8-K
\t\tSEC FILE NUMBER:\t000-29464

\tBUSINESS ADDRESS:\t
\t\tSTATE:\t\t\tNH

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tOLD MILLS INC
\t\tDATE OF NAME CHANGE:\t19970808

\tFORMER COMPANY:\t
\t\tFORMER CONFORMED NAME:\tOLDER MILLS INC

FILER:
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\tINVENTED POWER CO
\t\tCENTRAL INDEX KEY:\t0009999903
\t\tEIN:\t\t131432060
"""
TAGGED = """<SUBMISSION>
<ACCESSION-NUMBER>0009999902-03-000001
<TYPE>8-K
<PUBLIC-DOCUMENT-COUNT>2
<PERIOD>20030721
<ITEMS>7
<ITEMS>12
<FILING-DATE>20030722
<FILER>
<COMPANY-DATA>
<CONFORMED-NAME>INVENTED MILLS CORP
<CIK>0009999902
<ASSIGNED-SIC>3281
<IRS-NUMBER>030153200
<STATE-OF-INCORPORATION>DE
<FISCAL-YEAR-END>0930
</COMPANY-DATA>
<FILING-VALUES>
<FORM-TYPE>8-K
<FILE-NUMBER>000-29464
</FILING-VALUES>
<FORMER-COMPANY>
<FORMER-CONFORMED-NAME>OLD MILLS INC
</FORMER-COMPANY>
</FILER>
"""


def test_the_plain_dialect() -> None:
    facts = read_header(PLAIN)
    assert (facts.accession_number, facts.form) == ("0009999902-05-000042", "8-K/A")
    assert (facts.reported_on, facts.filed_on) == (date(2005, 1, 24), date(2005, 1, 25))
    assert facts.accepted_at == datetime(2005, 1, 25, 9, 26, 50)
    assert [item.number for item in facts.items] == ["2.02", "9.01", None]
    assert facts.items[2].title == "Something nobody thought of"
    mills, power = facts.registrants
    assert (mills.name, mills.cik, mills.sic, mills.irs_number) == ("INVENTED MILLS CORP", 9999902, "3281", "030153200")
    assert (mills.file_number, mills.state, mills.fiscal_year_end) == ("000-29464", "DE", "1231")
    assert mills.former_names == ("OLD MILLS INC", "OLDER MILLS INC")
    assert (power.name, power.cik, power.irs_number, power.sic) == ("INVENTED POWER CO", 9999903, "131432060", None)


@pytest.mark.parametrize("digits", ["00010125", "99990125", "20051325", "2005"])
def test_a_day_of_another_age_or_of_no_calendar_is_none(digits: str) -> None:
    assert read_header(PLAIN.replace("20050125", digits)).filed_on is None


def test_the_tagged_dialect_of_the_feed_archives() -> None:
    facts = read_header(TAGGED)
    assert (facts.accession_number, facts.form) == ("0009999902-03-000001", "8-K")
    assert (facts.reported_on, facts.filed_on, facts.accepted_at) == (date(2003, 7, 21), date(2003, 7, 22), None)
    assert facts.items == (
        ItemFact("7", "Financial Statements and Exhibits"),
        ItemFact("12", "Results of Operations and Financial Condition"),
    )
    (mills,) = facts.registrants
    assert (mills.cik, mills.sic, mills.fiscal_year_end, mills.former_names) == (
        9999902,
        "3281",
        "0930",
        ("OLD MILLS INC",),
    )


@pytest.mark.parametrize(
    ("title", "filed", "number"),
    [
        ("Other events", "19970102", "5"),
        ("Other Events", "20040823", "8.01"),
        ("Regulation FD Disclosure", "20030722", "9"),
        ("Regulation FD Disclosure", "20220428", "7.01"),
        ("RESULTS OF OPERATIONS AND FINANCIAL CONDITION", "20040822", "12"),
        ("Financial statements, pro forma financial information and exhibits", "20030102", "7"),
        ("Changes in registrant's certifying accountant", "20020219", "4"),
        ("Changes in Registrant’s Certifying Accountant", "20090819", "4.01"),
        ("Submission of Matters to a Vote of Security Holders", "20250507", "5.07"),
    ],
)
def test_the_day_decides_the_number_of_a_title(title: str, filed: str, number: str) -> None:
    facts = read_header(f"FILED AS OF DATE:\t{filed}\nITEM INFORMATION:\t{title}\n")
    assert facts.items == (ItemFact(number, title),)


def test_what_is_malformed_is_null() -> None:
    facts = read_header(
        "FILED AS OF DATE: 2003\nCONFORMED PERIOD OF REPORT: 20031345\nFILER:\nCENTRAL INDEX KEY: none\n"
        "COMPANY CONFORMED NAME: X\nFISCAL YEAR END: 0000\nIRS NUMBER: 000000000\n"
    )
    assert (facts.filed_on, facts.reported_on) == (None, None)
    (registrant,) = facts.registrants
    assert (registrant.cik, registrant.fiscal_year_end, registrant.irs_number) == (None, None, None)
    assert read_header("") == Facts()
