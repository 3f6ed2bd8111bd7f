"""The checklist of a petition in the details: ticking by keys, undo, and what an answer waits for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from desktop_app.petitions.vocabulary import Kind, Outcome
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import choose_row, press, put_away
from ui import jobs
from ui.administration.checklists_panel import ChecklistsPanel
from ui.petitions.desk.sending import Mode
from ui.widgets.roster import HEADING
from ui.workplace import Workplace

POINTS = ("احراز هویت متقاضی", "پیوست نظر بررس", "ثبت یادآوری")


@pytest.fixture
def window(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    office = sqlite_office
    for title in POINTS:
        office.services.checklists.add(
            office.administrator, kind=Kind.REQUEST, title=title, required=title != POINTS[2]
        )
    number = office.taken().id
    with desk(office, office.clerk) as made:
        made.show(keep=number)
        made.focus_table()
        yield made


def boxes(window: DeskWindow) -> list[QCheckBox]:
    return window.screen.details.body.checklist.boxes


def test_c_goes_to_the_list_and_space_ticks_with_who_and_when(window: DeskWindow) -> None:
    for letter in "cز":
        window.focus_table()
        window.letter(letter)
        assert window.window.focusWidget() is boxes(window)[0]
    press(boxes(window)[0], Qt.Key.Key_Space)
    window.settle()
    [first, *others] = window.office.services.checklists.of(window.actor, window.shown.id)
    assert (first.ticked_by, [tick.ticked_at for tick in others]) == (window.actor.name, [None, None])
    assert "تیک خورد" in window.message
    box = window.screen.details.body.checklist
    assert box.count.text() == "۱ از ۳"
    assert "۱ مورد الزامی" in box.waits.text()
    # The focus stays, the arrows walk, and Enter ticks as well.
    assert window.window.focusWidget() is boxes(window)[0]
    press(boxes(window)[0], Qt.Key.Key_Down)
    press(boxes(window)[1], Qt.Key.Key_Return)
    window.settle()
    assert box.waits.isHidden()
    assert window.shown.resolve_refusal is None


def test_a_tick_is_taken_back_from_the_message(window: DeskWindow) -> None:
    window.letter("c")
    press(boxes(window)[0], Qt.Key.Key_Space)
    window.settle()
    window.window.message_bar.undo_button.click()
    window.settle()
    ticks = window.office.services.checklists.of(window.actor, window.shown.id)
    assert [tick.ticked_at for tick in ticks] == [None] * 3
    assert [event.action for event in window.shown.history[-2:]] == ["ticked", "unticked"]


def test_d_leads_to_the_missing_point_and_names_it(window: DeskWindow) -> None:
    window.letter("d")
    assert window.window.focusWidget() is boxes(window)[0]
    assert POINTS[0] in window.message
    assert POINTS[0] in window.screen.details.foot.lock_line.words.text()
    assert not window.screen.details.composer.kind.isVisible()
    for point in (0, 1):
        boxes(window)[point].click()
        window.settle()
    window.focus_table()
    window.letter("d")
    assert window.mode is Mode.REPLY
    window.write("پاسخ")
    window.send()
    number = window.office.made_id(1)
    assert window.stored(number).outcome == Outcome.ANSWERED.value


def test_a_refused_tick_does_not_look_like_one(window: DeskWindow) -> None:
    [row, *_] = window.office.services.checklists.all()
    window.office.services.checklists.change(
        window.office.administrator, row.id, row.version, title=row.title, required=True, active=False
    )
    boxes(window)[0].click()
    window.settle()
    assert "دیگر" in window.message
    assert not boxes(window)[0].isChecked()


def test_without_points_there_is_no_list_and_the_key_says_so(sqlite_office: TestOffice) -> None:
    number = sqlite_office.taken().id
    with desk(sqlite_office, sqlite_office.clerk) as window:
        window.show(keep=number)
        window.focus_table()
        assert window.screen.details.body.checklist.isHidden()
        window.letter("c")
        assert "چک‌لیست ندارد" in window.message


def test_who_does_not_work_on_it_reads_the_list_only(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    office.services.checklists.add(office.administrator, kind=Kind.REQUEST, title=POINTS[0], required=True)
    seen = office.taken()
    office.services.desk.refer(office.clerk, seen.id, seen.version, office.music.id, "نظر دهید")
    with desk(office, office.clerk) as window:
        window.show(keep=seen.id)
        assert [box.isEnabled() for box in boxes(window)] == [False]


def test_an_administrator_keeps_the_points_of_kinds_and_labels(sqlite_office: TestOffice) -> None:
    office, lists = sqlite_office, sqlite_office.services.checklists
    label = office.services.labels.put_on(office.clerk, office.taken().id, "حساس")
    workplace = Workplace(office.services, office.administrator, Settings(data_folder=Path(), theme="light"))
    panel = ChecklistsPanel(workplace)
    said: list[tuple[str, Callable[[], object] | None]] = []
    panel.done.connect(lambda words, undo: said.append((words, undo)))
    panel.show()
    panel.refresh()
    assert jobs.wait_all()
    for code, title in ((Kind.COMPLAINT.value, "الف"), (Kind.COMPLAINT.value, "ب"), (label.id, "ج")):
        panel.start_new()
        panel.list.choose(code)
        panel.title.setText(title)
        panel.save()
        assert jobs.wait_all()
    assert [(row.kind, row.label, row.title) for row in lists.all()] == [
        (Kind.COMPLAINT, "", "الف"), (Kind.COMPLAINT, "", "ب"), (None, "حساس", "ج"),
    ]  # fmt: skip
    assert [row.title for row in panel.roster.rows() if row.mark == HEADING] == ["شکایت", "برچسب «حساس»"]
    choose_row(panel.roster, lists.all()[1].id)
    assert not panel.list.isEnabled()
    press(panel, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert jobs.wait_all()
    assert [row.title for row in lists.all()] == ["ب", "الف", "ج"]
    undo = said[-1][1]
    assert undo is not None
    undo()
    assert jobs.wait_all()
    assert [row.title for row in lists.all()] == ["الف", "ب", "ج"]
    panel.required.setChecked(False)
    panel.active.setChecked(False)
    panel.save()
    assert jobs.wait_all()
    [_, changed, _] = lists.all()
    assert (changed.title, changed.required, changed.active) == ("ب", False, False)
    panel.close()
    put_away(panel)
