"""Holidays and closures of a Jalali year by month; a change moves the deadlines of open petitions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from desktop_app.errors import AppError, InvalidValueError
from desktop_app.office.workdays import fixed_holidays
from desktop_app.persian.dates import (
    JalaliDay,
    JalaliMonth,
    day_and_month,
    full_date,
    weekday_name,
    year_title,
)
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.administration.roster_panel import RosterPanel
from ui.widgets.button import Button
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.month_grid import today
from ui.widgets.plain import PlainLabel
from ui.widgets.roster import HEADING, RosterRow
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from desktop_app.office.window_moves import WindowMove
    from desktop_app.petitions.deadlines.closures import CalendarChange, Closure
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

_YEARS_BACK, _YEARS_ON = 5, 6
#: The pause in typing before windows are counted, in milliseconds.
_PAUSE = 250


@dataclass(frozen=True)
class _Year:
    """The closed days of a year, and whether they are confirmed."""

    closures: tuple[Closure, ...]
    confirmed: bool


class ClosuresPanel(RosterPanel["Closure", "_Year"]):
    """The closed days of a year, which is confirmed below the form."""

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, translate("Closures", "Closed days"), parent)
        this_year = JalaliDay.of(today()).year
        self.year = QComboBox()
        self.year.setAccessibleName(translate("Closures", "Year"))
        for year in range(this_year - _YEARS_BACK, this_year + _YEARS_ON):
            self.year.addItem(digits(year), year)
        self.year.setCurrentIndex(self.year.findData(this_year))
        self.year.currentIndexChanged.connect(lambda _at: self._on_year())
        self.day = JalaliDateEdit()
        self.name = TextField(translate("Closures", "Name of the holiday or closure"))
        self.source = PlainLabel("", "secondary", "text2", wrap=True)
        #: What closing the typed day would do to windows.
        self.effect = PlainLabel("", "secondary", "text", wrap=True)
        self._pause = jobs.Debouncer(self, _PAUSE, self.preview)
        self.day.changed.connect(lambda _day: self._pause.start())
        self.remove_button = Button(translate("Closures", "Open on this day"), "ghost", icon="ph.x")
        self.remove_button.clicked.connect(self.remove)
        for field in (self.day, self.name):
            field.returnPressed.connect(self.save)
        self.form.labelled(translate("Closures", "Day"), self.day)
        self.form.column.addWidget(self.effect)
        self.form.labelled(translate("Closures", "Name of the holiday or closure"), self.name)
        self.form.column.addWidget(self.source)
        hint = translate(
            "Closures",
            "Open petitions that wait over this day get another deadline; their history says so.",
        )
        self.form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self.form.buttons(self.save_button, self.remove_button)
        self._confirmed = False
        self.state = PlainLabel("", "secondary", "warn", wrap=True)
        self.confirm_button = Button("", icon="ph.calendar-check", writes=True)
        self.confirm_button.clicked.connect(self.confirm)
        self.form.column.addWidget(self.state)
        self.form.buttons(self.confirm_button)
        nothing = (
            translate("Closures", "No day of this year is closed"),
            translate("Closures", "“Add” enters a holiday or a closure."),
        )
        self.refusals.know({"date": self.day, "closure_name": self.name, "closed_day": self.day})
        self._complete(translate("Closures", "Name or day"), nothing, beside=self.year)

    def show_year(self, year: int) -> None:
        """Shows the closed days of a Jalali year."""
        at = self.year.findData(year)
        if at >= 0:
            self.year.setCurrentIndex(at)
            self.confirm_button.setFocus()

    def _reader(self) -> Callable[[], _Year]:
        closures, year = self._workplace.services.closures, self._year()
        return lambda: _Year(closures.of_year(year), closures.is_confirmed(year))

    def _rows_of(self, read: _Year) -> tuple[Closure, ...]:
        self._confirmed = read.confirmed
        self._show_state()
        return read.closures

    def _show_state(self) -> None:
        """Says whether the year is confirmed, and offers to confirm it when it is this one or the next."""
        year = self._year()
        words = (
            translate("Closures", "The closed days of {year} are confirmed.")
            if self._confirmed
            else translate(
                "Closures",
                "The closed days of {year} are not confirmed. Compare them with the official calendar; windows and"
                " deadlines that end in it say until then that they may move.",
            )
        )
        self.state.setText(fill(words, year=year_title(year)))
        self.state.set_colour("text2" if self._confirmed else "warn")
        button = translate("Closures", "Confirm the calendar of {year}")
        self.confirm_button.setText(fill(button, year=year_title(year)))
        self.confirm_button.setVisible(not self._confirmed and year <= JalaliDay.of(today()).year + 1)
        self.confirm_button.updateGeometry()

    def _roster_row(self, row: Closure) -> RosterRow:
        about = f"{weekday_name(row.day)} {day_and_month(row.day)}"
        mark = translate("Closures", "Of the office") if row.source == "office" else ""
        if row.estimated and not self._confirmed:
            mark = translate("Closures", "Estimated")
        return RosterRow(row.day.toordinal(), digits(row.name), about, True, mark)

    def _with_headings(self, lines: list[RosterRow]) -> list[RosterRow]:
        made: list[RosterRow] = []
        for month, days in groupby(lines, key=lambda line: JalaliMonth.of(date.fromordinal(line.key))):
            shown = list(days)
            made += [RosterRow(shown[0].key, month.title, "", True, HEADING), *shown]
        return made

    def _show_lines(self, lines: list[RosterRow]) -> None:
        # Scrolls to the next closure instead of the beginning of the year.
        coming = next((key for key in self._rows if key >= today().toordinal()), None)
        self.pane.show_rows(lines, self._key if self._key is not None else coming)

    def _fill(self, row: Closure) -> None:
        self._heading.setText(full_date(row.day))
        self._show_effect(())
        self.day.set_day(row.day)
        self.name.setText(row.name)
        self.source.setText(_source_words(row, confirmed=self._confirmed))
        self.remove_button.show()

    def _clear(self) -> None:
        self._heading.setText(translate("Closures", "New closed day"))
        self._show_effect(())
        self.day.set_day(None)
        self.name.clear()
        self.source.clear()
        self.remove_button.hide()
        self.day.setFocus()

    def preview(self) -> None:
        """Shows what closing the typed day would do to windows."""
        day, shown = self.day.day(), self._shown
        former = shown.day if shown is not None else None
        if day is None or day == former:
            self._show_effect(())
            return
        closures, actor = self._workplace.services.closures, self._workplace.actor

        def told(moves: tuple[WindowMove, ...]) -> None:
            if self.day.day() == day:
                self._show_effect(moves)

        def refused(error: Exception) -> None:
            # Saving says why, beside the message.
            self._show_effect(())
            if not isinstance(error, AppError):
                jobs.show_error(self, error)

        jobs.run(self, lambda: closures.preview(actor, former, day), told, refused)

    def _show_effect(self, moves: tuple[WindowMove, ...]) -> None:
        self.effect.setText("\n".join(map(move_words, moves)))
        self.effect.setVisible(bool(moves))
        self.effect.updateGeometry()

    def save(self) -> None:
        """Adds the day, or saves changes to the current one."""
        from desktop_app.petitions.deadlines.closures import Closure  # noqa: PLC0415 - SQLAlchemy comes with it

        day, typed = self.day.day(), self.day.text()
        if day is None:
            reason = "not_a_date" if typed.strip() else "empty"
            jobs.show_error(self, InvalidValueError(field="date", reason=reason, value=typed[:30]))
            return
        wanted = Closure(day, self.name.text())
        closures, actor, before = self._workplace.services.closures, self._workplace.actor, self._shown
        if before is None:
            self._enter(lambda: closures.add(actor, wanted), lambda: closures.remove(actor, day), day)
        else:
            self._enter(
                lambda: closures.change(actor, before.day, wanted),
                lambda: closures.change(actor, day, before),
                day,
            )

    def remove(self) -> None:
        """Removes the closure of the current day."""
        closures, actor, before = self._workplace.services.closures, self._workplace.actor, self._shown
        if before is not None:
            self._enter(lambda: closures.remove(actor, before.day), lambda: closures.add(actor, before), None)

    def confirm(self) -> None:
        """Confirms the closed days of the shown year."""
        closures, actor, year = self._workplace.services.closures, self._workplace.actor, self._year()

        def told(_nothing: None) -> None:
            words = translate("Closures", "The calendar of {year} is confirmed.")
            self._tell(fill(words, year=year_title(year)), back, self._key)

        def back() -> None:
            words = translate("Closures", "The calendar of {year} is not confirmed any more.")
            sentence = fill(words, year=year_title(year))
            self._run(
                lambda: closures.take_back(actor, year),
                lambda _nothing: self._tell(sentence, None, self._key),
            )

        self._run(lambda: closures.confirm(actor, year), told)

    def _year(self) -> int:
        return int(self.year.currentData())

    def _enter(
        self,
        work: Callable[[], CalendarChange],
        undo: Callable[[], CalendarChange] | None,
        day: date | None,
    ) -> None:
        self._run(work, lambda change: self._on_changed(change, undo, day))

    def _on_year(self) -> None:
        self.start_new()
        self.refresh()

    def _on_changed(
        self, change: CalendarChange, undo: Callable[[], CalendarChange] | None, day: date | None
    ) -> None:
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
        sentence = " ".join([sentence, *map(move_words, change.windows)])
        self._tell(
            sentence,
            partial(self._enter, undo, None, None) if undo else None,
            day.toordinal() if day else None,
        )


def move_words(move: WindowMove) -> str:
    """Returns what a closure does to a window."""
    words = {
        "lengthened": translate("Closures", "The window of “{title}” goes on to the end of {day}."),
        "reopened": translate("Closures", "The window of “{title}” is opened again to the end of {day}."),
        "asked": translate(
            "Closures", "“{title}” is being amended: a manager is asked whether its window is opened again."
        ),
    }[move.effect.value]
    return fill(words, title=move.title, day=full_date(move.until) if move.until else "")


def _source_words(closure: Closure, *, confirmed: bool) -> str:
    if closure.source == "office":
        return translate("Closures", "Entered by the office.")
    if not closure.estimated or confirmed:
        return translate("Closures", "From the table of official holidays.")
    if closure.day in fixed_holidays(JalaliDay.of(closure.day).year):
        return translate(
            "Closures",
            "From the table of official holidays. The day is closed anyhow; the lunar holiday on it is an estimate,"
            " and the day beside it is added if need be.",
        )
    return translate(
        "Closures",
        "From the table of official holidays. This lunar holiday is an estimate: move it by a day if need be.",
    )
