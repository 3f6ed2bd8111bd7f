"""The tables of the monthly report on consultations, satisfaction and improvement actions. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from desktop_app.persian.dates import day_and_month
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import days, gregorian_title, number
from desktop_app.reports.participation import Consultation, ImprovementLine, improvement_counts
from desktop_app.reports.section import (
    COUNT,
    DAY,
    DAYS,
    NAME,
    REAL_DAY,
    SHARE,
    TEXT,
    TITLE,
    ReportColumn,
    ReportSection,
    all_name,
    day_words,
    total_of,
)
from desktop_app.reports.summary import improvement_sentence, response_sentence
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

#: The names of disposition in the order of the table; `undecided` stands for none.
DISPOSITIONS: Final = (
    "accepted",
    "partly_accepted",
    "rejected",
    "out_of_scope",
    "already_covered",
    "undecided",
)


def consultations(found: Sequence[Consultation]) -> ReportSection:
    """Each draft before the public, with the comments that were accepted (at least partly) and rejected."""
    nothing = translate("Monthly report", "No draft was open to the public in this period.")
    columns = (
        _draft_column(),
        ReportColumn(translate("Monthly report", "Window"), TEXT),
        _comments_column(),
        ReportColumn(disposition_name("accepted"), COUNT),
        ReportColumn(disposition_name("rejected"), COUNT),
        _state_column(),
    )
    rows = tuple(
        (
            one.title,
            _window_words(one),
            one.comments,
            one.dispositions.get("accepted", 0) + one.dispositions.get("partly_accepted", 0),
            one.dispositions.get("rejected", 0),
            label("instrument_status", one.status),
        )
        for one in found
    )
    return ReportSection(
        translate("Monthly report", "Public consultations"),
        columns,
        rows,
        _totals(columns, rows),
        nothing="" if found else nothing,
    )


def _window_words(one: Consultation) -> str:
    if not one.opened_on or not one.closes_on:
        return "—"
    words = translate("Monthly report", "{first} to {last}")
    return fill(words, first=day_words(one.opened_on), last=day_words(one.closes_on))


def _totals(columns: Sequence[ReportColumn], rows: Sequence[tuple[Any, ...]]) -> tuple[Any, ...] | None:
    """The totals of several rows; None for one, which is its own total."""
    return total_of(columns, rows, all_name()) if len(rows) > 1 else None


def every_disposition(found: Sequence[Consultation]) -> ReportSection:
    """Each draft before the public, with its comments by disposition: too wide for paper."""
    columns = (
        _draft_column(),
        _state_column(),
        *_day_columns(translate("Monthly report", "Opened on")),
        *_day_columns(translate("Monthly report", "Until")),
        _comments_column(),
        *(ReportColumn(disposition_name(code), COUNT) for code in DISPOSITIONS),
    )
    rows = tuple(
        (
            one.title,
            label("instrument_status", one.status),
            one.opened_on,
            one.opened_on,
            one.closes_on,
            one.closes_on,
            one.comments,
            *(one.dispositions.get(code, 0) for code in DISPOSITIONS),
        )
        for one in found
    )
    return ReportSection(
        translate("Monthly report", "Public consultations"), columns, rows, _totals(columns, rows)
    )


def _day_columns(title: str) -> tuple[ReportColumn, ReportColumn]:
    """A day for reading, and as the date of a spreadsheet."""
    return ReportColumn(title, DAY), ReportColumn(gregorian_title(title), REAL_DAY, exact=True)


def _draft_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Draft document"), TITLE)


def _comments_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "Comments"), COUNT)


def _state_column() -> ReportColumn:
    return ReportColumn(translate("Monthly report", "State"), TEXT)


def dispositions(found: Sequence[Consultation]) -> ReportSection:
    """The comments on all drafts; without rows where there is none."""
    counts = tuple(sum(one.dispositions.get(code, 0) for one in found) for code in DISPOSITIONS)
    return ReportSection(
        translate("Monthly report", "Comments by disposition"),
        tuple(ReportColumn(disposition_name(code), COUNT) for code in DISPOSITIONS),
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
        ReportColumn(translate("Monthly report", "Mark"), COUNT),
        ReportColumn(translate("Monthly report", "Petitioners"), COUNT),
    ]
    if shares is not None:
        columns.append(ReportColumn(translate("Monthly report", "Share"), SHARE))
        rows = [(*row, share) for row, share in zip(rows, shares, strict=True)]
    return ReportSection(
        translate("Monthly report", "Satisfaction"),
        tuple(columns),
        tuple(reversed(rows)),
        (all_name(), sum(figures.satisfaction), *(() if shares is None else (1.0,))) if mean else None,
        sentence=sentence,
        nothing=nothing,
    )


def improvements(found: Sequence[ImprovementLine]) -> ReportSection:
    """Each improvement action."""
    nothing = translate("Monthly report", "No improvement action was open in this period.")
    return ReportSection(
        translate("Monthly report", "Improvement actions"),
        (
            ReportColumn(translate("Monthly report", "Action"), TITLE),
            ReportColumn(translate("Monthly report", "Service"), TEXT),
            ReportColumn(translate("Monthly report", "Owner"), NAME),
            *_day_columns(translate("Monthly report", "Until")),
            ReportColumn(translate("Monthly report", "Petitions"), COUNT),
            ReportColumn(translate("Monthly report", "State"), TEXT),
        ),
        tuple(
            (one.title, one.service, one.owner, one.due_on, one.due_on, one.petitions, improvement_state(one))
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


def responses(figures: Figures) -> ReportSection:
    """How many petitioners were asked how satisfied they are, and answered; without rows if nobody was asked."""
    rows = ((figures.asked, figures.answered or 0, figures.response_rate, figures.mean_satisfaction),)
    return ReportSection(
        translate("Monthly report", "Response to the question about satisfaction"),
        (
            ReportColumn(translate("Monthly report", "Asked"), COUNT),
            ReportColumn(translate("Monthly report", "Answered"), COUNT),
            ReportColumn(translate("Monthly report", "Response rate"), SHARE),
            ReportColumn(translate("Monthly report", "Mean mark"), DAYS),
        ),
        rows if figures.asked else (),
    )
