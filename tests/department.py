"""The office that tests work in: units and a person for each role, made through the services."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from desktop_app.bootstrap import Services
from desktop_app.people.petitioners import Contact
from desktop_app.petitions.detail import PetitionDetail
from desktop_app.petitions.register import NewPetition
from desktop_app.petitions.vocabulary import Channel, Kind
from desktop_app.staff.roles import Actor, Membership, Role, pc_user
from desktop_app.staff.units import UnitRow

PASSWORD = "secret-words-1405"


@dataclass(frozen=True)
class TestOffice:
    """Two units; the music unit's answers wait for its manager. Everybody has the password `PASSWORD`."""

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

    def petition(
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
    ) -> PetitionDetail:
        """Registers a petition, referred to `unit` where one is given."""
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
        return self.services.desk.peek(self.clerk, made.id)

    def taken(self, by: Actor | None = None, **known: object) -> PetitionDetail:
        """A petition that a clerk of the book unit (or `by`) has in progress."""
        made = self.petition(unit=self.books, **known)  # type: ignore[arg-type]
        return self.services.desk.take(by or self.clerk, made.id, made.version)


def open_office(services: Services) -> TestOffice:
    """Makes units and staff in an empty database."""
    first = services.accounts.create_first_administrator("مدیر سامانه", "admin", PASSWORD)
    books = services.units.add(first, "اداره کتاب", code="books")
    music = services.units.add(first, "اداره موسیقی", code="music", needs_approval=True)

    def person(name: str, username: str, role: Role, unit: UnitRow | None) -> Actor:
        membership = frozenset({Membership(role, unit.id if unit else None)})
        row = services.accounts.add(first, name, username, PASSWORD, membership)
        return services.accounts.actor(row.id)

    return TestOffice(
        services=services,
        books=books,
        music=music,
        clerk=person("مریم رضایی", "rezaei", Role.CLERK, books),
        other_clerk=person("حسن نوری", "nouri", Role.CLERK, books),
        music_clerk=person("سارا امینی", "amini", Role.CLERK, music),
        music_manager=person("رضا شریفی", "sharifi", Role.MANAGER, music),
        reviewer=person("نگار صادقی", "sadeghi", Role.REVIEWER, None),
        manager=person("کامران یزدی", "yazdi", Role.MANAGER, None),
        administrator=first,
    )
