"""The user guide in a pane over the details, and in a window of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.guide.pages import GuidePlace
from desktop_app.wording import translate
from ui.actions import make_action
from ui.guard import guarded
from ui.guide.view import HELP_KEY, GuideView
from ui.widgets.button import IconButton
from ui.widgets.side_pane import BESIDE_WORK, PaneHead


class GuidePane(QWidget):
    """The guide with its head; `closed` asks to close it, `window_wanted` to show the place in its own window."""

    closed = Signal()
    window_wanted = Signal(object)

    def __init__(self, *, own_window: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(BESIDE_WORK, True)
        self.view = GuideView()
        self.contents_button = IconButton("ph.list-numbers", translate("Guide", "Contents"))
        self.contents_button.clicked.connect(lambda _checked=False: self.view.show_contents())
        self.print_button = IconButton("ph.printer", translate("Guide", "Print this page"), key="Ctrl+P")
        self.print_button.clicked.connect(lambda _checked=False: self.view.print_page())
        buttons = [self.contents_button, self.print_button]
        if not own_window:
            self.window_button = IconButton("ph.arrow-square-out", translate("Guide", "Own window"))
            self.window_button.clicked.connect(
                lambda _checked=False: self.window_wanted.emit(self.view.place)
            )
            buttons.append(self.window_button)
        self.head = PaneHead(translate("Guide", "User guide"), buttons)
        self.head.closed.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        find, printing = translate("Guide", "Search in the guide"), translate("Guide", "Print this page")
        make_action(self, find, self.view.field.setFocus, key="Ctrl+F", everywhere=False)
        make_action(self, printing, self.view.print_page, key="Ctrl+P", everywhere=False)


class GuideWindow(QWidget):
    """The guide beside the program: it stays while one goes on working."""

    def __init__(self, place: GuidePlace) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = GuidePane(own_window=True)
        self.pane.closed.connect(self.close)
        self.pane.view.titled.connect(self._show_title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.pane)
        make_action(self, translate("Guide", "Close"), self.close, key=HELP_KEY)
        self.resize(560, 720)
        self.pane.view.here = place.page
        self.pane.view.go(place)

    def _show_title(self, title: str) -> None:
        guide = translate("Guide", "User guide")
        self.setWindowTitle(f"{title} — {guide}")

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            event.accept()
            return
        super().keyPressEvent(event)
