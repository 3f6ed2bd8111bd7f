"""Saved replies (پاسخ آماده) for the composer: found by typing, filled in with the data of the petition."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.replies.variables import reply_of
from desktop_app.wording import fill, translate
from ui import jobs
from ui.signals import ID
from ui.widgets.finder import FinderDialog, FinderEntry

if TYPE_CHECKING:
    from desktop_app.office.templates import TemplateRow
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class SavedReplies(QObject):
    """Offers saved replies.

    `filled` carries the id of the petition for which it was requested, and the text. `said` carries a
    message.
    """

    filled = Signal(ID, str)
    said = Signal(str)
    #: Carries a message and its undo callback.
    undoable = Signal(str, object)

    def __init__(
        self, workplace: Workplace[InboxServices], today: Callable[[], date], place: QWidget
    ) -> None:
        super().__init__(place)
        self._workplace, self._today, self._place = workplace, today, place
        self.finder: FinderDialog | None = None
        #: The name of the person with the lines below it.
        self._signature = ""

    def ask(self, detail: PetitionDetail, written: str = "") -> None:
        """Opens the choice of saved replies for a petition. The text in `written` can be saved as a new one."""
        services, actor, unit = self._workplace.services, self._workplace.actor, detail.unit_id

        def offer(read: tuple[tuple[TemplateRow, ...], str]) -> None:
            rows, self._signature = read
            self._offer(detail, rows, written)

        jobs.run(
            self,
            lambda: (services.templates.offered_to(actor, unit), services.signatures.below_name(actor)),
            offer,
        )

    def ask_to_remove(self) -> None:
        """Opens the choice of the person's own replies, to remove one."""
        templates, actor = self._workplace.services.templates, self._workplace.actor
        jobs.run(self, lambda: templates.offered_to(actor), self._offer_to_remove)

    def _offer_to_remove(self, rows: tuple[TemplateRow, ...]) -> None:
        finder = self.finder = FinderDialog(
            translate("SavedReplies", "Remove a saved reply of one's own"),
            translate("SavedReplies", "Name or words of a saved reply"),
            translate("SavedReplies", "You have no saved replies of your own."),
            [
                FinderEntry(row.title, row, " ".join(row.text.split())[:120], more=row.text)
                for row in rows
                if row.own
            ],
            self._place.window(),
            hint=translate("SavedReplies", "Enter removes it; it can be undone."),
        )
        finder.chosen.connect(self._remove)
        finder.open_over(self._place)

    def _remove(self, row: TemplateRow) -> None:
        templates, actor = self._workplace.services.templates, self._workplace.actor

        def told(_none: None) -> None:
            words = fill(
                translate("SavedReplies", "Removed from your saved replies: {title}"), title=row.title
            )
            self.undoable.emit(words, lambda: self._keep(row.title, row.text))

        jobs.run(self, lambda: templates.drop_own(actor, row.id), told)

    def _offer(self, detail: PetitionDetail, rows: tuple[TemplateRow, ...], written: str) -> None:
        keep = translate("SavedReplies", "Keep what is written as a reply of one's own: {typed}")
        nothing = translate("SavedReplies", "No saved reply has these words.")
        if not rows:
            nothing = translate(
                "SavedReplies", "There is no saved reply yet. Write one, and keep it here under a name."
            )
        finder = self.finder = FinderDialog(
            translate("SavedReplies", "Saved replies"),
            translate("SavedReplies", "Name or words of a saved reply"),
            nothing,
            [self._entry(detail, row) for row in rows],
            self._place.window(),
            make=keep if written.strip() else "",
            hint=translate("SavedReplies", "Enter puts it where you are writing; nothing is sent."),
        )
        finder.made.connect(lambda title: self._keep(title, written))
        finder.chosen.connect(lambda text: self._fill(detail, str(text)))
        finder.open_over(self._place)

    def _keep(self, title: str, text: str) -> None:
        templates, actor = self._workplace.services.templates, self._workplace.actor

        def told(row: TemplateRow) -> None:
            self.said.emit(
                fill(translate("SavedReplies", "Kept as a reply of your own: {title}"), title=row.title)
            )

        jobs.run(self, lambda: templates.keep_own(actor, title, text), told)

    def _entry(self, detail: PetitionDetail, row: TemplateRow) -> FinderEntry:
        text, _ = self._filled(detail, row.text)
        title = (
            fill(translate("SavedReplies", "{title} (your own)"), title=row.title) if row.own else row.title
        )
        if row.unit:
            title = fill(translate("SavedReplies", "{title} (only {unit})"), title=row.title, unit=row.unit)
        return FinderEntry(title, row.text, beside=" ".join(text.split())[:120], more=row.text)

    def _filled(self, detail: PetitionDetail, template: str) -> tuple[str, tuple[str, ...]]:
        return reply_of(template, detail, self._workplace.actor.name, self._today(), self._signature)

    def _fill(self, detail: PetitionDetail, template: str) -> None:
        text, unknown = self._filled(detail, template)
        self.filled.emit(detail.id, text)
        if unknown:
            self.said.emit(still_open(unknown))


def still_open(unknown: tuple[str, ...]) -> str:
    """Returns the message about variables that have no value for this petition."""
    names = "، ".join(f"\u2066{{{name}}}\u2069 ({variable_words()[name]})" for name in unknown)
    return fill(
        translate("SavedReplies", "Not known of this petition, write it yourself: {names}"), names=names
    )


def variable_words() -> dict[str, str]:
    """Returns the meaning of each variable of a saved reply."""
    return {
        "name": translate("Templates", "Petitioner"),
        "code": translate("Templates", "Tracking code"),
        "date": translate("Templates", "Date"),
        "unit": translate("Templates", "Unit"),
        "clerk": translate("Templates", "Clerk"),
        "signature": translate("Templates", "Clerk with signature"),
    }
