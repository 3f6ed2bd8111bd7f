"""Loads and compares two texts on a worker thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.progress import Progress
from ui.comparison.sources import FilePair, Loaded, Source, load_files, load_revisions
from ui.jobs import Job, run
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class ComparisonLoading(QObject):
    """Makes one comparison at a time; a new request cancels the previous one."""

    #: Emits the comparison (`Loaded`) of the latest request.
    loaded = Signal(object)
    #: Emits the exception if the latest request failed.
    failed = Signal(object)

    def __init__(self, workplace: Workplace[ComparisonServices], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._job: Job | None = None
        #: The source of the latest request.
        self.source: Source | None = None

    def cancel(self) -> None:
        """Drops the request that is still running."""
        if self._job is not None:
            self._job.cancel()
        self._job = None

    def begin(self, source: Source) -> None:
        """Loads and compares; the previous request is cancelled."""
        self.cancel()
        self.source = source
        services, actor = self._workplace.services, self._workplace.actor

        def work(progress: Progress) -> Loaded:
            if isinstance(source, FilePair):
                return load_files(source, progress)
            return load_revisions(services, actor, source, progress)

        def done(loaded: Loaded) -> None:
            self._job = None
            self.loaded.emit(loaded)

        def trouble(error: Exception) -> None:
            # A cancelled comparison ends with an error, which is ignored.
            if self._job is job:
                self._job = None
                self.failed.emit(error)

        job = self._job = run(self, work, done, trouble, progress=lambda done, total: None)
