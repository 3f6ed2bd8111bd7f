"""Decisions on suggested wordings: refused with a reason, alone or several at once, and who accepted which when.

An accepted wording is a choice of the next revision (`composing`); its thread is resolved when that is saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import history
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError
from desktop_app.instruments.annotations.acts import REOPENED, RESOLVED
from desktop_app.instruments.annotations.placing import Placer
from desktop_app.instruments.drafting.review_marks import revision_pair
from desktop_app.instruments.model import Composition, Thread
from desktop_app.instruments.thread_acts import ANNOTATORS, errors_of
from desktop_app.instruments.vocabulary import CompositionStatus, ThreadOutcome
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Who accepted a suggestion; `at` is aware, in UTC."""

    thread_id: int
    by: str
    at: datetime


class Suggesting:
    """The service for decisions on suggestions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def refuse(self, actor: Actor, threads: Sequence[tuple[int, int]], reason: str) -> None:
        """Closes suggestions, given by id and version, as refused; all of them or none.

        Raises `InvalidValueError` without a reason, and `ConflictError` if somebody changed one of them.
        """
        if not reason.strip():
            raise InvalidValueError(field="message", reason="empty", value="")
        with self._writing(actor) as session:
            now = self._database.now(session)
            for number, version in threads:
                given = {"outcome": ThreadOutcome.DISMISSED.value}
                item = Item(number, version, reason.strip(), given)
                perform_one(session, RESOLVED, actor, item, now, errors=errors_of(number, field="message"))

    @once
    def take_back(self, actor: Actor, threads: Sequence[int]) -> None:
        """Opens refused suggestions again. Raises `ConflictError` if one of them is open already."""
        with self._writing(actor) as session:
            now = self._database.now(session)
            for number in threads:
                thread = session.get_one(Thread, number)
                placer = Placer(session, thread.instrument_id)
                placer.place_after_reopening(number)
                item = Item(number, thread.version)
                errors = errors_of(number, field="message")
                perform_one(session, REOPENED, actor, item, now, placer.rows(), errors=errors)

    def accepted(self, instrument_id: int, old: int, new: int) -> tuple[Acceptance, ...]:
        """Returns who accepted the suggestions that the open composition of two revisions applies, latest first."""
        with self._database.reading() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            number = session.scalar(
                select(Composition.id).where(
                    Composition.old_revision_id == older.id,
                    Composition.new_revision_id == newer.id,
                    Composition.status == CompositionStatus.OPEN.value,
                )
            )
            return () if number is None else _acceptances(session, number)

    @contextmanager
    def _writing(self, actor: Actor) -> Iterator[Session]:
        actor.must_be(*ANNOTATORS, act="annotate")
        with self._database.writing() as session:
            yield session


def _acceptances(session: Session, composition_id: int) -> tuple[Acceptance, ...]:
    found: dict[int, Acceptance] = {}
    for event in history(session, "composition", composition_id):
        accepted = event.after.get("accepted") or ()
        found = {
            thread: found.get(thread) or Acceptance(thread, event.actor_name, event.at) for thread in accepted
        }
    return tuple(sorted(found.values(), key=lambda one: one.at, reverse=True))
