"""Registers comments by hand, of callers, letters and visitors, one at a time in the name of the person at work.

The number of a letter is the office's own and can be corrected; the public's words cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import ConflictError, InvalidValueError, RuleError
from desktop_app.instruments.comments.decisions import LONGEST_PROVISION
from desktop_app.instruments.comments.service import (
    AWAITED,
    FINISHED,
    TAKERS,
    NewComment,
    keep_new,
    locked_comment,
)
from desktop_app.instruments.consultation.gate import standing
from desktop_app.instruments.consultation.legal_day import lawful_day
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.model import Instrument
from desktop_app.people.identity import Group
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.dates import short_date, start_of_day
from desktop_app.staff.roles import Actor, Role, told_behalf

#: A comment of a past day has no known time; noon is stored.
_NOON: Final = timedelta(hours=12)
LONGEST_LETTER_NUMBER: Final = 40
LETTER: Final = "letter"
#: The channels of comments without a file, most frequent first.
CHANNELS: Final = ("phone", LETTER, "in_person", "email", "sms", "single_window", "service_desk", "portal")


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """What a person said or wrote.

    `received_on` is a date in Tehran, None: now. `provision` is the label given, empty for the whole text; the
    place is found as for every comment.
    """

    text: str
    #: One of `CHANNELS`.
    channel: str
    received_on: date | None = None
    sender: str = ""
    group: Group = Group.CITIZEN
    provision: str = ""
    quote: str = ""
    #: Only for a letter; several comments may come in one.
    letter_number: str = ""


class CommentRegister:
    """Registers comments by hand."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def write_down(self, actor: Actor, instrument_id: int, given: WrittenDown) -> int:
        """Stores a comment with an event; returns its id.

        Equal comments on one day are separate ones. A comment after the window is stored and marked as late.
        Raises `InvalidValueError`; `RuleError` if the instrument does not accept comments.
        """
        actor.must_be(*TAKERS, act="register")
        for field, words, longest in (
            ("name", given.sender, LONGEST_NAME),
            ("provision", given.provision, LONGEST_PROVISION),
        ):
            if len(words.strip()) > longest:
                raise InvalidValueError(field=field, reason="too_long", value="")
        if given.channel not in CHANNELS:
            raise InvalidValueError(field="channel", reason="unknown", value=given.channel)
        letter = _letter_number(given.letter_number, given.channel)
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            today = lawful_day(self._database, session)
            status = standing(instrument, today)
            # A finished instrument is refused with its own error.
            if status not in AWAITED and status.value not in FINISHED:
                raise RuleError(rule="not_from_this_state")
            now = self._database.now(session)
            day = given.received_on or today
            if day > today:
                raise InvalidValueError(field="received_at", reason="in_future", value=short_date(day))
            comment = NewComment(
                text=given.text.strip(),
                channel=given.channel,
                sender=given.sender.strip(),
                group=given.group.value,
                provision=" ".join(given.provision.split()),
                quote=given.quote.strip(),
                external_id=f"by-hand:{uuid4().hex}",
                received_at=now if day == today else start_of_day(day) + _NOON,
                letter_number=letter,
            )
            [kept] = keep_new(session, instrument, [comment], now)
            record_event(
                session,
                item_type="comment",
                item_id=kept.id,
                at=now,
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="registered",
                before={},
                after={"channel": comment.channel}
                | ({"letter_number": letter} if letter else {})
                | told_behalf(actor.on_behalf_of(lambda who: not who.roles.isdisjoint(TAKERS))),
            )
            return kept.id

    @once
    def correct_letter(self, actor: Actor, comment_id: int, version: int, number: str) -> bool:
        """Corrects the number of a letter, or removes it if empty; returns whether it changed.

        The event has both values. Raises `InvalidValueError`, `ConflictError`; `RuleError` for a hidden comment
        or a finished instrument.
        """
        actor.must_be(Role.REVIEWER, act="decide_comment")
        with self._database.writing() as session:
            comment = locked_comment(session, comment_id)
            if comment.version != version:
                raise ConflictError(item="comment", key=comment_id, theirs="")
            if comment.hidden_reason is not None:
                raise RuleError(rule="comment_is_hidden")
            if session.get_one(Instrument, comment.instrument_id).status in FINISHED:
                raise RuleError(rule="instrument_is_finished")
            before, letter = comment.letter_number, _letter_number(number, comment.channel)
            if letter == before:
                return False
            comment.letter_number = letter
            record_event(
                session,
                item_type="comment",
                item_id=comment_id,
                at=self._database.now(session),
                actor_id=actor.person_id,
                actor_name=actor.name,
                action="letter_corrected",
                before={"letter_number": before},
                after={"letter_number": letter} | actor.told_for(Role.REVIEWER),
            )
            return True


def _letter_number(given: str, channel: str) -> str:
    """Returns the number as it is stored. Raises `InvalidValueError`."""
    letter = " ".join(given.split())
    if len(letter) > LONGEST_LETTER_NUMBER:
        raise InvalidValueError(field="letter_number", reason="too_long", value="")
    if letter and channel != LETTER:
        raise InvalidValueError(field="letter_number", reason="unknown", value=letter)
    return letter
