"""Preview of the worklist of the day. It shows the same PDF that is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.persian.dates import plain_date
from desktop_app.reports.worklist_pdf import worklist_pdf
from desktop_app.wording import fill, translate
from ui.actions import key_of, make_action, tip
from ui.jobs import Job, run, show_error
from ui.widgets.button import Button, IconButton
from ui.widgets.choice import CodeComboBox
from ui.widgets.export_work import ExportWork
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel, set_tip

if TYPE_CHECKING:
    from desktop_app.petitions.lists.worklist import Worklist
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

#: Zoom factor of the preview relative to the paper size.
_ZOOM: Final = 1.2


@dataclass(frozen=True, slots=True)
class OpenedWorklist:
    """A worklist and its PDF, created in a worker thread."""

    worklist: Worklist
    pdf: bytes
    without_logo: bool = False


class WorklistPage(QWidget):
    """Page of the inbox, opened with the person's own worklist. Escape goes back."""

    closed = Signal()

    def __init__(self, workplace: Workplace[InboxServices], *, work: ExportWork | None = None) -> None:
        super().__init__()
        self._services, self._workplace = workplace.services, workplace
        self.opened: OpenedWorklist | None = None
        self._job: Job | None = None
        self.whose = CodeComboBox(translate("Worklist", "Whose worklist"))
        self.whose.setMinimumWidth(180)
        self.whose.hide()
        self.preview = PdfPreview()
        self.work = work or ExportWork(self, title=translate("Worklist", "Save the worklist"))
        back = IconButton("ph.arrow-left", translate("Worklist", "Back to the inbox"), key="Esc")
        back.clicked.connect(self.closed)
        make_action(self, translate("Worklist", "Back to the inbox"), self.closed.emit, key="Esc")
        self._print = make_action(
            self, translate("Worklist", "Print"), self.print_page, key="Ctrl+P", everywhere=True
        )
        self._save = make_action(self, translate("Worklist", "Save as PDF"), self.save_pdf, key="Ctrl+S")
        print_button = Button(self._print.text(), "primary", icon="ph.printer")
        save_button = Button(self._save.text(), icon="ph.file-pdf")
        for button, action in ((print_button, self._print), (save_button, self._save)):
            set_tip(button, tip(action.text(), key_of(action)))
            button.clicked.connect(action.trigger)
        self.whose.currentIndexChanged.connect(lambda _at: self._read(self.whose.code()))
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(back)
        row.addWidget(PlainLabel(translate("Worklist", "Worklist of the day"), "heading", bold=True))
        row.addSpacing(8)
        row.addWidget(self.whose)
        row.addStretch(1)
        row.addWidget(save_button)
        row.addWidget(print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.preview, 1)
        column.addWidget(self.work.bar)

    def begin(self) -> None:
        """Creates the worklist again, for the same person or unit as last time."""
        self._read(self.whose.code())
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self) -> None:
        """Asks for a printer and prints the PDF of the preview."""
        if self.opened is not None:
            self.work.print_pages(self.opened.pdf, _file_name(self.opened.worklist))

    def save_pdf(self) -> None:
        """Asks for a path and saves the PDF of the preview."""
        opened = self.opened
        if opened is not None:
            self.work.ask_and_write(
                lambda _progress: opened.pdf,
                f"{_file_name(opened.worklist)}.pdf",
                ".pdf",
                translate("Worklist", "PDF file"),
            )

    def _read(self, unit_id: int | None) -> None:
        if self._job is not None:
            self._job.cancel()
        # The previous worklist must not be printed while the new one is being created.
        self.opened = None
        self.preview.show_waiting()
        services, actor = self._services, self._workplace.actor

        def make() -> OpenedWorklist:
            worklist = services.worklists.of(actor, unit_id)
            return OpenedWorklist(worklist, worklist_pdf(worklist), services.office.logo_is_broken())

        self._job = run(self, make, self._on_made, self._on_trouble)

    def _on_made(self, opened: OpenedWorklist) -> None:
        self._job = None
        self.opened = opened
        self.whose.offer([_mine(), *opened.worklist.units], opened.worklist.unit_id)
        self.whose.setVisible(bool(opened.worklist.units))
        self.preview.show_pdf(opened.pdf, without_logo=opened.without_logo)
        # At the full width of the pane, only a few lines of the page would be visible.
        self.preview.zoom_within(_ZOOM)

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        # Otherwise a unit that the person has left would be requested again.
        self.whose.offer([_mine()])
        show_error(self, error)
        self.closed.emit()


def _mine() -> tuple[object, str]:
    return None, translate("Worklist", "My own")


def _file_name(worklist: Worklist) -> str:
    """Returns a file name as «برنامهٔ کار 1405-09-03», in Latin digits, which every file system sorts."""
    day = plain_date(worklist.today).replace("/", "-")
    return fill(translate("Worklist", "Worklist {day}"), day=day)
