"""The hierarchy of expected errors. Each has a code and parameters, but no message.

A subclass represents one kind of problem that the user can act on. `desktop_app.wording.errors` builds the
message from `code` and `parameters`, in the language in use. An exception that is not an `AppError` is a bug.
"""

from __future__ import annotations

import errno
from typing import ClassVar, Final

#: Windows also reports EACCES for a file that is open in another program.
_REASONS_BY_ERRNO: Final = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "denied",
    errno.EISDIR: "folder",
    errno.ENOENT: "gone",
    errno.ENOTDIR: "gone",
}


class AppError(Exception):
    """Base class of expected errors. `code` selects the message, `parameters` fill its placeholders."""

    code: ClassVar[str] = "app"
    #: Exit status of the command line (see `desktop_app.cli`): 1 refused, 2 usage error, 3 database error.
    exit_status: ClassVar[int] = 1
    #: Whether the work certainly wrote nothing and may be retried (`database.operations.once`).
    again: bool = False
    #: How long retrying is worthwhile, in seconds.
    patience: float = float("inf")

    def __init__(self, **parameters: object) -> None:
        self.parameters: dict[str, object] = parameters
        super().__init__(self.code, parameters)

    def after(self, saved: int) -> None:
        """Notes that `saved` rows of the same work were stored before and stay: the parameter `saved`."""
        before = self.parameters.get("saved")
        if saved:
            self.parameters["saved"] = saved + (before if isinstance(before, int) else 0)

    def __str__(self) -> str:
        # Only for the log. Parameters never contain text written by citizens.
        return f"{self.code} {self.parameters}" if self.parameters else self.code


class BadFileError(AppError):
    """A file is not readable in the format it claims to have. Parameters: name, reason (a `FileFault`)."""

    code = "bad_file"


class SourceAwayError(AppError):
    """A source of incoming items cannot be read.

    Parameters: reason (`gone`, `denied`, `read_only`, `held`, `no_connection`, `certificate`, `login`,
    `no_password`, `no_mailbox`, `refused`), name (of the source), where.
    """

    code = "source_away"


class MailServerError(AppError):
    """The mail server takes no e-mails now. They wait.

    Parameters: reason (`no_connection`, `certificate`, `not_encrypted`, `no_password`, `login`, `sender`: it refuses
    the office's address; `refused`: it broke off; `later`: it takes none now; and of a trial message `rejected` and
    `unsure`), where, words (what the server said about a trial message).
    """

    code = "mail_server"


class AttachmentError(AppError):
    """An attachment is refused, or a stored one can no longer be read.

    Parameters: reason (`too_large`, `empty`, `too_many`, `damaged`, `unreadable`, `masked`, and of the scanner's
    folder `taken`, `no_folder`), name, limit (megabytes, or number of files).
    """

    code = "attachment"


class ConflictError(AppError):
    """Another user changed the item after it was read. Parameters: item, theirs (the other user, if known)."""

    code = "conflict"


class NotPermittedError(AppError):
    """None of the user's roles permits the action. Parameters: act, who_may."""

    code = "not_permitted"


class NotFoundError(AppError):
    """The item does not exist, or was deleted. Parameters: item, key."""

    code = "not_found"


class RuleError(AppError):
    """A rule of the domain refuses the action. Parameters: rule (a key of wording's rule table), and those of the
    rule."""

    code = "rule"


class InvalidValueError(AppError):
    """An entered value is invalid. Parameters: field, reason (a key of wording's reason table), value."""

    code = "invalid_value"


class SignInError(AppError):
    """The username or password is wrong, or the account is disabled. Parameters: reason."""

    code = "sign_in"


class DatabaseAwayError(AppError):
    """The database is unreachable, or locked by another program. Parameters: where."""

    code = "database_away"
    exit_status = 3


class DatabaseFileError(DatabaseAwayError):
    """An SQLite file cannot be used. Parameters: where, reason (damaged, read_only, moved).

    `detail` is what SQLite says.
    """

    code = "database_file"

    def __init__(self, *, reason: str, where: str, detail: str = "") -> None:
        super().__init__(reason=reason, where=where)
        self.detail = detail


class BusyError(AppError):
    """A lock was held by others for longer than the timeout. Nothing was written. Parameters: where."""

    code = "busy"
    exit_status = 3


class TooSlowError(AppError):
    """The server cancelled the statement after its timeout. Nothing was written. Parameters: where."""

    code = "too_slow"
    exit_status = 3


class DatabaseFullError(AppError):
    """The disk of the database is full. Nothing was written. Parameters: where."""

    code = "database_full"
    exit_status = 3


class OutcomeUnknownError(AppError):
    """The connection broke during the commit, and the server cannot be asked whether the commit succeeded.

    Parameters: where.
    """

    code = "outcome_unknown"
    exit_status = 3


class NewerDatabaseError(AppError):
    """A newer version of the program created the database.

    Parameters: found, known (revisions), folder (where this PC finds newer versions, if that is set).
    """

    code = "newer_database"
    exit_status = 3


class OlderDatabaseError(AppError):
    """A shared database is of an older version, and only its owner upgrades it. Parameters: where, found, known."""

    code = "older_database"
    exit_status = 3


class TrialDatabaseError(AppError):
    """A trial version, before the first release, created the database. Parameters: found."""

    code = "trial_database"
    exit_status = 3


class NotPreparedError(AppError):
    """The database has no tables yet. `database init` creates them. Parameters: where."""

    code = "not_prepared"
    exit_status = 3


class NetworkShareError(AppError):
    """An SQLite file is on a network share, where file locks are unreliable. Parameters: where."""

    code = "network_share"
    exit_status = 3


class SettingsError(AppError):
    """The settings file is invalid and was renamed. Parameters: path, kept (the new path)."""

    code = "settings"


class MachineSettingsError(AppError):
    """The settings file of the machine is invalid, or may not be written.

    Parameters: path, reason (`unreadable`; `damaged`: no JSON object; `value`: that of one setting; `denied`:
    writing takes an administrator), name (of the setting).
    """

    code = "machine_settings"


class FixedSettingError(AppError):
    """The command line contradicts a setting that the machine's file fixes. Parameters: name, path."""

    code = "fixed_setting"


class ServerOnlyError(AppError):
    """A database file was asked for on a PC that works with the server of a department alone."""

    code = "server_only"
    exit_status = 3


class NotWrittenError(AppError):
    """A file could not be written.

    Parameters: name, why (`full`, `denied`, `folder` or `gone`; absent if unknown).
    """

    code = "not_written"

    @classmethod
    def because(cls, name: str, error: Exception) -> NotWrittenError:
        """Builds the error for the file `name` from the exception raised by the system."""
        number = error.errno if isinstance(error, OSError) else None
        why = _REASONS_BY_ERRNO.get(number or 0)
        return cls(name=name) if why is None else cls(name=name, why=why)


class PrinterError(AppError):
    """Nothing was printed.

    Parameters: name, reason (`none`: no printer; `unknown`: no printer of this name; `refused`: the printer
    refused the job).
    """

    code = "printer"


class TaskRefusedError(AppError):
    """The scheduler of this PC did not do what was asked.

    Parameters: reason (`no_scheduler`: there is none; `silent`: it gave no answer; `password`: it refused the
    password or was given none; `refused`), words (what it said).
    """

    code = "task_refused"


class FolderInUseError(AppError):
    """A folder to be replaced contains other files. Parameters: name."""

    code = "folder_in_use"


class TransferError(AppError):
    """A database could not be copied. The target is left empty.

    Parameters: reason (`not_empty`, `shape`, `damaged`, `refused_row`, `chain`, `differs`), where, table, key.
    """

    code = "transfer"


class BackupError(AppError):
    """A back-up could not be created or used. Parameters: reason (a key of wording's table), name, detail."""

    code = "backup"


class PassphraseError(AppError):
    """The passphrase of a back-up is missing or unfit. Parameters: reason (missing, short, differ), minimum."""

    code = "passphrase"


class SigningError(AppError):
    """A key, or a signed document, cannot be used.

    Parameters: reason (`key_gone`, `key_damaged`, `public_key`, `private_key`, `no_key`, `gone`, `not_signed`,
    `foreign_key`, `changed`, `no_seals`, `no_history`, `not_kept`, `exists`), name (of the file), key (the
    fingerprint of another key).
    """

    code = "signing"


class UpdateError(AppError):
    """A newer version of the program cannot be used, or none can be described.

    Parameters: reason (`away`: the folder cannot be read; `key`: no valid key is set; `no_setup`; and what was
    tampered with: `unsigned`, `foreign_key`, `changed`, `content`, `size`, `hash`), folder, version.
    """

    code = "update"


class UsageError(AppError):
    """The command line arguments are invalid. Parameters: reason."""

    code = "usage"
    exit_status = 2


class AlreadyOpenError(AppError):
    """The window is open already, and that program does not answer."""

    code = "already_open"


class NoDisplayError(AppError):
    """There is no display on which to open a window."""

    code = "no_display"


class CancelledError(AppError):
    """The user cancelled. Completed work was rolled back unless `done` names it. Parameters: done."""

    code = "cancelled"
    exit_status = 130
