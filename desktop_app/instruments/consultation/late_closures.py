"""Closures that are declared after a window was set: they lengthen it, open it again, or ask a manager."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Act, Item
from desktop_app.database.engine import Database
from desktop_app.instruments.acts.drafts import DRAFT_ACTS, LENGTHEN
from desktop_app.instruments.consultation.legal_day import day_of_act
from desktop_app.instruments.consultation.windows import next_open_day
from desktop_app.instruments.statute.late_closures import awaits_decision, closure_of, ends_on_closure
from desktop_app.instruments.statute.rules import INSTRUMENT
from desktop_app.instruments.steps import REOPEN
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.office.settings import calendar_of
from desktop_app.office.window_moves import WindowEffect, WindowMove
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor

_ACTS: Final[dict[WindowEffect, Act]] = {
    WindowEffect.LENGTHENED: LENGTHEN,
    WindowEffect.REOPENED: DRAFT_ACTS[REOPEN],
}
_ENDS: Final = select(INSTRUMENT.c.id, INSTRUMENT.c.title, INSTRUMENT.c.closes_on)


@dataclass(frozen=True, slots=True)
class LateClosure:
    """A closure of a window's last day that waits for a manager's decision.

    `until` is the last day of a window that is opened again today.
    """

    day: date
    name: str
    until: date


def late_closure_of(session: Session, instrument_id: int, today: date) -> LateClosure | None:
    """Returns the closure on which a manager has to decide, None if there is none."""
    asked = select(INSTRUMENT.c.closes_on, closure_of(INSTRUMENT))
    found = session.execute(
        asked.where(INSTRUMENT.c.id == instrument_id, awaits_decision(INSTRUMENT))
    ).one_or_none()
    if found is None:
        return None
    # As `statute.days.end_after_closure`, which a login does not call.
    until, _ = next_open_day(today + timedelta(days=1), calendar_of(session))
    return LateClosure(*found, until)


def lengthen_windows(
    session: Session, database: Database, actor: Actor, reason: str
) -> tuple[WindowMove, ...]:
    """Applies the closed days of the calendar to the windows; returns what happened, and whom it still asks.

    An open window that ends on a closed day goes on to the next open one. One that is over, and whose last day is
    a closure, is opened again (law). Removing a closure changes nothing. Raises `RuleError` if the PC's
    clock is in doubt and a window ends on a closed day: which of the two happens depends on the day.
    """
    is_open = INSTRUMENT.c.status == InstrumentStatus.OPEN.value
    calendar = calendar_of(session)
    if any(map(calendar.is_closed, session.scalars(select(INSTRUMENT.c.closes_on).where(is_open)))):
        day_of_act(database, session)
    made: list[WindowMove] = []
    for effect, condition in (
        (WindowEffect.LENGTHENED, is_open),
        (WindowEffect.REOPENED, is_open & ends_on_closure(INSTRUMENT)),
    ):
        ids = session.scalars(select(INSTRUMENT.c.id).where(condition).order_by(INSTRUMENT.c.id)).all()
        made += _moved(session, database, actor, effect, ids, reason)
    asked = _ENDS.where(awaits_decision(INSTRUMENT)).order_by(INSTRUMENT.c.id)
    made += (
        WindowMove(row.id, row.title, WindowEffect.ASKED, row.closes_on) for row in session.execute(asked)
    )
    return tuple(made)


def _moved(
    session: Session,
    database: Database,
    actor: Actor,
    effect: WindowEffect,
    ids: Sequence[int],
    reason: str,
) -> list[WindowMove]:
    ends = _ENDS.where(INSTRUMENT.c.id.in_(ids)).order_by(INSTRUMENT.c.id)
    before = {row.id: row.closes_on for row in session.execute(ends)}
    items = [Item(number, text=reason) for number in ids]
    verdicts = perform_each(session, _ACTS[effect], actor, items, database.now(session)) if items else {}
    session.expire_all()
    done = {number for number, verdict in verdicts.items() if verdict.refused is None}
    return [
        WindowMove(row.id, row.title, effect, before[row.id], row.closes_on)
        for row in session.execute(ends)
        if row.id in done
    ]
