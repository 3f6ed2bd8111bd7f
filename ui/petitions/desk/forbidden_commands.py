"""What a key or button does whose command is not possible for the shown petition: it says why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.vocabulary import Move
from ui.guard import guarded
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.details_head import lock_sentence
from ui.petitions.desk.move_actions import MoveActions, forbidden_words, sharing_key
from ui.petitions.desk.sending import BoxMode, Mode

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from ui.petitions.desk.composer import PetitionComposer
    from ui.petitions.desk.petition_reader import PetitionReader


class ForbiddenKeys(QObject):
    """Passes keys that no command took, and that write no text in `place`, to `say`."""

    def __init__(self, place: QWidget, say: Callable[[QKeySequence], bool]) -> None:
        super().__init__(place)
        self._say = say
        place.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._say(QKeySequence(event.keyCombination()))
        return super().eventFilter(watched, event)


class ForbiddenCommands(QObject):
    """Says why a command is not possible."""

    #: The sentence about a refused command.
    refused = Signal(str)

    def __init__(
        self, actions: MoveActions, petition: PetitionReader, composer: PetitionComposer, pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._actions, self._petition, self._composer, self._pane = actions, petition, composer, pane

    def watch(self, place: QWidget) -> None:
        """Says why the keys that are struck in `place` do nothing."""
        ForbiddenKeys(place, self._say_of_keys)

    def say(self, mode: BoxMode, detail: PetitionDetail) -> None:
        """Says why `mode` is not possible. Where another move on its key is, turns the composer to that one."""
        # Also reached by keys that several moves share, and by a reply that is not possible yet.
        twins = sharing_key(mode) if isinstance(mode, Move) else ()
        twin = next((other for other in twins if possible(other, detail)), None)
        if twin is not None:
            self._composer.turn_to(twin)
            return
        words = lock_sentence(detail) if mode is Mode.REPLY else ""
        self.refused.emit(words or forbidden_words())

    def _say_of_keys(self, keys: QKeySequence) -> bool:
        """Says why the command of these keys is not possible; returns whether they are those of a command."""
        if self._petition.current is None or self._pane.isHidden():
            return False
        words = self._actions.refusal(keys)
        if words:
            self.refused.emit(words)
        return bool(words)
