"""The comparison (مقایسه): two revisions or two files side by side, with changes and annotations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.comparison.result import SideName
from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError, CancelledError
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.annotations.annotating import Annotating
from ui.annotations.placed import PlacedThread
from ui.annotations.walking import walking_commands
from ui.comparison.exporting import Exporting
from ui.comparison.file_choice import FileChoice
from ui.comparison.header import Header
from ui.comparison.loading import ComparisonLoading
from ui.comparison.page import ComparisonPage
from ui.comparison.pages import ComparisonPages
from ui.comparison.review_desk import ReviewDesk
from ui.comparison.sources import FilePair, Loaded, OneRevisionOnly, RevisionPair, Source
from ui.comparison.states import first_steps, not_compared, nothing_compared, one_revision_only, reading
from ui.guard import guarded
from ui.jobs import run, show_error
from ui.widgets.empty_state import FirstStep
from ui.widgets.presence_line import PresenceLine
from ui.workplace import CompareFiles, Screen, ShowObjections, ShowThread, Workplace

if TYPE_CHECKING:
    from desktop_app.services import ComparisonServices


class ComparisonScreen(Screen):
    """`open_item` accepts a `RevisionPair`, a `FilePair`, `CompareFiles`, a `ShowObjections`, a `ShowThread`,
    (instrument id, old number, new number) or two paths.
    """

    workplace: Workplace[ComparisonServices]

    def __init__(self, workplace: Workplace[ComparisonServices], parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        #: The place to scroll to when the new comparison is ready.
        self._back_to: tuple[SideName, int] | None = None
        #: Whether the new comparison begins with the open objections.
        self._to_objections = False
        #: The annotation at whose place the new comparison begins.
        self._to_thread: ShowThread | None = None
        self.setAcceptDrops(True)
        self.loading = ComparisonLoading(workplace, self)
        self.loading.loaded.connect(self.show_comparison)
        self.loading.failed.connect(self._on_trouble)
        self.page = ComparisonPage(workplace.unfinished)
        walk = self.page.commands
        self.annotating = Annotating(self, workplace, self.page.view, self.page.threads)
        self.annotating.open_count_changed.connect(self.page.headers.show_open_threads)
        self.annotating.done.connect(self.say)
        self.page.view.copied.connect(self.say)
        self.desk = ReviewDesk(self, workplace, self.page)
        self.desk.said.connect(self.say)
        self.desk.compare_wanted.connect(lambda source, back_to: self.compare(source, back_to=back_to))
        self.annotating.threads_changed.connect(self._on_threads)
        self.desk.building.suggesting.changed.connect(self.annotating.reload)
        self.files = FileChoice(self)
        self.files.chosen.connect(self.compare)
        self.files.waiting.connect(self._wait_for_other)
        self.exporting = Exporting(self, workplace, lambda: self.page.loaded, lambda: self.page.view.reading)
        self.header = Header(walk.annotate, self.desk.commands[0], self.exporting.open_menu, self._commands())
        self.desk.join_header(self.header)
        self.header.pair_chosen.connect(self.compare)
        self.header.files_wanted.connect(self.files.ask_for_both)
        self._pages = ComparisonPages(self.page, self.desk, self.header)
        # From the outside inwards: reparenting a widget restyles it with all its children.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._pages, 1)
        self._pages.add_pages()
        column.addWidget(self.exporting.bar)
        # At the bottom, where showing and hiding it does not move the text.
        self.presence = PresenceLine()
        column.addWidget(self.presence)
        self._show_empty()

    # What the window asks for

    def title(self) -> str:
        """Returns the name of the comparison, for the window title."""
        loaded = self.page.loaded
        if loaded is None:
            return translate("Comparison", "Comparison")
        return fill(
            translate("Comparison", "Comparison of {old} and {new} — {title}"),
            old=loaded.old.name,
            new=loaded.new.name,
            title=loaded.title,
        )

    def help_page(self) -> str:
        return "comparison"

    def shown(self) -> None:
        """Reloads the instruments, and returns the focus to the texts."""
        self.refresh()
        if self._pages.texts_in_front:
            self.page.view.setFocus()

    def refresh(self) -> None:
        """Reloads the instruments, the revisions and the threads; the text of a revision never changes."""
        services, actor, loaded = self.workplace.services, self.workplace.actor, self.page.loaded
        run(self, services.drafting.all, self.header.show_instruments)
        if loaded is not None and loaded.instrument is not None:
            number = loaded.instrument.row.id
            run(self, lambda: services.drafting.detail(actor, number), self._on_detail)
        self.annotating.reload()
        self.desk.reload()

    def roles_changed(self) -> bool:
        self.refresh()
        return True

    def others_changed(self, changed: Changed) -> None:
        if concerns(changed, "instrument", "thread", "comment"):
            self.refresh()
            return
        for table, part in (("mark", self.desk.marking), ("composition", self.desk.building)):
            if concerns(changed, table):
                part.reload()

    def place(self) -> OpenItem | None:
        loaded = self.page.loaded
        if loaded is None or loaded.instrument is None:
            return None
        writes = self.page.threads.is_writing()
        return OpenItem("instrument", loaded.instrument.row.id, Doing.WRITING if writes else Doing.LOOKING)

    def show_present(self, present: Sequence[Present]) -> None:
        loaded = self.page.loaded
        number = loaded.instrument.row.id if loaded is not None and loaded.instrument is not None else None
        self.presence.show_at("instrument", number, present)

    def open_item(self, item: object) -> None:
        """Opens what another screen requests."""
        if isinstance(item, RevisionPair | FilePair):
            self.compare(item)
        elif isinstance(item, CompareFiles):
            self.files.take(item.files)
        elif isinstance(item, ShowThread):
            self.compare(RevisionPair(item.instrument_id))
            self._to_thread = item
        elif isinstance(item, ShowObjections):
            self.compare(RevisionPair(item.instrument_id))
            self._to_objections = True
        elif isinstance(item, int):
            self.compare(RevisionPair(item))
        elif isinstance(item, tuple) and len(item) == 3:
            self.compare(RevisionPair(*item))
        elif isinstance(item, tuple) and len(item) == 2:
            self.compare(FilePair(Path(item[0]), Path(item[1])))

    # Comparing

    def compare(self, source: Source, *, back_to: tuple[SideName, int] | None = None) -> None:
        """Loads and compares on a worker thread; the previous request is cancelled.

        With `back_to`, a side and a code point, the current comparison stays visible until the new one is ready.
        The new one is then scrolled to that place.
        """
        self._back_to, self._to_objections, self._to_thread = back_to, False, None
        self.files.forget()
        if back_to is None:
            self._pages.show_state(reading())
        self.loading.begin(source)

    def show_comparison(self, loaded: Loaded) -> None:
        """Shows a loaded comparison with its lists and marks."""
        self.page.commands.annotate.setEnabled(True)
        # Unsaved marks belong to the previous comparison.
        self.desk.marking.flush()
        wanted = self.page.footer.filter() if self._back_to is not None else None
        self.page.show_loaded(loaded)
        if wanted is not None:
            self.page.use_filter(wanted)
        self.header.show_loaded(loaded)
        self.desk.show_loaded(loaded)
        self.annotating.show_loaded(loaded.annotated)
        self._pages.show_texts()
        if self._back_to is None:
            self.page.view.setFocus()
        else:
            self.page.go_to(*self._back_to)
        self.desk.asking.go_on()
        if self._to_objections:
            self._to_objections = False
            self.annotating.next_objection()
        if self._to_thread is not None:
            self.annotating.open_at_its_place(self._to_thread.thread_id)
            self._to_thread = None
        self.title_changed.emit()

    def _on_trouble(self, error: Exception) -> None:
        if self._back_to is not None and isinstance(error, AppError):
            # The current comparison is still valid and stays.
            self._back_to = None
            self.desk.asking.stay()
            show_error(self, error)
        elif isinstance(error, OneRevisionOnly) and self._to_thread is not None:
            # Of one revision the reading view shows the annotations.
            wanted, self._to_thread = self._to_thread, None
            self._show_empty()
            self.navigate.emit("drafts", wanted)
        elif isinstance(error, OneRevisionOnly):
            self._show_nothing(one_revision_only(error.detail.row.title, self._first_steps()))
        elif isinstance(error, CancelledError):
            self._show_empty()
        elif isinstance(error, AppError):
            self._show_nothing(not_compared(error, self._again, self._first_steps()))
        else:
            self._show_empty()
            show_error(self, error)

    # States

    def _show_nothing(self, state: QWidget) -> None:
        """Shows `state` without a comparison; clears title, pickers, threads and marks."""
        self.page.loaded = None
        self.header.show_loaded(None)
        self.annotating.show_loaded(None)
        self.desk.show_loaded(None)
        self.page.structure.show_loaded(None)
        self.title_changed.emit()
        self._pages.show_state(state)

    def _wait_for_other(self, page: QWidget) -> None:
        """Shows that one file waits for the other; what was being read is dropped."""
        self.loading.cancel()
        self._show_nothing(page)

    def _show_empty(self) -> None:
        self._show_nothing(nothing_compared(self._first_steps()))

    def _first_steps(self) -> list[FirstStep]:
        return first_steps(self.header.instrument_button.click, self.files.ask_for_both)

    def _again(self) -> None:
        if self.loading.source is not None:
            self.compare(self.loading.source)

    # Reading, actions, dropping

    def _on_threads(self, threads: tuple[PlacedThread, ...]) -> None:
        if self.page.loaded is not None:
            self.page.loaded = replace(self.page.loaded, threads=threads)
        self.desk.building.show_threads(threads)

    def _on_detail(self, detail: InstrumentDetail) -> None:
        loaded = self.page.loaded
        if loaded is None or loaded.instrument is None or loaded.instrument.row.id != detail.row.id:
            return
        self.page.loaded = replace(loaded, instrument=detail)
        self.header.show_loaded(self.page.loaded)

    def _commands(self) -> list[QAction]:
        """Returns the commands of the screen, for shortcuts, palette and overflow menu."""
        walk = self.page.commands
        toggle = self.page.footer.orthographic_chip.click
        find = make_action(
            self.page, translate("Comparison", "Find in both texts"), self.page.open_find, key="Ctrl+F"
        )
        spelling = make_action(
            self.page, translate("Comparison", "Show or hide differences in spelling"), toggle
        )
        files = make_action(
            self, translate("Comparison", "Two files from disk…"), self.files.ask_for_both, key="Ctrl+O"
        )
        threads = make_action(
            self.page, translate("Comparison", "List of annotations"), self.annotating.toggle_list, key="H"
        )
        objection = make_action(
            self.page, translate("Comparison", "Next open objection"), self.annotating.next_objection, key="O"
        )
        structure = make_action(
            self.page,
            translate("Comparison", "Structure of the text"),
            lambda: self.page.toggle(self.page.structure),
            key="S",
        )
        again = make_action(
            self.page, translate("Comparison", "Compare again"), self.desk.compare_again, key="F5"
        )
        return [
            *self.desk.commands, structure, self.page.terms_command, again,
            walk.copy_change, find, spelling, threads, objection, *walking_commands(self.page, self.annotating),
            walk.enlarge, walk.reduce,
            *self.exporting.commands, files,
        ]  # fmt: skip

    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.desk.marking.flush()

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event)
        if len(files) == 2 or (len(files) == 1 and self.files.waits):
            event.acceptProposedAction()
            self.files.take(tuple(files))
        elif files:
            self.say(translate("Comparison", "Drop two files together: the older text and the newer one."))


def dropped_files(event: QDropEvent) -> list[Path]:
    """Returns the dropped files, oldest modification time first."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    files = [path for path in paths if path.is_file()]
    return sorted(files, key=lambda path: path.stat().st_mtime)
