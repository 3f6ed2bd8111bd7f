"""A block that is drawn as a whole at its own position: a document block with a single piece."""

from __future__ import annotations

from desktop_app.reports.pdf.flow import OnePiece
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.words import Footnote


class Slab(OnePiece):
    """As wide as the text area; subclasses give the height. Lengths in points."""

    gap: float = 0.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def height(self) -> float:
        raise NotImplementedError

    def draw(self, paper: Paper, top: float) -> None:
        """Draws the block with its upper edge at `top`."""
        raise NotImplementedError
