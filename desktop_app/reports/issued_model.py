"""The table of issued reports."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import AutoId, Base, Json, UtcMoment
from desktop_app.database.statute_guard import declare, stays
from desktop_app.database.vouched import vouched


class IssuedReport(Base):
    """An edition of an issued report (صادر و منجمد). Triggers refuse every change."""

    __tablename__ = "issued_report"
    __table_args__ = (
        UniqueConstraint("year", "number", "edition"),
        # One report per scope, apart from its corrections.
        UniqueConstraint("scope_key", "edition"),
        CheckConstraint(
            "(edition = 1 AND replaces = 0 AND reason = '')"
            " OR (edition > 1 AND replaces = edition - 1 AND reason <> '')",
            "editions",
        ),
        vouched(
            "year",
            "number",
            "edition",
            "scope_key",
            "period",
            "sha256",
            "page_sha256",
            "signed_as",
            "issued_at",
            "issued_by_id",
        ),
    )

    id: Mapped[AutoId]
    year: Mapped[int]
    number: Mapped[int]
    edition: Mapped[int]
    replaces: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    #: See `scope.ReportScope.key`.
    scope_key: Mapped[str] = mapped_column(String(300))
    #: In the format of `Period.parse`.
    period: Mapped[str] = mapped_column(String(30))
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    unit_name: Mapped[str] = mapped_column(String(80))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    person_name: Mapped[str] = mapped_column(String(120))
    #: See `snapshot`.
    content: Mapped[dict[str, Any]] = mapped_column(Json, deferred=True)
    #: Digest of `content` as written by `database.chain.canonical_json`.
    sha256: Mapped[str] = mapped_column(String(64))
    #: The PDF as it was issued, since a later version of the program may lay out pages differently.
    page: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    page_sha256: Mapped[str] = mapped_column(String(64))
    signed_as: Mapped[str] = mapped_column(String(200))
    issued_at: Mapped[datetime] = mapped_column(UtcMoment)
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    issued_by: Mapped[str] = mapped_column(String(120))


# A report that was issued stays as it was issued.
declare("reports", *stays(IssuedReport.__table__, "frozen"))
