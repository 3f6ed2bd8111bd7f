"""Navigation between the changes, and the display of review decisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import SIGNAL, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from desktop_app.comparison.result import SideName
from ui.widgets.comparison_view.changes import ChangeKind, ChangeStop
from ui.widgets.comparison_view.labels import spoken
from ui.widgets.comparison_view.review import ReviewMark, checked_mark, choice_name, mark_name
from ui.widgets.comparison_view.surface import ComparisonSurface


class WalkedSurface(ComparisonSurface):
    """The page with the reader's position. Changes are identified by their index in `reading.changes`."""

    #: Another change was selected.
    change_selected = Signal(int)
    #: The mark "seen", "accepted" or "discuss" is requested for a change. Repeating it removes the mark.
    mark_requested = Signal(int, str)
    #: The next revision should take a change from the side "old" or "new". Repeating it removes the choice.
    choice_requested = Signal(int, str)

    @property
    def current_change(self) -> int | None:
        """The selected change."""
        return self.reading.current if self.reading is not None else None

    def next_change(self) -> None:
        """Goes to the next change that the filter admits."""
        self._step(1)

    def previous_change(self) -> None:
        """Goes to the previous change that the filter admits."""
        self._step(-1)

    def next_alike(self) -> None:
        """Goes to the next change of the same kind."""
        self._step(1, self._alike())

    def previous_alike(self) -> None:
        """Goes to the previous change of the same kind."""
        self._step(-1, self._alike())

    def next_of_kind(self, kind: ChangeKind) -> None:
        """Goes to the next change of a kind, and from the last one to the first."""
        self._step(1, lambda change: change.answers_to(kind), around=True)

    def next_weighty(self) -> None:
        """Goes to the next weighty change."""
        self._step(1, lambda change: change.weighty)

    def previous_weighty(self) -> None:
        """Goes to the previous weighty change."""
        self._step(-1, lambda change: change.weighty)

    def select_change(self, change: int, *, scroll: bool = True) -> None:
        """Selects a change."""
        reading, lines = self.reading, self.lines
        if reading is None or lines is None:
            return
        reading.select(change)
        if scroll:
            # Otherwise copying or annotating would use a selection elsewhere instead of this change.
            self.shown.selection = None
        entry = reading.changes[change].entries[0]
        if reading.reveal(entry):
            self._refresh()
        line = reading.line_of(entry)
        if scroll and line is not None:
            self._show_line(line)
        self.viewport().update()
        self._tell_accessible()
        self.change_selected.emit(change)

    # Review decisions

    def set_marks(self, marks: Mapping[int, str]) -> None:
        """Shows the mark of each change: "seen", "accepted" or "discuss". Raises ValueError for any other."""
        self.shown.review = {change: checked_mark(mark) for change, mark in marks.items()}
        self.viewport().update()
        self._tell_accessible()

    def set_choices(self, choices: Mapping[int, SideName]) -> None:
        """Shows the side that the next revision takes for each change."""
        self.shown.choices = dict(choices)
        self.viewport().update()
        self._tell_accessible()

    def request_mark(self, mark: ReviewMark) -> None:
        """Requests a mark on the current change."""
        if self.current_change is not None:
            self.mark_requested.emit(self.current_change, mark)

    def request_choice(self, side: SideName) -> None:
        """Requests to take the current change from one side."""
        if self.current_change is not None:
            self.choice_requested.emit(self.current_change, side)

    def mark_of(self, change: int) -> ReviewMark | None:
        """Returns the mark shown at a change."""
        return self.shown.review.get(change)

    def choice_of(self, change: int) -> SideName | None:
        """Returns the side shown as taken for a change."""
        return self.shown.choices.get(change)

    @property
    def takes_marks(self) -> bool:
        """Whether the mark signal is connected. Otherwise no marks are offered."""
        return self.receivers(SIGNAL("mark_requested(int,QString)")) > 0

    @property
    def takes_choices(self) -> bool:
        """Whether the choice signal is connected."""
        return self.receivers(SIGNAL("choice_requested(int,QString)")) > 0

    def review_words(self, change: int) -> list[str]:
        """Returns the decisions about a change as texts."""
        mark, side = self.shown.review.get(change), self.shown.choices.get(change)
        return [
            *([mark_name(mark)] if mark is not None else []),
            *([choice_name(side)] if side is not None else []),
        ]

    # Navigation

    def _alike(self) -> Callable[[ChangeStop], bool]:
        reading = self.reading
        if reading is None or reading.current is None:
            return lambda change: True
        kind = reading.changes[reading.current].kind
        return lambda change: change.kind is kind

    def _step(
        self, by: int, wanted: Callable[[ChangeStop], bool] | None = None, *, around: bool = False
    ) -> None:
        reading, lines = self.reading, self.lines
        if reading is None or lines is None:
            return
        from_line = lines.heights.row_at(self.verticalScrollBar().value()) if reading.lines else 0
        change = reading.step(by, from_line=from_line, wanted=wanted)
        if change is None and around:
            change = reading.step(by, from_line=-1, wanted=wanted, afresh=True)
        if change is not None:
            self.select_change(change)

    def _tell_accessible(self) -> None:
        reading = self.reading
        words = ""
        if reading is not None and reading.current is not None:
            shown = reading.shown_changes
            position = shown.index(reading.current) + 1 if reading.current in shown else 0
            words = spoken(
                reading.comparison,
                reading.changes[reading.current],
                position,
                len(shown),
                self.review_words(reading.current),
            )
        if words == self.accessibleDescription():
            return
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        if words and QAccessible.isActive():
            # Screen readers do not announce a changed description by themselves.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
