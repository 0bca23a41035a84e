"""The version of the readers: a digest of their source, so that a change of any rule has every filing read anew."""

import hashlib
from pathlib import Path

_HERE = Path(__file__).parent
_READERS = ("filing", "tables", "statements", "guidance", "claims", "records.py", "parse.py")


def _digest() -> str:
    digest = hashlib.sha256()
    for reader in _READERS:
        root = _HERE / reader
        for source in sorted(root.rglob("*.py")) if root.is_dir() else [root]:
            digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


PARSER_VERSION = _digest()
