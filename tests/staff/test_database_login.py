"""The database login's password comes from the environment or the keyring, and from nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend

from desktop_app.staff.credentials import Kept
from desktop_app.staff.database_login import keep_password, with_password

ADDRESS = "postgresql://mosharekat@srv/office"


class Drawer(KeyringBackend):
    """A key store of this test alone."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    before = keyring.get_keyring()
    made = Drawer()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def test_the_environment_gives_the_password(drawer: Drawer) -> None:
    url = with_password(ADDRESS, {"MOSHAREKAT_PASSWORD": "راز"})
    assert url.password == "راز"


def test_what_was_kept_in_the_keyring_is_found_again(drawer: Drawer) -> None:
    assert keep_password(with_password(ADDRESS, {}), "s3cret") is Kept.KEPT
    assert with_password(ADDRESS, {}).password == "s3cret"


def test_another_database_or_another_login_does_not_get_it(drawer: Drawer) -> None:
    keep_password(with_password(ADDRESS, {}), "s3cret")
    assert with_password("postgresql://mosharekat@srv/other", {}).password is None
    assert with_password("postgresql://somebody@srv/office", {}).password is None


def test_it_is_kept_apart_from_the_password_of_a_member_of_staff(drawer: Drawer) -> None:
    drawer.set_password("Mosharekat srv/office", "mosharekat", "of a person")
    assert with_password(ADDRESS, {}).password is None


def test_an_sqlite_address_needs_none(drawer: Drawer) -> None:
    assert str(with_password("sqlite:///office.db", {"MOSHAREKAT_PASSWORD": "x"})) == "sqlite:///office.db"
