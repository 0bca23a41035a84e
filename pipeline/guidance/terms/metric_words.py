"""The words of each metric and the units that it takes, the more special sense first."""

from __future__ import annotations

from pipeline.guidance.terms.cost_words import COSTS_AND_VOLUMES
from pipeline.guidance.terms.measure_words import MEASURES
from pipeline.guidance.terms.metric_units import MetricRow
from pipeline.guidance.terms.result_words import RESULTS

METRICS: list[MetricRow] = [*RESULTS, *MEASURES, *COSTS_AND_VOLUMES]
