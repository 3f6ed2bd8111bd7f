"""The public's comments (نظرهای مردم): read by provision, decided one by one by a legal reviewer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError
from desktop_app.instruments.campaigns.rows import Campaign
from desktop_app.instruments.comments.moderation import HiddenWords
from desktop_app.instruments.comments.register import LETTER
from desktop_app.instruments.comments.review import UNSURE, Review, provision_names
from desktop_app.instruments.comments.service import CommentRow, may_take_in
from desktop_app.instruments.comments.triage import Confirm
from desktop_app.instruments.vocabulary import Disposition
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.roles import Role
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import label
from ui.actions import make_action
from ui.comments.campaign_dialog import CampaignDialog
from ui.comments.comment_dialog import CommentDialog
from ui.comments.comparing import Comparing
from ui.comments.conversation_pane import ConversationPane
from ui.comments.deciding import Deciding
from ui.comments.decision_panel import DecisionPanel
from ui.comments.header import CommentsHeader
from ui.comments.importing import CommentsImporting
from ui.comments.letter_dialog import LetterDialog
from ui.comments.origins import Origins
from ui.comments.page import ReviewPage
from ui.comments.placing import Placing
from ui.comments.reading import Overview, read_overview, read_review
from ui.comments.triage_dialog import TriageAction
from ui.comments.triaging import Triaging
from ui.comments.write_down_dialog import WriteDownDialog
from ui.errors import sentence
from ui.guard import guarded
from ui.importing.dropping import dropped_file
from ui.jobs import Job, run, show_error
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.list_export import ListExport, Write
from ui.widgets.presence_line import PresenceLine
from ui.widgets.skeleton import Skeleton
from ui.workplace import ImportComments, Screen, ShowComment, ShowDisposition, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices

#: Drafts without a comment that an empty screen names.
_MOST_FIRST: Final = 3


class CommentsScreen(Screen):
    """`open_item` takes the id of an instrument, a `ShowComment`, a `ShowDisposition` or an `ImportComments`."""

    workplace: Workplace[CommentsServices]

    def __init__(self, workplace: Workplace[CommentsServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._instrument: int | None = None
        self._job: Job | None = None
        self._looking: Job | None = None
        self._overview: Overview | None = None
        self._next: int | None = None
        may = workplace.actor.has(Role.REVIEWER)
        self.setAcceptDrops(True)
        #: All but the import; the commands belong to it, so that they rest while a file is being imported.
        self._desk = QWidget()
        self._pages = QStackedWidget()
        self._import_wanted: ImportComments | None = None
        self._save = make_action(
            self._desk, translate("Comments", "Save and go on"), self._on_save, key="Ctrl+Return", writes=True
        )
        self._save.setVisible(may)
        self.header = CommentsHeader()
        self.decision = DecisionPanel(self._save, workplace.unfinished, may_decide=may)
        self.deciding = Deciding(workplace, self.decision, self._save, self)
        self.conversation = ConversationPane(workplace)
        self.page = ReviewPage(self.decision, self.conversation, may_place=may)
        self.triaging = Triaging(workplace, self.page, self)
        self.placing = Placing(workplace, self.page, self.triaging, self)
        self.importing = CommentsImporting(workplace, self.page, self._pages, self)
        self.comparing = Comparing(workplace, self.page.change)
        self._stack = QStackedWidget()
        self._state: QWidget = Skeleton("rows")
        # From the outside inwards: whatever is brought into another widget is styled anew with all that is in it.
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._pages.addWidget(self._desk)
        column = QVBoxLayout(self._desk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        for widget in (self._state, self.page):
            self._stack.addWidget(widget)
        # At the bottom, where its coming and going moves no text.
        self.presence = PresenceLine()
        self._present: Sequence[Present] = ()
        column.addWidget(self.presence)
        self.list_file = ListExport(self._desk, column, self.title, self._list_file)
        self.origins = Origins(self, workplace, self.page.comments.current)
        self.page.picked.connect(lambda one: self.origins.count_files(one, self.decision.show_files))
        self.decision.files_wanted.connect(self.origins.trace)
        self._make_actions(may)
        self._wire()

    def _list_file(self) -> Write | None:
        review = self.page.review
        if review is None:
            return None
        files, actor, draft = self.workplace.services.list_files, self.workplace.actor, review.detail.row.id
        ids = self.page.admitted_ids()
        return lambda target, progress: files.comments(actor, draft, target, progress, ids)

    # What the window asks for

    def title(self) -> str:
        """The instrument whose comments are shown."""
        name = translate("Comments", "Public comments")
        review = self.page.review
        if self.importing.in_front:
            return self.importing.title()
        return f"{review.detail.row.title} — {name}" if review is not None else name

    def shown(self) -> None:
        """Reads what came and what others decided; the keyboard belongs to the list of comments."""
        self.refresh()
        if self._stack.currentWidget() is self.page and not self.importing.in_front:
            self.page.comments.setFocus()

    def refresh(self) -> None:
        """Reads instruments and comments again; what was typed stays."""
        services = self.workplace.services

        run(self, lambda: read_overview(services), self._on_overview, self._on_trouble)

    def others_changed(self, changed: Changed) -> None:
        if concerns(changed, "comment", "campaign", "comment_thread", "instrument", "thread"):
            self.refresh()

    def roles_changed(self) -> bool:
        # Built anew, the screen would stop what it is importing.
        return self.importing.busy

    def place(self) -> OpenItem | None:
        review, comment = self.page.review, self.decision.comment
        if review is None or self._stack.currentWidget() is not self.page or self.importing.in_front:
            return None
        if comment is None:
            return OpenItem("instrument", review.detail.row.id, Doing.LOOKING)
        return OpenItem("comment", comment.id, Doing.WRITING if self.decision.dirty else Doing.LOOKING)

    def show_present(self, present: Sequence[Present]) -> None:
        """Who is at the same comment stands with its decision, who is elsewhere on the draft at the bottom."""
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
        """Shows the comments on an instrument, or one of them, or imports more."""
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
        self._overview = overview
        self.count_changed.emit(sum(row.undecided for row in overview.rows))
        self.header.show_instruments((*overview.rows, *overview.silent))
        self.decision.show_reviewers(overview.reviewers)
        self.conversation.show_people(overview.people)
        if self._instrument is None and overview.rows:
            self._instrument = max(overview.rows, key=lambda row: row.undecided).id
        if self._instrument is None:
            self._show_state(self._empty())
        else:
            self._read()

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
        self.deciding.about = (review.detail.row.id, review.detail.row.title)
        wanted, self._next = self._next, None
        self.header.show_review(review)
        self.page.show_review(review, keep=wanted)
        self._offer_import()
        first = self._stack.currentWidget() is self._state
        self._stack.setCurrentWidget(self.page)
        if first and self.page.isVisible():
            self.page.comments.setFocus()
        self.title_changed.emit()
        self.comparing.show_review(review)
        self._look(review)
        asked = self._import_wanted
        if asked is not None and asked.instrument_id == review.detail.row.id:
            self._import_wanted = None
            self.importing.open(asked.file)

    def _offer_import(self) -> None:
        may = self.importing.may()
        self._import.setVisible(may)
        self._write_down.setVisible(may)
        self.header.bring_in.setVisible(may)
        self.header.write_down.setVisible(may)

    def _look(self, review: Review) -> None:
        """Holds what came in since against the other comments; the screen stays as it is meanwhile."""
        services, actor, number = self.workplace.services, self.workplace.actor, review.detail.row.id
        finding = services.campaign_finding
        if not review.not_looked_at or not finding.may(actor) or self._looking is not None:
            return

        def done(_found: object) -> None:
            self._looking = None
            self.page.filters.show_looking(0, None)
            if self._instrument == number:
                self._read()

        def trouble(error: Exception) -> None:
            self._looking = None
            self.page.filters.show_looking(0, None)
            show_error(self, error)

        self._looking = run(
            self,
            lambda progress: finding.look(actor, number, progress),
            done,
            trouble,
            progress=self.page.filters.show_looking,
        )

    # Deciding

    def _on_save(self) -> None:
        self.deciding.save()

    def _on_decided(self, decided: CommentRow, still_shown: bool) -> None:
        assert decided.disposition is not None
        if still_shown:
            following = self._following(decided.id)
            self._next = following.id if following is not None else decided.id
            self.page.comments.setFocus()
        disposition = label("disposition", decided.disposition.value)
        self.say(fill(translate("Comments", "Decided: {disposition}."), disposition=disposition))
        self.refresh()

    def _on_stopped(self, group: CommentRow) -> None:
        waiting = group.stands_for.undecided if group.stands_for is not None else 0
        words = translate("Comments", "Stopped: {n} comments of the group are still without a decision.")
        self.say(fill(words, n=waiting))
        self.refresh()

    def _on_theirs_stay(self, comment: CommentRow) -> None:
        self._next = comment.id
        self.refresh()

    def _following(self, after: int) -> CommentRow | None:
        """The next listed comment without a decision; round to the first, then to other provisions."""
        listed = list(self.page.comments.listed)
        at = next((i for i, comment in enumerate(listed) if comment.id == after), -1)
        review = self.page.review
        rest = list(review.comments) if review is not None else []
        for comment in (*listed[at + 1 :], *listed[: max(at, 0)], *rest):
            if comment.waits and comment.id != after and self.page.filters.admits(comment):
                return comment
        return None

    def go_on(self) -> None:
        """Goes to the next comment without a decision, wherever it stands; what is typed here is kept."""
        comment, review = self.page.comments.current(), self.page.review
        following = self._following(comment.id if comment is not None else 0)
        if review is None:
            return
        if following is None:
            self.say(translate("Comments", "Every comment that fits the filter is decided."))
        else:
            self.page.show_review(review, keep=following.id)
            self.page.comments.setFocus()

    def read_whole(self) -> QDialog | None:
        """The comment or the group under the selection in a window of its own; None without one."""
        comment = self.page.comments.current()
        if comment is None:
            return None
        if comment.hidden is not None:
            self._read_hidden(comment)
            return None
        if comment.stands_for is None:
            dialog: QDialog = CommentDialog(comment, self)
        else:
            dialog = self._campaign_dialog(comment.stands_for)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _read_hidden(self, comment: CommentRow) -> None:
        services, actor = self.workplace.services, self.workplace.actor

        def show(words: HiddenWords) -> None:
            whole = replace(comment, text=words.text, sender=words.sender, quote=words.quote, hidden=None)
            dialog = CommentDialog(whole, self)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        run(self, lambda: services.moderation.read(actor, comment.id), show)

    def _campaign_dialog(self, campaign: Campaign) -> CampaignDialog:
        review, actor = self.page.review, self.workplace.actor
        assert review is not None
        dialog = CampaignDialog(
            self.workplace.services.campaigns,
            actor,
            campaign,
            review,
            may=actor.has(Role.REVIEWER),
            parent=self,
        )
        dialog.changed.connect(self._read)
        return dialog

    # States

    def _empty(self) -> EmptyState:
        drafts = FirstStep(
            "ph.files",
            translate("Comments", "Comments belong to a draft"),
            translate("Comments", "They come in by import while the draft is open to the public"),
            translate("Comments", "Go to the drafts"),
            lambda: self.navigate.emit("drafts", None),
        )
        return EmptyState(
            translate("Comments", "No comment from the public yet"),
            translate(
                "Comments", "They stand here by provision, each with its decision and the reason for it."
            ),
            icon="ph.chat-circle-text",
            steps=[*self._first_imports(), drafts],
        )

    def _first_imports(self) -> list[FirstStep]:
        """For drafts that wait for their first comment."""
        actor = self.workplace.actor
        awaited = self._overview.silent if self._overview is not None else ()
        return [
            FirstStep(
                "ph.download-simple",
                row.title,
                translate("Comments", "It stands before the public, and no comment on it is here yet"),
                translate("Comments", "Import comments…"),
                partial(self.open_item, ImportComments(row.id)),
            )
            for row in awaited
            if may_take_in(actor, row.status)
        ][:_MOST_FIRST]

    def _on_trouble(self, error: Exception) -> None:
        self._job = self._import_wanted = None
        if not isinstance(error, AppError):
            show_error(self, error)
            return
        if self.page.review is not None:
            self.show_error(error)
            return
        again = FirstStep(
            "ph.arrow-clockwise",
            translate("Comments", "Read them again"),
            translate("Comments", "Nothing was changed or lost"),
            translate("Comments", "Try again"),
            self.refresh,
            key="F5",
        )
        title = translate("Comments", "The comments could not be read")
        self._show_state(EmptyState(title, sentence(error), icon="ph.warning", tone="danger", steps=[again]))

    def _show_state(self, widget: QWidget) -> None:
        old = self._state
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        self._stack.removeWidget(old)
        old.deleteLater()
        self._state = widget

    # Building

    def _make_actions(self, may_decide: bool) -> None:
        page = self.page
        words = translate("Comments", "Import comments…")
        self._import = make_action(self._desk, words, self.importing.open, key="I", icon="ph.download-simple")
        words = translate("Comments", "Write a comment down…")
        self._write_down = make_action(self._desk, words, self.write_down, key="W", icon="ph.pencil-simple")
        self._offer_import()
        for text, key, act in (
            (translate("Comments", "Next comment"), "J", lambda: page.comments.step(1)),
            (translate("Comments", "Previous comment"), "K", lambda: page.comments.step(-1)),
            (translate("Comments", "Next provision"), "]", lambda: page.parts.step(1)),
            (translate("Comments", "Previous provision"), "[", lambda: page.parts.step(-1)),
            (translate("Comments", "Only undecided ones"), "U", page.filters.toggle_undecided),
            (translate("Comments", "One text, one row"), "G", page.filters.toggle_together),
            (translate("Comments", "Write to colleagues"), "T", self.conversation.begin),
            (translate("Comments", "Next undecided comment"), "N", self.go_on),
            (translate("Comments", "More filters"), "F", page.filters.open_more),
            (translate("Comments", "Find in the comments"), "Ctrl+F", self._find),
            (translate("Comments", "Another draft"), "Ctrl+O", self.header.open_instruments),
            (translate("Comments", "Back to the comments"), "Esc", page.comments.setFocus),
        ):
            make_action(self._desk, text, act, key=key)
        self.origins.make_actions(self._desk)
        if may_decide or self.workplace.actor.has(Role.MANAGER):
            words = translate("Comments", "Give to a reviewer…")
            make_action(self._desk, words, lambda: self.triaging.begin(TriageAction.ASSIGN), key="A")
        if not may_decide:
            return
        letter = translate("Comments", "Number of the letter…")
        make_action(self._desk, letter, self.correct_letter, key="S")
        hide = translate("Comments", "Hide the chosen comments, or show them again…")
        make_action(self._desk, hide, self.triaging.open_moderation, key="H")
        confirm = translate("Comments", "Confirm the rejection of the chosen comments")
        make_action(self._desk, confirm, lambda: self.triaging.do(Confirm()), key="C", writes=True)
        for text, key, way in (
            (
                translate("Comments", "Decide the chosen ones, or all in the list…"),
                "Ctrl+D",
                TriageAction.DECIDE,
            ),
            (translate("Comments", "Issue of the chosen comments…"), "L", TriageAction.ISSUE),
        ):
            make_action(self._desk, text, lambda way=way: self.triaging.begin(way), key=key)  # type: ignore[misc]
        make_action(
            self._desk, translate("Comments", "Write the reason"), self.decision.reason.setFocus, key="E"
        )
        for number, disposition in enumerate(Disposition, 1):
            code = disposition.value
            make_action(
                self._desk,
                label("disposition", code),
                lambda code=code, number=number: self._on_number(number, code),  # type: ignore[misc]
                key=str(number),
            )
        self.placing.make_actions(self._desk)

    def correct_letter(self) -> LetterDialog | None:
        """The form of the number of the letter in which a comment came; None for what came otherwise."""
        comment = self.page.comments.current()
        if comment is None or comment.stands_for is not None or comment.hidden is not None:
            return None
        if comment.channel != LETTER:
            self.say(translate("Comments", "Only a comment that came by letter has the number of one."))
            return None
        dialog = LetterDialog(self.workplace, comment, self)
        dialog.corrected.connect(partial(self._on_letter, comment.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_letter(self, comment_id: int) -> None:
        self.say(translate("Comments", "The number of the letter was corrected."))
        self._next = comment_id
        self.refresh()

    def _find(self) -> None:
        self.page.box.setFocus()
        self.page.box.selectAll()

    def _on_number(self, number: int, code: str) -> None:
        """A candidate where the place is asked for, a disposition elsewhere."""
        if not self.placing.take(number):
            self.decision.choose(code)

    def _wire(self) -> None:
        self.header.instrument_chosen.connect(self.choose)
        self.header.compare_wanted.connect(self._on_compare)
        self.page.change.compare_wanted.connect(lambda: self._on_compare(*self.header.pair))
        self.header.draft_wanted.connect(lambda: self.navigate.emit("drafts", self._instrument))
        self.header.import_wanted.connect(self.importing.open)
        self.header.write_down_wanted.connect(self.write_down)
        self.importing.came_in.connect(self._on_came_in)
        self.importing.unsure_wanted.connect(self._to_unsure)
        self.page.picked.connect(self.deciding.show)
        self.page.picked.connect(lambda _comment: self.show_present(self._present))
        self.page.opened.connect(self.read_whole)
        self.triaging.changed.connect(self.refresh)
        self.placing.changed.connect(self.refresh)
        self.conversation.changed.connect(self._read)
        self.deciding.decided.connect(self._on_decided)
        self.deciding.stopped.connect(self._on_stopped)
        self.deciding.theirs_stay.connect(self._on_theirs_stay)

    def _on_compare(self, old: int, new: int) -> None:
        self.navigate.emit("comparison", (self._instrument, old, new))

    def _on_came_in(self, instrument_id: int) -> None:
        if self._instrument is None:
            self._instrument = instrument_id
        self.refresh()

    def write_down(self) -> WriteDownDialog | None:
        """The form of a comment that no file brings, on the draft that is shown; None where none is awaited."""
        review = self.page.review
        if review is None or not self.importing.may():
            return None
        names = provision_names(review.places.text)
        dialog = WriteDownDialog(self.workplace, review.detail.row, review.today, names, self)
        dialog.written.connect(partial(self._on_written_down, review.detail.row.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _on_written_down(self, instrument_id: int, comment_id: int) -> None:
        self.say(translate("Comments", "The comment was registered."))
        if self._instrument == instrument_id:
            self._next = comment_id
        self.refresh()

    def _to_unsure(self, instrument_id: int) -> None:
        self.page.await_part(UNSURE)
        self.choose(instrument_id)

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
