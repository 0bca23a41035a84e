"""Files whose reading ends the process that reads them, each in its way; workers find them by import."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


def kill() -> None:
    """As the kernel does where memory is out."""
    os.kill(os.getpid(), signal.SIGKILL)


def loop() -> None:
    """For ever, in C, where no exception reaches."""
    sum(iter(int, 1))


def eat() -> None:
    """More memory than any filing needs."""
    held = [bytes(64 * 2**20) for _ in range(64)]
    del held


@dataclass(frozen=True)
class DeadlyFile:
    """Stands for the file of a source."""

    act: Callable[[], None]

    def read_bytes(self) -> bytes:
        self.act()
        return b""


@dataclass(frozen=True)
class DeadlyOnce(DeadlyFile):
    """Kills one process, the first that reads it."""

    mark: Path
    content: Path

    def read_bytes(self) -> bytes:
        try:
            self.mark.touch(exist_ok=False)
        except FileExistsError:
            return self.content.read_bytes()
        return super().read_bytes()
