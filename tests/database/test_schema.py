from __future__ import annotations

import contextlib
import importlib
import sqlite3
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DatabaseError

from desktop_app.bootstrap import open_services, prepare
from desktop_app.database import schema
from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database, sqlite_url, wal_is_safe
from desktop_app.database.migrations import versions
from desktop_app.database.verification import verify
from desktop_app.documents.document import Document
from desktop_app.errors import (
    AppError,
    DatabaseAwayError,
    DatabaseFileError,
    NetworkShareError,
    NewerDatabaseError,
    NotPreparedError,
    TrialDatabaseError,
)
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.services import Services
from desktop_app.tables import metadata
from tests.database.later import HEAD, become_later_release, stamps, telephones
from tests.department import TestOffice

DRAFT = Document("draft.txt", "ماده ۱- متن", (), "txt", "0" * 64)


# SQLite tells nothing of an index over an expression; whether the two are used is tested where they serve.
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index ix_")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index 'ix_")
def test_the_newest_schema_is_what_the_models_say(services: Services) -> None:
    with services.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, metadata())
    derived = {
        *(("petition_fts",) if services.database.is_sqlite else ("petition_search", "Column('reach'")),
        "subject_key",
        "petitioner_name_key",
        "ix_petition_open_counted",
        "ix_petition_received",
        "ix_petition_resolved",
        "ix_petition_unit_received",
    }
    own = [step for step in found if not any(name in str(step) for name in derived)]
    assert own == []
    assert {name for name in derived if any(name in str(step) for step in found)} == derived


def test_the_revisions_follow_one_another_and_each_is_there_once() -> None:
    """Two revisions of one number merge without a conflict; alembic would tell of it when an office upgrades."""
    files = sorted(Path(versions.__path__[0]).glob("v*.py"))
    known = schema.revisions()
    assert len(files) == len(known)
    for file, revision, before in zip(files, known, (None, *known), strict=False):
        module = importlib.import_module(f"{versions.__name__}.{file.stem}")
        assert (module.revision, module.down_revision) == (revision, before)


def test_the_schema_goes_down_and_up_again_with_data_in_it(office: TestOffice) -> None:
    database = office.services.database
    office.taken()
    instrument = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    office.services.drafting.add_revision(office.reviewer, instrument.row.id, DRAFT)
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.bring_to(connection, metadata(), "base")
    everything = (
        "SELECT name FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat%'"
        if database.is_sqlite
        else "SELECT relname FROM pg_class WHERE relkind <> 'i' AND relnamespace = 'public'::regnamespace"
        " UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
        " UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'app'"
    )
    with database.reading() as session:
        assert session.scalars(text(everything)).all() == ["alembic_version"]
    assert schema.check(database) is None
    prepare(database)
    assert schema.check(database) == schema.head()
    assert office.services.accounts.is_empty()
    office.services.accounts.create_first_administrator("مدیر", "admin", "a long password")


def test_eight_pcs_that_start_at_once_migrate_once(empty_url: str) -> None:
    assert _started_at_once(empty_url) == {schema.head()}
    database = Database(empty_url)
    with database.reading() as session:
        assert session.scalars(text("SELECT version_num FROM alembic_version")).all() == [schema.head()]
    database.close()


def _started_at_once(url: str) -> set[str | None]:
    """The revisions that eight PCs find after they started at the same time."""
    ready = threading.Barrier(8)

    def start(_: int) -> str | None:
        database = Database(url)
        ready.wait()
        prepare(database)
        found = schema.check(database)
        database.close()
        return found

    with ThreadPoolExecutor(8) as pool:
        return set(pool.map(start, range(8)))


def test_a_database_without_tables_is_not_used_unasked(empty_url: str) -> None:
    with pytest.raises(NotPreparedError):
        open_services(empty_url, prepare_schema=False)


@pytest.mark.parametrize(
    ("revision", "refusal"),
    [("r9999", NewerDatabaseError), ("0001", TrialDatabaseError), ("0078", TrialDatabaseError)],
)
def test_a_database_of_another_version_is_refused_and_left_alone(
    services: Services, database_url: str, revision: str, refusal: type[AppError]
) -> None:
    with services.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})
    with pytest.raises(refusal):
        open_services(database_url)
    with services.database.reading() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == revision


def test_a_later_release_upgrades_a_database_with_data_down_and_up_again(
    office: TestOffice, later_release: None
) -> None:
    database = office.services.database
    petitions = sorted((made.id, made.tracking_code) for made in (office.taken(), office.petition("دیگر")))
    units = [("books", "of books"), ("music", "of music")]
    backup = prepare(database)
    assert (backup is not None) == database.is_sqlite
    assert schema.check(database) == HEAD
    assert (telephones(database), stamps(database)) == (units, petitions)
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.bring_to(connection, metadata(), "r0001")
    assert schema.check(database) == "r0001"
    assert "stamp" not in inspect(database.engine).get_table_names()
    office.services.desk.note(office.clerk, petitions[0][0], "یادداشت")
    prepare(database)
    assert (telephones(database), stamps(database)) == (units, petitions)
    assert verify(database).ok


def test_an_upgrade_that_fails_halfway_leaves_the_older_schema(
    office: TestOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = 'revision = "r0004"\ndown_revision = "r0003"\n\n\ndef upgrade() -> None:\n    raise ZeroDivisionError\n'
    become_later_release(tmp_path / "scripts", monkeypatch, v0004_failing=failing)
    database = office.services.database
    with pytest.raises(ZeroDivisionError):
        prepare(database)
    assert schema.check(database) == "r0001"
    assert "stamp" not in inspect(database.engine).get_table_names()


def test_eight_pcs_of_a_later_release_upgrade_once(
    services: Services, database_url: str, later_release: None
) -> None:
    assert _started_at_once(database_url) == {HEAD}
    with services.database.reading() as session:
        assert session.scalars(text("SELECT version_num FROM alembic_version")).all() == [HEAD]


def test_a_server_that_is_not_there_is_told_without_a_password() -> None:
    with pytest.raises(DatabaseAwayError) as caught:
        open_services("postgresql://clerk:secret@127.0.0.1:1/desk")
    assert caught.value.parameters == {"where": "127.0.0.1:1/desk"}


@pytest.mark.parametrize("path", ["//server/share/desk.db", "\\\\server\\share\\desk.db"])
def test_an_sqlite_file_on_a_network_share_is_refused(path: str) -> None:
    with pytest.raises(NetworkShareError):
        Database(f"sqlite:///{path}")


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 37, 0), False), ((3, 44, 5), False), ((3, 44, 6), True), ((3, 45, 0), False), ((3, 50, 6), False),
     ((3, 50, 7), True), ((3, 51, 0), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 60, 0), True)],
)  # fmt: skip
def test_wal_is_used_only_where_it_loses_nothing(version: tuple[int, int, int], safe: bool) -> None:
    assert wal_is_safe(version) is safe


@pytest.mark.parametrize("table", ["event", "revision"])
@pytest.mark.parametrize("statement", ["UPDATE {table} SET id = id", "DELETE FROM {table}"])
def test_the_database_itself_keeps_evidence_as_it_was_written(
    office: TestOffice, table: str, statement: str
) -> None:
    office.registered()
    instrument = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    office.services.drafting.add_revision(office.reviewer, instrument.row.id, DRAFT)
    with (
        pytest.raises(DatabaseError, match="append-only"),
        office.services.database.engine.execution_options(
            writes=office.services.database.is_sqlite
        ).begin() as connection,
    ):
        connection.execute(text(statement.format(table=table)))


def test_the_events_of_an_item_are_numbered_without_gaps(office: TestOffice) -> None:
    taken = office.taken()
    office.services.desk.note(office.clerk, taken.id, "یادداشت")
    with office.services.database.reading() as session:
        numbers = session.scalars(
            select(EventRecord.sequence)
            .where(EventRecord.item_type == "petition", EventRecord.item_id == taken.id)
            .order_by(EventRecord.id)
        ).all()
    assert numbers == [1, 2, 3]


def test_what_fails_halfway_leaves_nothing(office: TestOffice) -> None:
    database = office.services.database

    def half() -> None:
        with database.writing() as session:
            session.execute(text("UPDATE unit SET name = 'x' WHERE code = 'books'"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert office.services.units.all()[0].name == "اداره کتاب"


def test_what_is_only_read_is_never_written(office: TestOffice) -> None:
    # PostgreSQL refuses it, SQLite forgets it.
    with contextlib.suppress(DatabaseAwayError), office.services.database.reading() as session:
        session.execute(text("UPDATE unit SET name = 'x' WHERE code = 'books'"))
    assert office.services.units.all()[0].name == "اداره کتاب"


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
def test_a_file_that_is_gone_or_cannot_be_written_is_named(sqlite_office: TestOffice) -> None:
    database = sqlite_office.services.database

    def write(*before: str) -> None:
        with database.writing() as session:
            for statement in (*before, "UPDATE office SET phone = 'x'"):
                session.execute(text(statement))

    with pytest.raises(DatabaseFileError) as caught:
        write("PRAGMA query_only = ON")
    assert caught.value.parameters["reason"] == "read_only"
    database.engine.dispose()
    write()
    place = Path(database.place)
    for path in place.parent.glob(f"{place.name}*"):
        path.unlink()
    with pytest.raises(DatabaseFileError) as caught:
        write()
    assert caught.value.parameters["reason"] == "moved"


def test_the_program_may_be_installed_in_a_folder_with_a_percent_sign(
    empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    become_later_release(tmp_path / "100% office %(here)s", monkeypatch)
    database = Database(empty_url)
    prepare(database)
    assert schema.check(database) == HEAD
    database.close()


def test_deleted_words_leave_the_file_also_where_sqlite_would_keep_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the SQLite of Python for Windows, which was built without that default."""
    path, plain = tmp_path / "office.db", sqlite3.dbapi2.connect

    def connect(*given: Any, **more: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = plain(*given, **more)
        connection.execute("PRAGMA secure_delete=OFF")
        return connection

    monkeypatch.setattr(sqlite3.dbapi2, "connect", connect)
    database = Database(sqlite_url(path))
    words = "سخن شهروند " * 40
    with database.touching() as session:
        session.execute(text("CREATE TABLE said (words TEXT)"))
        session.execute(text("INSERT INTO said VALUES (:words)"), {"words": words})
    assert words[:20].encode() in _bytes_beside(path)
    with database.touching() as session:
        session.execute(text("UPDATE said SET words = 'masked'"))
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    assert words[:20].encode() not in _bytes_beside(path)


def _bytes_beside(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))
