"""Vocabulary of the petition desk; the values are stored in the database and used on the command line."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The kind of a petition."""

    REQUEST = "request"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    CRITICISM = "criticism"
    OPINION = "opinion"


class Channel(StrEnum):
    """The channel by which a petition was received."""

    PORTAL = "portal"
    SERVICE_DESK = "service_desk"
    SINGLE_WINDOW = "single_window"
    PHONE = "phone"
    SMS = "sms"
    LETTER = "letter"
    IN_PERSON = "in_person"
    EMAIL = "email"


#: Channels on which people reply to a given code.
WRITTEN: Final = frozenset({Channel.SMS, Channel.EMAIL})
#: Channels on which the petitioner listens while a clerk registers.
SPOKEN: Final = frozenset({Channel.PHONE, Channel.IN_PERSON})


class Status(StrEnum):
    """The state of a petition."""

    REGISTERED = "registered"
    REFERRED = "referred"
    IN_PROGRESS = "in_progress"
    WAITING = "waiting"
    AWAITING_APPROVAL = "awaiting_approval"
    RESOLVED = "resolved"
    ARCHIVED = "archived"


OPEN: Final = frozenset(
    {Status.REGISTERED, Status.REFERRED, Status.IN_PROGRESS, Status.WAITING, Status.AWAITING_APPROVAL}
)


class Outcome(StrEnum):
    """The outcome of a petition."""

    ANSWERED = "answered"
    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    INADMISSIBLE = "inadmissible"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed_on"
    #: A notice was dealt with; it gets no reply.
    NOTED = "noted"
    #: It was converted into a comment on a draft (`intake.turning`); nobody can choose it.
    COMMENTED = "commented"


#: Outcomes that close a petition from any open state, with a reason and without a reply.
CLOSING_WITHOUT_ANSWER: Final = frozenset(
    {Outcome.INADMISSIBLE, Outcome.DUPLICATE, Outcome.WITHDRAWN, Outcome.NOTED, Outcome.COMMENTED}
)
#: Of these, the ones that decide on what was asked. A duplicate, or one that was withdrawn, needs no work.
DECIDING: Final = frozenset({Outcome.INADMISSIBLE, Outcome.NOTED})


class Urgency(StrEnum):
    """The urgency of a petition."""

    NORMAL = "normal"
    URGENT = "urgent"
    IMMEDIATE = "immediate"


class Purpose(StrEnum):
    """The purpose of a referral."""

    ACTION = "action"
    OPINION = "opinion"
    INFORMATION = "information"


class SideResult(StrEnum):
    """The result of a side referral."""

    ANSWERED = "answered"
    RETURNED = "returned"
    RECALLED = "recalled"


class SideAct(StrEnum):
    """Acts on side referrals, as recorded in the history. The petition stays in its unit."""

    SENT = "side_sent"
    ANSWERED = "side_answered"
    RETURNED = "side_returned"
    RECALLED = "side_recalled"


class Move(StrEnum):
    """The moves of the transition table; besides them only undo changes a state."""

    REFER = "refer"
    GIVE_BACK = "give_back"
    TAKE = "take"
    WAIT = "wait"
    RESUME = "resume"
    SUBMIT = "submit"
    SEND_BACK = "send_back"
    RESOLVE = "resolve"
    CLOSE = "close"
    REOPEN = "reopen"
    ARCHIVE = "archive"
    HAND_OVER = "hand_over"
    TAKE_OVER = "take_over"


#: Events of reading personal data, which undo ignores: it was revealed; it was printed, or exported to a file.
REVEALED: Final = "revealed"
PRINTED: Final = "printed"
LOOKING: Final = (REVEALED, PRINTED)
#: Acts that are no moves and that their actor can undo all the same.
INTERIM_SENT: Final = "interim_reply"
REGISTRATION_CORRECTED: Final = "registration_corrected"
