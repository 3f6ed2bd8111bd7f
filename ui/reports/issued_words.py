"""Wording of issued reports. Without Qt."""

from __future__ import annotations

from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.reports.issued import IssuedRow
from desktop_app.reports.monthly_pdf import issue_number
from desktop_app.reports.numbers import number
from desktop_app.wording import digits, fill, translate
from ui.reports.made import MadeReport


def state_words(made: MadeReport) -> str:
    """The issue state: «هنوز صادر نشده», «شمارهٔ ۱۴۰۵/۳، ۶ آذر ۱۴۰۵»."""
    if made.shown is not None:
        return issue_words(made.shown)
    if made.editions:
        return translate("Reports", "As it is counted now; issued before")
    return translate("Reports", "Not issued yet")


def issue_words(row: IssuedRow) -> str:
    """Number, date, and the edition if it is not the first."""
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


def then_and_now(row: IssuedRow, then: int, now: int, *, sees_all: bool) -> str:
    """A remark above the petitions of a number in an issued report.

    States how many were counted, how many are listed now, and why they may differ.
    """
    if not sees_all:
        words = translate(
            "Reports",
            "Report {issue} counted {then} here when it was issued; of what fits today you see {now}.",
        )
    elif then == now:
        words = translate(
            "Reports",
            "Report {issue} counted {then} here when it was issued; as many fit today. What was reopened, "
            "corrected or passed on since stands here as it is now.",
        )
    else:
        words = translate(
            "Reports",
            "Report {issue} counted {then} here when it was issued; {now} fit today, because petitions were "
            "reopened, corrected, passed on or registered late since.",
        )
    return fill(words, issue=issue_words(row), then=number(then), now=number(now))


def decided_since(row: IssuedRow, then: int) -> str:
    """A remark next to the comments of a number in an issued report."""
    words = translate(
        "Reports",
        "Report {issue} counted {then} comments here when it was issued; what was decided since stands here as it is "
        "now.",
    )
    return fill(words, issue=issue_words(row), then=number(then))


def row_words(row: IssuedRow) -> tuple[str, str]:
    """Title and description of an issued report in a list."""
    scope = ", ".join(name for name in (row.unit_name, row.person_name) if name)
    of = scope.replace(", ", translate("Window", ", ")) or translate("Monthly report", "all units")
    title = fill(translate("Monthly report", "{month}, {scope}"), month=row.period.title, scope=of)
    parts = [issue_words(row), fill(translate("Reports", "issued by {name}"), name=row.issue.issued_by)]
    if row.issue.reason:
        parts.append(row.issue.reason)
    if not row.latest:
        parts.append(translate("Reports", "replaced by a newer edition"))
    return title, translate("Window", ", ").join(parts)
