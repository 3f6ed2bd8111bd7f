"""The acts that convert a petition into a comment, take that back, and record that a petition was a comment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    and_,
    case,
    func,
    literal,
    not_,
    null,
    or_,
    select,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import (
    column,
    given,
    id_in,
    me,
    my_name,
    negation,
    now,
    seen_is_old,
    value_of,
    visible,
)
from desktop_app.database.acts.model import Act, ActScope, Expression, Reversal, declare
from desktop_app.database.audit import EventRecord
from desktop_app.instruments.comments.acts.predicates import on_comment, own
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from desktop_app.petitions.acts.beside import at_desk, beside
from desktop_app.petitions.acts.moves import closing
from desktop_app.petitions.acts.predicates import sees, works
from desktop_app.petitions.acts.reversals import FOLLOWS, not_ones_own
from desktop_app.petitions.acts.steps import PETITION
from desktop_app.petitions.model import PetitionText
from desktop_app.petitions.vocabulary import LOOKING, Outcome
from desktop_app.staff.role_expressions import has_role
from desktop_app.staff.roles import Role

TURNED: Final = "turned"
TURNED_BACK: Final = "turned_back"
WAS_COMMENT: Final = "was_comment"


#: Whether two texts have the same letters; on SQLite always true.
_same_letters: Final = engine_function(
    Boolean(), postgresql="(app.skeleton({0}) = app.skeleton({1}))", sqlite="1"
)


def _same_words(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given comment has the words of the petition: the same sender's number, or the same letters."""
    comment, body = aliased(PublicComment), aliased(PetitionText)
    text = (
        select(body.body).where(body.petition_id == scope.item.c.id).correlate_except(body).scalar_subquery()
    )
    found = select(comment.id).where(
        comment.id == scope.given("comment_id"),
        comment.channel == scope.item.c.channel,
        or_(
            comment.external_id == scope.item.c.external_id,
            and_(scope.item.c.external_id.is_(None), _same_letters(comment.text, text)),
        ),
    )
    return found.correlate_except(comment).exists()


def _accepts_comments(scope: ActScope) -> ColumnElement[bool]:
    draft = aliased(Instrument)
    found = select(draft.id).where(
        draft.id == scope.given("instrument_id"),
        draft.status == InstrumentStatus.OPEN.value,
        or_(draft.closes_on.is_(None), draft.closes_on >= scope.today),
    )
    return found.correlate_except(draft).exists()


def _put_aside(scope: ActScope) -> ColumnElement[bool]:
    """Whether the given comment is on another draft, or out of scope, as after a conversion that was undone."""
    comment = aliased(PublicComment)
    found = select(comment.id).where(
        comment.id == scope.given("comment_id"),
        comment.instrument_id == scope.given("instrument_id"),
        comment.disposition.is_distinct_from(Disposition.OUT_OF_SCOPE.value),
    )
    return not_(found.correlate_except(comment).exists())


INTO_COMMENT: Final[Act] = closing(
    TURNED,
    Outcome.COMMENTED,
    ("words_are_masked", lambda scope: scope.item.c.masked_at.is_not(None)),
    ("draft_is_not_open", negation(_accepts_comments)),
    ("not_there_any_more", negation(_same_words)),
    ("not_there_any_more", _put_aside),
    asks={"comment_id": BigInteger(), "instrument_id": BigInteger()},
    extra={
        "instrument": value_of(Instrument, "title", "instrument_id"),
        "comment_id": given("comment_id"),
        "instrument_id": given("instrument_id"),
    },
)


def _last_conversion(event: Any, _scope: ActScope) -> ColumnElement[bool]:
    """Selects the conversion after which nothing was done."""
    later = aliased(EventRecord)
    others = select(later.id).where(
        later.item_type == event.c.item_type,
        later.item_id == event.c.item_id,
        later.sequence > event.c.sequence,
        later.action.not_in(LOOKING),
    )
    return and_(event.c.action == TURNED, not_(others.correlate_except(later).exists()))


def _decided(scope: ActScope) -> ColumnElement[bool]:
    """Whether the comment of the last conversion is decided."""
    comment, event, other = aliased(PublicComment), aliased(EventRecord), aliased(EventRecord)
    last = select(func.max(other.sequence)).where(
        other.item_type == "petition", other.item_id == scope.item.c.id, other.action == TURNED
    )
    found = (
        select(comment.id)
        .join(event, id_in(event.after["comment_id"]) == comment.id)
        .where(
            event.item_type == "petition",
            event.item_id == scope.item.c.id,
            event.sequence == last.correlate_except(other).scalar_subquery(),
            comment.disposition.is_not(None),
        )
    )
    return found.correlate_except(comment, event).exists()


OUT_OF_COMMENT: Final = Reversal(
    name=TURNED_BACK,
    of=INTO_COMMENT,
    event=_last_conversion,
    refusals=(
        ("not_there", negation(sees)),
        ("conflict", seen_is_old),
        ("nothing_to_undo", not_ones_own),
        ("comment_is_decided", _decided),
    ),
    follows=FOLLOWS,
)


def _instrument_of_comment(scope: ActScope) -> ColumnElement[Any]:
    comment, draft = aliased(PublicComment), aliased(Instrument)
    found = select(draft.title).join(comment, comment.instrument_id == draft.id)
    found = found.where(comment.id == scope.given("comment_id")).correlate_except(comment, draft)
    return found.scalar_subquery()


#: Records that a petition, which was registered just now, is also a comment.
FROM_COMMENT: Final = beside(
    WAS_COMMENT, at_desk, ("not_there_any_more", negation(_same_words)), asks={"comment_id": BigInteger()},
    extra={"instrument": _instrument_of_comment, "comment_id": given("comment_id")},
)  # fmt: skip


# The same acts in the history of the comment


def _petition(scope: ActScope, *conditions: Callable[[ActScope], ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether the given petition fulfils the conditions, as an item of which the comment is given."""
    row = PETITION.alias()
    comment = scope.item.c.id
    of_row = replace(scope, item=row, given=lambda _name: comment)
    found = select(row.c.id).where(
        row.c.id == scope.given("petition_id"), *(condition(of_row) for condition in conditions)
    )
    return found.correlate_except(row).exists()


def _became_petition(scope: ActScope) -> ColumnElement[bool]:
    return _petition(scope, sees, _same_words)


def _code(scope: ActScope) -> ColumnElement[Any]:
    row = PETITION.alias()
    found = select(row.c.tracking_code).where(row.c.id == scope.given("petition_id")).correlate_except(row)
    return found.scalar_subquery()


_ASKS: Final = {"petition_id": BigInteger()}
_CODE: Final = {"tracking_code": _code}


def _works_on_petition(scope: ActScope) -> ColumnElement[bool]:
    return _petition(scope, works)


def _aside(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor themselves marked the comment as out of scope, because it was dealt with as a petition."""
    event, last = aliased(EventRecord), aliased(EventRecord)
    own_events = (last.item_type == "comment", last.item_id == scope.item.c.id)
    sequence = select(func.max(last.sequence)).where(*own_events, last.action.in_(("decided", TURNED_BACK)))
    found = select(event.id).where(
        event.item_type == "comment",
        event.item_id == scope.item.c.id,
        event.action == TURNED_BACK,
        event.sequence == sequence.correlate_except(last).scalar_subquery(),
    )
    mine = scope.item.c.decided_by_id.is_not_distinct_from(scope.me)
    return and_(mine, scope.item.c.decided_at.is_not(None), found.correlate_except(event).exists())


def _unless_aside(name: str, empty: Any) -> Expression:
    """Returns the expression of a column of the decision: as it was, or `empty` where the comment counts again."""
    return lambda scope: case((_aside(scope), empty), else_=scope.item.c[name])


_OUTCOME_TOLD: Final = {"disposition": column("disposition"), "reason": column("reason")}
#: Records that a petition became this comment, which counts again if the actor had set it aside.
COMMENT_OF_PETITION: Final = on_comment(
    TURNED,
    _works_on_petition,
    ("not_there_any_more", negation(_became_petition)),
    steps=(
        own(
            disposition=_unless_aside("disposition", null()),
            reason=_unless_aside("reason", ""),
            decided_by=_unless_aside("decided_by", ""),
            decided_by_id=_unless_aside("decided_by_id", null()),
            decided_at=_unless_aside("decided_at", null()),
        ),
    ),
    told=_OUTCOME_TOLD,
    asks=_ASKS,
    extra=_CODE,
)


def _turned_back_by_me(scope: ActScope) -> ColumnElement[bool]:
    """Whether the actor has just taken the given petition back from this comment."""
    event, last = aliased(EventRecord), aliased(EventRecord)
    of_petition = (last.item_type == "petition", last.item_id == scope.given("petition_id"))
    sequence = select(func.max(last.sequence)).where(*of_petition, last.action.in_((TURNED, TURNED_BACK)))
    found = select(event.id).where(
        event.item_type == "petition",
        event.item_id == scope.given("petition_id"),
        event.action == TURNED_BACK,
        event.actor_id.is_not_distinct_from(scope.me),
        id_in(event.after["comment_id"]) == scope.item.c.id,
        event.sequence == sequence.correlate_except(last).scalar_subquery(),
    )
    return found.correlate_except(event).exists()


#: Marks the comment as out of scope, because it is dealt with as a petition again.
COMMENT_SET_ASIDE: Final = on_comment(
    TURNED_BACK,
    _turned_back_by_me,
    ("comment_is_decided", lambda scope: scope.item.c.disposition.is_not(None)),
    ("text_missing", lambda scope: visible(scope.given("reason")) == ""),
    steps=(
        own(
            "reason",
            disposition=lambda _scope: literal(Disposition.OUT_OF_SCOPE.value),
            decided_by=my_name,
            decided_by_id=me,
            decided_at=now,
        ),
    ),
    told=_OUTCOME_TOLD,
    asks=_ASKS,
    extra=_CODE,
)


def _registers(scope: ActScope) -> ColumnElement[bool]:
    return or_(at_desk(scope), has_role(scope, Role.ADMINISTRATOR))


#: Records that this comment was registered as a petition too.
PETITION_OF_COMMENT: Final = on_comment(
    "became_petition",
    _registers,
    ("comment_is_hidden", lambda scope: scope.item.c.hidden_reason.is_not(None)),
    ("not_there_any_more", lambda scope: not_(_petition(scope, _same_words))),
    asks=_ASKS,
    extra=_CODE,
)

declare(
    INTO_COMMENT, OUT_OF_COMMENT, FROM_COMMENT, COMMENT_OF_PETITION, COMMENT_SET_ASIDE, PETITION_OF_COMMENT
)
