"""Answers that were given before messages were switched on: whoever switches them on decides what becomes of them.

The decision is a span of time in the settings of the office. The round that sends messages writes the messages of the
answers in it; an act refuses the second message of an answer, so that nothing goes twice.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, false, func, not_, select, text
from sqlalchemy.orm import aliased

from desktop_app.database.acts.engine_functions import literal_sql
from desktop_app.database.acts.expressions import now as now_of
from desktop_app.database.acts.model import ActScope, Does, Item, declare
from desktop_app.database.engine import Database
from desktop_app.database.operations import once
from desktop_app.errors import InvalidValueError
from desktop_app.office.clock import clock_doubt
from desktop_app.office.model import OfficeRow
from desktop_app.office.settings import change_office
from desktop_app.persian.dates import start_of_day, tehran_day
from desktop_app.petitions.acts.beside import beside
from desktop_app.petitions.acts.predicates import works
from desktop_app.petitions.acts.steps import TOUCHED, messages_step
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.announcing import messages_of_earlier
from desktop_app.petitions.outbox.delivery_state import contact_of, tellable
from desktop_app.petitions.visibility import reach
from desktop_app.progress import Progress, count_parts
from desktop_app.staff.acting import perform_each
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.roster import roster_act

#: The most days that somebody can name; for all answers there is another choice.
MOST_DAYS: Final = 3650
#: Earlier than every answer.
_ALWAYS: Final = datetime(1900, 1, 1, tzinfo=UTC)
#: Petitions of one transaction.
_AT_ONCE: Final = 200
_COUNT: Final = text("SELECT app.untold_answers(:since)")

#: Those that were given until now are told, from the moment that is given; without one, none are.
EARLIER_ANSWERS_DECIDED: Final = roster_act(
    "earlier_answers_decided",
    "office",
    "office",
    Does.UPDATE,
    given=("tell_from",),
    sets={"tell_until": now_of},
    told=("tell_from",),
    told_as="settings_changed",
)


def _to_be_told(scope: ActScope) -> ColumnElement[bool]:
    office, item = aliased(OfficeRow), scope.item.c
    within = select(office.id).where(
        item.resolved_at >= office.tell_from, item.resolved_at <= office.tell_until
    )
    return and_(tellable(item, contact_of(item)), within.correlate_except(office).exists())


#: The round that sends messages does it.
ANSWER_TOLD: Final = beside(
    "answer_told",
    works,
    ("answer_told_already", lambda scope: not_(func.coalesce(_to_be_told(scope), false()))),
    steps=(TOUCHED, messages_step()),
)
declare(EARLIER_ANSWERS_DECIDED, ANSWER_TOLD)


class EarlierAnswers:
    """Counts the answers that no message told, and takes the decision about them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, actor: Actor, days: int | None = None) -> int:
        """Returns how many answers of the last days (None: of all time) could be told now and were not.

        For an administrator, who need not see the petitions. Raises `NotPermittedError`.
        """
        actor.must_be(Role.ADMINISTRATOR, act="change_templates")
        with self._database.reading() as session:
            since = _since(self._database.about_now(session), days)
            if session.get_bind().dialect.name != "sqlite":
                return int(session.execute(_COUNT, {"since": since}).scalar_one())
            counted = select(func.count()).where(
                Petition.resolved_at >= since, tellable(Petition, contact_of(Petition))
            )
            return session.scalar(counted) or 0

    @once
    def decide(self, actor: Actor, days: int | None) -> None:
        """Has the answers of the last days told by the next round: 0 for none, None for all.

        Raises `InvalidValueError`, `NotPermittedError`.
        """
        if days is not None and not 0 <= days <= MOST_DAYS:
            raise InvalidValueError(field="earlier_days", reason="out_of_range", value="")
        with self._database.writing() as session:
            since = None if days == 0 else _since(self._database.now(session), days)
            change_office(session, self._database, EARLIER_ANSWERS_DECIDED, actor, {"tell_from": since})


def tell_earlier(database: Database, actor: Actor, progress: Progress) -> int:
    """Writes the messages of earlier answers that are to be told; returns how many.

    Nothing of it is done while the clock of one PC is in doubt.
    """
    return count_parts(lambda behind: _tell_part(database, actor, behind), progress)


@once
def _tell_part(database: Database, actor: Actor, behind: int) -> tuple[int, int | None]:
    """Writes the messages of the next petitions; returns how many, and the last petition (None: no more)."""
    with database.writing() as session:
        office = session.execute(select(OfficeRow.tell_from, OfficeRow.tell_until)).one_or_none()
        if office is None or office.tell_from is None or clock_doubt(session, database) is not None:
            return 0, None
        due = (
            select(Petition.id, Petition.outcome)
            .where(
                Petition.id > behind,
                Petition.resolved_at >= office.tell_from,
                Petition.resolved_at <= office.tell_until,
                tellable(Petition, contact_of(Petition)),
                *reach(session, actor),
            )
            .order_by(Petition.id)
            .limit(_AT_ONCE)
        )
        found = session.execute(due).all()
        now = database.now(session)
        rows = messages_of_earlier(session, {row.id: row.outcome for row in found}, now)
        verdicts = {}
        if rows:
            items = [Item(number) for number in sorted({row["item"] for row in rows})]
            verdicts = perform_each(session, ANSWER_TOLD, actor, items, now, {"messages": rows})
        count = sum(verdict.refused is None for verdict in verdicts.values())
        return count, found[-1].id if len(found) == _AT_ONCE else None


def _since(now: datetime, days: int | None) -> datetime:
    """Returns when the last days began, in Tehran."""
    return _ALWAYS if days is None else start_of_day(tehran_day(now) - timedelta(days=days))


def postgresql_function() -> str:
    """Returns the function `app.untold_answers(since)`, which does what `EarlierAnswers.count` does."""
    counted = select(func.count()).select_from(Petition).where(tellable(Petition, contact_of(Petition)))
    return f"""
CREATE OR REPLACE FUNCTION app.untold_answers(since timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT (app.is_program() OR app.has_role('administrator', NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'only an administrator decides about the answers of all';
  END IF;
  RETURN ({literal_sql(counted)} AND petition.resolved_at >= since);
END $$;
"""
