"""The command `mosharekat database try-backup`, and the trial after `database backup --try`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop_app.bootstrap import services_of
from desktop_app.cli.acting import acting, as_text, database_url
from desktop_app.cli.databases import existing, problem_sentence
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.cli.protecting import custodian_of, passphrase_for
from desktop_app.cli.stoppable import with_progress
from desktop_app.database.backup_folder import newest_backup
from desktop_app.database.backup_signature import BackupSignature
from desktop_app.database.backup_trial import Trial, is_of, try_backup
from desktop_app.database.engine import Database
from desktop_app.database.last_backup import record_trial
from desktop_app.errors import AppError
from desktop_app.settings import Settings
from desktop_app.signing import PublicKey
from desktop_app.tables import program
from desktop_app.wording import fill, translate
from desktop_app.wording.backups import foreign_words, signature_words
from desktop_app.wording.errors import error_sentence


def try_one(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Tries a back-up, and records the verdict in the database; returns 1 if it is not sound."""
    path = _chosen(arguments, settings)
    trial = tried(path, custodian_of(arguments), passphrase_for(path))
    try:
        with existing(settings) as database:
            record(database, trial, output)
    except AppError as error:
        # The verdict holds, whether or not the database is there: it may be what was lost.
        output.warn(error)
    output.result(trial_document(trial), trial_sentence(trial))
    notes(trial, output)
    return 0 if trial.ok else 1


def tried(path: Path, custodian: PublicKey | None, passphrase: str) -> Trial:
    """Tries the back-up at `path`. Raises as `try_backup`."""
    return with_progress(
        lambda progress: try_backup(
            path, program(), progress, custodian=custodian, passphrase=lambda: passphrase
        )
    )


def record(database: Database, trial: Trial, output: Output) -> None:
    """Records the verdict, if the back-up is one of this database. A failure is only a warning."""
    try:
        if not is_of(trial, database):
            output.note(foreign_words(trial.path.name))
            return
        who = acting(services_of(database))
        record_trial(database, trial.path, trial.fault, actor_id=who.person_id, by=who.name)
    except AppError as error:
        output.warn(error)


def trial_document(trial: Trial) -> dict[str, Any]:
    """Returns the JSON document of a trial."""
    document: dict[str, Any] = {
        "file": str(trial.path),
        "ok": trial.ok,
        "rows": trial.rows,
        "revision": trial.revision,
        "signature": signature_document(trial.signature),
        "problems": [asdict(problem) for problem in trial.problems],
    }
    if trial.fault is not None:
        reason = trial.fault.parameters.get("reason", "")
        document["fault"] = {
            "code": trial.fault.code, "reason": reason, "message": error_sentence(trial.fault),
        }  # fmt: skip
    return document


def signature_document(signature: BackupSignature) -> dict[str, Any]:
    """Returns the JSON document of a checked signature."""
    at = signature.at.isoformat() if signature.at is not None else None
    return {"state": signature.state.value, "key": signature.key or None, "at": at}


def trial_sentence(trial: Trial) -> str:
    """Returns the verdict for a person."""
    if trial.fault is not None:
        return error_sentence(trial.fault)
    sound = fill(
        translate("Backup", "{name} is sound: {rows} rows were restored for a trial and checked."),
        name=shown(trial.path.name),
        rows=trial.rows,
    )
    return f"{sound}\n{signature_words(trial.signature)}"


def notes(trial: Trial, output: Output) -> None:
    """Names each fault of the data."""
    for problem in trial.problems:
        output.note(problem_sentence(problem))


def _chosen(arguments: Arguments, settings: Settings) -> Path:
    if arguments.folder is None:
        assert arguments.backup is not None
        return arguments.backup
    database = Database(as_text(database_url(settings)))
    try:
        return newest_backup(database, arguments.folder)
    finally:
        database.close()
