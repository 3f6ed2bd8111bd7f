"""Parses the pages of the user guide: a small part of Markdown.

A line that begins with `#` is the title, with `##` a heading, with `1.` a step, with `-` a point, with `>` a remark.
`![words](name.png)` alone is a picture of `resources/help/pictures`. Other lines are paragraphs.

In a line, `**words**` are words of the screen, a key stands between backticks, and `[words](page.md#heading)` is a
link, where blanks of the heading are hyphens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

BlockKind = Literal["title", "heading", "step", "point", "remark", "picture", "paragraph"]

_INLINE: Final = re.compile(
    r"\*\*(?P<strong>.+?)\*\*|`(?P<key>[^`]+)`|\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)"
)
_PICTURE: Final = re.compile(r"!\[(?P<words>[^\]]+)\]\((?P<target>[^)]+)\)")
_STEP: Final = re.compile(r"(\d+)\. ")
_MARKS: Final[tuple[tuple[str, BlockKind], ...]] = (
    ("## ", "heading"), ("# ", "title"), ("- ", "point"), ("> ", "remark"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one kind in a line. `target` is a page, a page and a heading, a file of a picture, or empty."""

    words: str
    strong: bool = False
    key: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class GuideBlock:
    """A line of a page; `number` is that of a step."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(piece.words for piece in self.pieces)


def parse(markdown: str) -> tuple[GuideBlock, ...]:
    """Returns the blocks of a page, one for each line that is not empty."""
    return tuple(_block(line) for line in markdown.splitlines() if line.strip())


def _block(line: str) -> GuideBlock:
    picture = _PICTURE.fullmatch(line.strip())
    if picture:
        return GuideBlock("picture", (Piece(picture["words"], target=picture["target"]),))
    step = _STEP.match(line)
    if step:
        return GuideBlock("step", _pieces(line[step.end() :]), int(step.group(1)))
    for mark, kind in _MARKS:
        if line.startswith(mark):
            return GuideBlock(kind, _pieces(line.removeprefix(mark)))
    return GuideBlock("paragraph", _pieces(line))


def _pieces(line: str, *, strong: bool = False) -> tuple[Piece, ...]:
    made: list[Piece] = []
    at = 0
    for match in _INLINE.finditer(line):
        if match.start() > at:
            made.append(Piece(line[at : match.start()], strong))
        if match["strong"]:
            made.extend(_pieces(match["strong"], strong=True))
        elif match["key"]:
            made.append(Piece(match["key"], key=True))
        else:
            made.append(Piece(match["words"], strong, target=match["target"]))
        at = match.end()
    if at < len(line):
        made.append(Piece(line[at:], strong))
    return tuple(made)
