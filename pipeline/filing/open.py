"""Bytes of a filing -> its facts, its documents and the doubts met on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pipeline.filing.cover import by_cover, read_cover
from pipeline.filing.decoding import as_printed, as_utf8, decode, is_binary
from pipeline.filing.documents import html_source, read_document
from pipeline.filing.facts import Facts
from pipeline.filing.header import read_header
from pipeline.filing.names import accession_number_of, filing_id_of
from pipeline.filing.opened import OpenedDocument, OpenedFiling
from pipeline.filing.packed import PackedError, unpacked
from pipeline.filing.release.exhibit import read_exhibit
from pipeline.filing.release.is_release import is_release
from pipeline.filing.submission import MAX_DOCUMENTS, Block, Submission, read_submission
from pipeline.records import Document, Filer, Filing, Issue


def open_filing(data: bytes, path: str) -> OpenedFiling:
    """Open a submission, a single exhibit or bare text, packed by gzip or not; `path` is relative to RAW_DIR, with
    forward slashes.

    Bad input raises nothing: a filing of which nothing can be read has no documents and an issue that says why.
    """
    try:
        data = as_utf8(unpacked(data))
    except PackedError as error:
        return _refused(path, error.code, str(error))
    if problem := _unreadable(data):
        return _refused(path, *problem)
    submission = read_submission(data)
    header = _header(submission)
    filing_id = header.accession_number or filing_id_of(path)

    issues: list[Issue] = []
    opened: list[OpenedDocument] = []
    skipped: list[Document] = []
    for number, block in enumerate(_blocks(submission, data), 1):
        read = read_document(block, filing_id, path, number)
        issues.extend(read.issues)
        if read.opened:
            opened.append(read.opened)
        else:
            skipped.append(read.record)
    issues = _envelope_issues(submission, filing_id, path) + issues
    facts, facts_from, opened = _facts(header, opened)
    if facts_from == "none" and (doubt := _doubtful_day(facts, filing_id, path)):
        facts = replace(facts, reported_on=None)
        issues.append(doubt)
    is_earnings_release, reasons = is_release(facts, tuple(opened))
    filers = _filers(facts, filing_id)
    if is_earnings_release and (unknown := _unknown(facts, filing_id, path)):
        issues.append(unknown)
    return OpenedFiling(
        Filing(
            filing_id,
            path,
            facts.accession_number or accession_number_of(path),
            facts.form,
            tuple(item.number for item in facts.items if item.number),
            tuple(item.title for item in facts.items),
            facts.reported_on,
            facts.signed_on,
            facts.filed_on,
            facts.accepted_at,
            filers[0].cik if filers else None,
            filers[0].company if filers else None,
            facts_from,
            is_earnings_release,
            reasons,
        ),
        filers,
        tuple(opened),
        tuple(skipped),
        tuple(issues),
    )


def html_sources(data: bytes) -> dict[int, str]:
    """The HTML of a filing's documents as filed, by `document_no`; nothing for plain text and what is skipped."""
    try:
        data = as_utf8(unpacked(data))
    except PackedError:
        return {}
    if _unreadable(data):
        return {}
    sources = {number: html_source(block) for number, block in enumerate(_blocks(read_submission(data), data), 1)}
    return {number: source for number, source in sources.items() if source is not None}


def _unreadable(data: bytes) -> tuple[str, str] | None:
    if not data or data.isspace():
        return "empty_file", "The file is empty; fetch it again, or remove it."
    if is_binary(data):
        return (
            "binary_file",
            "The file holds binary data, no text; check what it is, and put the filing's text in its place.",
        )
    return None


def _refused(path: str, code: str, message: str) -> OpenedFiling:
    filing_id = filing_id_of(path)
    filing = Filing(
        filing_id,
        path,
        accession_number_of(path),
        None,
        (),
        (),
        None,
        None,
        None,
        None,
        None,
        None,
        "none",
        False,
        (message,),
    )
    return OpenedFiling(filing, (), (), (), (Issue(filing_id, path, "open", "error", code, message),))


def _header(submission: Submission | None) -> Facts:
    if submission is None or submission.header is None:
        return Facts()
    return read_header(as_printed(decode(submission.header).text))


def _blocks(submission: Submission | None, data: bytes) -> tuple[Block, ...]:
    return submission.blocks if submission else (Block(None, None, None, None, data, True),)


def _envelope_issues(submission: Submission | None, filing_id: str, path: str) -> list[Issue]:
    if submission is None:
        return []

    def issue(severity: str, code: str, message: str, document_no: int | None = None) -> Issue:
        return Issue(filing_id, path, "open", severity, code, message, document_no)

    if not submission.blocks:
        message = "The header is there, but no <DOCUMENT> follows; the file is cut short, fetch it again."
        return [issue("error", "no_documents", message)]
    issues = []
    if submission.is_cut:
        message = f"Only the first {MAX_DOCUMENTS:,} documents are read; split the file to read the others."
        issues.append(issue("error", "too_many_documents", message))
    for number, block in enumerate(submission.blocks, 1):
        if not block.is_closed:
            message = (
                f"Document {number} has no </DOCUMENT>; what is there was read. If it is cut short, fetch it again."
            )
            issues.append(issue("warning", "document_not_closed", message, number))
    return issues


def _facts(header: Facts, opened: list[OpenedDocument]) -> tuple[Facts, str, list[OpenedDocument]]:
    """The header's facts, what it lacks filled from the report's own cover; where there is neither, the release's."""
    main = next((d for d in opened if (d.record.type or "8-K").upper().startswith("8-K")), None)
    cover = read_cover(main.text) if main else None
    if header != Facts():
        if main is not None and len(header.registrants) > 1:
            header = replace(header, registrants=by_cover(header.registrants, main.text))
        return _filled(header, cover or Facts()), "header", opened
    if cover is not None:
        if main is not None and main.record.type is None:
            opened = [replace(d, record=replace(d.record, type=cover.form)) if d is main else d for d in opened]
        return cover, "cover", opened
    exhibit = read_exhibit(opened[0].text) if opened else Facts()
    return exhibit, "none", opened


def _doubtful_day(facts: Facts, filing_id: str, path: str) -> Issue | None:
    """A release's day that the year in the accession number belies: releases bear misprinted years."""
    number = accession_number_of(path)
    if number is None or facts.reported_on is None:
        return None
    filed_in = 1900 + int(number[11:13]) + (100 if int(number[11:13]) < 90 else 0)
    if date(filed_in - 1, 10, 1) <= facts.reported_on <= date(filed_in, 12, 31):
        return None
    message = (
        f"The page is dated {facts.reported_on:%B %d, %Y}, but was filed in {filed_in} by its accession number; "
        "the date is left out. See the filing's index page for the right one."
    )
    return Issue(filing_id, path, "header", "warning", "date_doubtful", message)


def _unknown(facts: Facts, filing_id: str, path: str) -> Issue | None:
    """Results without a day or a company stand in no company's history."""
    lacks = [
        words
        for words, value in (("day", facts.reported_on or facts.filed_on), ("company", facts.registrants))
        if not value
    ]
    if not lacks:
        return None
    message = (
        f"Neither header nor page tells the {' and the '.join(lacks)}: the figures are in the marts by filing, but in "
        "no history of a company. Fetch the whole submission, with its header."
    )
    return Issue(filing_id, path, "header", "warning", "release_not_placed", message)


def _filled(facts: Facts, cover: Facts) -> Facts:
    numbers = {item.number for item in facts.items}
    return replace(
        facts,
        form=facts.form or cover.form,
        items=facts.items + tuple(item for item in cover.items if item.number not in numbers),
        reported_on=facts.reported_on or cover.reported_on,
        signed_on=facts.signed_on or cover.signed_on,
        registrants=facts.registrants or cover.registrants,
    )


def _filers(facts: Facts, filing_id: str) -> tuple[Filer, ...]:
    return tuple(
        Filer(
            filing_id,
            number,
            registrant.cik,
            registrant.name,
            registrant.sic,
            registrant.irs_number,
            registrant.file_number,
            registrant.state,
            registrant.fiscal_year_end,
            registrant.former_names,
        )
        for number, registrant in enumerate(facts.registrants, 1)
    )
