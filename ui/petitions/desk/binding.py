"""What binds on a petition, in full width: its facts, its deadline with the reason, and further sections."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.petitions.deadlines.why_section import WhySection
from ui.petitions.desk.details_facts import FactRows, due_line
from ui.petitions.desk.details_parts import Hairline

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.identities import Identifiers
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class BindingPane(QWidget):
    """Sections, one below the other, with lines between them."""

    reveal_asked = Signal()
    completion_asked = Signal()

    def __init__(self, workplace: Workplace[InboxServices], today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self.facts, self.why = FactRows(), WhySection(workplace, today)
        self.facts.reveal_asked.connect(self.reveal_asked)
        self.facts.completion_asked.connect(self.completion_asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        self._column.addWidget(self.facts)
        self._column.addStretch()
        self.add_section(self.why)
        #: The deadline in a few words, for the folded section.
        self.summary = ""

    def add_section(self, section: QWidget) -> None:
        """Adds a section below the others."""
        for part in (Hairline(), section):
            self._column.insertWidget(self._column.count() - 1, part)

    def show_detail(self, detail: PetitionDetail, known: Identifiers | None) -> None:
        """Shows what binds on a petition; `known` are the identifiers that the person asked to see."""
        self.facts.show_detail(detail, known)
        self.summary, colour, _running = due_line(detail, self._today())
        self.why.show_detail(detail, self.summary, colour)
