"""Whatever the owner changes of tables, functions, triggers, rights and logins is named."""

from __future__ import annotations

import pytest

from desktop_app.database.engine import Database
from desktop_app.database.own_catalogue import CatalogueFault, catalogue_faults
from desktop_app.database.verification import DATABASE, Break, BreakReason, verify
from desktop_app.tables import metadata
from tests.database.test_guard_check import owner_does
from tests.department import TestOffice
from tests.engines import PostgresqlServer
from tests.guarded import Department
from tests.only import on_postgresql

MISSING, ALTERED, FOREIGN = CatalogueFault


@pytest.fixture
def database(office: TestOffice) -> Database:
    return office.services.database


def test_a_database_as_the_program_made_it_is_its_own(database: Database) -> None:
    assert catalogue_faults(database, metadata()) == []
    verdict = verify(database, metadata=metadata())
    assert (verdict.ok, verdict.compared) == (True, True)


#: What an owner could do, and what is named then.
ON_SQLITE = {
    "DROP TRIGGER event_no_update": (MISSING, "trigger event_no_update"),
    "CREATE TRIGGER t AFTER INSERT ON petition BEGIN SELECT 1; END": (FOREIGN, "trigger t"),
    "CREATE TABLE other (id integer)": (FOREIGN, "table other"),
    "DROP INDEX ix_event_at": (MISSING, "index ix_event_at"),
    "CREATE VIEW v AS SELECT 1": (FOREIGN, "view v"),
    "ALTER TABLE petition ADD COLUMN more text": (ALTERED, "table petition"),
}
ON_POSTGRESQL = {
    "ALTER TABLE petition DISABLE ROW LEVEL SECURITY": (ALTERED, "table public.petition"),
    "ALTER TABLE event DISABLE TRIGGER event_chain": (ALTERED, "trigger public.event.event_chain"),
    "DROP TRIGGER a_statute ON instrument": (MISSING, "trigger public.instrument.a_statute"),
    "CREATE OR REPLACE FUNCTION app.has_role(wanted text, in_unit bigint) RETURNS boolean LANGUAGE sql STABLE"
    " SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'SELECT true'": (
        ALTERED,
        "function app.has_role(wanted text, in_unit bigint)",
    ),
    "GRANT SELECT ON petitioner_identity TO mosharekat_clerk": (ALTERED, "table public.petitioner_identity"),
    "GRANT UPDATE (status) ON petition TO mosharekat_clerk": (ALTERED, "column public.petition.status"),
    "GRANT EXECUTE ON FUNCTION app.today() TO PUBLIC": (ALTERED, "function app.today()"),
    "DROP POLICY select_own ON petition": (MISSING, "policy public.petition.select_own"),
    "CREATE POLICY more ON petition FOR SELECT USING (true)": (FOREIGN, "policy public.petition.more"),
    "ALTER POLICY select_own ON reply USING (true)": (ALTERED, "policy public.reply.select_own"),
    "ALTER TABLE petition ALTER COLUMN subject SET DEFAULT 'x'": (ALTERED, "column public.petition.subject"),
    "CREATE RULE keep AS ON DELETE TO reply DO INSTEAD NOTHING": (FOREIGN, "rule public.reply.keep"),
    "ALTER TABLE petition DROP CONSTRAINT uq_petition_tracking_code": (
        MISSING,
        "constraint public.petition.uq_petition_tracking_code",
    ),
    "CREATE SCHEMA other": (FOREIGN, "schema other"),
    "GRANT CREATE ON SCHEMA public TO PUBLIC": (ALTERED, "schema public"),
    "ALTER TABLE jalali_month DISABLE TRIGGER a_statute;"
    " UPDATE jalali_month SET first_day = first_day + 1 WHERE year = 1405 AND month = 9;"
    " ALTER TABLE jalali_month ENABLE TRIGGER a_statute": (ALTERED, "calendar 1405/9"),
}


def test_each_change_is_named(database: Database) -> None:
    changes = ON_SQLITE if database.is_sqlite else ON_POSTGRESQL
    for statement in changes:
        owner_does(database, statement)
    found = catalogue_faults(database, metadata()) or []
    # The index of a constraint goes with it.
    assert {one for one in found if one[1] != "index public.uq_petition_tracking_code"} == set(
        changes.values()
    )
    assert verify(database, metadata=metadata()).breaks[: len(found)] == tuple(
        Break(DATABASE, 0, 0, BreakReason(fault), name) for fault, name in found
    )


@on_postgresql
def test_a_view_comes_with_its_columns(database: Database) -> None:
    owner_does(database, "CREATE VIEW app.v AS SELECT 1 AS one")
    found = catalogue_faults(database, metadata()) or []
    assert {name for _, name in found} == {"relation app.v", "column app.v.one", "type app.v"} & {
        name for _, name in found
    }
    assert (FOREIGN, "relation app.v") in found


@pytest.mark.parametrize(
    ("statement", "undo", "name"),
    [
        ("GRANT mosharekat_manager TO rezaei", "REVOKE mosharekat_manager FROM rezaei", "mosharekat_manager"),
        ("ALTER ROLE rezaei BYPASSRLS", "ALTER ROLE rezaei NOBYPASSRLS", "BYPASSRLS"),
        ("ALTER ROLE rezaei SET search_path = x", "ALTER ROLE rezaei RESET search_path", "search_path=x"),
        ("GRANT pg_read_all_data TO rezaei", "REVOKE pg_read_all_data FROM rezaei", "pg_read_all_data"),
    ],
)
def test_what_a_login_was_given_past_its_account_is_named(
    department: Department, guarded_server: PostgresqlServer, statement: str, undo: str, name: str
) -> None:
    database = department.owner.database
    # The owner of an office's database is no superuser.
    assert catalogue_faults(database, metadata()) == []
    guarded_server.run(statement)
    try:
        assert catalogue_faults(database, metadata()) == [(FOREIGN, f"role rezaei {name}")]
    finally:
        guarded_server.run(undo)


def test_who_does_not_own_the_schema_cannot_compare_it(department: Department) -> None:
    services, _ = department.signed_in("admin")
    assert catalogue_faults(services.database, metadata()) is None
    assert not verify(services.database, metadata=metadata()).compared
