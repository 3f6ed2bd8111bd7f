"""Composition of the next revision from two others; the choices are stored until they are saved or dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.comparison.composing import Composed, composed
from desktop_app.comparison.result import Comparison
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.document import Document
from desktop_app.errors import ConflictError, NotFoundError, RuleError
from desktop_app.instruments.drafting.composition_plan import (
    CompositionChoices,
    doubled_titles,
    plan_of,
    proposed_summary,
)
from desktop_app.instruments.drafting.review_marks import REVIEWERS, ChangeKey, revision_pair
from desktop_app.instruments.drafting.revisions import is_writable, last_revision, write_revision
from desktop_app.instruments.drafting.service import (
    Drafting,
    InstrumentDetail,
    detail_of,
    existing_instrument,
)
from desktop_app.instruments.model import (
    Composition,
    Instrument,
    Revision,
    Thread,
    ThreadPlace,
)
from desktop_app.instruments.vocabulary import Placement, ThreadOutcome, ThreadStatus
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate


class CompositionStatus(StrEnum):
    """The status of a composition."""

    OPEN = "open"
    SAVED = "saved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class CompositionRow:
    """An open composition. `old` and `new` are revision numbers; times are aware, in UTC."""

    id: int
    version: int
    instrument_id: int
    old: int
    new: int
    taken: CompositionChoices
    started_by: str
    started_at: datetime
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class CompositionPreview:
    """The text that saving would produce, and the problems that prevent saving.

    The problems are threads whose quoted words are missing, threads that are no longer open suggestions, and the
    number of choices that match no change. `doubled` lists the names of duplicate provisions, which is only a
    warning.
    """

    text: str
    without_place: tuple[int, ...] = ()
    settled: tuple[int, ...] = ()
    lost: int = 0
    summary: str = ""
    doubled: tuple[str, ...] = ()


class Composing:
    """The service for composing the next revision. Revisions are given by their numbers."""

    def __init__(self, database: Database, drafting: Drafting) -> None:
        self._database = database
        self._drafting = drafting

    def current(self, instrument_id: int, old: int, new: int) -> CompositionRow | None:
        """Returns the open composition of a pair, created by anybody; None if there is none. Raises
        `NotFoundError`."""
        with self._database.reading() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            found = _open_one(session, older, newer)
            return None if found is None else _row(found, old, new)

    @once
    def keep(
        self,
        actor: Actor,
        instrument_id: int,
        old: int,
        new: int,
        taken: CompositionChoices,
        *,
        version: int | None,
    ) -> CompositionRow:
        """Stores the choices. `version` is the version on which they are based; None starts a composition.

        Raises `NotPermittedError`; `RuleError` if the instrument accepts no revision or `new` is not its last one;
        and `ConflictError` if somebody else changed the composition.
        """
        actor.must_be(*REVIEWERS, act="add_revision")
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            older, newer = revision_pair(session, instrument_id, old, new)
            _must_be_buildable(session, instrument, newer)
            now = self._database.now(session)
            found = _open_one(session, older, newer)
            if (None if found is None else found.version) != version:
                raise ConflictError(item="composition", theirs="" if found is None else found.changed_by)
            if found is None:
                found = Composition(
                    instrument_id=instrument_id,
                    old_revision_id=older.id,
                    new_revision_id=newer.id,
                    status=CompositionStatus.OPEN.value,
                    started_by=actor.name,
                    started_at=now,
                )
                session.add(found)
            found.choices = _choices(taken)
            found.changed_by, found.changed_at = actor.name, now
            session.flush()
            return _row(found, old, new)

    @once
    def drop(self, actor: Actor, composition_id: int, version: int) -> None:
        """Drops a composition; `take_up` restores it. Raises `ConflictError`."""
        actor.must_be(*REVIEWERS, act="add_revision")
        with self._database.writing() as session:
            found = _current(session, composition_id, version)
            found.status = CompositionStatus.DROPPED.value
            found.changed_by, found.changed_at = actor.name, self._database.now(session)

    @once
    def take_up(self, actor: Actor, composition_id: int) -> CompositionRow:
        """Restores a dropped composition. Raises `ConflictError` if another one was started meanwhile."""
        actor.must_be(*REVIEWERS, act="add_revision")
        with self._database.writing() as session:
            found = session.get(Composition, composition_id)
            if found is None:
                raise NotFoundError(item="composition", key=composition_id)
            instrument = existing_instrument(session, found.instrument_id, lock=True)
            older = session.get_one(Revision, found.old_revision_id)
            newer = session.get_one(Revision, found.new_revision_id)
            _must_be_buildable(session, instrument, newer)
            other = _open_one(session, older, newer)
            if other is not None or found.status != CompositionStatus.DROPPED:
                raise ConflictError(item="composition", theirs="" if other is None else other.changed_by)
            found.status = CompositionStatus.OPEN.value
            found.changed_by, found.changed_at = actor.name, self._database.now(session)
            session.flush()
            return _row(found, older.number, newer.number)

    def preview(
        self, instrument_id: int, old: int, new: int, taken: CompositionChoices, comparison: Comparison
    ) -> CompositionPreview:
        """Returns the text that `taken` produces from a comparison of the two revisions. Writes nothing."""
        with self._database.reading() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            plan = plan_of(session, taken, older, newer, comparison)
            made = composed(comparison, plan.choices)
            homeless = tuple(
                thread.id for thread, place in zip(plan.threads, made.wordings, strict=True) if place is None
            )
            said = proposed_summary(comparison, plan, old, new)
        doubled = doubled_titles(made.text, comparison.new.text)
        return CompositionPreview(made.text, homeless, tuple(plan.settled), plan.lost, said, doubled)

    @once
    def save(self, actor: Actor, composition_id: int, version: int, summary: str) -> InstrumentDetail:
        """Adds the composed text as the next revision and resolves the applied threads, in one transaction.

        Raises the errors of `Drafting.add_revision`; `ConflictError` if somebody changed the composition or resolved
        one of the threads; and `RuleError` if `new` is no longer the last revision or a choice has no place in the
        text.
        """
        row = self._read(composition_id, version)
        comparison = self._drafting.compare(row.instrument_id, row.old, row.new)
        with self._database.writing() as session:
            instrument = existing_instrument(session, row.instrument_id, lock=True)
            found = _current(session, composition_id, version)
            older, newer = revision_pair(session, row.instrument_id, row.old, row.new)
            _must_be_buildable(session, instrument, newer)
            plan = plan_of(session, row.taken, older, newer, comparison)
            made = composed(comparison, plan.choices)
            if plan.settled:
                raise ConflictError(item="thread", key=plan.settled[0])
            if plan.lost or None in made.wordings:
                raise RuleError(rule="choice_without_a_place")
            now = self._database.now(session)
            for thread in plan.threads:
                _settle(session, actor, thread, now)
            document = _document(made.text, older, newer)
            revision = write_revision(session, self._database, actor, instrument, document, summary)
            _place_wordings(session, plan.threads, made, revision)
            found.status, found.revision_id = CompositionStatus.SAVED.value, revision.id
            found.changed_by, found.changed_at = actor.name, now
            return detail_of(session, actor, instrument, tehran_day(now))

    def _read(self, composition_id: int, version: int) -> CompositionRow:
        with self._database.reading() as session:
            found = _current(session, composition_id, version)
            older = session.get_one(Revision, found.old_revision_id)
            newer = session.get_one(Revision, found.new_revision_id)
            return _row(found, older.number, newer.number)


def _must_be_buildable(session: Session, instrument: Instrument, newer: Revision) -> None:
    """Raises `RuleError` unless `newer` is the last revision: otherwise later changes would be undone unnoticed."""
    if not is_writable(instrument):
        raise RuleError(rule="instrument_is_finished")
    last = last_revision(session, instrument.id)
    if last is None or last.id != newer.id:
        raise RuleError(rule="not_the_last_revision")


def _open_one(session: Session, older: Revision, newer: Revision) -> Composition | None:
    return session.scalar(
        select(Composition).where(
            Composition.old_revision_id == older.id,
            Composition.new_revision_id == newer.id,
            Composition.status == CompositionStatus.OPEN.value,
        )
    )


def _current(session: Session, composition_id: int, version: int) -> Composition:
    found = session.get(Composition, composition_id)
    if found is None:
        raise NotFoundError(item="composition", key=composition_id)
    if found.version != version or found.status != CompositionStatus.OPEN:
        raise ConflictError(item="composition", theirs=found.changed_by)
    return found


def _row(found: Composition, old: int, new: int) -> CompositionRow:
    keys = frozenset(
        ChangeKey(
            None if before is None else (before[0], before[1]),
            None if after is None else (after[0], after[1]),
        )
        for before, after in found.choices["old"]
    )
    return CompositionRow(
        found.id,
        found.version,
        found.instrument_id,
        old,
        new,
        CompositionChoices(keys, tuple(found.choices["threads"])),
        found.started_by,
        found.started_at,
        found.changed_by,
        found.changed_at,
    )


def _choices(taken: CompositionChoices) -> dict[str, Any]:
    keys = sorted(
        ([key.old and list(key.old), key.new and list(key.new)] for key in taken.old),
        key=lambda pair: (pair[0] or [], pair[1] or []),
    )
    return {"old": keys, "threads": list(taken.threads)}


def _settle(session: Session, actor: Actor, thread: Thread, now: datetime) -> None:
    before = {"status": thread.status, "outcome": thread.outcome}
    thread.status, thread.outcome = ThreadStatus.RESOLVED.value, ThreadOutcome.APPLIED.value
    thread.changed_at = now
    session.flush()
    record_event(
        session,
        item_type="thread",
        item_id=thread.id,
        at=now,
        actor_id=actor.person_id,
        actor_name=actor.name,
        action="resolved",
        before=before,
        after={"status": thread.status, "outcome": thread.outcome} | actor.told_for(*REVIEWERS),
    )


def _place_wordings(session: Session, threads: Sequence[Thread], made: Composed, revision: Revision) -> None:
    """Stores the place of each applied suggestion in the new revision: the range of its own words."""
    for thread, place in zip(threads, made.wordings, strict=True):
        if place is not None and place[0] < place[1]:
            session.add(
                ThreadPlace(
                    thread_id=thread.id,
                    revision_id=revision.id,
                    placement=Placement.EXACT.value,
                    begin=place[0],
                    end=place[1],
                    confidence=1.0,
                    candidates=[],
                )
            )


def _document(text: str, older: Revision, newer: Revision) -> Document:
    """Returns the composed document. Parts that were not read from either file are marked as not read in it too."""
    name = fill(
        translate("Composing", "Built from revisions {old} and {new}"), old=older.number, new=newer.number
    )
    left_out = tuple(dict.fromkeys((*newer.not_compared, *older.not_compared)))
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, text, left_out, "txt", digest)
