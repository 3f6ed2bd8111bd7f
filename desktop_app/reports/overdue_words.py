"""Wording and numbers of the escalation list, shared by the screen, the printed page and the exported file."""

from __future__ import annotations

from desktop_app.persian.controls import subject_on_paper
from desktop_app.persian.dates import short_date
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.escalation import SOON_DAYS, Escalation, EscalationLine, OverdueRow, Slot
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.reports.numbers import number
from desktop_app.wording import fill, translate


def overdue_summary(escalation: Escalation) -> str:
    """Summarise the escalation list in one sentence."""
    late, soon = escalation.total.count(Slot.LATE), escalation.total.count(Slot.SOON)
    if not late and not soon:
        words = translate("Escalation", "Nothing is late, and nothing will be within {days} days.")
        return fill(words, days=number(SOON_DAYS))
    words = translate(
        "Escalation",
        "{late} petitions are late, the oldest by {longest} days; {soon} are due within {days} days.",
    )
    return fill(
        words,
        late=number(late),
        longest=number(escalation.total.longest),
        soon=number(soon),
        days=number(SOON_DAYS),
    )


def number_names() -> tuple[str, ...]:
    """Column titles: one per `Slot`, with the age of the oldest late petition before the last one."""
    return (
        translate("Escalation", "Late"),
        translate("Escalation", "1–7 days"),
        translate("Escalation", "8–30 days"),
        translate("Escalation", "Over 30 days"),
        translate("Escalation", "Oldest"),
        translate("Escalation", "Soon late"),
    )


def number_cells(line: EscalationLine) -> tuple[tuple[Slot | None, str], ...]:
    """The number cells of a line, in the order of `number_names`.

    Each has the slot that it counts, None for the age.
    """
    counted = [(slot, number(line.count(slot)) if line.count(slot) else "—") for slot in Slot]
    oldest = _days(line.longest) if line.longest else "—"
    return (*counted[:-1], (None, oldest), counted[-1])


def petition_names() -> tuple[str, ...]:
    """Column titles of the late petitions."""
    return (
        translate("Escalation", "Tracking code"),
        translate("Escalation", "Subject"),
        translate("Escalation", "Unit"),
        translate("Escalation", "With"),
        translate("Escalation", "Deadline"),
        translate("Escalation", "Delay"),
    )


def petition_cells(row: OverdueRow) -> tuple[str, ...]:
    """The cells of a late petition, in the order of `petition_names`."""
    return (
        shown_code(row.tracking_code),
        subject_on_paper(row.subject) or "—",
        visible_controls(row.unit_name) or translate("Escalation", "Not yet referred"),
        visible_controls(row.person_name)
        or (translate("Escalation", "Nobody has taken it") if row.unit_name else "—"),
        short_date(row.due_on),
        _days(row.late),
    )


def _days(count: int) -> str:
    return fill(translate("Escalation", "{n} days"), n=number(count))


def line_title(line: EscalationLine) -> str:
    """The name of the unit or person that the line is about."""
    if line.name:
        return visible_controls(line.name)
    if line.heads:
        return translate("Escalation", "Not yet referred")
    return translate("Escalation", "Nobody has taken it")
