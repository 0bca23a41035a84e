"""DAGSTER_HOME made ready: `python -m pipeline.dagster_home` prints its path, absolute as Dagster asks."""

import shutil
import sys
from pathlib import Path

from pydantic import ValidationError

from pipeline.settings import PROJECT_DIR, Settings, what_is_wrong

CONFIG = "dagster.yaml"


class SettingError(Exception):
    """Settings with which nothing can run, a line a setting."""


def settings_of_run() -> Settings:
    """The settings, their DAGSTER_HOME made ready; raises `SettingError`."""
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingError(what_is_wrong(error)) from error
    make_ready(settings.dagster_home)
    return settings


def make_ready(home: Path) -> None:
    """Give a new home the project's configuration: one run at a time, old ones removed, telemetry off.

    One that is there is somebody's own and stays. Raises `SettingError` where it cannot be made or written to.
    """
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not (home / CONFIG).exists():
            shutil.copy(PROJECT_DIR / ".dagster" / CONFIG, home)
    except OSError as error:
        raise SettingError(f"DAGSTER_HOME: {error}. Set it to a folder that you may write to.") from error


if __name__ == "__main__":
    try:
        print(settings_of_run().dagster_home)
    except SettingError as error:
        sys.exit(str(error))
