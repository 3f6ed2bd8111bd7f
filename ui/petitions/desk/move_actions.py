"""Commands of the desk: one per move, with its key and the Persian letter on the same key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.vocabulary import Move, Status
from desktop_app.wording import translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.moves import face_of, move_faces
from ui.actions import make_action, refuse, why_not
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.details_head import lock_sentence
from ui.petitions.desk.sending import BoxMode, Mode, mode_of

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail


def forbidden_words() -> str:
    """Returns the refusal of a command without a reason of its own."""
    return translate("Inbox", "That is not possible in this state, or not with your role.")


def sharing_key(move: Move) -> tuple[Move, ...]:
    """Returns all moves on the key of `move`, including itself. The state of a petition decides between them."""
    key = face_of(move).key
    return tuple(Move(other) for other, face in move_faces().items() if face.key == key)


@dataclass(frozen=True)
class MoveActions:
    """The actions by move and by side mode, and those that only change the mode of the composer."""

    moves: dict[Move, QAction]
    #: Commands for side referrals.
    sides: dict[Mode, QAction]
    note: QAction
    reply: QAction
    interim: QAction
    undo: QAction

    def all(self) -> list[QAction]:
        return [*self.moves.values(), *self.sides.values(), self.note, self.reply, self.interim]

    def allow(self, detail: PetitionDetail) -> None:
        """Enables the actions that the petition allows.

        A locked resolution is enabled too, so that its key explains the lock.
        """
        for move, action in self.moves.items():
            locked = move is Move.RESOLVE and bool(lock_sentence(detail))
            # Where the petition cannot be referred, others can still be asked through a side referral.
            aside = move is Move.REFER and detail.sends_beside
            offered = move in detail.allowed or locked or aside
            # Visibility first: Qt keeps an invisible action disabled.
            action.setVisible(offered)
            action.setEnabled(offered)
            rule = detail.refusals.get(move)
            if rule == "not_from_this_state":
                rule = _IN_STATE.get((move, detail.status), rule)
            refuse(
                action, rule_sentence(rule, detail.first_missing) if rule and not (locked or aside) else ""
            )
        for mode, action in self.sides.items():
            action.setVisible(possible(mode, detail))
            action.setEnabled(possible(mode, detail))
        self.reply.setEnabled(possible(Mode.REPLY, detail))
        self.interim.setVisible(possible(Mode.INTERIM, detail))
        self.interim.setEnabled(possible(Mode.INTERIM, detail))
        self.undo.setEnabled(detail.undoable)

    def refusal(self, keys: QKeySequence) -> str:
        """Returns why no command of these keys is possible; empty where they are those of no command."""
        refused = [action for action in self.all() if keys in action.shortcuts()]
        if not refused or any(action.isEnabled() for action in refused):
            return ""
        return next((why for action in refused if (why := why_not(action))), forbidden_words())

    def wait(self) -> None:
        """Enables all keys while a petition is being read; a pressed key takes effect afterwards."""
        for action in self.all():
            refuse(action, "")
            action.setVisible(True)
            action.setEnabled(True)
        for move, action in self.moves.items():
            # Only one of several moves on a key may be enabled, as Qt ignores an ambiguous shortcut.
            action.setEnabled(move is sharing_key(move)[0])

    def forbid(self) -> None:
        """Disables all actions, because no petition is shown."""
        for action in (*self.all(), self.undo):
            action.setEnabled(False)


#: What leads on from a state in which a move is not possible, as a rule key in `wording.errors`.
_IN_STATE: Final = {
    (Move.TAKE, Status.REGISTERED): "refer_before_taking",
    (Move.REFER, Status.REFERRED): "unit_decides_first",
}


def _asked(move: Move) -> BoxMode:
    """Returns what a key asks for; resolving may have to wait for the checklist, other replies do not."""
    return move if move is Move.RESOLVE else mode_of(move)


def make_move_actions(
    owner: QWidget, ask: Callable[[BoxMode], object], undo: Callable[[], object]
) -> MoveActions:
    """Creates the commands on `owner`. `ask` is called with the mode of a command.

    Text fields, and choices that have the focus, receive the letters themselves.
    """

    def asking(mode: BoxMode) -> Callable[[], object]:
        return lambda: ask(mode)

    moves = {
        Move(move): make_action(owner, face.title, asking(_asked(Move(move))), key=face.key, icon=face.icon)
        for move, face in move_faces().items()
        if face.key
    }
    sides: dict[Mode, QAction] = {}
    for mode in (Mode.SIDE_ANSWER, Mode.SIDE_RETURN, Mode.SIDE_RECALL):
        face = box_face(mode)
        sides[mode] = make_action(owner, face.title, asking(mode), key=face.key, icon=face.icon)
    interim = box_face(Mode.INTERIM)
    return MoveActions(
        moves,
        sides,
        make_action(owner, translate("Inbox", "Write a note"), asking(Mode.NOTE), key="N", icon="ph.note"),
        make_action(
            owner, translate("Inbox", "Write the reply"), asking(Mode.REPLY), key="E", icon="ph.chat-text"
        ),
        make_action(owner, interim.title, asking(Mode.INTERIM), key=interim.key, icon=interim.icon),
        make_action(
            owner, translate("Inbox", "Take back my last move"), undo, icon="ph.arrow-counter-clockwise"
        ),
    )
