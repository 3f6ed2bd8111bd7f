"""The tables of the monthly report: titles, columns and rows, for paper, spreadsheet and text. Pure.

Values are exact. The `ValueFormat` of a column writes them for readers, and for the cell of a spreadsheet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from desktop_app.persian.dates import JalaliMonth, day_and_month, plain_date
from desktop_app.persian.digits import digits, isolated
from desktop_app.petitions.registration.codes import spoken
from desktop_app.petitions.vocabulary import Status
from desktop_app.reports.highlights import Highlights
from desktop_app.reports.monthly import Figures, ReportLine
from desktop_app.reports.numbers import change_words, days, number, percent, row_name
from desktop_app.reports.participation import Consultation, ImprovementLine, improvement_counts
from desktop_app.reports.period import Period
from desktop_app.reports.service import MonthlyReport
from desktop_app.reports.summary import improvement_sentence, response_sentence
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.workbook import Cell

#: The names of disposition in the order of the table; `undecided` stands for none.
DISPOSITIONS: Final = (
    "accepted",
    "partly_accepted",
    "rejected",
    "out_of_scope",
    "already_covered",
    "undecided",
)


class ValueFormat(NamedTuple):
    """How the values of a column are written."""

    words: Callable[[Any], str]
    cell: Callable[[Any], Cell]


def _code(time: Period | JalaliMonth) -> str:
    return time.code


def _title(time: Period | JalaliMonth) -> str:
    return time.title


def _day(day: date | None) -> str:
    return day_and_month(day) if day is not None else "—"


def _day_code(day: date | None) -> str:
    """A Jalali day in Latin digits, which sorts; empty where there is none."""
    return plain_date(day) if day is not None else ""


def _exact(value: Cell) -> Cell:
    return value


TEXT: Final = ValueFormat(str, str)
#: Of somebody who may be missing.
_NAME: Final = ValueFormat(lambda name: name or "—", str)
_COUNT: Final = ValueFormat(number, _exact)
_DAYS: Final = ValueFormat(days, _exact)
_SHARE: Final = ValueFormat(percent, lambda share: round(share, 4))
_DAY: Final = ValueFormat(_day, _day_code)
_TIME: Final = ValueFormat(_title, _code)
_CHANGE: Final = ValueFormat(change_words, _exact)
_CODE: Final = ValueFormat(lambda code: isolated(digits(spoken(code))), str)
#: The states in which the clerk says more than the state.
_WITH_A_CLERK: Final = frozenset({Status.IN_PROGRESS, Status.REFERRED})


class ReportColumn(NamedTuple):
    """A column; `exact`: only a spreadsheet has it."""

    title: str
    form: ValueFormat
    exact: bool = False


@dataclass(frozen=True, slots=True)
class ReportSection:
    """A table under its title. Rows, and the totals, have a value for each column."""

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Any, ...], ...]
    totals: tuple[Any, ...] | None = None
    #: What readers are told before the table, and instead of it.
    sentence: str = ""
    nothing: str = ""

    @property
    def titles(self) -> list[str]:
        """Of the columns that readers see."""
        return [column.title for column in self.columns if not column.exact]

    def words(self, row: Sequence[Any]) -> list[str]:
        """A row, or the totals, for readers."""
        return [
            column.form.words(value)
            for column, value in zip(self.columns, row, strict=True)
            if not column.exact
        ]

    def cells(self) -> list[list[Cell]]:
        """The rows for a spreadsheet."""
        return [
            [column.form.cell(value) for column, value in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]


def sections(report: MonthlyReport) -> list[ReportSection]:
    """All that there is something to read in, in the order of the paper."""
    figures, highlights = report.figures, report.highlights
    first = [outcomes(highlights), services(highlights), longest(highlights)] if highlights else []
    found = [
        *first,
        each_day(figures),
        trend(figures),
        by_unit(figures),
        by_kind(figures),
        by_channel(figures),
        comparison(figures),
        lateness(figures),
        dwell(figures),
        consultations(report.consultations),
        dispositions(report.consultations),
        satisfaction(figures),
        improvements(report.improvements),
    ]
    return [one for one in found if one.rows or one.totals or one.nothing]


def outcomes(highlights: Highlights) -> ReportSection:
    """Resolved petitions by outcome, with their share and the change to the period before."""
    resolved = sum(one.now for one in highlights.outcomes) or 1
    return ReportSection(
        translate("Monthly report", "Outcomes of the resolved petitions"),
        (
            ReportColumn(translate("Monthly report", "Outcome"), TEXT),
            ReportColumn(translate("Monthly report", "Resolved"), _COUNT),
            ReportColumn(translate("Monthly report", "Share"), _SHARE),
            ReportColumn(translate("Monthly report", "Change"), _CHANGE),
        ),
        tuple(
            (label("outcome", one.key), one.now, one.now / resolved, one.change)
            for one in highlights.outcomes
        ),
    )


def services(highlights: Highlights) -> ReportSection:
    """The most frequent services, with the change to the period before."""
    return ReportSection(
        translate("Monthly report", "Most frequent services"),
        (
            ReportColumn(translate("Monthly report", "Service"), TEXT),
            ReportColumn(translate("Monthly report", "Received"), _COUNT),
            ReportColumn(translate("Monthly report", "Change"), _CHANGE),
        ),
        tuple((one.key, one.now, one.change) for one in highlights.services),
    )


def longest(highlights: Highlights) -> ReportSection:
    """The petitions that are late for the longest time; of the citizen it has the tracking code only."""
    return ReportSection(
        translate("Monthly report", "Petitions with the longest delay"),
        (
            ReportColumn(translate("Monthly report", "Tracking code"), _CODE),
            ReportColumn(translate("Monthly report", "Kind"), TEXT),
            ReportColumn(translate("Monthly report", "Service"), _NAME),
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "State or clerk"), TEXT),
            ReportColumn(translate("Monthly report", "Delay (days)"), _COUNT),
        ),
        tuple(
            (
                one.code,
                label("kind", one.kind),
                one.service,
                row_name(one.unit, "unit"),
                one.assignee if one.assignee and one.status in _WITH_A_CLERK else label("status", one.status),
                one.days,
            )
            for one in highlights.longest
        ),
    )


def each_day(figures: Figures) -> ReportSection:
    """Without rows where the period is too long."""
    title = translate("Monthly report", "Received and resolved on each day")
    return _in_time(title, _DAY, ((one.day, one.received, one.resolved) for one in figures.days))


def trend(figures: Figures) -> ReportSection:
    title = translate("Monthly report", "Received and resolved in twelve months")
    return _in_time(title, _TIME, ((one.month, one.received, one.resolved) for one in figures.trend))


def _in_time(
    title: str, form: ValueFormat, rows: Iterable[tuple[date | JalaliMonth, int, int]]
) -> ReportSection:
    """Received and resolved by day or month, whose names `form` writes."""
    columns = (
        ReportColumn(translate("Monthly report", "Day or month"), form),
        ReportColumn(translate("Monthly report", "Received"), _COUNT),
        ReportColumn(translate("Monthly report", "Resolved"), _COUNT),
    )
    return ReportSection(title, columns, tuple(rows))


def by_unit(figures: Figures) -> ReportSection:
    title, first = translate("Monthly report", "Petitions by unit"), translate("Monthly report", "Unit")
    return _figures(title, first, figures.by_unit, figures.total, "unit")


def by_kind(figures: Figures) -> ReportSection:
    title, first = translate("Monthly report", "Petitions by kind"), translate("Monthly report", "Kind")
    return _figures(title, first, figures.by_kind, figures.total, "kind")


def by_channel(figures: Figures) -> ReportSection:
    title, first = translate("Monthly report", "Petitions by channel"), translate("Monthly report", "Channel")
    return _figures(title, first, figures.by_channel, figures.total, "channel")


def comparison(figures: Figures, *, distinct: bool = True) -> ReportSection:
    """The period beside the one before and the same one last year; `distinct`: of a year, which is preceded by last
    year, without the same row twice."""
    period = figures.period
    rows = [
        (period, *_line(figures.total)),
        (period.before(), *_line(figures.before)),
        (period.year_before(), *_line(figures.year_before)),
    ]
    return ReportSection(
        translate("Monthly report", "Against the period before and last year"),
        _figures_columns(ReportColumn(translate("Monthly report", "Period"), _TIME)),
        tuple(dict.fromkeys(rows) if distinct else rows),
        sentence=" ".join(dict.fromkeys(_incomplete(figures))),
    )


def _incomplete(figures: Figures) -> Iterator[str]:
    for reference in (figures.period.before(), figures.period.year_before()):
        begins = figures.incomplete_since(reference)
        if begins is not None:
            words = translate("Monthly report", "{period}: data from {month} on, so it is incomplete.")
            yield fill(words, period=reference.title, month=begins.title)


def _figures(
    title: str, first: str, lines: Sequence[ReportLine], total: ReportLine, family: str
) -> ReportSection:
    rows = tuple((row_name(line.key, family), *_line(line)) for line in lines)
    totals = (translate("Monthly report", "In all"), *_line(total))
    return ReportSection(title, _figures_columns(ReportColumn(first, TEXT)), rows, totals)


def _figures_columns(first: ReportColumn) -> tuple[ReportColumn, ...]:
    return (
        first,
        ReportColumn(translate("Monthly report", "Received"), _COUNT),
        ReportColumn(translate("Monthly report", "Resolved"), _COUNT),
        ReportColumn(translate("Monthly report", "Open"), _COUNT),
        ReportColumn(translate("Monthly report", "Late"), _COUNT),
        ReportColumn(translate("Monthly report", "Median (days)"), _DAYS),
        ReportColumn(translate("Monthly report", "Ninth tenth (days)"), _DAYS),
        ReportColumn(translate("Monthly report", "Resolved late"), _COUNT, exact=True),
    )


def _line(line: ReportLine) -> tuple[Any, ...]:
    return (
        line.received,
        line.resolved,
        line.open,
        line.late,
        line.median,
        line.ninetieth,
        line.overdue,
    )


def lateness(figures: Figures) -> ReportSection:
    """Units by their share of late petitions, the highest first."""
    found = figures.lateness
    return ReportSection(
        translate("Monthly report", "Lateness"),
        (
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "Late at the end"), _COUNT),
            ReportColumn(translate("Monthly report", "Resolved late"), _COUNT),
            ReportColumn(translate("Monthly report", "Of open and resolved"), _COUNT),
            ReportColumn(translate("Monthly report", "Share"), _SHARE),
        ),
        tuple((row_name(one.key, "unit"), one.late, one.overdue, one.of, one.share) for one in found),
        nothing="" if found else translate("Monthly report", "Nothing was late in this period."),
    )


def dwell(figures: Figures) -> ReportSection:
    """Units by the dwell time of petitions, the longest first."""
    found = figures.dwell
    return ReportSection(
        translate("Monthly report", "How long petitions lay with each unit"),
        (
            ReportColumn(translate("Monthly report", "Unit"), TEXT),
            ReportColumn(translate("Monthly report", "Left the unit"), _COUNT),
            ReportColumn(translate("Monthly report", "Median (days)"), _DAYS),
            ReportColumn(translate("Monthly report", "Ninth tenth (days)"), _DAYS),
        ),
        tuple((one.key, one.count, one.median, one.ninetieth) for one in found),
        nothing="" if found else translate("Monthly report", "No petition left a unit in this period."),
    )


def consultations(found: Sequence[Consultation]) -> ReportSection:
    """Each draft before the public, with the comments that were accepted (at least partly) and rejected."""
    nothing = translate("Monthly report", "No draft was open to the public in this period.")
    return ReportSection(
        translate("Monthly report", "Public consultations"),
        (
            _draft_column(),
            ReportColumn(translate("Monthly report", "Window"), TEXT),
            _comments_column(),
            ReportColumn(disposition_name("accepted"), _COUNT),
            ReportColumn(disposition_name("rejected"), _COUNT),
            _state_column(),
        ),
        tuple(
            (
                one.title,
                f"{_day(one.opened_on)} ـ {_day(one.closes_on)}" if one.opened_on and one.closes_on else "—",
                one.comments,
                one.dispositions.get("accepted", 0) + one.dispositions.get("partly_accepted", 0),
                one.dispositions.get("rejected", 0),
                label("instrument_status", one.status),
            )
            for one in found
        ),
        nothing="" if found else nothing,
    )


def every_disposition(found: Sequence[Consultation]) -> ReportSection:
    """Each draft before the public, with its comments by disposition: too wide for paper."""
    return ReportSection(
        translate("Monthly report", "Public consultations"),
        (
            _draft_column(),
            _state_column(),
            ReportColumn(translate("Monthly report", "Opened on"), _DAY),
            ReportColumn(translate("Monthly report", "Until"), _DAY),
            _comments_column(),
            *(ReportColumn(disposition_name(code), _COUNT) for code in DISPOSITIONS),
        ),
        tuple(
            (
                one.title,
                label("instrument_status", one.status),
                one.opened_on,
                one.closes_on,
                one.comments,
                *(one.dispositions.get(code, 0) for code in DISPOSITIONS),
            )
            for one in found
        ),
    )


def _draft_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Draft document"), TEXT)


def _comments_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Comments"), _COUNT)


def _state_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "State"), TEXT)


def dispositions(found: Sequence[Consultation]) -> ReportSection:
    """The comments on all drafts; without rows where there is none."""
    counts = tuple(sum(one.dispositions.get(code, 0) for one in found) for code in DISPOSITIONS)
    return ReportSection(
        translate("Monthly report", "Comments by disposition"),
        tuple(ReportColumn(disposition_name(code), _COUNT) for code in DISPOSITIONS),
        (counts,) if any(one.comments for one in found) else (),
    )


def disposition_name(code: str) -> str:
    """What a disposition is called; also for comments without one."""
    return translate("Reports", "undecided") if code == "undecided" else label("disposition", code)


def satisfaction(figures: Figures) -> ReportSection:
    """The marks, 5 first, how many petitioners gave each, and their share; never the mean without their number."""
    mean, shares, response = (
        figures.mean_satisfaction,
        figures.satisfaction_shares,
        response_sentence(figures),
    )
    sentence = nothing = ""
    if mean is None:
        nothing = response or translate("Monthly report", "Nobody was asked in this period.")
    else:
        words = translate("Monthly report", "{count} petitioners answered; the mean is {mean} of 5.")
        words = fill(words, count=number(sum(figures.satisfaction)), mean=days(round(mean, 1)))
        sentence = " ".join(part for part in (words, response) if part)
    rows: list[tuple[Any, ...]] = list(enumerate(figures.satisfaction, 1))
    columns = [
        ReportColumn(translate("Monthly report", "Mark"), _COUNT),
        ReportColumn(translate("Monthly report", "Petitioners"), _COUNT),
    ]
    if shares is not None:
        columns.append(ReportColumn(translate("Monthly report", "Share"), _SHARE))
        rows = [(*row, share) for row, share in zip(rows, shares, strict=True)]
    return ReportSection(
        translate("Monthly report", "Satisfaction"),
        tuple(columns),
        tuple(reversed(rows)),
        sentence=sentence,
        nothing=nothing,
    )


def improvements(found: Sequence[ImprovementLine]) -> ReportSection:
    """Each improvement action."""
    nothing = translate("Monthly report", "No improvement action was open in this period.")
    return ReportSection(
        translate("Monthly report", "Improvement actions"),
        (
            ReportColumn(translate("Monthly report", "Action"), TEXT),
            ReportColumn(translate("Monthly report", "Service"), TEXT),
            ReportColumn(translate("Monthly report", "Owner"), _NAME),
            ReportColumn(translate("Monthly report", "Until"), _DAY),
            ReportColumn(translate("Monthly report", "Petitions"), _COUNT),
            ReportColumn(translate("Monthly report", "State"), TEXT),
        ),
        tuple(
            (one.title, one.service, one.owner, one.due_on, one.petitions, improvement_state(one))
            for one in found
        ),
        sentence=improvement_sentence(*improvement_counts(found)) if found else "",
        nothing="" if found else nothing,
    )


def improvement_state(one: ImprovementLine) -> str:
    """Done and when, late, or open."""
    if one.done_on is not None:
        return fill(translate("Monthly report", "done {day}"), day=day_and_month(one.done_on))
    return translate("Monthly report", "late") if one.late else translate("Monthly report", "open")
