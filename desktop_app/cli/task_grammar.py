"""The commands `mosharekat task …` and their options."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

from desktop_app.cli.localized_parser import Subcommands, add_printing, positive
from desktop_app.wording import translate

#: The values of `TaskName` and `Account`, written out because the grammar loads before any command.
NAMES: Final = ("intake", "outbox", "back-up", "monthly-report", "seal")
ACCOUNTS: Final = ("user", "always", "network-service", "system")


def task_note(group: argparse._ArgumentGroup) -> None:
    """Adds the option by which the command of a task notes its run."""
    group.add_argument(
        "--task",
        choices=NAMES,
        help=translate("Help", "notes in the folder of the data how this task ran; for the scheduler"),
    )


def task_commands(below: Subcommands) -> None:
    """Adds the commands below `task`."""
    install = below.add("install", translate("Help", "makes a task, or changes it"))
    _name(install)
    install.add_argument(
        "--at", metavar="HH:MM", help=translate("Help", "every day at this hour, in the time of the PC")
    )
    install.add_argument(
        "--account",
        choices=ACCOUNTS,
        help=translate(
            "Help",
            "“user” runs while you are signed in, “always” also otherwise (Windows asks for your password); the"
            " other two have no passwords of the database, a mailbox or a key",
        ),
    )
    install.add_argument(
        "--dry-run",
        action="store_true",
        help=translate("Help", "shows what would be made, and makes nothing"),
    )
    _options(install)
    below.add("list", translate("Help", "which tasks there are, how they ran and when they run next"))
    for name, says in (
        ("remove", translate("Help", "removes a task from the scheduler")),
        ("run", translate("Help", "lets the scheduler run a task now")),
        ("show", translate("Help", "prints the definition of a task")),
    ):
        _name(below.add(name, says))


def _options(install: argparse.ArgumentParser) -> None:
    """Adds the options of single tasks; `cli.tasks` refuses those of others."""
    install.add_argument(
        "--folder",
        metavar="DIR",
        type=Path,
        help=translate("Help", "of back-up and seal: where to write; of outbox: the folder of the gateway"),
    )
    install.add_argument(
        "--keep",
        metavar="N",
        dest="newest",
        type=positive,
        help=translate("Help", "of back-up: keeps the newest N of this database (14)"),
    )
    install.add_argument(
        "--sign",
        action="store_true",
        help=translate("Help", "of back-up: signs it, with the key of the keyring"),
    )
    install.add_argument(
        "--try",
        action="store_true",
        dest="tries",
        help=translate("Help", "of back-up: restores each one for a trial"),
    )
    install.add_argument(
        "--mail", metavar="ADDRESS", help=translate("Help", "of seal: also as a mail to ADDRESS")
    )
    install.add_argument(
        "--signed-as", metavar="NAME", help=translate("Help", "of monthly-report: who answers for it")
    )
    says = translate("Help", "of monthly-report: prints it, on the usual printer unless one is named")
    add_printing(install, says)


def _name(command: argparse.ArgumentParser) -> None:
    says = translate("Help", "intake, outbox, back-up, monthly-report or seal")
    command.add_argument("name", metavar="NAME", choices=NAMES, help=says)
