"""Acts on campaign groups, as data (`database.acts`): found, joined by further comments, parted, merged, decided.

The caller gives the common text that the program found for the members after the act: the comment that represents
the group, what of its text all share, the additions, and for each member its offsets (`common_text`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, String, and_, case, false, literal, not_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import column, me, nothing, now
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.instruments.campaigns.fingerprint_model import CommentFingerprint
from desktop_app.instruments.campaigns.model import CampaignMember, CampaignRecord
from desktop_app.instruments.comments.acts.predicates import (
    CAMPAIGN,
    COMMON_TEXT,
    DECISION_GIVEN,
    DECISION_RULES,
    DECISION_SETS,
    DECISION_TOLD,
    FINGERPRINT,
    INSTRUMENT,
    MEMBER,
    READING,
    additions_read,
    additions_unread,
    reviews,
    takes_in,
)
from desktop_app.instruments.model import PublicComment
from desktop_app.staff.role_acts import role_act

_COMPARED: Final = ("comment_id", "against_id", "adds", "lacks")


def _on_campaign(
    name: str, who: Expression, *needs: tuple[str, Expression], steps: tuple[Step, ...], **more: Any
) -> Act:
    return role_act(
        name, CAMPAIGN, who, *needs, item_type="campaign", under="instrument_id", steps=steps, **more
    )


def _of_instrument(comment: ColumnElement[Any], instrument: ColumnElement[Any]) -> ColumnElement[bool]:
    row = aliased(PublicComment)
    found = select(row.id).where(row.id == comment, row.instrument_id == instrument)
    return found.correlate_except(row).exists()


def _head_is_elsewhere(instrument: Callable[[ActScope], ColumnElement[Any]]) -> tuple[str, Expression]:
    return "not_there_any_more", lambda scope: not_(_of_instrument(scope.given("head_id"), instrument(scope)))


def _not_grouped(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given comment is one of the instrument that nobody placed and that is in no group."""
    row = aliased(CampaignMember)
    held = select(row.comment_id).where(row.comment_id == scope.given("comment_id")).correlate_except(row)
    return and_(_of_instrument(scope.given("comment_id"), scope.item.c.instrument_id), not_(held.exists()))


def _not_compared(instrument: Expression) -> Expression:
    """Returns the condition that the given comment is one of the instrument and has no fingerprint."""

    def bare(scope: ActScope) -> ColumnElement[bool]:
        row = aliased(CommentFingerprint)
        held = select(row.comment_id).where(row.comment_id == scope.given("comment_id")).correlate_except(row)
        return and_(_of_instrument(scope.given("comment_id"), instrument(scope)), not_(held.exists()))

    return bare


def _prints(belongs: str, instrument: Expression, counted: str = "") -> Step:
    """Returns the step that stores the fingerprints of comments that were compared for the first time."""
    return Step(
        "prints",
        FINGERPRINT,
        Does.INSERT,
        belongs,
        ("comment_id", "letters", "sketch"),
        sets={} if belongs else {"instrument_id": instrument},
        where=_not_compared(instrument),
        recorded=False,
        counted=counted,
    )


def _instrument(scope: ActScope) -> ColumnElement[Any]:
    number: ColumnElement[Any] = scope.item.c.instrument_id
    return number


def _same_common(scope: ActScope) -> ColumnElement[Any]:
    """Returns the version after the act: whoever saw another common text has to look again."""
    item = scope.item.c
    same = and_(item.head_id == scope.given("head_id"), item.digest == scope.given("digest"))
    return case((same, item.version), else_=item.version + 1)


_TEXT: Final = Step("campaign", CAMPAIGN, Does.UPDATE, "id", COMMON_TEXT, sets={"version": _same_common})
_MEMBERS: Final = Step(
    "members",
    MEMBER,
    Does.INSERT,
    "campaign_id",
    _COMPARED,
    sets=dict.fromkeys(("by_hand", "follows", "apart"), lambda _scope: false()) | {"placed_by_id": nothing},
    where=_not_grouped,
    counted="comments",
)


def _given_member(scope: ActScope) -> ColumnElement[bool]:
    same: ColumnElement[bool] = scope.row.c.comment_id == scope.given("comment_id")
    return same


_OTHERS: Final = Step(
    "compared", MEMBER, Does.UPDATE, "campaign_id", _COMPARED, where=_given_member, recorded=False
)
_PLACED_BY_HAND: Final[dict[str, Expression]] = {
    "follows": lambda _scope: false(),
    "apart": lambda _scope: false(),
    "by_hand": lambda _scope: literal(True),
    "placed_by_id": me,
}

COMPARED: Final = role_act(
    "comments_compared",
    INSTRUMENT,
    takes_in,
    steps=(_prints("instrument_id", lambda scope: scope.item.c.id, counted="count"),),
)
FOUND: Final = _on_campaign(
    "found",
    takes_in,
    _head_is_elsewhere(lambda scope: scope.given("instrument_id")),
    steps=(
        Step(
            "campaign",
            CAMPAIGN,
            Does.INSERT,
            "id",
            ("instrument_id", *COMMON_TEXT),
            sets={
                "made_at": now,
                "reason": lambda _scope: literal(""),
                "decided_by": lambda _scope: literal(""),
                "carried_provision": lambda _scope: literal(""),
                "unchanged_reason": lambda _scope: literal(""),
                "version": lambda _scope: literal(1),
            },
        ),
        _MEMBERS,
        _prints("", _instrument),
    ),
)
GATHERED: Final = _on_campaign(
    "gathered",
    takes_in,
    _head_is_elsewhere(_instrument),
    steps=(_TEXT, _MEMBERS, _OTHERS, _prints("", _instrument)),
)
TAKEN_OUT: Final = _on_campaign(
    "taken_out",
    reviews,
    _head_is_elsewhere(_instrument),
    steps=(
        _TEXT,
        Step(
            "gone",
            MEMBER,
            Does.UPDATE,
            "campaign_id",
            ("comment_id",),
            sets={
                "campaign_id": nothing,
                "against_id": nothing,
                "adds": nothing,
                "lacks": nothing,
                **_PLACED_BY_HAND,
            },
            where=_given_member,
            counted="comments",
        ),
        _OTHERS,
    ),
)


def _not_beside(scope: ActScope) -> ColumnElement[bool]:
    """Whether the other group is the same, or one of another instrument."""
    row = aliased(CampaignRecord)
    found = select(row.id).where(
        row.id == scope.given("other"),
        row.id != scope.item.c.id,
        row.instrument_id == scope.item.c.instrument_id,
    )
    return not_(found.correlate_except(row).exists())


def _given_member_of_other(scope: ActScope) -> ColumnElement[bool]:
    """Whether the row is the given member, still of the group that the caller names."""
    return and_(
        _given_member(scope),
        scope.row.c.campaign_id == scope.given("campaign_id"),
        _of_instrument(scope.given("comment_id"), scope.item.c.instrument_id),
    )


JOINED: Final = _on_campaign(
    "groups_joined",
    reviews,
    ("groups_of_one_instrument", _not_beside),
    _head_is_elsewhere(_instrument),
    steps=(
        _TEXT,
        Step(
            "moved",
            MEMBER,
            Does.UPDATE,
            "",
            (*_COMPARED, "campaign_id"),
            sets={"campaign_id": lambda scope: scope.item.c.id, **_PLACED_BY_HAND},
            where=_given_member_of_other,
            counted="comments",
        ),
        _OTHERS,
    ),
    asks={"other": BigInteger()},
)


#: Whoever saw other additions than there are now has to look again.
READ: Final = _on_campaign(
    "additions_read",
    reviews,
    ("additions_unread", lambda scope: scope.item.c.digest.is_distinct_from(scope.given("digest"))),
    ("so_already", lambda scope: additions_read(scope, scope.item.c.id)),
    steps=(
        Step(
            "reading",
            READING,
            Does.INSERT,
            "campaign_id",
            sets={"person_id": me, "digest": lambda scope: scope.item.c.digest, "read_at": now},
            recorded=False,
        ),
    ),
    asks={"digest": String()},
    extra={"count": column("additions")},
)


def _apart(scope: ActScope) -> ColumnElement[bool]:
    apart: ColumnElement[bool] = scope.given("apart")
    return apart


#: Members are decided on their own, or with the group again.
SET_APART: Final = _on_campaign(
    "members_set_apart",
    reviews,
    steps=(
        Step(
            "members",
            MEMBER,
            Does.UPDATE,
            "campaign_id",
            ("comment_id", "apart"),
            sets={"follows": lambda scope: and_(scope.row.c.follows, not_(_apart(scope)))},
            where=_given_member,
            counted="comments",
        ),
    ),
)
DECIDED: Final = _on_campaign(
    "decided",
    reviews,
    ("additions_unread", lambda scope: additions_unread(scope, scope.item.c.id)),
    *DECISION_RULES,
    steps=(Step("campaign", CAMPAIGN, Does.UPDATE, "id", DECISION_GIVEN, sets=DECISION_SETS),),
    told=DECISION_TOLD,
)

declare(COMPARED, FOUND, GATHERED, TAKEN_OUT, JOINED, READ, SET_APART, DECIDED)
