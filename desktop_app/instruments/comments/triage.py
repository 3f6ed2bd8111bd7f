"""Triage: one action on thousands of comments, with a preview, in chunks, with reported failures and undo.

Each chunk is one transaction, applied exactly once even if the connection is lost. Undo restores only comments whose
last event is still that of the run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, NotFoundError, RuleError
from desktop_app.instruments.comments.triage_acts import (
    Act,
    checked,
    must_be_allowed,
    must_be_unfinished,
    normalised,
    refusal_of,
    reviewing,
)
from desktop_app.instruments.comments.triage_writing import ActWriter, last_events
from desktop_app.instruments.model import PublicComment
from desktop_app.progress import Progress, SilentProgress
from desktop_app.staff.model import Person
from desktop_app.staff.roles import Actor

CHUNK: Final = 250


@dataclass(frozen=True, slots=True)
class TriagePreview:
    """The number of comments, out of `total`, that allow the action, and the reasons of the others by frequency."""

    total: int
    possible: int
    refused: tuple[tuple[AppError, int], ...]


@dataclass(frozen=True, slots=True)
class TriageFailure:
    """A skipped comment and the reason."""

    comment_id: int
    error: AppError


@dataclass
class TriageResult:
    """The result of an action on many comments. `key` identifies the run in events; `cancelled`: it was stopped."""

    act: Act
    key: str = field(default_factory=lambda: uuid4().hex)
    done: list[int] = field(default_factory=list)
    failures: list[TriageFailure] = field(default_factory=list)
    cancelled: bool = False


class Triage:
    """The service for actions on many comments of one instrument."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reviewers(self) -> tuple[tuple[int, str], ...]:
        """Returns the possible assignees, as pairs of id and name."""
        with self._database.reading() as session:
            found = (
                select(Person.id, Person.full_name)
                .where(Person.active, Person.id.in_(reviewing()))
                .order_by(Person.full_name, Person.id)
            )
            return tuple((row[0], row[1]) for row in session.execute(found))

    def preview(self, actor: Actor, instrument_id: int, ids: Sequence[int], act: Act) -> TriagePreview:
        """Returns what the action would do, without doing it. Raises the error that prevents it for all comments."""
        must_be_allowed(actor, act)
        with self._database.reading() as session:
            act = checked(session, instrument_id, act, actor)
            wanted = sorted(set(ids))
            reasons: dict[str, tuple[AppError, int]] = {}
            possible = 0
            for first in range(0, len(wanted), CHUNK):
                some = wanted[first : first + CHUNK]
                found = _read(session, instrument_id, some)
                for number in some:
                    error = refusal_of(found.get(number), act, actor)
                    if error is None:
                        possible += 1
                    else:
                        reasons[str(error)] = (error, reasons.get(str(error), (error, 0))[1] + 1)
        commonest = sorted(reasons.values(), key=lambda reason: -reason[1])
        return TriagePreview(len(wanted), possible, tuple(commonest))

    def run(
        self,
        actor: Actor,
        instrument_id: int,
        ids: Sequence[int],
        act: Act,
        progress: Progress | None = None,
    ) -> TriageResult:
        """Applies the action; a stop keeps the completed chunks. Raises the error that prevents it for all
        comments."""
        must_be_allowed(actor, act)
        progress = progress or SilentProgress()
        run, wanted = TriageResult(act), sorted(set(ids))
        for first in range(0, len(wanted), CHUNK):
            if progress.cancelled():
                run.cancelled = True
                break
            done, failures = self._chunk(actor, instrument_id, wanted[first : first + CHUNK], run)
            run.done.extend(done)
            run.failures.extend(failures)
            progress.report(min(first + CHUNK, len(wanted)), len(wanted))
        return run

    def take_back(self, actor: Actor, instrument_id: int, run: TriageResult) -> int:
        """Undoes a run of the same person, except for comments changed since; returns the number of restored
        comments.

        The comments that could not be restored remain in `run.done`.
        """
        must_be_allowed(actor, run.act)
        kept: list[int] = []
        back = 0
        while run.done:
            some = run.done[-CHUNK:]
            undone = self._undo_chunk(actor, instrument_id, some, run)
            del run.done[-CHUNK:]
            kept.extend(number for number in some if number not in undone)
            back += len(undone)
        run.done = sorted(kept)
        return back

    @once
    def _chunk(
        self, actor: Actor, instrument_id: int, ids: Sequence[int], run: TriageResult
    ) -> tuple[list[int], list[TriageFailure]]:
        with self._database.writing() as session:
            act = checked(session, instrument_id, run.act, actor)
            there = _there(session, instrument_id, ids)
            now = self._database.now(session)
            refused = ActWriter(session, actor, instrument_id, now, run.key).do(there, act)
            refused |= dict.fromkeys(set(ids).difference(there), "not_there")
            failures = [
                TriageFailure(number, _error_of(refused[number])) for number in ids if number in refused
            ]
            return [number for number in ids if number not in refused], failures

    @once
    def _undo_chunk(
        self, actor: Actor, instrument_id: int, ids: Sequence[int], run: TriageResult
    ) -> frozenset[int]:
        with self._database.writing() as session:
            # What was done is taken back even if it could not be done any more.
            must_be_unfinished(session, instrument_id)
            last = last_events(session, _there(session, instrument_id, ids))
            before = {
                number: event.before
                for number, event in last.items()
                if event.after.get("bulk") == run.key and event.actor_id == actor.person_id
            }
            writing = ActWriter(session, actor, instrument_id, self._database.now(session), run.key)
            return frozenset(before.keys() - writing.take_back(before, normalised(run.act)))


def _error_of(rule: str) -> AppError:
    return NotFoundError(item="comment", key="") if rule == "not_there" else RuleError(rule=rule)


def _there(session: Session, instrument_id: int, ids: Sequence[int]) -> list[int]:
    """Returns those of the comments that are on the instrument."""
    found = select(PublicComment.id).where(
        PublicComment.instrument_id == instrument_id, PublicComment.id.in_(ids)
    )
    return list(session.scalars(found.order_by(PublicComment.id)))


def _read(session: Session, instrument_id: int, ids: Sequence[int]) -> dict[int, PublicComment]:
    wanted = select(PublicComment).where(
        PublicComment.instrument_id == instrument_id, PublicComment.id.in_(ids)
    )
    return {row.id: row for row in session.scalars(wanted)}
