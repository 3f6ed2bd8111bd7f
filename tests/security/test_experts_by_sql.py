"""The register of experts tried by plain SQL with a login of one's own."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest

from desktop_app.database.audit import history
from desktop_app.people.experts import ExpertWords
from tests.guarded import LONG_AGO, Department, by_sql
from tests.security.reviewed import only_sets_up


def test_an_expert_is_written_by_acts_alone_and_no_event_has_contact_data(department: Department) -> None:
    services, rezaei = department.signed_in("rezaei")
    made = services.experts.add(rezaei, ExpertWords("نیلوفر جاوید", mobile="09121234567"))
    made = services.experts.change(
        rezaei, made.id, made.version, ExpertWords("نیلوفر جاوید", note="دوشنبه‌ها")
    )
    values: dict[str, Any] = {
        "item_type": "expert", "name": "x", "name_key": "x", "group": "expert", "organisation": "", "fields": [],
        "mobile": "", "email": "", "address": "", "note": "", "active": True,
    }  # fmt: skip
    for who in ("rezaei", "sadeghi", "yazdi", "admin"):
        with department.sql(who) as psql:
            for statement in (
                "UPDATE expert SET note = 'x'",
                "DELETE FROM expert",
                "INSERT INTO expert (name) VALUES ('x')",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    psql.execute(statement.encode())
    with department.sql("sadeghi") as psql:
        rules = [
            by_sql(psql, "expert_added", 0, **values | {"name": " "}),
            by_sql(psql, "expert_added", 0, **values | {"group": "x"}),
            by_sql(psql, "expert_changed", made.id, seen=made.version + 1, **values),
            by_sql(psql, "expert_changed", made.id, **values, created_at="2020-01-01", actor=1),
        ]
        assert rules == ["text_missing", "out_of_range", "conflict", None]
    with department.sql(only_sets_up(department)) as psql:
        assert by_sql(psql, "expert_changed", made.id, **values) == "not_your_role"
    [now] = services.experts.all()
    assert (now.words.name, now.since) == ("x", made.since)
    with services.database.reading() as session:
        events = history(session, "expert", made.id)
    assert [one.actor_name for one in events] == [rezaei.name, rezaei.name, department.office.reviewer.name]
    assert all(one.at > LONG_AGO for one in events)
    assert "0912" not in str(events)
    assert [one.after["reachable"] for one in events] == [1, 0, 0]
