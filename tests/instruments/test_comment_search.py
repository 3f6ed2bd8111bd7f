"""Finding comments by what is typed: any digits, any forms of letters, numbers of letters with or without strokes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.instruments.comments.search import CommentSearch
from desktop_app.instruments.comments.service import CommentRow


@pytest.fixture
def row() -> CommentRow:
    return CommentRow(
        id=1, version=1, channel="letter", sender="علي كريمي", group="citizen", provision="", quote="سی روز",
        text="مهلت می‌خواهیم؛ ۳۰ روز", received_at=datetime(2026, 11, 24, tzinfo=UTC), late=False, disposition=None,
        reason="", decided_by="", letter_number="۱۲۳/۴۵-ب",
    )  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "123/45",
        "١٢٣/٤٥",
        "۱۲۳۴۵",
        "123-45",
        "۱۲۳/۴۵-ب",
        "علی کریمی",
        "کریمی 30",
        "می خواهیم",
        "سی روز",
        "",
        "  ",
    ],
)
def test_it_is_found_however_it_is_written(row: CommentRow, typed: str) -> None:
    search = CommentSearch()
    search.look_for(typed)
    assert search.admits(row)


@pytest.mark.parametrize("typed", ["124/45", "رضا", "کریمی 31", "123/45 رضا"])
def test_what_it_does_not_have_does_not_find_it(row: CommentRow, typed: str) -> None:
    search = CommentSearch()
    search.look_for(typed)
    assert not search.admits(row)


def test_a_number_that_was_put_right_is_found_by_the_new_one(row: CommentRow) -> None:
    search = CommentSearch()
    search.look_for("987")
    assert not search.admits(row)
    assert search.admits(replace(row, letter_number="۹۸۷"))
