"""A reviewer's decision on whether two provisions match, which is shared with colleagues and binds the alignment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pin:
    """Declares that two provisions match (`same`) or do not. Each is given by an offset inside it (code points).

    A pin is ignored if an offset is in no provision, or if it contradicts an earlier pin.
    """

    old: int
    new: int
    same: bool
