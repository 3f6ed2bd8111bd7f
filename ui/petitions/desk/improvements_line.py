"""Improvement actions of a petition, below its attachments, and the command for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import fill, translate
from ui import jobs
from ui.petitions.desk.improvement_dialog import ImprovementDialog, ImprovementView
from ui.widgets.plain import LinkLabel, PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.improvements.service import ImprovementRow
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class ImprovementsLine(QWidget):
    """Lists the improvement actions of the shown petition.

    `said` carries a message. `changed` is emitted when the petition's history has new events.
    """

    said = Signal(str, object)
    changed = Signal()

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace, self._improvements = workplace, workplace.services.improvements
        self._detail: PetitionDetail | None = None
        self.rows: tuple[ImprovementRow, ...] = ()
        self.dialog: ImprovementDialog | ImprovementView | None = None
        self._lines: list[QWidget] = []
        self.make = LinkLabel(translate("Improvements", "Make an improvement action"), self.ask, "header")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(
            PlainLabel(translate("Improvements", "Improvement actions"), "header", "text2")
        )
        self.hide()

    def show_for(self, detail: PetitionDetail, *, may_make: bool) -> None:
        """Reads the actions of this petition. Actions already shown for it remain until then."""
        if self._detail is None or self._detail.id != detail.id:
            self._show(())
        self._detail = detail
        self.make.setVisible(may_make)
        number, actor = detail.id, self._workplace.actor
        jobs.run(
            self,
            lambda: self._improvements.of(actor, number),
            lambda rows: self._on_read(number, rows),
            jobs.only_bugs(self),
        )

    def _on_read(self, petition_id: int, rows: tuple[ImprovementRow, ...]) -> None:
        if self._detail is not None and self._detail.id == petition_id:
            self._show(rows)

    def _show(self, rows: tuple[ImprovementRow, ...]) -> None:
        self.rows = rows
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(row) for row in rows]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(rows))

    def _line(self, row: ImprovementRow) -> QWidget:
        line = QWidget()
        title = LinkLabel(row.title, lambda: self.look_at(row), "secondary")
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        words, colour = _state(row)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(title, 1)
        layout.addWidget(PlainLabel(words, "header", colour))
        return line

    # Making and ending

    def ask(self) -> None:
        """Opens the form of a new action for the shown petition."""
        if self._detail is not None:
            self.ask_for((self._detail.id,), self._detail.about)

    def ask_for(self, petition_ids: Sequence[int], service: str = "") -> None:
        """Opens the form of a new action for these petitions."""
        dialog = self.dialog = ImprovementDialog(self._workplace, petition_ids, service[:120], self.window())
        dialog.made.connect(self._on_made)
        dialog.open()

    def look_at(self, row: ImprovementRow) -> None:
        """Shows one action."""
        dialog = self.dialog = ImprovementView(self._workplace, row, self.window())
        dialog.ended.connect(self._on_ended)
        dialog.open()

    def _on_made(self, row: ImprovementRow) -> None:
        words = translate("Improvements", "The action “{title}” names {count} petitions.")
        self.said.emit(fill(words, title=row.title, count=row.petitions), None)
        self.changed.emit()

    def _on_ended(self, row: ImprovementRow) -> None:
        self.said.emit(
            fill(translate("Improvements", "The action “{title}” is done."), title=row.title), None
        )
        self.changed.emit()


def _state(row: ImprovementRow) -> tuple[str, str]:
    if row.done_on is not None:
        return fill(translate("Improvements", "done {day}"), day=day_and_month(row.done_on)), "text2"
    if row.due_on is None:
        return translate("Improvements", "open"), "text2"
    words = fill(translate("Improvements", "until {day}"), day=day_and_month(row.due_on))
    return words, "danger" if row.is_late(tehran_day(pc_clock().now())) else "text2"
