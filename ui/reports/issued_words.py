"""Issued reports in words. Without Qt."""

from __future__ import annotations

from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.issued import IssuedRow
from desktop_app.reports.monthly_pdf import issue_number
from desktop_app.wording import digits, fill, translate
from ui.reports.made import MadeReport


def state_words(made: MadeReport) -> str:
    """«هنوز صادر نشده», «شماره ۱۴۰۵/۳، ۶ آذر ۱۴۰۵»."""
    if made.shown is not None:
        return issue_words(made.shown)
    if made.editions:
        return translate("Reports", "As it is counted now; issued before")
    return translate("Reports", "Not issued yet")


def issue_words(row: IssuedRow) -> str:
    """Number, day, and edition where there was one before."""
    words = (
        translate("Reports", "No. {number}, {day}")
        if row.issue.edition == 1
        else translate("Reports", "No. {number}, {day}, edition {edition}")
    )
    return fill(
        words,
        number=isolated(digits(issue_number(row.issue))),
        day=long_date(tehran_day(row.issue.issued_at)),
        edition=digits(row.issue.edition),
    )


def row_words(row: IssuedRow) -> tuple[str, str]:
    """An issued report in a list: what it is of, and what is said of it."""
    scope = ", ".join(name for name in (row.unit_name, row.person_name) if name)
    of = scope.replace(", ", translate("Window", ", ")) or translate("Monthly report", "all units")
    title = fill(translate("Monthly report", "{month}, {scope}"), month=row.period.title, scope=of)
    told = [issue_words(row), fill(translate("Reports", "issued by {name}"), name=row.issue.issued_by)]
    if row.issue.reason:
        told.append(row.issue.reason)
    if not row.latest:
        told.append(translate("Reports", "replaced by a newer edition"))
    return title, translate("Window", ", ").join(told)
