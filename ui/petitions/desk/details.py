"""The details pane: shows one petition and runs the moves on it.

A key pressed while the petition is being read takes effect once it is shown. A move refused because a
colleague was faster is shown next to the colleague's change. It is sent again only on request.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop_app.errors import RuleError
from desktop_app.petitions.vocabulary import Move
from ui import jobs
from ui.guard import guarded
from ui.petitions.deadlines.why_popup import DeadlineExplanation
from ui.petitions.desk.binding import BindingPane
from ui.petitions.desk.composer_checks import possible
from ui.petitions.desk.composer_words import box_face, box_name
from ui.petitions.desk.details_body import DetailsBody
from ui.petitions.desk.details_columns import DetailsColumns
from ui.petitions.desk.details_foot import DetailsFoot
from ui.petitions.desk.details_head import DetailsHead
from ui.petitions.desk.forbidden_commands import ForbiddenCommands
from ui.petitions.desk.label_chips import LabelLine
from ui.petitions.desk.move_actions import MoveActions, make_move_actions
from ui.petitions.desk.move_desk import MoveDesk
from ui.petitions.desk.petition_reader import PetitionReader
from ui.petitions.desk.revealing import RevealCommand
from ui.petitions.desk.sending import BoxMode, Mode, Sending
from ui.petitions.desk.unsent import Unsent
from ui.petitions.duplicates.duplicates_line import LikesLine
from ui.petitions.empty_pages import may_register
from ui.signals import ID
from ui.theme import theme
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.petitions.identities import Identifiers
    from desktop_app.petitions.lists.sections import News
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class DetailsPane(QWidget):
    """Shows one petition.

    `changed` is emitted after a move: the sending (None for an undo) and the petition afterwards.
    """

    changed = Signal(object, object)
    #: The labels of a petition changed; carries its id.
    relabelled = Signal(ID)
    said = Signal(str, object)
    #: A command was refused; carries the sentence about it.
    refused = Signal(str)
    left = Signal()
    #: A command was given while the pane is hidden, and needs it.
    hidden_asked = Signal()

    def __init__(
        self, workplace: Workplace[InboxServices], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workplace, self._today = workplace, today
        self._pending: BoxMode | None = None
        self._from_text = False
        #: Whether the pane lies over the list, and so closes step by step.
        self.lies_over = False
        #: What the person asked to see of the shown petition.
        self._identifiers: Identifiers | None = None
        self.petition = PetitionReader(workplace, self)
        self.unsent = Unsent(workplace.unfinished)
        self.body = DetailsBody(workplace)
        self.foot = DetailsFoot(workplace, self.petition, self.unsent, today, self)
        self.composer = self.foot.composer
        self.moves = MoveDesk(workplace, self.petition, self.composer, self.body, self.unsent, self)
        self.actions_of_moves: MoveActions = make_move_actions(self, self.ask, self.moves.undo_asking)
        self.head = DetailsHead(
            self.actions_of_moves.moves, self.actions_of_moves.sides, self.actions_of_moves.undo
        )
        self.head.more.append(self.actions_of_moves.interim)
        self.forbidden = ForbiddenCommands(self.actions_of_moves, self.petition, self.composer, self)
        self.likes = LikesLine(workplace, self)
        self.labels = LabelLine(workplace, self)
        self.explanation = DeadlineExplanation(workplace, self, lambda: self.head.why_bottom() + 2)
        self.revealing = RevealCommand(workplace, self.petition, self)
        self.binding = BindingPane(workplace, today)
        above = (self.labels, self.likes)
        self.columns = DetailsColumns(self.head, above, self.body, self.foot, self.binding, self)
        self._lay_out()
        self._wire()
        self.give_actions_to(self.head, self.body)
        self.actions_of_moves.forbid()

    def _lay_out(self) -> None:
        # Outer widgets first: adding a widget to a parent applies the style sheet again to all its children.
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._skeleton = Skeleton("text")
        for widget in (QWidget(), self._skeleton, self.columns):
            self._pages.addWidget(widget)

    def _wire(self) -> None:
        self.petition.read.connect(self._on_read)
        self.petition.lost.connect(self.show_nothing)
        self.moves.done.connect(self._on_done)
        self.moves.outdated.connect(self._show_outdated)
        self.moves.changed.connect(self.changed)
        for part in (self.body.attachments, self.body.improvements, self.body.checklist, self.likes):
            part.changed.connect(self._on_part_changed)
        self.likes.merge_asked.connect(self.foot.begin_duplicate)
        self.labels.changed.connect(self._on_labelled)
        self.head.why_asked.connect(lambda: self.explanation.toggle(self.detail))
        self.head.reveal_asked.connect(self.revealing.reveal)
        self.binding.reveal_asked.connect(self.revealing.reveal)
        self.revealing.revealed.connect(self._on_revealed)
        self.head.left.connect(self.left)
        self.forbidden.refused.connect(self.refused)
        for source in (
            self.moves, self.foot, self.likes, self.labels, self.revealing, self.body.attachments,
            self.body.improvements, self.body.checklist,
        ):  # fmt: skip
            source.said.connect(self.said)

    def give_actions_to(self, *places: QWidget) -> None:
        """Makes the single-letter keys work in these widgets. They must not contain fields for input."""
        for place in places:
            place.addActions(
                [*self.actions_of_moves.all(), self.labels.ask_action, self.body.checklist.action]
            )
            self.forbidden.watch(place)
        # On the pane itself, the shortcuts would take letters away from the fields of the composer.
        for action in self.actions_of_moves.all():
            self.removeAction(action)

    def give(self, action: QAction) -> None:
        """Adds a command of the screen to this pane: its key, and an entry in the «more» menu."""
        self.head.addAction(action)
        self.body.addAction(action)
        self.head.more.append(action)

    # Looking

    @property
    def detail(self) -> PetitionDetail | None:
        """The petition shown; None where none is."""
        return self.petition.detail

    def is_writing(self) -> bool:
        """Whether there is unsent text for the petition shown."""
        return self.detail is not None and bool(self.unsent.modes(self.detail.id))

    def show_nothing(self) -> None:
        """Clears the pane, because nothing is selected."""
        self._pending = None
        self.petition.clear()
        self.explanation.close()
        self.actions_of_moves.forbid()
        self._pages.setCurrentIndex(0)

    def show_petition(self, petition_id: int) -> None:
        """Reads a petition and shows it. An earlier request still in progress is dropped."""
        if petition_id == self.petition.wanted:
            if self.petition.current is not None:
                self.actions_of_moves.allow(self.petition.current)
            return
        self._pending = None
        self.explanation.close()
        self.actions_of_moves.wait()
        if self.detail is None:
            self._pages.setCurrentIndex(1)
        self.petition.start(petition_id)

    def reload(self) -> None:
        """Reads the shown petition again."""
        if not self.moves.busy:
            self.petition.reload()

    def take_news(self, news: News) -> None:
        """Reads the petition again if it changed, or if its messages may have been handed on. Unsent text remains, on
        the state that its writer saw.
        """
        detail = self.detail
        if detail is not None and (
            self.body.messages.waits
            or any(row.id == detail.id and row.version != detail.version for row in news.rows)
        ):
            self.reload()

    def _on_read(self, detail: PetitionDetail) -> None:
        self._show(detail)
        pending, self._pending = self._pending, None
        if pending is not None:
            self.ask(pending)

    def _show(self, detail: PetitionDetail) -> None:
        before = self.detail
        same = before is not None and before.id == detail.id
        self.petition.detail = detail
        if before is not None and same and before.version != detail.version:
            boxes = [box_name(mode) for mode in sorted(self.unsent.modes(detail.id))]
            self.foot.colleagues.tell(before, detail, boxes)
            if self.is_writing():
                self.moves.write_on(before)
        if not same:
            self.moves.end_conflict()
            self.foot.colleagues.clear()
            self._identifiers = None
        self._show_facts(detail)
        self.labels.show_detail(detail)
        self.body.show_detail(detail, self._today(), same=same)
        self.likes.show_for(detail)
        may = may_register(self._workplace.actor)
        self.body.attachments.show_for(detail, may_add=may)
        self.body.improvements.show_for(detail, may_make=may)
        self.body.checklist.show_for(detail)
        self.body.messages.show_for(detail.id)
        self.foot.show_detail(detail)
        self.actions_of_moves.allow(detail)
        self._pages.setCurrentIndex(2)

    def _show_outdated(self, now: PetitionDetail) -> None:
        """Shows the present state before a conflict, which tells more than the line above the composer."""
        self._show(now)
        self.foot.colleagues.clear()

    def _show_facts(self, detail: PetitionDetail) -> None:
        self.head.show_detail(detail, self._today(), self._identifiers)
        self.binding.show_detail(detail, self._identifiers)
        self.body.tell_binding(self.binding.summary)
        self.body.origin.show_detail(detail)

    def _on_revealed(self, petition_id: int, found: Identifiers) -> None:
        detail = self.detail
        if detail is not None and detail.id == petition_id:
            self._identifiers = found
            self._show_facts(detail)
        self.reload()

    def _on_part_changed(self) -> None:
        self.reload()
        self.changed.emit(None, self.detail)

    def _on_labelled(self, petition_id: int) -> None:
        if petition_id == self.petition.wanted:
            self.reload()
        self.relabelled.emit(petition_id)

    # Doing

    def ask(self, mode: BoxMode) -> None:
        """Starts the command of a key or button: at once, or by changing the mode of the composer."""
        self.explanation.close()
        if self.isHidden():
            # The petition shown before is not the selected one.
            self.hidden_asked.emit()
        if self.petition.wanted is None:
            return
        detail = self.petition.current
        if mode is Move.RESOLVE and detail is not None:
            if detail.resolve_refusal == "point_missing":
                self.body.checklist.enter()
                jobs.show_error(self, RuleError(rule="point_missing", point=detail.first_missing))
                return
            mode = Mode.REPLY
        if detail is None:
            self._pending = mode
        elif not possible(mode, detail):
            self.forbidden.say(mode, detail)
        elif isinstance(mode, Move) and not box_face(mode).fields:
            self.moves.send(Sending(mode))
        else:
            if "person" in box_face(mode).fields:
                self.foot.read_colleagues(detail)
            self._from_text = self.isAncestorOf(self.window().focusWidget())
            self.composer.turn_to(mode)

    def _on_done(self, sending: Sending | None, now: PetitionDetail) -> None:
        if self.petition.wanted != now.id:
            return
        self.foot.colleagues.clear()
        if sending is not None and sending.undoable:
            self.composer.mode = Mode.NOTE
        if sending is not None and sending.mode is Mode.DRAFT:
            # Writing goes on: the button of the draft took the focus.
            if self.composer.isAncestorOf(self.window().focusWidget()):
                self.composer.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        elif sending is not None:
            self._hands_back()
        self._show(now)

    def _hands_back(self) -> None:
        """Returns the focus to the place before the composer, where the keys of the desk work."""
        # The focus widget may be None, for which `isAncestorOf` returns False.
        if self.composer.isAncestorOf(self.window().focusWidget()):
            if self._from_text or self.columns.full:
                self.body.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left.emit()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            stepwise = self.columns.full or self.lies_over
            if stepwise and self.foot.isAncestorOf(self.window().focusWidget()):
                self.body.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        painter.fillRect(box, now.base)
        if self.detail is not None:
            # What belongs to the head is above the text; in full width, only the head itself.
            ends = self.head.height() if self.columns.full else self.body.mapTo(self, QPoint()).y()
            painter.fillRect(QRectF(0, 0, box.width(), ends), now.pane)
