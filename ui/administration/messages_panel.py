"""What petitioners are told by itself: kinds by ways, switched on and off, their words, and how long these get."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.office.message_templates import VARIABLES, DeliveryMethod
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.unfinished import Key
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.messages import message_variable_names, message_words
from ui import jobs
from ui.administration.message_sample import MessageSample
from ui.administration.message_settings_form import MessageSettingsForm
from ui.administration.variable_buttons import VariableButtons
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.kept_form import KeptForm
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import HEADING, Roster, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.message_templates import MessageTemplateRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

    Read = tuple[tuple[MessageTemplateRow, ...], MessageSettings, Mapping[str, str]]

_ROSTER: Final = 236
_FORM: Final = 400
#: The row of the settings, above the templates.
_SETTINGS: Final = 1_000
_WAYS: Final = len(DeliveryMethod)


class MessagesPanel(QWidget):
    """`done` tells what was done and how to undo it."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: dict[int, MessageTemplateRow] = {}
        self._shown: MessageTemplateRow | None = None
        self._settings = MessageSettings()
        self._values: Mapping[str, str] = {}
        self._reading = False
        #: The place of the template that was asked for; 0: none was.
        self._wanted = 0
        self.roster = Roster(translate("Outbox", "Messages by kind and way"))
        self.roster.setFixedWidth(_ROSTER)
        self.settings = MessageSettingsForm(workplace)
        self.active = QCheckBox(translate("Outbox", "Goes out by itself"))
        self.subject = TextField(translate("Outbox", "Subject"))
        self.text = PlainText(editable=True)
        self.text.setAccessibleName(translate("Outbox", "Text"))
        self.text.setMinimumHeight(210)
        self._variables = VariableButtons(self.subject, self.text)
        self.variables = self._variables.buttons
        self.overtaken = PlainLabel("", "secondary", "warn", wrap=True)
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.default_button = Button(translate("LettersPanel", "The program's own words"), writes=True)
        self.sample = MessageSample()
        fields = {"active": self.active, "subject": self.subject, "text": self.text}
        self.kept = KeptForm(workplace.unfinished, fields, self)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        form = self.form = FormPane(width=_FORM)
        self._heading = form.heading("")
        form.column.addWidget(self.active)
        form.column.addSpacing(10)
        self._subject_label = PlainLabel(self.subject.accessibleName(), "secondary", "text2")
        form.column.addWidget(self._subject_label)
        form.column.addWidget(self.subject)
        form.labelled(self.text.accessibleName(), self.text)
        form.column.addWidget(PlainLabel(translate("LettersPanel", "Put in:"), "secondary", "text2"))
        form.column.addWidget(self._variables)
        hint = translate("Outbox", "A line that names what is not known is left out of the message.")
        form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        form.column.addWidget(self.kept.line)
        form.column.addWidget(self.overtaken)
        form.column.addStretch()
        self.overtaken.hide()
        words = QWidget()
        beside = QHBoxLayout(words)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(self._under(form))
        beside.addWidget(self.sample, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(words)
        self.pages.addWidget(self.settings)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.roster)
        row.addWidget(self.pages, 1)

    def _under(self, form: FormPane) -> QVBoxLayout:
        """The form with its buttons below, which do not scroll away."""
        foot = PageBar(height=56, foot=True)
        foot.setFixedWidth(_FORM)
        buttons = QHBoxLayout(foot)
        set_margins(buttons, 20, 8, 20, 8)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.default_button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(form, 1)
        column.addWidget(foot)
        return column

    def _wire(self) -> None:
        self.roster.chosen.connect(self._show)
        self.kept.came_back.connect(self._show_overtaken)
        self.save_button.clicked.connect(lambda _checked=False: self.save())
        self.default_button.clicked.connect(lambda _checked=False: self.put_back())
        self.subject.textChanged.connect(lambda _text: self._set())
        self.text.textChanged.connect(self._set)
        self.settings.done.connect(self.done)
        self.settings.saved.connect(self.refresh)

    def refresh(self) -> None:
        """Reads the templates again, and stays on the one that is shown."""
        services, actor = self._workplace.services, self._workplace.actor
        jobs.run(
            self,
            lambda: (
                services.message_templates.all(),
                services.message_rules.settings(),
                services.outbox.longest_values(actor),
            ),
            self._on_read,
        )

    def open_form(self, place: int) -> None:
        """Shows the template with this place, from 1."""
        self._shown = None
        self.kept.pause()
        self._wanted = place
        self.refresh()

    def save(self) -> None:
        """Puts the words of the form in force, switched as it says."""
        shown = self._shown
        if shown is None:
            return
        subject, text = self.subject.text(), self.text.toPlainText()
        own = (subject.strip(), text.strip()) != (shown.subject, shown.text) or not shown.standard
        self._change(shown, shown.version, self.active.isChecked(), (subject, text) if own else None)

    def put_back(self) -> None:
        """Puts the program's own words in force again."""
        if self._shown is not None:
            self._change(self._shown, self._shown.version, self._shown.active, None)

    def _change(
        self, before: MessageTemplateRow, version: int, active: bool, words: tuple[str, str] | None
    ) -> None:
        templates, actor = self._workplace.services.message_templates, self._workplace.actor
        subject, text = words or ("", None)
        self.save_button.setEnabled(False)
        jobs.run(
            self,
            lambda: templates.change(
                actor, before.kind, before.way, version, active=active, subject=subject, text=text
            ),
            lambda row: self._on_saved(row, before),
            self._on_refused,
        )

    def _on_read(self, found: Read) -> None:
        rows, self._settings, self._values = found
        self.settings.show_settings(self._settings)
        self._rows = dict(enumerate(rows, start=1))
        words = translate("Outbox", "Sender, length, folder")
        shown = [RosterRow(_SETTINGS, translate("Outbox", "Settings of messages"), words, True)]
        on, off = translate("Outbox", "On"), translate("Outbox", "Off")
        for key, row in self._rows.items():
            if key % _WAYS == 1:
                shown.append(RosterRow(-key, label("message_kind", row.kind.value), "", True, HEADING))
            own = translate("LettersPanel", "As delivered")
            if not row.standard:
                own = translate("LettersPanel", "The office's own words")
            shown.append(
                RosterRow(key, label("way", row.way.value), own, row.active, on if row.active else off)
            )
        wanted, self._wanted = self._wanted, 0
        self._reading = True
        self.roster.show_rows(shown, wanted or None)
        self._reading = False
        self._show(self.roster.key() or _SETTINGS)

    def _show(self, key: int) -> None:
        if key == _SETTINGS:
            self.pages.setCurrentWidget(self.settings)
            return
        self.pages.setCurrentIndex(0)
        row = self._rows[key]
        same = self._shown is not None and (self._shown.kind, self._shown.way) == (row.kind, row.way)
        if same and (row == self._shown or self.kept.is_changed()):
            # What is being written stays; whether somebody changed it meanwhile is seen when it is saved.
            self._set()
            return
        self._shown = row
        self.kept.pause()
        title = message_words(row.kind.value, row.way.value)
        self._heading.setText(title)
        self.active.setChecked(row.active)
        self.subject.setText(row.subject)
        for part in (self.subject, self._subject_label):
            part.setVisible(row.way is not DeliveryMethod.SMS)
        self.text.setPlainText(row.text)
        self._variables.offer(VARIABLES[row.kind], message_variable_names())
        self.default_button.setEnabled(not row.standard)
        self.overtaken.hide()
        self.kept.follow(Key("message_template", key, "form"), title, row.version)
        self._set()

    def _set(self) -> None:
        shown = self._shown
        if shown is not None and self._values:
            self.sample.show_message(
                shown.kind,
                shown.way,
                self.subject.text(),
                QPlainTextEdit.toPlainText(self.text),
                self._values,
                self._settings.sms_segments,
            )

    def _show_overtaken(self) -> None:
        words = translate(
            "LettersPanel", "Somebody changed it since you began; saving replaces what stands there now."
        )
        self.overtaken.setText(words if self.kept.overtaken else "")
        self.overtaken.setVisible(self.kept.overtaken)

    def _on_saved(self, row: MessageTemplateRow, before: MessageTemplateRow) -> None:
        self.save_button.setEnabled(True)
        self.kept.done()
        self._shown = None
        words = translate("Outbox", "{name} goes out by itself from now on.")
        if not row.active:
            words = translate("Outbox", "{name} is saved and does not go out.")
        name = fill(
            translate("Outbox", "“{kind}” by {way}"),
            kind=label("message_kind", row.kind.value),
            way=label("way", row.way.value),
        )
        former = None if before.standard else (before.subject, before.text)
        self.done.emit(fill(words, name=name), partial(self._change, row, row.version, before.active, former))
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)
