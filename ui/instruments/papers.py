"""The documents of a draft: revisions, summing-up, invitations, letters, publishing package."""

from __future__ import annotations

from functools import cached_property
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
from ui.signals import ID
from ui.widgets.export_work import ExportWork
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


class InstrumentPapers(QObject):
    """Opens the documents of the selected draft on their pages, and returns to the previous page.

    A page is built when it is first opened: together they take as long as the rest of the screen.
    """

    #: A message about a completed action.
    said = Signal(str)
    #: The same with the undo of the action.
    done = Signal(str, object)
    #: What the page of the gate asks for: the next step, and ways to what it waits for.
    step_wanted = Signal(object)
    missing_wanted = Signal(str)
    comments_wanted = Signal()
    outcome_wanted = Signal()
    #: The reader asks to compare two revisions, by their numbers.
    compare_wanted = Signal(ID, ID)

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
        self.packing = ExportWork(pages)
        self.telling_dialog: TellingDialog | None = None
        #: Whether the letters were opened from the invitations page.
        self._from_inviting = False

    @cached_property
    def reader(self) -> Reader:
        page = Reader(self._workplace)
        page.closed.connect(self._pages.back_to_list)
        page.said.connect(self.done)
        page.revision_wanted.connect(self.read)
        page.compare_wanted.connect(self.compare_wanted)
        self._pages.add_page(page)
        return page

    @cached_property
    def summing_up(self) -> SummingUpPage:
        page = SummingUpPage()
        page.ready.connect(lambda: self._pages.show_page(page))
        page.closed.connect(self._pages.back_to_list)
        self._pages.add_page(page)
        return page

    @cached_property
    def gate(self) -> GatePage:
        page = GatePage(self._workplace)
        page.ready.connect(lambda: self._pages.show_page(page))
        page.closed.connect(self._pages.back_to_list)
        page.said.connect(self.said)
        page.step_wanted.connect(self.step_wanted)
        page.missing_wanted.connect(self.missing_wanted)
        page.comments_wanted.connect(self.comments_wanted)
        page.compare_wanted.connect(self.outcome_wanted)
        self._pages.add_page(page)
        return page

    @cached_property
    def inviting(self) -> InvitePage:
        page = InvitePage(ask=self._ask_folder)
        page.ready.connect(lambda: self._pages.show_page(page))
        page.said.connect(self.said)
        page.closed.connect(self._pages.back_to_list)
        page.print_wanted.connect(lambda: self.show_letters(LetterKind.INVITATION))
        self._pages.add_page(page)
        return page

    @cached_property
    def letters(self) -> ConsultationLettersPage:
        page = ConsultationLettersPage()
        page.said.connect(self.said)
        page.closed.connect(self._leave_letters)
        self._pages.add_page(page)
        return page

    def is_writing(self) -> bool:
        """Whether an annotation is being written in the reader."""
        return any(page.threads.is_writing() for page in self._pages.findChildren(Reader))

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
            self._from_inviting = isinstance(self._pages.currentWidget(), InvitePage)
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
