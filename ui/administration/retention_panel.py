"""Retention of personal data: the rule, a preview of what it masks, and the irreversible masking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import latin_digits, only_digits
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.petitions.retention.service import MaskingPreview, MaskingRun, RetentionRule
    from desktop_app.progress import Progress
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_WIDTH = 560
_NO_LABEL = 0


class RetentionPanel(QWidget, RefusingForm):
    """`done` reports what was done; its undo is always None."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rule: RetentionRule | None = None
        self._preview: MaskingPreview | None = None
        self._run: MaskingRun | None = None
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        self.on = QCheckBox(translate("Retention", "Mask the personal data of closed petitions"))
        self.on.toggled.connect(self._on_toggled)
        self.years = TextField(translate("Retention", "Years after the closing"), numeric=True)
        self.basis = TextField(translate("Retention", "On what it is based (decree, rule, letter)"))
        self.hold = QComboBox()
        self.hold.setAccessibleName(translate("Retention", "Label that keeps a petition as it is"))
        self.save_button = Button(translate("Retention", "Save the rule"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.state = PlainLabel("", "interface", bold=True, wrap=True)
        self.count_button = Button(translate("Retention", "Count what would be masked"), flush=True)
        self.count_button.clicked.connect(self.count)
        self.counts = PlainLabel("", "interface", wrap=True)
        self.warning = PlainLabel(
            translate(
                "Retention",
                "Masking cannot be undone. Names, national IDs, phone numbers and addresses give way to dots,"
                " attachments are erased. The history stays and its chain holds. Back-ups and exported files from"
                " before keep what they hold: they are looked after apart.",
            ),
            "secondary",
            "warn",
            wrap=True,
        )
        self.confirmation = TextField(
            translate("Retention", "To confirm, type how many petitions will be masked"), numeric=True
        )
        self.confirmation.textChanged.connect(lambda _text: self._show_state())
        self.confirmation.returnPressed.connect(self.start)
        self.mask_button = Button(translate("Retention", "Mask for good"), "danger", flush=True, writes=True)
        self.mask_button.clicked.connect(self.start)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("HandOver", "How far it is"))
        self.stop_button = Button(translate("HandOver", "Stop"), size="small")
        self.stop_button.clicked.connect(self.stop)
        self.result = PlainLabel("", "interface", bold=True, wrap=True)
        self.again_button = Button(translate("Retention", "Go on masking"), flush=True, writes=True)
        self.again_button.clicked.connect(self.mask_on)
        self._lay_out()
        self._show_state()

    def _lay_out(self) -> None:
        form = self._form = FormPane(width=None)
        form.heading(translate("Retention", "Rule of retention"))
        form.column.addWidget(self.state)
        form.column.addSpacing(8)
        form.column.addWidget(self.on)
        form.column.addSpacing(10)
        form.labelled(self.years.accessibleName(), self.years)
        stands = translate("Retention", "It stands in the history of every masking.")
        form.labelled(self.basis.accessibleName(), self.basis, stands)
        kept = translate(
            "Retention",
            "For example one for lawsuits. Kept back by themselves: open petitions, and those on which an open"
            " petition or an improvement still hangs.",
        )
        form.labelled(self.hold.accessibleName(), self.hold, kept)
        form.column.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addSpacing(24)
        form.heading(translate("Retention", "Masking"))
        form.column.addWidget(self.count_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addSpacing(8)
        form.column.addWidget(self.counts)
        self.question = QWidget()
        asked = QVBoxLayout(self.question)
        asked.setContentsMargins(0, 8, 0, 0)
        asked.setSpacing(4)
        asked.addWidget(self.warning)
        asked.addSpacing(8)
        label = PlainLabel(self.confirmation.accessibleName(), "secondary", "text2")
        label.setBuddy(self.confirmation)
        asked.addWidget(label)
        asked.addWidget(self.confirmation)
        asked.addSpacing(8)
        asked.addWidget(self.mask_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addWidget(self.question)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        form.column.addLayout(row)
        form.column.addWidget(self.result)
        form.column.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeading)
        form.column.addStretch()
        for field in (self.years, self.basis, self.hold, self.confirmation, self.bar):
            field.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self.refusals = Refusals(self, {"retention_years": self.years, "retention_basis": self.basis})

    def refresh(self) -> None:
        """Reloads the rule, and the labels that can exempt a petition."""
        services = self._workplace.services
        if self._job is None:
            jobs.run(self, lambda: (services.retention.rule(), services.labels.all()), self._on_read)

    def save(self) -> None:
        """Saves the rule in the form, or removes the rule."""
        from desktop_app.petitions.retention.service import RetentionRule  # noqa: PLC0415 - SQLAlchemy comes with it

        if self._rule is None:
            return
        years = 0
        if self.on.isChecked():
            typed = latin_digits(self.years.text()).strip()
            if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed) <= 100):
                self.show_error(InvalidValueError(field="retention_years", reason="out_of_range", value=""))
                return
            years = int(typed)
        wanted = RetentionRule(years, self.basis.text(), int(self.hold.currentData() or _NO_LABEL))
        retention, actor, seen = self._workplace.services.retention, self._workplace.actor, self._rule
        self.save_button.setEnabled(False)
        self.refusals.clear()
        jobs.run(self, lambda: retention.set_rule(actor, wanted, seen=seen), self._on_saved, self._on_refused)

    def count(self) -> None:
        """Counts what the rule would mask now."""
        retention, actor = self._workplace.services.retention, self._workplace.actor
        self.count_button.setEnabled(False)
        self.counts.setText(translate("Retention", "Counting…"))
        jobs.run(self, lambda: retention.preview(actor), self._on_counted, self._on_refused)

    def start(self) -> None:
        """Masks the counted petitions after the number was confirmed."""
        if self._preview is not None and self._confirmed():
            self._run = self._workplace.services.retention.begin(self._preview)
            self.mask_on()

    def mask_on(self) -> None:
        """Starts the masking, or resumes it."""
        run = self._run
        if run is None or self._job is not None:
            return
        retention, actor = self._workplace.services.retention, self._workplace.actor
        stop = self._stop = jobs.Stop()

        def work(progress: Progress) -> MaskingRun:
            return retention.run(actor, run, jobs.Stoppable(progress, stop))

        self._job = jobs.run(self, work, self._on_masked, self._on_refused, progress=self._on_progress)
        self.bar.setMaximum(0)
        self._show_state()

    def stop(self) -> None:
        """Stops after the petitions being processed."""
        self._stop.asked = True
        self.stop_button.setEnabled(False)

    def _confirmed(self) -> bool:
        return (
            self._preview is not None
            and self._preview.anything
            and only_digits(self.confirmation.text()) == str(self._preview.petitions)
        )

    def _on_toggled(self, on: bool) -> None:
        for field in (self.years, self.basis, self.hold):
            field.setEnabled(on)

    def _on_read(self, read: tuple[RetentionRule, tuple[LabelRow, ...]]) -> None:
        rule, labels = read
        if rule != self._rule:
            self.hold.clear()
            self.hold.addItem(translate("Retention", "None"), _NO_LABEL)
            for label in labels:
                self.hold.addItem(label.name, label.id)
            self._show_rule(rule)

    def _show_rule(self, rule: RetentionRule) -> None:
        self._rule, self._preview = rule, None
        self.on.setChecked(rule.years > 0)
        self._on_toggled(rule.years > 0)
        self.years.setText(digits(rule.years) if rule.years else "")
        self.basis.setText(rule.basis)
        self.hold.setCurrentIndex(max(0, self.hold.findData(rule.hold)))
        words = translate("Retention", "Off: nothing is masked.")
        if rule.years:
            words = translate(
                "Retention",
                "In force: {years} years after a petition was closed. Nothing is masked by itself.",
            )
        self.state.setText(fill(words, years=rule.years))
        self.counts.clear()
        self._show_state()

    def _on_saved(self, rule: RetentionRule) -> None:
        self._show_rule(rule)
        words = translate("Retention", "No rule of retention is in force any more.")
        if rule.years:
            words = translate("Retention", "The rule of retention was saved.")
        self.done.emit(words, None)

    def _on_counted(self, preview: MaskingPreview) -> None:
        self._preview = preview
        self.counts.setText(_count_words(preview))
        self.confirmation.clear()
        self.result.clear()
        self._run = None
        self._show_state()
        if preview.anything:
            self.confirmation.setFocus(Qt.FocusReason.OtherFocusReason)
            # The question appears below the fold: scroll to it.
            QTimer.singleShot(0, self, lambda: self._form.ensureWidgetVisible(self.mask_button))

    def _on_progress(self, done: int, total: int | None) -> None:
        self.bar.setMaximum(total or 0)
        self.bar.setValue(done)

    def _on_masked(self, run: MaskingRun) -> None:
        self._job, self._preview = None, None
        words = translate("Retention", "{petitions} petitions were masked; {files} attachments were erased.")
        if not run.finished:
            words = translate(
                "Retention",
                "{petitions} petitions were masked and {files} attachments erased; it was stopped before the end.",
            )
        told = fill(words, petitions=run.petitions, files=run.files)
        self.result.setText(told)
        self.counts.clear()
        if run.finished:
            self._run = None
        self._show_state()
        if run.stopped is not None:
            jobs.show_error(self, run.stopped)
        else:
            self.done.emit(told, None)

    def _on_refused(self, error: Exception) -> None:
        self._job = None
        self.counts.clear()
        self._show_state()
        jobs.show_error(self, error)

    def _show_state(self) -> None:
        """Updates visibility and enabled state of the widgets."""
        under_way, rule = self._job is not None, self._rule
        in_force = rule is not None and rule.years > 0
        self.save_button.setEnabled(rule is not None and not under_way)
        self.count_button.setEnabled(in_force and not under_way)
        self.counts.setVisible(bool(self.counts.text()))
        self.question.setVisible(self._preview is not None and self._preview.anything and not under_way)
        self.mask_button.setEnabled(self._confirmed())
        for widget in (self.bar, self.stop_button):
            widget.setVisible(under_way)
        self.stop_button.setEnabled(under_way)
        self.result.setVisible(bool(self.result.text()) and not under_way)
        self.again_button.setVisible(self._run is not None and not under_way and self._preview is None)


def _count_words(preview: MaskingPreview) -> str:
    day = long_date(tehran_day(preview.cut))
    if not preview.petitions:
        lines = [translate("Retention", "No petition that was closed before {day} is to be masked.")]
    else:
        lines = [
            translate(
                "Retention",
                "Closed before {day} and to be masked: {petitions} petitions of {persons} persons.",
            ),
            translate(
                "Retention", "Looked through for it: {replies} replies and {events} entries of the history."
            ),
            translate("Retention", "Erased: {files} attachments."),
        ]
    if preview.held_by_label:
        lines.append(translate("Retention", "Kept by the label: {count}"))
    told = [
        fill(
            line,
            day=day,
            petitions=preview.petitions,
            persons=preview.persons,
            replies=preview.replies,
            events=preview.events,
            files=preview.files,
            count=preview.held_by_label,
        )
        for line in lines
    ]
    if preview.held_by_matter:
        words = translate("Retention", "Kept because something open still hangs on them: {count}")
        told.append(fill(words, count=preview.held_by_matter))
    if preview.aside:
        words = translate("Retention", "Emptied: {count} things that were put aside when they were taken in.")
        told.append(fill(words, count=preview.aside))
    return "\n".join(told)
