"""Exporting and printing what is compared: the menu, the dialogs, the work, what is told of it.

    self.exporting = Exporting(self, workplace, lambda: page.loaded, lambda: page.view.reading)
    header = Header(..., self.exporting.open_menu, ...);  column.addWidget(self.exporting.bar)

The owner gets two commands: Ctrl+E opens the menu, Ctrl+P prints the list of changes and both texts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.progress import Progress
from desktop_app.wording import translate
from ui.actions import make_action
from ui.comparison.forms import (
    ExportFormat,
    VisibleChanges,
    file_name,
    form_name,
    kind_of_file,
    made,
    shown_by,
)
from ui.comparison.sources import Loaded
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.export_work import AskPath, AskPrinter, ExportWork, OpenUrl
from ui.widgets.printing import ask_printer
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Exporting(QObject):
    """One export or print at a time; a new one stops the one before. Dialogs and desktop can be told otherwise."""

    def __init__(
        self,
        owner: QWidget,
        workplace: Workplace[ComparisonServices],
        loaded: Callable[[], Loaded | None],
        reading: Callable[[], ComparisonReading | None],
        *,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter = ask_printer,
        open_url: OpenUrl = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._workplace = workplace
        self._loaded = loaded
        self._reading = reading
        self.work = ExportWork(
            owner,
            title=translate("Comparison", "Export the comparison"),
            ask_path=ask_path,
            ask_printer=ask_printer,
            open_url=open_url,
        )
        self.bar = self.work.bar
        self.export_action = make_action(
            owner, translate("Comparison", "Export…"), self.open_menu, key="Ctrl+E", icon="ph.export"
        )
        self.print_action = make_action(
            owner, translate("Comparison", "Print"), self.print_comparison, key="Ctrl+P", everywhere=True
        )

    @property
    def commands(self) -> list[QAction]:
        """For the menu of everything that can be done."""
        return [self.export_action, self.print_action]

    # The menu

    def menu(self) -> QMenu:
        """What a comparison can be written as, and printing."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form in ExportFormat:
            if form in (ExportFormat.DOCX, ExportFormat.TEXT):
                menu.addSeparator()
            menu.addAction(form_name(form), self._exporter(form))
        menu.addSeparator()
        menu.addAction(self.print_action)
        return menu

    def open_menu(self, under: QWidget | None = None) -> None:
        """Opens the menu under a button, or at the head of the screen."""
        if self._there() is None:
            return
        menu = self.menu()
        anchor = under if isinstance(under, QWidget) else self._owner
        height = anchor.height() if anchor is not self._owner else 48
        right = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft and anchor is not self._owner
        corner = anchor.mapToGlobal(QPoint(anchor.width() if right else 0, height))
        if right:
            corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def export(self, form: ExportFormat) -> None:
        """Asks where to, and writes."""
        loaded = self._there()
        if loaded is not None:
            self.work.ask_and_write(
                self._maker(loaded, form), file_name(loaded, form), form.suffix, kind_of_file(form)
            )

    def write(self, form: ExportFormat, target: Path) -> None:
        """Writes to `target`, beside it first, so that a full disk leaves the old file whole."""
        loaded = self._loaded()
        if loaded is not None:
            self.work.write(self._maker(loaded, form), target, form.suffix)

    def print_comparison(self) -> None:
        """Sets the pages, asks for a printer, and prints: the list of changes, then both texts."""
        loaded = self._there()
        if loaded is not None:
            self.work.set_and_print(
                self._maker(loaded, ExportFormat.PDF_BOTH), file_name(loaded, ExportFormat.PDF_BOTH)
            )

    def stop(self) -> None:
        """Stops what is under way; a file that was there before stays as it was."""
        self.work.stop()

    def _there(self) -> Loaded | None:
        """What is compared; says so where there is nothing."""
        loaded = self._loaded()
        if loaded is None:
            self.bar.show_note(translate("Comparison", "Nothing is being compared"))
        return loaded

    def _maker(self, loaded: Loaded, form: ExportFormat) -> Callable[[Progress], bytes]:
        reading, workplace = self._reading(), self._workplace
        shown = VisibleChanges() if reading is None else shown_by(reading)
        services, who = workplace.services, workplace.actor.name
        return lambda progress: made(loaded, form, shown, services, who, progress)

    def _exporter(self, form: ExportFormat) -> Callable[[], None]:
        return lambda: self.export(form)
