from collections.abc import Callable
from pathlib import Path

import pytest

from tests.warehouse.folder import Warehouse


@pytest.fixture
def warehouse(tmp_path: Path) -> Warehouse:
    return Warehouse(tmp_path)


@pytest.fixture
def new_warehouse(tmp_path: Path) -> Callable[[str], Warehouse]:
    def make(name: str) -> Warehouse:
        (tmp_path / name).mkdir()
        return Warehouse(tmp_path / name)

    return make
