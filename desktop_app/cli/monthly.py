"""The command `mosharekat report monthly`, also for a scheduler: writes, issues and prints a report."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Final, TypedDict

from desktop_app.cli.acting import acting, opened
from desktop_app.cli.finding import channel_named, kind_named, person_of, unit_of
from desktop_app.cli.output import Output, shown, write_file
from desktop_app.cli.parser import Arguments
from desktop_app.cli.usage import usage_reason
from desktop_app.errors import InvalidValueError, NotFoundError, UsageError
from desktop_app.office.numbering import paper_number
from desktop_app.persian.text import fold
from desktop_app.reports.issued import Issued
from desktop_app.reports.period import Period
from desktop_app.reports.scope import ReportScope
from desktop_app.reports.service import MonthlyReport
from desktop_app.services import Services
from desktop_app.settings import Settings
from desktop_app.signing import SigningKey
from desktop_app.staff.signing_keys import own_key, signing_key
from desktop_app.wording import digits, fill, language_in_use, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.letters import without_logo_words

_FORMS: Final = (".pdf", ".xlsx", ".csv")
#: Values that mean the last complete month.
_LAST: Final = ("last", "گذشته", "ماه گذشته")


def monthly(arguments: Arguments, settings: Settings, output: Output) -> int:
    """Writes the report to the file given by `-o`, or prints it with `--text`; issues and prints it on paper on
    request.

    The extension of the file is the format. An issued report is reproduced as issued, unless `--afresh` is given.
    """
    form = _checked(arguments)
    period = _written_period(arguments)
    printer = _printer(arguments)
    with opened(settings) as services:
        scope = _scope(arguments, services, period)
        report, issued, just_issued = _report(arguments, services, scope)
        # A report issued earlier is reproduced as it was.
        without_logo = services.office.logo_is_broken() and (issued is None or just_issued)
    if arguments.issue and not just_issued:
        # A scheduler runs every day: a report issued earlier has already been printed.
        printer = None
    page = b""
    if printer is not None or form == ".pdf":
        page = issued.page if issued is not None else _page(report)
    if without_logo and (page or just_issued):
        output.note(without_logo_words())
    document: dict[str, Any] = {"month": scope.period.code, "period": scope.period.code}
    document |= {"unit": report.unit_name or None, "accessible_only_of": report.within}
    sentences = []
    if issued is not None:
        sentences.append(_issued_sentence(issued))
        document |= _issued_facts(issued)
    if report.as_of is not None:
        document["as_of"] = report.as_of.isoformat()
    if arguments.output is not None:
        from desktop_app.reports.spreadsheet import spreadsheet  # noqa: PLC0415

        write_file(arguments.output, page if form == ".pdf" else spreadsheet(report, form))
        document["file"] = str(arguments.output)
        sentence = translate("CommandLine", "The report of {month} is in {path}.")
        sentences.append(fill(sentence, month=_name(scope.period), path=shown(str(arguments.output))))
    if printer is not None:
        from ui.widgets.unattended import print_unattended  # noqa: PLC0415 - the toolkit, only for paper

        job = print_unattended(
            page, _job_name(scope.period), printer, copies=arguments.copies, duplex=arguments.duplex
        )
        document |= {"printer": job.printer, "pages": job.pages}
        sentence = translate("CommandLine", "{pages} pages went to the printer {printer}.")
        sentences.append(fill(sentence, pages=job.pages, printer=shown(job.printer)))
    elif arguments.printer is not None:
        sentences.append(translate("CommandLine", "It was issued before; nothing was printed."))
    output.result(document, _text(report, sentences, output) if arguments.text else " ".join(sentences))
    return 0


def _checked(arguments: Arguments) -> str:
    """Returns the format of the output file, or an empty string without one. Raises `UsageError`."""
    if not arguments.month and not arguments.period:
        raise UsageError(reason=usage_reason("the following arguments are required: --month"))
    if arguments.month and arguments.period:
        raise UsageError(reason=translate("Usage", "Give either --month or --period."))
    if arguments.text and arguments.output is not None:
        raise UsageError(reason=translate("Usage", "Give either --text or -o."))
    if arguments.text and arguments.json:
        raise UsageError(reason=translate("Usage", "Give either --text or --json."))
    acts = arguments.issue or arguments.correct or arguments.printer is not None
    if not (arguments.output or arguments.text or acts):
        raise UsageError(reason=usage_reason("the following arguments are required: -o"))
    if arguments.afresh and (arguments.issue or arguments.correct):
        raise UsageError(reason=translate("Usage", "What is issued is counted anew: --afresh is not needed."))
    if arguments.output is None:
        return ""
    form = arguments.output.suffix.lower()
    if form not in _FORMS:
        reason = translate("Usage", "{file} has to end in .pdf, .xlsx or .csv.")
        raise UsageError(reason=fill(reason, file=shown(arguments.output.name)))
    return form


def _printer(arguments: Arguments) -> str | None:
    """Returns the requested printer. It is looked up before anything is issued. Raises `PrinterError`."""
    if arguments.printer is None:
        return None
    from ui.widgets.unattended import find_printer  # noqa: PLC0415 - the toolkit, only for paper

    return find_printer(arguments.printer)


def _scope(arguments: Arguments, services: Services, written: Period | None) -> ReportScope:
    period = written or Period.month(services.reports.latest_month())
    # Issuing has a refusal of its own for every period that is not over.
    issues = arguments.issue or arguments.correct
    if not issues and period.first > services.reports.latest_day() + timedelta(days=1):
        reason = translate("Usage", "{period} has not begun yet; choose an earlier one.")
        raise UsageError(reason=fill(reason, period=_name(period)))
    person = person_of(services, arguments.person) if arguments.person else None
    kind = kind_named(arguments.kind) if arguments.kind else None
    channel = channel_named(arguments.channel) if arguments.channel else None
    return ReportScope(
        period,
        unit_of(services, arguments.unit) if arguments.unit else None,
        person,
        kind.value if kind else None,
        channel.value if channel else None,
    )


def _written_period(arguments: Arguments) -> Period | None:
    """Returns the period that is written, or None for the last complete month. Raises `UsageError`."""
    written = arguments.month or arguments.period
    if fold(written) in map(fold, _LAST):
        return None
    try:
        return Period.parse(written)
    except InvalidValueError as error:
        if arguments.period and error.parameters["reason"] == "no_such_month":
            reason = translate(
                "Usage",
                "“{value}” is not a period; write it like 1405-08, 1405-Q3, 1405 or 1405-08-01..1405-08-15.",
            )
            raise UsageError(reason=fill(reason, value=shown(digits(written)))) from error
        raise UsageError(reason=error_sentence(error)) from error


def _report(
    arguments: Arguments, services: Services, scope: ReportScope
) -> tuple[MonthlyReport, Issued | None, bool]:
    """Returns the report, its issued form or None, and whether it was issued just now."""
    reports = services.issued_reports
    actor = acting(services)
    editions = () if arguments.afresh else reports.of(actor, scope)
    before = row = editions[0] if editions else None
    if arguments.correct:
        if row is None:
            raise NotFoundError(item="report", key=scope.period.code)
        row = reports.correct(actor, row.id, arguments.correct, **_signed(arguments, services))
    elif arguments.issue and row is None:
        # If a scheduler runs twice, the second run finds the report issued.
        row = reports.issue(actor, scope, **_signed(arguments, services))
    if row is None:
        return services.reports.of(scope, actor), None, False
    issued = reports.one(actor, row.id)
    return issued.report, issued, row != before


class _Signed(TypedDict):
    """What the command line says about who issues a report."""

    signed_as: str
    analysis: str
    key: SigningKey | None


def _signed(arguments: Arguments, services: Services) -> _Signed:
    return _Signed(signed_as=arguments.signed_as, analysis=arguments.analysis, key=_key(arguments, services))


def _key(arguments: Arguments, services: Services) -> SigningKey | None:
    """Returns the key for the seal: of the file that is named, or of the keyring if it has one."""
    if arguments.key is not None:
        return signing_key(services.database, arguments.key)
    return own_key(services.database)


def _page(report: MonthlyReport) -> bytes:
    from desktop_app.reports.monthly_pdf import write_monthly_report  # noqa: PLC0415 - reportlab, fonts

    page = io.BytesIO()
    write_monthly_report(report, page)
    return page.getvalue()


def _text(report: MonthlyReport, sentences: Iterable[str], output: Output) -> str:
    """Returns the report as text, and prints `sentences` as notes."""
    from desktop_app.reports.monthly_text import as_text  # noqa: PLC0415 - reportlab, fonts

    for sentence in sentences:
        output.note(sentence)
    return as_text(report, output.table)


def _issued_facts(issued: Issued) -> dict[str, Any]:
    issue = issued.row.issue
    return {
        "number": paper_number(issue.year, issue.number),
        "edition": issue.edition,
        "issued_at": issue.issued_at.isoformat(),
        "sha256": issue.sha256,
    }


def _issued_sentence(issued: Issued) -> str:
    issue = issued.row.issue
    sentence = (
        translate("CommandLine", "Issued as no. {number}.")
        if issue.edition == 1
        else translate("CommandLine", "Issued as no. {number}, edition {edition}.")
    )
    return fill(sentence, number=shown(paper_number(issue.year, issue.number)), edition=issue.edition)


def _name(period: Period) -> str:
    return period.code if language_in_use().iso_dates else period.title


def _job_name(period: Period) -> str:
    return fill(translate("Reports", "Monthly report {month}"), month=period.title)
