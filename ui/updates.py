"""Looks for a newer version of the program in the background, and tells of it once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app import __version__
from desktop_app.errors import AppError, UpdateError
from desktop_app.settings import Settings
from ui import jobs

if TYPE_CHECKING:
    from desktop_app.progress import Progress
    from desktop_app.updates.installing import Installation

#: Milliseconds after the first window of a person opened: its list comes before.
SOON: Final = 30_000
_DAILY: Final = 24 * 60 * 60 * 1000


class UpdateWatch(QObject):
    """Looks soon after `start` and then once a day. Emits `said` with a sentence and a tone of the message bar.

    Where the program cannot install the version itself, only administrators are told. A version that must not be
    used is told once in a session; a folder that cannot be reached is only logged.
    """

    said = Signal(str, str)

    def __init__(
        self, settings: Settings, parent: QObject | None = None, *, installation: Installation | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        #: How the program was installed, if it is not to be found out.
        self._installation = installation
        self._administrator = False
        self._job: jobs.Job | None = None
        self._refused: set[str] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def start(self, *, administrator: bool) -> None:
        """Schedules the first look, once; `administrator` says who is at the desk now."""
        self._administrator = administrator
        if self._settings.update_folder and not self._timer.isActive() and self._job is None:
            self._timer.start(SOON)

    def stop(self) -> None:
        """Stops looking; a look in progress ends at its next chunk."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def look(self) -> None:
        """Looks on a worker thread."""
        settings, given = self._settings, self._installation

        def work(progress: Progress) -> tuple[str, str, bool] | None:
            from desktop_app.updates.installing import installation  # noqa: PLC0415 - after the first paint
            from desktop_app.updates.looking import look, was_told  # noqa: PLC0415
            from desktop_app.wording.updates import found_words  # noqa: PLC0415

            found = look(settings, __version__, given or installation(), progress)
            if found is None or was_told(settings, found.version):
                return None
            return found.version, found_words(found), found.installs

        if self._job is None:
            self._timer.start(_DAILY)
            self._job = jobs.run(self, work, self._on_found, self._on_error, progress=lambda *_: None)

    def _on_found(self, found: tuple[str, str, bool] | None) -> None:
        self._job = None
        if found is None:
            return
        version, words, installs = found
        if not installs and not self._administrator:
            return
        self.said.emit(words, "info" if installs else "warning")
        settings = self._settings

        def note() -> None:
            from desktop_app.updates.looking import remember_told  # noqa: PLC0415

            remember_told(settings, version)

        jobs.run(self, note, lambda _: None)

    def _on_error(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UpdateError):
            jobs.only_bugs(self)(error)
            return
        reason = str(error.parameters["reason"])
        if reason not in self._refused and (reason != "key" or self._administrator):
            self._refused.add(reason)
            self.said.emit(_sentence(error), "warning")


def _sentence(error: AppError) -> str:
    from ui.errors import sentence  # noqa: PLC0415 - seldom wanted

    return sentence(error)


def install_on_quit(settings: Settings) -> None:
    """Starts the set-up of a fetched version; the last act of the program, where it was installed for one user."""
    from desktop_app.updates.installing import Installation, install_fetched, installation  # noqa: PLC0415
    from desktop_app.updates.windows import (  # noqa: PLC0415
        open_unchangeable,
        session_is_ending,
        start_detached,
    )

    if settings.update_key and installation() is Installation.USER:
        ends = session_is_ending()
        install_fetched(settings, __version__, open_unchangeable, start_detached, session_ends=ends)
