"""The table of routing rules."""

from __future__ import annotations

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json


class RoutingRule(Base):
    """A routing rule (قاعدهٔ ارجاع). Petitions refer to the rule that routed them, so a rule is never deleted
    but switched off.
    """

    __tablename__ = "routing_rule"

    id: Mapped[AutoId]
    name: Mapped[str] = mapped_column(String(80))
    #: Its place in the order, from 1.
    place: Mapped[int]
    active: Mapped[bool]
    kinds: Mapped[list[str]] = mapped_column(Json)
    channels: Mapped[list[str]] = mapped_column(Json)
    groups: Mapped[list[str]] = mapped_column(Json)
    about: Mapped[list[str]] = mapped_column(Json)
    phrases: Mapped[list[str]] = mapped_column(Json)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    urgency: Mapped[str | None] = mapped_column(String(10))
    label_ids: Mapped[list[int]] = mapped_column(Json)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012 - SQLAlchemy reads it from the class
