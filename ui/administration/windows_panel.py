"""The minimum length of a public consultation: the legal minimum, and what the office has raised it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError, InvalidValueError
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.digits import latin_digits
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import error_sentence
from desktop_app.wording.labels import label, labels
from ui import jobs
from ui.widgets.button import Button
from ui.widgets.emptying import empty
from ui.widgets.form_panes import FormPane, side_by_side
from ui.widgets.jalali_date_edit import JalaliDateEdit
from ui.widgets.plain import PlainLabel
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.segmented import Segmented
from ui.widgets.text_field import TextField
from ui.widgets.window_rule import window_rule

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.instruments.consultation.floors import FloorInForce
    from desktop_app.instruments.consultation.windows import ConsultationWindow
    from desktop_app.instruments.vocabulary import Track
    from desktop_app.services import AdministrationServices
    from ui.workplace import Workplace

#: Debounce interval of the preview, in milliseconds.
_PAUSE = 300


class WindowsPanel(QWidget, RefusingForm):
    """The values in force beside the form that raises them. `done` reports what was done; it has no undo,
    since the minimum is never lowered (law).
    """

    done = Signal(str, object)

    def __init__(self, workplace: Workplace[AdministrationServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._floors: tuple[FloorInForce, ...] = ()
        self._turn = 0
        leading = QWidget()
        self._column = QVBoxLayout(leading)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.track = Segmented(list(labels("track").items()), "a", stacks=True)
        self.days = TextField(translate("Windows", "Full days"), numeric=True)
        self.source = TextField(translate("Windows", "Legal source: title and number"))
        self.source_date = JalaliDateEdit()
        self.rule = PlainLabel("", "secondary", "text2", wrap=True)
        self.save_button = Button(translate("Windows", "Raise it"), "primary", flush=True, writes=True)
        self.save_button.clicked.connect(self.save)
        self.form = FormPane()
        self._lay_out()
        side_by_side(self, leading, self.form)
        about = {
            "days": self.days,
            "floor_only_rises": self.days,
            "source": self.source,
            "source_date": self.source_date,
        }
        self.refusals = Refusals(self, about)
        self._pause = jobs.Debouncer(self, _PAUSE, self.count)
        self.days.textChanged.connect(lambda _text: self._pause.start())
        self.track.changed.connect(lambda _code: self._pause.start())
        for field in (self.days, self.source, self.source_date):
            field.returnPressed.connect(self.save)

    def refresh(self) -> None:
        """Reloads the values in force; the fields keep their text."""
        jobs.run(self, self._workplace.services.floors.in_force, self._show)

    def count(self) -> None:
        """Shows the rule of a window that would open today with the values in the form, or why they are
        invalid.
        """
        self._turn += 1
        turn, days = self._turn, self._days()
        if days is None:
            self._say("", "text2")
            return
        floors, track = self._workplace.services.floors, self._track()

        def show(window: ConsultationWindow) -> None:
            if turn == self._turn:
                words = translate("Windows", "A draft that opens today would stand until {day}: {rule}")
                day = long_date(window.closes_on)
                self._say(fill(words, day=day, rule=window_rule(window)), "text2")

        def trouble(error: Exception) -> None:
            if not isinstance(error, AppError):
                jobs.show_error(self, error)
            elif turn == self._turn:
                self._say(error_sentence(error), "danger")

        jobs.run(self, lambda: floors.would_be(track, days), show, trouble)

    def save(self) -> None:
        """Raises the minimum."""
        days, day = self._days(), self.source_date.day()
        if days is None:
            self.show_error(InvalidValueError(field="days", reason="empty", value=""))
            return
        if day is None:
            reason = "not_a_date" if self.source_date.text().strip() else "empty"
            self.show_error(InvalidValueError(field="source_date", reason=reason, value=""))
            return
        floors, actor = self._workplace.services.floors, self._workplace.actor
        track, source = self._track(), self.source.text()
        self.save_button.setEnabled(False)
        self.refusals.clear()
        jobs.run(
            self,
            lambda: floors.raise_to(actor, track, days, source, day),
            lambda _nothing: self._on_raised(track, days),
            self._on_refused,
        )

    def _track(self) -> Track:
        from desktop_app.instruments.vocabulary import Track  # noqa: PLC0415 - SQLAlchemy comes with the room

        return Track(self.track.value())

    def _days(self) -> int | None:
        number = latin_digits(self.days.text()).strip()
        return int(number) if number.isdecimal() and len(number) < 5 else None

    def _say(self, words: str, colour: str) -> None:
        self.rule.set_colour(colour)
        self.rule.setText(words)

    def _on_raised(self, track: Track, days: int) -> None:
        self.save_button.setEnabled(True)
        for field in (self.days, self.source):
            field.clear()
        self.source_date.set_day(None)
        words = translate(
            "Windows", "{track}: at least {n} full days from now on; windows that are open stay as they are."
        )
        self.done.emit(fill(words, track=label("track", track.value), n=days), None)
        self.refresh()

    def _on_refused(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        jobs.show_error(self, error)

    def _show(self, floors: tuple[FloorInForce, ...]) -> None:
        if floors == self._floors:
            return
        self._floors = floors
        empty(self._column)
        told = FormPane(width=None)
        for one in floors:
            told.heading(label("track", one.track.value))
            for words, value in facts_of(one):
                told.labelled(words, PlainLabel(value, wrap=True))
        told.column.addStretch()
        self._column.addWidget(told)

    def _lay_out(self) -> None:
        self.track.setAccessibleName(translate("Windows", "Track"))
        self.form.heading(translate("Windows", "Raise the least length"))
        day = translate("Windows", "Day of the legal source")
        self.source_date.setAccessibleName(day)
        self.form.labelled(translate("Windows", "Track"), self.track)
        self.form.labelled(self.days.accessibleName(), self.days)
        self.form.column.addWidget(self.rule)
        self.form.column.addSpacing(10)
        self.form.labelled(self.source.accessibleName(), self.source)
        self.form.labelled(day, self.source_date)
        hint = translate(
            "Windows",
            "It can be raised, never lowered, and holds for windows that open from then on. The history keeps who"
            " raised it, when and by which source.",
        )
        self.form.column.addWidget(PlainLabel(hint, "header", "text2", wrap=True))
        self.form.buttons(self.save_button)


def facts_of(one: FloorInForce) -> tuple[tuple[str, str], ...]:
    """Returns the facts about a track as pairs of name and value."""
    length = (
        translate("Windows", "{n} days or one month, whichever is longer")
        if one.law.month
        else translate("Windows", "{n} full days")
    )
    words = translate("Windows", "{day}: {rule}")
    today = fill(words, day=long_date(one.today.closes_on), rule=window_rule(one.today))
    facts = [
        (translate("Windows", "By law"), fill(length, n=one.law.days)),
        (translate("Windows", "In force"), fill(length, n=one.floor.days)),
    ]
    if one.raised is not None:
        facts.append((translate("Windows", "Legal source"), _source_words(one)))
    facts.append((translate("Windows", "A draft that opens today stands until"), today))
    count = (
        fill(translate("Windows", "{n} windows; they stay as they are"), n=one.open_windows)
        if one.open_windows
        else translate("Windows", "None")
    )
    facts.append((translate("Windows", "Windows that are open now"), count))
    return tuple(facts)


def _source_words(one: FloorInForce) -> str:
    raised = one.raised
    assert raised is not None
    dated: date | None = raised.source_date
    parts = [raised.source, fill(translate("Windows", "of {day}"), day=long_date(dated)) if dated else ""]
    if raised.raised_at is not None:
        words = translate("Windows", "raised by {name} on {day}")
        day = long_date(tehran_day(raised.raised_at))
        parts.append(fill(words, name=raised.raised_by, day=day))
    return translate("Windows", ", ").join(part for part in parts if part)
