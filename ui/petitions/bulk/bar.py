"""Bar below the list while petitions are marked: their number, marking of the whole view, and bulk acts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill, translate
from desktop_app.wording.moves import face_of
from ui.actions import make_action, tip
from ui.guard import guarded
from ui.theme import theme
from ui.theme_tokens import FIELD_SMALL
from ui.widgets.button import RING, Button, IconButton
from ui.widgets.flow import FlowLayout
from ui.widgets.painting import hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel, set_tip

if TYPE_CHECKING:
    from ui.petitions.bulk.marks import Marks

#: Moves that are offered for many petitions, with their key of the desk (`marked_keys`).
MANY = (Move.REFER, Move.TAKE, Move.HAND_OVER, Move.RESOLVE, Move.ARCHIVE)


class BulkBar(QWidget):
    """Offers the bulk acts.

    `asked` carries the move for all marked petitions (None: a label). `all_asked` asks to mark the whole
    view. `improvement_asked` asks for an improvement action for the marked petitions.
    """

    asked = Signal(object)
    all_asked = Signal()
    improvement_asked = Signal()

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._total = 0
        self.words = PlainLabel("", "interface", bold=True, elide=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.all_button = Button("", "link", key="Ctrl+A", size="small")
        self.all_button.clicked.connect(lambda _checked=False: self.all_asked.emit())
        self.buttons: dict[Move, Button] = {}
        clear = IconButton("ph.x", translate("Bulk", "Take all marks away"), key="Esc", icon_side=14)
        clear.clicked.connect(lambda _checked=False: marks.clear())
        column = QVBoxLayout(self)
        set_margins(column, 16, 4, 8, 4)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(0)
        column.addLayout(head)
        # A narrow list has no room for all acts in one line.
        acts, lines = FlowLayout(FIELD_SMALL + 2 * RING, 0, (0, 0, 0, 0)), QWidget()
        lines.setLayout(acts)
        column.addWidget(lines)
        head.addWidget(self.words, 1)
        head.addWidget(self.all_button)
        head.addStretch()
        head.addWidget(clear)
        for move in MANY:
            face = face_of(move)
            words = fill(translate("Bulk", "{move}: all that is marked"), move=face.title)
            make_action(self, words, self._asking(move), icon=face.icon)
            button = Button(face.title, "ghost", icon=face.icon, key=face.key, size="small")
            set_tip(button, tip(words, face.key))
            button.clicked.connect(lambda _checked=False, move=move: self.asked.emit(move))
            self.buttons[move] = button
            acts.addWidget(button)
        words = translate("Bulk", "Label: all that is marked")
        make_action(self, words, lambda: self.asked.emit(None), icon="ph.tag")
        self.label_button = Button(
            translate("Labels", "Label"), "ghost", icon="ph.tag", key="L", size="small"
        )
        set_tip(self.label_button, tip(words, "L"))
        self.label_button.clicked.connect(lambda _checked=False: self.asked.emit(None))
        acts.addWidget(self.label_button)
        words = translate("Improvements", "Improvement action")
        make_action(self, words, self.improvement_asked.emit, icon="ph.wrench")
        self.improve_button = Button(words, "ghost", icon="ph.wrench", size="small")
        self.improve_button.clicked.connect(lambda _checked=False: self.improvement_asked.emit())
        acts.addWidget(self.improve_button)
        # The width of the window depends on the list, not on this bar.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        marks.changed.connect(self._show)
        self._show()

    def know_total(self, total: int) -> None:
        """Sets the number of petitions in the view."""
        self._total = total
        self._show()

    def _asking(self, move: Move) -> Callable[[], None]:
        return lambda: self.asked.emit(move)

    def _show(self) -> None:
        count = self._marks.count
        self.setVisible(count > 0)
        words = translate("Bulk", "{count} marked")
        if self._marks.whole:
            words = translate("Bulk", "All {count} of this view are marked")
        self.words.setText(fill(words, count=count))
        # Keeps the button next to the words.
        self.words.setMaximumWidth(round(text_width(self.words.text(), self.words.font())) + 4)
        self.all_button.setText(fill(translate("Bulk", "All {count} of this view"), count=self._total))
        self.all_button.setVisible(not self._marks.whole and self._total > count)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().accsoft)
        hairline(painter, box, top=True)
