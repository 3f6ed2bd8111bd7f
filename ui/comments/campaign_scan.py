"""Searches new comments for campaigns (groups with nearly the same text) in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.instruments.comments.review import Review
from ui.comments.filter_bar import CommentFilterBar
from ui.jobs import Job, run, show_error
from ui.signals import ID
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class CampaignScan(QObject):
    """Scans one draft at a time and shows the progress in the filter bar."""

    #: Emitted with the id of the scanned draft.
    done = Signal(ID)

    def __init__(self, workplace: Workplace[CommentsServices], bar: CommentFilterBar) -> None:
        super().__init__(bar)
        self._workplace, self._bar = workplace, bar
        self._job: Job | None = None

    def scan(self, review: Review) -> None:
        """Scans the draft of a review, if it has unscanned comments and the person may start the scan."""
        finding, actor = self._workplace.services.campaign_finding, self._workplace.actor
        if not review.not_looked_at or not finding.may(actor) or self._job is not None:
            return
        number = review.detail.row.id

        def done(_found: object) -> None:
            self._end()
            self.done.emit(number)

        def trouble(error: Exception) -> None:
            self._end()
            show_error(self, error)

        self._job = run(
            self,
            lambda progress: finding.look(actor, number, progress),
            done,
            trouble,
            progress=self._bar.show_looking,
        )

    def _end(self) -> None:
        self._job = None
        self._bar.show_looking(0, None)
