"""The lists of the desk: counted views, search, and any place among a million rows at once.

A list is an *outline* (how many rows, and the order key of every thousandth) and *pages* that start at one of
those fences. Paging by key costs the same at row 900,000 as at row 1; OFFSET does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.search import MOST_MATCHES, matching_ids
from desktop_app.errors import NotFoundError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.model import Petition
from desktop_app.petitions.reach import reach
from desktop_app.petitions.rows import PetitionRow as PetitionRow  # noqa: PLC0414 - callers of a list name its rows
from desktop_app.petitions.rows import row_of, select_rows
from desktop_app.petitions.sections import News, OpenedList, Unassigned, place_of, sections_of
from desktop_app.petitions.vocabulary import Status
from desktop_app.staff.roles import Actor

FENCE: Final = 1000
#: A search that finds more says «۱۰۰۰+».
COUNTED: Final = 1000


class View(StrEnum):
    """The counted views of the inbox."""

    MINE = "mine"
    MY_UNIT = "my_unit"
    UNROUTED = "unrouted"
    WAITING = "waiting"
    LATE = "late"
    THIS_WEEK = "this_week"
    ALL = "all"


class Scope(StrEnum):
    """Which states a list holds."""

    OPEN = "open"
    CLOSED = "closed"
    ANY = "any"


class Order(StrEnum):
    """How a list is ordered."""

    DEADLINE = "deadline"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list shows; reads as a sentence: these kinds, of this unit, in this state, in this order."""

    view: View = View.ALL
    scope: Scope = Scope.OPEN
    kind: str | None = None
    unit_id: int | None = None
    query: str = ""
    order: Order = Order.DEADLINE
    petitioner_id: int | None = None
    received_from: datetime | None = None
    received_until: datetime | None = None
    status: Status | None = None


Key = tuple[Any, int]


@dataclass(frozen=True, slots=True)
class Outline:
    """How long a list is, and the keys of its rows 0, 1000, 2000 …; `capped`: there are more matches."""

    total: int
    capped: bool
    fences: tuple[Key, ...]


class Inbox:
    """Reads lists of petitions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, actor: Actor) -> dict[View, int]:
        """How many open petitions each view holds."""
        with self._database.reading() as session:
            today, seen = tehran_day(self._database.now(session)), reach(session, actor)
            return {
                view: session.scalar(
                    select(func.count())
                    .select_from(Petition)
                    .where(*seen, *_conditions(actor, ListFilter(view=view), today))
                )
                or 0
                for view in View
            }

    def outline(self, actor: Actor, wanted: ListFilter) -> Outline:
        """The length and the fences of a list; for a million rows this takes a good half second."""
        with self._database.reading() as session:
            conditions, capped = self._where(session, actor, wanted)
            key = _order_columns(wanted.order)[0]
            numbered = (
                select(
                    key.label("key"),
                    Petition.id.label("id"),
                    (func.row_number().over(order_by=_ordering(wanted.order)) - 1).label("place"),
                )
                .where(*conditions)
                .subquery()
            )
            fences = session.execute(
                select(numbered.c.key, numbered.c.id)
                .where(numbered.c.place % FENCE == 0)
                .order_by(numbered.c.place)
            )
            total = session.scalar(select(func.count()).select_from(Petition).where(*conditions)) or 0
            shown = min(total, COUNTED) if capped else total
            return Outline(shown, capped and total >= COUNTED, tuple((row.key, row.id) for row in fences))

    def page(
        self, actor: Actor, wanted: ListFilter, outline: Outline, start: int, count: int
    ) -> tuple[PetitionRow, ...]:
        """Rows `[start, start + count)` of a list, from the fence before `start`."""
        if not 0 <= start < outline.total:
            return ()
        fence = outline.fences[start // FENCE]
        with self._database.reading() as session:
            conditions, _ = self._where(session, actor, wanted)
            # The way from the fence to the page goes over the index alone; only the page's rows are joined.
            wanted_ids = (
                select(Petition.id)
                .where(*conditions, _not_before(wanted.order, fence))
                .order_by(*_ordering(wanted.order))
                .offset(start % FENCE)
                .limit(min(count, outline.total - start))
            )
            statement = (
                select_rows(actor).where(Petition.id.in_(wanted_ids)).order_by(*_ordering(wanted.order))
            )
            return tuple(row_of(found) for found in session.execute(statement))

    def open_list(
        self, actor: Actor, wanted: ListFilter, *, keep: int | None = None, count: int = 256
    ) -> OpenedList:
        """A list with all that a window needs to show it at once: `count` rows, among them the petition
        `keep`, from a multiple of `count` on."""
        outline = self.outline(actor, wanted)
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            conditions, capped = self._where(session, actor, wanted)
            by_deadline = wanted.order is Order.DEADLINE and wanted.scope is Scope.OPEN and not capped
            sections = sections_of(session, conditions, today, _end_of_week(today)) if by_deadline else ()
            columns, newest = _order_columns(wanted.order), wanted.order is Order.NEWEST
            place = place_of(session, conditions, columns, keep, descending=newest) if keep else None
            last_id = session.scalar(select(func.max(Petition.id))) or 0
        if place is not None and place >= outline.total:
            place = None
        first = (place or 0) // count * count
        rows = self.page(actor, wanted, outline, first, count)
        return OpenedList(outline, sections, today, place, first, rows, last_id)

    def news(self, actor: Actor, wanted: ListFilter, after_id: int, ids: Sequence[int]) -> News:
        """How many of a list came after the petition `after_id`, and the rows `ids` as they are now."""
        with self._database.reading() as session:
            today = tehran_day(self._database.now(session))
            conditions, _ = self._where(session, actor, wanted)
            arrived = session.scalar(
                select(func.count()).select_from(Petition).where(*conditions, Petition.id > after_id)
            )
            rows = select_rows(actor).where(Petition.id.in_(ids), *reach(session, actor))
            found = session.execute(rows) if ids else ()
            return News(arrived or 0, tuple(row_of(row) for row in found), today)

    def unassigned(self, actor: Actor) -> Unassigned:
        """What of the person's units waits for a clerk to take it."""
        with self._database.reading() as session:
            waiting = (
                Petition.status == Status.REFERRED.value,
                Petition.unit_id.in_(sorted(actor.unit_ids)),
                Petition.assignee_id.is_(None),
                *reach(session, actor),
            )
            count = session.scalar(select(func.count()).select_from(Petition).where(*waiting)) or 0
            oldest = session.execute(
                select(Petition.id, Petition.received_at)
                .where(*waiting)
                .order_by(Petition.received_at, Petition.id)
                .limit(1)
            ).first()
            return Unassigned(count, oldest.received_at if oldest else None, oldest.id if oldest else None)

    def find(self, actor: Actor, wanted: ListFilter, limit: int) -> tuple[Outline, tuple[PetitionRow, ...]]:
        """The first `limit` rows of a list: for the command line."""
        outline = self.outline(actor, wanted)
        return outline, self.page(actor, wanted, outline, 0, limit)

    def by_code(self, actor: Actor, tracking_code: str) -> PetitionRow:
        """The petition with a tracking code (twelve Latin digits). Raises `NotFoundError`."""
        with self._database.reading() as session:
            of_the_code = (Petition.tracking_code == tracking_code, *reach(session, actor))
            found = session.execute(select_rows(actor).where(*of_the_code)).first()
            if found is None:
                raise NotFoundError(item="petition", key=tracking_code)
            return row_of(found)

    def _where(
        self, session: Session, actor: Actor, wanted: ListFilter
    ) -> tuple[list[ColumnElement[bool]], bool]:
        today = tehran_day(self._database.now(session))
        conditions = [*reach(session, actor), *_conditions(actor, wanted, today)]
        if not wanted.query.strip():
            return conditions, False
        ids = matching_ids(session, wanted.query)
        conditions.append(Petition.id.in_(ids))
        return conditions, len(ids) >= COUNTED or len(ids) >= MOST_MATCHES


def _conditions(actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    conditions = _view_conditions(wanted.view, actor, today)
    if wanted.scope is Scope.OPEN:
        conditions.append(Petition.is_open.is_(True))
    elif wanted.scope is Scope.CLOSED:
        conditions.append(Petition.is_open.is_(False))
    if wanted.kind:
        conditions.append(Petition.kind == wanted.kind)
    if wanted.unit_id:
        conditions.append(Petition.unit_id == wanted.unit_id)
    if wanted.petitioner_id:
        conditions.append(Petition.petitioner_id == wanted.petitioner_id)
    if wanted.received_from:
        conditions.append(Petition.received_at >= wanted.received_from)
    if wanted.received_until:
        conditions.append(Petition.received_at < wanted.received_until)
    if wanted.status:
        conditions.append(Petition.status == wanted.status.value)
    return conditions


def _view_conditions(view: View, actor: Actor, today: date) -> list[ColumnElement[bool]]:
    table: dict[View, list[ColumnElement[bool]]] = {
        View.MINE: [Petition.assignee_id == (actor.person_id or 0)],
        View.MY_UNIT: [Petition.unit_id.in_(sorted(actor.unit_ids))],
        View.UNROUTED: [Petition.unit_id.is_(None)],
        View.WAITING: [Petition.status == Status.WAITING.value],
        View.LATE: [Petition.due_order < today, Petition.paused_on.is_(None), Petition.is_open.is_(True)],
        View.THIS_WEEK: [Petition.due_order.between(today, _end_of_week(today)), Petition.is_open.is_(True)],
        View.ALL: [],
    }
    return list(table[view])


def _end_of_week(day: date) -> date:
    """The Friday of the week of `day`; the week begins on Saturday."""
    return day + timedelta(days=(4 - day.weekday()) % 7)


def _order_columns(order: Order) -> tuple[ColumnElement[Any], ColumnElement[int]]:
    key: Any = Petition.due_order if order is Order.DEADLINE else Petition.received_at
    identity: Any = Petition.id
    return key, identity


def _ordering(order: Order) -> tuple[ColumnElement[Any], ...]:
    columns = _order_columns(order)
    if order is Order.NEWEST:
        return tuple(column.desc() for column in columns)
    return columns


def _not_before(order: Order, fence: Key) -> ColumnElement[bool]:
    key, identity = _order_columns(order)
    # A row value, so that both engines walk the index from the fence on.
    here = tuple_(key, identity)
    return here <= fence if order is Order.NEWEST else here >= fence
