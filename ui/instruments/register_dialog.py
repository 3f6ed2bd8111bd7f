"""The dialog that registers an instrument: kind (which determines the track), title, unit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QGridLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import TRACKS, InstrumentKind
from desktop_app.staff.units import UnitRow
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.jobs import run
from ui.widgets.button import Button, buttons_at_the_end
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


class RegisterDialog(QDialog, RefusingForm):
    """Registers an instrument and closes; `registered` is emitted with it. Errors are shown in the form."""

    registered = Signal(object)

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        units: Sequence[UnitRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace = workplace
        own_unit = min(workplace.actor.unit_ids, default=None)
        self.setWindowTitle(translate("Instruments", "New draft document"))
        self.setMinimumWidth(560)
        self.kinds: dict[InstrumentKind, QRadioButton] = {}
        self.rule = PlainLabel("", "secondary", "text2", wrap=True)
        self.title_field = TextField(translate("Instruments", "Title"), size="form")
        self.title_field.setMaxLength(200)
        self.unit = QComboBox()
        self.unit.setProperty("fieldSize", "form")
        self.unit.setAccessibleName(translate("Instruments", "Drafting unit"))
        self.unit.addItem(translate("Instruments", "No unit"), None)
        for row in units:
            self.unit.addItem(row.name, row.id)
        self.unit.setCurrentIndex(max(0, self.unit.findData(own_unit)))
        self.code = TextField(translate("Instruments", "Code"), size="form")
        self.code.setMaxLength(30)
        self.code.setPlaceholderText(translate("Instruments", "numbered by the program where left empty"))
        save = make_action(
            self, translate("Instruments", "Register"), self._save, key="Ctrl+Return", writes=True
        )
        self.save_button = Button.of(save, "primary", writes=True)
        self.cancel_button = Button(translate("Instruments", "Cancel"), "ghost")
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        about = {"title": self.title_field, "code": self.code, "instrument_code": self.code}
        self.refusals = Refusals(self, about, foot=self.save_button)
        self.kinds[InstrumentKind.DIRECTIVE].setChecked(True)
        self.title_field.setFocus()

    def chosen_kind(self) -> InstrumentKind:
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def _save(self) -> None:
        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        self.refusals.clear()
        services, actor = self._workplace.services, self._workplace.actor
        kind, title, code = self.chosen_kind(), self.title_field.text(), self.code.text().strip()
        unit_id = self.unit.currentData()
        run(
            self,
            lambda: services.drafting.register(actor, kind, title, unit_id=unit_id, code=code),
            self._on_registered,
            self._on_trouble,
        )

    def _on_registered(self, detail: InstrumentDetail) -> None:
        self.accept()
        self.registered.emit(detail)

    def _on_trouble(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self.show_error(error)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(8)
        column.addWidget(PlainLabel(translate("Instruments", "New draft document"), "title"))
        column.addWidget(PlainLabel(translate("Instruments", "What it is"), "secondary", "text2"))
        column.addLayout(self._kinds())
        column.addWidget(self.rule)
        column.addSpacing(4)
        for name, field in (
            (translate("Instruments", "Title"), self.title_field),
            (translate("Instruments", "Drafting unit"), self.unit),
            (translate("Instruments", "Code"), self.code),
        ):
            caption = PlainLabel(name, "secondary", "text2")
            caption.setBuddy(field)
            column.addWidget(caption)
            column.addWidget(field)
        column.addSpacing(8)
        column.addLayout(buttons_at_the_end(self.cancel_button, self.save_button))

    def _kinds(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(2)
        group = QButtonGroup(self)
        for at, kind in enumerate(InstrumentKind):
            button = QRadioButton(label("instrument_kind", kind.value))
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(self._show_rule)
            group.addButton(button)
            self.kinds[kind] = button
            grid.addWidget(button, at // 2, at % 2)
        return grid

    def _show_rule(self, checked: bool) -> None:
        if checked:
            self.rule.setText(label("track_rule", TRACKS[self.chosen_kind()].value))
