"""The audit log of the whole office (سوابق) for administrators: filtered, with direct access to any position.

Like the lists of petitions, a trail consists of an *outline* and *pages*. The outline has the total, and the
key of every thousandth event, newest first. A page starts at one of these keys, the fences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from sqlalchemy import ColumnElement, and_, false, func, or_, select, tuple_
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord, record_event
from desktop_app.database.declarations import all_tables
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.database.verification import Verdict, verify
from desktop_app.errors import NotWrittenError
from desktop_app.instruments.campaigns.model import CampaignRecord
from desktop_app.instruments.changes.recomputing import unlike_recomputed
from desktop_app.instruments.model import Instrument, PublicComment, Thread
from desktop_app.persian.dates import start_of_day
from desktop_app.persian.digits import latin_digits, only_digits
from desktop_app.petitions.model import Petition
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.lists.history import history_table
from desktop_app.reports.lists.table import CSV, XLSX, write_list
from desktop_app.reports.trail_rows import TrailRow, read_events
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor, Role
from desktop_app.whole_file import make_whole

FENCE: Final = 1000
#: Events per query of an export.
EXPORTED_AT_ONCE: Final = 2_000
#: Maximum number of items matched by a code; a longer input is needed beyond that.
_MOST_ITEMS: Final = 500
Key = tuple[datetime, int]


@dataclass(frozen=True, slots=True)
class TrailFilter:
    """Restricts the events by person name, kind of item, action, days and item.

    The first and the last day are Tehran dates, both included. `code` is a part of the code or name of an item.
    """

    actor_name: str | None = None
    item_type: str | None = None
    action: str | None = None
    since: date | None = None
    until: date | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class TrailOutline:
    """The number of matching events, and the keys of the events 0, 1000, 2000 …, newest first."""

    total: int
    fences: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class TrailChoices:
    """The values for each filter that occur in the audit log."""

    actor_names: tuple[str, ...]
    item_types: tuple[str, ...]
    actions: tuple[str, ...]


class Trail:
    """Reads, verifies and exports the audit log; administrators only."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def choices(self, actor: Actor) -> TrailChoices:
        """Returns the values that occur in the audit log; scans all of it."""
        _must_be_allowed(actor)
        with self._database.reading() as session:
            found: list[tuple[str, ...]] = []
            for column in (EventRecord.actor_name, EventRecord.item_type, EventRecord.action):
                found.append(tuple(session.scalars(select(column).distinct().order_by(column))))
            return TrailChoices(*found)

    def outline(self, actor: Actor, wanted: TrailFilter) -> TrailOutline:
        """Returns the total and the fences."""
        _must_be_allowed(actor)
        with self._database.reading() as session:
            conditions = _conditions(session, wanted)
            order = (EventRecord.at.desc(), EventRecord.id.desc())
            numbered = (
                select(
                    EventRecord.at,
                    EventRecord.id,
                    (func.row_number().over(order_by=order) - 1).label("place"),
                )
                .where(*conditions)
                .subquery()
            )
            fences = session.execute(
                select(numbered.c.at, numbered.c.id)
                .where(numbered.c.place % FENCE == 0)
                .order_by(numbered.c.place)
            )
            total = session.scalar(select(func.count()).select_from(EventRecord).where(*conditions)) or 0
            return TrailOutline(total, tuple((row.at, row.id) for row in fences))

    def page(
        self, actor: Actor, wanted: TrailFilter, outline: TrailOutline, start: int, count: int
    ) -> tuple[TrailRow, ...]:
        """Returns the events `[start, start + count)`, newest first, read from the fence before `start`."""
        _must_be_allowed(actor)
        if not 0 <= start < outline.total:
            return ()
        with self._database.reading() as session:
            return read_events(
                session,
                [*_conditions(session, wanted), _not_before(outline.fences[start // FENCE])],
                count=min(count, outline.total - start),
                skip=start % FENCE,
            )

    def verify(self, actor: Actor, progress: Progress | None = None) -> Verdict:
        """Verifies the audit log, and what the database consists of (`audit verify`). Raises `CancelledError`."""
        _must_be_allowed(actor)
        return verify(self._database, progress, metadata=all_tables(), recompute=unlike_recomputed)

    def export(
        self, actor: Actor, wanted: TrailFilter, target: Path, progress: Progress | None = None
    ) -> int:
        """Writes the events as XLSX or CSV, chosen by the suffix, newest first, and returns their number.

        The export itself is recorded as an event; file and event appear together or not at all. Raises
        `NotWrittenError`, `CancelledError`.
        """
        _must_be_allowed(actor)
        total, written = self.outline(actor, wanted).total, 0
        with self._database.reading() as session:
            now = self._database.now(session)

        def make(temporary: Path) -> None:
            nonlocal written
            table = history_table((row for rows in self._all(wanted) for row in rows), total)
            suffix = CSV if target.suffix.lower() == CSV else XLSX
            written = write_list(table, temporary, suffix, progress or SilentProgress(), now)
            self._note_export(actor, wanted, written)

        try:
            make_whole(target, make)
        except OSError as error:
            raise NotWrittenError.because(target.name, error) from error
        return written

    def _all(self, wanted: TrailFilter) -> Iterator[tuple[TrailRow, ...]]:
        last: Key | None = None
        while True:
            with self._database.reading() as session:
                conditions = _conditions(session, wanted)
                if last is not None:
                    conditions.append(tuple_(EventRecord.at, EventRecord.id) < last)
                rows = read_events(session, conditions, count=EXPORTED_AT_ONCE)
            if not rows:
                return
            yield rows
            last = (rows[-1].at, rows[-1].id)

    @once
    def _note_export(self, actor: Actor, wanted: TrailFilter, written: int) -> None:
        asked = {
            "actor_name": wanted.actor_name,
            "item_type": wanted.item_type,
            "action": wanted.action,
            "since": wanted.since.isoformat() if wanted.since else None,
            "until": wanted.until.isoformat() if wanted.until else None,
            "code": wanted.code or None,
        }
        with self._database.writing() as session:
            record_event(
                session,
                item_type="office",
                item_id=1,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="history_exported",
                after={"rows": written} | {name: value for name, value in asked.items() if value},
            )


def _must_be_allowed(actor: Actor) -> None:
    actor.must_be(Role.ADMINISTRATOR, act="read_history")


def _not_before(fence: Key) -> ColumnElement[bool]:
    return tuple_(EventRecord.at, EventRecord.id) <= fence


def _conditions(session: Session, wanted: TrailFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if wanted.actor_name is not None:
        conditions.append(EventRecord.actor_name == wanted.actor_name)
    if wanted.item_type:
        conditions.append(EventRecord.item_type == wanted.item_type)
    if wanted.action:
        conditions.append(EventRecord.action == wanted.action)
    if wanted.since:
        conditions.append(EventRecord.at >= start_of_day(wanted.since))
    if wanted.until:
        conditions.append(EventRecord.at < start_of_day(wanted.until + timedelta(days=1)))
    if wanted.code.strip():
        conditions.append(_of_items(session, wanted.code.strip()))
    return conditions


def _of_items(session: Session, code: str) -> ColumnElement[bool]:
    """Matches events by the code of their item.

    The items are looked up first, so that the index on items is used.
    """
    words = latin_digits(code)
    number = only_digits(code)
    drafts = list(
        session.scalars(
            select(Instrument.id).where(Instrument.code.icontains(words, autoescape=True)).limit(_MOST_ITEMS)
        )
    )
    found = {
        "instrument": select(Instrument.id).where(Instrument.id.in_(drafts)),
        "comment": select(PublicComment.id).where(PublicComment.instrument_id.in_(drafts)),
        "campaign": select(CampaignRecord.id).where(CampaignRecord.instrument_id.in_(drafts)),
        "thread": select(Thread.id).where(Thread.instrument_id.in_(drafts)),
        "person": select(Person.id).where(Person.username.icontains(words, autoescape=True)),
        "unit": select(Unit.id).where(
            or_(Unit.code.icontains(words, autoescape=True), Unit.name.contains(code, autoescape=True))
        ),
    }
    if number and not any(letter.isalpha() for letter in words):
        found["petition"] = select(Petition.id).where(_petition_named(words, number))
    kinds = []
    for item_type, statement in found.items():
        numbers = list(session.scalars(statement.limit(_MOST_ITEMS)))
        if numbers:
            kinds.append(and_(EventRecord.item_type == item_type, EventRecord.item_id.in_(numbers)))
    return or_(*kinds) if kinds else false()


def _petition_named(words: str, number: str) -> ColumnElement[bool]:
    """Matches petitions by the beginning of the tracking code, or by the registry number («۱۴۰۵/۱۲»)."""
    year, slash, place = words.partition("/")
    if slash and year.strip().isdigit() and place.strip().isdigit():
        return and_(
            Petition.registry_year == int(year[-9:]), Petition.registry_number == int(place.strip()[-9:])
        )
    end = number + ":"  # the character behind the digits
    return and_(Petition.tracking_code >= number, Petition.tracking_code < end)
