"""Registration form «ثبت درخواست», filled in during a call. It ends with a tracking code that is read aloud.

Escape sets the form aside with everything typed, and the next opening shows it again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.clock import pc_clock
from desktop_app.errors import AppError, InvalidValueError, RuleError
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.vocabulary import Channel
from desktop_app.wording import translate
from ui import jobs
from ui.actions import make_action
from ui.guard import guarded
from ui.petitions.desk.file_sources import sources_of
from ui.petitions.duplicates.duplicate_question import ask_about_duplicate, doubts
from ui.petitions.empty_pages import may_register, no_permission_page
from ui.petitions.registration.caller_panel import CallerPanel
from ui.petitions.registration.fields import RegisterFields
from ui.petitions.registration.footer import RegisterFooter
from ui.petitions.registration.header import RegisterHeader
from ui.petitions.registration.identity_gaps import IdentityGaps
from ui.petitions.registration.pending_files import PendingFiles
from ui.petitions.registration.reserved_code import PromisedCode
from ui.petitions.registration.saved_form import FORM, SavedForm
from ui.petitions.registration.scan_tray import ScanTray
from ui.petitions.registration.scan_view import ScanView
from ui.petitions.registration.side import FormSide
from ui.petitions.registration.submission import Submission
from ui.petitions.registration.text_offer import TextOffer
from ui.petitions.registration.way_line import WayLine
from ui.petitions.registration.whose_number import ask_whose_number
from ui.signals import ID
from ui.theme import theme
from ui.widgets.confirm_dialog import ConfirmDialog
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import set_margins
from ui.widgets.pane_scroll import PaneScroll
from ui.widgets.refusals import Refusals, RefusingForm

if TYPE_CHECKING:
    from desktop_app.people.petitioners import PetitionerRow
    from desktop_app.petitions.duplicates.likes import Alike
    from desktop_app.petitions.registration.register import Registered
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace


class RegisterForm(QWidget, RefusingForm):
    """Page of the inbox that registers petitions.

    `registered` carries the id of the new petition. `opened` carries the id of an earlier petition to show.
    `receipt_asked` carries the id of the petition whose receipt is to be printed.
    """

    closed = Signal()
    registered = Signal(ID)
    opened = Signal(ID)
    receipt_asked = Signal(ID)
    #: The person chose the folder that the scanner fills.
    scan_folder_chosen = Signal(str)
    said = Signal(str, object)

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._services, self._workplace = workplace.services, workplace
        self.permitted = may_register(workplace.actor)
        self._busy = False
        self._done: Registered | None = None
        #: The last petition registered here. It remains set when the next form is begun.
        self.last_registered: Registered | None = None
        #: The latest question before registering.
        self.question: ConfirmDialog | None = None
        self.kept = KeptLine(workplace.unfinished)
        self.fields = RegisterFields()
        self.files, self.scan, self.tray = PendingFiles(), ScanView(), ScanTray(workplace)
        self.caller = CallerPanel(workplace, tehran_day(pc_clock().now()))
        self.side = FormSide(self.caller, self.scan, self.tray)
        self.notice = self.caller.notice
        self._gaps = IdentityGaps(self.fields, self.notice, lambda: self._done is None)
        self._saved = SavedForm(workplace.unfinished, self.fields, lambda: self._done is None, self)
        self.promised = PromisedCode(workplace, self)
        self.way = WayLine(workplace.services)
        self._make_actions()
        self.header = RegisterHeader(self._aside)
        self.call_time = self.header.call_time
        self.footer = RegisterFooter(self._register, self._next, self._receipt)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        about = self.fields.named() | {"notice_not_told": self.notice.said}
        kept = translate("RegisterForm", "Nothing is registered yet, and what you typed is kept.")
        self.refusals = Refusals(self, about, kept=kept)
        if not self.permitted:
            column.addWidget(no_permission_page())
            return
        column.addWidget(self.header)
        column.addLayout(self._middle(), 1)
        self._wire()
        self.setAcceptDrops(True)
        self._show_code()
        self.header.show_channel(Channel.PHONE)
        self.side.follow(Channel.PHONE)

    @property
    def is_call(self) -> bool:
        """Whether somebody is on the line, rather than a letter on the desk."""
        return self.fields.channel.code() is Channel.PHONE

    def _make_actions(self) -> None:
        words = translate("RegisterForm", "Register")
        self._register = make_action(
            self, words, self.register, key="Ctrl+Return", more_keys=("Ctrl+Enter",), writes=True
        )
        self._next = make_action(
            self,
            translate("RegisterForm", "Register, and the next one"),
            self.register_and_next,
            key="F6",
            writes=True,
        )
        words = translate("Letters", "Print the receipt of the last one")
        self._receipt = make_action(self, words, self.print_receipt, key="Ctrl+P", icon="ph.receipt")
        self._receipt.setEnabled(False)
        words = translate("RegisterForm", "The letter or the sender beside the form")
        make_action(self, words, self.side.turn, key="F7")
        words = translate("Scans", "Scanned letters")
        make_action(self, words, self.side.show_tray, icon="ph.tray")
        words = translate("RegisterForm", "Take the stored name of this number")
        make_action(self, words, self.fields.take_stored_name, key="F4")
        self._aside = make_action(self, translate("RegisterForm", "Put aside"), self.put_aside)

    def _middle(self) -> QHBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(0)
        scroll = PaneScroll(ground="base")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.column.addWidget(self.fields, 1)
        left.addWidget(scroll, 1)
        way = QHBoxLayout()
        set_margins(way, 120, 0, 24, 8)
        way.addWidget(self.way)
        left.addLayout(way)
        told = QHBoxLayout()
        set_margins(told, 120, 0, 16, 8)
        told.setSpacing(12)
        told.addWidget(self.files, 1)
        told.addWidget(self.kept)
        told.addWidget(self.footer.text_code)
        left.addLayout(told)
        left.addWidget(self.footer)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.side)
        return row

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit(self.width())

    def _wire(self) -> None:
        self.files.changed.connect(lambda: self.scan.show_files(self.files.sources))
        self.scan.opened.connect(self._on_scan)
        self.tray.picked.connect(self.files.take_scan)
        self.tray.folder_chosen.connect(self.scan_folder_chosen)
        self.footer.said.connect(self.said)
        self._text_offer = TextOffer(self.fields, self.way, self.footer)
        self.promised.changed.connect(self._show_code)
        self.fields.number_entered.connect(self.caller.look_up)
        self.fields.channel_changed.connect(self.header.show_channel)
        self.fields.channel_changed.connect(self.side.follow)
        self.caller.opened.connect(self.opened)
        self.fields.number_entered.connect(lambda _number: self._gaps.know_caller(None))
        self.caller.found.connect(self.fields.fill_caller)
        self.caller.found.connect(self._gaps.know_caller)
        self.caller.likeness.chosen.connect(self.add_to)
        self.fields.edited.connect(self._keep)
        self._saved.thrown_away.connect(self._start_anew)
        self.kept.follow(FORM)
        self._saved.begin()
        jobs.run(
            self,
            lambda: self._services.units.all(active_only=True),
            lambda units: self.fields.know_units([(unit.id, unit.name) for unit in units]),
        )
        jobs.run(self, lambda: self._services.catalogue.all(active_only=True), self.fields.offer_subjects)

    # What is not registered yet

    def _keep(self) -> None:
        self._gaps.look()
        self.way.typed(self.fields.so_far())
        if (
            self.fields.is_empty()
            or self._done is not None
            or self.fields.channel.code() is not Channel.PHONE
        ):
            self.call_time.end()
        else:
            self.call_time.begin()
        self.caller.likeness.typed(self.fields.text.toPlainText())
        self._saved.keep()

    def _on_scan(self) -> None:
        """Shows the scanned letter beside the form, which is one of a letter unless something was typed of a call."""
        self.side.show_scan()
        if self.fields.is_empty():
            self.fields.channel.choose(Channel.LETTER)

    # Opening and putting aside

    def begin(self) -> None:
        """Prepares the form when it comes to the front.

        An unfinished form is kept, a registered one is cleared.
        """
        if not self.permitted:
            return
        if self._done is not None:
            self._start_anew()
        told = self.fields.is_empty() or self._saved.is_back
        kept = "" if told else translate("RegisterForm", "What was put aside is here again")
        self.header.again.setText(kept)
        self.promised.ask()
        self.way.typed(self.fields.so_far())
        jobs.run(self, self._services.office.identity_rules, self._gaps.know_rules)
        self.fields.mobile.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_aside(self) -> None:
        """Returns to the list. The typed text is kept; the reserved code is released."""
        if not self.fields.is_empty() and self._done is None:
            words = translate("RegisterForm", "Put aside; “Register a petition” brings it back.")
            if self.promised.code:
                words = translate(
                    "RegisterForm", "Put aside; “Register a petition” brings it back, with another code."
                )
            self.said.emit(words, None)
        # A registration in progress keeps its code.
        if not self._busy:
            self.promised.give_back()
        self.closed.emit()

    def _start_anew(self) -> None:
        self._done = None
        self.refusals.clear()
        self.fields.setEnabled(True)
        self.fields.clear()
        self.caller.show_nobody()
        self.caller.likeness.clear()
        self.files.clear()
        self.header.again.setText("")
        self.header.show_channel(self.fields.channel.code())
        self.side.follow(self.fields.channel.code())
        self._gaps.know_caller(None)
        self._show_code()
        if self.isVisible():
            self.promised.ask()

    # Registering

    def add_to(self, alike: Alike) -> None:
        """Registers the form as a duplicate of `alike`, after a question where that may be a mistake.

        It gets its own tracking code, to be read aloud.
        """
        if self._done is not None or self._busy:
            return
        found = doubts(alike)
        if not found:
            self._send(and_next=False, into=alike)
            return
        self.question = ask_about_duplicate(
            found,
            lambda: self._send(and_next=False, into=alike),
            lambda: self._send(and_next=False, linked=alike),
            self.window(),
        )

    def register(self) -> None:
        """Registers and shows the code. Called again, it begins the next form."""
        if self._done is not None:
            self._start_anew()
            self.fields.mobile.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._send(and_next=False)

    def register_and_next(self) -> None:
        """Registers and clears the form for the next petition. The code is shown in the message."""
        if self._done is not None:
            self.register()
            return
        self._send(and_next=True)

    def _send(self, *, and_next: bool, into: Alike | None = None, linked: Alike | None = None) -> None:
        if self._busy:
            return
        try:
            petition = replace(
                self.fields.petition(),
                reserved_code=self.promised.code,
                told_no_reply=self.notice.said.isChecked(),
                texts_code=self.footer.texts_code,
            )
        except InvalidValueError as error:
            self.show_error(error)
            return
        if self.notice.wants_telling:
            self.side.show_caller()
            self.show_error(RuleError(rule="notice_not_told"))
            return
        self._busy = True
        self.refusals.clear()
        apart, files = self.caller.likeness.said_apart(), tuple(self.files.sources)
        submission = Submission(petition, into, apart, files, self.tray.folder, linked)

        actor, contact, register = self._workplace.actor, petition.contact, self._services.register
        jobs.run(
            self,
            lambda: register.of_another(actor, contact),
            lambda known: self._on_known(submission, known, and_next=and_next),
            self._on_refused,
        )

    def _on_known(self, submission: Submission, known: PetitionerRow | None, *, and_next: bool) -> None:
        """Registers, or asks first who it is whose number is stored under another name."""

        def submit(answered: Submission) -> None:
            self._busy = True
            jobs.run(
                self,
                lambda: answered.register(self._workplace),
                lambda registered: self._on_registered(answered, *registered, and_next=and_next),
                self._on_refused,
            )

        if known is None:
            submit(submission)
            return
        self._busy = False
        actor = self._workplace.actor
        self.question = ask_whose_number(submission, known, actor, submit, self.window())

    def _on_registered(
        self, submission: Submission, made: Registered, refused: AppError | None, *, and_next: bool
    ) -> None:
        self._busy = False
        self._saved.drop()
        self._done = self.last_registered = made
        self.call_time.end()
        self.header.again.setText("")
        self._receipt.setEnabled(True)
        self._gaps.look()
        self.promised.spend()
        self._show_code()
        # What was found is over; now it would find what was just registered.
        self.caller.likeness.clear()
        self.said.emit(submission.done_words(made), None)
        if refused is not None:
            jobs.show_error(self, refused)
        if and_next:
            self._start_anew()
            self.fields.mobile.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.fields.setEnabled(False)
            self.footer.register_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.registered.emit(made.id)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.show_error(error)

    def _show_code(self) -> None:
        """Shows the code in the footer, and the buttons that fit the state of the form."""
        done = self._done
        code = self.promised.code if done is None else done.tracking_code
        self.footer.show_code(code, registered=done is not None)
        self.footer.show_buttons(done=done is not None, receipt=self.last_registered is not None)
        self.header.show_done(done is not None)

    def print_receipt(self) -> None:
        """Requests the receipt of the last petition registered here."""
        if self.last_registered is not None:
            self.receipt_asked.emit(self.last_registered.id)

    @guarded(None)
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if sources_of(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def dropEvent(self, event: QDropEvent) -> None:
        if self.files.take_mime(event.mimeData()):
            event.acceptProposedAction()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_aside()
            event.accept()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().base)
