"""Body of the details pane: the citizen's text, attachments, replies, and the time line."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.guard import guarded
from ui.petitions.checklists.box import ChecklistBox
from ui.petitions.desk.attachments_box import AttachmentsBox
from ui.petitions.desk.citizen_text import CitizenText
from ui.petitions.desk.conflict_panel import ConflictPanel
from ui.petitions.desk.details_facts import OriginLine
from ui.petitions.desk.file_sources import sources_of
from ui.petitions.desk.history_part import HistoryPart
from ui.petitions.desk.improvements_line import ImprovementsLine
from ui.petitions.desk.replies_part import RepliesPart
from ui.petitions.follow_ups.box import FurtherBox
from ui.petitions.referrals.custody_words import holding_lines
from ui.petitions.replies.messages_line import MessagesLine
from ui.theme import theme
from ui.widgets.fold_section import FoldSection
from ui.widgets.painting import set_margins
from ui.widgets.time_line import TimeLine

if TYPE_CHECKING:
    from desktop_app.petitions.desk.detail import PetitionDetail
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: In a lower window only one section is open at a time, and the composer takes more room, in logical pixels.
LOW: Final = 700
_LEAST: Final = 40
#: What a long text takes of a pane beside the list, and four lines of it, in pixels.
_TEXT_PERCENT: Final = 45
_LEAST_TEXT: Final = 112


class DetailsBody(QScrollArea):
    """Scrolls below the head. A conflict is shown at its top until it is resolved.

    Sections without content take no room: what can be added there is offered in one line.
    """

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self.attachments = AttachmentsBox(workplace)
        self.improvements, self.checklist = ImprovementsLine(workplace), ChecklistBox(workplace)
        self.further = FurtherBox(workplace)
        self.messages = MessagesLine(workplace)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.conflict = ConflictPanel(workplace.actor.person_id)
        self.text = CitizenText()
        self._replies = RepliesPart()
        self.origin = OriginLine()
        self.origin.hide()
        self.holding, self.history = TimeLine(), HistoryPart(workplace)
        self.holding_section = FoldSection(
            translate("Referrals", "Who has it now"), self.holding, opened=False
        )
        self.holding.setAccessibleName(self.holding_section.button.text())
        self.history_section = FoldSection(translate("Inbox", "What happened"), self.history)
        self.history.changed.connect(self._tell_history)
        self.binding_section: FoldSection | None = None
        self._low = self._bounds_text = False
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
        offers = QHBoxLayout()
        offers.setSpacing(16)
        for link in (self.attachments.add, self.improvements.make):
            offers.addWidget(link)
        offers.addStretch()
        column.addLayout(offers)
        for section in (self.holding_section, self.history_section):
            column.addWidget(section)
            self._follow(section)
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
        """Shows this petition. `same` keeps the scroll position, and which sections are open."""
        if not same:
            self.text.show_text(detail.text)
        self.further.show_for(detail)
        self._replies.show_replies(detail.replies)
        self.history.show_detail(detail, today, same=same)
        lines = holding_lines(detail)
        self.holding.show_events(lines)
        self.holding_section.setVisible(bool(lines))
        now = next((line for line in lines if line.bold), None)
        self.holding_section.show_words("", f"{now.bold[0]}، {now.moment}" if now else "")
        if not same:
            # What others were asked for is worth the room.
            self.holding_section.open(any(line.indent for line in lines) and not self._low)
            self.verticalScrollBar().setValue(0)

    def take_binding(self, binding: QWidget | None) -> None:
        """Shows what binds as a folded section above the time line; None: it is shown elsewhere."""
        if self.binding_section is not None and self.binding_section.content is not binding:
            self._column.removeWidget(self.binding_section)
            self.binding_section.hide()
            self.binding_section.deleteLater()
            self.binding_section = None
        if binding is not None and self.binding_section is None:
            title = translate("Facts", "Facts and deadline")
            self.binding_section = FoldSection(title, binding, opened=False)
            self._follow(self.binding_section)
            self._column.insertWidget(self._column.indexOf(self.holding_section), self.binding_section)

    def show_origin(self, shown: bool) -> None:
        """Shows who wrote the text, and when, above it; or leaves that to the head."""
        self.origin.setVisible(shown)

    def bound_text(self, bounded: bool) -> None:
        """Keeps the time line in sight: a long text takes a part of the pane, and opens on demand."""
        self._bounds_text = bounded
        self._bound()

    def _bound(self) -> None:
        part = max(_LEAST_TEXT, self.viewport().height() * _TEXT_PERCENT // 100)
        self.text.bound(part if self._bounds_text else 0)

    def tell_binding(self, summary: str) -> None:
        """Shows the deadline in the folded section of what binds."""
        if self.binding_section is not None:
            self.binding_section.show_words("", summary)

    def mark(self, query: str) -> None:
        """Marks the matches of a search, in the petitioner's text and follow-ups."""
        self.text.mark(query)
        self.further.mark(query)

    def _tell_history(self) -> None:
        self.history_section.show_words(self.history.count_words(), self.history.last_words())

    def _follow(self, section: FoldSection) -> None:
        section.toggled.connect(lambda opened: self._on_toggled(section, opened=opened))

    def _on_toggled(self, section: FoldSection, *, opened: bool) -> None:
        if opened and self._low:
            for other in (self.binding_section, self.holding_section, self.history_section):
                if other is not None and other is not section:
                    other.open(False)
        if opened:
            self._page.adjustSize()
            self.ensureWidgetVisible(section.button, 0, 0)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bound()
        low = self.window().height() < LOW
        if low != self._low:
            self._low = low
            # One line of the text at least.
            self.setMinimumHeight(_LEAST if low else 0)
            self.history_section.open(not low)
            if low:
                self.holding_section.open(False)


class _Rule(QWidget):
    """Hairline across the pane."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().line2)
