"""`mosharekat intake …`: what other systems handed in becomes petitions and comments; meant for a scheduled task."""

from __future__ import annotations

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.row_faults import fault_reason


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Takes in all that waits; 0 also where nothing did, 1 where something went into quarantine."""
    del arguments
    with opened(settings) as services:
        taken = services.staging.run(acting(services), terminal_progress(output))
    sentence = fill(
        translate(
            "CommandLine",
            "{petitions} petitions and {comments} comments were taken in, {present} were there already,"
            " {quarantined} could not be read and wait in quarantine.",
        ),
        petitions=taken.petitions,
        comments=taken.comments,
        present=taken.already_present,
        quarantined=taken.quarantined,
    )
    output.result(
        {
            "petitions": taken.petitions,
            "comments": taken.comments,
            "already_present": taken.already_present,
            "quarantined": taken.quarantined,
        },
        sentence,
    )
    return 1 if taken.quarantined else 0


def quarantine(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Lists what could not be read, with its reason; without the citizen's words."""
    del arguments
    with opened(settings) as services:
        found = services.staging.quarantined(acting(services))
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
    output.result({"quarantined": told}, "\n".join(lines))
    return 0
