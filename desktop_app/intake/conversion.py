"""Converts a petition to a comment on an open draft and back, and a comment to a petition.

Both records are kept. The petition is closed as a comment and keeps its tracking code; the comment keeps the
external id or the text by which duplicates are found. So importing the same thing again, as a petition or as a
comment, adds nothing. The audit log of each record refers to the other. Undoing a conversion does not delete
the comment, because nothing that the public submits to a consultation is deleted. The comment is marked as out
of scope: it is handled as a petition.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import NotFoundError, RuleError
from desktop_app.instruments.comments.acting import do_one as do_on_comment
from desktop_app.instruments.comments.acts.predicates import TAKERS
from desktop_app.instruments.comments.moderation import read_sender
from desktop_app.instruments.comments.service import NewComment, comments_there, identity_key, take_in_new
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.intake.conversion_acts import (
    COMMENT_OF_PETITION,
    COMMENT_SET_ASIDE,
    FROM_COMMENT,
    INTO_COMMENT,
    OUT_OF_COMMENT,
    PETITION_OF_COMMENT,
    TURNED,
)
from desktop_app.languages import PERSIAN, in_language
from desktop_app.people.asking import ask_about
from desktop_app.people.identity import mobile_in
from desktop_app.people.petitioners import Contact
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.desk.conflicts import as_seen, do_one, last_event, mark_seen
from desktop_app.petitions.desk.detail import PetitionDetail, load_detail, standing_of
from desktop_app.petitions.follow_ups.auto_intake import Came, take_in
from desktop_app.petitions.identities import Identifiers, read_identities
from desktop_app.petitions.model import Petition, PetitionText
from desktop_app.petitions.moves import refusal
from desktop_app.petitions.outbox.announcing import (
    messages_of_move,
    tell_how_it_stands,
)
from desktop_app.petitions.registration.register import NewPetition, asked_words, check
from desktop_app.petitions.registration.reservations import REGISTRARS
from desktop_app.petitions.vocabulary import Channel, Kind, Move, Outcome
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.roles import Actor
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
            instrument = existing_instrument(session, instrument_id)
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
            comment = self._store_comment(session, actor, instrument, petition, identifiers, now)
            # Record the event of the comment first: the database does not close a petition as a comment
            # without it.
            turned = Item(comment, given={"petition_id": petition_id})
            do_on_comment(session, COMMENT_OF_PETITION, actor, turned, now, errors={})
            words = f"{instrument.code} {instrument.title}"
            given = {"comment_id": comment, "instrument_id": instrument_id}
            messages = messages_of_move(
                session, Move.CLOSE, [petition_id], now, outcome=Outcome.COMMENTED.value
            )
            item = Item(petition_id, version, words, given)
            seen = do_one(session, INTO_COMMENT, actor, item, {"messages": messages}, now)
            mark_seen(session, actor, petition_id, seen)
            session.expire_all()
            return Turned(load_detail(session, actor, petition_id), comment, instrument_id)

    @once
    def back(self, actor: Actor, petition_id: int, version: int) -> Turned:
        """Undoes the last conversion by the same person: restores the petition and marks the comment as out of scope.

        Raises `RuleError` where there are later events or the comment is decided; `ConflictError`.
        """
        with self._database.writing() as session:
            as_seen(session, petition_id, version, untouched=True)
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
            given = {"petition_id": petition_id, "reason": _out_of_scope_reason()}
            do_on_comment(session, COMMENT_SET_ASIDE, actor, Item(number, given=given), now, errors={})
            mark_seen(session, actor, petition_id, seen)
            session.expire_all()
            return Turned(load_detail(session, actor, petition_id), number, comment.instrument_id)

    @once
    def into_petition(self, actor: Actor, comment_id: int, kind: Kind) -> Came:
        """Registers a comment as a petition too, or returns the petition that exists already.

        The reviewer of the comment sees that in its history and decides whether it still counts as a comment.
        Raises `NotPermittedError`, `RuleError` for a hidden comment.
        """
        actor.must_be(*REGISTRARS, act="register")
        sender = read_sender(self._database, actor, comment_id)
        with self._database.reading() as session:
            petition = _petition_in(session, comment_id, sender, kind)
        ask_about(self._database, asked_words([petition]))
        with self._database.writing() as session:
            petition = _petition_in(session, comment_id, sender, kind)
            now = self._database.now(session)
            check(petition)
            [result] = take_in(session, actor, [petition], now)
            if result.registered is not None:
                became = Item(comment_id, given={"petition_id": result.registered.id})
                do_on_comment(session, PETITION_OF_COMMENT, actor, became, now, errors={})
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
        take_in_new(session, actor, instrument.id, [comment], now)
        key = identity_key(comment)
        return comments_there(session, instrument.id, [key])[key]


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


def _petition_in(session: Session, comment_id: int, sender: str, kind: Kind) -> NewPetition:
    """Builds a petition from a comment. Raises `NotFoundError`, `RuleError` for a hidden comment."""
    comment = session.get(PublicComment, comment_id)
    if comment is None:
        raise NotFoundError(item="comment", key=comment_id)
    if comment.hidden_reason is not None:
        raise RuleError(rule="comment_is_hidden")
    title = session.scalar(select(Instrument.title).where(Instrument.id == comment.instrument_id)) or ""
    return _petition_of(comment, sender, kind, title)


def _petition_of(comment: PublicComment, sender: str, kind: Kind, title: str) -> NewPetition:
    """Builds a petition as an import of petitions would; a sender without a name is a phone number or an address."""
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
