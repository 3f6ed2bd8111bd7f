"""Invitations of experts and stakeholders to a consultation, and their answers (strategy document S7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import AppError, ConflictError, NotFoundError, NotPermittedError, RuleError
from desktop_app.instruments.acts.inviting import INVITATION_ANSWERED, INVITATION_TAKEN_BACK, INVITED
from desktop_app.instruments.consultation.legal_day import day_of_act
from desktop_app.instruments.drafting.performing import do_step
from desktop_app.instruments.model import Invitation, PublicComment
from desktop_app.instruments.vocabulary import InvitationAnswer
from desktop_app.people.experts import KEEPERS, ExpertRow, expert_row
from desktop_app.people.model import Expert
from desktop_app.persian.text import fold
from desktop_app.staff.roles import Actor


@dataclass(frozen=True, slots=True)
class InvitationRow:
    """An invited expert. `comments` counts those with the same folded sender name: an indication, not a proof."""

    id: int
    version: int
    expert: ExpertRow
    invited_at: datetime
    invited_by: str
    answer: InvitationAnswer
    comments: int

    @property
    def has_answered(self) -> bool:
        return self.answer is InvitationAnswer.ANSWERED or (
            self.answer is InvitationAnswer.NONE and self.comments > 0
        )


class Invitations:
    """The use cases of inviting."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, instrument_id: int) -> tuple[InvitationRow, ...]:
        """Returns the people invited to an instrument, by name in Persian order."""
        with self._database.reading() as session:
            return invited_to(session, instrument_id)

    @once
    def invite(self, actor: Actor, instrument_id: int, experts: Collection[int]) -> int:
        """Invites experts who are not invited yet; returns their number.

        Raises `RuleError` if the instrument is neither before the public nor in legal review, `NotFoundError`
        for an expert who is not in the register.
        """
        with self._database.writing() as session:
            day_of_act(self._database, session)
            return self._count(session, actor, INVITED, instrument_id, experts)

    @once
    def take_back(self, actor: Actor, instrument_id: int, experts: Collection[int]) -> int:
        """Deletes unanswered invitations; returns their number."""
        with self._database.writing() as session:
            return self._count(session, actor, INVITATION_TAKEN_BACK, instrument_id, experts)

    @once
    def note_answer(
        self, actor: Actor, invitation_id: int, version: int, answer: InvitationAnswer
    ) -> InvitationRow:
        """Notes that an invited person answered, declined, or neither. Raises `NotFoundError`, `ConflictError`."""
        with self._database.writing() as session:
            invitation = session.get(Invitation, invitation_id)
            if invitation is None:
                raise NotFoundError(item="invitation", key=invitation_id)
            instrument_id = invitation.instrument_id
            given = {"invitation_id": invitation_id, "invitation_version": version, "answer": answer.value}
            refusals = _REFUSALS | {"conflict": ConflictError(item="invitation", key=invitation_id)}
            do_step(
                session,
                self._database,
                actor,
                INVITATION_ANSWERED,
                instrument_id,
                given=given,
                refusals=refusals,
            )
            return next(row for row in invited_to(session, instrument_id) if row.id == invitation_id)

    def _count(
        self, session: Session, actor: Actor, act: Act, instrument_id: int, experts: Collection[int]
    ) -> int:
        """Performs an act on the invitations of experts; returns how many invitations it made or deleted."""
        known = set(session.scalars(select(Expert.id).where(Expert.id.in_(experts), Expert.active)))
        unknown = set(experts) - known
        before = _number(session, instrument_id)
        refusals = _REFUSALS | {
            "not_there_any_more": NotFoundError(item="expert", key=min(unknown, default=0))
        }
        given = {"experts": sorted(set(experts))}
        try:
            do_step(session, self._database, actor, act, instrument_id, given=given, refusals=refusals)
        except RuleError as error:
            if error.parameters["rule"] == "nobody_new":
                return 0
            raise
        return abs(_number(session, instrument_id) - before)


_REFUSALS: Final[dict[str, AppError]] = {
    "not_your_role": NotPermittedError(act="invite", who_may=",".join(KEEPERS))
}


def _number(session: Session, instrument_id: int) -> int:
    found = select(func.count()).where(Invitation.instrument_id == instrument_id)
    return session.scalar(found) or 0


def invited_to(session: Session, instrument_id: int) -> tuple[InvitationRow, ...]:
    """Returns the invited people, inside the caller's transaction."""
    found = session.execute(
        select(Invitation, Expert)
        .join(Expert, Expert.id == Invitation.expert_id)
        .where(Invitation.instrument_id == instrument_id)
        .order_by(Expert.name_key, Expert.id)
    ).all()
    if not found:
        return ()
    senders = session.scalars(
        select(PublicComment.sender).where(
            PublicComment.instrument_id == instrument_id, PublicComment.sender != ""
        )
    )
    heard = Counter(fold(sender) for sender in senders)
    return tuple(
        InvitationRow(
            invitation.id,
            invitation.version,
            expert_row(expert),
            invitation.invited_at,
            invitation.invited_by,
            InvitationAnswer(invitation.answer),
            heard[fold(expert.name)],
        )
        for invitation, expert in found
    )
