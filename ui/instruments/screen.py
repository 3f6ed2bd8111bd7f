"""The drafts screen (پیش‌نویس‌ها): instruments, their revisions, drafting and legal review."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.database.changes import Changed, concerns
from desktop_app.errors import AppError
from desktop_app.instruments.consultation.agenda import Agenda
from desktop_app.instruments.drafting.service import InstrumentDetail, InstrumentRow
from desktop_app.office.letter_templates import LetterKind
from desktop_app.staff.presence import Doing, OpenItem, Present
from desktop_app.staff.units import UnitRow
from desktop_app.wording import translate
from ui.actions import key_of
from ui.guard import guarded
from ui.importing.dropping import TABLES, dropped_file
from ui.instruments.commands import InstrumentCommands
from ui.instruments.details import InstrumentDetails
from ui.instruments.details_column import DetailsColumn
from ui.instruments.gate_page import GatePage
from ui.instruments.importing import AskFile, Importing
from ui.instruments.links import InstrumentLinks
from ui.instruments.list_page import ListPage
from ui.instruments.list_view import VIEWS
from ui.instruments.packing import AskFolder, ask_folder
from ui.instruments.pages import InstrumentPages
from ui.instruments.papers import InstrumentPapers
from ui.instruments.reader import Reader
from ui.instruments.states import not_read, nothing_yet
from ui.instruments.steps import InstrumentSteps
from ui.instruments.threads_page import ThreadsPage
from ui.instruments.word_desk import WordDesk
from ui.jobs import run, show_error
from ui.widgets.button import IconButton
from ui.widgets.document_dialog import READABLE
from ui.widgets.list_export import ListExport, Write
from ui.widgets.skeleton import Skeleton
from ui.workplace import Screen, ShowThread, Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

#: Suffixes of dropped files that are imported as comments; ambiguous ones are treated as documents.
COMMENT_FILES: Final = frozenset(TABLES) - {kind.removeprefix("*") for kind in READABLE}


@dataclass(frozen=True, slots=True)
class _Read:
    rows: tuple[InstrumentRow, ...]
    units: tuple[UnitRow, ...]
    today: date
    agenda: Agenda


class InstrumentsScreen(Screen):
    """`open_item` accepts the id of an instrument, or a `ShowThread`. Parameters may replace the system's dialogs."""

    workplace: Workplace[InstrumentsServices]

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        parent: QWidget | None = None,
        *,
        ask_file: AskFile | None = None,
        ask_folder: AskFolder = ask_folder,
    ) -> None:
        super().__init__(workplace, parent)
        self._read_data: _Read | None = None
        #: The id of the draft to select as soon as the list contains it.
        self._wanted: int | None = None
        #: The annotation at whose place the newest revision is opened as soon as the details of its draft are there.
        self._to_read: ShowThread | None = None
        self.setAcceptDrops(True)
        self.commands = InstrumentCommands(self)
        self.list_page = ListPage(self.commands.register)
        commands = self.commands
        self.details = InstrumentDetails(commands.bring_in, commands.compare, commands.take_in, commands.tell)
        self.column = DetailsColumn(workplace, self.details)
        # From the outermost widget inwards: adding a widget to another parent restyles all of its children.
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.pages = InstrumentPages(self.list_page, self.column, self)
        self.pages.show_state(Skeleton("rows"))
        layout.addWidget(self.pages)
        self.steps = InstrumentSteps(workplace, self.column, self)
        self.papers = InstrumentPapers(workplace, self.column, self.pages, ask_folder)
        self.links = InstrumentLinks(self.column, self.papers)
        self.importing = Importing(workplace, self.column, self.pages, ask_file)
        self.word = WordDesk(workplace, self.column, self.pages, self, ask_file)
        self.pages.add_page(self.importing.page)
        self.pages.add_page(self.word.page)
        layout.addWidget(self.papers.packing.bar)
        layout.addWidget(self.word.work.bar)
        name = translate("Instruments", "Drafts")
        self.list_file = ListExport(self.pages.main, layout, lambda: name, self._list_file)
        self.list_page.offer(self.list_file.button)
        threads = self.commands.threads
        self.threads_button = IconButton("ph.chats-circle", threads.text(), key=key_of(threads))
        self.threads_button.clicked.connect(threads.trigger)
        self.list_page.offer(self.threads_button)
        self._wire()

    @cached_property
    def threads(self) -> ThreadsPage:
        """The annotations over all drafts; built when they are first opened."""
        page = ThreadsPage(self.workplace)
        page.closed.connect(self.pages.back_to_list)
        page.place_wanted.connect(lambda wanted: self.navigate.emit("comparison", wanted))
        page.done.connect(self.say)
        self.pages.add_page(page)
        return page

    # Called by the window

    def details_width(self) -> int:
        return self.column.width() if self.column.isVisible() else 0

    def title(self) -> str:
        """Returns the title of the draft on the current page, or the name of the screen."""
        name, detail = translate("Instruments", "Drafts"), self.column.detail
        if isinstance(self.pages.currentWidget(), ThreadsPage):
            threads = translate("Threads", "Annotations over all drafts")
            return f"{threads} — {name}"
        return f"{detail.row.title} — {name}" if self.pages.page_in_front and detail is not None else name

    def help_page(self) -> str:
        return "annotations" if isinstance(self.pages.currentWidget(), ThreadsPage) else "drafts"

    def show_threads(self) -> None:
        """Opens the annotations over all drafts."""
        self.pages.show_page(self.threads)
        self.threads.open()
        self.threads.list.setFocus()

    def shown(self) -> None:
        """Reloads the data and focuses the list."""
        self.refresh()
        if self.pages.list_in_front:
            self.list_page.front().setFocus()

    def refresh(self) -> None:
        """Reloads the instruments."""
        services = self.workplace.services

        def read() -> _Read:
            drafting = services.drafting
            return _Read(
                drafting.all(),
                services.units.all(active_only=True),
                drafting.today(),
                services.agendas.now(),
            )

        run(self, read, self._on_read, self._on_read_trouble)

    def roles_changed(self) -> bool:
        self.refresh()
        return True

    def others_changed(self, changed: Changed) -> None:
        front = self.pages.currentWidget()
        if concerns(changed, "instrument", "comment", "thread"):
            self.refresh()
            self._reload_gate()
            if isinstance(front, ThreadsPage):
                front.reload()
        if concerns(changed, "thread") and isinstance(front, Reader):
            front.annotating.reload()

    def place(self) -> OpenItem | None:
        detail = self.column.detail
        if detail is None or self.pages.state_in_front:
            return None
        # An open import of a revision counts as editing the draft.
        writes = self.importing.in_front or self.papers.is_writing()
        doing = Doing.WRITING if writes else Doing.LOOKING
        return OpenItem("instrument", detail.row.id, doing)

    def show_present(self, present: Sequence[Present]) -> None:
        self.column.show_present(present)

    def open_item(self, item: object) -> None:
        """Selects an instrument in the list; of an annotation, opens the text on which it stands."""
        if isinstance(item, ShowThread):
            self._to_read = item
            self.open_item(item.instrument_id)
        elif isinstance(item, int):
            self._wanted = item
            self.pages.show_list()
            self.list_page.show_view("all")
            self._show_list()

    # The list

    def _on_read(self, read: _Read) -> None:
        self._read_data = read
        self.steps.units, self.column.today = read.units, read.today
        active = sum(row.status in VIEWS["drafting"] | VIEWS["open"] | VIEWS["after"] for row in read.rows)
        self.count_changed.emit(active)
        if not read.rows:
            register = self.steps.register if self.commands.register.isEnabled() else None
            self.pages.show_state(nothing_yet(register))
            return
        first = self.pages.state_in_front
        if not self.pages.page_in_front:
            self.pages.show_list()
        self._show_list()
        if first and self.isVisible():
            self.list_page.front().setFocus()

    def _show_list(self) -> None:
        if self._read_data is None:
            return
        read = self._read_data
        # The selected row, not the loaded details, which may still belong to the previous selection.
        keep = self.column.picked
        if any(row.id == self._wanted for row in read.rows):
            # A new draft may be missing until the next reload.
            keep, self._wanted = self._wanted, None
        self.list_page.show_rows(read.rows, read.today, keep, read.agenda)

    def _on_read_trouble(self, error: Exception) -> None:
        if isinstance(error, AppError) and self._read_data is None:
            self.pages.show_state(not_read(error, self.refresh))
        else:
            show_error(self, error)

    def _on_registered(self, detail: InstrumentDetail) -> None:
        self._wanted = detail.row.id
        self.list_page.show_view("all")
        self._on_changed(detail)

    def _on_changed(self, detail: InstrumentDetail) -> None:
        self.column.show_detail(detail)
        self.refresh()
        self._reload_gate()

    def _reload_gate(self) -> None:
        front = self.pages.currentWidget()
        if isinstance(front, GatePage):
            front.reload()

    def _on_detail(self, detail: InstrumentDetail | None) -> None:
        wanted = self._to_read
        if detail is not None and wanted is not None and detail.row.id == wanted.instrument_id:
            self._to_read = None
            self.papers.read_latest(wanted.thread_id)

    def _list_file(self) -> Write:
        workplace, ids = self.workplace, self.list_page.shown_ids()
        files, actor = workplace.services.list_files, workplace.actor
        return lambda target, progress: files.instruments(actor, target, progress, ids)

    def _wire(self) -> None:
        commands, details, steps = self.commands, self.details, self.steps
        papers, links = self.papers, self.links
        links.followed.connect(self.navigate)
        commands.registration_wanted.connect(steps.register)
        commands.file_wanted.connect(self.importing.choose_file)
        commands.comparison_wanted.connect(details.open_compare)
        commands.comments_wanted.connect(links.import_comments)
        commands.gate_wanted.connect(papers.show_gate)
        commands.threads_wanted.connect(self.show_threads)
        commands.telling_wanted.connect(papers.tell_commenters)
        commands.second_reader_wanted.connect(steps.ask_for_second_reader)
        self.list_page.picked.connect(self.column.pick)
        self.list_page.opened.connect(papers.read_latest)
        self.column.changed.connect(commands.show_detail)
        self.column.changed.connect(self._on_detail)
        details.read_wanted.connect(papers.read)
        details.compare_wanted.connect(links.compare)
        details.move_wanted.connect(steps.move_on)
        details.comments_wanted.connect(links.show_comments)
        details.step_wanted.connect(steps.take)
        details.report_wanted.connect(papers.read_summing_up)
        details.package_wanted.connect(papers.make_package)
        details.invite_wanted.connect(papers.invite)
        details.notice_wanted.connect(lambda: papers.show_letters(LetterKind.NOTICE))
        details.missing_wanted.connect(links.show_missing)
        details.gate_wanted.connect(papers.show_gate)
        papers.step_wanted.connect(steps.take)
        details.second_reader_wanted.connect(steps.ask_for_second_reader)
        papers.done.connect(self.say)
        steps.registered.connect(self._on_registered)
        steps.changed.connect(self._on_changed)
        steps.outdated.connect(self.refresh)
        self.importing.kept.connect(self._on_changed)
        self.word.kept.connect(self._on_changed)
        details.word_button.clicked.connect(lambda: self.word.open_menu(details.word_button))
        for part in (steps, papers, self.importing, self.word):
            part.said.connect(self.say)
        self.pages.turned.connect(self.title_changed)

    # Drag and drop

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._taker(dropped_file(event)) is not None:
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event)
        take = self._taker(path)
        if path is not None and take is not None:
            event.acceptProposedAction()
            take(path)

    def _taker(self, path: Path | None) -> Callable[[Path], None] | None:
        """Returns the handler of a dropped file: documents become revisions, tables and mail become comments."""
        if path is None:
            return None
        take_in = self.commands.take_in
        if take_in.isVisible() and take_in.isEnabled() and path.suffix.lower() in COMMENT_FILES:
            return self.links.import_comments
        return self.importing.read if self.commands.bring_in.isEnabled() else None
