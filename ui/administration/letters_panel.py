"""The templates of letters: their words and variables, and beside them the PDF that they make of made-up data."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.clock import PcClock
from desktop_app.errors import AppError
from desktop_app.office.letter_templates import VARIABLES, LetterKind, LetterWords
from desktop_app.unfinished import Key
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.letters import variable_names
from ui import jobs
from ui.administration.variable_buttons import VariableButtons
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.kept_form import KeptForm
from ui.widgets.page_bar import PageBar
from ui.widgets.painting import set_margins
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import Roster, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.letter_templates import LetterTemplateRow
    from desktop_app.office.settings import OfficeSettings
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_ROSTER: Final = 208
_FORM: Final = 420
#: A pause in typing after which the letter is set anew, in milliseconds.
_PAUSE: Final = 400
_KINDS: Final = tuple(LetterKind)


class LettersPanel(QWidget):
    """`done` tells what was done and how to undo it."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rows: dict[LetterKind, LetterTemplateRow] = {}
        self._shown: LetterTemplateRow | None = None
        self._settings: OfficeSettings | None = None
        self._logo: bytes | None = None
        self._reading = False
        #: The place of the template that was asked for; 0: none was.
        self._wanted = 0
        self._job: jobs.Job | None = None
        self.roster = Roster(translate("LettersPanel", "Letters"))
        self.roster.setFixedWidth(_ROSTER)
        self.subject = TextField(translate("LettersPanel", "Subject"))
        self.body = PlainText(editable=True)
        self.body.setAccessibleName(translate("LettersPanel", "Text"))
        self.body.setMinimumHeight(190)
        self._variables = VariableButtons(self.subject, self.body)
        self.variables = self._variables.buttons
        self.enclosure = TextField(translate("LettersPanel", "Enclosure (پیوست)"))
        self.signer = TextField(translate("LettersPanel", "Name of who signs"))
        self.signer_title = TextField(translate("LettersPanel", "Office of who signs"))
        self.copies = PlainText(editable=True)
        self.copies.setAccessibleName(translate("LettersPanel", "Copies to, a line for each"))
        self.copies.keep_height(64)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.overtaken = PlainLabel("", "secondary", "warn", wrap=True)
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.default_button = Button(translate("LettersPanel", "The program's own words"), writes=True)
        self.preview = PdfPreview()
        self.kept = KeptForm(workplace.unfinished, dict(self._fields()), self)
        self._typed = jobs.Debouncer(self, _PAUSE, self._set)
        self._lay_out()
        self._wire()

    def _fields(self) -> tuple[tuple[str, TextField | PlainText], ...]:
        return (
            ("subject", self.subject),
            ("body", self.body),
            ("enclosure", self.enclosure),
            ("signer", self.signer),
            ("signer_title", self.signer_title),
            ("copies", self.copies),
        )

    def _lay_out(self) -> None:
        form = self.form = FormPane(width=_FORM)
        self._heading = form.heading("")
        form.labelled(self.subject.accessibleName(), self.subject)
        form.labelled(self.body.accessibleName(), self.body)
        form.column.addWidget(PlainLabel(translate("LettersPanel", "Put in:"), "secondary", "text2"))
        form.column.addWidget(self._variables)
        hint = translate("LettersPanel", "A line that names what is not known is left out as a whole.")
        form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        form.column.addWidget(self.trouble)
        form.column.addSpacing(10)
        office_s = translate("LettersPanel", "Empty: as the settings of the office say.")
        form.labelled(self.signer.accessibleName(), self.signer, office_s)
        form.labelled(self.signer_title.accessibleName(), self.signer_title)
        form.labelled(self.enclosure.accessibleName(), self.enclosure)
        form.labelled(self.copies.accessibleName(), self.copies)
        form.column.addWidget(self.kept.line)
        form.column.addWidget(self.overtaken)
        self.overtaken.hide()
        self.trouble.hide()
        form.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.roster)
        row.addLayout(self._under(form))
        row.addWidget(self.preview, 1)

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
        for _, field in self._fields():
            field.textChanged.connect(self._typed.start)

    def refresh(self) -> None:
        """Reads the templates again, and stays on the one that is shown."""
        services = self._workplace.services
        jobs.run(
            self,
            lambda: (services.letter_templates.all(), services.office.settings(), services.office.logo()),
            self._on_read,
        )

    def open_form(self, kind: int) -> None:
        """Shows the template with this place among the kinds, from 1."""
        self._shown = None
        self.kept.pause()
        self._wanted = kind
        self.refresh()

    def words(self) -> LetterWords:
        """What stands in the form."""
        return LetterWords(**{name: _text(field) for name, field in self._fields()})

    def save(self) -> None:
        """Puts the words of the form in force."""
        if self._shown is not None:
            self._change(self._shown, self._shown.version, self.words())

    def put_back(self) -> None:
        """Puts the program's own words in force again."""
        if self._shown is not None:
            self._change(self._shown, self._shown.version, None)

    def _change(self, before: LetterTemplateRow, version: int, words: LetterWords | None) -> None:
        templates, actor = self._workplace.services.letter_templates, self._workplace.actor
        self.save_button.setEnabled(False)
        jobs.run(
            self,
            lambda: templates.change(actor, before.kind, version, words),
            lambda row: self._on_saved(row, before),
            self._on_refused,
        )

    def _on_read(self, found: tuple[tuple[LetterTemplateRow, ...], OfficeSettings, bytes | None]) -> None:
        rows, self._settings, self._logo = found
        self._rows = {row.kind: row for row in rows}
        own, program = (
            translate("LettersPanel", "The office's own words"),
            translate("LettersPanel", "As delivered"),
        )
        shown = [
            RosterRow(at, label("letter_kind", row.kind.value), program if row.standard else own, True)
            for at, row in enumerate(rows, start=1)
        ]
        key, self._wanted = self._wanted, 0
        self._reading = True
        self.roster.show_rows(shown, key or None)
        self._reading = False
        if self._shown is None and self.roster.key() is not None:
            self._show(self.roster.key() or 1)

    def _show(self, key: int) -> None:
        row = self._rows[_KINDS[key - 1]]
        same = self._shown is not None and self._shown.kind is row.kind
        if self._reading and same and (row == self._shown or self.kept.is_changed()):
            # What is being written stays; whether somebody changed it meanwhile is seen when it is saved.
            return
        self._shown = row
        self.kept.pause()
        self._heading.setText(label("letter_kind", row.kind.value))
        for name, field in self._fields():
            value = getattr(row.words, name)
            if isinstance(field, QPlainTextEdit):
                field.setPlainText(value)
            else:
                field.setText(value)
        self._variables.offer(VARIABLES[row.kind], variable_names())
        self.default_button.setEnabled(not row.standard)
        self.overtaken.hide()
        self.kept.follow(
            Key("letter_template", key, "form"), label("letter_kind", row.kind.value), row.version
        )
        self._set()

    def _set(self) -> None:
        """Sets the letter of what stands in the form, or says in one sentence why it is none."""
        settings, shown = self._settings, self._shown
        if settings is None or shown is None:
            return
        if self._job is not None:
            self._job.cancel()
        kind, words, logo, now = shown.kind, self.words(), self._logo, PcClock().now()
        self._job = jobs.run(
            self, lambda: _specimen(kind, words, settings, now, logo), self._on_set, self._on_trouble
        )

    def _on_set(self, pdf: bytes) -> None:
        self._job = None
        self.trouble.hide()
        self.preview.show_pdf(pdf)

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, AppError):
            # The letter of the last words that were one stays to be seen.
            self.trouble.setText(error_sentence(error))
            self.trouble.show()
        else:
            jobs.show_error(self, error)

    def _show_overtaken(self) -> None:
        words = translate(
            "LettersPanel", "Somebody changed it since you began; saving replaces what stands there now."
        )
        self.overtaken.setText(words if self.kept.overtaken else "")
        self.overtaken.setVisible(self.kept.overtaken)

    def _on_saved(self, row: LetterTemplateRow, before: LetterTemplateRow) -> None:
        self.save_button.setEnabled(True)
        self.kept.done()
        self._shown = None
        words = translate("LettersPanel", "The template “{name}” was saved.")
        if row.standard:
            words = translate("LettersPanel", "The program's own words of “{name}” are in force again.")
        undo = partial(self._change, row, row.version, None if before.standard else before.words)
        self.done.emit(fill(words, name=label("letter_kind", row.kind.value)), undo)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)


def _specimen(
    kind: LetterKind, words: LetterWords, settings: OfficeSettings, now: datetime, logo: bytes | None
) -> bytes:
    from desktop_app.reports.letters.specimen import specimen_pdf  # noqa: PLC0415 - reportlab, fonts

    return specimen_pdf(kind, words, settings, now, logo)


def _text(field: TextField | PlainText) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
