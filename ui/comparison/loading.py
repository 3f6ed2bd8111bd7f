"""Reading and comparing the two texts, on a worker thread."""

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
    """Makes one comparison at a time; a later wish takes the place of an earlier one."""

    #: The comparison (`Loaded`) that was asked for last.
    loaded = Signal(object)
    #: Why it could not be made: an exception.
    failed = Signal(object)

    def __init__(self, workplace: Workplace[ComparisonServices], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._job: Job | None = None
        #: What was asked for last.
        self.source: Source | None = None

    def begin(self, source: Source) -> None:
        """Reads and compares; what was asked for before is dropped."""
        if self._job is not None:
            self._job.cancel()
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
            # A comparison that gave way to a later wish ends with an error of its own, which concerns nobody.
            if self._job is job:
                self._job = None
                self.failed.emit(error)

        job = self._job = run(self, work, done, trouble, progress=lambda done, total: None)
