"""The acts that take the steps of `instruments.steps`: what each needs and writes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    String,
    Text,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
)
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import days_later
from desktop_app.database.acts.expressions import (
    column,
    empty_words,
    given,
    me,
    negation,
    next_version,
    nothing,
    now,
    seen_is_old,
    today,
    visible,
    words,
)
from desktop_app.database.acts.model import Act, ActScope, Does, Expression, Step, declare
from desktop_app.instruments.acts.predicates import (
    Refusals,
    anyone,
    from_another_state,
    judged,
    lawful,
    no_other_reviewer,
    nobody_asked,
    standing,
)
from desktop_app.instruments.consultation.windows import LONGEST_WINDOW
from desktop_app.instruments.model import Instrument, Revision
from desktop_app.instruments.statute.days import by_track, end_after_closure, end_of_window
from desktop_app.instruments.statute.late_closures import closure_of, ends_on_closure, is_undecided
from desktop_app.instruments.statute.outcome import (
    is_of,
    last_report_of,
    last_revision_of,
    wrote_exposed,
    wrote_outcome,
)
from desktop_app.instruments.statute.rules import (
    ASKED_BY_A_WRITER,
    INSTRUMENT,
    READY_BY_A_WRITER,
    SECOND_PERSON,
)
from desktop_app.instruments.steps import (
    BACK_TO_DRAFTING,
    REOPEN,
    SETTLE_SECOND_READER,
    STEPS,
    TO_REVIEW,
    InstrumentAction,
)
from desktop_app.instruments.vocabulary import ENDS, InstrumentStatus, Publishing
from desktop_app.office.calendar_expressions import next_open_day
from desktop_app.office.letter_acts import latin
from desktop_app.office.model import Letter
from desktop_app.staff.role_expressions import has_role, on_behalf_of, roles_of
from desktop_app.staff.roles import Role

LONGEST_LETTER_NUMBER: Final = 40
_TOUCHES: Final[Mapping[str, Expression]] = {"changed_at": now, "version": next_version}
TEXT_MISSING: Final = ("text_missing", empty_words)
_A: Final = InstrumentAction


def own_step(**sets: Expression) -> Step:
    """Returns the step that changes the draft's own row, and its version."""
    return Step("instrument", INSTRUMENT, Does.UPDATE, "id", sets={**sets, **_TOUCHES})


#: Gives the draft a new version and nothing else.
TOUCHED: Final = own_step()
#: The first refusals of a step, which the screen asks before the step: who, from which state, whose text.
OFFERED: Final[dict[str, Refusals]] = {}


def step_act(
    step: str,
    own: Step | None,
    *needs: tuple[str, Expression],
    personal: Refusals = (),
    told_as: str,
    told: Mapping[str, Expression] | None = None,
    asks: Mapping[str, Any] | None = None,
    extra: Mapping[str, Expression] | None = None,
    others: tuple[Step, ...] = (),
) -> Act:
    """Returns the act of a step. Its refusals are who and the state, those in `personal`, `needs`, and the law."""
    is_not = negation(anyone(STEPS[step].who))
    OFFERED[step] = (("not_your_role", is_not), *from_another_state(step), *personal)
    who, *offered = OFFERED[step]
    law = lawful(step, own, ASKED_BY_A_WRITER, READY_BY_A_WRITER, SECOND_PERSON) if own is not None else ()
    return Act(
        name=step,
        item_type="instrument",
        table=INSTRUMENT,
        refusals=(who, ("conflict", seen_is_old), *offered, *needs, *law),
        steps=(own, *others) if own is not None else others,
        told=told or {},
        roles=roles_of,
        asks=asks or {},
        extra=dict(extra or {}) | on_behalf_of([is_not]),
        told_as=told_as,
    )


def _to(status: InstrumentStatus) -> Expression:
    return lambda _scope: literal(status.value)


def _empty(_scope: ActScope) -> ColumnElement[Any]:
    return literal("")


_STATUS: Final[dict[str, Expression]] = {"status": standing}
_WINDOW: Final = _STATUS | {"opened_on": column("opened_on"), "closes_on": column("closes_on")}


# Between the desk and the legal review.


def _no_text(scope: ActScope) -> ColumnElement[bool]:
    missing: ColumnElement[bool] = last_revision_of(scope.item).is_(None)
    return missing


_HAS_NO_TEXT: Final = ("instrument_has_no_text", _no_text)
_TO_REVIEW: Final = step_act(
    TO_REVIEW, own_step(status=_to(InstrumentStatus.LEGAL_REVIEW)), _HAS_NO_TEXT,
    told_as="moved", told=_STATUS,
)  # fmt: skip
_BACK: Final = step_act(
    BACK_TO_DRAFTING, own_step(status=_to(InstrumentStatus.DRAFTING)), _HAS_NO_TEXT,
    told_as="moved", told=_STATUS,
)  # fmt: skip


# The window.


def _number_of_exposed(scope: ActScope) -> ColumnElement[Any]:
    shown = aliased(Revision)
    found = select(shown.number).where(shown.id == scope.item.c.exposed_revision_id)
    return found.correlate_except(shown).scalar_subquery()


_REQUEST: Final[dict[str, Expression]] = {
    "revision": _number_of_exposed,
    "publishing": column("place"),
    "until": column("asked_until"),
}
_NO_REQUEST: Final[dict[str, Expression]] = {
    "exposed_revision_id": nothing,
    "asked_by_id": nothing,
    "asked_until": nothing,
    "place": _empty,
    "notice": _empty,
}


def _not_of_this(scope: ActScope) -> ColumnElement[bool]:
    return not_(is_of(scope.item, scope.given("revision_id")))


def _no_place(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.given("publishing").not_in([place.value for place in Publishing]), true())


def _too_far(scope: ActScope) -> ColumnElement[bool]:
    return func.coalesce(scope.given("until") > days_later(scope.today, literal(LONGEST_WINDOW)), false())


def _too_early(scope: ActScope) -> ColumnElement[bool]:
    earliest = end_of_window(scope.item.c.track, scope.today)
    return func.coalesce(scope.given("until") < earliest, false())


_ASKS: Final = own_step(
    exposed_revision_id=given("revision_id"),
    place=given("publishing"),
    asked_until=given("until"),
    notice=words,
    asked_by_id=me,
    approved_by_id=nothing,
)
_ASK: Final = step_act(
    _A.ASK_TO_OPEN, _ASKS,
    ("not_there_any_more", _not_of_this),
    ("out_of_range", _no_place),
    ("window_below_floor", _too_early),
    ("out_of_range", _too_far),
    personal=(
        ("not_from_this_state", negation(nobody_asked)),
        (
            "another_reviewer_is_needed",
            no_other_reviewer(
                lambda scope, person: wrote_exposed(scope.item, person, scope.given("revision_id"))
            ),
        ),
        ("reviewer_is_not_the_author", judged(ASKED_BY_A_WRITER, _ASKS)),
    ),
    told_as="opening_asked",
    told=_REQUEST,
    asks={"revision_id": BigInteger(), "publishing": String(), "until": Date()},
)  # fmt: skip
_NOBODY_ASKED: Final = ("nobody_asked_to_open", nobody_asked)
_DECLINE: Final = step_act(
    _A.DECLINE, own_step(**_NO_REQUEST), TEXT_MISSING,
    personal=(_NOBODY_ASKED,), told_as="opening_declined", told=_REQUEST,
)  # fmt: skip


def _end(scope: ActScope) -> ColumnElement[Any]:
    return end_of_window(scope.item.c.track, scope.today, scope.item.c.asked_until)


_OPENS: Final = own_step(
    status=_to(InstrumentStatus.OPEN), opened_on=today, closes_on=_end, approved_by_id=me
)
_OPEN: Final = step_act(
    _A.OPEN, _OPENS,
    personal=(_NOBODY_ASKED, ("second_person_needed", judged(SECOND_PERSON, _OPENS))),
    told_as="moved", told=_WINDOW, extra={"publishing": column("place")},
)  # fmt: skip
_CLOSES_ON: Final[dict[str, Expression]] = {"closes_on": column("closes_on")}
_EXTEND: Final = step_act(
    _A.EXTEND, own_step(closes_on=lambda scope: next_open_day(scope.given("until"))), TEXT_MISSING,
    (
        "window_only_grows",
        lambda scope: func.coalesce(scope.given("until") <= scope.item.c.closes_on, true()),
    ),
    ("out_of_range", _too_far),
    told_as="window_extended", told=_CLOSES_ON, asks={"until": Date()},
)  # fmt: skip


# Behind the window.


_START: Final = step_act(
    _A.START_REVISING, own_step(status=_to(InstrumentStatus.REVISING)), told_as="moved", told=_STATUS
)


def _no_change(scope: ActScope) -> ColumnElement[Any]:
    return visible(scope.given("no_change_reason"))


_MAKES_READY: Final = own_step(
    status=_to(InstrumentStatus.READY), ready_by_id=me, no_change_reason=_no_change
)
_READY: Final = step_act(
    _A.MAKE_READY, _MAKES_READY,
    personal=(
        (
            "another_reviewer_is_needed",
            no_other_reviewer(lambda scope, person: wrote_outcome(scope.item, person)),
        ),
        ("reviewer_is_not_the_author", judged(READY_BY_A_WRITER, _MAKES_READY)),
    ),
    told_as="moved", told=_STATUS, asks={"no_change_reason": Text()},
    extra={"no_change_reason": lambda scope: func.nullif(_no_change(scope), "")},
)  # fmt: skip


#: What a draft loses that goes back: it is declared ready anew, over a new summing-up.
_NOT_READY: Final[dict[str, Expression]] = {
    "ready_by_id": nothing,
    "no_change_reason": _empty,
    "stale_reports": lambda scope: last_report_of(scope.item),
}
_STALE: Final[dict[str, Expression]] = {"stale_reports": column("stale_reports")}
_AGAIN: Final = step_act(
    _A.REVISE_AGAIN, own_step(status=_to(InstrumentStatus.REVISING), **_NOT_READY), TEXT_MISSING,
    told_as="moved", told=_STATUS | _STALE | {"no_change_reason": column("no_change_reason")},
)  # fmt: skip


def _letter_is_out(scope: ActScope) -> ColumnElement[bool]:
    """Whether a letter, or another draft, has the given number, in whatever digits."""
    letter, other = aliased(Letter), aliased(Instrument)
    number = latin(scope.given("letter_number"))
    issued = select(letter.id).where(letter.written == number)
    sent = select(other.id).where(latin(other.letter_number) == number, other.id != scope.item.c.id)
    return or_(issued.correlate_except(letter).exists(), sent.correlate_except(other).exists())


_FINISHES: Final = own_step(
    status=lambda scope: by_track(ENDS, scope.item.c.track),
    letter_number=given("letter_number"),
    letter_date=given("letter_date"),
    finished_by_id=me,
    finished_on=today,
)
_FINISH: Final = step_act(
    _A.FINISH, _FINISHES,
    ("letter_in_future", lambda scope: func.coalesce(scope.given("letter_date") > scope.today, false())),
    (
        "letter_before_the_end",
        lambda scope: func.coalesce(scope.given("letter_date") <= scope.item.c.closes_on, false()),
    ),
    (
        "out_of_range",
        lambda scope: func.length(scope.given("letter_number")) > LONGEST_LETTER_NUMBER,
    ),
    ("letter_is_out", _letter_is_out),
    told_as="moved",
    told=_STATUS
    | {name: column(name) for name in ("letter_number", "letter_date", "finished_on")},
    asks={"letter_number": String(), "letter_date": Date()},
)  # fmt: skip
_WITHDRAW: Final = step_act(
    _A.WITHDRAW, own_step(status=_to(InstrumentStatus.WITHDRAWN), withdrawn_reason=words), TEXT_MISSING,
    told_as="moved", told=_STATUS,
)  # fmt: skip
_TAKE_UP: Final = step_act(
    _A.TAKE_UP_AGAIN,
    own_step(
        status=_to(InstrumentStatus.DRAFTING),
        opened_on=nothing,
        closes_on=nothing,
        approved_by_id=nothing,
        withdrawn_reason=_empty,
        closure_reason=_empty,
        **_NOT_READY,
        **_NO_REQUEST,
    ),
    TEXT_MISSING,
    told_as="moved",
    told=_WINDOW | _STALE,
)
_SECOND_READER: Final = step_act(
    SETTLE_SECOND_READER,
    own_step(second_reader=lambda scope: func.coalesce(scope.given("wanted"), false())),
    told_as="second_reader_settled",
    told={"second_reader": column("second_reader")},
    asks={"wanted": Boolean()},
)


# A closure that is declared later.


def _ends_on_open_day(scope: ActScope) -> ColumnElement[bool]:
    same: ColumnElement[bool] = next_open_day(scope.item.c.closes_on) == scope.item.c.closes_on
    return same


def _no_administrator(scope: ActScope) -> ColumnElement[bool]:
    return not_(has_role(scope, Role.ADMINISTRATOR))


#: Moves the end of an open window from a closed day to the next open one; a removed closure changes nothing.
LENGTHEN: Final = Act(
    name="lengthen_window",
    item_type="instrument",
    table=INSTRUMENT,
    refusals=(
        ("not_your_role", _no_administrator),
        ("window_is_over", lambda scope: standing(scope) != InstrumentStatus.OPEN.value),
        ("ends_on_open_day", _ends_on_open_day),
    ),
    steps=(own_step(closes_on=lambda scope: next_open_day(scope.item.c.closes_on)),),
    told=_CLOSES_ON,
    roles=roles_of,
    told_as="window_extended",
)


# A closure of the last day that is declared when the window is over.


def _end_after_closure(scope: ActScope) -> ColumnElement[Any]:
    return end_after_closure(scope.today)


_REOPENED: Final = _STATUS | _CLOSES_ON
_CLOSURE: Final[dict[str, Expression]] = {"closure": lambda scope: closure_of(scope.item)}
_UNDECIDED: Final = ("no_closure_to_decide", lambda scope: not_(is_undecided(scope.item)))
_REOPEN: Final = step_act(
    REOPEN, own_step(closes_on=_end_after_closure),
    personal=(("ends_on_open_day", lambda scope: not_(ends_on_closure(scope.item))),),
    told_as="window_reopened", told=_REOPENED, extra=_CLOSURE,
)  # fmt: skip
_OPEN_AGAIN: Final = step_act(
    _A.OPEN_AGAIN,
    own_step(status=_to(InstrumentStatus.OPEN), closes_on=_end_after_closure, **_NOT_READY),
    personal=(_UNDECIDED,), told_as="window_reopened",
    told=_REOPENED | _STALE | {"no_change_reason": column("no_change_reason")}, extra=_CLOSURE,
)  # fmt: skip
_LEAVE_CLOSED: Final = step_act(
    _A.LEAVE_CLOSED, own_step(closure_reason=words), TEXT_MISSING,
    personal=(_UNDECIDED,), told_as="window_left_closed", told={"closure_reason": column("closure_reason")},
    extra=_CLOSURE,
)  # fmt: skip
_ALL: Final = (
    _TO_REVIEW, _BACK, _ASK, _DECLINE, _OPEN, _EXTEND, _START, _READY, _AGAIN, _FINISH, _WITHDRAW,
    _TAKE_UP, _SECOND_READER, _REOPEN, _OPEN_AGAIN, _LEAVE_CLOSED,
)  # fmt: skip
#: The acts of the steps, by the name of the step.
DRAFT_ACTS: Final[Mapping[str, Act]] = {act.name: act for act in _ALL}

declare(*_ALL, LENGTHEN)
