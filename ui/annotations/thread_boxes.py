"""The boxes of threads under each other: shown anew only where they changed, and held where the reader has them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import ThreadStatus
from desktop_app.wording import fill, translate
from ui.annotations.placed import PlacedThread
from ui.annotations.thread_box import ThreadBox
from ui.annotations.thread_host import ThreadHost
from ui.annotations.thread_words import is_asked, is_homeless
from ui.unfinished import Unfinished
from ui.widgets.plain import LinkLabel, PlainLabel

#: Maximum number of boxes per section, because each takes some milliseconds to create.
_MOST_BOXES = 30


class ThreadBoxes(ThreadHost):
    """Shows threads in sections. `area` scrolls them; the caller lays it out."""

    def __init__(self, unfinished: Unfinished, *, beside_text: bool = True) -> None:
        super().__init__(unfinished, beside_text=beside_text)
        self.threads: tuple[PlacedThread, ...] = ()
        self.active: int | None = None
        self.boxes: dict[int, ThreadBox] = {}
        #: The threads in the order of the list.
        self.order: tuple[PlacedThread, ...] = ()
        self._shows: object = None
        self._page = QWidget()
        self._page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._page.setAutoFillBackground(True)
        self._list = QVBoxLayout(self._page)
        self._list.setContentsMargins(12, 4, 12, 12)
        self._list.setSpacing(8)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._page)

    def ordered(self) -> None:
        """Called when the threads have an order, before their boxes are shown."""

    def show_threads(self, threads: Sequence[PlacedThread], active: int | None) -> None:
        """Shows threads: ambiguous ones first, then those with a place in text order.

        Boxes stay where they are under the reader's eyes and hands. Only what changed is shown anew, and a thread
        whose reply is being written stays in its section.
        """
        shows = (tuple(threads), active, id(self.comparison), self.staff, self.labels, dict(self.likely))
        if shows == self._shows:
            return
        self._shows = shows
        held = self._held()
        self.threads, self.active = tuple(threads), active
        asked, placed, lost, settled = self._sections(threads)
        self.order = (*asked, *placed, *lost, *settled)
        self.ordered()
        before, self.boxes = self.boxes, {}
        self._clear_list()
        if not threads and self.beside_text:
            words = translate("Comparison", "No annotations yet. Select words and press N.")
            self._list.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        self._add(translate("Comparison", "Which place is meant?"), "warn", asked, before)
        self._add("", "text2", placed, before)
        self._add(translate("Comparison", "Without a place"), "warn", lost, before)
        closed = translate("Comparison", "Closed ones") if self.beside_text else ""
        self._add(closed, "text2", settled, before)
        self._list.addStretch(1)
        for number, box in before.items():
            if number not in self.boxes:
                box.hide()
                box.deleteLater()
        self._put_back(held)

    def choose(self, thread: int) -> None:
        """Opens a thread in the list, with the focus on its candidates or its reply."""
        if thread in self.boxes:
            self._open(thread)
        else:
            self.show_threads(self.threads, thread)
        box = self.boxes.get(thread)
        if box is None:
            return
        # The opened box needs its height before it is scrolled to.
        self._settle()
        self.area.ensureWidgetVisible(box)
        if box.candidates is not None:
            box.candidates.setFocus(Qt.FocusReason.OtherFocusReason)
        elif box.reply is not None:
            box.reply.setFocus()
        else:
            box.setFocus()

    def _open(self, thread: int) -> None:
        """Opens one box and closes the previous one. All others are unchanged."""
        before, self.active, self._shows = self.active, thread, None
        for number in (before, thread):
            box = self.boxes.get(number or 0)
            if box is not None:
                box.show_thread(box.placed, opened=number == thread)

    def _sections(self, threads: Sequence[PlacedThread]) -> tuple[list[PlacedThread], ...]:
        """Returns the threads that ask for a place, that have one, that lost it, and that are settled."""
        asked, placed, lost, settled = [], [], [], []
        for thread in threads:
            if is_asked(thread):
                asked.append(thread)
            elif is_homeless(thread):
                lost.append(thread)
            elif thread.row.status is ThreadStatus.OPEN or self._is_held(thread.row.id):
                placed.append(thread)
            else:
                settled.append(thread)
        return asked, placed, lost, settled

    def _is_held(self, thread: int) -> bool:
        """Whether the reply of a thread is being written."""
        box = self.boxes.get(thread)
        return box is not None and box.opened and box.is_writing

    def _clear_list(self) -> None:
        """Takes everything out of the list; boxes remain, headings and links are deleted."""
        while (item := self._list.itemAt(0)) is not None:
            widget = item.widget()
            if widget is None:
                self._list.removeItem(item)
                continue
            # `takeAt` would leave the item to Python, and its cached heights would outlive it.
            self._list.removeWidget(widget)
            if not isinstance(widget, ThreadBox):
                widget.hide()
                widget.deleteLater()

    def _add(
        self, heading: str, colour: str, threads: Sequence[PlacedThread], before: Mapping[int, ThreadBox]
    ) -> None:
        """Adds a section. A long one shows only the part around the open thread, with links to the rest."""
        if threads and heading:
            self._list.addWidget(PlainLabel(heading, "header", colour, bold=True))
        at = next((n for n, thread in enumerate(threads) if thread.row.id == self.active), 0)
        first = max(0, min(at - _MOST_BOXES // 2, len(threads) - _MOST_BOXES))
        last = min(len(threads), first + _MOST_BOXES)
        if first:
            self._link(fill(translate("Comparison", "{n} before these"), n=first), threads[first - 1])
        for thread in threads[first:last]:
            self.boxes[thread.row.id] = box = self._box(thread, before.get(thread.row.id))
            self._list.addWidget(box)
        if last < len(threads):
            self._link(fill(translate("Comparison", "and {n} more"), n=len(threads) - last), threads[last])

    def _box(self, thread: PlacedThread, known: ThreadBox | None) -> ThreadBox:
        opened = thread.row.id == self.active
        if known is None:
            return ThreadBox(thread, self, opened=opened)
        known.show_thread(thread, opened=opened)
        return known

    def _link(self, words: str, to: PlacedThread) -> None:
        self._list.addWidget(LinkLabel(words, lambda: self.thread_chosen.emit(to.row.id), "header"))

    def _held(self) -> tuple[int, int, bool] | None:
        """Returns the box under the reader's hands, or else the first visible one; its offset in the window; and
        whether the offset is that of its reply.
        """
        top = self.area.verticalScrollBar().value()
        focused = QApplication.focusWidget()
        for number, box in self.boxes.items():
            if focused is not None and (box is focused or box.isAncestorOf(focused)):
                writing = box.reply is focused
                return number, (self._top(box.reply if writing else box)) - top, writing
        for number, box in self.boxes.items():
            if box.geometry().bottom() > top:
                return number, box.y() - top, False
        return None

    def _top(self, part: QWidget | None) -> int:
        """Returns where a part of the list begins, in pixels from the top of the list."""
        return part.mapTo(self._page, QPoint(0, 0)).y() if part is not None else 0

    def _settle(self) -> None:
        """Shows new parts and gives all boxes their heights now; the layout would do so only later."""
        if self._page.isVisible():
            for part in self._page.findChildren(QWidget):
                if part.isHidden() and not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                    part.show()
        self._list.activate()
        width = self.area.viewport().width()
        self._page.resize(width, max(self._page.heightForWidth(width), self.area.viewport().height()))

    def _put_back(self, held: tuple[int, int, bool] | None) -> None:
        """Scrolls so that what is held is where it was; otherwise to the opened box."""
        self._settle()
        if held is not None and held[0] in self.boxes:
            number, offset, writing = held
            box = self.boxes[number]
            part = box.reply if writing and box.reply is not None else box
            self.area.verticalScrollBar().setValue(self._top(part) - offset)
        elif self.active in self.boxes:
            self.area.ensureWidgetVisible(self.boxes[self.active])
