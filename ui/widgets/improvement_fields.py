"""The form fields of an improvement action (اقدام اصلاحی): service, what, who, until when."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from desktop_app.wording import translate
from ui.widgets.form_panes import FormPane
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.plain import PlainText
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.improvements.service import ImprovementRow, NewImprovement

_TEXT_HEIGHT = 84


class ImprovementFields:
    """Adds the fields to a form; `new` returns their values."""

    def __init__(self, form: FormPane) -> None:
        self.service = QComboBox()
        # A petition may be about something that is not in the catalogue.
        self.service.setLineEdit(TextField())
        self.service.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.title = TextField()
        self.text = PlainText(editable=True)
        self.text.keep_height(_TEXT_HEIGHT)
        self.owner = QComboBox()
        self.due = JalaliDateEdit()
        fields = (
            (translate("Improvements", "For which service"), self.service),
            (translate("Improvements", "What gets better"), self.title),
            (translate("Improvements", "How"), self.text),
            (translate("Improvements", "Owner"), self.owner),
            (translate("Improvements", "Until"), self.due),
        )
        for words, field in fields:
            field.setAccessibleName(words)
            form.labelled(words, field)

    def offer(self, services: Sequence[str], people: Sequence[tuple[int, str]]) -> None:
        """Replaces the choices; the current values stay."""
        typed, owner = self.service.currentText(), self.owner.currentData()
        self.service.clear()
        self.service.addItems(list(services))
        self.service.setEditText(typed)
        self.owner.clear()
        self.owner.addItem(translate("Improvements", "Nobody yet"), None)
        for number, name in people:
            self.owner.addItem(name, number)
        self.owner.setCurrentIndex(max(0, self.owner.findData(owner)))

    def show(self, row: ImprovementRow | None, service: str = "") -> None:
        """Shows the values of an action; for a new one, empty fields about `service`."""
        self.service.setEditText(row.service if row else service)
        self.title.setText(row.title if row else "")
        self.text.setPlainText(row.text if row else "")
        owner = row.owner_id if row else None
        if owner is not None and row is not None and self.owner.findData(owner) < 0:
            self.owner.addItem(row.owner, owner)
        self.owner.setCurrentIndex(max(0, self.owner.findData(owner)))
        self.due.set_day(row.due_on if row else None)

    def enable(self, enabled: bool) -> None:
        """Makes the fields editable or read-only."""
        for field in (self.service, self.title, self.owner, self.due):
            field.setEnabled(enabled)
        self.text.setReadOnly(not enabled)

    def new(self) -> NewImprovement:
        """Returns the values of the fields; the service validates them."""
        from desktop_app.petitions.improvements.service import NewImprovement  # noqa: PLC0415 - SQLAlchemy comes with it

        return NewImprovement(
            self.service.currentText(),
            self.title.text(),
            self.text.toPlainText(),
            self.owner.currentData(),
            self.due.day(),
        )
