"""Unsaved texts of a window: restoring those of an earlier window, and leaving with unsaved texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.errors import NotWrittenError
from desktop_app.persian.digits import isolated
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.codes import shown_code
from desktop_app.unfinished import RecoveredDraft
from desktop_app.wording import fill, translate
from ui.unfinished import Unfinished
from ui.widgets.leave_dialog import LeaveDialog
from ui.widgets.message_bar import MessageBar
from ui.widgets.restored_bar import RestoredBar
from ui.widgets.unsaved import has_unsaved_text
from ui.workplace import LetterWording, MessageWording, RegisterRequest, SavedReply, ShowComment, ShowExpert

#: The item type of the form of a new petition, which has no id yet.
REGISTRATION = "registration"


#: The requests to the administration by kind of template.
_TEMPLATES: Final[dict[str, Callable[[int], object]]] = {
    "reply_template": SavedReply,
    "letter_template": LetterWording,
    "message_template": MessageWording,
}


class Keeping(QObject):
    """Shows and restores unsaved texts; `go` brings a screen to the front, with an item."""

    def __init__(
        self,
        window: QWidget,
        unfinished: Unfinished,
        go: Callable[[str, object], None],
        message_bar: MessageBar,
    ) -> None:
        super().__init__(window)
        self._window, self._unfinished, self._go = window, unfinished, go
        self._message_bar = message_bar
        self._settled = False
        self.dialog: LeaveDialog | None = None
        self.bar = RestoredBar()
        self.bar.opened.connect(self._open)
        self.bar.thrown_away.connect(lambda: unfinished.throw_away(unfinished.left()))
        unfinished.restored.connect(self._show_bar)
        unfinished.changed.connect(self._follow)
        unfinished.thrown_away.connect(self._on_thrown_away)
        unfinished.trouble.connect(self._on_trouble)
        self._show_bar()
        if unfinished.error is not None:
            self._on_trouble(unfinished.error)

    def settle(self) -> None:
        """Lets the window close without a question: the texts are kept."""
        self._settled = True

    def may_leave(self, leave: Callable[[], object]) -> bool:
        """Whether the window may close immediately.

        With unsaved texts, asks first and calls `leave` on confirmation.
        """
        unfinished = self._unfinished
        if self._settled or not unfinished.has_file:
            return True
        texts = unfinished.all() if unfinished.is_kept else ()
        loses = has_unsaved_text(self._window, kept=unfinished.is_kept)
        if not texts and not loses:
            return True
        if self.dialog is None:
            dialog = self.dialog = LeaveDialog(
                [describe(draft) for draft in texts], self._window, loses=loses
            )
            dialog.chosen.connect(lambda keep: self._on_chosen(keep, leave))
            dialog.finished.connect(self._on_closed)
            dialog.open()
        return False

    def _on_chosen(self, keep: bool, leave: Callable[[], object]) -> None:
        if not keep:
            for draft in self._unfinished.all():
                self._unfinished.drop(draft.key)
        self._settled = True
        leave()

    def _on_closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _show_bar(self) -> None:
        self.bar.show_texts([(draft, describe(draft)) for draft in self._unfinished.left()])

    def _follow(self) -> None:
        if not self.bar.isHidden():
            self._show_bar()

    def _open(self, draft: RecoveredDraft) -> None:
        kind, way = draft.key.item_type, draft.way
        if kind == REGISTRATION:
            self._go("inbox", RegisterRequest())
        elif kind == "petition":
            self._go("inbox", draft.key.item_id)
        elif kind == "instrument" and draft.key.field.startswith("step_"):
            self._go("drafts", draft.key.item_id)
        elif kind == "instrument" and draft.key.field in {"conversation", "write_down"}:
            self._go("comments", draft.key.item_id)
        elif kind == "expert":
            self._go("people", ShowExpert(draft.key.item_id))
        elif kind in _TEMPLATES:
            self._go("administration", _TEMPLATES[kind](draft.key.item_id))
        elif kind in {"comment", "campaign"} and len(way) == 2:
            self._go("comments", ShowComment(*way))
        elif len(way) == 3:
            self._go("comparison", way)

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        message = translate("Unfinished", "The unfinished text was thrown away.")
        self._message_bar.say(message, lambda: self._unfinished.bring_back(texts))

    def _on_trouble(self, error: NotWrittenError | None) -> None:
        if error is None:
            self._message_bar.say(translate("Unfinished", "Unfinished texts are kept on this PC again."))
            return
        words = translate(
            "Unfinished",
            "Unfinished texts cannot be kept on this PC: {folder} cannot be written. Save what you write before"
            " you leave.",
        )
        folder = isolated(str(error.parameters.get("name", "")))
        self._message_bar.say(fill(words, folder=folder), tone="warning")


def describe(draft: RecoveredDraft) -> str:
    """Describes a text for a list."""
    kind, field = draft.key.item_type, draft.key.field
    words = {
        ("petition", "note"): translate("Unfinished", "Note on {name}"),
        ("petition", "order"): translate("Unfinished", "Order on {name}"),
        ("petition", "reply"): translate("Unfinished", "Reply to {name}"),
        (REGISTRATION, "form"): translate("Unfinished", "Registration of a petition"),
        ("comment", "decision"): translate("Unfinished", "Decision on a comment on “{name}”"),
        ("campaign", "decision"): translate("Unfinished", "Decision on a campaign group on “{name}”"),
        ("instrument", "annotation"): translate("Unfinished", "Annotation on “{name}”"),
        ("instrument", "merge"): translate("Unfinished", "Answers to a merge of drafts of “{name}”"),
        ("instrument", "conversation"): translate("Unfinished", "Word to colleagues on “{name}”"),
        ("instrument", "write_down"): translate("Unfinished", "Comment written down on “{name}”"),
        ("thread", "reply"): translate("Unfinished", "Reply to an annotation on “{name}”"),
        ("reply_template", "form"): translate("Unfinished", "Saved reply “{name}”"),
        ("letter_template", "form"): translate("Unfinished", "Template of a letter: {name}"),
        ("message_template", "form"): translate("Unfinished", "Template of a message: {name}"),
        ("expert", "form"): translate("Unfinished", "Expert “{name}”"),
    }.get((kind, field), translate("Unfinished", "Reason of a move of {name}"))
    if kind == "instrument" and field.startswith("step_"):
        words = translate("Unfinished", "Next step of “{name}”")
    name = shown_code(draft.name) if kind == "petition" else visible_controls(draft.name)
    return fill(words, name=name)
