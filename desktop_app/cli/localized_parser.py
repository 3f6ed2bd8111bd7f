"""An argparse parser in the current language, with the program's formatter, errors and number types."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from desktop_app.cli.output import Output
from desktop_app.cli.usage import usage_reason
from desktop_app.errors import UsageError
from desktop_app.wording import translate

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        # For the usage of subcommands, argparse passes an empty prefix.
        worded = translate("Help", "usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, worded)


class LocalizedParser(argparse.ArgumentParser):
    """An argparse parser in the current language; argparse itself has only English headings."""

    def __init__(self, **known: Any) -> None:
        super().__init__(
            **known,
            add_help=False,
            allow_abbrev=False,
            argument_default=argparse.SUPPRESS,
            formatter_class=_Formatter,
        )
        self._optionals.title = translate("Help", "options")
        self._positionals.title = translate("Help", "arguments")

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        del file
        # argparse lays out options and help texts in left-to-right columns.
        output = Output(as_json=False)
        output.raw(output.displayed(self.format_help(), right_to_left=False))

    def error(self, message: str) -> NoReturn:
        raise UsageError(reason=usage_reason(message))


def add_printing(command: argparse.ArgumentParser, says: str) -> None:
    """Adds the options of printed papers; `says` is the help of `--print`."""
    command.add_argument("--print", dest="printer", metavar="PRINTER", nargs="?", const="", help=says)
    command.add_argument("--copies", metavar="N", type=positive, help=translate("Help", "so many copies (1)"))
    command.add_argument("--duplex", action="store_true", help=translate("Help", "on both sides"))


def add_output(command: argparse.ArgumentParser, *, required: bool) -> None:
    """Adds the option of the file that a command writes."""
    command.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        required=required,
        help=translate("Help", "file to write"),
    )


def add_instrument(command: argparse.ArgumentParser, *, required: bool) -> None:
    """Adds the option of the draft document that a command is about."""
    command.add_argument(
        "--instrument",
        metavar="CODE",
        required=required,
        help=translate("Help", "code of the draft document"),
    )


class Subcommands:
    """The subcommands of a parser."""

    def __init__(self, parser: argparse.ArgumentParser, options: argparse.ArgumentParser, dest: str) -> None:
        self._options = options
        self._below = parser.add_subparsers(
            dest=dest, metavar=dest.upper(), required=dest != "command", title=translate("Help", "commands")
        )

    def add(self, name: str, says: str) -> argparse.ArgumentParser:
        return self._below.add_parser(name, help=says, description=says, parents=[self._options])

    def group(self, name: str, says: str) -> Subcommands:
        return Subcommands(self.add(name, says), self._options, "action")


def _whole(least: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text)
        if value < least:
            raise ValueError(text)
        return value

    # argparse uses this name in its error message.
    number.__name__ = f"whole number from {least}"
    return number


positive = _whole(1)
not_negative = _whole(0)
