"""Which properties are the same for all petitions of a list, so that a column would only repeat them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from desktop_app.petitions.lists.filters import ListFilter, View

#: Properties of a filter that fix a property of its petitions if they have one value.
_FIXING: Final = (
    "kind", "unit_id", "status", "channel", "assignee_id", "urgency", "outcome", "petitioner_id",
)  # fmt: skip
_OF_VIEW: Final = {View.MINE: "assignee_id", View.UNROUTED: "unit_id", View.WAITING: "status"}


def constant_properties(wanted: ListFilter, own_units: Collection[int]) -> frozenset[str]:
    """Returns the names of filter properties that are the same for each petition of a list.

    `own_units` are the units of the reader: the view of one's unit is constant only with one of them.
    """
    found = {name for name in _FIXING if _is_one(getattr(wanted, name))}
    if wanted.view in _OF_VIEW:
        found.add(_OF_VIEW[wanted.view])
    if wanted.view is View.MY_UNIT and len(own_units) == 1:
        found.add("unit_id")
    return frozenset(found)


def _is_one(value: object) -> bool:
    return value is not None and (not isinstance(value, tuple) or len(value) == 1)
