"""`mosharekat report`: the report of a Jalali month, the summing-up of a consultation; on paper or as files."""

from __future__ import annotations

import io

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.finding import unit_of
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.errors import InvalidValueError, UsageError
from desktop_app.persian.dates import JalaliMonth
from desktop_app.reports.summing_up import FORMS, summing_up_file
from desktop_app.settings import Settings
from desktop_app.wording import fill, language_in_use, translate
from desktop_app.wording.errors import error_sentence


def monthly(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the report to the file of `-o`, in the form that its ending names."""
    assert arguments.output is not None
    form = arguments.output.suffix.lower()
    if form not in {".pdf", ".xlsx", ".csv"}:
        reason = translate("Usage", "{file} has to end in .pdf, .xlsx or .csv.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    month = month_of(arguments.month)
    with opened(settings) as services:
        unit = unit_of(services, arguments.unit) if arguments.unit else None
        report = services.reports.monthly(month, unit)
    if form == ".pdf":
        from desktop_app.reports.monthly_pdf import write_monthly_report  # noqa: PLC0415 - reportlab, fonts

        page = io.BytesIO()
        write_monthly_report(report, page)
        write_file(arguments.output, page.getvalue())
    else:
        from desktop_app.reports.spreadsheet import spreadsheet  # noqa: PLC0415

        write_file(arguments.output, spreadsheet(report, form))
    sentence = translate("CommandLine", "The report of {month} is in {path}.")
    name = month.title if language_in_use() == "fa" else month.code
    told = {"month": month.code, "file": str(arguments.output)}
    if report.as_of is not None:
        told["as_of"] = report.as_of.isoformat()
    output.result(
        told,
        fill(
            sentence,
            month=name,
            path=shown(str(arguments.output)),
        ),
    )
    return 0


def consultation(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the summing-up of a consultation: the last frozen one, or how it stands now, which it then says."""
    assert arguments.output is not None
    form = arguments.output.suffix.lower().removeprefix(".")
    if form not in FORMS:
        reason = translate("Usage", "{file} has to end in .pdf, .docx or .xlsx.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    with opened(settings) as services:
        instrument = services.drafting.by_code(arguments.instrument)
        copy = services.consultation_reports.of(acting(services), instrument.id, internal=arguments.internal)
    write_file(arguments.output, summing_up_file(copy, form))
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
            "sha256": frozen.sha256 if frozen is not None else None,
            "comments": copy.matrix.comments,
            "internal": arguments.internal,
        },
        fill(
            sentence,
            number=frozen.number if frozen is not None else 0,
            code=shown(instrument.code),
            path=shown(str(arguments.output)),
        ),
    )
    return 0


def publish(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the package for the portal into a folder; the history says that it was made."""
    assert arguments.output is not None
    from desktop_app.reports.publishing import (  # noqa: PLC0415 - reportlab, fonts
        manifest_digest,
        package_files,
        write_package,
    )

    with opened(settings) as services:
        instrument = services.drafting.by_code(arguments.instrument)
        publication = services.publications.of(instrument.id)
        files = package_files(publication, services.office.settings())
        write_package(files, arguments.output)
        services.publications.note_package(acting(services), instrument.id, manifest_digest(files))
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
        },
        fill(sentence, code=shown(instrument.code), path=shown(str(arguments.output)), n=len(files)),
    )
    return 0


def month_of(text: str) -> JalaliMonth:
    """The month of an option. Raises `UsageError`."""
    try:
        return JalaliMonth.parse(text)
    except InvalidValueError as error:
        raise UsageError(reason=error_sentence(error)) from error
