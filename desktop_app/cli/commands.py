"""Maps the commands that need a database to their functions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop_app.cli import (
    annotating,
    auditing,
    backups,
    catalogue,
    clocks,
    databases,
    finding,
    importing,
    intake,
    lettering,
    monthly,
    outbox,
    reporting,
    sealing,
    tasks,
    trials,
)
from desktop_app.cli.output import Output
from desktop_app.cli.parser import Arguments
from desktop_app.settings import Settings

Command = Callable[[Arguments, Settings, Output], int]


def run(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Runs the command and returns its exit status."""
    return _COMMANDS[arguments.command, arguments.action](arguments, settings, output)


def _sample(arguments: Arguments, settings: Settings, output: Output) -> int:
    from desktop_app.cli import sampling  # noqa: PLC0415 - the pools of words, only for made data

    return sampling.sample(arguments, settings, output)


_COMMANDS: Final[dict[tuple[str, str], Command]] = {
    ("audit", "verify"): auditing.verify_history,
    ("audit", "key"): sealing.make_key,
    ("audit", "seal"): sealing.seal,
    ("database", "init"): databases.init,
    ("database", "upgrade"): databases.upgrade,
    ("database", "check"): databases.check,
    ("database", "info"): databases.info,
    ("database", "clock"): clocks.clock,
    ("database", "backup"): backups.backup,
    ("database", "restore"): backups.restore,
    ("database", "try-backup"): trials.try_one,
    ("database", "copy-to"): backups.copy_to,
    ("export", "revision"): annotating.export_revision,
    ("import", "annotations"): annotating.import_annotations,
    ("import", "petitions"): importing.petitions,
    ("import", "comments"): importing.comments,
    ("import", "revision"): importing.revision,
    ("import", "satisfaction"): importing.satisfaction,
    ("intake", "run"): intake.run,
    ("intake", "quarantine"): intake.quarantine,
    ("intake", "password"): intake.password,
    ("intake", "catalogue"): catalogue.take_in,
    ("letter", ""): lettering.letter,
    ("outbox", "password"): outbox.password,
    ("outbox", "trial"): outbox.trial,
    ("outbox", "write"): outbox.write,
    ("outbox", "receipts"): outbox.receipts,
    ("petitions", "find"): finding.find,
    ("publish", ""): reporting.publish,
    ("report", "annotations"): annotating.report_annotations,
    ("report", "consultation"): reporting.consultation,
    ("report", "monthly"): monthly.monthly,
    ("task", "install"): tasks.install,
    ("task", "list"): tasks.listed,
    ("task", "remove"): tasks.remove,
    ("task", "run"): tasks.run,
    ("task", "show"): tasks.show,
    ("sample", ""): _sample,
}
