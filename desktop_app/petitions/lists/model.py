"""Tables of personal list settings: saved views, chosen columns, and sizes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json


class SavedView(Base):
    """A named list (نمای ذخیره‌شده) of a person, or (`unit_id`) shared with everybody at the desk of a unit."""

    __tablename__ = "saved_view"
    __table_args__ = (Index("ix_saved_view_owner", "owner_id"), Index("ix_saved_view_unit", "unit_id"))

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(80))
    owner_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    #: `filters.to_json`: filter, order and grouping.
    filter: Mapped[dict[str, Any]] = mapped_column(Json)
    #: Names of columns; NULL: each reader's own.
    columns: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class


class ListLayout(Base):
    """How a person has arranged the inbox: columns, and sizes of columns and panes."""

    __tablename__ = "list_layout"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    #: Names of columns; NULL: the usual ones.
    columns: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    #: Widths in logical pixels, by name; those that are missing are the usual ones.
    sizes: Mapped[dict[str, int]] = mapped_column(Json, default=dict)
