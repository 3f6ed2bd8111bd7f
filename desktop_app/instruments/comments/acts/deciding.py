"""Deciding comments: alone, many at once, or with their campaign group; the second reader of rejections."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, and_, false, func, literal, not_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import (
    column,
    given,
    me,
    my_name,
    negation,
    next_version,
    nothing,
    now,
)
from desktop_app.database.acts.model import ActScope, Does, Reversal, Step, declare
from desktop_app.database.audit import EventRecord
from desktop_app.instruments.comments.acts.predicates import (
    DECISION_GIVEN,
    DECISION_RULES,
    DECISION_SETS,
    DECISION_TOLD,
    MEMBER,
    NOT_CONFIRMED,
    additions_unread,
    finished,
    membership,
    on_comment,
    own,
    reviews,
)
from desktop_app.instruments.vocabulary import Disposition

TAKEN_BACK: Final = "bulk_taken_back"


def _in_another_group(scope: ActScope) -> ColumnElement[bool]:
    """Whether a group is given that is not the comment's."""
    campaign = scope.given("campaign")
    return and_(campaign.is_not(None), not_(membership(scope, lambda row: row.campaign_id == campaign)))


def _unread_group(scope: ActScope) -> ColumnElement[bool]:
    """Whether a group is given of which the actor did not see the additions."""
    return additions_unread(scope, scope.given("campaign"))


def _apart(scope: ActScope) -> ColumnElement[bool]:
    """Whether a group is given whose decision is not the comment's."""
    return and_(scope.given("campaign").is_not(None), membership(scope, lambda row: row.apart))


def _decided(scope: ActScope) -> ColumnElement[bool]:
    """Whether the comment has a decision that the caller does not know of, other than that of the given group."""
    follows = membership(
        scope, lambda row: row.campaign_id == scope.given("campaign"), lambda row: row.follows
    )
    return and_(scope.item.c.disposition.is_not(None), scope.seen.is_(None), not_(follows))


def _follows(scope: ActScope) -> ColumnElement[bool]:
    there: ColumnElement[bool] = scope.given("campaign").is_not(None)
    return there


#: Without a version that the caller saw, only an undecided comment is decided, or one that follows the given group.
DECIDED: Final = on_comment(
    "decided",
    reviews,
    *DECISION_RULES,
    ("not_there_any_more", _in_another_group),
    ("additions_unread", _unread_group),
    ("comment_is_apart", _apart),
    ("comment_is_decided", _decided),
    steps=(
        own(*DECISION_GIVEN, **DECISION_SETS, **NOT_CONFIRMED),
        # A decision of its own detaches the comment from the decision on its group.
        Step(
            "follows",
            MEMBER,
            Does.UPDATE,
            "comment_id",
            sets={"follows": _follows},
            where=lambda scope: scope.row.c.follows != _follows(scope),
            recorded=False,
        ),
    ),
    told=DECISION_TOLD,
    asks={"campaign": BigInteger()},
    extra={"campaign": given("campaign")},
    remarks=("bulk",),
)


def _not_rejected(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.item.c.disposition, "") != Disposition.REJECTED.value


def _read_before(scope: ActScope) -> ColumnElement[bool]:
    read: ColumnElement[bool] = scope.item.c.confirmed_by_id.is_not(None)
    return read


CONFIRMED: Final = on_comment(
    "rejection_confirmed",
    reviews,
    ("instrument_is_finished", finished),
    ("confirmation_is_of_a_rejection", _not_rejected),
    ("comment_is_confirmed", _read_before),
    (
        "second_reader_is_another",
        lambda scope: func.coalesce(scope.item.c.decided_by_id == scope.me, false()),
    ),
    steps=(own(confirmed_by_id=me, confirmed_by=my_name, confirmed_at=now),),
    told={"confirmed_by": column("confirmed_by")},
    remarks=("bulk",),
)


def last_of_run(event: Any, scope: ActScope) -> ColumnElement[bool]:
    """Selects the comment's last event, if it is the actor's own and of an act on many."""
    later = aliased(EventRecord)
    after = select(later.id).where(
        later.item_type == event.c.item_type,
        later.item_id == event.c.item_id,
        later.sequence > event.c.sequence,
    )
    return and_(
        event.c.actor_id.is_not_distinct_from(scope.me),
        event.c.after["bulk"].as_string().is_not(None),
        not_(after.correlate_except(later).exists()),
    )


def _first_decision(event: Any, scope: ActScope) -> ColumnElement[bool]:
    """Selects it where the comment was undecided before: nobody restores a decision in another's name."""
    return and_(last_of_run(event, scope), event.c.before["disposition"].as_string().is_(None))


_BACK: Final = (("instrument_is_finished", finished), ("not_your_role", negation(reviews)))
DECISION_TAKEN_BACK: Final = Reversal(
    name=TAKEN_BACK,
    of=DECIDED,
    event=_first_decision,
    refusals=_BACK,
    follows={
        "decided_by_id": nothing,
        "decided_by": lambda _scope: literal(""),
        "decided_at": nothing,
        "version": next_version,
        **NOT_CONFIRMED,
    },
)
CONFIRMATION_TAKEN_BACK: Final = Reversal(
    name=TAKEN_BACK,
    of=CONFIRMED,
    event=last_of_run,
    refusals=_BACK,
    follows={"confirmed_by_id": nothing, "confirmed_at": nothing, "version": next_version},
)

declare(DECIDED, CONFIRMED, DECISION_TAKEN_BACK, CONFIRMATION_TAKEN_BACK)
