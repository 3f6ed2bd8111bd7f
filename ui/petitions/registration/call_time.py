"""How long the call has lasted: from the first letter that is typed of it until it is registered."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_app.wording import digits, fill, translate
from ui.widgets.plain import PlainLabel

_SECOND = 1_000


class CallTime(PlainLabel):
    """Hidden while nobody calls. `steady` gives seconds from any beginning."""

    def __init__(self, parent: QWidget | None = None, steady: Callable[[], float] = monotonic) -> None:
        super().__init__("", "secondary", "acctext", parent=parent)
        self._steady = steady
        self._began: float | None = None
        self._timer = QTimer(self, interval=_SECOND)
        self._timer.timeout.connect(self.show_time)
        self.hide()

    def begin(self) -> None:
        """Begins to count, unless it counts already."""
        if self._began is None:
            self._began = self._steady()
            self._timer.start()
            self.show_time()
            self.show()

    def end(self) -> None:
        """Stops counting, and hides the time."""
        self._began = None
        self._timer.stop()
        self.hide()

    def show_time(self) -> None:
        """Shows the time that has passed."""
        if self._began is not None:
            words = translate("RegisterForm", "Call {time}")
            self.setText(fill(words, time=clock_words(int(self._steady() - self._began))))
            # Digits differ in width: nothing beside it moves.
            self.setMinimumWidth(max(self.minimumWidth(), self.sizeHint().width()))


def clock_words(seconds: int) -> str:
    """Returns a length of time as minutes and seconds, from an hour on with hours: «۰۴:۱۲»."""
    minutes, rest = divmod(max(0, seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{minutes:02}", f"{rest:02}"]
    return digits(":".join([str(hours), *parts] if hours else parts))
