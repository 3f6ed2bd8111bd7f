"""Lists: numbered in the digits of the language or with bullets, and lists in lists.

    List(["مدارک هویتی", Item("مدارک فنی", ["نقشه", "گواهی"])], numbered=True)

The number stands at the right, the words in a column of their own. A list in a numbered list says the numbers above
it too: «۲-۱.».
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.reports.pdf.flow import Piece
from desktop_app.reports.pdf.lines import TextStyle, Words, natural_width, plain, wrapped
from desktop_app.reports.pdf.paragraph import LinePiece, Paragraph
from desktop_app.reports.pdf.structure import BULLETED, NUMBERED, Element
from desktop_app.wording import digits

_BULLETS = ("•", "–")
_AFTER_LABEL = 6.0
_BETWEEN = 3.0
#: Deeper lists stay in this share of the width.
_MOST_INDENT = 0.5
#: ARABIC LETTER MARK: behind it «۲-۱» runs as in a Persian sentence, the chapter at the right.
_PERSIAN = "\u061c"


@dataclass(frozen=True, slots=True)
class Item:
    """An item with a list of its own, numbered as the one that it is in unless `numbered` says otherwise."""

    words: Words
    items: Sequence[Words | Item] = ()
    numbered: bool | None = None


@dataclass(frozen=True, slots=True)
class List:
    """Items one below the other; the first number is `start`."""

    items: Sequence[Words | Item]
    numbered: bool = False
    start: int = 1
    style: TextStyle = field(default_factory=TextStyle)
    gap: float = 6.0

    def pieces(self, width: float) -> Iterator[Piece]:
        gap = self.gap
        for piece in self._level(self.items, self.numbered, self.start, (), 0.0, width, None):
            yield replace(piece, gap=gap) if gap else piece
            gap = 0.0

    def repeated(self, width: float) -> Piece | None:
        del width
        return None

    def _level(
        self,
        items: Sequence[Words | Item],
        numbered: bool,
        start: int,
        above: tuple[int, ...],
        indent: float,
        width: float,
        parent: Element | None,
    ) -> Iterator[LinePiece]:
        element = Element("L", parent, attribute=NUMBERED if numbered else BULLETED)
        entries = [entry if isinstance(entry, Item) else Item(entry) for entry in items]
        labels = [
            number((*above, start + place)) if numbered else _BULLETS[len(above) % len(_BULLETS)]
            for place in range(len(entries))
        ]
        room = max((natural_width(label, self.style) for label in labels), default=0.0) + _AFTER_LABEL
        indent = min(indent + room, width * _MOST_INDENT)
        for place, (entry, label) in enumerate(zip(entries, labels, strict=True)):
            body = yield from self._item(entry.words, label, indent, room, width, Element("LI", element))
            if entry.items:
                deeper = numbered if entry.numbered is None else entry.numbered
                numbers = (*above, start + place)
                yield from self._level(entry.items, deeper, 1, numbers, indent, width, body)

    def _item(
        self, words: Words, label: str, indent: float, room: float, width: float, element: Element
    ) -> Generator[LinePiece, None, Element]:
        said = Element("Lbl", element, text=plain(label))
        body = Element("LBody", element)
        # A list in it stands in the body too, so the words are a paragraph of their own.
        own = Element("P", body, text=plain(words))
        written = wrapped(label, self.style, room)[0]
        for line, piece in enumerate(Paragraph(words, self.style, _BETWEEN).pieces(width - indent)):
            assert isinstance(piece, LinePiece)
            mark = (written, said) if line == 0 else (None, None)
            yield replace(
                piece, element=own, indent=indent, label=mark[0], label_room=room, label_element=mark[1]
            )
        return body


def number(path: Sequence[int]) -> str:
    """«۲-۱.»: the first of the second."""
    return _PERSIAN + "-".join(digits(step) for step in path) + "."
