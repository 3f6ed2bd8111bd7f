"""Settings of the office: letterhead, numbers of the decree, SMS line, weekend."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.people.number_gaps import telephone_gaps
from desktop_app.persian.dates import JalaliDay
from desktop_app.persian.digits import isolated, latin_digits
from desktop_app.petitions.deadlines.closures import SettingsChange
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.administration.letter_settings import LetterSettings, whole_number
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.logo_field import LogoField
from ui.widgets.month_grid import today
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.settings import OfficeSettings
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 560


class OfficePanel(QWidget, RefusingForm):
    """One form; changes take effect when saved."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._settings: OfficeSettings | None = None
        self.ministry = TextField(translate("Administration", "First line: the ministry"))
        self.office_name = TextField(translate("Administration", "Second line: the office"))
        self.office_short = TextField(translate("Administration", "Short name"))
        self.phone = TextField(translate("Administration", "Phone line for the public"), gaps=telephone_gaps)
        self.help_line = TextField(translate("Administration", "Where staff ask for help"))
        self.decree_number = TextField(translate("Administration", "Number of the decree"))
        self.sms_number = TextField(translate("Administration", "SMS number"), numeric=True)
        self.backup_days = TextField(
            translate("Administration", "Days until a back-up is called old"), numeric=True
        )
        self.clock_gap_days = TextField(
            translate("Administration", "Days without the program until the clock is asked about"),
            numeric=True,
        )
        self.attachment_mb = TextField(
            translate("Administration", "Most megabytes of an attachment"), numeric=True
        )
        self.texts_an_hour = TextField(
            translate("Administration", "Text messages of one number in an hour"), numeric=True
        )
        self.registry_pattern = TextField(
            translate("Administration", "Pattern of registry numbers"), latin=True
        )
        self.letter_pattern = TextField(translate("Administration", "Pattern of letter numbers"), latin=True)
        self.pattern_preview = PlainLabel("", "secondary", "text2", wrap=True)
        self.letter_preview = PlainLabel("", "secondary", "text2", wrap=True)
        self.registry_pattern.textChanged.connect(lambda _text: self._show_pattern())
        self.letter_pattern.textChanged.connect(lambda _text: self._show_letter())
        self.letters = LetterSettings()
        #: By `date.weekday()`, in the order of the Persian week.
        self.weekend = {day: QCheckBox(name) for day, name in _weekdays()}
        self.colleague_figures = QCheckBox(
            translate("Administration", "Reports of managers count the work of each colleague")
        )
        self.logo = LogoField(workplace.services.office, lambda: workplace.actor)
        self.logo.done.connect(lambda words: self.done.emit(words, None))
        self.save_button = Button(
            translate("Administration", "Save the settings"), "primary", flush=True, writes=True
        )
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        form = self._form()
        numbers = ("backup_days", "clock_gap_days", "attachment_mb", "texts_an_hour")
        words = (
            "office_name",
            "office_short",
            "registry_pattern",
            "letter_pattern",
        )
        self.refusals = Refusals(
            self, {name: getattr(self, name) for name in (*numbers, *words)} | self.letters.fields()
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def _form(self) -> FormPane:
        form = FormPane(width=None)
        form.heading(translate("Administration", "Letterhead"))
        for field in (self.ministry, self.office_name, self.office_short, self.phone, self.help_line):
            form.labelled(field.accessibleName(), field)
        hint = translate("Administration", "PNG or JPEG; it stands in the middle of the letterhead.")
        form.labelled(translate("Administration", "Logo"), self.logo, hint)
        form.heading(translate("Administration", "Numbers that nobody may guess"))
        note = translate("Administration", "Empty until you enter it: it is never printed before that.")
        form.labelled(self.decree_number.accessibleName(), self.decree_number, note)
        form.labelled(self.sms_number.accessibleName(), self.sms_number, note)
        form.heading(translate("Administration", "Numbering"))
        places = translate(
            "Administration", "{year} or {yy}, and {number}; {number:05} puts zeros in front of it."
        )
        form.labelled(self.registry_pattern.accessibleName(), self.registry_pattern, places)
        form.column.addWidget(self.pattern_preview)
        form.column.addSpacing(10)
        letters = translate(
            "Administration", "Where a document goes out without a number of its own, it gets the next one."
        )
        form.labelled(self.letter_pattern.accessibleName(), self.letter_pattern, letters)
        form.column.addWidget(self.letter_preview)
        form.column.addSpacing(10)
        self.letters.add_to(form)
        form.heading(translate("Administration", "Weekend"))
        form.column.addLayout(self._days())
        form.heading(translate("Administration", "Reports"))
        form.column.addWidget(self.colleague_figures)
        read = translate(
            "Administration", "An issued report is read by all colleagues: then with these numbers too."
        )
        form.column.addWidget(PlainLabel(read, "header", "text2", wrap=True))
        form.heading(translate("Administration", "Back-up"))
        form.labelled(self.backup_days.accessibleName(), self.backup_days)
        if self._workplace.services.database.is_sqlite:
            form.heading(translate("Administration", "Clock of this PC"))
            asked = translate(
                "Administration",
                "After so long a time two people confirm the day, before steps of the law go on.",
            )
            form.labelled(self.clock_gap_days.accessibleName(), self.clock_gap_days, asked)
        form.heading(translate("Administration", "Attachments"))
        form.labelled(self.attachment_mb.accessibleName(), self.attachment_mb)
        form.heading(translate("Administration", "Text messages"))
        many = translate(
            "Administration",
            "So many are petitions of their own; what comes beyond that is gathered in one more, and stays readable.",
        )
        form.labelled(self.texts_an_hour.accessibleName(), self.texts_an_hour, many)
        form.buttons(self.save_button)
        for field in form.findChildren(TextField):
            field.setMaximumWidth(_WIDTH)
        self.letters.copy_purposes.setMaximumWidth(_WIDTH)
        return form

    def _days(self) -> QVBoxLayout:
        row = QHBoxLayout()
        set_margins(row, 0, 0, 0, 4)
        row.setSpacing(16)
        for box in self.weekend.values():
            row.addWidget(box)
        row.addStretch()
        whole = QVBoxLayout()
        whole.addLayout(row)
        words = translate("Administration", "Days that are not counted where a deadline counts working days.")
        whole.addWidget(PlainLabel(words, "header", "text2", wrap=True))
        return whole

    def refresh(self) -> None:
        """Reloads the settings; if others changed them, unsaved input is replaced."""
        jobs.run(self, self._workplace.services.office.settings, self._on_read)
        self.logo.refresh()

    def save(self) -> None:
        """Saves the form."""
        if self._settings is None:
            return
        settings = replace(
            self._settings,
            ministry=self.ministry.text().strip(),
            office_name=self.office_name.text().strip(),
            office_short=self.office_short.text().strip(),
            phone=latin_digits(self.phone.text()).strip(),
            help_line=self.help_line.text().strip(),
            decree_number=self.decree_number.text().strip(),
            sms_number=latin_digits(self.sms_number.text()).strip(),
            registry_pattern=self.registry_pattern.text(),
            letter_pattern=self.letter_pattern.text(),
            colleague_figures=self.colleague_figures.isChecked(),
            weekend=tuple(sorted(day for day, box in self.weekend.items() if box.isChecked())),
            backup_days=whole_number(self.backup_days.text()),
            clock_gap_days=whole_number(self.clock_gap_days.text()),
            attachment_mb=whole_number(self.attachment_mb.text()),
            texts_an_hour=whole_number(self.texts_an_hour.text()),
        )
        settings = self.letters.changed(settings)
        services, actor, before = self._workplace.services, self._workplace.actor, self._settings

        reason = translate("Administration", "Weekend")
        self.save_button.setEnabled(False)
        self.refusals.clear()
        jobs.run(
            self,
            lambda: services.closures.change_settings(actor, settings, reason, seen=before),
            self._on_saved,
            self._on_refused,
        )

    def _on_read(self, settings: OfficeSettings) -> None:
        # Reloading must not overwrite what is being typed.
        if settings != self._settings:
            self._show(settings)

    def _show(self, settings: OfficeSettings) -> None:
        self._settings = settings
        self.ministry.setText(settings.ministry)
        self.office_name.setText(settings.office_name)
        self.office_short.setText(settings.office_short)
        self.phone.setText(digits(settings.phone))
        self.help_line.setText(settings.help_line)
        self.decree_number.setText(settings.decree_number)
        self.sms_number.setText(digits(settings.sms_number))
        self.backup_days.setText(digits(settings.backup_days))
        self.clock_gap_days.setText(digits(settings.clock_gap_days))
        self.attachment_mb.setText(digits(settings.attachment_mb))
        self.texts_an_hour.setText(digits(settings.texts_an_hour))
        self.letters.show_settings(settings)
        self.registry_pattern.setText(settings.registry_pattern)
        self.letter_pattern.setText(settings.letter_pattern)
        self.colleague_figures.setChecked(settings.colleague_figures)
        for day, box in self.weekend.items():
            box.setChecked(day in settings.weekend)
        self.save_button.setEnabled(True)

    def _show_pattern(self) -> None:
        words = translate("Administration", "The 123rd petition of the year: {number}")
        _preview(self.registry_pattern, self.pattern_preview, "registry_pattern", words)

    def _show_letter(self) -> None:
        words = translate("Administration", "The 123rd letter of the year: {number}")
        _preview(self.letter_pattern, self.letter_preview, "letter_pattern", words)

    def _on_saved(self, saved: SettingsChange) -> None:
        moved = saved.moved
        self._show(saved.settings)
        sentence = translate("Administration", "The settings of the office were saved.")
        if moved:
            words = translate(
                "Administration", "The settings were saved; the deadlines of {count} open petitions moved."
            )
            sentence = fill(words, count=moved)
        self.done.emit(sentence, None)

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)


def _preview(typed: TextField, preview: PlainLabel, field: str, words: str) -> None:
    """Shows a sample number for the typed pattern, or why the pattern is invalid."""
    from desktop_app.office.numbering import valid_pattern, written  # noqa: PLC0415 - SQLAlchemy comes with it

    try:
        number = written(valid_pattern(typed.text(), field), JalaliDay.of(today()).year, 123)
        shown, colour = fill(words, number=isolated(digits(number))), "text2"
    except InvalidValueError as error:
        shown, colour = error_sentence(error), "danger"
    typed.mark_invalid(colour == "danger")
    preview.set_colour(colour)
    preview.setText(shown)


def _weekdays() -> tuple[tuple[int, str], ...]:
    return (
        (5, translate("Administration", "Saturday")),
        (6, translate("Administration", "Sunday")),
        (0, translate("Administration", "Monday")),
        (1, translate("Administration", "Tuesday")),
        (2, translate("Administration", "Wednesday")),
        (3, translate("Administration", "Thursday")),
        (4, translate("Administration", "Friday")),
    )
