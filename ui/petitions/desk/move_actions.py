"""The commands of the desk: each move with its key and the Persian letter on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import label
from ui.actions import make_action, refuse
from ui.petitions.desk.composer import possible
from ui.petitions.desk.details_head import MOVE_ICONS, SIDE_ICONS, lock_sentence
from ui.petitions.desk.sending import Mode, side_titles

#: What the box becomes for a move. A key is shared only by moves that never stand side by side.
MODES: Final[dict[Move, tuple[Mode, str]]] = {
    Move.TAKE: (Mode.TAKE, "A"),
    Move.REFER: (Mode.ORDER, "R"),
    Move.WAIT: (Mode.WAIT, "W"),
    Move.RESUME: (Mode.RESUME, "W"),
    Move.SEND_BACK: (Mode.SEND_BACK, "B"),
    Move.GIVE_BACK: (Mode.GIVE_BACK, "B"),
    Move.RESOLVE: (Mode.REPLY, "D"),
    Move.CLOSE: (Mode.CLOSE, "X"),
    Move.REOPEN: (Mode.REOPEN, "O"),
    Move.ARCHIVE: (Mode.ARCHIVE, "V"),
    Move.HAND_OVER: (Mode.HAND_OVER, "H"),
}


SIDE_KEYS: Final = {Mode.SIDE_ANSWER: "P", Mode.SIDE_RETURN: "Shift+P", Mode.SIDE_RECALL: "Shift+R"}


@dataclass(frozen=True)
class MoveActions:
    """The actions by move, and those that only turn the box."""

    moves: dict[Move, QAction]
    #: What is done with referrals on the side.
    sides: dict[Mode, QAction]
    note: QAction
    reply: QAction
    undo: QAction

    def all(self) -> list[QAction]:
        return [*self.moves.values(), *self.sides.values(), self.note, self.reply]

    def allow(self, detail: PetitionDetail) -> None:
        """Lets through what the petition allows; a locked resolution too, so that its key tells why."""
        for move, action in self.moves.items():
            locked = move is Move.RESOLVE and bool(lock_sentence(detail))
            # Where it does not move on, others can still be asked on the side.
            aside = move is Move.REFER and detail.sends_beside
            offered = move in detail.allowed or locked or aside
            # In this order: Qt keeps an action disabled as long as it cannot be seen.
            action.setVisible(offered)
            action.setEnabled(offered)
            rule = detail.refusals.get(move)
            refuse(action, rule_sentence(rule) if rule and not (locked or aside) else "")
        for mode, action in self.sides.items():
            action.setVisible(possible(mode, detail))
            action.setEnabled(possible(mode, detail))
        self.reply.setEnabled(possible(Mode.REPLY, detail))
        self.undo.setEnabled(detail.undoable)

    def wait(self) -> None:
        """While a petition is being read every key is taken, and kept until it is there."""
        for action in self.all():
            refuse(action, "")
            action.setVisible(True)
            # Of two moves on one key only one may listen, or neither would.
            action.setEnabled(action not in (self.moves[Move.RESUME], self.moves[Move.GIVE_BACK]))

    def forbid(self) -> None:
        """Nothing is shown, nothing can be done."""
        for action in (*self.all(), self.undo):
            action.setEnabled(False)


def make_move_actions(
    owner: QWidget, ask: Callable[[Mode], object], undo: Callable[[], object]
) -> MoveActions:
    """Makes the commands on `owner`; `ask` is called with the mode that a command stands for.

    Fields that are typed in, and choices that have the focus, keep their letters.
    """

    def asking(mode: Mode) -> Callable[[], object]:
        return lambda: ask(mode)

    moves = {
        move: make_action(owner, label("move", move.value), asking(mode), key=key, icon=MOVE_ICONS[move])
        for move, (mode, key) in MODES.items()
    }
    sides = {
        mode: make_action(owner, words, asking(mode), key=SIDE_KEYS[mode], icon=SIDE_ICONS[mode])
        for mode, words in side_titles().items()
    }
    return MoveActions(
        moves,
        sides,
        make_action(owner, translate("Inbox", "Write a note"), asking(Mode.NOTE), key="N", icon="ph.note"),
        make_action(
            owner, translate("Inbox", "Write the reply"), asking(Mode.REPLY), key="E", icon="ph.chat-text"
        ),
        make_action(
            owner, translate("Inbox", "Take back my last move"), undo, icon="ph.arrow-counter-clockwise"
        ),
    )
