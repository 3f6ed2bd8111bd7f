"""The words of draft documents; values are what is stored."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class InstrumentKind(StrEnum):
    """What is being drafted."""

    CIRCULAR = "circular"
    BYLAW = "bylaw"
    DIRECTIVE = "directive"
    CRITERIA = "criteria"
    LICENSING_DIRECTIVE = "licensing_directive"
    SERVICE_DIRECTIVE = "service_directive"
    BILL = "bill"
    CABINET_BYLAW = "cabinet_bylaw"


class Track(StrEnum):
    """The legal road: A ends in promulgation (ابلاغ), B in submission (ارسال)."""

    A = "a"
    B = "b"


#: Strategy document, promises S1 to S3: bills and drafts for the cabinet go track B, all else track A.
TRACKS: Final = {
    kind: Track.B if kind in {InstrumentKind.BILL, InstrumentKind.CABINET_BYLAW} else Track.A
    for kind in InstrumentKind
}


class InstrumentStatus(StrEnum):
    """Where an instrument stands."""

    DRAFTING = "drafting"
    LEGAL_REVIEW = "legal_review"
    OPEN = "open"
    CLOSED = "closed"
    REVISING = "revising"
    READY = "ready"
    PROMULGATED = "promulgated"
    SUBMITTED = "submitted"
    WITHDRAWN = "withdrawn"


#: The status in which each track ends, by law.
ENDS: Final = {Track.A: InstrumentStatus.PROMULGATED, Track.B: InstrumentStatus.SUBMITTED}
#: The stored states of a finished draft.
FINISHED: Final = tuple(end.value for end in ENDS.values())


class Publishing(StrEnum):
    """Where a draft is published (strategy document S1, S3)."""

    PORTAL = "portal"
    SINGLE_WINDOW = "single_window"


class ThreadKind(StrEnum):
    """What an annotation is."""

    NOTE = "note"
    QUESTION = "question"
    OBJECTION = "objection"
    SUGGESTION = "suggestion"


class ThreadStatus(StrEnum):
    OPEN = "open"
    RESOLVED = "resolved"


class ThreadOutcome(StrEnum):
    """How an annotation was settled."""

    APPLIED = "applied"
    ANSWERED = "answered"
    DISMISSED = "dismissed"


class Placement(StrEnum):
    """How an annotation was found again on a newer revision."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHAN = "orphan"
    AMBIGUOUS = "ambiguous"


class CompositionStatus(StrEnum):
    """The status of a composition of the next revision."""

    OPEN = "open"
    SAVED = "saved"
    DROPPED = "dropped"


class Disposition(StrEnum):
    """What was decided on a public comment."""

    ACCEPTED = "accepted"
    PARTLY_ACCEPTED = "partly_accepted"
    REJECTED = "rejected"
    OUT_OF_SCOPE = "out_of_scope"
    ALREADY_COVERED = "already_covered"


#: The dispositions that a change of the text carries, or a reason why the text stays.
ACCEPTING: Final = (Disposition.ACCEPTED, Disposition.PARTLY_ACCEPTED)


class HiddenReason(StrEnum):
    """Why a comment is out of sight."""

    INSULT = "insult"
    PERSONAL_DATA = "personal_data"
    OFF_TOPIC = "off_topic"


#: The channel of comments that have a letter's number.
LETTER: Final = "letter"
#: The channels of comments without a file, most frequent first.
CHANNELS: Final = ("phone", LETTER, "in_person", "email", "sms", "single_window", "service_desk", "portal")


class InvitationAnswer(StrEnum):
    """The answer of an invited person, as noted by the office."""

    NONE = ""
    ANSWERED = "answered"
    DECLINED = "declined"


#: The longest name of a provision that a comment is about, or is carried by, in letters.
LONGEST_PROVISION: Final = 60
