"""Who acts for the signed-in person while they are absent, and for whom they act; an administrator enters it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import long_date
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.emptying import empty
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from desktop_app.staff.deputies import DeputyRow
    from ui.workplace import Workplace


class OwnDeputies(QDialog):
    """Shows the delegations of the person that are not over."""

    def __init__(self, workplace: Workplace[SharedServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person_id = workplace.actor.person_id
        self.setWindowTitle(translate("Window", "Absence and deputy"))
        self.setMinimumWidth(440)
        self.lines = QVBoxLayout()
        self.lines.setSpacing(6)
        close = Button(translate("Window", "Close"), "primary", key="Esc")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(self.windowTitle(), "title"))
        column.addLayout(self.lines)
        words = translate(
            "Window", "An administrator enters absences and deputies, under administration, deputies."
        )
        column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)
        close.setFocus()
        jobs.run(self, workplace.services.deputies.all, self._show)

    def _show(self, rows: tuple[DeputyRow, ...]) -> None:
        empty(self.lines)
        told = [words for row in rows if not row.over and (words := self._words(row))]
        for words in told or [translate("Window", "Nobody acts for you, and you act for nobody.")]:
            self.lines.addWidget(PlainLabel(words, "interface", wrap=True))

    def _words(self, row: DeputyRow) -> str:
        """Returns what a delegation means for the person; empty if it is not about them."""
        if row.terms.person_id == self._person_id:
            words = translate("Window", "{deputy} acts for you from {first} to {last}.")
        elif row.terms.deputy_id == self._person_id:
            words = translate(
                "Window", "You act for {person} from {first} to {last}; their petitions are in your lists."
            )
        else:
            return ""
        return fill(
            words,
            deputy=shown_name(row.deputy_name),
            person=shown_name(row.person_name),
            first=long_date(row.terms.first_day),
            last=long_date(row.terms.last_day),
        )
