"""Files of petitions where everybody is a role of their own."""

from __future__ import annotations

import psycopg
import pytest

from desktop_app.errors import NotFoundError, NotPermittedError
from tests.guarded import Department, by_sql
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
        with pytest.raises(psycopg.errors.IntegrityError, match="tells of it"):
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
