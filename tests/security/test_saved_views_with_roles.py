"""Saved views where everybody is a role of their own: the database itself says whose they are."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.petitions.lists.filters import ListFilter
from desktop_app.petitions.lists.saved_views import NewView
from tests.guarded import Department


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
