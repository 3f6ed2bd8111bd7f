from __future__ import annotations

import re

import pytest
from sqlalchemy import text

from desktop_app.database.audit import Event, history
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError, SignInError
from desktop_app.services import Services
from desktop_app.staff.accounts import PersonRow
from desktop_app.staff.passwords import new_one_time_password
from desktop_app.staff.roles import Actor, Membership, Role, pc_user
from tests.department import PASSWORD, TestOffice, choose_password

CLERK = frozenset({Membership(Role.CLERK, None)})


def test_the_first_administrator_is_made_once(services: Services) -> None:
    assert services.accounts.is_empty()
    first = services.accounts.create_first_administrator("  مدیر   سامانه ", "Admin", "گذرواژه بلند")
    assert (first.name, first.has(Role.ADMINISTRATOR)) == ("مدیر سامانه", True)
    assert not services.accounts.is_empty()
    with pytest.raises(RuleError) as caught:
        services.accounts.create_first_administrator("دیگری", "other", "گذرواژه بلند")
    assert caught.value.parameters["rule"] == "first_administrator_exists"


@pytest.mark.parametrize("username", ["rezaei", " REZAEI "])
def test_a_person_signs_in_with_name_and_password(office: TestOffice, username: str) -> None:
    assert office.services.accounts.sign_in(username, PASSWORD) == office.clerk


@pytest.mark.parametrize(("username", "password"), [("rezaei", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_the_same(
    office: TestOffice, username: str, password: str
) -> None:
    with pytest.raises(SignInError) as caught:
        office.services.accounts.sign_in(username, password)
    assert caught.value.parameters == {"reason": "wrong"}


def test_a_disabled_account_does_not_sign_in(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = next(row for row in accounts.all() if row.username == "rezaei")
    accounts.change(office.administrator, row.id, row.version, active=False)
    with pytest.raises(SignInError) as caught:
        accounts.sign_in("rezaei", PASSWORD)
    assert caught.value.parameters == {"reason": "disabled"}


def test_passwords_are_kept_as_hashes_and_stay_out_of_the_history(office: TestOffice) -> None:
    with office.services.database.reading() as session:
        hashes = session.scalars(text("SELECT password_hash FROM person")).all()
        if not office.services.database.is_sqlite:
            # There the server keeps them, as verifiers.
            names = "SELECT username FROM person"
            stored = f"SELECT rolpassword FROM pg_authid WHERE rolname IN ({names})"
            assert set(hashes) == {""}
            hashes = session.scalars(text(stored)).all()
        told = session.scalars(text("SELECT CAST(after AS text) FROM event WHERE item_type = 'person'")).all()
    assert len(hashes) == 7
    assert all(found.startswith(("$argon2id$", "SCRAM-SHA-256$")) for found in hashes)
    # Six were added, chose a password and, after the manager of the office, were confirmed; each has a role.
    assert len(told) == 19
    assert not any(PASSWORD in found or "argon2" in found for found in told)


@pytest.mark.parametrize(
    ("name", "username", "reason"),
    [
        (" ", "name", "empty"),
        ("ب" * 121, "name", "too_long"),
        ("نام", "نام", "username_form"),
        ("نام", "a", "username_form"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    office: TestOffice, name: str, username: str, reason: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.accounts.add(office.administrator, name, username, CLERK)
    assert caught.value.parameters["reason"] == reason


def test_a_user_name_is_given_once(office: TestOffice) -> None:
    with pytest.raises(ConflictError):
        office.services.accounts.add(office.administrator, "دیگری", "REZAEI", CLERK)


def test_the_last_administrator_stays(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = next(row for row in accounts.all() if row.username == "admin")
    for change in ({"active": False}, {"memberships": CLERK}):
        with pytest.raises(RuleError) as caught:
            accounts.change(office.administrator, row.id, row.version, **change)
        assert caught.value.parameters["rule"] == "last_administrator"
    assert accounts.sign_in("admin", PASSWORD).has(Role.ADMINISTRATOR)


def test_two_administrators_who_change_one_account_are_told(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = next(row for row in accounts.all() if row.username == "rezaei")
    accounts.change(office.administrator, row.id, row.version, full_name="مریم رضایی‌فر")
    with pytest.raises(ConflictError):
        accounts.change(office.administrator, row.id, row.version, active=False)
    assert accounts.actor(row.id).name == "مریم رضایی‌فر"


def test_roles_can_be_taken_and_given(office: TestOffice) -> None:
    accounts = office.services.accounts
    row = next(row for row in accounts.all() if row.username == "rezaei")
    memberships = frozenset({Membership(Role.MANAGER, office.music.id), Membership(Role.REVIEWER, None)})
    changed = accounts.change(office.administrator, row.id, row.version, memberships=memberships)
    assert changed.memberships == memberships
    actor = accounts.sign_in("rezaei", PASSWORD)
    assert actor.has(Role.MANAGER, office.music.id)
    assert not actor.has(Role.MANAGER, office.books.id)
    assert not actor.has(Role.CLERK)


def test_a_person_changes_their_own_password_with_the_old_one(office: TestOffice) -> None:
    accounts = office.services.accounts
    with pytest.raises(SignInError):
        accounts.change_own_password(office.clerk, "wrong", "a new password")
    accounts.change_own_password(office.clerk, PASSWORD, "a new password")
    assert accounts.sign_in("rezaei", "a new password") == office.clerk
    with pytest.raises(SignInError):
        accounts.sign_in("rezaei", PASSWORD)


@pytest.mark.parametrize("who", ["clerk", "reviewer", "manager"])
def test_only_an_administrator_looks_after_accounts_and_units(office: TestOffice, who: str) -> None:
    actor: Actor = getattr(office, who)
    with pytest.raises(NotPermittedError):
        office.services.accounts.add(actor, "نام", "name", CLERK)
    with pytest.raises(NotPermittedError):
        office.services.units.add(actor, "واحد تازه")


def test_a_unit_s_name_is_given_once_in_any_spelling(office: TestOffice) -> None:
    units = office.services.units
    with pytest.raises(ConflictError):
        units.add(office.administrator, "اداره  كتاب")
    with pytest.raises(ConflictError):
        units.add(office.administrator, "واحد دیگر", code="books")
    with pytest.raises(ConflictError):
        units.change(office.administrator, office.music.id, name="اداره کتاب")
    renamed = units.change(office.administrator, office.music.id, name="اداره موسیقی و سرود")
    assert renamed.name == "اداره موسیقی و سرود"


def test_a_retired_unit_is_kept_but_not_offered(office: TestOffice) -> None:
    # A petition that was sent there and given back is open at the desk, and nothing that the unit holds.
    petition = office.petition(unit=office.music)
    office.services.desk.give_back(office.music_clerk, petition.id, petition.version, "در صلاحیت ما نیست")
    office.services.units.change(office.administrator, office.music.id, active=False)
    assert [unit.code for unit in office.services.units.all(active_only=True)] == ["books"]
    assert len(office.services.units.all()) == 2


def test_the_pc_s_own_user_may_do_everything_but_is_nobody() -> None:
    user = pc_user("reception")
    assert user.person_id is None
    assert all(user.has(role) for role in Role)


def rezaei(office: TestOffice) -> PersonRow:
    return next(row for row in office.services.accounts.all() if row.username == "rezaei")


def events(office: TestOffice, item_type: str, item_id: int) -> list[Event]:
    with office.services.database.reading() as session:
        return list(history(session, item_type, item_id))


def test_with_a_one_time_password_nothing_can_be_done_but_choosing_another(office: TestOffice) -> None:
    accounts, row = office.services.accounts, rezaei(office)
    made = accounts.reset_password(office.administrator, row.id, row.version)
    assert made.password not in repr(made)
    with pytest.raises(SignInError):
        accounts.sign_in("rezaei", PASSWORD)
    actor = accounts.sign_in("rezaei", made.password)
    assert (actor.must_change_password, actor.roles) == (True, frozenset())
    with pytest.raises(InvalidValueError) as caught:
        accounts.change_own_password(actor, made.password, made.password)
    assert caught.value.parameters["reason"] == "same_password"
    choose_password(office.services, made, "a new password")
    assert accounts.sign_in("rezaei", "a new password") == office.clerk


def test_the_history_of_an_account_tells_before_and_after_and_no_password(office: TestOffice) -> None:
    accounts, row = office.services.accounts, rezaei(office)
    made = accounts.reset_password(office.administrator, row.id, row.version)
    accounts.change(office.administrator, row.id, made.person.version, full_name="مریم رضایی‌فر", active=False)
    reset, changed = events(office, "person", row.id)[-2:]
    assert (reset.action, reset.before["must_change_password"], reset.after["must_change_password"]) == (
        "password_reset", False, True,
    )  # fmt: skip
    assert (changed.before["active"], changed.after["active"]) == (True, False)
    assert changed.before["full_name"] == "مریم رضایی"
    assert made.password not in str((reset, changed))


def test_one_s_own_password_is_not_reset(office: TestOffice) -> None:
    admin = next(row for row in office.services.accounts.all() if row.username == "admin")
    with pytest.raises(RuleError) as caught:
        office.services.accounts.reset_password(office.administrator, admin.id, admin.version)
    assert caught.value.parameters["rule"] == "own_password_is_changed"


def test_one_time_passwords_are_long_readable_and_never_the_same() -> None:
    made = {new_one_time_password() for _ in range(200)}
    assert len(made) == 200
    assert all(re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", password) for password in made)


def test_an_account_that_the_server_locked_is_seen_and_unlocked(office: TestOffice) -> None:
    accounts, row = office.services.accounts, rezaei(office)
    if office.services.database.is_sqlite:
        assert not row.locked
        return
    with office.services.database.writing() as session:
        session.execute(text("ALTER ROLE rezaei NOLOGIN"))
    assert rezaei(office).locked
    accounts.unlock(office.administrator, row.id)
    assert not rezaei(office).locked
    with office.services.database.writing() as session:
        session.execute(text("ALTER ROLE rezaei VALID UNTIL '2001-01-01'"))
    assert rezaei(office).locked
    accounts.unlock(office.administrator, row.id)
    assert not rezaei(office).locked
    assert events(office, "person", row.id)[-1].action == "person_unlocked"


@pytest.mark.parametrize("who", ["clerk", "reviewer", "manager"])
def test_only_an_administrator_resets_and_unlocks(office: TestOffice, who: str) -> None:
    actor = getattr(office, who)
    row = next(row for row in office.services.accounts.all() if row.username == "nouri")
    with pytest.raises(NotPermittedError):
        office.services.accounts.reset_password(actor, row.id, row.version)
    with pytest.raises(NotPermittedError):
        office.services.accounts.unlock(actor, row.id)
    with pytest.raises(NotPermittedError):
        office.services.units.move(actor, office.books.id, 1)


def test_a_unit_that_holds_open_petitions_is_not_retired(office: TestOffice) -> None:
    units = office.services.units
    held = office.petition(unit=office.music)
    office.registered("متن دیگر", unit=office.music)
    with pytest.raises(RuleError) as caught:
        units.change(office.administrator, office.music.id, active=False)
    assert caught.value.parameters == {"rule": "unit_holds_petitions", "count": 2}
    assert all(unit.active for unit in units.all())
    units.change(office.administrator, office.music.id, name="موسیقی و سرود")
    assert held.unit_name == "اداره موسیقی"


def test_units_stand_in_the_office_s_order(office: TestOffice) -> None:
    units = office.services.units
    cinema = units.add(office.administrator, "اداره سینما", code="cinema")
    assert [unit.code for unit in units.move(office.administrator, cinema.id, -1)] == [
        "books",
        "cinema",
        "music",
    ]
    assert [unit.code for unit in units.move(office.administrator, cinema.id, -9)] == [
        "cinema",
        "books",
        "music",
    ]
    count = len(events(office, "unit", cinema.id))
    assert [unit.code for unit in units.move(office.administrator, cinema.id, -1)] == [
        "cinema",
        "books",
        "music",
    ]
    told = events(office, "unit", cinema.id)
    assert len(told) == count
    assert (told[-1].action, told[-1].before, told[-1].after) == ("unit_moved", {"place": 2}, {"place": 1})
    assert [unit.code for unit in units.all()] == ["cinema", "books", "music"]
