"""An administrator with plain SQL: nothing past the acts, and the desk opens to nobody alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest

from desktop_app.database.acts.model import Act, declared
from desktop_app.database.audit import Event, history
from desktop_app.database.verification import verify
from desktop_app.errors import NotFoundError
from desktop_app.staff.deputies import NewDeputy
from desktop_app.staff.roles import Membership, Role
from tests.department import add_person, choose_password
from tests.guarded import LONG_AGO, Department, act_by_sql

_VERIFIER = "SCRAM-SHA-256$4096:c2FsdA==$c3RvcmVk:c2VydmVy"
_EVENT = (
    "INSERT INTO event (item_type, item_id, sequence, at, actor_id, actor_name, action, before, after, text)"
    " SELECT '{0}', 1, coalesce(max(sequence), 0) + 1, clock_timestamp(), app.me(), 'مدیر سامانه', '{1}', '{{}}',"
    " '{{}}', '' FROM event WHERE item_type = '{0}' AND item_id = 1"
)


def events(department: Department, item_type: str, number: int) -> tuple[Event, ...]:
    with department.owner.database.reading() as session:
        return history(session, item_type, number)


@pytest.fixture
def admin(department: Department) -> Iterator[psycopg.Connection[Any]]:
    """The administrator, without a role at the desk, with psql."""
    chief = next(row for row in department.owner.accounts.all() if row.username == "admin")
    alone = frozenset({Membership(Role.ADMINISTRATOR, None)})
    department.owner.accounts.change(
        department.office.administrator, chief.id, chief.version, memberships=alone
    )
    with department.sql("admin") as psql:
        yield psql


def test_a_clerk_names_a_deputy_for_themself_and_for_nobody_else(department: Department) -> None:
    office = department.office
    clerk, rezaei = department.signed_in("rezaei")
    with department.sql("rezaei") as psql:
        today = psql.execute("SELECT app.today()").fetchone()
        assert today is not None
        days: dict[str, Any] = {"first_day": str(today[0]), "last_day": str(today[0])}
        terms = days | {"unit_id": None, "role": None, "deputy_id": office.music_clerk.person_id}
        theirs = terms | {"person_id": office.other_clerk.person_id}
        assert act_by_sql(psql, "act_deputy_deputy_added", 0, **theirs) == "not_your_role"
    made = clerk.deputies.add(
        rezaei, NewDeputy(rezaei.person_id or 0, office.music_clerk.person_id or 0, today[0], today[0])
    )
    deputy, amini = department.signed_in("amini")
    number = office.taken().id
    assert deputy.desk.peek(amini, number).id == number
    [told] = events(department, "deputy", made.id)
    assert (told.action, told.actor_id) == ("deputy_added", rezaei.person_id)
    with department.sql("nouri") as psql:
        assert act_by_sql(psql, "act_deputy_deputy_removed", made.id) == "not_your_role"
    clerk.deputies.remove(rezaei, made.id, made.version)
    with pytest.raises(NotFoundError):
        deputy.desk.peek(amini, number)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO person_role (person_id, role) VALUES (app.me(), 'manager')",
        "DELETE FROM person_role WHERE person_id = 2",
        "DELETE FROM role_proposal",
        "INSERT INTO role_proposal (person_id, role, asked_by_id, asked_at) VALUES (app.me(), 'manager', 7, now())",
        "UPDATE person SET active = false, version = version + 1 WHERE id = 3",
        "UPDATE person SET opened_at = NULL",
        "UPDATE person SET must_change_password = false",
        "UPDATE office SET retention_years = 1, retention_basis = 'x'",
        "INSERT INTO setting (name, value) VALUES ('x', '1')",
        "UPDATE unit SET needs_approval = false",
        "INSERT INTO deputy (person_id, deputy_id, first_day, last_day, version)"
        " VALUES (7, 1, '2026-01-01', '2030-01-01', 1)",
        "INSERT INTO closed_day (day, name, source) VALUES ('2026-12-01', 'x', 'office')",
        "INSERT INTO calendar_year (year) VALUES (1406)",
        "UPDATE closed_day SET estimated = false",
        "UPDATE letter_template SET body = 'x'",
        "UPDATE message_template SET active = true",
        "INSERT INTO reply_template (title, text, active, version) VALUES ('x', 'x', true, 1)",
        "UPDATE office_service SET name = 'x'",
        "INSERT INTO routing_rule (name) VALUES ('x')",
        "UPDATE intake_source SET folder = '/'",
        "SELECT app.act_person_role_given('[]', '{}', 7, 'x', now())",
        "SELECT app.inner_person_password_changed('[]', '{}', 7, 'x', now())",
        "SELECT app.sync_account(2)",
        *(
            _EVENT.format(kind, "settings_changed")
            for kind in (
                "office",
                "person",
                "unit",
                "deputy",
                "closed_day",
                "calendar_year",
                "letter_template",
                "routing_rule",
            )
        ),
    ],
)
def test_nothing_is_written_past_the_acts(admin: psycopg.Connection[Any], statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        admin.execute(statement.encode())


def test_no_login_calls_an_inner_act(admin: psycopg.Connection[Any]) -> None:
    for name in ("password_changed", "password_reset"):
        with pytest.raises(psycopg.errors.InvalidParameterValue, match="no such act"):
            act_by_sql(admin, f"inner_person_{name}", 7)


@pytest.mark.parametrize("who", ["rezaei", "sadeghi", "sharifi", "yazdi"])
def test_nobody_else_administers_at_all(guarded: Department, who: str) -> None:
    """Every act of administration, whatever is given, by a clerk, a reviewer, and managers."""
    by_others = {
        "role_confirmed",
        "role_declined",
        "account_confirmed",
        "account_declined",
        "password_changed",
    }
    kinds = {
        "person", "unit", "deputy", "office", "closed_day", "calendar_year", "letter_template", "message_template",
        "office_service", "reply_template", "routing_rule", "intake_source",
    }  # fmt: skip
    acts = [one for one in declared() if isinstance(one, Act) and one.item_type in kinds and not one.inner]
    assert len(acts) > 30
    for act in acts:
        if act.name in by_others:
            continue
        with guarded.sql(who) as psql:
            item = {"item": 1, "words": "", "remarks": {}} | {f"given_{name}": None for name in act.given}
            found = psql.execute(
                "SELECT refused FROM app.perform(%s, %s, '{}', NULL, '', now())",
                (act.function, json.dumps([item])),
            ).fetchall()
            # There is nothing with this number, or it is refused.
            assert set(found) <= {("not_your_role",)}, act.function
            assert found or not act.creates


def test_a_forged_actor_and_moment_are_not_believed(
    department: Department, admin: psycopg.Connection[Any]
) -> None:
    yazdi = department.office.manager.person_id or 0
    terms: dict[str, Any] = {"name": "اداره کتاب", "active": True, "needs_approval": True}
    assert (
        act_by_sql(admin, "act_unit_unit_changed", department.office.books.id, actor=yazdi, **terms) is None
    )
    told = events(department, "unit", department.office.books.id)[-1]
    assert (told.actor_id, told.actor_name) == (department.office.administrator.person_id, "مدیر سامانه")
    assert told.at > LONG_AGO
    assert (told.before["needs_approval"], told.after["needs_approval"]) == (False, True)
    assert verify(department.owner.database).ok


def test_who_makes_themself_a_manager_reads_nothing_before_a_second_person_confirms(
    department: Department, admin: psycopg.Connection[Any]
) -> None:
    office = department.office
    me = office.administrator.person_id or 0
    office.registered(unit=office.books)
    role: dict[str, Any] = {"role": "manager", "unit_id": None}
    assert act_by_sql(admin, "act_person_role_given", me, **role) == "needs_second_person"
    assert act_by_sql(admin, "act_person_role_proposed", me, **role) is None
    assert admin.execute("SELECT count(*) FROM petition").fetchone() == (0,)
    assert act_by_sql(admin, "act_person_role_confirmed", me, **role) == "second_person_is_another"
    manager, yazdi = department.signed_in("yazdi")
    [waits] = manager.confirmations.pending(yazdi)
    manager.confirmations.confirm(yazdi, waits)
    assert admin.execute("SELECT count(*) FROM petition").fetchone() == (1,)
    assert act_by_sql(admin, "act_person_role_taken", me, **role) is None
    assert admin.execute("SELECT count(*) FROM petition").fetchone() == (0,)
    told = [(one.action, one.actor_name) for one in events(department, "person", me)][-3:]
    assert told == [
        ("role_proposed", "مدیر سامانه"), ("role_confirmed", yazdi.name), ("role_taken", "مدیر سامانه"),
    ]  # fmt: skip
    assert verify(department.owner.database).ok


def test_an_accomplice_of_one_s_own_making_is_no_second_person(
    department: Department, admin: psycopg.Connection[Any]
) -> None:
    """A new administrator, whose password one knows, confirms nothing."""
    services, administrator = department.signed_in("admin")
    puppet = services.accounts.add(
        administrator, "ساختگی", "sakhtegi", frozenset({Membership(Role.ADMINISTRATOR, None)})
    )
    theirs, actor = department.signed_in("sakhtegi", puppet.password)
    theirs.accounts.change_own_password(actor, puppet.password, "chosen-by-me-1405")
    me = administrator.person_id or 0
    assert act_by_sql(admin, "act_person_role_proposed", me, role="manager", unit_id=None) is None
    with department.sql("sakhtegi", "chosen-by-me-1405") as psql:
        for number in (me, puppet.person.id):
            rule = act_by_sql(psql, "act_person_role_confirmed", number, role="manager", unit_id=None)
            assert rule == "not_your_role"
            assert act_by_sql(psql, "act_person_account_confirmed", number) == "not_your_role"
    assert act_by_sql(admin, "act_person_account_confirmed", puppet.person.id) == "second_person_is_another"


def test_who_sets_a_manager_s_password_reads_nothing_with_it(
    department: Department, admin: psycopg.Connection[Any]
) -> None:
    """Even after the password was changed: a second person knows of it first."""
    office = department.office
    office.registered(unit=office.books)
    yazdi = office.manager.person_id or 0
    second = add_person(
        department.owner,
        office.administrator,
        "راهبر دوم",
        "dovom",
        frozenset({Membership(Role.ADMINISTRATOR, None)}),
    )
    services, administrator = department.signed_in("admin")
    row = next(row for row in services.accounts.all() if row.id == yazdi)
    once = services.accounts.reset_password(administrator, yazdi, row.version)
    theirs, actor = department.signed_in("yazdi", once.password)
    assert actor.must_change_password
    theirs.accounts.change_own_password(actor, once.password, "chosen-by-me-1405")
    with department.sql("yazdi", "chosen-by-me-1405") as psql:
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
        assert psql.execute("SELECT app.has_role('manager', NULL)").fetchone() == (False,)
    reset = [one for one in events(department, "person", yazdi) if one.action == "password_reset"]
    assert [(one.actor_name, one.after["unconfirmed"]) for one in reset] == [("مدیر سامانه", True)]
    other, dovom = department.signed_in("dovom")
    [waits] = [one for one in other.confirmations.pending(dovom) if one.person_id == yazdi]
    other.confirmations.confirm(dovom, waits)
    with department.sql("yazdi", "chosen-by-me-1405") as psql:
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (1,)
    assert second.id == dovom.person_id


def test_a_password_is_set_by_its_act_alone(department: Department, admin: psycopg.Connection[Any]) -> None:
    rezaei = department.office.clerk.person_id or 0
    count = len(events(department, "person", rezaei))
    with department.sql("nouri") as clerk:
        answer = clerk.execute("SELECT app.set_password(%s, %s)", (rezaei, _VERIFIER)).fetchone()
        assert answer == ("not_your_role",)
    department.signed_in("rezaei")
    assert len(events(department, "person", rezaei)) == count
    assert admin.execute("SELECT app.set_password(%s, %s)", (rezaei, _VERIFIER)).fetchone() == (None,)
    told = events(department, "person", rezaei)[-1]
    assert (told.action, told.actor_name) == ("password_reset", "مدیر سامانه")
    assert told.after["must_change_password"] is True
    assert _VERIFIER not in str(told)


def test_an_account_is_added_with_one_password_event_and_none_may_be_kept_back(
    department: Department, admin: psycopg.Connection[Any]
) -> None:
    added: dict[str, Any] = {"username": "tazeh", "full_name": "کارشناس تازه", "password_hash": ""}
    assert act_by_sql(admin, "act_person_person_added", 0, **added) is None
    made = next(row for row in department.owner.accounts.all() if row.username == "tazeh")
    assert (made.must_change_password, made.unconfirmed) == (True, True)
    # In another transaction it is a reset.
    with admin.transaction():
        act_by_sql(admin, "act_person_person_changed", made.id, full_name="کارشناس", active=True)
        admin.execute("SELECT app.sync_account(%s)", (made.id,))
    admin.execute("SELECT app.set_password(%s, %s)", (made.id, _VERIFIER))
    assert [one.action for one in events(department, "person", made.id)] == [
        "person_added", "person_changed", "password_reset",
    ]  # fmt: skip


def test_a_deputy_is_given_by_an_act_and_not_to_oneself(
    department: Department, admin: psycopg.Connection[Any]
) -> None:
    office = department.office
    me = office.administrator.person_id
    today = admin.execute("SELECT app.today()").fetchone()
    assert today is not None
    days: dict[str, Any] = {"first_day": str(today[0]), "last_day": str(today[0])}
    terms = days | {"person_id": office.manager.person_id, "unit_id": None, "role": None}
    chief = department.owner.accounts
    row = next(one for one in chief.all() if one.id == me)
    chief.change(
        office.pc,
        row.id,
        row.version,
        memberships=row.memberships | {Membership(Role.CLERK, office.books.id)},
    )
    assert act_by_sql(admin, "act_deputy_deputy_added", 0, deputy_id=me, **terms) == "deputy_for_oneself"
    assert act_by_sql(admin, "act_deputy_deputy_added", 0, deputy_id=office.clerk.person_id, **terms) is None
    [made] = department.owner.deputies.all()
    [told] = events(department, "deputy", made.id)
    assert (told.actor_id, told.after["deputy_name"]) == (me, office.clerk.name)


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"retention_years": 1}, "retention_needs_a_basis"),
        ({"retention_years": -1, "retention_basis": "قانون"}, "out_of_range"),
        ({"retention_years": 101, "retention_basis": "قانون"}, "out_of_range"),
        ({"retention_years": None}, "out_of_range"),
        ({"weekend": [0, 1, 2, 3, 4, 5, 6]}, "out_of_range"),
        ({"weekend": [7]}, "out_of_range"),
        ({"weekend": {"a": 1}}, "out_of_range"),
        ({"weekend": None}, "out_of_range"),
        ({"window_width": 999}, "out_of_range"),
        ({"office_name": " "}, "office_needs_a_name"),
        ({"retention_years": 2, "retention_basis": "قانون"}, None),
    ],
)
def test_settings_are_within_their_ranges(
    department: Department, admin: psycopg.Connection[Any], given: dict[str, Any], rule: str | None
) -> None:
    columns = "to_jsonb(o) - 'id' - 'version'"
    row = admin.execute(f"SELECT {columns} FROM office o".encode()).fetchone()
    assert row is not None
    assert act_by_sql(admin, "act_office_settings_changed", 1, **(row[0] | given)) == rule
    told = [one for one in events(department, "office", 1) if one.action == "settings_changed"]
    assert len(told) == (rule is None)
    if rule is None:
        assert (told[0].before["retention_years"], told[0].after["retention_years"]) == (0, 2)


@pytest.mark.parametrize(
    "deadlines", [[{"days": 0, "working": True}], [{"days": "x"}], {"days": 1}, [{"days": 5}]]
)
def test_deadlines_are_of_a_day_to_a_year(admin: psycopg.Connection[Any], deadlines: Any) -> None:
    assert act_by_sql(admin, "act_office_deadlines_changed", 1, deadlines=deadlines) == "out_of_range"


def test_somebody_always_administers(department: Department, admin: psycopg.Connection[Any]) -> None:
    me = department.office.administrator.person_id or 0
    rule = act_by_sql(admin, "act_person_role_taken", me, role="administrator", unit_id=None)
    assert rule == "last_administrator"
    off: dict[str, Any] = {"full_name": "مدیر سامانه", "active": False}
    assert act_by_sql(admin, "act_person_person_changed", me, **off) == "last_administrator"
    # Nor does one call do it for two of them.
    items: list[dict[str, Any]] = [
        {
            "item": one,
            "seen": None,
            "words": "",
            "remarks": {},
            "given_role": "administrator",
            "given_unit_id": None,
        }
        for one in (me, department.office.manager.person_id)
    ]
    with pytest.raises(psycopg.errors.InvalidParameterValue):
        admin.execute(
            "SELECT * FROM app.perform('act_person_role_taken', %s, '{}', NULL, NULL, NULL)",
            (json.dumps(items),),
        )


def test_a_name_stays_that_of_the_login(department: Department, admin: psycopg.Connection[Any]) -> None:
    rezaei = department.office.clerk.person_id or 0
    given: dict[str, Any] = {"full_name": "مریم", "active": True, "username": "other"}
    assert act_by_sql(admin, "act_person_person_changed", rezaei, **given) is None
    assert next(row for row in department.owner.accounts.all() if row.id == rezaei).username == "rezaei"


def test_a_password_that_somebody_else_set_is_changed_at_the_next_sign_in(department: Department) -> None:
    services, admin = department.signed_in("admin")
    row = next(row for row in services.accounts.all() if row.username == "nouri")
    made = services.accounts.reset_password(admin, row.id, row.version)
    assert department.signed_in("nouri", made.password)[1].must_change_password
    choose_password(department.owner, made, "another-password-1405")
    assert not department.signed_in("nouri", "another-password-1405")[1].must_change_password
