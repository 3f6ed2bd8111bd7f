"""Fills a database with the sample office for trials, the demo and benchmarks; reproducible by seed and day.

All sample accounts share one password, which the command line prints: a sample database is for trials only.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop_app.database import rights
from desktop_app.errors import RuleError
from desktop_app.office.model import Counter
from desktop_app.office.numbering import REGISTRY
from desktop_app.office.settings import AnswerDeadline, Office
from desktop_app.people.model import Petitioner
from desktop_app.persian.dates import JalaliDay, start_of_day
from desktop_app.petitions.model import Petition, Referral, Reply
from desktop_app.progress import Progress, SilentProgress
from desktop_app.sample.instrument_rows import fill_instruments
from desktop_app.sample.office import DEADLINES, STAFF, UNITS
from desktop_app.sample.petition_rows import SampleNumbering, SampleOffice, SampleRows, rows_of
from desktop_app.sample.petitions import petitions as made_petitions
from desktop_app.services import Services
from desktop_app.staff.accounts import Accounts
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Role, pc_user

#: The password of every sample account.
SAMPLE_PASSWORD: Final = "mosharekat"
_CHUNK: Final = 2000
_ROLES: Final = {
    "clerk": (Role.CLERK,),
    "legal_reviewer": (Role.REVIEWER, Role.CLERK),
    "manager": (Role.MANAGER,),
    "administrator": (Role.ADMINISTRATOR,),
}


def user_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Returns the user names of the sample accounts with the codes of their roles, administrators first."""
    found = [(member.user_name, tuple(role.value for role in _ROLES[member.role])) for member in STAFF]
    return tuple(sorted(found, key=lambda one: Role.ADMINISTRATOR.value not in one[1]))


@dataclass(frozen=True, slots=True)
class Filled:
    """The numbers of created records."""

    petitions: int
    instruments: int
    comments: int


def fill(
    services: Services,
    *,
    petitions: int,
    instruments: int | None = None,
    seed: int = 1,
    until: date,
    progress: Progress | None = None,
) -> Filled:
    """Fills an empty database with `petitions` petitions in the two years before `until` (a day in Tehran).

    Also creates `instruments` drafts in various states (None for all). Raises `RuleError` for a database that
    already has petitions, so that sample data never mixes with real data.
    """
    progress = progress or SilentProgress()
    database = services.database
    with database.reading() as session:
        if session.scalar(select(func.count()).select_from(Petition)):
            raise RuleError(rule="sample_into_empty_only")
    with database.writing() as session:
        _office(session, until, services.accounts)
    services.office.set_deadlines(
        pc_user("دادهٔ نمونه"),
        tuple(AnswerDeadline(d.kind, d.channel, d.days, working=True) for d in DEADLINES),
    )
    services.closures.confirm(pc_user("دادهٔ نمونه"), JalaliDay.of(until).year)
    created = _petitions(services, petitions, seed, until, progress)
    made, comments = fill_instruments(services, count=instruments, seed=seed, until=until)
    return Filled(created, made, comments)


def _office(session: Session, until: date, accounts: Accounts) -> None:
    moment = start_of_day(until)
    units = {
        unit.code: Unit(code=unit.code, name=unit.name, active=True, needs_approval=unit.needs_approval)
        for unit in UNITS
    }
    session.add_all(units.values())
    session.flush()
    hashed = accounts.passwords.hash(SAMPLE_PASSWORD)
    for member in STAFF:
        unit_id = None if member.role == "administrator" else units[member.unit].id
        person = Person(
            username=member.user_name,
            full_name=member.name,
            password_hash=hashed,
            active=True,
            created_at=moment,
            memberships=[PersonRole(role=role.value, unit_id=unit_id) for role in _ROLES[member.role]],
        )
        session.add(person)
        session.flush()
        if session.get_bind().dialect.name == "postgresql":
            person.password_hash = ""
            rights.sync_account(session, person.id)
            rights.set_password(session, person.id, person.username, SAMPLE_PASSWORD)


def _petitions(services: Services, count: int, seed: int, until: date, progress: Progress) -> int:
    database = services.database
    with database.reading() as session:
        office = SampleOffice(
            units={u.code: (u.id, u.name) for u in session.scalars(select(Unit))},
            people={p.username: (p.id, p.full_name) for p in session.scalars(select(Person))},
            rules=Office(database).deadlines(),
            calendar=Office(database).calendar(),
        )
        numbering = SampleNumbering(
            first_petition=session.scalar(select(func.max(Petition.id))) or 0,
            next_petitioner=(session.scalar(select(func.max(Petitioner.id))) or 0) + 1,
            next_referral=(session.scalar(select(func.max(Referral.id))) or 0) + 1,
            next_reply=(session.scalar(select(func.max(Reply.id))) or 0) + 1,
            registry={},
            random_below=Random(seed).randrange,
        )
    made = made_petitions(count, seed, until)
    done = 0
    while chunk := list(itertools.islice(made, _CHUNK)):
        rows: SampleRows = rows_of(chunk, office, numbering)
        with database.writing() as session:
            rows.insert(session)
        done += len(chunk)
        progress.report(done, count)
    with database.writing() as session:
        for year, last in numbering.registry.items():
            session.merge(Counter(series=REGISTRY, year=year, last=last))
        if not database.is_sqlite:
            for table in ("petition", "petitioner", "referral", "reply"):
                session.execute(
                    text(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
                )
    if database.is_sqlite:
        with database.writing() as session:
            session.execute(text("ANALYZE"))
    else:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    return done
