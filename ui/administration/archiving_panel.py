"""After how many days resolved petitions are archived by themselves, with a count of what that would be now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import latin_digits
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.retention.archiving import ArchivingPreview
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 560


class ArchivingPanel(QWidget, RefusingForm):
    """`done` reports what was done; its undo is always None."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._days: int | None = None
        self.state = PlainLabel("", "interface", bold=True, wrap=True)
        self.on = QCheckBox(translate("Archiving", "Archive resolved petitions by themselves"))
        self.on.toggled.connect(lambda on: self._on_toggled(on=on))
        self.days = TextField(translate("Archiving", "Days after the resolution"), numeric=True)
        self.counts = PlainLabel("", "interface", wrap=True)
        self.days.textChanged.connect(lambda _text: self.counts.clear())
        self.days.returnPressed.connect(self.count)
        self.count_button = Button(translate("Archiving", "Count what would be archived now"), flush=True)
        self.count_button.clicked.connect(self.count)
        self.save_button = Button(translate("Archiving", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        form = FormPane(width=None)
        form.heading(translate("Archiving", "Archive"))
        form.column.addWidget(self.state)
        form.column.addSpacing(8)
        form.column.addWidget(self.on)
        form.column.addSpacing(10)
        hint = translate(
            "Archiving",
            "Whoever has the program open does it, and so does the scheduled task; the history says that it was"
            " done by itself. A manager reopens what was archived. What is kept from masking is not archived either.",
        )
        form.labelled(self.days.accessibleName(), self.days, hint)
        form.column.addWidget(self.count_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addSpacing(8)
        form.column.addWidget(self.counts)
        form.column.addSpacing(12)
        form.column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addStretch()
        self.days.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.refusals = Refusals(self, {"archive_days": self.days})
        self._enable(on=False)

    def refresh(self) -> None:
        """Reads the setting again; input is replaced only if the setting has changed."""
        jobs.run(self, self._workplace.services.archiving.days, self._on_read)

    def count(self) -> None:
        """Counts what would be archived now with the days in the field."""
        days = self._typed()
        if days is None:
            return
        archiving, actor = self._workplace.services.archiving, self._workplace.actor
        self.counts.setText(translate("Archiving", "Counting…"))
        self.count_button.setEnabled(False)
        jobs.run(self, lambda: archiving.preview(actor, days), self._on_counted, self._on_refused)

    def save(self) -> None:
        """Saves the days in the field, or switches archiving off."""
        seen, days = self._days, self._typed() if self.on.isChecked() else 0
        if seen is None or days is None:
            return
        archiving, actor = self._workplace.services.archiving, self._workplace.actor
        self.save_button.setEnabled(False)
        jobs.run(self, lambda: archiving.set_days(actor, days, seen=seen), self._on_saved, self._on_refused)

    def _typed(self) -> int | None:
        """Returns the days in the field; with anything else it says so and returns None."""
        typed = latin_digits(self.days.text()).strip()
        if typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= 3650:
            return int(typed)
        self.show_error(InvalidValueError(field="archive_days", reason="out_of_range", value=""))
        return None

    def _on_read(self, days: int) -> None:
        if days != self._days:
            self._show(days)

    def _show(self, days: int) -> None:
        self._days = days
        self.on.setChecked(days > 0)
        self.days.setText(digits(days) if days else "")
        self.counts.clear()
        words = translate("Archiving", "Off: a manager archives by hand.")
        if days:
            words = translate("Archiving", "In force: {days} days after a petition was resolved.")
        self.state.setText(fill(words, days=days))
        self._enable(on=True)

    def _on_saved(self, days: int) -> None:
        self._show(days)
        words = translate("Archiving", "Nothing is archived by itself any more.")
        if days:
            words = translate("Archiving", "Petitions are archived {days} days after their resolution.")
        self.done.emit(fill(words, days=days), None)

    def _on_counted(self, counted: ArchivingPreview) -> None:
        words = translate("Archiving", "{count} petitions would be archived now.")
        if not counted.petitions:
            words = translate("Archiving", "No petition would be archived now.")
        lines = [fill(words, count=counted.petitions)]
        if counted.held_back:
            held = translate("Archiving", "{count} more are kept by the label, or by something open.")
            lines.append(fill(held, count=counted.held_back))
        self.counts.setText("\n".join(lines))
        self._enable(on=True)

    def _on_refused(self, error: Exception) -> None:
        self.counts.clear()
        self._enable(on=True)
        jobs.show_error(self, error)

    def _on_toggled(self, *, on: bool) -> None:
        self._enable(on=self._days is not None)
        if on and self.isVisible():
            self.days.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enable(self, *, on: bool) -> None:
        self.on.setEnabled(on)
        self.save_button.setEnabled(on)
        for part in (self.days, self.count_button):
            part.setEnabled(on and self.on.isChecked())
