"""The command line: parses arguments, calls a service, prints. Commands, exit codes and JSON fields are a public
contract.

Each command imports its own heavy dependencies: `compare` loads neither SQLAlchemy nor Qt.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from typing import Final

from desktop_app.cli.output import Output, is_closed_pipe, speak_utf8
from desktop_app.cli.parser import (
    Arguments,
    chosen_folder,
    chosen_language,
    chosen_shape,
    chosen_task,
    parse,
)
from desktop_app.errors import AppError, CancelledError, SettingsError, UsageError
from desktop_app.settings import Settings, load_settings
from desktop_app.wording import PERSIAN, translate, use_language

DONE: Final = 0
REFUSED: Final = 1
INTERRUPTED: Final = 130
_log: Final = logging.getLogger("mosharekat.cli")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status. Never raises an exception."""
    speak_utf8()
    words = list(sys.argv[1:] if argv is None else argv)
    use_language(chosen_language(words) or PERSIAN)
    output = Output(as_json="--json" in words, shape=chosen_shape(words))
    status = _guarded(words, output)
    if status != DONE and output.unseen:
        from desktop_app.cli.unseen import show_unseen  # noqa: PLC0415 - only the windowed program, in trouble

        show_unseen(output.unseen, _settings_in_trouble(words))
    return status


def _guarded(words: list[str], output: Output) -> int:
    try:
        return _run_noted(words, output)
    except SystemExit as done:
        # After --help: argparse has printed the text.
        return done.code if isinstance(done.code, int) else DONE
    except OSError as error:
        # Standard output or error cannot be written to; mostly the reader closed the pipe. The rest of the buffer
        # must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE if is_closed_pipe(error) else REFUSED
    except KeyboardInterrupt:
        output.trouble("interrupted", translate("CommandLine", "Stopped. What was done before is kept."))
        return INTERRUPTED


def _run_noted(words: list[str], output: Output) -> int:
    """Runs the command; that of a scheduled task notes when it ran and how it ended."""
    task, folder = chosen_task(words), chosen_folder(words)
    if not task or folder is None:
        return _run(words, output)
    from desktop_app.clock import pc_clock  # noqa: PLC0415
    from desktop_app.scheduling.plan import TaskName  # noqa: PLC0415
    from desktop_app.scheduling.runs import noted  # noqa: PLC0415

    if task not in set(TaskName):
        return _run(words, output)
    return noted(folder, TaskName(task), pc_clock(), lambda: _run(words, output), lambda: output.last_note)


def _run(words: list[str], output: Output) -> int:
    settings: Settings | None = None
    try:
        settings = _settings(words, output)
        arguments = parse(words)
        settings = arguments.on_top_of(settings)
        _open_log(settings)
        if settings.layers.trouble is not None:
            _log.warning("%s", settings.layers.trouble)
        output.as_json = arguments.json
        return _command(arguments, settings, output)
    except CancelledError as error:
        output.error(error)
        return INTERRUPTED
    except AppError as error:
        if settings is not None:
            settings.name_update_folder(error)
        output.error(error)
        return error.exit_status
    except Exception as error:
        if is_closed_pipe(error):
            raise
        return _unexpected(settings, output)


def _settings(words: Sequence[str], output: Output) -> Settings:
    """Loads the settings. Reports an invalid file and uses the defaults; applies the language unless one is
    requested."""
    folder = chosen_folder(words)
    try:
        settings = load_settings(folder)
    except SettingsError as error:
        output.warn(error)
        settings = load_settings(folder)
    use_language(chosen_language(words) or settings.language)
    if settings.layers.trouble is not None:
        output.warn(settings.layers.trouble)
    return settings


def _settings_in_trouble(words: Sequence[str]) -> Settings:
    """Returns the settings for a dialog: the defaults, where the file is the trouble."""
    folder = chosen_folder(words)
    try:
        return load_settings(folder)
    except (AppError, OSError):
        return Settings(data_folder=folder) if folder else Settings()


def _command(arguments: Arguments, settings: Settings, output: Output) -> int:
    use_language(settings.language)
    if arguments.self_test:
        from ui.self_test import run as self_test  # noqa: PLC0415 - a window's imports, only when asked for

        return self_test()
    if arguments.command in {"", "run", "demo"}:
        from desktop_app.cli import window  # noqa: PLC0415

        return window.run(arguments, settings, output)
    if arguments.command == "compare":
        from desktop_app.cli import comparing  # noqa: PLC0415

        return comparing.run(arguments, output)
    if arguments.command == "settings":
        from desktop_app.cli import pc_settings  # noqa: PLC0415

        return pc_settings.run(arguments, settings, output)
    if arguments.command == "update":
        from desktop_app.cli import updating  # noqa: PLC0415

        return updating.run(arguments, settings, output)
    from desktop_app.cli import commands  # noqa: PLC0415 - brings SQLAlchemy along

    return commands.run(arguments, settings, output)


def _open_log(settings: Settings) -> None:
    from desktop_app.log import set_up_log  # noqa: PLC0415

    set_up_log(settings.log_file)


def _unexpected(settings: Settings | None, output: Output) -> int:
    """Logs the traceback of an unexpected exception, and prints one sentence about it."""
    where = settings or Settings()
    _open_log(where)
    _log.exception("unexpected")
    output.unexpected(where.log_file)
    return REFUSED


__all__ = ["UsageError", "main"]
