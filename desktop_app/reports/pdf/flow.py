"""What a document is made of: blocks, which fall into pieces that are set one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from desktop_app.reports.pdf.layout import PageLayout
from desktop_app.reports.pdf.paper import Paper
from desktop_app.reports.pdf.words import Footnote


class PagePiece(Protocol):
    """A slab as wide as the page's text. Lengths in points."""

    @property
    def height(self) -> float: ...

    @property
    def gap(self) -> float:
        """White space above it; it falls away at the top of a page."""
        ...

    @property
    def least(self) -> float:
        """How much of it has to stand together: all of its height, unless it may be torn at the foot of any page."""
        ...

    @property
    def keep_with_next(self) -> bool:
        """Whether it must not be the last thing on a page."""
        ...

    @property
    def entry(self) -> tuple[str, int] | None:
        """Its entry in the document's outline: title and level (0 is the highest), if it has one."""
        ...

    @property
    def notes(self) -> tuple[Footnote, ...]:
        """Notes whose marks stand in it: they want to stand at the foot of the same page."""
        ...

    def draw(self, paper: Paper, top: float) -> None:
        """Draws it, its upper edge at `top`."""
        ...

    def split(self, room: float) -> tuple[PagePiece, PagePiece] | None:
        """What fits into `room` and the rest; asked of pieces higher than a whole page, and of those whose `least`
        is lower than they are. None: indivisible."""
        ...


class Block(Protocol):
    """A paragraph, a table, a chart."""

    def pieces(self, width: float) -> Iterator[PagePiece]:
        """The pieces in reading order for a text `width` points wide; made as they are asked for."""
        ...

    def repeated(self, width: float) -> PagePiece | None:
        """What is drawn again at the top of each page that the block goes on to."""
        ...


class OnePiece:
    """What a block does that is its own and only piece (white space, a chart), torn nowhere unless it says how."""

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
    """White space: a block and its only piece. It falls away at the top of a page."""

    gap: float
    height: float = 0.0
    keep_with_next: bool = False
    entry: tuple[str, int] | None = None
    notes: tuple[Footnote, ...] = ()

    def draw(self, paper: Paper, top: float) -> None:
        """Nothing is to be seen of it."""


@dataclass(frozen=True, slots=True)
class PageTurn:
    """Begins a new page, and from there on sheets of another `layout` where one is given."""

    layout: PageLayout | None = None

    def pieces(self, width: float) -> Iterator[PagePiece]:
        del width
        return iter(())

    def repeated(self, width: float) -> PagePiece | None:
        del width
        return None
