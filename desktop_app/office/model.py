"""Tables of the settings of the office (settings, counters, closed days, deadlines), and of its letters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import WIDE, AutoId, Base, Json, UtcMoment
from desktop_app.database.vouched import vouched
from desktop_app.office.letter_choices import Classification, PaperSize


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """Returns the constraint that a column has one of the values."""
    return CheckConstraint(f"{column} IN ({', '.join(repr(str(one)) for one in values)})", column)


class Setting(Base):
    """A named value that the program itself keeps, such as the last backup."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(Json)


class OfficeRow(Base):
    """The settings of the office, in one row (see `settings.OfficeSettings`, which says what they mean)."""

    __tablename__ = "office"
    __table_args__ = (
        CheckConstraint("id = 1", "one_office"),
        CheckConstraint("retention_years BETWEEN 0 AND 100", "retention_years"),
        CheckConstraint("retention_years = 0 OR retention_basis <> ''", "retention_basis"),
        CheckConstraint("archive_days BETWEEN 0 AND 3650", "archive_days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    ministry: Mapped[str] = mapped_column(Text)
    office_name: Mapped[str] = mapped_column(Text)
    office_short: Mapped[str] = mapped_column(Text)
    phone: Mapped[str] = mapped_column(Text)
    decree_number: Mapped[str] = mapped_column(Text)
    sms_number: Mapped[str] = mapped_column(Text)
    help_line: Mapped[str] = mapped_column(Text)
    weekend: Mapped[list[int]] = mapped_column(Json)
    backup_days: Mapped[int]
    clock_gap_days: Mapped[int]
    attachment_mb: Mapped[int]
    texts_an_hour: Mapped[int]
    registry_pattern: Mapped[str] = mapped_column(Text)
    letter_pattern: Mapped[str] = mapped_column(Text)
    signer: Mapped[str] = mapped_column(Text)
    signer_title: Mapped[str] = mapped_column(Text)
    office_address: Mapped[str] = mapped_column(Text)
    invocation: Mapped[str] = mapped_column(Text)
    seal_place: Mapped[bool]
    prints_letterhead: Mapped[bool]
    copy_purposes: Mapped[str] = mapped_column(Text)
    window_right: Mapped[int]
    window_top: Mapped[int]
    window_width: Mapped[int]
    window_height: Mapped[int]
    retention_years: Mapped[int]
    retention_basis: Mapped[str] = mapped_column(Text)
    retention_hold: Mapped[int] = mapped_column(WIDE)
    archive_days: Mapped[int]
    colleague_figures: Mapped[bool]
    #: The logo of the letterhead, base64; not part of `OfficeSettings`, which is read very often.
    logo: Mapped[str] = mapped_column(Text, default="", deferred=True)
    #: The deadlines for an answer: kind and channel (null for any), days, working. Empty by default.
    deadlines: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    #: The fields of the identity that are required: kind and channel (null for any), fields. Empty by default.
    identity_rules: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    #: The outcomes of petitions as the office configures them (`petitions.outcomes`).
    outcomes: Mapped[list[dict[str, Any]]] = mapped_column(Json, default=list)
    #: Settings of messages (`petitions.outbox.settings`).
    sms_segments: Mapped[int] = mapped_column(default=4)
    sms_to: Mapped[list[str]] = mapped_column(Json, default=list)
    sender: Mapped[str] = mapped_column(Text, default="")
    folder: Mapped[str] = mapped_column(Text, default="")
    mail_host: Mapped[str] = mapped_column(Text, default="")
    mail_port: Mapped[int] = mapped_column(default=465)
    mail_security: Mapped[str] = mapped_column(Text, default="tls")
    mail_user: Mapped[str] = mapped_column(Text, default="")
    #: Settings of the question about satisfaction (`petitions.satisfaction.settings`), and when it was switched on.
    ask_after_days: Mapped[int] = mapped_column(default=0)
    answer_days: Mapped[int] = mapped_column(default=14)
    asks_since: Mapped[datetime | None] = mapped_column(UtcMoment)
    #: Earlier answers that the next round tells: given from `tell_from` until `tell_until`; none without the first.
    tell_from: Mapped[datetime | None] = mapped_column(UtcMoment)
    tell_until: Mapped[datetime | None] = mapped_column(UtcMoment)
    portal_address: Mapped[str] = mapped_column(Text, default="", server_default="")
    version: Mapped[int] = mapped_column(default=1)


class Counter(Base):
    """The last number used in a series in a Jalali year; the row is locked while a number is assigned."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(String(30), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class ClosedDay(Base):
    """A day on which the office is closed: official holidays, and closures added by the administrator."""

    __tablename__ = "closed_day"

    id: Mapped[AutoId]
    day: Mapped[date] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(String(120))
    #: `seed` (from the table of official holidays) or `office` (entered manually).
    source: Mapped[str] = mapped_column(String(10))
    #: Whether a lunar holiday on this day is an estimate, which may be a day or two off.
    estimated: Mapped[bool] = mapped_column(default=False, server_default=false())
    version: Mapped[int] = mapped_column(default=1, server_default="1")


class CalendarYear(Base):
    """A Jalali year whose closed days an administrator has compared with the official calendar, and confirmed."""

    __tablename__ = "calendar_year"

    id: Mapped[AutoId]
    year: Mapped[int] = mapped_column(unique=True)
    version: Mapped[int] = mapped_column(default=1, server_default="1")


class ReplyTemplate(Base):
    """A saved reply (پاسخ آماده).

    Placeholders of its text: `{name}`, `{code}`, `{date}`, `{unit}`, `{clerk}`.
    """

    __tablename__ = "reply_template"

    id: Mapped[AutoId]
    title: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    active: Mapped[bool] = mapped_column(default=True)
    #: The owner of a personal reply; NULL for one of the office.
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    #: The unit whose petitions it is offered for; NULL for those of every unit.
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class OfficeService(Base):
    """A subject of petitions: a service (خدمت) of the office, a published instrument, a news item."""

    __tablename__ = "office_service"
    __table_args__ = (Index("ix_office_service_name_key", "name_key"),)

    id: Mapped[AutoId]
    code: Mapped[str] = mapped_column(String(30), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    active: Mapped[bool] = mapped_column(default=True)
    #: A `services.SubjectKind`.
    kind: Mapped[str] = mapped_column(String(12), server_default="service")
    #: Folded forms of number and name for comparisons, see `services.subject_key`.
    code_key: Mapped[str] = mapped_column(String(30), server_default="")
    name_key: Mapped[str] = mapped_column(String(200), server_default="")
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class LetterTemplate(Base):
    """The wording of the office for a kind of letter (see `office.letter_templates`).

    With `standard`, the default wording is used again.
    """

    __tablename__ = "letter_template"
    __table_args__ = (one_of("classification", Classification), one_of("paper_size", PaperSize))

    id: Mapped[AutoId]
    kind: Mapped[str] = mapped_column(String(20), unique=True)
    standard: Mapped[bool]
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)
    enclosure: Mapped[str] = mapped_column(String(200))
    signer: Mapped[str] = mapped_column(String(200))
    signer_title: Mapped[str] = mapped_column(String(200))
    copies: Mapped[str] = mapped_column(Text)
    classification: Mapped[str] = mapped_column(String(24))
    paper_size: Mapped[str] = mapped_column(String(4))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class Letter(Base):
    """A letter that was issued with a number.

    Its page is stored, so that a reprint is the same letter even after changes of the template, the settings
    or the program.
    """

    __tablename__ = "letter"
    __table_args__ = (
        UniqueConstraint("year", "number"),
        one_of("classification", Classification),
        one_of("paper_size", PaperSize),
        Index("ix_letter_item", "item_type", "item_id", "id"),
        vouched(
            "kind",
            "part",
            "year",
            "number",
            "written",
            "issued_at",
            "issued_by_id",
            "sha256",
            "classification",
            "paper_size",
            words=("addressee", "enclosure", "copies"),
        ),
    )

    id: Mapped[AutoId]
    kind: Mapped[str] = mapped_column(String(20))
    item_type: Mapped[str] = mapped_column(String(20))
    item_id: Mapped[int]
    #: The part of the item: the id of the reply or invitation; 0 for the whole item.
    part: Mapped[int] = mapped_column(WIDE)
    year: Mapped[int]
    number: Mapped[int]
    #: The number as printed on the letter, in Latin digits.
    written: Mapped[str] = mapped_column(String(60))
    addressee: Mapped[str] = mapped_column(Text)
    #: What was chosen for this letter (see `office.letter_choices`).
    classification: Mapped[str] = mapped_column(String(24))
    paper_size: Mapped[str] = mapped_column(String(4))
    enclosure: Mapped[str] = mapped_column(String(200))
    copies: Mapped[str] = mapped_column(Text)
    issued_at: Mapped[datetime] = mapped_column(UtcMoment)
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    issued_by: Mapped[str] = mapped_column(String(120))
    sha256: Mapped[str] = mapped_column(String(64))
    #: The PDF; NULL after the personal data of the petition was masked.
    page: Mapped[bytes | None] = mapped_column(LargeBinary)


class MessageTemplate(Base):
    """A notification to petitioners for a kind and a delivery method (see `office.message_templates`).

    With `standard`, it has the default wording.
    """

    __tablename__ = "message_template"
    __table_args__ = (UniqueConstraint("kind", "way"),)

    id: Mapped[AutoId]
    kind: Mapped[str] = mapped_column(String(12))
    way: Mapped[str] = mapped_column(String(8))
    active: Mapped[bool]
    standard: Mapped[bool]
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
