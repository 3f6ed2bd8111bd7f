"""Whether rows are as the history last recorded them, for `audit verify`.

Every act records columns of its item, before and after, and digests of rows that it writes (`database.vouched`). A
row with other values was written past the acts; one whose status is another may also have lost its last events.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import Column, Date, RowMapping, Table, select, text
from sqlalchemy.orm import Session

from desktop_app.database.acts.expressions import ItemColumn
from desktop_app.database.acts.model import Act, declared
from desktop_app.database.base import UtcMoment
from desktop_app.database.chain import MASKED
from desktop_app.database.declarations import all_tables
from desktop_app.database.vouched import VOUCHED, WORDS, VouchedDigest, digests_of


class Recorded(NamedTuple):
    """The end of an item's history: its last sequence, the last recorded values of columns, and digests of rows."""

    item_type: str
    item_id: int
    sequence: int
    values: Mapping[str, Any]
    vouched: Mapping[str, str]


class ItemRecord:
    """What the events of an item recorded so far, in their order."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.vouched: dict[str, str] = {}
        #: All rows that were vouched for at any time, by the names of their digests.
        self.named: set[str] = set()
        #: By action: what stood before each of its events, to take the last one back.
        self._before: dict[str, list[dict[str, str | None]]] = {}

    def take(self, item_type: str, action: str, after: Any) -> None:
        """Takes the next event. An event that cannot be read records nothing."""
        try:
            values = json.loads(after) if isinstance(after, str) else after
        except ValueError:
            return
        if not isinstance(values, dict):
            return
        known = _known().get(item_type)
        if known is not None:
            self.values |= {name: values[name] for name in known.columns & values.keys()}
        digests = values.get(VOUCHED)
        if isinstance(digests, dict):
            self._before.setdefault(action, []).append({name: self.vouched.get(name) for name in digests})
            self.vouched |= digests
            self.named |= digests.keys()
        undone = self._before.get(_actions().get((item_type, str(values.get("undone"))), ""))
        for name, digest in (undone.pop() if undone else {}).items():
            if digest is None:
                self.vouched.pop(name, None)
            else:
                self.vouched[name] = digest
        if action == MASKED:
            # What retention masked is no longer what was written.
            self.vouched = {
                name: digest
                for name, digest in self.vouched.items()
                if not name.split(":")[0].endswith(WORDS)
            }


@cache
def _actions() -> dict[tuple[str, str], str]:
    """Returns by type of item and name of an act the action of its events."""
    return {(act.item_type, act.name): act.action for act in declared() if isinstance(act, Act)}


@dataclass(frozen=True, slots=True)
class UnlikeHistory:
    """A row that is not as recorded: the columns or the name of the row, and the sequence of the last event."""

    item_type: str
    item_id: int
    sequence: int
    columns: tuple[str, ...]


@dataclass(frozen=True)
class _Known:
    table: Table
    columns: set[str] = field(default_factory=set)


@cache
def _known() -> dict[str, _Known]:
    """Returns by type of item the table and the columns that its acts record."""
    found: dict[str, _Known] = {}
    for act in declared():
        if isinstance(act, Act):
            one = found.setdefault(act.item_type, _Known(act.table))
            one.columns.update(name for name, told in act.told.items() if told == ItemColumn(name))
    return found


def _columns(item_type: str) -> list[Column[Any]]:
    """Returns the columns that are compared: nobody but the owner reads all of an account."""
    known = _known()[item_type]
    return [column for column in known.table.c if column.name == "id" or column.name in known.columns]


def rows_unlike(session: Session, ended: Sequence[Recorded]) -> Iterator[UnlikeHistory]:
    """Yields what is not as `ended` has it: rows of items, and rows that they vouch for.

    Items that are not there are no concern of this check, but rows that are vouched for are.
    """
    for item_type in sorted({one.item_type for one in ended if one.values}):
        own = [one for one in ended if one.item_type == item_type and one.values]
        table = _known()[item_type].table
        numbers = [one.item_id for one in own]
        asked = select(*_columns(item_type)).where(table.c.id.between(min(numbers), max(numbers)))
        rows = {row["id"]: row for row in session.execute(asked).mappings()}
        for one in own:
            if one.item_id in rows and _unlike(table, rows[one.item_id], one.values):
                yield from _still_unlike(session, table, one)
    found = digests_named(session, {name for one in ended for name in one.vouched})
    for one in ended:
        if any(found.get(name) != digest for name, digest in one.vouched.items()):
            yield from _still_unlike_vouched(session, one)


def digests_named(session: Session, names: Iterable[str]) -> dict[str, str]:
    """Returns the digests of the named rows, such as `reply:17`; rows that are not there have none."""
    wanted: dict[str, set[int]] = {}
    for name in names:
        of, _, number = name.partition(":")
        if number.isdecimal():
            wanted.setdefault(of, set()).add(int(number))
    found: dict[str, str] = {}
    for of, numbers in sorted(wanted.items()):
        digest = all_digests().get(of)
        if digest is None:
            continue
        key = digest.table.c[digest.key]
        inside = sorted(numbers)
        for place in range(0, len(inside), _AT_ONCE):
            some = inside[place : place + _AT_ONCE]
            # A range is read faster than a list, and rows between them are few.
            near = some[-1] - some[0] < 4 * len(some)
            condition = key.between(some[0], some[-1]) if near else key.in_(some)
            found |= digest.read(session, condition)
    return found


class VouchedRows:
    """The rows that the history vouches for: a bit for each, however many there are."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, int], bytearray] = {}

    def add(self, names: Iterable[str]) -> None:
        """Adds rows by the names of their digests."""
        for name in names:
            of, _, number = name.partition(":")
            digest = all_digests().get(of)
            if digest is not None and number.isdecimal():
                block, bit = divmod(int(number), _BITS)
                bits = self._bits.setdefault((digest.table.name, block), bytearray(_BITS // 8))
                bits[bit // 8] |= 1 << bit % 8

    def __contains__(self, row: tuple[str, int]) -> bool:
        table, (block, bit) = row[0], divmod(row[1], _BITS)
        bits = self._bits.get((table, block))
        return bits is not None and bool(bits[bit // 8] >> bit % 8 & 1)

    def others(self, session: Session, since: int, apart: Container[str]) -> Iterator[str]:
        """Yields the rows that no event vouches for, such as `reply 17`, without those of the tables `apart`.

        Events after `since` are asked as well.
        """
        tables = {digest.table.name: digest.table for digest in all_digests().values()}
        for name, table in sorted(tables.items()):
            if name in apart:
                continue
            key = table.c[next(digests_of(table)).key]
            last, numbers = -(2**63), [0]
            while numbers:
                page = select(key).where(key > last).order_by(key).limit(_KEYS_AT_ONCE)
                numbers = [int(number) for number in session.scalars(page)]
                for number in numbers:
                    if (table.name, number) not in self and not _told_since(session, table, number, since):
                        yield f"{table.name} {number}"
                last = max(numbers, default=last)


def _told_since(session: Session, table: Table, number: int, since: int) -> bool:
    """Whether a later event vouches for a row: somebody added it meanwhile."""
    names = [f'"{digest.name}:{number}"' for digest in digests_of(table)]
    like = text("SELECT 1 FROM event WHERE id > :since AND CAST(after AS text) LIKE :named LIMIT 1")
    return any(session.scalar(like, {"since": since, "named": f"%{name}%"}) for name in names)


#: Rows to a block of bits, and keys that are read at once.
_BITS: Final = 65_536
_KEYS_AT_ONCE: Final = 20_000
#: Rows whose digests are asked for in one statement.
_AT_ONCE: Final = 500


@cache
def all_digests() -> dict[str, VouchedDigest]:
    """Returns the digests of all tables by name."""
    tables = all_tables().tables.values()
    return {digest.name: digest for table in tables for digest in digests_of(table)}


def _still_unlike_vouched(session: Session, one: Recorded) -> Iterator[UnlikeHistory]:
    """Checks again with the events of now: a colleague may have continued the item meanwhile."""
    events = text(
        "SELECT sequence, action, after FROM event WHERE item_type = :kind AND item_id = :item ORDER BY sequence"
    )
    record, sequence = ItemRecord(), one.sequence
    # Read before and after the rows: what is alike at either time is sound.
    for _ in range(2):
        found = digests_named(session, one.vouched)
        record = ItemRecord()
        for row in session.execute(events, {"kind": one.item_type, "item": one.item_id}):
            record.take(one.item_type, row.action, row.after)
            sequence = row.sequence
        other = [
            name
            for name, digest in record.vouched.items()
            if name in one.vouched and found.get(name) != digest
        ]
        if not other:
            return
    yield UnlikeHistory(one.item_type, one.item_id, sequence, tuple(name.replace(":", " ") for name in other))


def _still_unlike(session: Session, table: Table, one: Recorded) -> Iterator[UnlikeHistory]:
    """Checks again in one statement: a colleague may have continued the item meanwhile."""
    columns_read = _columns(one.item_type)
    names = ", ".join(f'item."{column.name}"' for column in columns_read)
    statement = text(
        f"SELECT {names}, event.action AS recorded_action, event.after AS recorded_after,"
        f" event.sequence AS recorded_sequence FROM {table.name} item"
        " JOIN event ON event.item_type = :kind AND event.item_id = item.id WHERE item.id = :item"
        " ORDER BY event.sequence"
    ).columns(*columns_read)
    row: RowMapping | None = None
    sequence, record = 0, ItemRecord()
    for row in session.execute(statement, {"kind": one.item_type, "item": one.item_id}).mappings():
        sequence = row["recorded_sequence"]
        record.take(one.item_type, row["recorded_action"], row["recorded_after"])
    if row is not None and (columns := _unlike(table, row, record.values)):
        yield UnlikeHistory(one.item_type, one.item_id, sequence, columns)


def _unlike(table: Table, row: RowMapping, values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(_differing(table, row, values)))


def _differing(table: Table, row: RowMapping, values: Mapping[str, Any]) -> Iterable[str]:
    for name, value in values.items():
        if row[name] != _read(table.c[name].type, value):
            yield name


def _read(of: Any, value: Any) -> Any:
    """Returns a recorded value as the column has it; a value that it cannot have stays as recorded."""
    if not isinstance(value, str):
        return value
    try:
        if isinstance(of, UtcMoment):
            return datetime.fromisoformat(value)
        return date.fromisoformat(value) if isinstance(of, Date) else value
    except ValueError:
        return value
