"""Assets, checks, jobs, schedules and sensors: thin, they call the rooms below."""

import warnings

import dagster as dg

# Code links are in beta, and pinned here; Dagster would say so once an asset.
warnings.filterwarnings("ignore", r".*(CodeReference|code_references|FilePathMapping)", dg.BetaWarning)
