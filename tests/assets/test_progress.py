"""How far a long run has come is told in the log too, where nobody watches a terminal."""

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.assets import progress


def test_line_tells_rate_and_time_left() -> None:
    assert progress.line(2_560, 100_000, 64.0) == "2,560 of 100,000 files read, 40 a second, 0:40:36 left"


def test_log_has_a_line_now_and_then_and_none_for_the_last_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    clock = iter([0.0, 10.0, 31.0, 40.0, 70.0])
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    log: Any = SimpleNamespace(info=lines.append)
    with progress.reading(None, log) as on_progress:
        for done in (100, 200, 300, 400):
            on_progress(done, 400)
    assert lines == ["200 of 400 files read, 6 a second, 0:00:31 left"]
