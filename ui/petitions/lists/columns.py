"""The columns of the list: their names, widths, orders, and which a person has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from desktop_app.petitions.lists.filters import ListFilter, Order
from desktop_app.wording import translate


class PetitionColumn(IntEnum):
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
FIXED: Final = (PetitionColumn.MARK, PetitionColumn.SUBJECT)
STANDARD: Final = (
    PetitionColumn.MARK, PetitionColumn.KIND, PetitionColumn.SUBJECT, PetitionColumn.SENDER, PetitionColumn.UNIT,
    PetitionColumn.ASSIGNEE, PetitionColumn.AGE,
    PetitionColumn.DEADLINE,
)  # fmt: skip
#: Pixels; the subject takes what is left.
WIDTHS: Final = {
    PetitionColumn.MARK: 32, PetitionColumn.KIND: 70, PetitionColumn.SENDER: 112, PetitionColumn.UNIT: 78,
    PetitionColumn.ASSIGNEE: 88, PetitionColumn.STATUS: 104,
    PetitionColumn.CHANNEL: 84, PetitionColumn.URGENCY: 64, PetitionColumn.REGISTRY: 88, PetitionColumn.CODE: 122,
    PetitionColumn.OUTCOME: 100,
    PetitionColumn.RESOLVED: 84, PetitionColumn.ABOUT: 150, PetitionColumn.AGE: 54, PetitionColumn.DEADLINE: 108,
}  # fmt: skip
#: In a narrow window these go first.
GIVEN_UP: Final = (
    PetitionColumn.ABOUT, PetitionColumn.CODE, PetitionColumn.REGISTRY, PetitionColumn.RESOLVED,
    PetitionColumn.OUTCOME, PetitionColumn.CHANNEL, PetitionColumn.URGENCY,
    PetitionColumn.STATUS, PetitionColumn.AGE, PetitionColumn.UNIT, PetitionColumn.SENDER, PetitionColumn.ASSIGNEE,
)  # fmt: skip
_ORDERS: Final = {
    PetitionColumn.KIND: Order.KIND, PetitionColumn.SUBJECT: Order.SUBJECT, PetitionColumn.SENDER: Order.SENDER,
    PetitionColumn.UNIT: Order.UNIT,
    PetitionColumn.ASSIGNEE: Order.ASSIGNEE, PetitionColumn.STATUS: Order.STATUS,
    PetitionColumn.CHANNEL: Order.CHANNEL,
    PetitionColumn.URGENCY: Order.URGENCY, PetitionColumn.REGISTRY: Order.REGISTRY,
    PetitionColumn.OUTCOME: Order.OUTCOME,
    PetitionColumn.RESOLVED: Order.RESOLVED, PetitionColumn.ABOUT: Order.ABOUT,
    PetitionColumn.AGE: Order.NEWEST, PetitionColumn.DEADLINE: Order.DEADLINE,
}  # fmt: skip


def order_after_click(column: PetitionColumn, wanted: ListFilter) -> tuple[Order, bool] | None:
    """The order that a click on the head of a column asks for, and whether turned round: its own, and the next time
    the other way. None where a column has none."""
    order = _ORDERS.get(column)
    if order is None:
        return None
    if column_of(wanted.order) is not column:
        return order, False
    if column is PetitionColumn.AGE:
        # The newest first and the oldest first have names of their own.
        newest_now = wanted.descending
        return (Order.OLDEST if newest_now else Order.NEWEST), False
    return order, not wanted.backwards


def column_of(order: Order) -> PetitionColumn | None:
    """The column by which a list in this order is sorted."""
    if order is Order.OLDEST:
        return PetitionColumn.AGE
    return next((column for column, its in _ORDERS.items() if its is order), None)


def chosen_columns(names: Sequence[str] | None) -> frozenset[PetitionColumn]:
    """Columns by their names as they are kept; the standard ones where nothing is."""
    if names is None:
        return frozenset(STANDARD)
    known = {column.name.lower(): column for column in PetitionColumn}
    return frozenset((*FIXED, *(known[name] for name in names if name in known)))


def names_of(columns: frozenset[PetitionColumn]) -> tuple[str, ...]:
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
