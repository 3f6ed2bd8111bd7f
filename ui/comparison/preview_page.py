"""The preview of the next revision: the composed text compared with either of its sources."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.result import Comparison
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.comparison.notice import NoticeStrip
from ui.comparison.side_headers import SideHeaders
from ui.comparison.sources import SideInfo
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.comparison_view import ComparisonView
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented


class PreviewPage(QWidget):
    """Emits `base_wanted` with the side to compare with, and `closed` when the user goes back."""

    base_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = ComparisonView()
        self.headers = SideHeaders()
        self.unchanged = NoticeStrip("ok")
        self.base = Segmented([("old", ""), ("new", "")], "new")
        self._names = ("", "")
        self._title = PlainLabel("", "interface", bold=True)
        back = make_action(self, translate("Comparison", "Back to the choices"), self.closed.emit, key="Esc")
        following = make_action(self, translate("Comparison", "Next change"), self.view.next_change, key="F8")
        previous = make_action(
            self, translate("Comparison", "Previous change"), self.view.previous_change, key="F7"
        )
        self.back_button = Button.of(back, icon="ph.arrow-left")
        self._head = QHBoxLayout()
        set_margins(self._head, 12, 6, 12, 6)
        self._head.setSpacing(8)
        self._head.addWidget(self.back_button)
        self._head.addWidget(self._title)
        self._head.addStretch(1)
        self._head.addWidget(PlainLabel(translate("Comparison", "compared with"), "secondary", "text2"))
        self._head.addWidget(self.base)
        self._head.addWidget(Button.of(previous, icon="ph.arrow-up"))
        self._head.addWidget(Button.of(following, "primary", icon="ph.arrow-down"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        for widget in (self.unchanged, self.headers):
            column.addWidget(widget)
        column.addWidget(self.view, 1)

    def name_bases(self, old: str, new: str) -> None:
        """Sets the names of the two sources."""
        if (old, new) == self._names:
            return
        self._names = (old, new)
        fresh = Segmented([("old", old), ("new", new)], "new")
        fresh.setAccessibleName(translate("Comparison", "compared with"))
        fresh.changed.connect(self.base_wanted)
        self._head.replaceWidget(self.base, fresh)
        self.base.deleteLater()
        self.base = fresh

    def show_preview(self, comparison: Comparison, base: str, result: str) -> None:
        """Shows the comparison of a source with the composed text."""
        words = translate("Comparison", "{revision} as it would be saved")
        self._title.setText(fill(words, revision=result))
        self.view.set_comparison(comparison, base, result)
        self.headers.show_sides(SideInfo(base, ""), SideInfo(result, translate("Comparison", "being built")))
        self.headers.show_open_threads(None)
        same = comparison.old.text == comparison.new.text
        said = fill(translate("Comparison", "It is {base}, word for word."), base=base)
        self.unchanged.say(said if same else "")
        self.view.setFocus()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, QRectF(box.x(), box.y(), box.width(), self.headers.y()))
