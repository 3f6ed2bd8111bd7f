"""The words of the petition desk; values are what is stored and what the command line says."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """What a citizen sent."""

    REQUEST = "request"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    CRITICISM = "criticism"
    OPINION = "opinion"


class Channel(StrEnum):
    """How it came."""

    PORTAL = "portal"
    SERVICE_DESK = "service_desk"
    SINGLE_WINDOW = "single_window"
    PHONE = "phone"
    SMS = "sms"
    LETTER = "letter"
    IN_PERSON = "in_person"
    EMAIL = "email"


#: Ways on which people write to a code that they were given.
WRITTEN: Final = frozenset({Channel.SMS, Channel.EMAIL})


class Status(StrEnum):
    """Where it stands."""

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
    """How it ended."""

    ANSWERED = "answered"
    GRANTED = "granted"
    PARTLY_GRANTED = "partly_granted"
    REFUSED = "refused"
    INADMISSIBLE = "inadmissible"
    DUPLICATE = "duplicate"
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed_on"
    #: It was a comment on a draft, and is one now (`intake.turning`); nobody chooses it.
    COMMENTED = "commented"


#: Outcomes that close an item from any open state, with a reason and without an answer.
CLOSING_WITHOUT_ANSWER: Final = frozenset(
    {Outcome.INADMISSIBLE, Outcome.DUPLICATE, Outcome.WITHDRAWN, Outcome.COMMENTED}
)


class Urgency(StrEnum):
    """How pressing it is."""

    NORMAL = "normal"
    URGENT = "urgent"
    IMMEDIATE = "immediate"


class Purpose(StrEnum):
    """What a referral is for."""

    ACTION = "action"
    OPINION = "opinion"
    INFORMATION = "information"


class SideResult(StrEnum):
    """What became of a referral on the side."""

    ANSWERED = "answered"
    RETURNED = "returned"
    RECALLED = "recalled"


class SideAct(StrEnum):
    """What happens with referrals on the side, as the history names it. The petition stays where it is."""

    SENT = "side_sent"
    ANSWERED = "side_answered"
    RETURNED = "side_returned"
    RECALLED = "side_recalled"


class Move(StrEnum):
    """The moves of the state table; nothing else changes a state but undo."""

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
