"""The findings about defined terms, each with the provisions that it concerns, as links to their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from desktop_app.comparison.result import Comparison, TermFinding, TermPlace
from desktop_app.comparison.standing import term_happened, term_name, term_place_title, term_places
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import font, theme
from ui.theme_tokens import GROUP_HEADER, ROW_TWO_LINES
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, draw_text, set_margins, text_width
from ui.widgets.rows import LONGEST, RowList, RowsModel
from ui.widgets.side_panel import SidePanel

_ROW: Final = 30
#: Code points of a provision that are shown before a term, and in all.
_BEFORE: Final = 18
_AROUND: Final = 70
#: What stands between a label and the text of its provision.
_SEPARATORS: Final = " -ـ–—:.،)"


@dataclass(frozen=True, slots=True)
class TermHeading:
    """The term of a finding and what is told about it, or without that the name of the places below it."""

    text: str
    what: str = ""


@dataclass(frozen=True, slots=True)
class TermRow:
    """A provision with a term: its name, the words around the term, and the offset of the term in NEW."""

    title: str
    words: str
    offset: int


class TermsPanel(SidePanel):
    """Lists the findings of a comparison."""

    #: A line was chosen: the side and a code point of its text.
    place_chosen = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Defined terms"), translate("Comparison", "Close the defined terms")
        )
        self.list = TermList()
        self.column.addWidget(self.list, 1)
        self.list.opened.connect(lambda row: self.place_chosen.emit("new", row.offset))

    def show_comparison(self, comparison: Comparison | None) -> None:
        """Lists the findings of another comparison."""
        words = terms_words(comparison) if comparison is not None else ""
        self.title.setText(words or translate("Comparison", "Defined terms"))
        self.list.show_rows([*_rows(comparison)] if comparison is not None else [])

    def open_panel(self) -> None:
        """Shows the panel and focuses the first place."""
        self.show()
        if self.list.current() is None:
            self.list.step(1)
        self.list.setFocus()


class TermList(RowList[TermHeading | TermRow]):
    """The list view; a click or Enter leads to a place."""

    def __init__(self) -> None:
        super().__init__(
            translate("Comparison", "Defined terms"),
            RowsModel(_words, tip=lambda row: _words(row)[:LONGEST], heading=_is_heading),
            draw_term,
            height=_height,
            line=False,
            smooth=True,
            one_click=True,
        )
        self.setFrameShape(QListView.Shape.NoFrame)


class TermsFoot(QWidget):
    """The button below the list of changes that opens the panel; hidden while its command is."""

    def __init__(self, command: QAction) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        set_margins(row, 8, 8, 2, 8)
        self.button = Button.of(command, icon="ph.warning", size="small")
        row.addWidget(self.button)
        row.addStretch(1)
        self.setVisible(command.isVisible())
        command.changed.connect(lambda: self.setVisible(command.isVisible()))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        painter.fillRect(Mirror.of(box).at(box.width() - 1, 1), theme().line)
        painter.fillRect(QRectF(box.x(), box.y(), box.width(), 1), theme().line)


def terms_words(comparison: Comparison) -> str:
    """Returns the number of findings in words; empty if there are none."""
    if not comparison.terms:
        return ""
    return fill(translate("Comparison", "Terms to check: {n}"), n=len(comparison.terms))


def draw_term(painter: QPainter, rect: QRectF, row: TermHeading | TermRow) -> None:
    """Draws the sentence of a finding, or the name of a provision and the words around the term."""
    mirror, now = Mirror.of(rect), theme()
    if isinstance(row, TermHeading) and row.what:
        middle = rect.center().y()
        paint_icon(painter, mirror.at(12, 16, top=middle - 18, height=16), "ph.warning", now.warn)
        line, below = (mirror.at(36, rect.width() - 48, top=middle + at, height=22) for at in (-21, 0))
        draw_text(painter, line, row.text, font("secondary", bold=True), now.text)
        draw_text(painter, below, row.what, font("header"), now.text)
        return
    if isinstance(row, TermHeading):
        draw_text(painter, mirror.at(36, rect.width() - 48), row.text, font("header"), now.text2)
        return
    width = min(text_width(row.title, font("secondary")) + 2, rect.width() - 60)
    draw_text(painter, mirror.at(36, width), row.title, font("secondary"), now.acctext)
    at = 36 + width + 8
    room = rect.width() - at - 12
    if room > 20:
        draw_text(painter, mirror.at(at, room), row.words, font("header"), now.text2)


def _rows(comparison: Comparison) -> Iterator[TermHeading | TermRow]:
    for finding in comparison.terms:
        yield TermHeading(term_name(finding), term_happened(finding))
        yield from _places(comparison, finding)


def _places(comparison: Comparison, finding: TermFinding) -> Iterator[TermHeading | TermRow]:
    for name, places in term_places(finding):
        yield TermHeading(f"{name}: {digits(len(places))}")
        for place in places:
            yield TermRow(term_place_title(place), _around(comparison.new.text, place), place.new[0])


def _around(text: str, place: TermPlace) -> str:
    """Returns the words of a provision around a term, on one line."""
    label, start, end = place.provision.label or "", place.provision.start, place.provision.end
    first = body = text.find(label, start, end) + len(label)
    if place.new[0] - body > _BEFORE:
        first = text.rfind(" ", body, place.new[0] - _BEFORE) + 1 or body
    words = " ".join(visible_controls(text[first : min(end, first + _AROUND)]).split())
    return words.lstrip(_SEPARATORS) if first == body else f"… {words}"


def _is_heading(row: TermHeading | TermRow) -> bool:
    return isinstance(row, TermHeading)


def _words(row: TermHeading | TermRow) -> str:
    if isinstance(row, TermRow):
        return f"{row.title}  {row.words}"
    return f"{row.text}: {row.what}" if row.what else row.text


def _height(row: TermHeading | TermRow) -> int:
    if isinstance(row, TermRow):
        return _ROW
    return ROW_TWO_LINES if row.what else GROUP_HEADER
