"""The commands `mosharekat intake …` for a scheduled task.

They import items from external systems and watched folders, and send the pending messages to petitioners.
"""

from __future__ import annotations

from desktop_app.cli import outbox
from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.cli.terminal import keep_typed_password
from desktop_app.errors import UsageError
from desktop_app.intake.sources.model import SourceKind
from desktop_app.intake.sources.round_report import FileOutcome, outcome_words, refusal_words
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.row_faults import fault_reason, notice_sentence


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Reads the sources and imports all pending items.

    Returns 0, also if nothing was pending. Returns 1 if someone has to act: a source is unreachable, a file was
    refused, or rows were quarantined.
    """
    del arguments
    with opened(settings) as services:
        actor = acting(services)
        done = services.rounds.run(actor, terminal_progress(output))
        messages, message_lines, all_sent = outbox.scheduled(services, actor, output)
    taken = done.taken
    sentence = fill(
        translate(
            "CommandLine",
            "{petitions} petitions and {comments} comments were taken in, {further} texts were put to petitions that"
            " were there, {present} were there already, {quarantined} wait in quarantine.",
        ),
        petitions=taken.petitions,
        comments=taken.comments,
        further=taken.further,
        present=taken.already_present,
        quarantined=taken.quarantined,
    )
    if taken.answers:
        answers = translate("CommandLine", "{count} answers about satisfaction were put to their petitions.")
        sentence += "\n" + fill(answers, count=taken.answers)
    if taken.without_reply:
        sentence = f"{sentence}\n{notice_sentence('without_reply', taken.without_reply)}"
    if done.archived:
        archived = translate("CommandLine", "{count} petitions were archived by themselves.")
        sentence = f"{sentence}\n{fill(archived, count=done.archived)}"
    lines = [f"{shown(one.source)}: {shown(one.name)}: {outcome_words(one)}" for one in done.files]
    output.result(
        {
            "petitions": taken.petitions,
            "without_reply": taken.without_reply,
            "comments": taken.comments,
            "further_texts": taken.further,
            "answers": taken.answers,
            "already_present": taken.already_present,
            "quarantined": taken.quarantined,
            "archived": done.archived,
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
        "\n".join([sentence, *lines, *message_lines]),
    )
    for source, name in done.waiting:
        words = translate(
            "CommandLine", "{source}: {file} is still being written; it waits for the next round."
        )
        output.note(fill(words, source=shown(source), file=shown(name)))
    for trouble in done.troubles:
        output.note(error_sentence(trouble))
    return 0 if done.clean and all_sent else 1


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
    """Lists quarantined rows with their reasons, but without text written by citizens."""
    del arguments
    with opened(settings) as services:
        actor = acting(services)
        found, set_aside_count = services.staging.quarantined(actor), services.staging.count_aside(actor)
    lines = []
    rows = []
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
        rows.append(
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
    if set_aside_count:
        lines.append(
            fill(translate("CommandLine", "{count} were put aside for good."), count=set_aside_count)
        )
    output.result({"quarantined": rows, "put_aside": set_aside_count}, "\n".join(lines))
    return 0


def password(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Asks for the password of a mailbox, and stores it for the scheduled task of the same account.

    Raises `UsageError` without a terminal, or if no mailbox has the given name.
    """
    with opened(settings) as services:
        acting(services)
        mailboxes = [one.settings for one in services.sources.all() if one.settings.way is SourceKind.MAILBOX]
    named = next((one for one in mailboxes if one.name == arguments.source), None)
    if named is None:
        reason = translate("Usage", "There is no source “{name}” that is a mailbox; these are: {names}.")
        names = ", ".join(shown(one.name) for one in mailboxes)
        raise UsageError(reason=fill(reason, name=shown(arguments.source), names=names or "—"))
    return keep_typed_password(named.account, output)
