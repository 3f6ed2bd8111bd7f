"""What a reviewer decided about changes: marks, and the side that the next revision takes. Without Qt."""

from __future__ import annotations

from typing import Final, Literal

from desktop_app.wording import translate
from ui.widgets.comparison_view.rows import SideName

ReviewMark = Literal["seen", "accepted", "discuss"]
REVIEW_MARKS: Final[tuple[ReviewMark, ...]] = ("seen", "accepted", "discuss")


def mark_name(mark: str) -> str:
    """A mark in words, as it stands in menus and tool tips."""
    return {
        "seen": translate("Comparison", "Seen"),
        "accepted": translate("Comparison", "Accepted"),
        "discuss": translate("Comparison", "To be discussed"),
    }[mark]


def choice_name(side: SideName) -> str:
    """Which wording was taken for the next revision."""
    if side == "old":
        return translate("Comparison", "The old wording is taken")
    return translate("Comparison", "The new wording is taken")


def checked_mark(mark: str) -> ReviewMark:
    """`mark` itself; raises ValueError for a word that is no mark."""
    if mark not in REVIEW_MARKS:
        raise ValueError(mark)
    return mark
