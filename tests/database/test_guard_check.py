"""What keeps the law inside the database is missed as soon as it is gone, switched off or says something else."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import psycopg
import pytest

from desktop_app.database import statute_guard
from desktop_app.database.engine import Database
from desktop_app.database.guard_check import GuardFault, guard_faults
from desktop_app.database.health import Problem, problems
from desktop_app.database.verification import DATABASE, Break, BreakReason, verify
from desktop_app.reports.bell import Call
from tests.department import TestOffice
from tests.only import on_postgresql, on_sqlite

SQLITE = statute_guard.sqlite_triggers()
TABLES = tuple(statute_guard.postgresql_bodies())


@pytest.fixture
def database(office: TestOffice) -> Database:
    return office.services.database


def owner_does(database: Database, statement: str) -> None:
    """Runs a statement as the owner of the file, or as the server's superuser."""
    if database.is_sqlite:
        with closing(sqlite3.connect(database.place)) as file, file:
            file.execute(statement)
        file.close()
        return
    url = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(url) as superuser:
        superuser.execute(statement.encode())


def faults(database: Database) -> list[tuple[str, GuardFault]]:
    with database.reading() as session:
        return list(guard_faults(session))


def test_a_database_as_the_program_made_it_has_all_its_guards(database: Database) -> None:
    assert faults(database) == []


@on_sqlite
def test_each_trigger_of_the_law_is_missed_on_sqlite(database: Database) -> None:
    for name, statement in SQLITE.items():
        owner_does(database, f"DROP TRIGGER {name}")
        assert faults(database) == [(name, GuardFault.MISSING)]
        owner_does(database, statement.replace(" BEGIN ", " WHEN 0 BEGIN ", 1))
        assert faults(database) == [(name, GuardFault.ALTERED)]
        owner_does(database, f"DROP TRIGGER {name}")
        owner_does(database, statement)
        assert faults(database) == []


_RETURNS = "RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"
HARM = {
    "DROP TRIGGER a_statute ON {table}": GuardFault.MISSING,
    "ALTER TABLE {table} DISABLE TRIGGER a_statute": GuardFault.ALTERED,
    "ALTER TABLE {table} ENABLE REPLICA TRIGGER a_statute": GuardFault.ALTERED,
    f"CREATE OR REPLACE FUNCTION statute_{{table}}() {_RETURNS} AS $$ BEGIN RETURN NEW; END $$": (
        GuardFault.ALTERED
    ),
    "ALTER FUNCTION statute_{table}() SECURITY INVOKER": GuardFault.ALTERED,
    "ALTER FUNCTION statute_{table}() RESET ALL": GuardFault.ALTERED,
    "DROP TRIGGER a_statute ON {table}; CREATE TRIGGER a_statute BEFORE UPDATE ON {table} FOR EACH ROW"
    " EXECUTE FUNCTION statute_{table}()": GuardFault.ALTERED,
}


@on_postgresql
@pytest.mark.parametrize("harm", HARM)
def test_each_trigger_of_the_law_is_missed_on_postgresql(database: Database, harm: str) -> None:
    expected = []
    for table in TABLES:
        owner_does(database, harm.format(table=table))
        expected.append((f"statute_{table}", HARM[harm]))
        assert faults(database) == expected


def test_what_keeps_an_exposed_revision_as_it_is_is_missed(database: Database) -> None:
    if database.is_sqlite:
        harms = {"DROP TRIGGER revision_no_update": ("revision_no_update", GuardFault.MISSING)}
    else:
        harms = {
            "ALTER TABLE revision DISABLE TRIGGER revision_append_only": (
                "revision_append_only",
                GuardFault.ALTERED,
            ),
            "DROP TRIGGER revision_no_truncate ON revision": ("revision_no_truncate", GuardFault.MISSING),
        }
    for harm in harms:
        owner_does(database, harm)
    assert faults(database) == list(harms.values())


def test_the_administrator_alone_is_told_by_the_bell_by_the_check_and_by_the_verification(
    office: TestOffice, database: Database
) -> None:
    bells = office.services.bells
    office.services.closures.confirm(office.administrator, 1405)
    assert bells.of(office.administrator).rows == ()
    name = "statute_instrument_update" if database.is_sqlite else "statute_instrument"
    owner_does(
        database,
        f"DROP TRIGGER {name}" if database.is_sqlite else "DROP TRIGGER a_statute ON instrument",
    )
    (row,) = bells.of(office.administrator).rows
    assert (row.call, row.words) == (Call.GUARD, f"یک نگهبان قانون یا سوابق یافت نشد: {name}")
    for other in (office.clerk, office.reviewer, office.manager):
        assert bells.of(other).rows == ()
    assert problems(database) == (Problem("missing_trigger", name),)
    assert verify(database).breaks == (Break(DATABASE, 0, 0, BreakReason.NO_TRIGGER, name),)
