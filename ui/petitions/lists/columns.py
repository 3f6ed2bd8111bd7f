"""The columns of the list: their names, widths, orders, and which a person has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from desktop_app.petitions.lists.filters import ListFilter, Order
from desktop_app.wording import translate


class Column(IntEnum):
    """Columns from the leading edge."""

    MARK = 0
    KIND = 1
    SUBJECT = 2
    SENDER = 3
    UNIT = 4
    ASSIGNEE = 5
    STATUS = 6
    CHANNEL = 7
    URGENCY = 8
    REGISTRY = 9
    CODE = 10
    OUTCOME = 11
    RESOLVED = 12
    ABOUT = 13
    AGE = 14
    DEADLINE = 15


#: What cannot be put away: without them a row is no row.
FIXED: Final = (Column.MARK, Column.SUBJECT)
STANDARD: Final = (
    Column.MARK, Column.KIND, Column.SUBJECT, Column.SENDER, Column.UNIT, Column.ASSIGNEE, Column.AGE,
    Column.DEADLINE,
)  # fmt: skip
#: Pixels; the subject takes what is left.
WIDTHS: Final = {
    Column.MARK: 32, Column.KIND: 70, Column.SENDER: 112, Column.UNIT: 78, Column.ASSIGNEE: 88, Column.STATUS: 104,
    Column.CHANNEL: 84, Column.URGENCY: 64, Column.REGISTRY: 88, Column.CODE: 122, Column.OUTCOME: 100,
    Column.RESOLVED: 84, Column.ABOUT: 150, Column.AGE: 54, Column.DEADLINE: 108,
}  # fmt: skip
#: In a narrow window these go first.
GIVEN_UP: Final = (
    Column.ABOUT, Column.CODE, Column.REGISTRY, Column.RESOLVED, Column.OUTCOME, Column.CHANNEL, Column.URGENCY,
    Column.STATUS, Column.AGE, Column.UNIT, Column.SENDER, Column.ASSIGNEE,
)  # fmt: skip
_ORDERS: Final = {
    Column.KIND: Order.KIND, Column.SUBJECT: Order.SUBJECT, Column.SENDER: Order.SENDER, Column.UNIT: Order.UNIT,
    Column.ASSIGNEE: Order.ASSIGNEE, Column.STATUS: Order.STATUS, Column.CHANNEL: Order.CHANNEL,
    Column.URGENCY: Order.URGENCY, Column.REGISTRY: Order.REGISTRY, Column.OUTCOME: Order.OUTCOME,
    Column.RESOLVED: Order.RESOLVED, Column.ABOUT: Order.ABOUT,
    Column.AGE: Order.NEWEST, Column.DEADLINE: Order.DEADLINE,
}  # fmt: skip


def order_after_click(column: Column, wanted: ListFilter) -> tuple[Order, bool] | None:
    """The order that a click on the head of a column asks for, and whether turned round: its own, and the next time
    the other way. None where a column has none."""
    order = _ORDERS.get(column)
    if order is None:
        return None
    if column_of(wanted.order) is not column:
        return order, False
    if column is Column.AGE:
        # The newest first and the oldest first have names of their own.
        newest_now = wanted.descending
        return (Order.OLDEST if newest_now else Order.NEWEST), False
    return order, not wanted.backwards


def column_of(order: Order) -> Column | None:
    """The column by which a list in this order is sorted."""
    if order is Order.OLDEST:
        return Column.AGE
    return next((column for column, its in _ORDERS.items() if its is order), None)


def chosen_columns(names: Sequence[str] | None) -> frozenset[Column]:
    """Columns by their names as they are kept; the standard ones where nothing is."""
    if names is None:
        return frozenset(STANDARD)
    known = {column.name.lower(): column for column in Column}
    return frozenset((*FIXED, *(known[name] for name in names if name in known)))


def names_of(columns: frozenset[Column]) -> tuple[str, ...]:
    """As they are kept."""
    return tuple(column.name.lower() for column in sorted(columns) if column not in FIXED)


def headers() -> tuple[str, ...]:
    """What stands over the columns."""
    return (
        "",
        translate("Inbox", "Kind"),
        translate("Inbox", "Subject and first words"),
        translate("Inbox", "Petitioner"),
        translate("Inbox", "Unit"),
        translate("Inbox", "Assignee"),
        translate("Inbox", "State"),
        translate("Inbox", "Channel"),
        translate("Inbox", "Urgency"),
        translate("Inbox", "Registry number"),
        translate("Inbox", "Tracking code"),
        translate("Inbox", "Outcome"),
        translate("Inbox", "Resolved"),
        translate("Inbox", "What it is about"),
        translate("Inbox", "Age"),
        translate("Inbox", "Deadline"),
    )
