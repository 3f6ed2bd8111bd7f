"""Rules and parts that the acts on public comments and on campaign groups share."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, literal, not_, or_, select, true
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import (
    column,
    me,
    my_name,
    next_version,
    nothing,
    now,
    visible,
)
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step
from desktop_app.database.declarations import named_table
from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignReading, CampaignRecord
from desktop_app.instruments.comments.place_model import CommentPlace
from desktop_app.instruments.comments.triage_model import CommentIssue
from desktop_app.instruments.model import CommentSender, Instrument, PublicComment, Revision
from desktop_app.instruments.statute.outcome import is_changed
from desktop_app.instruments.vocabulary import ACCEPTING, FINISHED, Disposition
from desktop_app.staff.role_acts import role_act
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

INSTRUMENT: Final = named_table(Instrument.__tablename__)
COMMENT: Final = named_table(PublicComment.__tablename__)
SENDER: Final = named_table(CommentSender.__tablename__)
PLACE: Final = named_table(CommentPlace.__tablename__)
ISSUE: Final = named_table(CommentIssue.__tablename__)
CAMPAIGN: Final = named_table(CampaignRecord.__tablename__)
MEMBER: Final = named_table(CampaignMember.__tablename__)
READING: Final = named_table(CampaignReading.__tablename__)
FINGERPRINT: Final = named_table(CommentFingerprint.__tablename__)

#: The roles that register comments.
TAKERS: Final = (Role.CLERK, Role.REVIEWER, Role.MANAGER)
_CARRIED: Final = tuple(one.value for one in ACCEPTING)
#: The columns of the second reader of a rejection, empty.
NOT_CONFIRMED: Final[Mapping[str, Expression]] = {
    "confirmed_by_id": nothing,
    "confirmed_by": lambda _scope: literal(""),
    "confirmed_at": nothing,
}


def reviews(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is a reviewer, of any unit."""
    return has_role(scope, Role.REVIEWER)


def takes_in(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor registers comments."""
    return or_(*(has_role(scope, role) for role in TAKERS))


def status_of(scope: ActScope) -> ColumnElement[Any]:
    """Returns the stored status of the item's instrument."""
    row = aliased(Instrument)
    found = select(row.status).where(row.id == scope.item.c.instrument_id).correlate_except(row)
    return found.scalar_subquery()


def finished(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(status_of(scope).in_(FINISHED), true())


def number_of_revision(scope: ActScope) -> ColumnElement[Any]:
    """Returns the number of the revision that carries the item, NULL for none."""
    row = aliased(Revision)
    found = select(row.number).where(row.id == scope.item.c.carried_revision_id).correlate_except(row)
    return found.scalar_subquery()


def _unknown_disposition(scope: ActScope) -> ColumnElement[bool]:
    known = [one.value for one in Disposition]
    return func.coalesce(scope.given("disposition").not_in(known), true())


def _no_reason(scope: ActScope) -> ColumnElement[bool]:
    return visible(scope.given("reason")) == ""


def _unchanged_reason(scope: ActScope) -> ColumnElement[str]:
    return visible(scope.given("unchanged_reason"))


def _not_accepted(scope: ActScope) -> ColumnElement[bool]:
    """Whether it is said what carries the item, or why nothing does, and the item is not accepted."""
    named = or_(
        scope.given("carried_revision_id").is_not(None),
        scope.given("carried_provision") != "",
        _unchanged_reason(scope) != "",
    )
    return and_(named, scope.given("disposition").not_in(_CARRIED))


def given_revision_is(
    scope: ActScope, asked: str, to_exposed: Callable[[Any, Any], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Whether the revision given as `asked` is one of the item's instrument.

    If a revision is exposed, `to_exposed` must hold for the ids of both.
    """
    row, draft = aliased(Revision), aliased(Instrument)
    found = (
        select(row.id)
        .join(draft, draft.id == row.instrument_id)
        .where(
            row.id == scope.given(asked),
            draft.id == scope.item.c.instrument_id,
            or_(draft.exposed_revision_id.is_(None), to_exposed(row.id, draft.exposed_revision_id)),
        )
    )
    return found.correlate_except(row, draft).exists()


def _not_newer(scope: ActScope) -> ColumnElement[bool]:
    """Whether the revision that carries the item is none of its instrument, or not newer than the exposed one."""
    asked = "carried_revision_id"
    return and_(scope.given(asked).is_not(None), not_(given_revision_is(scope, asked, operator.gt)))


def _changes_nothing(scope: ActScope) -> ColumnElement[bool]:
    """Whether nothing of the carrier's name differs between the exposed revision and the given one."""
    draft = aliased(Instrument)
    exposed = select(draft.exposed_revision_id).where(draft.id == scope.item.c.instrument_id)
    old = exposed.correlate_except(draft).scalar_subquery()
    name, revision = scope.given("carried_provision"), scope.given("carried_revision_id")
    is_named = or_(revision.is_not(None), name != "")
    return and_(is_named, not_(is_changed(name, old, revision)))


def _both(scope: ActScope) -> ColumnElement[bool]:
    """Whether a carrier is given, and a reason for none."""
    carried = scope.given("carried_revision_id").is_not(None)
    return and_(carried, _unchanged_reason(scope) != "")


def membership(scope: ActScope, *conditions: Any) -> ColumnElement[bool]:
    """Whether the comment has a row of membership that fulfils the conditions, functions of the mapped row."""
    row = aliased(CampaignMember)
    found = select(row.comment_id).where(
        row.comment_id == scope.item.c.id, *(condition(row) for condition in conditions)
    )
    return found.correlate_except(row).exists()


def additions_read(scope: ActScope, campaign: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the actor recorded that they saw what single members of a group add now."""
    row, group = aliased(CampaignReading), aliased(CampaignRecord)
    found = (
        select(row.id)
        .join(group, and_(group.id == row.campaign_id, group.digest == row.digest))
        .where(group.id == campaign, row.person_id.is_not_distinct_from(scope.me))
    )
    return found.correlate_except(row, group).exists()


def additions_unread(scope: ActScope, campaign: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether single members of a group add what the actor did not see."""
    group = aliased(CampaignRecord)
    found = select(group.id).where(group.id == campaign, group.additions > 0)
    return and_(found.correlate_except(group).exists(), not_(additions_read(scope, campaign)))


#: The columns of a group's common text, which the caller computes (`campaigns.common_text`).
COMMON_TEXT: Final = ("head_id", "shared", "additions", "digest")
#: The rules of a decision, on a comment or a group.
DECISION_RULES: Final[tuple[tuple[str, Expression], ...]] = (
    ("instrument_is_finished", finished),
    ("out_of_range", _unknown_disposition),
    ("text_missing", _no_reason),
    ("only_accepted_is_carried", _not_accepted),
    ("carried_by_a_newer_revision", _not_newer),
    ("carrier_is_unchanged", _changes_nothing),
    ("carrier_or_reason", _both),
)
#: The columns of a decision that the caller gives, and those that are the actor's.
DECISION_GIVEN: Final = (
    "disposition", "reason", "carried_revision_id", "carried_provision", "unchanged_reason",
)  # fmt: skip
DECISION_SETS: Final[Mapping[str, Expression]] = {
    "reason": lambda scope: visible(scope.given("reason")),
    "unchanged_reason": _unchanged_reason,
    "decided_by_id": me,
    "decided_by": my_name,
    "decided_at": now,
    "version": next_version,
}
DECISION_TOLD: Final[Mapping[str, Expression]] = {
    "disposition": column("disposition"),
    "reason": column("reason"),
    "carried_revision": number_of_revision,
    "carried_revision_id": column("carried_revision_id"),
    "carried_provision": column("carried_provision"),
    "unchanged_reason": column("unchanged_reason"),
}


def on_comment(name: str, who: Expression, *needs: tuple[str, Expression], **more: Any) -> Act:
    """Returns an act on public comments for those who fulfil `who`; `more` as for `role_act`."""
    return role_act(name, COMMENT, who, *needs, item_type="comment", **more)


def own(*columns: str, **sets: Expression) -> Step:
    """Returns the step that changes the comment itself, and its version."""
    return Step("comment", COMMENT, Does.UPDATE, "id", columns, sets={"version": next_version} | sets)
