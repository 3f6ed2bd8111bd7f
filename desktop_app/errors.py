"""The tree of expected trouble: a code and parameters, no prose.

Every subclass stands for one kind of trouble that a person can do something about. The sentence that a
person reads is made in `desktop_app.wording.errors` from `code` and `parameters`, in the language in use.
Anything that is raised and is not an `AppError` is a bug.
"""

from __future__ import annotations

import errno
from typing import ClassVar, Final

#: Windows says EACCES of a file that another program has open, too.
_WHY_NOT_WRITTEN: Final = {
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
    """Expected trouble. `code` names it, `parameters` fill its sentence."""

    code: ClassVar[str] = "app"
    #: Exit status of the command line (see `desktop_app.cli`): 1 refused, 2 usage, 3 database.
    exit_status: ClassVar[int] = 1
    #: Nothing was written for sure, and the same work may pass when it is done again (`database.operations.once`).
    again: bool = False
    #: For how long that is worth while at most, in seconds.
    patience: float = float("inf")

    def __init__(self, **parameters: object) -> None:
        self.parameters: dict[str, object] = parameters
        super().__init__(self.code, parameters)

    def __str__(self) -> str:
        # For the log only; citizens' words are never passed as parameters.
        return f"{self.code} {self.parameters}" if self.parameters else self.code


class BadFileError(AppError):
    """A file that cannot be read as what it says it is. Parameters: name, reason (a `FileFault`)."""

    code = "bad_file"


class SourceAwayError(AppError):
    """A source of what comes in cannot be looked into. Parameters: reason (`gone`, `denied`, `read_only`,
    `held`, `no_connection`, `certificate`, `login`, `no_password`, `no_mailbox`, `refused`), name (of the source),
    where."""

    code = "source_away"


class AttachmentError(AppError):
    """A file that is not taken in, or cannot be read again. Parameters: reason (`too_large`, `empty`, `too_many`,
    `damaged`, `unreadable`, `masked`), name, limit (megabytes, or files)."""

    code = "attachment"


class ConflictError(AppError):
    """Somebody else changed the item since it was read. Parameters: item, theirs (who, if known)."""

    code = "conflict"


class NotPermittedError(AppError):
    """The actor's roles do not cover the act. Parameters: act, who_may."""

    code = "not_permitted"


class NotFoundError(AppError):
    """The item does not exist (any more). Parameters: item, key."""

    code = "not_found"


class RuleError(AppError):
    """A rule of the domain refuses the act. Parameters: rule (a key of wording's rule table), and its own."""

    code = "rule"


class InvalidValueError(AppError):
    """A typed value is not acceptable. Parameters: field, reason (a key of wording's reason table), value."""

    code = "invalid_value"


class SignInError(AppError):
    """Name or password is wrong, or the account is disabled. Parameters: reason."""

    code = "sign_in"


class DatabaseAwayError(AppError):
    """The database cannot be reached, or is locked by another program. Parameters: where."""

    code = "database_away"
    exit_status = 3


class BusyError(AppError):
    """Others hold what is needed, for longer than the work may wait; nothing was written. Parameters: where."""

    code = "busy"
    exit_status = 3


class TooSlowError(AppError):
    """The server broke the work off because it took too long; nothing was written. Parameters: where."""

    code = "too_slow"
    exit_status = 3


class DatabaseFullError(AppError):
    """The database has no room left on its disk; nothing was written. Parameters: where."""

    code = "database_full"
    exit_status = 3


class OutcomeUnknownError(AppError):
    """The connection broke at the very end, and the server is not there to say whether the work was done.
    Parameters: where."""

    code = "outcome_unknown"
    exit_status = 3


class NewerDatabaseError(AppError):
    """The database was made by a newer program than this one. Parameters: found, known."""

    code = "newer_database"
    exit_status = 3


class TrialDatabaseError(AppError):
    """The database was made by a trial version before the first release. Parameters: found."""

    code = "trial_database"
    exit_status = 3


class NotPreparedError(AppError):
    """The database has no tables yet; `database init` makes them. Parameters: where."""

    code = "not_prepared"
    exit_status = 3


class NetworkShareError(AppError):
    """An SQLite file lies on a network share, where its locks do not hold. Parameters: where."""

    code = "network_share"
    exit_status = 3


class SettingsError(AppError):
    """The settings file could not be read; it was kept aside. Parameters: path, kept."""

    code = "settings"


class NotWrittenError(AppError):
    """A file could not be written. Parameters: name, why (`full`, `denied`, `folder`, `gone`; absent where it is
    not known)."""

    code = "not_written"

    @classmethod
    def because(cls, name: str, error: Exception) -> NotWrittenError:
        """Of a file, by what the system said."""
        number = error.errno if isinstance(error, OSError) else None
        why = _WHY_NOT_WRITTEN.get(number or 0)
        return cls(name=name) if why is None else cls(name=name, why=why)


class PrinterError(AppError):
    """Nothing was printed. Parameters: name, reason (`none`: there is no printer; `unknown`: none of this name;
    `refused`: it did not take the pages)."""

    code = "printer"


class FolderInUseError(AppError):
    """A folder that would be replaced holds other things. Parameters: name."""

    code = "folder_in_use"


class TransferError(AppError):
    """A database could not be carried over; the target is as empty as it was. Parameters: reason (`not_empty`,
    `shape`, `damaged`, `refused_row`, `chain`, `differs`), where, table, key."""

    code = "transfer"


class BackupError(AppError):
    """A back-up could not be made or used. Parameters: reason (a key of wording's table), name, detail."""

    code = "backup"


class UsageError(AppError):
    """The command line was called wrongly. Parameters: reason."""

    code = "usage"
    exit_status = 2


class NoDisplayError(AppError):
    """There is no screen to open a window on."""

    code = "no_display"


class CancelledError(AppError):
    """The person asked to stop; what was done so far was undone, or is named. Parameters: done, if any is kept."""

    code = "cancelled"
    exit_status = 130
