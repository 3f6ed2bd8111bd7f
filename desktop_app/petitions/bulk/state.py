"""Petitions as a bulk act reads them: narrow rows, and their state for the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, bindparam, func, select
from sqlalchemy.orm import Session

from desktop_app.petitions.checklists.missing import first_missing
from desktop_app.petitions.complaints import assignees_so_far, ids_in, manager_left, others_left
from desktop_app.petitions.model import Petition, PetitionLabel, Referral
from desktop_app.petitions.moves import MoveContext
from desktop_app.petitions.vocabulary import Kind, Purpose, Status
from desktop_app.staff.model import Unit


@dataclass(frozen=True, slots=True)
class PetitionState:
    """The columns of a petition that bulk acts read. `changed_at` is aware, in UTC."""

    id: int
    version: int
    tracking_code: str
    kind: str
    status: str
    unit_id: int | None
    unit_name: str
    needs_approval: bool
    assignee_id: int | None
    petitioner_name: str
    changed_at: datetime
    urgency: str
    out_for_action: bool
    #: Of a complaint (`petitions.complaints`).
    assignees_so_far: str
    others_left: bool
    manager_left: bool
    notice: bool
    #: The first required point of its checklist that is not ticked.
    first_missing: str | None
    #: Whether it has the label in question.
    labelled: bool

    @property
    def standing(self) -> MoveContext:
        return MoveContext(
            Kind(self.kind),
            Status(self.status),
            self.unit_id,
            self.assignee_id,
            self.needs_approval,
            self.out_for_action,
            ids_in(self.assignees_so_far),
            self.others_left,
            self.manager_left,
            self.notice,
            self.first_missing or "",
        )


def out_for_action() -> ColumnElement[bool]:
    """Whether the petition has an open side referral for action."""
    return (
        select(Referral.id)
        .where(
            Referral.petition_id == Petition.id,
            Referral.purpose == Purpose.ACTION.value,
            Referral.acted_at.is_(None),
            Referral.side,
        )
        .exists()
    )


def has_label(label_id: Any) -> ColumnElement[bool]:
    """Whether the petition has the label."""
    return (
        select(PetitionLabel.label_id)
        .where(PetitionLabel.petition_id == Petition.id, PetitionLabel.label_id == label_id)
        .exists()
    )


#: Built once: its parts take longer to build than a chunk of petitions takes to read.
_STATES: Final = (
    select(
        Petition.id,
        Petition.version,
        Petition.tracking_code,
        Petition.kind,
        Petition.status,
        Petition.unit_id,
        func.coalesce(Unit.name, ""),
        func.coalesce(Unit.needs_approval, False),
        Petition.assignee_id,
        Petition.petitioner_name,
        Petition.changed_at,
        Petition.urgency,
        out_for_action(),
        assignees_so_far(Petition),
        others_left(Petition),
        manager_left(Petition),
        Petition.notice,
        first_missing(Petition),
        has_label(bindparam("label", type_=Petition.id.type)),
    )
    .select_from(Petition)
    .outerjoin(Unit, Unit.id == Petition.unit_id)
    .order_by(Petition.id)
)


def read_states(
    session: Session, ids: Sequence[int], seen: Sequence[ColumnElement[bool]], label_id: int = 0
) -> list[PetitionState]:
    """Returns the petitions of `ids` that fulfil `seen`, in order of id."""
    statement = _STATES.where(and_(Petition.id.in_(ids), *seen))
    return [_state(row) for row in session.execute(statement, {"label": label_id})]


def _state(found: Row[*tuple[Any, ...]]) -> PetitionState:
    return PetitionState(*found)
