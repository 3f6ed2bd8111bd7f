"""Holidays and closures of a Jalali year, month by month; a change moves the deadlines of open petitions."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.errors import InvalidValueError
from desktop_app.persian.dates import JalaliDay, JalaliMonth, day_and_month, full_date, weekday_name
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.month_grid import today
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import HEADING, Roster, RosterPane, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.petitions.deadlines.closures import CalendarChange, Closure
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_YEARS_BACK, _YEARS_ON = 5, 6


class ClosuresPanel(QWidget):
    """`done` tells what was done and how to undo it, `counted` how many days of the year are closed."""

    done = Signal(str, object)
    counted = Signal(int)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._last_read: object = None
        self._days: dict[int, Closure] = {}
        self._key: int | None = None
        this_year = JalaliDay.of(today()).year
        self.year = QComboBox()
        self.year.setAccessibleName(translate("Closures", "Year"))
        for year in range(this_year - _YEARS_BACK, this_year + _YEARS_ON):
            self.year.addItem(digits(year), year)
        self.year.setCurrentIndex(self.year.findData(this_year))
        self.year.currentIndexChanged.connect(lambda _at: self._on_year())
        self.roster = Roster(translate("Closures", "Closed days"))
        self.roster.chosen.connect(self._show)
        self.day = JalaliDateEdit()
        self.name = TextField(translate("Closures", "Name of the holiday or closure"))
        self.source = PlainLabel("", "secondary", "text2", wrap=True)
        self.save_button = Button(translate("Administration", "Save"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.remove_button = Button(translate("Closures", "Open on this day"), "ghost", icon="ph.x")
        self.remove_button.clicked.connect(self.remove)
        for field in (self.day, self.name):
            field.returnPressed.connect(self.save)
        self.form = FormPane()
        self._heading = self.form.heading("")
        self.form.labelled(translate("Closures", "Day"), self.day)
        self.form.labelled(translate("Closures", "Name of the holiday or closure"), self.name)
        self.form.column.addWidget(self.source)
        hint = translate(
            "Closures",
            "Open petitions that wait over this day get another deadline; their history says so.",
        )
        self.form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self.form.buttons(self.save_button, self.remove_button)
        nothing = (
            translate("Closures", "No day of this year is closed"),
            translate("Closures", "“Add” enters a holiday or a closure."),
        )
        placeholder = translate("Closures", "Name or day")
        self.pane = RosterPane(self.roster, placeholder, nothing, beside=self.year)
        side_by_side(self, self.pane, self.form)
        self.start_new()

    def refresh(self) -> None:
        """Reads the year again, and stays on the day that is shown."""
        closures, year = self._workplace.services.closures, int(self.year.currentData())
        jobs.run(self, lambda: closures.of_year(year), self._on_read)

    def start_new(self) -> None:
        """Empties the form for another day."""
        self._key = None
        self._heading.setText(translate("Closures", "New closed day"))
        self.day.set_day(None)
        self.name.clear()
        self.source.clear()
        self.remove_button.hide()
        self.day.setFocus()

    def save(self) -> None:
        """Adds the day, or changes the one that is shown."""
        from desktop_app.petitions.deadlines.closures import Closure  # noqa: PLC0415 - SQLAlchemy comes with it

        day, typed = self.day.day(), self.day.text()
        if day is None:
            self.day.setFocus()
            reason = "not_a_date" if typed.strip() else "empty"
            jobs.show_error(self, InvalidValueError(field="date", reason=reason, value=typed[:30]))
            return
        wanted = Closure(day, self.name.text())
        closures, actor = self._workplace.services.closures, self._workplace.actor
        before = self._days.get(self._key) if self._key is not None else None
        if before is None:
            self._run(lambda: closures.add(actor, wanted), lambda: closures.remove(actor, day), day)
        else:
            self._run(
                lambda: closures.change(actor, before.day, wanted),
                lambda: closures.change(actor, day, before),
                day,
            )

    def remove(self) -> None:
        """Opens the office on the day that is shown."""
        closures, actor = self._workplace.services.closures, self._workplace.actor
        before = self._days.get(self._key) if self._key is not None else None
        if before is not None:
            self._run(lambda: closures.remove(actor, before.day), lambda: closures.add(actor, before), None)

    def _run(
        self,
        work: Callable[[], CalendarChange],
        undo: Callable[[], CalendarChange] | None,
        day: date | None,
    ) -> None:
        self.save_button.setEnabled(False)
        jobs.run(self, work, lambda change: self._on_changed(change, undo, day), self._on_refused)

    def _on_year(self) -> None:
        self._key = None
        self.start_new()
        self.refresh()

    def _on_read(self, days: tuple[Closure, ...]) -> None:
        if days == self._last_read:
            # Reading again takes nothing from what is being typed.
            return
        self._last_read = days
        self._days = {closure.day.toordinal(): closure for closure in days}
        self.counted.emit(len(days))
        rows: list[RosterRow] = []
        for closure in days:
            month = JalaliMonth.of(closure.day)
            if not rows or JalaliMonth.of(date.fromordinal(rows[-1].key)) != month:
                rows.append(RosterRow(closure.day.toordinal(), month.title, "", True, HEADING))
            rows.append(_row(closure))
        # The year opens at what comes next, not in last spring.
        coming = next((key for key in self._days if key >= today().toordinal()), None)
        self.pane.show_rows(rows, self._key if self._key is not None else coming)

    def _show(self, key: int) -> None:
        closure = self._days[key]
        self._key = key
        self._heading.setText(full_date(closure.day))
        self.day.set_day(closure.day)
        self.name.setText(closure.name)
        self.source.setText(_source_words(closure))
        self.remove_button.show()

    def _on_changed(
        self, change: CalendarChange, undo: Callable[[], CalendarChange] | None, day: date | None
    ) -> None:
        self.save_button.setEnabled(True)
        self._key = day.toordinal() if day else None
        if day is None:
            self.start_new()
        elif JalaliDay.of(day).year != self.year.currentData():
            self.year.blockSignals(True)
            self.year.setCurrentIndex(max(0, self.year.findData(JalaliDay.of(day).year)))
            self.year.blockSignals(False)
        words = translate("Closures", "“{name}”: the calendar is changed; no open petition is due otherwise.")
        if change.moved:
            words = translate("Closures", "“{name}”: the deadlines of {count} open petitions moved.")
        sentence = fill(words, name=change.closure.name, count=change.moved)
        self.done.emit(sentence, partial(self._run, undo, None, None) if undo else None)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)


def _row(closure: Closure) -> RosterRow:
    about = f"{weekday_name(closure.day)} {day_and_month(closure.day)}"
    mark = translate("Closures", "Of the office") if closure.source == "office" else ""
    return RosterRow(closure.day.toordinal(), digits(closure.name), about, True, mark)


def _source_words(closure: Closure) -> str:
    if closure.source == "office":
        return translate("Closures", "Entered by the office.")
    return translate(
        "Closures",
        "From the table of official holidays. Lunar ones are estimates: move them by a day if need be.",
    )
