"""Which metric a row of a table of outlook is of: by its label, its section, its column, or the line above."""

from __future__ import annotations

from pipeline.guidance.metric_words import COUNT
from pipeline.guidance.metrics import Metric, metrics
from pipeline.guidance.periods import Clock, guided_period
from pipeline.guidance.table_words import ASIDE, BRIDGE, IS_VOLUME


def metric_of(label: str, section: str, header: str) -> Metric | None:
    """The metric of a row: named by its label, else by its section or column; else what the label says."""
    for words in (ASIDE.sub("", label), "" if BRIDGE.search(section) else section, header):
        named = metrics(words)
        if named:
            return next((m for m in named if m.name != "other"), named[0])
    return Metric("production_volume", label, COUNT, 0, len(label)) if IS_VOLUME.search(label) else None


def led_to(leads: tuple[str, ...], label: str, clock: Clock) -> Metric | None:
    """The metric of rows that name none, where what stands in front of the columns or above the table does: "Revenue by
    product:"; where it names more, its first is told by period."""
    for named in map(metrics, leads):
        if len({metric.name for metric in named}) == 1 or (named and guided_period(label, clock)):
            return named[0]
    return None
