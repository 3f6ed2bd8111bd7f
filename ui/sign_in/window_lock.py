"""Locks the main window: covers it and hides other windows, without changing anything below."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QMainWindow,
    QStackedWidget,
    QToolTip,
    QWidget,
)

from desktop_app.errors import SignInError
from desktop_app.staff.unlocking import Tries
from desktop_app.wording import translate
from ui import jobs
from ui.errors import sentence
from ui.guard import guarded
from ui.idle import IdleWatch
from ui.sign_in.lock_page import LockPage
from ui.widgets.unsaved import has_unsaved_text

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from ui.workplace import Workplace


class WindowLock(QObject):
    """The lock of a main window that already has its central widget.

    Emits `changed` when locking or unlocking.
    """

    changed = Signal()
    minutes_chosen = Signal(int)
    signed_out = Signal()

    def __init__(self, window: QMainWindow, workplace: Workplace[SharedServices]) -> None:
        super().__init__(window)
        self._window = window
        self._workplace = workplace
        self._pages = QStackedWidget()
        beneath = window.takeCentralWidget()
        assert beneath is not None
        self._pages.addWidget(beneath)
        window.setCentralWidget(self._pages)
        self._tries = Tries()
        self._focus: QWidget | None = None
        self._silenced: list[QAction] = []
        self._hidden: list[tuple[QWidget, bool]] = []
        self.page: LockPage | None = None
        self.watch = IdleWatch(workplace.settings.lock_minutes, self)
        self.watch.idle.connect(self.lock)
        self._clock = QTimer(self, interval=500)
        self._clock.timeout.connect(self._show_wait)

    @property
    def locked(self) -> bool:
        return self.page is not None

    @property
    def minutes(self) -> int:
        """Minutes of inactivity before locking automatically; 0 for never."""
        return self.watch.minutes

    def choose_minutes(self, minutes: int) -> None:
        self.watch.minutes = minutes
        self.minutes_chosen.emit(minutes)

    def lock(self) -> None:
        """Covers the window immediately, without changing anything below."""
        if self.page is not None:
            return
        self._focus = self._window.focusWidget()
        unsaved = has_unsaved_text(self._pages, kept=self._workplace.unfinished.is_kept)
        self.page = LockPage(self._workplace.actor.name, unsaved=unsaved)
        self.page.submitted.connect(self._try)
        self.page.signed_out.connect(self.signed_out)
        self._pages.addWidget(self.page)
        self._pages.setCurrentWidget(self.page)
        # Disable the commands of the window; those of the covered widgets are inactive already.
        self._silenced = [action for action in self._window.actions() if action.isEnabled()]
        for action in self._silenced:
            action.setEnabled(False)
        self._hide_the_rest()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self.page.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_wait()
        self.changed.emit()

    def stop(self) -> None:
        """Stops watching before the window is destroyed."""
        self.watch.stop()
        self._clock.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _unlock(self) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        application = QApplication.instance()
        assert application is not None
        application.removeEventFilter(self)
        self._tries.succeeded()
        self._pages.setCurrentIndex(0)
        self._pages.removeWidget(page)
        page.hide()
        page.deleteLater()
        for action in self._silenced:
            action.setEnabled(True)
        self._show_again()
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.watch.touch()
        self.changed.emit()

    # Password

    def _try(self, password: str) -> None:
        accounts, actor = self._workplace.services.accounts, self._workplace.actor
        jobs.run(self, lambda: accounts.confirm(actor, password), lambda _: self._unlock(), self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if self.page is None:
            return
        words = sentence(error)
        if isinstance(error, SignInError):
            self._tries.failed(time.monotonic())
            if error.parameters.get("reason") == "wrong":
                words = translate("Lock", "The password is wrong.")
        self.page.show_trouble(words)
        self._show_wait()

    def _show_wait(self) -> None:
        left = self._tries.left(time.monotonic())
        if self.page is not None:
            self.page.show_wait(left)
        if left and self.page is not None:
            self._clock.start()
        else:
            self._clock.stop()

    # Other windows

    def _hide_the_rest(self) -> None:
        QToolTip.hideText()
        while (popup := QApplication.activePopupWidget()) is not None:
            if not popup.close():
                popup.hide()
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget is not self._window:
                self._hide(widget)

    def _hide(self, widget: QWidget) -> None:
        kind = widget.windowType()
        if kind in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
            widget.hide()
            return
        self._hidden.append((widget, widget.isModal()))
        widget.hide()

    def _show_again(self) -> None:
        hidden, self._hidden = self._hidden, []
        for widget, modal in hidden:
            try:
                if modal and isinstance(widget, QDialog):
                    widget.open()
                else:
                    widget.show()
            except RuntimeError:
                # It was destroyed meanwhile.
                continue

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self._window
        ):
            # A background task opened a window: hide it until unlocking.
            QTimer.singleShot(0, self, lambda: self._hide_late(watched))
        return False

    def _hide_late(self, widget: QWidget) -> None:
        try:
            if self.locked and widget.isVisible():
                self._hide(widget)
        except RuntimeError:
            return
