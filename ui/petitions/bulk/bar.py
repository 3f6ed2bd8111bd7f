"""Bar above the rows while petitions are marked: their number, marking of the whole view, and bulk acts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill, translate
from desktop_app.wording.moves import face_of
from ui.actions import make_action, tip
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import hairline, set_margins, text_width
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.shield import Shield

if TYPE_CHECKING:
    from ui.petitions.bulk.marks import Marks
    from ui.petitions.lists.side import ListSide

#: The margins at both sides, in pixels.
_SIDES = 24
_OF_THE_PLACE = (QEvent.Type.Resize, QEvent.Type.Move)
#: Moves that are offered for many petitions, with their key of the desk (`marked_keys`).
MANY = (Move.REFER, Move.TAKE, Move.HAND_OVER, Move.RESOLVE, Move.ARCHIVE)


class BulkBar(QWidget):
    """Offers the bulk acts. It lies over the filter and the header of the list, so no row moves and none is covered.

    `asked` carries the move for all marked petitions (None: a label). `all_asked` asks to mark the whole
    view. `improvement_asked` asks for an improvement action for the marked petitions.
    """

    asked = Signal(object)
    all_asked = Signal()
    improvement_asked = Signal()

    def __init__(self, marks: Marks, side: ListSide) -> None:
        super().__init__(side)
        self._marks, self._side = marks, side
        self._total = 0
        self.words = PlainLabel("", "interface", bold=True, elide=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.all_button = Button("", "link", key="Ctrl+A", size="small")
        self.all_button.clicked.connect(lambda _checked=False: self.all_asked.emit())
        self.buttons: dict[Move, Button] = {}
        clear = IconButton("ph.x", translate("Bulk", "Take all marks away"), key="Esc", icon_side=14)
        clear.clicked.connect(lambda _checked=False: marks.clear())
        for move in MANY:
            face = face_of(move)
            words = fill(translate("Bulk", "{move}: all that is marked"), move=face.title)
            make_action(self, words, self._asking(move), icon=face.icon)
            button = Button(face.title, "ghost", icon=face.icon, key=face.key, size="small")
            set_tip(button, tip(words, face.key))
            button.clicked.connect(lambda _checked=False, move=move: self.asked.emit(move))
            self.buttons[move] = button
        words = translate("Bulk", "Label: all that is marked")
        make_action(self, words, lambda: self.asked.emit(None), icon="ph.tag")
        self.label_button = Button(
            translate("Labels", "Label"), "ghost", icon="ph.tag", key="L", size="small"
        )
        set_tip(self.label_button, tip(words, "L"))
        self.label_button.clicked.connect(lambda _checked=False: self.asked.emit(None))
        words = translate("Improvements", "Improvement action")
        make_action(self, words, self.improvement_asked.emit, icon="ph.wrench")
        self.improve_button = Button(words, "ghost", icon="ph.wrench", size="small")
        self.improve_button.clicked.connect(lambda _checked=False: self.improvement_asked.emit())
        #: The acts in one line; those without room are in a menu.
        self._acts = [*self.buttons.values(), self.label_button, self.improve_button]
        self._more = IconButton("ph.dots-three", translate("Inbox", "More"), icon_side=18)
        self._more.clicked.connect(lambda _checked=False: self.open_menu())
        self._lay_out(clear)
        Shield(self)
        for place in (side, side.table.viewport()):
            place.installEventFilter(self)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        # The filter is used by its keys as well.
        application.focusChanged.connect(self._appear)
        marks.changed.connect(self._show)
        self._show()

    def _lay_out(self, clear: IconButton) -> None:
        column = QVBoxLayout(self)
        set_margins(column, 16, 0, 8, 0)
        column.setSpacing(0)
        head, acts = QHBoxLayout(), QHBoxLayout()
        for row in (head, acts):
            row.setSpacing(0)
            column.addLayout(row)
        head.addWidget(self.words, 1)
        head.addWidget(self.all_button)
        head.addStretch()
        head.addWidget(clear)
        for part in (*self._acts, self._more):
            acts.addWidget(part)
        acts.addStretch()

    def know_total(self, total: int) -> None:
        """Sets the number of petitions in the view."""
        self._total = total
        self._show()

    def _asking(self, move: Move) -> Callable[[], None]:
        return lambda: self.asked.emit(move)

    def _show(self) -> None:
        count = self._marks.count
        self._appear()
        words = translate("Bulk", "{count} marked")
        if self._marks.whole:
            words = translate("Bulk", "All {count} of this view are marked")
        self.words.setText(fill(words, count=count))
        # Keeps the button next to the words.
        self.words.setMaximumWidth(round(text_width(self.words.text(), self.words.font())) + 4)
        self.all_button.setText(fill(translate("Bulk", "All {count} of this view"), count=self._total))
        self.all_button.setVisible(not self._marks.whole and self._total > count)
        self._lie()

    def _appear(self) -> None:
        """Shows the bar while there are marks, unless the filter has the focus."""
        focused: QWidget | None = QApplication.focusWidget()
        parts = (self._side.filter, self._side.views)
        filtering = focused is not None and any(part.isAncestorOf(focused) for part in parts)
        self.setVisible(self._marks.count > 0 and not filtering)

    def _lie(self) -> None:
        """Lies over all that is above the rows: without the views, where the rest is high enough."""
        side = self._side
        rows = side.table.viewport().mapTo(side, QPoint(0, 0)).y()
        top = side.filter.geometry().top()
        if rows - top < self.sizeHint().height():
            top = 0
        self.setGeometry(0, top, side.width(), rows - top)
        self.raise_()
        self._fit(side.width() - _SIDES)

    def _fit(self, room: int) -> None:
        """Leaves the last act to the menu, then the keys to the tool tips, then further acts to the menu."""
        more = self._more.sizeHint().width()
        for keys in (True, False):
            for button in self._acts:
                button.show_key(keys)
            ends = list(accumulate(button.sizeHint().width() for button in self._acts))
            if ends[-2] <= room - more:
                break
        all_fit = ends[-1] <= room
        for button, end in zip(self._acts, ends, strict=True):
            button.setVisible(all_fit or end <= room - more)
        self._more.setVisible(not all_fit)

    def open_menu(self) -> QMenu:
        """Opens the menu of the acts that have no room."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for button in self._acts:
            if button.isHidden():
                menu.addAction(button.text(), button.click)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
        return menu

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _OF_THE_PLACE:
            self._lie()
        return super().eventFilter(watched, event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().accsoft)
        hairline(painter, box)
