"""Dialogs of improvement actions: creating one, adding petitions to it, viewing and finishing it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.office.services import SubjectKind
from desktop_app.persian.dates import long_date
from desktop_app.petitions.improvements.service import AT_ONCE, ImprovementRow
from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.improvement_fields import ImprovementFields
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.window_place import resize_within

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class ImprovementDialog(QDialog, RefusingForm):
    """Form of an action for petitions. A refusal is shown in the form, which remains open.

    `made` carries the `ImprovementRow`.
    """

    made = Signal(object)

    def __init__(
        self,
        workplace: Workplace[InboxServices],
        petition_ids: Sequence[int],
        service: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._ids = workplace, tuple(petition_ids)
        self._open: tuple[ImprovementRow, ...] = ()
        #: Id of the created action. After an interruption, the next attempt adds the remaining petitions to
        #: it.
        self._begun: int | None = None
        self.setWindowTitle(translate("Improvements", "Improvement action"))
        resize_within(self, 500, 620)
        form = FormPane(width=None)
        words = translate("Improvements", "Because of {count} petitions")
        form.heading(fill(words, count=len(self._ids)))
        self.which = QComboBox()
        self.which.addItem(translate("Improvements", "A new action"), None)
        self.which.currentIndexChanged.connect(lambda _at: self._on_which())
        self.which.setAccessibleName(translate("Improvements", "Which action"))
        form.labelled(self.which.accessibleName(), self.which)
        self.fields = ImprovementFields(form)
        self.fields.show(None, service)
        self.save_button = Button(translate("Improvements", "Make it"), "primary", writes=True)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        about = {"service_name": self.fields.service, "title": self.fields.title}
        self.refusals = Refusals(self, about, foot=self.save_button)
        leave = Button(translate("Improvements", "Leave it"))
        leave.clicked.connect(self.reject)
        form.buttons(self.save_button, leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        services, actor = workplace.services, workplace.actor
        jobs.run(
            self,
            lambda: (
                services.improvements.all(actor),
                [one.name for one in services.catalogue.all(active_only=True, kind=SubjectKind.SERVICE)],
                [(one.id, one.full_name) for one in services.accounts.all() if one.active],
            ),
            lambda read: self._on_read(*read),
            self._on_refused,
        )
        self.fields.title.setFocus()

    def _on_read(
        self, rows: tuple[ImprovementRow, ...], services: list[str], people: list[tuple[int, str]]
    ) -> None:
        self.fields.offer(services, people)
        self._open = tuple(row for row in rows if row.done_on is None)
        for row in self._open:
            self.which.addItem(row.title, row.id)

    def _on_which(self) -> None:
        row = next((one for one in self._open if one.id == self.which.currentData()), None)
        self.fields.enable(row is None)
        self.fields.show(row)
        known = translate("Improvements", "Name them in it")
        self.save_button.setText(translate("Improvements", "Make it") if row is None else known)

    def save(self) -> None:
        """Creates the action, or adds the petitions to the selected one."""
        improvements, actor, ids = self._workplace.services.improvements, self._workplace.actor, self._ids
        chosen, new = self.which.currentData() or self._begun, self.fields.new()
        self.save_button.setEnabled(False)
        self.refusals.clear()

        def work() -> ImprovementRow:
            first, rest = (ids[:AT_ONCE], ids[AT_ONCE:]) if chosen is None else ((), ids)
            made = improvements.add(actor, new, first) if chosen is None else None
            number: int = made.id if made is not None else int(chosen or 0)
            self._begun = number
            for start in range(0, len(rest), AT_ONCE):
                made = improvements.name_petitions(actor, number, rest[start : start + AT_ONCE])
            assert made is not None
            return made

        jobs.run(self, work, self._on_made, self._on_refused)

    def _on_made(self, row: ImprovementRow) -> None:
        self.accept()
        self.made.emit(row)

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.show_error(error)


class ImprovementView(QDialog, RefusingForm):
    """Shows one action to a clerk, and lets its owner finish it. `ended` carries the `ImprovementRow`."""

    ended = Signal(object)

    def __init__(
        self, workplace: Workplace[InboxServices], row: ImprovementRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._row = workplace, row
        self.setWindowTitle(translate("Improvements", "Improvement action"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(6)
        column.addWidget(PlainLabel(row.title, "heading", bold=True, wrap=True))
        column.addWidget(PlainLabel("   ".join(_facts(row)), "secondary", "text2", wrap=True))
        if row.text:
            column.addWidget(PlainLabel(row.text, "interface", wrap=True))
        count = fill(translate("Improvements", "{count} petitions led to it"), count=row.petitions)
        column.addWidget(PlainLabel(count, "secondary", "text2"))
        if row.done_note:
            column.addWidget(PlainLabel(row.done_note, "interface", wrap=True))
        self.note = TextField(translate("Improvements", "What came of it"))
        self.note.setPlaceholderText(translate("Improvements", "What came of it"))
        self.finish_button = Button(
            translate("Improvements", "It is done"), "primary", icon="ph.check", writes=True
        )
        self.finish_button.clicked.connect(lambda _checked=False: self.finish())
        self.refusals = Refusals(self, {"note": self.note}, foot=self.finish_button)
        close = Button(translate("Improvements", "Close"))
        close.clicked.connect(self.reject)
        may = row.may_change and row.done_on is None
        for part in (self.note, self.finish_button):
            part.setVisible(may)
        column.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.finish_button)
        buttons.addWidget(close)
        buttons.addStretch()
        column.addSpacing(8)
        column.addLayout(buttons)

    def finish(self) -> None:
        """Marks the action as done."""
        improvements, actor, row = self._workplace.services.improvements, self._workplace.actor, self._row
        note = self.note.text()
        self.refusals.clear()
        jobs.run(
            self,
            lambda: improvements.finish(actor, row.id, row.version, note),
            self._on_done,
            self.show_error,
        )

    def _on_done(self, row: ImprovementRow) -> None:
        self.accept()
        self.ended.emit(row)


def _facts(row: ImprovementRow) -> list[str]:
    facts = [row.service, row.owner or translate("Improvements", "Nobody yet")]
    if row.done_on is not None:
        facts.append(fill(translate("Improvements", "done {day}"), day=long_date(row.done_on)))
    elif row.due_on is not None:
        facts.append(fill(translate("Improvements", "until {day}"), day=long_date(row.due_on)))
    return facts
