"""Columns of the list: names, widths, sort orders, and the person's choice of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Final

from desktop_app.petitions.lists.filters import ListFilter, Order
from desktop_app.wording import translate


class PetitionColumn(IntEnum):
    """Columns, starting at the leading edge."""

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


#: Columns that cannot be hidden.
FIXED: Final = (PetitionColumn.MARK, PetitionColumn.SUBJECT)
STANDARD: Final = (
    PetitionColumn.MARK, PetitionColumn.KIND, PetitionColumn.SUBJECT, PetitionColumn.SENDER, PetitionColumn.UNIT,
    PetitionColumn.ASSIGNEE, PetitionColumn.AGE,
    PetitionColumn.DEADLINE,
)  # fmt: skip
#: Widths in pixels. The subject gets the remaining width.
WIDTHS: Final = {
    PetitionColumn.MARK: 32, PetitionColumn.KIND: 70, PetitionColumn.SENDER: 112, PetitionColumn.UNIT: 78,
    PetitionColumn.ASSIGNEE: 88, PetitionColumn.STATUS: 104,
    PetitionColumn.CHANNEL: 84, PetitionColumn.URGENCY: 64, PetitionColumn.REGISTRY: 88, PetitionColumn.CODE: 122,
    PetitionColumn.OUTCOME: 100,
    PetitionColumn.RESOLVED: 84, PetitionColumn.ABOUT: 150, PetitionColumn.AGE: 54, PetitionColumn.DEADLINE: 108,
}  # fmt: skip
#: Order in which columns are hidden in a narrow window.
GIVEN_UP: Final = (
    PetitionColumn.ABOUT, PetitionColumn.CODE, PetitionColumn.REGISTRY, PetitionColumn.RESOLVED,
    PetitionColumn.OUTCOME, PetitionColumn.CHANNEL, PetitionColumn.URGENCY,
    PetitionColumn.STATUS, PetitionColumn.AGE, PetitionColumn.UNIT, PetitionColumn.SENDER, PetitionColumn.ASSIGNEE,
)  # fmt: skip
#: Bounds of a width that a person drags.
NARROWEST: Final = 40
WIDEST: Final = 480
#: The property of a filter that a column shows.
_PROPERTIES: Final = {
    PetitionColumn.KIND: "kind", PetitionColumn.SENDER: "petitioner_id", PetitionColumn.UNIT: "unit_id",
    PetitionColumn.ASSIGNEE: "assignee_id", PetitionColumn.STATUS: "status", PetitionColumn.CHANNEL: "channel",
    PetitionColumn.URGENCY: "urgency", PetitionColumn.OUTCOME: "outcome",
}  # fmt: skip
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
    """Returns the sort order for a click on a column header, and whether it is reversed.

    A second click reverses the direction. None where the list cannot be sorted by this column.
    """
    order = _ORDERS.get(column)
    if order is None:
        return None
    if column_of(wanted.order) is not column:
        return order, False
    if column is PetitionColumn.AGE:
        # The two directions of the age are orders of their own.
        newest_now = wanted.descending
        return (Order.OLDEST if newest_now else Order.NEWEST), False
    return order, not wanted.backwards


def column_of(order: Order) -> PetitionColumn | None:
    """Returns the column by which a list in this order is sorted."""
    if order is Order.OLDEST:
        return PetitionColumn.AGE
    return next((column for column, its in _ORDERS.items() if its is order), None)


def constant_columns(properties: Collection[str]) -> frozenset[PetitionColumn]:
    """Returns the columns of properties that are the same in each row."""
    return frozenset(column for column, name in _PROPERTIES.items() if name in properties)


def width_name(column: PetitionColumn) -> str:
    """Returns the name under which the width of a column is stored."""
    return f"column_{column.name.lower()}"


def chosen_columns(names: Sequence[str] | None) -> frozenset[PetitionColumn]:
    """Returns the columns with these stored names; the standard columns where nothing was stored."""
    if names is None:
        return frozenset(STANDARD)
    known = {column.name.lower(): column for column in PetitionColumn}
    return frozenset((*FIXED, *(known[name] for name in names if name in known)))


def names_of(columns: frozenset[PetitionColumn]) -> tuple[str, ...]:
    """Returns the names of the columns for storage."""
    return tuple(column.name.lower() for column in sorted(columns) if column not in FIXED)


def headers() -> tuple[str, ...]:
    """Returns the titles of the columns."""
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
