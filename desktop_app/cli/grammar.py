"""The commands of the command line and their options. Global options may precede or follow the command."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop_app.cli.annotation_grammar import export_commands, import_annotations
from desktop_app.cli.database_grammar import database_commands
from desktop_app.cli.localized_parser import (
    LocalizedParser,
    Subcommands,
    add_output,
    not_negative,
    positive,
)
from desktop_app.cli.report_grammar import letter_command, publish_command, report_commands
from desktop_app.cli.task_grammar import task_commands, task_note
from desktop_app.languages import LANGUAGES
from desktop_app.wording import translate


def grammar() -> argparse.ArgumentParser:
    options = _global_options()
    about = translate("Help", "The public participation desk.")
    top = LocalizedParser(parents=[options], prog="mosharekat", description=about)
    top.add_argument("--self-test", action="store_true", help=translate("Help", "tries every part once"))
    commands = Subcommands(top, options, "command")
    run = commands.add("run", translate("Help", "opens the workstation; with files it compares them"))
    run.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        type=Path,
        help=translate(
            "Help", "the older text and the newer one; with one file the window asks for the other"
        ),
    )
    demo = commands.add("demo", translate("Help", "opens the workstation on sample data, nothing is kept"))
    demo.add_argument(
        "--pictures", metavar="DIR", type=Path, help=translate("Help", "leaves pictures in DIR")
    )
    demo.add_argument(
        "--tour",
        action="store_true",
        help=translate("Help", "opens the five-minute tour of the guide beside it"),
    )
    database_commands(commands.group("database", translate("Help", "looks after the database")))
    _imports(commands.group("import", translate("Help", "takes files in")))
    export_commands(commands.group("export", translate("Help", "documents for Word")))
    _intake(commands.group("intake", translate("Help", "what other systems hand in")))
    _outbox(commands.group("outbox", translate("Help", "messages to petitioners")))
    _compare(commands.add("compare", translate("Help", "compares two documents")))
    _petitions(commands.group("petitions", translate("Help", "the petition desk")))
    report_commands(commands.group("report", translate("Help", "reports")))
    letter_command(commands.add("letter", translate("Help", "a letter or a paper of a petition as PDF")))
    publish_command(
        commands.add("publish", translate("Help", "the package of a consultation for the portal"))
    )
    _audit(commands.group("audit", translate("Help", "the history")))
    task_commands(commands.group("task", translate("Help", "tasks of the scheduler of this PC")))
    _settings(commands.group("settings", translate("Help", "the settings of this PC")))
    _update(commands.group("update", translate("Help", "newer versions of this program")))
    _sample(commands.add("sample", translate("Help", "fills an empty database with made data")))
    return top


def _global_options() -> argparse.ArgumentParser:
    options = LocalizedParser()
    group = options.add_argument_group(translate("Help", "everywhere"))
    group.add_argument("--database", metavar="URL", help=translate("Help", "address of the database"))
    group.add_argument("--data-dir", metavar="DIR", type=Path, help=translate("Help", "folder of the data"))
    group.add_argument(
        "--language", choices=tuple(LANGUAGES), help=translate("Help", "language of the messages")
    )
    group.add_argument("--json", action="store_true", help=translate("Help", "one JSON document as output"))
    group.add_argument(
        "--shape",
        action=argparse.BooleanOptionalAction,
        help=translate(
            "Help", "joins and orders Persian letters for a terminal that does not (found out by itself)"
        ),
    )
    task_note(group)
    group.add_argument("-h", "--help", action="help", help=translate("Help", "this help"))
    return options


def _intake(below: Subcommands) -> None:
    below.add(
        "run", translate("Help", "looks into the sources, takes in all that waits; for a scheduled task")
    )
    below.add("quarantine", translate("Help", "lists what could not be read, and why"))
    password = below.add(
        "password",
        translate("Help", "asks for the password of a mailbox and keeps it in this account's keyring"),
    )
    password.add_argument("source", metavar="SOURCE", help=translate("Help", "name of the source"))
    catalogue = below.add(
        "catalogue",
        translate("Help", "takes in a list of what petitions are about: services, documents, news items"),
    )
    catalogue.add_argument(
        "file",
        metavar="FILE",
        type=Path,
        help=translate("Help", "the list, CSV or XLSX, a title in each row"),
    )
    catalogue.add_argument(
        "--kind",
        metavar="KIND",
        help=translate("Help", "of rows that do not say it: service, instrument or news (service)"),
    )


def _outbox(below: Subcommands) -> None:
    write = below.add(
        "write",
        translate("Help", "hands on what waits, in files or to the mail server; for a scheduled task"),
    )
    write.add_argument(
        "folder",
        metavar="DIR",
        type=Path,
        nargs="?",
        help=translate("Help", "the folder of the gateway; without it that of the settings"),
    )
    below.add(
        "password",
        translate("Help", "asks for the password of the mail server and keeps it in this account's keyring"),
    )
    trial = below.add("trial", translate("Help", "sends a trial message to an address of your own"))
    trial.add_argument(
        "address", metavar="ADDRESS", help=translate("Help", "an e-mail address, or a mobile number")
    )
    receipts = below.add(
        "receipts", translate("Help", "reads what became of messages, and mails that came back")
    )
    receipts.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help=translate("Help", "a file, or a folder of them")
    )


def _imports(below: Subcommands) -> None:
    petitions = below.add("petitions", translate("Help", "petitions from CSV, XLSX, JSON Lines or mail"))
    comments = below.add("comments", translate("Help", "public comments from CSV, XLSX, JSON Lines or mail"))
    satisfaction = below.add(
        "satisfaction",
        translate("Help", "marks of satisfaction by tracking code, from CSV, XLSX or JSON Lines"),
    )
    petitions.add_argument("--kind", help=translate("Help", "of rows that name none, such as mails"))
    for command in (petitions, comments):
        command.add_argument("--channel", help=translate("Help", "how rows came that do not say it"))
    for command in (petitions, comments, satisfaction):
        command.add_argument(
            "files", metavar="FILE", nargs="+", type=Path, help=translate("Help", "the file")
        )
        command.add_argument(
            "--dry-run", action="store_true", help=translate("Help", "checks and counts, keeps nothing")
        )
        command.add_argument(
            "--rejects",
            metavar="FILE",
            type=Path,
            help=translate("Help", "writes rejected rows, to be mended"),
        )
    revision = below.add("revision", translate("Help", "a document as the next revision"))
    revision.add_argument("file", metavar="FILE", type=Path, help=translate("Help", "the file"))
    revision.add_argument("--summary", help=translate("Help", "what changed, in a sentence"))
    for command in (comments, revision):
        command.add_argument(
            "--instrument",
            metavar="CODE",
            required=True,
            help=translate("Help", "code of the draft document"),
        )
    import_annotations(below)


def _compare(command: argparse.ArgumentParser) -> None:
    command.add_argument("old", metavar="OLD", type=Path, help=translate("Help", "the older document"))
    command.add_argument("new", metavar="NEW", type=Path, help=translate("Help", "the newer document"))
    command.add_argument(
        "--format",
        choices=("text", "json", "html", "pdf", "docx"),
        help=translate("Help", "form of output; pdf and docx (with tracked changes) want a file"),
    )
    command.add_argument(
        "--layout",
        choices=("both", "list", "side-by-side"),
        help=translate("Help", "of the PDF: the list of changes, both texts side by side, or both"),
    )
    command.add_argument(
        "--whole-text",
        action="store_true",
        help=translate("Help", "in the PDF, unchanged provisions too"),
    )
    add_output(command, required=False)


def _petitions(below: Subcommands) -> None:
    find = below.add("find", translate("Help", "searches"))
    find.add_argument("query", metavar="QUERY", help=translate("Help", "words or a code"))
    find.add_argument("--status", help=translate("Help", "only in this state"))
    find.add_argument("--unit", help=translate("Help", "only of this unit, by name or code"))
    find.add_argument("--limit", metavar="N", type=positive, help=translate("Help", "at most so many"))


def _audit(below: Subcommands) -> None:
    verify = below.add("verify", translate("Help", "checks every event of the history, rights and functions"))
    verify.add_argument(
        "--seals",
        metavar="DIR",
        type=Path,
        help=translate("Help", "also against the seals in DIR, or one file"),
    )
    verify.add_argument(
        "--public-key",
        metavar="FILE",
        type=Path,
        help=translate("Help", "the custodian's key that checks them"),
    )
    verify.add_argument(
        "--since-seal",
        action="store_true",
        help=translate("Help", "reads only what is newer than the newest seal that fits"),
    )
    verify.add_argument(
        "--event",
        metavar="N",
        type=positive,
        help=translate("Help", "the digest up to event N, as an issued report has it"),
    )
    key = below.add("key", translate("Help", "makes the key with which seals and back-ups are signed"))
    key.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        help=translate("Help", "the new private key, on a stick; otherwise in this account's keyring"),
    )
    key.add_argument(
        "--public-key",
        metavar="FILE",
        type=Path,
        required=True,
        help=translate("Help", "the new public key, for the custodian"),
    )
    seal = below.add("seal", translate("Help", "signs the head of the history for a second custodian"))
    seal.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help=translate("Help", "the seal; standard output without"),
    )
    seal.add_argument(
        "--folder", metavar="DIR", type=Path, help=translate("Help", "instead of FILE: names it by the time")
    )
    seal.add_argument(
        "--key", metavar="FILE", type=Path, help=translate("Help", "the private key; otherwise the keyring")
    )
    seal.add_argument(
        "--mail",
        metavar="ADDRESS",
        help=translate("Help", "with DIR: also as a mail to ADDRESS, a file for the gateway"),
    )


def _settings(below: Subcommands) -> None:
    below.add(
        "show", translate("Help", "every setting, its value, where it comes from, and whether it is fixed")
    )
    machine = below.add(
        "machine", translate("Help", "writes the settings of all users of this PC; for an administrator")
    )
    machine.add_argument(
        "values",
        metavar="NAME=VALUE",
        nargs="*",
        help=translate("Help", "sets a value; without a VALUE the setting is removed"),
    )
    machine.add_argument(
        "--fix", metavar="NAMES", help=translate("Help", "users may not change these, parted by commas")
    )
    machine.add_argument("--free", metavar="NAMES", help=translate("Help", "users may change these again"))


def _update(below: Subcommands) -> None:
    below.add("check", translate("Help", "looks for a newer version in the office's folder, and checks it"))
    publish = below.add(
        "publish", translate("Help", "signs the description of the newest set-up in a folder, for all PCs")
    )
    publish.add_argument("folder", metavar="DIR", type=Path, help=translate("Help", "the folder of set-ups"))
    publish.add_argument(
        "--key",
        metavar="FILE",
        type=Path,
        required=True,
        help=translate("Help", "file of the private key"),
    )


def _sample(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--petitions", metavar="N", type=positive, required=True, help=translate("Help", "so many petitions")
    )
    command.add_argument(
        "--instruments", metavar="M", type=not_negative, help=translate("Help", "so many draft documents")
    )
    command.add_argument(
        "--seed", metavar="S", type=int, help=translate("Help", "the same seed, the same data")
    )
    command.add_argument("--until", metavar="1405-09-03", help=translate("Help", "the last day (today)"))
