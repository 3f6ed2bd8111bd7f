"""Files of petitions where everybody is a role of their own."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError, NotPermittedError
from tests.clocks import server_now
from tests.guarded import Department, by_sql
from tests.security.reviewed import told
from tests.security.test_duplicates_with_roles import TEXT, sent


def test_a_file_is_read_by_who_sees_the_petition_and_by_a_manager_once_removed(
    department: Department,
) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    other, amini = department.signed_in("amini")
    manager, yazdi = department.signed_in("yazdi")
    petition = sent(clerk, rezaei, TEXT, department.office.books.id)
    row = clerk.attachments.add(rezaei, petition.id, "نامه.txt", b"salam")
    assert manager.attachments.read(yazdi, row.id)[1] == b"salam"
    with pytest.raises(NotFoundError):
        other.attachments.read(amini, row.id)
    with department.sql("amini") as psql:
        assert psql.execute("SELECT count(*) FROM stored_part").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("INSERT INTO stored_part (file_id, number, content) VALUES (%s, 2, 'x')", (row.id,))
    nouri, other_clerk = department.signed_in("nouri")
    with pytest.raises(NotPermittedError):
        nouri.attachments.remove(other_clerk, row.id, "نادرست")
    with department.sql("nouri") as psql:
        assert by_sql(psql, "attachment_removed", petition.id, words="x", file_id=row.id) == "not_your_role"
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(
                "INSERT INTO stored_file (item_type, item_id, name, media_type, size, sha256, added_at, added_by_id,"
                " added_by) VALUES ('petition', %s, 'x', 'text/plain', 1, 'x', now(), app.me(), 'x')",
                (petition.id,),
            )
        for act in (
            "UPDATE stored_file SET removed_by_id = app.me(), removed_at = now()",
            "UPDATE stored_part SET content = 'x'",
            "DELETE FROM stored_file",
            "UPDATE stored_file SET name = 'x'",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(act.encode())
    clerk.attachments.remove(rezaei, row.id, "به پرونده دیگری مربوط است")
    with department.sql("rezaei") as psql:
        assert psql.execute("SELECT count(*) FROM stored_part").fetchone() == (0,)
    assert manager.attachments.read(yazdi, row.id)[1] == b"salam"


FILE: dict[str, Any] = {"name": "x.txt", "media_type": "text/plain", "size": 3, "sha256": "0" * 64}
_PART = "INSERT INTO stored_part (file_id, number, content) SELECT max(id), %s, %s FROM stored_file"


def _added(psql: psycopg.Connection[Any], petition: int, parts: list[bytes]) -> None:
    with psql.transaction():
        assert by_sql(psql, "attachment_added", petition, **FILE) is None
        for number, content in enumerate(parts, 1):
            psql.execute(_PART, (number, content))


def test_a_file_is_stored_whole_in_the_transaction_of_its_act(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    petition = sent(clerk, rezaei, TEXT, department.office.books.id).id
    forged: dict[str, Any] = {
        "added_by": "x",
        "added_by_id": 1,
        "added_at": "2099-01-01",
        "item_id": 4711,
        "removed_reason": "x",
    }
    before = server_now()
    with department.sql("rezaei") as psql:
        for parts in ([], [b"ab"], [b"abc", b"d"]):
            with pytest.raises(psycopg.errors.IntegrityError, match="with its content"):
                _added(psql, petition, parts)
        with psql.transaction():
            assert by_sql(psql, "attachment_added", petition, actor=1, **FILE, **forged) is None
            with psql.transaction():
                psql.execute(_PART, (1, b"ab"))
            psql.execute(_PART, (2, b"c"))
        row = psql.execute(
            "SELECT item_id, added_by, added_by_id, added_at >= %s FROM stored_file", (before,)
        )
        assert row.fetchall() == [(petition, rezaei.name, rezaei.person_id, True)]
        # Not later, and not in a transaction that began before it.
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute(_PART, (3, b"d"))
        with department.sql("rezaei") as other, psql.transaction(force_rollback=True):
            psql.execute("SELECT pg_current_xact_id()")
            _added(other, petition, [b"abc"])
            with pytest.raises(psycopg.errors.InsufficientPrivilege), psql.transaction():
                psql.execute(_PART, (2, b"d"))
    events = [one for one in told(department, "petition", petition) if one.action == "attachment_added"]
    assert [(one.actor_id, one.after["name"], one.after["bytes"], one.after["sha256"]) for one in events] == [
        (rezaei.person_id, "x.txt", 3, "0" * 64)
    ] * 2
    assert verify(department.owner.database).ok


@pytest.mark.parametrize(
    "parts", [[(2, b"abc")], [(0, b"abc")], [(1, b"abc"), (3, b"")], [(1, b"a"), (1, b"bc")]]
)
def test_parts_are_counted_from_one_and_none_is_empty(
    department: Department, parts: list[tuple[int, bytes]]
) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    petition = sent(clerk, rezaei, TEXT, department.office.books.id).id
    rows = ", ".join(
        f"((SELECT max(id) FROM stored_file), {number}, '{part.decode()}')" for number, part in parts
    )
    with department.sql("rezaei") as psql, psql.transaction(force_rollback=True):
        assert by_sql(psql, "attachment_added", petition, **FILE) is None
        with pytest.raises(psycopg.errors.IntegrityError, match="with its content"):
            psql.execute(f"INSERT INTO stored_part (file_id, number, content) VALUES {rows}".encode())


def test_a_whole_file_grows_no_more(department: Department) -> None:
    """Neither after the check at the end was made early, nor where its row is as new as one that was added."""
    clerk, rezaei = department.signed_in("rezaei")
    petition = sent(clerk, rezaei, TEXT, department.office.books.id).id
    with department.sql("rezaei") as psql:
        with psql.transaction():
            assert by_sql(psql, "attachment_added", petition, **FILE) is None
            psql.execute(_PART, (1, b"abc"))
            psql.execute("SET CONSTRAINTS ALL IMMEDIATE")
            with pytest.raises(psycopg.errors.IntegrityError, match="with its content"), psql.transaction():
                psql.execute(_PART, (2, b"d"))
        for number in (0, 2):
            with psql.transaction(force_rollback=True):
                [[file]] = psql.execute("SELECT max(id) FROM stored_file").fetchall()
                assert by_sql(psql, "attachment_removed", petition, words="x", file_id=file) is None
                with pytest.raises(psycopg.errors.InsufficientPrivilege), psql.transaction():
                    psql.execute(_PART, (number, b"d"))
        [[content]] = psql.execute("SELECT string_agg(content, '') FROM stored_part").fetchall()
    assert content == b"abc"


@pytest.mark.parametrize(
    ("who", "changed", "rule"),
    [
        ("rezaei", {"size": 20 * 1024 * 1024 + 1}, "out_of_range"),
        ("rezaei", {"size": None}, "out_of_range"),
        ("rezaei", {"name": " "}, "text_missing"),
        ("amini", {}, "not_there"),
        ("sadeghi", {}, "not_there"),
    ],
)
def test_the_rules_of_files_hold_for_whoever_calls_them(
    department: Department, who: str, changed: dict[str, Any], rule: str
) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    petition = sent(clerk, rezaei, TEXT, department.office.books.id).id
    with department.sql(who) as psql:
        assert by_sql(psql, "attachment_added", petition, **(FILE | changed)) == rule
