"""The form of a submission that could not be read: correct, retry, set aside with a reason, restore."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.intake.imports.changed_rows import ChangedRow
from desktop_app.intake.staging.quarantine import LONGEST_REASON, PutAside, Quarantined
from desktop_app.intake.staging.settling import AnswerChoice
from desktop_app.people.number_gaps import national_id_gaps, telephone_gaps
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.administration.answer_settling import AnswerSettling
from ui.administration.intake_words import aside_words, field_names, plain, reasons, shown_value, title
from ui.importing.beside_texts import BesideTexts
from ui.widgets.button import Button
from ui.widgets.emptying import empty
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

#: Values longer than this, or with a line break, get a multi-line field.
_ONE_LINE: Final = 60
_BOX_HEIGHT: Final = 132
Field = TextField | PlainText


class IntakeForm(FormPane, RefusingForm):
    """Shows a submission in quarantine, or one set aside with read-only fields."""

    mend_asked = Signal()
    again_asked = Signal()
    aside_asked = Signal()
    back_asked = Signal()
    further_asked = Signal()
    settle_asked = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.fields: dict[str, Field] = {}
        self._row: Quarantined | None = None
        self.is_aside = False
        self.title = self.heading("")
        self.aside_words = PlainLabel("", "interface", wrap=True)
        self.reasons = PlainLabel("", "secondary", "danger", wrap=True)
        for part in (self.aside_words, self.reasons):
            self.column.addWidget(part)
        self.texts = BesideTexts(stacked=True)
        self.further_button = Button(
            translate("Intake", "Further text of the petition"), key="F", flush=True, writes=True
        )
        self.settling = AnswerSettling()
        self.settling.settled.connect(self.settle_asked)
        self.column.addWidget(self.settling)
        self.column.addWidget(self.texts)
        self.column.addWidget(self.further_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addSpacing(8)
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        self.column.addLayout(self._places)
        self.save_button = Button(
            translate("Intake", "Put right and try again"), "primary", flush=True, writes=True
        )
        self.again_button = Button(translate("Intake", "Try again as it is"), writes=True)
        self.back_button = Button(
            translate("Intake", "Take back into quarantine"), "primary", flush=True, writes=True
        )
        self.aside_button = Button(translate("Intake", "Put aside for good"), writes=True)
        self.reason = TextField(translate("Intake", "Reason for putting it aside"))
        self.reason.setMaxLength(LONGEST_REASON)
        self._lay_out()
        for button, signal in (
            (self.save_button, self.mend_asked),
            (self.again_button, self.again_asked),
            (self.aside_button, self.aside_asked),
            (self.back_button, self.back_asked),
            (self.further_button, self.further_asked),
        ):
            button.clicked.connect(lambda _checked=False, signal=signal: signal.emit())
        self.reason.returnPressed.connect(self.aside_asked)
        self.refusals = Refusals(self, {"reason": self.reason})
        self.show_row(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(0)
        for button in (self.save_button, self.again_button, self.back_button):
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 20, 0, 0)
        below.setSpacing(4)
        caption = PlainLabel(self.reason.accessibleName(), "secondary", "text2")
        caption.setBuddy(self.reason)
        hint = translate(
            "Intake",
            "Advertising, a test of the portal, never to be read: what is put aside is kept, and can be taken back.",
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.reason, 1)
        line.addWidget(self.aside_button)
        below.addWidget(caption)
        below.addLayout(line)
        below.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self.column.addWidget(self._below)
        self.column.addStretch()

    def show_row(self, row: Quarantined | None) -> None:
        """Shows a submission in quarantine, or clears the form."""
        self._show(row, None)

    def show_aside(self, one: PutAside) -> None:
        """Shows a submission that was set aside."""
        self._show(one.what, one)

    def allow(self, allowed: bool) -> None:
        """Enables the buttons, or disables them while an action runs."""
        buttons = (
            self.save_button, self.again_button, self.aside_button, self.back_button, self.further_button,
            self.settling.button,
        )  # fmt: skip
        for button in buttons:
            button.setEnabled(allowed and self._row is not None)

    def show_changed(self, changed: ChangedRow | None) -> None:
        """Shows what differs in a row that came with other words; None hides it."""
        self.texts.show_row(changed)
        for part in (self.texts, self.further_button):
            part.setVisible(changed is not None)

    def show_choice(self, choice: AnswerChoice | None) -> None:
        """Shows what may be chosen for an answer about satisfaction; None hides it."""
        self.settling.show_choice(choice)
        words = translate("Intake", "Put right and try again")
        if choice is not None:
            words = translate("Intake", "Take in as a petition")
        self.save_button.setText(words)

    def typed(self) -> dict[str, Any]:
        """Returns the payload with the edited values."""
        payload = self._row.payload if self._row is not None else None
        known = payload if isinstance(payload, dict) else {}
        typed = dict(known)
        for name, field in self.fields.items():
            text = field.text() if isinstance(field, TextField) else field.toPlainText()
            # Unedited values keep their type: a number stays a number.
            if text != shown_value(known.get(name)):
                typed[name] = text
        return typed

    def _show(self, row: Quarantined | None, aside: PutAside | None) -> None:
        self._row, self.is_aside = row, aside is not None
        empty(self._places)
        self.fields.clear()
        self.reason.clear()
        self.show_changed(None)
        self.show_choice(None)
        for part in (self.save_button, self.again_button, self._below):
            part.setVisible(row is not None and aside is None)
        self.back_button.setVisible(aside is not None)
        self.allow(True)
        self.aside_words.setVisible(aside is not None)
        self.aside_words.setText("" if aside is None else _told(aside))
        self.title.setText("" if row is None else title(row))
        self.reasons.setText("" if row is None else reasons(row))
        if row is None:
            return
        payload = row.payload if isinstance(row.payload, dict) else {}
        for name, words in field_names(payload, row):
            if aside is None or name in payload:
                self._add_field(name, words, shown_value(payload.get(name)), editable=aside is None)

    def _add_field(self, name: str, words: str, text: str, *, editable: bool) -> None:
        field: Field
        if len(text) > _ONE_LINE or "\n" in text or words == label("field", "text"):
            field = PlainText(text, editable=editable)
            field.setFixedHeight(_BOX_HEIGHT)
        else:
            gaps = {label("field", "mobile"): telephone_gaps, label("field", "national_id"): national_id_gaps}
            field = TextField(words, latin=words == label("field", "email"), gaps=gaps.get(words))
            field.setText(text)
            field.setReadOnly(not editable)
        field.setAccessibleName(words)
        caption = PlainLabel(words, "secondary", "text2")
        caption.setBuddy(field)
        self._places.addWidget(caption)
        self._places.addWidget(field)
        self.fields[name] = field


def _told(one: PutAside) -> str:
    return "\n".join(part for part in (aside_words(one), plain(one.reason)) if part)
