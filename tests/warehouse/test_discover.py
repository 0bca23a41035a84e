"""Every name below RAW_DIR that looks like a filing is read or refused with a reason, and the walk always ends."""

import os
from pathlib import Path

from pipeline.warehouse import discover
from pipeline.warehouse.discover import MAX_SIZE


def refusals(folder: Path) -> dict[str, str]:
    """Path and issue code of what is refused."""
    found = discover(folder).refused
    assert all(parsed.file.status == "refused" for parsed in found)
    return {parsed.file.path: parsed.tables["issues"]["code"][0].as_py() for parsed in found}


def test_filings_in_any_nesting_by_extension_and_hidden_names_passed_over(tmp_path: Path) -> None:
    for name in (
        "a.txt",
        "z/b.HTM",
        "z/y/c.html",
        "z/f.TXT.gz",
        ".hidden.txt",
        ".git/d.txt",
        "e.pdf",
        "g.tar.gz",
        "README",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = discover(tmp_path)
    assert [source.path for source in found.sources] == ["a.txt", "z/b.HTM", "z/f.TXT.gz", "z/y/c.html"]
    assert found.refused == []


def test_links_to_files_and_folders_are_followed(tmp_path: Path) -> None:
    raw, elsewhere = tmp_path / "raw", tmp_path / "elsewhere"
    raw.mkdir()
    elsewhere.mkdir()
    (elsewhere / "a.txt").touch()
    (raw / "folder").symlink_to(elsewhere)
    (raw / "b.txt").symlink_to(elsewhere / "a.txt")
    assert [source.path for source in discover(raw).sources] == ["b.txt", "folder/a.txt"]


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "folder.txt" / "inside.txt").touch()
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    (tmp_path / "deep" / "above").symlink_to(tmp_path.parent)
    os.mkfifo(tmp_path / "pipe.txt")
    with (tmp_path / "huge.txt").open("wb") as huge:
        huge.truncate(MAX_SIZE + 1)

    assert refusals(tmp_path) == {
        "dangling.txt": "dangling_link",
        "itself.txt": "unreadable",
        "folder.txt": "folder_named_like_filing",
        "deep/up": "link_loop",
        "deep/above": "link_loop",
        "pipe.txt": "not_a_file",
        "huge.txt": "too_large",
    }
    assert [source.path for source in discover(tmp_path).sources] == ["folder.txt/inside.txt"]


def test_name_that_is_no_utf8_is_written_with_escapes(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(file, "wb"):
        pass
    (source,) = discover(tmp_path).sources
    assert source.path == "caf\\xe9.txt"
    assert source.file.read_bytes() == b""
