"""The commands of the desk: each move with its key and the Persian letter on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.moves import face_of, move_faces
from ui.actions import make_action, refuse
from ui.petitions.desk.composer import possible
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.details_head import lock_sentence
from ui.petitions.desk.sending import BoxMode, Mode, mode_of


def sharing_key(move: Move) -> tuple[Move, ...]:
    """All moves on the key of `move`, itself among them. The state of a petition decides which one it is."""
    key = face_of(move).key
    return tuple(Move(other) for other, face in move_faces().items() if face.key == key)


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
            action.setEnabled(True)
        for move, action in self.moves.items():
            # Of two moves on one key only one may listen, or neither would.
            action.setEnabled(move is sharing_key(move)[0])

    def forbid(self) -> None:
        """Nothing is shown, nothing can be done."""
        for action in (*self.all(), self.undo):
            action.setEnabled(False)


def make_move_actions(
    owner: QWidget, ask: Callable[[BoxMode], object], undo: Callable[[], object]
) -> MoveActions:
    """Makes the commands on `owner`; `ask` is called with the mode that a command stands for.

    Fields that are typed in, and choices that have the focus, keep their letters.
    """

    def asking(mode: BoxMode) -> Callable[[], object]:
        return lambda: ask(mode)

    moves = {
        Move(move): make_action(owner, face.title, asking(mode_of(Move(move))), key=face.key, icon=face.icon)
        for move, face in move_faces().items()
        if face.key
    }
    sides: dict[Mode, QAction] = {}
    for mode in (Mode.SIDE_ANSWER, Mode.SIDE_RETURN, Mode.SIDE_RECALL):
        face = box_face(mode)
        sides[mode] = make_action(owner, face.title, asking(mode), key=face.key, icon=face.icon)
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
