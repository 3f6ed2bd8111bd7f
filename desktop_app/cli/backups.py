"""The commands `mosharekat database backup`, `restore` and `copy-to`, for whole databases."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from desktop_app.bootstrap import services_of
from desktop_app.cli import trials
from desktop_app.cli.acting import acting, acting_name, checked_url, connected, database_url
from desktop_app.cli.auditing import break_document
from desktop_app.cli.databases import door_words, existing, problem_sentence
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.cli.protecting import custodian_of, passphrase_for, protection_of
from desktop_app.cli.stoppable import with_progress
from desktop_app.database import backup as making
from desktop_app.database import restore as restoring
from desktop_app.database.backup import Backup, Method, Protection
from desktop_app.database.backup_folder import back_up_into
from desktop_app.database.backup_signature import check_signature
from desktop_app.database.engine import Database
from desktop_app.database.last_backup import Carried, record_backup, record_carrying
from desktop_app.database.rights.server import close_doors
from desktop_app.database.transfer import Transferred, copy_database
from desktop_app.errors import AppError
from desktop_app.settings import Settings
from desktop_app.tables import program
from desktop_app.wording import fill, translate
from desktop_app.wording.backups import signature_words
from desktop_app.wording.history import break_words


def backup(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes a back-up, verifies it, and records it in the database; with `--try` also restores it for a trial."""
    removed: tuple[Any, ...] = ()
    trial = None
    with existing(settings) as database:
        protection = protection_of(arguments, database)
        if arguments.folder is not None:
            folder, keep = arguments.folder, arguments.keep
            with database.reading() as session:
                now = database.now(session)
            made, removed = with_progress(
                lambda progress: back_up_into(database, folder, keep, program(), now, progress, protection)
            )
        else:
            assert arguments.backup is not None
            path = arguments.backup
            made = with_progress(
                lambda progress: making.back_up(database, path, program(), progress, protection)
            )
        try:
            who = acting(services_of(database))
            record_backup(
                database, made.path, made.method.value, size=made.size, actor_id=who.person_id, by=who.name
            )
        except AppError as error:
            # The back-up is valid even if it cannot be recorded.
            output.warn(error)
        if arguments.tries:
            custodian = protection.key.public if protection.key is not None else None
            trial = trials.tried(made.path, custodian, protection.passphrase)
            trials.record(database, trial, output)
    document: dict[str, Any] = {
        "file": str(made.path),
        "method": made.method.value,
        "bytes": made.size,
        "revision": made.revision,
        "rows": made.rows,
        "removed": [str(path) for path in removed],
        "signature": str(made.signature) if made.signature is not None else None,
        "encrypted": made.encrypted,
    }
    words = _made_words(made, protection, len(removed))
    if trial is not None:
        document["trial"] = trials.trial_document(trial)
        words += "\n" + trials.trial_sentence(trial)
    output.result(document, words)
    if trial is None:
        return 0
    trials.notes(trial, output)
    return 0 if trial.ok else 1


def restore(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Restores a back-up into an empty database; returns 1 if the data itself has integrity errors."""
    custodian = custodian_of(arguments)
    signature = with_progress(lambda progress: check_signature(arguments.file, custodian, progress))
    passphrase = passphrase_for(arguments.file)
    with connected(database_url(settings), keep=True) as target:
        by = acting_name(target) if arguments.accept_broken_chain else ""
        done = with_progress(
            lambda progress: restoring.restore(
                arguments.file,
                target,
                program(),
                progress,
                broken_chain_accepted_by=by,
                passphrase=lambda: passphrase,
            )
        )
        _record(output, target, "restored", str(arguments.file.resolve()), done.rows)
        for line in door_words(close_doors(target)):
            output.note(line)
        place = target.place
    words = translate("Backup", "{rows} rows of {file} were restored into {place} and compared one by one.")
    sentence = fill(words, rows=done.rows, file=shown(arguments.file.name), place=shown(place))
    document = {
        "file": str(arguments.file),
        "place": place,
        "signature": trials.signature_document(signature),
    }
    return _print_result(done, document, f"{sentence}\n{signature_words(signature)}", output)


def copy_to(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Copies all data into another, empty database."""
    url = checked_url(arguments.url)
    with existing(settings) as source, connected(url, keep=True) as target:
        by = acting_name(target) if arguments.accept_broken_chain else ""
        done = with_progress(
            lambda progress: copy_database(source, target, program(), progress, broken_chain_accepted_by=by)
        )
        _record(output, target, "copied_here", source.place, done.rows)
        _record(output, source, "copied_out", target.place, done.rows)
        place = target.place
    words = translate("Backup", "{rows} rows were carried over into {place} and compared one by one.")
    return _print_result(done, {"place": place}, fill(words, rows=done.rows, place=shown(place)), output)


def _record(output: Output, database: Database, carried: Carried, place: str, rows: int) -> None:
    """Records the copy in the audit log. A failure is only a warning, because the copy is valid."""
    try:
        by = acting_name(database)
        record_carrying(database, carried, place=place, rows=rows, by=by)
    except AppError as error:
        output.warn(error)


def _print_result(done: Transferred, document: dict[str, Any], sentence: str, output: Output) -> int:
    tables = {table.table: {"rows": table.rows, "sha256": table.sha256} for table in done.tables}
    facts = {
        "revision": done.revision,
        "rows": done.rows,
        "tables": tables,
        "problems": [asdict(problem) for problem in done.problems],
    }
    if done.breaks:
        facts["breaks"] = [break_document(found) for found in done.breaks]
    output.result(document | facts, sentence)
    for problem in done.problems:
        output.note(problem_sentence(problem))
    for found in done.breaks:
        output.note(break_words(found))
    return 1 if done.problems or done.breaks else 0


def _made_words(made: Backup, protection: Protection, removed: int) -> str:
    methods = {
        Method.ONLINE: translate("Backup", "The back-up is {path}: a copy of the database file, checked."),
        Method.DUMP: translate("Backup", "The back-up is {path}: by pg_dump, read again and counted."),
        Method.EXPORT: translate(
            "Backup", "The back-up is {path}: all rows in an SQLite file (pg_dump is not here), compared."
        ),
    }
    words = fill(methods[made.method], path=shown(str(made.path)))
    if protection.key is not None:
        signed = translate("Backup", "It is signed with the key {key}.")
        words += "\n" + fill(signed, key=shown(protection.key.public.fingerprint))
    if made.encrypted:
        words += "\n" + translate("Backup", "It is encrypted: without the passphrase nobody restores it.")
    if removed:
        words += "\n" + fill(translate("Backup", "{count} older back-ups were removed."), count=removed)
    return words
