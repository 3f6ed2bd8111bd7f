"""The walk through the changes, and what a reviewer decided about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import SIGNAL, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from ui.widgets.comparison_view.changes import ChangeKind, ChangeStop
from ui.widgets.comparison_view.labels import spoken
from ui.widgets.comparison_view.review import ReviewMark, checked_mark, choice_name, mark_name
from ui.widgets.comparison_view.rows import SideName
from ui.widgets.comparison_view.surface import ComparisonSurface


class WalkedSurface(ComparisonSurface):
    """The page and the reader's place on it. Changes are named by their index in `reading.changes`."""

    #: The reader stands on another change.
    change_selected = Signal(int)
    #: The mark "seen", "accepted" or "discuss" is wanted for a change; the same mark again takes it away.
    mark_requested = Signal(int, str)
    #: The next revision is to take a change from the side "old" or "new"; the same side again leaves it open.
    choice_requested = Signal(int, str)

    @property
    def current_change(self) -> int | None:
        """The change on which the reader stands."""
        return self.reading.current if self.reading is not None else None

    def next_change(self) -> None:
        """Goes to the next change that the filter admits."""
        self._step(1)

    def previous_change(self) -> None:
        """Goes to the one before."""
        self._step(-1)

    def next_alike(self) -> None:
        """Goes to the next change of the current one's kind."""
        self._step(1, self._alike())

    def previous_alike(self) -> None:
        """Goes to the one of that kind before."""
        self._step(-1, self._alike())

    def next_of_kind(self, kind: ChangeKind) -> None:
        """Goes to the next change of a kind, behind the last one to the first."""
        self._step(1, lambda change: change.answers_to(kind), around=True)

    def next_weighty(self) -> None:
        """Goes to the next change of an amount, a date, a duty or a negation."""
        self._step(1, lambda change: change.weighty)

    def previous_weighty(self) -> None:
        """Goes to the weighty change before."""
        self._step(-1, lambda change: change.weighty)

    def select_change(self, change: int, *, scroll: bool = True) -> None:
        """Puts the reader on a change."""
        reading, lines = self.reading, self.lines
        if reading is None or lines is None:
            return
        reading.select(change)
        if scroll:
            # Words that were selected elsewhere would be copied or annotated instead of what the reader looks at.
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

    # What was decided

    def set_marks(self, marks: Mapping[int, str]) -> None:
        """Shows the mark of each change: "seen", "accepted" or "discuss". Raises ValueError for another word."""
        self.shown.review = {change: checked_mark(mark) for change, mark in marks.items()}
        self.viewport().update()
        self._tell_accessible()

    def set_choices(self, choices: Mapping[int, SideName]) -> None:
        """Shows which side the next revision takes each change from."""
        self.shown.choices = dict(choices)
        self.viewport().update()
        self._tell_accessible()

    def request_mark(self, mark: ReviewMark) -> None:
        """Asks for a mark on the current change."""
        if self.current_change is not None:
            self.mark_requested.emit(self.current_change, mark)

    def request_choice(self, side: SideName) -> None:
        """Asks to take the current change from one side."""
        if self.current_change is not None:
            self.choice_requested.emit(self.current_change, side)

    def mark_of(self, change: int) -> ReviewMark | None:
        """The mark that is shown at a change."""
        return self.shown.review.get(change)

    def choice_of(self, change: int) -> SideName | None:
        """The side that is shown as taken for a change."""
        return self.shown.choices.get(change)

    @property
    def takes_marks(self) -> bool:
        """Whether somebody listens for marks: else none are offered."""
        return self.receivers(SIGNAL("mark_requested(int,QString)")) > 0

    @property
    def takes_choices(self) -> bool:
        """Whether somebody listens for choices."""
        return self.receivers(SIGNAL("choice_requested(int,QString)")) > 0

    def review_words(self, change: int) -> list[str]:
        """What was decided about a change, in words."""
        mark, side = self.shown.review.get(change), self.shown.choices.get(change)
        return [
            *([mark_name(mark)] if mark is not None else []),
            *([choice_name(side)] if side is not None else []),
        ]

    # Walking

    def _alike(self) -> Callable[[ChangeStop], bool]:
        reading = self.reading
        if reading is None or reading.current is None:
            return lambda change: True
        kind = reading.changes[reading.current].kind
        return lambda change: change.answers_to(kind)

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
            # A description that changed is not read aloud by itself.
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
