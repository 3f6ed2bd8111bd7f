"""A petition as lists show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Row, ScalarSelect, Select, and_, false, func, or_, select

from desktop_app.office.model import OfficeService
from desktop_app.petitions.follow_ups.model import WroteAgain
from desktop_app.petitions.model import Label, Petition, PetitionLabel, PetitionSeen
from desktop_app.petitions.outbox.delivery_state import contact_of, end_state
from desktop_app.staff.model import Person, Unit
from desktop_app.staff.roles import Actor

#: A separator that no name of a label contains.
_BETWEEN: Final = "\x1f"
#: The index of the labels' names in a row.
_LABELS: Final = 23


@dataclass(frozen=True, slots=True)
class PetitionRow:
    """A petition as lists show it.

    Texts are at most 200 characters; `received_at` is aware, in UTC; `due_on` is a date in Tehran.
    """

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
    #: The names of its labels, sorted.
    labels: tuple[str, ...] = ()
    #: How many later messages the petitioner wrote, and whether the assignee still has to read one.
    further: int = 0
    wrote_again: bool = False
    #: What it is about, by its name in the catalogue.
    about: str = ""
    #: It is a notice: its identity is incomplete.
    notice: bool = False
    #: The `DeliveryState` of its answer or closing; None while it is open.
    delivery: str | None = None


def select_rows(actor: Actor) -> Select[*tuple[Any, ...]]:
    """Returns the SELECT of the columns of `PetitionRow`, in its order: mapped objects would cost ten times as
    much.
    """
    return _rows_for(actor.person_id or 0)


@lru_cache(maxsize=8)
def _rows_for(person_id: int) -> Select[*tuple[Any, ...]]:
    # Cached: building it costs as much as the query.
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
            Petition.notice,
            end_state(Petition, contact_of(Petition)),
        )
        .select_from(Petition)
        .outerjoin(Unit, Unit.id == Petition.unit_id)
        .outerjoin(Person, Person.id == Petition.assignee_id)
        .outerjoin(PetitionSeen, seen)
        .outerjoin(OfficeService, OfficeService.id == Petition.about_id)
        .outerjoin(WroteAgain, WroteAgain.petition_id == Petition.id)
    )


def row_of(found: Row[*tuple[Any, ...]]) -> PetitionRow:
    """Returns the `PetitionRow` of a row of `select_rows`."""
    values: list[Any] = list(found)
    values[_LABELS] = tuple(sorted(values[_LABELS].split(_BETWEEN))) if values[_LABELS] else ()
    return PetitionRow(*values)


def _labels() -> ScalarSelect[str | None]:
    """Returns the names of the labels in one text, by a subquery that runs over an index for the rows of a page
    only.
    """
    return (
        select(func.aggregate_strings(Label.name, _BETWEEN))
        .select_from(PetitionLabel)
        .join(Label, Label.id == PetitionLabel.label_id)
        .where(PetitionLabel.petition_id == Petition.id)
        .scalar_subquery()
    )
