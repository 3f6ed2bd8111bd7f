"""Import of public comments on the shown draft; its pages are shown in front of the review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop_app.errors import BadFileError
from desktop_app.instruments.comments.review import UNSURE
from desktop_app.instruments.comments.service import may_take_in
from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.intake.formats.cells import RowFault
from desktop_app.intake.imports import comments
from desktop_app.intake.imports.changed_rows import ChangedRow, FurtherTaken
from desktop_app.intake.imports.importing import ImportPlan, ImportResult
from desktop_app.intake.imports.rejects import RejectedRows
from desktop_app.intake.sources.model import Matter
from desktop_app.intake.sources.service import saved_mappings
from desktop_app.petitions.vocabulary import Channel
from desktop_app.progress import Progress
from desktop_app.wording import fill, translate
from ui.comments.page import ReviewPage
from ui.importing.kind import ImportPreview, ImportTexts
from ui.importing.page import ImportPage
from ui.signals import ID
from ui.widgets.empty_state import EmptyState
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices

_LONGEST_TITLE: Final = 60


class CommentImport:
    """The `ImportKind` for comments on one draft."""

    #: The shown fields, where the file has them.
    shown = (
        "instrument", "provision", "text", "quote", "name", "group", "mobile", "email", "channel", "received_at",
    )  # fmt: skip

    def __init__(self, workplace: Workplace[CommentsServices], draft: InstrumentRow) -> None:
        self._workplace, self.draft = workplace, draft
        title = draft.title
        if len(title) > _LONGEST_TITLE:
            title = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
        self.words = ImportTexts(
            title=fill(translate("Comments", "Import comments on “{title}”"), title=title),
            back=translate("Comments", "Back to the comments"),
            close=translate("Comments", "To the comments"),
            formats=translate("Comments", "CSV, XLSX, JSON Lines, text messages, or e-mail (eml, mbox)"),
            promise=translate(
                "Comments",
                "A comment that was imported before is not taken in twice; a file about another draft is refused.",
            ),
        )

    def permitted(self) -> bool:
        return may_take_in(self._workplace.actor, self.draft.status)

    def who_may(self) -> EmptyState:
        return EmptyState(
            translate("Comments", "No comments are taken in here now"),
            translate(
                "Comments",
                "Clerks, reviewers and managers take them in, from the opening to the public until the end.",
            ),
            icon="ph.lock-simple",
            tone="warn",
        )

    def plan(self, path: Path) -> ImportPlan:
        return comments.plan(path)

    def saved(self, plan: ImportPlan) -> tuple[tuple[str, dict[str, str]], ...]:
        return saved_mappings(self._workplace.services.sources.all(), Matter.COMMENTS, plan.columns)

    def found(self, plan: ImportPlan) -> str:
        del plan
        return ""

    def asks_channel(self, plan: ImportPlan) -> bool:
        del plan
        return True

    def try_rows(self, plan: ImportPlan, mapping: Mapping[str, str], channel: Channel) -> ImportPreview:
        services, actor = self._workplace.services, self._workplace.actor
        try:
            read = comments.reader(services, actor, self.draft.id, plan, mapping, channel=channel)
        except BadFileError as refusal:
            # Shown beside the mapping, because a wrong column may name another draft.
            return ImportPreview(plan.first_rows, {}, refusal=refusal)
        tried = [(row.number, read(row)) for row in plan.first_rows]
        faults = {number: found for number, found in tried if isinstance(found, RowFault)}
        return ImportPreview(plan.first_rows, faults, {fault.row: fault for fault in read.pointed_out})

    def run(
        self,
        plan: ImportPlan,
        mapping: Mapping[str, str],
        channel: Channel,
        progress: Progress,
        rejects: RejectedRows,
    ) -> ImportResult:
        return comments.run(
            self._workplace.services,
            self._workplace.actor,
            self.draft.id,
            plan,
            mapping,
            channel=channel,
            progress=progress,
            rejects=rejects,
            # Duplicates are grouped by the scan of the review, which shows its progress.
            grouped=False,
        )

    def take_further(self, rows: Sequence[ChangedRow], progress: Progress) -> FurtherTaken:
        """Comments have no further texts; their import returns no such rows."""
        raise NotImplementedError

    def further(self, result: ImportResult) -> str:
        return translate("Comments", "See the unsure ones") if result.pointed_out else ""


class CommentsImporting(QObject):
    """Manages one import at a time; a running import is kept when another draft is selected."""

    #: Comments were imported.
    came_in = Signal()
    #: The user asks for the comments with an uncertain place; emitted with the id of the draft.
    unsure_wanted = Signal(ID)

    def __init__(
        self,
        workplace: Workplace[CommentsServices],
        review: ReviewPage,
        pages: QStackedWidget,
        screen: Screen,
    ) -> None:
        super().__init__(screen)
        self._workplace, self._review, self._pages, self._screen = workplace, review, pages, screen
        self.page: ImportPage | None = None

    @property
    def in_front(self) -> bool:
        """Whether the import is shown instead of the review."""
        return self.page is not None and self._pages.currentWidget() is self.page

    @property
    def busy(self) -> bool:
        return self.page is not None and self.page.busy

    def may(self) -> bool:
        """Returns whether the person may import comments on the shown draft."""
        review = self._review.review
        return review is not None and may_take_in(self._workplace.actor, review.detail.row.status)

    def open(self, file: Path | None = None) -> None:
        """Shows the import for the shown draft, and opens `file` if it is given."""
        review = self._review.review
        if review is None:
            return
        if not self.busy:
            self._make(review.detail.row)
        assert self.page is not None
        self._pages.setCurrentWidget(self.page)
        self.page.setFocus()
        self._screen.title_changed.emit()
        if file is not None:
            self.page.look_at(file)

    def leave(self) -> None:
        """Returns to the review; a running import continues."""
        if self.in_front:
            self._pages.setCurrentIndex(0)
            self._review.comments.setFocus()
            self._screen.title_changed.emit()

    def title(self) -> str:
        """Returns the title of the import while it is shown; otherwise an empty text."""
        return self.page.kind.words.title if self.in_front and self.page is not None else ""

    def _make(self, draft: InstrumentRow) -> None:
        if self.page is not None:
            self._pages.removeWidget(self.page)
            self.page.deleteLater()
        page = self.page = ImportPage(CommentImport(self._workplace, draft))
        page.closed.connect(self.leave)
        page.said.connect(self._screen.say)
        page.imported.connect(lambda _count: self.came_in.emit())
        page.further_asked.connect(lambda: self._to_unsure(draft.id))
        self._pages.addWidget(page)

    def _to_unsure(self, draft_id: int) -> None:
        self.leave()
        self._review.await_part(UNSURE)
        self.unsure_wanted.emit(draft_id)
