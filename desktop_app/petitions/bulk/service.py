"""One act on many petitions: preview, run in chunks, resume after an outage, undo.

Each chunk is one transaction with an operation id, so it is applied once even if the connection fails. Chunks
before a cancellation, outage or crash stay applied and are reported. Progress is stored in the same
transaction (`bulk.keeping`), and a resumed run continues after it.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, func, null, select
from sqlalchemy.orm import Session

from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError
from desktop_app.office.templates import unfilled
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.bulk.acts import Act, PutLabel, Resolve, known_of, refused
from desktop_app.petitions.bulk.keeping import add_part, catch_up, locked, part_before, take_note
from desktop_app.petitions.bulk.labelling import write_label
from desktop_app.petitions.bulk.run import BulkFailure, BulkPreview, BulkProgress, BulkSelection
from desktop_app.petitions.bulk.state import PetitionState, has_label, out_for_action, read_states
from desktop_app.petitions.bulk.undoing import take_back_chunk
from desktop_app.petitions.bulk.writing import text_for, write
from desktop_app.petitions.checklists.missing import first_missing
from desktop_app.petitions.complaints import assignees_so_far, ids_in, manager_left, others_left
from desktop_app.petitions.lists.inbox import Inbox
from desktop_app.petitions.model import Petition
from desktop_app.petitions.moves import MoveContext
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import LOOKING, Kind, Move, Status
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.model import Person, PersonRole, Unit
from desktop_app.staff.roles import Actor, Role

#: Petitions per transaction: others wait for its locks, and a failure rolls back all of it.
CHUNK: Final = 250


@dataclass(frozen=True, slots=True)
class _Chunk:
    #: The cursor of the run before the chunk, and (`last`) after it.
    before: int
    last: int
    done: tuple[int, ...]
    failures: tuple[BulkFailure, ...]


class Bulk:
    """Acts on many petitions."""

    def __init__(self, database: Database, inbox: Inbox) -> None:
        self._database, self._inbox = database, inbox

    def preview(self, actor: Actor, selection: BulkSelection, act: Act) -> BulkPreview:
        """Returns how many petitions the act applies to, and why not to the others, counted by state.

        Raises what `acts.known_of` raises.
        """
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
                    assignees_so_far(Petition).label("assignees"),
                    others_left(Petition).label("others"),
                    manager_left(Petition).label("manager"),
                    Petition.notice,
                    (first_missing(Petition) if isinstance(act, Resolve) else null()).label("missing"),
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
                kind, status, unit, assignee, approval, out, ids, others, manager, notice, *rest = found
                missing, labelled, count = rest
                standing = MoveContext(
                    Kind(kind), Status(status), unit, assignee, bool(approval), bool(out), ids_in(ids),
                    bool(others), bool(manager), notice, missing or "",
                )  # fmt: skip
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
        return BulkPreview(total + gone, possible, tuple(commonest), now, last_id)

    def clerks(self, actor: Actor) -> tuple[tuple[int, str, str], ...]:
        """Returns the clerks who can be given petitions of the actor's units (of all units, for the whole
        office).

        Each has id, name and unit; sorted by unit.
        """
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

    def begin(self, selection: BulkSelection, act: Act, preview: BulkPreview) -> BulkProgress:
        """Returns a run that has not started."""
        ids = tuple(sorted(set(selection.ids)))
        return BulkProgress(BulkSelection(ids, selection.wanted), act, preview)

    def run(self, actor: Actor, run: BulkProgress, progress: Progress | None = None) -> BulkProgress:
        """Starts or resumes the act, and returns `run` with its results and failures.

        A database error (`stopped`) or the person (`cancelled`) interrupts it; nothing is lost or done twice.
        """
        progress = progress or SilentProgress()
        run.cancelled, run.stopped = False, None
        try:
            self._catch_up(actor, run)
        except AppError as error:
            run.stopped = error
            return run
        while not run.finished:
            if progress.cancelled():
                run.cancelled = True
                self._put_away(actor, run)
                break
            try:
                chunk = self._do_chunk(actor, run)
            except AppError as error:
                run.stopped = error
                break
            if chunk is None or chunk.before != run.cursor:
                # Another window has continued it meanwhile, or nothing is left.
                self._catch_up(actor, run)
                continue
            run.cursor = chunk.last
            run.done.extend(chunk.done)
            run.failures.extend(chunk.failures)
            progress.report(len(run.done) + len(run.failures), run.preview.total)
        return run

    def take_back(self, actor: Actor, run: BulkProgress, progress: Progress | None = None) -> int:
        """Undoes the run for every petition that was not changed since; returns how many were restored.

        The others stay in `run.done`. After a cancellation or an error, which is raised, so does the rest
        (`run.unreached`); the undo can then be resumed.
        """
        progress = progress or SilentProgress()
        back, looked, place, total, at_the_end = set[int](), 0, None, len(run.done), False
        try:
            while not progress.cancelled():
                part = self._undo_part(actor, run, place)
                if part is None:
                    at_the_end = True
                    break
                place, of, undone = part
                back |= undone
                looked += of
                progress.report(min(looked, total), total)
        finally:
            run.done = array("q", (number for number in run.done if number not in back))
            run.finished = run.finished or bool(back)
            run.unreached = 0 if at_the_end else max(0, total - looked)
        return len(back)

    def _put_away(self, actor: Actor, run: BulkProgress) -> None:
        """Stores that the person stopped the run; if that fails, they are reminded of the run later."""
        if run.cursor:
            with suppress(AppError):
                self._say_put_away(actor, run)

    @once
    def _say_put_away(self, actor: Actor, run: BulkProgress) -> None:
        with self._database.writing() as session:
            now = self._database.now(session)
            locked(session, actor, run, now).put_away_at = now

    def _catch_up(self, actor: Actor, run: BulkProgress) -> None:
        with self._database.reading() as session:
            catch_up(session, actor, run)

    @once
    def _undo_part(
        self, actor: Actor, run: BulkProgress, before: int | None
    ) -> tuple[int, int, frozenset[int]] | None:
        """Undoes the last chunk before `before`; returns its number, its size, and the petitions restored."""
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            row = locked(session, actor, run, now)
            part = part_before(session, row, before)
            if part is None:
                return None
            left = sorted(frozenset(part.done).difference(part.undone))
            if not left:
                return part.place, 0, frozenset()
            undone = take_back_chunk(session, actor, run.key, left, reach(session, actor), now)
            if undone:
                take_note(row, part, undone, now)
            return part.place, len(left), undone

    @once
    def _do_chunk(self, actor: Actor, run: BulkProgress) -> _Chunk | None:
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            row = locked(session, actor, run, now)
            if row.ended_at is not None:
                return None
            ids = self._next_ids(session, actor, run, row.cursor)
            if not ids:
                row.ended_at = row.changed_at = now
                return None
            known = known_of(session, actor, run.act)
            states = read_states(session, ids, reach(session, actor), _label_of(run.act))
            touched = _moved_since(session, run, states)
            failures, fit, texts = list[BulkFailure](), list[PetitionState](), dict[int, str]()
            for state in states:
                error: AppError | None
                if state.id in touched:
                    error = ConflictError(item="petition", key=state.id, theirs=touched[state.id])
                else:
                    error = refused(run.act, known, state.standing, actor, labelled=state.labelled)
                texts[state.id] = text_for(run.act, state, actor, now, known)
                if error is None and run.act.move is Move.RESOLVE and unfilled(texts[state.id]):
                    unknown = unfilled(texts[state.id])[0]
                    error = InvalidValueError(field="reply", reason="not_known_here", value=unknown)
                if error is None:
                    fit.append(state)
                else:
                    failures.append(BulkFailure(state.id, state.tracking_code, error))
            there = {state.id for state in states}
            failures.extend(
                BulkFailure(number, "", NotFoundError(item="petition", key=""))
                for number in ids
                if number not in there
            )
            changed: Mapping[int, AppError] = {}
            if fit and isinstance(run.act, PutLabel):
                of_fit = [state.id for state in fit]
                changed = write_label(session, actor, run.act, known, of_fit, now, run.key)
            elif fit:
                changed = write(session, actor, run.act, known, texts, fit, now, run.key)
            failures.extend(
                BulkFailure(state.id, state.tracking_code, changed[state.id])
                for state in fit
                if state.id in changed
            )
            done = tuple(sorted(state.id for state in fit if state.id not in changed))
            chunk = _Chunk(row.cursor, ids[-1], done, tuple(failures))
            add_part(session, row, chunk.last, done, failures, now)
            return chunk

    def _selected(
        self, session: Session, actor: Actor, selection: BulkSelection
    ) -> list[ColumnElement[bool]]:
        if selection.wanted is not None:
            return self._inbox.conditions(session, actor, selection.wanted)
        return [Petition.id.in_(sorted(set(selection.ids))), *reach(session, actor)]

    def _next_ids(self, session: Session, actor: Actor, run: BulkProgress, cursor: int) -> list[int]:
        """Returns the chunk after `cursor`, in order of id, which the act does not change."""
        if run.selection.wanted is None:
            following = (number for number in run.selection.ids if number > cursor)
            return [number for _, number in zip(range(CHUNK), following, strict=False)]
        conditions = self._inbox.conditions(session, actor, run.selection.wanted)
        statement = (
            select(Petition.id)
            .where(*conditions, Petition.id > cursor, Petition.id <= run.preview.last_id)
            .order_by(Petition.id)
            .limit(CHUNK)
        )
        return list(session.scalars(statement))


def _label_of(act: Act) -> int:
    return act.label_id if isinstance(act, PutLabel) else 0


def _moved_since(session: Session, run: BulkProgress, states: Sequence[PetitionState]) -> dict[int, str]:
    """Returns the petitions changed since the preview, with who changed them; notes do not count."""
    later = [state.id for state in states if state.changed_at > run.preview.as_of]
    if not later:
        return {}
    found = session.execute(
        select(EventRecord.item_id, EventRecord.actor_name)
        .where(
            EventRecord.item_type == "petition",
            EventRecord.item_id.in_(later),
            EventRecord.at > run.preview.as_of,
            EventRecord.action.not_in(["note", "labelled", "unlabelled", *LOOKING]),
        )
        .order_by(EventRecord.sequence)
    )
    return {row.item_id: row.actor_name for row in found}
