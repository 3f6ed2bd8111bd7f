"""Tables for managers: improvement actions, and late petitions by unit and person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop_app.petitions.improvements.service import ImprovementRow
from desktop_app.petitions.lists.escalation import Escalation, EscalationLine
from desktop_app.reports.lists.table import ColumnKind, ListColumn, ListTable, Value
from desktop_app.reports.overdue_words import line_title, number_cells, number_names
from desktop_app.wording import translate


def improvement_table(rows: Sequence[ImprovementRow], today: date) -> ListTable:
    """Returns improvement actions in the given order."""
    columns = (
        ListColumn(translate("List file", "Service"), width=26.0),
        ListColumn(translate("List file", "Action"), width=44.0),
        ListColumn(translate("List file", "Text"), width=44.0, printed=False),
        ListColumn(translate("List file", "Responsible"), width=20.0),
        ListColumn(translate("List file", "Due"), ColumnKind.DAY),
        ListColumn(translate("List file", "Late")),
        ListColumn(translate("List file", "Done"), ColumnKind.DAY, month=True),
        ListColumn(translate("List file", "What came of it"), width=36.0),
        ListColumn(translate("List file", "Petitions that led to it"), ColumnKind.NUMBER),
        ListColumn(translate("List file", "Made"), ColumnKind.DAY, printed=False),
        ListColumn(translate("List file", "Made by"), width=20.0, printed=False),
    )
    return ListTable("improvements", columns, (_improvement(row, today) for row in rows), len(rows))


def _improvement(row: ImprovementRow, today: date) -> tuple[Value, ...]:
    return (
        row.service,
        row.title,
        row.text,
        row.owner,
        row.due_on,
        translate("List file", "yes") if row.is_late(today) else "",
        row.done_on,
        row.done_note,
        row.petitions,
        row.made_on,
        row.made_by,
    )


def escalation_table(escalation: Escalation) -> ListTable:
    """Returns late petitions by unit and person, with the total last."""
    columns = (
        ListColumn(translate("List file", "Unit"), width=26.0),
        ListColumn(translate("List file", "Person"), width=26.0),
        *(ListColumn(name, ColumnKind.NUMBER) for name in number_names()),
    )
    rows: list[tuple[Value, ...]] = []
    unit = ""
    for line in escalation.lines:
        unit = line_title(line) if line.heads else unit
        rows.append((unit, "" if line.heads else line_title(line), *_numbers(line)))
    rows.append((translate("List file", "In all"), "", *_numbers(escalation.total)))
    return ListTable("overdue", columns, rows, len(rows))


def _numbers(line: EscalationLine) -> tuple[int, ...]:
    return tuple(line.longest if slot is None else line.count(slot) for slot, _ in number_cells(line))
