"""A draft's text, set as a law is printed, with its outline beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.typesetting import TextBlock
from desktop_app.instruments.drafting.outline import OutlineEntry
from desktop_app.persian.text import Folded, fold, fold_with_offsets
from desktop_app.wording import translate
from ui.actions import make_action
from ui.guard import guarded
from ui.icons import paint_icon
from ui.jobs import run
from ui.theme import font, theme
from ui.widgets.comparison_view.thread_kinds import THREAD_KINDS, kind_name, look_of
from ui.widgets.painting import Mirror, draw_text
from ui.widgets.reading_view import ReadingView
from ui.widgets.rows import RowList, RowsModel
from ui.widgets.search_box import SearchBox

OUTLINE_WIDTH: Final = 248
_GLYPH: Final = 14


class OutlinedText(QWidget):
    """Selecting an entry of the outline scrolls the text, and scrolling selects the entry.

    The outline has the glyphs of the kinds of threads on each provision.
    """

    #: The entry whose text is at the top, or None before the first one.
    entry_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = RowList[OutlineEntry](
            translate("Instruments", "Outline"),
            RowsModel(lambda entry: f"{entry.label} {entry.heading}".strip(), spoken=self._spoken),
            self._draw_entry,
            height=32,
            line=False,
            smooth=True,
        )
        self.text = ReadingView(translate("Instruments", "Text of the revision"))
        self._starts: list[int] = []
        self._kinds: dict[int, tuple[str, ...]] = {}
        self._folded: Folded | None = None
        self._found = -1
        self._following = self._going = False
        self.search = SearchBox(translate("Instruments", "Find in the text"), key="Ctrl+F")
        self.search.searched.connect(lambda words: self.find_words(words, again=False))
        self.search.submitted.connect(lambda words: self.find_words(words, again=True))
        self.outline.picked.connect(self._go)
        self.text.place_changed.connect(self._follow)
        for text, key, act in (
            (translate("Instruments", "Find in the text"), "Ctrl+F", self.search.setFocus),
            (translate("Instruments", "Next place"), "F3", self._find_again),
            (translate("Instruments", "Copy the selection"), "Ctrl+C", self.text.copy),
        ):
            make_action(self, text, act, key=key)
        self.aside = _Aside()
        self._lay_out()

    def show_text(
        self,
        text: str,
        entries: Sequence[OutlineEntry],
        blocks: Sequence[TextBlock],
        *,
        threads: bool = False,
    ) -> None:
        """Shows a text from its start; with `threads` it has a margin for them."""
        self._folded, self._found = None, -1
        self._starts, self._kinds = [entry.start for entry in entries], {}
        self.outline.show_rows(entries)
        self.text.show_text(text, blocks, threads=threads)

    def show_kinds(self, places: Iterable[tuple[int, str]]) -> None:
        """Shows the kinds of open threads in the outline, given the code point and the kind of each."""
        found: dict[int, set[str]] = {}
        for offset, kind in places:
            found.setdefault(self._entry_at(offset), set()).add(kind)
        self._kinds = {
            at: tuple(kind for kind in THREAD_KINDS if kind in kinds) for at, kinds in found.items()
        }
        self.outline.row_model.refresh(0, len(self._starts) - 1)

    def entry_at(self, offset: int) -> OutlineEntry | None:
        """Returns the entry of the provision at a code point, or None before the first one."""
        return self.outline.row_model.row_at(self._entry_at(offset))

    def find_words(self, words: str, *, again: bool) -> None:
        """Highlights the next match of `words`, ignoring spelling variants; wraps around at the end.

        With `again` the current match is skipped.
        """
        if self._folded is not None:
            self._find_in(self._folded, fold(words), again=again)
            return
        # Folding a long text takes time, so it runs on a worker.
        text = self.text.text

        def folded(found: Folded) -> None:
            if text == self.text.text:
                self._folded = found
                self._find_in(found, fold(words), again=again)

        run(self, lambda: fold_with_offsets(text), folded)

    def _find_in(self, folded: Folded, wanted: str, *, again: bool) -> None:
        begin = self._found + 1 if again else max(self._found, 0)
        at = folded.text.find(wanted, begin) if wanted else -1
        if at < 0 and wanted:
            at = folded.text.find(wanted)
        self.search.mark_invalid(at < 0 < len(wanted))
        self._found = at
        self.text.show_match(folded.original_range(at, at + len(wanted)) if at >= 0 else None)

    def _find_again(self) -> None:
        self.find_words(self.search.text(), again=True)

    def _entry_at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _go(self, entry: OutlineEntry | None) -> None:
        if entry is not None and not self._following:
            # The last provisions cannot be scrolled to the top; the chosen entry stays the current one.
            self._going = True
            self.text.go_to(self._starts[self.outline.currentIndex().row()])
            self._going = False
            self.entry_changed.emit(entry)

    def _follow(self, offset: int) -> None:
        """Selects the entry of the provision at the top, without scrolling the text."""
        if self._going:
            return
        at = self._entry_at(offset)
        if at >= 0 and at != self.outline.currentIndex().row() and not self.outline.hasFocus():
            self._following = True
            self.outline.go_to(at)
            self._following = False
        self.entry_changed.emit(self.outline.row_model.row_at(at))

    def _spoken(self, entry: OutlineEntry) -> str:
        kinds = self._kinds_of(entry)
        names = translate("Instruments", ", ").join(kind_name(kind) for kind in kinds)
        return f"{entry.label} {entry.heading} {names}".strip()

    def _kinds_of(self, entry: OutlineEntry) -> tuple[str, ...]:
        return self._kinds.get(self._entry_at(entry.start), ())

    def _draw_entry(self, painter: QPainter, rect: QRectF, entry: OutlineEntry) -> None:
        draw_entry(painter, rect, entry, self._kinds_of(entry))

    def _lay_out(self) -> None:
        self.aside.setFixedWidth(OUTLINE_WIDTH)
        column = QVBoxLayout(self.aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        box = QHBoxLayout()
        box.setContentsMargins(12, 8, 12, 8)
        box.addWidget(self.search)
        column.addLayout(box)
        column.addWidget(self.outline, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.aside)
        self.middle = QVBoxLayout()
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.middle.setSpacing(0)
        self.middle.addWidget(self.text, 1)
        row.addLayout(self.middle, 1)


class _Aside(QWidget):
    """The background of the outline and of its header."""

    @guarded(None)
    def paintEvent(self, event: object) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().base)
        edge = 0 if self.isRightToLeft() else self.width() - 1
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)


def draw_entry(painter: QPainter, rect: QRectF, entry: OutlineEntry, kinds: Sequence[str] = ()) -> None:
    """Draws the label and the first words, indented by depth, and the glyphs of threads at the trailing edge."""
    now, mirror = theme(), Mirror.of(rect)
    indent = 16 + 14 * min(entry.depth, 5)
    taken = 12.0
    for kind in kinds:
        look = look_of(kind)
        place = mirror.at(rect.width() - taken - _GLYPH, _GLYPH)
        area = QRectF(place.left(), place.center().y() - _GLYPH / 2, _GLYPH, _GLYPH)
        paint_icon(painter, area, look.icon, now.colour(look.ink))
        taken += _GLYPH + 4
    room = max(0.0, rect.width() - indent - taken)
    top = font("secondary", bold=entry.depth == 0)
    drawn = draw_text(painter, mirror.at(indent, room), entry.label, top, now.text)
    offset = indent + (drawn + 8 if entry.label else 0)
    place = mirror.at(offset, max(0.0, rect.width() - offset - taken))
    draw_text(painter, place, entry.heading, font("header"), now.text2)
