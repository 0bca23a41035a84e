"""How far a long run has come is told in the log too, where nobody watches a terminal."""

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.assets import progress as progress_module
from pipeline.assets.progress import progress


def test_the_log_tells_count_rate_and_time_left_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []
    clock = iter([0.0, 5.0, 10.0, 15.0, 20.0])
    monkeypatch.setattr(progress_module, "time", SimpleNamespace(monotonic=lambda: next(clock)))
    context: Any = SimpleNamespace(log=SimpleNamespace(info=lines.append))
    unwatched: Any = SimpleNamespace(terminal=None)
    with progress(context, unwatched, "Reading", "filings") as on_progress:
        for done in (100, 200, 300, 400):
            on_progress(done, 400)
    assert lines == ["200 of 400 filings, 20.0/s, 0:00:10 left", "400 of 400 filings, 20.0/s, 0:00:00 left"]
