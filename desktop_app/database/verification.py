"""`audit verify`: checks that every event of the audit log, and the triggers that protect it, are unchanged.

Events are read in pages along the index of (item_type, item_id, sequence). Memory use is constant for a million
events, and no lock is held for longer than a page. The check reads the stored text and not mapped values, so
that even a row that no model could read is reported.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop_app.database.chain import MASKED, NOTHING_BEFORE, Head, content_hash, event_hash
from desktop_app.database.chain_guard import POSTGRESQL_MOMENT
from desktop_app.database.engine import Database
from desktop_app.database.guard_check import guard_faults
from desktop_app.database.recorded_rows import Recorded, recorded_in, rows_unlike
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress

#: Events that are read at once.
PAGE: Final = 5_000
#: Items whose first event is written together with them; their tables have the same name.
_WITH_HISTORY: Final = ("comment_thread", "composition", "instrument", "petition", "thread")
#: The item type of a break that concerns the database itself.
DATABASE: Final = "database"


class BreakReason(StrEnum):
    """What is wrong at a break."""

    CONTENT = "changed_content"
    FIELDS = "changed_fields"
    MISSING = "missing_event"
    SEQUENCE = "wrong_sequence"
    NO_HISTORY = "without_history"
    ROW = "changed_row"
    NO_TRIGGER = "missing_trigger"
    TRIGGER = "altered_trigger"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place at which the history of an item is not valid.

    For a trigger the item is `DATABASE` with the id 0, and `detail` names the trigger. For a row that is not as
    recorded, `detail` names the columns, and `sequence` is the last event.
    """

    item_type: str
    item_id: int
    sequence: int
    reason: BreakReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a verification. `head` is the hash over the last hash of every item."""

    events: int
    items: int
    breaks: tuple[Break, ...]
    head: str

    @property
    def ok(self) -> bool:
        return not self.breaks


def verify(
    database: Database, progress: Progress | None = None, *, before: datetime | None = None
) -> Verdict:
    """Verifies the whole audit log. With `before` the head is that of the events before this time.

    Raises `CancelledError`, `DatabaseAwayError`.
    """
    progress = progress or SilentProgress()
    with database.reading() as session:
        breaks = [Break(DATABASE, 0, 0, BreakReason(fault), name) for name, fault in guard_faults(session)]
        total = int(session.scalar(text("SELECT count(*) FROM event")) or 0)
    walk = _Walk(_stored(before) if before else None)
    for rows in _pages(database.reading):
        for row in rows:
            walk.take(row)
        breaks += _unlike_history(database, walk.ended())
        progress.report(min(walk.events, total), total)
        if progress.cancelled():
            raise CancelledError(done=walk.events)
    walk.finish()
    breaks += _unlike_history(database, walk.ended())
    with database.reading() as session:
        breaks += walk.breaks + list(_items_without_history(session))
    progress.report(total, total)
    return Verdict(walk.events, walk.items, tuple(breaks), walk.head())


def first_break(session: Session, progress: Progress) -> Break | None:
    """Returns the first break of the chain, inside an uncommitted transaction: for a copy made without triggers.

    Raises `CancelledError`.
    """
    walk = _Walk(None)
    for rows in _pages(lambda: nullcontext(session)):
        for row in rows:
            walk.take(row)
        if walk.breaks:
            break
        if progress.cancelled():
            raise CancelledError()
    walk.finish()
    return walk.breaks[0] if walk.breaks else None


def session_head(session: Session, moment: datetime, progress: Progress | None = None) -> str | None:
    """Returns the head of the events before a time, without verifying them; None if there are none.

    One pass over the index of items: about a second for a million events (`python -m tests.benchmarks audit`).
    `progress` counts items by their ids. Raises `CancelledError`.
    """
    sqlite = session.get_bind().dialect.name == "sqlite"
    # The hash of the row with the greatest sequence: SQLite guarantees this for a bare column beside max().
    latest = (
        "SELECT item_id, hash, max(sequence) FROM event WHERE item_type = :item_type AND at < :moment"
        " GROUP BY item_id ORDER BY item_id"
        if sqlite
        else "SELECT DISTINCT ON (item_id) item_id, hash FROM event WHERE item_type = :item_type"
        " AND at < :moment ORDER BY item_id, sequence DESC"
    )
    # Types are sorted by code points, whatever the collation of the database.
    types = sorted(str(row[0]) for row in session.execute(text("SELECT DISTINCT item_type FROM event")))
    last = text("SELECT max(item_id) FROM event WHERE item_type = :item_type")
    most = {one: int(session.scalar(last, {"item_type": one}) or 0) for one in types}
    head, before, steps = Head(), 0, 0
    if not sqlite:
        # All rows are read: the plan that returns its first rows soonest takes twice as long.
        session.execute(text("SET LOCAL cursor_tuple_fraction = 1"))
    for item_type in types:
        found = session.execute(
            text(latest).execution_options(yield_per=PAGE),
            {"item_type": item_type, "moment": _stored(moment) if sqlite else moment},
        )
        for row in found:
            head.add(item_type, row[0], row[1])
            steps += 1
            if progress is not None and steps % PAGE == 0:
                if progress.cancelled():
                    raise CancelledError(done=0)
                progress.report(before + row[0], sum(most.values()))
        before += most[item_type]
    return head.digest() if head.items else None


def _stored(moment: datetime) -> str:
    """Returns a time as SQLite stores it and the chain hashes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


class _Walk:
    """Verifies the events item by item; keeps the first break of each.

    Values that do not match the content hash are valid only if the newest masking event that names them gives their
    hash. This is known only at the item's end.
    """

    def __init__(self, before: str | None) -> None:
        self.events = self.items = 0
        self.breaks: list[Break] = []
        self._before = before
        self._head = Head()
        self._item: tuple[str, int] | None = None
        self._sequence: Any = 0
        self._hash = NOTHING_BEFORE
        self._fault: tuple[int, BreakReason] | None = None
        self._others: dict[int, str] = {}
        self._masked: dict[int, str] = {}
        self._last = ""
        self._recorded: dict[str, Any] = {}
        self._ended: list[Recorded] = []

    def take(self, row: Any) -> None:
        """Takes the next event in the order of (item_type, item_id, sequence)."""
        item_type, item_id, sequence, at, _, action, _, _, after, _, _, link = row
        self.events += 1
        if (item_type, item_id) != self._item:
            self.finish()
            self._item, self._sequence, self._hash = (item_type, item_id), 0, NOTHING_BEFORE
            self._fault, self._last = None, ""
            self._others, self._masked, self._recorded = {}, {}, {}
            self.items += 1
        if self._fault is None:
            self._fault = self._looked_at(row)
            if action == MASKED:
                self._masked |= _masked_in(after)
        self._sequence, self._hash = sequence, str(link)
        if self._before is None or str(at) < self._before:
            self._last = self._hash
        self._recorded |= recorded_in(item_type, after)

    def _looked_at(self, row: Any) -> tuple[int, BreakReason] | None:
        item_type, item_id, sequence, at, actor_id, action, name, before, after, words, content, link = row
        due = self._sequence + 1 if isinstance(self._sequence, int) else 1
        if not isinstance(sequence, int):
            return 0, BreakReason.SEQUENCE
        if sequence != due:
            return (due, BreakReason.MISSING) if sequence > due else (sequence, BreakReason.SEQUENCE)
        actual = content_hash(str(name), str(before), str(after), str(words))
        if content != actual:
            self._others[sequence] = actual
        linked = event_hash(
            self._hash, item_type, item_id, sequence, str(at), actor_id, str(action), str(content)
        )
        return None if link == linked else (sequence, BreakReason.FIELDS)

    def finish(self) -> None:
        """Ends the current item."""
        if self._item is None:
            return
        changed = (
            (sequence, BreakReason.CONTENT)
            for sequence in sorted({*self._others, *self._masked})
            if self._others.get(sequence) != self._masked.get(sequence)
        )
        # The earlier of both faults: that of the values is known only now.
        fault = min(filter(None, (next(changed, None), self._fault)), key=lambda one: one[0], default=None)
        if fault is not None:
            self.breaks.append(Break(*self._item, *fault))
        if self._last:
            self._head.add(*self._item, self._last)
        if self._recorded and fault is None:
            self._ended.append(Recorded(*self._item, self._sequence, self._recorded))
        self._item = None

    def ended(self) -> list[Recorded]:
        """Returns the items that ended since the last call."""
        ended, self._ended = self._ended, []
        return ended

    def head(self) -> str:
        return self._head.digest()


def _masked_in(after: Any) -> dict[int, str]:
    """Returns the content hashes by sequence that a masking event gives; empty if it is unreadable."""
    try:
        hashes = json.loads(after)[MASKED]
        return {int(sequence): str(digest) for sequence, digest in hashes.items()}
    except (ValueError, TypeError, KeyError, AttributeError):
        return {}


_COLUMNS: Final = (
    "item_type, item_id, sequence, {at}, actor_id, action, actor_name, {before}, {after}, text, content_hash,"
    " hash"
)
_ORDER: Final = "ORDER BY item_type, item_id, sequence"


def _pages(reading: Callable[[], AbstractContextManager[Session]]) -> Iterator[list[Any]]:
    """Yields the events in pages; each is read in a session of its own, after the last row of the previous one."""
    place: tuple[Any, ...] = ("", -(2**31), -(2**31))
    while True:
        with reading() as session:
            sqlite = session.get_bind().dialect.name == "sqlite"
            rows = _sqlite_page(session, place) if sqlite else _postgresql_page(session, place)
        if not rows:
            return
        yield rows
        place = tuple(rows[-1][:3])


def _postgresql_page(session: Session, place: tuple[Any, ...]) -> list[Any]:
    columns = _COLUMNS.format(
        at=POSTGRESQL_MOMENT.format(at="at"), before="before::text", after="after::text"
    )
    statement = text(
        f"SELECT {columns} FROM event WHERE (item_type, item_id, sequence) > (:kind, :item, :place) {_ORDER}"
        f" LIMIT {PAGE}"
    )
    return list(session.execute(statement, dict(zip(("kind", "item", "place"), place, strict=True))))


def _sqlite_page(session: Session, place: tuple[Any, ...]) -> list[Any]:
    columns = _COLUMNS.format(at="at", before="before", after="after")
    # The position is passed as the bytes that were read: a manipulated type need not be UTF-8.
    kind = str(place[0]).encode("utf-8", "surrogateescape")
    statement = (
        f"SELECT {columns} FROM event WHERE (item_type, item_id, sequence) > (CAST(? AS TEXT), ?, ?) {_ORDER}"
        f" LIMIT {PAGE}"
    )
    with _any_text(session):
        found = session.connection().exec_driver_sql(statement, (kind, *place[1:]))
        return [(str(row[0]), *row[1:]) for row in found]


@contextmanager
def _any_text(session: Session) -> Iterator[None]:
    """Reads text that is not UTF-8 instead of failing."""
    driver = session.connection().connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    usual = driver.text_factory
    driver.text_factory = lambda value: value.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = usual


def _unlike_history(database: Database, ended: list[Recorded]) -> list[Break]:
    """Returns breaks for rows that are not as the history last recorded them."""
    with database.reading() as session:
        # With another status, the likelier cause is that later events were deleted.
        return [
            Break(one.item_type, one.item_id, one.sequence + 1, BreakReason.MISSING)
            if "status" in one.columns
            else Break(one.item_type, one.item_id, one.sequence, BreakReason.ROW, ", ".join(one.columns))
            for one in rows_unlike(session, ended)
        ]


def _items_without_history(session: Session) -> Iterator[Break]:
    for item_type in _WITH_HISTORY:
        statement = text(
            f"SELECT id FROM {item_type} item WHERE NOT EXISTS (SELECT 1 FROM event"
            " WHERE event.item_type = :kind AND event.item_id = item.id) ORDER BY id"
        )
        for row in session.execute(statement, {"kind": item_type}):
            yield Break(item_type, row[0], 0, BreakReason.NO_HISTORY)
