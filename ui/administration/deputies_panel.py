"""Deputies (جانشین): who acts for whom, from which day to which, wherever the absent person works or in one unit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import long_date
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label, labels
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.roster import Roster, RosterPane, RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.accounts import PersonRow
    from desktop_app.staff.deputies import DeputyRow, NewDeputy
    from desktop_app.staff.units import UnitRow
    from ui.workplace import Workplace

_Read = tuple[tuple["DeputyRow", ...], tuple["PersonRow", ...], tuple["UnitRow", ...]]


class DeputiesPanel(QWidget):
    """`done` tells what was done and how to undo it, `counted` how many act for somebody today."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._rows: dict[int, DeputyRow] = {}
        self._key: int | None = None
        self.roster = Roster(translate("Deputies", "Deputies"))
        self.roster.chosen.connect(self._show)
        self.person, self.deputy = QComboBox(), QComboBox()
        self.first_day, self.last_day = JalaliDateEdit(), JalaliDateEdit()
        self.unit, self.role = QComboBox(), QComboBox()
        self.role.addItem(translate("Deputies", "In every role but administration"), None)
        for value, word in labels("role").items():
            if value != Role.ADMINISTRATOR:
                self.role.addItem(word, value)
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.remove_button = Button(translate("Deputies", "End it now"), "ghost", icon="ph.x")
        self.remove_button.clicked.connect(self.remove)
        for field in (self.first_day, self.last_day):
            field.returnPressed.connect(self.save)
        self.form = FormPane()
        self._heading = self.form.heading("")
        self._lay_out()
        nothing = (
            translate("Deputies", "Nobody acts for anybody"),
            translate("Deputies", "“Add” makes a deputy for the days of an absence."),
        )
        self.pane = RosterPane(self.roster, translate("Deputies", "Name of either"), nothing)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    def _lay_out(self) -> None:
        fields: tuple[tuple[str, QWidget, str], ...] = (
            (translate("Deputies", "Who is absent"), self.person, ""),
            (translate("Deputies", "Who acts for them"), self.deputy, ""),
            (translate("Deputies", "First day"), self.first_day, ""),
            (translate("Deputies", "Last day, itself included"), self.last_day, ""),
            (translate("Deputies", "Where"), self.unit, ""),
            (
                translate("Deputies", "In which role"),
                self.role,
                translate(
                    "Deputies",
                    "The deputy finds the other's petitions from the next sign-in on; the history says for whom.",
                ),
            ),
        )
        for words, field, hint in fields:
            field.setAccessibleName(words)
            self.form.labelled(words, field, hint)
        self.form.buttons(self.save_button, self.remove_button)

    def refresh(self) -> None:
        """Reads deputies, people and units again, and stays on the one that is shown."""
        services = self._workplace.services
        jobs.run(
            self,
            lambda: (services.deputies.all(), services.accounts.all(), services.units.all(active_only=True)),
            self._on_read,
        )

    def start_new(self) -> None:
        """Empties the form for a new deputy."""
        self._key = None
        self._heading.setText(translate("Deputies", "New deputy"))
        for box in (self.person, self.deputy):
            box.setCurrentIndex(-1)
        for box in (self.unit, self.role):
            box.setCurrentIndex(0)
        for field in (self.first_day, self.last_day):
            field.set_day(None)
        self.remove_button.hide()
        self.person.setFocus()

    def save(self) -> None:
        """Makes the deputy, or changes the one that is shown."""
        try:
            terms = self._terms()
        except InvalidValueError as error:
            jobs.show_error(self, error)
            return
        self._save(terms, self._rows.get(self._key) if self._key is not None else None)

    def remove(self) -> None:
        """Ends the delegation that is shown."""
        row = self._rows.get(self._key) if self._key is not None else None
        if row is None:
            return
        deputies, actor = self._workplace.services.deputies, self._workplace.actor
        key, version = row.id, row.version
        jobs.run(self, lambda: deputies.remove(actor, key, version), self._on_removed)

    def _save(self, terms: NewDeputy, row: DeputyRow | None) -> None:
        deputies, actor = self._workplace.services.deputies, self._workplace.actor

        def work() -> DeputyRow:
            if row is None:
                return deputies.add(actor, terms)
            return deputies.change(actor, row.id, row.version, terms)

        self.save_button.setEnabled(False)
        jobs.run(self, work, lambda now: self._on_saved(now, row), self._on_refused)

    def _terms(self) -> NewDeputy:
        from desktop_app.staff.deputies import NewDeputy  # noqa: PLC0415 - SQLAlchemy comes with it

        person, deputy = self.person.currentData(), self.deputy.currentData()
        for chosen, name in ((person, "person"), (deputy, "deputy")):
            if chosen is None:
                raise InvalidValueError(field=name, reason="empty", value="")
        first, last = self.first_day.day(), self.last_day.day()
        if first is None or last is None:
            field = self.first_day if first is None else self.last_day
            field.setFocus()
            name = "first_day" if first is None else "last_day"
            reason = "not_a_date" if field.text().strip() else "empty"
            raise InvalidValueError(field=name, reason=reason, value=field.text()[:30])
        role = self.role.currentData()
        return NewDeputy(person, deputy, first, last, self.unit.currentData(), Role(role) if role else None)

    def _on_read(self, read: _Read) -> None:
        if read == self._last_read:
            # Reading again takes nothing from what is being typed.
            return
        self._last_read = read
        rows, people, units = read
        self._rows = {row.id: row for row in rows}
        self.counted.emit(sum(row.in_force for row in rows))
        active = [(person.full_name, person.id) for person in people if person.active]
        for box in (self.person, self.deputy):
            _fill(box, active)
        _fill(
            self.unit,
            [
                (translate("Deputies", "Wherever they work"), None),
                *((unit.name, unit.id) for unit in units),
            ],
        )
        self.pane.show_rows([_row(row) for row in rows], self._key)

    def _show(self, key: int) -> None:
        row = self._rows[key]
        self._key = key
        self._heading.setText(_title(row))
        for box, name, value in (
            (self.person, row.person_name, row.terms.person_id),
            (self.deputy, row.deputy_name, row.terms.deputy_id),
            (self.unit, row.unit_name, row.terms.unit_id),
        ):
            if box.findData(value) < 0:
                box.addItem(name, value)
            box.setCurrentIndex(box.findData(value))
        self.role.setCurrentIndex(self.role.findData(row.terms.role.value if row.terms.role else None))
        self.first_day.set_day(row.terms.first_day)
        self.last_day.set_day(row.terms.last_day)
        self.remove_button.setVisible(not row.over)

    def _on_saved(self, row: DeputyRow, before: DeputyRow | None) -> None:
        self.save_button.setEnabled(True)
        self._key = row.id
        words = translate("Deputies", "{deputy} acts for {person} from {first} to {last}.")
        sentence = fill(
            words,
            deputy=row.deputy_name,
            person=row.person_name,
            first=long_date(row.terms.first_day),
            last=long_date(row.terms.last_day),
        )
        self.done.emit(sentence, partial(self._save, before.terms, row) if before else None)
        self.refresh()

    def _on_removed(self, terms: NewDeputy) -> None:
        self._key = None
        self.start_new()
        self.done.emit(translate("Deputies", "The deputy acts no more."), partial(self._save, terms, None))
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)


def _fill(box: QComboBox, items: Iterable[tuple[str, int | None]]) -> None:
    """Other items, and what was chosen stays chosen."""
    chosen, nothing = box.currentData(), box.currentIndex() < 0
    box.clear()
    for name, value in items:
        box.addItem(name, value)
    box.setCurrentIndex(-1 if nothing and box.findData(None) < 0 else box.findData(chosen))


def _title(row: DeputyRow) -> str:
    words = translate("Deputies", "{deputy} for {person}")
    return fill(words, deputy=row.deputy_name, person=row.person_name)


def _row(row: DeputyRow) -> RosterRow:
    words = translate("Deputies", "{first} to {last}")
    about = [fill(words, first=long_date(row.terms.first_day), last=long_date(row.terms.last_day))]
    about += [row.unit_name] if row.unit_name else []
    about += [label("role", row.terms.role.value)] if row.terms.role else []
    mark = translate("Deputies", "Over") if row.over else ""
    if row.in_force:
        mark = translate("Deputies", "Today")
    return RosterRow(row.id, _title(row), " · ".join(about), not row.over, mark)
