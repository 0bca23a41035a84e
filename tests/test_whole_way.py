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
    assert process.returncode == 1
    assert "the published warehouse is as it was" in output
    assert "unique" in output
    assert digest(published.warehouse_path) == before


def test_two_runs_at_once_do_not_corrupt_and_the_same_filings_give_the_same_rows(published: Run) -> None:
    """The one reads all anew, the other finds nothing new."""
    before, published_at = published.rows(), published.warehouse_path.stat().st_mtime_ns
    assert before["raw.filings"]
    published.build_path.unlink()
    with published.being_read():
        first, second = published.start(), published.start()
        ended = [(process.communicate(timeout=600)[0], process.returncode) for process in (first, second)]
    # The one waits for the other, on a slow machine not long enough.
    assert all(status == 0 or "Another run is writing" in output for output, status in ended), ended
    assert any(status == 0 for _, status in ended)
    if any(status for _, status in ended):
        published.complete()
    assert published.warehouse_path.stat().st_mtime_ns > published_at
    assert published.rows() == before
