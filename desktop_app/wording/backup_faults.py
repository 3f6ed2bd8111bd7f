"""Messages about a failed copy, back-up or restore: what happened, what is unaffected, and what to do."""

from __future__ import annotations

from desktop_app.persian.digits import isolated
from desktop_app.wording.catalogue import fill, translate


def transfer_fault_sentence(reason: str, parameters: dict[str, object]) -> str:
    """Returns the message for a reason of `TransferError`."""
    table = str(parameters.get("table", ""))
    key = str(parameters.get("key", ""))
    return fill(
        _transfer_faults()[reason],
        where=isolated(str(parameters.get("where", ""))),
        table=isolated(f"{table} {key}".strip()),
    )


def backup_fault_sentence(reason: str, parameters: dict[str, object]) -> str:
    """Returns the message for a reason of `BackupError`."""
    return fill(
        _backup_faults()[reason],
        name=isolated(str(parameters.get("name", ""))),
        detail=isolated(str(parameters.get("detail", ""))),
    )


def passphrase_fault_sentence(reason: str, parameters: dict[str, object]) -> str:
    """Returns the message for a reason of `PassphraseError`."""
    return fill(_passphrase_faults()[reason], count=parameters.get("minimum", ""))


def _passphrase_faults() -> dict[str, str]:
    return {
        "missing": translate(
            "Backup",
            "This takes a passphrase: put it in MOSHAREKAT_BACKUP_PASSPHRASE, or call the command in a terminal.",
        ),
        "short": translate(
            "Backup", "The passphrase is too short; it needs {count} characters. Nothing was made."
        ),
        "differ": translate("Backup", "The two passphrases are not the same. Nothing was made; try again."),
    }


def _transfer_faults() -> dict[str, str]:
    return {
        "not_empty": translate(
            "Backup", "“{where}” is not empty; nothing was changed there. Choose an empty database."
        ),
        "shape": translate(
            "Backup",
            "The table {table} of “{where}” is not as this program makes it; nothing was carried over.",
        ),
        "damaged": translate(
            "Backup", "“{where}” is damaged {table}; nothing was carried over. Take an older back-up."
        ),
        "refused_row": translate(
            "Backup",
            "A row of the table {table} of “{where}” was refused by the new database; it was left empty.",
        ),
        "chain": translate(
            "Backup",
            "The history of “{where}” was altered: {table} does not fit its hash. Nothing was carried over; "
            "“audit verify” tells more. “--accept-broken-chain” takes it over as it stands.",
        ),
        "differs": translate(
            "Backup",
            "What was written is not what was read from “{where}”: {table}. The new database was left empty.",
        ),
    }


def _backup_faults() -> dict[str, str]:
    return {
        "exists": translate(
            "Backup", "“{name}” is there already and was not overwritten; give another name."
        ),
        "no_folder": translate("Backup", "There is no folder “{name}”; no back-up was made."),
        "not_a_backup": translate("Backup", "“{name}” is no back-up of this program; nothing was changed."),
        "unreadable": translate("Backup", "“{name}” cannot be read; nothing was changed."),
        "damaged": translate(
            "Backup", "The back-up “{name}” is damaged; nothing was changed. Take an older one."
        ),
        "newer": translate(
            "Backup",
            "The back-up “{name}” is of a newer version than this program. Install the newer program.",
        ),
        "trial": translate(
            "Backup",
            "The back-up “{name}” was made by a trial version before the first release and cannot be restored."
            " Make a new database and import the data again.",
        ),
        "no_tools": translate(
            "Backup",
            "“{name}” was made by pg_dump; to restore it, pg_restore has to be installed on this PC.",
        ),
        "old_tools": translate(
            "Backup",
            "“{name}” was made by a newer pg_dump than this PC's pg_restore can read; install that version.",
        ),
        "source_damaged": translate(
            "Backup", "The database “{name}” is damaged, so no back-up was made; restore the last good one."
        ),
        "incomplete": translate(
            "Backup", "The back-up “{name}” did not hold everything and was removed; try again."
        ),
        "tool_failed": translate("Backup", "“{name}” was not made: {detail}"),
        "unsigned": translate(
            "Backup",
            "“{name}” is not signed, so it cannot be checked with the public key. Take a signed one.",
        ),
        "edited": translate(
            "Backup",
            "The content of “{name}” was changed after it was signed; nothing was restored. Take another back-up.",
        ),
        "other_content": translate(
            "Backup", "“{name}” does not hold what its signature says: other rows, or another history."
        ),
        "unsound": translate(
            "Backup",
            "“{name}” can be restored, but its data or history do not hold in {detail} places.",
        ),
        "no_backups": translate("Backup", "There is no back-up of this database in the folder “{name}”."),
        "wrong_passphrase": translate(
            "Backup", "The passphrase does not fit “{name}”; nothing was changed. Try another one."
        ),
    }
