"""A petition as a list shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Row, ScalarSelect, Select, and_, false, func, or_, select

from desktop_app.office.model import OfficeService
from desktop_app.petitions.follow_ups.model import WroteAgain
from desktop_app.petitions.model import Label, Petition, PetitionLabel, PetitionSeen
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor

#: No name of a label has it in it.
_BETWEEN: Final = "\x1f"
#: Where the names of labels stand in a row.
_LABELS: Final = 23


@dataclass(frozen=True, slots=True)
class PetitionRow:
    """A petition as a list shows it. Texts are at most 200 characters; `received_at` is aware, in UTC;
    `due_on` is a day in Tehran."""

    id: int
    version: int
    tracking_code: str
    registry_year: int
    registry_number: int
    external_id: str | None
    kind: str
    channel: str
    status: str
    urgency: str
    subject: str
    snippet: str
    petitioner_name: str
    unit_id: int | None
    unit_name: str
    assignee_id: int | None
    assignee_name: str
    received_at: datetime
    due_on: date | None
    paused: bool
    resolved_at: datetime | None
    outcome: str | None
    unread: bool
    #: The names of its labels, in their order.
    labels: tuple[str, ...] = ()
    #: How much the petitioner has written since it came in, and whether that waits to be read by who has it.
    further: int = 0
    wrote_again: bool = False
    #: What it is about, as the catalogue calls it.
    about: str = ""


def select_rows(actor: Actor) -> Select[*tuple[Any, ...]]:
    """The columns of `PetitionRow`, in its order: columns, not entities, which cost ten times as much."""
    return _rows_for(actor.person_id or 0)


@lru_cache(maxsize=8)
def _rows_for(person_id: int) -> Select[*tuple[Any, ...]]:
    # Kept: putting it together costs as much as asking the server.
    seen = and_(PetitionSeen.petition_id == Petition.id, PetitionSeen.person_id == person_id)
    return (
        select(
            Petition.id,
            Petition.version,
            Petition.tracking_code,
            Petition.registry_year,
            Petition.registry_number,
            Petition.external_id,
            Petition.kind,
            Petition.channel,
            Petition.status,
            Petition.urgency,
            Petition.subject,
            Petition.snippet,
            Petition.petitioner_name,
            Petition.unit_id,
            func.coalesce(Unit.name, ""),
            Petition.assignee_id,
            func.coalesce(Person.full_name, ""),
            Petition.received_at,
            Petition.due_on,
            Petition.paused_on.is_not(None),
            Petition.resolved_at,
            Petition.outcome,
            or_(PetitionSeen.version.is_(None), PetitionSeen.version < Petition.version),
            _labels(),
            func.coalesce(WroteAgain.texts, 0),
            func.coalesce(WroteAgain.unread, false()),
            func.coalesce(OfficeService.name, Petition.about),
        )
        .select_from(Petition)
        .outerjoin(Unit, Unit.id == Petition.unit_id)
        .outerjoin(Person, Person.id == Petition.assignee_id)
        .outerjoin(PetitionSeen, seen)
        .outerjoin(OfficeService, OfficeService.id == Petition.about_id)
        .outerjoin(WroteAgain, WroteAgain.petition_id == Petition.id)
    )


def row_of(found: Row[*tuple[Any, ...]]) -> PetitionRow:
    """A row of `select_rows`."""
    values: list[Any] = list(found)
    values[_LABELS] = tuple(sorted(values[_LABELS].split(_BETWEEN))) if values[_LABELS] else ()
    return PetitionRow(*values)


def _labels() -> ScalarSelect[str | None]:
    """The names of the labels in one text: of the rows of a page only, over their index."""
    return (
        select(func.aggregate_strings(Label.name, _BETWEEN))
        .select_from(PetitionLabel)
        .join(Label, Label.id == PetitionLabel.label_id)
        .where(PetitionLabel.petition_id == Petition.id)
        .scalar_subquery()
    )
