"""The parts of a document: blocks, which yield pieces that are placed one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.words import Footnote


class PagePiece(Protocol):
    """A part of a block, as wide as the text area. Lengths in points."""

    @property
    def height(self) -> float: ...

    @property
    def gap(self) -> float:
        """White space above it, which is dropped at the top of a page."""
        ...

    @property
    def least(self) -> float:
        """The height that must not be divided: its full height, unless it may break at the foot of a page."""
        ...

    @property
    def keep_with_next(self) -> bool:
        """Whether it must not be the last piece on a page."""
        ...

    @property
    def entry(self) -> tuple[str, int] | None:
        """Its outline entry: title and level (0 is the highest), or None."""
        ...

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """Notes with marks in it, to print at the foot of the same page."""
        ...

    def draw(self, paper: Paper, top: float) -> None:
        """Draws the piece with its upper edge at `top`."""
        ...

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        """Returns the part that fits into `room` and the rest, or None if indivisible.

        Called for pieces higher than a page, and for those with `least` below `height`.
        """
        ...


class Block(Protocol):
    """A paragraph, table or chart."""

    def pieces(self, width: float) -> Iterator[PagePiece]:
        """Yields the pieces in reading order for a text area `width` points wide, lazily."""
        ...

    def repeated(self, width: float) -> PagePiece | None:
        """Returns the piece to repeat at the top of each page on which the block continues."""
        ...


class OnePiece:
    """Mixin for a block that is its own single piece (white space, a chart); indivisible by default."""

    __slots__ = ()

    @property
    def least(self: PagePiece) -> float:
        return self.height

    def pieces(self: PagePiece, width: float) -> Iterator[PagePiece]:
        del width
        yield self

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        del room
        return None


@dataclass(frozen=True, slots=True)
class Spacer(OnePiece):
    """White space, which is dropped at the top of a page."""

    gap: float
    height: float = 0.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    def draw(self, paper: Paper, top: float) -> None:
        """Draws nothing."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """Starts a new page, with another `layout` from there on if given."""

    layout: PageLayout | None = None

    def pieces(self, width: float) -> Iterator[PagePiece]:
        del width
        return iter(())

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None
