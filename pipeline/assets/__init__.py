"""Assets, checks, job, schedule and sensor: thin, they call the rooms below."""

import warnings

import dagster as dg

warnings.filterwarnings(
    "ignore", r"Class `\w*CodeReference", dg.BetaWarning
)  # one line an asset, of a thing pinned here
