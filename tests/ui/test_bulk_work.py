"""Marking petitions in the list and doing one thing with all of them, by keys, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop_app.petitions.bulk import service
from desktop_app.petitions.inbox import View
from desktop_app.petitions.vocabulary import Kind, Outcome, Status
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, press
from ui.petitions.bulk_dialog import BulkDialog, write_failures

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def asked(clerk: DeskWindow, letter: str) -> BulkDialog:
    """The form of an act on what is marked, by Shift and the letter of the desk."""
    press(clerk.screen.table, ord(letter.upper()), SHIFT, letter)
    clerk.settle()
    dialog = clerk.screen.bulk.dialog
    assert dialog is not None
    return dialog


def started(clerk: DeskWindow, dialog: BulkDialog) -> None:
    dialog._pause.setInterval(0)
    dialog._count()
    clerk.settle()
    dialog._start.trigger()
    clerk.settle()
    activate(clerk.window)


@pytest.mark.parametrize("letter", ["s", "س"])
def test_what_is_marked_is_referred_together_and_comes_back_together(clerk: DeskWindow, letter: str) -> None:
    made = [clerk.office.taken(text=f"متن {number}") for number in range(4)]
    clerk.show(View.MINE, keep=made[0].id)
    clerk.focus_table()
    clerk.letter(letter)
    press(clerk.screen.table, Qt.Key.Key_J, SHIFT, "J")
    press(clerk.screen.table, Qt.Key.Key_J, SHIFT, "J")
    assert clerk.screen.bulk.marks.count == 2
    assert clerk.screen.bulk.bar.words.text() == "۲ درخواست نشان شده است"
    dialog = asked(clerk, "R")
    dialog.unit.choose(clerk.office.music.id)
    assert dialog.act() is not None
    dialog._count()
    clerk.settle()
    assert "۰" in dialog.told.text()
    dialog.text.setPlainText("رسیدگی شود")
    started(clerk, dialog)
    assert [clerk.stored(one.id).status for one in made] == [Status.REFERRED] * 2 + [Status.IN_PROGRESS] * 2
    assert "با ۲ درخواست انجام شد" in clerk.message
    assert clerk.screen.bulk.marks.count == 0
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert [clerk.stored(one.id).status for one in made] == [Status.IN_PROGRESS] * 4
    assert "۲" in clerk.message


def test_all_of_a_view_is_done_by_its_filter_and_what_stays_is_named(
    clerk: DeskWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 3)
    for number in range(7):
        clerk.office.taken(text=f"متن {number}")
    complaint = clerk.office.taken(text="شکایت", kind=Kind.COMPLAINT)
    clerk.show(View.MINE, keep=complaint.id)
    clerk.focus_table()
    clerk.key(Qt.Key.Key_A, control=True)
    assert clerk.screen.bulk.marks.selection().wanted == clerk.screen.model.wanted
    assert clerk.screen.bulk.bar.words.text() == "همه ۸ درخواست این نما نشان شده است"
    dialog = asked(clerk, "D")
    dialog.outcome.choose(Outcome.GRANTED)
    dialog.text.setPlainText("{name} گرامی، پذیرفته شد.")
    dialog._count()
    clerk.settle()
    assert dialog.told.text() == "با ۷ درخواست از ۸ انجام‌شدنی است."
    assert dialog.why_not.text().startswith("۱: شکایت")
    started(clerk, dialog)
    assert dialog.isVisible()
    assert dialog.failures.count() == 1
    target = tmp_path / "ماند.csv"
    assert dialog.run is not None
    write_failures(dialog.run.failures, target)
    assert complaint.tracking_code in target.read_text("utf-8-sig")
    dialog.failures.itemActivated.emit(dialog.failures.item(0))
    clerk.settle()
    assert clerk.shown.id == complaint.id


def test_escape_takes_the_marks_away(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    clerk.letter("s")
    assert clerk.screen.bulk.bar.isVisible()
    clerk.key(Qt.Key.Key_Escape)
    assert not clerk.screen.bulk.bar.isVisible()
