"""From a folder of filings to the published warehouse: twice the same, never what failed a check, one run at a time."""

import duckdb

from tests.running import Run, digest


def test_refused_file_has_an_issue_and_the_run_goes_on(published: Run) -> None:
    assert published.query("select status from raw.files where path = 'empty.txt'") == [("refused",)]
    assert published.query("select count(*) from raw.issues where path = 'empty.txt'") == [(1,)]


def test_failing_blocking_check_stops_the_publish(published: Run) -> None:
    before = digest(published.warehouse_path)
    with duckdb.connect(str(published.build_path)) as connection:
        connection.execute("insert into raw.filings from raw.filings order by filing_id limit 1")
    process = published.start()
    output, _ = process.communicate(timeout=600)
    try:
        assert process.returncode == 1
        assert "the published warehouse is as it was" in output
        assert "unique" in output
        assert digest(published.warehouse_path) == before
    finally:
        published.build_path.unlink()  # the next run, that of the test below, builds it anew


def test_two_runs_at_once_do_not_corrupt_and_the_same_filings_give_the_same_rows(published: Run) -> None:
    published.write(0, sales="7,000")
    first, second = published.start(), published.start()
    ended = [(process.communicate(timeout=600)[0], process.returncode) for process in (first, second)]
    # The one waits for the other, on a slow machine not long enough.
    assert all(status == 0 or "Another run is writing" in output for output, status in ended), ended
    assert any(status == 0 for _, status in ended)
    before = published.rows()
    assert before["raw.filings"]
    published.complete()
    assert published.rows() == before
