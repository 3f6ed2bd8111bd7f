"""Deputies, each over a connection of their own role: on their days, and on no others."""

from __future__ import annotations

import json

import psycopg
import pytest

from desktop_app.errors import NotFoundError
from desktop_app.petitions.vocabulary import Kind, Status
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Membership, Role
from tests.guarded import Department, by_sql
from tests.security.registering import TEXT, registered


def deputise(
    department: Department,
    first: int,
    last: int,
    *,
    person: str = "amini",
    deputy: str = "nouri",
    role: Role | None = None,
) -> None:
    """Counted in days from today, by the server's clock; for all roles of the person unless one is named."""
    with department.sql("mosharekat") as owner:
        owner.execute(
            "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, role, version)"
            " SELECT a.id, d.id, app.today() + %s::int, app.today() + %s::int, %s, 1 FROM person a, person d"
            " WHERE a.username = %s AND d.username = %s",
            (first, last, role, person, deputy),
        )
        owner.execute("SELECT app.sync_account(id) FROM person WHERE username = %s", (deputy,))


def test_a_deputy_works_in_the_other_s_unit_for_these_days(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    people = {row.username: row.id for row in admin.accounts.all()}
    with department.sql("admin") as psql:
        [today] = psql.execute("SELECT app.today()").fetchone() or [None]
    other, amini = department.signed_in("amini")
    petition = registered(other, amini, unit=department.office.music.id)
    before, nouri = department.signed_in("nouri")
    with pytest.raises(NotFoundError):
        before.desk.peek(nouri, petition.id)
    made = admin.deputies.add(administrator, NewDeputy(people["amini"], people["nouri"], today, today))
    services, nouri = department.signed_in("nouri")
    assert [delegation.name for delegation in nouri.delegations] == ["سارا امینی"]
    taken = services.desk.take(nouri, petition.id, petition.version)
    assert taken.history[-1].actor_name == "حسن نوری"
    assert taken.history[-1].after["on_behalf_of"] == "سارا امینی"
    submitted = services.desk.submit(nouri, taken.id, taken.version, "پاسخ")
    assert submitted.status is Status.AWAITING_APPROVAL
    later = registered(other, amini, TEXT + " بعد", unit=department.office.music.id)
    admin.deputies.remove(administrator, made.id, made.version)
    # The window that is still open has the old roles: the database counts by itself.
    with pytest.raises(NotFoundError):
        services.desk.take(nouri, later.id, later.version)


def test_a_deputy_s_rights_begin_and_end_over_the_connection_that_is_open(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    people = {row.username: row.id for row in admin.accounts.all()}
    other, amini = department.signed_in("amini")
    petition = registered(other, amini, unit=department.office.music.id)
    services, nouri = department.signed_in("nouri")
    with pytest.raises(NotFoundError):
        services.desk.peek(nouri, petition.id)
    with department.sql("admin") as psql:
        [today] = psql.execute("SELECT app.today()").fetchone() or [None]
    made = admin.deputies.add(administrator, NewDeputy(people["amini"], people["nouri"], today, today))
    # Neither signed in again nor told of it: the services ask the database, and so does the database itself.
    noted = services.desk.note(nouri, petition.id, "یادداشت")
    assert noted.history[-1].after["on_behalf_of"] == "سارا امینی"
    assert services.accounts.actor(nouri.person_id or 0).delegations
    admin.deputies.remove(administrator, made.id, made.version)
    with pytest.raises(NotFoundError):
        services.desk.note(nouri, petition.id, "یادداشت دیگر")
    assert services.accounts.actor(nouri.person_id or 0) == nouri


@pytest.mark.parametrize(("first", "last"), [(1, 5), (-5, -1), (None, None)])
def test_nobody_writes_on_behalf_of_whom_they_do_not_stand_for(
    department: Department, first: int | None, last: int | None
) -> None:
    other, amini = department.signed_in("amini")
    petition = registered(other, amini)
    if first is not None and last is not None:
        deputise(department, first, last)
    with department.sql("nouri") as psql:
        claims: tuple[dict[str, object], ...] = (
            {"on_behalf_of_id": amini.person_id, "on_behalf_of": "سارا امینی"},
            {"on_behalf_of": "سارا امینی"},
            {"on_behalf_of_id": "x"},
        )
        for claimed in claims:
            with pytest.raises(psycopg.errors.InsufficientPrivilege, match="on behalf of"):
                psql.execute(
                    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before,"
                    " after, text) VALUES ('petition', %s, 2, now(), app.me(), 'حسن نوری', 'note', '{}', %s, 'x')",
                    (petition.id, json.dumps(claimed)),
                )


@pytest.mark.parametrize(("first", "last"), [(1, 5), (-5, -1)])
def test_a_deputy_is_nobody_on_other_days(department: Department, first: int, last: int) -> None:
    other, amini = department.signed_in("amini")
    petition = registered(other, amini, unit=department.office.music.id)
    deputise(department, first, last)
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
        assert psql.execute("SELECT app.my_units()").fetchone() == ([department.office.books.id],)
        assert by_sql(psql, "take", petition.id) == "not_there"


def test_a_deputy_of_today_is_not_yet_the_deputy_of_next_week(department: Department) -> None:
    """Who stands for one person today has only that person's roles, or the one role that they stand for."""
    admin, administrator = department.signed_in("admin")
    [row] = [row for row in admin.accounts.all() if row.username == "sadeghi"]
    both = row.memberships | {Membership(Role.CLERK, department.office.music.id)}
    admin.accounts.change(administrator, row.id, row.version, memberships=both)
    deputise(department, 0, 0, person="sadeghi", role=Role.REVIEWER)
    deputise(department, 1, 5)
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT app.has_role('reviewer', NULL)").fetchone() == (True,)
        assert psql.execute("SELECT pg_has_role('mosharekat_reviewer', 'MEMBER')").fetchone() == (True,)
        assert psql.execute("SELECT app.my_units()").fetchone() == ([department.office.books.id],)


def test_the_group_of_a_deputy_is_good_for_nothing_on_other_days(department: Department) -> None:
    # A reviewer who will be a clerk's deputy next week has the group, and no right that it would give.
    deputise(department, 3, 5, deputy="sadeghi")
    with department.sql("sadeghi") as psql:
        assert psql.execute("SELECT pg_has_role('mosharekat_clerk', 'MEMBER')").fetchone() == (True,)
        for act in (
            "INSERT INTO petitioner (name, name_key, \"group\", created_at) VALUES ('x', 'x', 'citizen', now())",
            "INSERT INTO petition_search (petition_id, document) VALUES (1, '')",
            "SELECT app.take_numbers('registry', 1405, 1)",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                psql.execute(act.encode())


def test_a_deputy_never_closes_the_other_s_complaint_nor_administers(department: Department) -> None:
    other, amini = department.signed_in("amini")
    complaint = registered(other, amini, kind=Kind.COMPLAINT, unit=department.office.music.id)
    other.desk.take(amini, complaint.id, complaint.version)
    deputise(department, 0, 1)
    deputise(department, 0, 1, person="admin")
    with department.sql("nouri") as psql:
        assert psql.execute("SELECT app.has_role('administrator', NULL)").fetchone() == (False,)
        assert psql.execute("SELECT pg_has_role('mosharekat_administrator', 'MEMBER')").fetchone() == (False,)
        for act, outcome in (("close", "withdrawn"), ("resolve", "answered")):
            said = by_sql(psql, act, complaint.id, words="متن", outcome=outcome)
            assert said == "complaint_never_by_assignee"
