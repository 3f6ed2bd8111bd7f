"""The panes of the letterhead, the units and the accounts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.office.set_up import SetUpTask
from desktop_app.people.number_gaps import telephone_gaps
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from ui.administration.set_up.task_pane import ConfirmedPane, Lines, TaskPane, focus_again, focused_key
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.settings import OfficeSettings
    from desktop_app.reports.readiness.checklist import Checklist, SetUpUnit
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace


class LetterheadPane(TaskPane):
    """The lines of the letterhead; saving them as they stand confirms them."""

    task = SetUpTask.LETTERHEAD

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.ministry = TextField(translate("Administration", "First line: the ministry"))
        self.office_name = TextField(translate("Administration", "Second line: the office"))
        self.short = TextField(translate("Administration", "Short name"))
        self.phone = TextField(translate("SetUp", "Telephone"), gaps=telephone_gaps)
        self.address = TextField(translate("LettersPanel", "Postal address of the office"))
        for field in self._fields().values():
            self._labelled(field.accessibleName(), field)
            field.returnPressed.connect(self.save)
        self.save_button = self._act(
            translate("SetUp", "The letterhead is right"), self.save, icon="ph.check"
        )
        self._buttons(self.save_button, self._link(translate("SetUp", "Logo and numbers"), "office"))

    def _fields(self) -> dict[str, TextField]:
        return {
            "ministry": self.ministry, "office_name": self.office_name, "office_short": self.short,
            "phone": self.phone, "office_address": self.address,
        }  # fmt: skip

    def _stored(self, checklist: Checklist) -> object:
        return [getattr(checklist.facts.settings, name) for name in self._fields()]

    def _fill(self, checklist: Checklist) -> None:
        for name, field in self._fields().items():
            stored = getattr(checklist.facts.settings, name)
            field.setText(digits(stored) if field is self.phone else stored)
            field.mark_unset(not checklist.state(self.task).done)

    def begin(self) -> None:
        self.ministry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save(self) -> None:
        """Saves the lines."""
        assert self._checklist is not None
        before = self._checklist.facts.settings
        after = replace(
            before,
            ministry=self.ministry.text().strip(),
            office_name=self.office_name.text().strip(),
            office_short=self.short.text().strip(),
            phone=latin_digits(self.phone.text()).strip(),
            office_address=self.address.text().strip(),
        )
        back = None if after == before else self._undo(self._changing(before, after))
        self._write(self._changing(after, before), lambda _saved: self.settled.emit(self._done_words(), back))

    def _changing(self, settings: OfficeSettings, seen: OfficeSettings) -> Callable[[], OfficeSettings]:
        office, actor = self._services.office, self._workplace.actor
        return lambda: office.change(actor, settings, seen=seen)


class UnitsPane(ConfirmedPane):
    """The units with their need of approval; more are added here."""

    task = SetUpTask.UNITS

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._heading = PlainLabel(translate("SetUp", "Answers wait for the manager"), "secondary", "text2")
        self._subheading(translate("SetUp", "Units of the office"), self._heading)
        self.lines = Lines()
        self.boxes: dict[int, QCheckBox] = {}
        self.column.addWidget(self.lines)
        self.column.addSpacing(8)
        self.name = TextField(translate("Administration", "Name of the unit"))
        self.name.setPlaceholderText(translate("SetUp", "Another unit"))
        self.name.returnPressed.connect(self.add)
        self.add_button = self._act(translate("SetUp", "Add"), self.add, icon="ph.plus")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.add_button)
        self.column.addLayout(row)
        self._buttons(
            self.confirm_button, self.open_button, self._link(translate("SetUp", "All of units"), "units")
        )

    def _confirm_words(self) -> str:
        return translate("SetUp", "All units are there")

    def _may_confirm(self, checklist: Checklist) -> bool:
        return bool(checklist.facts.units)

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.units

    def _fill(self, checklist: Checklist) -> None:
        units, held = checklist.facts.units, focused_key(self.boxes)
        self.boxes = {unit.id: self._box(unit) for unit in units}
        self.lines.show_rows([(_name(unit.name), self.boxes[unit.id]) for unit in units])
        focus_again(self.boxes, held)
        self._heading.setVisible(bool(units))
        self._show_confirmation(checklist)

    def _box(self, unit: SetUpUnit) -> QCheckBox:
        box = QCheckBox()
        box.setAccessibleName(f"{self._heading.text()}: {unit.name}")
        box.setChecked(unit.needs_approval)
        box.toggled.connect(lambda on: self._approve(unit, on=on))
        return box

    def begin(self) -> None:
        waits = self._checklist is not None and self._may_confirm(self._checklist) and not self.state.done
        (self.confirm_button if waits else self.name).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def add(self) -> None:
        """Adds a unit."""
        units, actor, name = self._services.units, self._workplace.actor, self.name.text()
        words = translate("Administration", "The unit “{name}” was saved.")

        def told(_unit: object) -> None:
            self.name.clear()
            self.settled.emit(fill(words, name=name.strip()), None)

        self._write(lambda: units.add(actor, name), told)

    def _approve(self, unit: SetUpUnit, *, on: bool) -> None:
        units, actor = self._services.units, self._workplace.actor
        words = fill(translate("Administration", "The unit “{name}” was saved."), name=unit.name)
        back = self._undo(lambda: units.change(actor, unit.id, needs_approval=not on), words)
        self._write(
            lambda: units.change(actor, unit.id, needs_approval=on),
            lambda _unit: self.settled.emit(words, back),
        )


class AccountsPane(ConfirmedPane):
    """How many clerks and managers each unit has."""

    task = SetUpTask.ACCOUNTS

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._subheading(translate("SetUp", "Clerks and managers of each unit"))
        self.lines = Lines(32)
        self.column.addWidget(self.lines)
        self._buttons(
            self.confirm_button, self.open_button, self._link(translate("SetUp", "Add an account"), "staff")
        )
        self._note(
            "ph.info",
            translate("SetUp", "Each one gets a one-time password and chooses their own when signing in."),
        )

    def _confirm_words(self) -> str:
        return translate("SetUp", "All accounts are there")

    def _may_confirm(self, checklist: Checklist) -> bool:
        return checklist.facts.of_the_desk > 0

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.units, checklist.facts.of_the_desk

    def _fill(self, checklist: Checklist) -> None:
        self.lines.show_rows([(_name(unit.name), _accounts(unit)) for unit in checklist.facts.units])
        self._show_confirmation(checklist)

    def begin(self) -> None:
        if self._checklist is not None and self._checklist.facts.accounts > 1 and not self.state.done:
            self.confirm_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.panel_wanted.emit("staff")


def _name(words: str) -> PlainLabel:
    return PlainLabel(visible_controls(words), elide=True)


def _accounts(unit: SetUpUnit) -> PlainLabel:
    if not unit.accounts:
        return PlainLabel(translate("SetUp", "nobody yet"), "secondary", "warn")
    return PlainLabel(fill(translate("SetUp", "{count} persons"), count=unit.accounts), "secondary", "text2")
