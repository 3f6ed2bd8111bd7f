"""The act by which the program archives a petition that was resolved long enough ago."""

from __future__ import annotations

from typing import Final

from sqlalchemy import ColumnElement, Integer, func, true

from desktop_app.database.acts.expressions import given
from desktop_app.database.acts.model import Act, ActScope, declare
from desktop_app.database.base import UtcMoment
from desktop_app.petitions.acts.predicates import TOLD, not_from
from desktop_app.petitions.acts.steps import PETITION, moved
from desktop_app.petitions.moves import TABLE
from desktop_app.petitions.retention.held_back import held_back
from desktop_app.petitions.vocabulary import Move
from desktop_app.staff.role_expressions import roles_of


def _not_due(scope: ActScope) -> ColumnElement[bool]:
    """Whether it was not resolved before the given moment."""
    return func.coalesce(scope.item.c.resolved_at >= scope.given("before"), true())


_RULE: Final = TABLE[Move.ARCHIVE]
#: No login performs it: `app.archive_resolved` does, for whoever asks, by the setting of the office.
ARCHIVED_BY_ITSELF: Final = Act(
    name="archived_by_itself",
    item_type="petition",
    table=PETITION,
    refusals=(
        ("not_from_this_state", not_from(_RULE.starts)),
        ("not_due_yet", _not_due),
        ("held_back", lambda scope: held_back(scope.item.c.id) != ""),
    ),
    steps=(moved(_RULE.target),),
    told=TOLD,
    roles=roles_of,
    asks={"before": UtcMoment(), "days": Integer()},
    extra={"days": given("days")},
    inner=True,
)

declare(ARCHIVED_BY_ITSELF)
