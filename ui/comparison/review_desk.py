"""What a reviewer does with a comparison: marks, pins, the next revision, what nobody asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.result import Comparison
from desktop_app.wording import fill, translate
from ui.comparison.building import Building
from ui.comparison.header import Header
from ui.comparison.marking import Marking
from ui.comparison.page import ComparisonPage
from ui.comparison.pinning import Pinning
from ui.comparison.preview_page import PreviewPage
from ui.comparison.since import Since
from ui.comparison.sources import Loaded, RevisionPair
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class ReviewDesk(QObject):
    """Holds the parts of a reviewer's work and shows a comparison to all of them."""

    #: Something was done or can't be: the sentence, and how to take it back.
    said = Signal(str, object)
    #: A comparison is to be made: the source, and the place to look at again (a side and a code point) or None.
    compare_wanted = Signal(object, object)
    #: The preview of the next revision is to be shown, or put away.
    preview_wanted = Signal(bool)

    def __init__(
        self, screen: QWidget, workplace: Workplace[ComparisonServices], page: ComparisonPage
    ) -> None:
        super().__init__(screen)
        self._page = page
        self.marking = Marking(screen, workplace, page.view)
        self.pinning = Pinning(page, workplace, page.view)
        self.building = Building(page, workplace, page.view, page.building)
        self.since = Since(screen, workplace)
        self.preview = PreviewPage()
        for part in (self.marking, self.pinning, self.building):
            part.done.connect(self.said)
        self.marking.changed.connect(self._on_marks_changed)
        page.mark_wanted.connect(self.marking.toggle_current)
        self.pinning.waiting.connect(page.notices.pin.say)
        self.pinning.pinned.connect(self._on_pinned)
        page.structure.removal_wanted.connect(self.pinning.remove)
        self.building.switched.connect(self._on_switched)
        self.building.changed.connect(self._on_taken)
        self.building.previewed.connect(self._on_previewed)
        self.building.saved.connect(self._on_saved)
        self.preview.base_wanted.connect(self.building.preview)
        self.preview.closed.connect(lambda: self.preview_wanted.emit(False))

    @property
    def commands(self) -> list[QAction]:
        """For the menu of everything that can be done; building comes first."""
        return [*self.building.commands, *self.pinning.commands]

    def join_header(self, header: Header) -> None:
        """The picker of the text in between."""
        header.middle_chosen.connect(self.since.use_middle)
        self.since.changed.connect(lambda: header.show_between(self.since.between, self.since.middle))
        self.since.changed.connect(self._on_since)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Another comparison, which the page shows already; None for nothing."""
        for part in (self.marking, self.pinning, self.building, self.since):
            part.show_loaded(loaded)

    def reload(self) -> None:
        """Reads what colleagues did meanwhile."""
        for part in (self.marking, self.pinning, self.building):
            part.reload()

    def compare_again(self) -> None:
        """Makes the same comparison anew and stands where the reader stood."""
        if self._page.loaded is not None:
            self.compare_wanted.emit(self._page.loaded.source, self._page.place())

    def _on_pinned(self, side: str, offset: int) -> None:
        if self._page.loaded is not None:
            self.compare_wanted.emit(self._page.loaded.source, (side, offset))

    def _on_saved(self, instrument: int, old: int, new: int) -> None:
        self.compare_wanted.emit(RevisionPair(instrument, old, new), None)

    def _on_marks_changed(self) -> None:
        self._page.show_marks(self.marking.book, self.marking.kept)

    def _on_since(self) -> None:
        reading = self._page.view.reading
        self._page.show_unasked(self.since.unasked(reading) if reading is not None else frozenset())
        self._on_marks_changed()

    def _on_taken(self) -> None:
        words, view = "", self._page.view
        if self._page.loaded is not None:
            words = fill(translate("Comparison", "from {revision}"), revision=self._page.loaded.old.name)
        changes = view.reading.changes if view.reading is not None else ()
        self._page.show_taken({n: words for n in range(len(changes)) if view.choice_of(n) == "old"})

    def _on_previewed(self, comparison: Comparison, base: str, result: str) -> None:
        loaded = self._page.loaded
        if loaded is not None and self.building.active:
            self.preview.name_bases(loaded.old.name, loaded.new.name)
            self.preview.show_preview(comparison, base, result)
            self.preview_wanted.emit(True)

    def _on_switched(self, building: bool) -> None:
        self._page.show_building(building)
        if not building:
            self.preview_wanted.emit(False)
