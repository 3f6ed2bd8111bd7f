"""The counted views over the list."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.petitions.inbox import View
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import hairline, set_margins
from ui.widgets.tabs import ViewTabs


class ViewsBar(QWidget):
    """`view_chosen` carries the `View`; it is silent when a view is only shown."""

    view_chosen = Signal(object)
    import_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        views = [(view.value, label("view", view.value)) for view in View]
        self.tabs = ViewTabs(views, alarming=frozenset({View.LATE.value}))
        self.tabs.changed.connect(lambda code: self.view_chosen.emit(View(code)))
        row = QHBoxLayout(self)
        set_margins(row, 18, 0, 16, 0)
        self.import_button = Button(
            translate("Inbox", "Import petitions"), "ghost", icon="ph.download-simple", size="small"
        )
        self.import_button.clicked.connect(lambda _checked=False: self.import_asked.emit())
        row.addWidget(self.tabs)
        row.addStretch()
        row.addWidget(self.import_button)

    def show_view(self, view: View) -> None:
        self.tabs.blockSignals(True)
        self.tabs.choose(view.value)
        self.tabs.blockSignals(False)

    def show_counts(self, counts: dict[View, int]) -> None:
        for view, count in counts.items():
            self.tabs.show_count(view.value, count)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        hairline(painter, box)
