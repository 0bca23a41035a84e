"""What `make fetch` says, and how it ends."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.edgar import client, rate
from pipeline.edgar.__main__ import main
from tests.edgar.conftest import settings_of
from tests.edgar.kept import texts
from tests.edgar.replica import Fault, Faults, Replica, generate, replica

DAY = date(2003, 7, 17)
FILINGS = generate(DAY, DAY, 4)
REPORT = next(filing for filing in FILINGS if filing.form == "8-K")
DAYS = ["--from", "2003-07-01", "--to", "2003-07-31"]


def in_environment(edgar: Replica, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_of(edgar, tmp_path / "state")
    for name in ("url", "data_url", "state_dir", "timeout"):
        monkeypatch.setenv(f"EDGAR_{name.upper()}", str(getattr(settings, name)))
    monkeypatch.setenv("SEC_USER_AGENT", settings.user_agent)
    monkeypatch.setenv("RAW_DIR", str(tmp_path / "raw"))
    monkeypatch.setattr(rate, "SHORTEST", 1)


def test_a_company_is_fetched_by_ticker_or_cik_and_summed_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    company = REPORT.filers[0].company
    with replica(FILINGS, rate_limit=None) as edgar:
        in_environment(edgar, tmp_path, monkeypatch)
        assert main(["--company", company.ticker, *DAYS]) == 0
        said = capsys.readouterr().out
        assert main(["--company", str(company.cik), *DAYS]) == 0
    assert list(texts(tmp_path / "raw")) == [REPORT.accession_number]
    assert [line.split() for line in said.splitlines()][:3] == [
        ["1", "filings", "found"],
        ["1", "fetched"],
        ["0", "known"],
    ]
    assert "make run" in said
    assert "1  known" in capsys.readouterr().out


def test_what_is_not_here_is_said_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with replica(FILINGS, Faults(Fault("missing", path=f"*{REPORT.accession_number}*")), rate_limit=None) as edgar:
        in_environment(edgar, tmp_path, monkeypatch)
        assert main(["--from", f"{DAY}", "--to", f"{DAY}", "--archives"]) == 0  # the archive has it
        assert main(["--company", str(REPORT.ciks[0]), *DAYS]) == 0
        monkeypatch.setenv("RAW_DIR", str(tmp_path / "other"))
        assert main(["--company", str(REPORT.ciks[0]), *DAYS]) == 1
    said = capsys.readouterr()
    assert "1  missing" in said.out
    assert "the same command tries again" in said.out
    assert f"{REPORT.accession_number}.txt (status 404)" in said.err


def test_wrong_settings_and_words_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        in_environment(edgar, tmp_path, monkeypatch)
        assert main(["--company", "NONE", *DAYS]) == 1
        monkeypatch.setenv("EDGAR_RATE", "10.5")
        assert main(DAYS) == 2
        monkeypatch.delenv("EDGAR_RATE")
        monkeypatch.delenv("SEC_USER_AGENT")
        assert main(DAYS) == 1
        with pytest.raises(SystemExit):
            main(["--from", "2003-07-31", "--to", "2003-07-01"])
        with pytest.raises(SystemExit):
            main(["--company", "7", "--archives", *DAYS])
        assert all(request.path.endswith("tickers.json") for request in edgar.requests)
    said = capsys.readouterr().err
    assert "no ticker 'NONE'" in said
    assert "less than or equal to 10" in said
    assert "set SEC_USER_AGENT" in said


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SEC_USER_AGENT", "J\u00fcrgen x@example.com", "in ASCII on one line"),
        ("SEC_USER_AGENT", "X\nx@example.com", "in ASCII on one line"),
        ("EDGAR_STATE_DIR", "{tmp}/file", "EDGAR_STATE_DIR cannot be used"),
        ("EDGAR_STATE_DIR", "{tmp}/damaged", "file is not a database"),
        ("RAW_DIR", "nowhere://raw", "nowhere://raw cannot be used"),
        ("EDGAR_URL", "www.sec.gov", "EDGAR_URL: "),
        ("EDGAR_FORMS", " , ", "EDGAR_FORMS: "),
    ],
)
def test_a_setting_that_cannot_be_is_a_line_not_a_traceback(
    name: str,
    value: str,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "answers.sqlite").write_bytes(b"no database" * 500)
    with replica(FILINGS, rate_limit=None) as edgar:
        in_environment(edgar, tmp_path, monkeypatch)
        monkeypatch.setenv(name, value.format(tmp=tmp_path))
        assert main(["--company", str(REPORT.ciks[0]), *DAYS]) in (1, 2)
    assert words in capsys.readouterr().err


def test_forms_are_told_in_any_case_and_a_number_too_long_is_no_company(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        in_environment(edgar, tmp_path, monkeypatch)
        monkeypatch.setenv("EDGAR_FORMS", "8-k")
        assert main(["--company", str(REPORT.ciks[0]), *DAYS]) == 0
        assert main(["--company", "9" * 5000, *DAYS]) == 1
    said = capsys.readouterr()
    assert "1  fetched" in said.out
    assert "no ticker '999" in said.err


def test_an_edgar_out_of_reach_is_told_as_it_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with replica(FILINGS) as edgar:
        in_environment(edgar, tmp_path, monkeypatch)
    monkeypatch.setattr(client, "ATTEMPTS", 2)
    assert main(["--company", str(REPORT.ciks[0]), *DAYS]) == 1
    said = capsys.readouterr().err
    assert "attempt 2 of 2 follows" in said
    assert "the same command tries again" in said
    with pytest.raises(SystemExit):
        main(["--from", "2003-13-01"])
    assert "write it like 2003-07-23" in capsys.readouterr().err
