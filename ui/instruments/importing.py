"""Import of a revision from a file: read on a worker thread, previewed, and saved on request."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.documents import Document
from desktop_app.errors import CancelledError
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.instruments.details_column import DetailsColumn
from ui.instruments.import_page import ReadDraft, RevisionImportPage, read_draft
from ui.instruments.pages import InstrumentPages
from ui.jobs import Job, run, show_error
from ui.widgets.document_dialog import ask_for_document
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

#: Delay before the progress display appears, in milliseconds, to avoid flicker for small files.
PATIENCE: Final = 500
AskFile = Callable[[], Path | None]


class Importing(QObject):
    """Imports revisions of the selected draft, one at a time; choosing another file cancels the current one.

    `ask_file` replaces the system's file dialog.
    """

    #: Emitted with the draft (`InstrumentDetail`) after the new revision was saved.
    kept = Signal(object)
    #: A message about a completed action.
    said = Signal(str)

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        column: DetailsColumn,
        pages: InstrumentPages,
        ask_file: AskFile | None,
    ) -> None:
        super().__init__(pages)
        self._workplace, self._column, self._pages = workplace, column, pages
        self._ask_file = ask_file or (lambda: ask_for_file(pages))
        self.page = RevisionImportPage()
        self._detail: InstrumentDetail | None = None
        self._job: Job | None = None
        self._name = ""
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.patience.timeout.connect(lambda: pages.show_state(self._reading_page()))
        self.page.save_wanted.connect(self._keep)
        self.page.closed.connect(pages.back_to_list)

    @property
    def in_front(self) -> bool:
        """Whether the preview of a revision is shown."""
        return self._pages.currentWidget() is self.page

    def choose_file(self) -> None:
        """Asks for the file of a new revision and reads it."""
        path = self._ask_file()
        if path is not None:
            self.read(path)

    def read(self, path: Path) -> None:
        """Reads a file and shows the preview; does nothing if the draft accepts no revision."""
        detail = self._column.detail
        if detail is None or not detail.may_add_revision:
            return
        self.stop()
        self._detail, self._name = detail, path.name
        self.patience.start()
        self._job = run(
            self,
            lambda progress: read_draft(path, progress),
            self._on_read,
            self._on_trouble,
            progress=lambda done, total: None,
        )

    def stop(self) -> None:
        """Cancels reading."""
        if self._job is not None:
            self._job.cancel()
            self._end()

    def _on_read(self, draft: ReadDraft) -> None:
        self._job = None
        self.patience.stop()
        assert self._detail is not None
        numbers = [row.number for row in self._detail.revisions]
        self.page.show_draft(draft, self._detail.row.title, max(numbers, default=0) + 1)
        self._pages.show_page(self.page)
        self.page.summary.setFocus()

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

    def _keep(self, document: Document, summary: str) -> None:
        detail, services, actor = self._detail, self._workplace.services, self._workplace.actor
        if detail is None:
            return
        self.page.show_busy(True)

        def done(kept: InstrumentDetail) -> None:
            self.page.show_busy(False)
            self.page.forget()
            self._pages.back_to_list()
            self.kept.emit(kept)
            words = translate("Instruments", "{revision} of “{title}” was kept.")
            revision = revision_name(kept.revisions[-1].number)
            self.said.emit(fill(words, revision=revision, title=kept.row.title))

        def trouble(error: Exception) -> None:
            self.page.show_busy(False)
            show_error(self, error)

        run(
            self,
            lambda: services.drafting.add_revision(actor, detail.row.id, document, summary=summary),
            done,
            trouble,
        )

    def _reading_page(self) -> EmptyState:
        stop = FirstStep(
            "ph.hourglass",
            translate("Instruments", "It is a large file"),
            translate("Instruments", "Nothing was kept yet"),
            translate("Instruments", "Stop"),
            self.stop,
        )
        words = fill(translate("Instruments", "Reading {name} …"), name=shown_name(self._name))
        return EmptyState(words, icon="ph.file-arrow-down", steps=[stop])


def ask_for_file(parent: QWidget) -> Path | None:
    """Asks for the file of a revision by the system's dialog; returns None if it was cancelled."""
    title = translate("Instruments", "The file of the new revision")
    return ask_for_document(parent, title)
