"""The monthly report as sentences. Zero, one and many have separate wordings."""

from __future__ import annotations

from desktop_app.reports.monthly import Figures
from desktop_app.reports.numbers import days, number, percent
from desktop_app.reports.participation import consultation_counts, improvement_counts
from desktop_app.reports.period import Period, PeriodKind
from desktop_app.reports.service import MonthlyReport
from desktop_app.wording import fill, translate


def summary(report: MonthlyReport) -> list[str]:
    """Returns two paragraphs: petitions with comparisons, then everything else."""
    figures = report.figures
    petitions = [
        received_and_resolved(figures),
        still_open(figures),
        *time_taken(figures),
        period_sentence(figures),
        *year_sentence(figures),
        *notices(figures),
    ]
    rest = [*consultations(report), *satisfaction(figures), *improvements(report)]
    return [" ".join(part) for part in (petitions, rest) if part]


def received_and_resolved(figures: Figures) -> str:
    """The numbers of received and resolved petitions."""
    received, resolved = figures.total.received, figures.total.resolved
    if not received and not resolved:
        words = translate("Report summary", "In {period} no petition was received and none was resolved.")
    elif not received:
        words = translate("Report summary", "In {period} no petition was received; {resolved} were resolved.")
        if resolved == 1:
            words = translate("Report summary", "In {period} no petition was received; one was resolved.")
    elif not resolved:
        words = translate(
            "Report summary", "In {period} {received} petitions were received; none was resolved."
        )
        if received == 1:
            words = translate("Report summary", "In {period} one petition was received; none was resolved.")
    elif received == 1:
        words = translate(
            "Report summary", "In {period} one petition was received and {resolved} were resolved."
        )
        if resolved == 1:
            words = translate("Report summary", "In {period} one petition was received and one was resolved.")
    elif resolved == 1:
        words = translate(
            "Report summary", "In {period} {received} petitions were received and one was resolved."
        )
    else:
        words = translate(
            "Report summary", "In {period} {received} petitions were received and {resolved} were resolved."
        )
    return fill(words, period=_named(figures.period), received=number(received), resolved=number(resolved))


def _named(period: Period) -> str:
    """The period within a sentence: «آبان ۱۴۰۵», «فاصلهٔ ۱ تا ۱۵ آبان ۱۴۰۵»."""
    if period.kind is not PeriodKind.RANGE or period.first == period.last:
        return period.title
    return fill(translate("Report summary", "the days {period}"), period=period.title)


def still_open(figures: Figures) -> str:
    """The number of open petitions at the end of the period, and how many of them were late."""
    still, late = figures.total.open, figures.total.late
    if not still:
        words = translate("Report summary", "At its end none was open.")
    elif still == 1:
        words = (
            translate("Report summary", "At its end one was open, past its deadline.")
            if late
            else translate("Report summary", "At its end one was open, within its deadline.")
        )
    elif not late:
        words = translate("Report summary", "At its end {open} were open, none of them past its deadline.")
    elif late == still:
        words = translate("Report summary", "At its end {open} were open, all of them past their deadline.")
    elif late == 1:
        words = translate(
            "Report summary", "At its end {open} were open, of which one was past its deadline."
        )
    else:
        words = translate(
            "Report summary", "At its end {open} were open, of which {late} were past their deadline."
        )
    return fill(words, open=number(still), late=number(late))


def time_taken(figures: Figures) -> list[str]:
    """Days to resolution; empty where nothing was resolved."""
    total = figures.total
    if total.median is None:
        return []
    if total.resolved == 1:
        words = (
            translate("Report summary", "It was resolved on the day on which it came.")
            if not total.median
            else translate("Report summary", "It was resolved in {median} days.")
        )
    else:
        words = translate(
            "Monthly report",
            "Half of those resolved took {median} days or less, nine tenths took {ninetieth} days or less.",
        )
    return [fill(words, median=days(total.median), ninetieth=days(total.ninetieth))]


def period_sentence(figures: Figures) -> str:
    """Compares the number received with the previous period, unless that lacks data."""
    begins = figures.incomplete_since(figures.period.before())
    if begins is None:
        return change_sentence(figures.total.received, figures.before.received, figures.period.kind)
    words = translate("Report summary", "The period before is incomplete, with data from {month} on.")
    return fill(words, month=begins.title)


def change_sentence(now: int, before: int, kind: PeriodKind = PeriodKind.MONTH) -> str:
    """Compares the number received with the previous period."""
    none, same, more, fewer = _changes(kind)
    if not before:
        return none
    percent = round((now - before) * 100 / before)
    if percent == 0:
        return same
    return fill(more if percent > 0 else fewer, percent=number(abs(percent)))


def _changes(kind: PeriodKind) -> tuple[str, str, str, str]:
    """Wording for: no previous figure, the same, more, fewer."""
    match kind:
        case PeriodKind.WEEK:
            return (
                translate("Report summary", "There is no week before to compare with."),
                translate("Report summary", "That is as many as in the week before."),
                translate("Report summary", "That is {percent} percent more than in the week before."),
                translate("Report summary", "That is {percent} percent fewer than in the week before."),
            )
        case PeriodKind.MONTH:
            return (
                translate("Monthly report", "There is no month before to compare with."),
                translate("Monthly report", "That is as many as in the month before."),
                translate("Monthly report", "That is {percent} percent more than in the month before."),
                translate("Monthly report", "That is {percent} percent fewer than in the month before."),
            )
        case PeriodKind.QUARTER:
            return (
                translate("Report summary", "There is no quarter before to compare with."),
                translate("Report summary", "That is as many as in the quarter before."),
                translate("Report summary", "That is {percent} percent more than in the quarter before."),
                translate("Report summary", "That is {percent} percent fewer than in the quarter before."),
            )
        case PeriodKind.YEAR:
            return (
                translate("Report summary", "There is no year before to compare with."),
                translate("Report summary", "That is as many as in the year before."),
                translate("Report summary", "That is {percent} percent more than in the year before."),
                translate("Report summary", "That is {percent} percent fewer than in the year before."),
            )
        case _:
            return (
                translate("Report summary", "There are no days before to compare with."),
                translate("Report summary", "That is as many as in as many days before."),
                translate("Report summary", "That is {percent} percent more than in as many days before."),
                translate("Report summary", "That is {percent} percent fewer than in as many days before."),
            )


def year_sentence(figures: Figures) -> list[str]:
    """Compares with the previous year.

    Empty for a yearly report, which already has this comparison, and without figures or with incomplete ones.
    """
    now, before = figures.total.received, figures.year_before.received
    reference = figures.period.year_before()
    if figures.period.kind is PeriodKind.YEAR or not before or figures.incomplete_since(reference):
        return []
    percent = round((now - before) * 100 / before)
    if percent == 0:
        words = translate("Report summary", "It is as many as in {period}, too.")
    elif percent > 0:
        words = translate("Report summary", "It is {percent} percent more than in {period}.")
    else:
        words = translate("Report summary", "It is {percent} percent fewer than in {period}.")
    return [fill(words, percent=number(abs(percent)), period=_named(reference))]


def notices(figures: Figures) -> list[str]:
    """Notices without a reply, which no other figure has; empty without any."""
    received, resolved = figures.notices
    if not received and not resolved:
        return []
    words = translate(
        "Report summary",
        "Apart from these, {received} notices with an incomplete identity were received, which get no reply;"
        " {resolved} were closed.",
    )
    return [fill(words, received=number(received), resolved=number(resolved))]


def consultations(report: MonthlyReport) -> list[str]:
    """Events of the drafts that were open to the public."""
    counts = consultation_counts(report.consultations, report.figures.period)
    sentences = []
    for count, one, many in (
        (
            counts.opened,
            translate("Report summary", "One draft was put before the public."),
            translate("Report summary", "{n} drafts were put before the public."),
        ),
        (
            counts.closed,
            translate("Report summary", "The window of one ended."),
            translate("Report summary", "The windows of {n} ended."),
        ),
        (
            counts.promulgated,
            translate("Report summary", "One was promulgated."),
            translate("Report summary", "{n} were promulgated."),
        ),
        (
            counts.submitted,
            translate("Report summary", "One was submitted."),
            translate("Report summary", "{n} were submitted."),
        ),
    ):
        if count:
            sentences.append(fill(one if count == 1 else many, n=number(count)))
    return sentences


def response_sentence(figures: Figures) -> str:
    """How many of those who were asked answered; empty if nobody was asked."""
    rate = figures.response_rate
    if rate is None:
        return ""
    words = translate(
        "Monthly report", "{asked} were asked how satisfied they are; {answered} answered ({share})."
    )
    if not figures.answered:
        words = translate("Monthly report", "{asked} were asked how satisfied they are; nobody answered.")
    return fill(
        words, asked=number(figures.asked or 0), answered=number(figures.answered or 0), share=percent(rate)
    )


def satisfaction(figures: Figures) -> list[str]:
    """The mean of the marks with the number of answers, and how many of those asked answered; empty without both."""
    response = [sentence] if (sentence := response_sentence(figures)) else []
    mean, answers = figures.mean_satisfaction, sum(figures.satisfaction)
    if mean is None:
        return response
    words = (
        translate("Report summary", "One petitioner told how satisfied they were: {mean} of 5.")
        if answers == 1
        else translate("Monthly report", "{count} petitioners answered; the mean is {mean} of 5.")
    )
    return [fill(words, count=number(answers), mean=days(round(mean, 1))), *response]


def improvements(report: MonthlyReport) -> list[str]:
    """Improvement actions: what is done next."""
    if not report.improvements:
        return [translate("Monthly report", "No improvement action was open in this period.")]
    return [improvement_sentence(*improvement_counts(report.improvements))]


def improvement_sentence(still: int, late: int, done: int) -> str:
    """The numbers of improvement actions that are open, late and done at the end of the period."""
    if not still:
        words = translate("Report summary", "{done} improvement actions were done; none stayed open.")
        if done == 1:
            words = translate("Report summary", "One improvement action was done; none stayed open.")
    elif not late:
        words = translate(
            "Report summary",
            "{open} improvement actions were open at its end, none of them late; {done} were done.",
        )
    else:
        words = translate(
            "Report summary",
            "{open} improvement actions were open at its end, {late} of them late; {done} were done.",
        )
    return fill(words, open=number(still), late=number(late), done=number(done))
