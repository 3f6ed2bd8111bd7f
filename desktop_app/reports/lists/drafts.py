"""Drafts and the public comments on a draft as tables."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.reports.lists.table import ColumnKind, ListColumn, ListTable, Value
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label


def instrument_table(rows: Sequence[InstrumentRow]) -> ListTable:
    """Returns drafts in the given order."""
    columns = (
        ListColumn(translate("List file", "Code"), ColumnKind.CODE, 14.0),
        ListColumn(translate("List file", "Title"), width=48.0),
        ListColumn(translate("List file", "Kind")),
        ListColumn(translate("List file", "Track"), printed=False),
        ListColumn(translate("List file", "State")),
        ListColumn(translate("List file", "Unit"), width=20.0),
        ListColumn(translate("List file", "Written by"), width=20.0, printed=False),
        ListColumn(translate("List file", "Revisions"), ColumnKind.NUMBER),
        ListColumn(translate("List file", "Comments"), ColumnKind.NUMBER),
        ListColumn(translate("List file", "Undecided"), ColumnKind.NUMBER),
        ListColumn(translate("List file", "Opened"), ColumnKind.DAY, month=True),
        ListColumn(translate("List file", "Closes"), ColumnKind.DAY),
        ListColumn(translate("List file", "Finished"), ColumnKind.DAY),
        ListColumn(translate("List file", "Changed"), ColumnKind.MOMENT, printed=False),
    )
    return ListTable("instruments", columns, (_instrument(row) for row in rows), len(rows))


def _instrument(row: InstrumentRow) -> tuple[Value, ...]:
    return (
        row.code,
        row.title,
        label("instrument_kind", row.kind.value),
        label("track", row.track.value),
        label("instrument_status", row.status.value),
        row.unit_name,
        row.author_name,
        row.revisions,
        row.comments,
        row.undecided,
        row.opened_on,
        row.closes_on,
        row.finished_on,
        row.changed_at,
    )


def comment_table(code: str, rows: Sequence[CommentRow]) -> ListTable:
    """Returns comments in the given order; a hidden comment has the reason instead of its text."""
    columns = (
        ListColumn(translate("List file", "Number"), ColumnKind.NUMBER, 8.0),
        ListColumn(translate("List file", "Received"), ColumnKind.MOMENT, month=True),
        ListColumn(translate("List file", "After the window"), printed=False),
        ListColumn(translate("List file", "Channel"), printed=False),
        ListColumn(translate("List file", "Letter number"), ColumnKind.CODE, printed=False),
        ListColumn(translate("List file", "Sender"), width=22.0),
        ListColumn(translate("List file", "Group"), printed=False),
        ListColumn(translate("List file", "Provision"), width=18.0),
        ListColumn(translate("List file", "Quoted phrase"), width=30.0, printed=False),
        ListColumn(translate("List file", "Text"), width=60.0),
        ListColumn(translate("List file", "Issues"), width=20.0, printed=False),
        ListColumn(translate("List file", "With"), width=18.0, printed=False),
        ListColumn(translate("List file", "Decision")),
        ListColumn(translate("List file", "Reason"), width=40.0),
        ListColumn(translate("List file", "Decided by"), width=18.0, printed=False),
        ListColumn(translate("List file", "Carried in revision"), ColumnKind.NUMBER, printed=False),
        ListColumn(translate("List file", "Carried in provision"), width=18.0, printed=False),
        ListColumn(translate("List file", "Why the text stays"), width=30.0, printed=False),
        ListColumn(translate("List file", "Out of sight because"), printed=False),
    )
    title = fill(translate("List file", "Comments on {code}"), code=code)
    return ListTable("comments", columns, (_comment(row) for row in rows), len(rows), title)


def _comment(row: CommentRow) -> tuple[Value, ...]:
    return (
        row.id,
        row.received_at,
        translate("List file", "yes") if row.late else "",
        label("channel", row.channel),
        row.letter_number,
        row.sender,
        label("group", row.group),
        row.provision,
        row.quote,
        row.text,
        translate("List file", ", ").join(row.issues),
        row.assignee,
        label("disposition", row.disposition.value) if row.disposition else "",
        row.reason,
        row.decided_by,
        row.carried_revision,
        row.carried_provision,
        row.unchanged_reason,
        label("hidden_reason", row.hidden.value) if row.hidden else "",
    )
