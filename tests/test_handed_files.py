from __future__ import annotations

from pathlib import Path

from desktop_app.handed_files import HandedFiles

A, B, C = Path("/a.docx"), Path("/b.docx"), Path("/c.docx")


def test_two_files_are_a_comparison_and_are_handed_out_once() -> None:
    files = HandedFiles([A, B])
    assert files.complete
    assert (files.take(), files.take()) == ((A, B), ())


def test_a_single_file_is_joined_by_the_next_as_the_newer_text() -> None:
    files = HandedFiles([A])
    assert not files.complete
    files.add([B])
    assert (files.complete, files.take()) == (True, (A, B))


def test_the_same_file_again_is_not_compared_with_itself() -> None:
    files = HandedFiles([A])
    files.add([A])
    assert (files.complete, files.take()) == (False, (A,))


def test_what_is_more_than_a_pair_begins_anew() -> None:
    files = HandedFiles([A, B])
    files.add([C])
    assert files.take() == (C,)
    files.add([A])
    files.add([B, C])
    assert files.take() == (B, C)


def test_a_start_without_files_changes_nothing() -> None:
    files = HandedFiles([A])
    files.add([])
    assert files.waiting == (A,)
