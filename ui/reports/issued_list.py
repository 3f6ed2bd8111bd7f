"""All issued reports, latest first; Enter opens one as it was issued."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.reports.issued import IssuedRow
from desktop_app.wording import translate
from ui.actions import make_action
from ui.reports.issued_words import row_words
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel


class IssuedList(QDialog):
    """Emits `picked` with an edition."""

    picked = Signal(object)

    def __init__(self, rows: Sequence[IssuedRow], parent: QWidget) -> None:
        super().__init__(parent)
        title = translate("Reports", "Issued reports")
        self.setWindowTitle(title)
        self.setMinimumSize(560, 420)
        self.rows = tuple(rows)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setWordWrap(True)
        self.list.setProperty("variant", "field")
        for row in self.rows:
            item = QListWidgetItem("\n".join(row_words(row)))
            self.list.addItem(item)
        self.list.itemActivated.connect(lambda _item: self._open())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(title, "heading"))
        if self.rows:
            column.addWidget(self.list, 1)
            self.list.setCurrentRow(0)
        else:
            nothing = translate(
                "Reports", "No report was issued yet. A manager issues one when its period is over."
            )
            column.addWidget(PlainLabel(nothing, "interface", "text2", wrap=True))
            column.addStretch(1)
        self.open_action = make_action(self, translate("Reports", "Open this one"), self._open, key="Return")
        self.open_action.setEnabled(bool(self.rows))
        cancel = Button(translate("Reports", "Close"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(Button.of(self.open_action, "primary"))
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)

    def _open(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.rows):
            self.picked.emit(self.rows[at])
            self.accept()
