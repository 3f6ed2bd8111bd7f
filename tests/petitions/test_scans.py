"""The folder that a scanner fills: what is complete, in which order, and what becomes of a registered file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_app import held_files
from desktop_app.errors import AttachmentError
from desktop_app.petitions.registration.scans import REGISTERED, ScanFolder

WHOLE = b"%PDF-1.7\n1 0 obj\n%%EOF\n"
NOW = 1_900_000_000.0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "scans"
    made.mkdir()
    return made


def scans(folder: Path) -> ScanFolder:
    return ScanFolder(folder, folder.parent, lambda: NOW)


def put(folder: Path, name: str, content: bytes = WHOLE, *, age: float = 60) -> Path:
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (NOW - age, NOW - age))
    return path


def names(found: ScanFolder) -> list[str]:
    return [scan.name for scan in found.waiting()]


def test_the_newest_letter_comes_first_and_nothing_but_letters(folder: Path) -> None:
    put(folder, "old.pdf", age=600)
    put(folder, "new.PNG", b"\x89PNG\r\n\x1a\n...IEND\xae\x42\x60\x82")
    put(folder, "list.xlsx")
    put(folder, ".hidden.pdf")
    put(folder, "program.pdf", b"MZ%%EOF")
    (folder / "folder.pdf").mkdir()
    assert names(scans(folder)) == ["new.PNG", "old.pdf"]


def test_a_file_that_is_still_written_waits(folder: Path) -> None:
    looked = scans(folder)
    put(folder, "fresh.pdf", age=1)
    put(folder, "half.pdf", WHOLE[:12])
    put(folder, "empty.pdf", b"")
    assert names(looked) == []
    # Unchanged at the second look, and with its end; the half one still has none.
    assert names(looked) == ["fresh.pdf"]
    put(folder, "fresh.pdf", WHOLE + WHOLE, age=1)
    assert names(looked) == []


def test_a_registered_file_moves_aside_under_a_free_name(folder: Path) -> None:
    found = scans(folder)
    for content in (WHOLE, WHOLE + b"2"):
        claimed = found.claim(put(folder, "letter.pdf", content))
        found.keep(claimed)
        assert claimed.read_bytes() == content
    assert sorted(path.name for path in (folder / REGISTERED).iterdir()) == ["letter (2).pdf", "letter.pdf"]
    assert names(found) == []


def test_of_two_colleagues_one_gets_the_letter_and_the_other_is_told(folder: Path) -> None:
    path = put(folder, "letter.pdf")
    mine, theirs = scans(folder), scans(folder)
    claimed = theirs.claim(path)
    with pytest.raises(AttachmentError) as refused:
        mine.claim(path)
    assert refused.value.parameters["reason"] == "taken"
    # A registration that failed leaves it where it was.
    theirs.give_back(claimed, path)
    assert names(mine) == ["letter.pdf"]


def test_in_a_folder_that_cannot_be_written_it_stays_and_is_remembered(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(source: Path, target: Path) -> None:
        raise PermissionError(13, "read-only", str(source))

    monkeypatch.setattr(held_files, "rename", refuse)
    path, found = put(folder, "letter.pdf"), scans(folder)
    assert found.claim(path) == path
    # Only a registered one is remembered, also after a new start.
    assert names(scans(folder)) == ["letter.pdf"]
    found.keep(path)
    assert names(scans(folder)) == []
    put(folder, "letter.pdf", WHOLE + b"another")
    assert names(scans(folder)) == ["letter.pdf"]


def test_a_folder_that_is_away_is_told(folder: Path) -> None:
    with pytest.raises(AttachmentError) as refused:
        scans(folder / "gone").waiting()
    assert refused.value.parameters["reason"] == "no_folder"
