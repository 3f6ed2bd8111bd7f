"""The commands `export revision`, `import annotations` and `report annotations`."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.finding import person_of
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.documents import read_document
from desktop_app.errors import RuleError, UsageError
from desktop_app.instruments.annotations.word_import import TakenIn
from desktop_app.instruments.annotations.word_rows import IncomingKind, IncomingPlan, first_choice
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.staff.roles import Actor
from desktop_app.wording import fill, translate

_LISTS: Final = (".pdf", ".xlsx", ".csv")


def export_revision(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes a revision as DOCX; with annotations only if they are asked for."""
    assert arguments.output is not None
    if arguments.output.suffix.lower() != ".docx":
        reason = translate("Usage", "{file} has to end in .docx.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    if arguments.original is not None and not arguments.since:
        raise UsageError(reason=translate("Usage", "--original needs --since."))
    with opened(settings) as services:
        actor = acting(services)
        instrument = services.drafting.by_code(arguments.instrument)
        number = arguments.revision or _last(services, actor, instrument)
        if arguments.since >= number:
            raise UsageError(reason=translate("Usage", "--since has to be an earlier revision."))
        data = _document(services, actor, instrument.id, number, arguments, output)
    write_file(arguments.output, data)
    sentence = translate("CommandLine", "Revision {n} of {code} is in {path}.")
    if arguments.with_annotations:
        internal = translate("CommandLine", "It contains annotations and is not for publication.")
        sentence = f"{sentence} {internal}"
    output.result(
        {
            "instrument": instrument.code,
            "revision": number,
            "since": arguments.since or None,
            "annotations": arguments.with_annotations,
            "file": str(arguments.output),
        },
        fill(sentence, n=number, code=shown(instrument.code), path=shown(str(arguments.output))),
    )
    return 0


def _document(
    services: Services, actor: Actor, instrument: int, number: int, arguments: Arguments, output: Output
) -> bytes:
    export, annotations = services.word_export, arguments.with_annotations
    if not arguments.since:
        return export.revision(actor, instrument, number, annotations=annotations)
    if arguments.original is None:
        return export.changes(actor, instrument, arguments.since, number, annotations=annotations)
    made = export.in_original(
        actor, instrument, arguments.since, number, arguments.original, annotations=annotations
    )
    for note in made.notes:
        output.note(note)
    return made.data


def _last(services: Services, actor: Actor, instrument: InstrumentRow) -> int:
    revisions = services.drafting.detail(actor, instrument.id).revisions
    if not revisions:
        raise RuleError(rule="instrument_has_no_text")
    return revisions[-1].number


def import_annotations(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Takes in comments and changes of a DOCX; what a file calls resolved only if that is asked for."""
    with opened(settings) as services:
        actor = acting(services)
        instrument = services.drafting.by_code(arguments.instrument)
        plan = services.word_import.plan(actor, instrument.id, arguments.file)
        keys = _chosen(plan, arguments)
        taken = TakenIn()
        revision = None
        if not arguments.dry_run:
            taken = services.word_import.take_in(actor, instrument.id, plan, keys)
            revision = _next_revision(services, actor, instrument.id, plan, arguments)
    refused = [row for row in plan.rows if row.fault is not None]
    for row in refused:
        sentence = translate("CommandLine", "A comment of {author} was left out: it is empty or too long.")
        output.note(fill(sentence, author=shown(row.author)))
    output.result(_told(plan, taken, len(keys), revision, arguments), _sentence(plan, taken, keys, arguments))
    return 1 if refused else 0


def _chosen(plan: IncomingPlan, arguments: Arguments) -> set[str]:
    left = set() if arguments.resolve else {IncomingKind.RESOLUTION}
    if arguments.changes not in ("", "suggestions"):
        left.add(IncomingKind.SUGGESTION)
    resolutions = {row.key for row in plan.rows if row.kind is IncomingKind.RESOLUTION}
    chosen = set(first_choice(plan)) | resolutions
    return {row.key for row in plan.rows if row.key in chosen and row.kind not in left}


def _next_revision(
    services: Services, actor: Actor, instrument: int, plan: IncomingPlan, arguments: Arguments
) -> int | None:
    if arguments.changes != "revision" or not plan.changes:
        return None
    document = read_document(arguments.file)
    summary = fill(translate("CommandLine", "Changes in Word: {name}"), name=plan.name)
    return services.drafting.add_revision(actor, instrument, document, summary=summary).revisions[-1].number


def _told(
    plan: IncomingPlan, taken: TakenIn, chosen: int, revision: int | None, arguments: Arguments
) -> dict[str, Any]:
    kinds = [row.kind for row in plan.rows]
    return {
        "read": len(plan.rows) + plan.already_present,
        "already_present": plan.already_present,
        "on_revision": plan.number,
        "changed_text": not plan.exact,
        "found": {kind.value: kinds.count(kind) for kind in IncomingKind},
        "without_place": sum(not row.placed for row in plan.rows),
        "chosen": chosen,
        "created": {
            "thread": taken.threads,
            "reply": taken.replies,
            "suggestion": taken.suggestions,
            "resolution": taken.resolved,
        },
        "revision": revision,
        "rejected": [
            {"author": row.author, "reason": row.fault.value} for row in plan.rows if row.fault is not None
        ],
        "dry_run": arguments.dry_run,
    }


def _sentence(plan: IncomingPlan, taken: TakenIn, keys: set[str], arguments: Arguments) -> str:
    if arguments.dry_run:
        said = translate(
            "CommandLine", "{rows} comments and changes would come in, {present} are there; nothing was kept."
        )
        return fill(said, rows=len(keys), present=plan.already_present)
    said = translate(
        "CommandLine",
        "Taken in: {threads} annotations, {replies} replies, {suggestions} suggestions, {resolved} resolved;"
        " {present} were there already.",
    )
    return fill(
        said,
        threads=taken.threads, replies=taken.replies, suggestions=taken.suggestions, resolved=taken.resolved,
        present=plan.already_present,
    )  # fmt: skip


def report_annotations(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes a list of annotations as PDF, XLSX or CSV."""
    from desktop_app.reports.lists.threads import ThreadFilter  # noqa: PLC0415

    assert arguments.output is not None
    if arguments.output.suffix.lower() not in _LISTS:
        reason = translate("Usage", "{file} has to end in .pdf, .xlsx or .csv.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    with opened(settings) as services:
        actor = acting(services)
        instrument = services.drafting.by_code(arguments.instrument).id if arguments.instrument else None
        person = person_of(services, arguments.person) if arguments.person else None
        wanted = ThreadFilter(instrument, person, arguments.open)
        rows = services.list_files.threads(actor, wanted, Path(arguments.output))
    sentence = translate("CommandLine", "{rows} annotations are in {path}.")
    output.result(
        {"rows": rows, "file": str(arguments.output)},
        fill(sentence, rows=rows, path=shown(str(arguments.output))),
    )
    return 0
