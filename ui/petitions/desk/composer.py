"""The composer: one input box for notes, orders and replies, and for every move that requires a reason.

Typed text is saved by petition and mode, and deleted only after the desk has accepted it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.petitions.vocabulary import CLOSING_WITHOUT_ANSWER, Move
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.moves import face_of
from ui.actions import make_action
from ui.errors import sentence
from ui.guard import guarded
from ui.petitions.desk.composer_checks import field_of, lacking, possible
from ui.petitions.desk.composer_fields import ColleagueFields, ReplyFields
from ui.petitions.desk.composer_tabs import ComposerTabs
from ui.petitions.desk.composer_text import MOST_LINES, ComposerText
from ui.petitions.desk.composer_words import box_face, heading_words
from ui.petitions.desk.details_body import LOW
from ui.petitions.desk.sending import SIDE_MODES, BoxMode, Mode, Sending, moves_of
from ui.petitions.desk.unsent import Unsent, key_of
from ui.petitions.referrals.order_fields import OrderFields
from ui.petitions.referrals.side_fields import SideFields, side_choices
from ui.petitions.replies.reply_kind import ReplyKind
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.button import Button, IconButton
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import fill_rounded, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.refusal import RefusalCard
from ui.widgets.unsaved import mark_kept

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.outcomes import OutcomeChoice

TABS: Final = (Mode.NOTE, Mode.ORDER, Mode.REPLY)


class PetitionComposer(QFrame):
    """Input box of the desk.

    `sent` carries a complete `Sending`. Missing input is refused at its field.
    """

    sent = Signal(object)
    saved_reply_asked = Signal()
    own_reply_to_remove = Signal()
    beside_asked = Signal()
    #: It has fields above the text or a line below it, or has none any more.
    unfolded = Signal(bool)

    def __init__(self, unsent: Unsent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unsent = unsent
        self._detail: PetitionDetail | None = None
        self._units: tuple[tuple[int, str], ...] = ()
        #: Petition and mode of the current choices, and whether they are being restored.
        self._chosen_for: tuple[int, BoxMode] | None = None
        #: Petition of the current kind of reply.
        self._kind_for: int | None = None
        self._choosing = False
        self.mode: BoxMode = Mode.NOTE
        self.tabs = ComposerTabs()
        self.order, self.reply, self.colleague = OrderFields(), ReplyFields(), ColleagueFields()
        self.side, self.kind = SideFields(), ReplyKind()
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
        self.title = PlainLabel("", "secondary", bold=True)
        self.hint = PlainLabel("", "header", "warn")
        #: Name of the person on whose behalf this is sent. A deputy always sees it before sending.
        self.behalf = PlainLabel("", "header", "acctext", elide=True)
        self._cancel = IconButton("ph.x", translate("Inbox", "Put aside"), key="Esc", icon_side=14)
        self._cancel.clicked.connect(self.back_to_notes)
        self.save_button = Button(translate("Inbox", "Save draft"), "ghost", size="small", writes=True)
        self.save_button.clicked.connect(lambda _checked=False: self._send(Mode.DRAFT))
        insert = translate("Inbox", "Put in a saved reply")
        self.saved_reply = IconButton("ph.chat-text", insert, key="Ctrl+J", icon_side=16)
        self.saved_reply.clicked.connect(lambda _checked=False: self.saved_reply_asked.emit())
        self.send_button = Button("", "primary", key="Ctrl+Return", size="small", writes=True)
        self.send_button.clicked.connect(lambda _checked=False: self.send())
        self.tabs.chosen.connect(self._on_tab)
        self.reply.outcome.currentIndexChanged.connect(lambda _index: self._show_hint())
        for fields in (self.order, self.reply, self.colleague, self.side, self.kind):
            fields.changed.connect(self._on_chosen)
        self.kind.changed.connect(self._show_again)
        self._lay_out()
        make_action(self, translate("Inbox", "Send what is written"), self.send, key="Ctrl+Return",
                    more_keys=("Ctrl+Enter",), writes=True)  # fmt: skip
        removing = translate("SavedReplies", "Remove a saved reply of one's own")
        make_action(self, removing, self.own_reply_to_remove.emit)
        self.order.beside_asked.connect(self.beside_asked)
        others = translate("Referrals", "Others at the same time…")
        make_action(self, others, self._ask_beside, key="Ctrl+B", icon="ph.git-branch", writes=True)
        make_action(self, insert, self.saved_reply_asked.emit, key="Ctrl+J", icon="ph.chat-text")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.title, self.tabs):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.hint)
        head.addWidget(self._cancel)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.send_button)
        foot.addWidget(self.behalf, 1)
        foot.addWidget(self.saved_reply)
        foot.addWidget(self.save_button)
        column = self._column = QVBoxLayout(self)
        set_margins(column, 9, 6, 9, 4)
        column.setSpacing(6)
        column.addLayout(head)
        for fields in (self.kind, self.order, self.reply, self.colleague, self.side):
            column.addWidget(fields)
        column.addWidget(self.edit)
        column.addWidget(self.refusal)
        column.addWidget(self.kept)
        column.addLayout(foot)

    def show_roomy(self, roomy: bool) -> None:
        """Gives the text all the room of its column, or a few lines."""
        self.edit.show_roomy(roomy)

    # What it is for

    def know_units(self, units: Sequence[tuple[int, str]]) -> None:
        """Sets the units for referrals, as pairs of id and name."""
        self._units = tuple(units)
        if self._detail is not None:
            self.order.offer_units(self._units, self._detail.unit_id)
            self._choose_again()

    def know_outcomes(self, choices: Sequence[OutcomeChoice]) -> None:
        """Sets the outcomes that the office configured."""
        self.reply.know_outcomes(choices)
        if self._detail is not None:
            self._choose_again()

    def show_for(self, detail: PetitionDetail) -> None:
        """Shows the composer for a petition, with its unsent text."""
        other = self._detail is None or self._detail.id != detail.id
        self._detail = detail
        self.order.offer_units(self._units, detail.unit_id)
        # A text stays in its box, even if a colleague made its act impossible.
        written = not other and self._unsent.text(detail.id, self.mode, detail.tracking_code)
        if other or not (written or possible(self.mode, detail)):
            self.refusal.clear()
            self.mode = self._first_mode(detail)
        self._show_mode()

    def _on_restored(self) -> None:
        """Shows texts restored from an earlier window, as this petition may be on the screen already."""
        if self._detail is not None and not self.text().strip():
            self.mode = self._first_mode(self._detail)
        self._show_again()

    def _show_again(self) -> None:
        if self._detail is not None:
            self._show_mode()

    def _first_mode(self, detail: PetitionDetail) -> Mode:
        code = detail.tracking_code
        for mode in (Mode.REPLY, Mode.ORDER, Mode.NOTE):
            if possible(mode, detail) and self._unsent.text(detail.id, mode, code):
                return mode
        return Mode.REPLY if detail.draft and possible(Mode.REPLY, detail) else Mode.NOTE

    def turn_to(self, mode: BoxMode, *, focus: bool = True) -> None:
        """Changes the mode and focuses the first input field."""
        if mode is Mode.INTERIM and self._detail is not None:
            mode, self._kind_for = Mode.REPLY, self._detail.id
            self.kind.choose(interim=True)
        self.refusal.clear()
        self.mode = mode
        self._show_mode()
        if focus:
            fields = box_face(mode).fields
            first: QWidget = self.edit
            if "unit" in fields:
                first = self.order.unit
            elif "person" in fields:
                first = self.colleague.person
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_beside(self) -> None:
        if self.mode is Mode.ORDER and self.order.beside_button.isEnabled():
            self.beside_asked.emit()

    def back_to_notes(self) -> None:
        """Leaves the mode of a move. Its typed text is kept."""
        self.turn_to(Mode.NOTE, focus=False)

    def _on_tab(self, mode: BoxMode) -> None:
        self.turn_to(mode)

    def _show_mode(self) -> None:
        detail = self._detail
        assert detail is not None
        tabbed = self.mode in TABS
        self.tabs.setVisible(tabbed)
        self.tabs.show_mode(self.mode, frozenset(mode for mode in TABS if possible(mode, detail)))
        self.title.setVisible(not tabbed)
        self._cancel.setVisible(not tabbed)
        face = box_face(self.mode)
        self.title.setText(heading_words(self.mode, detail))
        self.order.setVisible(self.mode is Mode.ORDER)
        self.order.allow(moves=Move.REFER in detail.allowed, beside=detail.sends_beside)
        self.colleague.setVisible("person" in face.fields)
        sides = side_choices(self.mode, detail)
        self.side.offer(sides)
        self.side.setVisible(len(sides) > 1)
        self._offer_kinds(detail)
        resolving = self.mode is Move.CLOSE or (self.mode is Mode.REPLY and self.resolves)
        self.reply.setVisible(resolving)
        if resolving:
            answering = self.mode is Mode.REPLY and self.resolves
            closing = Move.CLOSE in detail.allowed
            self.reply.offer_outcomes(answering=answering, closing=closing, notice=detail.notice)
        self.save_button.setVisible(self.mode is Mode.REPLY)
        self._tell_unfolded()
        self._choose_again()
        self._show_hint()
        self._show_behalf(detail)
        self.send_button.setText(self._send_words())
        self.send_button.setEnabled(possible(self.mode, detail))
        self.edit.setPlaceholderText(face.placeholder)
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

    def _offer_kinds(self, detail: PetitionDetail) -> None:
        """Offers an interim reply beside the final one, with the kind that was chosen for the unsent text."""
        moves = moves_of(Mode.REPLY) & detail.allowed
        self.kind.offer(
            interim=detail.sends_interim,
            final=bool(moves),
            submits=Move.RESOLVE not in moves,
            paused=detail.paused_on is not None,
        )
        if self._kind_for != detail.id or self.mode is not Mode.REPLY:
            self._kind_for = detail.id
            chosen = self._unsent.choices(detail.id, Mode.REPLY, detail.tracking_code)
            self.kind.choose(interim=bool(chosen.get("interim")))
        self.kind.setVisible(self.mode is Mode.REPLY and detail.sends_interim)

    def _show_hint(self) -> None:
        """Shows whether the petitioner will read the text: an answer is read, the reason of a closing is not."""
        answers = self.reply.outcome.code() not in CLOSING_WITHOUT_ANSWER
        seen = self.mode is Mode.REPLY and (answers or not self.resolves)
        words = translate("Inbox", "The petitioner sees this") if seen else ""
        if self.mode is Move.TAKE_OVER:
            words = translate("Inbox", "What your colleague has typed is kept for them")
        self.hint.setText(words)

    def _show_behalf(self, detail: PetitionDetail) -> None:
        moves: tuple[Move | None, ...] = tuple(moves_of(self.mode) & detail.allowed) or (None,)
        name = next((detail.on_behalf_of[move] for move in moves if move in detail.on_behalf_of), "")
        words = fill(translate("Inbox", "on behalf of {person}"), person=name) if name else ""
        self.behalf.setText(words)

    @property
    def resolves(self) -> bool:
        """Whether the reply ends the petition; otherwise it goes to the manager, or leaves the petition open."""
        return self._detail is not None and Move.RESOLVE in self._detail.allowed and not self.kind.interim

    def _send_words(self) -> str:
        if self.mode is Mode.REPLY and self.kind.interim:
            return box_face(Mode.INTERIM).send
        if self.mode is Mode.REPLY and not self.resolves:
            return face_of(Move.SUBMIT).title
        face = box_face(self.mode)
        return face.send or face.title

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
        detail, fields = self._detail, self._fields()
        chosen = {} if fields is None else fields.chosen()
        if self.mode is Mode.REPLY and self.kind.interim:
            chosen = {**chosen, "interim": True}
        self._unsent.keep(detail.id, self.mode, self.text(), detail.tracking_code, chosen)

    def _on_chosen(self) -> None:
        """Saves a choice together with its text. A choice without text is not saved."""
        detail = self._detail
        if detail is None or self._choosing:
            return
        if self._unsent.text(detail.id, self.mode, detail.tracking_code):
            self._on_typed()

    def _fields(self) -> OrderFields | ReplyFields | ColleagueFields | SideFields | None:
        """Returns the fields for choices of the current mode; None where it has none."""
        if self.mode is Mode.ORDER:
            return self.order
        if "person" in box_face(self.mode).fields:
            return self.colleague
        if self.mode in SIDE_MODES:
            return self.side
        return self.reply if self.mode is Move.CLOSE or (self.mode is Mode.REPLY and self.resolves) else None

    def _choose_again(self) -> None:
        """Restores the choices saved with the text.

        Choices made without a text remain while petition and mode are the same.
        """
        detail, fields = self._detail, self._fields()
        if detail is None or fields is None:
            return
        here = (detail.id, self.mode)
        choices = self._unsent.choices(*here, detail.tracking_code)
        if not choices and self._chosen_for == here:
            return
        self._chosen_for, self._choosing = here, True
        try:
            fields.choose(choices)
        finally:
            self._choosing = False

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
        missing = lacking(mode, detail, self.order, self.reply, self.edit, resolves=self.resolves)
        if missing is not None:
            self.refuse(*missing)
            return
        resolving = mode is Move.CLOSE or (mode is Mode.REPLY and self.resolves)
        self.sent.emit(
            Sending(
                mode,
                self.text(),
                unit_id=self.order.unit.code(),
                purpose=self.order.purpose.code(),
                days=self.order.days.code(),
                beside=self.order.targets() if mode is Mode.ORDER else (),
                referral_id=self.side.referral.code() or 0,
                outcome=self.reply.outcome.code() if resolving else None,
                satisfaction=self.reply.satisfaction.code(),
                duplicate_of=self.reply.duplicate_of.text(),
                person_id=self.colleague.person.code(),
                reason=self.reply.reason.text() if resolving and self.reply.wants_reason else "",
                interim=mode is Mode.REPLY and self.kind.interim,
            )
        )

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
        field = field_of(error, self.reply, self.edit)
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
