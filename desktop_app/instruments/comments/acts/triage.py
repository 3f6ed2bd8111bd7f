"""Acts beside decisions: issues and assignees, hiding, letter numbers, and reading what is hidden."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, String, and_, case, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import (
    bare,
    column,
    given,
    me,
    my_name,
    named,
    negation,
    now,
    visible,
)
from desktop_app.database.acts.model import ActScope, Does, Reversal, Step, declare
from desktop_app.database.base import Json
from desktop_app.instruments.campaigns.model import CampaignMember
from desktop_app.instruments.comments.acts.deciding import TAKEN_BACK, last_of_run
from desktop_app.instruments.comments.acts.predicates import (
    CAMPAIGN,
    COMMON_TEXT,
    ISSUE,
    MEMBER,
    finished,
    on_comment,
    own,
    reviews,
    takes_in,
)
from desktop_app.instruments.comments.triage_model import CommentIssue
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import LETTER, HiddenReason
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

#: The longest name of an issue, in letters.
LONGEST_ISSUE: Final = 60
_FINISHED: Final = ("instrument_is_finished", finished)


# Issues

_SQLITE_ISSUES: Final = (
    "(SELECT json_group_array(issue) FROM"
    " (SELECT issue FROM comment_issue WHERE comment_id = {0} {1} ORDER BY issue))"
)
_POSTGRESQL_ISSUES: Final = (
    "(SELECT coalesce(jsonb_agg(o.issue ORDER BY o.issue COLLATE \"C\"), '[]')"
    " FROM (SELECT issue FROM comment_issue WHERE comment_id = {0} {1}) AS o)"
)


def _issues(then: str) -> Any:
    """Returns a function of the comment and the given issue: the comment's issues with `then` after them."""
    return engine_function(
        Json,
        postgresql=_POSTGRESQL_ISSUES.replace("{1}", then),
        sqlite=_SQLITE_ISSUES.replace("{1}", then),
    )


_issues_now: Final = _issues("")
_issues_with: Final = _issues("UNION SELECT {1}")
_issues_without: Final = _issues("AND issue <> {1}")


def _has_issue(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(CommentIssue)
    found = select(row.issue).where(row.comment_id == scope.item.c.id, row.issue == scope.given("issue"))
    return found.correlate_except(row).exists()


def _bad_issue(scope: ActScope) -> ColumnElement[bool]:
    issue = scope.given("issue")
    return or_(visible(issue) == "", func.length(issue) > LONGEST_ISSUE, bare(issue) != issue)


def _wanted(scope: ActScope) -> ColumnElement[bool]:
    wanted: ColumnElement[bool] = scope.given("on")
    return wanted


#: Names an issue of a comment, or takes it away; a comment where it is so already is refused.
ISSUES_CHANGED: Final = on_comment(
    "issues_changed",
    reviews,
    _FINISHED,
    ("out_of_range", _bad_issue),
    ("so_already", lambda scope: _has_issue(scope) == _wanted(scope)),
    steps=(
        Step(
            "named",
            ISSUE,
            Does.INSERT,
            "comment_id",
            sets={"issue": given("issue")},
            where=_wanted,
            recorded=False,
        ),
        Step(
            "unnamed",
            ISSUE,
            Does.DELETE,
            "comment_id",
            where=lambda scope: and_(not_(_wanted(scope)), scope.row.c.issue == scope.given("issue")),
            recorded=False,
        ),
    ),
    told={"issues": lambda scope: _issues_now(scope.item.c.id)},
    asks={"issue": String(), "on": Boolean()},
    extra={
        "issues": lambda scope: case(
            (_wanted(scope), _issues_with(scope.item.c.id, scope.given("issue"))),
            else_=_issues_without(scope.item.c.id, scope.given("issue")),
        )
    },
    remarks=("bulk", "undoes"),
)


# Assignees


def _assigns(scope: ActScope) -> ColumnElement[bool]:
    return or_(reviews(scope), has_role(scope, Role.MANAGER))


def _no_reviewer(scope: ActScope) -> ColumnElement[bool]:
    role, person = aliased(PersonRole), aliased(Person)
    found = (
        select(role.id)
        .join(person, person.id == role.person_id)
        .where(person.active, person.id == scope.given("assignee_id"), role.role == Role.REVIEWER.value)
    )
    there = found.correlate_except(role, person).exists()
    return and_(scope.given("assignee_id").is_not(None), not_(there))


def _assigned_already(scope: ActScope) -> ColumnElement[bool]:
    same: ColumnElement[bool] = scope.item.c.assignee_id.is_not_distinct_from(scope.given("assignee_id"))
    return same


REVIEWER_ASSIGNED: Final = on_comment(
    "reviewer_assigned",
    _assigns,
    _FINISHED,
    ("not_there_any_more", _no_reviewer),
    ("so_already", _assigned_already),
    # What somebody decides does not depend on it: the version stays.
    steps=(own("assignee_id", version=column("version")),),
    told={"assignee_id": column("assignee_id"), "assignee_name": named(Person, "assignee_id", "full_name")},
    remarks=("bulk",),
)
ASSIGNMENT_TAKEN_BACK: Final = Reversal(
    name=TAKEN_BACK,
    of=REVIEWER_ASSIGNED,
    event=last_of_run,
    refusals=(_FINISHED, ("not_your_role", negation(_assigns))),
    follows={},
)


# Hiding


def _unknown_hiding(scope: ActScope) -> ColumnElement[bool]:
    reason = scope.given("hidden_reason")
    return and_(reason.is_not(None), reason.not_in([one.value for one in HiddenReason]))


def _hidden(scope: ActScope) -> ColumnElement[bool]:
    hidden: ColumnElement[bool] = scope.item.c.hidden_reason.is_not(None)
    return hidden


def _hides(scope: ActScope) -> ColumnElement[bool]:
    hides: ColumnElement[bool] = scope.given("hidden_reason").is_not(None)
    return hides


def _campaign_of(scope: ActScope) -> ColumnElement[Any]:
    row = aliased(CampaignMember)
    found = select(row.campaign_id).where(row.comment_id == scope.item.c.id).correlate_except(row)
    return found.scalar_subquery()


#: Hides a comment for a reason, or shows it again for NULL. A hidden comment does not represent its group: the rows
#: `campaign` and `compared` are the group's common text without it, or with it again.
MODERATED: Final = on_comment(
    "moderated",
    reviews,
    _FINISHED,
    ("out_of_range", _unknown_hiding),
    ("comment_is_hidden", lambda scope: and_(_hides(scope), _hidden(scope))),
    ("comment_is_not_hidden", lambda scope: and_(not_(_hides(scope)), not_(_hidden(scope)))),
    steps=(
        own("hidden_reason", hidden_by_id=me, hidden_by=my_name, hidden_at=now),
        Step(
            "campaign",
            CAMPAIGN,
            Does.UPDATE,
            "",
            given=COMMON_TEXT,
            sets={"version": lambda scope: scope.row.c.version + 1},
            where=lambda scope: and_(
                scope.row.c.instrument_id == scope.item.c.instrument_id,
                scope.row.c.id == _campaign_of(scope),
            ),
        ),
        Step(
            "compared",
            MEMBER,
            Does.UPDATE,
            "",
            given=("comment_id", "against_id", "adds", "lacks"),
            where=lambda scope: and_(
                scope.row.c.comment_id == scope.given("comment_id"),
                scope.row.c.campaign_id == _campaign_of(scope),
            ),
            recorded=False,
        ),
    ),
    told={"hidden_reason": column("hidden_reason")},
    remarks=("bulk",),
)


def reads_of_unit(scope: ActScope, unit: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether the actor may see what identifies senders, on an instrument of `unit` (`moderation.reads_senders`)."""
    held = scope.roles.alias()
    inside = select(held.c.role).where(held.c.unit_id == unit).correlate_except(held).exists()
    return or_(reviews(scope), and_(unit.is_not(None), or_(inside, has_role(scope, Role.MANAGER, unit))))


def _reads_sender(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(Instrument)
    unit = select(row.unit_id).where(row.id == scope.item.c.instrument_id).correlate_except(row)
    return reads_of_unit(scope, unit.scalar_subquery())


HIDDEN_READ: Final = on_comment(
    "hidden_read",
    _reads_sender,
    ("comment_is_not_hidden", negation(_hidden)),
    extra={"hidden_reason": column("hidden_reason")},
)

#: Reading the number or address that a sender left instead of a name. Who registers comments and petitions may, too.
SENDER_READ: Final = on_comment(
    "sender_read",
    lambda scope: or_(_reads_sender(scope), takes_in(scope), has_role(scope, Role.ADMINISTRATOR)),
    ("comment_is_hidden", _hidden),
)


# Letters


def _of_no_letter(scope: ActScope) -> ColumnElement[bool]:
    return and_(scope.given("letter_number") != "", scope.item.c.channel != LETTER)


LETTER_CORRECTED: Final = on_comment(
    "letter_corrected",
    reviews,
    ("comment_is_hidden", _hidden),
    _FINISHED,
    ("only_a_letter_has_a_number", _of_no_letter),
    ("so_already", lambda scope: scope.item.c.letter_number == scope.given("letter_number")),
    steps=(own("letter_number"),),
    told={"letter_number": column("letter_number")},
)

declare(
    ISSUES_CHANGED, REVIEWER_ASSIGNED, ASSIGNMENT_TAKEN_BACK, MODERATED, HIDDEN_READ, SENDER_READ, LETTER_CORRECTED,
)  # fmt: skip
