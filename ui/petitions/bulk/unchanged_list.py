"""Petitions that a bulk act did not change, each with the reason; opened with Enter, exported as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QWidget

from desktop_app.wording import translate
from ui import jobs
from ui.petitions.bulk.words import failure_words, write_failures
from ui.signals import ID
from ui.widgets.button import Button
from ui.widgets.export_work import documents_folder

if TYPE_CHECKING:
    from desktop_app.petitions.bulk.run import BulkFailure

#: Largest number of petitions listed. The export contains all of them.
_LISTED = 1000


class StayedList(QListWidget):
    """`opened` carries the id of a petition to show. The dialog places `save_button` in its own layout."""

    opened = Signal(ID)

    def __init__(self, on_trouble: Callable[[Exception], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failures: tuple[BulkFailure, ...] = ()
        self._on_trouble = on_trouble
        self.setAccessibleName(translate("Bulk", "What stayed, and why"))
        self.setProperty("variant", "field")
        self.setWordWrap(True)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda item: self.opened.emit(int(item.data(Qt.ItemDataRole.UserRole))))
        self.save_button = Button(translate("Bulk", "Save the list…"), "ghost", icon="ph.download-simple")
        self.save_button.clicked.connect(lambda _checked=False: self._save())

    def show_failures(self, failures: Sequence[BulkFailure]) -> None:
        """Shows these failures. List and button are hidden where there are none."""
        self._failures = tuple(failures)
        self.clear()
        for failure in self._failures[:_LISTED]:
            item = QListWidgetItem(failure_words(failure))
            item.setData(Qt.ItemDataRole.UserRole, failure.petition_id)
            self.addItem(item)
        self.setVisible(bool(failures))
        self.save_button.setVisible(bool(failures))

    def _save(self) -> None:
        suggested = documents_folder() / (translate("Bulk", "What stayed") + ".csv")
        title, kinds = translate("Bulk", "Save the list…"), translate("Bulk", "Table (*.csv)")
        name, _ = QFileDialog.getSaveFileName(self, title, str(suggested), kinds)
        if name:
            failures, target = self._failures, Path(name)
            jobs.run(self, lambda: write_failures(failures, target), lambda _none: None, self._on_trouble)
