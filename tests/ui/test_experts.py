"""Experts in the window: entered in their register, invited to a draft, their answers noted; by keys and clicks."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.people.experts import ExpertWords
from tests.department import TestOffice
from tests.instruments.consulting import Consultation
from tests.ui.consultation import settle, workplace
from tests.ui.desk_window import empty_state
from tests.ui.keyboard import CONTROL, activate, click, press, titles, type_text
from ui import jobs
from ui.instruments.screen import InstrumentsScreen
from ui.people.screen import PeopleScreen


@pytest.fixture
def register(qtbot: QtBot, sqlite_office: TestOffice) -> PeopleScreen:
    screen = PeopleScreen(workplace(sqlite_office, sqlite_office.clerk))
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    screen.tabs.choose("experts")
    assert jobs.wait_all()
    return screen


def test_an_expert_is_entered_mended_and_the_mending_undone(
    register: PeopleScreen, sqlite_office: TestOffice
) -> None:
    page = register.experts
    undos: list[object] = []
    page.done.connect(lambda _words, undo: undos.append(undo))
    click(page.new_button)
    type_text(page.name, "نیلوفر جاوید")
    type_text(page.fields, "شعر، ترانه")
    press(page.fields, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    (row,) = sqlite_office.services.experts.all()
    assert row.words.fields == ("شعر", "ترانه")
    assert titles(page.roster) == ["نیلوفر جاوید"]
    type_text(page.organisation, "خانه شاعران")
    press(page.organisation, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert sqlite_office.services.experts.all()[0].words.organisation == "خانه شاعران"
    undo = undos[-1]
    assert callable(undo)
    undo()
    assert jobs.wait_all()
    assert sqlite_office.services.experts.all()[0].words.organisation == ""


def test_what_is_refused_stays_in_the_form(register: PeopleScreen, sqlite_office: TestOffice) -> None:
    page = register.experts
    type_text(page.name, "بهرام ناصری")
    type_text(page.mobile, "12")
    press(page.mobile, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    assert page.refusals.card.field is page.mobile
    assert page.name.text() == "بهرام ناصری"
    assert page.save_button.isEnabled()
    assert sqlite_office.services.experts.all() == ()


def test_experts_are_chosen_invited_and_their_answers_noted_by_keys(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    office = sqlite_office
    for name in ("بهرام ناصری", "نیلوفر جاوید", "یونس کاوه"):
        office.services.experts.add(office.clerk, ExpertWords(name))
    consultation = Consultation(office, clock).opened()
    screen = InstrumentsScreen(
        workplace(office, office.reviewer), ask_folder=lambda _owner, _suggested: tmp_path
    )
    qtbot.addWidget(screen)
    screen.resize(1272, 788)
    activate(screen)
    screen.shown()
    settle(screen)
    click(screen.details.life.invite)
    assert jobs.wait_all()
    page = screen.papers.inviting
    assert page.isVisible()
    assert not page.invite_button.isEnabled()
    assert not page.letters_button.isEnabled()
    press(page.list, Qt.Key.Key_Space)
    press(page.list, Qt.Key.Key_Down)
    press(page.list, Qt.Key.Key_Space)
    assert "۲" in page.invite_button.text()
    press(page.list, Qt.Key.Key_Return, CONTROL)
    assert jobs.wait_all()
    invited = office.services.invitations.of(consultation.id)
    assert [one.expert.words.name for one in invited] == ["بهرام ناصری", "نیلوفر جاوید"]
    press(page.list, Qt.Key.Key_A)
    assert jobs.wait_all()
    assert "۱ نفر پاسخ داده‌اند" in page.status.words
    press(page.list, Qt.Key.Key_Up)
    press(page.list, Qt.Key.Key_Delete)
    assert jobs.wait_all()
    invited = office.services.invitations.of(consultation.id)
    assert [one.expert.words.name for one in invited] == ["نیلوفر جاوید"]
    click(page.letters_button)
    assert jobs.wait_all()
    (folder,) = tmp_path.iterdir()
    assert {path.name for path in folder.iterdir()} == {"letters.pdf", "list.xlsx", "mails"}
    press(page.list, Qt.Key.Key_Escape)
    assert screen.details.isVisible()


def test_behind_the_end_nobody_can_be_chosen_and_it_says_why(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    office = sqlite_office
    office.services.experts.add(office.clerk, ExpertWords("نیلوفر جاوید"))
    Consultation(office, clock).closed()
    screen = InstrumentsScreen(workplace(office, office.reviewer))
    qtbot.addWidget(screen)
    activate(screen)
    screen.shown()
    settle(screen)
    click(screen.details.life.invite)
    assert jobs.wait_all()
    press(screen.papers.inviting.list, Qt.Key.Key_Space)
    press(screen.papers.inviting.list, Qt.Key.Key_A, CONTROL)
    assert not screen.papers.inviting.invite_button.isEnabled()
    assert screen.papers.inviting.over_note.isVisible()


def test_a_register_without_anybody_says_where_they_are_entered(
    qtbot: QtBot, sqlite_office: TestOffice, clock: FixedClock
) -> None:
    Consultation(sqlite_office, clock).opened()
    screen = InstrumentsScreen(workplace(sqlite_office, sqlite_office.reviewer))
    qtbot.addWidget(screen)
    activate(screen)
    screen.shown()
    settle(screen)
    click(screen.details.life.invite)
    assert jobs.wait_all()
    assert empty_state(screen.papers.inviting).isVisible()
