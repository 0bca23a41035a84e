"""DAGSTER_HOME made ready: `python -m pipeline.dagster_home` prints its path, absolute as Dagster asks."""

import shutil
import sys
from pathlib import Path

from pydantic import ValidationError

from pipeline.settings import PROJECT_DIR, Settings, what_is_wrong

CONFIG = "dagster.yaml"


class HomeError(Exception):
    """A folder in which no instance can be kept."""


def make_ready(home: Path) -> None:
    """Give a new home the project's configuration: one run at a time, old ones removed, telemetry off.

    One that is there is somebody's own and stays. Raises `HomeError` where the folder cannot be made or written to.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not (home / CONFIG).exists():
            shutil.copy(PROJECT_DIR / ".dagster" / CONFIG, home)
    except OSError as error:
        raise HomeError(f"DAGSTER_HOME: {error}. Set it to a folder that you may write to.") from error


if __name__ == "__main__":
    try:
        home = Settings().dagster_home
        make_ready(home)
    except ValidationError as error:
        sys.exit(what_is_wrong(error))
    except HomeError as error:
        sys.exit(str(error))
    print(home)
