"""The command `mosharekat audit verify`, which verifies the audit log."""

from __future__ import annotations

from dataclasses import asdict

from sqlalchemy import text

from desktop_app.cli.databases import door_words, existing
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.database import schema
from desktop_app.database.chain import head_words
from desktop_app.database.engine import Database
from desktop_app.database.history_head import HistoryHead, heads_at
from desktop_app.database.rights import require_history_reader
from desktop_app.database.rights.server import open_doors
from desktop_app.database.seals import CheckedSeal, Seal, read_seals
from desktop_app.database.verification import LONGEST, Break, Verdict, verify
from desktop_app.errors import NotFoundError, NotPreparedError, UsageError
from desktop_app.instruments.changes.recomputing import unlike_recomputed
from desktop_app.settings import Settings
from desktop_app.signing import read_public_key
from desktop_app.tables import metadata
from desktop_app.wording import fill, translate
from desktop_app.wording.history import break_words, not_compared_words
from desktop_app.wording.signing_faults import seal_sentence


def verify_history(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Verifies all events and lists each error; returns 1 if the chain is broken or does not fit a seal.

    Doors of the server that are open are only named. With `--event`, the head up to that event is printed as well, as
    it stands on an issued report.
    """
    seals, unusable = _seals(arguments)
    with existing(settings) as database:
        # An older database is not upgraded here: only its owner may decide that.
        if schema.check(database) != schema.head():
            raise NotPreparedError(where=database.place)
        require_history_reader(database)
        _require_event(database, arguments.event)
        verdict = verify(
            database,
            terminal_progress(output),
            metadata=metadata(),
            seals=seals,
            only_since=arguments.since_seal,
            recompute=unlike_recomputed,
        )
        with database.reading() as session:
            database.take_time(session, LONGEST)
            doors = open_doors(session)
            head = (
                heads_at(session, [arguments.event])[0][arguments.event] if arguments.event else verdict.head
            )
    found = [*verdict.seals, *unusable]
    sound = verdict.ok and not unusable
    document = _document(verdict, head) | {"ok": sound, "open_doors": list(doors)}
    if arguments.seals is not None:
        document["seals"] = [_seal_document(one) for one in found]
    output.result(
        document, "\n".join([*_words(verdict, head), *map(seal_sentence, found), *door_words(doors)])
    )
    for one in verdict.breaks:
        output.note(break_words(one))
    return 0 if sound else 1


def _require_event(database: Database, number: int | None) -> None:
    """Raises `NotFoundError` for a number beyond the last event, before anything is verified."""
    if number is None:
        return
    with database.reading() as session:
        last = session.execute(text("SELECT max(id) FROM event")).scalar() or 0
    if number > last:
        raise NotFoundError(item="event", key=str(number))


def _seals(arguments: Arguments) -> tuple[list[Seal], list[CheckedSeal]]:
    if arguments.seals is None:
        if arguments.since_seal:
            raise UsageError(reason=translate("Usage", "“--since-seal” goes with “--seals”."))
        return [], []
    if arguments.public_key is None:
        raise UsageError(
            reason=translate("Usage", "“--seals” goes with “--public-key”: the key that the custodian keeps.")
        )
    return read_seals(arguments.seals, read_public_key(arguments.public_key))


def _document(verdict: Verdict, head: HistoryHead) -> dict[str, object]:
    return {
        "events": verdict.events,
        "items": verdict.items,
        "since": verdict.since,
        "compared": verdict.compared,
        "breaks": [break_document(found) for found in verdict.breaks],
        "head": head.digest,
        "last_event": head.last_event,
    }


def _seal_document(seal: CheckedSeal) -> dict[str, object]:
    return {
        "name": seal.name,
        "fault": seal.fault,
        "at": seal.at.isoformat() if seal.at else None,
        "last_event": seal.last_event,
    }


def break_document(found: Break) -> dict[str, object]:
    """Returns an integrity error for the JSON document."""
    return {name: value for name, value in asdict(found).items() if value or name != "detail"}


def _words(verdict: Verdict, head: HistoryHead) -> list[str]:
    facts = {"events": verdict.events, "items": verdict.items, "breaks": len(verdict.breaks)}
    if not verdict.breaks:
        sentence = translate("CommandLine", "The history is sound: {events} events of {items} items.")
    else:
        sentence = translate(
            "CommandLine", "The history does not hold in {breaks} places ({events} events of {items} items)."
        )
    lines = [fill(sentence, **facts)]
    if verdict.since:
        since = translate(
            "CommandLine",
            "Only items with events after event {event} were verified; the hashes of earlier events fit the seal.",
        )
        lines.append(fill(since, event=verdict.since))
    if not verdict.compared:
        lines.append(not_compared_words())
    template = translate("CommandLine", "Digest of the history up to event {event}: {head}")
    lines.append(fill(template, event=head.last_event, head=shown(head_words(head.digest))))
    return lines
