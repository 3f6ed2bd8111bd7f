"""The composer: one input box for notes, orders and replies, and for every move that requires a reason.

Typed text is saved by petition and mode, and deleted only after the desk has accepted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.wording import translate
from desktop_app.wording.errors import rule_sentence
from ui.actions import make_action
from ui.errors import sentence
from ui.guard import guarded
from ui.petitions.desk.composer_bars import TABS, ComposerFoot, ComposerHead
from ui.petitions.desk.composer_checks import field_of, lacking, possible
from ui.petitions.desk.composer_text import MOST_LINES, ComposerText
from ui.petitions.desk.composer_words import box_face
from ui.petitions.desk.details_body import LOW
from ui.petitions.desk.mode_fields import ModeFields
from ui.petitions.desk.sending import BoxMode, Mode, moves_of
from ui.petitions.desk.unsent import Unsent, key_of
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import fill_rounded, set_margins
from ui.widgets.refusal import RefusalCard
from ui.widgets.unsaved import mark_kept

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.outcomes import OutcomeChoice
    from desktop_app.petitions.referrals.side import SidePlace


class PetitionComposer(QFrame):
    """Input box of the desk.

    `sent` carries a complete `Sending`. Missing input is refused at its field.
    """

    sent = Signal(object)
    saved_reply_asked = Signal()
    own_reply_to_remove = Signal()
    #: It has fields above the text or a line below it, or has none any more.
    unfolded = Signal(bool)

    def __init__(self, unsent: Unsent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsent = unsent
        self._detail: PetitionDetail | None = None
        self._places: tuple[SidePlace, ...] | None = None
        self.mode: BoxMode = Mode.NOTE
        self._head, self._foot = ComposerHead(), ComposerFoot()
        self.tabs, self.title, self.hint = self._head.tabs, self._head.title, self._head.hint
        self.fields = fields = ModeFields(unsent, self)
        self.order, self.reply, self.colleague = fields.order, fields.reply, fields.colleague
        self.side, self.kind = fields.side, fields.kind
        self.edit = ComposerText()
        self.edit.setAccessibleName(translate("Inbox", "Your words"))
        self.edit.textChanged.connect(self._on_typed)
        self.edit.focused.connect(self.update)
        mark_kept(self.edit)
        self.refusal = RefusalCard()
        self.refusal.turned.connect(self._make_room)
        self.kept = KeptLine(unsent.unfinished)
        self.kept.turned.connect(self._make_room)
        unsent.unfinished.restored.connect(self._on_restored)
        unsent.unfinished.thrown_away.connect(lambda _texts: self._show_again())
        self.behalf, self.saved_reply = self._foot.behalf, self._foot.saved_reply
        self.send_button, self.save_button = self._foot.send_button, self._foot.save_button
        self._head.cancel.clicked.connect(self.back_to_notes)
        self.save_button.clicked.connect(lambda _checked=False: self._send(Mode.DRAFT))
        self.saved_reply.clicked.connect(lambda _checked=False: self.saved_reply_asked.emit())
        self.send_button.clicked.connect(lambda _checked=False: self.send())
        self.tabs.chosen.connect(self.turn_to)
        self.reply.outcome.currentIndexChanged.connect(lambda _index: self._show_hint())
        fields.changed.connect(self._on_chosen)
        self.kind.changed.connect(self._show_again)
        self._lay_out()
        make_action(self, translate("Inbox", "Send what is written"), self.send, key="Ctrl+Return",
                    more_keys=("Ctrl+Enter",), writes=True)  # fmt: skip
        removing = translate("SavedReplies", "Remove a saved reply of one's own")
        make_action(self, removing, self.own_reply_to_remove.emit)
        # The order text comes after the recipients.
        self.order.recipients.finished.connect(lambda: self.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        others = translate("Referrals", "Others at the same time…")
        make_action(self, others, self._ask_beside, key="Ctrl+B", icon="ph.git-branch", writes=True)
        insert = translate("Inbox", "Put in a saved reply")
        make_action(self, insert, self.saved_reply_asked.emit, key="Ctrl+J", icon="ph.chat-text")

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        set_margins(column, 9, 6, 9, 4)
        column.setSpacing(6)
        column.addLayout(self._head)
        for row in self.fields.rows():
            column.addWidget(row)
        column.addWidget(self.edit)
        column.addWidget(self.refusal)
        column.addWidget(self.kept)
        column.addLayout(self._foot)

    # What it is for

    def know_places(self, places: Sequence[SidePlace]) -> None:
        """Sets the units and clerks for referrals."""
        self._places = tuple(places)
        if self._detail is not None:
            self.order.offer_places(self._places, self._detail.unit_id)
            self.fields.restore(self.mode, self._detail)

    def know_outcomes(self, choices: Sequence[OutcomeChoice]) -> None:
        """Sets the outcomes that the office configured."""
        self.reply.know_outcomes(choices)
        if self._detail is not None:
            self.fields.restore(self.mode, self._detail)

    def show_for(self, detail: PetitionDetail) -> None:
        """Shows the composer for a petition, with its unsent text."""
        other = self._detail is None or self._detail.id != detail.id
        self._detail = detail
        self.order.offer_places(self._places, detail.unit_id)
        # A text stays in its box, even if a colleague made its act impossible.
        written = not other and self._unsent.text(detail.id, self.mode, detail.tracking_code)
        if other or not (written or possible(self.mode, detail)):
            self.refusal.clear()
            self.mode = self.fields.first_mode(detail)
        self._show_mode()

    def _on_restored(self) -> None:
        """Shows texts restored from an earlier window, as this petition may be on the screen already."""
        if self._detail is not None and not self.text().strip():
            self.mode = self.fields.first_mode(self._detail)
        self._show_again()

    def _show_again(self) -> None:
        if self._detail is not None:
            self._show_mode()

    def turn_to(self, mode: BoxMode, *, focus: bool = True) -> None:
        """Changes the mode and focuses the first input field."""
        if mode is Mode.INTERIM and self._detail is not None:
            mode = Mode.REPLY
            self.fields.choose_interim(self._detail)
        self.refusal.clear()
        self.mode = mode
        self._show_mode()
        if focus:
            fields = box_face(mode).fields
            first: QWidget = self.edit
            if "unit" in fields:
                first = self.order.recipients.field
            elif "person" in fields:
                first = self.colleague.person
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_beside(self) -> None:
        if self.mode is Mode.ORDER:
            self.order.recipients.ask()

    def back_to_notes(self) -> None:
        """Leaves the mode of a move. Its typed text is kept."""
        self.turn_to(Mode.NOTE, focus=False)

    def _show_mode(self) -> None:
        detail = self._detail
        assert detail is not None
        self._head.show_mode(self.mode, detail)
        self.fields.show_mode(self.mode, detail)
        self._tell_unfolded()
        self.fields.restore(self.mode, detail)
        self._show_hint()
        self._foot.show_mode(self.mode, detail, self.fields)
        self.edit.setPlaceholderText(box_face(self.mode).placeholder)
        text = self._unsent.text(detail.id, self.mode, detail.tracking_code)
        self.kept.follow(key_of(detail.id, self.mode) if text else None)
        if not text and self.mode is Mode.REPLY:
            text = detail.draft
        self.edit.blockSignals(True)
        if self.edit.toPlainText() != text:
            self.edit.setPlainText(text)
        self.edit.blockSignals(False)
        self.edit.grow()
        self.update()

    def _show_hint(self) -> None:
        detail = self._detail
        self._head.show_hint(
            self.mode, self.fields.delivery(self.mode, detail) if detail is not None else None
        )

    # Writing

    def text(self) -> str:
        return self.edit.toPlainText()

    def put_in(self, text: str) -> None:
        """Inserts plain text at the cursor and focuses the box."""
        self.edit.insertPlainText(text)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_typed(self) -> None:
        if self._detail is None:
            return
        detail, chosen = self._detail, self.fields.chosen(self.mode, self._detail)
        self._unsent.keep(detail.id, self.mode, self.text(), detail.tracking_code, chosen)

    def _on_chosen(self) -> None:
        """Saves a choice together with its text. A choice without text is not saved."""
        detail = self._detail
        if detail is None:
            return
        if self._unsent.text(detail.id, self.mode, detail.tracking_code):
            self._on_typed()

    def send(self) -> None:
        """Sends the input, if it is complete."""
        self._send(self.mode)

    def _send(self, mode: BoxMode) -> None:
        detail = self._detail
        if detail is None:
            return
        self.refusal.clear()
        if not possible(mode, detail):
            rule = next((detail.refusals[move] for move in moves_of(mode) if move in detail.refusals), "")
            self.refuse(self.edit, rule_sentence(rule or "not_from_this_state"))
            return
        missing = lacking(
            mode, detail, self.order, self.reply, self.edit, resolves=self.fields.resolves(detail)
        )
        if missing is not None:
            self.refuse(*missing)
            return
        self.sent.emit(self.fields.sending(mode, detail, self.text()))

    def _make_room(self) -> None:
        """Leaves the text one line in a low window while a card stands at another field, two below a kept text."""
        refused = not self.refusal.isHidden() and self.refusal.field is not self.edit
        few = 1 if refused else 2 if not self.kept.isHidden() else MOST_LINES
        self.edit.show_lines(few if self.window().height() < LOW else MOST_LINES)
        self._tell_unfolded()

    def _tell_unfolded(self) -> None:
        self.unfolded.emit(self.mode is not Mode.NOTE or not self.kept.isHidden())

    def refuse(self, field: QWidget, words: str) -> None:
        """Says at a field what is missing, and that nothing was sent."""
        # The card stands below the field, or below the row of fields that contains it.
        rows = (self.order, self.reply, self.colleague, self.side, self.edit)
        row = next(one for one in rows if one is field or one.isAncestorOf(field))
        self._column.removeWidget(self.refusal)
        self._column.insertWidget(self._column.indexOf(row) + 1, self.refusal)
        kept = translate("Inbox", "Nothing was sent.")
        if self.text().strip():
            kept = translate("Inbox", "Nothing was sent, and your text is kept.")
        title = self.reply.reason_title if field is self.reply.reason else None
        self.refusal.show_at(field, words, kept, title)

    def refuse_error(self, error: Exception) -> bool:
        """Shows at its field what the database refused; returns whether the error is about a field here."""
        field = field_of(error, self.order, self.reply, self.edit)
        if field is None:
            return False
        self.refuse(field, sentence(error))
        return True

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.mode not in TABS:
            self.back_to_notes()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        now = theme()
        ground = now.note if self.mode is Mode.ORDER else now.base
        border = now.noteline if self.mode is Mode.ORDER else now.edge
        if self.refusal.field is self.edit:
            border, width = now.warnline, 2
        elif self.edit.hasFocus():
            border, width = now.accent, 2
        else:
            width = 1
        fill_rounded(QPainter(self), QRectF(self.rect()), ground, RADIUS, border, width)
