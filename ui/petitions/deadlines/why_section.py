"""Section «مهلت» of the petition in full width: the deadline, and why it is this date, day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import full_date
from desktop_app.petitions.deadlines.day_marks import marked_days
from desktop_app.wording import fill, translate
from desktop_app.wording.calendars import unconfirmed_words
from ui import jobs
from ui.guard import guarded
from ui.petitions.deadlines.day_cells import DayCells
from ui.petitions.deadlines.why_popup import rule_words, skipped_words
from ui.widgets.plain import PlainLabel, set_tip

if TYPE_CHECKING:
    from desktop_app.petitions.deadlines.counting import Deadline
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


def summing_words(found: Deadline) -> list[str]:
    """Returns how many days counted, and how many did not for which reason."""
    counts = Counter(
        "paused" if day.reason == "paused" else "weekend" if day.reason == "weekend" else "holiday"
        for day in found.skipped
    )
    lines = [
        fill(translate("Deadlines", "{count} days counted; not the day of receipt"), count=found.rule.days)
    ]
    named = {
        "weekend": translate("Deadlines", "{count} days of weekends"),
        "holiday": translate("Deadlines", "{count} holidays"),
        "paused": translate("Deadlines", "{count} days on which the clock stood"),
    }
    lines.extend(fill(words, count=counts[reason]) for reason, words in named.items() if counts[reason])
    return lines


class WhySection(QWidget):
    """Reads the explanation while it is visible, once for each version of a petition."""

    def __init__(self, workplace: Workplace[InboxServices], today: Callable[[], date]) -> None:
        super().__init__()
        self._workplace, self._today = workplace, today
        self._detail: PetitionDetail | None = None
        self._read_for: tuple[int, int] | None = None
        self.title = PlainLabel(translate("Deadlines", "Deadline"), "interface", bold=True)
        self.due = PlainLabel("", "interface", bold=True)
        self.cells = DayCells()
        self.rule = PlainLabel("", "secondary", wrap=True)
        self.lines = PlainLabel("", "secondary", "text2", wrap=True)
        self.remark = PlainLabel("", "secondary", "warn", wrap=True)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.due)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.cells, self.rule, self.lines, self.remark):
            column.addWidget(part)

    def show_detail(self, detail: PetitionDetail, due: str, colour: str) -> None:
        """Shows the deadline of a petition as `due`, in this colour of the theme."""
        self._detail = detail
        self.due.setText(due)
        self.due.set_colour(colour)
        if self._read_for != (detail.id, detail.version):
            for part in (self.cells, self.rule, self.lines, self.remark):
                part.hide()
        self._read()

    def _read(self) -> None:
        detail = self._detail
        if detail is None or detail.due_on is None or not self.isVisible():
            return
        wanted = (detail.id, detail.version)
        if self._read_for == wanted:
            return
        self._read_for = wanted
        desk, actor = self._workplace.services.desk, self._workplace.actor
        jobs.run(
            self,
            lambda: desk.why_this_date(actor, detail.id),
            lambda found: self._on_read(wanted, found),
            lambda error: self._on_error(wanted, error),
        )

    def _on_error(self, wanted: tuple[int, int], error: Exception) -> None:
        if self._read_for == wanted:
            self._read_for = None
        jobs.show_error(self, error)

    def _on_read(self, wanted: tuple[int, int], found: Deadline | None) -> None:
        if self._read_for != wanted:
            return
        if found is None:
            words = translate("Inbox", "The rule that gave this date is not there any more; the date stays.")
            self._show(self.remark, words)
            return
        days = marked_days(found, self._today())
        self.cells.show_days(days)
        self._show(self.rule, rule_words(found))
        # Too many days for cells are told in words.
        self._show(self.lines, "\n".join(summing_words(found) if days else skipped_words(found.skipped)))
        self._show(self.remark, "" if found.confirmed else unconfirmed_words(found.day))
        set_tip(self.due, full_date(found.day))

    @staticmethod
    def _show(part: PlainLabel, words: str) -> None:
        part.setText(words)
        part.setVisible(bool(words))

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()
