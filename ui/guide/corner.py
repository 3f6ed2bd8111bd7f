"""The help of a window: F1 opens the page of the screen in front, ? its keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QWidget
from shiboken6 import isValid

from desktop_app.guide.key_card import card_of
from desktop_app.guide.pages import GuidePlace, guide
from desktop_app.processes import own_command
from desktop_app.wording import translate
from ui.actions import make_action
from ui.guide.view import HELP_KEY
from ui.widgets.side_pane import HELP_PAGE

#: The least width of a sheet, in pixels.
_NARROW: Final = 560
#: As shortcuts, without the Shift with which they are typed: the platform's key map finds them.
_SHEET_KEYS: Final = ("?", "؟")

if TYPE_CHECKING:
    from ui.guide.about import AboutDialog
    from ui.guide.key_sheet import KeySheet
    from ui.guide.pane import GuidePane, GuideWindow
    from ui.widgets.side_pane import SidePane
    from ui.workplace import Screen


class WindowGuide(QObject):
    """`front` returns the screen in front, `foot` the widget at whose foot the sheet of its keys lies."""

    #: A message and its tone for the message bar.
    said = Signal(str, str)

    def __init__(
        self,
        window: QMainWindow,
        pane: SidePane,
        front: Callable[[], Screen | None],
        foot: Callable[[], QWidget],
    ) -> None:
        super().__init__(window)
        self._foot = foot
        #: Starts a program beside this one; replaced in tests.
        self.start_program: Callable[[str, list[str]], bool] = _start
        self.sheet: KeySheet | None = None
        self._window, self._pane, self._front = window, pane, front
        self.pane: GuidePane | None = None
        self.own_window: GuideWindow | None = None
        make_action(
            window, translate("Guide", "Help on this screen"), self.toggle, key=HELP_KEY, everywhere=True
        )
        keys = translate("Guide", "Keys of this screen")
        make_action(
            window, keys, self.toggle_keys, key=_SHEET_KEYS[0], more_keys=_SHEET_KEYS[1:], everywhere=True
        )

        make_action(window, translate("Guide", "About Mosharekat…"), self.show_about)
        make_action(window, translate("Guide", "Five-minute tour"), self.start_tour)

    def start_tour(self) -> None:
        """Starts the program a second time, on sample data that nobody keeps, beside the page of the tour."""
        program, *arguments = own_command("demo", "--tour")
        started = self.start_program(program, arguments)
        words = translate("Guide", "A window with sample data opens; that takes a few seconds.")
        if not started:
            words = translate("Guide", "The window with sample data could not be opened.")
        self.said.emit(words, "info" if started else "warning")

    def show_about(self) -> AboutDialog:
        """Shows the version and the licences."""
        from ui.guide.about import AboutDialog  # noqa: PLC0415 - seldom wanted

        dialog = AboutDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def toggle(self) -> None:
        """Opens the page of the screen in front, or closes the guide."""
        if self.pane is not None and self._pane.content is self.pane:
            self._pane.close()
            return
        pane = self._made()
        pane.view.open(self._page())
        self._pane.open(pane)

    def show_place(self, place: GuidePlace) -> None:
        """Opens the guide at a place, such as a term of the glossary."""
        pane = self._made()
        pane.view.here = self._page()
        pane.view.go(place)
        self._pane.open(pane)

    def toggle_keys(self) -> None:
        """Opens the keys of the screen in front, or closes them."""
        from ui.guide.key_sheet import KeySheet, key_lines  # noqa: PLC0415 - seldom wanted

        front = self._front()
        if front is None:
            return
        if self.sheet is None:
            body = self._window.centralWidget()
            assert body is not None
            self.sheet = KeySheet(body, self._place_of_keys, self._pane)
        if self.sheet.isVisible():
            self.sheet.leave()
        else:
            # Not the title of the window, which may be the subject of a petition.
            title = guide().pages[front.help_page()].title
            self.sheet.open(card_of(title, key_lines(front, self._window)))

    def _place_of_keys(self) -> QWidget:
        """Returns the foot of the list, or the whole screen where that is too narrow."""
        foot, front = self._foot(), self._front()
        return front if front is not None and foot.width() < _NARROW else foot

    def leave_keys(self) -> None:
        """Closes the keys, when another screen comes to the front."""
        if self.sheet is not None:
            self.sheet.leave()

    def show_page(self, page: str) -> None:
        """Opens the guide at a page, and leaves the keys to the screen in front."""
        self.show_place(GuidePlace(page))
        front = self._front()
        if front is not None:
            front.focus_content()

    def _page(self) -> str:
        shown, front = self._pane.content, self._front()
        named = None if shown is None else shown.property(HELP_PAGE)
        if named:
            return str(named)
        return "" if front is None else front.help_page()

    def _made(self) -> GuidePane:
        if self.pane is None:
            from ui.guide.pane import GuidePane  # noqa: PLC0415 - seldom wanted

            self.pane = GuidePane()
            self.pane.closed.connect(self._pane.close)
            self.pane.window_wanted.connect(self._open_window)
        return self.pane

    def _open_window(self, place: GuidePlace) -> None:
        from ui.guide.pane import GuideWindow  # noqa: PLC0415 - seldom wanted

        self._pane.close()
        if self.own_window is not None and isValid(self.own_window):
            self.own_window.pane.view.go(place)
            self.own_window.activateWindow()
            return
        self.own_window = GuideWindow(place)
        self._window.destroyed.connect(self.own_window.deleteLater)
        self.own_window.show()


def _start(program: str, arguments: list[str]) -> bool:
    return QProcess.startDetached(program, arguments)[0]
