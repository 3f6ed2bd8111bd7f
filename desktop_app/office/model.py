"""Tables of what the office sets: settings, counters, closed days, answer deadlines."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json


class Setting(Base):
    """One named setting of the office."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[Any] = mapped_column(Json)


class Counter(Base):
    """The last number given out in a series in a Jalali year; its row is locked while one is taken."""

    __tablename__ = "counter"

    series: Mapped[str] = mapped_column(String(30), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class ClosedDay(Base):
    """A day on which the office is closed: official holidays and closures that the administrator adds."""

    __tablename__ = "closed_day"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    #: `seed` (from the table of official holidays) or `office` (entered here).
    source: Mapped[str] = mapped_column(String(10))


class DeadlineRule(Base):
    """How many days an answer may take, for a kind and a channel (NULL: any). Unset by default."""

    __tablename__ = "deadline_rule"
    __table_args__ = (UniqueConstraint("kind", "channel"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str | None] = mapped_column(String(20))
    channel: Mapped[str | None] = mapped_column(String(20))
    days: Mapped[int]
    working: Mapped[bool]


class ReplyTemplate(Base):
    """A saved reply (پاسخ آماده); its text names what is put in: `{name}`, `{code}`, `{date}`, `{unit}`,
    `{clerk}`."""

    __tablename__ = "reply_template"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    active: Mapped[bool] = mapped_column(default=True)
    #: Whose own it is; NULL for the office's.
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class OfficeService(Base):
    """A service (خدمت) of the office that petitions are about."""

    __tablename__ = "office_service"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(30), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    active: Mapped[bool] = mapped_column(default=True)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
