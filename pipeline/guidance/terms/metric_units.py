"""The unit of each kind of amount that a metric takes.

Kinds: money, share (money a share), percent, change (a growth rate), of_sales (a percentage of revenue), margin (the
same, where it makes another metric), per_share (share, only where "per share" is printed), points (basis points),
count, times, rate (money a unit of volume).
"""

from __future__ import annotations

MetricRow = tuple[str, str, dict[str, str]]  # a metric, its words, and by kind of amount the unit

MONEY = {"money": "USD", "change": "percent_change"}
SPENT = {"money": "USD", "change": "percent_change", "of_sales": "percent", "points": "basis points"}
RATIO = {"percent": "percent", "points": "basis points"}
PER_SHARE = {"share": "USD/share", "change": "percent_change"}
GROWTH = {"percent": "percent_change", "change": "percent_change"}
UNIT_COST = {"rate": "USD/unit", "money": "USD", "share": "USD/unit", "change": "percent_change"}
COUNT = {"count": "other", "change": "percent_change"}
