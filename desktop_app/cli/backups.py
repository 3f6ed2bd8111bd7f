"""The commands `mosharekat database backup`, `restore` and `copy-to`, for whole databases."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from types import FrameType
from typing import Any, TypeVar

from desktop_app.bootstrap import program, services_of
from desktop_app.cli.acting import acting, acting_name, checked_url, connected, database_url
from desktop_app.cli.auditing import break_document
from desktop_app.cli.databases import door_words, existing, problem_sentence
from desktop_app.cli.output import Output, shown
from desktop_app.cli.parser import Arguments
from desktop_app.database import backup as making
from desktop_app.database import restore as restoring
from desktop_app.database.backup import Backup, Method
from desktop_app.database.backup_folder import back_up_into
from desktop_app.database.engine import Database
from desktop_app.database.last_backup import Carried, record_backup, record_carrying
from desktop_app.database.rights.server import close_doors
from desktop_app.database.transfer import Transferred, copy_database
from desktop_app.errors import AppError, CancelledError
from desktop_app.progress import Progress
from desktop_app.settings import Settings
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.history import break_words

T = TypeVar("T")


def backup(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes a back-up, verifies it, and records it in the database."""
    removed: tuple[Any, ...] = ()
    with existing(settings) as database:
        if arguments.folder is not None:
            folder, keep = arguments.folder, arguments.keep
            with database.reading() as session:
                now = database.now(session)
            made, removed = _with_progress(
                lambda progress: back_up_into(database, folder, keep, program(), now, progress)
            )
        else:
            assert arguments.backup is not None
            path = arguments.backup
            made = _with_progress(lambda progress: making.back_up(database, path, program(), progress))
        try:
            who = acting(services_of(database))
            record_backup(
                database, made.path, made.method.value, size=made.size, actor_id=who.person_id, by=who.name
            )
        except AppError as error:
            # The back-up is valid even if it cannot be recorded.
            output.warn(error)
    document = {
        "file": str(made.path),
        "method": made.method.value,
        "bytes": made.size,
        "revision": made.revision,
        "rows": made.rows,
        "removed": [str(path) for path in removed],
    }
    output.result(document, _made_words(made, len(removed)))
    return 0


def restore(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Restores a back-up into an empty database; returns 1 if the data itself has integrity errors."""
    with connected(database_url(settings), keep=True) as target:
        by = acting_name(target) if arguments.accept_broken_chain else ""
        done = _with_progress(
            lambda progress: restoring.restore(
                arguments.file, target, program(), progress, broken_chain_accepted_by=by
            )
        )
        _record(output, target, "restored", str(arguments.file.resolve()), done.rows)
        for line in door_words(close_doors(target)):
            output.note(line)
        place = target.place
    words = translate("Backup", "{rows} rows of {file} were restored into {place} and compared one by one.")
    sentence = fill(words, rows=done.rows, file=shown(arguments.file.name), place=shown(place))
    return _print_result(done, {"file": str(arguments.file), "place": place}, sentence, output)


def copy_to(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Copies all data into another, empty database."""
    url = checked_url(arguments.url)
    with existing(settings) as source, connected(url, keep=True) as target:
        by = acting_name(target) if arguments.accept_broken_chain else ""
        done = _with_progress(
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


def _made_words(made: Backup, removed: int) -> str:
    methods = {
        Method.ONLINE: translate("Backup", "The back-up is {path}: a copy of the database file, checked."),
        Method.DUMP: translate("Backup", "The back-up is {path}: by pg_dump, read again and counted."),
        Method.EXPORT: translate(
            "Backup", "The back-up is {path}: all rows in an SQLite file (pg_dump is not here), compared."
        ),
    }
    words = fill(methods[made.method], path=shown(str(made.path)))
    if removed:
        words += "\n" + fill(translate("Backup", "{count} older back-ups were removed."), count=removed)
    return words


def _with_progress(work: Callable[[Progress], T]) -> T:
    """Runs `work` and shows its progress if standard error is a terminal.

    The first interrupt cancels at the next safe point with `CancelledError`, the second one immediately.
    """
    progress = _Terminal()
    before = signal.getsignal(signal.SIGINT)
    listens = before is signal.default_int_handler

    def interrupted(number: int, frame: FrameType | None) -> None:
        del number, frame
        progress.stop()
        signal.signal(signal.SIGINT, before)

    if listens:
        signal.signal(signal.SIGINT, interrupted)
    try:
        return work(progress)
    except (KeyboardInterrupt, AppError) as error:
        if progress.cancelled() or isinstance(error, KeyboardInterrupt):
            raise CancelledError() from error
        raise
    finally:
        if listens:
            signal.signal(signal.SIGINT, before)
        progress.clear()


class _Terminal:
    """Shows the progress in one line of the terminal, which is cleared at the end."""

    def __init__(self) -> None:
        self._line_width = 0
        self._stopped = False
        self._last = time.monotonic()
        self._there = sys.stderr is not None and sys.stderr.isatty()

    def report(self, done: int, total: int | None = None) -> None:
        if not self._there or time.monotonic() - self._last < 0.2:
            return
        self._last = time.monotonic()
        part = f"{100 * done // total} %" if total else f"{done:,}"
        self.clear()
        line = digits(part)
        self._line_width = len(line)
        print(line, end="", file=sys.stderr, flush=True)

    def stop(self) -> None:
        """Requests cancellation."""
        self._stopped = True

    def cancelled(self) -> bool:
        return self._stopped

    def clear(self) -> None:
        """Clears the line."""
        if self._line_width:
            print("\r" + " " * self._line_width + "\r", end="", file=sys.stderr, flush=True)
            self._line_width = 0
