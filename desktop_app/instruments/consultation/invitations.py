"""Invitations of experts and stakeholders to a consultation, and their answers (strategy document S7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, NotFoundError, RuleError
from desktop_app.instruments.consultation.gate import standing
from desktop_app.instruments.consultation.legal_day import day_of_act
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, Invitation, PublicComment
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.people.experts import KEEPERS, ExpertRow, expert_row
from desktop_app.people.model import Expert
from desktop_app.persian.text import fold
from desktop_app.staff.roles import Actor, told_behalf

#: Before these states there is no text to comment on; after them an answer would be late.
_INVITING: Final = frozenset({InstrumentStatus.LEGAL_REVIEW, InstrumentStatus.OPEN})


class InvitationAnswer(StrEnum):
    """The answer of an invited person, as noted by the office."""

    NONE = ""
    ANSWERED = "answered"
    DECLINED = "declined"


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
        actor.must_be(*KEEPERS, act="invite")
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            if standing(instrument, day_of_act(self._database, session)) not in _INVITING:
                raise RuleError(rule="not_from_this_state")
            known = set(
                session.scalars(select(Invitation.expert_id).where(Invitation.instrument_id == instrument_id))
            )
            now = self._database.now(session)
            new = [one for one in dict.fromkeys(experts) if one not in known]
            for expert_id in new:
                expert = session.get(Expert, expert_id)
                if expert is None or not expert.active:
                    raise NotFoundError(item="expert", key=expert_id)
                session.add(
                    Invitation(
                        instrument_id=instrument_id,
                        expert_id=expert_id,
                        invited_at=now,
                        invited_by_id=actor.person_id,
                        invited_by=actor.name,
                    )
                )
            if new:
                self._note(session, actor, instrument, "invited", {}, {"count": len(new)})
            return len(new)

    @once
    def take_back(self, actor: Actor, instrument_id: int, experts: Collection[int]) -> int:
        """Deletes unanswered invitations; returns their number."""
        actor.must_be(*KEEPERS, act="invite")
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            found = session.scalars(
                select(Invitation).where(
                    Invitation.instrument_id == instrument_id,
                    Invitation.expert_id.in_(sorted(set(experts))),
                    Invitation.answer == "",
                )
            ).all()
            for invitation in found:
                session.delete(invitation)
            if found:
                self._note(session, actor, instrument, "invitation_taken_back", {"count": len(found)}, {})
            return len(found)

    @once
    def note_answer(
        self, actor: Actor, invitation_id: int, version: int, answer: InvitationAnswer
    ) -> InvitationRow:
        """Notes that an invited person answered, declined, or neither. Raises `NotFoundError`, `ConflictError`."""
        actor.must_be(*KEEPERS, act="invite")
        with self._database.writing() as session:
            invitation = session.get(Invitation, invitation_id)
            if invitation is None:
                raise NotFoundError(item="invitation", key=invitation_id)
            if invitation.version != version:
                raise ConflictError(item="invitation", key=invitation_id)
            instrument = existing_instrument(session, invitation.instrument_id)
            before = invitation.answer
            invitation.answer = answer.value
            invitation.answered_at = self._database.now(session) if answer else None
            name = session.get_one(Expert, invitation.expert_id).name
            details: dict[str, object] = {"answer": answer.value, "name": name}
            self._note(session, actor, instrument, "invitation_answered", {"answer": before}, details)
            session.flush()
            return next(row for row in invited_to(session, instrument.id) if row.id == invitation_id)

    def _note(
        self,
        session: Session,
        actor: Actor,
        instrument: Instrument,
        action: str,
        before: dict[str, object],
        after: dict[str, object],
    ) -> None:
        behalf = told_behalf(actor.on_behalf_of(lambda who: any(who.has(role) for role in KEEPERS)))
        record_event(
            session,
            item_type="instrument",
            item_id=instrument.id,
            at=self._database.now(session),
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=after | behalf,
        )


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
