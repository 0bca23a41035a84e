"""A filing as one text, in EDGAR's two dialects: `submission` below /Archives/edgar/data, `dissemination` in the feed.

From the first <DOCUMENT> to the last </DOCUMENT> both are the same bytes; the header and the lines around it differ.
Sources: whole submissions of 1996 to 2025 for the plain dialect (mail around them up to 2009, FILENAME from 2000,
ACCEPTANCE-DATETIME from 2001, DATE AS OF CHANGE from 2005); for the tagged one the Public Dissemination Service
Technical Specification, parts 2 and 3, and the `.nc` files of 1999 and 2017 in `nc_examples/` of gaulinmp/pyedgar.
"""

import base64
from collections.abc import Iterator

from tests.edgar.replica.filings import ROLES, Company, Filer, Filing
from tests.samples.submission import TITLES

LAST_YEAR_OF_MAIL = 2009
FIRST_YEAR_OF_FILENAMES = 2000
FIRST_YEAR_OF_ACCEPTANCE = 2001
FIRST_YEAR_OF_CHANGES = 2005


def submission(filing: Filing) -> str:
    """The complete submission text file, `<SEC-DOCUMENT>` to `</SEC-DOCUMENT>`."""
    lines = [*_plain_header(filing), *_documents(filing), "</SEC-DOCUMENT>"]
    if filing.filed_on.year <= LAST_YEAR_OF_MAIL:
        lines = [*_mail(filing), *lines, "-----END PRIVACY-ENHANCED MESSAGE-----"]
    return "\n".join(lines) + "\n"


def dissemination(filing: Filing) -> str:
    """A member of a feed archive, `<SUBMISSION>` to `</SUBMISSION>`."""
    return "\n".join(["<SUBMISSION>", *_tagged_header(filing), *_documents(filing), "</SUBMISSION>"]) + "\n"


def _documents(filing: Filing) -> Iterator[str]:
    for sequence, part in enumerate(filing.parts, start=1):
        yield f"<DOCUMENT>\n<TYPE>{part.type}\n<SEQUENCE>{sequence}"
        if filing.filed_on.year >= FIRST_YEAR_OF_FILENAMES:
            yield f"<FILENAME>{part.filename}"
        yield f"<DESCRIPTION>{part.description}\n<TEXT>"
        yield part.text.rstrip("\n")
        yield "</TEXT>\n</DOCUMENT>"


def _plain_header(filing: Filing) -> Iterator[str]:
    number, filed = filing.accession_number, f"{filing.filed_on:%Y%m%d}"
    yield f"<SEC-DOCUMENT>{number}.txt : {filed}"
    yield f"<SEC-HEADER>{number}.hdr.sgml : {filed}"
    if filing.filed_on.year >= FIRST_YEAR_OF_ACCEPTANCE:
        yield f"<ACCEPTANCE-DATETIME>{filing.accepted_at:%Y%m%d%H%M%S}"
    yield f"ACCESSION NUMBER:\t\t{number}"
    yield f"CONFORMED SUBMISSION TYPE:\t{filing.form}"
    yield f"PUBLIC DOCUMENT COUNT:\t\t{len(filing.parts)}"
    yield f"CONFORMED PERIOD OF REPORT:\t{filing.reported_on:%Y%m%d}"
    yield from (f"ITEM INFORMATION:\t\t{TITLES[item]}" for item in filing.items)
    yield f"FILED AS OF DATE:\t\t{filed}"
    if filing.filed_on.year >= FIRST_YEAR_OF_CHANGES:
        yield f"DATE AS OF CHANGE:\t\t{filed}"
    for place, filer in enumerate(filing.filers):
        yield from _plain_filer(filing, filer, place)
    yield "</SEC-HEADER>"


def _plain_filer(filing: Filing, filer: Filer, place: int) -> Iterator[str]:
    company = filer.company
    yield f"\n{ROLES[filer.role]}:\n"
    yield "\tOWNER DATA:\t" if filer.role == "Reporting" else "\tCOMPANY DATA:\t"
    yield f"\t\tCOMPANY CONFORMED NAME:\t\t\t{company.name}"
    yield f"\t\tCENTRAL INDEX KEY:\t\t\t{company.cik:010}"
    if company.sic:
        yield f"\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t{company.sic_title} [{company.sic}]"
        yield f"\t\tIRS NUMBER:\t\t\t\t{company.irs_number}"
        yield f"\t\tSTATE OF INCORPORATION:\t\t\t{company.state}"
        yield f"\t\tFISCAL YEAR END:\t\t\t{company.fiscal_year_end}"
    yield f"\n\tFILING VALUES:\n\t\tFORM TYPE:\t\t{filing.form}\n\t\tSEC ACT:\t\t1934 Act"
    yield f"\t\tSEC FILE NUMBER:\t{company.file_number}\n\t\tFILM NUMBER:\t\t{film_number(filing, place)}"
    address = [
        f"\t\tSTREET 1:\t\t{company.street}",
        f"\t\tCITY:\t\t\t{company.city}",
        f"\t\tSTATE:\t\t\t{company.address_state}",
        f"\t\tZIP:\t\t\t{company.zip}",
    ]
    yield from ["\n\tBUSINESS ADDRESS:\t", *address, f"\t\tBUSINESS PHONE:\t\t{company.phone}"]
    yield from ["\n\tMAIL ADDRESS:\t", *address]


def _tagged_header(filing: Filing) -> Iterator[str]:
    filed = f"{filing.filed_on:%Y%m%d}"
    yield f"<ACCESSION-NUMBER>{filing.accession_number}"
    yield f"<TYPE>{filing.form}"
    yield f"<PUBLIC-DOCUMENT-COUNT>{len(filing.parts)}"
    yield f"<PERIOD>{filing.reported_on:%Y%m%d}"
    yield from (f"<ITEMS>{item}" for item in filing.items)
    yield f"<FILING-DATE>{filed}"
    if filing.filed_on.year >= FIRST_YEAR_OF_CHANGES:
        yield f"<DATE-OF-FILING-DATE-CHANGE>{filed}"
    for place, filer in enumerate(filing.filers):
        yield from _tagged_filer(filing, filer, place)


def _tagged_filer(filing: Filing, filer: Filer, place: int) -> Iterator[str]:
    company, role = filer.company, ROLES[filer.role]
    data = "OWNER-DATA" if filer.role == "Reporting" else "COMPANY-DATA"
    yield f"<{role}>\n<{data}>\n<CONFORMED-NAME>{company.name}\n<CIK>{company.cik:010}"
    if company.sic:
        yield f"<ASSIGNED-SIC>{company.sic}\n<IRS-NUMBER>{company.irs_number}"
        yield f"<STATE-OF-INCORPORATION>{company.state}\n<FISCAL-YEAR-END>{company.fiscal_year_end}"
    yield f"</{data}>\n<FILING-VALUES>\n<FORM-TYPE>{filing.form}\n<ACT>34"
    yield f"<FILE-NUMBER>{company.file_number}\n<FILM-NUMBER>{film_number(filing, place)}\n</FILING-VALUES>"
    yield f"<BUSINESS-ADDRESS>\n{_tagged_address(company)}\n<PHONE>{company.phone}\n</BUSINESS-ADDRESS>"
    yield f"<MAIL-ADDRESS>\n{_tagged_address(company)}\n</MAIL-ADDRESS>\n</{role}>"


def _tagged_address(company: Company) -> str:
    return f"<STREET1>{company.street}\n<CITY>{company.city}\n<STATE>{company.address_state}\n<ZIP>{company.zip}"


def film_number(filing: Filing, place: int) -> str:
    """A number of microfilm days; each filer of a filing has one of its own."""
    return f"{filing.filed_on:%y}{int(filing.accession_number[-6:]) * 10 + place:07}"


def _mail(filing: Filing) -> list[str]:
    """The lines of privacy-enhanced mail, with a key and a check that sign nothing."""
    key = base64.b64encode(b"a key that signs nothing, for this filing was invented").decode("ascii")
    check = base64.b64encode(f"no check of {filing.accession_number}".encode()).decode("ascii")
    return [
        "-----BEGIN PRIVACY-ENHANCED MESSAGE-----",
        "Proc-Type: 2001,MIC-CLEAR",
        "Originator-Name: nobody@example.com",
        "Originator-Key-Asymmetric:",
        f" {key[:64]}",
        f" {key[64:]}",
        "MIC-Info: RSA-MD5,RSA,",
        f" {check}",
        "",
    ]
