"""The question about satisfaction in the window: switched on, settled in quarantine, and seen in the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.history.sentences import sentence
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.petitions.outbox.sending import MOBILE
from tests.petitions.satisfaction.asking import (
    ask_from_now_on,
    became,
    closed,
    mark,
    questions,
    send,
    text_message,
)
from tests.ui.keyboard import CONTROL, activate, click, press, type_text
from tests.ui.prepared import PreparedOffices
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.workplace import Workplace


class Shown:
    def __init__(self, office: TestOffice, actor: Actor, qtbot: QtBot, section: str) -> None:
        self.office = office
        self.screen = AdministrationScreen(Workplace(office.services, actor, Settings(data_folder=Path())))
        qtbot.addWidget(self.screen)
        self.said: list[str] = []
        self.undo: list[Callable[[], None] | None] = []
        self.screen.message.connect(self._on_message)
        self.screen.resize(1272, 788)
        activate(self.screen)
        self.screen.tabs.choose(section)
        self.settle()

    def _on_message(self, words: str, undo: Callable[[], None] | None) -> None:
        self.said.append(words)
        self.undo.append(undo)

    def settle(self) -> None:
        for _ in range(4):
            assert jobs.wait_all()


def _asking(office: TestOffice, _clock: FixedClock) -> None:
    ask_from_now_on(office)


@pytest.fixture
def asking_office(prepared_offices: PreparedOffices, clock: FixedClock) -> Iterator[TestOffice]:
    with prepared_offices.office(_asking, clock) as (office, _):
        yield office


@pytest.fixture
def asked(asking_office: TestOffice, tmp_path: Path, clock: FixedClock) -> int:
    number = closed(asking_office)
    assert send(asking_office, tmp_path, clock) == 1
    return number


def whole_office(office: TestOffice) -> Actor:
    """Who takes in for the whole office, and administers."""
    person = office.manager
    roles = frozenset({Membership(Role.MANAGER, None), Membership(Role.ADMINISTRATOR, None)})
    return Actor(person.person_id, person.name, roles)


def typed(field: QWidget, words: str) -> None:
    field.setFocus()
    press(field, Qt.Key.Key_A, CONTROL)
    type_text(field, words)


def choose_row(shown: Shown, title: str) -> None:
    roster = shown.screen.messages.roster
    at = next(at for at, row in enumerate(roster.rows()) if row.title == title and row.key > 0)
    roster.setCurrentIndex(roster.model().index(at, 0))
    shown.settle()


def test_it_is_switched_on_by_keys_and_says_that_a_text_is_still_off(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "messages")
    form = shown.screen.messages.question
    choose_row(shown, "پرسش رضایت")
    assert shown.screen.messages.pages.currentWidget() is form
    assert (form.after.text(), form.answer.text()) == ("۰", "۱۴")
    assert form.silent.isHidden()
    typed(form.after, "۷")
    press(form.after, Qt.Key.Key_Return)
    shown.settle()
    rules = sqlite_office.services.question_rules
    assert rules.settings() == QuestionSettings(7, 14)
    # It says what is missing until one of the texts goes out.
    assert not form.silent.isHidden()
    sqlite_office.services.message_templates.change(
        sqlite_office.administrator, MessageKind.SATISFACTION, DeliveryMethod.SMS, 1, active=True
    )
    shown.screen.messages.refresh()
    shown.settle()
    assert form.silent.isHidden()
    undo = shown.undo[-1]
    assert undo is not None
    undo()
    shown.settle()
    assert (rules.settings().ask_after_days, form.after.text()) == (0, "۰")


def test_a_wrong_number_is_not_saved(sqlite_office: TestOffice, qtbot: QtBot) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "messages")
    form = shown.screen.messages.question
    choose_row(shown, "پرسش رضایت")
    for wrong in ("", "چند", "99", "-1"):
        form.after.setText(wrong)
        click(form.save_button)
        shown.settle()
    assert sqlite_office.services.question_rules.settings() == QuestionSettings()


def test_the_question_has_a_text_message_and_an_e_mail_and_nothing_for_the_portal(
    sqlite_office: TestOffice, qtbot: QtBot
) -> None:
    shown = Shown(sqlite_office, sqlite_office.administrator, qtbot, "messages")
    rows = shown.screen.messages.roster.rows()
    heading = max(at for at, row in enumerate(rows) if row.title == "پرسش رضایت")
    assert [row.title for row in rows[heading + 1 : heading + 4]] == ["پیامک", "رایانامه", "نتیجهٔ نظر"]


def test_an_unclear_answer_is_settled_by_keys(asked: int, asking_office: TestOffice, qtbot: QtBot) -> None:
    office = asking_office
    came = text_message(office, "۴ یا ۵")
    office.services.staging.run(office.manager)
    shown = Shown(office, whole_office(office), qtbot, "intake")
    panel = shown.screen.intake
    assert "بیش از یک رقم" in panel.reasons.text()
    settling = panel.form.settling
    assert not settling.isHidden()
    assert (settling.petition.count(), settling.mark.count()) == (1, 2)
    settling.mark.setFocus()
    press(settling.mark, Qt.Key.Key_Down)
    panel.roster.setFocus()
    press(panel.roster, Qt.Key.Key_A)
    shown.settle()
    assert (became(office, came), questions(office), mark(office, asked)) == ("answer", [(asked, 5)], 5)
    assert panel.roster.rows() == ()
    assert "پاسخ رضایت" in shown.said[-1]
    event = office.services.desk.peek(office.manager, asked).history[-1]
    assert "۵ از ۵" in sentence(event, office.manager.person_id)


def test_an_answer_of_an_unknown_number_is_taken_in_as_a_petition(
    asked: int, asking_office: TestOffice, qtbot: QtBot
) -> None:
    office = asking_office
    came = text_message(office, "5", "09129876543")
    office.services.staging.run(office.manager)
    shown = Shown(office, whole_office(office), qtbot, "intake")
    form = shown.screen.intake.form
    assert (form.settling.isHidden(), form.settling.button.isHidden()) == (False, True)
    assert "درخواست" in form.save_button.text()
    form.fields["mobile"].setFocus()
    press(form.fields["mobile"], Qt.Key.Key_Return, CONTROL)
    shown.settle()
    assert (became(office, came), mark(office, asked)) == ("petition", None)


def test_other_rows_of_quarantine_offer_no_answer(
    asked: int, asking_office: TestOffice, qtbot: QtBot, clock: FixedClock
) -> None:
    del asked
    text_message(asking_office, "5", "12")
    clock.advance(timedelta(days=1))
    asking_office.services.staging.run(asking_office.manager)
    shown = Shown(asking_office, whole_office(asking_office), qtbot, "intake")
    form = shown.screen.intake.form
    assert form.settling.isHidden()
    assert "دوباره" in form.save_button.text()
    press(shown.screen.intake.roster, Qt.Key.Key_A)
    shown.settle()
    assert len(shown.screen.intake.roster.rows()) == 1
    assert MOBILE not in form.reasons.text()
