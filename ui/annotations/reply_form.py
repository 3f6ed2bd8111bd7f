"""The field for a reply to a thread, with what can be done with its words. It stays while the thread changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.annotations.service import ThreadRow
from desktop_app.instruments.vocabulary import ThreadOutcome, ThreadStatus
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.annotations.kept_words import reply_key, words_after
from ui.annotations.mention_text import MentionText
from ui.annotations.thread_words import outcome_name
from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.unfinished import Unfinished
from ui.widgets.button import Button
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.unsaved import mark_kept

_HEIGHT: Final = 64


class ReplyForm(QWidget):
    """Shows what became of the thread meanwhile. Ctrl+Enter sends; of a resolved thread it reopens it first.

    Without `settles` the thread is closed elsewhere.
    """

    #: The words should be sent: as a reply, or with the reopening of a resolved thread.
    sent = Signal()
    reopened = Signal()
    #: The outcome that should settle the thread was chosen.
    settled = Signal(str)

    def __init__(
        self,
        thread: int,
        unfinished: Unfinished,
        staff: tuple[tuple[int, str], ...],
        draft: str,
        *,
        settles: bool = True,
    ) -> None:
        super().__init__()
        self._resolved = False
        self._settles = settles
        self.meanwhile = MeanwhileCard()
        self.text = MentionText(draft, "secondary")
        self.text.offer_staff(staff)
        self.text.setPlaceholderText(translate("Comparison", "Reply… (@ mentions somebody)"))
        self.text.keep_height(_HEIGHT)
        self.text.setAccessibleName(translate("Comparison", "Reply"))
        mark_kept(self.text)
        line = KeptLine(unfinished)
        line.follow(reply_key(thread))
        self.send = make_action(
            self,
            translate("Comparison", "Send the reply"),
            self._send,
            key="Ctrl+Return",
            in_palette=False,
            writes=True,
        )
        self._send_button = Button.of(self.send, size="small", writes=True)
        self._reopen = Button(
            translate("Comparison", "Reopen and send"), size="small", icon="ph.arrow-counter-clockwise"
        )
        self._reopen.clicked.connect(self._send)
        self._only = Button(translate("Comparison", "Send only"), "ghost", size="small")
        self._only.clicked.connect(self._send_only)
        self.settle = Button(translate("Comparison", "Close"), menu_caret=True, size="small", icon="ph.check")
        self.settle.clicked.connect(lambda: pop_up(outcome_menu(self, self.settled.emit), self.settle))
        moves = QHBoxLayout()
        moves.setSpacing(0)
        for button in (self._send_button, self._reopen, self._only):
            moves.addWidget(button)
        moves.addStretch(1)
        moves.addWidget(self.settle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.meanwhile, self.text, line):
            column.addWidget(widget)
        column.addLayout(moves)
        self.show_row_state(resolved=False)

    def show_row(self, row: ThreadRow) -> None:
        """Shows the moves of the thread as it is now; the words stay."""
        resolved = row.status is ThreadStatus.RESOLVED
        self.meanwhile.show_words(closed_meanwhile(row) if resolved else "")
        self.text.setAccessibleDescription(self.meanwhile.words.text() if resolved else "")
        self.show_row_state(resolved=resolved)

    def show_row_state(self, *, resolved: bool) -> None:
        """Shows the buttons for an open or a resolved thread."""
        self._resolved = resolved
        for button, shown in (
            (self._send_button, not resolved),
            (self.settle, self._settles and not resolved),
            (self._reopen, resolved),
            (self._only, resolved),
        ):
            button.setVisible(shown)

    @property
    def is_empty(self) -> bool:
        return not self.text.toPlainText().strip()

    def _send(self) -> None:
        if not self.is_empty and self.text.is_ready():
            (self.reopened if self._resolved else self.sent).emit()

    def _send_only(self) -> None:
        if not self.is_empty and self.text.is_ready():
            self.sent.emit()


def forget_reply(unfinished: Unfinished, thread: int, field: PlainText | None, sent: str) -> None:
    """Clears the words of a reply that were saved; words typed since stay."""
    left = words_after(field.toPlainText() if field is not None else "", sent)
    if field is not None:
        field.setPlainText(left)
    unfinished.keep(reply_key(thread), left)


def show_kept_reply(unfinished: Unfinished, thread: int, field: PlainText) -> None:
    """Shows the reply that was restored from an earlier window, or nothing if it was discarded."""
    kept = unfinished.text(reply_key(thread))
    if field.toPlainText() != kept:
        field.setPlainText(kept)


class MeanwhileCard(QWidget):
    """What a colleague did with a thread while its reply was being written; hidden without words."""

    def __init__(self) -> None:
        super().__init__()
        self.words = PlainLabel("", "secondary", "warn", wrap=True)
        column = QVBoxLayout(self)
        set_margins(column, 34, 6, 10, 6)
        column.addWidget(self.words)
        self.hide()

    def show_words(self, words: str) -> None:
        self.words.setText(words)
        self.setVisible(bool(words))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.warnbg, RADIUS, now.warnline)
        paint_icon(painter, Mirror.of(box).at(10, 16, top=7, height=16), "ph.warning", now.warn)


def closed_meanwhile(row: ThreadRow) -> str:
    """Returns who closed a thread how, and that the words of the reply are kept."""
    last = next((step for step in reversed(row.steps) if step.action == "resolved"), None)
    said = translate(
        "Comparison",
        "{name} closed it meanwhile: {outcome}. Your words are kept: reopen it with them, or send them only.",
    )
    outcome = outcome_name(row.outcome) if row.outcome is not None else ""
    return fill(said, name=last.actor_name if last is not None else "", outcome=outcome)


def outcome_menu(owner: QWidget, choose: Callable[[str], object]) -> QMenu:
    """Returns the menu of outcomes that settle a thread."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for outcome in ThreadOutcome:
        menu.addAction(outcome_name(outcome), calling(choose, outcome.value))
    return menu


def calling(choose: Callable[..., object], *values: object) -> Callable[[], None]:
    """Returns a function that calls `choose` with values."""
    return lambda: (choose(*values), None)[1]


def pop_up(menu: QMenu, button: QWidget) -> None:
    """Shows a menu below a button."""
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
