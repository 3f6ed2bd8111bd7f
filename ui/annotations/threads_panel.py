"""The list of annotations: open threads, ambiguous ones, lost ones and settled ones."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.wording import fill, translate
from ui.annotations.composer import PANEL_WIDTH, ThreadComposer
from ui.annotations.kept_words import reply_key
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

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__(unfinished)
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
        self._shows: tuple[tuple[PlacedThread, ...], int | None, int] | None = None
        self._list = QVBoxLayout()
        self.composer = ThreadComposer(unfinished)
        self.composer.written.connect(self.annotation_written)
        self._title = PlainLabel("", "secondary", bold=True)
        self.next_objection = Button("", "link", icon="ph.warning-circle", key="O", size="small")
        self.next_objection.clicked.connect(self.objection_wanted)
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
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(walk)
        column.addWidget(self.composer)
        column.addWidget(self._area, 1)
        self.composer.hide()
        self.show_threads((), None)

    def show_threads(self, threads: Sequence[PlacedThread], active: int | None) -> None:
        """Shows threads: ambiguous ones first, then those with a place in text order.

        The caret in a reply is preserved.
        """
        shows = (tuple(threads), active, id(self.comparison))
        if shows == self._shows:
            return
        self._shows = shows
        place = self._area.verticalScrollBar().value()
        writing = self._caret() if active == self.active else None
        self.threads, self.active = tuple(threads), active
        open_ones = [t for t in threads if t.row.status is ThreadStatus.OPEN]
        asked = [t for t in open_ones if is_asked(t)]
        lost = [t for t in open_ones if is_homeless(t)]
        placed = [t for t in open_ones if t not in asked and t not in lost]
        settled = [t for t in threads if t.row.status is ThreadStatus.RESOLVED]
        self._show_objections([*asked, *placed, *lost])
        self._title.setText(fill(translate("Comparison", "Annotations: {n} open"), n=len(open_ones)))
        self.boxes = {}
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        page.setAutoFillBackground(True)
        column = self._list = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        if not threads:
            words = translate("Comparison", "No annotations yet. Select words and press N.")
            column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        self._add(translate("Comparison", "Which place is meant?"), "warn", asked)
        self._add("", "text2", placed)
        self._add(translate("Comparison", "Without a place"), "warn", lost)
        self._add(translate("Comparison", "Closed ones"), "text2", settled)
        column.addStretch(1)
        # The old widget may be handling its own key press or click: delete it later.
        old = self._area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._area.setWidget(page)
        if writing is not None:
            self._area.verticalScrollBar().setValue(place)
            self._write_on(writing)
        elif active in self.boxes:
            self._area.ensureWidgetVisible(self.boxes[active])

    def _show_objections(self, threads: Sequence[PlacedThread]) -> None:
        self.objections = tuple(t.row.id for t in threads if t.row.kind is ThreadKind.OBJECTION)
        words = translate("Comparison", "Open objections: {n} · next")
        self.next_objection.setText(fill(words, n=len(self.objections)))
        self.next_objection.setVisible(bool(self.objections))
        self.next_objection.updateGeometry()

    def _caret(self) -> int | None:
        """Returns the caret position in the focused reply in UTF-16 code units, or None."""
        box = self.boxes.get(self.active or 0)
        reply = box.reply if box is not None else None
        return reply.textCursor().position() if reply is not None and reply.hasFocus() else None

    def _write_on(self, at: int) -> None:
        box = self.boxes.get(self.active or 0)
        if box is None or box.reply is None:
            return
        # The layout shows it only later, and a hidden widget cannot take the focus.
        box.show()
        box.reply.show()
        box.reply.setFocus()
        cursor = box.reply.textCursor()
        cursor.setPosition(min(at, len(box.reply.toPlainText())))
        box.reply.setTextCursor(cursor)

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
        page = self._list.parentWidget()
        assert page is not None
        page.adjustSize()
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
        for number in [number for number in self.boxes if number in (before, thread)]:
            old = self.boxes[number]
            new = self.boxes[number] = self._box(old.placed)
            self._list.insertWidget(self._list.indexOf(old), new)
            # The layout shows it only later, and a hidden widget cannot take the focus.
            new.show()
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()

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

    def forget_draft(self, thread: int) -> None:
        """Clears the reply field after the reply was saved."""
        box = self.boxes.get(thread)
        if box is not None and box.reply is not None:
            box.reply.clear()
        self.unfinished.drop(reply_key(thread))

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

    def _add(self, heading: str, colour: str, threads: Sequence[PlacedThread]) -> None:
        """Adds a section. A long one shows only the part around the open thread, with links to the rest."""
        if threads and heading:
            self._list.addWidget(PlainLabel(heading, "header", colour, bold=True))
        at = next((n for n, thread in enumerate(threads) if thread.row.id == self.active), 0)
        first = max(0, min(at - _MOST_BOXES // 2, len(threads) - _MOST_BOXES))
        last = min(len(threads), first + _MOST_BOXES)
        if first:
            self._link(fill(translate("Comparison", "{n} before these"), n=first), threads[first - 1])
        for thread in threads[first:last]:
            self.boxes[thread.row.id] = box = self._box(thread)
            self._list.addWidget(box)
        if last < len(threads):
            self._link(fill(translate("Comparison", "and {n} more"), n=len(threads) - last), threads[last])

    def _box(self, thread: PlacedThread) -> ThreadBox:
        draft = self.unfinished.text(reply_key(thread.row.id))
        return ThreadBox(thread, self, opened=thread.row.id == self.active, draft=draft)

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
