"""The interface between a list of annotations and its boxes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.result import Comparison
from ui.annotations.candidate_list import PlaceCandidate, candidates_of
from ui.annotations.placed import PlacedThread
from ui.signals import ID
from ui.unfinished import Unfinished
from ui.widgets.comparison_view.marks import side_text


class ThreadHost(QWidget):
    """A widget with boxes of threads. A box reads its data from it, and emits its signals."""

    thread_chosen = Signal(ID)
    reply_written = Signal(ID, str)
    resolve_wanted = Signal(ID, str)
    reopen_wanted = Signal(ID)
    #: A resolved thread should be reopened with the words of its reply field.
    reopen_with_reply = Signal(ID)
    #: An assignee was chosen: the id of the thread, and that of the person or None.
    assignee_chosen = Signal(ID, object)
    #: A day was chosen until which a thread is to be settled: its id, and the day or None.
    due_chosen = Signal(ID, object)
    #: A label should be put on a thread (True) or taken off it.
    label_chosen = Signal(ID, str, bool)
    #: Likely places of a lost thread are requested.
    places_wanted = Signal(ID)
    #: A lost thread should be attached to the selection; a candidate was shown; a candidate was chosen.
    attach_wanted = Signal(ID)
    candidate_shown = Signal(int, int)
    candidate_chosen = Signal(ID, int, int)
    #: The text of a reply changed: the id of its thread, the text.
    reply_edited = Signal(ID, str)
    #: Focus should move from a thread to the next one (1) or the previous one (-1).
    neighbour_wanted = Signal(ID, int)
    #: The user closes the list.
    closed = Signal()

    def __init__(self, unfinished: Unfinished, *, beside_text: bool = True) -> None:
        super().__init__()
        self.unfinished = unfinished
        #: Whether a text stands beside the boxes, in which words can be selected.
        self.beside_text = beside_text
        #: The possible assignees: id and name.
        self.staff: tuple[tuple[int, str], ...] = ()
        #: The person in front of the screen, who mentions others.
        self.me: int | None = None
        #: The labels of the office's annotations.
        self.labels: tuple[str, ...] = ()
        #: Likely places of lost threads by id, where they were asked for.
        self.likely: dict[int, tuple[tuple[int, int], ...]] = {}
        #: The comparison with the texts of the threads, or None.
        self.comparison: Comparison | None = None

    @property
    def colleagues(self) -> tuple[tuple[int, str], ...]:
        """The persons who can be mentioned: id and name."""
        return tuple(one for one in self.staff if one[0] != self.me)

    def words_of(self, thread: PlacedThread) -> str:
        """Returns the text at the current place of a thread."""
        if self.comparison is None or thread.side is None:
            return ""
        return side_text(self.comparison, thread.side)[thread.start : thread.end]

    def candidates_of(self, thread: PlacedThread) -> tuple[PlaceCandidate, ...]:
        """Returns the places among which a person has to choose for a thread."""
        if self.comparison is None:
            return ()
        return candidates_of(self.comparison, thread.row.candidates or self.likely.get(thread.row.id, ()))
