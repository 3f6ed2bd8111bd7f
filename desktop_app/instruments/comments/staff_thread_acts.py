"""The acts on staff threads of comments and campaign groups."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, and_, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import column, not_one_of
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.campaigns.model import CampaignRecord
from desktop_app.instruments.comments.staff_thread_model import CommentThread, CommentThreadMessage
from desktop_app.instruments.model import PublicComment
from desktop_app.instruments.thread_acts import (
    ASSIGNEE,
    NO_SUCH_PERSON,
    SAID,
    SIGNED,
    TOLD,
    conversation_acts,
    message_step,
    thread_act,
)
from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

#: Kinds of threads on a comment; wordings and objections belong to the text.
KINDS: Final = (ThreadKind.NOTE, ThreadKind.QUESTION)
_TABLE: Final = named_table(CommentThread.__tablename__)
_MESSAGES: Final = named_table(CommentThreadMessage.__tablename__)


def _instrument(scope: ActScope) -> ColumnElement[Any]:
    """Returns the instrument of the given comment, if the actor can read it, or of the given group."""
    comment, group = aliased(PublicComment), aliased(CampaignRecord)
    draft = named_table("instrument").alias()
    reads = or_(
        comment.hidden_reason.is_(None),
        has_role(scope, Role.REVIEWER),
        and_(
            draft.c.unit_id.is_not(None),
            or_(has_role(scope, Role.CLERK, draft.c.unit_id), has_role(scope, Role.MANAGER, draft.c.unit_id)),
        ),
    )
    of_comment = (
        select(comment.instrument_id)
        .join(draft, draft.c.id == comment.instrument_id)
        .where(comment.id == scope.given("comment_id"), reads)
        .correlate_except(comment, draft)
    )
    of_group = select(group.instrument_id).where(group.id == scope.given("campaign_id"))
    return func.coalesce(of_comment.scalar_subquery(), of_group.correlate_except(group).scalar_subquery())


def _no_subject(scope: ActScope) -> ColumnElement[bool]:
    """Whether there is no such comment or group, or both are given."""
    one = scope.given("comment_id").is_(None) != scope.given("campaign_id").is_(None)
    return not_(and_(one, _instrument(scope).is_not(None)))


OPENED: Final = thread_act(
    _TABLE,
    "opened",
    *SAID,
    ("out_of_range", not_one_of("kind", KINDS)),
    ("not_there", _no_subject),
    NO_SUCH_PERSON,
    steps=(
        Step(
            "comment_thread",
            _TABLE,
            Does.INSERT,
            "id",
            given=("comment_id", "campaign_id", "kind", "assignee_id"),
            sets={
                **SIGNED,
                "instrument_id": _instrument,
                "status": lambda _scope: literal(ThreadStatus.OPEN.value),
            },
        ),
        message_step(_MESSAGES),
    ),
    told={**TOLD, **ASSIGNEE, "kind": column("kind")},
)
REPLIED, ASSIGNED, RESOLVED, REOPENED = conversation_acts(_TABLE, _MESSAGES)

declare(OPENED, REPLIED, ASSIGNED, RESOLVED, REOPENED)
