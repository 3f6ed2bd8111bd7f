"""The command `mosharekat audit verify`, which verifies the audit log."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta

from desktop_app.cli.databases import door_words, existing
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.database import schema
from desktop_app.database.chain import head_words
from desktop_app.database.rights import require_history_reader
from desktop_app.database.rights.server import open_doors
from desktop_app.database.verification import Break, Verdict, verify
from desktop_app.errors import InvalidValueError, NotPreparedError, UsageError
from desktop_app.persian.dates import parse_date, short_date, start_of_day
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.history import break_words


def verify_history(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Verifies all events and lists each error; returns 1 if the chain is broken.

    Doors of the server that are open are only
    named. With `--until`, the head is that at the end of the given day in Tehran, as printed on the monthly report.
    """
    day = _day(arguments.until) if arguments.until else None
    end: datetime | None = start_of_day(day + timedelta(days=1)) if day else None
    with existing(settings) as database:
        # An older database is not upgraded here: only its owner may decide that.
        if schema.check(database) != schema.head():
            raise NotPreparedError(where=database.place)
        require_history_reader(database)
        verdict = verify(database, terminal_progress(output), before=end)
        with database.reading() as session:
            doors = open_doors(session)
    document = _document(verdict) | {"open_doors": list(doors)}
    output.result(document, "\n".join([_words(verdict, day), *door_words(doors)]))
    for found in verdict.breaks:
        output.note(break_words(found))
    return 0 if verdict.ok else 1


def _document(verdict: Verdict) -> dict[str, object]:
    return {
        "ok": verdict.ok,
        "events": verdict.events,
        "items": verdict.items,
        "breaks": [break_document(found) for found in verdict.breaks],
        "head": verdict.head,
    }


def break_document(found: Break) -> dict[str, object]:
    """Returns an integrity error for the JSON document."""
    return {name: value for name, value in asdict(found).items() if value or name != "detail"}


def _words(verdict: Verdict, day: date | None) -> str:
    facts = {"events": verdict.events, "items": verdict.items, "breaks": len(verdict.breaks)}
    if verdict.ok:
        sentence = fill(
            translate("CommandLine", "The history is sound: {events} events of {items} items."), **facts
        )
    else:
        sentence = fill(
            translate(
                "CommandLine",
                "The history does not hold in {breaks} places ({events} events of {items} items).",
            ),
            **facts,
        )
    head = shown(head_words(verdict.head))
    if day is None:
        line = fill(translate("CommandLine", "Digest of the history: {head}"), head=head)
    else:
        template = translate("CommandLine", "Digest of the history until the end of {day}: {head}")
        line = fill(template, day=short_date(day), head=head)
    return f"{sentence}\n{line}"


def _day(words: str) -> date:
    try:
        return parse_date(words)
    except InvalidValueError as error:
        raise UsageError(reason=error_sentence(error)) from error
