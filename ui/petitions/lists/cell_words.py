"""Texts and tool tips of the cells of the inbox, and headings of its sections."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from desktop_app.persian.dates import full_date, short_date, tehran_day
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.lists.filters import Grouping
from desktop_app.petitions.lists.ordering import SectionKey
from desktop_app.petitions.registration.codes import spoken
from desktop_app.wording import digits, translate
from desktop_app.wording.labels import label
from ui.petitions.lists.columns import PetitionColumn
from ui.petitions.lists.row_words import (
    age_words,
    alike_words,
    assignee_words,
    further_words,
    notice_words,
    row_mark,
    sender_words,
    unit_words,
)
from ui.widgets.presence_line import present_words

if TYPE_CHECKING:
    from desktop_app.petitions.lists.inbox import PetitionRow
    from ui.petitions.lists.layout import Heading
    from ui.petitions.lists.row_indicators import RowIndicators

#: Longest text of a cell in code points: longer ones slow down painting.
_LONGEST: Final = 200


class CellWords:
    """Returns the texts of a row by column. `person_id` is the person who reads the list."""

    def __init__(self, indicators: RowIndicators, person_id: int | None) -> None:
        self._indicators, self._person_id = indicators, person_id

    def text(self, row: PetitionRow, column: PetitionColumn, today: date) -> str:
        """Returns the text of a cell. `today` is the day in Tehran when the list was read."""
        words = {
            PetitionColumn.MARK: lambda: translate("Inbox", "unread") if row.unread else "",
            PetitionColumn.KIND: lambda: label("kind", row.kind),
            PetitionColumn.SUBJECT: lambda: self._subject(row),
            PetitionColumn.SENDER: lambda: visible_controls(sender_words(row)),
            PetitionColumn.UNIT: lambda: unit_words(row),
            PetitionColumn.ASSIGNEE: lambda: assignee_words(row, self._person_id),
            PetitionColumn.STATUS: lambda: label("status", row.status),
            PetitionColumn.CHANNEL: lambda: label("channel", row.channel),
            PetitionColumn.URGENCY: lambda: label("urgency", row.urgency),
            PetitionColumn.REGISTRY: lambda: digits(isolated(f"{row.registry_year}/{row.registry_number}")),
            PetitionColumn.CODE: lambda: digits(spoken(row.tracking_code)),
            PetitionColumn.OUTCOME: lambda: label("outcome", row.outcome) if row.outcome else "",
            PetitionColumn.RESOLVED: lambda: (
                short_date(tehran_day(row.resolved_at)) if row.resolved_at else ""
            ),
            PetitionColumn.ABOUT: lambda: visible_controls(row.about),
            PetitionColumn.AGE: lambda: age_words(tehran_day(row.received_at), today),
            PetitionColumn.DEADLINE: lambda: row_mark(row, today).text,
        }
        return words[column]()[:_LONGEST]

    def _subject(self, row: PetitionRow) -> str:
        present = present_words(self._indicators.present_at(row.id))
        words = visible_controls(f"{row.subject} — {row.snippet}")
        for beside in (alike_words(self._indicators.alike_at(row.id)), further_words(row), notice_words(row)):
            words = f"{beside} — {words}" if beside else words
        return f"{present} — {words}" if present else words

    def tip(self, row: PetitionRow, column: PetitionColumn) -> str:
        """Returns the tool tip of a cell; an empty string for none."""
        if column is PetitionColumn.AGE:
            return full_date(tehran_day(row.received_at))
        if column is PetitionColumn.DEADLINE:
            return label("delivery", row.delivery) if row.delivery else _due_tip(row)
        if column is PetitionColumn.RESOLVED:
            return full_date(tehran_day(row.resolved_at)) if row.resolved_at else ""
        if column is PetitionColumn.SENDER:
            return visible_controls(row.petitioner_name)
        if column is PetitionColumn.SUBJECT:
            words = visible_controls(f"{row.subject}\n{row.snippet}")[: 2 * _LONGEST]
            beside = [alike_words(self._indicators.alike_at(row.id)), further_words(row), notice_words(row)]
            return "\n".join([*filter(None, beside), words])
        return ""


def heading_words(heading: Heading) -> str:
    """Returns the heading of a section."""
    if heading.name:
        return visible_controls(heading.name)
    by_deadline = {
        SectionKey.PAST: translate("Inbox", "Deadline passed"),
        SectionKey.TODAY: translate("Inbox", "Today"),
        SectionKey.THIS_WEEK: translate("Inbox", "Until the end of this week"),
        SectionKey.LATER: translate("Inbox", "Later"),
        SectionKey.WITHOUT: translate("Inbox", "Without a deadline"),
    }
    if heading.key in by_deadline:
        return by_deadline[SectionKey(heading.key)]
    if heading.key.startswith(Grouping.UNIT.value):
        return translate("Inbox", "unrouted")
    return translate("Inbox", "no name")


def _due_tip(row: PetitionRow) -> str:
    return full_date(row.due_on) if row.due_on else ""
