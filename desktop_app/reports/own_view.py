"""What a person looks at on the reports screen: period, scope and rows, kept for the next time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop_app.database.base import Base, Json
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError
from desktop_app.petitions.lists.filters import several, values_of
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.reports.scope import ReportScope
from desktop_app.staff.roles import Actor


class ReportView(Base):
    """The last choice of a person; written and read by that person only."""

    __tablename__ = "report_view"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    #: Period as `Period.parse` reads it, `unit_id`, `person_id`, `kind`, `channel`, `family`.
    choice: Mapped[dict[str, Any]] = mapped_column(Json)


@dataclass(frozen=True, slots=True)
class KeptReportView:
    """A kept choice; `family` is the category of the rows: unit, kind, channel or both."""

    scope: ReportScope
    family: str

    def latest(self, yesterday: date) -> KeptReportView:
        """Returns it with the last week, month, quarter or year that is over; days stay as they were chosen."""
        period = self.scope.period
        if period.kind is PeriodKind.RANGE:
            return self
        return replace(self, scope=replace(self.scope, period=Period.latest(period.kind, yesterday)))


class ReportViews:
    """Keeps the choice of each person. Nothing is kept for an actor without an account."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, actor: Actor) -> KeptReportView | None:
        """Returns what the person chose last; None if nothing, or nothing that can be read."""
        with self._database.reading() as session:
            found = session.get(ReportView, actor.person_id or 0)
            return _read(found.choice) if found is not None else None

    @once
    def keep(self, actor: Actor, view: KeptReportView) -> None:
        """Stores the choice of the person."""
        if actor.person_id is None:
            return
        scope = view.scope
        choice = {
            "period": scope.period.code,
            "unit_id": scope.unit_id,
            "person_id": scope.person_id,
            "kind": [str(one) for one in values_of(scope.kind)],
            "channel": [str(one) for one in values_of(scope.channel)],
            "family": view.family,
        }
        with self._database.writing() as session:
            session.merge(ReportView(person_id=actor.person_id, choice=choice))


def _read(choice: dict[str, Any]) -> KeptReportView | None:
    try:
        period = Period.parse(str(choice["period"]))
        scope = ReportScope(
            period,
            choice["unit_id"],
            choice["person_id"],
            several(choice["kind"]),
            several(choice["channel"]),
        )
        return KeptReportView(scope, str(choice["family"]))
    except (InvalidValueError, KeyError, TypeError):
        # Another version of the program wrote it.
        return None
