"""Deputies (جانشین): who acts for whom in which period, in all units of the absent person or in one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import long_date
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label, labels
from ui import jobs
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.roster import RosterRow

if TYPE_CHECKING:
    from desktop_app.services import AdministrationServices
    from desktop_app.staff.accounts import PersonRow
    from desktop_app.staff.deputies import DeputyRow, NewDeputy
    from desktop_app.staff.units import UnitRow
    from ui.workplace import Workplace

_Read = tuple[tuple["DeputyRow", ...], tuple["PersonRow", ...], tuple["UnitRow", ...]]


class DeputiesPanel(RosterPanel["DeputyRow", _Read]):
    """Who acts for whom, and when."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Deputies", "Deputies"), parent)
        self.person, self.deputy = QComboBox(), QComboBox()
        self.first_day, self.last_day = JalaliDateEdit(), JalaliDateEdit()
        self.unit, self.role = QComboBox(), QComboBox()
        self.role.addItem(translate("Deputies", "In every role but administration"), None)
        for value, word in labels("role").items():
            if value != Role.ADMINISTRATOR:
                self.role.addItem(word, value)
        self.remove_button = Button(translate("Deputies", "End it now"), "ghost", icon="ph.x")
        self.remove_button.clicked.connect(self.remove)
        for field in (self.first_day, self.last_day):
            field.returnPressed.connect(self.save)
        self._lay_out()
        nothing = (
            translate("Deputies", "Nobody acts for anybody"),
            translate("Deputies", "“Add” makes a deputy for the days of an absence."),
        )
        self.refusals.know(
            {
                "person": self.person,
                "deputy": self.deputy,
                "first_day": self.first_day,
                "last_day": self.last_day,
            }
        )
        self._complete(translate("Deputies", "Name of either"), nothing)

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

    def _reader(self) -> Callable[[], _Read]:
        services = self._workplace.services
        return lambda: (
            services.deputies.all(),
            services.accounts.all(),
            services.units.all(active_only=True),
        )

    def _rows_of(self, read: _Read) -> tuple[DeputyRow, ...]:
        rows, people, units = read
        active = [(person.full_name, person.id) for person in people if person.active]
        for box in (self.person, self.deputy):
            _offer(box, active)
        everywhere = (translate("Deputies", "Wherever they work"), None)
        _offer(self.unit, [everywhere, *((unit.name, unit.id) for unit in units)])
        return rows

    def _roster_row(self, row: DeputyRow) -> RosterRow:
        return _roster_row(row)

    def _clear(self) -> None:
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
        """Adds the deputy, or saves changes to the current one."""
        try:
            terms = self._terms()
        except InvalidValueError as error:
            jobs.show_error(self, error)
            return
        self._save(terms, self._shown)

    def remove(self) -> None:
        """Ends the current delegation."""
        row = self._shown
        if row is None:
            return
        deputies, actor = self._workplace.services.deputies, self._workplace.actor
        jobs.run(self, lambda: deputies.remove(actor, row.id, row.version), self._on_removed)

    def _save(self, terms: NewDeputy, row: DeputyRow | None) -> None:
        deputies, actor = self._workplace.services.deputies, self._workplace.actor
        if row is None:
            self._store(lambda: deputies.add(actor, terms))
        else:
            self._store(
                lambda: deputies.change(actor, row.id, row.version, terms),
                lambda now: self._save(row.terms, now),
            )

    def _terms(self) -> NewDeputy:
        from desktop_app.staff.deputies import NewDeputy  # noqa: PLC0415 - SQLAlchemy comes with it

        person, deputy = self.person.currentData(), self.deputy.currentData()
        for chosen, name in ((person, "person"), (deputy, "deputy")):
            if chosen is None:
                raise InvalidValueError(field=name, reason="empty", value="")
        first, last = self.first_day.day(), self.last_day.day()
        if first is None or last is None:
            field = self.first_day if first is None else self.last_day
            name = "first_day" if first is None else "last_day"
            reason = "not_a_date" if field.text().strip() else "empty"
            raise InvalidValueError(field=name, reason=reason, value=field.text()[:30])
        role = self.role.currentData()
        return NewDeputy(person, deputy, first, last, self.unit.currentData(), Role(role) if role else None)

    def _fill(self, row: DeputyRow) -> None:
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

    def _saved_words(self, row: DeputyRow) -> str:
        words = translate("Deputies", "{deputy} acts for {person} from {first} to {last}.")
        return fill(
            words,
            deputy=row.deputy_name,
            person=row.person_name,
            first=long_date(row.terms.first_day),
            last=long_date(row.terms.last_day),
        )

    def _on_removed(self, terms: NewDeputy) -> None:
        self.start_new()
        self._tell(translate("Deputies", "The deputy acts no more."), partial(self._save, terms, None), None)


def _offer(box: QComboBox, items: Iterable[tuple[str, int | None]]) -> None:
    """Replaces the items; the selection is kept."""
    chosen, nothing = box.currentData(), box.currentIndex() < 0
    box.clear()
    for name, value in items:
        box.addItem(name, value)
    box.setCurrentIndex(-1 if nothing and box.findData(None) < 0 else box.findData(chosen))


def _title(row: DeputyRow) -> str:
    words = translate("Deputies", "{deputy} for {person}")
    return fill(words, deputy=row.deputy_name, person=row.person_name)


def _roster_row(row: DeputyRow) -> RosterRow:
    words = translate("Deputies", "{first} to {last}")
    about = [fill(words, first=long_date(row.terms.first_day), last=long_date(row.terms.last_day))]
    about += [row.unit_name] if row.unit_name else []
    about += [label("role", row.terms.role.value)] if row.terms.role else []
    mark = translate("Deputies", "Over") if row.over else ""
    if row.in_force:
        mark = translate("Deputies", "Today")
    return RosterRow(row.id, _title(row), " · ".join(about), not row.over, mark)
