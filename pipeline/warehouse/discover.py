"""Which files of RAW_DIR are filings, and which cannot be: every name that looks like a filing is accounted for."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.parse import ParsedFile, Source, refused_file

EXTENSIONS = (".txt", ".htm", ".html")
NAMES = (*EXTENSIONS, *(f"{extension}.gz" for extension in EXTENSIONS))
MAX_SIZE = 512 * 2**20  # bytes, since a worker holds the file in memory; filing/ has a limit for each document


@dataclass(slots=True)
class Discovered:
    """The filings to read, by path, and the names that cannot be read, each with its issue."""

    sources: list[Source] = field(default_factory=list)
    refused: list[ParsedFile] = field(default_factory=list)


def _written(path: str) -> str:
    """A path relative to RAW_DIR; bytes that are no UTF-8 are written as escapes, so that any column holds them."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _refusal(file: Path, path: str) -> ParsedFile | None:
    try:
        status = file.stat()
    except FileNotFoundError:
        return refused_file(path, "dangling_link", "The link points at nothing; mend or remove it.")
    except OSError as error:
        return refused_file(path, "unreadable", f"The file cannot be opened ({error.strerror}); mend or remove it.")
    if stat.S_ISDIR(status.st_mode):
        message = "A folder is named like a filing; the filings in it are read, rename it to silence this."
        return refused_file(path, "folder_named_like_filing", message)
    if not stat.S_ISREG(status.st_mode):
        return refused_file(path, "not_a_file", "This is a device, a pipe or a socket, not a file; remove it.")
    if status.st_size > MAX_SIZE:
        message = (
            f"The file has {status.st_size / 2**20:,.0f} MB, more than the {MAX_SIZE / 2**20:,.0f} MB that one filing "
            "is read up to; split it into its submissions."
        )
        return refused_file(path, "too_large", message, status.st_size)
    return None


def _holds_itself(folder: Path, raw_dir: Path) -> bool:
    """Whether a linked folder is or holds one of those it lies in, so that a walk through it would never end."""
    real = folder.resolve()
    return any(parent.resolve().is_relative_to(real) for parent in folder.parents if parent.is_relative_to(raw_dir))


def discover(raw_dir: Path) -> Discovered:
    """All filings below `raw_dir`, in the order of their paths; hidden names and other extensions are passed over."""
    found = Discovered()

    def unlistable(error: OSError) -> None:
        path = _written(os.path.relpath(os.fsdecode(error.filename), raw_dir))
        message = f"The folder cannot be listed ({error.strerror}); check its permissions, then run again."
        found.refused.append(refused_file(path, "unreadable_folder", message))

    for name, folders, files in os.walk(raw_dir, followlinks=True, onerror=unlistable):
        here = Path(name)
        within = "" if here == raw_dir else f"{here.relative_to(raw_dir).as_posix()}/"
        visible = [folder for folder in folders if not folder.startswith(".")]
        folders.clear()
        for folder in visible:
            if (here / folder).is_symlink() and _holds_itself(here / folder, raw_dir):
                message = "The link leads back to a folder that it lies in; remove it."
                found.refused.append(refused_file(_written(within + folder), "link_loop", message))
            else:
                folders.append(folder)
        for candidate in files + folders:
            if not candidate.startswith(".") and candidate.lower().endswith(NAMES):
                file, path = here / candidate, _written(within + candidate)
                refusal = _refusal(file, path)
                if refusal:
                    found.refused.append(refusal)
                else:
                    found.sources.append(Source(path, file))
    found.sources.sort(key=lambda source: source.path)
    found.refused.sort(key=lambda parsed: parsed.file.path)
    return found
