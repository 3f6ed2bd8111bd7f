"""Runs a macro on a petition: all its steps or none, in order; previewed by the same code, and undone as a whole.

Each step records the event that it records at the desk; `bulk` in it is the key of the run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, InvalidValueError, NotFoundError, RuleError
from desktop_app.office.templates import unfilled
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.acts.beside import BESIDE_MOVES
from desktop_app.petitions.bulk.acts import PutLabel, Take, known_of, name_of, refused
from desktop_app.petitions.bulk.labelling import write_label
from desktop_app.petitions.bulk.state import read_states
from desktop_app.petitions.bulk.undoing import take_moves_back
from desktop_app.petitions.bulk.writing import text_for, write
from desktop_app.petitions.desk.conflicts import acts_of, do_many, mark_many_seen, raise_first
from desktop_app.petitions.desk.detail import MOVE_ACTIONS, PetitionDetail, load_detail
from desktop_app.petitions.labels.service import PUT_ON, TAKEN_OFF, put_on_many, take_off_many
from desktop_app.petitions.macros.service import MacroTerms, offered
from desktop_app.petitions.macros.steps import NoteStep, Step
from desktop_app.petitions.model import Label, Petition
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Move
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class StepOutcome:
    """A step and the error that prevents it, if any. `skipped`: nothing to do, or an earlier step failed."""

    step: Step
    #: The name of the label or unit, if the step has one.
    name: str
    error: AppError | None = None
    skipped: bool = False
    #: The text that would be written, with its variables filled.
    text: str = ""


@dataclass(frozen=True, slots=True)
class MacroRun:
    """A finished macro: the key of its events, and the petition's present state."""

    key: str
    detail: PetitionDetail


class MacroRuns:
    """Runs macros."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def preview(self, actor: Actor, petition_id: int, macro_id: int) -> tuple[StepOutcome, ...]:
        """Returns what each step would do, by running and rolling back. Raises `NotFoundError`."""
        made: list[StepOutcome] = []
        with self._database.rehearsing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            failed = False
            for step, name in _steps(session, offered(session, actor, macro_id)):
                if failed:
                    made.append(StepOutcome(step, name, skipped=True))
                    continue
                try:
                    written = _do(session, actor, petition_id, step, now, "preview")
                    made.append(StepOutcome(step, name, skipped=written is None, text=written or ""))
                except (RuleError, InvalidValueError, NotFoundError) as error:
                    made.append(StepOutcome(step, name, error))
                    failed = True
        return tuple(made)

    @once
    def run(self, actor: Actor, petition_id: int, version: int, macro_id: int) -> MacroRun:
        """Runs all steps, or none: the error of a step is raised. Raises `ConflictError` if the petition has
        changed.
        """
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            found = session.scalar(select(Petition.version).where(Petition.id == petition_id))
            if found is None:
                raise NotFoundError(item="petition", key=petition_id)
            if found != version:
                raise ConflictError(
                    item="petition", key=petition_id, theirs=_last(session, petition_id).actor_name
                )
            key = uuid4().hex
            for step, _ in _steps(session, offered(session, actor, macro_id)):
                _do(session, actor, petition_id, step, now, key)
            session.expire_all()
            return MacroRun(key, load_detail(session, actor, petition_id))

    @once
    def take_back(self, actor: Actor, petition_id: int, key: str) -> PetitionDetail:
        """Undoes a macro as a whole, as long as no act followed; a note that it wrote stays. Raises `RuleError`."""
        with self._database.writing() as session:
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            state = read_states(session, [petition_id], reach(session, actor))
            events = list(_of_run(session, petition_id, key))
            if not state or not events or events[0].actor_id != actor.person_id:
                raise RuleError(rule="nothing_to_undo")
            for event in events:
                if event.action in MOVE_ACTIONS:
                    version = read_states(session, [petition_id], [])[0].version
                    item = Item(petition_id, version)
                    if not take_moves_back(session, actor, event.action, [item], [event], now):
                        raise RuleError(rule="nothing_to_undo")
                elif event.action in (PUT_ON, TAKEN_OFF):
                    label = session.get_one(Label, event.after["label_id"])
                    back = take_off_many if event.action == PUT_ON else put_on_many
                    raise_first(back(session, actor, label, [petition_id], now, undoes=key))
            mark_many_seen(session, actor, [petition_id])
            session.expire_all()
            return load_detail(session, actor, petition_id)


def _steps(session: Session, terms: MacroTerms) -> Iterator[tuple[Step, str]]:
    """Yields the steps in their order, with the name of the label or unit of each."""
    for step in terms.steps:
        if isinstance(step, PutLabel):
            label = session.get(Label, step.label_id)
            # A merged label leads to the other one.
            into = label.merged_into_id if label is not None else None
            yield PutLabel(into or step.label_id, step.on), name_of(session, step)
        else:
            yield step, "" if isinstance(step, NoteStep) else name_of(session, step)


def _do(session: Session, actor: Actor, petition_id: int, step: Step, now: datetime, key: str) -> str | None:
    """Runs a step; returns the text that it wrote, None if there was nothing to do. Raises the error that prevents
    it.
    """
    label_id = step.label_id if isinstance(step, PutLabel) else 0
    states = read_states(session, [petition_id], reach(session, actor), label_id)
    if not states:
        raise NotFoundError(item="petition", key=petition_id)
    state = states[0]
    if isinstance(step, NoteStep):
        item = Item(petition_id, text=step.text, remarks={"bulk": key})
        raise_first(do_many(session, BESIDE_MOVES["note"], actor, [item], None, now))
        return step.text
    known = known_of(session, actor, step)
    if isinstance(step, PutLabel):
        if state.labelled is step.on:
            return None
        raise_first(write_label(session, actor, step, known, [petition_id], now, key))
        return ""
    if isinstance(step, Take) and state.assignee_id == actor.person_id and state.status == "in_progress":
        return None
    error = refused(step, known, state.standing, actor)
    if error is not None:
        raise error
    text = text_for(step, state, actor, now, known)
    if step.move is Move.RESOLVE and unfilled(text):
        raise InvalidValueError(field="reply", reason="not_known_here", value=unfilled(text)[0])
    raise_first(write(session, actor, step, known, {petition_id: text}, [state], now, key))
    return text


def _last(session: Session, petition_id: int) -> EventRecord:
    return session.scalars(
        select(EventRecord)
        .where(EventRecord.item_type == "petition", EventRecord.item_id == petition_id)
        .order_by(EventRecord.sequence.desc())
        .limit(1)
    ).one()


def _of_run(session: Session, petition_id: int, key: str) -> Iterator[EventRecord]:
    """Yields the events of a run, latest first; none if another act followed."""
    for event in session.scalars(acts_of(petition_id).limit(40)):
        if event.after.get("bulk") != key:
            return
        yield event
