"""The ways from the selected draft to other screens: its comparison, its comments, and what a step waits for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.instruments.details_column import DetailsColumn
from ui.instruments.papers import InstrumentPapers
from ui.workplace import ImportComments, ShowObjections


class InstrumentLinks(QObject):
    """Requests other screens for the selected draft; does nothing without one."""

    #: Requests another screen, as `Screen.navigate` does.
    followed = Signal(str, object)

    def __init__(self, column: DetailsColumn, papers: InstrumentPapers) -> None:
        super().__init__(papers)
        self._column, self._papers = column, papers
        papers.missing_wanted.connect(self.show_missing)
        papers.comments_wanted.connect(self.show_comments)
        papers.outcome_wanted.connect(self._compare_outcome)
        papers.compare_wanted.connect(self.compare)

    def compare(self, old: int, new: int) -> None:
        """Compares two revisions by their numbers."""
        if self._column.detail is not None:
            self.followed.emit("comparison", (self._column.detail.row.id, old, new))

    def show_comments(self) -> None:
        """Shows the comments on the draft."""
        if self._column.detail is not None:
            self.followed.emit("comments", self._column.detail.row.id)

    def import_comments(self, file: Path | None = None) -> None:
        """Imports comments from `file`, or from a file that is asked for."""
        if self._column.detail is not None:
            self.followed.emit("comments", ImportComments(self._column.detail.row.id, file))

    def show_missing(self, rule: str) -> None:
        """Shows what the condition `rule` of the next step waits for."""
        if self._column.detail is None:
            return
        if rule == "objections_are_closed":
            self.followed.emit("comparison", ShowObjections(self._column.detail.row.id))
        elif rule == "every_comment_is_decided":
            self.show_comments()
        elif rule in ("accepted_is_carried", "changes_are_explained"):
            self._papers.show_gate()

    def _compare_outcome(self) -> None:
        """Compares the exposed revision with the last one."""
        reading = self._papers.gate.reading
        if reading is not None and reading.changes is not None:
            self.compare(reading.changes.exposed, reading.changes.last)
