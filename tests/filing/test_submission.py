"""The envelope: what stands around the documents of a filing, in the shapes that EDGAR has had."""

from pipeline.filing import open_filing

PEM = b"""-----BEGIN PRIVACY-ENHANCED MESSAGE-----
Proc-Type: 2001,MIC-CLEAR
Originator-Name: webmaster@www.sec.gov
MIC-Info: RSA-MD5,RSA,
 AAAA==

"""
HEADER = b"""<SEC-DOCUMENT>0009999901-03-000001.txt : 20030723
<SEC-HEADER>0009999901-03-000001.hdr.sgml : 20030723
<ACCEPTANCE-DATETIME>20030723161500
ACCESSION NUMBER:\t\t0009999901-03-000001
CONFORMED SUBMISSION TYPE:\t8-K
</SEC-HEADER>
"""
REPORT = b"""<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>report.txt
<DESCRIPTION>CURRENT REPORT
<TEXT>
The report.
</TEXT>
</DOCUMENT>
"""
LOGO = b"""<DOCUMENT>
<TYPE>GRAPHIC
<SEQUENCE>3
<FILENAME>logo.jpg
<TEXT>
begin 644 logo.jpg
M_]C_X``02D9)1@`!`0$`8`!@``#_X0`617AI9@``24DJ``@```````````#_
end
</TEXT>
</DOCUMENT>
"""


def exhibit(text: bytes, name: bytes = b"ex99.htm") -> bytes:
    return (
        b"<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>"
        + name
        + b"\n<TEXT>\n"
        + text
        + b"\n</TEXT>\n</DOCUMENT>\n"
    )


def test_a_whole_submission_is_cut_into_its_documents() -> None:
    opened = open_filing(PEM + HEADER + REPORT + exhibit(b"<html><p>Hello</p></html>") + LOGO, "a/b.txt")
    assert opened.filing.filing_id == opened.filing.accession_number == "0009999901-03-000001"
    assert opened.filing.facts_from == "header"
    assert [(d.record.document_no, d.record.type, d.record.format) for d in opened.documents] == [
        (1, "8-K", "text"),
        (2, "EX-99.1", "html"),
    ]
    report, page = opened.documents
    assert (report.record.sequence, report.record.filename, report.record.description) == (
        1,
        "report.txt",
        "CURRENT REPORT",
    )
    assert report.text == report.record.text == "The report.\n"
    assert page.text == "Hello"
    assert [(d.document_no, d.type, d.format, d.text) for d in opened.skipped] == [(3, "GRAPHIC", "skipped", None)]
    assert opened.issues == ()


def test_spreadsheets_and_xbrl_are_skipped_and_inline_xbrl_is_read() -> None:
    inline = (
        b"<XBRL>\n<?xml version='1.0'?><html><body><div style='display:none'><ix:header>0000000001</ix:header></div>"
        b"<p>Sales were <ix:nonFraction>12</ix:nonFraction></p></body></html>\n</XBRL>"
    )
    schema = REPORT.replace(b"<TYPE>8-K", b"<TYPE>EX-101.SCH").replace(b"report.txt", b"x-2022.xsd")
    view = REPORT.replace(b"<TYPE>8-K", b"<TYPE>XML").replace(b"report.txt", b"R1.htm")
    opened = open_filing(HEADER + exhibit(inline) + schema + view, "x.txt")
    assert [d.text for d in opened.documents] == ["Sales were 12"]
    assert [d.type for d in opened.skipped] == ["EX-101.SCH", "XML"]


def test_a_document_that_is_not_closed_is_read_and_said() -> None:
    cut = REPORT.replace(b"</TEXT>\n</DOCUMENT>\n", b"")
    opened = open_filing(HEADER + cut + exhibit(b"The exhibit.", b"ex99.txt"), "x.txt")
    assert [d.text.strip() for d in opened.documents] == ["The report.", "The exhibit."]
    assert [(i.code, i.severity, i.document_no) for i in opened.issues] == [("document_not_closed", "warning", 1)]


def test_a_text_element_of_a_drawing_does_not_end_the_document() -> None:
    drawing = b"<html><p>Before</p><svg><text>axis</text></svg><p>After</p></html>"
    (document,) = open_filing(HEADER + exhibit(drawing), "x.txt").documents
    assert document.text == "Before\n\nAfter"


def test_a_document_ends_with_the_last_of_its_closing_tags() -> None:
    quoting = b"Each ends with </DOCUMENT> on a line.\nSales 1"
    documents = open_filing(HEADER + exhibit(quoting) + exhibit(b"The next."), "x.txt").documents
    assert [document.text.strip() for document in documents] == [quoting.decode(), "The next."]


def test_one_document_wrapped_in_html_keeps_its_type() -> None:
    wrapped = (
        b"<html><body><document>\n<type>EX-99.1\n<sequence>2\n<filename>ex.htm\n<description>RELEASE\n<text>\n"
        b"<p>Hello</p></text></description></filename></sequence></type></document></body></html>"
    )
    opened = open_filing(wrapped, "0009999901-20-000007.htm")
    (document,) = opened.documents
    assert (opened.filing.filing_id, document.record.type, document.text) == (
        "0009999901-20-000007",
        "EX-99.1",
        "Hello",
    )


def test_a_document_alone_is_known_by_its_path() -> None:
    opened = open_filing(b"<html><p>Hello</p></html>", "2020/q2/release.htm")
    assert (opened.filing.filing_id, opened.filing.accession_number) == ("2020/q2/release", None)
    assert opened.documents[0].record.type is None


def test_text_is_kept_as_printed_but_for_tabs_and_line_ends() -> None:
    (document,) = open_filing(b"<PAGE>\r\nA\tB\r\n\x0cSales  \xa71\r\n", "x.txt").documents
    assert document.text == "<PAGE>\nA       B\n\fSales  §1\n"
