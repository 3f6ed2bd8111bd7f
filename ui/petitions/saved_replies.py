"""Saved replies (پاسخ آماده) for the box: found by typing, filled with what is known of the petition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.detail import PetitionDetail
from desktop_app.petitions.replying import reply_of
from desktop_app.wording import fill, translate
from ui import jobs
from ui.widgets.finder import Entry, Finder
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.office.templates import TemplateRow


class SavedReplies(QObject):
    """`filled` carries the text for the petition that was shown when it was asked for; `said` what is unknown."""

    filled = Signal(int, str)
    said = Signal(str)

    def __init__(self, workplace: Workplace, today: Callable[[], date], place: QWidget) -> None:
        super().__init__(place)
        self._workplace, self._today, self._place = workplace, today, place
        self.finder: Finder | None = None

    def ask(self, detail: PetitionDetail) -> None:
        """Offers the saved replies for a petition."""
        templates = self._workplace.services.templates
        jobs.run(self, lambda: templates.all(active_only=True), lambda rows: self._offer(detail, rows))

    def _offer(self, detail: PetitionDetail, rows: tuple[TemplateRow, ...]) -> None:
        finder = self.finder = Finder(
            translate("SavedReplies", "Saved replies"),
            translate("SavedReplies", "Name or words of a saved reply"),
            translate("SavedReplies", "No saved reply has these words."),
            [self._entry(detail, row) for row in rows],
            self._place.window(),
            hint=translate("SavedReplies", "Enter puts it where you are writing; nothing is sent."),
        )
        finder.chosen.connect(lambda text: self._fill(detail, str(text)))
        finder.open_over(self._place)

    def _entry(self, detail: PetitionDetail, row: TemplateRow) -> Entry:
        text, _ = self._filled(detail, row.text)
        return Entry(row.title, row.text, beside=" ".join(text.split())[:120], more=row.text)

    def _filled(self, detail: PetitionDetail, template: str) -> tuple[str, tuple[str, ...]]:
        return reply_of(template, detail, self._workplace.actor.name, self._today())

    def _fill(self, detail: PetitionDetail, template: str) -> None:
        text, unknown = self._filled(detail, template)
        self.filled.emit(detail.id, text)
        if unknown:
            self.said.emit(still_open(unknown))


def still_open(unknown: tuple[str, ...]) -> str:
    """Which variables still stand in a text."""
    names = "، ".join(f"\u2066{{{name}}}\u2069 ({variable_words()[name]})" for name in unknown)
    return fill(
        translate("SavedReplies", "Not known of this petition, write it yourself: {names}"), names=names
    )


def variable_words() -> dict[str, str]:
    """What the variables of a saved reply stand for."""
    return {
        "name": translate("Templates", "Petitioner"),
        "code": translate("Templates", "Tracking code"),
        "date": translate("Templates", "Date"),
        "unit": translate("Templates", "Unit"),
        "clerk": translate("Templates", "Clerk"),
    }
