"""Pages one behind the other, with a state in their place: loading, nothing yet, an error."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class StateStack(QStackedWidget):
    """Holds the pages that are added to it, and one state; the next state replaces and deletes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: QWidget | None = None

    @property
    def state_in_front(self) -> bool:
        """Whether the state is shown, and none of the pages."""
        return self._state is not None and self.currentWidget() is self._state

    def show_state(self, state: QWidget) -> None:
        """Shows `state`, which the stack owns from now on."""
        old, self._state = self._state, state
        self.addWidget(state)
        self.setCurrentWidget(state)
        if old is not None:
            self.removeWidget(old)
            old.deleteLater()
