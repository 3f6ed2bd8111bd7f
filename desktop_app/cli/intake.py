"""`mosharekat intake …`: what systems handed in and what lies in watched folders is taken in, and what waits for
petitioners goes out; for a scheduled task."""

from __future__ import annotations

import getpass
import sys

from desktop_app.cli import outbox
from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UsageError
from desktop_app.intake.sources import mail_password
from desktop_app.intake.sources.model import SourceKind
from desktop_app.intake.sources.round_report import FileOutcome, outcome_words, refusal_words
from desktop_app.settings import Settings
from desktop_app.staff.credentials import KeyringOutcome
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.row_faults import fault_reason


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Looks into the sources and takes in all that waits; 0 also where nothing did, 1 where somebody has to look: a
    source that is away, a file that was refused, rows that went into quarantine."""
    del arguments
    with opened(settings) as services:
        actor = acting(services)
        done = services.rounds.run(actor, terminal_progress(output))
        messages, told, went = outbox.scheduled(services, actor, output)
    taken = done.taken
    sentence = fill(
        translate(
            "CommandLine",
            "{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that"
            " were there, {present} were there already, {quarantined} could not be read and wait in quarantine.",
        ),
        petitions=taken.petitions,
        comments=taken.comments,
        further=taken.further,
        present=taken.already_present,
        quarantined=taken.quarantined,
    )
    lines = [f"{shown(one.source)}: {shown(one.name)}: {outcome_words(one)}" for one in done.files]
    output.result(
        {
            "petitions": taken.petitions,
            "comments": taken.comments,
            "further_texts": taken.further,
            "already_present": taken.already_present,
            "quarantined": taken.quarantined,
            "files": [_file(one) for one in done.files],
            "waiting": [{"source": source, "file": name} for source, name in done.waiting],
            "troubles": [
                {
                    "source": str(trouble.parameters.get("name", "")),
                    "reason": str(trouble.parameters.get("reason", "")),
                    "message": error_sentence(trouble),
                }
                for trouble in done.troubles
            ],
        }
        | messages,
        "\n".join([sentence, *lines, *told]),
    )
    for source, name in done.waiting:
        words = translate(
            "CommandLine", "{source}: {file} is still being written; it waits for the next round."
        )
        output.note(fill(words, source=shown(source), file=shown(name)))
    for trouble in done.troubles:
        output.note(error_sentence(trouble))
    return 0 if done.clean and went else 1


def _file(outcome: FileOutcome) -> dict[str, object]:
    return {
        "source": outcome.source,
        "file": outcome.name,
        "rows": outcome.rows,
        "created": outcome.created,
        "already_present": outcome.already_present,
        "quarantined": outcome.quarantined,
        "unreadable": outcome.unreadable,
        "set_aside": outcome.set_aside,
        "refused": refusal_words(outcome) if outcome.refused else "",
        "reason": str(outcome.fault.get("reason", "")),
        "kept_as": outcome.kept_as,
    }


def quarantine(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Lists what could not be read, with its reason; without the citizen's words."""
    del arguments
    with opened(settings) as services:
        actor = acting(services)
        found, aside = services.staging.quarantined(actor), services.staging.count_aside(actor)
    lines = []
    told = []
    for one in found:
        reasons = [fault_reason(fault) for fault in (one.fault, *one.fault.also)]
        line = translate("CommandLine", "{number}. {channel} {external_id}: {reasons}")
        lines.append(
            fill(
                line,
                number=one.id,
                channel=shown(one.channel),
                external_id=shown(one.external_id or ""),
                reasons=" ".join(reasons),
            )
        )
        told.append(
            {
                "id": one.id,
                "channel": one.channel,
                "external_id": one.external_id,
                "arrived_at": one.arrived_at.isoformat(),
                "reasons": reasons,
            }
        )
    if not lines:
        lines = [translate("CommandLine", "Nothing is in quarantine.")]
    if aside:
        lines.append(fill(translate("CommandLine", "{count} were put aside for good."), count=aside))
    output.result({"quarantined": told, "put_aside": aside}, "\n".join(lines))
    return 0


def password(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Asks for the password of a mailbox, and keeps it where the scheduled task of the same account finds it. Raises
    `UsageError` without a terminal, or for a name that no mailbox has."""
    with opened(settings) as services:
        acting(services)
        told = [one.settings for one in services.sources.all() if one.settings.way is SourceKind.MAILBOX]
    named = next((one for one in told if one.name == arguments.source), None)
    if named is None:
        reason = translate("Usage", "There is no source “{name}” that is a mailbox; these are: {names}.")
        names = ", ".join(shown(one.name) for one in told)
        raise UsageError(reason=fill(reason, name=shown(arguments.source), names=names or "—"))
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError(reason=translate("Usage", "A password is typed at a terminal, and there is none."))
    kept = mail_password.keep(named, getpass.getpass(f"{named.username}@{named.host}: "))
    if kept is not KeyringOutcome.KEPT:
        output.note(translate("CommandLine", "This PC's store did not keep the password."))
        output.result({"kept": False, "reason": kept.value}, "")
        return 1
    output.result({"kept": True, "reason": ""}, translate("CommandLine", "The password is kept."))
    return 0
