"""Asks petitioners of closed petitions how satisfied they are: each petition once, each number one at a time.

The round that sends messages does it. A question and its message are one transaction, so that a crash leaves both or
neither; an index refuses the second question of a petition. The registry's counter is locked first, so that two
rounds never ask the same number at the same time.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import false, or_, select, update
from sqlalchemy.orm import Session

from desktop_app.database.acts.model import Item
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.office.clock import clock_doubt
from desktop_app.office.message_templates import DeliveryMethod, MessageKind, active_templates
from desktop_app.office.model import OfficeRow
from desktop_app.office.numbering import REGISTRY, take_numbers
from desktop_app.office.settings import settings_of
from desktop_app.people.model import Petitioner
from desktop_app.persian.dates import JalaliDay, start_of_day, tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.announcing import ADDRESSED, question_of
from desktop_app.petitions.outbox.model import MessageState, OutboxMessage
from desktop_app.petitions.outbox.settings import message_settings_of
from desktop_app.petitions.satisfaction.acts import ASKED, NOT_ASKED
from desktop_app.petitions.satisfaction.model import SatisfactionQuestion
from desktop_app.petitions.satisfaction.settings import question_settings_of
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress, count_parts
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor

#: Petitions of one transaction.
_AT_ONCE: Final = 200
_WAITS: Final = (
    OutboxMessage.kind == MessageKind.SATISFACTION.value,
    OutboxMessage.state == MessageState.WAITING.value,
)
#: Whether somebody left a number or address for a delivery method.
_LEFT: Final = {
    DeliveryMethod.SMS: Petitioner.masked_mobile != "",
    DeliveryMethod.EMAIL: Petitioner.masked_email != "",
}


def ask_due(database: Database, actor: Actor, progress: Progress) -> int:
    """Asks about the petitions that are due; returns about how many. What cannot be asked any more is cancelled.

    Nothing of it is done while the clock of one PC is in doubt.
    """
    with database.reading() as session:
        waits = select(OutboxMessage.id).where(*_WAITS).limit(1)
        overtaken = session.scalar(waits) is not None
        on = question_settings_of(session).ask_after_days > 0
    if overtaken:
        _cancel_overtaken(database)
    if not on:
        return 0
    return count_parts(lambda behind: _ask_part(database, actor, behind), progress)


def way_of_question(
    channel: str, mobile: str | None, email: str | None, ways: frozenset[DeliveryMethod]
) -> DeliveryMethod | None:
    """Returns how somebody is asked: as they wrote, or else by what they left. None if not at all."""
    reachable = [
        way
        for way, address in ((DeliveryMethod.SMS, mobile), (DeliveryMethod.EMAIL, email))
        if address and way in ways
    ]
    if channel == Channel.EMAIL:
        reachable.reverse()
    return reachable[0] if reachable else None


@once
def _cancel_overtaken(database: Database) -> None:
    """Cancels waiting questions about petitions that are open again, or whose last day for an answer is over."""
    with database.writing() as session:
        if clock_doubt(session, database) is not None:
            return
        today = tehran_day(database.now(session))
        overtaken = (
            select(OutboxMessage.id)
            .join(Petition, Petition.id == OutboxMessage.petition_id)
            .join(SatisfactionQuestion, SatisfactionQuestion.petition_id == Petition.id)
            .where(
                *_WAITS,
                or_(
                    Petition.resolved_at.is_distinct_from(SatisfactionQuestion.closed_at),
                    SatisfactionQuestion.expires_on < today,
                ),
            )
        )
        session.execute(
            update(OutboxMessage)
            # Once more, for this row: another round may have taken it meanwhile.
            .where(OutboxMessage.id.in_(overtaken), *_WAITS)
            .values(state=MessageState.CANCELLED.value)
            .execution_options(synchronize_session=False)
        )


@once
def _ask_part(database: Database, actor: Actor, behind: int) -> tuple[int, int | None]:
    """Asks about the next petitions; returns about how many, and the last one that was looked at (None: no more)."""
    with database.writing() as session:
        if clock_doubt(session, database) is not None:
            return 0, None
        now = database.now(session)
        office = session.execute(select(OfficeRow.ask_after_days, OfficeRow.asks_since)).one_or_none()
        templates = active_templates(session, (MessageKind.SATISFACTION,))
        if office is None or not office.ask_after_days or office.asks_since is None or not templates:
            return 0, None
        # Held until the end: a number is asked by one round at a time.
        take_numbers(session, REGISTRY, JalaliDay.of(tehran_day(now)).year, 0)
        ways = frozenset(DeliveryMethod(way) for _, way in templates)
        wanted = _due(session, actor, now, office.ask_after_days, office.asks_since, ways)
        ids = session.scalars(wanted.where(Petition.id > behind).limit(_AT_ONCE)).all()
        count = sum(_ask(session, actor, row, templates, ways, now) for row in _rows(session, list(ids)))
        return count, ids[-1] if len(ids) == _AT_ONCE else None


def _due(
    session: Session, actor: Actor, now: datetime, days: int, since: datetime, ways: frozenset[DeliveryMethod]
) -> Any:
    """Selects the closed petitions that are due and may be asked about in one of these ways, by id."""
    first_not_due = start_of_day(tehran_day(now) - timedelta(days=days - 1))
    asked = select(SatisfactionQuestion.petition_id).where(SatisfactionQuestion.petition_id == Petition.id)
    return (
        select(Petition.id)
        .join(Petitioner, Petitioner.id == Petition.petitioner_id)
        .where(
            Petition.resolved_at >= since,
            Petition.resolved_at < first_not_due,
            ~Petition.is_open,
            ~Petition.notice,
            Petition.satisfaction.is_(None),
            Petition.masked_at.is_(None),
            Petition.outcome.not_in(sorted(outcome.value for outcome in NOT_ASKED)),
            or_(false(), *(left for way, left in _LEFT.items() if way in ways)),
            ~asked.exists(),
            *reach(session, actor),
        )
        .order_by(Petition.id)
    )


def _rows(session: Session, ids: list[int]) -> list[Any]:
    return list(session.execute(ADDRESSED.where(Petition.id.in_(ids)))) if ids else []


def _ask(
    session: Session,
    actor: Actor,
    row: Any,
    templates: dict[tuple[str, str], Any],
    ways: frozenset[DeliveryMethod],
    now: datetime,
) -> bool:
    """Asks about one petition; False where its petitioner cannot be asked, or another question of theirs is open."""
    way = way_of_question(row.channel, row.mobile, row.email, ways)
    if way is None:
        return False
    template = templates[MessageKind.SATISFACTION.value, way.value]
    given = question_of(row, way, template, settings_of(session), message_settings_of(session), now)
    return perform_each(session, ASKED, actor, [Item(row.id, given=given)], now)[row.id].refused is None
