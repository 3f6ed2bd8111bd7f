"""The commands `mosharekat audit key` and `audit seal`: a second custodian can prove what the history was."""

from __future__ import annotations

from email.message import EmailMessage
from email.utils import format_datetime

from desktop_app.cli.databases import existing
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.database.engine import Database
from desktop_app.database.rights import require_history_reader
from desktop_app.database.seals import Seal, new_seal
from desktop_app.errors import InvalidValueError, SigningError, UsageError
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.petitions.outbox.settings import MessageRules
from desktop_app.settings import Settings
from desktop_app.signing import SigningKey
from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.staff.signing_keys import keep_signing_key, signing_key, write_key_file
from desktop_app.wording import fill, translate


def make_key(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Makes a key: its private half into a new file or the keyring, its public half into a new file."""
    key, public = SigningKey.new(), arguments.public_key
    assert public is not None
    if arguments.key is not None:
        write_key_file(arguments.key, key.text)
    else:
        with existing(settings) as database:
            outcome = keep_signing_key(database, key)
        if outcome is not KeyringOutcome.KEPT:
            raise SigningError(reason="not_kept")
    write_key_file(public, key.public.text)
    words = translate(
        "CommandLine",
        "The public key {fingerprint} is in {file}. Give it to the second custodian, who checks seals with it.",
    )
    document = {"public_key": str(public), "fingerprint": key.public.fingerprint}
    output.result(document, fill(words, fingerprint=shown(key.public.fingerprint), file=shown(str(public))))
    return 0


def seal(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Signs the head of the history into a file, a folder, or standard output."""
    if arguments.mail and arguments.folder is None:
        raise UsageError(
            reason=translate("Usage", "“--mail” goes with “--folder”, where its file is written.")
        )
    with existing(settings) as database:
        require_history_reader(database)
        made, document = new_seal(database, signing_key(database, arguments.key))
        path = arguments.folder / made.name if arguments.folder else arguments.output
        if path is None:
            output.json(document.decode())
            return 0
        write_file(path, document)
        facts: dict[str, object] = {
            "file": str(path),
            "last_event": made.head.last_event,
            "head": made.head.digest,
        }
        if arguments.mail:
            mail = path.with_suffix(".eml")
            write_file(mail, _mail(database, made, document, arguments.mail))
            facts["mail"] = str(mail)
    words = translate("CommandLine", "The history up to event {event} is sealed in {file}.")
    output.result(facts, fill(words, event=made.head.last_event, file=shown(str(path))))
    return 0


def _mail(database: Database, seal: Seal, document: bytes, address: str) -> bytes:
    sender = MessageRules(database).settings().sender
    mail = EmailMessage()
    try:
        mail["To"], mail["From"] = address, sender or address
    except ValueError as error:
        raise InvalidValueError(field="email", reason="unknown", value=address) from error
    day = long_date(tehran_day(seal.at))
    mail["Subject"] = fill(translate("CommandLine", "Seal of the history of {day}"), day=day)
    mail["Date"] = format_datetime(seal.at)
    words = translate(
        "CommandLine",
        "The attached file is a seal of the history up to event {event}. Keep it where nobody who looks after the "
        "database can change it.",
    )
    mail.set_content(fill(words, event=seal.head.last_event))
    mail.add_attachment(document, maintype="application", subtype="json", filename=seal.name)
    return mail.as_bytes()
