"""The petitions and the period that a report covers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement

from desktop_app.petitions.lists.filters import Some, values_of
from desktop_app.petitions.model import Petition
from desktop_app.reports.period import Period
from desktop_app.staff.roles import Actor, Role


def desk_units(actor: Actor) -> set[int | None]:
    """Returns the units whose petitions `actor` works on; None stands for the whole office."""
    return {m.unit_id for m in actor.held if m.role in {Role.CLERK, Role.MANAGER}}


@dataclass(frozen=True, slots=True)
class ReportScope:
    """The whole office, restricted by every given field: unit, colleague, kinds and channels."""

    period: Period
    unit_id: int | None = None
    person_id: int | None = None
    kind: Some[str] = None
    channel: Some[str] = None

    def conditions(self, unit: ColumnElement[int] | None = None) -> list[ColumnElement[bool]]:
        """Returns the conditions for petitions, without the period.

        `unit` replaces the column of the unit where the query should not use the index of units.
        """
        made: list[ColumnElement[bool]] = []
        if self.unit_id is not None:
            made.append((Petition.unit_id if unit is None else unit) == self.unit_id)
        if self.person_id is not None:
            made.append(Petition.assignee_id == self.person_id)
        if self.kind:
            made.append(Petition.kind.in_(values_of(self.kind)))
        if self.channel:
            made.append(Petition.channel.in_(values_of(self.channel)))
        return made

    def seen_whole_by(self, actor: Actor) -> bool:
        """Whether a person can see every petition in scope (`petitions.reach`)."""
        desk = desk_units(actor)
        return None in desk or (self.unit_id is not None and self.unit_id in desk)

    @property
    def key(self) -> str:
        """A key of petitions and period, independent of the reader; issued reports are looked up by it."""
        parts = [f"{self.period.first.isoformat()}..{self.period.last.isoformat()}"]
        parts += [f"unit={self.unit_id}"] if self.unit_id is not None else []
        parts += [f"person={self.person_id}"] if self.person_id is not None else []
        for name, value in (("kind", self.kind), ("channel", self.channel)):
            parts += [f"{name}={','.join(sorted(map(str, values_of(value))))}"] if value else []
        return " ".join(parts)
