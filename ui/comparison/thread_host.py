"""The interface between a list of annotations and its boxes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.result import Comparison
from ui.comparison.candidate_list import PlaceCandidate, candidates_of
from ui.comparison.sources import PlacedThread
from ui.unfinished import Unfinished
from ui.widgets.comparison_view.marks import side_text


class ThreadHost(QWidget):
    """A widget with boxes of threads. A box reads its data from it, and emits its signals."""

    thread_chosen = Signal(int)
    reply_written = Signal(int, str)
    resolve_wanted = Signal(int, str)
    reopen_wanted = Signal(int)
    #: Who is to see to a thread: its number, the person's or None.
    assignee_chosen = Signal(int, object)
    #: A lost thread is to be put on the selection; a place among the candidates is looked at, was chosen.
    attach_wanted = Signal(int)
    candidate_shown = Signal(int, int)
    candidate_chosen = Signal(int, int, int)
    #: The text of a reply changed: the number of its thread, the text.
    reply_edited = Signal(int, str)
    #: The keyboard goes from a thread to the next one of the list (1) or the one before (-1).
    neighbour_wanted = Signal(int, int)
    #: The person wants the list away.
    closed = Signal()

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self.unfinished = unfinished
        #: Who can be named to see to a thread: number and name.
        self.staff: tuple[tuple[int, str], ...] = ()
        #: The texts that the threads stand on, None while there are none.
        self.comparison: Comparison | None = None

    def words_of(self, thread: PlacedThread) -> str:
        """The words that a thread stands on now."""
        if self.comparison is None or thread.side is None:
            return ""
        return side_text(self.comparison, thread.side)[thread.start : thread.end]

    def candidates_of(self, thread: PlacedThread) -> tuple[PlaceCandidate, ...]:
        """The places among which a person has to choose for a thread."""
        if self.comparison is None:
            return ()
        return candidates_of(self.comparison, thread.row.candidates)
