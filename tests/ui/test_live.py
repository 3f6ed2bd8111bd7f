"""What a colleague does appears by itself, and takes nothing from the reader."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.rhythm import Rhythm
from desktop_app.errors import DatabaseAwayError
from desktop_app.office.message_templates import DeliveryMethod, MessageKind
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Channel, Move, Outcome, Status
from desktop_app.services import Services
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.petitions.outbox.sending import by, switch_on
from tests.ui.desk_window import DeskWindow, ask, desk
from tests.ui.keyboard import CONTROL, click, press, put_away, wait
from ui import jobs
from ui.connection import ConnectionWatch
from ui.petitions.desk.sending import Mode
from ui.widgets.top_bar import ConnectionLabel


@contextmanager
def live_desk(office: TestOffice, actor: Actor) -> Iterator[DeskWindow]:
    with desk(office, actor) as made:
        made.window.watch.start()
        assert wait(lambda: made.window.watch.listening)
        yield made
        made.window.watch.stop()


def test_a_new_petition_is_told_in_the_strip_and_moves_nothing(office: TestOffice) -> None:
    first = office.petition(subject="نخستین")
    office.registered(subject="دومین")
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=first.id)
        clerk.write("نیمه‌کاره")
        before = clerk.subjects()
        office.registered(subject="تازه", text="متنی دیگر")
        assert wait(lambda: not clerk.screen.strip.isHidden())
        assert "۱" in clerk.screen.strip.text()
        assert clerk.subjects() == before
        assert clerk.screen.lists.current_id == first.id
        assert clerk.screen.details.composer.edit.toPlainText() == "نیمه‌کاره"


def test_a_new_petition_stands_at_once_in_a_list_that_was_empty(office: TestOffice) -> None:
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL)
        assert clerk.subjects() == []
        office.registered(subject="تازه")
        assert wait(lambda: clerk.subjects() == ["تازه"])
        assert clerk.screen.strip.isHidden()


def test_a_window_that_is_destroyed_listens_no_longer(office: TestOffice) -> None:
    before = set(threading.enumerate())
    window = QWidget()
    watch = ConnectionWatch(office.services, ConnectionLabel(), window)
    watch.start()
    assert wait(lambda: watch.listening)
    assert jobs.wait_all()
    (listener,) = (one for one in set(threading.enumerate()) - before if one.name == "changes")
    put_away(window)
    office.petition()
    # What the thread cannot deliver would end it by an exception, which fails the test.
    listener.join(timeout=60)
    assert not listener.is_alive()


def test_the_bell_rings_for_what_a_colleague_refers(office: TestOffice) -> None:
    petition = office.petition()
    with live_desk(office, office.clerk) as clerk:
        clerk.window.bell.look()
        clerk.settle()
        # As if the window had been open for a while: what it has just asked for it does not ask for at once.
        clerk.window.bell.rhythm = Rhythm(0.0)
        me = office.clerk.person_id
        office.services.desk.refer(
            office.other_clerk, petition.id, petition.version, office.books.id, person_id=me
        )
        assert wait(lambda: clerk.window.top_bar.bell.count == 1)


def test_a_note_of_a_colleague_appears_in_the_petition_that_is_read(office: TestOffice) -> None:
    petition = office.taken()
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        office.services.desk.wait(office.clerk, petition.id, clerk.shown.version, "منتظر مدارک")
        assert wait(lambda: clerk.shown.history[-1].action == "wait")


def test_a_row_in_sight_is_read_again_without_the_wait_for_new_ones(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever waits for new petitions waits longer than this test does.
    monkeypatch.setattr("ui.petitions.lists.watch.NEWS_EVERY", 3600.0)
    first = office.petition(subject="نخستین")
    other = office.taken()
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=first.id)
        ask(clerk.screen.watch)
        clerk.settle()
        office.registered(subject="تازه", text="متنی دیگر")
        office.services.desk.wait(office.clerk, other.id, other.version, "منتظر مدارک")

        def status() -> str:
            row = clerk.screen.model.row_at(clerk.screen.model.table_row_of(other.id) or 0)
            return "" if row is None else row.status

        assert wait(lambda: status() == "waiting")


def test_a_petition_that_is_no_longer_in_the_list_is_read_again_too(office: TestOffice) -> None:
    petition = office.taken()
    office.registered(text="بی‌واحد")
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.UNROUTED)
        clerk.screen.details.show_petition(petition.id)
        clerk.settle()
        assert clerk.shown.id == petition.id
        office.services.desk.wait(office.clerk, petition.id, petition.version, "منتظر مدارک")
        assert wait(lambda: clerk.shown.history[-1].action == "wait")


def test_a_message_that_was_handed_on_does_not_wait_in_the_window(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    office = sqlite_office
    switch_on(office, (MessageKind.REGISTERED,), (DeliveryMethod.SMS,))
    petition = by(Channel.SMS, office)
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition)
        messages = clerk.screen.details.body.messages
        assert [line.state.text() for line in messages.lines] == ["در نوبت ارسال"]
        other = open_services(office.services.database.url.render_as_string())
        assert other.delivery.write(office.manager, tmp_path).messages == {"sms": 1}
        other.close()
        assert wait(lambda: not messages.waits)
        assert [line.state.text() for line in messages.lines] != ["در نوبت ارسال"]


def test_what_is_being_written_stays_when_the_petition_changes_under_it(office: TestOffice) -> None:
    petition = office.taken()
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        clerk.screen.details.composer.turn_to(Mode.NOTE)
        clerk.write("دارم می‌نویسم")
        changed = office.services.desk.wait(office.clerk, petition.id, clerk.shown.version, "منتظر مدارک")
        assert wait(lambda: clerk.shown.version == changed.version)
        clerk.settle()
        assert clerk.screen.details.composer.edit.toPlainText() == "دارم می‌نویسم"


@pytest.fixture
def elsewhere(database_url: str, clock: FixedClock) -> Iterator[Services]:
    """The services of another window, on the same database."""
    opened = open_services(database_url, clock=clock, prepare_schema=False)
    yield opened
    opened.close()


def test_what_a_colleague_took_shows_in_the_open_pane_and_its_buttons_follow(
    office: TestOffice, elsewhere: Services
) -> None:
    petition = office.petition(unit=office.books)
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        details = clerk.screen.details
        assert details.head.buttons[Move.TAKE].isVisible()
        elsewhere.desk.take(office.other_clerk, petition.id, clerk.shown.version)
        assert wait(lambda: clerk.shown.assignee_id == office.other_clerk.person_id)
        assert not details.head.buttons[Move.TAKE].isVisible()
        line = details.foot.colleagues
        assert line.isVisible()
        assert office.other_clerk.name in line.words.text()
        assert "به‌عهده گرفت" in line.words.text()


def test_what_a_colleague_closed_is_seen_before_the_answer_is_sent_and_the_answer_stays_in_its_box(
    office: TestOffice, elsewhere: Services
) -> None:
    petition = office.taken()
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        clerk.focus_table()
        clerk.letter("e")
        clerk.write("پاسخ من")
        details = clerk.screen.details
        elsewhere.desk.resolve(
            office.other_clerk, petition.id, petition.version, Outcome.ANSWERED, "پاسخ همکار"
        )
        assert wait(lambda: clerk.shown.status is Status.RESOLVED)
        clerk.settle()
        assert details.foot.colleagues.isVisible()
        assert details.head.buttons[Move.REOPEN].isVisible()
        assert clerk.mode is Mode.REPLY
        assert details.composer.edit.toPlainText() == "پاسخ من"
        assert not details.composer.send_button.isEnabled()
        clerk.send()
        assert details.composer.refusal.isVisible()
        assert details.composer.edit.toPlainText() == "پاسخ من"
        assert clerk.stored(petition.id).replies[-1].text == "پاسخ همکار"


def test_a_text_that_began_before_a_colleague_s_change_still_reports_the_conflict(
    office: TestOffice, elsewhere: Services
) -> None:
    petition = office.taken()
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        clerk.focus_table()
        clerk.letter("e")
        clerk.write("پاسخ من")
        elsewhere.desk.save_draft(office.other_clerk, petition.id, petition.version, "پیش‌نویس همکار")
        assert wait(lambda: clerk.shown.draft == "پیش‌نویس همکار")
        clerk.settle()
        clerk.send()
        conflict = clerk.screen.details.body.conflict
        assert conflict.isVisible()
        assert "پیش‌نویس همکار" in conflict.theirs.toPlainText()
        # The box that the sentence names has the text.
        assert clerk.screen.details.composer.edit.toPlainText() == "پاسخ من"
        assert clerk.mode is Mode.REPLY
        click(conflict.send_button)
        clerk.settle()
        assert clerk.stored(petition.id).replies[-1].text == "پاسخ من"


def test_a_petition_among_many_that_changed_is_read_again_soon(
    office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever waits for new petitions waits longer than this test does.
    monkeypatch.setattr("ui.petitions.lists.watch.NEWS_EVERY", 3600.0)
    petition = office.taken()
    with live_desk(office, office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        ask(clerk.screen.watch)
        clerk.settle()
        clerk.screen.watch.also = petition.id
        changed = office.services.desk.wait(office.clerk, petition.id, petition.version, "منتظر مدارک")
        # As after an act on many: no ids are told.
        clerk.screen.watch.hear(frozenset({("petition", 0)}))
        assert wait(lambda: clerk.shown.version == changed.version)


def test_what_stands_on_the_screen_stays_readable_while_the_database_is_away(
    sqlite_office: TestOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    petition = sqlite_office.taken()
    with desk(sqlite_office, sqlite_office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        before = clerk.subjects()

        def away(*_: object, **__: object) -> None:
            raise DatabaseAwayError(where="srv-db01")

        for service, method in (
            ("accounts", "is_empty"),
            ("inbox", "open_list"),
            ("inbox", "news"),
            ("inbox", "counts"),
            ("desk", "peek"),
        ):
            monkeypatch.setattr(getattr(sqlite_office.services, service), method, away)
        clerk.window.watch.look()
        clerk.screen.refresh()
        clerk.settle()
        assert clerk.subjects() == before
        assert clerk.shown.id == petition.id
        assert clerk.screen.details.head.isVisible()
        clerk.write("می‌نویسم")
        assert clerk.screen.details.composer.edit.toPlainText() == "می‌نویسم"


def test_a_key_that_sends_waits_until_the_database_is_back_and_says_so(sqlite_office: TestOffice) -> None:
    petition = sqlite_office.taken()
    with desk(sqlite_office, sqlite_office.clerk) as clerk:
        clerk.show(View.ALL, keep=petition.id)
        box = clerk.screen.details.composer
        box.turn_to(Mode.NOTE)
        clerk.write("نوشته هنگام قطعی")
        box.edit.setFocus()
        clerk.window.watch.lost.emit(DatabaseAwayError(where="srv-db01"))
        press(box.edit, Qt.Key.Key_Return, CONTROL)
        clerk.settle()
        assert "چیزی فرستاده نشد" in clerk.message
        assert box.edit.toPlainText() == "نوشته هنگام قطعی"
        assert clerk.stored(petition.id).history[-1].action != "note"
        clerk.window.watch.restored.emit()
        clerk.settle()
        press(box.edit, Qt.Key.Key_Return, CONTROL)
        clerk.settle()
        assert clerk.stored(petition.id).history[-1].text == "نوشته هنگام قطعی"
