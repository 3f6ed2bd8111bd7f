"""Command that converts the shown petition to a comment on an open draft, chosen by its title."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.persian.dates import day_and_month
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.petitions.vocabulary import Outcome
from desktop_app.wording import digits, fill, translate
from ui import jobs
from ui.actions import make_action
from ui.signals import ID
from ui.widgets.finder import FinderDialog, FinderEntry

if TYPE_CHECKING:
    from desktop_app.intake.conversion import OpenDraft, Turned
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class ConversionCommand(QObject):
    """Converts petitions to comments and back.

    `said` carries a message and its undo callback (or None). `changed` carries the id of the changed
    petition.
    """

    said = Signal(str, object)
    changed = Signal(ID)

    def __init__(
        self, workplace: Workplace[InboxServices], place: QWidget, shown: Callable[[], PetitionDetail | None]
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown = workplace, place, shown
        self.finder: FinderDialog | None = None
        words = translate("Turning", "Take it as a comment on a draft, or take it back…")
        self.action = make_action(place, words, self.ask, key="Shift+N", icon="ph.chats", writes=True)

    def ask(self) -> None:
        """Opens the choice of open drafts. For a petition that was converted, reverts the conversion."""
        detail = self._shown()
        if detail is not None and detail.outcome == Outcome.COMMENTED:
            self._back(detail)
        elif detail is not None:
            turning = self._workplace.services.conversion
            jobs.run(self._place, turning.offered, lambda drafts: self._offer(detail, drafts))

    def _offer(self, detail: PetitionDetail, drafts: tuple[OpenDraft, ...]) -> None:
        finder = self.finder = FinderDialog(
            translate("Turning", "A comment on which draft?"),
            translate("Turning", "A few letters of its title, or its number"),
            translate("Turning", "No draft of that name is open to comments now."),
            [FinderEntry(visible_controls(draft.title), draft, beside=_beside(draft)) for draft in drafts],
            self._place.window(),
            hint=translate(
                "Turning",
                "The petition is closed with the outcome “taken as a comment”; this can be taken back.",
            ),
        )
        finder.chosen.connect(lambda draft: self._turn(detail, draft))
        finder.open_over(self._place)

    def _turn(self, detail: PetitionDetail, draft: OpenDraft) -> None:
        turning, actor = self._workplace.services.conversion, self._workplace.actor

        def done(turned: Turned) -> None:
            words = translate("Turning", "{code} is a comment on “{title}” now.")
            words = fill(
                words, code=shown_code(turned.petition.tracking_code), title=visible_controls(draft.title)
            )
            self.said.emit(words, lambda: self._back(turned.petition))
            self.changed.emit(detail.id)

        jobs.run(self._place, lambda: turning.into_comment(actor, detail.id, detail.version, draft.id), done)

    def _back(self, detail: PetitionDetail) -> None:
        turning, actor = self._workplace.services.conversion, self._workplace.actor

        def done(turned: Turned) -> None:
            words = translate("Turning", "{code} is a petition again; its comment was put aside.")
            self.said.emit(fill(words, code=shown_code(turned.petition.tracking_code)), None)
            self.changed.emit(detail.id)

        jobs.run(self._place, lambda: turning.back(actor, detail.id, detail.version), done)


def _beside(draft: OpenDraft) -> str:
    number = isolated(digits(visible_controls(draft.code)))
    if draft.closes_on is None:
        return number
    words = translate("Turning", "{number}, until {day}")
    return fill(words, number=number, day=day_and_month(draft.closes_on))
