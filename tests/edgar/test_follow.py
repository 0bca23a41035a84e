"""What Dagster fetches, and when: runs of the asset, the evening's schedule, the day's sensor."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import dagster as dg
import pytest
import yaml

from pipeline.assets import follow
from pipeline.assets.edgar import DAYS, NO_SILENT_DAY, NOTHING_LOST, Edgar, edgar_submissions
from pipeline.assets.follow import is_open, watched_companies
from pipeline.definitions import defs
from pipeline.edgar import client, rate
from pipeline.settings import PROJECT_DIR
from tests.edgar.conftest import settings_of
from tests.edgar.kept import texts
from tests.edgar.replica import Fault, Faults, Replica, generate, replica

EASTERN = ZoneInfo("America/New_York")
THURSDAY = date(2003, 7, 17)
FILINGS = generate(date(2003, 7, 14), date(2003, 7, 18), 20)


def of_days(*days: date) -> dict[str, bytes]:
    return {f.accession_number: b"" for f in FILINGS if f.filed_on in days and f.form.startswith("8-K")}


@pytest.fixture(autouse=True)
def _in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rate, "SHORTEST", 1)


def resource(edgar: Replica, tmp_path: Path, **others: Any) -> Edgar:
    return Edgar.from_settings(settings_of(edgar, tmp_path / "state", raw_dir=str(tmp_path / "raw"), **others))


def materialise(edgar: Edgar, first: date, last: date, **config: Any) -> dg.ExecuteInProcessResult:
    return dg.materialize(
        [edgar_submissions],
        resources={"edgar": edgar},
        run_config={"ops": {"edgar_submissions": {"config": config}}},
        tags={
            "dagster/asset_partition_range_start": f"{first}",
            "dagster/asset_partition_range_end": f"{last}",
        },
        raise_on_error=False,
    )


def verdicts(result: dg.ExecuteInProcessResult) -> dict[str, bool]:
    return {check.check_name: check.passed for check in result.get_asset_check_evaluations()}


def metadata(result: dg.ExecuteInProcessResult) -> dict[str, Any]:
    (made,) = result.asset_materializations_for_node("edgar_submissions")[-1:]
    return {name: value.value for name, value in made.metadata.items()}


def test_a_backfill_is_one_run_and_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        one_day = materialise(resource(edgar, tmp_path), THURSDAY, THURSDAY)
        assert metadata(one_day)["fetched"] == len(of_days(THURSDAY))
        week = materialise(resource(edgar, tmp_path), date(2003, 7, 12), date(2003, 7, 20), archives=True)
        told = metadata(week)
        assert told["found"] == 20
        assert (told["known"], told["fetched"]) == (len(of_days(THURSDAY)), 20 - len(of_days(THURSDAY)))
        assert told["requests"] == 1 + 5 + 4  # the list of indexes, five of them, archives of four days
        assert told["bytes_stored"] > 0
        assert told["requests_a_second"] > 0
        assert (told["missing"], told["refused"], told["other_items"]) == (0, 0, 0)
        assert verdicts(week) == {NOTHING_LOST: True, NO_SILENT_DAY: True}
    assert len(texts(tmp_path / "raw")) == 20


def test_what_is_not_here_warns_and_an_error_says_what_to_do(tmp_path: Path) -> None:
    with replica(FILINGS, Faults(Fault("missing")), rate_limit=None) as edgar:
        result = materialise(resource(edgar, tmp_path), THURSDAY, THURSDAY)
        (check,) = (check for check in result.get_asset_check_evaluations() if not check.passed)
        assert (check.check_name, check.severity) == (NOTHING_LOST, dg.AssetCheckSeverity.WARN)
        assert set(check.metadata["found"].value) == set(of_days(THURSDAY))
        result = materialise(resource(edgar, tmp_path, user_agent=""), THURSDAY, THURSDAY)
        assert not result.success
        (failure,) = result.filter_events(lambda event: event.is_step_failure)
        assert "set SEC_USER_AGENT" in str(failure.event_specific_data)


def test_the_log_of_a_run_tells_why_it_waits(tmp_path: Path) -> None:
    logs = yaml.safe_load((PROJECT_DIR / ".dagster" / "dagster.yaml").read_text())["python_logs"]
    with (
        replica(FILINGS, Faults(Fault("block", path="*.idx", first=1)), rate_limit=None) as edgar,
        dg.instance_for_test(overrides={"python_logs": logs}) as instance,
    ):
        result = dg.materialize(
            [edgar_submissions],
            instance=instance,
            resources={"edgar": resource(edgar, tmp_path)},
            partition_key=f"{THURSDAY}",
        )
        told = [event.user_message for event in instance.all_logs(result.run_id)]
    assert any("all wait for 0 seconds; attempt 2 of 10 follows" in line for line in told)


def test_a_holiday_is_an_empty_day_and_an_index_that_is_late_is_seen(tmp_path: Path) -> None:
    with replica(FILINGS, rate_limit=None) as edgar:
        holiday, late = date(2003, 7, 4), date(2003, 7, 7)
        result = materialise(resource(edgar, tmp_path), holiday, holiday)
        assert metadata(result)["found"] == 0
        assert verdicts(result) == {NOTHING_LOST: True, NO_SILENT_DAY: True}
        assert verdicts(materialise(resource(edgar, tmp_path), holiday, late)) == {
            NOTHING_LOST: True,
            NO_SILENT_DAY: False,
        }


def test_the_schedule_asks_for_the_day_that_ends_in_new_york() -> None:
    schedule = defs.resolve_schedule_def("edgar_evening")
    assert schedule.cron_schedule == "30 23 * * 1-5"
    assert schedule.execution_timezone == "America/New_York"
    for moment in (datetime(2026, 1, 8, 4, 30, tzinfo=ZoneInfo("UTC")), datetime(2026, 1, 7, 23, 30, tzinfo=EASTERN)):
        with dg.build_schedule_context(scheduled_execution_time=moment, repository_def=defs.get_repository_def()) as it:
            (request,) = schedule.evaluate_tick(it).run_requests or []
        assert request.partition_key == "2026-01-07"


def tick(edgar: Edgar, cursor: str | None) -> dg.SensorResult:
    with dg.build_sensor_context(cursor=cursor, resources={"edgar": edgar}) as context:
        result = watched_companies(context)
    assert isinstance(result, dg.SensorResult)
    return result


def test_the_sensor_starts_a_run_when_a_watched_company_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "is_open", lambda moment: True)
    monkeypatch.setattr(client, "ATTEMPTS", 2)
    filings = [filing for filing in FILINGS if filing.form.startswith("8-K")]
    with replica(filings[:-1], rate_limit=None) as edgar:
        last = filings[-1]
        watching = resource(edgar, tmp_path, watch=last.filers[0].company.ticker.lower())
        first = tick(watching, None)
        assert first.skip_reason
        edgar.add(last)
        second = tick(watching, first.cursor)
        (run,) = second.run_requests or []
        assert run.partition_key == f"{last.filed_on}"
        assert run.partition_key in DAYS.get_partition_keys()
        assert last.accession_number in str(run.run_key)
        config = run.run_config["ops"]["edgar_submissions"]["config"]
        asked = len(edgar.requests)
        result = materialise(watching, last.filed_on, last.filed_on, **config)
        assert verdicts(result) == {NOTHING_LOST: True, NO_SILENT_DAY: True}
        # A company's list shows a filing minutes or hours after the feed: it is not asked.
        assert [request.path[-24:] for request in edgar.requests[asked:]] == [f"{last.accession_number}.txt"]
        assert set(texts(tmp_path / "raw")) == {last.accession_number}
        assert tick(watching, second.cursor).skip_reason
        assert "names no company" in str(tick(resource(edgar, tmp_path), None).skip_reason)
        edgar.faults = Faults(Fault("missing"), Fault("html"))
        told = tick(resource(edgar, tmp_path, watch="NONE", timeout=0.1), second.cursor)
        assert told.skip_reason
        assert told.cursor is None


def test_what_the_feed_shows_late_is_seen_and_a_ticker_that_is_no_more_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(follow, "is_open", lambda moment: True)
    filings = [filing for filing in FILINGS if filing.form.startswith("8-K")]
    newest = max(filings, key=lambda filing: filing.accepted_at)
    late = replace(
        next(filing for filing in filings if filing.ciks != newest.ciks),
        accession_number="0009999999-03-000001",
        accepted_at=newest.accepted_at - timedelta(minutes=10),
    )
    with replica(filings, rate_limit=None) as edgar:
        watching = resource(edgar, tmp_path, watch=f"GONE,{late.ciks[0]}")
        cursor = tick(watching, None).cursor
        edgar.add(late)
        (run,) = tick(watching, cursor).run_requests or []
    assert late.accession_number in str(run.run_key)


def test_a_tick_waits_for_no_pause_and_no_edgar_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follow, "is_open", lambda moment: True)
    monkeypatch.setattr(follow, "PATIENCE", 5)
    with replica(FILINGS, Faults(Fault("unavailable")), rate_limit=None) as edgar:
        watching = resource(edgar, tmp_path, watch="7")
        assert "status 503" in str(tick(watching, None).skip_reason)
        assert len(edgar.requests) < client.ATTEMPTS
        with watching.client() as asking:
            asking._rate.pause(600)
        asked = len(edgar.requests)
        assert "no request for another" in str(tick(watching, None).skip_reason)
        assert len(edgar.requests) == asked


def test_edgar_is_open_from_six_to_ten_on_weekdays() -> None:
    assert is_open(datetime(2026, 1, 7, 6, 0, tzinfo=EASTERN))
    assert is_open(datetime(2026, 1, 7, 21, 59, tzinfo=EASTERN))
    assert not is_open(datetime(2026, 1, 7, 22, 1, tzinfo=EASTERN))
    assert not is_open(datetime(2026, 1, 10, 12, 0, tzinfo=EASTERN))
