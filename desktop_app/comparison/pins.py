"""What a reviewer fixed by hand about which provisions are one: kept for colleagues, obeyed by the alignment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """Two provisions, named by an offset inside each (code points of OLD and of NEW), are one: `same`; or are not.

    A pin whose offsets lie in no provision is passed over, and so is the later of two that contradict each other.
    """

    old: int
    new: int
    same: bool
