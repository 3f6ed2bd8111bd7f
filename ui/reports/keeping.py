"""Keeps what a person looks at in reports for the next time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.errors import AppError
from desktop_app.reports.own_view import KeptReportView
from ui import jobs

if TYPE_CHECKING:
    from desktop_app.services import ReportsServices
    from ui.workplace import Workplace


class ReportKeeping(QObject):
    """Stores one choice after the other, so that the last one stays."""

    def __init__(self, workplace: Workplace[ReportsServices], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._waiting: KeptReportView | None = None
        self._writing = False

    def keep(self, view: KeptReportView) -> None:
        """Stores a choice, after the one that is being stored."""
        self._waiting = view
        if not self._writing:
            self._next()

    def _next(self) -> None:
        view, self._waiting = self._waiting, None
        self._writing = view is not None
        if view is not None:
            actor, views = self._workplace.actor, self._workplace.services.report_views
            jobs.run(self, lambda: views.keep(actor, view), lambda _none: self._next(), self._on_error)

    def _on_error(self, error: Exception) -> None:
        # Nothing is lost but a convenience: what is shown stays, and the choice that waits is stored next.
        self._next()
        if not isinstance(error, AppError):
            jobs.show_error(self, error)
