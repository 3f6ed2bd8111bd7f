"""Drafts, and the public's comments on one of them, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.instruments.comments.service import CommentRow
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.reports.lists.table import Column, ColumnKind, ListTable, Value
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label


def instrument_table(rows: Sequence[InstrumentRow]) -> ListTable:
    """Drafts in the order given."""
    columns = (
        Column(translate("List file", "Code"), ColumnKind.CODE, 14.0),
        Column(translate("List file", "Title"), width=48.0),
        Column(translate("List file", "Kind")),
        Column(translate("List file", "Track")),
        Column(translate("List file", "State")),
        Column(translate("List file", "Unit"), width=20.0),
        Column(translate("List file", "Written by"), width=20.0),
        Column(translate("List file", "Revisions"), ColumnKind.NUMBER),
        Column(translate("List file", "Comments"), ColumnKind.NUMBER),
        Column(translate("List file", "Undecided"), ColumnKind.NUMBER),
        Column(translate("List file", "Opened"), ColumnKind.DAY),
        Column(translate("List file", "Closes"), ColumnKind.DAY),
        Column(translate("List file", "Finished"), ColumnKind.DAY),
        Column(translate("List file", "Changed"), ColumnKind.MOMENT),
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
    """Comments in the order given; of one that is out of sight, that and why, and not its words."""
    columns = (
        Column(translate("List file", "Number"), ColumnKind.NUMBER, 8.0),
        Column(translate("List file", "Received"), ColumnKind.MOMENT),
        Column(translate("List file", "After the window")),
        Column(translate("List file", "Channel")),
        Column(translate("List file", "Letter number"), ColumnKind.CODE),
        Column(translate("List file", "Sender"), width=22.0),
        Column(translate("List file", "Group")),
        Column(translate("List file", "Provision"), width=18.0),
        Column(translate("List file", "Quoted phrase"), width=30.0),
        Column(translate("List file", "Text"), width=60.0),
        Column(translate("List file", "Issues"), width=20.0),
        Column(translate("List file", "With"), width=18.0),
        Column(translate("List file", "Decision")),
        Column(translate("List file", "Reason"), width=40.0),
        Column(translate("List file", "Decided by"), width=18.0),
        Column(translate("List file", "Carried in revision"), ColumnKind.NUMBER),
        Column(translate("List file", "Carried in provision"), width=18.0),
        Column(translate("List file", "Out of sight because")),
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
        label("hidden_reason", row.hidden.value) if row.hidden else "",
    )
