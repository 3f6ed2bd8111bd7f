"""Who gets to see which petition: the same on SQLite, where a service looks, as on PostgreSQL, where rows do."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import timedelta

import pytest

from desktop_app.clock import FixedClock
from desktop_app.errors import AppError, NotFoundError, NotPermittedError
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import JalaliMonth, tehran_day
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.petitions.model import Referral
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Purpose, Status
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.services import Services
from desktop_app.staff.roles import Actor, Membership, Role
from tests.conftest import NOON
from tests.department import TestOffice, add_person
from tests.guarded import Department

SignIn = Callable[[str], tuple[Services, Actor]]

#: Who sees which of the petitions of `made`.
SEEN = {
    "rezaei": {"books", "nobody's", "sent"},
    "amini": {"music", "nobody's", "sent"},
    "sharifi": {"music", "nobody's", "sent"},
    "yazdi": {"books", "music", "nobody's", "sent"},
    # An administrator who does not work at the desk.
    "karimi": {"nobody's"},
    "sadeghi": set(),
    # A reviewer of the book unit, who works on no petition of it.
    "salehi": set(),
}


def made(office: TestOffice, sign_in: SignIn) -> dict[str, int]:
    """A petition of each unit, one of nobody, and one that the book unit sent on to music."""
    reviewer = frozenset({Membership(Role.REVIEWER, office.books.id)})
    add_person(office.services, office.administrator, "لیلا صالحی", "salehi", reviewer)
    alone = frozenset({Membership(Role.ADMINISTRATOR, None)})
    add_person(office.services, office.administrator, "ژاله کریمی", "karimi", alone)
    manager, yazdi = sign_in("yazdi")
    pages = itertools.count(1)

    def register(unit: int | None) -> int:
        text = f"درخواست ارغنون، برگ {next(pages)}"
        sender = Contact(name="علی کریمی")
        new = NewPetition(kind=Kind.REQUEST, channel=Channel.PORTAL, text=text, unit_id=unit, contact=sender)
        return manager.register.register(yazdi, new).id

    found = {
        "books": register(office.books.id),
        "music": register(office.music.id),
        "nobody's": register(None),
    }
    sent = register(office.books.id)
    clerk, rezaei = sign_in("rezaei")
    detail = clerk.desk.take(rezaei, sent, clerk.desk.peek(rezaei, sent).version)
    clerk.desk.refer(rezaei, sent, detail.version, office.music.id, "به موسیقی مربوط است")
    return found | {"sent": sent}


def on_sqlite(office: TestOffice) -> SignIn:
    accounts = office.services.accounts

    def sign_in(username: str) -> tuple[Services, Actor]:
        number = next(row.id for row in accounts.all() if row.username == username)
        return office.services, accounts.actor(number)

    return sign_in


@pytest.fixture(params=["sqlite", "postgresql"])
def office_of(request: pytest.FixtureRequest) -> tuple[TestOffice, SignIn]:
    """The office, and how each person comes in, on each engine in turn."""
    if request.param == "sqlite":
        office: TestOffice = request.getfixturevalue("sqlite_office")
        return office, on_sqlite(office)
    department: Department = request.getfixturevalue("department")
    return department.office, department.signed_in


@pytest.fixture
def everybody(office_of: tuple[TestOffice, SignIn]) -> tuple[dict[str, int], SignIn]:
    """The petitions, and how each person comes in."""
    office, sign_in = office_of
    return made(office, sign_in), sign_in


def test_lists_counts_search_codes_and_the_petition_itself_agree(
    everybody: tuple[dict[str, int], SignIn],
) -> None:
    petitions, sign_in = everybody
    owner, yazdi = sign_in("yazdi")
    codes = {name: owner.desk.peek(yazdi, number).tracking_code for name, number in petitions.items()}
    for username, seen in SEEN.items():
        services, actor = sign_in(username)
        numbers = {petitions[name] for name in seen}
        _, rows = services.inbox.find(actor, ListFilter(scope=Scope.ANY), 100)
        assert {row.id for row in rows} == numbers, username
        _, rows = services.inbox.find(actor, ListFilter(scope=Scope.ANY, query="ارغنون"), 100)
        assert {row.id for row in rows} == numbers, username
        assert services.inbox.counts(actor)[View.ALL] == len(numbers), username
        opened = services.inbox.open_list(actor, ListFilter())
        assert {row.id for row in opened.rows} == numbers, username
        news = services.inbox.news(actor, ListFilter(), 0, list(petitions.values()))
        assert (news.arrived, {row.id for row in news.rows}) == (len(numbers), numbers), username
        for name, number in petitions.items():
            assert reads(lambda: services.desk.peek(actor, number)) is (name in seen), (username, name)  # noqa: B023
            assert reads(lambda: services.inbox.by_code(actor, codes[name])) is (name in seen), username  # noqa: B023


def test_what_a_unit_was_sent_in_error_leaves_its_sight_again(
    everybody: tuple[dict[str, int], SignIn],
) -> None:
    petitions, sign_in = everybody
    clerk, rezaei = sign_in("rezaei")
    music, amini = sign_in("amini")
    number = petitions["books"]
    found = ListFilter(scope=Scope.ANY, query="ارغنون")
    assert not reads(lambda: music.desk.peek(amini, number))
    assert number not in {row.id for row in music.inbox.first(amini, found)}
    detail = clerk.desk.take(rezaei, number, clerk.desk.peek(rezaei, number).version)
    sent = clerk.desk.refer(rezaei, number, detail.version, min(amini.unit_ids), "اشتباهی")
    assert reads(lambda: music.desk.peek(amini, number))
    assert number in {row.id for row in music.inbox.first(amini, ListFilter())}
    assert number in {row.id for row in music.inbox.first(amini, found)}
    clerk.desk.undo(rezaei, number, sent.version)
    assert not reads(lambda: music.desk.peek(amini, number))
    assert number not in {row.id for row in music.inbox.first(amini, ListFilter())}
    assert number not in {row.id for row in music.inbox.first(amini, found)}


def test_what_was_given_back_is_found_by_every_clerk(everybody: tuple[dict[str, int], SignIn]) -> None:
    petitions, sign_in = everybody
    clerk, rezaei = sign_in("rezaei")
    music, amini = sign_in("amini")
    number, found = petitions["books"], ListFilter(scope=Scope.ANY, query="ارغنون")
    assert number not in {row.id for row in music.inbox.first(amini, found)}
    version = clerk.desk.peek(rezaei, number).version
    clerk.desk.give_back(rezaei, number, version, "در صلاحیت ما نیست")
    assert number in {row.id for row in music.inbox.first(amini, found)}


def test_a_petition_stays_in_sight_of_the_unit_that_referred_it(
    office_of: tuple[TestOffice, SignIn],
) -> None:
    """Also where the referral to that unit itself is not recorded, as in data of another program."""
    office, sign_in = office_of
    number = office.registered(unit=office.music)
    services, nouri = sign_in("nouri")
    assert not reads(lambda: services.desk.peek(nouri, number))
    with office.services.database.writing() as session:
        session.add(
            Referral(
                petition_id=number, from_unit_id=office.books.id, to_unit_id=office.music.id,
                purpose=Purpose.ACTION.value, order_note="", sent_at=NOON,
            )
        )  # fmt: skip
    assert reads(lambda: services.desk.peek(nouri, number))
    assert [row.id for row in services.inbox.first(nouri, ListFilter(scope=Scope.ANY))] == [number]


def test_whoever_changed_units_still_sees_what_they_have_and_what_they_sent(
    office_of: tuple[TestOffice, SignIn],
) -> None:
    office, sign_in = office_of
    manager, yazdi = sign_in("yazdi")
    clerk, rezaei = sign_in("rezaei")
    books = office.books.id
    new = [NewPetition(Kind.REQUEST, Channel.PORTAL, f"متن {n}", unit_id=books) for n in range(3)]
    kept, sent, left = (made.id for made in manager.register.register_many(yazdi, new) if made)
    for number in (kept, sent):
        clerk.desk.take(rezaei, number, 1)
    seen = clerk.desk.peek(rezaei, sent)
    clerk.desk.refer(rezaei, sent, seen.version, office.music.id, "به موسیقی مربوط است")
    admin, administrator = sign_in("admin")
    cinema = admin.units.add(administrator, "اداره سینما", code="cinema")
    person = next(row for row in admin.accounts.all() if row.username == "rezaei")
    roles = frozenset({Membership(Role.CLERK, cinema.id)})
    admin.accounts.change(administrator, person.id, person.version, memberships=roles)
    services, moved = sign_in("rezaei")
    _, rows = services.inbox.find(moved, ListFilter(scope=Scope.ANY), 100)
    assert {row.id for row in rows} == {kept, sent}
    assert [reads(lambda: services.desk.peek(moved, number)) for number in (kept, sent, left)] == [  # noqa: B023
        True, True, False,
    ]  # fmt: skip
    assert reads(lambda: manager.desk.peek(yazdi, left))


def test_the_monthly_report_counts_what_its_reader_can_open(
    everybody: tuple[dict[str, int], SignIn],
) -> None:
    _, sign_in = everybody
    for username, seen in SEEN.items():
        services, actor = sign_in(username)
        with services.database.reading() as session:
            month = Period.month(JalaliMonth.of(tehran_day(services.database.now(session))))
        assert services.reports.of(ReportScope(month), actor).figures.total.received == len(seen), username


def reads(read: Callable[[], object]) -> bool:
    try:
        read()
    except NotFoundError:
        return False
    return True


def test_what_is_not_seen_is_not_written_to(everybody: tuple[dict[str, int], SignIn]) -> None:
    petitions, sign_in = everybody
    for username in ("sadeghi", "salehi", "karimi"):
        services, actor = sign_in(username)
        with pytest.raises(AppError):
            services.desk.note(actor, petitions["books"], "یادداشت")
        with pytest.raises(AppError):
            services.desk.save_draft(actor, petitions["books"], 1, "پیش‌نویس")
    manager, yazdi = sign_in("yazdi")
    history = manager.desk.peek(yazdi, petitions["books"]).history
    assert not {event.action for event in history} & {"note", "draft"}


def test_what_waits_in_a_unit_is_not_counted_for_its_reviewer(
    everybody: tuple[dict[str, int], SignIn],
) -> None:
    _, sign_in = everybody
    services, actor = sign_in("salehi")
    assert services.inbox.unassigned(actor).count == 0
    services, actor = sign_in("rezaei")
    assert services.inbox.unassigned(actor).count == 1


def test_a_caller_s_national_id_is_read_by_those_who_work_on_one_of_their_petitions(
    everybody: tuple[dict[str, int], SignIn],
) -> None:
    petitions, sign_in = everybody
    manager, yazdi = sign_in("yazdi")
    contact = Contact(name="زهرا امینی", mobile="09123456789", national_id="0499370899")
    text, unit = "درخواست تماس‌گیرنده", yazdi_unit(sign_in)
    new = NewPetition(kind=Kind.REQUEST, channel=Channel.PHONE, text=text, contact=contact, unit_id=unit)
    manager.register.register(yazdi, new)
    found = {}
    for username in ("rezaei", "amini"):
        services, actor = sign_in(username)
        caller = services.register.caller(actor, "09123456789")
        assert caller is not None
        assert caller.name == "زهرا امینی"
        found[username] = (caller.masked, "0499370899" in repr(caller))
    assert sorted(found.values()) == [(False, True), (True, False)]
    services, actor = sign_in("amini")
    assert services.desk.why_this_date(actor, petitions["music"]) is None
    with pytest.raises(NotFoundError):
        services.desk.why_this_date(actor, petitions["books"])


def test_reading_who_sent_it_from_outside_the_unit_is_an_event_once_a_day(
    everybody: tuple[dict[str, int], SignIn],
) -> None:
    petitions, sign_in = everybody
    manager, yazdi = sign_in("yazdi")
    contact = Contact(name="علی کریمی", mobile="09121234567", national_id="0499370899")
    new = NewPetition(
        kind=Kind.REQUEST, channel=Channel.PHONE, text="درخواست", contact=contact, unit_id=yazdi_unit(sign_in)
    )
    number = manager.register.register(yazdi, new).id
    detail = manager.desk.peek(yazdi, number)
    assert detail.masked
    assert detail.may_reveal
    assert "09121234567" not in detail.mobile
    for _ in range(2):
        found = manager.desk.reveal(yazdi, number)
        assert (found.mobile, found.national_id) == ("09121234567", "0499370899")
    history = manager.desk.peek(yazdi, number).history
    assert [event.action for event in history].count("revealed") == 1
    assert history[-1].actor_name == yazdi.name
    # What was read does not stand in the history.
    assert "09121234567" not in repr(history[-1])
    # Whoever works on it reads it as before, and leaves nothing.
    clerk, rezaei = sign_in("rezaei")
    assert clerk.desk.reveal(rezaei, number).mobile == "09121234567"
    assert len(clerk.desk.peek(rezaei, number).history) == len(history)
    # A clerk of another unit, who was told of another one, may not ask.
    other, amini = sign_in("amini")
    sent = petitions["sent"]
    assert not other.desk.peek(amini, sent).masked
    with pytest.raises(NotFoundError):
        other.desk.reveal(amini, number)
    with pytest.raises(NotPermittedError):
        clerk.desk.reveal(rezaei, sent)


def test_each_person_s_reading_is_an_event_of_each_day(sqlite_office: TestOffice, clock: FixedClock) -> None:
    office, desk = sqlite_office, sqlite_office.services.desk
    accounts = office.services.accounts
    office_wide = frozenset({Membership(Role.MANAGER, None)})
    added = add_person(office.services, office.administrator, "لیلا صالحی", "salehi", office_wide)
    number = office.registered(unit=office.books)
    for actor in (office.manager, accounts.actor(added.id), office.manager):
        desk.reveal(actor, number)
    clock.advance(timedelta(days=1))
    desk.reveal(office.manager, number)
    told = [
        (event.actor_name, event.at.day)
        for event in desk.peek(office.clerk, number).history
        if event.action == "revealed"
    ]
    assert told == [("کامران یزدی", 24), ("لیلا صالحی", 24), ("کامران یزدی", 25)]


def yazdi_unit(sign_in: SignIn) -> int:
    """The book unit, as whoever works in it knows it."""
    _, rezaei = sign_in("rezaei")
    (unit,) = rezaei.unit_ids
    return unit


def test_having_been_read_takes_no_undo_from_anybody(everybody: tuple[dict[str, int], SignIn]) -> None:
    petitions, sign_in = everybody
    clerk, rezaei = sign_in("rezaei")
    manager, yazdi = sign_in("yazdi")
    number = petitions["books"]
    taken = clerk.desk.take(rezaei, number, clerk.desk.peek(rezaei, number).version)
    manager.desk.reveal(yazdi, number)
    now = clerk.desk.peek(rezaei, number)
    assert now.undoable
    assert clerk.desk.undo(rezaei, number, taken.version).status is Status.REFERRED


def test_of_a_petitioner_everybody_learns_how_many_petitions_they_do_not_see(
    office_of: tuple[TestOffice, SignIn],
) -> None:
    office, sign_in = office_of
    manager, yazdi = sign_in("yazdi")
    sender = Contact(name="علی کریمی", mobile="09121234567")
    for place, unit in enumerate((office.books, office.music, office.music)):
        new = NewPetition(Kind.REQUEST, Channel.LETTER, f"متن {place}", unit_id=unit.id, contact=sender)
        made = manager.register.register(yazdi, new)
    person = manager.desk.peek(yazdi, made.id).petitioner_id
    assert person is not None
    unseen = {}
    for username in ("rezaei", "amini", "yazdi", "sadeghi"):
        services, actor = sign_in(username)
        unseen[username] = services.inbox.unseen_of(actor, person)
    assert unseen == {"rezaei": 2, "amini": 1, "yazdi": 0, "sadeghi": 3}
