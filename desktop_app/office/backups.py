"""Backup operations of an administrator in the window: create, restore, copy, and show the age of the last one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from desktop_app.database.backup import UNPROTECTED, Backup, Protection, back_up, suffix_of
from desktop_app.database.backup_folder import ENCRYPTED
from desktop_app.database.backup_signature import BackupSignature, check_signature, signature_path
from desktop_app.database.backup_trial import Trial, is_of, try_backup
from desktop_app.database.engine import Database, sqlite_url
from desktop_app.database.last_backup import (
    LastBackup,
    LastTrial,
    last_backup,
    last_trial_in,
    record_backup,
    record_carrying,
    record_trial,
)
from desktop_app.database.restore import restore
from desktop_app.database.rights import sees_everything
from desktop_app.database.transfer import Program, Transferred, copy_database
from desktop_app.encrypted_file import is_encrypted, require_passphrase
from desktop_app.errors import BackupError, InvalidValueError
from desktop_app.office.settings import Office
from desktop_app.progress import Progress
from desktop_app.signing import PublicKey, read_public_key
from desktop_app.staff.database_login import keep_password, with_password
from desktop_app.staff.roles import Actor, Role
from desktop_app.staff.signing_keys import signing_key

_ACT: Final = "back_up"


@dataclass(frozen=True, slots=True)
class BackupState:
    """The age of the last successful backup; `overdue` beyond the limit of the office, or without any.

    `possible` is False where the signed-in person does not see the whole database and so cannot back it up.
    """

    last: LastBackup | None
    overdue: bool
    possible: bool = True
    trial: LastTrial | None = None


@dataclass(frozen=True, slots=True)
class OpenedBackup:
    """A backup file, with what is needed to read and check it."""

    path: Path
    passphrase: str = field(default="", repr=False)
    #: The file of the custodian's public key.
    public_key: Path | None = None

    def custodian(self) -> PublicKey | None:
        """Reads the public key. Raises `SigningError`."""
        return read_public_key(self.public_key) if self.public_key is not None else None


class Backups:
    """Backups of one database. Long operations open their own connections."""

    def __init__(self, database: Database, program: Program) -> None:
        self._database = database
        self._program = program

    def state(self) -> BackupState:
        """Returns the age of the last successful backup."""
        last = last_backup(self._database)
        most = Office(self._database).settings().backup_days
        with self._database.reading() as session:
            possible = sees_everything(session)
            trial = last_trial_in(session, self._database.now(session))
        return BackupState(last, last is None or last.age_days > most, possible, trial)

    def suggested_name(self, *, encrypted: bool = False) -> str:
        """A file name for a backup made now."""
        with self._database.reading() as session:
            now = self._database.now(session)
        return f"mosharekat-{now:%Y%m%d-%H%M}{suffix_of(self._database)}{ENCRYPTED if encrypted else ''}"

    def protections_of(self, path: Path) -> tuple[bool, bool]:
        """Returns whether the backup at `path` is encrypted, and whether it is signed. Raises `BackupError`."""
        try:
            return is_encrypted(path), signature_path(path).exists()
        except OSError as error:
            raise BackupError(reason="unreadable", name=str(path)) from error

    def protection(self, *, sign: bool, key_file: Path | None, passphrase: str) -> Protection:
        """Returns what a backup is protected with. Raises `SigningError`, `PassphraseError`."""
        if passphrase:
            require_passphrase(passphrase)
        return Protection(signing_key(self._database, key_file) if sign else None, passphrase)

    def make(
        self, actor: Actor, path: Path, progress: Progress, protection: Protection = UNPROTECTED
    ) -> Backup:
        """Makes and records a backup. Raises the errors of `database.backup.back_up`."""
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        own = self._own()
        try:
            made = back_up(own, path, self._program, progress, protection)
            record_backup(
                own,
                made.path,
                made.method.value,
                size=made.size,
                actor_id=actor.person_id,
                by=actor.name,
            )
        finally:
            own.close()
        return made

    def try_one(self, actor: Actor, backup: OpenedBackup, progress: Progress) -> tuple[Trial, bool]:
        """Restores a backup for a trial; returns the verdict, and whether it was recorded.

        That of another database's backup is not. Raises the errors of `try_backup`.
        """
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        trial = try_backup(
            backup.path,
            self._program,
            progress,
            custodian=backup.custodian(),
            passphrase=lambda: backup.passphrase,
        )
        own = self._own()
        try:
            known = is_of(trial, own)
            if known:
                record_trial(own, trial.path, trial.fault, actor_id=actor.person_id, by=actor.name)
        finally:
            own.close()
        return trial, known

    def restore_into_file(
        self,
        actor: Actor,
        backup: OpenedBackup,
        file: Path,
        progress: Progress,
        *,
        accept_broken_chain: bool = False,
    ) -> tuple[Transferred, BackupSignature]:
        """Restores a backup into the new SQLite database `file`, after checking its signature.

        Raises the errors of `check_signature` and `restore`, and `TransferError` (reason `chain`) for a broken
        hash chain of the audit log, unless it is accepted explicitly.
        """
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        signature = check_signature(backup.path, backup.custodian(), progress)
        target = Database(sqlite_url(file))
        try:
            by = actor.name if accept_broken_chain else ""
            done = restore(
                backup.path,
                target,
                self._program,
                progress,
                broken_chain_accepted_by=by,
                passphrase=lambda: backup.passphrase,
            )
            # The id of the person in the restored database is unknown, so record only the name.
            place = str(backup.path.resolve())
            record_carrying(target, "restored", place=place, rows=done.rows, by=actor.name)
            return done, signature
        finally:
            target.close()

    def copy_to_server(
        self,
        actor: Actor,
        address: str,
        password: str,
        progress: Progress,
        *,
        accept_broken_chain: bool = False,
    ) -> Transferred:
        """Copies everything into an empty PostgreSQL database, and stores the entered password in the keyring.

        Raises `InvalidValueError` for an invalid address, and the errors of `copy_database`; a broken hash
        chain is handled as in `restore_into_file`.
        """
        actor.must_be(Role.ADMINISTRATOR, act=_ACT)
        try:
            url = make_url(address.strip())
        except ArgumentError as error:
            raise InvalidValueError(field="database_address", reason="unknown", value=address) from error
        if url.get_backend_name() != "postgresql" or not url.database or url.password:
            shown = url.render_as_string(hide_password=True)
            raise InvalidValueError(field="database_address", reason="unknown", value=shown)
        full = url.set(password=password) if password else with_password(url)
        own, target = self._own(), Database(full.render_as_string(hide_password=False))
        try:
            by = actor.name if accept_broken_chain else ""
            done = copy_database(own, target, self._program, progress, broken_chain_accepted_by=by)
            record_carrying(target, "copied_here", place=own.place, rows=done.rows, by=actor.name)
            record_carrying(
                own, "copied_out", place=target.place, rows=done.rows, actor_id=actor.person_id, by=actor.name
            )
        finally:
            own.close()
            target.close()
        if password:
            keep_password(full, password)
        return done

    def _own(self) -> Database:
        return Database(self._database.url.render_as_string(hide_password=False))
