"""A reviewer's decisions about changes: marks, and the side taken for the next revision. Without Qt."""

from __future__ import annotations

from typing import Final, Literal

from desktop_app.comparison.result import SideName
from desktop_app.wording import translate

ReviewMark = Literal["seen", "accepted", "discuss"]
REVIEW_MARKS: Final[tuple[ReviewMark, ...]] = ("seen", "accepted", "discuss")


def mark_name(mark: str) -> str:
    """Returns the name of a mark for menus and tool tips."""
    return {
        "seen": translate("Comparison", "Seen"),
        "accepted": translate("Comparison", "Accepted"),
        "discuss": translate("Comparison", "To be discussed"),
    }[mark]


def choice_name(side: SideName) -> str:
    """Returns which wording was taken for the next revision."""
    if side == "old":
        return translate("Comparison", "The old wording is taken")
    return translate("Comparison", "The new wording is taken")


def checked_mark(mark: str) -> ReviewMark:
    """Returns `mark`. Raises ValueError if it is invalid."""
    if mark not in REVIEW_MARKS:
        raise ValueError(mark)
    return mark
