"""The running text of the coming revision: its provisions below each other, long unchanged stretches folded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.comparison.result import ProvisionStatus
from desktop_app.instruments.drafting.coming_text import ComingBlock
from desktop_app.wording import digits, fill, translate
from ui.comparison.run_text import RunText
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import Mirror, fill_rounded, set_margins

#: Unchanged provisions that are shown before and after a marked one.
_AROUND: Final = 1
#: Provisions that a fold shows at once.
_STEP: Final = 60
_INDENT: Final = 28
#: Width of a line of text at most, in pixels.
_COLUMN: Final = 760


class BlockBox(QWidget):
    """A provision, with the card that belongs to it below while it is current."""

    chosen = Signal(int)
    place_chosen = Signal(int, int)
    thread_chosen = Signal(int)

    def __init__(self, block: ComingBlock, glyph: str = "", ink: str = "text2") -> None:
        super().__init__()
        self.block = block
        self.current = False
        self._glyph, self._ink = glyph, ink
        self.text = RunText(block.runs)
        self.text.clicked.connect(lambda: self.chosen.emit(block.entry))
        self.text.place_clicked.connect(lambda place: self.place_chosen.emit(block.entry, place))
        self.text.thread_clicked.connect(self.thread_chosen)
        self._column = QVBoxLayout(self)
        set_margins(self._column, 14 + _INDENT * min(block.depth, 3), 6, 14, 6)
        self._column.setSpacing(6)
        self._column.addWidget(self.text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_block(self, block: ComingBlock, glyph: str, ink: str) -> None:
        """Shows another state of the same provision."""
        self.block, self._glyph, self._ink = block, glyph, ink
        self.text.show_runs(block.runs)
        self.update()

    def put_card(self, card: QWidget) -> None:
        """Shows a card below the words."""
        self._column.addWidget(card)
        card.show()

    def set_current(self, current: bool) -> None:
        """Marks the provision as the current one, with a bar."""
        if current != self.current:
            self.current = current
            if not current:
                self.text.set_current(None)
            self.update()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.base)
        mirror = Mirror.of(box)
        ground, bar = _ground(self.block)
        indent = _INDENT * min(self.block.depth, 3)
        words = QRectF(self.text.geometry()).adjusted(-10, -4, 10, 4)
        if ground:
            fill_rounded(painter, words, now.colour(ground), 0)
            painter.fillRect(
                mirror.at(4 + indent, 3, top=words.top(), height=words.height()), now.colour(bar)
            )
        elif self.block.depth:
            painter.fillRect(
                mirror.at(4 + indent, 1, top=words.top() + 4, height=words.height() - 8), now.line2
            )
        if self.current:
            painter.fillRect(mirror.at(0, 3), now.accent)
        if self._glyph:
            paint_icon(painter, mirror.at(box.width() - 22, 18, top=words.top() + 10, height=18), self._glyph,
                       now.colour(self._ink))  # fmt: skip


def _ground(block: ComingBlock) -> tuple[str, str]:
    if not block.changed:
        return "", ""
    if block.moved_from:
        return "movsoft", "movline"
    if block.status is ProvisionStatus.INSERTED:
        return "inssoft", "insline"
    if block.status is ProvisionStatus.DELETED:
        return "delsoft", "delline"
    return "", ""


class TextPane(QScrollArea):
    """Shows blocks. Those that are not `shown` are folded with their neighbours into one row that opens them."""

    #: A provision, a place in it, or a suggestion was clicked.
    chosen = Signal(int)
    place_chosen = Signal(int, int)
    thread_chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.boxes: dict[int, BlockBox] = {}
        self._blocks: tuple[ComingBlock, ...] = ()
        self._marks: dict[int, tuple[str, str]] = {}
        self._opened: set[int] = set()
        self._marked: tuple[int, ...] = ()
        self._shown: list[int] = []
        self._current: int | None = None
        self._page = QWidget()

    def show_blocks(
        self,
        blocks: Sequence[ComingBlock],
        marked: Sequence[int],
        marks: dict[int, tuple[str, str]] | None = None,
        *,
        afresh: bool = False,
    ) -> None:
        """Shows blocks; `marked` are the entries that are never folded, `marks` their glyphs and inks.

        The same provisions are changed in place, so that nothing scrolls away; `afresh` begins at the top.
        """
        self._blocks, self._marks, self._marked = tuple(blocks), marks or {}, tuple(marked)
        if afresh:
            self._opened = set()
        near = set[int]()
        wanted = set(marked)
        for number, block in enumerate(self._blocks):
            if block.entry in wanted:
                near |= {one.entry for one in self._blocks[max(0, number - _AROUND) : number + _AROUND + 1]}
        shown = [block.entry for block in self._blocks if block.entry in near | self._opened]
        if shown == self._shown and not afresh:
            for block in self._blocks:
                if block.entry in self.boxes:
                    self.boxes[block.entry].show_block(block, *self._marks.get(block.entry, ("", "text2")))
            return
        at = self.verticalScrollBar().value()
        self._build(shown)
        if not afresh:
            QTimer.singleShot(0, self, lambda: self.verticalScrollBar().setValue(at))

    def set_current(self, entry: int | None, place: int | None = None, thread: int | None = None) -> None:
        """Marks a provision, and in it a place or a suggestion."""
        if self._current is not None and self._current != entry and self._current in self.boxes:
            self.boxes[self._current].set_current(False)
        self._current = entry
        if entry is None:
            return
        if entry not in self.boxes:
            self._opened.add(entry)
            self.show_blocks(self._blocks, self._marked, self._marks)
        box = self.boxes.get(entry)
        if box is not None:
            box.set_current(True)
            box.text.set_current(place, thread)

    def reveal(self, entry: int) -> None:
        """Scrolls to a provision and its card, after the layout."""

        def scroll() -> None:
            box = self.boxes.get(entry)
            if box is not None:
                self.ensureWidgetVisible(box, 0, 24)

        QTimer.singleShot(0, self, scroll)

    def _build(self, shown: list[int]) -> None:
        self._shown = shown
        for box in self.boxes.values():
            for card in box.findChildren(QWidget, "card", Qt.FindChildOption.FindDirectChildrenOnly):
                # Not without a parent: it would become a window, and take the focus along.
                card.setParent(self)
                card.hide()
        self.boxes = {}
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        set_margins(column, 16, 12, 8, 24)
        column.setSpacing(4)
        wanted, waiting = set(shown), list[ComingBlock]()
        for block in self._blocks:
            if block.entry not in wanted:
                waiting.append(block)
                continue
            self._fold(column, waiting)
            waiting = []
            box = BlockBox(block, *self._marks.get(block.entry, ("", "text2")))
            box.setMaximumWidth(_COLUMN)
            box.chosen.connect(self.chosen)
            box.place_chosen.connect(self.place_chosen)
            box.thread_chosen.connect(self.thread_chosen)
            self.boxes[block.entry] = box
            column.addWidget(box)
        self._fold(column, waiting)
        column.addStretch(1)
        self._page = page
        old = self.takeWidget()
        self.setWidget(page)
        if old is not None:
            old.deleteLater()

    def _fold(self, column: QVBoxLayout, waiting: Sequence[ComingBlock]) -> None:
        if not waiting:
            return
        count = digits(len(waiting))
        words = fill(translate("Comparison", "{n} provisions without a change"), n=count)
        names = [block.title for block in waiting if block.title]
        if len(names) > 1:
            span = fill(translate("Comparison", "{first} to {last}"), first=names[0], last=names[-1])
            words = translate("Comparison", " · ").join([words, span])
        button = Button(words, "ghost", icon="ph.caret-down", size="small")
        entries = [block.entry for block in waiting[:_STEP]]
        button.clicked.connect(lambda _checked=False: self._open(entries))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _open(self, entries: Sequence[int]) -> None:
        self._opened |= set(entries)
        self.show_blocks(self._blocks, self._marked, self._marks)
