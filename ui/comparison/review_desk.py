"""The reviewer's tools on a comparison: marks, pins, questions, the next revision, unrequested changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from desktop_app.comparison.result import Comparison
from desktop_app.wording import fill, translate
from ui.comparison.asking import Asking
from ui.comparison.building import Building
from ui.comparison.header import Header
from ui.comparison.marking import Marking
from ui.comparison.merging import MergeDesk
from ui.comparison.page import ComparisonPage
from ui.comparison.pinning import Pinning
from ui.comparison.preview_page import PreviewPage
from ui.comparison.since import Since
from ui.comparison.sources import Loaded, RevisionPair
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class ReviewDesk(QObject):
    """Owns the tools, and passes each comparison to all of them."""

    #: An action was done or refused: the message, and a function to undo it or None.
    said = Signal(str, object)
    #: A comparison is requested: the source, and the place (side and code point) to show, or None.
    compare_wanted = Signal(object, object)
    #: Whether the preview of the next revision is to be shown or closed.
    preview_wanted = Signal(bool)
    #: A page of the next revision, and whether it is to be shown or left.
    page_wanted = Signal(object, bool)

    def __init__(
        self, screen: QWidget, workplace: Workplace[ComparisonServices], page: ComparisonPage
    ) -> None:
        super().__init__(screen)
        self._page = page
        self.marking = Marking(screen, workplace, page.view)
        self.pinning = Pinning(page, workplace, page.view)
        self.asking = Asking(page, workplace, page, self.pinning)
        self.building = Building(page, workplace, page.view, page.building)
        coming = self.building.coming
        coming.page_wanted.connect(lambda wanted: self.page_wanted.emit(coming.page, wanted))
        suggesting = self.building.suggesting
        suggesting.page_wanted.connect(lambda wanted: self.page_wanted.emit(suggesting.page, wanted))
        self.merging = MergeDesk(page, workplace)
        self.merging.page_wanted.connect(lambda wanted: self.page_wanted.emit(self.merging.page, wanted))
        self.merging.saved.connect(self._on_saved)
        self.since = Since(screen, workplace)
        self.preview = PreviewPage()
        for part in (self.marking, self.pinning, self.asking, self.building, self.merging):
            part.done.connect(self.said)
        self.marking.changed.connect(self._on_marks_changed)
        page.mark_wanted.connect(self.marking.toggle_current)
        self.pinning.waiting.connect(page.notices.pin.say)
        self.pinning.pinned.connect(self._on_pinned)
        self.asking.again_wanted.connect(self.compare_again)
        page.structure.removal_wanted.connect(self.pinning.remove)
        self.building.switched.connect(self._on_switched)
        self.building.changed.connect(self._on_taken)
        self.building.previewed.connect(self._on_previewed)
        self.building.saved.connect(self._on_saved)
        self.preview.base_wanted.connect(self.building.preview)
        self.preview.closed.connect(lambda: self.preview_wanted.emit(False))

    @property
    def tools(self) -> list[QWidget]:
        """The pages of the next revision."""
        return [self.building.coming.page, self.building.suggesting.page, self.merging.page]

    @property
    def commands(self) -> list[QAction]:
        """The commands for the command palette, with building first."""
        return [
            *self.building.commands,
            self.merging.command,
            *self.pinning.commands,
            *self.asking.commands,
        ]

    def join_header(self, header: Header) -> None:
        """Connects the picker of the middle text."""
        header.middle_chosen.connect(self.since.use_middle)
        self.since.changed.connect(lambda: header.show_between(self.since.between, self.since.middle))
        self.since.changed.connect(self._on_since)

    def show_loaded(self, loaded: Loaded | None) -> None:
        """Switches to another comparison, which the page already shows, or to None."""
        for part in (self.marking, self.pinning, self.asking, self.building, self.merging, self.since):
            part.show_loaded(loaded)

    def reload(self) -> None:
        """Reloads what colleagues changed."""
        for part in (self.marking, self.pinning, self.building):
            part.reload()

    def compare_again(self) -> None:
        """Repeats the comparison and returns to the same place."""
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
        self.asking.put_away()
        self._page.show_building(building)
        if not building:
            self.preview_wanted.emit(False)
