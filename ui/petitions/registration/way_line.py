"""One line under the form: where a routing rule would send what is typed, and when it would be due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.persian.dates import full_date
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.petitions.registration.forecast import Forecast
    from desktop_app.petitions.registration.register import NewPetition
    from desktop_app.services import InboxServices

#: Debounce of typing in milliseconds.
_REST: Final = 300


class WayLine(QWidget):
    """`forecast` carries the answer to what was typed last."""

    forecast = Signal(object)

    def __init__(self, services: InboxServices) -> None:
        super().__init__()
        self._services = services
        self._typed: NewPetition | None = None
        self.unit = PlainLabel("", "secondary", "text2", elide=True)
        self.due = PlainLabel("", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.due)
        row.addWidget(self.unit, 1)
        self._rest = jobs.Debouncer(self, _REST, self._ask)

    def typed(self, petition: NewPetition) -> None:
        """Asks again for what is typed now; it need not be complete."""
        if petition != self._typed:
            self._typed = petition
            self._rest.start()

    def _ask(self) -> None:
        asked = self._typed
        if asked is not None:
            forecasts = self._services.forecasts
            jobs.run(
                self,
                lambda: forecasts.of(asked),
                lambda found: self._show(asked, found),
                jobs.only_bugs(self),
            )

    def _show(self, asked: NewPetition, found: Forecast) -> None:
        if asked != self._typed:
            return
        self.due.setText(_due_words(found))
        self.unit.setText(_unit_words(found, chosen=asked.unit_id is not None))
        self.forecast.emit(found)


def _due_words(found: Forecast) -> str:
    if found.due_on is None:
        return translate("RegisterForm", "No deadline")
    words = translate("RegisterForm", "Deadline: {day} ({count} days)")
    if found.working:
        words = translate("RegisterForm", "Deadline: {day} ({count} working days)")
    return fill(words, day=full_date(found.due_on), count=found.days)


def _unit_words(found: Forecast, *, chosen: bool) -> str:
    if found.rule:
        words = translate("RegisterForm", "goes to {unit} by the rule “{rule}”")
        return fill(words, unit=found.unit, rule=visible_controls(found.rule))
    return "" if chosen else translate("RegisterForm", "no rule applies; it waits to be referred")
