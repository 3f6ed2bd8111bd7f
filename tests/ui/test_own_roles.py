"""What a person may do changes while their window is open: a deputy's days begin and end, roles come and go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.clock import FixedClock
from desktop_app.petitions.lists.inbox import View
from desktop_app.settings import Settings
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.petitions.test_desk_complaints import leave_the_clerks_alone, passed_on
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import activate, wait
from ui import jobs
from ui.application import screens
from ui.main_window import MainWindow
from ui.petitions.desk.sending import Mode
from ui.workplace import Screen, Workplace

TODAY = date(2026, 11, 24)


def terms(office: TestOffice, days: int = 0) -> NewDeputy:
    day = TODAY + timedelta(days=days)
    return NewDeputy(office.music_clerk.person_id or 0, office.clerk.person_id or 0, day, day)


@contextmanager
def live(office: TestOffice, actor: Actor) -> Iterator[DeskWindow]:
    with desk(office, actor) as made:
        made.window.colleagues.start()
        assert wait(lambda: made.window.watch.listening)
        yield made
        made.window.colleagues.stop()


def test_an_open_window_learns_that_its_person_is_a_deputy_now_and_is_one_no_more(office: TestOffice) -> None:
    petition = office.petition(unit=office.music)
    with live(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        clerk.screen.details.composer.turn_to(Mode.NOTE)
        clerk.write("نیمه‌کاره")
        assert not clerk.shown.allowed
        made = office.services.deputies.add(office.administrator, terms(office))
        assert wait(lambda: bool(clerk.shown.allowed))
        assert clerk.message == "از این پس به نیابت از سارا امینی عمل می‌کنید."
        composer = clerk.screen.details.composer
        assert composer.behalf.text() == "به نیابت از سارا امینی"
        assert composer.edit.toPlainText() == "نیمه‌کاره"
        clerk.settle()
        clerk.send()
        assert (
            office.services.desk.peek(office.pc, petition.id).history[-1].after["on_behalf_of"]
            == "سارا امینی"
        )
        office.services.deputies.remove(office.administrator, made.id, made.version)
        assert wait(lambda: not clerk.shown.allowed)
        assert clerk.message == "جانشینی شما برای سارا امینی پایان یافت."
        assert composer.behalf.text() == ""


def test_it_is_said_where_nobody_else_is_left_to_decide_on_a_complaint(sqlite_office: TestOffice) -> None:
    office = sqlite_office
    petition = passed_on(office)
    leave_the_clerks_alone(office)
    with desk(office, office.other_clerk) as clerk:
        clerk.show(View.MINE, keep=petition.id)
        alone = clerk.screen.details.head.facts.remark
        assert alone.isVisible()
        assert alone.text().startswith("این شکایت نزد خود شما بوده است")
        other = office.petition(unit=office.books)
        clerk.show(View.MY_UNIT, keep=other.id)
        assert not alone.isVisible()


def test_a_day_that_ends_ends_it_too(sqlite_office: TestOffice, clock: FixedClock) -> None:
    office = sqlite_office
    office.services.deputies.add(office.administrator, terms(office, days=1))
    petition = office.petition(unit=office.music)
    with desk(office, office.clerk) as clerk:
        for days, allowed in ((0, False), (1, True), (1, False)):
            clock.moment += timedelta(days=days)
            clerk.window.colleagues.roles.look()
            clerk.settle()
            clerk.show(View.ALL, keep=petition.id)
            assert bool(clerk.shown.allowed) is allowed
            assert clerk.window.workplace.actor.has(Role.CLERK, office.music.id) is allowed


def test_administration_comes_into_the_rail_and_goes_with_the_role(
    qtbot: QtBot, sqlite_office: TestOffice, tmp_path: Path
) -> None:
    accounts = sqlite_office.services.accounts
    workplace = Workplace(sqlite_office.services, sqlite_office.clerk, Settings(data_folder=tmp_path))
    window = MainWindow(workplace, screens())
    qtbot.addWidget(window)
    activate(window)
    row = next(row for row in accounts.all() if row.id == sqlite_office.clerk.person_id)

    def give(*roles: Role) -> None:
        nonlocal row
        memberships = row.memberships | {Membership(role, None) for role in roles}
        row = accounts.change(sqlite_office.pc, row.id, row.version, memberships=memberships)
        window.colleagues.roles.look()
        assert jobs.wait_all()

    window.go("comments")
    seen = window.current_screen()
    give(Role.ADMINISTRATOR)
    assert "administration" in window.rail.items
    # A screen that offers what the roles were is built anew, in its place.
    assert window.screen_name == "comments"
    assert window.current_screen() is not seen
    window.go("administration")
    assert isinstance(window.current_screen(), Screen)
    memberships = row.memberships - {Membership(Role.ADMINISTRATOR, None)}
    row = accounts.change(sqlite_office.pc, row.id, row.version, memberships=memberships)
    window.colleagues.roles.look()
    assert jobs.wait_all()
    assert "administration" not in window.rail.items
    assert window.screen_name == "comments"
    window.go("administration")
    assert window.screen_name == "comments"
    assert [action.text() for action in window.actions()].count("نظرهای مردم") == 1
    window.close()
