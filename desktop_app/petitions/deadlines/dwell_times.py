"""How long petitions stay with units: from a referral until the next one, a return or the resolution.

Reports count and lists select by this one definition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Subquery, and_, case, func, literal_column, select, union
from sqlalchemy.orm import aliased

from desktop_app.database.day_numbers import during
from desktop_app.petitions.model import Petition, Referral


@dataclass(frozen=True, slots=True)
class LeftUnit:
    """The condition that a petition left a unit on one of the days `first` to `last` in Tehran, inclusive."""

    unit_id: int
    first: date
    last: date


def stays_ended(first: date, last: date, conditions: Sequence[ColumnElement[bool]] = ()) -> Subquery:
    """Returns the stays (as `stay`: `unit`, `petition`, `began`, `ended`) of petitions that left a unit on one of
    these days.

    All stays of such a petition are included, also of other days. `conditions` restrict the petitions.
    """
    main = aliased(Referral, name="main")
    # Written exactly as in the indexes: SQLite does not use them for an equivalent expression.
    is_main: ColumnElement[bool] = literal_column("NOT main.side")
    touched = union(
        select(Petition.id).where(during(Petition.resolved_at, first, last), *conditions),
        _petitions_of(main, is_main, during(main.sent_at, first, last), conditions=conditions),
        _petitions_of(
            main, is_main, main.result.is_not(None), during(main.acted_at, first, last), conditions=conditions
        ),
    ).subquery()
    following = func.lead(Referral.sent_at).over(partition_by=Referral.petition_id, order_by=Referral.id)
    left = case(
        (Referral.result.is_not(None), Referral.acted_at),
        else_=func.coalesce(following, Petition.resolved_at),
    )
    return (
        select(
            Referral.to_unit_id.label("unit"),
            Petition.id.label("petition"),
            Referral.sent_at.label("began"),
            left.label("ended"),
        )
        .select_from(touched)
        .join(Referral, and_(Referral.petition_id == touched.c.id, ~Referral.side))
        .join(Petition, Petition.id == touched.c.id)
        .subquery("stay")
    )


def has_left(wanted: LeftUnit) -> ColumnElement[bool]:
    """Returns the SQL condition for a `LeftUnit`."""
    stays = stays_ended(wanted.first, wanted.last)
    return Petition.id.in_(
        select(stays.c.petition).where(
            stays.c.unit == wanted.unit_id, during(stays.c.ended, wanted.first, wanted.last)
        )
    )


def _petitions_of(
    main: type[Referral], *of_referral: ColumnElement[bool], conditions: Sequence[ColumnElement[bool]]
) -> Any:
    found = select(main.petition_id).where(*of_referral)
    if not conditions:
        return found
    return found.join(Petition, Petition.id == main.petition_id).where(*conditions)
