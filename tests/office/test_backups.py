from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import keyring
import pytest

from desktop_app.clock import FixedClock
from desktop_app.database.backup_signature import SignatureState
from desktop_app.database.last_backup import record_backup
from desktop_app.errors import (
    BackupError,
    InvalidValueError,
    NotPermittedError,
    SigningError,
    TransferError,
)
from desktop_app.office.backups import OpenedBackup
from desktop_app.progress import SilentProgress
from desktop_app.signing import SigningKey, write_key
from desktop_app.staff.signing_keys import keep_signing_key
from tests.department import TestOffice
from tests.key_store import KeyStore

NO_PROGRESS = SilentProgress()


def test_a_back_up_is_old_after_the_days_of_the_office(
    office: TestOffice, clock: FixedClock, tmp_path: Path
) -> None:
    backups, services = office.services.backups, office.services
    assert backups.state().overdue
    assert backups.state().last is None
    record_backup(services.database, tmp_path / "a.db", "sqlite")
    for days, overdue in ((0, False), (7, False), (1, True)):
        clock.advance(timedelta(days=days))
        assert backups.state().overdue is overdue


def test_only_an_administrator_takes_the_data_out(office: TestOffice, tmp_path: Path) -> None:
    backups = office.services.backups
    for actor in (office.clerk, office.reviewer, office.manager):
        with pytest.raises(NotPermittedError):
            backups.make(actor, tmp_path / "a.db", NO_PROGRESS)
        with pytest.raises(NotPermittedError):
            backups.restore_into_file(actor, OpenedBackup(tmp_path / "a.db"), tmp_path / "b.db", NO_PROGRESS)
        with pytest.raises(NotPermittedError):
            backups.try_one(actor, OpenedBackup(tmp_path / "a.db"), NO_PROGRESS)
        with pytest.raises(NotPermittedError):
            backups.copy_to_server(actor, "postgresql://u@h/d", "", NO_PROGRESS)
    assert list(tmp_path.iterdir()) == []


def test_the_administrator_makes_one_and_restores_it(office: TestOffice, tmp_path: Path) -> None:
    office.taken()
    backups, administrator = office.services.backups, office.administrator
    made = backups.make(administrator, tmp_path / backups.suggested_name(), NO_PROGRESS)
    state = backups.state()
    assert state.last is not None
    assert Path(state.last.place).name == made.path.name
    done, signature = backups.restore_into_file(
        administrator, OpenedBackup(made.path), tmp_path / "new.db", NO_PROGRESS
    )
    assert signature.state is SignatureState.UNSIGNED
    assert (done.rows, done.problems) == (sum(made.rows.values()), ())


def test_the_key_of_the_keyring_signs_and_its_public_half_checks(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    backups, administrator = sqlite_office.services.backups, sqlite_office.administrator
    key, public, before = SigningKey.new(), tmp_path / "public.key", keyring.get_keyring()
    write_key(public, key.public.text)
    keyring.set_keyring(KeyStore())
    try:
        with pytest.raises(SigningError) as caught:
            backups.protection(sign=True, key_file=None, passphrase="")
        assert caught.value.parameters["reason"] == "no_key"
        keep_signing_key(sqlite_office.services.database, key)
        protection = backups.protection(sign=True, key_file=None, passphrase="")
    finally:
        keyring.set_keyring(before)
    made = backups.make(administrator, tmp_path / "a.db", NO_PROGRESS, protection)
    opened = OpenedBackup(made.path, public_key=public)
    assert backups.protections_of(made.path) == (False, True)
    trial, kept = backups.try_one(administrator, opened, NO_PROGRESS)
    assert (trial.fault, trial.signature.state, kept) == (None, SignatureState.COMPARED, True)
    _, signature = backups.restore_into_file(administrator, opened, tmp_path / "new.db", NO_PROGRESS)
    assert signature.key == key.public.fingerprint
    made.path.write_bytes(made.path.read_bytes() + b"x")
    with pytest.raises(BackupError):
        backups.restore_into_file(administrator, opened, tmp_path / "newer.db", NO_PROGRESS)
    assert not (tmp_path / "newer.db").exists()


@pytest.mark.parametrize(
    "address", ["", "x", "sqlite:///a.db", "mysql://u@h/d", "postgresql://h", "postgresql://u:secret@h/d"]
)
def test_what_is_no_address_of_a_server_is_refused(office: TestOffice, address: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        office.services.backups.copy_to_server(office.administrator, address, "", NO_PROGRESS)
    assert "secret" not in str(caught.value.parameters)


def test_a_database_is_not_copied_onto_itself(office: TestOffice) -> None:
    database = office.services.database
    if not database.is_sqlite:
        address = database.url.render_as_string(hide_password=False)
        with pytest.raises(TransferError):
            office.services.backups.copy_to_server(office.administrator, address, "", NO_PROGRESS)
