"""Stores the progress of a bulk run with each chunk, so that it can be resumed after a crash.

Each chunk first locks the row of the run and continues after its cursor. So nothing is done twice, even if
two windows resume the same run or a commit's reply was lost.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.errors import NotFoundError
from desktop_app.petitions.bulk.acts import Act, name_of
from desktop_app.petitions.bulk.model import BulkPart, BulkRun
from desktop_app.petitions.bulk.run import BulkFailure, BulkPreview, BulkProgress
from desktop_app.petitions.bulk.stored import (
    kept_act,
    kept_failure,
    kept_selection,
    read_act,
    read_failure,
    read_selection,
)
from desktop_app.staff.roles import Actor

#: After `_QUIET` without progress a run is not active in another window; after `_RECENT` it is not resumed.
_QUIET: Final = timedelta(minutes=1)
_RECENT: Final = timedelta(days=14)
#: Maximum number of runs in a list, latest first.
LISTED: Final = 200


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as shown in a list; timestamps are aware, in UTC. `name` is that of the act's unit, person or
    label.
    """

    id: int
    key: str
    actor_name: str
    began_at: datetime
    changed_at: datetime
    act: Act
    name: str
    total: int
    done: int
    refused: int
    undone: int
    finished: bool

    @property
    def untouched(self) -> int:
        """How many petitions were not reached."""
        return 0 if self.finished else max(0, self.total - self.done - self.refused)


class BulkRuns:
    """Reads the actor's own runs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self, actor: Actor) -> tuple[RunRow, ...]:
        """Returns the actor's runs, latest first."""
        with self._database.reading() as session:
            found = session.scalars(
                select(BulkRun)
                .where(BulkRun.person_id == actor.person_id)
                .order_by(BulkRun.id.desc())
                .limit(LISTED)
            )
            return tuple(_row(session, row) for row in found)

    def broken_off(self, actor: Actor) -> RunRow | None:
        """Returns the actor's latest unfinished run that was neither dismissed nor is still active, or None."""
        with self._database.reading() as session:
            now = self._database.now(session)
            row = session.scalar(
                select(BulkRun)
                .where(
                    BulkRun.person_id == actor.person_id,
                    BulkRun.ended_at.is_(None),
                    BulkRun.put_away_at.is_(None),
                    BulkRun.changed_at.between(now - _RECENT, now - _QUIET),
                )
                .order_by(BulkRun.id.desc())
                .limit(1)
            )
            return _row(session, row) if row is not None else None

    def one(self, actor: Actor, key: str) -> BulkProgress:
        """Returns a run with all its results, for resuming or undoing. Raises `NotFoundError`."""
        with self._database.reading() as session:
            row = session.scalar(_own(actor, key))
            if row is None:
                raise NotFoundError(item="bulk_run", key=key)
            preview = BulkPreview(row.total, row.possible, (), row.as_of, row.last_id)
            run = BulkProgress(read_selection(row.selection), read_act(row.act), preview, row.key)
            _bring_up(session, run, row)
            return run


def catch_up(session: Session, actor: Actor, run: BulkProgress) -> None:
    """Updates `run` from the database; a run that has not started is unchanged."""
    row = session.scalar(_own(actor, run.key))
    if row is not None:
        _bring_up(session, run, row)


def _own(actor: Actor, key: str) -> Select[BulkRun]:
    return select(BulkRun).where(BulkRun.key == key, BulkRun.person_id == actor.person_id)


def _bring_up(session: Session, run: BulkProgress, row: BulkRun) -> None:
    done, failures = array("q"), list[BulkFailure]()
    parts = select(BulkPart.done, BulkPart.failures, BulkPart.undone).where(BulkPart.run_id == row.id)
    for did, stayed, undone in session.execute(parts.order_by(BulkPart.place)):
        back = frozenset(undone)
        done.extend(number for number in did if number not in back)
        failures.extend(read_failure(one) for one in stayed)
    run.done, run.failures, run.cursor = done, failures, row.cursor
    run.finished = row.ended_at is not None


def locked(session: Session, actor: Actor, run: BulkProgress, now: datetime) -> BulkRun:
    """Returns the row of a run, inserted if missing, and locked until the end of the transaction."""
    row = session.scalar(select(BulkRun).where(BulkRun.key == run.key).with_for_update())
    if row is None:
        row = BulkRun(
            key=run.key,
            person_id=actor.person_id,
            actor_name=actor.name,
            began_at=now,
            as_of=run.preview.as_of,
            last_id=run.preview.last_id,
            total=run.preview.total,
            possible=run.preview.possible,
            selection=kept_selection(run.selection),
            act=kept_act(run.act),
            cursor=0,
            done=0,
            refused=0,
            undone=0,
            changed_at=now,
        )
        session.add(row)
        session.flush()
    if row.person_id != actor.person_id:
        raise NotFoundError(item="bulk_run", key=run.key)
    return row


def add_part(
    session: Session,
    row: BulkRun,
    last: int,
    done: Sequence[int],
    failures: Sequence[BulkFailure],
    now: datetime,
) -> None:
    """Stores the result of a chunk whose last petition is `last`."""
    place = select(func.coalesce(func.max(BulkPart.place), 0)).where(BulkPart.run_id == row.id)
    session.add(
        BulkPart(
            run_id=row.id,
            place=session.scalars(place).one() + 1,
            done=list(done),
            failures=[kept_failure(failure) for failure in failures],
            undone=[],
        )
    )
    row.cursor, row.changed_at, row.put_away_at = last, now, None
    row.done += len(done)
    row.refused += len(failures)


def part_before(session: Session, row: BulkRun, place: int | None) -> BulkPart | None:
    """Returns the last chunk of a run, or the last one before number `place`; None if there is none."""
    statement = select(BulkPart).where(BulkPart.run_id == row.id).order_by(BulkPart.place.desc()).limit(1)
    if place is not None:
        statement = statement.where(BulkPart.place < place)
    return session.scalar(statement)


def take_note(row: BulkRun, part: BulkPart, undone: frozenset[int], now: datetime) -> None:
    """Stores which petitions of a chunk were undone, and ends the run."""
    part.undone = sorted({*part.undone, *undone})
    row.undone += len(undone)
    row.changed_at = now
    row.ended_at = row.ended_at or now


def _row(session: Session, row: BulkRun) -> RunRow:
    act = read_act(row.act)
    return RunRow(
        row.id,
        row.key,
        row.actor_name,
        row.began_at,
        row.changed_at,
        act,
        name_of(session, act),
        row.total,
        row.done,
        row.refused,
        row.undone,
        row.ended_at is not None,
    )
