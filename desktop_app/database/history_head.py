"""The head of the history: one digest over all events up to one of them, in the order of their ids.

Ids are cut into blocks of a thousand (`chain.BLOCK`). The digest of a block covers the block before it. The digests
of whole blocks are kept, so that a new head costs what is new. They are no proof: `database.verification` computes
them again from the events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from sqlalchemy import BigInteger, insert, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from desktop_app.database.base import Base
from desktop_app.database.chain import BLOCK, BLOCK_MARK, NOTHING_BEFORE, block_digest

if TYPE_CHECKING:
    from desktop_app.database.engine import Database


class HistoryBlock(Base):
    """A whole block, below whose last id nobody writes any more."""

    __tablename__ = "history_block"

    number: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    #: The number of events up to its end.
    events: Mapped[int] = mapped_column(BigInteger)
    digest: Mapped[str]


@dataclass(frozen=True, slots=True)
class HistoryHead:
    """The digest over the `events` events whose ids are at most `last_event`; 64 hex digits."""

    last_event: int
    events: int
    digest: str


@dataclass(frozen=True, slots=True)
class EventBlock:
    """The events of a block: how many, and the digest over their ids and hashes."""

    number: int
    events: int
    rows: str


#: On PostgreSQL: the events of each block as one digest.
_BLOCKS: Final = f"""
  SELECT (e.id - 1) / {BLOCK} + 1 AS number, count(*) AS events,
    encode(sha256(convert_to(string_agg(
      length(e.id::text) || ':' || e.id || ',' || length(e.hash) || ':' || e.hash || ',', '' ORDER BY e.id
    ), 'UTF8')), 'hex') AS rows
  FROM public.event e WHERE e.id > {{after}} AND e.id <= {{upto}} GROUP BY 1 ORDER BY 1"""

#: The function that computes the head and keeps new blocks. Whoever took a lower id than the newest event may still
#: write it, and holds a lock on the table until then: the function waits for them.
POSTGRESQL_FUNCTION: Final = f"""
CREATE OR REPLACE FUNCTION app.history_head(OUT last_event bigint, OUT events bigint, OUT digest text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  writing text[];
  patience interval := coalesce(nullif(current_setting('lock_timeout')::interval, '0'), '10s');
  block record;
  kept record;
BEGIN
  last_event := coalesce((SELECT max(e.id) FROM public.event e), 0);
  writing := ARRAY(SELECT l.virtualtransaction FROM pg_locks l WHERE l.relation = 'public.event'::regclass
    AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
    AND l.mode = 'RowExclusiveLock' AND l.pid <> pg_backend_pid());
  LOOP
    EXIT WHEN NOT EXISTS (SELECT 1 FROM pg_locks l WHERE l.virtualtransaction = ANY (writing)
      AND l.relation = 'public.event'::regclass AND l.mode = 'RowExclusiveLock');
    IF clock_timestamp() - statement_timestamp() > patience THEN
      RAISE lock_not_available USING MESSAGE = 'somebody has been writing events for long';
    END IF;
    PERFORM pg_sleep(0.05);
  END LOOP;
  SELECT b.number, b.events, b.digest INTO kept FROM public.history_block b ORDER BY b.number DESC LIMIT 1;
  events := coalesce(kept.events, 0);
  digest := coalesce(kept.digest, '{NOTHING_BEFORE}');
  FOR block IN {_BLOCKS.format(after=f"coalesce(kept.number, 0) * {BLOCK}", upto="last_event")} LOOP
    events := events + block.events;
    digest := encode(sha256(convert_to('{len(BLOCK_MARK)}:{BLOCK_MARK},' || '64:' || digest || ','
      || length(block.number::text) || ':' || block.number || ',64:' || block.rows || ',', 'UTF8')), 'hex');
    IF block.number * {BLOCK} <= last_event THEN
      INSERT INTO public.history_block VALUES (block.number, events, digest) ON CONFLICT DO NOTHING;
    END IF;
  END LOOP;
END $$;
"""


#: On SQLite: joining the rows of a block in the database takes a third of the time. As bytes, because a manipulated
#: hash need not be UTF-8.
_NEXT: Final = "SELECT min(id) FROM event WHERE id > ? AND id <= ?"
_ROWS: Final = (
    "SELECT count(*), CAST(group_concat(part, '') AS BLOB) FROM ("
    "SELECT length(id) || ':' || id || ',' || length(hash) || ':' || hash || ',' AS part"
    " FROM event WHERE id > ? AND id <= ? ORDER BY id)"
)


def history_head(database: Database) -> HistoryHead:
    """Returns the head up to the newest event below which nobody writes any more; all zeros before the first event.

    It keeps the blocks that became whole; the first call reads every event. Raises `BusyError` where somebody writes
    for longer than a lock is waited for.
    """
    with database.writing() as session:
        if not database.is_sqlite:
            database.take_time(session, 300)
            row = session.execute(text("SELECT last_event, events, digest FROM app.history_head()")).one()
            return HistoryHead(*row)
        # A file has one writer: all ids are settled.
        kept = session.execute(
            text("SELECT number, events, digest FROM history_block ORDER BY number DESC LIMIT 1")
        ).first()
        number, events, digest = kept or (0, 0, NOTHING_BEFORE)
        running = RunningHead(number * BLOCK, events, digest)
        last = int(session.scalar(text("SELECT max(id) FROM event")) or 0)
        whole = []
        for block in event_blocks(session, running.end, last):
            running.take(block)
            if block.number * BLOCK <= last:
                whole.append({"number": block.number, "events": running.events, "digest": running.digest})
        if whole:
            session.execute(insert(HistoryBlock), whole)
        return HistoryHead(last, running.events, running.digest)


@dataclass(slots=True)
class RunningHead:
    """Extends a head block by block; `end` is the last id of the last block."""

    end: int = 0
    events: int = 0
    digest: str = NOTHING_BEFORE

    def take(self, block: EventBlock) -> None:
        self.end = block.number * BLOCK
        self.events += block.events
        self.digest = block_digest(self.digest, block.number, block.rows)


def event_blocks(session: Session, after: int, upto: int) -> Iterator[EventBlock]:
    """Yields the blocks of the events with ids in `(after, upto]`; `after` is the end of a block."""
    if session.get_bind().dialect.name != "sqlite":
        statement = text(_BLOCKS.format(after=":after", upto=":upto")).execution_options(yield_per=500)
        for row in session.execute(statement, {"after": after, "upto": upto}):
            yield EventBlock(*row)
        return
    connection = session.connection()
    while (first := connection.exec_driver_sql(_NEXT, (after, upto)).scalar()) is not None:
        number = (first - 1) // BLOCK + 1
        after = number * BLOCK
        events, rows = connection.exec_driver_sql(_ROWS, ((number - 1) * BLOCK, min(after, upto))).one()
        yield EventBlock(number, events, sha256(rows).hexdigest())


def whole_head(session: Session) -> HistoryHead:
    """Returns the head up to the newest event that the session sees, computed from the events."""
    newest = int(session.scalar(text("SELECT max(id) FROM event")) or 0)
    return heads_at(session, [newest])[0][newest]


def heads_at(session: Session, ends: Iterable[int]) -> tuple[dict[int, HistoryHead], list[int]]:
    """Returns the head at each of `ends` (ids of events), and the blocks whose kept digest is another one.

    Everything is computed from the events, once over all of them.
    """
    kept = {
        row.number: (row.events, row.digest)
        for row in session.execute(text("SELECT number, events, digest FROM history_block"))
    }
    found: dict[int, HistoryHead] = {}
    other: list[int] = []
    whole = RunningHead()
    for end in sorted(set(ends)):
        running = whole
        for block in event_blocks(session, whole.end, end):
            running = replace(running)
            running.take(block)
            if block.number * BLOCK <= end:
                whole = running
                if block.number in kept and kept[block.number] != (running.events, running.digest):
                    other.append(block.number)
        found[end] = HistoryHead(end, running.events, running.digest)
    return found, other
