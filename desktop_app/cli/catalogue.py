"""The command `mosharekat intake catalogue FILE`, which imports the catalogue of petition subjects."""

from __future__ import annotations

from typing import Final

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.importing import rejected_row
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UsageError
from desktop_app.intake.formats.names import subject_kind_of
from desktop_app.intake.imports import catalogue as subjects
from desktop_app.office.services import SubjectKind
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.row_faults import row_fault_sentence

#: Maximum number of rejected rows listed on a terminal. JSON contains all of them.
_MAX_LISTED: Final = 20


def take_in(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Imports the list and prints the result; returns 1 if rows were rejected.

    Raises `BadFileError`, `ConflictError`, `NotPermittedError`; nothing is imported then.
    """
    kind = _kind(arguments)
    with opened(settings, creates=True) as services:
        done = subjects.run(
            services,
            acting(services),
            subjects.plan(arguments.file),
            kind,
            progress=terminal_progress(output),
        )
    taken, rejected = done.taken, done.rejected
    words = translate(
        "CommandLine", "The list was taken in: {added} new, {changed} changed, {same} there already."
    )
    output.result(
        {
            "added": taken.added,
            "changed": taken.changed,
            "same": taken.same,
            "rejected": [rejected_row(fault) for fault in rejected],
        },
        fill(words, added=taken.added, changed=taken.changed, same=taken.same),
    )
    if not output.as_json:
        for fault in rejected[:_MAX_LISTED]:
            output.note(row_fault_sentence(fault))
        if len(rejected) > _MAX_LISTED:
            more = translate("CommandLine", "{count} rejected rows are not listed here.")
            output.note(fill(more, count=len(rejected) - _MAX_LISTED))
    return 1 if rejected else 0


def _kind(arguments: Arguments) -> SubjectKind:
    """Returns the default kind for rows without one. Raises `UsageError`."""
    if not arguments.kind:
        return SubjectKind.SERVICE
    kind = subject_kind_of(arguments.kind)
    if kind is None:
        reason = translate("Usage", "{value} is no kind of subject; the kinds are {kinds}.")
        kinds = ", ".join(kind.value for kind in SubjectKind)
        raise UsageError(reason=fill(reason, value=shown(arguments.kind), kinds=shown(kinds)))
    return kind
