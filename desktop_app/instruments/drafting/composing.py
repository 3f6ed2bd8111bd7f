"""Composition of the next revision from two others; the choices are stored until they are saved or dropped."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop_app.comparison.composed_text import Composed
from desktop_app.comparison.repairing import Repair
from desktop_app.comparison.result import Comparison, StatedCount
from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.documents.document import Document, DocumentPart
from desktop_app.errors import (
    AppError,
    ConflictError,
    InvalidValueError,
    NotFoundError,
    NotPermittedError,
    RuleError,
)
from desktop_app.instruments.annotations.acts import RESOLVED
from desktop_app.instruments.annotations.placing import Place, placed_rows
from desktop_app.instruments.drafting.composition_acts import BEGUN, DROPPED, KEPT, SAVED, TAKEN_UP
from desktop_app.instruments.drafting.composition_choices import (
    CompositionChoices,
    choices_stored,
    stored_choices,
)
from desktop_app.instruments.drafting.composition_plan import (
    doubled_titles,
    made_of,
    misstated,
    plan_of,
    proposed_summary,
    unnumbered_titles,
)
from desktop_app.instruments.drafting.review_marks import REVIEWERS, revision_pair
from desktop_app.instruments.drafting.revisions import write_revision
from desktop_app.instruments.drafting.service import (
    Drafting,
    InstrumentDetail,
    detail_of,
    existing_instrument,
)
from desktop_app.instruments.model import Composition, Revision, Thread
from desktop_app.instruments.thread_acts import errors_of
from desktop_app.instruments.vocabulary import CompositionStatus, Placement, ThreadOutcome
from desktop_app.persian.dates import tehran_day
from desktop_app.staff.acting import perform_one
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate


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
    number of choices that match no change. Only warnings are `doubled`, the names of duplicate provisions, and
    `wrong_counts`, the numbers of provisions that the text states and does not have.
    """

    text: str
    without_place: tuple[int, ...] = ()
    settled: tuple[int, ...] = ()
    lost: int = 0
    summary: str = ""
    doubled: tuple[str, ...] = ()
    wrong_counts: tuple[StatedCount, ...] = ()
    parts: tuple[DocumentPart, ...] = ()
    #: Also only a warning: notes without a number beside another note of the same article.
    unnumbered: tuple[str, ...] = ()
    #: The corrections of numbers, references and counts that the text needs; applied if that was chosen.
    repairs: tuple[Repair, ...] = ()


#: In code points: the longest words that can be written in one place.
LONGEST_WORDS: Final = 20_000


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
            return None if found is None else _row(session, found.id)

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
        `InvalidValueError` for words that are too long, and `ConflictError` if somebody else changed the
        composition.
        """
        if any(len(one.text) > LONGEST_WORDS for one in taken.edits):
            raise InvalidValueError(field="message", reason="too_long", value="")
        with self._writing(actor) as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            found = _open_one(session, older, newer)
            theirs = "" if found is None else found.changed_by
            given: dict[str, Any] = {"choices": stored_choices(taken)}
            now = self._database.now(session)
            if version is not None:
                if found is None:
                    raise ConflictError(item="composition", theirs="")
                _perform(session, KEPT, actor, Item(found.id, version, given=given), now, theirs)
                return _row(session, found.id)
            given |= {"old_revision_id": older.id, "new_revision_id": newer.id}
            try:
                made = _perform(session, BEGUN, actor, Item(0, given=given), now, theirs)
            except IntegrityError as error:
                # A colleague began one at the same moment.
                raise ConflictError(item="composition", theirs="") from error
            return _row(session, made)

    @once
    def drop(self, actor: Actor, composition_id: int, version: int) -> None:
        """Drops a composition; `take_up` restores it. Raises `ConflictError`."""
        with self._writing(actor) as session:
            theirs = _existing(session, composition_id).changed_by
            _perform(
                session, DROPPED, actor, Item(composition_id, version), self._database.now(session), theirs
            )

    @once
    def take_up(self, actor: Actor, composition_id: int) -> CompositionRow:
        """Restores a dropped composition. Raises `ConflictError` if another one was started meanwhile."""
        with self._writing(actor) as session:
            found = _existing(session, composition_id)
            older = session.get_one(Revision, found.old_revision_id)
            newer = session.get_one(Revision, found.new_revision_id)
            other = _open_one(session, older, newer)
            theirs = "" if other is None else other.changed_by
            _perform(session, TAKEN_UP, actor, Item(found.id), self._database.now(session), theirs)
            return _row(session, found.id)

    def preview(
        self, instrument_id: int, old: int, new: int, taken: CompositionChoices, comparison: Comparison
    ) -> CompositionPreview:
        """Returns the text that `taken` produces from a comparison of the two revisions. Writes nothing."""
        with self._database.reading() as session:
            older, newer = revision_pair(session, instrument_id, old, new)
            plan = plan_of(session, taken, older, newer, comparison)
            found = made_of(comparison, plan, taken)
            made = found.made
            applied = made.wordings[: len(plan.threads)]
            homeless = tuple(
                thread.id for thread, place in zip(plan.threads, applied, strict=True) if place is None
            )
            lost = plan.lost + made.wordings[len(plan.threads) :].count(None)
            repairs = found if taken.repair is not None else None
            said = proposed_summary(comparison, plan, old, new, repairs)
        doubled, wrong = doubled_titles(made.text, comparison.new.body), misstated(made.text)
        bare = unnumbered_titles(made.text)
        return CompositionPreview(
            made.text,
            homeless,
            tuple(plan.settled),
            lost,
            said,
            doubled,
            wrong,
            made.parts,
            bare,
            found.items,
        )

    @once
    def save(self, actor: Actor, composition_id: int, version: int, summary: str) -> InstrumentDetail:
        """Adds the composed text as the next revision and resolves the applied threads, in one transaction.

        Raises the errors of `Drafting.add_revision`; `ConflictError` if somebody changed the composition or resolved
        one of the threads; and `RuleError` if `new` is no longer the last revision or a choice has no place in the
        text.
        """
        row = self._read(composition_id, version)
        comparison = self._drafting.compare(row.instrument_id, row.old, row.new)
        with self._writing(actor) as session:
            instrument = existing_instrument(session, row.instrument_id, lock=True)
            found = _existing(session, composition_id)
            older, newer = revision_pair(session, row.instrument_id, row.old, row.new)
            plan = plan_of(session, row.taken, older, newer, comparison)
            made = made_of(comparison, plan, row.taken).made
            if plan.settled:
                raise ConflictError(item="thread", key=plan.settled[0])
            if plan.lost or None in made.wordings:
                raise RuleError(rule="choice_without_a_place")
            now = self._database.now(session)
            document = _document(made, older, newer)
            revision = write_revision(session, self._database, actor, instrument, document, summary)
            for thread, place in zip(plan.threads, made.wordings, strict=False):
                _settle(session, actor, thread, revision, place or (0, 0), now)
            item = Item(composition_id, version, given={"revision_id": revision.id})
            _perform(session, SAVED, actor, item, now, found.changed_by)
            return detail_of(session, actor, instrument, tehran_day(now))

    def _read(self, composition_id: int, version: int) -> CompositionRow:
        with self._database.reading() as session:
            found = _existing(session, composition_id)
            if found.version != version or found.status != CompositionStatus.OPEN:
                raise ConflictError(item="composition", theirs=found.changed_by)
            return _row(session, composition_id)

    @contextmanager
    def _writing(self, actor: Actor) -> Iterator[Session]:
        actor.must_be(*REVIEWERS, act="add_revision")
        with self._database.writing() as session:
            yield session


def _perform(session: Session, act: Act, actor: Actor, item: Item, now: datetime, theirs: str) -> int:
    """Performs an act on a composition; `theirs` is the other person in a conflict."""
    errors: dict[str, AppError] = {
        "not_there": NotFoundError(item="composition", key=item.id),
        "conflict": ConflictError(item="composition", theirs=theirs),
        "not_your_role": NotPermittedError(act="add_revision", who_may=",".join(REVIEWERS)),
    }
    return perform_one(session, act, actor, item, now, errors=errors)


def _open_one(session: Session, older: Revision, newer: Revision) -> Composition | None:
    return session.scalar(
        select(Composition).where(
            Composition.old_revision_id == older.id,
            Composition.new_revision_id == newer.id,
            Composition.status == CompositionStatus.OPEN.value,
        )
    )


def _existing(session: Session, composition_id: int) -> Composition:
    found = session.get(Composition, composition_id)
    if found is None:
        raise NotFoundError(item="composition", key=composition_id)
    return found


def _row(session: Session, composition_id: int) -> CompositionRow:
    found = session.get_one(Composition, composition_id, populate_existing=True)
    return CompositionRow(
        found.id,
        found.version,
        found.instrument_id,
        session.get_one(Revision, found.old_revision_id).number,
        session.get_one(Revision, found.new_revision_id).number,
        choices_stored(found.choices),
        found.started_by,
        found.started_at,
        found.changed_by,
        found.changed_at,
    )


def _settle(
    session: Session, actor: Actor, thread: Thread, revision: Revision, place: tuple[int, int], now: datetime
) -> None:
    """Resolves an applied suggestion; its place in the new revision is the range of its own words, if any."""
    found = Place(Placement.EXACT.value, *place, confidence=1.0)
    rows = placed_rows({(thread.id, revision.id): found} if place[0] < place[1] else {})
    item = Item(thread.id, thread.version, given={"outcome": ThreadOutcome.APPLIED.value})
    perform_one(session, RESOLVED, actor, item, now, rows, errors=errors_of(thread.id, field="message"))


def _document(made: Composed, older: Revision, newer: Revision) -> Document:
    """Returns the composed document. Parts that were not read from either file are marked as not read in it too."""
    name = fill(
        translate("Composing", "Built from revisions {old} and {new}"), old=older.number, new=newer.number
    )
    left_out = tuple(dict.fromkeys((*newer.not_compared, *older.not_compared)))
    digest = hashlib.sha256(made.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(name, made.text, left_out, "txt", digest, made.parts)
