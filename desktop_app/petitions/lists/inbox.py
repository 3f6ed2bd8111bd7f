"""Lists of the desk: counted views, search, and random access to a million rows.

A list is an *outline* (its length, and how to reach any row) and *pages* of it: see `paging`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, and_, case, func, select, true
from sqlalchemy.orm import Session

from desktop_app.database.engine import Database
from desktop_app.database.kept_statements import ask
from desktop_app.database.search import whole_numbers_in
from desktop_app.errors import NotFoundError
from desktop_app.people.asking import ask_about
from desktop_app.people.petitioners import LOOKS_UP
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
    walks_an_index,
    walks_unit_by_unit,
)
from desktop_app.petitions.lists.paging import fenced, fetched, first_of_units, page_of
from desktop_app.petitions.lists.rows import PetitionRow, row_of, select_rows
from desktop_app.petitions.lists.searching import searched
from desktop_app.petitions.lists.sections import (
    Conditions,
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
from desktop_app.petitions.model import NO_DEADLINE, Petition
from desktop_app.petitions.visibility import reach
from desktop_app.petitions.vocabulary import Status
from desktop_app.staff.deputies import acting_on
from desktop_app.staff.model import Person, PersonRole
from desktop_app.staff.roles import Actor, Role

#: Names that callers of a list need.
__all__ = ["Inbox", "ListFilter", "Order", "Outline", "PetitionRow", "Scope", "View"]
#: Beyond this a search shows «۱۰۰۰+».
COUNTED: Final = 1000
#: Beyond this a saved view shows «۱۰٬۰۰۰+».
MOST_COUNTED: Final = 10_000
#: How many ids one statement takes.
_AT_ONCE: Final = 500


class Inbox:
    """Reads lists of petitions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, actor: Actor) -> dict[View, int]:
        """Returns the number of open petitions in each view."""
        with self._database.reading() as session:
            today = self._today(session)
            counted = _open_counts(session, actor, [ListFilter(view=view) for view in View], today)
            return dict(zip(View, counted, strict=True))

    def count(self, actor: Actor, wanted: ListFilter) -> int:
        """Returns the length of a list; for a search at most `COUNTED`."""
        self._ask(actor, wanted)
        with self._database.reading() as session:
            conditions, _ = _where(session, actor, wanted, self._today(session))
            return session.scalar(select(func.count()).select_from(Petition).where(*conditions)) or 0

    def counts_of(self, actor: Actor, lists: Sequence[ListFilter]) -> tuple[int, ...]:
        """Returns the lengths of several lists (saved views), each at most `MOST_COUNTED` + 1."""
        self._ask(actor, *lists)
        with self._database.reading() as session:
            today = self._today(session)
            of_open = [wanted for wanted in lists if wanted.scope is Scope.OPEN and not wanted.query.strip()]
            known = dict(zip(of_open, _open_counts(session, actor, of_open, today), strict=True))
            for wanted in lists:
                if wanted not in known:
                    conditions, _ = _where(session, actor, wanted, today)
                    some = select(Petition.id).where(*conditions).limit(MOST_COUNTED + 1).subquery()
                    known[wanted] = session.scalar(select(func.count()).select_from(some)) or 0
            return tuple(min(known[wanted], MOST_COUNTED + 1) for wanted in lists)

    def without_each(self, actor: Actor, wanted: ListFilter) -> dict[str, int]:
        """Returns, by condition, the length of the list without it: shows which condition is too narrow."""
        plain = ListFilter(scope=Scope.ANY)
        return {
            name: self.count(actor, replace(wanted, **{name: getattr(plain, name)}))
            for name in conditions_set(wanted)
        }

    def first(self, actor: Actor, wanted: ListFilter, count: int = 50) -> tuple[PetitionRow, ...]:
        """Returns the first rows of a list, often long before its length is known."""
        self._ask(actor, wanted)
        with self._database.reading() as session:
            today = self._today(session) if hangs_on_today(wanted) else NO_DEADLINE
            # The search finds the newest first and can stop after `count`.
            few = count if wanted.order is Order.NEWEST and not wanted.backwards else None
            conditions, _ = _where(session, actor, wanted, today, few)
            if walks_an_index(wanted):
                # One statement: the index is scanned until there are enough rows, and only these are joined.
                statement = select_rows(actor).where(*conditions).order_by(*ordering(wanted)).limit(count)
                return tuple(row_of(found) for found in session.execute(statement))
            if walks_unit_by_unit(wanted):
                return first_of_units(session, actor, wanted, conditions, count)
            ids = session.scalars(
                in_order(select(Petition.id).where(*conditions), wanted, today).limit(count)
            )
            return fetched(session, actor, ids.all())

    def opening(self, actor: Actor, wanted: ListFilter, count: int = 50) -> OpenedList:
        """Returns the first rows of a list as if they were all of it, to show while the rest is counted."""
        rows = self.first(actor, wanted, count)
        with self._database.reading() as session:
            last_id = session.scalar(select(func.max(Petition.id))) or 0
            outline = Outline(len(rows), False, (), array("q", [row.id for row in rows]))
            return OpenedList(outline, (), self._today(session), None, 0, rows, last_id)

    def outline(self, actor: Actor, wanted: ListFilter) -> Outline:
        """Returns the outline of a list; for a million rows this takes over half a second."""
        self._ask(actor, wanted)
        with self._database.reading() as session:
            if paged_by_key(wanted):
                conditions, _ = _where(session, actor, wanted, self._today(session))
                return fenced(session, wanted, conditions)
            return _listed(session, actor, wanted, self._today(session))[0]

    def page(
        self, actor: Actor, wanted: ListFilter, outline: Outline, start: int, count: int
    ) -> tuple[PetitionRow, ...]:
        """Returns rows `[start, start + count)` of a list."""
        if not 0 <= start < outline.total:
            return ()
        with self._database.reading() as session:
            conditions = [] if outline.ids else _where(session, actor, wanted, self._today(session))[0]
            return page_of(session, actor, wanted, conditions, outline, start, count)

    def these(self, actor: Actor, ids: Sequence[int]) -> tuple[PetitionRow, ...]:
        """Returns the rows with these ids, in this order; those no longer visible are omitted."""
        with self._database.reading() as session:
            return fetched(session, actor, ids)

    def open_list(
        self, actor: Actor, wanted: ListFilter, *, keep: int | None = None, count: int = 256
    ) -> OpenedList:
        """Returns everything that a window needs to show a list.

        It has `count` rows starting at a multiple of `count`, on the page of the petition `keep`.
        """
        self._ask(actor, wanted)
        with self._database.reading() as session:
            today = self._today(session)
            by, sections, runs = grouped_by(wanted), tuple[ListSection, ...](), list[tuple[int, int]]()
            if paged_by_key(wanted):
                asked = actor, wanted, today, self._database.is_sqlite
                conditions, total = list(held(*asked)), None
                if by is Grouping.DEADLINE:
                    counted = counted_sections(*asked)
                    sections, last_id = sections_of(session, counted, backwards=wanted.descending)
                    # The sections cover the whole list, so it need not be counted again.
                    total = sum(section.count for section in sections)
                else:
                    last_id = session.scalar(select(func.max(Petition.id)).where(*conditions)) or 0
                outline = fenced(session, wanted, conditions, total)
                columns, descending = key_of(wanted.order), wanted.descending
                place = place_of(session, conditions, columns, keep, descending=descending) if keep else None
            else:
                conditions = []
                outline, runs = _listed(session, actor, wanted, today)
                sections = sections_of_runs(session, by, runs)
                assert outline.ids is not None
                last_id = max(outline.ids, default=0)
                place = outline.ids.index(keep) if keep and keep in outline.ids else None
            if place is not None and place >= outline.total:
                place = None
            first = (place or 0) // count * count
            if outline.fences or outline.ids is not None:
                rows = page_of(session, actor, wanted, conditions, outline, first, count)
            else:
                # The query of a short list does not depend on position or conditions.
                most = {"skipped": first, "most": min(count, outline.total - first)}
                found = ask(session, first_rows(*asked), most).all() if outline.total else ()
                rows = tuple(row_of(row) for row in found)
        return OpenedList(outline, sections, today, place, first, rows, last_id, bool(runs) and not sections)

    def news(self, actor: Actor, wanted: ListFilter, after_id: int, ids: Sequence[int]) -> News:
        """Returns how many petitions of a list came after the petition `after_id`, and the current rows
        `ids`.
        """
        self._ask(actor, wanted)
        with self._database.reading() as session:
            today = self._today(session)
            on_file = self._database.is_sqlite
            if wanted.query.strip() or wanted.alike:
                conditions, _ = _where(session, actor, wanted, today)
                came = select(func.count()).select_from(Petition).where(*conditions, Petition.id > after_id)
                arrived = session.scalar(came)
            else:
                arrived = ask(
                    session, come_since(actor, wanted, today, on_file), {"after": after_id}
                ).scalar()
            found = ask(session, rows_of(actor, on_file), {"ids": list(ids)}).all() if ids else ()
            return News(arrived or 0, tuple(row_of(row) for row in found), today)

    def numbers(self, actor: Actor, wanted: ListFilter) -> tuple[int, ...]:
        """Returns the ids of all petitions in a list, unordered."""
        self._ask(actor, wanted)
        with self._database.reading() as session:
            conditions = self.conditions(session, actor, wanted)
            return tuple(session.scalars(select(Petition.id).where(*conditions)))

    def those_in(self, actor: Actor, wanted: ListFilter, ids: Collection[int]) -> frozenset[int]:
        """Returns those of these petitions that are in a list."""
        self._ask(actor, wanted)
        asked, found = sorted(ids), set[int]()
        with self._database.reading() as session:
            conditions = self.conditions(session, actor, wanted)
            for start in range(0, len(asked), _AT_ONCE):
                some = asked[start : start + _AT_ONCE]
                found.update(session.scalars(select(Petition.id).where(*conditions, Petition.id.in_(some))))
        return frozenset(found)

    def alike(self, actor: Actor, ids: Sequence[int]) -> dict[int, int]:
        """Returns the number of near-duplicates of each of these petitions; those without any are omitted."""
        with self._database.reading() as session:
            return others_of(session, actor, ids) if ids else {}

    def unseen_of(self, actor: Actor, petitioner_id: int) -> int:
        """Returns how many petitions of a petitioner the person may not see; nothing else of them is told."""
        with self._database.reading() as session:
            actor = acting_on(session, actor, tehran_day(self._database.now(session)))
            if not self._database.is_sqlite:
                return int(session.scalar(select(func.app.unseen_petitions(petitioner_id))) or 0)
            of_person = select(func.count()).where(Petition.petitioner_id == petitioner_id)
            seen = session.scalar(of_person.where(*reach(session, actor))) or 0
            return (session.scalar(of_person) or 0) - seen

    def unassigned(self, actor: Actor) -> Unassigned:
        """Returns the petitions in the person's units that wait for a clerk to take them."""
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
        """Returns the possible assignees of petitions, sorted by name."""
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
        """Returns the first `limit` rows of a list, for the command line."""
        outline = self.outline(actor, wanted)
        return outline, self.page(actor, wanted, outline, 0, limit)

    def by_code(self, actor: Actor, tracking_code: str) -> PetitionRow:
        """Returns the petition with a tracking code (twelve Latin digits). Raises `NotFoundError`."""
        with self._database.reading() as session:
            of_the_code = (Petition.tracking_code == tracking_code, *reach(session, actor))
            found = session.execute(select_rows(actor).where(*of_the_code)).first()
            if found is None:
                raise NotFoundError(item="petition", key=tracking_code)
            return row_of(found)

    def _ask(self, actor: Actor, *lists: ListFilter) -> None:
        """Asks about the whole numbers in searches, which are found by their keys (`people.asking`)."""
        numbers = [number for wanted in lists for number in whole_numbers_in(wanted.query)]
        if numbers and actor.roles & LOOKS_UP:
            ask_about(self._database, numbers)

    def _today(self, session: Session) -> date:
        return tehran_day(self._database.about_now(session))

    def conditions(self, session: Session, actor: Actor, wanted: ListFilter) -> Conditions:
        """Returns the conditions of a list, for acts on all its petitions in the caller's transaction."""
        return _where(session, actor, wanted, self._today(session))[0]


def _open_counts(session: Session, actor: Actor, lists: Sequence[ListFilter], today: date) -> tuple[int, ...]:
    """Counts all these lists in one scan of the open petitions."""
    if not lists:
        return ()
    held = [
        func.count(case((and_(true(), *_conditions(session, actor, wanted, today)), 1))) for wanted in lists
    ]
    seen = reach(session, actor)
    statement = select(*held).select_from(Petition).where(*seen, Petition.is_open.is_(True))
    return tuple(session.execute(statement).one())


def _listed(
    session: Session, actor: Actor, wanted: ListFilter, today: date
) -> tuple[Outline, list[tuple[int, int]]]:
    """Returns every id in order, and the length and heading of each run of rows."""
    conditions, capped = _where(session, actor, wanted, today)
    grouped = grouped_by(wanted) is not Grouping.NONE
    columns = (Petition.id, group_column(wanted, today)) if grouped else (Petition.id,)
    statement = in_order(select(*columns).select_from(Petition).where(*conditions), wanted, today)
    ids, *groups = numbers_of(session, statement)
    return Outline(len(ids), capped, (), ids), runs_of(groups[0]) if groups else []


def _where(
    session: Session, actor: Actor, wanted: ListFilter, today: date, most: int | None = None
) -> tuple[Conditions, bool]:
    conditions = [*reach(session, actor), *_conditions(session, actor, wanted, today)]
    if not wanted.query.strip():
        return conditions, False
    found = searched(session, wanted.query, conditions, most or COUNTED * wanted.depth)
    conditions.append(Petition.id.in_(found.ids))
    return conditions, found.more


def _conditions(session: Session, actor: Actor, wanted: ListFilter, today: date) -> list[ColumnElement[bool]]:
    beside = [pointed_out(session, actor)] if wanted.alike else []
    return [*conditions_of(actor, wanted, today), *beside]
