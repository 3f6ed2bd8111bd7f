"""The editor of routing rules: the ordered list, the form of a rule, and a trial on past petitions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.petitions.routing.book import findings_of
from desktop_app.petitions.routing.checking import Findings
from desktop_app.petitions.routing.rules import RuleDefinition
from desktop_app.staff.roles import Role
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.administration.routing_form import RuleForm
from ui.administration.routing_trial import TrialPane
from ui.administration.routing_words import mark_of, row_sentence, trouble_of
from ui.widgets.button import Button
from ui.widgets.form_panes import side_by_side
from ui.widgets.ordered_roster import OrderedRoster
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import RosterRow

if TYPE_CHECKING:
    from desktop_app.petitions.routing.book import RuleRow
    from desktop_app.petitions.routing.unrouted import Routed, RoutingPlan
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace


class RoutingPanel(QWidget):
    """`done` reports what was done and its undo."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, RuleRow] = {}
        self._units: dict[int, str] = {}
        self._findings = Findings({}, ())
        self._key: int | None = None
        self._plan: RoutingPlan | None = None
        self.roster = OrderedRoster(translate("Routing", "Routing rules in their order"))
        self.roster.chosen.connect(self._show)
        self.roster.moved.connect(self._move)
        self.form = RuleForm()
        self.trouble = PlainLabel("", "interface", "danger", wrap=True)
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        for field in (self.form.name, self.form.words, self.form.about, self.form.labels):
            field.returnPressed.connect(self.save)
        self.switch_button = Button("", writes=True)
        self.switch_button.clicked.connect(self.switch)
        self.trial = TrialPane(workplace)
        self.trial.asked.connect(self.try_out)
        self.route_button = Button("", "ghost", icon="ph.arrow-elbow-down-right", size="small", writes=True)
        self.route_button.clicked.connect(self.route)
        self.empty = PlainLabel("", "interface", "text2", wrap=True)
        for words, key, step in (
            (translate("Outcomes", "Further up"), "Alt+Up", -1),
            (translate("Outcomes", "Further down"), "Alt+Down", 1),
        ):
            make_action(self, words, partial(self.roster.move_by, step), key=key)
        self._lay_out()
        self.start_new()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.save_button, self.switch_button):
            buttons.addWidget(button)
        buttons.addStretch()
        self.form.head.addWidget(self.trouble)
        self.form.head.addLayout(buttons)
        about = translate(
            "Routing",
            "What comes in without a unit goes where the first rule says that fits. Rules are moved by dragging them,"
            " or with Alt and the arrows.",
        )
        pane = QWidget()
        column = QVBoxLayout(pane)
        set_margins(column, 0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        set_margins(head, 16, 12, 16, 12)
        head.addWidget(PlainLabel(about, "secondary", "text2", wrap=True))
        head.addWidget(self.route_button)
        head.addWidget(self.empty)
        column.addLayout(head)
        column.addWidget(self.roster, 1)
        column.addWidget(self.trial)
        side_by_side(self, pane, self.form)
        self.route_button.setVisible(bool(self._workplace.actor.roles & {Role.CLERK, Role.MANAGER}))
        self._ask_to_route(None)

    def refresh(self) -> None:
        """Reloads the rules, and keeps the current one."""
        services = self._workplace.services
        jobs.run(
            self,
            lambda: (
                services.routing_rules.all(),
                {unit.id: unit.name for unit in services.units.all()},
                {unit.id: unit.name for unit in services.units.all(active_only=True)},
                {one.id: one.name for one in services.labels.all(active_only=True)},
            ),
            self._on_read,
        )

    def start_new(self) -> None:
        """Clears the form for a new rule, which will be last and inactive."""
        self._key = None
        self.trial.forget()
        self.form.show_rule(None)
        self._tell()
        self.form.name.setFocus()

    def save(self) -> None:
        """Saves the current rule, or a new one."""
        book, actor = self._workplace.services.routing_rules, self._workplace.actor
        try:
            name, when, then = self.form.name.text(), self.form.when(), self.form.then()
        except AppError as error:
            self.form.show_error(error)
            return
        row = self._shown()
        if row is None:
            self._run(lambda: book.add(actor, name, when, then), None)
            return
        former = row.rule
        self._run(
            lambda: book.change(actor, row.id, row.version, name, when, then),
            lambda now: book.change(actor, row.id, now.version, former.name, former.when, former.then),
        )

    def switch(self) -> None:
        """Activates or deactivates the current rule."""
        row = self._shown()
        if row is None:
            return
        book, actor, on = self._workplace.services.routing_rules, self._workplace.actor, not row.active
        self._run(
            lambda: book.switch(actor, row.id, row.version, on=on),
            lambda now: book.switch(actor, row.id, now.version, on=not on),
        )

    def try_out(self) -> None:
        """Tries the rule in the form, as if it were active, on past petitions."""
        try:
            typed = RuleDefinition(self._key or 0, self.form.name.text(), self.form.when(), self.form.then())
        except AppError as error:
            self.form.show_error(error)
            return
        rules = [
            row.rule for row in self._rows.values() if row.id == self._key or (row.active and row.unit_active)
        ]
        rules = [typed if rule.id == self._key else rule for rule in rules]
        rules += [] if self._key is not None else [typed]
        held = self._workplace.actor.held
        whole = any(one.unit_id is None and one.role in (Role.CLERK, Role.MANAGER) for one in held)
        self.trial.run(typed, rules, self._units, partly=not whole)

    def route(self) -> None:
        """Counts the waiting petitions that the rules would move; on the second click, moves them."""
        unrouted, actor, plan = self._workplace.services.unrouted, self._workplace.actor, self._plan
        self.route_button.setEnabled(False)
        if plan is None or not plan.count:
            jobs.run(self, lambda: unrouted.plan(actor), self._on_planned, self._on_refused)
        else:
            jobs.run(self, lambda: unrouted.run(actor, plan), self._on_routed, self._on_refused)

    def _move(self, key: int, place: int) -> None:
        row, book, actor = self._rows[key], self._workplace.services.routing_rules, self._workplace.actor

        def back() -> None:
            self._move(key, row.place)

        def moved(rows: tuple[RuleRow, ...]) -> None:
            words = translate("Routing", "The rule “{name}” stands at place {place} now.")
            now = next(one for one in rows if one.id == key)
            self._key = key
            self.done.emit(fill(words, name=row.rule.name, place=digits(now.place)), back)
            self.refresh()

        jobs.run(self, lambda: book.move(actor, key, row.version, place), moved, self._on_refused)

    def _run(self, work: Callable[[], RuleRow], back: Callable[[RuleRow], RuleRow] | None) -> None:
        self.save_button.setEnabled(False)
        self.switch_button.setEnabled(False)
        self.form.refusals.clear()
        jobs.run(self, work, lambda row: self._on_saved(row, back), self._on_refused)

    def _on_saved(self, row: RuleRow, back: Callable[[RuleRow], RuleRow] | None) -> None:
        self._key = row.id
        words = translate("Routing", "The rule “{name}” was saved.")
        undo = (lambda: self._run(lambda: back(row), None)) if back is not None else None
        self.done.emit(fill(words, name=row.rule.name), undo)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self._tell()
        self._ask_to_route(None)
        self.form.show_error(error)

    def _on_read(self, read: tuple[Any, ...]) -> None:
        rows, self._units, offered, labels = read
        if read == self._last_read:
            self._tell()
            return
        self._last_read = read
        self._rows = {row.id: row for row in rows}
        self._findings = findings_of(rows)
        self.form.offer(offered, labels)
        self.empty.setText(
            "" if rows else translate("Routing", "There is no rule yet: everything waits for a person.")
        )
        self.empty.setVisible(not rows)
        shown = [
            RosterRow(
                row.id,
                fill(translate("Routing", "{place}. {name}"), place=digits(row.place), name=row.rule.name),
                row_sentence(row),
                row.active,
                mark_of(row, self._findings),
            )
            for row in rows
        ]
        self.roster.show_rows(shown, self._key)
        self._tell()

    def _show(self, key: int) -> None:
        self._key = key
        self.trial.forget()
        self.form.show_rule(self._rows[key])
        self._tell()

    def _tell(self) -> None:
        """Shows the problems of the current rule, and updates the buttons."""
        row = self._shown()
        words = trouble_of(row, self._findings, self._rows) if row is not None else ""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        for button in (self.save_button, self.switch_button):
            button.setEnabled(True)
        self.switch_button.setVisible(row is not None)
        off = row is None or not row.active
        self.switch_button.setText(
            translate("Routing", "Switch on") if off else translate("Routing", "Switch off")
        )

    def _shown(self) -> RuleRow | None:
        return self._rows.get(self._key) if self._key is not None else None

    def _on_planned(self, plan: RoutingPlan) -> None:
        self._ask_to_route(plan)

    def _ask_to_route(self, plan: RoutingPlan | None) -> None:
        self._plan = plan
        self.route_button.setEnabled(True)
        if plan is None:
            words = translate("Routing", "See what of the unrouted they would move")
        elif plan.count:
            words = fill(
                translate("Routing", "Send {count} now; {left} wait for a person"),
                count=digits(plan.count), left=digits(plan.left),
            )  # fmt: skip
        else:
            words = translate("Routing", "No rule in force fits what waits unrouted")
        self.route_button.setText(words)

    def _on_routed(self, routed: Routed) -> None:
        unrouted, actor = self._workplace.services.unrouted, self._workplace.actor

        def back() -> None:
            jobs.run(self, lambda: unrouted.take_back(actor, routed), lambda _count: self._ask_to_route(None))

        self._ask_to_route(None)
        words = translate("Routing", "{count} petitions were sent by the rules.")
        self.done.emit(fill(words, count=digits(routed.moved)), back)
        if routed.stopped is not None:
            jobs.show_error(self, routed.stopped)
