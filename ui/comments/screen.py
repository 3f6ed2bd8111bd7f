"""The screen of public comments (نظرهای مردم): read by provision, decided one by one by a legal reviewer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError
from desktop_app.instruments.comments.review import Review
from desktop_app.instruments.comments.service import may_take_in
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Role
from desktop_app.wording import translate
from ui.comments.campaign_scan import CampaignScan
from ui.comments.commands import ReviewCommands
from ui.comments.comparing import Comparing
from ui.comments.conversation_pane import ConversationPane
from ui.comments.deciding import Deciding
from ui.comments.decision_panel import DecisionPanel
from ui.comments.header import CommentsHeader
from ui.comments.importing import CommentsImporting
from ui.comments.origins import Origins
from ui.comments.page import ReviewPage
from ui.comments.placing import Placing
from ui.comments.reading import Overview, read_overview, read_review
from ui.comments.registering import Registering
from ui.comments.states import no_comments, not_read
from ui.comments.triaging import Triaging
from ui.comments.whole import WholeReading
from ui.guard import guarded
from ui.importing.dropping import dropped_file
from ui.jobs import Job, run, show_error
from ui.widgets.list_export import ListExport, Write
from ui.widgets.presence_line import PresenceLine
from ui.widgets.skeleton import Skeleton
from ui.widgets.state_stack import StateStack
from ui.workplace import ImportComments, Screen, ShowComment, ShowDisposition, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class CommentsScreen(Screen):
    """`open_item` accepts the id of an instrument, a `ShowComment`, a `ShowDisposition` or an `ImportComments`."""

    workplace: Workplace[CommentsServices]

    def __init__(self, workplace: Workplace[CommentsServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._instrument: int | None = None
        self._job: Job | None = None
        #: The id of the comment to select in the next review.
        self._next: int | None = None
        self._import_wanted: ImportComments | None = None
        self._present: Sequence[Present] = ()
        may = workplace.actor.has(Role.REVIEWER)
        self.setAcceptDrops(True)
        #: Everything except the import. The shortcuts belong to it, so they are inactive during an import.
        self._desk = QWidget()
        self._pages = QStackedWidget()
        self.header = CommentsHeader()
        self.decision = DecisionPanel(self._desk, workplace.unfinished, may_decide=may)
        self.conversation = ConversationPane(workplace)
        self.page = ReviewPage(self.decision, self.conversation, may_place=may)
        self.deciding = Deciding(workplace, self.page)
        self.triaging = Triaging(workplace, self.page, self)
        self.placing = Placing(workplace, self.page, self.triaging, self)
        self.importing = CommentsImporting(workplace, self.page, self._pages, self)
        self.registering = Registering(workplace, self.page, self.importing)
        self.whole = WholeReading(workplace, self.page)
        self.comparing = Comparing(workplace, self.page.change)
        self.scan = CampaignScan(workplace, self.page.filters)
        self._stack = StateStack()
        # At the bottom, so that showing it does not move the text.
        self.presence = PresenceLine()
        self.list_file = ListExport(self._desk, self._lay_out(), self.title, self._list_file)
        self.origins = Origins(self, workplace, self.page.comments.current)
        self.commands = ReviewCommands(
            self._desk,
            workplace.actor,
            self.page,
            self.header,
            importing=self.importing,
            registering=self.registering,
            origins=self.origins,
            deciding=self.deciding,
            triaging=self.triaging,
            placing=self.placing,
        )
        self._wire()

    # Called by the window

    def title(self) -> str:
        """Returns the title of the shown instrument, or of the import."""
        name = translate("Comments", "Public comments")
        review = self.page.review
        if self.importing.in_front:
            return self.importing.title()
        return f"{review.detail.row.title} — {name}" if review is not None else name

    def help_page(self) -> str:
        return "comments"

    def shown(self) -> None:
        """Reloads the data and focuses the list of comments."""
        self.refresh()
        if self._stack.currentWidget() is self.page and not self.importing.in_front:
            self.page.comments.setFocus()

    def refresh(self) -> None:
        """Reloads instruments and comments; unsaved text is kept."""
        services = self.workplace.services

        run(self, lambda: read_overview(services), self._on_overview, self._on_trouble)

    def others_changed(self, changed: Changed) -> None:
        if concerns(changed, "comment", "campaign", "comment_thread", "instrument", "thread"):
            self.refresh()

    def roles_changed(self) -> bool:
        # A rebuild of the screen would stop a running import.
        return self.importing.busy

    def place(self) -> OpenItem | None:
        review, comment = self.page.review, self.decision.comment
        if review is None or self._stack.currentWidget() is not self.page or self.importing.in_front:
            return None
        if comment is None:
            return OpenItem("instrument", review.detail.row.id, Doing.LOOKING)
        return OpenItem("comment", comment.id, Doing.WRITING if self.decision.dirty else Doing.LOOKING)

    def show_present(self, present: Sequence[Present]) -> None:
        """Shows who else is here: on the same comment beside its decision, elsewhere on the draft at the bottom."""
        self._present = present
        review, comment = self.page.review, self.decision.comment
        current = comment.id if comment is not None else None
        self.decision.presence.show_at("comment", current, present)
        places = {("comment", one.id) for one in review.comments} if review is not None else set()
        if review is not None:
            places.add(("instrument", review.detail.row.id))
        places.discard(("comment", current))
        self.presence.show_here(
            [one for one in present if (one.place.item_type, one.place.item_id) in places]
        )

    def open_item(self, item: object) -> None:
        """Shows the comments on an instrument or a single one, or starts an import."""
        self._import_wanted = None
        self.importing.leave()
        if isinstance(item, ImportComments):
            self._import_wanted = item
            self.choose(item.instrument_id)
        elif isinstance(item, ShowComment):
            self._next = item.comment_id
            self.choose(item.instrument_id)
        elif isinstance(item, ShowDisposition):
            self.page.show_only(item.disposition)
            self.choose(item.instrument_id)
        elif isinstance(item, int):
            self.choose(item)

    # Reading

    def choose(self, instrument_id: int) -> None:
        """Shows the comments on another instrument."""
        self.deciding.keep()
        self._instrument = instrument_id
        self._read()

    def _on_overview(self, overview: Overview) -> None:
        self.count_changed.emit(sum(row.undecided for row in overview.rows))
        self.header.show_instruments((*overview.rows, *overview.silent))
        self.decision.show_reviewers(overview.reviewers)
        self.conversation.show_people(overview.people)
        if self._instrument is None and overview.rows:
            self._instrument = max(overview.rows, key=lambda row: row.undecided).id
        if self._instrument is None:
            self._show_empty(overview)
        else:
            self._read()

    def _show_empty(self, overview: Overview) -> None:
        actor = self.workplace.actor
        self._stack.show_state(
            no_comments(
                [row for row in overview.silent if may_take_in(actor, row.status)],
                lambda instrument_id: self.open_item(ImportComments(instrument_id)),
                lambda: self.navigate.emit("drafts", None),
            )
        )

    def _read(self) -> None:
        instrument_id, services, actor = self._instrument, self.workplace.services, self.workplace.actor
        if instrument_id is None:
            return
        if self._job is not None:
            self._job.cancel()

        self._job = run(
            self,
            lambda: read_review(services, actor, instrument_id),
            self._on_review,
            self._on_trouble,
        )

    def _on_review(self, review: Review) -> None:
        self._job = None
        self.deciding.keep()
        wanted, self._next = self._next, None
        self.header.show_review(review)
        self.page.show_review(review, keep=wanted)
        may = self.importing.may()
        self.commands.offer_import(may)
        self.header.offer_import(may)
        first = self._stack.state_in_front
        self._stack.setCurrentWidget(self.page)
        if first and self.page.isVisible():
            self.page.comments.setFocus()
        self.title_changed.emit()
        self.comparing.show_review(review)
        self.scan.scan(review)
        asked = self._import_wanted
        if asked is not None and asked.instrument_id == review.detail.row.id:
            self._import_wanted = None
            self.importing.open(asked.file)

    def _on_trouble(self, error: Exception) -> None:
        self._job = self._import_wanted = None
        if not isinstance(error, AppError):
            show_error(self, error)
        elif self.page.review is not None:
            self.show_error(error)
        else:
            self._stack.show_state(not_read(error, self.refresh))

    def _on_changed(self, comment_id: int) -> None:
        """Reloads, and then selects the comment with this id; 0 keeps the current one."""
        if comment_id:
            self._next = comment_id
        self.refresh()

    def _on_scanned(self, instrument_id: int) -> None:
        if self._instrument == instrument_id:
            self._read()

    def _on_compare(self, old: int, new: int) -> None:
        self.navigate.emit("comparison", (self._instrument, old, new))

    def _list_file(self) -> Write | None:
        review = self.page.review
        if review is None:
            return None
        files, actor, draft = self.workplace.services.list_files, self.workplace.actor, review.detail.row.id
        ids = self.page.admitted.ids()
        return lambda target, progress: files.comments(actor, draft, target, progress, ids)

    # Building

    def _lay_out(self) -> QVBoxLayout:
        """Builds the layout and returns the column of the desk."""
        # From the outermost widget inwards: adding a widget to another parent restyles all of its children.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._pages.addWidget(self._desk)
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        self._stack.show_state(Skeleton("rows"))
        self._stack.addWidget(self.page)
        column.addWidget(self.presence)
        return column

    def _wire(self) -> None:
        page, header = self.page, self.header
        header.instrument_chosen.connect(self.choose)
        header.compare_wanted.connect(self._on_compare)
        header.draft_wanted.connect(lambda: self.navigate.emit("drafts", self._instrument))
        header.import_wanted.connect(self.importing.open)
        header.write_down_wanted.connect(self.registering.write_down)
        page.change.compare_wanted.connect(lambda: self._on_compare(*self.header.pair))
        page.picked.connect(lambda one: self.origins.count_files(one, self.decision.show_files))
        page.picked.connect(self.deciding.show)
        page.picked.connect(lambda _comment: self.show_present(self._present))
        page.opened.connect(self.whole.open)
        self.decision.files_wanted.connect(self.origins.trace)
        self.importing.came_in.connect(self.refresh)
        self.importing.unsure_wanted.connect(self.choose)
        for part in (self.deciding, self.registering):
            part.changed.connect(self._on_changed)
            part.said.connect(self.say)
        self.triaging.changed.connect(self.refresh)
        self.placing.changed.connect(self.refresh)
        self.conversation.changed.connect(self._read)
        self.whole.changed.connect(self._read)
        self.whole.decide_wanted.connect(self.deciding.save_for)
        for asks in (self.deciding, self.triaging):
            asks.additions_unread.connect(lambda group: self.whole.open_group(group, asking=True))
        self.scan.done.connect(self._on_scanned)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event) is not None and self.importing.may() and not self.importing.in_front:
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        file = dropped_file(event)
        if file is not None and self.importing.may() and not self.importing.in_front:
            event.acceptProposedAction()
            self.importing.open(file)
