"""Accounts, roles, passwords and days that are closed, over a connection of the administrator's own role."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import psycopg
import pytest
from PIL import Image
from sqlalchemy import make_url

from desktop_app.bootstrap import sign_in_to_server
from desktop_app.database.engine import Database
from desktop_app.database.transfer import copy_database
from desktop_app.errors import DatabaseAwayError, NotPermittedError, RuleError, SignInError
from desktop_app.office.settings import AnswerDeadline, OfficeSettings
from desktop_app.petitions.deadlines.closures import Closure
from desktop_app.petitions.lists.inbox import ListFilter, Scope, View
from desktop_app.staff.roles import Membership, Role
from desktop_app.tables import program
from tests.department import PASSWORD, TestOffice, confirm_all
from tests.engines import PostgresqlServer
from tests.guarded import OWNER, Department, services_roles
from tests.security.registering import TEXT, registered


def logo() -> bytes:
    target = BytesIO()
    Image.new("RGB", (30, 30), "teal").save(target, "PNG")
    return target.getvalue()


def test_an_administrator_who_is_no_superuser_looks_after_accounts_units_and_settings(
    department: Department,
) -> None:
    services, admin = department.signed_in("admin")
    unit = services.units.add(admin, "اداره سینما", code="cinema")
    clerk = frozenset({Membership(Role.CLERK, unit.id)})
    made = services.accounts.add(admin, "کارشناس تازه", "tazeh", clerk)
    tazeh, actor = department.signed_in("tazeh", made.password)
    # What the administrator chose is changed before anything else.
    assert (actor.must_change_password, actor.roles) == (True, frozenset())
    tazeh.accounts.change_own_password(actor, made.password, "second-words-1405")
    with pytest.raises(SignInError):
        department.signed_in("tazeh", made.password)
    # And a second person knows of the account before it opens anything.
    actor = department.signed_in("tazeh", "second-words-1405")[1]
    assert (actor.unconfirmed, actor.roles) == (True, frozenset())
    manager, yazdi = department.signed_in("yazdi")
    [waits] = manager.confirmations.pending(yazdi)
    manager.confirmations.confirm(yazdi, waits)
    tazeh, actor = department.signed_in("tazeh", "second-words-1405")
    assert actor.has(Role.CLERK, unit.id)
    row = next(row for row in services.accounts.all() if row.id == made.person.id)
    third = services.accounts.reset_password(admin, row.id, row.version).password
    assert department.signed_in("tazeh", third)[1].must_change_password
    services.office.change(admin, OfficeSettings(decree_number="۱"))
    services.office.set_deadlines(admin, (AnswerDeadline(None, None, 10, working=True),))
    assert tazeh.office.settings().decree_number == "۱"
    services.office.change_logo(admin, logo(), name="نشان.png")
    assert tazeh.office.logo() is not None
    services.office.change_logo(admin, None)
    assert tazeh.office.logo() is None


def test_disabling_an_account_ends_its_session_at_once(department: Department) -> None:
    clerk, rezaei = department.signed_in("rezaei")
    admin, administrator = department.signed_in("admin")
    with department.sql("rezaei") as live:
        row = next(row for row in admin.accounts.all() if row.username == "rezaei")
        changed = admin.accounts.change(administrator, row.id, row.version, active=False)
        with pytest.raises(Exception, match="terminat"):
            live.execute("SELECT 1")
    with pytest.raises((DatabaseAwayError, SignInError)):
        clerk.inbox.counts(rezaei)
    with pytest.raises(SignInError) as caught:
        department.signed_in("rezaei")
    assert caught.value.parameters == {"reason": "disabled"}
    admin.accounts.change(administrator, row.id, changed.version, active=True)
    assert department.signed_in("rezaei", PASSWORD)[1] == rezaei


def test_a_role_taken_away_is_gone_in_the_next_statement(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    with department.sql("rezaei") as live:
        live.execute("SELECT count(*) FROM petition")
        row = next(row for row in admin.accounts.all() if row.username == "rezaei")
        reviewer = frozenset({Membership(Role.REVIEWER, None)})
        admin.accounts.change(administrator, row.id, row.version, memberships=reviewer)
        with pytest.raises(Exception, match="permission denied"):
            live.execute("UPDATE outbox_message SET state = 'cancelled'")


def test_a_one_time_password_opens_nothing_until_its_owner_has_chosen_another(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    registered(department.owner, department.office.pc, unit=department.office.books.id)
    made = admin.accounts.reset_password(administrator, row.id, row.version)
    with pytest.raises(SignInError):
        department.signed_in("rezaei")
    services, actor = department.signed_in("rezaei", made.password)
    assert actor.must_change_password
    with department.sql("rezaei", made.password) as psql:
        # The database itself: no role, whatever the client.
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("SELECT app.take_numbers('registry', 1405, 1)")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            psql.execute("UPDATE person SET must_change_password = false")
    services.accounts.change_own_password(actor, made.password, "my-own-words-1405")
    with department.sql("rezaei", "my-own-words-1405") as psql:
        # Whoever reset it might have chosen that password too: a second person has to confirm the account.
        assert psql.execute("SELECT count(*) FROM petition").fetchone() == (0,)
    confirm_all(department.owner, row.id)
    clerk, rezaei = department.signed_in("rezaei", "my-own-words-1405")
    assert rezaei == department.office.clerk
    assert clerk.inbox.outline(rezaei, ListFilter(View.ALL, Scope.ANY)).total == 1


def test_an_administrator_unlocks_what_the_server_has_locked(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    with department.sql("mosharekat") as owner:
        owner.execute("ALTER ROLE rezaei NOLOGIN")
    assert next(one for one in admin.accounts.all() if one.id == row.id).locked
    admin.accounts.unlock(administrator, row.id)
    department.signed_in("rezaei")


def test_an_administrator_is_told_how_many_petitions_a_unit_holds(department: Department) -> None:
    admin, administrator = department.signed_in("admin")
    registered(department.owner, department.office.pc, unit=department.office.books.id)
    with pytest.raises(RuleError) as caught:
        admin.units.change(administrator, department.office.books.id, active=False)
    assert caught.value.parameters["count"] == 1
    admin.units.move(administrator, department.office.music.id, -1)
    assert [unit.code for unit in admin.units.all()] == ["music", "books"]


def test_a_leaver_s_work_is_handed_over_by_the_manager_of_the_unit(department: Department) -> None:
    manager, yazdi = department.signed_in("yazdi")
    clerk, rezaei = department.signed_in("rezaei")
    office = department.office
    for n in range(2):
        petition = registered(clerk, rezaei, f"{TEXT} {n}", unit=office.books.id)
        clerk.desk.take(rezaei, petition.id, petition.version)
    sent = registered(clerk, rezaei, TEXT + " سوم")
    clerk.desk.refer(rezaei, sent.id, sent.version, office.books.id, person_id=rezaei.person_id)
    [holding] = manager.leavers.holdings(yazdi, rezaei.person_id or 0)
    assert (holding.movable, holding.allowed) == (3, True)
    back = manager.leavers.hand_over(yazdi, rezaei.person_id or 0, {office.books.id: None}, "رفت")
    assert (len(back.done), back.failures) == (3, ())
    assert manager.leavers.take_back(yazdi, back.done) == 3
    over = manager.leavers.hand_over(
        yazdi, rezaei.person_id or 0, {office.books.id: office.other_clerk.person_id}, "رفت"
    )
    assert (len(over.done), over.failures) == (3, ())
    # Numbers are no secret from an administrator, who sees no petition and hands none over.
    admin, administrator = department.signed_in("admin")
    [seen] = admin.leavers.holdings(administrator, office.other_clerk.person_id or 0)
    assert (seen.movable, seen.allowed) == (3, False)
    with pytest.raises(NotPermittedError):
        admin.leavers.hand_over(
            administrator, office.other_clerk.person_id or 0, {office.books.id: rezaei.person_id}, "رفت"
        )
    # Nor does the manager of another unit hear of them.
    music, sharifi = department.signed_in("sharifi")
    assert music.leavers.holdings(sharifi, office.other_clerk.person_id or 0) == ()


def test_an_administrator_closes_a_day_and_the_deadlines_of_petitions_that_they_cannot_see_move(
    department: Department,
) -> None:
    admin, administrator = department.signed_in("admin")
    admin.office.set_deadlines(administrator, (AnswerDeadline(None, None, 30, True),))
    clerk, rezaei = department.signed_in("rezaei")
    petition = registered(clerk, rezaei, unit=department.office.books.id)
    assert petition.due_on is not None
    closed = admin.office.calendar().closed
    before = next(
        day
        for day in (petition.due_on - timedelta(n) for n in range(1, 20))
        if day not in closed and day.weekday() not in {3, 4}
    )
    for day in (before, petition.due_on):
        assert admin.closures.add(administrator, Closure(day, "آلودگی هوا")).moved == 1
        found = clerk.desk.peek(rezaei, petition.id)
        assert found.due_on is not None
        assert found.due_on > petition.due_on
        assert (found.history[-1].actor_name, found.history[-1].text) == ("مدیر سامانه", "آلودگی هوا")
        assert admin.closures.remove(administrator, day).moved == 1
        assert clerk.desk.peek(rezaei, petition.id).due_on == petition.due_on
    with department.sql("admin") as psql:
        for act in (
            f"UPDATE petition SET due_on = '2030-01-01' WHERE id = {petition.id}",
            "SELECT app.due_by_calendar(1)",
            "SELECT app.recalculate_deadlines(NULL, NULL, NULL)",
        ):
            with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue)):
                psql.execute(act.encode())
    for who in ("rezaei", "yazdi", "sadeghi"):
        with (
            department.sql(who) as psql,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            psql.execute("SELECT app.recalculate_deadlines('1900-01-01', '9999-01-01', 'x')")


def test_accounts_that_came_from_one_pc_get_their_roles_and_new_passwords(
    server_without_accounts: PostgresqlServer, sqlite_office: TestOffice
) -> None:
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute(f"CREATE DATABASE carried OWNER {OWNER}".encode())
    url = make_url(server_without_accounts.url("carried")).set(username=OWNER, password=PASSWORD)
    address = url.render_as_string(hide_password=False)
    target = Database(address)
    copy_database(sqlite_office.services.database, target, program())
    target.close()
    owner, nobody = sign_in_to_server(address, OWNER, PASSWORD)
    assert nobody is None
    assert owner.accounts.came_without_roles()
    with pytest.raises(RuleError) as caught:
        owner.accounts.create_first_administrator("مریم رضایی", "rezaei", "first-words-1405")
    assert caught.value.parameters["rule"] == "no_such_administrator"
    owner.accounts.create_first_administrator("مدیر سامانه", "admin", "first-words-1405")
    assert not owner.accounts.came_without_roles()
    admin, administrator = sign_in_to_server(address, "admin", "first-words-1405")
    assert administrator is not None
    row = next(row for row in admin.accounts.all() if row.username == "rezaei")
    given = admin.accounts.reset_password(administrator, row.id, row.version)
    clerk, rezaei = sign_in_to_server(address, "rezaei", given.password)
    assert rezaei is not None
    assert rezaei.must_change_password
    for services in (clerk, admin, owner):
        services.close()
    with psycopg.connect(server_without_accounts.url("postgres"), autocommit=True) as server:
        server.execute("DROP DATABASE carried WITH (FORCE)")
        for name in services_roles(server):
            server.execute(f'DROP ROLE "{name}"'.encode())
