"""The steps of a draft: from which states, to which, by whom. A new step is a row here and an act (`acts.drafts`)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.instruments.vocabulary import ENDS, InstrumentStatus

_S: Final = InstrumentStatus


class InstrumentAction(StrEnum):
    """What a person may do with an instrument in progress; each is a use case of `life_cycle.Life`."""

    ASK_TO_OPEN = "ask_to_open"
    OPEN = "open"
    DECLINE = "decline"
    EXTEND = "extend"
    START_REVISING = "start_revising"
    OPEN_AGAIN = "open_again"
    LEAVE_CLOSED = "leave_closed"
    SUM_UP = "sum_up"
    MAKE_READY = "make_ready"
    FINISH = "finish"
    REVISE_AGAIN = "revise_again"
    WITHDRAW = "withdraw"
    TAKE_UP_AGAIN = "take_up_again"


#: Steps that are none of the publication.
TO_REVIEW: Final = "to_review"
BACK_TO_DRAFTING: Final = "back_to_drafting"
ADD_REVISION: Final = "add_revision"
SETTLE_SECOND_READER: Final = "settle_second_reader"
INVITE: Final = "invite"
#: Follows from a closure that an administrator enters for the last day of a window that is over.
REOPEN: Final = "reopen_window"


class Who(StrEnum):
    """Who takes a step; roles as in `staff.roles`."""

    AUTHOR = "author"
    #: Whoever asked for the opening.
    ASKER = "asker"
    CLERK = "clerk"
    REVIEWER = "reviewer"
    #: The manager of the draft's unit, and of any unit.
    MANAGER = "manager"
    ANY_MANAGER = "any_manager"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class DraftStep:
    """A step. `starts` are states as they stand on the day: a window closes by time alone. Without `to` the state
    stays. `rule` is the refusal from another state.
    """

    starts: frozenset[InstrumentStatus]
    to: frozenset[InstrumentStatus]
    who: frozenset[Who]
    rule: str = "not_from_this_state"


def _step(
    starts: set[InstrumentStatus],
    to: set[InstrumentStatus],
    who: set[Who],
    rule: str = "not_from_this_state",
) -> DraftStep:
    return DraftStep(frozenset(starts), frozenset(to), frozenset(who), rule)


_A: Final = InstrumentAction
_WRITERS: Final = {Who.CLERK, Who.REVIEWER, Who.ANY_MANAGER}
STEPS: Final = {
    TO_REVIEW: _step({_S.DRAFTING}, {_S.LEGAL_REVIEW}, {Who.AUTHOR, Who.MANAGER}),
    BACK_TO_DRAFTING: _step({_S.LEGAL_REVIEW}, {_S.DRAFTING}, {Who.REVIEWER}),
    _A.ASK_TO_OPEN.value: _step({_S.LEGAL_REVIEW}, set(), {Who.REVIEWER}),
    _A.DECLINE.value: _step({_S.LEGAL_REVIEW}, set(), {Who.MANAGER, Who.ASKER}),
    _A.OPEN.value: _step({_S.LEGAL_REVIEW}, {_S.OPEN}, {Who.MANAGER}),
    _A.EXTEND.value: _step({_S.OPEN}, set(), {Who.MANAGER}),
    _A.START_REVISING.value: _step({_S.CLOSED}, {_S.REVISING}, {Who.REVIEWER}),
    # A closed window is opened again for a closure that was entered later, and for nothing else.
    REOPEN: _step({_S.CLOSED}, {_S.OPEN}, {Who.ADMINISTRATOR}),
    _A.OPEN_AGAIN.value: _step({_S.REVISING, _S.READY}, {_S.OPEN}, {Who.MANAGER}),
    _A.LEAVE_CLOSED.value: _step({_S.REVISING, _S.READY}, set(), {Who.MANAGER}),
    _A.SUM_UP.value: _step({_S.REVISING, _S.READY}, set(), {Who.REVIEWER}),
    _A.MAKE_READY.value: _step({_S.REVISING}, {_S.READY}, {Who.REVIEWER}),
    _A.FINISH.value: _step({_S.READY}, set(ENDS.values()), {Who.MANAGER}),
    _A.REVISE_AGAIN.value: _step({_S.READY}, {_S.REVISING}, {Who.MANAGER}),
    _A.WITHDRAW.value: _step(
        {_S.DRAFTING, _S.LEGAL_REVIEW, _S.OPEN, _S.CLOSED, _S.REVISING, _S.READY},
        {_S.WITHDRAWN},
        {Who.MANAGER},
    ),
    _A.TAKE_UP_AGAIN.value: _step({_S.WITHDRAWN}, {_S.DRAFTING}, {Who.MANAGER}),
    ADD_REVISION: _step(
        {_S.DRAFTING, _S.LEGAL_REVIEW, _S.OPEN, _S.CLOSED, _S.REVISING},
        set(),
        _WRITERS,
        "instrument_is_finished",
    ),
    # Settled before anybody can have read a rejection.
    SETTLE_SECOND_READER: _step(
        {_S.DRAFTING, _S.LEGAL_REVIEW},
        set(),
        {Who.AUTHOR, Who.REVIEWER, Who.MANAGER},
        "second_reader_is_settled",
    ),
    # Before these states there is no text to comment on; after them an answer would be late.
    INVITE: _step({_S.LEGAL_REVIEW, _S.OPEN}, set(), _WRITERS),
}


def stored(status: InstrumentStatus) -> InstrumentStatus:
    """Returns the state as it is stored: a closed window is an open one that is over."""
    return _S.OPEN if status is _S.CLOSED else status


#: The moves of the stored state, as pairs.
MOVES: Final = frozenset(
    (stored(start), to) for step in STEPS.values() for start in step.starts for to in step.to
)
