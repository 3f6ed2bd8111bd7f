"""Acts on labels.

A merge moves the petitions of a label, and the labels merged into it before, to another label. Its event has their
numbers, from which it can be taken back: nobody has to see the petitions.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, and_, exists, false, literal, not_, or_, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import bare, negation, next_version, seen_is_old, value_of, visible
from desktop_app.database.acts.model import ActScope, Does, Reversal, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.petitions.model import Label, PetitionLabel
from desktop_app.staff.role_expressions import has_any
from desktop_app.staff.roles import Role
from desktop_app.staff.roster import Rules, administers, roster_act

_LABEL: Final[Any] = Label.__table__
_ON_PETITION: Final[Any] = named_table(PetitionLabel.__tablename__)


def _no_name(scope: ActScope) -> ColumnElement[bool]:
    return or_(visible(scope.given("name")) == "", bare(scope.given("folded")) == "")


def _is_merged(scope: ActScope) -> ColumnElement[bool]:
    merged: ColumnElement[bool] = scope.item.c.merged_into_id.is_not(None)
    return merged


def _name_is_taken(own: ColumnElement[Any] | None, scope: ActScope) -> ColumnElement[bool]:
    other = aliased(Label)
    found = select(other.id).where(other.folded == scope.given("folded"))
    if own is not None:
        found = found.where(other.id != own)
    return found.correlate_except(other).exists()


def _no_target(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given label is the same one, merged itself, or not there."""
    into = aliased(Label)
    found = select(into.id).where(
        into.id == scope.given("merged_into_id"), into.id != scope.item.c.id, into.merged_into_id.is_(None)
    )
    return not_(found.correlate_except(into).exists())


_NAME: Final[Rules] = (("text_missing", _no_name),)
ADDED: Final = roster_act(
    "label_added", "label", "label", Does.INSERT,
    given=("name", "folded"), sets={"active": lambda _scope: true()}, told=("name", "active"),
    who=has_any(Role.CLERK, Role.MANAGER),
    rules=(*_NAME, ("label_exists", lambda scope: _name_is_taken(None, scope))),
)  # fmt: skip
CHANGED: Final = roster_act(
    "label_changed", "label", "label", Does.UPDATE,
    given=("name", "folded", "active"), told=("name", "active"),
    rules=(
        ("not_there", _is_merged), *_NAME, ("label_exists", lambda scope: _name_is_taken(scope.item.c.id, scope)),
    ),
)  # fmt: skip


def _has_target(scope: ActScope) -> ColumnElement[bool]:
    """Whether the petition of the row has the given label as well."""
    there = aliased(PetitionLabel)
    return exists(
        select(literal(1))
        .where(
            there.petition_id == scope.row.c.petition_id,
            there.label_id == scope.given("merged_into_id"),
        )
        .correlate_except(there)
    )


MERGED: Final = roster_act(
    "label_merged", "label", "label", Does.UPDATE, under="merged_into_id",
    given=("merged_into_id",), sets={"active": lambda _scope: false()}, told=("name", "active"),
    # The labels merged into one that is merged follow it, without an event of theirs.
    tells={"merged_into_id": lambda scope: scope.item.c.merged_into_id},
    extra={"merged_into": value_of(Label, "name", "merged_into_id")},
    rules=(("not_there", _is_merged), ("no_such_label", _no_target)),
    steps=(
        Step("both", _ON_PETITION, Does.DELETE, "label_id", where=_has_target),
        Step(
            "moved", _ON_PETITION, Does.UPDATE, "",
            sets={"label_id": lambda scope: scope.given("merged_into_id")},
            where=lambda scope: and_(scope.row.c.label_id == scope.item.c.id, not_(_has_target(scope))),
            undone={"label_id": lambda scope: scope.item.c.id},
            # Others lost the label meanwhile.
            undone_where=lambda scope: scope.row.c.label_id == scope.item.c.merged_into_id,
        ),
        Step(
            "led", _LABEL, Does.UPDATE, "",
            sets={"merged_into_id": lambda scope: scope.given("merged_into_id")},
            where=lambda scope: scope.row.c.merged_into_id == scope.item.c.id,
            undone={"merged_into_id": lambda scope: scope.item.c.id},
            undone_where=lambda scope: scope.row.c.merged_into_id == scope.item.c.merged_into_id,
        ),
    ),
)  # fmt: skip
UNMERGED: Final = Reversal(
    name="label_unmerged",
    of=MERGED,
    event=lambda _events, _scope: true(),
    refusals=(("not_your_role", negation(administers)), ("conflict", seen_is_old)),
    follows={"version": next_version},
    extra={},
)

declare(ADDED, CHANGED, MERGED, UNMERGED)
