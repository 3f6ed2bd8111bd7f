"""Automatic messages to petitioners, by kind and delivery method: activation, texts and lengths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from desktop_app.office.message_templates import VARIABLES, DeliveryMethod, MessageKind
from desktop_app.petitions.outbox.settings import MessageSettings
from desktop_app.petitions.satisfaction.settings import QuestionSettings
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from desktop_app.wording.messages import message_variable_names, message_words
from ui.administration.earlier_answers import EarlierAnswersQuestion
from ui.administration.kept_panel import WordingPanel
from ui.administration.message_sample import MessageSample
from ui.administration.message_settings_form import MessageSettingsForm
from ui.administration.question_settings_form import QuestionSettingsForm
from ui.administration.variable_buttons import VariableButtons
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import HEADING, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.message_templates import MessageTemplateRow
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_Read = tuple[tuple["MessageTemplateRow", ...], MessageSettings, QuestionSettings, Mapping[str, str]]
_ROSTER: Final = 236
_FORM: Final = 400
#: The key of the settings row, above the templates.
_SETTINGS: Final = 1_000
#: The key of the settings of the question about satisfaction.
_QUESTION: Final = 1_001
_KINDS, _WAYS = tuple(MessageKind), tuple(DeliveryMethod)


class MessagesPanel(WordingPanel["MessageTemplateRow", _Read]):
    """Each kind of message has a template per delivery method; above them are the common settings."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(
            workplace, translate("Outbox", "Messages by kind and way"), parent, roster=_ROSTER, width=_FORM
        )
        self._settings = MessageSettings()
        self._values: Mapping[str, str] = {}
        self.settings = MessageSettingsForm(workplace)
        self.question = QuestionSettingsForm(workplace)
        self.active = QCheckBox(translate("Outbox", "Goes out by itself"))
        self.earlier = EarlierAnswersQuestion(workplace)
        self.subject = TextField(translate("Outbox", "Subject"))
        self.text = PlainText(editable=True)
        self.text.setAccessibleName(translate("Outbox", "Text"))
        self.text.setMinimumHeight(210)
        self._variables = VariableButtons(self.subject, self.text)
        self.variables = self._variables.buttons
        self.sample = MessageSample()
        self._keep("message_template", {"active": self.active, "subject": self.subject, "text": self.text})
        self.refusals.know({"message_subject": self.subject, "message_text": self.text})
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        form = self.form
        form.column.addWidget(self.active)
        form.column.addWidget(self.earlier)
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
        words = QWidget()
        beside = QHBoxLayout(words)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addLayout(self._form_over_buttons())
        beside.addWidget(self.sample, 1)
        self.pages = QStackedWidget()
        self.pages.addWidget(words)
        self.pages.addWidget(self.settings)
        self.pages.addWidget(self.question)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.roster)
        row.addWidget(self.pages, 1)

    def _wire(self) -> None:
        self.subject.textChanged.connect(lambda _text: self._show_sample())
        self.text.textChanged.connect(self._show_sample)
        self.earlier.decided.connect(lambda words: self.done.emit(words, None))
        for form in (self.settings, self.question):
            form.done.connect(self.done)
            form.saved.connect(self.refresh)

    def _reader(self) -> Callable[[], _Read]:
        services, actor = self._workplace.services, self._workplace.actor
        return lambda: (
            services.message_templates.all(),
            services.message_rules.settings(),
            services.question_rules.settings(),
            services.outbox.longest_values(actor),
        )

    def _rows_of(self, read: _Read) -> tuple[MessageTemplateRow, ...]:
        rows, self._settings, question, self._values = read
        self.settings.show_settings(self._settings)
        goes_out = any(row.active for row in rows if row.kind is MessageKind.SATISFACTION)
        self.question.show_settings(question, goes_out=goes_out)
        return rows

    def _roster_row(self, row: MessageTemplateRow) -> RosterRow:
        """Its key is the position among kinds and methods, from 1."""
        words = translate("LettersPanel", "The office's own words")
        if row.standard:
            words = translate("LettersPanel", "As delivered")
        mark = translate("Outbox", "On") if row.active else translate("Outbox", "Off")
        key = _first_key(row.kind) + _WAYS.index(row.way)
        return RosterRow(key, label("way", row.way.value), words, row.active, mark)

    def _with_headings(self, lines: list[RosterRow]) -> list[RosterRow]:
        words = translate("Outbox", "Sender, length, folder")
        made = [
            RosterRow(_SETTINGS, translate("Outbox", "Settings of messages"), words, True),
            RosterRow(
                _QUESTION,
                translate("Outbox", "Question about satisfaction"),
                translate("Outbox", "When it is asked, last day for an answer"),
                True,
            ),
        ]
        for at, kind in enumerate(_KINDS):
            made.append(RosterRow(-1 - at, label("message_kind", kind.value), "", True, HEADING))
            keys = range(_first_key(kind), _first_key(kind) + len(_WAYS))
            made += [line for line in lines if line.key in keys]
        return made

    def _title(self, row: MessageTemplateRow) -> str:
        return message_words(row.kind.value, row.way.value)

    def _show(self, key: int) -> None:
        if key in (_SETTINGS, _QUESTION):
            self._key, self._shown = key, None
            self.pages.setCurrentWidget(self.settings if key == _SETTINGS else self.question)
            return
        self.pages.setCurrentIndex(0)
        super()._show(key)

    def _fill(self, row: MessageTemplateRow) -> None:
        by_hand = row.kind is MessageKind.COMMENTED
        self.earlier.hide()
        if row.active and row.kind in (MessageKind.ANSWERED, MessageKind.CLOSED):
            self.earlier.ask()
        self.active.setText(
            translate("Outbox", "Goes out when somebody tells the commenters")
            if by_hand
            else translate("Outbox", "Goes out by itself")
        )
        self.active.setChecked(row.active)
        self.subject.setText(row.subject)
        for part in (self.subject, self._subject_label):
            part.setVisible(row.way is not DeliveryMethod.SMS)
        self.text.setPlainText(row.text)
        self._variables.offer(VARIABLES[row.kind], message_variable_names())
        self.default_button.setEnabled(not row.standard)

    def save(self) -> None:
        """Saves the texts and the state of the template in the form."""
        shown = self._shown
        if shown is None:
            return
        subject, text = self.subject.text(), self.text.toPlainText()
        own = (subject.strip(), text.strip()) != (shown.subject, shown.text) or not shown.standard
        self._change(shown, self.active.isChecked(), (subject, text) if own else None)

    def put_back(self) -> None:
        """Resets the texts to the program's own."""
        if self._shown is not None:
            self._change(self._shown, self._shown.active, None)

    def _change(self, before: MessageTemplateRow, active: bool, words: tuple[str, str] | None) -> None:
        templates, actor = self._workplace.services.message_templates, self._workplace.actor
        subject, text = words or ("", None)
        former = None if before.standard else (before.subject, before.text)
        self._store(
            lambda: templates.change(
                actor, before.kind, before.way, before.version, active=active, subject=subject, text=text
            ),
            lambda now: self._change(now, before.active, former),
        )

    def _saved_words(self, row: MessageTemplateRow) -> str:
        words = translate("Outbox", "{name} goes out by itself from now on.")
        if row.kind is MessageKind.COMMENTED:
            words = translate("Outbox", "{name} goes out from now on when somebody tells the commenters.")
        if not row.active:
            words = translate("Outbox", "{name} is saved and does not go out.")
        name = fill(
            translate("Outbox", "“{kind}” by {way}"),
            kind=label("message_kind", row.kind.value),
            way=label("way", row.way.value),
        )
        return fill(words, name=name)

    def _show_sample(self) -> None:
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


def _first_key(kind: MessageKind) -> int:
    return _KINDS.index(kind) * len(_WAYS) + 1
