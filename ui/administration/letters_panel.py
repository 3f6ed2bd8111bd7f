"""Letter templates: texts and variables, beside the PDF that they produce from sample data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.errors import AppError
from desktop_app.office.letter_templates import NUMBERED, VARIABLES, LetterKind, LetterWords
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from desktop_app.wording.letters import variable_names
from ui import jobs
from ui.administration.kept_panel import WordingPanel
from ui.administration.variable_buttons import VariableButtons
from ui.widgets.letter_choices import LetterChoicesForm
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.roster import RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.letter_templates import LetterTemplateRow
    from desktop_app.office.settings import OfficeSettings
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_Read = tuple[tuple["LetterTemplateRow", ...], "OfficeSettings", bytes | None]
_ROSTER: Final = 208
_FORM: Final = 420
#: Debounce interval of the preview, in milliseconds.
_PAUSE: Final = 400
_KINDS: Final = tuple(LetterKind)


class LettersPanel(WordingPanel["LetterTemplateRow", _Read]):
    """Each kind of letter has one template."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("LettersPanel", "Letters"), parent, roster=_ROSTER, width=_FORM)
        self._settings: OfficeSettings | None = None
        self._logo: bytes | None = None
        self._job: jobs.Job | None = None
        self.subject = TextField(translate("LettersPanel", "Subject"))
        self.body = PlainText(editable=True)
        self.body.setAccessibleName(translate("LettersPanel", "Text"))
        self.body.setMinimumHeight(190)
        self._variables = VariableButtons(self.subject, self.body)
        self.variables = self._variables.buttons
        self.signer = TextField(translate("LettersPanel", "Name of who signs"))
        self.signer_title = TextField(translate("LettersPanel", "Office of who signs"))
        self.choices = LetterChoicesForm()
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.preview = PdfPreview()
        self._keep("letter_template", self._texts() | self.choices.fields())
        self._typed = jobs.Debouncer(self, _PAUSE, self._show_sample)
        self.refusals.know(
            {
                "letter_subject": self.subject,
                "letter_body": self.body,
                "letter_copies": self.choices.copies,
                "letter_enclosure": self.choices.enclosure,
                "signer": self.signer,
                "signer_title": self.signer_title,
            }
        )
        self._lay_out()
        for field in (self.subject, self.body, self.signer, self.signer_title):
            field.textChanged.connect(self._typed.start)
        self.choices.changed.connect(self._typed.start)

    def _texts(self) -> dict[str, QWidget]:
        return {
            "subject": self.subject,
            "body": self.body,
            "signer": self.signer,
            "signer_title": self.signer_title,
        }

    def _lay_out(self) -> None:
        form = self.form
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
        form.column.addWidget(self.choices)
        form.column.addSpacing(10)
        form.column.addWidget(self.kept.line)
        form.column.addWidget(self.overtaken)
        self.trouble.hide()
        form.column.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.roster)
        row.addLayout(self._form_over_buttons())
        row.addWidget(self.preview, 1)

    def _reader(self) -> Callable[[], _Read]:
        services = self._workplace.services
        return lambda: (services.letter_templates.all(), services.office.settings(), services.office.logo())

    def _rows_of(self, read: _Read) -> tuple[LetterTemplateRow, ...]:
        rows, self._settings, self._logo = read
        return rows

    def _roster_row(self, row: LetterTemplateRow) -> RosterRow:
        """Its key is the position among the kinds, from 1."""
        words = translate("LettersPanel", "The office's own words")
        if row.standard:
            words = translate("LettersPanel", "As delivered")
        return RosterRow(_KINDS.index(row.kind) + 1, self._title(row), words, True)

    def _title(self, row: LetterTemplateRow) -> str:
        return label("letter_kind", row.kind.value)

    def _fill(self, row: LetterTemplateRow) -> None:
        words = row.words
        self.subject.setText(words.subject)
        self.body.setPlainText(words.body)
        self.signer.setText(words.signer)
        self.signer_title.setText(words.signer_title)
        self.choices.put(words.choices)
        if self._settings is not None:
            self.choices.offer_purposes(self._settings.copy_purposes)
        self.choices.setVisible(row.kind in NUMBERED)
        self._variables.offer(VARIABLES[row.kind], variable_names())
        self.default_button.setEnabled(not row.standard)

    def words(self) -> LetterWords:
        """Returns the texts of the form."""
        chosen = self.choices.choices()
        return LetterWords(
            self.subject.text(),
            self.body.toPlainText(),
            chosen.enclosure,
            self.signer.text(),
            self.signer_title.text(),
            chosen.copies,
            chosen.classification,
            chosen.paper_size,
        )

    def save(self) -> None:
        """Saves the texts of the form."""
        if self._shown is not None:
            self._change(self._shown, self.words())

    def put_back(self) -> None:
        """Resets the texts to the program's own."""
        if self._shown is not None:
            self._change(self._shown, None)

    def _change(self, before: LetterTemplateRow, words: LetterWords | None) -> None:
        templates, actor = self._workplace.services.letter_templates, self._workplace.actor
        self._store(
            lambda: templates.change(actor, before.kind, before.version, words),
            lambda now: self._change(now, None if before.standard else before.words),
        )

    def _saved_words(self, row: LetterTemplateRow) -> str:
        words = translate("LettersPanel", "The template “{name}” was saved.")
        if row.standard:
            words = translate("LettersPanel", "The program's own words of “{name}” are in force again.")
        return fill(words, name=self._title(row))

    def _show_sample(self) -> None:
        """Renders the letter from the form, or shows why the template is invalid."""
        settings, shown = self._settings, self._shown
        if settings is None or shown is None:
            return
        if self._job is not None:
            self._job.cancel()
        kind, words, logo, now = shown.kind, self.words(), self._logo, pc_clock().now()
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
            # The letter of the last valid template stays visible.
            self.trouble.setText(error_sentence(error))
            self.trouble.show()
        else:
            jobs.show_error(self, error)


def _specimen(
    kind: LetterKind, words: LetterWords, settings: OfficeSettings, now: datetime, logo: bytes | None
) -> bytes:
    from desktop_app.reports.letters.specimen import specimen_pdf  # noqa: PLC0415 - reportlab, fonts

    return specimen_pdf(kind, words, settings, now, logo)
