"""The rules on the rows of instruments, in the order in which they are asked.

A `LawRule` with `to` is asked when the instrument comes into one of these states. The triggers, the refusals of the
act that takes the step, and the checklist of the step (`consultation.gate`) all follow from it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, String, and_, false, func, literal, not_, or_, select
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import engine_function
from desktop_app.database.acts.expressions import visible
from desktop_app.database.audit import EventRecord
from desktop_app.database.base import Base
from desktop_app.database.declarations import named_table
from desktop_app.database.statute_guard import (
    INSERT,
    UPDATE,
    Condition,
    RowChange,
    RowRule,
    declare,
    differs,
    stays,
)
from desktop_app.instruments.changes.model import TextChange
from desktop_app.instruments.model import PublicComment, Thread
from desktop_app.instruments.statute import late_closures
from desktop_app.instruments.statute.calendar import fill_calendar
from desktop_app.instruments.statute.days import by_track, floor_in_force, floor_of_law
from desktop_app.instruments.statute.outcome import (
    has_newer_revision,
    is_of,
    is_open_objection,
    is_summed_up,
    is_uncompared,
    is_unexplained,
    last_report_of,
    not_carried,
    undecided,
    wrote_exposed,
    wrote_outcome,
)
from desktop_app.instruments.steps import MOVES, SETTLE_SECOND_READER, STEPS, stored
from desktop_app.instruments.vocabulary import ENDS, TRACKS, Disposition, InstrumentStatus, Publishing
from desktop_app.office.calendar_expressions import is_closed

_S: Final = InstrumentStatus
INSTRUMENT: Final = named_table("instrument")
_EVENT: Final = named_table(EventRecord.__tablename__)
#: The state that an event says an instrument came to.
_told_status: Final = engine_function(
    String(), postgresql="{0}::json->>'status'", sqlite="json_extract({0}, '$.status')"
)
_FINISHED: Final = frozenset(ENDS.values())
_OPEN: Final = frozenset({_S.OPEN})
#: The states behind the opening of a window.
_EXPOSED: Final = frozenset({_S.OPEN, _S.REVISING, _S.READY}) | _FINISHED

#: A condition on a row of another table, and the instrument to which it belongs.
OfRows = Callable[[Any, Any], ColumnElement[bool]]


@dataclass(frozen=True)
class LawRule:
    """A rule of law on instruments: whether a change breaks it, and on coming into which states it is asked.

    Without `to` it is asked at every statement of `verbs`. `listed`: the step's checklist shows it, a `quiet` one
    only while it is broken. `rows` are rows of the table `of` of which the instrument must have none.
    """

    name: str
    broken: Condition | None = None
    to: frozenset[InstrumentStatus] = frozenset()
    verbs: tuple[str, ...] = (UPDATE,)
    listed: bool = False
    rows: OfRows | None = None
    of: type[Base] = PublicComment
    quiet: bool = False

    def is_broken(self, change: RowChange) -> ColumnElement[bool]:
        """Whether the row after the change is not what the rule demands, whatever state it comes into."""
        if self.rows is None:
            return self.is_broken_itself(change)
        row, asked = self._asked(change.new)
        found = select(row.id).where(asked)
        return or_(self.is_broken_itself(change), found.correlate_except(row).exists())

    def is_broken_itself(self, change: RowChange) -> ColumnElement[bool]:
        """Whether the row breaks the rule by its own columns, without a look at `rows`."""
        return self.broken(change) if self.broken is not None else false()

    def missing(self, change: RowChange) -> ColumnElement[Any]:
        """Returns how many rows break the rule; 0 for a rule that is not about rows."""
        if self.rows is None:
            return literal(0)
        row, asked = self._asked(change.new)
        return select(func.count()).select_from(row).where(asked).correlate_except(row).scalar_subquery()

    def _asked(self, instrument: Any) -> tuple[Any, ColumnElement[bool]]:
        assert self.rows is not None
        row: Any = aliased(self.of)
        return row, and_(row.instrument_id == instrument.c.id, self.rows(row, instrument))

    def as_row_rule(self) -> RowRule:
        """Returns the rule of the triggers."""
        if not self.to:
            return RowRule(self.name, INSTRUMENT, self.verbs, self.is_broken)

        def broken(change: RowChange) -> ColumnElement[bool]:
            return and_(_comes_to(change, self.to), self.is_broken(change))

        return RowRule(self.name, INSTRUMENT, self.verbs, broken)


def _values(states: frozenset[InstrumentStatus]) -> list[str]:
    return sorted(state.value for state in states)


def _is_in(row: Any, states: frozenset[InstrumentStatus]) -> ColumnElement[bool]:
    found: ColumnElement[bool] = row.c.status.in_(_values(states))
    return found


def _comes_to(change: RowChange, states: frozenset[InstrumentStatus]) -> ColumnElement[bool]:
    return and_(_is_in(change.new, states), change.new.c.status != change.old.c.status)


def _stays_exposed(change: RowChange) -> ColumnElement[bool]:
    return and_(_is_in(change.new, _EXPOSED), _is_in(change.old, _EXPOSED))


def _other_end(status: InstrumentStatus) -> Condition:
    """Whether an instrument of another track than that of the status has it."""

    def broken(change: RowChange) -> ColumnElement[bool]:
        ends = func.coalesce(by_track(ENDS, change.new.c.track), "")
        return and_(change.new.c.status == status.value, ends != status.value)

    return broken


def _track_follows_kind(change: RowChange) -> ColumnElement[bool]:
    other: ColumnElement[bool] = func.coalesce(by_track(TRACKS, change.new.c.kind), "") != change.new.c.track
    return other


def _no_window(change: RowChange) -> ColumnElement[bool]:
    new = change.new.c
    places = [place.value for place in Publishing]
    missing = or_(
        new.opened_on.is_(None),
        new.closes_on.is_(None),
        new.exposed_revision_id.is_(None),
        new.place.not_in(places),
    )
    return and_(_is_in(change.new, _EXPOSED), missing)


def _no_move(change: RowChange) -> ColumnElement[bool]:
    new, old = change.new.c, change.old.c
    moves = [
        and_(
            old.status == start.value,
            new.status.in_(_values(frozenset(to for at, to in MOVES if at is start))),
        )
        for start in InstrumentStatus
        if any(at is start for at, _ in MOVES)
    ]
    return and_(new.status != old.status, not_(or_(*moves)))


def _exposed_differs(change: RowChange) -> ColumnElement[bool]:
    columns = ("opened_on", "place", "exposed_revision_id")
    return and_(_stays_exposed(change), or_(*(differs(change, column) for column in columns)))


def _extended_after_its_end(change: RowChange) -> ColumnElement[bool]:
    new, old = change.new.c, change.old.c
    over = or_(old.status != _S.OPEN.value, change.today > old.closes_on)
    goes_on = or_(new.closes_on > old.closes_on, _comes_to(change, _OPEN))
    return and_(_stays_exposed(change), goes_on, over, not_(late_closures.opened_again(change)))


def _at_opening(broken: Condition) -> Condition:
    """The condition for a window that begins, not for one that is opened again."""
    return lambda change: and_(not_(_is_in(change.old, _EXPOSED)), broken(change))


def _below(floor: Callable[[ColumnElement[Any], ColumnElement[Any]], ColumnElement[Any]]) -> Condition:
    def broken(change: RowChange) -> ColumnElement[bool]:
        below: ColumnElement[bool] = change.new.c.closes_on < floor(
            change.new.c.track, change.new.c.opened_on
        )
        return below

    return broken


def _asked_by_a_writer(change: RowChange) -> ColumnElement[bool]:
    new = change.new.c
    return wrote_exposed(change.new, new.asked_by_id, new.exposed_revision_id)


def _opened_by_a_writer(change: RowChange) -> ColumnElement[bool]:
    return or_(change.new.c.asked_by_id.is_(None), _asked_by_a_writer(change))


def _asking(change: RowChange) -> ColumnElement[bool]:
    at_review = change.new.c.status == _S.LEGAL_REVIEW.value
    return and_(at_review, differs(change, "asked_by_id"), _asked_by_a_writer(change))


def _same_person(change: RowChange) -> ColumnElement[bool]:
    new = change.new.c
    return or_(new.approved_by_id.is_(None), new.approved_by_id.is_not_distinct_from(new.asked_by_id))


def _ready_by_a_writer(change: RowChange) -> ColumnElement[bool]:
    new = change.new.c
    return or_(new.ready_by_id.is_(None), wrote_outcome(change.new, new.ready_by_id))


def _no_letter(change: RowChange) -> ColumnElement[bool]:
    new = change.new.c
    return or_(
        visible(new.letter_number) == "",
        new.letter_date.is_(None),
        new.letter_date <= new.closes_on,
        new.letter_date > change.today,
    )


def _old_window(change: RowChange) -> ColumnElement[bool]:
    new = change.new.c
    left = or_(new.opened_on.is_not(None), new.closes_on.is_not(None), new.exposed_revision_id.is_not(None))
    return and_(change.old.c.status == _S.WITHDRAWN.value, left)


def _keeps_what_was_ready(change: RowChange) -> ColumnElement[bool]:
    """Whether a draft that goes back keeps who declared it ready, a reason for no change, or a summing-up."""
    new, old = change.new.c, change.old.c
    back = or_(
        and_(old.status == _S.READY.value, new.status.in_([_S.REVISING.value, _S.OPEN.value])),
        and_(old.status == _S.WITHDRAWN.value, new.status == _S.DRAFTING.value),
    )
    kept = or_(
        new.ready_by_id.is_not(None),
        func.trim(new.no_change_reason) != "",
        new.stale_reports < last_report_of(change.new),
    )
    return or_(new.stale_reports < old.stale_reports, and_(back, kept))


def _second_reader_later(change: RowChange) -> ColumnElement[bool]:
    new, old = change.new.c, change.old.c
    before = frozenset(map(stored, STEPS[SETTLE_SECOND_READER].starts))
    return and_(new.second_reader != old.second_reader, not_(_is_in(change.old, before)))


_READY: Final = frozenset({_S.READY})
#: One's own text: the rules about the person who takes a step, not about the instrument.
ASKED_BY_A_WRITER: Final = LawRule("reviewer_is_not_the_author", _asking)
READY_BY_A_WRITER: Final = LawRule("reviewer_is_not_the_author", _ready_by_a_writer, _READY)
SECOND_PERSON: Final = LawRule("second_person_needed", _same_person, _OPEN)
#: What a summing-up needs as well.
EVERY_COMMENT_IS_DECIDED: Final = LawRule(
    "every_comment_is_decided", to=_READY | _FINISHED, listed=True, rows=undecided
)
ACCEPTED_IS_CARRIED: Final = LawRule(
    "accepted_is_carried", to=_READY | _FINISHED, listed=True, rows=not_carried
)
CHANGES_ARE_EXPLAINED: Final = LawRule(
    "changes_are_explained",
    lambda change: is_uncompared(change.new),
    to=_READY | _FINISHED,
    listed=True,
    rows=is_unexplained,
    of=TextChange,
)
_WHENEVER: Final = (INSERT, UPDATE)
LAW: Final = (
    LawRule("second_reader_is_settled", _second_reader_later),
    LawRule("track_follows_kind", _track_follows_kind, verbs=_WHENEVER),
    LawRule("bills_are_submitted", _other_end(_S.PROMULGATED), verbs=_WHENEVER),
    LawRule("regulations_are_promulgated", _other_end(_S.SUBMITTED), verbs=_WHENEVER),
    LawRule("window_is_needed", _no_window, verbs=_WHENEVER),
    LawRule("kind_stays", lambda change: or_(differs(change, "kind"), differs(change, "code"))),
    LawRule("author_stays", lambda change: differs(change, "author_id")),
    LawRule("not_from_this_state", _no_move),
    # What is before the public stays as it was put there; its end only goes out.
    LawRule(
        "window_only_grows",
        lambda change: and_(_stays_exposed(change), change.new.c.closes_on < change.old.c.closes_on),
    ),
    LawRule("exposed_text_stays", _exposed_differs),
    LawRule("window_is_over", _extended_after_its_end),
    # What comes in with a window behind it (a copy, a back-up) is held to the law itself: the floor may have been
    # raised since.
    LawRule(
        "window_below_floor",
        lambda change: and_(_is_in(change.new, _EXPOSED), _below(floor_of_law)(change)),
        verbs=_WHENEVER,
    ),
    LawRule("window_below_floor", _at_opening(_below(floor_in_force)), _OPEN),
    LawRule(
        "window_begins_in_the_past",
        _at_opening(lambda change: change.new.c.opened_on < change.today),
        _OPEN,
    ),
    LawRule("window_ends_on_closed_day", late_closures.moved_to_closed_day),
    LawRule("window_ends_on_closed_day", lambda change: is_closed(change.new.c.closes_on), _OPEN),
    LawRule(
        "window_is_needed", lambda change: not_(is_of(change.new, change.new.c.exposed_revision_id)), _OPEN
    ),
    ASKED_BY_A_WRITER,
    LawRule("reviewer_is_not_the_author", _opened_by_a_writer, _OPEN),
    SECOND_PERSON,
    LawRule(
        "window_still_open",
        lambda change: change.today <= change.new.c.closes_on,
        frozenset({_S.REVISING}),
        listed=True,
    ),
    LawRule("no_closure_to_decide", late_closures.decided_without_closure),
    LawRule("closure_needs_a_decision", late_closures.undecided, _READY | _FINISHED, listed=True, quiet=True),
    EVERY_COMMENT_IS_DECIDED,
    READY_BY_A_WRITER,
    LawRule(
        "newer_revision_or_reason",
        lambda change: and_(
            not_(has_newer_revision(change.new)), visible(change.new.c.no_change_reason) == ""
        ),
        _READY,
        listed=True,
    ),
    LawRule("letter_is_needed", _no_letter, _FINISHED),
    ACCEPTED_IS_CARRIED,
    CHANGES_ARE_EXPLAINED,
    LawRule("objections_are_closed", to=_READY | _FINISHED, listed=True, rows=is_open_objection, of=Thread),
    LawRule(
        "summing_up_is_needed", lambda change: not_(is_summed_up(change.new)), _READY | _FINISHED, listed=True
    ),
    LawRule(
        "reason_needed",
        lambda change: visible(change.new.c.withdrawn_reason) == "",
        frozenset({_S.WITHDRAWN}),
    ),
    LawRule("full_window_again", _old_window, frozenset({_S.DRAFTING})),
    LawRule("ready_is_taken_back", _keeps_what_was_ready),
)


# Rules on other tables.


def is_finished(instrument_id: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether an instrument was promulgated or submitted."""
    finished = INSTRUMENT.alias()
    found = select(finished.c.id).where(finished.c.id == instrument_id, _is_in(finished, _FINISHED))
    return found.correlate_except(finished).exists()


def _of_finished(change: RowChange) -> ColumnElement[bool]:
    return is_finished(change.new.c.instrument_id)


def _decided_after_end(change: RowChange) -> ColumnElement[bool]:
    columns = ("disposition", "reason", "carried_revision_id", "carried_provision", "unchanged_reason")
    return and_(or_(*(differs(change, column) for column in columns)), _of_finished(change))


def _comes_after_end(change: RowChange) -> ColumnElement[bool]:
    """What goes out stands on every comment's being decided: one that comes behind it would be none of them."""
    return and_(change.new.c.disposition.is_(None), _of_finished(change))


def _objects_after_end(change: RowChange) -> ColumnElement[bool]:
    """What goes out stands on every objection's being closed."""
    return and_(is_open_objection(change.new.c), _of_finished(change))


def _comes_before_exposure(change: RowChange) -> ColumnElement[bool]:
    """The history tells of windows that were opened before the draft was withdrawn and taken up again."""
    draft, event = INSTRUMENT.alias(), _EVENT.alias()
    exposed = select(draft.c.id).where(draft.c.id == change.new.c.instrument_id, _is_in(draft, _EXPOSED))
    opened = select(event.c.id).where(
        event.c.item_type == "instrument",
        event.c.item_id == change.new.c.instrument_id,
        event.c.action == "moved",
        _told_status(event.c.after) == _S.OPEN.value,
    )
    return not_(or_(exposed.correlate_except(draft).exists(), opened.correlate_except(event).exists()))


def _confirmed_by_the_first(change: RowChange) -> ColumnElement[bool]:
    return and_(
        change.new.c.confirmed_by_id.is_not(None),
        change.new.c.confirmed_by_id == change.new.c.decided_by_id,
    )


def _confirms_something_else(change: RowChange) -> ColumnElement[bool]:
    """A confirmation is of a rejection, and of the very one that stands there."""
    new, old = change.new.c, change.old.c
    rewritten = or_(*(differs(change, column) for column in ("disposition", "reason", "decided_by_id")))
    return and_(
        new.confirmed_by_id.is_not(None),
        or_(
            func.coalesce(new.disposition, "") != Disposition.REJECTED.value,
            and_(old.confirmed_by_id.is_not(None), rewritten),
        ),
    )


_COMMENT: Final = named_table("public_comment")
_FLOOR: Final = named_table("window_floor")
declare(
    "instruments",
    *stays(INSTRUMENT, "instrument_stays", "id"),
    *(rule.as_row_rule() for rule in LAW),
    *stays(
        _COMMENT, "public_words_stay",
        "instrument_id", "text", "quote", "sender", "channel", "received_at",
    ),
    RowRule("instrument_is_finished", _COMMENT, (UPDATE,), _decided_after_end),
    RowRule("comments_are_over", _COMMENT, (INSERT,), _comes_after_end),
    RowRule("draft_is_not_exposed", _COMMENT, (INSERT,), _comes_before_exposure),
    RowRule("second_reader_is_another", _COMMENT, (UPDATE,), _confirmed_by_the_first),
    RowRule("confirmation_is_of_a_rejection", _COMMENT, (UPDATE,), _confirms_something_else),
    RowRule("objections_are_over", named_table("thread"), _WHENEVER, _objects_after_end),
    *stays(named_table("consultation_report"), "frozen"),
    *stays(named_table("text_comparison"), "frozen"),
    *stays(named_table("text_change"), "frozen"),
    *stays(named_table("change_reason"), "frozen"),
    *stays(_FLOOR, "floor_only_rises", "track"),
    RowRule("floor_only_rises", _FLOOR, (UPDATE,), lambda change: change.new.c.days < change.old.c.days),
    *stays(named_table("jalali_month"), "calendar_stays"),
    fill=fill_calendar,
)  # fmt: skip
