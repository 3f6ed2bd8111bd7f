"""What got worse in a report, and where: up to three sentences for the first page and the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.reports.highlights import Highlights, most_increased, on_time_now
from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import number, percent, row_name
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label

#: A kind is named when it grew by at least this share, and by this number.
_GROWTH, _LEAST = 0.1, 5


@dataclass(frozen=True, slots=True)
class AttentionPoint:
    """A sentence and the petitions that it is about: a measure of the report, of one unit or kind; 0 for none."""

    words: str
    measure: str = ""
    count: int = 0
    family: str = ""
    key: str = ""


def attention(report: MonthlyReport) -> list[str]:
    """Returns the sentences; one that nothing got worse if there is none. Empty for a report without highlights."""
    return [point.words for point in attention_points(report)]


def attention_points(report: MonthlyReport) -> list[AttentionPoint]:
    """Returns the sentences of `attention` with what they are about."""
    found = report.highlights
    if found is None:
        return []
    figures = report.figures
    points = []
    if late := " ".join(_late(figures, found)):
        points.append(AttentionPoint(late, "late", figures.total.late))
    points += [*_where(found), *_on_time(figures, found), *_growth(found)]
    nothing = translate("Report summary", "Nothing got worse against the period before.")
    return points[:3] or [AttentionPoint(nothing)]


def _late(figures: Figures, found: Highlights) -> Iterator[str]:
    now, before = figures.total.late, figures.before.late
    if not now:
        return
    if now > before:
        words = translate(
            "Report summary",
            "{now} petitions are past their deadline; at the end of {period} it was {before}.",
        )
    elif now < before:
        words = translate(
            "Report summary",
            "{now} petitions are past their deadline, fewer than at the end of {period} ({before}).",
        )
    else:
        words = translate(
            "Report summary", "{now} petitions are past their deadline, as many as at the end of {period}."
        )
    yield fill(words, now=number(now), before=number(before), period=figures.period.before().title)
    unreferred = sum(one.now for one in found.late if not one.key)
    if unreferred:
        words = translate("Report summary", "{count} of them were not referred to any unit yet.")
        yield fill(words, count=number(unreferred))


def _where(found: Highlights) -> Iterator[AttentionPoint]:
    worst = most_increased(one for one in found.late if one.key)
    if worst is not None:
        words = translate("Report summary", "In the unit {unit} the late ones rose from {before} to {now}.")
        words = fill(
            words, unit=row_name(worst.key, "unit"), before=number(worst.before), now=number(worst.now)
        )
        yield AttentionPoint(words, "late", worst.now, "unit", worst.key)


def _on_time(figures: Figures, found: Highlights) -> list[AttentionPoint]:
    now, before = on_time_now(figures).share, found.before.share
    if now is None or before is None or round(now * 100) >= round(before * 100):
        return []
    words = translate("Report summary", "The share that was answered on time fell from {before} to {now}.")
    words = fill(words, before=percent(before), now=percent(now))
    return [AttentionPoint(words, "overdue", figures.total.overdue)]


def _growth(found: Highlights) -> list[AttentionPoint]:
    kind = most_increased(found.kinds)
    if kind is None or kind.change < max(_LEAST, kind.before * _GROWTH):
        return []
    words = translate("Report summary", "Received of the kind “{kind}” rose from {before} to {now}.")
    sentence = fill(words, kind=label("kind", kind.key), before=number(kind.before), now=number(kind.now))
    service = most_increased(found.services)
    if service is not None and service.change >= _LEAST:
        words = translate("Report summary", "Of the services, “{service}” grew most ({before} to {now}).")
        sentence += " " + fill(
            words, service=service.key, before=number(service.before), now=number(service.now)
        )
    return [AttentionPoint(sentence, "received", kind.now, "kind", kind.key)]
