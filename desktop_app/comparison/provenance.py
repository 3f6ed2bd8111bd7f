"""What every output says of itself: which two texts, compared when and by whom, and what it leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Provenance:
    """The head of an output. `made_at` is aware; it is shown as a day and time in Tehran. `made_by` is the person's
    name as it stands in the history. `old_detail` and `new_detail` say who wrote that side when; `hidden` names, in
    the language in use, the classes of change that the reader's filter hid («نگارشی»). Empty ones are not shown."""

    title: str
    made_at: datetime
    made_by: str = ""
    old_detail: str = ""
    new_detail: str = ""
    hidden: tuple[str, ...] = ()
