"""Turns are spaced evenly over threads and processes, in a pause nobody has one, and no state can hold them up."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pipeline.edgar import EdgarError
from pipeline.edgar.rate import RequestRate


def test_threads_and_whoever_shares_the_folder_share_the_rate(tmp_path: Path) -> None:
    """Two objects with locks of their own stand for two processes; tests/edgar/test_backfill.py has real ones.

    Turns are counted from the start: a busy machine may wake a thread late, never before its turn.
    """

    def take(rate: RequestRate) -> float:
        rate.wait()
        return time.monotonic()

    rates = [RequestRate(10, tmp_path), RequestRate(10, tmp_path)]
    started = time.monotonic()
    with ThreadPoolExecutor(8) as pool:
        moments = sorted(pool.map(take, rates * 8))
    assert len(moments) == 16
    assert all(moment - started >= turn / 10 for turn, moment in enumerate(moments))


def test_pauses_hold_and_the_longer_one_counts(tmp_path: Path) -> None:
    rate, other = RequestRate(10, tmp_path), RequestRate(10, tmp_path)
    started = time.monotonic()
    rate.pause(0.6)
    other.pause(0.1)
    other.wait()
    assert time.monotonic() - started >= 0.59  # the pause is told by another clock


def test_a_clock_that_was_set_back_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns
    monkeypatch.setattr("pyrate_limiter.buckets.sqlite_bucket.time_ns", lambda: now() + 3600 * 10**9)
    rate = RequestRate(10, tmp_path)
    rate.wait()
    monkeypatch.setattr("pyrate_limiter.buckets.sqlite_bucket.time_ns", now)
    started = time.monotonic()
    for _ in range(3):
        rate.wait()
    assert 0.2 <= time.monotonic() - started < 60  # the clock went back by 3,600


def test_who_is_stopped_gives_up(tmp_path: Path) -> None:
    rate = RequestRate(10, tmp_path)
    rate.pause(60)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(rate.wait)
        rate.stop()
        with pytest.raises(EdgarError, match="Stopped"):
            waiting.result(timeout=30)
