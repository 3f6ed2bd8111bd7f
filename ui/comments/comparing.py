"""Compares the exposed revision with the last one in the background, once per pair of revisions and pins."""

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
    """Runs the comparison for the change panel."""

    def __init__(self, workplace: Workplace[CommentsServices], panel: ChangePanel) -> None:
        super().__init__(panel)
        self._workplace, self._panel = workplace, panel
        self._job: Job | None = None
        #: Instrument id, exposed revision and last revision; `_pins` are the ids of the pins between them.
        self._pair: tuple[int, int, int] | None = None
        self._pins: tuple[int, ...] = ()

    def show_review(self, review: Review) -> None:
        """Starts the comparison for a review in the background, unless its result is already shown."""
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
