"""What the window of the first start asks of its pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate


class Page(QWidget):
    """One of the four pages. `changed`: title, words or readiness; `done`: the next page may come.

    `back`: the page asks for the one before it.
    """

    changed = Signal()
    done = Signal()
    back = Signal()

    def title(self) -> str:
        raise NotImplementedError

    def about(self) -> str:
        """Returns the sentence below the title."""
        return ""

    def step_words(self) -> str:
        """Returns what the list of steps says about this page."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether “Continue” may be pressed."""
        return True

    def why(self) -> str:
        """Returns why not; empty where nothing is to be said."""
        return ""

    def note(self) -> str:
        """Returns a remark above the buttons."""
        return ""

    def next_words(self) -> str:
        return translate("FirstStart", "Continue")

    def may_go_back(self) -> bool:
        return True

    def may_skip(self) -> bool:
        """Whether the page can be left for later."""
        return False

    def stop(self) -> bool:
        """Stops what runs; returns whether there was something to stop."""
        return False

    def advance(self) -> None:
        """Does what the page is for, and emits `done` then."""
        self.done.emit()

    def focus_first(self) -> None:
        """Gives the keyboard to the first field."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tab_order(self) -> list[QWidget]:
        """Returns the fields in the order of Tab."""
        return []
