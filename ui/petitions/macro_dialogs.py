"""The two forms of macros: what one would do to a petition before it does it, and in which one is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.bulk.acts import Archive, PutLabel, Refer, Resolve, Take
from desktop_app.petitions.labels import LabelRow
from desktop_app.petitions.macro_runs import Note, StepOutcome
from desktop_app.petitions.macros import KEYS, MacroRow, MacroTerms
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.widgets.button import Button
from ui.widgets.choice import Choice
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.text_field import TextField

_REFER, _ARCHIVE = "refer", "archive"


class MacroPreview(QDialog):
    """The steps of a macro on the petition that is shown; `confirmed` when they are to be done."""

    confirmed = Signal()

    def __init__(self, name: str, steps: Sequence[StepOutcome], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(name)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(name, "heading"))
        possible = all(step.error is None for step in steps)
        for step in steps:
            mark = "✕" if step.error else "–" if step.skipped else "✓"
            column.addWidget(PlainLabel(f"{mark} {step_words(step)}", "interface", wrap=True))
            if step.error is not None:
                column.addWidget(PlainLabel(error_sentence(step.error), "secondary", "danger", wrap=True))
        if not possible:
            words = translate("Macros", "Nothing is done as long as one step cannot be.")
            column.addWidget(PlainLabel(words, "secondary", "text2", wrap=True))
        run = make_action(
            self,
            translate("Macros", "Do it"),
            self._confirm,
            key="Return",
            more_keys=("Ctrl+Return",),
            writes=True,
        )
        run.setEnabled(possible)
        self.run_action = run
        cancel = Button(translate("Macros", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(Button.of(run, "primary"))
        row.addWidget(cancel)
        row.addStretch()
        column.addLayout(row)

    def _confirm(self) -> None:
        self.accept()
        self.confirmed.emit()


class MacroEditor(QDialog):
    """Writes a macro; `saved` tells its terms, `removed` that it is to go."""

    saved = Signal(object)
    removed = Signal()

    def __init__(
        self,
        row: MacroRow | None,
        name: str,
        labels: Sequence[LabelRow],
        units: Sequence[tuple[int, str]],
        own_units: Sequence[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        terms = row.terms if row is not None else MacroTerms(name)
        self._more_labels = terms.label_ids[1:]
        self.setWindowTitle(translate("Macros", "Macro"))
        self.setMinimumWidth(520)
        self.name = TextField(translate("Macros", "Name"), size="form")
        self.name.setText(terms.name)
        self.key = Choice(translate("Macros", "Key"))
        none: tuple[object, str] = ("", translate("Macros", "no key"))
        self.key.offer([none, *((key, digits(key)) for key in KEYS)], terms.key)
        self.share = Choice(translate("Macros", "For whom"))
        mine: tuple[object, str] = (None, translate("Macros", "for me alone"))
        shared = translate("Macros", "for everybody in {unit}")
        self.share.offer(
            [mine, *((number, fill(shared, unit=unit)) for number, unit in units if number in own_units)]
        )
        self.share.choose(terms.unit_id)
        self.label = Choice(translate("Macros", "Label"))
        no_label: tuple[object, str] = (None, translate("Macros", "no label"))
        self.label.offer([no_label, *((one.id, one.name) for one in labels)])
        self.label.choose(terms.label_ids[0] if terms.label_ids else None)
        self.note = TextField(translate("Macros", "Note for colleagues"), size="form")
        self.note.setText(terms.note)
        self.take = QCheckBox(translate("Macros", "Take it first"))
        self.take.setChecked(terms.take)
        self.last = Choice(translate("Macros", "At the end"))
        refer = translate("Macros", "refer to {unit}")
        end = translate("Macros", "end: {outcome}")
        nothing: tuple[object, str] = (None, translate("Macros", "nothing more"))
        self.last.offer(
            [
                nothing,
                *(((_REFER, number), fill(refer, unit=unit)) for number, unit in units),
                *(
                    (outcome, fill(end, outcome=label("outcome", outcome.value)))
                    for outcome in Outcome
                    if outcome is not Outcome.DUPLICATE
                ),
                (_ARCHIVE, translate("Macros", "archive")),
            ]
        )
        chosen: object = terms.outcome or (_ARCHIVE if terms.archive else None)
        self.last.choose((_REFER, terms.refer_to) if terms.refer_to is not None else chosen)
        self.text = PlainText(terms.text, editable=True)
        self.text.setFixedHeight(96)
        self.text.setAccessibleName(translate("Macros", "Order note, answer or reason"))
        self.text.setPlaceholderText(
            translate("Macros", "Order note, answer or reason; {name}, {code}, {unit} and {clerk} are filled")
        )
        self.reason = TextField(translate("Macros", "Reason beside the answer"), size="form")
        self.reason.setText(terms.reason)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        self._lay_out(row)
        # Qt would take two thirds of a small screen, and the text would pay for it.
        self.resize(520, 600)

    def _lay_out(self, row: MacroRow | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(6)
        column.addWidget(PlainLabel(translate("Macros", "Macro"), "heading"))
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((translate("Macros", "Name"), self.name),),
            ((translate("Macros", "Key"), self.key), (translate("Macros", "For whom"), self.share)),
            ((translate("Macros", "Label"), self.label), ("", self.take)),
            ((translate("Macros", "Note for colleagues"), self.note),),
            ((translate("Macros", "At the end"), self.last),),
        )
        for fields in rows:
            beside = QHBoxLayout()
            beside.setSpacing(12)
            for words, field in fields:
                each = QVBoxLayout()
                each.setSpacing(4)
                each.addWidget(PlainLabel(words, "secondary", "text2"))
                each.addWidget(field)
                beside.addLayout(each, 1)
            column.addLayout(beside)
        column.addWidget(self.text)
        column.addWidget(PlainLabel(translate("Macros", "Reason beside the answer"), "secondary", "text2"))
        column.addWidget(self.reason)
        column.addWidget(self.trouble)
        save = make_action(self, translate("Macros", "Save"), self._save, key="Ctrl+Return", writes=True)
        cancel = Button(translate("Macros", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(Button.of(save, "primary", writes=True))
        buttons.addWidget(cancel)
        buttons.addStretch()
        if row is not None:
            remove = Button(translate("Macros", "Remove"), "ghost", icon="ph.trash")
            remove.clicked.connect(lambda _checked=False: self._remove())
            buttons.addWidget(remove)
        column.addLayout(buttons)
        self.name.setFocus()

    def terms(self) -> MacroTerms:
        """The macro as it is written."""
        last, first_label = self.last.code(), self.label.code()
        return MacroTerms(
            name=self.name.text(),
            key=self.key.code() or "",
            unit_id=self.share.code(),
            label_ids=(() if first_label is None else (first_label,)) + self._more_labels,
            note=self.note.text(),
            take=self.take.isChecked(),
            refer_to=last[1] if isinstance(last, tuple) else None,
            outcome=last if isinstance(last, Outcome) else None,
            text=self.text.toPlainText(),
            reason=self.reason.text(),
            archive=last == _ARCHIVE,
        )

    def show_trouble(self, words: str) -> None:
        """Why it was not saved; everything stays."""
        self.trouble.setText(words)
        self.trouble.show()

    def _save(self) -> None:
        self.saved.emit(self.terms())

    def _remove(self) -> None:
        self.accept()
        self.removed.emit()


def step_words(step: StepOutcome) -> str:
    """A step in words."""
    act = step.step
    if isinstance(act, Note):
        return fill(translate("Macros", "Note: {text}"), text=act.text)
    if isinstance(act, PutLabel):
        return fill(translate("Macros", "Label: {name}"), name=step.name)
    if isinstance(act, Refer):
        return fill(translate("Macros", "Refer to {unit}: {text}"), unit=step.name, text=act.text)
    if isinstance(act, Resolve):
        words = translate("Macros", "End as “{outcome}”: {text}")
        return fill(words, outcome=label("outcome", act.outcome.value), text=step.text or act.text)
    if isinstance(act, Take):
        return label("move", "take")
    return label("move", "archive") if isinstance(act, Archive) else ""
