"""The documents of a draft: revisions, summing-up, invitations, letters, publishing package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.office.letter_templates import LetterKind
from ui.instruments.details_column import DetailsColumn
from ui.instruments.gate_page import GatePage
from ui.instruments.invite_page import InvitePage
from ui.instruments.letters_page import ConsultationLettersPage
from ui.instruments.packing import AskFolder, pack
from ui.instruments.pages import InstrumentPages
from ui.instruments.reader import OpenedRevision, Reader, open_revision
from ui.instruments.summing_up_page import SummingUpPage
from ui.instruments.telling_dialog import TellingDialog
from ui.jobs import run
from ui.widgets.export_work import ExportWork
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


class InstrumentPapers(QObject):
    """Opens the documents of the selected draft on their pages, and returns to the previous page."""

    #: A message about a completed action.
    said = Signal(str)

    def __init__(
        self,
        workplace: Workplace[InstrumentsServices],
        column: DetailsColumn,
        pages: InstrumentPages,
        ask_folder: AskFolder,
    ) -> None:
        super().__init__(pages)
        self._workplace, self._column, self._pages = workplace, column, pages
        self._ask_folder = ask_folder
        self.reader = Reader(workplace)
        self.summing_up = SummingUpPage()
        self.gate = GatePage(workplace)
        self.inviting = InvitePage(ask=ask_folder)
        self.letters = ConsultationLettersPage()
        self.packing = ExportWork(pages)
        self.telling_dialog: TellingDialog | None = None
        #: Whether the letters were opened from the invitations page.
        self._from_inviting = False
        self.reader.closed.connect(pages.back_to_list)
        self.reader.revision_wanted.connect(self.read)
        self.summing_up.ready.connect(lambda: pages.show_page(self.summing_up))
        self.summing_up.closed.connect(pages.back_to_list)
        self.gate.ready.connect(lambda: pages.show_page(self.gate))
        self.gate.closed.connect(pages.back_to_list)
        self.gate.said.connect(self.said)
        self.inviting.ready.connect(lambda: pages.show_page(self.inviting))
        self.inviting.said.connect(self.said)
        self.inviting.closed.connect(pages.back_to_list)
        self.inviting.print_wanted.connect(lambda: self.show_letters(LetterKind.INVITATION))
        self.letters.said.connect(self.said)
        self.letters.closed.connect(self._leave_letters)

    def read(self, number: int, thread: int | None = None) -> None:
        """Opens a revision by its number, at a thread or at its start."""
        detail, services = self._column.detail, self._workplace.services
        if detail is None:
            return

        def done(opened: OpenedRevision) -> None:
            self.reader.show_revision(opened)
            self._pages.show_page(self.reader)
            self.reader.body.text.setFocus()
            if thread is not None:
                self.reader.show_thread(thread)

        run(self, lambda: open_revision(services, detail, number), done)

    def read_latest(self, thread: int | None = None) -> None:
        """Opens the newest revision, if there is one, at a thread or at its start."""
        detail = self._column.detail
        if detail is not None and detail.revisions:
            self.read(detail.revisions[-1].number, thread)

    def read_summing_up(self) -> None:
        """Opens the summing-up when its pages have been created."""
        detail, workplace = self._column.detail, self._workplace
        if detail is not None:
            self.summing_up.open(workplace.services, workplace.actor, detail.row)

    def show_gate(self) -> None:
        """Opens the conditions of the next step, with the changes since the publication."""
        if self._column.detail is not None:
            self.gate.open(self._column.detail.row.id)

    def invite(self) -> None:
        """Opens the invitations."""
        detail, workplace = self._column.detail, self._workplace
        if detail is not None:
            self.inviting.open(workplace.services, workplace.actor, detail)

    def show_letters(self, kind: LetterKind) -> None:
        """Opens the letters of a kind: invitations or the notice."""
        detail, workplace = self._column.detail, self._workplace
        if detail is not None:
            self._from_inviting = self._pages.currentWidget() is self.inviting
            self._pages.show_page(self.letters)
            self.letters.open(workplace.services, workplace.actor, detail, kind)

    def make_package(self) -> None:
        """Asks for a folder and writes the publishing package into it."""
        detail, workplace = self._column.detail, self._workplace
        if detail is not None:
            services, actor = workplace.services, workplace.actor
            pack(self._pages, self.packing, services, actor, detail.row, self._ask_folder)

    def tell_commenters(self) -> None:
        """Opens the preview of the messages to those who commented on the draft."""
        detail = self._column.detail
        if detail is None:
            return
        dialog = self.telling_dialog = TellingDialog(self._workplace, detail.row, self._pages)
        dialog.told.connect(self.said)
        dialog.finished.connect(self._leave_telling)
        dialog.open()

    def _leave_telling(self) -> None:
        self.telling_dialog = None

    def _leave_letters(self) -> None:
        if self._from_inviting:
            self._pages.show_page(self.inviting)
            self.inviting.list.setFocus()
        else:
            self._pages.back_to_list()
