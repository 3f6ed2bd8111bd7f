"""What is drawn as a whole at a place of its own: a block of a document that is its own and only piece."""

from __future__ import annotations

from desktop_app.reports.pdf.flow import OnePiece
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.words import Footnote


class Slab(OnePiece):
    """As wide as the text, as high as it says. Lengths in points."""

    gap: float = 0.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    @property
    def height(self) -> float:
        raise NotImplementedError

    def draw(self, paper: Paper, top: float) -> None:
        """Draws it, its upper edge at `top`."""
        raise NotImplementedError
