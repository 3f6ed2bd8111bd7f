"""One act on many petitions: previewed, done in chunks, resumed after an outage, taken back.

A chunk is one transaction with an operation id, so it is done once whatever happens to the connection. What was done
before a stop or an outage stays done and is said; going on begins behind it. Where the server never came back to say
what became of the last chunk, its events tell: they name the run.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import uuid4

from sqlalchemy import ColumnElement, and_, func, select, true
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.templates import unfilled
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.bulk.acts import Act, PutLabel, known_of, refused
from desktop_app.petitions.bulk.labelling import write_label
from desktop_app.petitions.bulk.state import State, has_label, out_for_action, read_states
from desktop_app.petitions.bulk.undoing import take_back_chunk
from desktop_app.petitions.bulk.writing import text_for, write
from desktop_app.petitions.disclosure import REVEALED
from desktop_app.petitions.inbox import Inbox, ListFilter
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import Standing
from desktop_app.petitions.reach import reach
from desktop_app.petitions.vocabulary import Kind, Move, Status
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Role

#: So many petitions are one transaction: others wait for its locks, and it is lost as a whole where it breaks off.
CHUNK: Final = 250


@dataclass(frozen=True, slots=True)
class Selection:
    """Which petitions: those of `ids`, or all that `wanted` shows, whatever the list holds in memory."""

    ids: tuple[int, ...] = ()
    wanted: ListFilter | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """What an act would do: with how many, and with how many not, by reason, the commonest first. `as_of` is the
    server's moment of the preview, `last_id` the highest petition then: what came or changed since is not touched."""

    total: int
    possible: int
    refused: tuple[tuple[AppError, int], ...]
    as_of: datetime
    last_id: int


@dataclass(frozen=True, slots=True)
class Failure:
    """A petition that stayed as it was, and why."""

    petition_id: int
    tracking_code: str
    error: AppError


@dataclass
class Run:
    """How far an act on many has come. `stopped` is the trouble that broke it off, `cancelled` that the person did;
    either way what is in `done` stays done, and `Bulk.run` goes on behind `cursor`."""

    selection: Selection
    act: Act
    preview: Preview
    key: str = field(default_factory=lambda: uuid4().hex)
    #: Ids: a million of them are 8 MB.
    done: array[int] = field(default_factory=lambda: array("q"))
    failures: list[Failure] = field(default_factory=list)
    cursor: int = 0
    #: Whether the last chunk may have been done without an answer.
    unsure: bool = False
    finished: bool = False
    cancelled: bool = False
    stopped: AppError | None = None

    @property
    def untouched(self) -> int:
        """How many were not reached."""
        return 0 if self.finished else max(0, self.preview.total - len(self.done) - len(self.failures))


@dataclass(frozen=True, slots=True)
class _Chunk:
    last: int
    done: tuple[int, ...]
    failures: tuple[Failure, ...]


class Bulk:
    """Acts on many petitions."""

    def __init__(self, database: Database, inbox: Inbox) -> None:
        self._database, self._inbox = database, inbox

    def preview(self, actor: Actor, selection: Selection, act: Act) -> Preview:
        """How many can, how many cannot and why: counted by how they stand, not one by one. Raises what
        `acts.known_of` raises."""
        with self._database.reading() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            known = known_of(session, actor, act)
            alike = (
                select(
                    Petition.kind,
                    Petition.status,
                    Petition.unit_id,
                    Petition.assignee_id,
                    func.coalesce(Unit.needs_approval, False).label("approval"),
                    out_for_action().label("out"),
                    has_label(_label_of(act)).label("labelled"),
                )
                .select_from(Petition)
                .outerjoin(Unit, Unit.id == Petition.unit_id)
                .where(*self._selected(session, actor, selection))
                .subquery()
            )
            counted = select(*alike.c, func.count()).group_by(*alike.c)
            total = possible = 0
            reasons: dict[str, tuple[AppError, int]] = {}
            for found in session.execute(counted):
                kind, status, unit, assignee, approval, out, labelled, count = found[:8]
                standing = Standing(Kind(kind), Status(status), unit, assignee, bool(approval), bool(out))
                total += count
                error = refused(act, known, standing, actor, labelled=bool(labelled))
                if error is None:
                    possible += count
                else:
                    reasons[str(error)] = (error, reasons.get(str(error), (error, 0))[1] + count)
            gone = len(set(selection.ids)) - total if selection.wanted is None else 0
            if gone:
                reasons["gone"] = (NotFoundError(item="petition", key=""), gone)
            last_id = session.scalar(select(func.max(Petition.id))) or 0
        commonest = sorted(reasons.values(), key=lambda reason: -reason[1])
        return Preview(total + gone, possible, tuple(commonest), now, last_id)

    def clerks(self, actor: Actor) -> tuple[tuple[int, str, str], ...]:
        """Who can be given petitions of the units that `actor` works in (of all, for the whole office): id, name and
        unit, by unit."""
        with self._database.reading() as session:
            statement = (
                select(Person.id, Person.full_name, Unit.name)
                .join(PersonRole, PersonRole.person_id == Person.id)
                .join(Unit, Unit.id == PersonRole.unit_id)
                .where(Person.active, Unit.active, PersonRole.role == Role.CLERK.value)
                .order_by(Unit.place, Unit.id, Person.id)
            )
            if not any(held.unit_id is None for held in actor.held):
                statement = statement.where(Unit.id.in_(sorted(actor.unit_ids)))
            return tuple((row[0], row[1], row[2]) for row in session.execute(statement))

    def begin(self, selection: Selection, act: Act, preview: Preview) -> Run:
        """A run that has not begun yet."""
        ids = tuple(sorted(set(selection.ids)))
        return Run(Selection(ids, selection.wanted), act, preview)

    def run(self, actor: Actor, run: Run, progress: Progress | None = None) -> Run:
        """Does the act, or goes on with it; returns `run`, with what was done and what was not. A trouble with the
        database stops it (`stopped`), a stop by the person too (`cancelled`): nothing is lost, nothing done twice."""
        progress = progress or SilentProgress()
        run.cancelled, run.stopped = False, None
        while not run.finished:
            if progress.cancelled():
                run.cancelled = True
                break
            try:
                chunk = self._do_chunk(actor, run)
            except AppError as error:
                run.stopped, run.unsure = error, True
                break
            run.unsure = False
            if chunk is None:
                run.finished = True
                break
            run.cursor = chunk.last
            run.done.extend(chunk.done)
            run.failures.extend(chunk.failures)
            progress.report(len(run.done) + len(run.failures), run.preview.total)
        return run

    def take_back(self, actor: Actor, run: Run, progress: Progress | None = None) -> int:
        """Undoes what the run did, where nobody has built on it; returns how many petitions are as they were.
        What could not be taken back stays in `run.done`; so does the rest after a stop or a trouble, which is raised
        and can be gone on with."""
        progress = progress or SilentProgress()
        back, kept, total = 0, array("q"), len(run.done)
        try:
            while run.done and not progress.cancelled():
                chunk = run.done[-CHUNK:].tolist()
                undone = self._undo_chunk(actor, run.key, chunk)
                del run.done[-CHUNK:]
                kept.extend(number for number in chunk if number not in undone)
                back += len(undone)
                progress.report(total - len(run.done), total)
        finally:
            run.done.extend(kept)
        return back

    @once
    def _undo_chunk(self, actor: Actor, key: str, ids: Sequence[int]) -> frozenset[int]:
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            return take_back_chunk(session, actor, key, ids, reach(session, actor), now)

    @once
    def _do_chunk(self, actor: Actor, run: Run) -> _Chunk | None:
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            ids = self._next_ids(session, actor, run)
            if not ids:
                return None
            known = known_of(session, actor, run.act)
            states = read_states(session, ids, reach(session, actor), _label_of(run.act))
            before = _done_before(session, run.key, ids) if run.unsure else frozenset[int]()
            touched = _moved_since(session, run, states)
            failures, fit, texts = list[Failure](), list[State](), dict[int, str]()
            for state in states:
                if state.id in before:
                    continue
                error: AppError | None
                if state.id in touched:
                    error = ConflictError(item="petition", key=state.id, theirs=touched[state.id])
                else:
                    error = refused(run.act, known, state.standing, actor, labelled=state.labelled)
                texts[state.id] = text_for(run.act, state, actor, now)
                if error is None and run.act.move is Move.RESOLVE and unfilled(texts[state.id]):
                    unknown = unfilled(texts[state.id])[0]
                    error = InvalidValueError(field="reply", reason="not_known_here", value=unknown)
                if error is None:
                    fit.append(state)
                else:
                    failures.append(Failure(state.id, state.tracking_code, error))
            there = {state.id for state in states}
            failures.extend(
                Failure(number, "", NotFoundError(item="petition", key=""))
                for number in ids
                if number not in there
            )
            if fit:
                if isinstance(run.act, PutLabel):
                    write_label(session, actor, run.act, known, [state.id for state in fit], now, run.key)
                else:
                    write(session, actor, run.act, known, texts, fit, now, run.key)
            done = (*(state.id for state in fit), *before)
            return _Chunk(ids[-1], tuple(sorted(done)), tuple(failures))

    def _selected(self, session: Session, actor: Actor, selection: Selection) -> list[ColumnElement[bool]]:
        if selection.wanted is not None:
            return self._inbox.conditions(session, actor, selection.wanted)
        return [Petition.id.in_(sorted(set(selection.ids))), *reach(session, actor)]

    def _next_ids(self, session: Session, actor: Actor, run: Run) -> list[int]:
        """The next chunk, in the order of their ids, which nothing that is done here changes."""
        if run.selection.wanted is None:
            following = (number for number in run.selection.ids if number > run.cursor)
            return [number for _, number in zip(range(CHUNK), following, strict=False)]
        conditions = self._inbox.conditions(session, actor, run.selection.wanted)
        # What the last chunk did may have taken its petitions out of the filter: the run knows them by its key.
        statement = (
            select(Petition.id)
            .where(*conditions, Petition.id > run.cursor, Petition.id <= run.preview.last_id)
            .order_by(Petition.id)
            .limit(CHUNK)
        )
        ids = list(session.scalars(statement))
        if run.unsure:
            ids = sorted({*ids, *_events_of(session, actor, run)})
        return ids


def _label_of(act: Act) -> int:
    return act.label_id if isinstance(act, PutLabel) else 0


def _moved_since(session: Session, run: Run, states: Sequence[State]) -> dict[int, str]:
    """The petitions that somebody changed since the preview, and who; a note alone changes nothing."""
    later = [state.id for state in states if state.changed_at > run.preview.as_of]
    if not later:
        return {}
    found = session.execute(
        select(EventRecord.item_id, EventRecord.actor_name)
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id.in_(later),
            EventRecord.at > run.preview.as_of,
            EventRecord.action.not_in(["note", "labelled", "unlabelled", REVEALED]),
        )
        .order_by(EventRecord.sequence)
    )
    return {row.item_id: row.actor_name for row in found}


def _done_before(session: Session, key: str, ids: Sequence[int]) -> frozenset[int]:
    """Those of `ids` whose last event belongs to the run."""
    last = (
        select(EventRecord.item_id, func.max(EventRecord.sequence).label("sequence"))
        .where(
            EventRecord.item_type == "petition", EventRecord.item_id.in_(ids), EventRecord.action != REVEALED
        )
        .group_by(EventRecord.item_id)
        .subquery()
    )
    here = and_(
        EventRecord.item_type == "petition",
        EventRecord.item_id == last.c.item_id,
        EventRecord.sequence == last.c.sequence,
    )
    found = session.execute(select(EventRecord.item_id, EventRecord.after).join(last, here))
    return frozenset(number for number, after in found if after.get("effects", {}).get("bulk") == key)


def _events_of(session: Session, actor: Actor, run: Run) -> list[int]:
    """The petitions behind the cursor with an event of the run: what was done since it began, by this person."""
    since = (
        EventRecord.at >= run.preview.as_of,
        EventRecord.item_type == "petition",
        EventRecord.item_id > run.cursor,
        EventRecord.actor_name == actor.name,
    )
    found = session.execute(select(EventRecord.item_id, EventRecord.after).where(true(), *since))
    return [number for number, after in found if after.get("effects", {}).get("bulk") == run.key]
