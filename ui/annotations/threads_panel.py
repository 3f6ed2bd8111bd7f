"""The list of annotations: open threads, ambiguous ones, lost ones and settled ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import ThreadKind, ThreadStatus
from desktop_app.wording import fill, translate
from ui.annotations.composer import PANEL_WIDTH, ThreadComposer
from ui.annotations.kept_words import reply_key
from ui.annotations.reply_form import forget_reply, show_kept_reply
from ui.annotations.thread_boxes import ThreadBoxes
from ui.guard import guarded
from ui.unfinished import Unfinished
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.side_panel import paint_ground

if TYPE_CHECKING:
    from desktop_app.staff.accounts import PersonRow


class ThreadsPanel(ThreadBoxes):
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
        #: The open objections, in the order of the list.
        self.objections: tuple[int, ...] = ()
        self.composer = ThreadComposer(unfinished)
        self.composer.written.connect(self.annotation_written)
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
        column.addWidget(self.area, 1)

    def show_staff(self, people: Sequence[PersonRow], me: int | None) -> None:
        """Shows the possible assignees in menus and completions, first `me`, who mentions the others."""
        active = [(row.id, row.full_name) for row in people if row.active]
        self.staff, self.me = tuple(sorted(active, key=lambda person: person[0] != me)), me
        self.composer.text.offer_staff(self.colleagues)
        self.show_threads(self.threads, self.active)

    def show_labels(self, labels: tuple[str, ...]) -> None:
        """Shows the labels of the office in menus and completions."""
        self.labels = labels
        self.show_threads(self.threads, self.active)

    def show_likely(self, thread: int, places: tuple[tuple[int, int], ...]) -> None:
        """Shows likely places of a lost thread, with the focus on the first one."""
        self.likely[thread] = places
        self.show_threads(self.threads, self.active)
        box = self.boxes.get(thread)
        if box is not None and box.candidates is not None:
            box.candidates.setFocus(Qt.FocusReason.OtherFocusReason)

    def ordered(self) -> None:
        """Shows how many threads and objections are open."""
        open_ones = [thread.row for thread in self.order if thread.row.status is ThreadStatus.OPEN]
        self._title.setText(fill(translate("Comparison", "Annotations: {n} open"), n=len(open_ones)))
        self.objections = tuple(row.id for row in open_ones if row.kind is ThreadKind.OBJECTION)
        words = translate("Comparison", "Open objections: {n} · next")
        self.next_objection.setText(fill(words, n=len(self.objections)))
        self.next_objection.setVisible(bool(self.objections))
        self.next_objection.updateGeometry()

    def _go_from(self, thread: int, by: int) -> None:
        """Moves the focus to the next thread of the list (`by` = 1) or the previous one (-1)."""
        order = list(self.boxes)
        if thread in order:
            box = self.boxes[order[min(max(order.index(thread) + by, 0), len(order) - 1)]]
            box.setFocus()
            self.area.ensureWidgetVisible(box)

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
        forget_reply(self.unfinished, thread, box.reply if box is not None else None, sent)

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
            if box.reply is not None:
                show_kept_reply(self.unfinished, number, box.reply)

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
