"""Versions by the digest of what they are of, so that a change of any rule does anew what was done by the old one."""

import hashlib
from pathlib import Path

_HERE = Path(__file__).parent


def _digest(*names: str) -> str:
    digest = hashlib.sha256()
    for name in names:
        root = _HERE / name
        for source in sorted(root.rglob("*.*")) if root.is_dir() else [root]:
            if source.suffix != ".pyc":
                digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


PARSER_VERSION = _digest("filing", "tables", "statements", "guidance", "claims", "records.py", "parse.py")
PAGES_VERSION = _digest("filing", "pages")
