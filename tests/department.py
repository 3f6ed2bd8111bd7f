"""The office that tests use: units and a person for each role, created through the services."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import CompoundSelect, select, union_all
from sqlalchemy import literal_column as sql

from desktop_app.office.workdays import WorkCalendar
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.referrals.side import SideTarget
from desktop_app.petitions.registration.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind, Purpose
from desktop_app.services import Services
from desktop_app.staff.accounts import OneTimePassword, PersonRow
from desktop_app.staff.model import Deputy, Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Membership, Role, pc_user
from desktop_app.staff.units import UnitRow
from tests.engines import made_id

PASSWORD = "secret-words-1405"


@dataclass(frozen=True)
class TestOffice:
    """Two units; answers of the music unit need its manager's approval. Everybody has the password `PASSWORD`."""

    __test__ = False

    services: Services
    books: UnitRow
    music: UnitRow
    #: Clerks of the book unit; `other_clerk` handles what `clerk` may not close.
    clerk: Actor
    other_clerk: Actor
    music_clerk: Actor
    music_manager: Actor
    #: For the whole office.
    reviewer: Actor
    manager: Actor
    administrator: Actor
    pc: Actor = field(default_factory=lambda: pc_user("reception"))

    def made_id(self, place: int) -> int:
        """Returns the id of a row that a template created as the `place`-th of its table, from 1."""
        return made_id(str(self.services.database.engine.url), place)

    def petition(self, *text: str, **known: Any) -> PetitionDetail:
        """Registers a petition as `registered` does, and returns its detail."""
        return self.services.desk.peek(self.clerk, self.registered(*text, **known))

    def taken(self, by: Actor | None = None, **known: Any) -> PetitionDetail:
        """Returns a petition in progress by a clerk of the book unit (or `by`), which nobody else has handled."""
        return self.services.desk.take(by or self.clerk, self.registered(unit=self.books, **known), version=1)

    def informed(self, petition: PetitionDetail, by: Actor | None = None) -> PetitionDetail:
        """Returns a petition that stays in its unit, and of which the music unit was told."""
        told = [SideTarget(self.music.id, None, Purpose.INFORMATION)]
        sides = self.services.side_referrals
        return sides.send(by or self.clerk, petition.id, petition.version, told, "برای اطلاع")

    def registered(
        self,
        text: str = "لطفاً نتیجه درخواست مجوز کتاب مرا اعلام کنید.",
        *,
        kind: Kind = Kind.REQUEST,
        channel: Channel = Channel.PORTAL,
        subject: str = "مجوز کتاب",
        name: str = "علی کریمی",
        unit: UnitRow | None = None,
        received_at: datetime | None = None,
        external_id: str | None = None,
    ) -> int:
        """Registers a petition, referred to `unit` if given; returns its id."""
        made = self.services.register.register(
            self.clerk,
            NewPetition(
                kind=kind,
                channel=channel,
                text=text,
                subject=subject,
                contact=Contact(name=name),
                unit_id=unit.id if unit else None,
                received_at=received_at,
                external_id=external_id,
            ),
        )
        return made.id


def fill_office(services: Services) -> None:
    """Creates units and staff in an empty database."""
    first = services.accounts.create_first_administrator("مدیر سامانه", "admin", PASSWORD)
    books = services.units.add(first, "اداره کتاب", code="books")
    music = services.units.add(first, "اداره موسیقی", code="music", needs_approval=True)
    # The manager of the whole office comes last: a second person confirms every account after theirs.
    staff: tuple[tuple[str, str, Role, UnitRow | None], ...] = (
        ("مریم رضایی", "rezaei", Role.CLERK, books),
        ("حسن نوری", "nouri", Role.CLERK, books),
        ("سارا امینی", "amini", Role.CLERK, music),
        ("رضا شریفی", "sharifi", Role.MANAGER, music),
        ("نگار صادقی", "sadeghi", Role.REVIEWER, None),
        ("کامران یزدی", "yazdi", Role.MANAGER, None),
    )
    for name, username, role, unit in staff:
        membership = frozenset({Membership(role, unit.id if unit else None)})
        add_person(services, first, name, username, membership)


def add_person(
    services: Services,
    administrator: Actor,
    name: str,
    username: str,
    memberships: frozenset[Membership],
    password: str = PASSWORD,
) -> PersonRow:
    """Creates an account whose owner has chosen `password`, and which the second person of the office has confirmed,
    if there is one.
    """
    accounts = services.accounts
    made = accounts.add(administrator, name, username, memberships)
    choose_password(services, made, password)
    return next(row for row in accounts.all() if row.id == made.person.id)


def choose_password(services: Services, made: OneTimePassword, password: str = PASSWORD) -> None:
    """Lets the owner of an account choose a password, and somebody else confirm the account."""
    accounts, person = services.accounts, made.person
    accounts.change_own_password(accounts.actor(person.id), made.password, password)
    if person.unconfirmed:
        confirm_all(services, person.id)


def confirm_all(services: Services, person_id: int) -> None:
    """Confirms what waits for a person, as a second person who neither asked for it nor is meant."""
    for row in services.accounts.all():
        actor = services.accounts.actor(row.id)
        for waits in services.confirmations.pending(actor):
            if waits.person_id == person_id and not waits.mine:
                services.confirmations.confirm(actor, waits)


def second_reviewer(office: TestOffice) -> Actor:
    """Creates another legal reviewer, because the writer of a text may not review it."""
    made = add_person(
        office.services, office.administrator, "لیلا فرهادی", "farhadi",
        frozenset({Membership(Role.REVIEWER, None)}),
    )  # fmt: skip
    return office.services.accounts.actor(made.id)


def only_administrator(office: TestOffice) -> Actor:
    """Creates an administrator without any other role."""
    made = add_person(
        office.services, office.administrator, "لیلا صالحی", "salehi",
        frozenset({Membership(Role.ADMINISTRATOR, None)}),
    )  # fmt: skip
    return office.services.accounts.actor(made.id)


def open_office(services: Services) -> TestOffice:
    """Returns the office that `fill_office` created, also in a copy of its database.

    The people of a copy are read with one query; known ones are reused, because they are frozen.
    """
    found = _everybody(services)
    if not any(row[0] == "person" for row in found):
        fill_office(services)
        found = _everybody(services)
    people = _seen.get(found)
    if people is None:
        people = _people(services)
        # The rights of a deputy depend on the day.
        if not any(row[0] == "deputy" for row in found):
            _seen[found] = people
    return TestOffice(services=services, **people)


#: All values of `UnitRow` and `Actor`.
_EVERYBODY: Final[CompoundSelect[Any]] = union_all(
    select(sql("'unit'"), Unit.id, Unit.place, Unit.code, Unit.name, Unit.active, Unit.needs_approval),
    select(
        sql("'person'"), Person.id, sql("0"), Person.username, Person.full_name, Person.active,
        Person.must_change_password,
    ),
    select(
        sql("'role'"), PersonRole.person_id, PersonRole.unit_id, PersonRole.role, sql("''"), sql("false"),
        sql("false"),
    ),
    select(
        sql("'deputy'"), Deputy.deputy_id, Deputy.person_id, sql("''"), sql("''"), sql("false"), sql("false")
    ),
)  # fmt: skip
_Row = tuple[object, ...]
_seen: Final[dict[frozenset[_Row], dict[str, Any]]] = {}


def _everybody(services: Services) -> frozenset[_Row]:
    with services.database.reading() as session:
        return frozenset(tuple(row) for row in session.execute(_EVERYBODY))


def _people(services: Services) -> dict[str, Any]:
    """Returns the units and people of `TestOffice`, read one by one as the program does."""
    units = {unit.code: unit for unit in services.units.all()}
    staff = {row.username: row.id for row in services.accounts.all()}
    posts = {
        "clerk": "rezaei",
        "other_clerk": "nouri",
        "music_clerk": "amini",
        "music_manager": "sharifi",
        "reviewer": "sadeghi",
        "manager": "yazdi",
        "administrator": "admin",
    }
    actors = {post: services.accounts.actor(staff[username]) for post, username in posts.items()}
    return {"books": units["books"], "music": units["music"], **actors}


def working_days(calendar: WorkCalendar, after: date, until: date) -> int:
    """Returns the number of working days in `(after, until]`."""
    days = (after + timedelta(n) for n in range(1, (until - after).days + 1))
    return sum(not calendar.is_closed(day) for day in days)
