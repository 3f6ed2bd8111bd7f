"""A draft and Word: export with or without annotations, what a colleague sends back, and lists of annotations."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.documents import read_document
from desktop_app.errors import CancelledError
from desktop_app.persian.text import shown_name
from desktop_app.progress import Progress
from desktop_app.reports.lists.table import CSV, XLSX
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.instruments.details_column import DetailsColumn
from ui.instruments.pages import InstrumentPages
from ui.instruments.word_page import WordImportPage
from ui.jobs import Job, run, show_error
from ui.widgets.document_dialog import ask_for_document
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.export_work import ExportWork
from ui.widgets.menu_below import popup_below
from ui.workplace import Screen, Workplace

if TYPE_CHECKING:
    from desktop_app.instruments.annotations.word_import import TakenIn
    from desktop_app.instruments.annotations.word_rows import IncomingPlan
    from desktop_app.instruments.drafting.service import InstrumentDetail
    from desktop_app.services import InstrumentsServices

#: Delay before the progress display appears, in milliseconds.
_PATIENCE: Final = 500
_DOCX: Final = ".docx"
_FORBIDDEN: Final = str.maketrans(dict.fromkeys('/\\:*?"<>|', "-"))
AskFile = Callable[[], Path | None]


class WordDesk(QObject):
    """The commands about Word for the selected draft. `ask_file` replaces the system's file dialog."""

    #: Emitted with the draft (`InstrumentDetail`) after rows came in.
    kept = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        column: DetailsColumn,
        pages: InstrumentPages,
        screen: Screen,
        ask_file: AskFile | None,
    ) -> None:
        super().__init__(pages)
        self._workplace, self._column, self._pages = workplace, column, pages
        self._ask_file = ask_file or (lambda: _ask_for_file(pages))
        self.page = WordImportPage()
        self.work = ExportWork(pages, title=translate("Word", "Export to Word"))
        self._detail: InstrumentDetail | None = None
        self._path = Path()
        self._job: Job | None = None
        self.patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self.patience.timeout.connect(lambda: pages.show_state(self._reading_page()))
        self.bring_in = make_action(
            screen, translate("Word", "Comments and changes from Word…"), self.choose_file
        )
        self.export = make_action(
            screen, translate("Word", "Last revision as a Word document…"), self.export_plain
        )
        self.export_annotated = make_action(
            screen,
            translate("Word", "Last revision with annotations, internal…"),
            self.export_with_annotations,
        )
        self.list_draft = make_action(
            screen, translate("Word", "List of annotations of this draft…"), self.write_list
        )
        self.list_all = make_action(
            screen, translate("Word", "List of open annotations of all drafts…"), self.write_open
        )
        self.page.take_in_wanted.connect(self._take_in)
        self.page.closed.connect(pages.back_to_list)
        column.changed.connect(self._enable)
        self._enable(None)

    @property
    def actions(self) -> tuple[QAction, ...]:
        """The commands in the order of the menu."""
        return self.bring_in, self.export, self.export_annotated, self.list_draft, self.list_all

    def open_menu(self, button: QWidget) -> None:
        """Opens the menu of the commands below a button."""
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in self.actions:
            if action in (self.export, self.list_draft):
                menu.addSeparator()
            menu.addAction(action)
        popup_below(menu, button)

    # Out

    def export_plain(self) -> None:
        """Asks for a target, and writes the last revision without a trace of its annotations."""
        self._export(annotations=False)

    def export_with_annotations(self) -> None:
        """Asks for a target, and writes the last revision with its annotations as comments."""
        self._export(annotations=True)

    def _export(self, *, annotations: bool) -> None:
        detail, workplace = self._column.detail, self._workplace
        if detail is None or not detail.revisions:
            return
        number, row = detail.revisions[-1].number, detail.row
        words = (
            translate("Word", "{title}, {revision}, internal")
            if annotations
            else translate("Word", "{title}, {revision}")
        )
        name = fill(words, title=row.title[:60], revision=revision_name(number)).translate(_FORBIDDEN)
        export, actor = workplace.services.word_export, workplace.actor
        self.work.ask_and_write(
            lambda _progress: export.revision(actor, row.id, number, annotations=annotations),
            name + _DOCX,
            _DOCX,
            translate("Comparison", "Word documents"),
        )

    def write_list(self) -> None:
        """Asks for a target, and writes the annotations of the selected draft."""
        detail = self._column.detail
        if detail is not None:
            name = fill(translate("Word", "Annotations of {title}"), title=detail.row.title[:60])
            self._write_list(detail.row.id, name, open_only=False)

    def write_open(self) -> None:
        """Asks for a target, and writes the open annotations of all drafts."""
        self._write_list(None, translate("Word", "Open annotations"), open_only=True)

    def _write_list(self, instrument: int | None, name: str, *, open_only: bool) -> None:
        files, actor = self._workplace.services.list_files, self._workplace.actor

        def make(target: Path, progress: Progress) -> int:
            from desktop_app.reports.lists.threads import ThreadFilter  # noqa: PLC0415 - on the worker

            return files.threads(actor, ThreadFilter(instrument, None, open_only), target, progress)

        self.work.ask_and_make(
            make,
            name.translate(_FORBIDDEN),
            (
                (translate("Comparison", "PDF files"), ".pdf"),
                (translate("List file", "Excel workbook"), XLSX),
                (translate("List file", "Text with commas"), CSV),
            ),
        )

    # In

    def choose_file(self) -> None:
        """Asks for the file that came back, and reads it."""
        path = self._ask_file()
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Reads a file and shows what it brings."""
        detail, workplace = self._column.detail, self._workplace
        if detail is None:
            return
        self.stop()
        self._detail, self._path = detail, path
        self.patience.start()
        reading, actor = workplace.services.word_import, workplace.actor
        self._job = run(
            self,
            lambda progress: reading.plan(actor, detail.row.id, path, progress=progress),
            self._on_plan,
            self._on_trouble,
            progress=lambda done, total: None,
        )

    def stop(self) -> None:
        """Cancels reading."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _on_plan(self, plan: IncomingPlan) -> None:
        self._job = None
        self.patience.stop()
        assert self._detail is not None
        self.page.show_plan(plan, self._detail.row.title, may_add_revision=self._detail.may_add_revision)
        self._pages.show_page(self.page)
        self.page.table.setFocus()

    def _on_trouble(self, error: Exception) -> None:
        if isinstance(error, CancelledError):
            return
        self._end()
        show_error(self, error)

    def _end(self) -> None:
        self._job = None
        self.patience.stop()
        if self._pages.state_in_front:
            self._pages.back_to_list()

    def _take_in(self, keys: frozenset[str], revision: bool) -> None:
        plan, detail, path, workplace = self.page.plan, self._detail, self._path, self._workplace
        if plan is None or detail is None:
            return
        self.page.show_busy(True)
        services, actor = workplace.services, workplace.actor

        def work() -> tuple[TakenIn, InstrumentDetail]:
            document = read_document(path) if revision else None
            taken = services.word_import.take_in(actor, detail.row.id, plan, keys)
            if document is None:
                return taken, services.drafting.detail(actor, detail.row.id)
            summary = fill(translate("CommandLine", "Changes in Word: {name}"), name=plan.name)
            return taken, services.drafting.add_revision(actor, detail.row.id, document, summary=summary)

        def done(made: tuple[TakenIn, InstrumentDetail]) -> None:
            taken, now = made
            self.page.show_busy(False)
            self.page.forget()
            self._pages.back_to_list()
            self.kept.emit(now)
            self.said.emit(_taken_words(taken))

        def trouble(error: Exception) -> None:
            self.page.show_busy(False)
            show_error(self, error)

        run(self, work, done, trouble)

    def _enable(self, detail: InstrumentDetail | None) -> None:
        has_text = detail is not None and bool(detail.revisions)
        for action in (self.bring_in, self.export, self.export_annotated, self.list_draft):
            action.setEnabled(has_text)

    def _reading_page(self) -> EmptyState:
        stop = FirstStep(
            "ph.hourglass",
            translate("Instruments", "It is a large file"),
            translate("Instruments", "Nothing was kept yet"),
            translate("Instruments", "Stop"),
            self.stop,
        )
        words = fill(translate("Instruments", "Reading {name} …"), name=shown_name(self._path.name))
        return EmptyState(words, icon="ph.file-arrow-down", steps=[stop])


def _taken_words(taken: TakenIn) -> str:
    said = translate(
        "Word",
        "From Word came {threads} annotations, {replies} replies and {suggestions} suggested wordings; {resolved}"
        " were closed.",
    )
    return fill(
        said,
        threads=taken.threads, replies=taken.replies, suggestions=taken.suggestions, resolved=taken.resolved,
    )  # fmt: skip


def _ask_for_file(parent: QWidget) -> Path | None:
    title = translate("Word", "The file that came back from Word")
    kind = translate("Comparison", "Word documents")
    return ask_for_document(parent, title, kind=kind, patterns=["*.docx"])
