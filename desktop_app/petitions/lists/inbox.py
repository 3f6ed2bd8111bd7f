"""The lists of the desk: counted views, search, and any place among a million rows at once.

A list is an *outline* (how many rows, and the order key of every 256th) and *pages* that start at one of those
fences. Paging by key costs the same at row 900,000 as at row 1; OFFSET does not. Where no index has the order or the
conditions, the outline holds every id instead, and a page is fetched by primary key.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, select, true, tuple_
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask
from desktop_app.errors import NotFoundError
from desktop_app.persian.dates import tehran_day
from desktop_app.persian.names import sort_key
from desktop_app.petitions.duplicates.near_equals import others_of, pointed_out
from desktop_app.petitions.lists.conditions import conditions_of
from desktop_app.petitions.lists.filters import (
    Grouping,
    ListFilter,
    Order,
    Scope,
    View,
    conditions_set,
    hangs_on_today,
)
from desktop_app.petitions.lists.id_vectors import numbers_of, runs_of
from desktop_app.petitions.lists.ordering import (
    group_column,
    grouped_by,
    in_order,
    key_of,
    paged_by_key,
    unit_headings,
    walks_an_index,
    walks_unit_by_unit,
)
from desktop_app.petitions.lists.rows import PetitionRow, row_of, select_rows
from desktop_app.petitions.lists.searching import searched
from desktop_app.petitions.lists.sections import (
    Conditions,
    Key,
    ListSection,
    News,
    OpenedList,
    Outline,
    Unassigned,
    place_of,
    sections_of,
    sections_of_runs,
)
from desktop_app.petitions.lists.statements import (
    come_since,
    counted_sections,
    first_rows,
    held,
    ordering,
    rows_of,
)
from desktop_app.petitions.model import Petition
from desktop_app.petitions.registration.register import NO_DEADLINE
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Status
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Actor, Role

#: What a caller of a list names besides it.
__all__ = ["Inbox", "ListFilter", "Order", "Outline", "PetitionRow", "Scope", "View"]
#: From the rows in one unit's reach a page is never further away than so many: a window asks for four times as many.
FENCE: Final = 64
#: A list of so many times as many rows needs no fences: it is walked from its beginning.
_SHORT: Final = 4
#: A search that finds more says «۱۰۰۰+».
COUNTED: Final = 1000
#: A saved view that holds more says «۱۰٬۰۰۰+».
MOST_COUNTED: Final = 10_000


class Inbox:
    """Reads lists of petitions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, actor: Actor) -> dict[View, int]:
        """How many open petitions each view holds."""
        with self._database.reading() as session:
            today = self._today(session)
            counted = self._open_counts(session, actor, [ListFilter(view=view) for view in View], today)
            return dict(zip(View, counted, strict=True))

    @staticmethod
    def _open_counts(
        session: Session, actor: Actor, lists: Sequence[ListFilter], today: date
    ) -> tuple[int, ...]:
        """One way over the open petitions for the counts of all these lists."""
        if not lists:
            return ()
        held = [
            func.count(case((and_(true(), *_conditions(session, actor, wanted, today)), 1)))
            for wanted in lists
        ]
        seen = reach(session, actor)
        statement = select(*held).select_from(Petition).where(*seen, Petition.is_open.is_(True))
        return tuple(session.execute(statement).one())

    def count(self, actor: Actor, wanted: ListFilter) -> int:
        """How many petitions a list holds; a search at most `COUNTED`."""
        with self._database.reading() as session:
            conditions, _ = self._where(session, actor, wanted, self._today(session))
            return session.scalar(select(func.count()).select_from(Petition).where(*conditions)) or 0

    def counts_of(self, actor: Actor, lists: Sequence[ListFilter]) -> tuple[int, ...]:
        """How many petitions each of some lists (saved views) holds, at most `MOST_COUNTED` and one."""
        with self._database.reading() as session:
            today = self._today(session)
            of_open = [wanted for wanted in lists if wanted.scope is Scope.OPEN and not wanted.query.strip()]
            known = dict(zip(of_open, self._open_counts(session, actor, of_open, today), strict=True))
            for wanted in lists:
                if wanted not in known:
                    conditions, _ = self._where(session, actor, wanted, today)
                    some = select(Petition.id).where(*conditions).limit(MOST_COUNTED + 1).subquery()
                    known[wanted] = session.scalar(select(func.count()).select_from(some)) or 0
            return tuple(min(known[wanted], MOST_COUNTED + 1) for wanted in lists)

    def without_each(self, actor: Actor, wanted: ListFilter) -> dict[str, int]:
        """How many petitions the list would hold without each of its conditions: which one is too narrow."""
        plain = ListFilter(scope=Scope.ANY)
        return {
            name: self.count(actor, replace(wanted, **{name: getattr(plain, name)}))
            for name in conditions_set(wanted)
        }

    def first(self, actor: Actor, wanted: ListFilter, count: int = 50) -> tuple[PetitionRow, ...]:
        """The first rows of a list, which can be there long before its length is known."""
        with self._database.reading() as session:
            today = self._today(session) if hangs_on_today(wanted) else NO_DEADLINE
            # The newest are found first: no more of them are looked for than are shown.
            few = count if wanted.order is Order.NEWEST and not wanted.backwards else None
            conditions, _ = self._where(session, actor, wanted, today, few)
            if walks_an_index(wanted):
                # One statement: the index is walked until there are enough, and only these are joined.
                statement = select_rows(actor).where(*conditions).order_by(*ordering(wanted)).limit(count)
                return tuple(row_of(found) for found in session.execute(statement))
            if walks_unit_by_unit(wanted):
                return self._first_of_units(session, actor, wanted, conditions, count)
            ids = session.scalars(
                in_order(select(Petition.id).where(*conditions), wanted, today).limit(count)
            )
            return self._fetched(session, actor, ids.all())

    @staticmethod
    def _first_of_units(
        session: Session, actor: Actor, wanted: ListFilter, conditions: Conditions, count: int
    ) -> tuple[PetitionRow, ...]:
        """The first rows under headings by unit: those of the first unit over its own index, and so on. Put in
        order as a whole, every petition would be asked which unit it is with."""
        rows: list[PetitionRow] = []
        for unit in (*session.scalars(unit_headings()), None):
            statement = (
                select_rows(actor)
                .where(*conditions, Petition.unit_id == unit)
                .order_by(*ordering(wanted))
                .limit(count - len(rows))
            )
            rows += (row_of(found) for found in session.execute(statement))
            if len(rows) == count:
                break
        return tuple(rows)

    def opening(self, actor: Actor, wanted: ListFilter, count: int = 50) -> OpenedList:
        """The first rows of a list as if they were all of it: to be looked at while the rest is counted."""
        rows = self.first(actor, wanted, count)
        with self._database.reading() as session:
            last_id = session.scalar(select(func.max(Petition.id))) or 0
            outline = Outline(len(rows), False, (), array("q", [row.id for row in rows]))
            return OpenedList(outline, (), self._today(session), None, 0, rows, last_id)

    def outline(self, actor: Actor, wanted: ListFilter) -> Outline:
        """The length of a list and how its places are reached; for a million rows this takes a good half second."""
        with self._database.reading() as session:
            if paged_by_key(wanted):
                conditions, _ = self._where(session, actor, wanted, self._today(session))
                return self._fenced(session, wanted, conditions)
            return self._listed(session, actor, wanted, self._today(session))[0]

    def _fenced(
        self, session: Session, wanted: ListFilter, conditions: Conditions, total: int | None = None
    ) -> Outline:
        """The outline of a list that an index has; `total`: its length, where it was counted already; a
        short one needs none. The index is walked once."""
        if total is not None and total <= _SHORT * FENCE:
            return Outline(total, False, ())
        numbered = (
            select(
                key_of(wanted.order)[0].label("key"),
                Petition.id.label("id"),
                (func.row_number().over(order_by=ordering(wanted)) - 1).label("place"),
            )
            .where(*conditions)
            .subquery()
        )
        fences = session.execute(
            select(numbered.c.key, numbered.c.id)
            .where(numbered.c.place % FENCE == 0)
            .order_by(numbered.c.place)
        ).all()
        if not fences:
            return Outline(0, False, ())
        if total is None:
            # Only what lies behind the last fence has not been counted by them.
            last = _not_before(wanted, (fences[-1].key, fences[-1].id))
            rest = select(func.count()).select_from(Petition).where(*conditions, last)
            total = (len(fences) - 1) * FENCE + (session.scalar(rest) or 0)
        # Whatever came between the two questions is beyond the last fence, or not there yet.
        total = min(total, len(fences) * FENCE)
        return Outline(total, False, tuple((row.key, row.id) for row in fences))

    def _listed(
        self, session: Session, actor: Actor, wanted: ListFilter, today: date
    ) -> tuple[Outline, list[tuple[int, int]]]:
        """Every id in its order; and how many rows in a run stand under which heading."""
        conditions, capped = self._where(session, actor, wanted, today)
        grouped = grouped_by(wanted) is not Grouping.NONE
        columns = (Petition.id, group_column(wanted, today)) if grouped else (Petition.id,)
        statement = in_order(select(*columns).select_from(Petition).where(*conditions), wanted, today)
        ids, *groups = numbers_of(session, statement)
        return Outline(len(ids), capped, (), ids), runs_of(groups[0]) if groups else []

    def page(
        self, actor: Actor, wanted: ListFilter, outline: Outline, start: int, count: int
    ) -> tuple[PetitionRow, ...]:
        """Rows `[start, start + count)` of a list."""
        if not 0 <= start < outline.total:
            return ()
        with self._database.reading() as session:
            conditions = [] if outline.ids else self._where(session, actor, wanted, self._today(session))[0]
            return self._page(session, actor, wanted, conditions, outline, start, count)

    def _page(
        self,
        session: Session,
        actor: Actor,
        wanted: ListFilter,
        conditions: Conditions,
        outline: Outline,
        start: int,
        count: int,
    ) -> tuple[PetitionRow, ...]:
        if not 0 <= start < outline.total:
            return ()
        if outline.ids is not None:
            return self._fetched(session, actor, outline.ids[start : start + count])
        count = min(count, outline.total - start)
        # Fences are close together: what lies between one and the page costs less than a second way to its rows.
        statement = (
            select_rows(actor)
            .where(*conditions, *_from_fence(wanted, outline, start))
            .order_by(*ordering(wanted))
            .offset(start % FENCE if outline.fences else start)
            .limit(count)
        )
        behind = _to_fence(wanted, outline, start, start + count)
        rows = session.execute(statement.where(*behind)).all()
        if behind and len(rows) < count:
            # So many have left the list since.
            rows = session.execute(statement).all()
        return tuple(row_of(found) for found in rows)

    def these(self, actor: Actor, ids: Sequence[int]) -> tuple[PetitionRow, ...]:
        """The rows with these ids, in this order; one that is out of reach by now is left out."""
        with self._database.reading() as session:
            return self._fetched(session, actor, ids)

    def _fetched(self, session: Session, actor: Actor, ids: Sequence[int]) -> tuple[PetitionRow, ...]:
        """The rows with these ids, in this order; one that is out of reach by now is left out."""
        asked = rows_of(actor, self._database.is_sqlite), {"ids": list(ids)}
        found = {row.id: row_of(row) for row in ask(session, *asked)} if len(ids) else {}
        return tuple(found[number] for number in ids if number in found)

    def open_list(
        self, actor: Actor, wanted: ListFilter, *, keep: int | None = None, count: int = 256
    ) -> OpenedList:
        """A list with all that a window needs to show it at once: `count` rows, among them the petition
        `keep`, from a multiple of `count` on."""
        with self._database.reading() as session:
            today = self._today(session)
            by, sections, runs = grouped_by(wanted), tuple[ListSection, ...](), list[tuple[int, int]]()
            if paged_by_key(wanted):
                asked = actor, wanted, today, self._database.is_sqlite
                conditions, total = list(held(*asked)), None
                if by is Grouping.DEADLINE:
                    counted = counted_sections(*asked)
                    sections, last_id = sections_of(session, counted, backwards=wanted.descending)
                    # The sections are the whole list: nobody has to count it once more.
                    total = sum(section.count for section in sections)
                else:
                    last_id = session.scalar(select(func.max(Petition.id)).where(*conditions)) or 0
                outline = self._fenced(session, wanted, conditions, total)
                columns, descending = key_of(wanted.order), wanted.descending
                place = place_of(session, conditions, columns, keep, descending=descending) if keep else None
            else:
                conditions = []
                outline, runs = self._listed(session, actor, wanted, today)
                sections = sections_of_runs(session, by, runs)
                assert outline.ids is not None
                last_id = max(outline.ids, default=0)
                place = outline.ids.index(keep) if keep and keep in outline.ids else None
            if place is not None and place >= outline.total:
                place = None
            first = (place or 0) // count * count
            if outline.fences or outline.ids is not None:
                rows = self._page(session, actor, wanted, conditions, outline, first, count)
            else:
                # Of a short list neither place nor conditions change what is asked.
                most = {"skipped": first, "most": min(count, outline.total - first)}
                found = ask(session, first_rows(*asked), most).all() if outline.total else ()
                rows = tuple(row_of(row) for row in found)
        return OpenedList(outline, sections, today, place, first, rows, last_id, bool(runs) and not sections)

    def news(self, actor: Actor, wanted: ListFilter, after_id: int, ids: Sequence[int]) -> News:
        """How many of a list came after the petition `after_id`, and the rows `ids` as they are now."""
        with self._database.reading() as session:
            today = self._today(session)
            on_file = self._database.is_sqlite
            if wanted.query.strip() or wanted.alike:
                conditions, _ = self._where(session, actor, wanted, today)
                came = select(func.count()).select_from(Petition).where(*conditions, Petition.id > after_id)
                arrived = session.scalar(came)
            else:
                arrived = ask(
                    session, come_since(actor, wanted, today, on_file), {"after": after_id}
                ).scalar()
            found = ask(session, rows_of(actor, on_file), {"ids": list(ids)}).all() if ids else ()
            return News(arrived or 0, tuple(row_of(row) for row in found), today)

    def numbers(self, actor: Actor, wanted: ListFilter) -> tuple[int, ...]:
        """The ids of all that a list holds, in no order."""
        with self._database.reading() as session:
            conditions = self.conditions(session, actor, wanted)
            return tuple(session.scalars(select(Petition.id).where(*conditions)))

    def alike(self, actor: Actor, ids: Sequence[int]) -> dict[int, int]:
        """How many near-equal petitions are pointed out beside each of these; those with none are left out."""
        with self._database.reading() as session:
            return others_of(session, actor, ids) if ids else {}

    def unassigned(self, actor: Actor) -> Unassigned:
        """What of the person's units waits for a clerk to take it."""
        with self._database.reading() as session:
            waiting = (
                Petition.status == Status.REFERRED.value,
                Petition.unit_id.in_(sorted(actor.unit_ids)),
                Petition.assignee_id.is_(None),
                *reach(session, actor),
            )
            oldest = session.execute(
                select(Petition.id, Petition.received_at, func.count().over().label("waiting"))
                .where(*waiting)
                .order_by(Petition.received_at, Petition.id)
                .limit(1)
            ).first()
            if oldest is None:
                return Unassigned(0, None, None)
            return Unassigned(oldest.waiting, oldest.received_at, oldest.id)

    def people(self) -> dict[int, str]:
        """Who can be the assignee of a petition, by name in the order of the alphabet."""
        with self._database.reading() as session:
            clerks = select(PersonRole.person_id).where(
                PersonRole.role.in_((Role.CLERK.value, Role.MANAGER.value))
            )
            found = session.execute(
                select(Person.id, Person.full_name).where(Person.active.is_(True), Person.id.in_(clerks))
            )
            named = sorted(found, key=lambda row: sort_key(row.full_name))
            return {row.id: row.full_name for row in named}

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

    def _today(self, session: Session) -> date:
        return tehran_day(self._database.about_now(session))

    def conditions(self, session: Session, actor: Actor, wanted: ListFilter) -> Conditions:
        """What a petition fulfils that is in a list: for acts on all of them, inside somebody else's transaction."""
        return self._where(session, actor, wanted, self._today(session))[0]

    def _where(
        self, session: Session, actor: Actor, wanted: ListFilter, today: date, most: int | None = None
    ) -> tuple[Conditions, bool]:
        conditions = [*reach(session, actor), *_conditions(session, actor, wanted, today)]
        if not wanted.query.strip():
            return conditions, False
        found = searched(session, wanted.query, conditions, most or COUNTED * wanted.depth)
        conditions.append(Petition.id.in_(found.ids))
        return conditions, found.more


def _from_fence(wanted: ListFilter, outline: Outline, start: int) -> Conditions:
    """The way begins at the fence before `start`; a list without fences is short."""
    return [_not_before(wanted, outline.fences[start // FENCE])] if outline.fences else []


def _to_fence(wanted: ListFilter, outline: Outline, start: int, end: int) -> Conditions:
    """The way to the rows before `end` ends at the second fence behind them, whatever the server expects to find of
    what the person may see; as many rows as lie between two fences may have left meanwhile."""
    fence = -(-end // FENCE) + 1
    if fence >= len(outline.fences):
        return []
    column, identity = key_of(wanted.order)
    first, last = outline.fences[start // FENCE], outline.fences[fence]
    before = tuple_(column, identity) > last if wanted.descending else tuple_(column, identity) < last
    if first[0] != last[0]:
        return [before]
    # Between rows of one key, as of those without a deadline, SQLite looks for the key alone, and goes through tens
    # of thousands of them to the first: it takes the number of a row into account where it stands by itself.
    from_first = identity <= first[1] if wanted.descending else identity >= first[1]
    return [before, column == first[0], from_first]


def _not_before(wanted: ListFilter, fence: Key) -> ColumnElement[bool]:
    # A row value, so that both engines walk the index from the fence on.
    here = tuple_(*key_of(wanted.order))
    return here <= fence if wanted.descending else here >= fence


def _conditions(session: Session, actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    beside = [pointed_out(session, actor)] if wanted.alike else []
    return [*conditions_of(actor, wanted, today), *beside]
