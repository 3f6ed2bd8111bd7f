"""The bars around a text that is read: where one is and the size of the text, the kinds of threads, keys and
orphans.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.wording import digits, fill, translate
from ui.guard import guarded
from ui.theme import appearance, theme
from ui.widgets.button import Button, IconButton
from ui.widgets.comparison_view.thread_kinds import THREAD_KINDS, kind_name, look_of
from ui.widgets.count_chip import CountChip
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel

HEIGHT: Final = 40


class ReadingHead(QWidget):
    """The bar above the text: the present place, the number of threads with a filter for each kind, the text size."""

    #: The kinds to be shown, or None for all.
    kinds_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.place = PlainLabel("", "secondary", "text2", elide=True)
        self.count = PlainLabel("", "secondary", bold=True)
        self.chips = {kind: CountChip(look_of(kind).icon, look_of(kind).ink) for kind in THREAD_KINDS}
        for chip in self.chips.values():
            chip.set_compact(True)
            chip.clicked.connect(self._choose)
        self.smaller = IconButton("ph.minus", translate("Instruments", "Smaller text"), icon_side=14)
        self.larger = IconButton("ph.plus", translate("Instruments", "Larger text"), icon_side=14)
        self.smaller.clicked.connect(appearance().reduce_documents)
        self.larger.clicked.connect(appearance().enlarge_documents)
        self.percent = PlainLabel("", "header", "text2")
        appearance().theme_changed.connect(self._show_size)
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.place, 1)
        row.addWidget(self.smaller)
        row.addWidget(self.percent)
        row.addWidget(self.larger)
        row.addSpacing(12)
        row.addWidget(self.count)
        for chip in self.chips.values():
            row.addWidget(chip)
        self._show_size()
        self.show_threads(())

    def show_place(self, *names: str) -> None:
        """Shows the labels of the division and the provision at the top of the text."""
        self.place.setText(translate("Instruments", " › ").join(digits(name) for name in names if name))

    def show_threads(self, kinds: Iterable[str]) -> None:
        """Shows how many open threads of each kind there are."""
        counted = Counter(kinds)
        self.count.setText(fill(translate("Instruments", "Annotations {n}"), n=counted.total()))
        for kind, chip in self.chips.items():
            chip.show_count(kind_name(kind), counted[kind])
            chip.setVisible(counted[kind] > 0 or chip.isChecked())

    def forget(self) -> None:
        """Shows all kinds again."""
        for chip in self.chips.values():
            chip.setChecked(False)

    def _choose(self) -> None:
        chosen = frozenset(kind for kind, chip in self.chips.items() if chip.isChecked())
        self.kinds_chosen.emit(chosen or None)

    def _show_size(self) -> None:
        percent = digits(round(theme().document_scale * 100))
        self.percent.setText(fill(translate("Instruments", "{n}%"), n=percent))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))


class ReadingFoot(QWidget):
    """The bar below the text: which thread is the active one, the keys, and the threads without a place."""

    orphans_wanted = Signal()

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        """Creates the bar; `keys` are the names of commands with their keys."""
        super().__init__()
        self.setFixedHeight(HEIGHT)
        self.position = PlainLabel("", "header", "text2")
        self.orphans = Button("", "ghost", icon="ph.tray", size="small")
        self.orphans.clicked.connect(self.orphans_wanted)
        self._count = 0
        self._hints = [Button(name, "ghost", key=key, size="small") for name, key in keys]
        row = QHBoxLayout(self)
        set_margins(row, 16, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self.position)
        self.hints = QHBoxLayout()
        self.hints.setSpacing(4)
        for hint in self._hints:
            self.hints.addWidget(hint)
        row.addLayout(self.hints)
        row.addStretch(1)
        row.addWidget(self.orphans)
        self.show_position(None, 0)
        self.show_orphans(0)

    def show_position(self, at: int | None, count: int) -> None:
        """Shows the position of the active thread, counted from 0, among all of them."""
        said = translate("Instruments", "Annotation {at} of {count}")
        self.position.setText("" if at is None else fill(said, at=digits(at + 1), count=digits(count)))
        self._count = count
        self._fold()

    def show_orphans(self, count: int) -> None:
        """Shows how many open threads have no place in this text."""
        self.orphans.setText(fill(translate("Instruments", "Without a place: {n}"), n=count))
        self.orphans.setVisible(count > 0)
        self._fold()

    def _fold(self) -> None:
        """Shows the keys that there is room for."""
        taken = 2 * HEIGHT + self.position.sizeHint().width()
        taken += self.orphans.sizeHint().width() if not self.orphans.isHidden() else 0
        for hint in self._hints:
            taken += hint.sizeHint().width() + 8
            hint.setVisible(self._count > 0 and taken <= self.width())

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # What is folded away must not hold the window open.
        return QSize(0, HEIGHT)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()), top=True)
