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

from desktop_app.cli.output import Output, speak_utf8
from desktop_app.cli.parser import Arguments, chosen_folder, chosen_language, chosen_shape, parse
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
    try:
        return _run(words, output)
    except SystemExit as done:
        # After --help: argparse has printed the text.
        return done.code if isinstance(done.code, int) else DONE
    except BrokenPipeError:
        # The reader closed the pipe. The rest of the buffer must not fail at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        output.trouble("interrupted", translate("CommandLine", "Stopped. What was done before is kept."))
        return INTERRUPTED


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
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception:
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
