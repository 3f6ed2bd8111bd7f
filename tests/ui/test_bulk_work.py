"""Marking petitions in the list and doing one thing with all of them, by keys, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtTest import QTest
from sqlalchemy import text

from desktop_app.persian.digits import latin_digits
from desktop_app.petitions.bulk import service
from desktop_app.petitions.bulk.acts import Refer, Take
from desktop_app.petitions.bulk.run import BulkSelection
from desktop_app.petitions.lists.inbox import ListFilter, View
from desktop_app.petitions.vocabulary import Kind, Move, Outcome, Status
from tests.conftest import NOON
from tests.department import TestOffice
from tests.ui.choosing import music_of
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import CONTROL, activate, press, type_text
from ui.petitions.bulk.dialog import BulkDialog
from ui.petitions.bulk.history import BulkHistory
from ui.petitions.bulk.words import write_failures
from ui.widgets.shield import Shield
from ui.widgets.unsaved import has_unsaved_text

#: Some minutes before the office's noon, as SQLite keeps a moment.
BEFORE = (NOON - timedelta(minutes=5)).strftime("%Y-%m-%d %H:%M:%S.%f")
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def asked(clerk: DeskWindow, letter: str) -> BulkDialog:
    """The form of an act on what is marked, by the letter of the desk."""
    press(clerk.screen.table, ord(letter.upper()), text=letter)
    clerk.settle()
    dialog = clerk.screen.bulk.dialog
    assert dialog is not None
    return dialog


def started(clerk: DeskWindow, dialog: BulkDialog) -> None:
    clerk.settle()
    dialog.start_action.trigger()
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
    # The selected row is not marked: no key is about it.
    refused: list[str] = []
    clerk.screen.refused.connect(refused.append)
    clerk.letter("n")
    assert ("۲ درخواست نشان شده است" in refused[-1], clerk.focus()) == (True, clerk.screen.table)
    dialog = asked(clerk, "R")
    assert "۲ درخواست" in dialog.told.text()
    dialog.recipient.add(music_of(clerk.office))
    assert dialog.act() is not None
    clerk.settle()
    assert "۰" in dialog.told.text()
    dialog.text.setPlainText("رسیدگی شود")
    started(clerk, dialog)
    assert [clerk.stored(one.id).status for one in made] == [Status.REFERRED] * 2 + [Status.IN_PROGRESS] * 2
    assert clerk.message.startswith(f"۲ درخواست به {clerk.office.music.name} ارجاع شد.")
    # The order note was sent; closing the window loses nothing.
    assert not has_unsaved_text(clerk.window, kept=True)
    assert clerk.screen.bulk.marks.count == 0
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert [clerk.stored(one.id).status for one in made] == [Status.IN_PROGRESS] * 4
    assert "۲" in clerk.message


def test_what_is_marked_is_referred_to_one_clerk(clerk: DeskWindow) -> None:
    office = clerk.office
    made = [office.registered(f"متن {number}") for number in range(3)]
    clerk.show(View.ALL, keep=made[0])
    clerk.focus_table()
    for _ in range(2):
        press(clerk.screen.table, Qt.Key.Key_J, SHIFT, "J")
    dialog = asked(clerk, "R")
    field = dialog.recipient.field
    type_text(field, "نوری")
    assert field.list_view is not None
    press(field.list_view, Qt.Key.Key_Return)
    started(clerk, dialog)
    now = [clerk.stored(one) for one in made]
    assert (
        sorted((one.unit_id, one.assignee_id) for one in now if one.unit_id)
        == [(office.books.id, office.other_clerk.person_id)] * 2
    )
    assert "حسن نوری" in clerk.message
    clerk.focus_table()
    clerk.key(Qt.Key.Key_Z, control=True)
    assert [clerk.stored(one).assignee_id for one in made] == [None] * 3


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
    assert clerk.screen.bulk.bar.words.text() == "همهٔ ۸ درخواست این نما نشان شده است"
    dialog = asked(clerk, "D")
    dialog.outcome.choose(Outcome.GRANTED)
    dialog.text.setPlainText("{name} گرامی، پذیرفته شد.")
    clerk.settle()
    assert dialog.told.text() == "برای ۷ درخواست از ۸ درخواست امکان‌پذیر است."
    assert dialog.why_not.text().startswith("۱: شکایت")
    started(clerk, dialog)
    assert dialog.isVisible()
    assert clerk.subjects() == [complaint.subject]
    assert dialog.failures.count() == 1
    target = tmp_path / "ماند.csv"
    assert dialog.run is not None
    write_failures(dialog.run.failures, target)
    assert complaint.tracking_code in target.read_text("utf-8-sig")
    dialog.failures.itemActivated.emit(dialog.failures.item(0))
    clerk.settle()
    assert clerk.shown.id == complaint.id


@pytest.mark.parametrize(("width", "height"), [(1440, 868), (1366, 700), (960, 600)])
def test_the_bar_covers_no_row_and_takes_no_click_that_was_meant_for_what_was_there(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    # Until the test ends the moment, however slow the PC is.
    monkeypatch.setattr("ui.widgets.shield.LATE", 600_000)
    made = [office.taken(text=f"متن {number}") for number in range(4)]
    with desk(office, office.clerk) as clerk:
        clerk.window.resize(width, height)
        clerk.show(View.MINE, keep=made[0].id)
        clerk.focus_table()
        table, bar = clerk.screen.table, clerk.screen.bulk.bar

        def rows() -> list[QRect]:
            return [table.visualRect(table.model().index(at, 0)) for at in range(table.model().rowCount())]

        before = [(row.top(), row.height()) for row in rows()]
        QTest.mouseClick(table.viewport(), LEFT, CONTROL, rows()[-1].center())
        clerk.settle()
        assert (clerk.screen.bulk.marks.count, bar.isVisible()) == (1, True)
        assert [(row.top(), row.height()) for row in rows()] == before
        for row in rows():
            there = table.viewport().mapTo(clerk.window, row.center())
            assert clerk.window.childAt(there) is table.viewport()
        # A click on a button that has just appeared was meant for the filter below it.
        button = bar.buttons[Move.TAKE]
        place = button.mapTo(clerk.window, button.rect().center())
        shield = clerk.window.childAt(place)
        assert isinstance(shield, Shield)
        QTest.mouseClick(shield, LEFT)
        assert clerk.screen.bulk.dialog is None
        [moment] = shield.findChildren(QTimer)
        moment.timeout.emit()
        assert clerk.window.childAt(place) is button


def test_the_bar_gives_way_to_the_search_of_the_list(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    clerk.letter("s")
    clerk.key(Qt.Key.Key_F, control=True)
    assert clerk.screen.side.filter.isAncestorOf(clerk.focus())
    assert not clerk.screen.bulk.bar.isVisible()
    clerk.focus_table()
    assert clerk.screen.bulk.bar.isVisible()


def test_escape_takes_the_marks_away(clerk: DeskWindow) -> None:
    made = clerk.office.taken()
    clerk.show(View.MINE, keep=made.id)
    clerk.focus_table()
    clerk.letter("s")
    assert clerk.screen.bulk.bar.isVisible()
    clerk.key(Qt.Key.Key_Escape)
    assert not clerk.screen.bulk.bar.isVisible()


class Dies:
    """The window goes when the first chunk is done."""

    told = 0

    def report(self, done: int, total: int | None = None) -> None:
        self.told = done

    def cancelled(self) -> bool:
        return self.told > 0


def looked_up(clerk: DeskWindow) -> BulkHistory:
    """What was done with many, by its key at the desk."""
    clerk.focus_table()
    press(clerk.screen.table, ord("B"), SHIFT, "B")
    clerk.settle()
    history = clerk.screen.bulk.history
    assert history is not None
    activate(history)
    clerk.settle()
    return history


def test_nothing_done_with_many_yet_says_how_it_begins(clerk: DeskWindow) -> None:
    clerk.show(View.MINE)
    history = looked_up(clerk)
    assert history.empty.isVisible()
    assert "نشان" in history.empty.text()
    assert not history.go_on_action.isEnabled()
    assert not history.back_action.isEnabled()
    press(history, Qt.Key.Key_Escape)
    assert not history.isVisible()


def test_what_was_done_with_many_is_looked_up_and_taken_back_in_another_window(
    office: TestOffice, clerk: DeskWindow
) -> None:
    made = [office.taken(text=f"متن {number}") for number in range(3)]
    foreign = office.petition("از موسیقی", unit=office.music)
    bulk, act = office.services.bulk, Refer(office.music.id, "رسیدگی شود")
    selection = BulkSelection((*(one.id for one in made), foreign.id))
    bulk.run(office.clerk, bulk.begin(selection, act, bulk.preview(office.clerk, selection, act)))
    clerk.show(View.MINE)
    history = looked_up(clerk)
    words = history.list.item(0).text()
    assert "ارجاع به اداره موسیقی" in words
    assert "برای ۳ درخواست انجام شد؛ ۱ درخواست انجام نشد" in words
    assert history.stayed.count() == 1
    assert not history.go_on_button.isVisible()
    press(history.list, Qt.Key.Key_Z, CONTROL)
    clerk.settle()
    assert [clerk.stored(one.id).status for one in made] == [Status.IN_PROGRESS] * 3
    assert "۳ درخواست" in history.told.text()
    assert "همهٔ آن‌ها لغو شد" in history.list.item(0).text()
    assert not history.back_action.isEnabled()
    history.stayed.setCurrentRow(0)
    press(history.stayed, Qt.Key.Key_Return)
    clerk.settle()
    assert not history.isVisible()
    assert clerk.shown.id == foreign.id


def test_a_taking_back_that_is_stopped_by_escape_says_how_far_it_came_and_blames_nobody(
    office: TestOffice, clerk: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 1)
    made = [office.taken(text=f"متن {number}") for number in range(16)]
    bulk, act = office.services.bulk, Refer(office.music.id, "رسیدگی شود")
    selection = BulkSelection(tuple(one.id for one in made))
    bulk.run(office.clerk, bulk.begin(selection, act, bulk.preview(office.clerk, selection, act)))
    clerk.show(View.MINE)
    history = looked_up(clerk)
    stopped: list[int] = []

    def stop_once(done: int) -> None:
        if done and not stopped:
            stopped.append(done)
            press(history, Qt.Key.Key_Escape)

    history.bar.valueChanged.connect(stop_once)
    press(history.list, Qt.Key.Key_Z, CONTROL)
    clerk.settle()
    back = sum(clerk.stored(one.id).status is Status.IN_PROGRESS for one in made)
    assert 0 < back < 16
    told = latin_digits(history.told.text())
    assert f"{back} درخواست به همان حال پیشین بازگشت." in told
    assert f"نوبت {16 - back} درخواست نرسید" in told
    assert "کسی ادامه داده" not in told
    # The rest is taken back by the same key.
    press(history.list, Qt.Key.Key_Z, CONTROL)
    clerk.settle()
    assert all(clerk.stored(one.id).status is Status.IN_PROGRESS for one in made)
    history.reject()


def test_a_run_that_broke_off_is_told_of_and_gone_on_with(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "CHUNK", 3)
    made = [office.petition(f"متن {number}", unit=office.books) for number in range(7)]
    bulk = office.services.bulk
    selection = BulkSelection(tuple(one.id for one in made))
    bulk.run(
        office.clerk, bulk.begin(selection, Take(), bulk.preview(office.clerk, selection, Take())), Dies()
    )
    with office.services.database.writing() as session:
        session.execute(text("UPDATE bulk_run SET put_away_at = NULL, changed_at = :then"), {"then": BEFORE})
    with desk(office, office.clerk) as clerk:
        assert "نیمه‌کاره ماند" in clerk.message
        assert "۳ از ۷" in clerk.message
        clerk.show(View.MINE)
        history = looked_up(clerk)
        assert "نوبت ۴ درخواست نرسید" in history.list.item(0).text()
        press(history.list, Qt.Key.Key_Return, CONTROL)
        clerk.settle()
        assert [clerk.stored(one.id).assignee_id for one in made] == [office.clerk.person_id] * 7
        assert not history.go_on_button.isVisible()
        assert history.list.item(0).text().endswith("برای ۷ درخواست انجام شد.")
        history.reject()


def test_the_work_of_a_colleague_who_is_ill_is_handed_over_and_comes_back_with_them(
    office: TestOffice,
) -> None:
    made = [office.taken(text=f"متن {number}") for number in range(3)]
    waiting = office.taken(text="در انتظار")
    office.services.desk.wait(office.clerk, waiting.id, waiting.version, "مدارک")
    with desk(office, office.manager) as manager:
        manager.screen.lists.show_list(ListFilter(view=View.ALL, assignee_id=office.clerk.person_id))
        manager.settle()
        manager.focus_table()
        manager.key(Qt.Key.Key_A, control=True)
        dialog = asked(manager, "H")
        dialog.person.choose(office.other_clerk.person_id)
        dialog.text.setPlainText("همکار بیمار است")
        started(manager, dialog)
        assert [manager.stored(one.id).assignee_name for one in made] == ["حسن نوری"] * 3
        # What waits for the petitioner stays, and is named.
        assert manager.stored(waiting.id).assignee_id == office.clerk.person_id
        assert dialog.failures.count() == 1
        dialog.reject()
        activate(manager.window)
        manager.settle()
        history = looked_up(manager)
        assert "واگذاری به حسن نوری" in history.list.item(0).text()
        press(history.list, Qt.Key.Key_Z, CONTROL)
        manager.settle()
        assert {manager.stored(one.id).assignee_id for one in made} == {office.clerk.person_id}
        history.reject()
