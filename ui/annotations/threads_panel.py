"""The list of annotations: open threads, ambiguous ones, lost ones and settled ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.wording import fill, translate
from ui.annotations.composer import PANEL_WIDTH, ThreadComposer
from ui.annotations.kept_words import reply_key, words_after
from ui.annotations.placed import PlacedThread
from ui.annotations.thread_box import ThreadBox
from ui.annotations.thread_host import ThreadHost
from ui.annotations.thread_words import is_asked, is_homeless
from ui.guard import guarded
from ui.unfinished import Unfinished
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.side_panel import paint_ground

#: Maximum number of boxes per section, because each takes some milliseconds to create.
_MOST_BOXES = 30


class ThreadsPanel(ThreadHost):
    """Shows the threads of both revisions, and emits the user's actions. It makes no decisions."""

    #: A new thread was written: its kind and its text.
    annotation_written = Signal(str, str)
    #: The next open objection is requested.
    objection_wanted = Signal()
    #: The list was hidden.
    hidden = Signal()
    #: The list was shown or hidden.
    turned = Signal()

    def __init__(self, unfinished: Unfinished, *, beside_text: bool = True) -> None:
        super().__init__(unfinished, beside_text=beside_text)
        if beside_text:
            self.setFixedWidth(PANEL_WIDTH)
        self.reply_edited.connect(self._keep_reply)
        self.neighbour_wanted.connect(self._go_from)
        unfinished.restored.connect(self._show_kept)
        unfinished.thrown_away.connect(lambda _texts: self._show_kept())
        self.threads: tuple[PlacedThread, ...] = ()
        self.active: int | None = None
        self.boxes: dict[int, ThreadBox] = {}
        #: The open objections, in the order of the list.
        self.objections: tuple[int, ...] = ()
        #: The threads in the order of the list.
        self.order: tuple[PlacedThread, ...] = ()
        self._shows: object = None
        self._page = QWidget()
        self._page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._page.setAutoFillBackground(True)
        self._list = QVBoxLayout(self._page)
        self._list.setContentsMargins(12, 4, 12, 12)
        self._list.setSpacing(8)
        self.composer = ThreadComposer(unfinished)
        self.composer.written.connect(self.annotation_written)
        self._area = QScrollArea()
        self._title = PlainLabel("", "secondary", bold=True)
        self.next_objection = Button("", "link", icon="ph.warning-circle", key="O", size="small")
        self.next_objection.clicked.connect(self.objection_wanted)
        self._lay_out()
        self.composer.hide()
        self.show_threads((), None)

    def _lay_out(self) -> None:
        walk = QHBoxLayout()
        set_margins(walk, 12, 0, 12, 4)
        walk.addWidget(self.next_objection)
        walk.addStretch(1)
        close = IconButton("ph.x", translate("Comparison", "Close the list of annotations"), icon_side=14)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        set_margins(head, 16, 4, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QWidget()
        lines = QVBoxLayout(bar)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addLayout(walk)
        column.addWidget(bar)
        bar.setVisible(self.beside_text)
        column.addWidget(self.composer)
        column.addWidget(self._area, 1)

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
        open_count = sum(thread.row.status is ThreadStatus.OPEN for thread in threads)
        self._show_objections([*asked, *placed, *lost])
        self._title.setText(fill(translate("Comparison", "Annotations: {n} open"), n=open_count))
        self.order = (*asked, *placed, *lost, *settled)
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
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and not isinstance(widget, ThreadBox):
                widget.hide()
                widget.deleteLater()

    def _held(self) -> tuple[int, int] | None:
        """Returns the box under the reader's hands, or else the first visible one, and its offset in the window."""
        top = self._area.verticalScrollBar().value()
        focused = QApplication.focusWidget()
        under_hand = [n for n, box in self.boxes.items() if focused is not None and box.isAncestorOf(focused)]
        visible = [n for n, box in self.boxes.items() if box.geometry().bottom() > top]
        for number in (*under_hand, *visible):
            return number, self.boxes[number].y() - top
        return None

    def _put_back(self, held: tuple[int, int] | None) -> None:
        """Scrolls so that the held box is where it was; otherwise to the opened one."""
        self._list.activate()
        self._page.adjustSize()
        if held is not None and held[0] in self.boxes:
            self._area.verticalScrollBar().setValue(self.boxes[held[0]].y() - held[1])
        elif self.active in self.boxes:
            self._area.ensureWidgetVisible(self.boxes[self.active])

    def show_known(
        self, staff: tuple[tuple[int, str], ...] | None = None, labels: tuple[str, ...] | None = None
    ) -> None:
        """Shows the possible assignees, or the labels of the office, in menus and completions."""
        self.staff = self.staff if staff is None else staff
        self.labels = self.labels if labels is None else labels
        self.composer.text.offer_staff(self.staff)
        self.show_threads(self.threads, self.active)

    def show_likely(self, thread: int, places: tuple[tuple[int, int], ...]) -> None:
        """Shows likely places of a lost thread, with the focus on the first one."""
        self.likely[thread] = places
        self.show_threads(self.threads, self.active)
        box = self.boxes.get(thread)
        if box is not None and box.candidates is not None:
            box.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_objections(self, threads: Sequence[PlacedThread]) -> None:
        self.objections = tuple(t.row.id for t in threads if t.row.kind is ThreadKind.OBJECTION)
        words = translate("Comparison", "Open objections: {n} · next")
        self.next_objection.setText(fill(words, n=len(self.objections)))
        self.next_objection.setVisible(bool(self.objections))
        self.next_objection.updateGeometry()

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
        self._page.adjustSize()
        self._area.ensureWidgetVisible(box)
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

    def _go_from(self, thread: int, by: int) -> None:
        """Moves the focus to the next thread of the list (`by` = 1) or the previous one (-1)."""
        order = list(self.boxes)
        if thread in order:
            box = self.boxes[order[min(max(order.index(thread) + by, 0), len(order) - 1)]]
            box.setFocus()
            self._area.ensureWidgetVisible(box)

    def take_keyboard(self) -> None:
        """Focuses the opened thread, or else the first one."""
        box = self.boxes.get(self.active or 0) or next(iter(self.boxes.values()), None)
        if box is not None:
            box.setFocus()

    def forget_draft(self, thread: int, sent: str) -> None:
        """Clears the words of a reply that were saved; words typed since stay."""
        if not sent:
            return
        box = self.boxes.get(thread)
        reply = box.reply if box is not None else None
        left = words_after(reply.toPlainText() if reply is not None else "", sent)
        if reply is not None:
            reply.setPlainText(left)
        self.unfinished.keep(reply_key(thread), left)

    def is_writing(self) -> bool:
        """Returns whether a new annotation or a reply is being written."""
        boxes = [self.composer.text] if not self.composer.isHidden() else []
        boxes += [box.reply for box in self.boxes.values() if box.reply is not None]
        return any(box.toPlainText().strip() for box in boxes)

    def _keep_reply(self, thread: int, text: str) -> None:
        """Stores the text of a reply until it is sent."""
        self.unfinished.keep(reply_key(thread), text, *self.composer.pair)

    def _show_kept(self) -> None:
        """Shows replies that were restored from an earlier window or discarded."""
        for number, box in self.boxes.items():
            kept = self.unfinished.text(reply_key(number))
            if box.reply is not None and box.reply.toPlainText() != kept:
                box.reply.setPlainText(kept)

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

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Focuses the list when it is opened."""
        super().showEvent(event)
        self.turned.emit()
        if not event.spontaneous() and self.composer.isHidden():
            self.take_keyboard()

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.turned.emit()
        if not event.spontaneous():
            self.hidden.emit()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ground(self)
