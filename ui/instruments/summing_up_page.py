"""The summing-up of a consultation: preview, printing and saving. The preview is the PDF that is printed.

People who work on the draft can switch from the public form to the internal form, which names senders.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.service import InstrumentRow
from desktop_app.persian.digits import isolated
from desktop_app.reports.summing_up import ConsultationReportCopy, Form, naming, summing_up_file
from desktop_app.staff.roles import Actor
from desktop_app.wording import digits, fill, translate
from ui.actions import key_of, make_action, tip
from ui.jobs import Job, run, show_error
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.export_work import ExportWork
from ui.widgets.menu_below import popup_below
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.segmented import Segmented

#: Relative to the paper size: shows a whole line of landscape pages and half a portrait page.
_ZOOM = 1.1
PUBLIC, INTERNAL = "public", "internal"

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


@dataclass(frozen=True, slots=True)
class OpenedSummingUp:
    """A summing-up with its pages, created on a worker thread."""

    row: InstrumentRow
    copy: ConsultationReportCopy
    pdf: bytes
    may_name: bool = False
    without_logo: bool = False


class SummingUpPage(QWidget):
    """The preview page; Escape goes back. `ready` is emitted when the pages are shown, `failed` after an error."""

    closed = Signal()
    ready = Signal()
    failed = Signal()

    def __init__(self, parent: QWidget | None = None, *, work: ExportWork | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenedSummingUp | None = None
        self._job: Job | None = None
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.state = Chip("", "slate")
        self.personal = Chip(naming.marking(), "warn")
        self._asked: tuple[InstrumentsServices, Actor] | None = None
        self.form = Segmented(
            [(PUBLIC, translate("Life", "For publication")), (INTERNAL, translate("Life", "With names"))],
            PUBLIC,
        )
        self.form.setAccessibleName(translate("Life", "Form of the summing-up"))
        self.form.changed.connect(self._on_form)
        self._turn = make_action(
            self, translate("Life", "The other form: with names, or for publication"), self.turn, key="Ctrl+I"
        )
        set_tip(self.form, tip(self._turn.text(), key_of(self._turn)))
        self.preview = PdfPreview()
        self.work = work or ExportWork(self, title=translate("Life", "Save the summing-up"))
        self._back = IconButton("ph.arrow-left", translate("Life", "Back to the draft"), key="Esc")
        self._back.clicked.connect(self.closed)
        make_action(self, translate("Life", "Back to the draft"), self.closed.emit, key="Esc")
        self._print = make_action(
            self, translate("Life", "Print"), self.print_pages, key="Ctrl+P", everywhere=True
        )
        self._save = make_action(self, translate("Life", "Save as PDF"), self.save_pdf, key="Ctrl+S")
        self.print_button = Button(self._print.text(), "primary", icon="ph.printer")
        self.save_button = Button(self._save.text(), icon="ph.file-pdf")
        self.more = IconButton("ph.dots-three", translate("Life", "Other forms"))
        for button, action in ((self.print_button, self._print), (self.save_button, self._save)):
            set_tip(button, tip(action.text(), key_of(action)))
            button.clicked.connect(action.trigger)
        self.more.clicked.connect(self.open_more)
        self._lay_out()

    def open(self, services: InstrumentsServices, actor: Actor, row: InstrumentRow) -> None:
        """Creates the public pages of the last frozen summing-up, or of the current data if there is none."""
        self._asked = services, actor
        self._make(row, internal=False)

    def turn(self) -> None:
        """Switches between the public and the internal form."""
        if self.opened is not None and self.opened.may_name and self._job is None:
            self.form.choose(INTERNAL if self.form.value() == PUBLIC else PUBLIC)

    def _on_form(self, form: str) -> None:
        if self.opened is not None:
            self._make(self.opened.row, internal=form == INTERNAL)

    def _make(self, row: InstrumentRow, *, internal: bool) -> None:
        if self._asked is None:
            return
        services, actor = self._asked
        if self._job is not None:
            self._job.cancel()

        def make() -> OpenedSummingUp:
            reports = services.consultation_reports
            copy = reports.of(actor, row.id, internal=internal)
            pdf = summing_up_file(copy, "pdf")
            broken = services.office.logo_is_broken()
            return OpenedSummingUp(row, copy, pdf, reports.may_name(actor, row.id), broken)

        def trouble(error: Exception) -> None:
            self._job = None
            self._show_form()
            self.failed.emit()
            show_error(self, error)

        self._job = run(self, make, self._on_made, trouble)

    def _show_form(self) -> None:
        """Updates the form selection to match the preview."""
        named = self.opened is not None and self.opened.copy.named is not None
        self.form.blockSignals(True)
        self.form.choose(INTERNAL if named else PUBLIC)
        self.form.blockSignals(False)
        self.personal.setVisible(named)
        may = self.opened is not None and self.opened.may_name
        self.form.setVisible(may)
        self._turn.setVisible(may)

    def print_pages(self) -> None:
        """Asks for a printer and prints the previewed pages."""
        if self.opened is not None:
            self.work.print_pages(self.opened.pdf, _file_name(self.opened))

    def save_pdf(self) -> None:
        """Asks for a file and saves the preview as PDF."""
        self.save("pdf")

    def save(self, form: Form) -> None:
        """Asks for a file and saves the summing-up in a format."""
        opened = self.opened
        if opened is None:
            return
        suffix = f".{form}"
        self.work.ask_and_write(
            lambda progress: summing_up_file(opened.copy, form, progress),
            _file_name(opened) + suffix,
            suffix,
            form_name(form),
        )

    def more_menu(self) -> QMenu:
        """Returns a menu of the formats without a button."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(form_name("docx"), lambda: self.save("docx"))
        menu.addAction(form_name("xlsx"), lambda: self.save("xlsx"))
        return menu

    def open_more(self) -> None:
        """Opens the menu below its button."""
        menu, button = self.more_menu(), self.more
        popup_below(menu, button)

    def _on_made(self, opened: OpenedSummingUp) -> None:
        self._job = None
        self.opened = opened
        self.title.setText(fill(translate("Life", "Summing-up: {title}"), title=opened.row.title))
        frozen = opened.copy.frozen
        if frozen is None:
            self.state.show_text(translate("Life", "Not frozen yet"), "warn")
        else:
            words = fill(translate("Life", "Frozen, no. {n}"), n=isolated(digits(frozen.registered)))
            self.state.show_text(words, "slate")
        self._show_form()
        self.preview.show_pdf(opened.pdf, without_logo=opened.without_logo)
        # Fitting the page width would show only a few lines at a time.
        self.preview.zoom_within(_ZOOM)
        self.ready.emit()
        self.preview.view.setFocus()

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self.title, 1)
        row.addWidget(self.personal)
        row.addWidget(self.state)
        row.addSpacing(8)
        row.addWidget(self.form)
        row.addSpacing(8)
        for button in (self.more, self.save_button, self.print_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.preview, 1)
        column.addWidget(self.work.bar)


def form_name(form: Form) -> str:
    """Returns the name of a format for the menu and the file dialog."""
    if form == "docx":
        return translate("Life", "Word document")
    return translate("Life", "Excel workbook") if form == "xlsx" else translate("Life", "PDF file")


def _file_name(opened: OpenedSummingUp) -> str:
    """Returns for example «گزارش جمع‌بندی …», without characters that file systems reject."""
    title = "".join(letter for letter in opened.row.title if letter.isalnum() or letter in " -‌،\u0654")
    words = translate("Life", "Summing-up of {title}")
    if opened.copy.named is not None:
        words = translate("Life", "Internal summing-up of {title}")
    return fill(words, title=title.strip()[:80])


__all__ = ["OpenedSummingUp", "SummingUpPage", "form_name"]
