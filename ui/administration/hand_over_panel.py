"""Hands over the open petitions of a departing employee: the list, successors, reason, and result."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.digits import isolated
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.emptying import empty
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.roster import Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.petitions.desk.handover import HandedOver, Holding
    from desktop_app.progress import Progress
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.accounts import PersonRow
    from ui.workplace import Workplace

#: Choices of a successor box: nobody chosen yet; back to the unit.
_STAYS, _TO_UNIT = -1, 0
_WIDTH = 520


class HandOverPanel(QWidget, RefusingForm):
    """`done` reports what was done and its undo."""

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._people: dict[int, PersonRow] = {}
        self._key: int | None = None
        self._holdings: tuple[Holding, ...] = ()
        self._job: jobs.Job | None = None
        self._stop = jobs.Stop()
        self.boxes: dict[int, QComboBox] = {}
        self.roster = Roster(translate("HandOver", "Whose work"))
        self.roster.chosen.connect(self._on_chosen)
        nothing = (translate("HandOver", "Nobody works here yet"), "")
        self.pane = RosterPane(self.roster, translate("HandOver", "Name of who leaves"), nothing)
        self.form = FormPane(width=_WIDTH)
        self._heading = self.form.heading("")
        self.holding_words = PlainLabel("", "interface", "text2", wrap=True)
        self._units = QVBoxLayout()
        self.reason = TextField(translate("HandOver", "Reason, for the history"))
        self.preview = PlainLabel("", "interface", wrap=True)
        self.start_button = Button(translate("HandOver", "Hand over"), "primary", flush=True, writes=True)
        self.start_button.clicked.connect(self.start)
        self.reason.returnPressed.connect(self.start)
        self.reason.textChanged.connect(lambda _text: self._show_preview())
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("HandOver", "How far it is"))
        self.stop_button = Button(translate("HandOver", "Stop"), size="small")
        self.stop_button.clicked.connect(self.stop)
        self.result = PlainLabel("", "interface", bold=True, wrap=True)
        self.failures = PlainText(bare=True)
        self.failures.setAccessibleName(translate("HandOver", "What stayed, and why"))
        self.disable_button = Button(translate("HandOver", "Disable the account"), icon="ph.lock")
        self.disable_button.clicked.connect(self.disable)
        self.refusals = Refusals(self, {"reason": self.reason})
        self._lay_out()
        side_by_side(self, self.pane, self.form)

    def _lay_out(self) -> None:
        column = self.form.column
        column.addWidget(self.holding_words)
        column.addSpacing(8)
        column.addLayout(self._units)
        self.form.labelled(translate("HandOver", "Reason, for the history"), self.reason)
        column.addWidget(self.preview)
        column.addSpacing(8)
        column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeading)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(self.result)
        column.addWidget(self.failures, 1)
        column.addWidget(self.disable_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        self._show_progress(under_way=False)
        self._forget_result()

    def refresh(self) -> None:
        """Reloads the people, and the petitions of the current one."""
        if self._job is None:
            jobs.run(self, self._workplace.services.accounts.all, self._on_read)

    def choose(self, person_id: int) -> None:
        """Shows the petitions of this person."""
        self._key = person_id
        self.pane.box.clear_search()
        self.refresh()

    def start(self) -> None:
        """Hands over the petitions for which a successor is chosen."""
        chosen, key = self._successors(), self._key
        if self._job is not None or key is None or not chosen:
            return
        leavers, actor, reason = self._workplace.services.leavers, self._workplace.actor, self.reason.text()
        if not reason.strip():
            self.show_error(InvalidValueError(field="reason", reason="empty", value=""))
            return
        self._forget_result()
        self.refusals.clear()
        self._show_progress(under_way=True)

        stop = self._stop = jobs.Stop()

        def work(progress: Progress) -> HandedOver:
            return leavers.hand_over(actor, key, chosen, reason, jobs.Stoppable(progress, stop))

        self._job = jobs.run(self, work, self._on_handed_over, self._on_refused, progress=self._on_progress)

    def stop(self) -> None:
        """Stops after the petition being handed over."""
        self._stop.asked = True
        self.stop_button.setEnabled(False)

    def disable(self) -> None:
        """Disables the account of the person who left."""
        accounts, actor = self._workplace.services.accounts, self._workplace.actor
        person = self._people.get(self._key) if self._key is not None else None
        if person is not None:
            key, version = person.id, person.version
            jobs.run(self, lambda: accounts.change(actor, key, version, active=False), self._on_disabled)

    def _on_read(self, people: tuple[PersonRow, ...]) -> None:
        self._people = {person.id: person for person in people}
        rows = [
            RosterRow(person.id, person.full_name, isolated(person.username), person.active)
            for person in people
        ]
        self.pane.show_rows(rows, self._key)

    def _on_chosen(self, key: int) -> None:
        if self._job is not None:
            return
        if key != self._key:
            self.refusals.clear()
            self._forget_result()
            self.reason.clear()
        self._key = key
        self._heading.setText(self._people[key].full_name)
        leavers, actor = self._workplace.services.leavers, self._workplace.actor
        jobs.run(self, lambda: (key, leavers.holdings(actor, key)), self._show_holdings)

    def _show_holdings(self, read: tuple[int, tuple[Holding, ...]]) -> None:
        key, self._holdings = read
        if key != self._key:
            return
        empty(self._units)
        self.boxes = {}
        for holding in self._holdings:
            self._units.addWidget(self._unit_row(holding))
        self.holding_words.setText(_holding_words(self._holdings))
        offered = any(holding.allowed and holding.movable for holding in self._holdings)
        for widget in (self.reason, self.start_button):
            widget.setEnabled(offered)
        self._show_preview()

    def _unit_row(self, holding: Holding) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 10)
        column.setSpacing(4)
        words = translate("HandOver", "{unit}: {count} to hand over")
        if holding.staying:
            words = translate("HandOver", "{unit}: {count} to hand over, {staying} wait and stay")
        told = fill(words, unit=holding.unit_name, count=holding.movable, staying=holding.staying)
        column.addWidget(PlainLabel(told, "interface", wrap=True))
        if not holding.allowed:
            who = translate("HandOver", "Only the manager of this unit hands it over.")
            column.addWidget(PlainLabel(who, "secondary", "warn", wrap=True))
            return row
        if not holding.movable:
            return row
        box = QComboBox()
        box.setAccessibleName(fill(translate("HandOver", "Who takes over in {unit}"), unit=holding.unit_name))
        box.addItem(translate("HandOver", "Stays for now"), _STAYS)
        box.addItem(translate("HandOver", "Back to the unit: whoever takes it"), _TO_UNIT)
        for person_id, name in holding.successors:
            box.addItem(name, person_id)
        box.currentIndexChanged.connect(lambda _at: self._show_preview())
        self.boxes[holding.unit_id] = box
        column.addWidget(box)
        return row

    def _successors(self) -> dict[int, int | None]:
        chosen = {unit_id: int(box.currentData()) for unit_id, box in self.boxes.items()}
        return {unit_id: whom or None for unit_id, whom in chosen.items() if whom != _STAYS}

    def _show_preview(self) -> None:
        chosen = self._successors()
        lines = []
        for holding in self._holdings:
            if holding.unit_id in chosen:
                box = self.boxes[holding.unit_id]
                words = translate("HandOver", "{count} of {unit} go to: {whom}.")
                lines.append(
                    fill(words, count=holding.movable, unit=holding.unit_name, whom=box.currentText())
                )
        self.preview.setText("\n".join(lines))
        self.preview.setVisible(bool(lines))
        self.start_button.setEnabled(bool(lines) and self._job is None)

    def _on_progress(self, done: int, total: int | None) -> None:
        self.bar.setMaximum(total or 0)
        self.bar.setValue(done)

    def _on_handed_over(self, made: HandedOver) -> None:
        self._show_progress(under_way=False)
        self.result.setText(_result_words(made))
        self.result.show()
        lines = [
            f"{shown_code(failure.tracking_code)}: {error_sentence(failure.error)}"
            for failure in made.failures
        ]
        self.failures.setPlainText("\n".join(lines))
        self.failures.setVisible(bool(lines))
        person = self._people.get(self._key) if self._key is not None else None
        administers = self._workplace.actor.has(Role.ADMINISTRATOR)
        self.disable_button.setVisible(administers and person is not None and person.active)
        self.done.emit(_result_words(made), partial(self._take_back, made) if made.done else None)
        self.refresh()

    def _take_back(self, made: HandedOver) -> None:
        leavers, actor = self._workplace.services.leavers, self._workplace.actor
        jobs.run(self, lambda: leavers.take_back(actor, made.done), self._on_taken_back)

    def _on_taken_back(self, count: int) -> None:
        self._forget_result()
        self.done.emit(fill(translate("HandOver", "{count} came back."), count=count), None)
        self.refresh()

    def _on_disabled(self, person: PersonRow) -> None:
        self.disable_button.hide()
        words = translate("HandOver", "The account of {name} is disabled.")
        self.done.emit(fill(words, name=person.full_name), None)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self._show_progress(under_way=False)
        self._show_preview()
        jobs.show_error(self, error)

    def _show_progress(self, *, under_way: bool) -> None:
        if not under_way:
            self._job = None
        self.bar.setMaximum(0)
        for widget in (self.bar, self.stop_button):
            widget.setVisible(under_way)
        self.stop_button.setEnabled(under_way)
        for field in (self.pane, self.reason, self.start_button, *self.boxes.values()):
            field.setEnabled(not under_way)

    def _forget_result(self) -> None:
        for widget in (self.result, self.failures, self.disable_button):
            widget.hide()


def _holding_words(holdings: tuple[Holding, ...]) -> str:
    if not holdings:
        return translate("HandOver", "Holds no open petitions: there is nothing to hand over.")
    total = sum(holding.movable + holding.staying for holding in holdings)
    words = translate("HandOver", "Holds {count} open petitions. Choose who takes over, unit by unit.")
    if not any(holding.movable for holding in holdings):
        words = translate("HandOver", "Holds {count} open petitions; all of them wait and stay.")
    return fill(words, count=total)


def _result_words(made: HandedOver) -> str:
    words = translate("HandOver", "{done} were handed over.")
    if made.untouched:
        words = translate(
            "HandOver", "{done} were handed over, {failed} stayed, {untouched} were not reached."
        )
    elif made.failures:
        words = translate("HandOver", "{done} were handed over, {failed} stayed.")
    return fill(words, done=len(made.done), failed=len(made.failures), untouched=made.untouched)
