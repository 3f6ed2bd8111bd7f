"""Registers comments by hand, of callers, letters and visitors, one at a time in the name of the person at work.

The number of a letter is the office's own and can be corrected; the public's words cannot.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import uuid4

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError
from desktop_app.instruments.comments.acting import OF_DECISION, denied, do_each, do_one, error_of, invalid
from desktop_app.instruments.comments.acts.arrival import REGISTERED
from desktop_app.instruments.comments.acts.predicates import TAKERS
from desktop_app.instruments.comments.acts.triage import LETTER_CORRECTED
from desktop_app.instruments.comments.places import found_places
from desktop_app.instruments.comments.service import NewComment, identity_key, words_of
from desktop_app.instruments.consultation.legal_day import lawful_day
from desktop_app.instruments.drafting.service import existing_instrument
from desktop_app.instruments.vocabulary import LONGEST_PROVISION
from desktop_app.people.identity import Group, identifies
from desktop_app.people.model import LONGEST_NAME
from desktop_app.persian.dates import short_date, start_of_day
from desktop_app.staff.roles import Actor

#: A comment of a past day has no known time; noon is stored.
_NOON: Final = timedelta(hours=12)
LONGEST_LETTER_NUMBER: Final = 40
#: The rule that refuses a correction that changes nothing.
_NO_LETTER: Final = "only_a_letter_has_a_number"
_SO_ALREADY: Final = "so_already"


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
        for field, words, longest in (
            ("name", given.sender, LONGEST_NAME),
            ("provision", given.provision, LONGEST_PROVISION),
        ):
            if len(words.strip()) > longest:
                raise InvalidValueError(field=field, reason="too_long", value="")
        with self._database.writing() as session:
            instrument = existing_instrument(session, instrument_id)
            today, now = lawful_day(self._database, session), self._database.now(session)
            day = given.received_on or today
            comment = NewComment(
                text=given.text.strip(),
                channel=given.channel,
                sender=given.sender.strip(),
                group=given.group.value,
                provision=" ".join(given.provision.split()),
                quote=given.quote.strip(),
                external_id=f"by-hand:{uuid4().hex}",
                received_at=None if day == today else start_of_day(day) + _NOON,
                letter_number=_letter_number(given.letter_number),
            )
            columns = words_of(session, identity_key(comment), comment) | {"instrument_id": instrument_id}
            rows = {
                "place": [{"item": 0, **place} for place in found_places(session, instrument, [comment])],
                "whole_sender": [{"item": 0, "sender": comment.sender}] if identifies(comment.sender) else [],
            }
            errors = denied("register", *TAKERS) | {
                "in_future": InvalidValueError(
                    field="received_at", reason="in_future", value=short_date(day)
                ),
                "text_missing": invalid("text", "empty"),
                "text_too_long": invalid("text", "too_long"),
                "out_of_range": invalid("channel", "unknown"),
                _NO_LETTER: invalid("letter_number", "unknown"),
            }
            return do_one(session, REGISTERED, actor, Item(0, given=columns), now, rows, errors=errors)

    @once
    def correct_letter(self, actor: Actor, comment_id: int, version: int, number: str) -> bool:
        """Corrects the number of a letter, or removes it if empty; returns whether it changed.

        The event has both values. Raises `InvalidValueError`, `ConflictError`; `RuleError` for a hidden comment
        or a finished instrument.
        """
        letter = _letter_number(number)
        with self._database.writing() as session:
            now = self._database.now(session)
            item = Item(comment_id, version, given={"letter_number": letter})
            rule = do_each(session, LETTER_CORRECTED, actor, [item], now).get(comment_id)
            if rule not in (None, _SO_ALREADY):
                errors = {**OF_DECISION, _NO_LETTER: invalid("letter_number", "unknown")}
                raise error_of(session, "comment", item, rule, errors)
            return rule is None


def _letter_number(given: str) -> str:
    """Returns the number as it is stored. Raises `InvalidValueError`."""
    letter = " ".join(given.split())
    if len(letter) > LONGEST_LETTER_NUMBER:
        raise InvalidValueError(field="letter_number", reason="too_long", value="")
    return letter
