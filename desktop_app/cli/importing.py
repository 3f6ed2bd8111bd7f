"""The commands `mosharekat import …`, which import files and report the result of each row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.finding import channel_named, kind_named
from desktop_app.cli.output import Output, shown, terminal_progress
from desktop_app.cli.parser import Arguments
from desktop_app.documents import read_document
from desktop_app.errors import AppError, BadFileError, NotWrittenError
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.imports import comments as intake_comments
from desktop_app.intake.imports import petitions as intake_petitions
from desktop_app.intake.imports import satisfaction as intake_satisfaction
from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.intake.imports.importing import ImportPlan, ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.row_faults import (
    changed_row_sentence,
    fault_reason,
    notice_sentence,
    row_fault_sentence,
)

#: Maximum number of rejected rows listed on a terminal. JSON and the file of rejects contain all of them.
_MAX_LISTED: Final = 20

Run = Callable[[ImportPlan], ImportResult]


def petitions(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Imports petitions from one or several files."""
    kind = kind_named(arguments.kind) if arguments.kind else None
    channel = channel_named(arguments.channel) if arguments.channel else None
    with opened(settings, creates=True) as services:
        actor, rejects = acting(services), RejectedRows()

        def run(plan: ImportPlan) -> ImportResult:
            return intake_petitions.run(
                services, actor, plan, kind=kind,
                channel=channel, dry_run=arguments.dry_run, progress=terminal_progress(output), rejects=rejects,
            )  # fmt: skip

        return _import(arguments, output, intake_petitions.plan, run, rejects)


def comments(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Imports public comments on a draft from one or several files."""
    channel = channel_named(arguments.channel) if arguments.channel else None
    with opened(settings) as services:
        actor, rejects = acting(services), RejectedRows()
        instrument = services.drafting.by_code(arguments.instrument)

        def run(plan: ImportPlan) -> ImportResult:
            return intake_comments.run(
                services, actor, instrument.id, plan,
                channel=channel, dry_run=arguments.dry_run, progress=terminal_progress(output), rejects=rejects,
            )  # fmt: skip

        return _import(arguments, output, intake_comments.plan, run, rejects)


def satisfaction(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Imports satisfaction answers of petitioners from one or several files."""
    with opened(settings) as services:
        actor, rejects = acting(services), RejectedRows()

        def run(plan: ImportPlan) -> ImportResult:
            return intake_satisfaction.run(
                services, actor, plan,
                dry_run=arguments.dry_run, progress=terminal_progress(output), rejects=rejects,
            )  # fmt: skip

        return _import(arguments, output, intake_satisfaction.plan, run, rejects)


def revision(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Adds a document as the next revision of a draft."""
    document = read_document(arguments.file)
    with opened(settings) as services:
        actor = acting(services)
        instrument = services.drafting.by_code(arguments.instrument)
        detail = services.drafting.add_revision(actor, instrument.id, document, summary=arguments.summary)
    made = detail.revisions[-1]
    sentence = fill(
        translate("CommandLine", "Revision {number} of {code}: {characters} characters."),
        number=made.number,
        code=shown(instrument.code),
        characters=made.characters,
    )
    outside = [*document.not_compared, *dict.fromkeys(part.kind for part in document.parts)]
    if outside:
        left_out = translate("CommandLine", "Not in the text: {names}")
        output.note(fill(left_out, names=", ".join(outside)))
    output.result(
        {
            "instrument": instrument.code,
            "revision": made.number,
            "characters": made.characters,
            "not_compared": list(document.not_compared),
            "parts": len(document.parts),
        },
        sentence,
    )
    return 0


@dataclass
class _Total:
    """The combined result of all files."""

    read: int = 0
    created: int = 0
    already_present: int = 0
    rejected: list[RowFault] = field(default_factory=list)
    refused: list[dict[str, str]] = field(default_factory=list)
    notices: dict[str, int] = field(default_factory=dict)
    pointed_out: list[RowFault] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)

    def add(self, result: ImportResult) -> None:
        self.read += result.read
        self.created += result.created
        self.already_present += result.already_present
        self.rejected += result.rejected
        self.pointed_out += result.pointed_out
        self.changed += result.changed
        for notice, rows in result.notices.items():
            self.notices[notice] = self.notices.get(notice, 0) + rows


def _import(
    arguments: Arguments,
    output: Output,
    plan: Callable[[Path], ImportPlan],
    run: Run,
    rejects: RejectedRows,
) -> int:
    total = _Total()
    for path in arguments.files:
        try:
            total.add(run(plan(path)))
        except BadFileError as error:
            total.read += _saved(error)
            total.created += _saved(error)
            reason = str(error.parameters.get("reason", ""))
            total.refused.append({"file": str(path), "reason": reason, "message": error_sentence(error)})
        except AppError as error:
            error.after(0 if arguments.dry_run else total.created)
            raise
    written = _write_rejects(arguments.rejects, rejects)
    document = _document(total, arguments, written)
    output.result(document, _summary(total, dry_run=arguments.dry_run))
    _print_summary(total, written, output)
    return 1 if total.rejected or total.refused or total.changed else 0


def _saved(error: AppError) -> int:
    """Returns how many rows of a file were stored before it broke off."""
    saved = error.parameters.get("saved")
    return saved if isinstance(saved, int) else 0


def _write_rejects(path: Path | None, rejects: RejectedRows) -> tuple[Path, ...]:
    if path is None or not rejects:
        return ()
    try:
        return rejects.write(path)
    except OSError as error:
        raise NotWrittenError.because(str(path), error) from error


def _document(total: _Total, arguments: Arguments, written: tuple[Path, ...]) -> dict[str, Any]:
    return {
        "read": total.read,
        "created": total.created,
        "already_present": total.already_present,
        "changed": [changed_row(row) for row in total.changed],
        "rejected": [rejected_row(fault) for fault in total.rejected],
        "refused": total.refused,
        "notices": total.notices,
        "pointed_out": [rejected_row(fault) for fault in total.pointed_out],
        "dry_run": arguments.dry_run,
        "rejects": [str(path) for path in written],
    }


def changed_row(row: ChangedRow) -> dict[str, Any]:
    """Returns one known row with other words for JSON: which fields differ, without the words."""
    return {
        "file": row.file,
        "row": row.row,
        "external_id": row.external_id,
        "fields": list(row.fields),
    }


def rejected_row(fault: RowFault) -> dict[str, Any]:
    """Returns one rejected row for JSON: its first fault, with further ones in `also`."""
    entry: dict[str, Any] = {
        "file": fault.file,
        "row": fault.row,
        "field": fault.field,
        "reason": fault.reason,
        "message": fault_reason(fault),
    }
    if fault.also:
        entry["also"] = [
            {"field": other.field, "reason": other.reason, "message": fault_reason(other)}
            for other in fault.also
        ]
    return entry


def _summary(total: _Total, *, dry_run: bool) -> str:
    template = translate(
        "CommandLine",
        "{read} rows read: {created} new, {present} there already, {changed} with other words, {rejected} rejected.",
    )
    if dry_run:
        template = translate(
            "CommandLine",
            "{read} rows checked, nothing kept: {created} would be new, {present} are there, {changed} with other"
            " words, {rejected} rejected.",
        )
    return fill(
        template,
        read=total.read,
        created=total.created,
        present=total.already_present,
        changed=len(total.changed),
        rejected=len(total.rejected),
    )


def _print_summary(total: _Total, written: tuple[Path, ...], output: Output) -> None:
    for refused in total.refused:
        output.note(refused["message"])
    if not output.as_json:
        for fault in (*total.rejected[:_MAX_LISTED], *total.pointed_out[:_MAX_LISTED]):
            output.note(f"{shown(Path(fault.file).name)}: {row_fault_sentence(fault)}")
        for row in total.changed[:_MAX_LISTED]:
            output.note(
                f"{shown(Path(row.file).name)}: {changed_row_sentence(row.row, row.external_id, row.fields)}"
            )
    if total.changed:
        output.note(
            fill(
                translate(
                    "CommandLine",
                    "{count} rows are there with other words, and were left: import the file in the window to"
                    " choose.",
                ),
                count=len(total.changed),
            )
        )
    hidden = len(total.rejected) - _MAX_LISTED
    if hidden > 0 and not output.as_json:
        output.note(
            fill(translate("CommandLine", "{count} rejected rows are not listed here."), count=hidden)
        )
    for notice, rows in total.notices.items():
        output.note(notice_sentence(notice, rows))
    for path in written:
        sentence = translate(
            "CommandLine", "The rejected rows are in {path}; mend them and import that file."
        )
        output.note(fill(sentence, path=shown(str(path))))
