"""Archives resolved petitions by themselves, so many days after their resolution as the office has set.

Any session may ask for it, and none chooses what is archived. It runs in batches, each one transaction. Sessions that
ask at the same time skip the petitions that another one is archiving, so each is archived once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.acts.performing import perform
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError
from desktop_app.office.clock import clock_doubt
from desktop_app.office.office_settings import RANGES
from desktop_app.office.settings import Office, settings_of
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.petitions.acts.archiving import ARCHIVED_BY_ITSELF
from desktop_app.petitions.model import Petition
from desktop_app.petitions.retention.held_back import held_back
from desktop_app.petitions.vocabulary import Status
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.roles import Actor, Role

#: The number of petitions of one transaction.
BATCH: Final = 200
#: The time limit of the preview, in seconds.
_PATIENCE: Final = 600


@dataclass(frozen=True, slots=True)
class ArchivingPreview:
    """How many petitions would be archived now with this number of days, and how many are held back."""

    days: int
    petitions: int
    held_back: int


class Archiving:
    """Sets after how many days petitions are archived, and archives those that are due."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def days(self) -> int:
        """Returns the setting; 0 where nothing is archived by itself."""
        with self._database.reading() as session:
            return settings_of(session).archive_days

    def set_days(self, actor: Actor, days: int, *, seen: int) -> int:
        """Changes the setting. Raises `InvalidValueError`, `NotPermittedError`, `ConflictError` if it is not as
        `seen`.
        """
        office = Office(self._database)
        settings = office.settings()
        if settings.archive_days != seen:
            raise ConflictError(item="office")
        return office.change(actor, replace(settings, archive_days=days), seen=settings).archive_days

    def preview(self, actor: Actor, days: int) -> ArchivingPreview:
        """Counts what would be archived now; for administrators, who learn numbers only.

        Raises `InvalidValueError`, `NotPermittedError`.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_settings")
        if not 1 <= days <= RANGES["archive_days"][1]:
            raise InvalidValueError(field="archive_days", reason="out_of_range", value="")
        with self._database.reading() as session:
            now = self._database.now(session)
            self._database.take_time(session, _PATIENCE)
            if not self._database.is_sqlite:
                counted = text("SELECT petitions, held FROM app.archivable(:days, :now)")
                return ArchivingPreview(days, *session.execute(counted, {"days": days, "now": now}).one())
            free = held_back(Petition.id) == ""
            counts = select(func.count().filter(free), func.count().filter(~free)).where(
                Petition.status == Status.RESOLVED.value, Petition.resolved_at < _before(now, days)
            )
            return ArchivingPreview(days, *session.execute(counts).one())

    def run(self, progress: Progress | None = None) -> int:
        """Archives what is due, and returns how many petitions were archived here."""
        progress, done = progress or SilentProgress(), 0
        if not self.days():
            return done
        while not progress.cancelled() and (some := self._archive_some()):
            done += some
            progress.report(done, None)
        return done

    @once
    def _archive_some(self) -> int:
        with self._database.writing() as session:
            now = self._database.now(session)
            if self._database.is_sqlite:
                # A PC whose clock is ahead would archive too early; nobody is asked here.
                doubted = clock_doubt(session, self._database) is not None
                return 0 if doubted else _archive_here(session, now)
            asked = {"most": BATCH, "now": now}
            return int(session.execute(text("SELECT app.archive_resolved(:most, :now)"), asked).scalar_one())


def _archive_here(session: Session, now: datetime) -> int:
    """Does the same as `app.archive_resolved`."""
    days = settings_of(session).archive_days
    if not days:
        return 0
    before = _before(now, days)
    due = session.scalars(
        select(Petition.id)
        .where(Petition.status == Status.RESOLVED.value, Petition.resolved_at < before)
        .where(held_back(Petition.id) == "")
        .order_by(Petition.resolved_at, Petition.id)
        .limit(BATCH)
    ).all()
    items = [Item(number, given={"before": before, "days": days}) for number in due]
    verdicts = perform(session, ARCHIVED_BY_ITSELF, items, actor_id=None, actor_name="", now=now)
    return sum(verdict.refused is None for verdict in verdicts)


def _before(now: datetime, days: int) -> datetime:
    """Returns the moment before which petitions were resolved that are due; the same as `app.archivable_before`."""
    return start_of_day(tehran_day(now) - timedelta(days=days - 1))
