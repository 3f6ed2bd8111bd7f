"""What a closure does to consultation windows, as the calendar tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class WindowEffect(StrEnum):
    """What happens to a window whose last day is declared closed."""

    LENGTHENED = "lengthened"
    #: It was over, and is open again.
    REOPENED = "reopened"
    #: Amending has begun: a manager decides.
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class WindowMove:
    """A window and its last day before and after; `until` is None where a manager decides."""

    instrument_id: int
    title: str
    effect: WindowEffect
    before: date
    until: date | None = None
