"""Previews letters and papers: the preview is the very PDF that is printed.

A letter is addressed and issued under a number from here. Subclasses make the pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.office.letter_choices import LetterChoices
from desktop_app.wording import translate
from ui.actions import key_of, make_action, tip
from ui.jobs import Debouncer, Job
from ui.widgets.button import Button, IconButton
from ui.widgets.export_work import ExportWork
from ui.widgets.form_panes import FormPane
from ui.widgets.letter_choices import LetterChoicesForm
from ui.widgets.page_bar import PageBar
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel, PlainText, set_tip
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.segmented import Segmented

#: Relative to the size on paper.
_ZOOM: Final = 1.1
_SIDE: Final = 300
_ADDRESS_HEIGHT: Final = 112
#: A pause in typing after which the page is made again, in milliseconds.
_PAUSE: Final = 350


class PaperView(QWidget, RefusingForm):
    """A page of a screen; Escape goes back, Ctrl+P prints, Ctrl+S saves, Ctrl+Return issues."""

    closed = Signal()
    said = Signal(str)

    def __init__(self, kinds: Sequence[tuple[str, str]], back: str, work: ExportWork | None = None) -> None:
        super().__init__()
        self.job: Job | None = None
        self.kinds = Segmented(kinds)
        self.kinds.setAccessibleName(translate("Letters", "Letter or paper"))
        self.state = PlainLabel("", "interface", "text", bold=True, wrap=True)
        self.why = PlainLabel("", "secondary", "text2", wrap=True)
        self.address_label = PlainLabel(
            translate("Letters", "Addressee, as the window of the envelope shows it"),
            "header",
            "text2",
            wrap=True,
        )
        self.address = PlainText(editable=True)
        self.address.setAccessibleName(translate("Letters", "Addressee"))
        self.address_label.setBuddy(self.address)
        self.address.keep_height(_ADDRESS_HEIGHT)
        #: What the address lacks for a window envelope.
        self.hint = PlainLabel("", "header", "text2", wrap=True)
        #: What is chosen for the letter in the fields; None until somebody changes it.
        self.chosen: LetterChoices | None = None
        self.choices = LetterChoicesForm()
        self.preview = PdfPreview()
        self.work = work or ExportWork(self, title=translate("Letters", "Save as PDF"))
        self._typed = Debouncer(self, _PAUSE, self.set_anew)
        self._make_actions(back)
        self._lay_out()
        kept = translate("Letters", "Nothing went out, and what you typed is kept.")
        refused = {
            "addressee": self.address,
            "letter_enclosure": self.choices.enclosure,
            "letter_copies": self.choices.copies,
        }
        self.refusals = Refusals(self, refused, kept=kept)
        self.kinds.changed.connect(lambda _kind: self.read(fresh=True))
        self.address.textChanged.connect(self._typed.start)
        self.address.textChanged.connect(self._show_hint)
        self.choices.changed.connect(self._on_chosen)

    # To be overridden

    def print_page(self) -> None:
        """Asks for a printer and prints the previewed pages."""
        raise NotImplementedError

    def save_pdf(self) -> None:
        """Asks for a file and saves the previewed pages."""
        raise NotImplementedError

    def issue(self) -> None:
        """Issues the previewed letter under a number."""
        raise NotImplementedError

    def read(self, *, fresh: bool) -> None:
        """Starts making the pages; `fresh`: for another paper than before."""
        raise NotImplementedError

    def set_anew(self) -> None:
        """Makes the pages again after the address or a choice was edited."""
        raise NotImplementedError

    # Shared by subclasses

    def choose(self, kind: str) -> None:
        """Selects a paper without reading it."""
        self.kinds.blockSignals(True)
        self.kinds.choose(kind)
        self.kinds.blockSignals(False)

    def put_address(self, text: str) -> None:
        """Sets the address from the program, not as typed."""
        self.address.blockSignals(True)
        self.address.setPlainText(text)
        self.address.blockSignals(False)
        self._show_hint()

    def put_usual(self, choices: LetterChoices, purposes: str) -> None:
        """Offers the purposes of copies, one a line; fills in the choices of the template until somebody chooses."""
        self.choices.offer_purposes(purposes)
        if self.chosen is None:
            self.choices.put(choices)

    def show_fields(self, *, address: bool, waiting: bool) -> None:
        """Shows the fields that a letter has before it goes out; `waiting`: there is one that did not go out."""
        for widget in (self.address_label, self.address):
            widget.setVisible(address)
        self.hint.setVisible(address and bool(self.hint.text()))
        for part in (self.choices, self.issue_button, self._foot):
            part.setVisible(waiting)

    def _on_chosen(self) -> None:
        self.chosen = self.choices.choices()
        self._typed.start()

    def _show_hint(self) -> None:
        lines = [line for line in self.address.toPlainText().splitlines() if line.strip()]
        empty = translate("Letters", "The window stays empty: type the addressee and the postal address.")
        bare = translate(
            "Letters",
            "There is no postal address below the name: type it for an envelope with a window. A letter that is "
            "handed over or sent by message goes out without one.",
        )
        self.hint.setText("" if len(lines) > 1 else bare if lines else empty)
        self.hint.setVisible(len(lines) <= 1 and not self.address.isHidden())

    def show_pdf(self, pdf: bytes, *, fresh: bool, without_logo: bool = False) -> None:
        """Shows the pages, in a readable size if they are `fresh`."""
        self.preview.show_pdf(pdf, without_logo=without_logo)
        if fresh:
            # Fitted to the width of this pane, only a few lines of the page would be visible.
            self.preview.zoom_within(_ZOOM)

    def let_issue(self, may: bool) -> None:
        """Enables issuing."""
        self.issue_button.setEnabled(may)
        self.issue_action.setEnabled(may)

    def _make_actions(self, back: str) -> None:
        self._back = IconButton("ph.arrow-left", back, key="Esc")
        self._back.clicked.connect(self.closed)
        make_action(self, back, self.closed.emit, key="Esc")
        printing = make_action(
            self, translate("Letters", "Print"), self.print_page, key="Ctrl+P", everywhere=True
        )
        saving = make_action(self, translate("Letters", "Save as PDF"), self.save_pdf, key="Ctrl+S")
        self.issue_action = make_action(
            self,
            translate("Letters", "Send it out with a number"),
            self.issue,
            key="Ctrl+Return",
            writes=True,
        )
        self.print_button = Button(printing.text(), "primary", icon="ph.printer")
        self.save_button = Button(saving.text(), icon="ph.file-pdf")
        self.issue_button = Button(self.issue_action.text(), icon="ph.paper-plane-tilt", writes=True)
        for button, action in (
            (self.print_button, printing),
            (self.save_button, saving),
            (self.issue_button, self.issue_action),
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
        pane = FormPane(width=_SIDE)
        self.side_column = pane.column
        set_margins(self.side_column, 16, 16, 16, 16)
        self.side_column.setSpacing(8)
        for widget in (self.state, self.why, self.address_label, self.address, self.hint, self.choices):
            self.side_column.addWidget(widget)
        self.side_column.addStretch(1)
        # The button stays in sight below the fields, which scroll in a low window.
        self._foot = PageBar(height=56, foot=True)
        foot = QHBoxLayout(self._foot)
        set_margins(foot, 16, 8, 16, 8)
        foot.addWidget(self.issue_button)
        foot.addStretch(1)
        self.side = QWidget()
        self.side.setFixedWidth(_SIDE)
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(pane, 1)
        beside.addWidget(self._foot)
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

    def begin_looking(self) -> None:
        """Gives the focus to the preview, so that keys turn pages."""
        self.work.bar.hide()
        self.refusals.clear()
        self.preview.view.setFocus(Qt.FocusReason.OtherFocusReason)
