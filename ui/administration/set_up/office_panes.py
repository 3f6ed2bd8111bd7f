"""The panes of the letterhead, the units, the accounts, the routing rules and the calendar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from desktop_app.office.set_up import SetUpTask
from desktop_app.persian.dates import day_and_month, weekday_name, year_title
from desktop_app.persian.digits import latin_digits
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.administration.set_up.task_pane import ConfirmedPane, Lines, Row, TaskPane
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField
from ui.workplace import ShowCalendar

if TYPE_CHECKING:
    from desktop_app.office.settings import OfficeSettings
    from desktop_app.petitions.deadlines.closures import Closure
    from desktop_app.reports.readiness.checklist import Checklist, SetUpRule, SetUpUnit
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
        self.phone = TextField(translate("SetUp", "Telephone"), latin=True)
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
            "phone": self.phone,
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
        units = checklist.facts.units
        self.boxes = {unit.id: self._box(unit) for unit in units}
        self.lines.show_rows([(_name(unit.name), self.boxes[unit.id]) for unit in units])
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


class RoutingPane(ConfirmedPane):
    """The rules, each of which is switched here."""

    task = SetUpTask.ROUTING
    plain_confirmation = True

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._subheading(translate("SetUp", "Rules that are on"))
        self.lines = Lines(32)
        self.boxes: dict[int, QCheckBox] = {}
        self.column.addWidget(self.lines)
        self._nothing = PlainLabel(translate("SetUp", "No rule yet"), "secondary", "text2")
        self.column.addWidget(self._nothing)
        self._buttons(
            self._link(translate("SetUp", "Write and try rules"), "routing", "secondary"),
            self.confirm_button,
            self.open_button,
        )
        self._note(
            "ph.info",
            translate(
                "SetUp", "A rule can be tried on the petitions of a past month before it is switched on."
            ),
        )

    def _confirm_words(self) -> str:
        return translate("SetUp", "Refer by hand for now")

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.rules

    def _fill(self, checklist: Checklist) -> None:
        rules = checklist.facts.rules
        self.boxes = {rule.id: self._box(rule) for rule in rules}
        self.lines.show_rows([(self.boxes[rule.id],) for rule in rules])
        self._nothing.setVisible(not rules)
        self._show_confirmation(checklist)

    def _box(self, rule: SetUpRule) -> QCheckBox:
        box = QCheckBox(visible_controls(rule.name).replace("&", "&&"))
        box.setChecked(rule.active)
        box.toggled.connect(lambda on: self._switch(rule, on=on))
        return box

    def begin(self) -> None:
        if self.boxes:
            next(iter(self.boxes.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.panel_wanted.emit("routing")

    def _switch(self, rule: SetUpRule, *, on: bool) -> None:
        rules, actor = self._services.routing_rules, self._workplace.actor
        words = translate("SetUp", "“{name}” is on.") if on else translate("SetUp", "“{name}” is off.")
        said = fill(words, name=rule.name)
        self._write(
            lambda: rules.switch(actor, rule.id, rule.version, on=on),
            lambda row: self.settled.emit(
                said, self._undo(lambda: rules.switch(actor, rule.id, row.version, on=not on))
            ),
        )


class CalendarPane(TaskPane):
    """The closed days of the year, to be compared with the official calendar."""

    task = SetUpTask.CALENDAR

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._year = 0
        self.confirm_button = self._act("", self.confirm, icon="ph.calendar-check")
        self.open_button = self._link(translate("SetUp", "Change days"), "closures")
        self.open_button.clicked.disconnect()
        self.open_button.clicked.connect(
            lambda _checked=False: self.panel_wanted.emit(ShowCalendar(self._year))
        )
        self._buttons(self.confirm_button, self.open_button)
        self._subheading(translate("SetUp", "Closed days"))
        self.lines = Lines(32)
        self.column.addWidget(self.lines)

    def _stored(self, checklist: Checklist) -> object:
        return checklist.facts.year, checklist.facts.closed_days

    def _fill(self, checklist: Checklist) -> None:
        self._year = checklist.facts.year
        words = translate("Closures", "Confirm the calendar of {year}")
        self.confirm_button.setText(fill(words, year=year_title(self._year)))
        self.confirm_button.updateGeometry()
        self.confirm_button.setVisible(not checklist.state(self.task).done)
        closures, year = self._services.closures, self._year
        jobs.run(self, lambda: closures.of_year(year), self._show_days)

    def _show_days(self, days: tuple[Closure, ...]) -> None:
        doubtful = not self.state.done
        self.lines.show_rows([_day(one, doubtful=doubtful) for one in days])

    def begin(self) -> None:
        button = self.open_button if self.state.done else self.confirm_button
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def confirm(self) -> None:
        """Confirms the closed days of the year."""
        closures, actor, year = self._services.closures, self._workplace.actor, self._year
        back = self._undo(lambda: closures.take_back(actor, year))
        self._write(
            lambda: closures.confirm(actor, year), lambda _done: self.settled.emit(self._done_words(), back)
        )


def _name(words: str) -> PlainLabel:
    return PlainLabel(visible_controls(words), elide=True)


def _accounts(unit: SetUpUnit) -> PlainLabel:
    if not unit.accounts:
        return PlainLabel(translate("SetUp", "nobody yet"), "secondary", "warn")
    return PlainLabel(fill(translate("SetUp", "{count} persons"), count=unit.accounts), "secondary", "text2")


def _day(one: Closure, *, doubtful: bool) -> Row:
    when = PlainLabel(f"{weekday_name(one.day)} {day_and_month(one.day)}", "secondary", "text2")
    name = PlainLabel(digits(visible_controls(one.name)), "secondary", elide=True)
    if one.estimated and doubtful:
        return name, PlainLabel(translate("Closures", "Estimated"), "secondary", "warn"), when
    return name, when
