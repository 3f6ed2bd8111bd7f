from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.errors import AppError, CancelledError, DatabaseAwayError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.registration.codes import spoken
from desktop_app.progress import Progress
from desktop_app.reports import trail as trail_module
from desktop_app.reports.trail import Trail, TrailFilter
from desktop_app.reports.trail_rows import TrailRow
from desktop_app.settings import Settings
from desktop_app.wording.labels import label
from tests.department import TestOffice
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from tests.ui.prepared import begins_with, its_given, its_office
from tests.ui.test_list_files import answer
from ui import jobs
from ui.administration import history_model
from ui.administration.history_model import HistoryColumn, cell_words
from ui.administration.history_panel import HistoryPanel
from ui.administration.screen import AdministrationScreen
from ui.theme_tokens import ROW
from ui.widgets import row_window
from ui.workplace import Workplace

HOSTILE = "<h1>سلام</h1><img src='file:///etc/passwd'>\x07"


class Shown:
    """The panel in its screen, and what was told."""

    def __init__(self, screen: AdministrationScreen) -> None:
        self.screen = screen
        self.panel: HistoryPanel = screen.history
        self.said: list[str] = []
        self.troubles: list[Exception] = []
        screen.message.connect(lambda words, _undo: self.said.append(words))
        screen.trouble.connect(self.troubles.append)

    def acts(self) -> list[str]:
        return [cell_words(row, HistoryColumn.ACT) for row in self.rows()]

    def rows(self) -> list[TrailRow]:
        found = [self.panel.model.row_at(place) for place in range(self.panel.model.rowCount())]
        return [row for row in found if row is not None]


def worked_on(office: TestOffice, clock: FixedClock) -> int:
    """A petition that was taken and has a note, an hour after each other."""
    clock.advance(timedelta(hours=1))
    taken = office.taken()
    clock.advance(timedelta(hours=1))
    office.services.desk.note(office.clerk, taken.id, HOSTILE)
    return taken.id


prepared = begins_with(worked_on)
sqlite_office, petition = its_office, its_given


@pytest.fixture
def shown(qtbot: QtBot, sqlite_office: TestOffice, petition: int, tmp_path: Path) -> Iterator[Shown]:
    settings = Settings(data_folder=tmp_path)
    screen = AdministrationScreen(Workplace(sqlite_office.services, sqlite_office.administrator, settings))
    qtbot.addWidget(screen)
    screen.resize(1240, 800)
    activate(screen)
    screen.tabs.choose("history")
    assert jobs.wait_all()
    yield Shown(screen)
    assert jobs.wait_all()


def choose(menu: QMenu, words: str) -> None:
    """Chooses the line of a menu that says `words`."""
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.deleteLater()
    assert jobs.wait_all()


def test_the_newest_event_stands_first_and_is_shown_beside(shown: Shown) -> None:
    assert shown.acts()[:3] == ["یادداشت نوشته شد", "رسیدگی به‌عهده گرفته شد", "ثبت شد"]
    shown.panel.table.select(1)
    changed = [
        (field.name, field.before, field.after) for field in shown.panel.event_pane.fields if field.changed
    ]
    assert ("وضعیت", "ارجاع‌شده", "در دست اقدام") in changed
    assert shown.troubles == []


def test_the_keys_walk_the_list(shown: Shown) -> None:
    shown.panel.table.setFocus()
    press(shown.panel.table, Qt.Key.Key_Down)
    row = shown.panel.table.current_row()
    assert row is not None
    assert row.action == "take"


def test_what_people_wrote_is_shown_as_it_is(shown: Shown) -> None:
    shown.panel.table.select(0)
    labels = shown.panel.event_pane.findChildren(QLabel)
    assert any("<h1>سلام</h1>" in one.text() for one in labels)
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in labels)
    assert not any("\x07" in one.text() for one in labels)
    cell = shown.panel.model.index(0, HistoryColumn.WHAT)
    assert "\x07" not in cell.data()
    assert "&lt;h1&gt;" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_the_filter_is_a_sentence_of_what_occurs(shown: Shown, sqlite_office: TestOffice) -> None:
    bar = shown.panel.filter
    choose(bar.act_menu(), label("event_action", "take"))
    assert set(shown.acts()) == {"رسیدگی به‌عهده گرفته شد"}
    assert bar.act._set
    bar.act.cleared.emit()
    assert jobs.wait_all()
    choose(bar.item_menu(), "واحد")
    assert {row.item_type for row in shown.rows()} == {"unit"}
    choose(bar.person_menu(), sqlite_office.clerk.name)
    assert shown.rows() == []
    assert shown.panel.stack.currentWidget() is shown.panel.empty_state
    assert shown.panel.event_pane.fields == []
    bar.person.cleared.emit()
    bar.item.cleared.emit()
    assert jobs.wait_all()
    assert len(shown.rows()) == shown.panel.model.outline.total > 5


def test_days_are_chosen_from_the_month_that_pops_up(shown: Shown) -> None:
    day = shown.rows()[0].at.date()
    popup = shown.panel.filter.pick_day("until")
    popup.picked.emit(day - timedelta(days=1))
    popup.close()
    assert jobs.wait_all()
    assert shown.rows() == []
    assert "۱۴۰۵/۰۹/۰۲" in shown.panel.filter.days.text()
    popup = shown.panel.filter.pick_day("since")
    popup.picked.emit(day - timedelta(days=3))
    popup.close()
    assert jobs.wait_all()
    assert shown.panel.filter.wanted() == TrailFilter(
        since=day - timedelta(days=3), until=day - timedelta(days=1)
    )
    shown.panel.filter.days.cleared.emit()
    assert jobs.wait_all()
    assert shown.rows()


def test_a_code_is_found_by_keys(shown: Shown, petition: int) -> None:
    code = next(row.item_code for row in shown.rows() if row.item_type == "petition")
    press(shown.panel, Qt.Key.Key_F, CONTROL)
    type_text(shown.panel.filter.box, spoken(code))
    press(shown.panel.filter.box, Qt.Key.Key_Return)
    assert jobs.wait_all()
    assert {row.item_id for row in shown.rows()} == {petition}
    assert len(shown.rows()) == 3


def test_the_reader_stays_at_the_same_event_when_it_is_read_again(
    shown: Shown, sqlite_office: TestOffice, petition: int, clock: FixedClock
) -> None:
    desk, table = sqlite_office.services.desk, shown.panel.table
    for number in range(60):
        clock.advance(timedelta(minutes=1))
        desk.note(sqlite_office.clerk, petition, f"یادداشت {number}")
    shown.screen.refresh()
    assert jobs.wait_all()
    table.select(40)
    table.verticalScrollBar().setValue(30 * ROW)
    before = table.current_row()
    assert before is not None
    for number in range(3):
        clock.advance(timedelta(minutes=1))
        desk.note(sqlite_office.clerk, petition, f"تازه {number}")
    shown.screen.refresh()
    assert jobs.wait_all()
    after = table.current_row()
    assert after is not None
    assert after.id == before.id
    assert table.current_place() == 43
    assert table.verticalScrollBar().value() == 33 * ROW
    # Another filter begins at its top.
    bar = shown.panel.filter
    choose(bar.act_menu(), label("event_action", "note"))
    assert table.current_place() == 0
    # Both days at the ends count.
    today = tehran_day(clock.now())
    for words, days in (("در ۷ روز گذشته", 7), ("در ۳۰ روز گذشته", 30)):
        choose(bar.days_menu(), words)
        assert bar.wanted() == TrailFilter(action="note", since=today - timedelta(days=days - 1))


def test_whoever_stands_at_the_top_sees_what_is_new(
    shown: Shown, sqlite_office: TestOffice, petition: int, clock: FixedClock
) -> None:
    before = shown.panel.table.current_row()
    clock.advance(timedelta(minutes=1))
    sqlite_office.services.desk.note(sqlite_office.clerk, petition, "تازه")
    shown.screen.refresh()
    assert jobs.wait_all()
    after = shown.panel.table.current_row()
    assert before is not None
    assert after is not None
    assert after.id == before.id
    assert shown.panel.table.verticalScrollBar().value() == 0


def test_a_sound_history_is_told_so(shown: Shown) -> None:
    shown.panel.verify_action.trigger()
    assert shown.panel.verdict._look == "working"
    assert not shown.panel.verify_action.isEnabled()
    assert jobs.wait_all()
    assert shown.panel.verdict._look == "sound"
    assert "سالم" in shown.panel.verdict.text
    assert shown.panel.verify_action.isEnabled()


def test_a_history_that_was_tampered_with_is_named(
    shown: Shown, sqlite_office: TestOffice, petition: int
) -> None:
    owner = sqlite3.connect(sqlite_office.services.database.place)
    owner.execute("DROP TRIGGER event_no_update")
    owner.execute(
        f"UPDATE event SET text = 'x' WHERE item_type = 'petition' AND item_id = {petition} AND sequence = 3"
    )
    owner.commit()
    owner.close()
    shown.panel.verify()
    assert jobs.wait_all()
    assert shown.panel.verdict._look == "broken"
    assert "event_no_update" in shown.panel.verdict.text
    assert "سابقهٔ ۳" in shown.panel.verdict.text


def test_verifying_can_be_stopped(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(self: Trail, actor: object, progress: Progress) -> None:
        while not progress.cancelled():
            progress.report(1, 2)
        raise CancelledError(done=1)

    monkeypatch.setattr(Trail, "verify", slow)
    shown.panel.verify()
    click(shown.panel.verdict.stop_button)
    assert jobs.wait_all()
    assert shown.panel.verdict._look == "note"
    assert shown.panel.verify_action.isEnabled()
    assert shown.troubles == []


def test_what_the_filter_finds_is_exported_and_the_export_is_an_event(shown: Shown, tmp_path: Path) -> None:
    choose(shown.panel.filter.item_menu(), "درخواست")
    suggested = answer(shown.panel.list_file, tmp_path / "سوابق.csv")
    press(shown.panel, Qt.Key.Key_E, CONTROL)
    assert jobs.wait_all()
    assert suggested[0].suffix == ".xlsx"
    with (tmp_path / "سوابق.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert len(list(csv.reader(stream))) == 4
    assert "۳ سطر" in shown.panel.list_file.work.bar.text
    shown.panel.filter.item.cleared.emit()
    assert jobs.wait_all()
    assert shown.rows()[0].action == "history_exported"
    assert label("event_action", "history_exported") in [
        act.text() for act in shown.panel.filter.act_menu().actions()
    ]


def test_an_export_that_cannot_be_written_is_told(shown: Shown, tmp_path: Path) -> None:
    answer(shown.panel.list_file, tmp_path / "nowhere" / "x.csv")
    press(shown.panel, Qt.Key.Key_E, CONTROL)
    assert jobs.wait_all()
    assert "پوشه دیگر نیست" in shown.panel.list_file.work.bar.text
    assert shown.panel.export_action.isEnabled()


def test_a_history_that_cannot_be_read_is_told_and_read_again_later(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(self: Trail, *_: object) -> AppError:
        raise DatabaseAwayError(where="x")

    with monkeypatch.context() as broken:
        broken.setattr(Trail, "outline", away)
        shown.panel.stack.setCurrentIndex(0)
        shown.panel.refresh()
        assert jobs.wait_all()
        assert shown.panel.stack.currentWidget() is shown.panel.trouble_state
        assert shown.troubles
    shown.panel.refresh()
    assert jobs.wait_all()
    assert shown.panel.stack.currentWidget() is shown.panel.table


def test_rows_far_down_are_read_when_they_are_looked_at(
    shown: Shown, sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    for module in (history_model, row_window):
        monkeypatch.setattr(module, "CHUNK", 4)
    monkeypatch.setattr(trail_module, "FENCE", 8)
    for number in range(30):
        sqlite_office.registered(external_id=str(number))
    shown.panel.refresh()
    assert jobs.wait_all()
    model = shown.panel.model
    last = model.rowCount() - 1
    assert model.row_at(last) is None
    shown.panel.table.select(last)
    qtbot.waitUntil(lambda: model.row_at(last) is not None, timeout=60_000)
    row = model.row_at(last)
    assert row is not None
    assert shown.panel.table.current_row() == row
    assert row.sequence == 1


def test_the_model_is_sound(shown: Shown, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(shown.panel.model)  # type: ignore[no-untyped-call]


def test_the_commands_of_the_history_stand_at_its_head_only(shown: Shown) -> None:
    assert shown.panel.verify_action.isVisible()
    assert not shown.screen.add_action.isVisible()
    shown.screen.tabs.choose("units")
    assert jobs.wait_all()
    assert not shown.panel.export_action.isVisible()
