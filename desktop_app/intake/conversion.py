"""Converts a petition to a comment on an open draft and back, and a comment to a petition.

Both records are kept. The petition is closed as a comment and keeps its tracking code; the comment keeps the
external id or the text by which duplicates are found. So importing the same thing again, as a petition or as a
comment, adds nothing. The audit log of each record refers to the other. Undoing a conversion does not delete
the comment, because nothing that the public submits to a consultation is deleted. The comment is marked as out
of scope: it is handled as a petition.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, RuleError
from desktop_app.instruments.comments.service import TAKERS, NewComment, identity_key, keep_new
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from desktop_app.intake.conversion_acts import FROM_COMMENT, INTO_COMMENT, OUT_OF_COMMENT, TURNED, TURNED_BACK
from desktop_app.languages import PERSIAN, in_language
from desktop_app.people.identity import mobile_in
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.conflicts import as_seen, do_one, last_event, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, load_detail, standing_of
from desktop_app.petitions.follow_ups.auto_intake import Came, take_in
from desktop_app.petitions.identities import Identifiers, read_identities
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.moves import on_behalf_of, refusal
from desktop_app.petitions.outbox.announcing import (
    messages_of_move,
    tell_how_it_stands,
)
from desktop_app.petitions.registration.register import NewPetition, check
from desktop_app.petitions.registration.reservations import REGISTRARS
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor, told_behalf
from desktop_app.wording import translate


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """A draft that accepts comments now, until the end of a day in Tehran."""

    id: int
    code: str
    title: str
    closes_on: date | None


@dataclass(frozen=True, slots=True)
class Turned:
    """The result of a conversion: the current petition, and its comment."""

    petition: PetitionDetail
    comment_id: int
    instrument_id: int


class Conversion:
    """Converts between petitions and comments; each act is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def offered(self) -> tuple[OpenDraft, ...]:
        """Returns the drafts that are open now, by closing date, ascending."""
        with self._database.reading() as session:
            today = tehran_day(self._database.about_now(session))
            rows = session.scalars(select(Instrument).where(Instrument.status == InstrumentStatus.OPEN.value))
            found = [
                OpenDraft(row.id, row.code, row.title, row.closes_on) for row in rows if _open(row, today)
            ]
        return tuple(sorted(found, key=lambda row: (row.closes_on or date.max, row.id)))

    @once
    def into_comment(self, actor: Actor, petition_id: int, version: int, instrument_id: int) -> Turned:
        """Closes a petition as a comment on an open draft.

        Raises `RuleError` for a draft that is not open any more, and where this person may not close the
        petition; `ConflictError`, `NotPermittedError`.
        """
        actor.must_be(*TAKERS, act="take_in")
        identifiers = read_identities(self._database, actor, [petition_id]).get(petition_id, Identifiers())
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            petition = as_seen(session, petition_id, version)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if not _open(instrument, tehran_day(now)):
                raise RuleError(rule="draft_is_not_open")
            if petition.masked_at is not None:
                raise RuleError(rule="words_are_masked")
            status = standing_of(session, petition)
            refused = refusal(Move.CLOSE, status, actor)
            if refused is not None:
                raise RuleError(rule=refused)
            behalf = told_behalf(on_behalf_of(Move.CLOSE, status, actor))
            comment = self._store_comment(session, actor, instrument, petition, identifiers, now)
            # Record the event of the comment first: the database does not close a petition as a comment
            # without it.
            code = {"tracking_code": petition.tracking_code, **behalf}
            self._note(session, actor, "comment", comment, now, TURNED, {}, code)
            words = f"{instrument.code} {instrument.title}"
            given = {"comment_id": comment, "instrument_id": instrument.id}
            messages = messages_of_move(
                session, Move.CLOSE, [petition.id], now, outcome=Outcome.COMMENTED.value
            )
            item = Item(petition.id, version, words, given)
            seen = do_one(session, INTO_COMMENT, actor, item, {"messages": messages}, now)
            mark_seen(session, actor, petition.id, seen)
            session.expire_all()
            return Turned(load_detail(session, actor, petition.id), comment, instrument.id)

    @once
    def back(self, actor: Actor, petition_id: int, version: int) -> Turned:
        """Undoes the last conversion by the same person: restores the petition and marks the comment as out of scope.

        Raises `RuleError` where there are later events or the comment is decided; `ConflictError`.
        """
        with self._database.writing() as session:
            petition = as_seen(session, petition_id, version, untouched=True)
            last = last_event(session, petition_id)
            now = self._database.now(session)
            actor = acting_on(session, actor, tehran_day(now))
            if last is None or last.action != TURNED or last.actor_id != actor.person_id:
                raise RuleError(rule="nothing_to_undo")
            number = int(last.after["comment_id"])
            comment = session.get(PublicComment, number)
            if comment is None:
                raise NotFoundError(item="comment", key=number)
            if comment.disposition is not None:
                raise RuleError(rule="comment_is_decided")
            seen = do_one(session, OUT_OF_COMMENT, actor, Item(petition_id, version), None, now)
            tell_how_it_stands(session, [last], now)
            code = {"tracking_code": petition.tracking_code}
            self._note(session, actor, "comment", number, now, TURNED_BACK, {}, code)
            self._set_out_of_scope(session, actor, petition, comment, now, out_of_scope=True)
            session.flush()
            mark_seen(session, actor, petition_id, seen)
            session.expire_all()
            return Turned(load_detail(session, actor, petition.id), number, comment.instrument_id)

    @once
    def into_petition(self, actor: Actor, comment_id: int, kind: Kind) -> Came:
        """Registers a comment as a petition too, or returns the petition that exists already.

        The reviewer of the comment sees that in its history and decides whether it still counts as a comment.
        Raises `NotPermittedError`, `RuleError` for a hidden comment.
        """
        actor.must_be(*REGISTRARS, act="register")
        with self._database.writing() as session:
            comment = session.get(PublicComment, comment_id)
            if comment is None:
                raise NotFoundError(item="comment", key=comment_id)
            if comment.hidden_reason is not None:
                raise RuleError(rule="comment_is_hidden")
            now = self._database.now(session)
            title = (
                session.scalar(select(Instrument.title).where(Instrument.id == comment.instrument_id)) or ""
            )
            petition = _petition_of(comment, kind, title)
            check(petition)
            [result] = take_in(session, actor, [petition], now)
            if result.registered is not None:
                code = {"tracking_code": result.registered.tracking_code} | actor.told_for(*REGISTRARS)
                self._note(session, actor, "comment", comment_id, now, "became_petition", {}, code)
                item = Item(result.registered.id, given={"comment_id": comment_id})
                seen = do_one(session, FROM_COMMENT, actor, item, None, now)
                mark_seen(session, actor, item.id, seen)
            return result

    def _store_comment(
        self,
        session: Session,
        actor: Actor,
        instrument: Instrument,
        petition: Petition,
        identifiers: Identifiers,
        now: datetime,
    ) -> int:
        """Returns the id of the comment with the text of the petition, which is stored if it is new."""
        comment = _comment_of(session, petition, identifiers)
        stored = keep_new(session, instrument, [comment], now)
        if stored:
            return stored[0].id
        found = session.scalars(
            select(PublicComment).where(
                PublicComment.instrument_id == instrument.id,
                PublicComment.identity_key == identity_key(comment),
            )
        ).one()
        if found.decided_by_id == actor.person_id and found.reason == _out_of_scope_reason():
            self._set_out_of_scope(session, actor, petition, found, now, out_of_scope=False)
        return found.id

    def _set_out_of_scope(
        self,
        session: Session,
        actor: Actor,
        petition: Petition,
        comment: PublicComment,
        now: datetime,
        *,
        out_of_scope: bool,
    ) -> None:
        """Marks a comment as out of scope, or as undecided again.

        On PostgreSQL a database function does it, because the person who converts is often no reviewer.
        """
        if not self._database.is_sqlite:
            session.flush()
            asked = {
                "comment": comment.id, "petition": petition.id, "aside": out_of_scope,
                "reason": _out_of_scope_reason(), "actor_id": actor.person_id, "actor": actor.name,
                "at": now.isoformat(),
            }  # fmt: skip
            session.execute(
                text("SELECT app.put_comment_aside(CAST(:asked AS jsonb))"),
                {"asked": json.dumps(asked, ensure_ascii=False)},
            )
            session.expire(comment)
            return
        comment.disposition = Disposition.OUT_OF_SCOPE.value if out_of_scope else None
        comment.reason = _out_of_scope_reason() if out_of_scope else ""
        comment.decided_by = actor.name if out_of_scope else ""
        comment.decided_by_id = actor.person_id if out_of_scope else None
        comment.decided_at = now if out_of_scope else None

    def _note(
        self,
        session: Session,
        actor: Actor,
        item_type: str,
        item_id: int,
        now: datetime,
        action: str,
        before: dict[str, Any],
        after: Mapping[str, Any],
        words: str = "",
    ) -> None:
        record_event(
            session,
            item_type=item_type,
            item_id=item_id,
            at=now,
            actor_id=actor.person_id,
            actor_name=actor.name,
            action=action,
            before=before,
            after=dict(after),
            text=words,
        )


def _out_of_scope_reason() -> str:
    """The published reason: always Persian, whatever the language of the interface."""
    return in_language(PERSIAN, lambda: translate("Turning", "It is dealt with as a petition."))


def _open(instrument: Instrument, today: date) -> bool:
    ends = instrument.closes_on
    return instrument.status == InstrumentStatus.OPEN.value and (ends is None or today <= ends)


def _comment_of(session: Session, petition: Petition, identifiers: Identifiers) -> NewComment:
    """Builds a comment as an import of comments would."""
    person = petition.petitioner
    body = session.scalar(select(PetitionText.body).where(PetitionText.petition_id == petition.id)) or ""
    sender = petition.petitioner_name or identifiers.mobile or identifiers.email
    by_letter = petition.channel == Channel.LETTER
    return NewComment(
        text=body,
        channel=petition.channel,
        sender=sender,
        group=person.group if person is not None else "citizen",
        external_id=petition.external_id,
        received_at=petition.received_at,
        letter_number=(petition.letter_number or "") if by_letter else "",
    )


def _petition_of(comment: PublicComment, kind: Kind, title: str) -> NewPetition:
    """Builds a petition as an import of petitions would; a sender without a name is a phone number or an address."""
    sender = comment.sender
    # Other numbers (landlines, gateways) are stored as the name of the sender.
    mobile = mobile_in(sender)
    if mobile is not None:
        sender = ""
    email = sender if "@" in sender else None
    return NewPetition(
        kind=kind,
        channel=Channel(comment.channel),
        text=comment.text,
        contact=Contact(name="" if email else sender, mobile=mobile, email=email, group=comment.group),
        external_id=comment.external_id,
        received_at=comment.received_at,
        about=title[:200],
        letter_number=comment.letter_number or None,
    )
