"""The conditions of a draft's next step, one by one, and what a person may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, func, select, text
from sqlalchemy.orm import Session

from desktop_app.database.summed_over import stands_on
from desktop_app.errors import RuleError
from desktop_app.instruments.comments.place_model import CommentPlace
from desktop_app.instruments.model import ConsultationReport, Instrument, PublicComment, Revision
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus, Track
from desktop_app.staff.roles import Actor, Role

_OVER: Final = frozenset(
    {InstrumentStatus.PROMULGATED, InstrumentStatus.SUBMITTED, InstrumentStatus.WITHDRAWN}
)
_ACCEPTED: Final = (Disposition.ACCEPTED.value, Disposition.PARTLY_ACCEPTED.value)


class Publishing(StrEnum):
    """Where a draft is published (strategy document S1, S3)."""

    PORTAL = "portal"
    SINGLE_WINDOW = "single_window"


class InstrumentAction(StrEnum):
    """What a person may do with an instrument in progress; each is a use case of `life_cycle.Life`."""

    ASK_TO_OPEN = "ask_to_open"
    OPEN = "open"
    DECLINE = "decline"
    EXTEND = "extend"
    START_REVISING = "start_revising"
    SUM_UP = "sum_up"
    MAKE_READY = "make_ready"
    FINISH = "finish"
    WITHDRAW = "withdraw"
    TAKE_UP_AGAIN = "take_up_again"


@dataclass(frozen=True, slots=True)
class GatePoint:
    """A condition of the next step; `rule` is a key of wording's rule table, `missing` how many are still
    missing.
    """

    rule: str
    holds: bool
    missing: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """The conditions of the next step, in order; `leads_to` is None if the next step has no gate."""

    leads_to: InstrumentStatus | None
    points: tuple[GatePoint, ...] = ()

    @property
    def is_open(self) -> bool:
        return self.leads_to is not None and all(point.holds for point in self.points)

    def must_be_open(self) -> None:
        """Raises `RuleError` for the first condition that is not fulfilled."""
        for point in self.points:
            if not point.holds:
                raise RuleError(rule=point.rule, count=point.missing)


def standing(instrument: Instrument, today: date) -> InstrumentStatus:
    """Returns the status of an instrument on a day in Tehran: a window closes by time alone, without a write."""
    status = InstrumentStatus(instrument.status)
    if status is InstrumentStatus.OPEN and instrument.closes_on is not None and today > instrument.closes_on:
        return InstrumentStatus.CLOSED
    return status


def steps_of(
    actor: Actor, instrument: Instrument, today: date, *, wrote_it: bool
) -> frozenset[InstrumentAction]:
    """Returns what the person may do by role, status and separation of duties; `Gate` shows what is still
    missing.

    `wrote_it`: the person wrote the current text, see `separation_of_duties`.
    """
    status = standing(instrument, today)
    reviews, manages = actor.has(Role.REVIEWER), actor.has(Role.MANAGER, instrument.unit_id)
    asked = instrument.exposed_revision_id is not None
    own_request = actor.person_id == instrument.asked_by_id
    found = {
        InstrumentAction.ASK_TO_OPEN: status is InstrumentStatus.LEGAL_REVIEW
        and reviews
        and not wrote_it
        and not asked,
        InstrumentAction.OPEN: status is InstrumentStatus.LEGAL_REVIEW
        and asked
        and manages
        and not own_request,
        InstrumentAction.DECLINE: status is InstrumentStatus.LEGAL_REVIEW
        and asked
        and (manages or own_request),
        InstrumentAction.EXTEND: status is InstrumentStatus.OPEN and manages,
        InstrumentAction.START_REVISING: status is InstrumentStatus.CLOSED and reviews,
        InstrumentAction.SUM_UP: status in {InstrumentStatus.REVISING, InstrumentStatus.READY} and reviews,
        InstrumentAction.MAKE_READY: status is InstrumentStatus.REVISING and reviews and not wrote_it,
        InstrumentAction.FINISH: status is InstrumentStatus.READY and manages,
        InstrumentAction.WITHDRAW: status not in _OVER and manages,
        InstrumentAction.TAKE_UP_AGAIN: status is InstrumentStatus.WITHDRAWN and manages,
    }
    return frozenset(step for step, may in found.items() if may)


#: The second reader of rejections is settled before anybody can have read one.
SETTLED_BEFORE: Final = frozenset({InstrumentStatus.DRAFTING.value, InstrumentStatus.LEGAL_REVIEW.value})


def settles_second_reader(actor: Actor, instrument: Instrument) -> bool:
    """Whether the person may decide if rejections need a second reader, while that is not settled."""
    is_author = actor.person_id is not None and actor.person_id == instrument.author_id
    return is_author or actor.has(Role.REVIEWER) or actor.has(Role.MANAGER, instrument.unit_id)


def gate_of(session: Session, instrument: Instrument, today: date) -> Gate:
    """Returns the gate of an instrument in its present state in the session."""
    status = standing(instrument, today)
    if status in {InstrumentStatus.OPEN, InstrumentStatus.CLOSED}:
        over = GatePoint("window_still_open", status is InstrumentStatus.CLOSED)
        return Gate(InstrumentStatus.REVISING, (over,))
    if status is InstrumentStatus.REVISING:
        return Gate(
            InstrumentStatus.READY, (*_decided(session, instrument), *_summed_up(session, instrument))
        )
    if status is InstrumentStatus.READY:
        finish = (
            InstrumentStatus.PROMULGATED if instrument.track == Track.A.value else InstrumentStatus.SUBMITTED
        )
        not_carried = _count(
            session,
            instrument,
            PublicComment.disposition.in_(_ACCEPTED),
            PublicComment.carried_revision_id.is_(None) | (PublicComment.carried_provision == ""),
        )
        undecided = _count(session, instrument, undecided_where(instrument.second_reader))
        return Gate(
            finish,
            (
                GatePoint("every_comment_is_decided", undecided == 0, undecided),
                GatePoint("accepted_is_carried", not_carried == 0, not_carried),
                *_summed_up(session, instrument),
            ),
        )
    return Gate(None)


def _decided(session: Session, instrument: Instrument) -> tuple[GatePoint, ...]:
    undecided = _count(session, instrument, undecided_where(instrument.second_reader))
    newer = session.scalar(
        select(func.count()).where(
            Revision.instrument_id == instrument.id, Revision.id > (instrument.exposed_revision_id or 0)
        )
    )
    return (
        GatePoint("every_comment_is_decided", undecided == 0, undecided),
        GatePoint("newer_revision_or_reason", bool(newer) or bool(instrument.no_change_reason.strip())),
    )


def undecided_where(second_reader: bool | ColumnElement[bool]) -> ColumnElement[bool]:
    """Returns the condition for comments without a valid decision.

    That is no decision at all, or a rejection that the second reader has not confirmed, if the instrument
    requires one.
    """
    unconfirmed = (PublicComment.disposition == Disposition.REJECTED.value) & (
        PublicComment.confirmed_by_id.is_(None)
    )
    if isinstance(second_reader, bool):
        missing = PublicComment.disposition.is_(None)
        return missing | unconfirmed if second_reader else missing
    return PublicComment.disposition.is_(None) | (second_reader & unconfirmed)


def _summed_up(session: Session, instrument: Instrument) -> tuple[GatePoint, ...]:
    # Without its content, which holds every comment.
    report = session.execute(
        select(ConsultationReport.revision_id, ConsultationReport.made_at, ConsultationReport.stands_on)
        .where(ConsultationReport.instrument_id == instrument.id)
        .order_by(ConsultationReport.number.desc())
        .limit(1)
    ).first()
    last = session.scalar(select(func.max(Revision.id)).where(Revision.instrument_id == instrument.id))
    holds = report is not None and report.revision_id == last
    if holds and report is not None:
        later = (
            (PublicComment.decided_at > report.made_at)
            | (PublicComment.taken_in_at > report.made_at)
            | (PublicComment.hidden_at > report.made_at)
        )
        placed_later = select(CommentPlace.comment_id).where(CommentPlace.chosen_at > report.made_at)
        holds = _count(session, instrument, later | PublicComment.id.in_(placed_later)) == 0
        holds = holds and report.stands_on == stands_now(session, instrument, report.revision_id)
    return (GatePoint("summing_up_is_needed", holds),)


def stands_now(session: Session, instrument: Instrument, revision_id: int) -> str:
    """Returns the present basis of a summing-up over that last revision, beside the decisions: see
    `database.summed_over`.
    """
    over = stands_on(
        sqlite=session.get_bind().dialect.name == "sqlite",
        instrument=":instrument", exposed=":exposed", revision=":revision",
    )  # fmt: skip
    values = {
        "instrument": instrument.id, "exposed": instrument.exposed_revision_id, "revision": revision_id,
    }  # fmt: skip
    return str(session.execute(text(f"SELECT {over}"), values).scalar_one())


def _count(session: Session, instrument: Instrument, *conditions: ColumnElement[bool]) -> int:
    found = select(func.count()).where(PublicComment.instrument_id == instrument.id, *conditions)
    return session.scalar(found) or 0
