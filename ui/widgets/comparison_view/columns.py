"""The columns of the view from left to right: map, margin, discs, NEW, gutter, OLD, discs, margin of OLD. In pixels,
without Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from desktop_app.comparison.result import SideName

MAP: Final = 28
MARGIN: Final = 196
GUTTER: Final = 56
PADDING_X: Final = 16
PADDING_Y: Final = 7
FOLD: Final = 32
#: The height of a line for collapsed text inside a provision.
GAP: Final = 28
#: Below this width there is no margin. The list of threads still shows every card.
LEAST_WITH_MARGIN: Final = 760
#: The gutter for discs of threads between a text and its margin.
DISCS: Final = 28
#: The margin of OLD exists only while OLD has cards. In a viewport narrower than the limit it shows only bubbles.
RAIL: Final = 44
LEAST_WITH_TWO_MARGINS: Final = 1240


@dataclass(frozen=True, slots=True)
class Columns:
    """Left edges and widths of the columns for one width of the viewport."""

    margin: int
    new_left: int
    new_width: int
    old_left: int
    old_width: int
    old_margin: int = 0
    #: The width of the gutter for discs of threads, left of NEW and right of OLD.
    new_discs: int = 0
    old_discs: int = 0

    @classmethod
    def of(cls, width: int, *, old_cards: bool = False) -> Columns:
        """Returns the columns for a viewport of the given width. With `old_cards`, OLD gets a margin too."""
        margin = MARGIN if width >= LEAST_WITH_MARGIN else 0
        wide = width >= LEAST_WITH_TWO_MARGINS
        old_margin = (MARGIN if wide else RAIL) if old_cards and margin else 0
        new_discs = DISCS if margin else 0
        old_discs = DISCS if old_margin and wide else 0
        texts = max(width - MAP - margin - new_discs - GUTTER - old_discs - old_margin, 160)
        new_left = MAP + margin + new_discs
        new_width = texts // 2
        old_left = new_left + new_width + GUTTER
        return cls(margin, new_left, new_width, old_left, texts - new_width, old_margin, new_discs, old_discs)

    def left(self, side: SideName) -> int:
        """Returns the left edge of a side."""
        return self.old_left if side == "old" else self.new_left

    def width(self, side: SideName) -> int:
        """Returns the width of a side."""
        return self.old_width if side == "old" else self.new_width

    @property
    def gutter_left(self) -> int:
        """The left edge of the gutter, which ends at OLD."""
        return self.new_left + self.new_width

    @property
    def right(self) -> int:
        """The right edge of OLD."""
        return self.old_left + self.old_width

    @property
    def old_margin_left(self) -> int:
        """The left edge of the margin of OLD."""
        return self.right + self.old_discs

    def disc_x(self, side: SideName) -> float | None:
        """Returns the x of the discs of a side, or None without a gutter for them."""
        if side == "new":
            return self.new_left - self.new_discs / 2 + 2 if self.new_discs else None
        return self.right + self.old_discs / 2 - 2 if self.old_discs else None

    def text_width(self, side: SideName) -> int:
        """Returns the width available for lines of text."""
        return self.width(side) - 2 * PADDING_X

    def side_at(self, x: int) -> SideName | None:
        """Returns the side at `x`, or None over gutter, margin and map."""
        if self.new_left <= x < self.gutter_left:
            return "new"
        return "old" if self.old_left <= x < self.right else None
