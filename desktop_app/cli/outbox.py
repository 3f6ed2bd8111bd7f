"""The commands `mosharekat outbox …`, which send messages to petitioners and read their receipts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.cli.terminal import keep_typed_password
from desktop_app.errors import AppError, UsageError
from desktop_app.intake.receipts import (
    RECEIPTS,
    ReceiptsRead,
    receipt_lines,
    take_folder,
    take_receipts,
)
from desktop_app.petitions.outbox.delivery import HandedOn
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.messages import trial_words
from desktop_app.wording.row_faults import row_fault_sentence


def write(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Sends the pending messages; returns 1 if some of them cannot be sent."""
    with opened(settings) as services:
        folder = arguments.folder or _folder_of(services.message_rules.settings())
        done = services.delivery.write(acting(services), folder, terminal_progress(output))
    for trouble in done.troubles:
        output.warn(trouble)
    output.result(handed_on(done), handed_on_words(done))
    return 0 if done.clean else 1


def password(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Asks for the password of the mail server, and stores it for the scheduled task of the same account.

    Raises `UsageError` without a terminal, or if no user signs in to a mail server.
    """
    del arguments
    with opened(settings) as services:
        acting(services)
        found = services.message_rules.settings()
    if not found.mail_user:
        raise UsageError(reason=translate("Usage", "The settings of messages name no user of a mail server."))
    return keep_typed_password(found.mail_account, output)


def trial(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Sends a trial message."""
    with opened(settings) as services:
        sent = services.delivery.trial(acting(services), arguments.address)
    document = {"way": sent.way.value, "server": sent.server, "file": sent.file}
    output.result(document, trial_words(sent.server, sent.file))
    return 0


def receipts(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Reads receipts from files or folders; returns 1 if part of them is not understood."""
    records: list[dict[str, Any]] = []
    lines: list[str] = []
    clean = True
    with opened(settings) as services:
        actor = acting(services)
        for path in _files(arguments.files):
            try:
                read = take_receipts(services.outbox, actor, path)
            except AppError as error:
                if len(arguments.files) == 1 and arguments.files[0] == path:
                    raise
                clean = False
                output.warn(error)
                records.append({"file": str(path), "error": error.code, "message": error_sentence(error)})
                continue
            clean = clean and read.clean
            records.append(_of_file(path, read))
            lines.extend(receipt_lines(read))
    output.result({"files": records}, "\n".join(lines) or translate("CommandLine", "There are no receipts."))
    return 0 if clean else 1


def scheduled(services: Services, actor: Actor, output: Output) -> tuple[dict[str, Any], list[str], bool]:
    """Runs the outbox as part of the scheduled task, if the office has set a folder or a mail server.

    Returns the JSON part, the lines for a person, and whether nobody has to act.
    """
    settings = services.message_rules.settings()
    folder = _folder_of(settings)
    if folder is None and not settings.mail_host:
        return {}, [], True
    try:
        done = services.delivery.write(actor, folder)
    except AppError as error:
        output.warn(error)
        return {"messages": {"error": error.code, "message": error_sentence(error)}}, [], False
    words = [handed_on_words(done)] if done.count or not done.clean else []
    read: list[ReceiptsRead] = []
    refused: list[AppError] = []
    if folder is not None:
        try:
            read, refused = take_folder(services.outbox, actor, folder / RECEIPTS)
        except AppError as error:
            refused = [error]
    for trouble in (*done.troubles, *refused):
        output.warn(trouble)
    words += [line for one in read for line in receipt_lines(one)]
    records = [_of_file(Path(one.name), one) for one in read]
    clean = done.clean and not refused and all(one.clean for one in read)
    return {"messages": handed_on(done) | {"receipts": records}}, words, clean


def handed_on(done: HandedOn) -> dict[str, Any]:
    """Returns the result of writing messages, for JSON."""
    return {
        "messages": done.messages,
        "failed": done.failed,
        "files": done.files,
        "folders_away": done.stuck,
        "without_sender": done.without_sender,
        "asked": done.asked,
        "mailed": done.mailed,
        "put_off": done.put_off,
        "unsure": done.unsure,
        "without_folder": done.without_folder,
        "troubles": [{"error": error.code, "message": error_sentence(error)} for error in done.troubles],
        "earlier": done.earlier,
    }


def handed_on_words(done: HandedOn) -> str:
    """Returns the result of writing messages, for a person."""
    files = translate("CommandLine", "{count} messages were handed on in {files} files.")
    sentences = (
        (done.mailed, translate("CommandLine", "{count} e-mails were handed to the mail server.")),
        (done.in_files or not done.mailed, fill(files, count=done.in_files, files=len(done.files))),
        (
            done.put_off,
            translate(
                "CommandLine",
                "{count} e-mails wait: the mail server does not take them now. They go in the next round.",
            ),
        ),
        (
            done.unsure,
            translate(
                "CommandLine",
                "Of {count} e-mails it is not known whether they left. They are not sent again by themselves.",
            ),
        ),
        (
            done.without_folder,
            translate(
                "CommandLine", "{count} messages wait: there is no folder for the portal and the SMS gateway."
            ),
        ),
        (done.asked, translate("CommandLine", "{count} petitioners are asked how satisfied they are.")),
        (done.earlier, translate("CommandLine", "{count} earlier answers are told.")),
        (
            done.failed,
            translate("CommandLine", "{count} cannot go out: the petitioner is not reached by this way."),
        ),
        (
            done.without_sender,
            translate(
                "CommandLine", "{count} e-mails wait: the office has set no sender's address for them yet."
            ),
        ),
    )
    lines = [fill(words, count=count) for count, words in sentences if count]
    for folder in dict.fromkeys(done.stuck):
        words = translate(
            "CommandLine",
            "Messages that are ready lie in {folder}, which is away. They go out when it is there again.",
        )
        lines.append(fill(words, folder=shown(folder)))
    return "\n".join(lines)


def _folder_of(settings: MessageSettings) -> Path | None:
    return Path(settings.folder) if settings.folder else None


def _files(paths: Sequence[Path]) -> list[Path]:
    """Returns the files, and the files inside the folders sorted by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(sorted(one for one in path.iterdir() if one.is_file() and one.name[0] != "."))
        else:
            found.append(path)
    return found


def _of_file(path: Path, read: ReceiptsRead) -> dict[str, Any]:
    return {
        "file": str(path),
        "delivered": read.noted.delivered,
        "failed": read.noted.failed,
        "unchanged": read.noted.unchanged,
        "under_way": read.under_way,
        "unknown": list(read.noted.unknown),
        "rows": [{"row": fault.row, "message": row_fault_sentence(fault)} for fault in read.faults],
    }
