"""Exports and prints a comparison: the menu, the dialogs, the work, and its messages.

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
    offered,
    shown_by,
)
from ui.comparison.sources import Loaded
from ui.widgets.comparison_view.reading import ComparisonReading
from ui.widgets.export_work import AskPath, AskPrinter, ExportWork, OpenUrl
from ui.widgets.exported import Export
from ui.widgets.printing import ask_printer
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class Exporting(QObject):
    """Runs one export or print at a time; a new one cancels the previous one. Tests can replace the dialogs."""

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
        """The commands for the command palette."""
        return [self.export_action, self.print_action]

    # The menu

    def menu(self) -> QMenu:
        """Returns the menu of export formats, with printing at the end."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        loaded = self._loaded()
        for form in offered(loaded.source) if loaded is not None else ExportFormat:
            if form in (ExportFormat.DOCX, ExportFormat.TEXT):
                menu.addSeparator()
            menu.addAction(form_name(form), self._exporter(form))
        menu.addSeparator()
        menu.addAction(self.print_action)
        return menu

    def open_menu(self, under: QWidget | None = None) -> None:
        """Opens the menu below a button, or at the top of the screen."""
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
        """Asks for a path and writes the file."""
        loaded = self._there()
        if loaded is not None:
            self.work.ask_and_write(
                self._maker(loaded, form), file_name(loaded, form), form.suffix, kind_of_file(form)
            )

    def write(self, form: ExportFormat, target: Path) -> None:
        """Writes to `target` atomically: if the disk is full, the old file is unchanged."""
        loaded = self._loaded()
        if loaded is not None:
            self.work.write(self._maker(loaded, form), target, form.suffix)

    def print_comparison(self) -> None:
        """Lays out the pages, asks for a printer, and prints the list of changes followed by both texts."""
        loaded = self._there()
        if loaded is not None:
            make = self._maker(loaded, ExportFormat.PDF_BOTH)
            self.work.set_and_print(
                lambda progress: make(progress).content, file_name(loaded, ExportFormat.PDF_BOTH)
            )

    def stop(self) -> None:
        """Cancels the current work. An existing file stays unchanged."""
        self.work.stop()

    def _there(self) -> Loaded | None:
        """Returns the current comparison, or shows a note if there is none."""
        loaded = self._loaded()
        if loaded is None:
            self.bar.show_note(translate("Comparison", "Nothing is being compared"))
        return loaded

    def _maker(self, loaded: Loaded, form: ExportFormat) -> Callable[[Progress], Export]:
        reading, workplace = self._reading(), self._workplace
        shown = VisibleChanges() if reading is None else shown_by(reading)
        services, actor = workplace.services, workplace.actor
        return lambda progress: made(loaded, form, shown, services, actor, progress)

    def _exporter(self, form: ExportFormat) -> Callable[[], None]:
        return lambda: self.export(form)
