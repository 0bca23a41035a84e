"""What a store holds, read from its files."""

import gzip
import json
from pathlib import Path
from typing import Any

from tests.edgar.replica import Filing
from tests.edgar.replica.envelope import dissemination, submission


def texts(raw_dir: Path) -> dict[str, bytes]:
    """The submissions below a RAW_DIR, unpacked, by accession number."""
    files = (raw_dir / "edgar").rglob("*.txt.gz")
    return {file.name.removesuffix(".txt.gz"): gzip.decompress(file.read_bytes()) for file in files}


def entries(raw_dir: Path) -> dict[str, dict[str, Any]]:
    """The manifest by accession number, without the time and the address of fetching."""
    found = {}
    for file in (raw_dir / "edgar" / "manifest").rglob("*.json"):
        entry = json.loads(file.read_text())
        del entry["fetched_at"], entry["source"]
        found[file.stem] = entry
    return found


def files(raw_dir: Path) -> list[str]:
    """Every file below a RAW_DIR, hidden ones too."""
    return sorted(file.relative_to(raw_dir).as_posix() for file in raw_dir.rglob("*") if file.is_file())


def as_filed(filing: Filing) -> bytes:
    """The complete submission text file of a filing."""
    return submission(filing).encode("latin-1")


def as_disseminated(filing: Filing) -> bytes:
    """The filing as archives of days have it."""
    return dissemination(filing).encode("latin-1")
