"""The panes of the routing rules and of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget

from desktop_app.office.set_up import SetUpTask
from desktop_app.persian.dates import day_and_month, weekday_name, year_title
from desktop_app.persian.text import visible_controls
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.administration.set_up.task_pane import ConfirmedPane, Lines, Row, TaskPane, focus_again, focused_key
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.workplace import ShowCalendar

if TYPE_CHECKING:
    from desktop_app.petitions.deadlines.closures import Closure
    from desktop_app.reports.readiness.checklist import Checklist, SetUpRule
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace


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
        rules, held = checklist.facts.rules, focused_key(self.boxes)
        self.boxes = {rule.id: self._box(rule) for rule in rules}
        self.lines.show_rows([(self.boxes[rule.id],) for rule in rules])
        focus_again(self.boxes, held)
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
        self.open_button = Button(translate("SetUp", "Change days"), "ghost", flush=True)
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


def _day(one: Closure, *, doubtful: bool) -> Row:
    when = PlainLabel(f"{weekday_name(one.day)} {day_and_month(one.day)}", "secondary", "text2")
    name = PlainLabel(digits(visible_controls(one.name)), "secondary", elide=True)
    if one.estimated and doubtful:
        return name, PlainLabel(translate("Closures", "Estimated"), "secondary", "warn"), when
    return name, when
