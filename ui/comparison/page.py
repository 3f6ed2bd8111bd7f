"""The page of a loaded comparison: changes on the right, texts, footer, threads on the left."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.labelling import left_out_sentence
from desktop_app.comparison.result import SideName
from desktop_app.comparison.standing import rough_sentence, wrong_counts_sentence
from desktop_app.instruments.drafting.review_marks import MarkState
from desktop_app.wording import translate
from ui.actions import make_action
from ui.annotations.threads_panel import ThreadsPanel
from ui.comparison.building_panel import BuildingPanel
from ui.comparison.change_list import ChangeList
from ui.comparison.counted_head import CHANGES_WIDTH, CountedHead
from ui.comparison.find_bar import FindBar
from ui.comparison.footer import Footer
from ui.comparison.mark_book import MarkBook, MarkedFilter
from ui.comparison.mark_strip import MarkStrip
from ui.comparison.marking import MarkLifetime
from ui.comparison.notice import Notices
from ui.comparison.question_list import QuestionSection
from ui.comparison.reviewed_view import ReviewedView
from ui.comparison.side_headers import SideHeaders
from ui.comparison.sources import FilePair, Loaded
from ui.comparison.structure_panel import StructurePanel
from ui.comparison.terms_panel import TermsFoot, TermsPanel, terms_words
from ui.guard import guarded
from ui.unfinished import Unfinished
from ui.widgets.comparison_view import Filter
from ui.widgets.comparison_view.commands import make_commands
from ui.widgets.comparison_view.reading import nothing_substantive


class ComparisonPage(QWidget):
    """Keeps list, texts and footer on the same change and the same filter."""

    #: The reader selected a change or set a filter.
    changed = Signal()
    #: A mark is requested for the current change.
    mark_wanted = Signal(str)

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self.view = ReviewedView()
        #: The commands of the view; their shortcuts work while the page is shown.
        self.commands = make_commands(self.view, self)
        self.list = ChangeList()
        self.list_head = CountedHead(translate("Comparison", "Changes"))
        self.questions = QuestionSection()
        self.mark_strip = MarkStrip()
        self.headers = SideHeaders()
        self.accept = self._mark_command(translate("Comparison", "Accepted"), MarkState.ACCEPTED, "A")
        self.discuss = self._mark_command(translate("Comparison", "To be discussed"), MarkState.DISCUSS, "D")
        self.footer = Footer(self.commands.previous, self.commands.following, (self.accept, self.discuss))
        self.threads = ThreadsPanel(unfinished)
        self.structure = StructurePanel()
        self.terms = TermsPanel()
        #: Shows the findings about defined terms; hidden while there are none.
        self.terms_command = make_action(
            self, translate("Comparison", "Defined terms"), lambda: self.toggle(self.terms), key="T"
        )
        self.terms_command.setVisible(False)
        self.terms_foot = TermsFoot(self.terms_command)
        self.building = BuildingPanel()
        self.find_bar = FindBar()
        self.notices = Notices()
        self.loaded: Loaded | None = None
        self._book: MarkBook | None = None
        self._only: frozenset[tuple[int, ...]] | None = None
        self._building = False
        self._lay_out()
        self.list.change_chosen.connect(self.view.select_change)
        self.view.change_selected.connect(self._on_change_selected)
        self.footer.filter_changed.connect(self.use_filter)
        self.footer.all_wanted.connect(self._on_all_wanted)
        self.mark_strip.wanted_changed.connect(self._on_marks_wanted)
        self.find_bar.wanted.connect(self._on_find)
        self.find_bar.closed.connect(self._on_find_closed)
        for panel in (self.structure, self.terms):
            panel.place_chosen.connect(self.view.show_place)
            panel.closed.connect(self.close_panel)
        self.view.lines_changed.connect(lambda: self.headers.follow(self.view.columns))
        self.threads.hide()
        self.structure.hide()
        self.terms.hide()
        self.building.hide()
        self.threads.installEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Only one panel is shown next to the texts, whatever opens or closes the list of annotations.
        if watched is self.threads and event.type() == QEvent.Type.Show:
            self._hide_panels()
        elif watched is self.threads and event.type() == QEvent.Type.HideToParent and self._building:
            self.building.setVisible(self.structure.isHidden() and self.terms.isHidden())
        return super().eventFilter(watched, event)

    def show_loaded(self, loaded: Loaded) -> None:
        """Shows a comparison from its start. Its marks are loaded afterwards."""
        self.loaded, self._book, self._only = loaded, None, None
        self.mark_strip.reset()
        self.view.set_comparison(loaded.comparison, loaded.old.name, loaded.new.name)
        self.headers.show_sides(loaded.old, loaded.new)
        self.structure.show_loaded(loaded)
        self._show_terms(loaded)
        if isinstance(loaded.source, FilePair):
            self.headers.show_open_threads(None)
        same = nothing_substantive(loaded.comparison)
        self.notices.unchanged.say(translate("Comparison", "Nothing substantive changed.") if same else "")
        self.notices.left_out.say(left_out_sentence(loaded.comparison.not_compared))
        self.notices.wrong_counts.say(wrong_counts_sentence(loaded.comparison.wrong_counts))
        self.notices.rough.say(rough_sentence(loaded.comparison))
        self._show_reading()

    def show_marks(self, book: MarkBook | None, kept: MarkLifetime) -> None:
        """Shows the marks in the list and the counts."""
        if book is not self._book:
            self._book = book
            self._show_reading()
        self.list.refresh_marks()
        self.mark_strip.show_book(book, kept)
        self.footer.show_marks(book, self.view.current_change)

    def show_unasked(self, changes: frozenset[int]) -> None:
        """Shows which changes since publication nobody requested."""
        said = translate("Comparison", "No comment asked for it.")
        self.list.changes.show_notes(dict.fromkeys(changes, said))
        self.mark_strip.show_unasked(changes)
        if self.mark_strip.unasked.isChecked():
            self._on_marks_wanted()

    def use_filter(self, wanted: Filter) -> None:
        """Applies the filter to the list, the texts and the map."""
        marked = MarkedFilter(
            wanted.kinds, orthographic=wanted.orthographic, weighty=wanted.weighty, only=self._only
        )
        self.view.set_filter(marked)
        self._show_reading()
        self.changed.emit()

    def _mark_command(self, name: str, state: MarkState, key: str) -> QAction:
        action = make_action(self, name, lambda: self.mark_wanted.emit(state.value), key=key)
        action.setData(state.value)
        return action

    def _on_all_wanted(self) -> None:
        self.mark_strip.reset()
        self._only = None

    def _on_marks_wanted(self) -> None:
        self._only = self.mark_strip.wanted(self._book) if self._book is not None else None
        self.use_filter(self.footer.filter())

    def place(self) -> tuple[SideName, int]:
        """Returns the side and offset of the current change, or the start of the newer text."""
        reading = self.view.reading
        if reading is None or reading.current is None:
            return "new", 0
        entry = reading.comparison.entries[reading.changes[reading.current].entries[0]]
        if entry.new is not None:
            return "new", entry.new.start
        return "old", entry.old.start if entry.old is not None else 0

    def go_to(self, side: SideName, offset: int) -> None:
        """Selects the change at a code point of one side. If there is none, only scrolls there."""
        reading = self.view.reading
        entry = reading.places.entry_at(side, offset) if reading is not None else None
        change = reading.change_of(entry) if reading is not None and entry is not None else None
        if change is not None:
            self.view.select_change(change)
        elif offset:
            self.view.show_place(side, offset)

    def toggle(self, panel: StructurePanel | TermsPanel) -> None:
        """Shows or hides a panel. Only one is shown next to the texts."""
        if panel.isHidden():
            self.threads.hide()
            self._hide_panels()
            panel.open_panel()
        else:
            self.close_panel()

    def close_panel(self) -> None:
        """Hides the structure or the terms and returns the focus to the texts."""
        self._hide_panels()
        self.building.setVisible(self._building)
        self.view.setFocus()

    def _hide_panels(self) -> None:
        for panel in (self.structure, self.terms, self.building):
            panel.hide()

    def _show_terms(self, loaded: Loaded) -> None:
        self.terms.show_comparison(loaded.comparison)
        words = terms_words(loaded.comparison)
        self.terms_command.setText(words or translate("Comparison", "Defined terms"))
        self.terms_command.setVisible(bool(words))
        self.terms_command.setEnabled(bool(words))
        if not words and not self.terms.isHidden():
            self.close_panel()

    def show_building(self, building: bool) -> None:
        """Shows or hides the panel of the next revision."""
        self._building = building
        if building:
            self.threads.hide()
            self._hide_panels()
        self.building.setVisible(building)
        self.view.setFocus()

    def show_taken(self, taken: Mapping[int, str]) -> None:
        """Marks in the list which changes come from the older side."""
        self.list.changes.show_taken(taken)
        self.list.refresh_marks()

    def open_find(self) -> None:
        """Opens the find bar with the selected text."""
        words = self.view.selected_text()
        self.find_bar.open_bar(words if "\n" not in words else "")

    def _show_reading(self) -> None:
        reading = self.view.reading
        if reading is None:
            return
        self.list.changes.show_reading(reading, self._book)
        self.list.mark(reading.current)
        self.list_head.show_count(len(reading.shown_changes))
        self.footer.show_reading(reading)

    def _on_change_selected(self, change: int) -> None:
        self.list.mark(change)
        self.footer.show_marks(self._book, change)
        self.changed.emit()

    def _on_find(self, words: str, backwards: bool) -> None:
        self.find_bar.show_found(*self.view.find_words(words, backwards=backwards))

    def _on_find_closed(self) -> None:
        self.view.clear_matches()
        self.view.setFocus()

    def _lay_out(self) -> None:
        changes = QVBoxLayout()
        changes.setSpacing(0)
        changes.addWidget(self.questions)
        changes.addWidget(self.list_head)
        changes.addWidget(self.mark_strip)
        changes.addWidget(self.list, 1)
        changes.addWidget(self.terms_foot)
        self.terms_foot.setFixedWidth(CHANGES_WIDTH)
        self.mark_strip.setFixedWidth(CHANGES_WIDTH)
        self.list.setFixedWidth(CHANGES_WIDTH)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for widget in (self.notices, self.find_bar, self.headers):
            texts.addWidget(widget)
        texts.addWidget(self.view, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(changes)
        middle.addLayout(texts, 1)
        for panel in (self.building, self.structure, self.terms, self.threads):
            middle.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.footer)
