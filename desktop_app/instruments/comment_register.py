"""Comments that somebody writes down: of a caller, of a letter, of a visitor. One at a time, in their name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError, RuleError
from desktop_app.instruments.comments import (
    AWAITED,
    FINISHED,
    LONGEST_PROVISION,
    TAKERS,
    NewComment,
    keep_new,
)
from desktop_app.instruments.drafting import existing_instrument
from desktop_app.instruments.gate import standing
from desktop_app.instruments.lawful import lawful_day
from desktop_app.people.identity import Group
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.dates import short_date, start_of_day
from desktop_app.staff.roles import Actor, told_behalf

#: A day that is gone has no moment that anybody knows: what came on it stands at noon.
_NOON: Final = timedelta(hours=12)
LONGEST_LETTER_NUMBER: Final = 40
LETTER: Final = "letter"
#: How comments come that no file brings, the commonest first.
CHANNELS: Final = ("phone", LETTER, "in_person", "email", "sms", "single_window", "service_desk", "portal")


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """What a person said or wrote; `received_on` is a day in Tehran, None: now. `provision` as it was named, empty
    for the whole; where it belongs is found as for every comment."""

    text: str
    #: One of `CHANNELS`.
    channel: str
    received_on: date | None = None
    sender: str = ""
    group: Group = Group.CITIZEN
    provision: str = ""
    quote: str = ""
    #: Of a letter only, as it stands there; several comments may come in one.
    letter_number: str = ""


class CommentRegister:
    """Takes in what comes without a file."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @once
    def write_down(self, actor: Actor, instrument_id: int, given: WrittenDown) -> int:
        """Keeps a comment, and in the history who wrote it down; returns its id. Two people who say the same on one
        day are two. One that came after the window is kept, and read as late.

        Raises `InvalidValueError`; `RuleError` where no comments are awaited.
        """
        actor.must_be(*TAKERS, act="register")
        for field, words, longest in (
            ("name", given.sender, LONGEST_NAME),
            ("provision", given.provision, LONGEST_PROVISION),
            ("letter_number", given.letter_number, LONGEST_LETTER_NUMBER),
        ):
            if len(words.strip()) > longest:
                raise InvalidValueError(field=field, reason="too_long", value="")
        if given.channel not in CHANNELS:
            raise InvalidValueError(field="channel", reason="unknown", value=given.channel)
        letter = " ".join(given.letter_number.split())
        if letter and given.channel != LETTER:
            raise InvalidValueError(field="letter_number", reason="unknown", value=letter)
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id, lock=True)
            today = lawful_day(self._database, session)
            status = standing(instrument, today)
            # What is finished says so itself.
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
