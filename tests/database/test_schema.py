from __future__ import annotations

import contextlib
import importlib
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DatabaseError

from desktop_app.bootstrap import Services, metadata, open_services, prepare
from desktop_app.database import schema
from desktop_app.database.audit import EventRecord
from desktop_app.database.engine import Database, wal_is_safe
from desktop_app.database.migrations import versions
from desktop_app.documents.document import Document
from desktop_app.errors import DatabaseAwayError, NetworkShareError, NewerDatabaseError, NotPreparedError
from desktop_app.instruments.vocabulary import InstrumentKind
from desktop_app.petitions.inbox import ListFilter, Order, Scope
from tests.department import TestOffice

DRAFT = Document("draft.txt", "ماده ۱- متن", (), "txt", "0" * 64)


def test_the_newest_schema_is_what_the_models_say(services: Services) -> None:
    with services.database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        found = compare_metadata(context, metadata())
    derived = {
        "petition_search",
        "petition_fts",
        "Column('reach'",
        "subject_key",
        "petitioner_name_key",
        "open_counted",
    }
    own = [step for step in found if not any(name in str(step) for name in derived)]
    assert own == []


def test_the_revisions_follow_one_another_and_each_is_there_once() -> None:
    """Two revisions of one number merge without a conflict; alembic would tell of it when an office upgrades."""
    files = sorted(Path(versions.__path__[0]).glob("v*.py"))
    assert [file.name[1:5] for file in files] == list(schema.REVISIONS)
    for file, before in zip(files, (None, *schema.REVISIONS), strict=False):
        module = importlib.import_module(f"{versions.__name__}.{file.stem}")
        assert (module.revision, module.down_revision) == (file.name[1:5], before)


def test_the_schema_goes_down_and_up_again_with_data_in_it(office: TestOffice) -> None:
    database = office.services.database
    office.taken()
    instrument = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    office.services.drafting.add_revision(office.reviewer, instrument.row.id, DRAFT)
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.downgrade(connection, metadata(), "base")
    left = set(inspect(database.engine).get_table_names()) - {"alembic_version"}
    assert left == set()
    assert schema.check(database) is None
    prepare(database)
    assert schema.check(database) == schema.HEAD
    assert office.services.accounts.is_empty()
    office.services.accounts.create_first_administrator("مدیر", "admin", "a long password")


def test_administration_comes_and_goes_with_units_and_people_in_it(office: TestOffice) -> None:
    database = office.services.database
    office.services.units.move(office.administrator, office.music.id, -1)
    office.taken()
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.downgrade(connection, metadata(), "0007")
    assert "must_change_password" not in {
        column["name"] for column in inspect(database.engine).get_columns("person")
    }
    prepare(database)
    # Units stand in the order in which they were made; everybody has their roles.
    assert [unit.code for unit in office.services.units.all()] == ["books", "music"]
    assert office.services.accounts.actor(office.clerk.person_id or 0) == office.clerk


def test_near_equals_that_were_there_before_are_found_by_the_revision(office: TestOffice) -> None:
    said = "بررس دوم هنوز پاسخ نداده است و تلفن اداره هم از صبح تا عصر جواب نمی‌دهد؛ خواهش می‌کنم پیگیری کنید."
    made = [office.registered(f"{greeting} {said}") for greeting in ("سلام.", "درود،", "با احترام.")]
    made.append(office.registered("چراغ سالن نمایش محلهٔ ما شب‌ها خاموش است و کسی آن را درست نمی‌کند."))
    database, inbox = office.services.database, office.services.inbox
    office.services.duplicates.set_apart(office.clerk, made[2], made[0])
    before = inbox.alike(office.clerk, made)
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.downgrade(connection, metadata(), "0032")
    prepare(database)
    assert inbox.alike(office.clerk, made) == before == dict(zip(made, (1, 2, 1), strict=False))


def test_eight_pcs_that_start_at_once_migrate_once(empty_url: str) -> None:
    ready = threading.Barrier(8)

    def start(_: int) -> str | None:
        database = Database(empty_url)
        ready.wait()
        prepare(database)
        found = schema.check(database)
        database.close()
        return found

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(start, range(8))) == {schema.HEAD}
    database = Database(empty_url)
    with database.reading() as session:
        assert session.scalars(text("SELECT version_num FROM alembic_version")).all() == [schema.HEAD]
    database.close()


def test_a_database_without_tables_is_not_used_unasked(empty_url: str) -> None:
    with pytest.raises(NotPreparedError):
        open_services(empty_url, prepare_schema=False)


def test_a_newer_database_is_refused_and_left_alone(services: Services, database_url: str) -> None:
    with services.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError):
        open_services(database_url)
    with services.database.reading() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


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


def test_an_older_database_is_brought_up_with_all_that_is_in_it(office: TestOffice) -> None:
    database = office.services.database
    instrument = office.services.drafting.register(office.reviewer, InstrumentKind.BYLAW, "آیین‌نامه")
    office.services.drafting.add_revision(office.reviewer, instrument.row.id, DRAFT)
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.downgrade(connection, metadata(), "0001")
    assert "change_mark" not in inspect(database.engine).get_table_names()
    prepare(database)
    assert schema.check(database) == schema.HEAD
    assert office.services.drafting.revision(instrument.row.id, 1).text == DRAFT.text
    assert "change_mark" in inspect(database.engine).get_table_names()


def test_an_older_database_finds_what_it_found_and_knows_for_whom(office: TestOffice) -> None:
    """The words stay, and PostgreSQL keeps beside them who sees a petition, now and after its next way."""
    database = office.services.database
    taken, free = office.taken(text="درباره ارغنون"), office.petition("ارغنون دیگر")
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.downgrade(connection, metadata(), "0055")
    prepare(database)
    found = ListFilter(scope=Scope.ANY, query="ارغنون")
    rows = office.services.inbox.find(office.manager, found, 5)[1]
    assert {row.id for row in rows} == {taken.id, free.id}
    if database.is_sqlite:
        return
    unit, clerk = office.books.id, office.clerk.person_id or 0

    def kept() -> dict[int, set[int]]:
        with database.reading() as session:
            return {
                row[0]: set(row[1])
                for row in session.execute(text("SELECT petition_id, seen_by FROM petition_search"))
            }

    assert kept() == {taken.id: {unit, -clerk}, free.id: {0}}
    office.services.desk.refer(office.clerk, taken.id, taken.version, office.music.id, "برای اقدام")
    assert kept()[taken.id] == {unit, office.music.id, -clerk}


def test_names_become_longer_in_an_older_database(office: TestOffice) -> None:
    """What stands there stays, in the order and under the keys that it had; a longer name then goes in."""
    database = office.services.database
    former = office.petition("پیش از آن", name="ب" * 120)
    with database.engine.execution_options(writes=database.is_sqlite).begin() as connection:
        schema.downgrade(connection, metadata(), "0037")
    assert _width(database, "petition", "petitioner_name") == 120
    prepare(database)
    for table, column in (
        ("petition", "petitioner_name"),
        ("petitioner", "name"),
        ("public_comment", "sender"),
    ):
        assert _width(database, table, column) == 400
    made = office.petition("پس از آن", name="ا" * 400)
    rows = office.services.inbox.find(office.clerk, ListFilter(scope=Scope.ANY, order=Order.SENDER), 5)[1]
    assert [row.id for row in rows] == [made.id, former.id]
    assert "ix_petition_received" in {
        index["name"] for index in inspect(database.engine).get_indexes("petition")
    }
    if database.is_sqlite:
        with database.reading() as session:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
    else:
        keys = {index["name"] for index in inspect(database.engine).get_indexes("petition")}
        assert "ix_petition_petitioner_name_key" in keys
    # No name is cut on the way back.
    with (
        pytest.raises(ValueError, match="longer than 120"),
        database.engine.execution_options(writes=database.is_sqlite).begin() as connection,
    ):
        schema.downgrade(connection, metadata(), "0037")
    assert office.services.desk.peek(office.clerk, made.id).petitioner_name == "ا" * 400


def _width(database: Database, table: str, column: str) -> int | None:
    columns = {found["name"]: found["type"] for found in inspect(database.engine).get_columns(table)}
    width: int | None = getattr(columns[column], "length", None)
    return width
