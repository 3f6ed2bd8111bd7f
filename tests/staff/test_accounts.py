from __future__ import annotations

import pytest

from desktop_app.bootstrap import Services
from desktop_app.errors import ConflictError, InvalidValueError, NotPermittedError, RuleError, SignInError
from desktop_app.staff.roles import Actor, Membership, Role, pc_user
from tests.department import PASSWORD, TestOffice

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
    from sqlalchemy import text  # noqa: PLC0415

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
    assert len(told) == 7
    assert not any(PASSWORD in found or "argon2" in found for found in told)


@pytest.mark.parametrize(
    ("name", "username", "password", "reason"),
    [
        (" ", "name", "long enough", "empty"),
        ("ب" * 121, "name", "long enough", "too_long"),
        ("نام", "نام", "long enough", "username_form"),
        ("نام", "a", "long enough", "username_form"),
        ("نام", "name", "short", "password_short"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    office: TestOffice, name: str, username: str, password: str, reason: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.accounts.add(office.administrator, name, username, password, CLERK)
    assert caught.value.parameters["reason"] == reason


def test_a_user_name_is_given_once(office: TestOffice) -> None:
    with pytest.raises(ConflictError):
        office.services.accounts.add(office.administrator, "دیگری", "REZAEI", PASSWORD, CLERK)


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
        office.services.accounts.add(actor, "نام", "name", PASSWORD, CLERK)
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
    office.services.units.change(office.administrator, office.music.id, active=False)
    assert [unit.code for unit in office.services.units.all(active_only=True)] == ["books"]
    assert len(office.services.units.all()) == 2


def test_the_pc_s_own_user_may_do_everything_but_is_nobody() -> None:
    user = pc_user("reception")
    assert user.person_id is None
    assert all(user.has(role) for role in Role)
