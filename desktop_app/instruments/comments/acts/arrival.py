"""Comments that come in: many from a file, with one event of their draft, or one by hand, with its own."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, func, literal, not_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.expressions import bare, column, negation, nothing, now
from desktop_app.database.acts.model import ActScope, Does, Expression, Step, declare
from desktop_app.database.sameness import comment_key
from desktop_app.instruments.comments.acts.predicates import (
    COMMENT,
    INSTRUMENT,
    PLACE,
    SENDER,
    on_comment,
    takes_in,
)
from desktop_app.instruments.comments.anchoring import How
from desktop_app.instruments.comments.senders import is_identifier, masked_sender, sender_key
from desktop_app.instruments.model import Instrument, PublicComment, Revision
from desktop_app.instruments.steps import stored
from desktop_app.instruments.vocabulary import CHANNELS, FINISHED, LETTER, InstrumentStatus
from desktop_app.staff.role_acts import role_act

#: The longest text of a comment, in letters.
LONGEST_TEXT: Final = 1_048_576
#: The states in which an instrument accepts comments, including late ones.
AWAITED: Final = frozenset(
    {InstrumentStatus.OPEN, InstrumentStatus.CLOSED, InstrumentStatus.REVISING, InstrumentStatus.READY}
)
_STORED_AWAITED: Final = tuple(sorted({stored(status).value for status in AWAITED}))
_WORDS: Final = (
    "identity_key", "external_id", "channel", "sender", "group", "provision", "quote", "text", "received_at",
    "letter_number", "sender_key",
)  # fmt: skip


def _empty(_scope: ActScope) -> ColumnElement[Any]:
    return literal("")


#: What nobody gives with a new comment. It is written when it was, and comes in now.
_NEW: Final[dict[str, Expression]] = {
    "identity_key": lambda scope: comment_key(scope.given("identity_key")),
    "sender": lambda scope: masked_sender(scope.given("sender")),
    "sender_key": lambda scope: sender_key(scope.given("sender"), scope.given("sender_key")),
    "received_at": lambda scope: func.coalesce(scope.given("received_at"), scope.now),
    "taken_in_at": now,
    "reason": _empty,
    "decided_by": _empty,
    "version": lambda _scope: literal(1),
}


def _blank_text(scope: ActScope) -> ColumnElement[bool]:
    return bare(scope.given("text")) == ""


def _long_text(scope: ActScope) -> ColumnElement[bool]:
    return func.length(scope.given("text")) > LONGEST_TEXT


def _known(scope: ActScope, instrument: ColumnElement[Any]) -> ColumnElement[bool]:
    row = aliased(PublicComment)
    found = select(row.id).where(
        row.instrument_id == instrument, row.identity_key == comment_key(scope.given("identity_key"))
    )
    return found.correlate_except(row).exists()


def _fresh(scope: ActScope) -> ColumnElement[bool]:
    return and_(not_(_known(scope, scope.item.c.id)), not_(_blank_text(scope)), not_(_long_text(scope)))


def _found_place(instrument: Expression) -> Expression:
    """Returns the condition that a place is one that the program finds, on a text of the instrument."""

    def found(scope: ActScope) -> ColumnElement[bool]:
        row = aliased(Revision)
        there = select(row.id).where(
            row.id == scope.given("revision_id"), row.instrument_id == instrument(scope)
        )
        ways = [one.value for one in How if one is not How.PERSON]
        return and_(scope.given("how").in_(ways), there.correlate_except(row).exists())

    return found


#: The columns of a place that the program finds.
_PLACE_GIVEN: Final = ("revision_id", "provision", "begin", "how", "confidence", "candidates")
_PLACE_SETS: Final[dict[str, Expression]] = {
    "chosen_by_id": nothing,
    "chosen_by": _empty,
    "chosen_at": nothing,
    "version": lambda _scope: literal(1),
}


def _is_identifier(scope: ActScope) -> ColumnElement[bool]:
    return is_identifier(scope.given("sender"))


#: Registers the comments that the instrument does not have yet, with the places that the program found for them.
TAKEN_IN: Final = role_act(
    "comments_taken_in",
    INSTRUMENT,
    takes_in,
    ("comments_are_over", lambda scope: scope.item.c.status.in_(FINISHED)),
    ("draft_is_not_exposed", lambda scope: scope.item.c.status.not_in(_STORED_AWAITED)),
    steps=(
        Step(
            "comments",
            COMMENT,
            Does.INSERT,
            "instrument_id",
            _WORDS,
            sets=_NEW,
            where=_fresh,
            counted="count",
        ),
        Step(
            "places",
            PLACE,
            Does.INSERT,
            "comment_id",
            _PLACE_GIVEN,
            sets=_PLACE_SETS,
            where=_found_place(lambda scope: scope.item.c.id),
            of="comments",
            by="identity_key",
        ),
        Step(
            "senders",
            SENDER,
            Does.INSERT,
            "comment_id",
            ("sender",),
            where=_is_identifier,
            of="comments",
            by="identity_key",
        ),
    ),
)


def _status_is(*statuses: str) -> Expression:
    """Returns the condition that the given instrument has one of the states."""

    def there(scope: ActScope) -> ColumnElement[bool]:
        row = aliased(Instrument)
        found = select(row.id).where(row.id == scope.given("instrument_id"), row.status.in_(statuses))
        return found.correlate_except(row).exists()

    return there


def _of_no_letter(scope: ActScope) -> ColumnElement[bool]:
    return and_(scope.given("letter_number") != "", scope.given("channel") != LETTER)


_TOLD_OF_NEW: Final[dict[str, Expression]] = {
    "channel": column("channel"),
    "letter_number": lambda scope: func.nullif(scope.item.c.letter_number, ""),
}
#: Registers one comment of a caller, a letter or a visitor.
REGISTERED: Final = on_comment(
    "registered",
    takes_in,
    ("text_missing", _blank_text),
    ("text_too_long", _long_text),
    ("out_of_range", lambda scope: scope.given("channel").not_in(CHANNELS)),
    ("only_a_letter_has_a_number", _of_no_letter),
    ("comments_are_over", _status_is(*FINISHED)),
    ("draft_is_not_exposed", negation(_status_is(*_STORED_AWAITED))),
    ("in_future", lambda scope: func.coalesce(scope.given("received_at") > scope.now, false())),
    under="instrument_id",
    steps=(
        Step("comment", COMMENT, Does.INSERT, "id", ("instrument_id", *_WORDS), sets=_NEW),
        Step(
            "place",
            PLACE,
            Does.INSERT,
            "comment_id",
            _PLACE_GIVEN,
            sets=_PLACE_SETS,
            where=_found_place(lambda scope: scope.item.c.instrument_id),
            recorded=False,
        ),
        Step(
            "whole_sender",
            SENDER,
            Does.INSERT,
            "comment_id",
            ("sender",),
            where=_is_identifier,
            recorded=False,
        ),
    ),
    extra=_TOLD_OF_NEW,
)


declare(TAKEN_IN, REGISTERED)
