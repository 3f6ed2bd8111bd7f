"""Which points of a checklist belong to a petition, and which required ones are not ticked yet.

The expressions take a table or entity with the columns of a petition. A point of a merged label belongs to the
petitions of the label that it was merged into.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.petitions.checklists.model import CheckPoint, PetitionTick
from desktop_app.petitions.model import Label, PetitionLabel


def belongs(point: Any, petition: Any) -> ColumnElement[bool]:
    """Whether a point is one of the petition's kind, or of a label that it has."""
    label, put_on = aliased(Label), aliased(PetitionLabel)
    found = (
        select(put_on.label_id)
        .join(label, func.coalesce(label.merged_into_id, label.id) == put_on.label_id)
        .where(label.id == point.label_id, put_on.petition_id == petition.id)
    )
    return or_(point.kind == petition.kind, found.correlate_except(label, put_on).exists())


def is_ticked(point_id: Any, petition: Any) -> ColumnElement[bool]:
    """Whether the point is ticked on the petition."""
    tick = aliased(PetitionTick)
    found = select(tick.point_id).where(tick.petition_id == petition.id, tick.point_id == point_id)
    return found.correlate_except(tick).exists()


def _missing(petition: Any) -> tuple[Any, Select[Any]]:
    point = aliased(CheckPoint)
    found = select(point.title).where(
        point.active, point.required, and_(belongs(point, petition), not_(is_ticked(point.id, petition)))
    )
    return point, found


def point_missing(petition: Any) -> ColumnElement[bool]:
    """Whether a required point of the petition is not ticked."""
    point, found = _missing(petition)
    return found.correlate_except(point).exists()


def first_missing(petition: Any) -> ColumnElement[str | None]:
    """Returns the title of the first required point that is not ticked; NULL if there is none."""
    point, found = _missing(petition)
    first = found.order_by(point.label_id.is_not(None), point.place, point.id).limit(1)
    return first.correlate_except(point).scalar_subquery()
