"""The exposed revision against the last one, for the panel of the change: once for a pair and its pins, beside the
reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.instruments.comments.review import Review
from desktop_app.instruments.consultation.provision_changes import ProvisionChanges
from desktop_app.progress import Progress
from ui.comments.change_panel import ChangePanel
from ui.jobs import Job, run, show_error
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import CommentsServices


class Comparing(QObject):
    """Belongs to the panel."""

    def __init__(self, workplace: Workplace[CommentsServices], panel: ChangePanel) -> None:
        super().__init__(panel)
        self._workplace, self._panel = workplace, panel
        self._job: Job | None = None
        #: Instrument, exposed revision, last revision; and the pins between the two.
        self._pair: tuple[int, int, int] | None = None
        self._pins: tuple[int, ...] = ()

    def show_review(self, review: Review) -> None:
        """Compares for a review, unless that pair is shown as it is pinned; the screen stays usable meanwhile."""
        newer, exposed = review.newer, review.exposed
        pair = (review.detail.row.id, exposed, newer.number) if newer is not None and exposed else None
        if pair is not None and (pair, review.pins) == (self._pair, self._pins):
            return
        again = pair is not None and pair == self._pair
        self._pair, self._pins = pair, review.pins
        if self._job is not None:
            self._job.cancel()
        if pair is None:
            self._panel.show_changes(None)
            return
        drafting = self._workplace.services.drafting

        asked = (pair, review.pins)

        def compare(progress: Progress) -> ProvisionChanges:
            return ProvisionChanges(pair[2], drafting.compare(*pair, progress=progress))

        def done(found: ProvisionChanges) -> None:
            if asked == (self._pair, self._pins):
                self._panel.show_changes(found)

        def trouble(error: Exception) -> None:
            if asked == (self._pair, self._pins):
                self._pair = None
                self._panel.show_changes(None)
                show_error(self, error)

        if not again:
            self._panel.wait()
        self._job = run(self, compare, done, trouble, progress=lambda _done, _total: None)
