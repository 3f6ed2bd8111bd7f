"""Separation of duties (law): the writer of a text neither requests its opening nor declares it ready.

The writers are the author of the document and those of the relevant revisions. A reviewer may write an amended
revision, and another reviewer then declares it ready. `database.statute_guard` enforces it independently.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop_app.errors import RuleError
from desktop_app.instruments.consultation.gate import standing
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Actor, Role


def writers_before_the_public(
    session: Session, instrument: Instrument, revision_id: int | None
) -> frozenset[int]:
    """Returns the person ids of the writers of a revision to be published."""
    found = select(Revision.author_id).where(Revision.id == revision_id)
    return _known([instrument.author_id, *session.scalars(found)])


def writers_of_the_outcome(session: Session, instrument: Instrument) -> frozenset[int]:
    """Returns the writers of the outcome: of every revision after the exposed one, or of the last if there is
    none.
    """
    last = select(func.max(Revision.id)).where(Revision.instrument_id == instrument.id).scalar_subquery()
    found = select(Revision.author_id).where(
        Revision.instrument_id == instrument.id,
        or_(Revision.id > (instrument.exposed_revision_id or 0), Revision.id == last),
    )
    return _known([instrument.author_id, *session.scalars(found)])


def must_not_have_written(session: Session, actor: Actor, writers: frozenset[int]) -> None:
    """Raises `RuleError` if the reviewer is one of the writers; with another rule if the office has no other
    reviewer.
    """
    if rule := _refusal(session, actor, writers):
        raise RuleError(rule=rule)


def kept_from_reviewing(session: Session, actor: Actor, instrument: Instrument, today: date) -> str:
    """Returns the rule that prevents a reviewer from the next step, because they wrote the text; empty if none
    does.

    Before publication the last revision is checked, which is usually the one to be exposed.
    """
    if not actor.has(Role.REVIEWER):
        return ""
    status = standing(instrument, today)
    if status is InstrumentStatus.LEGAL_REVIEW and instrument.exposed_revision_id is None:
        last = select(func.max(Revision.id)).where(Revision.instrument_id == instrument.id)
        return _refusal(session, actor, writers_before_the_public(session, instrument, session.scalar(last)))
    if status is InstrumentStatus.REVISING:
        return _refusal(session, actor, writers_of_the_outcome(session, instrument))
    return ""


def _refusal(session: Session, actor: Actor, writers: frozenset[int]) -> str:
    if actor.person_id not in writers:
        return ""
    another = (
        select(PersonRole.id)
        .join(Person, Person.id == PersonRole.person_id)
        .where(PersonRole.role == Role.REVIEWER.value, Person.active.is_(True), Person.id.not_in(writers))
        .limit(1)
    )
    return "reviewer_is_not_the_author" if session.scalar(another) else "another_reviewer_is_needed"


def _known(people: list[int | None]) -> frozenset[int]:
    return frozenset(one for one in people if one is not None)
