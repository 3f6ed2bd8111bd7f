"""The act that tells the sender of a comment what became of it: one message to each, ever.

Whom it goes to is the database's: the client never learns the number or the address. The words are the client's,
as with all messages.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, String, Text, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import bare, given, now, visible
from desktop_app.database.acts.model import ActScope, Does, Step, declare
from desktop_app.database.declarations import named_table
from desktop_app.instruments.comments.acts.predicates import finished, on_comment, reviews
from desktop_app.instruments.comments.senders import way_to
from desktop_app.instruments.model import ConsultationReport, Instrument
from desktop_app.office.message_templates import MessageKind
from desktop_app.office.model import MessageTemplate
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

_KIND: Final = MessageKind.COMMENTED.value


def _of_draft(scope: ActScope, column: str) -> ColumnElement[Any]:
    row = aliased(Instrument)
    found = select(getattr(row, column)).where(row.id == scope.item.c.instrument_id).correlate_except(row)
    return found.scalar_subquery()


def _tells(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor is a reviewer, or a manager of the draft's unit."""
    return or_(reviews(scope), has_role(scope, Role.MANAGER, _of_draft(scope, "unit_id")))


def _not_finished(scope: ActScope) -> ColumnElement[bool]:
    return not_(finished(scope))


def _last_report(scope: ActScope, column: str) -> ColumnElement[Any]:
    row = aliased(ConsultationReport)
    found = select(getattr(row, column)).where(row.instrument_id == scope.item.c.instrument_id)
    return found.order_by(row.number.desc()).limit(1).correlate_except(row).scalar_subquery()


def _not_answered(scope: ActScope) -> ColumnElement[bool]:
    """Whether the last frozen summing-up does not have the decision: there is none, or it came later."""
    comment, frozen = scope.item.c, _last_report(scope, "made_at")
    later = or_(comment.decided_at > frozen, comment.taken_in_at > frozen)
    return or_(comment.disposition.is_(None), frozen.is_(None), func.coalesce(later, False))


def _told(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(OutboxMessage)
    found = select(row.id).where(row.comment_id == scope.item.c.id).correlate_except(row)
    return found.exists()


def _way(scope: ActScope) -> ColumnElement[Any]:
    return func.coalesce(way_to(scope.item.c.id, scope.given("way")), "")


def _is_off(scope: ActScope) -> ColumnElement[bool]:
    row = aliased(MessageTemplate)
    found = select(row.id).where(row.kind == _KIND, row.way == _way(scope), row.active)
    return not_(found.correlate_except(row).exists())


def _subject(scope: ActScope) -> ColumnElement[Any]:
    return func.substr(func.coalesce(scope.given("subject"), ""), 1, 400)


SENDER_TOLD: Final = on_comment(
    "sender_told",
    _tells,
    ("draft_is_not_finished", _not_finished),
    ("not_answered", _not_answered),
    ("told_already", _told),
    ("cannot_be_reached", lambda scope: _way(scope) == ""),
    ("message_is_off", _is_off),
    ("text_missing", lambda scope: or_(visible(scope.given("text")) == "", bare(scope.given("key")) == "")),
    steps=(
        Step(
            "messages",
            named_table("outbox_message"),
            Does.INSERT,
            "comment_id",
            sets={
                "key": given("key"),
                "kind": lambda _scope: literal(_KIND),
                "way": _way,
                "subject": _subject,
                "text": given("text"),
                "draft_code": lambda scope: _of_draft(scope, "code"),
                "state": lambda _scope: literal(MessageState.WAITING.value),
                "made_at": now,
            },
        ),
    ),
    asks={"key": String(), "way": String(), "subject": Text(), "text": Text()},
    extra={"way": _way, "number": lambda scope: _last_report(scope, "number")},
)

declare(SENDER_TOLD)
