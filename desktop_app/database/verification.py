"""`audit verify`: checks that every event of the audit log, and the triggers that protect it, are unchanged.

Signed heads that lie outside the database (`database.seals`) are compared with the events as well.

Events are read in pages along the index of (item_type, item_id, sequence). Memory use is constant for a million
events, and no lock is held for longer than a page. The check reads the stored text and not mapped values, so
that even a row that no model could read is reported.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import MetaData, bindparam, text
from sqlalchemy.orm import Session

from desktop_app.database.chain import BLOCK, MASKED, NOTHING_BEFORE, content_hash, event_hash
from desktop_app.database.chain_guard import POSTGRESQL_MOMENT
from desktop_app.database.clock_mark import mark_is_behind
from desktop_app.database.engine import Database
from desktop_app.database.guard_check import guard_faults
from desktop_app.database.history_head import HistoryHead, heads_at
from desktop_app.database.own_catalogue import catalogue_faults
from desktop_app.database.recorded_rows import ItemRecord, Recorded, VouchedRows, rows_unlike
from desktop_app.database.seals import CheckedSeal, Seal, checked, first_hash
from desktop_app.database.stored_bytes import bytes_unlike
from desktop_app.errors import CancelledError
from desktop_app.progress import Progress, SilentProgress

#: Events that are read at once.
PAGE: Final = 5_000
#: Seconds for a statement that reads the hashes of all events, or all stored bytes.
LONGEST: Final = 3_600
#: Rows without an event that are named.
_MOST_ROWS: Final = 100
#: Items whose histories are read at once.
_ITEMS: Final = 500
#: Items whose first event is written together with them; their tables have the same name.
_WITH_HISTORY: Final = ("comment_thread", "composition", "instrument", "petition", "thread")
#: The item type of a break that concerns the database itself.
DATABASE: Final = "database"


#: Computes again what was stored, and yields the ids of drafts where it is not so, with the name of the row.
Recompute = Callable[[Database], Iterable[tuple[int, str]]]


class BreakReason(StrEnum):
    """What is wrong at a break."""

    CONTENT = "changed_content"
    FIELDS = "changed_fields"
    MISSING = "missing_event"
    SEQUENCE = "wrong_sequence"
    NO_HISTORY = "without_history"
    ROW = "changed_row"
    BLOCK = "changed_block"
    BYTES = "changed_bytes"
    UNTOLD = "untold_row"
    NO_TRIGGER = "missing_trigger"
    TRIGGER = "altered_trigger"
    NO_OBJECT = "missing_object"
    OBJECT = "altered_object"
    FOREIGN_OBJECT = "foreign_object"
    CLOCK = "clock_went_back"
    COMPARISON = "changed_comparison"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place at which the history of an item is not valid.

    For a row without an event or with other bytes, a trigger or another object the item is `DATABASE` with the id
    0, and `detail` names it. For a block of events `detail` has the first and last id, for a mark of the clock that
    went back both moments. For a row that is not as recorded, `detail` names the columns or the row, and `sequence`
    is the last event.
    """

    item_type: str
    item_id: int
    sequence: int
    reason: BreakReason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result of a verification.

    `head` is that of the newest event. `compared` says whether rights, functions and the like were compared with the
    program's own. `since` is the last event before those that were verified; 0 for the whole history.
    """

    events: int
    items: int
    breaks: tuple[Break, ...]
    head: HistoryHead
    seals: tuple[CheckedSeal, ...] = ()
    since: int = 0
    compared: bool = False

    @property
    def ok(self) -> bool:
        return not self.breaks and not any(seal.fault for seal in self.seals)


def verify(
    database: Database,
    progress: Progress | None = None,
    *,
    metadata: MetaData | None = None,
    seals: Sequence[Seal] = (),
    only_since: bool = False,
    recompute: Recompute | None = None,
) -> Verdict:
    """Verifies the whole audit log.

    With `metadata`, the tables of the program, whatever the database consists of is compared with what the program
    makes. `seals` are compared with the heads at their last events. With `only_since`, only items with events
    after the newest seal that fits are verified; of all other events the hashes are compared with the seal.
    `recompute` finds drafts whose stored changes are not those of their texts; it is asked without `only_since`.

    Raises `CancelledError`, `DatabaseAwayError`.
    """
    progress = progress or SilentProgress()
    faults = catalogue_faults(database, metadata) if metadata is not None else None
    with database.reading() as session:
        database.take_time(session, LONGEST)
        found = guard_faults(session) if faults is None else ((name, fault) for fault, name in faults)
        breaks = [Break(DATABASE, 0, 0, BreakReason(fault), name) for name, fault in found]
        newest = int(session.scalar(text("SELECT max(id) FROM event")) or 0)
        heads, other = heads_at(session, [newest, *(seal.head.last_event for seal in seals)])
        first = first_hash(session)
        against = tuple(checked(seal, heads, newest, first) for seal in seals)
        since = max((one.last_event for one in against if one.fault is None), default=0) if only_since else 0
        total = int(
            session.scalar(text("SELECT count(*) FROM event WHERE id > :since"), {"since": since}) or 0
        )
    breaks += [
        Break(DATABASE, 0, 0, BreakReason.BLOCK, f"{(number - 1) * BLOCK + 1}–{number * BLOCK}")
        for number in other[:1]
    ]
    walk = _Walk()
    for rows in _pages(database.reading) if not since else _pages_since(database, since):
        for row in rows:
            walk.take(row)
        with database.reading() as session:
            breaks += _unlike_history(session, walk.ended())
        progress.report(min(walk.events, total), total)
        if progress.cancelled():
            raise CancelledError(done=walk.events)
    walk.finish()
    with database.reading() as session:
        database.take_time(session, LONGEST)
        breaks += _unlike_history(session, walk.ended())
        breaks += walk.breaks + list(_items_without_history(session))
        if not since:
            others = itertools.islice(walk.vouched.others(session, newest, _WITH_HISTORY), _MOST_ROWS)
            breaks += [Break(DATABASE, 0, 0, BreakReason.UNTOLD, name) for name in others]
        if metadata is not None and not since:
            breaks += [Break(DATABASE, 0, 0, BreakReason.BYTES, name) for name in bytes_unlike(session)]
        if database.is_sqlite:
            breaks += _clock_went_back(session)
    if recompute is not None and not since:
        breaks += [
            Break("instrument", number, 0, BreakReason.COMPARISON, name)
            for number, name in recompute(database)
        ]
    progress.report(total, total)
    return Verdict(
        walk.events, walk.items, tuple(breaks), heads[newest], against, since, compared=faults is not None
    )


def _clock_went_back(session: Session) -> Iterator[Break]:
    found = mark_is_behind(session)
    if found is not None:
        moments = " < ".join(f"{moment:%Y-%m-%d %H:%M} UTC" for moment in found)
        yield Break(DATABASE, 0, 0, BreakReason.CLOCK, moments)


def first_break(session: Session, progress: Progress) -> Break | None:
    """Returns the first break of the chain, or of the rows that it vouches for, inside an uncommitted transaction.

    Raises `CancelledError`.
    """
    walk = _Walk()
    newest = int(session.scalar(text("SELECT max(id) FROM event")) or 0)
    for rows in itertools.chain(_pages(lambda: nullcontext(session)), [()]):
        for row in rows:
            walk.take(row)
        if not rows:
            walk.finish()
        breaks = walk.breaks or _unlike_history(session, walk.ended())
        if breaks:
            return breaks[0]
        if progress.cancelled():
            raise CancelledError()
    untold = next(walk.vouched.others(session, newest, _WITH_HISTORY), None)
    return None if untold is None else Break(DATABASE, 0, 0, BreakReason.UNTOLD, untold)


class _Walk:
    """Verifies the events item by item; keeps the first break of each.

    Values that do not match the content hash are valid only if the newest masking event that names them gives their
    hash. This is known only at the item's end.
    """

    def __init__(self) -> None:
        self.events = self.items = 0
        self.breaks: list[Break] = []
        self.vouched = VouchedRows()
        self._item: tuple[str, int] | None = None
        self._sequence: Any = 0
        self._hash = NOTHING_BEFORE
        self._fault: tuple[int, BreakReason] | None = None
        self._others: dict[int, str] = {}
        self._masked: dict[int, str] = {}
        self._record = ItemRecord()
        self._ended: list[Recorded] = []

    def take(self, row: Any) -> None:
        """Takes the next event in the order of (item_type, item_id, sequence)."""
        item_type, item_id, sequence, _, _, action, _, _, after, _, _, link = row
        self.events += 1
        if (item_type, item_id) != self._item:
            self.finish()
            self._item, self._sequence, self._hash = (item_type, item_id), 0, NOTHING_BEFORE
            self._fault = None
            self._others, self._masked, self._record = {}, {}, ItemRecord()
            self.items += 1
        if self._fault is None:
            self._fault = self._looked_at(row)
            if action == MASKED:
                self._masked |= _masked_in(after)
        self._sequence, self._hash = sequence, str(link)
        self._record.take(item_type, action, after)

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
        record = self._record
        self.vouched.add(record.named)
        if (record.values or record.vouched) and fault is None:
            self._ended.append(Recorded(*self._item, self._sequence, record.values, record.vouched))
        self._item = None

    def ended(self) -> list[Recorded]:
        """Returns the items that ended since the last call."""
        ended, self._ended = self._ended, []
        return ended


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


def _pages_since(database: Database, since: int) -> Iterator[list[Any]]:
    """Yields all events of the items that have events with ids after `since`, as `_pages` does."""
    with database.reading() as session:
        found = session.execute(
            text(
                "SELECT DISTINCT item_type, item_id FROM event WHERE id > :since ORDER BY item_type, item_id"
            ),
            {"since": since},
        ).all()
    for item_type, of_type in itertools.groupby(found, key=lambda row: str(row[0])):
        items = [row[1] for row in of_type]
        for place in range(0, len(items), _ITEMS):
            with database.reading() as session:
                sqlite = session.get_bind().dialect.name == "sqlite"
                shown = (
                    {"at": "at", "before": "before", "after": "after"}
                    if sqlite
                    else {
                        "at": POSTGRESQL_MOMENT.format(at="at"),
                        "before": "before::text",
                        "after": "after::text",
                    }
                )
                asked = text(
                    f"SELECT {_COLUMNS.format(**shown)} FROM event WHERE item_type = :kind AND item_id IN :items"
                    f" {_ORDER}"
                ).bindparams(bindparam("items", expanding=True))
                yield list(
                    session.execute(asked, {"kind": item_type, "items": items[place : place + _ITEMS]})
                )


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


def _unlike_history(session: Session, ended: list[Recorded]) -> list[Break]:
    """Returns breaks for rows that are not as the history last recorded them."""
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
