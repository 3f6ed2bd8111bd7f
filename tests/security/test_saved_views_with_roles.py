"""Saved views where everybody is a role of their own: the database itself says whose they are."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.lists.saved_views import NewView
from desktop_app.petitions.macros.service import MacroTerms
from desktop_app.petitions.macros.steps import NoteStep
from tests.guarded import Department
from tests.security.refusing import refused

_EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT '{kind}', id,"
    " (SELECT max(e.sequence) + 1 FROM event e WHERE e.item_type = '{kind}' AND e.item_id = {kind}.id),"
    " clock_timestamp(), app.me(), 'مریم رضایی', '{action}', '{{}}', {after}, '' FROM {kind}"
)


def test_the_database_keeps_views_from_others_and_shared_ones_from_change(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    books, music = department.office.books.id, department.office.music.id
    own = clerk.saved_views.add(rezaei, NewView("از من", ListFilter()))
    shared = clerk.saved_views.add(rezaei, NewView("از واحد", ListFilter(), unit_id=books))
    clerk.saved_views.keep_columns(rezaei, ("kind",))
    colleague, nouri = department.signed_in("nouri")
    assert [row.id for row in colleague.saved_views.all(nouri)] == [shared.id]
    changed = clerk.saved_views.change(
        rezaei, shared.id, shared.version, NewView("ما", ListFilter(), unit_id=books)
    )
    with department.sql("nouri") as psql:
        # Read, and neither changed nor taken away; nothing made in another's name or for another unit.
        for statement in (
            "UPDATE saved_view SET name = 'x' WHERE id = %s",
            "DELETE FROM saved_view WHERE id = %s",
        ):
            for view in (own.id, shared.id):
                assert psql.execute(statement, (view,)).rowcount == 0
        assert psql.execute("SELECT count(*) FROM list_layout").fetchone() == (0,)
        for owner, unit in ((rezaei.person_id, None), (nouri.person_id, music)):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(
                    "INSERT INTO saved_view (name, owner_id, unit_id, filter, version) VALUES ('x', %s, %s, '{}', 1)",
                    (owner, unit),
                )
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("UPDATE saved_view SET owner_id = app.me()")
    other, amini = department.signed_in("amini")
    assert other.saved_views.all(amini) == ()
    manager, yazdi = department.signed_in("yazdi")
    assert [row.may_change for row in manager.saved_views.all(yazdi)] == [True]
    manager.saved_views.remove(yazdi, shared.id, changed.version)
    assert [row.id for row in clerk.saved_views.all(rezaei)] == [own.id]


def test_what_a_unit_shares_is_told_as_it_is(department: Department) -> None:
    services, rezaei = department.signed_in("rezaei")
    books = department.office.books.id
    services.saved_views.add(rezaei, NewView("نما", ListFilter(), unit_id=books))
    services.macros.add(rezaei, MacroTerms("دستور", unit_id=books, steps=(NoteStep("یادداشت"),)))
    services.macros.add(rezaei, MacroTerms("از من", steps=(NoteStep("یادداشت"),)))
    with department.sql("rezaei") as psql:
        for statement in (
            "INSERT INTO saved_view (name, owner_id, unit_id, filter, version)"
            f" VALUES ('x', app.me(), {books}, '{{}}', 1)",
            "INSERT INTO macro (name, key, owner_id, unit_id, steps, version)"
            f" VALUES ('x', '', app.me(), {books}, '[]', 1)",
            "UPDATE saved_view SET name = 'x'",
            "UPDATE saved_view SET unit_id = NULL",
            "UPDATE macro SET steps = '[]'",
            f"UPDATE macro SET unit_id = {books} WHERE unit_id IS NULL",
            "DELETE FROM saved_view",
            "DELETE FROM macro",
        ):
            assert "told" in refused(psql, statement), statement
        # An event that tells something else.
        for kind, column, action in (
            ("saved_view", "filter", "view_changed"),
            ("macro", "steps", "macro_changed"),
        ):
            tells = f"json_build_object('name', name, 'unit_id', unit_id, '{column}', {column})"
            change = f"UPDATE {kind} SET name = 'y' WHERE unit_id IS NOT NULL"
            told = _EVENT.format(kind=kind, action=action, after=tells) + " WHERE unit_id IS NOT NULL"
            assert "told" in refused(psql, f"{told}; {change}")
            psql.execute(f"{change}; {told}".encode())
        psql.execute("DELETE FROM macro WHERE unit_id IS NULL")


def test_colleagues_read_lists_with_what_another_client_shared(department: Department) -> None:
    services, rezaei = department.signed_in("rezaei")
    colleague, nouri = department.signed_in("nouri")
    books = department.office.books.id
    services.saved_views.add(rezaei, NewView("نما", ListFilter(), unit_id=books))
    services.macros.add(rezaei, MacroTerms("دستور", unit_id=books, steps=(NoteStep("یادداشت"),)))
    with department.sql("mosharekat") as owner:
        for kept in ("[]", "5", "null", '"x"', '{"unit_id": 1e30, "label_id": 100000000000000000000}'):
            owner.execute("UPDATE saved_view SET filter = %s, columns = '5'", (kept,))
            assert [row.terms.wanted for row in colleague.saved_views.all(nouri)] == [ListFilter()]
        for kept in (
            '"x"',
            "5",
            "[1]",
            '[{"do": "x"}]',
            '[{"do": "note"}]',
            '[{"do": "refer", "unit_id": "x"}]',
        ):
            owner.execute("UPDATE macro SET steps = %s", (kept,))
            assert [row.terms.steps for row in colleague.macros.all(nouri)] == [()]


def test_sql_writes_no_event_without_names(department: Department) -> None:
    event = (
        "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, text, before, after)"
        " VALUES ('list', 1, 1, clock_timestamp(), app.me(), 'مریم رضایی', 'list_exported', '', {})"
    )
    with department.sql("rezaei") as psql:
        for values in ("'[]', '{}'", "'{}', '\"x\"'", "'null', '{}'"):
            assert "names" in refused(psql, event.format(values))
