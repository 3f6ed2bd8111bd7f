"""Command that shows the raw submissions from which the shown petition and its follow-ups came."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.wording import translate
from ui.actions import make_action

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class TracingCommand(QObject):
    """The command «How it arrived»."""

    def __init__(
        self, workplace: Workplace[InboxServices], place: QWidget, shown: Callable[[], PetitionDetail | None]
    ) -> None:
        super().__init__(place)
        self._workplace, self._place, self._shown = workplace, place, shown
        self.dialog: QObject | None = None
        words = translate("Tracing", "How it arrived…")
        self.action = make_action(place, words, self.open, key="I", icon="ph.tray")

    def open(self) -> None:
        """Shows the submissions of the petition."""
        self._open(None)

    def open_one(self, submission_id: int) -> None:
        """Shows one submission of the petition."""
        self._open(submission_id)

    def _open(self, only: int | None) -> None:
        from ui.widgets.origin_dialog import OriginDialog  # noqa: PLC0415 - not needed for the first list

        detail = self._shown()
        if detail is None:
            return
        tracing, actor, number = self._workplace.services.tracing, self._workplace.actor, detail.id
        self.dialog = dialog = OriginDialog(
            lambda: tracing.of_petition(actor, number, only=only), self._place.window()
        )
        dialog.open()
