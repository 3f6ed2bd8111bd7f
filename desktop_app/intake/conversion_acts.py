"""The acts that convert a petition into a comment, take that back, and record that a petition was a comment."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Boolean, ColumnElement, Integer, and_, func, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import given, negation, seen_is_old, value_of
from desktop_app.database.acts.model import Act, ActScope, Reversal, declare
from desktop_app.database.audit import EventRecord
from desktop_app.instruments.model import Instrument, PublicComment
from desktop_app.instruments.vocabulary import Disposition, InstrumentStatus
from desktop_app.petitions.acts.beside import at_desk, beside
from desktop_app.petitions.acts.moves import closing
from desktop_app.petitions.acts.predicates import sees
from desktop_app.petitions.acts.reversals import FOLLOWS, not_ones_own
from desktop_app.petitions.model import PetitionText
from desktop_app.petitions.vocabulary import LOOKING, Outcome

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
    asks={"comment_id": Integer(), "instrument_id": Integer()},
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
        .join(event, event.after["comment_id"].as_integer() == comment.id)
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
    WAS_COMMENT, at_desk, ("not_there_any_more", negation(_same_words)), asks={"comment_id": Integer()},
    extra={"instrument": _instrument_of_comment, "comment_id": given("comment_id")},
)  # fmt: skip

declare(INTO_COMMENT, OUT_OF_COMMENT, FROM_COMMENT)
