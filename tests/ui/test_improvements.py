"""Improvement actions in the window: out of a petition, out of what is marked, in the manager's list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.petitions.improvements.service import AT_ONCE, NewImprovement
from desktop_app.petitions.lists.inbox import Scope, View
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.settings import Settings
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, click, titles, type_text
from ui import jobs
from ui.administration.screen import AdministrationScreen
from ui.petitions.desk.improvement_dialog import ImprovementDialog, ImprovementView
from ui.workplace import Workplace


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def test_an_action_is_made_out_of_a_petition_and_ended_there(clerk: DeskWindow) -> None:
    petition = clerk.office.taken()
    clerk.screen.open_petition(petition.id)
    clerk.settle()
    line = clerk.screen.details.body.improvements
    line.ask()
    clerk.settle()
    dialog = line.dialog
    assert isinstance(dialog, ImprovementDialog)
    click(dialog.save_button)
    clerk.settle()
    # Refused in the form, which stays with what is typed.
    assert dialog.refusals.card.words.text()
    dialog.fields.service.setEditText("مجوز نشر کتاب")
    type_text(dialog.fields.title, "مرحله بررسی دیده شود")
    click(dialog.save_button)
    clerk.settle()
    clerk.settle()
    assert [row.title for row in line.rows] == ["مرحله بررسی دیده شود"]
    assert clerk.shown.history[-1].action == "improvement_named"
    line.look_at(line.rows[0])
    view = line.dialog
    assert isinstance(view, ImprovementView)
    type_text(view.note, "در سامانه دیده می‌شود")
    click(view.finish_button)
    clerk.settle()
    clerk.settle()
    assert line.rows[0].done_note == "در سامانه دیده می‌شود"


def test_an_action_names_all_of_a_view_however_many(clerk: DeskWindow) -> None:
    office, count = clerk.office, 2 * AT_ONCE + 1
    office.services.register.register_many(
        office.clerk,
        [NewPetition(Kind.REQUEST, Channel.PORTAL, f"م {n}", external_id=f"M-{n}") for n in range(count)],
    )
    clerk.show(View.ALL, Scope.OPEN)
    clerk.screen.bulk.mark_all()
    click(clerk.screen.bulk.bar.improve_button)
    clerk.settle()
    dialog = clerk.screen.bulk.improvement
    assert dialog is not None
    dialog.fields.service.setEditText("مجوز نشر کتاب")
    type_text(dialog.fields.title, "نشانی درست")
    click(dialog.save_button)
    clerk.settle()
    clerk.settle()
    (row,) = office.services.improvements.all(office.clerk)
    assert row.petitions == count
    assert "۱۰۰۱" in clerk.message


def test_what_is_marked_leads_to_one_action_or_is_named_in_one_that_is_there(clerk: DeskWindow) -> None:
    office = clerk.office
    for number in range(3):
        office.registered(f"متن {number}")
    there = office.services.improvements.add(office.clerk, NewImprovement("خدمت", "اقدامی که هست"), [])
    clerk.show(View.ALL, Scope.OPEN)
    clerk.screen.bulk.mark_all()
    click(clerk.screen.bulk.bar.improve_button)
    clerk.settle()
    dialog = clerk.screen.bulk.improvement
    assert dialog is not None
    dialog.which.setCurrentIndex(dialog.which.findData(there.id))
    assert dialog.fields.title.text() == "اقدامی که هست"
    click(dialog.save_button)
    clerk.settle()
    (row,) = office.services.improvements.all(office.clerk)
    assert (row.id, row.petitions) == (there.id, 3)
    assert clerk.screen.bulk.marks.count == 0


def test_a_manager_finds_the_list_and_ends_an_action(
    qtbot: QtBot, office: TestOffice, tmp_path: Path
) -> None:
    petition = office.petition()
    new = NewImprovement("مجوز نشر کتاب", "مرحله بررسی دیده شود", due_on=date(2020, 1, 1))
    office.services.improvements.add(office.clerk, new, [petition.id])
    screen = AdministrationScreen(Workplace(office.services, office.manager, Settings(data_folder=tmp_path)))
    qtbot.addWidget(screen)
    activate(screen)
    screen.tabs.choose("improvements")
    assert jobs.wait_all()
    panel = screen.improvements
    assert titles(panel.roster) == ["مرحله بررسی دیده شود"]
    assert panel.roster.rows()[0].mark == "معوق"
    panel.roster.chosen.emit(panel.roster.rows()[0].key)
    asked: list[object] = []
    screen.navigate.connect(lambda name, item: asked.append((name, item)))
    panel.opened.emit(petition.id)
    assert asked == [("inbox", petition.id)]
    type_text(panel.note, "انجام شد")
    click(panel.finish_button)
    assert jobs.wait_all()
    assert panel.roster.rows()[0].mark == "انجام‌شده"
    click(panel.reopen_button)
    assert jobs.wait_all()
    assert office.services.improvements.all(office.manager)[0].done_on is None


def test_a_clerk_who_may_not_change_it_reads_it(qtbot: QtBot, office: TestOffice, tmp_path: Path) -> None:
    made = office.services.improvements.add(office.manager, NewImprovement("خدمت", "عنوان"), [])
    row = office.services.improvements.all(office.clerk)[0]
    assert (made.may_change, row.may_change) == (True, False)
    view = ImprovementView(Workplace(office.services, office.clerk, Settings(data_folder=tmp_path)), row)
    qtbot.addWidget(view)
    view.show()
    assert not view.finish_button.isVisible()
    assert not view.note.isVisible()
