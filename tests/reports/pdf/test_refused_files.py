"""Where the file cannot be written: one clear sentence, and what was there before is whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop_app.errors import NotWrittenError
from desktop_app.wording.errors import error_sentence
from tests.reports.pdf.reading import document


def refused(target: Path) -> NotWrittenError:
    with pytest.raises(NotWrittenError) as trouble:
        document("متن").write(target)
    words = error_sentence(trouble.value)
    assert target.name in words
    assert "\n" not in words
    return trouble.value


def test_a_folder_of_that_name_stays_and_is_named(tmp_path: Path) -> None:
    target = tmp_path / "گزارش.pdf"
    target.mkdir()
    (target / "نامه.txt").write_text("سلام", encoding="utf-8")
    assert refused(target).parameters["why"] == "folder"
    assert [path.name for path in tmp_path.rglob("*")] == ["گزارش.pdf", "نامه.txt"]


def test_a_file_that_is_protected_stays_as_it_was(tmp_path: Path) -> None:
    target = tmp_path / "گزارش.pdf"
    target.write_bytes(b"before")
    target.chmod(0o444)
    assert refused(target).parameters["why"] == "denied"
    assert target.read_bytes() == b"before"
    target.chmod(0o644)
    assert [path.name for path in tmp_path.iterdir()] == ["گزارش.pdf"]


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    assert refused(tmp_path / "رفته" / "گزارش.pdf").parameters["why"] == "gone"


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "پوشه").write_bytes(b"")
    assert refused(tmp_path / "پوشه" / "گزارش.pdf").parameters["why"] == "gone"


def test_a_disk_that_is_full_at_the_last_moment_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "گزارش.pdf"
    target.write_bytes(b"before")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    assert refused(target).parameters["why"] == "full"
    assert target.read_bytes() == b"before"
    assert [path.name for path in tmp_path.iterdir()] == ["گزارش.pdf"]
