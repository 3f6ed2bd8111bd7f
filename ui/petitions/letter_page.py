"""What is printed of a petition, looked at before: the preview is the PDF that goes to the printer. A reply goes out
from here under a number; what went out is shown, printed and saved as it went out."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.office.letter_templates import LetterKind
from desktop_app.persian.dates import clock_time, short_date, tehran_day
from desktop_app.persian.digits import isolated, latin_digits
from desktop_app.persian.text import visible_controls
from desktop_app.progress import Progress
from desktop_app.reports.letters.of_petitions import OF_PETITIONS, Paper
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.errors import error_sentence, rule_sentence
from desktop_app.wording.labels import label
from ui.actions import key_of, make_action, tip
from ui.jobs import Job, run, show_error
from ui.widgets.button import Button, IconButton
from ui.widgets.export_work import ExportWork
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.pdf_preview import Preview
from ui.widgets.plain import PlainLabel, PlainText, set_tip
from ui.widgets.segmented import Segmented
from ui.workplace import Workplace

#: Of the size on paper.
_ZOOM: Final = 1.1
_SIDE: Final = 300
_ADDRESS_HEIGHT: Final = 112
#: A pause in typing after which the page is set anew, in milliseconds.
_PAUSE: Final = 350


class LetterPage(QWidget):
    """A page of the inbox; Escape goes back. `issued` tells that a letter of a petition went out."""

    closed = Signal()
    issued = Signal(int)
    said = Signal(str)

    def __init__(self, workplace: Workplace, *, work: ExportWork | None = None) -> None:
        super().__init__()
        self._services, self._workplace = workplace.services, workplace
        self.paper: Paper | None = None
        self._petition: int | None = None
        self._job: Job | None = None
        kinds = [(kind.value, label("letter_kind", kind.value)) for kind in OF_PETITIONS]
        self.kinds = Segmented(kinds)
        self.kinds.setAccessibleName(translate("Letters", "Letter or paper"))
        self.state = PlainLabel("", "interface", "text", bold=True, wrap=True)
        self.why = PlainLabel("", "secondary", "text2", wrap=True)
        self.address = PlainText(editable=True)
        self.address.setAccessibleName(translate("Letters", "Addressee"))
        self.address.keep_height(_ADDRESS_HEIGHT)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.preview = Preview()
        self.work = work or ExportWork(self, title=translate("Letters", "Save as PDF"))
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE)
        self._typed.timeout.connect(self._set_anew)
        self._make_actions()
        self._lay_out()
        self.kinds.changed.connect(self._on_kind)
        self.address.textChanged.connect(self._typed.start)

    def _make_actions(self) -> None:
        self._back = IconButton("ph.arrow-left", translate("Letters", "Back to the petition"), key="Esc")
        self._back.clicked.connect(self.closed)
        make_action(self, translate("Letters", "Back to the petition"), self.closed.emit, key="Esc")
        self._print = make_action(
            self, translate("Letters", "Print"), self.print_page, key="Ctrl+P", everywhere=True
        )
        self._save = make_action(self, translate("Letters", "Save as PDF"), self.save_pdf, key="Ctrl+S")
        self._issue = make_action(
            self,
            translate("Letters", "Send it out with a number"),
            self.issue,
            key="Ctrl+Return",
            writes=True,
        )
        self.print_button = Button(self._print.text(), "primary", icon="ph.printer")
        self.save_button = Button(self._save.text(), icon="ph.file-pdf")
        self.issue_button = Button(self._issue.text(), icon="ph.paper-plane-tilt", writes=True)
        for button, action in (
            (self.print_button, self._print),
            (self.save_button, self._save),
            (self.issue_button, self._issue),
        ):
            set_tip(button, tip(action.text(), key_of(action)))
            button.clicked.connect(action.trigger)

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self.kinds)
        row.addStretch(1)
        row.addWidget(self.save_button)
        row.addWidget(self.print_button)
        self.side = QWidget()
        self.side.setFixedWidth(_SIDE)
        told = QVBoxLayout(self.side)
        set_margins(told, 16, 16, 16, 16)
        told.setSpacing(8)
        self._label = PlainLabel(translate("Letters", "Addressee, as the window of the envelope shows it"), "header",
                                 "text2", wrap=True)  # fmt: skip
        for widget in (self.state, self.why, self._label, self.address, self.trouble, self.issue_button):
            told.addWidget(widget)
        told.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(middle, 1)
        column.addWidget(self.work.bar)

    def begin(self, petition_id: int, kind: LetterKind) -> None:
        """Shows a paper of a petition, made anew."""
        self._petition = petition_id
        self.work.bar.hide()
        self.address.blockSignals(True)
        self.address.clear()
        self.address.blockSignals(False)
        self.kinds.blockSignals(True)
        self.kinds.choose(kind.value)
        self.kinds.blockSignals(False)
        self._read(fresh=True)
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def kind(self) -> LetterKind:
        """The paper that is chosen."""
        return LetterKind(self.kinds.value())

    def print_page(self) -> None:
        """Asks for a printer and prints what the preview shows; the history says so."""
        paper = self.paper
        if paper is not None:
            self.work.print_pages(paper.pdf, _file_name(paper), lambda: self._note(paper, "printer"))

    def save_pdf(self) -> None:
        """Asks where to, and saves what the preview shows; the history says so."""
        paper = self.paper
        if paper is None:
            return

        def make(progress: Progress) -> bytes:
            del progress
            self._note(paper, "file")
            return paper.pdf

        self.work.ask_and_write(make, f"{_file_name(paper)}.pdf", ".pdf", translate("Letters", "PDF file"))

    def issue(self) -> None:
        """Sends the reply out under the next number of the office."""
        paper, letters, actor = self.paper, self._services.petition_letters, self._workplace.actor
        if paper is None or paper.kind is not LetterKind.REPLY or paper.refusal is not None:
            return
        address, number = self.address.toPlainText(), paper.petition_id
        self.issue_button.setEnabled(False)
        run(self, lambda: letters.issue_reply(actor, number, address), self._on_issued, self._on_refused)

    def _note(self, paper: Paper, how: str) -> None:
        """On a worker, before anything goes out."""
        self._services.petition_letters.note_printed(
            self._workplace.actor, paper.petition_id, paper.kind, how
        )

    def _on_kind(self) -> None:
        self._read(fresh=True)

    def _set_anew(self) -> None:
        if self.paper is not None and self.paper.issued is None:
            self._read(fresh=False)

    def _read(self, *, fresh: bool) -> None:
        if self._job is not None:
            self._job.cancel()
        number, kind, actor = self._petition, self.kind(), self._workplace.actor
        if number is None:
            return
        if fresh:
            # What stood here is another paper: it is not printed meanwhile.
            self.paper = None
            self.preview.show_waiting()
        letters, address = self._services.petition_letters, self.address.toPlainText()
        self._job = run(
            self,
            lambda: letters.paper(actor, number, kind, addressee=address),
            lambda paper: self._on_made(paper, fresh=fresh),
            self._on_trouble if fresh else self._on_refused,
        )

    def _on_made(self, paper: Paper, *, fresh: bool) -> None:
        self._job = None
        self.paper = paper
        self.trouble.hide()
        is_reply = paper.kind is LetterKind.REPLY
        self.side.setVisible(is_reply)
        if is_reply:
            self._tell(paper, fresh=fresh)
        self.preview.show_pdf(paper.pdf)
        if fresh:
            # As wide as this pane, a few lines of the page would be seen at a time.
            self.preview.zoom(_ZOOM)

    def _tell(self, paper: Paper, *, fresh: bool) -> None:
        """What the letter is: a draft, and why it cannot go out; or what went out, when and by whom."""
        out = paper.issued
        if out is None:
            self.state.setText(translate("Letters", "Draft, without a number"))
            self.why.setText(
                rule_sentence(paper.refusal)
                if paper.refusal
                else translate("Letters", "It gets the next number of the office when it goes out.")
            )
        else:
            moment = f"{short_date(tehran_day(out.issued_at))}، {clock_time(out.issued_at)}"
            words = translate("Letters", "Letter no. {number}")
            self.state.setText(fill(words, number=isolated(digits(out.number))))
            words = translate("Letters", "Sent out by {who} on {moment}. It is printed as it went out.")
            self.why.setText(fill(words, who=visible_controls(out.issued_by), moment=moment))
        for widget in (self._label, self.address, self.issue_button):
            widget.setVisible(out is None)
        self.issue_button.setEnabled(paper.refusal is None)
        self._issue.setEnabled(paper.refusal is None)
        if fresh and out is None:
            self.address.blockSignals(True)
            self.address.setPlainText("\n".join(paper.addressee))
            self.address.blockSignals(False)

    def _on_issued(self, paper: Paper) -> None:
        self._on_made(paper, fresh=False)
        assert paper.issued is not None
        words = translate("Letters", "The letter went out under number {number}.")
        self.said.emit(fill(words, number=isolated(digits(paper.issued.number))))
        self.issued.emit(paper.petition_id)
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: Exception) -> None:
        self._job = None
        if self.paper is not None:
            self.issue_button.setEnabled(self.paper.refusal is None)
        if isinstance(error, AppError):
            self.trouble.setText(error_sentence(error))
            self.trouble.show()
        else:
            show_error(self, error)

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        show_error(self, error)
        self.closed.emit()


def _file_name(paper: Paper) -> str:
    """«رسید 4072-9183-5592»: digits that every file system sorts."""
    code = paper.tracking_code
    spoken = "-".join((code[:4], code[4:8], code[8:]))
    words = translate("Letters", "{paper} {code}")
    name = fill(words, paper=label("letter_kind", paper.kind.value), code=spoken)
    if paper.issued is not None:
        # A number may hold a stroke, which no file system takes.
        number = "".join(one if one.isalnum() or one in "-." else "-" for one in paper.issued.number)
        name = f"{name} {latin_digits(number)}"
    return name
