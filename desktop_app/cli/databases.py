"""The commands `mosharekat database init`, `upgrade`, `info` and `check`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

from sqlalchemy.engine import URL

from desktop_app.bootstrap import prepare
from desktop_app.cli.acting import connected, database_url, require_file
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.cli.trying import trial
from desktop_app.database import schema
from desktop_app.database.connection_steps import Rights
from desktop_app.database.engine import Database
from desktop_app.database.health import WANTED_CONNECTIONS, DatabaseInfo, Problem, describe, problems
from desktop_app.database.rights import require_owner
from desktop_app.database.rights.server import close_doors
from desktop_app.errors import DatabaseFileError, NotPermittedError, NotPreparedError
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.backups import last_backup_words, last_trial_words
from desktop_app.wording.connecting import weak_tls_sentence
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.history import guard_words


def init(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Creates the tables after testing the connection. Existing tables are left unchanged.

    Raises `OlderDatabaseError` for a shared database that `upgrade` has to bring up.
    """
    del arguments
    url = database_url(settings)
    steps: dict[str, Any] = {}
    if url.get_backend_name() != "sqlite":
        tried = trial(url, Rights.OWNER, output, keep=True)
        if tried.status:
            return tried.status
        url, steps = tried.url, tried.document
    with connected(url) as database:
        if not database.is_sqlite and schema.check(database) is not None:
            schema.require_current(database)
        prepare(database)
        found = describe(database)
        doors = close_doors(database)
    sentence = fill(translate("CommandLine", "The database {place} is ready."), place=shown(found.place))
    output.result(_document(found) | steps, sentence)
    for line in door_words(doors):
        output.note(line)
    return 0


def door_words(doors: Sequence[str]) -> list[str]:
    """Returns a line on the open doors of the server and how they are closed; none if there are none."""
    names = {
        "large_objects": translate("CommandLine", "large objects"),
        "advisory_locks": translate("CommandLine", "advisory locks"),
        "temporary_files": translate("CommandLine", "temporary files without limit"),
    }
    sentence = translate(
        "CommandLine",
        "The server gives every account: {doors}. `database init` by a superuser takes it away.",
    )
    listed = translate("Window", ", ").join(names[door] for door in doors)
    return [fill(sentence, doors=listed)] if doors else []


def upgrade(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Upgrades the schema to that of this program. An SQLite file is backed up first."""
    del arguments
    with existing(settings) as database:
        before = schema.check(database)
        if before is None:
            raise NotPreparedError(where=database.place)
        backup = prepare(database)
    sentence = translate("CommandLine", "The database is up to date.")
    if backup is not None:
        kept = translate("CommandLine", "The database was upgraded; the back-up is {path}.")
        sentence = fill(kept, path=shown(str(backup)))
    elif before != schema.head():
        output.note(
            translate(
                "CommandLine",
                "No back-up was made first: on PostgreSQL that is the administrator's duty (database backup).",
            )
        )
    document = {"from": before, "to": schema.head(), "backup": str(backup) if backup else None}
    output.result(document, sentence)
    return 0


def info(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Prints the kind of database and its amount of data."""
    del arguments
    with existing(settings) as database:
        found = describe(database)
    output.result(_document(found), "\n".join(_lines(found)))
    if found.counted_in_part:
        output.note(translate("CommandLine", "Counted is what your account sees, not all that there is."))
    _note_connections(found, output)
    if found.tls_is_weak:
        output.note(weak_tls_sentence(found.tls or ""))
    return 0


def check(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Tests the connection to a server, then checks for damage; returns 1 and lists each problem if there is any."""
    del arguments
    url = database_url(settings)
    steps: dict[str, Any] = {}
    if url.get_backend_name() != "sqlite":
        tried = trial(url, Rights.ANY, output)
        if tried.status:
            return tried.status
        url, steps = tried.url, tried.document
    try:
        with existing(settings, url) as database:
            require_owner(database, "check_database")
            found = problems(database)
    except NotPermittedError as error:
        # Report the connection test in any case: it is also run on clerks' PCs.
        output.trouble(error.code, error_sentence(error), **steps)
        return error.exit_status
    except DatabaseFileError as error:
        if error.parameters["reason"] != "damaged":
            raise
        # It cannot even be opened, or breaks while it is checked.
        found = (Problem("damaged", error.detail),)
    document = {"ok": not found, "problems": [asdict(problem) for problem in found]} | steps
    output.result(document, "" if found else translate("CommandLine", "The database is sound."))
    for problem in found:
        output.note(problem_sentence(problem))
    return 1 if found else 0


@contextmanager
def existing(settings: Settings, url: URL | None = None) -> Iterator[Database]:
    """Connects to an existing database. An SQLite file is never created here. Raises `NotPreparedError`."""
    url = url or database_url(settings)
    require_file(url)
    with connected(url, keep=True) as database:
        yield database


def _document(found: DatabaseInfo) -> dict[str, Any]:
    document = {
        name: value for name, value in asdict(found).items() if value is not None or name == "revision"
    }
    if found.last_backup is not None:
        document["last_backup"]["at"] = found.last_backup.at.isoformat()
    if found.last_trial is not None:
        document["last_trial"]["at"] = found.last_trial.at.isoformat()
    return document


def _lines(found: DatabaseInfo) -> list[str]:
    facts = [
        (translate("CommandLine", "Database"), found.place),
        (translate("CommandLine", "Engine"), f"{found.engine} {found.server_version}"),
        (translate("CommandLine", "Schema"), str(found.revision or "-")),
        (translate("CommandLine", "Journal"), found.journal or ""),
    ]
    lines = [f"{name}: {shown(value)}" for name, value in facts if value]
    if found.wal_is_safe is False:
        lines.append(
            translate(
                "CommandLine",
                "This SQLite can lose commits in WAL mode with several connections, so another mode is used.",
            )
        )
    if found.revision:
        lines.append(last_backup_words(found.last_backup))
        lines.append(last_trial_words(found.last_trial))
    names = {
        "petition": translate("CommandLine", "Petitions"),
        "petitioner": translate("CommandLine", "Petitioners"),
        "instrument": translate("CommandLine", "Draft documents"),
        "revision": translate("CommandLine", "Revisions"),
        "public_comment": translate("CommandLine", "Public comments"),
        "event": translate("CommandLine", "Events of the history"),
        "person": translate("CommandLine", "Staff"),
    }
    return lines + [f"{names[table]}: {digits(count)}" for table, count in found.rows.items()]


def _note_connections(found: DatabaseInfo, output: Output) -> None:
    if found.max_connections is not None and found.max_connections < WANTED_CONNECTIONS:
        sentence = translate(
            "CommandLine", "The server takes {found} connections; 200 PCs want max_connections of {wanted}."
        )
        output.note(fill(sentence, found=found.max_connections, wanted=WANTED_CONNECTIONS))


def problem_sentence(problem: Problem) -> str:
    sentences = {
        "damaged": translate("CommandLine", "The file is damaged: {detail}"),
        "broken_reference": translate("CommandLine", "A row refers to one that is not there: {detail}"),
        "registry_gap": translate("CommandLine", "Registry numbers of the year {detail} have gaps."),
        "without_text": translate("CommandLine", "The petition {detail} has no text."),
        "without_history": translate("CommandLine", "The petition {detail} has no history."),
        "history_gap": translate("CommandLine", "The history of {detail} has gaps."),
        "not_in_search": translate("CommandLine", "Search does not know the petition {detail}."),
    }
    if problem.problem not in sentences:
        return guard_words(problem.problem, shown(problem.detail))
    return fill(sentences[problem.problem], detail=shown(problem.detail))
