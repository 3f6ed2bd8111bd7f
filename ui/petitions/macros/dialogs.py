"""Dialogs of macros: the preview of a macro on a petition, and the editor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.petitions.macros.service import KEYS, MacroRow, MacroTerms
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence
from ui.actions import make_action
from ui.petitions.macros.steps import MacroSteps, step_words
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.window_place import resize_within

if TYPE_CHECKING:
    from desktop_app.errors import AppError
    from desktop_app.petitions.labels.service import LabelRow
    from desktop_app.petitions.macros.runs import StepOutcome
    from desktop_app.petitions.referrals.side import SidePlace


class MacroPreview(QDialog):
    """Shows the steps of a macro on the current petition. `confirmed` is emitted when they are to be run."""

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
        # Twenty steps, with an answer among them, may be higher than the screen.
        listed = QWidget()
        told = QVBoxLayout(listed)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        for place, step in enumerate(steps, start=1):
            mark = "✕" if step.error else "–" if step.skipped else "✓"
            words = visible_controls(step_words(step.step, step.name, step.text))
            told.addWidget(PlainLabel(f"{mark} {digits(place)}. {words}", "interface", wrap=True))
            if step.error is not None:
                told.addWidget(PlainLabel(error_sentence(step.error), "secondary", "danger", wrap=True))
        told.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(listed)
        # Qt paints the background of a pane behind the scroll area, but the dialog has its own.
        for ground in (listed, area.viewport()):
            ground.setAutoFillBackground(False)
        column.addWidget(area, 1)
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


class MacroEditor(QDialog, RefusingForm):
    """Edits a macro. `saved` carries its `MacroTerms`; `removed` is emitted when it is to be deleted."""

    saved = Signal(object)
    removed = Signal()

    def __init__(
        self,
        row: MacroRow | None,
        name: str,
        labels: Sequence[LabelRow],
        places: Sequence[SidePlace],
        own_units: Sequence[int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        terms = row.terms if row is not None else MacroTerms(name)
        self.setWindowTitle(translate("Macros", "Macro"))
        self.setMinimumWidth(560)
        self.name = TextField(translate("Macros", "Name"), size="form")
        self.name.setText(terms.name)
        self.key = CodeComboBox(translate("Macros", "Key"))
        none: tuple[object, str] = ("", translate("Macros", "no key"))
        self.key.offer([none, *((key, digits(key)) for key in KEYS)], terms.key)
        self.share = CodeComboBox(translate("Macros", "For whom"))
        mine: tuple[object, str] = (None, translate("Macros", "for me alone"))
        shared = translate("Macros", "for everybody in {unit}")
        self.share.offer(
            [
                mine,
                *(
                    (place.unit_id, fill(shared, unit=place.unit))
                    for place in places
                    if place.unit_id in own_units and place.person_id is None
                ),
            ]
        )
        self.share.choose(terms.unit_id)
        self.steps = MacroSteps(terms.steps, labels, places)
        self._lay_out(row)
        # The default of Qt is two thirds of a small screen, which would shrink the text field.
        resize_within(self, 560, 640)

    def _lay_out(self, row: MacroRow | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(6)
        column.addWidget(PlainLabel(translate("Macros", "Macro"), "heading"))
        rows: tuple[tuple[tuple[str, QWidget], ...], ...] = (
            ((translate("Macros", "Name"), self.name),),
            ((translate("Macros", "Key"), self.key), (translate("Macros", "For whom"), self.share)),
        )
        for fields in rows:
            beside = QHBoxLayout()
            beside.setSpacing(12)
            for words, field in fields:
                each = QVBoxLayout()
                each.setSpacing(4)
                caption = PlainLabel(words, "secondary", "text2")
                caption.setBuddy(field)
                each.addWidget(caption)
                each.addWidget(field)
                beside.addLayout(each, 1)
            column.addLayout(beside)
        column.addWidget(PlainLabel(translate("Macros", "Steps, the first one first"), "secondary", "text2"))
        column.addWidget(self.steps, 1)
        save = make_action(self, translate("Macros", "Save"), self._save, key="Ctrl+Return", writes=True)
        save_button = Button.of(save, "primary", writes=True)
        about = {"macro_name": self.name, "macro_key": self.key, "macro_steps": self.steps}
        self.refusals = Refusals(self, about, foot=save_button)
        self.steps.changed.connect(self.refusals.clear)
        cancel = Button(translate("Macros", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(save_button)
        buttons.addWidget(cancel)
        buttons.addStretch()
        if row is not None:
            remove = Button(translate("Macros", "Remove"), "ghost", icon="ph.trash")
            remove.clicked.connect(lambda _checked=False: self._remove())
            buttons.addWidget(remove)
        column.addLayout(buttons)
        self.name.setFocus()

    def terms(self) -> MacroTerms:
        """Returns the macro as entered."""
        return MacroTerms(self.name.text(), self.key.code() or "", self.share.code(), self.steps.steps())

    def show_trouble(self, error: AppError) -> None:
        """Shows why the macro was not saved, at the step concerned. All entries are kept."""
        self.show_error(error)
        place = error.parameters.get("step")
        if isinstance(place, int):
            self.steps.point_at(place)

    def _save(self) -> None:
        self.refusals.clear()
        self.saved.emit(self.terms())

    def _remove(self) -> None:
        self.accept()
        self.removed.emit()
