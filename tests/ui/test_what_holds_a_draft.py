"""What holds a draft before its end, in the window: it goes back to its amending, and open objections are walked
one after the other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.errors import RuleError
from desktop_app.instruments.consultation.gate import InstrumentAction
from desktop_app.instruments.vocabulary import InstrumentStatus, ThreadOutcome
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.instruments.consulting import NEXT_TEXT, Consultation
from tests.ui.consultation import settle
from tests.ui.keyboard import activate, click, press, type_text, wait
from tests.ui.test_instrument_life import Open, dialog_of, offered, opened_for, saved
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.instruments.history_words import time_line
from ui.instruments.life_panel import GateRow
from ui.instruments.screen import InstrumentsScreen
from ui.workplace import ShowObjections, Workplace


@pytest.fixture
def consultation(sqlite_office: TestOffice, clock: FixedClock) -> Consultation:
    return Consultation(sqlite_office, clock)


@pytest.fixture
def open_screen(qtbot: QtBot, sqlite_office: TestOffice) -> Open:
    return partial(opened_for, qtbot, sqlite_office)


@pytest.fixture
def compare(qtbot: QtBot, sqlite_office: TestOffice) -> Callable[[Actor], ComparisonScreen]:
    def opened(actor: Actor) -> ComparisonScreen:
        screen = ComparisonScreen(Workplace(sqlite_office.services, actor, Settings()))
        qtbot.addWidget(screen)
        screen.resize(1272, 788)
        activate(screen)
        screen.shown()
        assert jobs.wait_all()
        return screen

    return opened


def objections_in(screen: InstrumentsScreen) -> GateRow:
    return next(row for row in screen.details.life.points if row.point.rule == "objections_are_closed")


def test_a_manager_returns_what_is_ready_with_a_reason_that_the_history_shows(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.ready()
    screen = open_screen(consultation.office.manager)
    assert offered(screen)[0] is InstrumentAction.FINISH
    assert screen.details.life.second.text() == "برگرداندن به اصلاح"
    click(screen.details.life.second)
    assert jobs.wait_all()
    dialog = screen.steps.step_dialog
    assert dialog is not None
    assert wait(dialog.isActiveWindow)
    assert dialog.windowTitle() == "برگرداندن به اصلاح"
    saved(screen, dialog)
    assert dialog.isVisible()
    assert dialog.refusals.card.words.text()
    assert dialog.reason.hasFocus()
    type_text(dialog.reason, "ماده ۲ بازنگری می‌خواهد")
    saved(screen, dialog)
    assert consultation.stands() is InstrumentStatus.REVISING
    told = time_line(consultation.now.history, 1405)[-1]
    assert told.sentence == f"{consultation.office.manager.name} آن را از «آماده» به اصلاح برگرداند"
    assert told.note == "ماده ۲ بازنگری می‌خواهد"
    reviewer = open_screen(consultation.office.reviewer)
    missing = [row.point.rule for row in reviewer.details.life.points if not row.point.holds]
    assert missing == ["summing_up_is_needed"]
    assert reviewer.details.detail is not None
    assert reviewer.details.detail.may_add_revision
    saved(reviewer, dialog_of(reviewer, InstrumentAction.SUM_UP))
    saved(reviewer, dialog_of(reviewer, InstrumentAction.MAKE_READY))
    assert consultation.stands() is InstrumentStatus.READY


def test_the_gate_counts_open_objections_and_leads_to_them(
    open_screen: Open, consultation: Consultation
) -> None:
    consultation.revising()
    consultation.write(NEXT_TEXT)
    screen = open_screen(consultation.office.reviewer)
    assert objections_in(screen).words.text() == "همهٔ ایرادها بسته شده‌اند."
    assert objections_in(screen).link is None
    for words in ("چرا بیست روز؟", "هزینه از کجاست؟"):
        consultation.raise_objection(words)
    consultation.sum_up()
    screen.refresh()
    settle(screen)
    row = objections_in(screen)
    assert row.words.text().startswith("۲ ایراد همکاران")
    gone: list[tuple[str, object]] = []
    screen.navigate.connect(lambda name, item: gone.append((name, item)))
    assert row.link is not None
    row.link.setFocus()
    press(row.link, Qt.Key.Key_Space)
    assert gone == [("comparison", ShowObjections(consultation.id))]
    dialog = dialog_of(screen, InstrumentAction.MAKE_READY)
    saved(screen, dialog)
    assert dialog.refusals.card.words.text().startswith("۲ ایراد همکاران")


def test_the_comparison_walks_the_open_objections_until_the_last_is_closed(
    compare: Callable[[Actor], ComparisonScreen], consultation: Consultation
) -> None:
    consultation.ready()
    first, second, closed = (consultation.raise_objection(words) for words in ("یک", "دو", "سه"))
    consultation.close_objection(closed)
    screen = compare(consultation.office.reviewer)
    screen.open_item(ShowObjections(consultation.id))
    assert jobs.wait_all()
    panel = screen.page.threads
    assert panel.isVisible()
    assert panel.active == first
    reply = panel.boxes[first].reply
    assert reply is not None
    assert reply.hasFocus()
    assert panel.next_objection.text() == "ایراد باز: ۲ · بعدی"
    click(panel.next_objection)
    assert panel.active == second
    press(screen.page.view, Qt.Key.Key_O)
    assert panel.active == first
    for thread, left in ((first, second), (second, None)):
        screen.annotating.changes.resolve(thread, ThreadOutcome.ANSWERED.value)
        assert jobs.wait_all()
        assert panel.objections == ((left,) if left is not None else ())
        if left is not None:
            press(screen.page.view, Qt.Key.Key_O)
            assert panel.active == left
    assert not panel.next_objection.isVisible()
    said: list[str] = []
    screen.message.connect(lambda words, _undo: said.append(words))
    press(screen.page.view, Qt.Key.Key_O)
    assert said == ["هیچ ایراد بازی نیست."]
    consultation.finish()
    troubles: list[Exception] = []
    screen.trouble.connect(troubles.append)
    screen.annotating.changes.reopen(first)
    assert jobs.wait_all()
    assert [one.parameters["rule"] for one in troubles if isinstance(one, RuleError)] == [
        "objections_are_over"
    ]


def test_another_comparison_begins_with_its_text_and_not_with_an_objection(
    compare: Callable[[Actor], ComparisonScreen], consultation: Consultation
) -> None:
    consultation.ready()
    consultation.raise_objection()
    screen = compare(consultation.office.reviewer)
    screen.open_item(consultation.id)
    assert jobs.wait_all()
    assert screen.page.threads.active is None
    assert not screen.page.threads.isVisible()
