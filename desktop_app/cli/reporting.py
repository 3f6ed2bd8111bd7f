"""The commands `mosharekat report consultation` and `publish`, for the report of a consultation and the portal's
package."""

from __future__ import annotations

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.errors import UsageError
from desktop_app.reports.summing_up import FORMS, summing_up_file
from desktop_app.settings import Settings
from desktop_app.wording import fill, translate
from desktop_app.wording.letters import without_logo_words


def consultation(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the report of a consultation: the last frozen one, or else the current state, marked as such."""
    assert arguments.output is not None
    form = arguments.output.suffix.lower().removeprefix(".")
    if form not in FORMS:
        reason = translate("Usage", "{file} has to end in .pdf, .docx or .xlsx.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    with opened(settings) as services:
        instrument = services.drafting.by_code(arguments.instrument)
        copy = services.consultation_reports.of(acting(services), instrument.id, internal=arguments.internal)
        without_logo = form == "pdf" and services.office.logo_is_broken()
    write_file(arguments.output, summing_up_file(copy, form))
    if without_logo:
        output.note(without_logo_words())
    frozen = copy.frozen
    sentence = (
        translate("CommandLine", "Summing-up no. {number} of {code} is in {path}.")
        if frozen is not None
        else translate("CommandLine", "The summing-up of {code}, not frozen yet, is in {path}.")
    )
    if arguments.internal:
        personal = translate("CommandLine", "It contains personal data and is not for publication.")
        sentence = f"{sentence} {personal}"
    output.result(
        {
            "instrument": instrument.code,
            "file": str(arguments.output),
            "number": frozen.number if frozen is not None else None,
            "registered": frozen.registered if frozen is not None else None,
            "sha256": frozen.sha256 if frozen is not None else None,
            "comments": copy.matrix.comments,
            "internal": arguments.internal,
        },
        fill(
            sentence,
            number=shown(frozen.registered) if frozen is not None else "",
            code=shown(instrument.code),
            path=shown(str(arguments.output)),
        ),
    )
    return 0


def publish(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the portal's package into a folder, and records it in the audit log."""
    assert arguments.output is not None
    from desktop_app.reports.publishing import (  # noqa: PLC0415 - reportlab, fonts
        manifest_digest,
        package_files,
        write_package,
    )

    with opened(settings) as services:
        instrument = services.drafting.by_code(arguments.instrument)
        publication = services.publications.of(instrument.id)
        outcome = services.comment_outcomes.frozen(instrument.id)
        files = package_files(publication, services.office.settings(), services.office.logo(), outcome)
        write_package(files, arguments.output)
        services.publications.note_package(acting(services), instrument.id, manifest_digest(files))
        if services.office.logo_is_broken():
            output.note(without_logo_words())
    sentence = translate("CommandLine", "The package of {code} is in {path}: {n} files.")
    output.result(
        {
            "instrument": instrument.code,
            "folder": str(arguments.output),
            "files": sorted(files),
            "sha256": manifest_digest(files),
            "revision": publication.revision,
            "open": publication.is_open,
            "closes_on": publication.closes_on.isoformat(),
            "outcome": outcome.report.number if outcome is not None else None,
        },
        fill(sentence, code=shown(instrument.code), path=shown(str(arguments.output)), n=len(files)),
    )
    return 0
