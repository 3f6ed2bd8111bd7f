"""The database login's password comes from the environment or the keyring, and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest

from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.staff.database_login import keep_password, with_password
from tests.key_store import KeyStore

ADDRESS = "postgresql://mosharekat@srv/office"


@pytest.fixture
def drawer() -> Iterator[KeyStore]:
    before = keyring.get_keyring()
    made = KeyStore()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_environment_gives_the_password(drawer: KeyStore) -> None:
    url = with_password(ADDRESS, {"MOSHAREKAT_PASSWORD": "راز"})
    assert url.password == "راز"


def test_what_was_kept_in_the_keyring_is_found_again(drawer: KeyStore) -> None:
    assert keep_password(with_password(ADDRESS, {}), "s3cret") is KeyringOutcome.KEPT
    assert with_password(ADDRESS, {}).password == "s3cret"


def test_another_database_or_another_login_does_not_get_it(drawer: KeyStore) -> None:
    keep_password(with_password(ADDRESS, {}), "s3cret")
    assert with_password("postgresql://mosharekat@srv/other", {}).password is None
    assert with_password("postgresql://somebody@srv/office", {}).password is None


def test_it_is_kept_apart_from_the_password_of_a_member_of_staff(drawer: KeyStore) -> None:
    drawer.set_password("Mosharekat srv/office", "mosharekat", "of a person")
    assert with_password(ADDRESS, {}).password is None


def test_an_sqlite_address_needs_none(drawer: KeyStore) -> None:
    assert str(with_password("sqlite:///office.db", {"MOSHAREKAT_PASSWORD": "x"})) == "sqlite:///office.db"
