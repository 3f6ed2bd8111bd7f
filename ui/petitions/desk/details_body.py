"""Body of the details pane: the citizen's text, attachments, replies, and the time line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.desk.attachments import FILES_LEFT
from desktop_app.wording import fill, translate
from ui import jobs
from ui.guard import guarded
from ui.petitions.checklists.box import ChecklistBox
from ui.petitions.desk.attachments_box import AttachmentsBox
from ui.petitions.desk.citizen_text import CitizenText
from ui.petitions.desk.conflict_panel import ConflictPanel
from ui.petitions.desk.details_facts import OriginLine
from ui.petitions.desk.file_sources import sources_of
from ui.petitions.desk.history_words import time_line
from ui.petitions.desk.improvements_line import ImprovementsLine
from ui.petitions.follow_ups.box import FurtherBox
from ui.petitions.referrals.custody_words import holding_lines
from ui.petitions.replies.messages_line import MessagesLine
from ui.signals import ID
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.emptying import empty
from ui.widgets.fold_section import FoldSection
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel
from ui.widgets.time_line import TimeLine

if TYPE_CHECKING:
    from desktop_app.database.audit import Event
    from desktop_app.petitions.desk.detail import PetitionDetail, SentReply
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Number of earlier events added per request. Their layout is slow, and a petition can have thousands.
MORE = 300


class DetailsBody(QScrollArea):
    """Scrolls below the head. A conflict is shown at its top until it is resolved."""

    #: Id of the submission to show.
    origin_asked = Signal(ID)
    _with_files: int | None = None

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._workplace = workplace
        person_id = self._person_id = workplace.actor.person_id
        self.attachments = AttachmentsBox(workplace)
        self.improvements, self.checklist = ImprovementsLine(workplace), ChecklistBox(workplace)
        self.further = FurtherBox(workplace)
        self.messages = MessagesLine(workplace)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.conflict = ConflictPanel(person_id)
        self.text = CitizenText()
        self._replies = _Replies()
        self.timeline = TimeLine()
        self._history: tuple[Event, ...] = ()
        self._this_year = 0
        #: Id of the shown petition.
        self._shown: int | None = None
        self.earlier = LinkLabel("", self.show_earlier, "secondary")
        self.left_files = LinkLabel(
            translate("Inbox", "See the files that were not attached"), self._ask_origin, "secondary"
        )
        self.event_count = PlainLabel("", "header", "text2")
        self.origin = OriginLine()
        self.origin.hide()
        self._holding_head = PlainLabel(translate("Referrals", "Who has it now"), "header", "text2")
        self.holding = TimeLine()
        self.holding.setAccessibleName(self._holding_head.text())
        self.binding_section: FoldSection | None = None
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._lay_out()

    def _lay_out(self) -> None:
        self._page.setObjectName("detailsPage")
        column = self._column
        set_margins(column, 16, 14, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.conflict)
        column.addWidget(self.origin)
        column.addWidget(self.text)
        column.addWidget(self.further)
        column.addWidget(_Rule())
        for part in (self.checklist, self.attachments, self.improvements, self._replies, self.messages):
            column.addWidget(part)
        column.addWidget(self._holding_head)
        column.addWidget(self.holding)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(translate("Inbox", "What happened"), "header", "text2"))
        head.addStretch()
        head.addWidget(self.event_count)
        column.addLayout(head)
        column.addWidget(self.earlier)
        column.addWidget(self.timeline)
        column.addWidget(self.left_files, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch()
        self.setWidget(self._page)
        self.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources_of(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        if self.attachments.take_mime(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.attachments.take_mime(
            QGuiApplication.clipboard().mimeData()
        ):
            event.accept()
            return
        super().keyPressEvent(event)

    def show_detail(self, detail: PetitionDetail, today: date, *, same: bool) -> None:
        """Shows this petition. `same` keeps the scroll position."""
        if not same:
            self.text.show_text(detail.text)
        self.further.show_for(detail)
        self._replies.show_replies(detail.replies)
        first = detail.history[0].sequence if detail.history else 0
        # Earlier events that were already read are kept.
        kept = [event for event in self._history if event.sequence < first] if same else []
        if kept and kept[-1].sequence != first - 1:
            kept = []
        self._history, self._shown, self._this_year = (*kept, *detail.history), detail.id, today.year
        self._show_history()
        lines = holding_lines(detail)
        self.holding.show_events(lines)
        for part in (self._holding_head, self.holding):
            part.setVisible(bool(lines))
        if not same:
            self.verticalScrollBar().setValue(0)

    def take_binding(self, binding: QWidget | None) -> None:
        """Shows what binds as a folded section above the time line; None: it is shown elsewhere."""
        if self.binding_section is not None and self.binding_section.content is not binding:
            self._column.removeWidget(self.binding_section)
            self.binding_section.hide()
            self.binding_section.deleteLater()
            self.binding_section = None
        if binding is not None and self.binding_section is None:
            self.binding_section = FoldSection(
                translate("Facts", "Facts and deadline"), binding, opened=False
            )
            self._column.insertWidget(self._column.indexOf(self._holding_head), self.binding_section)

    def show_origin(self, shown: bool) -> None:
        """Shows who wrote the text, and when, above it; or leaves that to the head."""
        self.origin.setVisible(shown)

    def tell_binding(self, summary: str) -> None:
        """Shows the deadline in the folded section of what binds."""
        if self.binding_section is not None:
            self.binding_section.show_words("", summary)

    def mark(self, query: str) -> None:
        """Marks the matches of a search, in the petitioner's text and follow-ups."""
        self.text.mark(query)
        self.further.mark(query)

    def show_earlier(self) -> None:
        """Reads earlier events and shows them."""
        if self._shown is None or not self._history:
            return
        desk, actor = self._workplace.services.desk, self._workplace.actor
        number, first = self._shown, self._history[0].sequence

        def show(events: tuple[Event, ...]) -> None:
            if self._shown == number and self._history and self._history[0].sequence == first:
                self._history = (*events, *self._history)
                self._show_history()

        jobs.run(self, lambda: desk.earlier(actor, number, first, MORE), show)

    def _show_history(self) -> None:
        self.timeline.show_events(time_line(self._history, self._person_id, this_year=self._this_year))
        left_there = [event.after for event in self._history if event.action == FILES_LEFT]
        self._with_files = int(left_there[-1]["submission_id"]) if left_there else None
        self.left_files.setVisible(self._with_files is not None)
        # The sequence numbers of events start at 1 and have no gaps.
        left = self._history[0].sequence - 1 if self._history else 0
        self.earlier.setText(fill(translate("Inbox", "Earlier events: {count}"), count=left))
        self.earlier.setVisible(left > 0)
        count = self._history[-1].sequence if self._history else 0
        self.event_count.setText(fill(translate("Inbox", "{count} events"), count=count))

    def _ask_origin(self) -> None:
        if self._with_files is not None:
            self.origin_asked.emit(self._with_files)


class _Replies(QWidget):
    """The replies, in full."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_replies(self, replies: tuple[SentReply, ...]) -> None:
        empty(self._column)
        for reply in replies:
            self._column.addWidget(_ReplyCard(reply))
        self.setVisible(bool(replies))


class _ReplyCard(QWidget):
    def __init__(self, reply: SentReply) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        set_margins(column, 14, 8, 12, 8)
        column.setSpacing(4)
        template = translate("Inbox", "Reply of {author}, {day}")
        if reply.interim:
            template = translate("Inbox", "Interim reply of {author}, {day}")
        head = fill(
            template,
            author=reply.author,
            day=long_date(tehran_day(reply.sent_at)),
        )
        words = PlainLabel(visible_controls(reply.text), "interface", wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(PlainLabel(head, "header", "text2"))
        column.addWidget(words)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box, now = QPainter(self), QRectF(self.rect()), theme()
        fill_rounded(painter, box, now.accsoft, RADIUS)
        painter.fillRect(Mirror.of(box).at(0, 3), now.accent)


class _Rule(QWidget):
    """Hairline across the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().line2)
