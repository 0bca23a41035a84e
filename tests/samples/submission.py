"""Whole EDGAR submissions: header, documents, and around those of 2002 the lines of privacy-enhanced mail."""

import base64
import binascii
from dataclasses import dataclass

from tests.samples.catalogue import Registrant, SampleFiling

TITLES = {
    "5": "Other events",
    "7": "Financial statements and exhibits",
    "9": "Regulation FD Disclosure",
    "12": "Results of Operations and Financial Condition",
    "2.02": "Results of Operations and Financial Condition",
    "5.02": "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: "
    "Compensatory Arrangements of Certain Officers",
    "7.01": "Regulation FD Disclosure",
    "9.01": "Financial Statements and Exhibits",
}
DOT = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")  # a GIF


@dataclass(frozen=True, slots=True)
class Part:
    """One <DOCUMENT> of a submission."""

    type: str
    filename: str
    description: str
    text: str


def submission(filing: SampleFiling, parts: list[Part]) -> str:
    """The submission's text."""
    number, filed = filing.accession_number, f"{filing.filed_on:%Y%m%d}"
    lines = [
        f"<SEC-DOCUMENT>{number}.txt : {filed}",
        f"<SEC-HEADER>{number}.hdr.sgml : {filed}",
        f"<ACCEPTANCE-DATETIME>{filing.accepted_at:%Y%m%d%H%M%S}",
        f"ACCESSION NUMBER:\t\t{number}",
        f"CONFORMED SUBMISSION TYPE:\t{filing.form}",
        f"PUBLIC DOCUMENT COUNT:\t\t{len(parts)}",
        f"CONFORMED PERIOD OF REPORT:\t{filing.reported_on:%Y%m%d}",
        *(f"ITEM INFORMATION:\t\t{TITLES[item]}" for item in filing.items),
        f"FILED AS OF DATE:\t\t{filed}",
        f"DATE AS OF CHANGE:\t\t{filed}",
        "",
        *_filer(filing.registrant, filing),
        "</SEC-HEADER>",
    ]
    for sequence, part in enumerate(parts, start=1):
        lines += [
            "<DOCUMENT>",
            f"<TYPE>{part.type}",
            f"<SEQUENCE>{sequence}",
            f"<FILENAME>{part.filename}",
            f"<DESCRIPTION>{part.description}",
            "<TEXT>",
            part.text.rstrip("\n"),
            "</TEXT>",
            "</DOCUMENT>",
        ]
    lines.append("</SEC-DOCUMENT>")
    if filing.filed_on.year == 2002:
        lines = [*_mail(filing), *lines, "-----END PRIVACY-ENHANCED MESSAGE-----"]
    return "\n".join(lines) + "\n"


def picture() -> str:
    """A graphic as EDGAR encodes it: one white dot."""
    encoded = binascii.b2a_uu(DOT).decode("ascii")
    return f"begin 644 dot.gif\n{encoded}`\nend\n"


def _filer(company: Registrant, filing: SampleFiling) -> list[str]:
    address = [
        f"\t\tSTREET 1:\t\t{company.street.upper()}",
        f"\t\tCITY:\t\t\t{company.city.upper()}",
        f"\t\tSTATE:\t\t\t{'MA' if company.city == 'Worcester' else 'OH'}",
        f"\t\tZIP:\t\t\t{company.zip}",
    ]
    lines = [
        "FILER:",
        "",
        "\tCOMPANY DATA:\t",
        f"\t\tCOMPANY CONFORMED NAME:\t\t\t{company.conformed_name}",
        f"\t\tCENTRAL INDEX KEY:\t\t\t{company.cik:010}",
        f"\t\tSTANDARD INDUSTRIAL CLASSIFICATION:\t{company.sic_title} [{company.sic}]",
        f"\t\tIRS NUMBER:\t\t\t\t{company.irs_number}",
        f"\t\tSTATE OF INCORPORATION:\t\t\t{company.state}",
        f"\t\tFISCAL YEAR END:\t\t\t{company.fiscal_year_end}",
        "",
        "\tFILING VALUES:",
        f"\t\tFORM TYPE:\t\t{filing.form}",
        "\t\tSEC ACT:\t\t1934 Act",
        f"\t\tSEC FILE NUMBER:\t{company.file_number}",
        f"\t\tFILM NUMBER:\t\t{filing.filed_on:%y}{filing.accession_number[-6:]}",
        "",
        "\tBUSINESS ADDRESS:\t",
        *address,
        f"\t\tBUSINESS PHONE:\t\t{company.phone}",
        "",
        "\tMAIL ADDRESS:\t",
        *address,
    ]
    if company.former_name:
        lines += [
            "",
            "\tFORMER COMPANY:\t",
            f"\t\tFORMER CONFORMED NAME:\t{company.former_name}",
            f"\t\tDATE OF NAME CHANGE:\t{company.former_name_until}",
        ]
    return lines


def _mail(filing: SampleFiling) -> list[str]:
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
