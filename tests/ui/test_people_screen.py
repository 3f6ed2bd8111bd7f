"""«متقاضیان»: found in any spelling, masked, their petitions one key away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop_app.people.petitioners import Contact
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk, empty_state
from tests.ui.keyboard import click, type_text
from ui.people.screen import PeopleScreen


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


def wrote(office: TestOffice, name: str, mobile: str, subject: str = "موضوع") -> None:
    contact = Contact(name=name, mobile=mobile)
    office.services.register.register(
        office.clerk, NewPetition(Kind.REQUEST, Channel.PHONE, f"متن {subject}", subject, contact)
    )


def people(clerk: DeskWindow) -> PeopleScreen:
    clerk.window.go("people")
    clerk.settle()
    screen = clerk.window.current_screen()
    assert isinstance(screen, PeopleScreen)
    return screen


def names(screen: PeopleScreen) -> list[str]:
    rows = [screen.model.row_at(row) for row in range(screen.model.rowCount())]
    return [row.name for row in rows if row is not None]


def test_petitioners_stand_in_persian_order_and_the_nameless_last(clerk: DeskWindow) -> None:
    for number, name in enumerate(("یاسر احمدی", "", "آرش نوری", "پریسا رضایی")):
        wrote(clerk.office, name, f"0912000000{number}")
    assert names(people(clerk)) == ["آرش نوری", "پریسا رضایی", "یاسر احمدی", ""]


def test_a_name_is_found_in_any_spelling(clerk: DeskWindow) -> None:
    wrote(clerk.office, "علي كريمي", "09120000001")
    wrote(clerk.office, "زهرا امینی", "09120000002")
    screen = people(clerk)
    clerk.key(Qt.Key.Key_F, control=True)
    type_text(screen.box, "کریمی")
    clerk.key(Qt.Key.Key_Return)
    assert names(screen) == ["علي كريمي"]


def test_numbers_are_masked_in_the_list_and_beside_it(clerk: DeskWindow) -> None:
    wrote(clerk.office, "زهرا امینی", "09123456789")
    screen = people(clerk)
    row = screen.model.row_at(0)
    assert row is not None
    assert row.mobile == "••••••••789"
    assert "۰۹۱۲" not in screen.person.numbers.text()
    assert "۷۸۹" in screen.person.numbers.text()


def test_their_petitions_stand_beside_them_and_open_in_the_inbox(clerk: DeskWindow) -> None:
    for subject in ("نخست", "دوم"):
        wrote(clerk.office, "زهرا امینی", "09123456789", subject)
    screen = people(clerk)
    assert screen.person.history.model().rowCount() == 2
    screen.person.history.setFocus()
    screen.person.history.go_to(0)
    clerk.key(Qt.Key.Key_Return)
    assert clerk.window.screen_name == "inbox"
    assert clerk.shown.subject == "دوم"


def test_all_of_them_are_shown_in_the_inbox(clerk: DeskWindow) -> None:
    wrote(clerk.office, "زهرا امینی", "09123456789", "مال زهرا")
    wrote(clerk.office, "یاسر احمدی", "09123456780", "مال یاسر")
    screen = people(clerk)
    click(screen.person.all_button)
    clerk.settle()
    assert clerk.window.screen_name == "inbox"
    assert clerk.subjects() == ["مال زهرا"]


def test_nobody_found_is_said(clerk: DeskWindow) -> None:
    wrote(clerk.office, "زهرا امینی", "09123456789")
    screen = people(clerk)
    type_text(screen.box, "ناپیدا")
    clerk.key(Qt.Key.Key_Return)
    assert empty_state(screen).title.text() == "کسی پیدا نشد"


def test_the_list_grows_as_it_is_scrolled_and_keeps_its_rules(
    clerk: DeskWindow, qtmodeltester: ModelTester
) -> None:
    clerk.office.services.register.register_many(
        clerk.actor,
        [
            NewPetition(
                Kind.REQUEST, Channel.PHONE, f"متن {n}", "موضوع", Contact(f"نام {n:03}", mobile=f"0912{n:07}")
            )
            for n in range(450)
        ],
    )
    screen = people(clerk)
    assert screen.model.rowCount() < 450
    while screen.model.rowCount() < 450:
        screen.list.scrollToBottom()
        screen.list.viewport().grab()
        clerk.settle()
    assert len(set(names(screen))) == 450
    qtmodeltester.check(screen.model)  # type: ignore[no-untyped-call]
    clerk.settle()


def test_a_manager_corrects_what_is_wrong_and_a_clerk_finds_no_way(
    clerk: DeskWindow, office: TestOffice
) -> None:
    wrote(office, "مریم کاظمی", "09121234567")
    screen = people(clerk)
    screen.list.setCurrentIndex(screen.model.index(0, 0))
    clerk.settle()
    assert not screen.person.correct_button.isVisible()
    with desk(office, office.manager) as manager:
        screen = people(manager)
        screen.list.setCurrentIndex(screen.model.index(0, 0))
        manager.settle()
        click(screen.person.correct_button)
        dialog = screen.correcting
        assert dialog is not None
        assert dialog.name.text() == "مریم کاظمی"
        dialog.name.clear()
        type_text(dialog.name, "مریم ناظمی")
        click(dialog.save_button)
        manager.settle()
        # Without a reason nothing is done, and what was typed stays.
        assert dialog.isVisible()
        assert dialog.refusals.card.isVisible()
        assert dialog.name.text() == "مریم ناظمی"
        type_text(dialog.reason, "تلفنی، به درخواست خودش")
        click(dialog.save_button)
        manager.settle()
        assert not dialog.isVisible()
        assert names(screen) == ["مریم ناظمی"]
