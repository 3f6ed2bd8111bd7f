"""The details pane: one petition, what may be done with it, and doing it.

A key that is struck while the petition is still being read is kept and obeyed when it is there. What does not go
through because somebody was quicker is shown beside what they did, and sent again only when the person says so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop_app.errors import DatabaseAwayError
from desktop_app.petitions.deadlines.counting import Deadline
from desktop_app.petitions.desk.detail import PetitionDetail
from desktop_app.petitions.desk.disclosure import Identifiers
from desktop_app.petitions.duplicates.similar import Alike
from desktop_app.petitions.outcomes import OutcomeChoice
from desktop_app.petitions.referrals.side import SidePlace
from desktop_app.petitions.vocabulary import Move, Outcome
from desktop_app.staff.presence import Present
from desktop_app.wording import fill, translate
from ui import jobs
from ui.guard import guarded
from ui.petitions.codes import shown_code
from ui.petitions.deadlines.why_popup import WhyPopup
from ui.petitions.desk.composer import PetitionComposer, possible
from ui.petitions.desk.details_body import DetailsBody
from ui.petitions.desk.details_head import DetailsHead, lock_sentence
from ui.petitions.desk.details_parts import Hairline, LockLine
from ui.petitions.desk.dispatch import Dispatch
from ui.petitions.desk.label_chips import LabelLine
from ui.petitions.desk.move_actions import MoveActions, make_move_actions
from ui.petitions.desk.sending import Mode, Sending, done_words
from ui.petitions.desk.unsent import Unsent
from ui.petitions.duplicates.duplicates_line import LikesLine
from ui.petitions.empty_pages import may_register
from ui.petitions.referrals.custody_words import waiting_words
from ui.petitions.replies.saved_replies import SavedReplies
from ui.theme import theme
from ui.widgets.finder import FinderDialog, FinderEntry
from ui.widgets.painting import Mirror, set_margins
from ui.widgets.presence_line import PresenceLine
from ui.widgets.skeleton import Skeleton
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InboxServices

WIDTH: Final = 408
#: A petition that is looked at for this long, in milliseconds, counts as read.
_READ_AFTER: Final = 1500


class DetailsPane(QWidget):
    """`changed` tells that something was done: the sending (None for an undo), and the petition as it is now."""

    changed = Signal(object, object)
    was_read = Signal(int)
    #: A petition has other labels now.
    relabelled = Signal(int)
    said = Signal(str, object)
    left = Signal()

    def __init__(
        self, workplace: Workplace[InboxServices], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._workplace, self._today = workplace.services, workplace, today
        self._detail: PetitionDetail | None = None
        self._wanted: int | None = None
        self._pending: Mode | None = None
        self._dispatch = Dispatch(workplace, self)
        self._refused: Sending | None = None
        #: What was done here and can be taken back, the latest last: the petitions as they were after it.
        self._done: deque[PetitionDetail] = deque(maxlen=100)
        self._from_text = False
        self._why: WhyPopup | None = None
        #: Who else can be asked, as long as it is open.
        self.places_finder: FinderDialog | None = None
        self.unsent = Unsent(workplace.unfinished)
        self.actions_of_moves: MoveActions = make_move_actions(self, self.ask, self.undo)
        self.head = DetailsHead(
            self.actions_of_moves.moves, self.actions_of_moves.sides, self.actions_of_moves.undo
        )
        self.body = DetailsBody(workplace)
        self.likes = LikesLine(workplace, self)
        self.labels = LabelLine(workplace, self)
        self.composer = PetitionComposer(self.unsent)
        self.saved_replies = SavedReplies(workplace, today, self)
        self.lock_line = LockLine()
        self.presence = PresenceLine()
        self._present: Sequence[Present] = ()
        self._lay_out()
        self._wire()
        self.give_actions_to(self.head, self.body)
        self._read_timer = QTimer(self, singleShot=True, interval=_READ_AFTER)
        self._read_timer.timeout.connect(self._mark_read)
        self.actions_of_moves.forbid()

    def _lay_out(self) -> None:
        # From the outside inwards: whatever is brought into another widget is styled anew with all that is in it.
        self._pages = QStackedLayout(self)
        set_margins(self._pages, 1, 0, 0, 0)
        self._skeleton = Skeleton("text")
        page = QWidget()
        for widget in (QWidget(), self._skeleton, page):
            self._pages.addWidget(widget)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.labels)
        column.addWidget(self.likes)
        column.addWidget(Hairline())
        column.addWidget(self.body, 1)
        foot = QVBoxLayout()
        set_margins(foot, 12, 6, 12, 12)
        foot.setSpacing(6)
        foot.addWidget(self.presence)
        foot.addWidget(self.lock_line)
        foot.addWidget(self.composer)
        column.addLayout(foot)

    def _wire(self) -> None:
        self.composer.sent.connect(self.send)
        self.composer.saved_reply_asked.connect(self._ask_saved_reply)
        self.composer.beside_asked.connect(self._ask_beside)
        self.composer.own_reply_to_remove.connect(self.saved_replies.ask_to_remove)
        self.saved_replies.filled.connect(self._put_in)
        self.saved_replies.undoable.connect(self.said)
        self.saved_replies.said.connect(lambda words: self.said.emit(words, None))
        self.composer.complained.connect(lambda words: self.said.emit(words, None))
        self.body.conflict.send_mine.connect(self._send_again)
        self.body.conflict.put_aside.connect(self._put_aside)
        self.likes.said.connect(self.said)
        for part in (self.body.attachments, self.body.improvements):
            part.said.connect(self.said)
            part.changed.connect(self._on_likes_changed)
        self.likes.changed.connect(self._on_likes_changed)
        self.likes.merge_asked.connect(self._merge_into)
        self.head.why_asked.connect(self.explain)
        self.head.reveal_asked.connect(self.reveal)
        self.labels.said.connect(self.said)
        self.labels.changed.connect(self._on_labelled)
        self._dispatch.done.connect(self._on_done)
        self._dispatch.conflicted.connect(self._on_conflict)
        self._dispatch.taken_back.connect(self._on_taken_back)
        self._dispatch.not_taken_back.connect(self._on_not_taken_back)
        self._dispatch.busy_changed.connect(self._on_busy)

    def give_actions_to(self, *places: QWidget) -> None:
        """Makes the single-letter keys work there too; never where something is typed or chosen."""
        for place in places:
            place.addActions([*self.actions_of_moves.all(), self.labels.ask_action])
        # On the pane itself they would take letters from the fields of the box.
        for action in self.actions_of_moves.all():
            self.removeAction(action)

    def give(self, action: QAction) -> None:
        """Offers a command of the screen here too: its key, and in the menu of what else can be done."""
        self.head.addAction(action)
        self.body.addAction(action)
        self.head.more.append(action)

    # Looking

    @property
    def detail(self) -> PetitionDetail | None:
        """The petition that is shown."""
        return self._detail

    def is_writing(self) -> bool:
        """Whether something is written on the petition that is shown, and not sent."""
        return self._detail is not None and bool(self.unsent.modes(self._detail.id))

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows which colleagues are at the petition."""
        self._present = present
        self.presence.show_at("petition", None if self._detail is None else self._detail.id, present)

    def know_units(self, units: Sequence[tuple[int, str]]) -> None:
        self.composer.know_units(units)

    def know_outcomes(self, choices: Sequence[OutcomeChoice]) -> None:
        self.composer.know_outcomes(choices)

    def show_nothing(self) -> None:
        """Nothing is selected."""
        self._wanted, self._detail, self._pending = None, None, None
        self._close_why()
        self._read_timer.stop()
        self.actions_of_moves.forbid()
        self._pages.setCurrentIndex(0)

    def mark(self, query: str) -> None:
        """Marks what a search asks for in the words of whoever is shown."""
        self.body.mark(query)

    def show_petition(self, petition_id: int) -> None:
        """Reads a petition and shows it; what was read before it arrives is dropped."""
        if petition_id == self._wanted:
            return
        self._wanted, self._pending = petition_id, None
        self._close_why()
        self._read_timer.stop()
        self.actions_of_moves.wait()
        self._read(petition_id)

    @property
    def sending(self) -> bool:
        """Whether a move is being written, or taken back."""
        return self._dispatch.busy

    def reload(self) -> None:
        """Reads the petition that is shown again."""
        if self._wanted is not None and not self._dispatch.busy:
            self._read(self._wanted)

    def _read(self, petition_id: int) -> None:
        if self._detail is None:
            self._pages.setCurrentIndex(1)
        jobs.run(
            self,
            lambda: self._services.desk.peek(self._workplace.actor, petition_id),
            self._on_read,
            lambda error: self._on_unreadable(petition_id, error),
        )

    def _on_read(self, detail: PetitionDetail) -> None:
        if detail.id != self._wanted:
            return
        self._show(detail)
        self._read_timer.start()
        pending, self._pending = self._pending, None
        if pending is not None:
            self.ask(pending)

    def _on_unreadable(self, petition_id: int, error: Exception) -> None:
        # What was read before stays readable while the database is away.
        stands = self._detail is not None and self._detail.id == petition_id
        if petition_id == self._wanted and not (stands and isinstance(error, DatabaseAwayError)):
            self.show_nothing()
        jobs.show_error(self, error)

    def _show(self, detail: PetitionDetail) -> None:
        same = self._detail is not None and self._detail.id == detail.id
        self._detail = detail
        if not same:
            self._refused = None
            self.body.conflict.hide()
        self.head.show_detail(detail, self._today())
        self.labels.show_detail(detail)
        self.body.show_detail(detail, self._today(), same=same)
        self.likes.show_for(detail)
        may = may_register(self._workplace.actor)
        self.body.attachments.show_for(detail, may_add=may)
        self.body.improvements.show_for(detail, may_make=may)
        self.body.messages.show_for(detail.id)
        resolving = Move.RESOLVE in detail.allowed or Move.CLOSE in detail.allowed
        self.lock_line.show_text(lock_sentence(detail) or (waiting_words(detail) if resolving else ""))
        self.show_present(self._present)
        self.composer.show_for(detail)
        self.actions_of_moves.allow(detail)
        self._pages.setCurrentIndex(2)
        if detail.allowed and detail.assignee_id == self._workplace.actor.person_id:
            self._know_colleagues(detail)

    def _know_colleagues(self, detail: PetitionDetail) -> None:
        unit = detail.unit_id
        jobs.run(
            self,
            lambda: self._services.desk.clerks(unit),
            lambda clerks: self.composer.colleague.offer_clerks(clerks, detail.assignee_id),
        )

    def _mark_read(self) -> None:
        detail = self._detail
        if detail is None or not self.isVisible():
            return
        jobs.run(
            self,
            lambda: self._services.desk.open(self._workplace.actor, detail.id),
            lambda now: self.was_read.emit(now.id),
        )

    def explain(self) -> None:
        """Shows why the deadline is what it is; asked again, puts the answer away."""
        if self._close_why():
            return
        detail = self._detail
        if detail is not None:
            jobs.run(
                self,
                lambda: self._services.desk.why_this_date(self._workplace.actor, detail.id),
                self._explain,
            )

    def reveal(self) -> None:
        """Shows who sent the petition to somebody who does not work on it, and says that this is noted."""
        detail = self._detail
        if detail is None or not detail.may_reveal:
            return
        number = detail.id
        jobs.run(
            self,
            lambda: self._services.desk.reveal(self._workplace.actor, number),
            lambda found: self._on_revealed(number, found),
        )

    def _on_revealed(self, petition_id: int, found: Identifiers) -> None:
        self.head.show_identifiers(petition_id, found)
        self.said.emit(
            translate(
                "Inbox", "You see personal data of another unit's petition; this is noted in its history."
            ),
            None,
        )
        self.reload()

    def _on_likes_changed(self) -> None:
        self.reload()
        self.changed.emit(None, self._detail)

    def _merge_into(self, alike: Alike) -> None:
        """Turns the box to closing the petition as a duplicate of `alike`, with the reason begun."""
        if self._detail is None or not possible(Mode.CLOSE, self._detail):
            return
        self.composer.turn_to(Mode.CLOSE)
        self.composer.reply.outcome.choose(Outcome.DUPLICATE)
        self.composer.reply.duplicate_of.setText(shown_code(alike.tracking_code))
        if not self.composer.edit.toPlainText().strip():
            words = translate("Likeness", "The same as {code}.")
            self.composer.edit.setPlainText(fill(words, code=shown_code(alike.tracking_code)))

    def _close_why(self) -> bool:
        """Puts the answer to «چرا؟» away; whether there was one."""
        popup, self._why = self._why, None
        open_ = popup is not None and shiboken6.isValid(popup) and popup.isVisible()
        if popup is not None and open_:
            popup.close()
        return open_

    def _explain(self, found: Deadline | None) -> None:
        popup = self._why = WhyPopup(found, self)
        popup.show_at(self.head.why_bottom() + 2)

    # Doing

    def _hands_back(self) -> None:
        """The keyboard goes back to where it was before the box, where the keys of the desk work."""
        # Nobody may have the focus: Qt takes that for nobody's child.
        if self.composer.isAncestorOf(self.window().focusWidget()):
            if self._from_text:
                self.body.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left.emit()

    def ask(self, mode: Mode) -> None:
        """Begins what a key or button stands for: at once, or by turning the box to it."""
        detail = self._detail
        self._close_why()
        if self._wanted is None:
            return
        if detail is None or detail.id != self._wanted:
            self._pending = mode
            return
        if not possible(mode, detail):
            self._say_why_not(mode, detail)
        elif mode in {Mode.TAKE, Mode.ARCHIVE}:
            self.send(Sending(mode))
        else:
            if mode is Mode.HAND_OVER:
                self._know_colleagues(detail)
            self._from_text = self.isAncestorOf(self.window().focusWidget())
            self.composer.turn_to(mode)

    def _ask_saved_reply(self) -> None:
        if self._detail is not None and self._detail.id == self._wanted:
            self.saved_replies.ask(self._detail, self.composer.text())

    def _ask_beside(self) -> None:
        """Offers units and clerks to be asked at the same time; each can be put there and taken away again."""
        sides, detail = self._services.side_referrals, self._detail
        if detail is not None:
            jobs.run(self, sides.places, lambda places: self._offer_places(detail, places))

    def _offer_places(self, detail: PetitionDetail, places: tuple[SidePlace, ...]) -> None:
        order, me = self.composer.order, self._workplace.actor.person_id

        def entries() -> list[FinderEntry]:
            return order.entries(places, detail.unit_id, me)

        def toggle(place: SidePlace) -> None:
            order.toggle(place)
            finder.show_entries(entries())

        finder = self.places_finder = FinderDialog(
            translate("Referrals", "Others at the same time"),
            translate("Referrals", "A few letters of a unit or a colleague"),
            translate("Referrals", "No unit and no colleague is called that."),
            entries(),
            self.window(),
            hint=translate("Inbox", "Ctrl+Enter, or the box beside a line: this one too"),
        )
        finder.chosen.connect(order.toggle)
        finder.toggled.connect(toggle)
        # Whoever is chosen, what is asked of them comes next.
        finder.finished.connect(lambda _result: self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason))
        finder.open_over(self)

    def _put_in(self, petition_id: int, text: str) -> None:
        # Asked for this petition: in the box of another one it would name the wrong person.
        if self._detail is not None and self._detail.id == petition_id:
            self.composer.put_in(text)

    def _on_labelled(self, petition_id: int) -> None:
        if petition_id == self._wanted:
            self.reload()
        self.relabelled.emit(petition_id)

    def _say_why_not(self, mode: Mode, detail: PetitionDetail) -> None:
        # Keys that moves share, and a reply that has to wait, end here too.
        twin = {Mode.WAIT: Mode.RESUME, Mode.SEND_BACK: Mode.GIVE_BACK}.get(mode)
        if twin is not None and possible(twin, detail):
            self.composer.turn_to(twin)
            return
        words = lock_sentence(detail) if mode is Mode.REPLY else ""
        self.said.emit(
            words or translate("Inbox", "That is not possible in this state, or not with your role."), None
        )

    def send(self, sending: Sending) -> None:
        """Does it with the petition that is shown."""
        if self._detail is not None:
            self._dispatch.send(self._detail, sending)

    def _on_busy(self, busy: bool) -> None:
        detail = self._detail
        free = not busy and detail is not None and possible(self.composer.mode, detail)
        self.composer.send_button.setEnabled(free)

    def _on_done(self, sending: Sending, now: PetitionDetail, today: int | None) -> None:
        self._refused = None
        self.body.conflict.hide()
        self.unsent.drop(now.id, sending.mode)
        if sending.mode is Mode.DRAFT:
            self.unsent.drop(now.id, Mode.REPLY)
        if self._wanted == now.id:
            if sending.undoable:
                self.composer.mode = Mode.NOTE
                self._hands_back()
            self._show(now)
        undo = None
        if sending.undoable:
            self._done.append(now)
            undo = self.undo
        self.said.emit(done_words(sending, now, today), undo)
        self.changed.emit(sending, now)

    def _on_conflict(
        self, seen: PetitionDetail, sending: Sending, now: PetitionDetail, error: Exception
    ) -> None:
        """The fresh state stands in the pane, both versions on top of it, the text stays in the box."""
        if sending.text:
            self.unsent.keep(seen.id, sending.mode, sending.text)
        if self._wanted != now.id:
            # The person has gone on to another one: the words wait there, and the bar tells of it.
            jobs.show_error(self, error)
            return
        mode = self.composer.mode
        self._show(now)
        if mode is sending.mode and possible(mode, now):
            self.composer.turn_to(mode, focus=False)
        self._refused = sending
        self.body.conflict.show_conflict(seen, now, sending)
        self.body.verticalScrollBar().setValue(0)

    def _send_again(self) -> None:
        if self._refused is None:
            return
        sending = self._refused
        # What was mended in the box meanwhile goes, not what was refused.
        if self.composer.mode is sending.mode:
            self.composer.send()
        else:
            self.send(sending)

    def _put_aside(self) -> None:
        self._refused = None
        self.body.conflict.hide()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def undo(self) -> None:
        """Takes back the person's last move, wherever they have gone since; struck again, the one before it. Where
        nothing was done here, the last one on the petition that is shown."""
        if self._done:
            self._dispatch.take_back(self._done.pop())
        elif self._detail is not None and self._detail.undoable:
            self._dispatch.take_back(self._detail)

    def _on_not_taken_back(self, done: PetitionDetail, error: Exception) -> None:
        if isinstance(error, DatabaseAwayError):
            # It can be tried again when the database is back.
            self._done.append(done)
        jobs.show_error(self, error)

    def _on_taken_back(self, now: PetitionDetail) -> None:
        # What was done to it before has been built on by that.
        self._done = deque((one for one in self._done if one.id != now.id), self._done.maxlen)
        if self._wanted == now.id:
            self._show(now)
        words = fill(translate("Inbox", "{code} is as it was before."), code=shown_code(now.tracking_code))
        self.said.emit(words, None)
        self.changed.emit(None, now)

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.base)
        painter.fillRect(QRectF(0, 0, box.width(), self.head.height() if self._detail else 0), now.pane)
        painter.fillRect(Mirror.of(box).at(0, 1), now.line)
