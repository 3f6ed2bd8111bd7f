"""The audit log as a file: every event with its changes and its hash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.clock import TEHRAN
from desktop_app.database.chain import canonical_json
from desktop_app.persian.dates import tehran_day
from desktop_app.reports.lists.table import ColumnKind, ListColumn, ListTable, Value
from desktop_app.reports.trail_rows import TrailRow
from desktop_app.wording import translate
from desktop_app.wording.labels import label

_LONG, _LONGER = 24.0, 40.0


def history_table(rows: Iterable[TrailRow], total: int) -> ListTable:
    """Returns the events in the given order, with microseconds, because the order depends on them."""
    columns = (
        ListColumn(translate("Trail", "Date"), ColumnKind.DAY, month=True),
        ListColumn(translate("Trail", "Time (Tehran)"), ColumnKind.CODE, 16.0),
        ListColumn(translate("Trail", "Person"), width=_LONG),
        ListColumn(translate("Trail", "Item")),
        ListColumn(translate("Trail", "Code"), ColumnKind.CODE, 16.0),
        ListColumn(translate("Trail", "Number of the item"), ColumnKind.NUMBER, printed=False),
        ListColumn(translate("Trail", "Number of the event"), ColumnKind.NUMBER, printed=False),
        ListColumn(translate("Trail", "Act"), width=_LONG),
        ListColumn(translate("Trail", "Before"), width=_LONGER, printed=False),
        ListColumn(translate("Trail", "After"), width=_LONGER, printed=False),
        ListColumn(translate("Trail", "Text"), width=_LONGER),
        ListColumn(translate("Trail", "Hash"), ColumnKind.CODE, _LONGER, printed=False),
    )
    return ListTable("history", columns, map(_row, rows), total)


def _row(row: TrailRow) -> Sequence[Value]:
    return (
        tehran_day(row.at),
        row.at.astimezone(TEHRAN).strftime("%H:%M:%S.%f"),
        row.actor_name,
        label("item_type", row.item_type),
        row.item_code,
        row.item_id,
        row.sequence,
        label("event_action", row.action),
        canonical_json(row.before),
        canonical_json(row.after),
        row.text,
        row.hash,
    )
