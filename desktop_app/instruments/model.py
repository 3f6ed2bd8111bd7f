"""Tables of draft documents: instruments, immutable revisions, annotations, review, public comments."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, UtcMoment
from desktop_app.database.number_keys import LENGTH
from desktop_app.database.vouched import vouched
from desktop_app.instruments.consultation.windows import LONGEST_WINDOW, STATUTE
from desktop_app.instruments.vocabulary import LONGEST_PROVISION
from desktop_app.people.model import LONGEST_NAME


class Instrument(Base):
    """A draft document (پیش‌نویس): bylaw, directive, bill …"""

    __tablename__ = "instrument"
    __table_args__ = vouched("code", "title", "kind", "track", "author_id", "created_at")

    id: Mapped[AutoId]
    code: Mapped[str] = mapped_column(String(30), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(30))
    track: Mapped[str] = mapped_column(String(1))
    status: Mapped[str] = mapped_column(String(20))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The window of public consultation, days in Tehran; the opening day does not count.
    opened_on: Mapped[date | None]
    closes_on: Mapped[date | None]
    finished_on: Mapped[date | None]
    #: What a window needs: the text that stands before the public, where, with which notice; until when it was asked
    #: for (NULL: as soon as the law allows), by whom, and the second person.
    exposed_revision_id: Mapped[int | None]
    place: Mapped[str] = mapped_column(String(20), server_default="")
    notice: Mapped[str] = mapped_column(Text, server_default="")
    asked_until: Mapped[date | None]
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: What the gate behind the window needs.
    ready_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    no_change_reason: Mapped[str] = mapped_column(Text, server_default="")
    finished_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    letter_number: Mapped[str] = mapped_column(String(40), server_default="")
    letter_date: Mapped[date | None]
    withdrawn_reason: Mapped[str] = mapped_column(Text, server_default="")
    #: Why the window stays closed, though its last day was declared closed after amending began; published.
    closure_reason: Mapped[str] = mapped_column(Text, server_default="")
    #: Summings-up up to this number do not count any more, because the draft went back after them.
    stale_reports: Mapped[int] = mapped_column(server_default="0")
    #: Whether a rejection counts only when a second reviewer has confirmed it; settled before the window opens.
    second_reader: Mapped[bool] = mapped_column(server_default=false())
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class Revision(Base):
    """A numbered text of an instrument. Triggers refuse every change of it."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("instrument_id", "number"),
        vouched("number", "text", "parts", "source_name", "sha256", "summary", "author_id", "created_at"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    #: The footnotes, headers and other parts beside `text`, as `drafting.stored_parts` writes them.
    parts: Mapped[str] = mapped_column(Text)
    #: What of the file is in neither: pictures, hidden text …
    not_compared: Mapped[list[str]] = mapped_column(Json)
    source_name: Mapped[str] = mapped_column(String(200))
    sha256: Mapped[str] = mapped_column(String(64))
    summary: Mapped[str] = mapped_column(Text)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)


class Thread(Base):
    """An annotation (حاشیه) on a phrase of a revision, with its conversation."""

    __tablename__ = "thread"
    __table_args__ = (
        Index("ix_thread_instrument", "instrument_id", "id"),
        Index("ix_thread_assignee", "assignee_id", "changed_at"),
        Index("ix_thread_author", "author_id", "changed_at"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    kind: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(10))
    outcome: Mapped[str | None] = mapped_column(String(12))
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: The day in Tehran until which it is to be settled.
    due_on: Mapped[date | None]
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(120))
    created_at: Mapped[datetime] = mapped_column(UtcMoment)
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The anchor as it was made: see `comparison.anchors.Anchor`. Offsets are code points of the revision's text.
    anchor: Mapped[dict[str, Any]] = mapped_column(Json)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class ThreadMessage(Base):
    """One message of an annotation's conversation; the first is the annotation itself."""

    __tablename__ = "thread_message"
    __table_args__ = (
        Index("ix_thread_message_thread", "thread_id", "id"),
        vouched("text", "author_id", "at", "word_author"),
    )

    id: Mapped[AutoId]
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    author_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    author_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(UtcMoment)
    text: Mapped[str] = mapped_column(Text)
    #: The author that a file of Word names: a name only, never an account. Empty for what was written here.
    word_author: Mapped[str] = mapped_column(String(120), server_default="")
    #: When it was written by that file.
    word_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: The identity of the comment of a draft in files, so that none comes in twice.
    word_key: Mapped[str | None] = mapped_column(String(64), unique=True)


class ThreadPlace(Base):
    """Where an annotation stands on one revision; `begin` and `end` are NULL for an orphan."""

    __tablename__ = "thread_place"
    __table_args__ = (UniqueConstraint("thread_id", "revision_id"),)

    id: Mapped[AutoId]
    thread_id: Mapped[int] = mapped_column(ForeignKey("thread.id"))
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    placement: Mapped[str] = mapped_column(String(10))
    begin: Mapped[int | None]
    end: Mapped[int | None]
    #: 0 to 1.
    confidence: Mapped[float]
    #: Places that are about as good, `[[begin, end], …]`: the reviewer is asked.
    candidates: Mapped[list[list[int]]] = mapped_column(Json)
    #: Where a person attached it: the values that this row had before. The program never changes such a row.
    replaced: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class ChangeMark(Base):
    """What one person thinks of one change between two revisions. It is their own working state, with who and when
    in it; the history of the instrument tells of what alters the draft, not of each look at it."""

    __tablename__ = "change_mark"
    __table_args__ = (
        UniqueConstraint(
            "old_revision_id", "new_revision_id", "person_id", "old_begin", "old_end", "new_begin", "new_end",
            name="uq_change_mark_change",
        ),
    )  # fmt: skip

    id: Mapped[AutoId]
    old_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    new_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(120))
    #: The change by the range of its first entry on each side, code points; -1 where that side does not have it:
    #: NULL would be no part of the constraint.
    old_begin: Mapped[int]
    old_end: Mapped[int]
    new_begin: Mapped[int]
    new_end: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcMoment)


class AlignmentPin(Base):
    """What a reviewer fixed by hand: two provisions are one, or are not. See `comparison.pins.Pin`."""

    __tablename__ = "alignment_pin"
    __table_args__ = (Index("ix_alignment_pin_pair", "old_revision_id", "new_revision_id"),)

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    old_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    new_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    #: Where each provision begins in the text of its revision, code points.
    old_at: Mapped[int]
    new_at: Mapped[int]
    same: Mapped[bool]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(120))
    at: Mapped[datetime] = mapped_column(UtcMoment)


class Composition(Base):
    """A next revision that is being put together from two; one is open for a pair at a time."""

    __tablename__ = "composition"
    __table_args__ = (
        Index(
            "uq_composition_open", "old_revision_id", "new_revision_id", unique=True,
            sqlite_where=text("status = 'open'"), postgresql_where=text("status = 'open'"),
        ),
    )  # fmt: skip

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    old_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    new_revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    #: open, saved, dropped.
    status: Mapped[str] = mapped_column(String(10))
    #: `{"old": [[[begin, end], [begin, end]], ...], "threads": [id, ...]}`, and only if so chosen `places`, `edits`
    #: and `repair`: see `composition_choices`.
    choices: Mapped[dict[str, Any]] = mapped_column(Json)
    started_by: Mapped[str] = mapped_column(String(120))
    started_at: Mapped[datetime] = mapped_column(UtcMoment)
    changed_by: Mapped[str] = mapped_column(String(120))
    changed_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The revision that came of it.
    revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class PublicComment(Base):
    """A comment (نظر) of a member of the public on an instrument; its text is never altered."""

    __tablename__ = "public_comment"
    __table_args__ = (
        UniqueConstraint("instrument_id", "identity_key"),
        Index("ix_public_comment_instrument", "instrument_id", "id"),
        Index("ix_public_comment_assignee", "assignee_id"),
        Index("ix_public_comment_carrier", "instrument_id", "carried_provision"),
        vouched("external_id", "channel", "group", "provision", "quote", "text", "received_at"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    identity_key: Mapped[str] = mapped_column(String(100))
    external_id: Mapped[str | None] = mapped_column(String(60))
    channel: Mapped[str] = mapped_column(String(20))
    #: The name; of a sender who left a number or an address instead, its end (`comments.senders`).
    sender: Mapped[str] = mapped_column(String(LONGEST_NAME))
    #: The keyed hash of that number or address, by which senders are counted.
    sender_key: Mapped[str] = mapped_column(String(LENGTH), default="", server_default="")
    group: Mapped[str] = mapped_column(String(20))
    #: The label of the provision it is about («ماده ۶»), empty for the whole; and the words it quotes.
    provision: Mapped[str] = mapped_column(String(LONGEST_PROVISION))
    quote: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcMoment)
    #: The number of the letter in which it came, as it stands there.
    letter_number: Mapped[str] = mapped_column(String(40), server_default="")
    disposition: Mapped[str | None] = mapped_column(String(20))
    #: The reason that is published.
    reason: Mapped[str] = mapped_column(Text)
    decided_by: Mapped[str] = mapped_column(String(120))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: Where an accepted comment is carried: the revision, and the label of the provision in it.
    carried_revision_id: Mapped[int | None] = mapped_column(ForeignKey("revision.id"))
    carried_provision: Mapped[str] = mapped_column(String(LONGEST_PROVISION), server_default="")
    #: Why an accepted comment is carried by no change of the text; it is published.
    unchanged_reason: Mapped[str] = mapped_column(Text, server_default="")
    #: The reviewer who is to decide it.
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: When it came to the office, whatever moment it bears.
    taken_in_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: The second reviewer, who read a rejection after the first one.
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    confirmed_by: Mapped[str] = mapped_column(String(120), server_default="")
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: Why it is out of sight (`vocabulary.HiddenReason`); the words stay as they came.
    hidden_reason: Mapped[str | None] = mapped_column(String(20))
    hidden_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    hidden_by: Mapped[str] = mapped_column(String(120), server_default="")
    hidden_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class CommentSender(Base):
    """The whole number or address of a comment's sender. On PostgreSQL no login reads or writes the table."""

    __tablename__ = "comment_sender"

    comment_id: Mapped[int] = mapped_column(
        ForeignKey("public_comment.id"), primary_key=True, autoincrement=False
    )
    sender: Mapped[str] = mapped_column(String(LONGEST_NAME))


class ConsultationReport(Base):
    """A frozen summing-up (گزارش جمع‌بندی) of a consultation. Triggers refuse every change of it."""

    __tablename__ = "consultation_report"
    __table_args__ = (
        UniqueConstraint("instrument_id", "number"),
        UniqueConstraint("year", "register_number"),
        vouched("number", "year", "register_number", "revision_id", "sha256", "made_at", "made_by_id"),
    )

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    #: Counts those of the draft.
    number: Mapped[int]
    #: Jalali year and number in the office's register.
    year: Mapped[int]
    register_number: Mapped[int]
    #: The last revision when it was made.
    revision_id: Mapped[int] = mapped_column(ForeignKey("revision.id"))
    #: See `instruments.summing_up`.
    content: Mapped[dict[str, Any]] = mapped_column(Json)
    #: Over `content` as `database.chain.canonical_json` writes it.
    sha256: Mapped[str] = mapped_column(String(64))
    #: The issues and pins that it was made over, see `database.summed_over`.
    stands_on: Mapped[str] = mapped_column(Text, server_default="", deferred=True)
    made_at: Mapped[datetime] = mapped_column(UtcMoment)
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    made_by: Mapped[str] = mapped_column(String(120))


class Invitation(Base):
    """An expert's invitation to a consultation; each is invited once to each."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("instrument_id", "expert_id"),)

    id: Mapped[AutoId]
    instrument_id: Mapped[int] = mapped_column(ForeignKey("instrument.id"))
    expert_id: Mapped[int] = mapped_column(ForeignKey("expert.id"))
    invited_at: Mapped[datetime] = mapped_column(UtcMoment)
    invited_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    invited_by: Mapped[str] = mapped_column(String(120))
    #: Empty, answered, declined: what the office has noted; a comment under the same name counts beside it.
    answer: Mapped[str] = mapped_column(String(10), server_default="")
    answered_at: Mapped[datetime | None] = mapped_column(UtcMoment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


_LEAST = " ".join(f"WHEN '{track.value}' THEN {floor.days}" for track, floor in STATUTE.items())
_TRACKS = ", ".join(f"'{track.value}'" for track in STATUTE)


class WindowFloor(Base):
    """A floor of windows that legal sign-off has raised above the law's own (`instruments.windows.STATUTE`)."""

    __tablename__ = "window_floor"
    __table_args__ = (
        CheckConstraint(
            f"days >= CASE track {_LEAST} END AND days <= {LONGEST_WINDOW}", name="not_below_law"
        ),
        CheckConstraint(f"track IN ({_TRACKS})", name="track"),
    )

    track: Mapped[str] = mapped_column(String(1), primary_key=True)
    days: Mapped[int]
    #: Where the number comes from.
    source: Mapped[str] = mapped_column(Text)


class JalaliMonthRow(Base):
    """A month of the Jalali calendar, for triggers that count as the program does; comes with the schema."""

    __tablename__ = "jalali_month"
    __table_args__ = (UniqueConstraint("first_day"),)

    #: One after the other without gaps.
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    year: Mapped[int]
    month: Mapped[int]
    first_day: Mapped[date]
    days: Mapped[int]
