"""What is drawn as a whole at a place of its own: a block of a document that is its own and only piece."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.reports.pdf.flow import Piece
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.words import Note


class Slab:
    """As wide as the text, as high as it says, and torn nowhere. Lengths in points."""

    gap: float = 0.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Note, ...] = ()

    @property
    def height(self) -> float:
        raise NotImplementedError

    @property
    def least(self) -> float:
        return self.height

    def pieces(self, width: float) -> Iterator[Piece]:
        del width
        yield self

    def repeated(self, width: float) -> Piece | None:
        del width
        return None

    def draw(self, paper: Paper, top: float) -> None:
        """Draws it, its upper edge at `top`."""
        raise NotImplementedError

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        del room
        return None
