"""The column beside the registration form: who calls, the scanned letter, or the letters that wait."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget

from desktop_app.petitions.vocabulary import Channel
from ui.petitions.registration.caller_panel import NARROW_WIDTH, WIDTH, CallerPanel
from ui.petitions.registration.scan_tray import ScanTray
from ui.petitions.registration.scan_view import ScanView

#: The width of the form below which the column is narrow, in pixels.
_NARROW: Final = 1080


class FormSide(QStackedWidget):
    """Shows the caller, the `scan` or the `tray`."""

    def __init__(self, caller: CallerPanel, scan: ScanView, tray: ScanTray) -> None:
        super().__init__()
        self._caller, self._scan, self._tray = caller, scan, tray
        self.setFixedWidth(caller.width())
        for widget in (caller, scan, tray):
            self.addWidget(widget)
        for beside in (scan, tray):
            beside.left.connect(self.show_caller)
        scan.list_wanted.connect(self.show_tray)

    def show_caller(self) -> None:
        self.setCurrentWidget(self._caller)

    def show_scan(self) -> None:
        self.setCurrentWidget(self._scan)

    def show_tray(self) -> None:
        self.setCurrentWidget(self._tray)

    def turn(self) -> None:
        """Shows the letter in place of the caller, or the caller again."""
        beside = self._scan if self._scan.shows else self._tray
        self.setCurrentWidget(self._caller if self.currentWidget() is beside else beside)

    def follow(self, channel: Channel) -> None:
        """Shows what belongs to a channel."""
        # A paper letter lies in the scanner's folder, unless nobody named one.
        if channel is Channel.LETTER and not self._scan.shows and self._tray.folder is not None:
            self.show_tray()
        elif channel is not Channel.LETTER and self.currentWidget() is self._tray:
            self.show_caller()

    def fit(self, form_width: int) -> None:
        """Fits its width to that of the form, in pixels."""
        width = NARROW_WIDTH if form_width < _NARROW else WIDTH
        self._caller.setFixedWidth(width)
        self.setFixedWidth(width)
