"""Work that the program does by itself: soon after the window opened, and while nobody uses the computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ui import jobs
from ui.idle import IdleWatch

if TYPE_CHECKING:
    from desktop_app.services import SharedServices
    from ui.workplace import Workplace

#: Minutes without keyboard and mouse after which it runs, again and again.
IDLE_MINUTES: Final = 10
#: Milliseconds after the window opened: the first list comes before.
_SOON: Final = 60_000


class Housekeeping(QObject):
    """Archives the petitions that are due (`petitions.retention.archiving`), in silence."""

    def __init__(self, workplace: Workplace[SharedServices], parent: QObject) -> None:
        super().__init__(parent)
        self._archiving = workplace.services.archiving
        self._job: jobs.Job | None = None
        self._first = QTimer(self, singleShot=True, interval=_SOON)
        self._first.timeout.connect(self.run)
        self.watch = IdleWatch(IDLE_MINUTES, self)
        self.watch.idle.connect(self.run)

    def start(self) -> None:
        """Schedules the first run."""
        self._first.start()

    def stop(self) -> None:
        self._first.stop()
        self.watch.stop()

    def run(self) -> None:
        """Does what is due in a worker thread; another run in progress is left alone."""
        if self._job is None:
            self._job = jobs.run(self, self._archiving.run, lambda _count: self._end(), self._on_error)

    def _end(self) -> None:
        self._job = None

    def _on_error(self, error: Exception) -> None:
        self._end()
        jobs.only_bugs(self)(error)
