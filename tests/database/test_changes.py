from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial

import psycopg
import pytest
from sqlalchemy import text

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.changes import ANYTHING, Changed, ChangeListener, concerns, heard
from desktop_app.database.engine import Database
from desktop_app.documents.document import Document
from desktop_app.errors import AppError
from desktop_app.instruments.drafting.composition_choices import CompositionChoices
from desktop_app.instruments.drafting.review_marks import ChangeKey, MarkState
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.presence import Doing, OpenItem
from desktop_app.staff.roles import Membership, Role
from tests.department import TestOffice
from tests.engines import PostgresqlServer
from tests.guarded import Department

DRAFT = Document("draft.txt", "ماده ۱- متن", (), "txt", "0" * 64)


#: PostgreSQL delivers notifications in the order of the commits: whoever heard this one has heard all before it.
LAST = ("last", 1)


def tell_last(database: Database) -> None:
    with database.writing() as session:
        session.execute(text("SELECT pg_notify('mosharekat', 'last:0:1')"))


class Listener:
    """What a client was told by its listening thread."""

    def __init__(self) -> None:
        self.heard: set[tuple[str, int]] = set()
        self.states: list[AppError | None] = []

    def told(self, changed: Changed) -> None:
        self.heard |= changed

    def wait(self, found: Callable[[], bool], within: float) -> bool:
        deadline = time.monotonic() + within
        while not found() and time.monotonic() < deadline:
            time.sleep(0.01)
        return found()


@contextmanager
def listening(url: str) -> Iterator[Listener]:
    """A client of its own that listens, from the moment when it is known to."""
    database = Database(url)
    with heard_in(database) as listener:
        yield listener
    database.close()


@contextmanager
def heard_in(database: Database) -> Iterator[Listener]:
    """What whoever has this database open is told."""
    listener = Listener()
    changes = ChangeListener(database, listener.told, listener.states.append)
    changes.start()
    assert listener.wait(lambda: bool(listener.states), 5)
    try:
        yield listener
    finally:
        changes.stop()


def hears(listener: Listener, petition: int) -> bool:
    return ("petition", petition) in listener.heard


def letter(text: str, unit: int | None = None) -> NewPetition:
    return NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text=text, unit_id=unit)


@contextmanager
def told_by(url: str) -> Iterator[Callable[[], list[str]]]:
    """What the database of PostgreSQL told since the last time this was asked, in order."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("LISTEN mosharekat")
        yield lambda: [notice.payload for notice in connection.notifies(timeout=0.2)]


def test_what_a_colleague_does_is_heard_at_once(office: TestOffice, database_url: str) -> None:
    petition = office.petition()
    sqlite = office.services.database.is_sqlite
    with listening(database_url) as listener:
        office.services.desk.note(office.clerk, petition.id, "یادداشت")
        wanted = ("", 0) if sqlite else ("petition", petition.id)
        assert listener.wait(lambda: wanted in listener.heard, 2.0 if sqlite else 1.0)
        assert listener.states == [None]


def test_reading_tells_nobody_anything(office: TestOffice, database_url: str) -> None:
    petition, database = office.petition(), office.services.database
    if database.is_sqlite:
        # What the listening thread looks at stays the same.
        with closing(sqlite3.connect(database.place)) as other:
            version = other.execute("PRAGMA data_version").fetchone()
            office.services.desk.peek(office.clerk, petition.id)
            assert other.execute("PRAGMA data_version").fetchone() == version
        return
    with listening(database_url) as listener:
        office.services.desk.peek(office.clerk, petition.id)
        tell_last(database)
        assert listener.wait(lambda: LAST in listener.heard, 3.0)
        assert listener.heard == {LAST}


def test_drafts_and_comments_are_heard_of_too(office: TestOffice, database_url: str) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("SQLite does not tell what was written")
    with listening(database_url) as listener:
        instrument = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
        office.services.drafting.add_revision(office.reviewer, instrument.row.id, DRAFT)
        assert listener.wait(lambda: ("instrument", instrument.row.id) in listener.heard, 1.0)


def test_marks_and_the_next_revision_are_heard_of_too(office: TestOffice, database_url: str) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("SQLite does not tell what was written")
    services, reviewer = office.services, office.reviewer
    number = services.drafting.register(reviewer, InstrumentKind.BYLAW, "آیین‌نامه").row.id
    for draft in (DRAFT, replace(DRAFT, text="ماده ۱- متن دیگر", sha256="1" * 64)):
        detail = services.drafting.add_revision(reviewer, number, draft)
    key = ChangeKey((0, 11), (0, 16))
    with listening(database_url) as listener:
        for state in (MarkState.ACCEPTED, MarkState.DISCUSS, None):
            listener.heard.clear()
            services.reviewing.mark(reviewer, number, 1, 2, {key: state})
            assert listener.wait(lambda: ("mark", detail.revisions[-1].id) in listener.heard, 1.0), state
        services.composing.keep(
            reviewer, number, 1, 2, CompositionChoices(frozenset({key}), ()), version=None
        )
        assert listener.wait(lambda: any(table == "composition" for table, _ in listener.heard), 1.0)
        listener.heard.clear()
        services.reviewing.pin(reviewer, number, 1, 2, 0, 0, same=True)
        assert listener.wait(lambda: ("instrument", number) in listener.heard, 1.0)


def test_an_import_is_one_piece_of_news(office: TestOffice, database_url: str) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("SQLite does not tell what was written")
    many = [NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text=f"متن {n}") for n in range(300)]
    with listening(database_url) as listener:
        office.services.register.register_many(office.clerk, many)
        assert listener.wait(lambda: ("petition", 0) in listener.heard, 1.0)
        assert len(listener.heard) == 1


def test_a_change_and_the_event_that_tells_of_it_are_told_once(office: TestOffice, database_url: str) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("SQLite does not tell what was written")
    petition = office.taken()
    with told_by(database_url) as told:
        office.services.desk.note(office.clerk, petition.id, "یادداشت")
        [once] = told()
        assert heard(once, frozenset({str(office.books.id)})) == ("petition", petition.id)


def test_a_change_is_told_to_those_who_see_the_petition_or_saw_it(department: Department) -> None:
    office = department.office
    services, clerk = department.signed_in("rezaei")
    music, music_clerk = department.signed_in("amini")
    manager, head = department.signed_in("yazdi")
    with ExitStack() as open_ones:
        at_books, at_music, above = (
            open_ones.enter_context(heard_in(one.database)) for one in (services, music, manager)
        )

        def is_told(number: int, *listeners: Listener) -> None:
            for one in (at_books, at_music, above):
                if one in listeners:
                    assert one.wait(partial(hears, one, number), 3.0)
            tell_last(office.services.database)
            for one in (at_books, at_music, above):
                assert one.wait(lambda heard=one.heard: LAST in heard, 3.0)  # type: ignore[misc]
            for one in (at_books, at_music, above):
                assert hears(one, number) is (one in listeners), number
                one.heard.clear()

        nobodys = services.register.register(clerk, letter("بی‌واحد")).id
        is_told(nobodys, at_books, at_music, above)
        ours = services.register.register(clerk, letter("ما", office.books.id)).id
        is_told(ours, at_books, above)
        seen = services.desk.take(clerk, ours, services.desk.peek(clerk, ours).version)
        services.desk.note(clerk, ours, "یادداشت")
        is_told(ours, at_books, above)
        # Theirs from now on, in the sight of whoever sent it; and when it is taken back, they learn that too.
        seen = services.desk.refer(clerk, ours, services.desk.peek(clerk, ours).version, office.music.id, "؟")
        is_told(ours, at_books, at_music, above)
        services.desk.undo(clerk, ours, seen.version)
        is_told(ours, at_books, at_music, above)
        services.desk.note(clerk, ours, "پس از بازگشت")
        is_told(ours, at_books, above)
        # A deputy hears of it at once.
        with department.sql("admin") as psql:
            [today] = psql.execute("SELECT app.today()").fetchone() or [None]
        deputies, admin = office.services.deputies, office.administrator
        numbers = clerk.person_id or 0, music_clerk.person_id or 0
        deputy = deputies.add(admin, NewDeputy(*numbers, today, today + timedelta(days=1)))
        services.desk.note(clerk, ours, "برای جانشین")
        is_told(ours, at_books, at_music, above)
        deputies.remove(admin, deputy.id, deputy.version)

        def works_at(*units: int) -> None:
            accounts = office.services.accounts
            row = next(one for one in accounts.all() if one.username == "amini")
            memberships = frozenset(Membership(Role.CLERK, unit) for unit in units)
            accounts.change(admin, row.id, row.version, memberships=memberships)

        # Who gets to work there hears of it from then on.
        works_at(office.music.id, office.books.id)
        version = services.desk.peek(clerk, ours).version
        seen = services.desk.hand_over(clerk, ours, version, music_clerk.person_id, "به همکار")
        is_told(ours, at_books, at_music, above)
        # Who has it still does where they no longer work, and learns that it was taken from them.
        works_at(office.music.id)
        manager.desk.hand_over(head, ours, seen.version, clerk.person_id, "بازگشت")
        is_told(ours, at_books, at_music, above)


def test_who_begins_and_ceases_to_write_is_told_to_those_who_stand_there(
    office: TestOffice, database_url: str, clock: FixedClock
) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("SQLite does not tell what was written")
    here, there = OpenItem("petition", 7, Doing.LOOKING), OpenItem("petition", 8, Doing.LOOKING)
    other = open_services(database_url, clock=clock, prepare_schema=False)
    office.services.presence.report(office.clerk, here)

    def stand(place: OpenItem, doing: Doing) -> None:
        other.presence.report(office.music_clerk, replace(place, doing=doing))

    with told_by(database_url) as told:
        # Nobody is there to see it.
        stand(there, Doing.WRITING)
        stand(there, Doing.LOOKING)
        # Who merely looks is seen with the next word of those who are there.
        stand(here, Doing.LOOKING)
        assert told() == []
        stand(here, Doing.WRITING)
        assert told() == ["presence:0:7"]
        # A word that says nothing new.
        stand(here, Doing.WRITING)
        assert told() == []
        stand(there, Doing.WRITING)
        assert told() == ["presence:0:7"]
        stand(here, Doing.WRITING)
        assert told() == ["presence:0:7"]
        other.presence.leave()
        assert told() == ["presence:0:7"]
    other.close()


def test_nothing_of_what_stands_in_a_petition_is_told(
    office: TestOffice, database_url: str, postgresql_server: PostgresqlServer
) -> None:
    if office.services.database.is_sqlite:
        pytest.skip("SQLite does not tell what was written")
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("LISTEN mosharekat")
        petition = office.taken(name="علی کریمی")
        office.services.desk.note(office.clerk, petition.id, "یادداشت محرمانه")
        told = [notice.payload for notice in connection.notifies(timeout=0.3)]
    assert told
    assert all(re.fullmatch(r"[a-z_]+:(-?\d+,)*-?\d+:\d+", payload) for payload in told)


def test_what_concerns_a_screen() -> None:
    assert concerns(ANYTHING, "petition")
    assert concerns(frozenset({("thread", 3), ("petition", 1)}), "petition")
    assert not concerns(frozenset({("thread", 3)}), "petition", "comment")
    assert not concerns(frozenset(), "petition")


def test_a_file_that_cannot_be_read_any_more_is_told(office: TestOffice, database_url: str) -> None:
    if not office.services.database.is_sqlite:
        pytest.skip("of a file")
    database = Database("sqlite:////nowhere/desk.db")
    listener = Listener()
    changes = ChangeListener(database, listener.told, listener.states.append)
    changes.start()
    assert listener.wait(lambda: bool(listener.states), 2)
    changes.stop()
    database.close()
    assert isinstance(listener.states[0], AppError)
