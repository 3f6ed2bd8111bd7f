"""Runs of text in the user guide: words, keys, links and what was searched for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextFormat, QTextFragment

from desktop_app.guide.markup import Piece
from desktop_app.guide.pages import GLOSSARY, GuidePlace, target_of
from desktop_app.persian.digits import isolated
from ui.actions import key_label
from ui.theme import font, theme
from ui.theme_tokens import FontRole

#: Marks the text of a key, around which a cap is painted.
KEY: Final = int(QTextFormat.Property.UserProperty) + 1
#: A space that the cap of a key encloses.
_EDGE: Final = "\u00a0"
_SCHEME: Final = "guide"


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def ink(role: FontRole, colour: str, *, bold: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font(role, bold=bold))
    made.setForeground(theme().colour(colour))
    return made


def link(place: GuidePlace, *, bold: bool = False) -> QTextCharFormat:
    made = ink("interface", "acctext", bold=bold)
    made.setAnchor(True)
    url = QUrl()
    url.setScheme(_SCHEME)
    url.setPath(place.page)
    url.setFragment(place.heading)
    made.setAnchorHref(url.toString())
    styles = QTextCharFormat.UnderlineStyle
    made.setUnderlineStyle(styles.DotLine if place.page == GLOSSARY else styles.SingleUnderline)
    made.setUnderlineColor(theme().colour("acctext"))
    return made


def place_of(url: QUrl) -> GuidePlace:
    return GuidePlace(url.path(), url.fragment())


def insert_pieces(cursor: QTextCursor, pieces: Sequence[Piece], page: str, colour: str = "text") -> None:
    for piece in pieces:
        if piece.key:
            cap = ink("key", "text2")
            cap.setProperty(KEY, True)
            cursor.insertText(f"{_EDGE}{isolated(key_label(piece.words).replace(' ', _EDGE))}{_EDGE}", cap)
        elif piece.target:
            cursor.insertText(piece.words, link(target_of(piece.target, page), bold=piece.strong))
        else:
            cursor.insertText(piece.words, ink("interface", colour, bold=piece.strong))


def insert_marked(cursor: QTextCursor, words: str, ranges: Sequence[tuple[int, int]]) -> None:
    plain, ground = ink("secondary", "text2"), ink("secondary", "text")
    ground.setBackground(theme().warnbg)
    at = 0
    for start, end in ranges:
        cursor.insertText(words[at:start], plain)
        cursor.insertText(words[start:end], ground)
        at = end
    cursor.insertText(words[at:], plain)
