"""The facts that every output states: the two texts, the time and author of the comparison, and what it omits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """The head of an output. Empty fields are not shown.

    `made_at` is timezone-aware and shown as a day and time in Tehran. `made_by` is the person's name as in the
    audit log. `old_detail` and `new_detail` say who wrote that side and when. `hidden` has the classes of change
    that the reader's filter hid, in the language in use («نگارشی»).
    """

    title: str
    made_at: datetime
    made_by: str = ""
    old_detail: str = ""
    new_detail: str = ""
    hidden: tuple[str, ...] = ()
