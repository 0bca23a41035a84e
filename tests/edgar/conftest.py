"""A client that hurries, for what is not about its rate, and settings that lead to a replica."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from pipeline.edgar import Client, Store, rate
from pipeline.settings import EdgarSettings
from tests.edgar.replica import Replica

AGENT = "First Print tests@example.com"

ClientOf = Callable[..., Client]


def settings_of(edgar: Replica, state_dir: Path, **others: Any) -> EdgarSettings:
    """Settings that lead to a replica; blocks and waits are short."""
    given: dict[str, Any] = {
        "user_agent": AGENT, "url": edgar.www_url, "data_url": edgar.data_url, "state_dir": state_dir,
        "block_seconds": 0.3, "timeout": 2, **others,
    }  # fmt: skip
    return EdgarSettings(**given)


@pytest.fixture
def client_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ClientOf]:
    """Clients of a replica that has no rate limit: `client_of(edgar, forms=...)`, closed at the end."""
    monkeypatch.setattr(rate, "SHORTEST", 1)
    with ExitStack() as stack:

        def make(edgar: Replica, **others: Any) -> Client:
            settings = settings_of(edgar, tmp_path / "state", **others)
            return stack.enter_context(Client(settings.model_copy(update={"rate": 1000})))

        yield make


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(str(tmp_path / "raw"))


@pytest.fixture
def raw_dir(tmp_path: Path) -> Path:
    """Where the files of `store` are."""
    return tmp_path / "raw"
