"""The page layout: size and margins in points."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Size of a page and its margins, in points."""

    width: float = A4[0]
    height: float = A4[1]
    left: float = 56.0
    right: float = 56.0
    top: float = 48.0
    bottom: float = 62.0

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right


#: A4 landscape, for wide tables.
LANDSCAPE = PageLayout(width=A4[1], height=A4[0], left=40.0, right=40.0, top=40.0, bottom=58.0)
