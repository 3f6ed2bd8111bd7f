"""Overdue list of a manager: viewed, printed, and each number opened as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.persian.dates import plain_date
from desktop_app.petitions.lists.escalation import SOON_DAYS, Escalation
from desktop_app.reports.escalation_pdf import escalation_pdf
from desktop_app.reports.numbers import number
from desktop_app.reports.overdue_words import overdue_summary
from desktop_app.wording import fill, translate
from desktop_app.wording.letters import without_logo_words
from ui.actions import key_of, make_action, tip
from ui.jobs import Job, run, show_error
from ui.petitions.lists.escalation_table import EscalationTable
from ui.widgets.button import Button, IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.export_work import ExportWork
from ui.widgets.list_export import ListExport, Write
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.skeleton import Skeleton

if TYPE_CHECKING:
    from desktop_app.services import InboxServices
    from ui.workplace import Workplace

_WAITING, _NOTHING, _LIST = range(3)
_MARGIN: Final = 20


class EscalationPage(QWidget):
    """Page of the inbox; Escape goes back. `rows_wanted` carries the filter behind a number."""

    closed = Signal()
    rows_wanted = Signal(object)

    def __init__(self, workplace: Workplace[InboxServices]) -> None:
        super().__init__()
        self._services, self._workplace = workplace.services, workplace
        self.escalation: Escalation | None = None
        self._job: Job | None = None
        self.table = EscalationTable()
        self.table.rows_wanted.connect(self.rows_wanted)
        self.summary = PlainLabel("", "interface", wrap=True)
        #: Warns that the printed pages lack the logo, because this page has no preview.
        self.left_out = PlainLabel(without_logo_words(), "secondary", "danger", wrap=True)
        self.left_out.setContentsMargins(_MARGIN, 8, _MARGIN, 8)
        self.left_out.hide()
        self.work = ExportWork(self, title=translate("Escalation", "Save the list"))
        self._stack = QStackedWidget()
        self._stack.addWidget(Skeleton("text"))
        self._stack.addWidget(
            EmptyState(
                translate("Escalation", "Nothing is late in your units"),
                fill(
                    translate("Escalation", "Nor will anything be within {days} days."),
                    days=number(SOON_DAYS),
                ),
            )
        )
        self._stack.addWidget(self._scrolled())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self.left_out)
        column.addWidget(self._stack, 1)
        column.addWidget(self.work.bar)
        self.list_file = ListExport(self, column, self._list_name, self._list_file)
        self._buttons.insertWidget(self._buttons.count() - 2, self.list_file.button)

    def _list_name(self) -> str:
        return translate("Escalation", "Overdue petitions")

    def _list_file(self) -> Write | None:
        if self.escalation is None:
            return None
        files, actor = self._services.list_files, self._workplace.actor
        return lambda target, progress: files.overdue(actor, target, progress)

    def _head(self) -> PageHead:
        words = translate("Escalation", "Back to the inbox")
        back = IconButton("ph.arrow-left", words, key="Esc")
        back.clicked.connect(self.closed)
        make_action(self, words, self.closed.emit, key="Esc", everywhere=True)
        print_it = make_action(
            self, translate("Escalation", "Print"), self.print_list, key="Ctrl+P", everywhere=True
        )
        save_it = make_action(self, translate("Escalation", "Save as PDF"), self.save_pdf, key="Ctrl+S")
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(back)
        row.addWidget(PlainLabel(translate("Escalation", "Overdue petitions"), "heading", bold=True))
        row.addStretch(1)
        print_button = Button(print_it.text(), "primary", icon="ph.printer")
        save_button = Button(save_it.text(), icon="ph.file-pdf")
        for action, button in ((save_it, save_button), (print_it, print_button)):
            set_tip(button, tip(action.text(), key_of(action)))
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        self._buttons = row
        return head

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        # Background of a list, not of a window.
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, _MARGIN)
        column.setSpacing(0)
        above = QHBoxLayout()
        set_margins(above, _MARGIN, 14, _MARGIN, 10)
        above.addWidget(self.summary, 1)
        column.addLayout(above)
        column.addWidget(self.table)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        return area

    def begin(self) -> None:
        """Reads the list again."""
        if self._job is not None:
            self._job.cancel()
        # The previous list must not be printed while the new one is being read.
        self.escalation = None
        self._stack.setCurrentIndex(_WAITING)
        escalations, office = self._services.escalations, self._services.office
        actor = self._workplace.actor
        self._job = run(
            self,
            lambda: (escalations.of(actor), office.logo_is_broken()),
            lambda read: self._on_read(read[0], without_logo=read[1]),
            self._on_trouble,
        )

    def print_list(self) -> None:
        """Asks for a printer and prints the list."""
        escalation = self.escalation
        if escalation is not None:
            self.work.set_and_print(lambda _progress: escalation_pdf(escalation), _file_name(escalation))

    def save_pdf(self) -> None:
        """Asks for a path and saves the list as PDF."""
        escalation = self.escalation
        if escalation is not None:
            name = f"{_file_name(escalation)}.pdf"
            kind = translate("Escalation", "PDF file")
            self.work.ask_and_write(lambda _progress: escalation_pdf(escalation), name, ".pdf", kind)

    def _on_read(self, escalation: Escalation, *, without_logo: bool) -> None:
        self._job = None
        self.escalation = escalation
        self.left_out.setVisible(without_logo)
        self.summary.setText(overdue_summary(escalation))
        self.table.show_list(escalation)
        self._stack.setCurrentIndex(_LIST if escalation.lines else _NOTHING)
        (self.table if escalation.lines else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        show_error(self, error)
        self.closed.emit()


def _file_name(escalation: Escalation) -> str:
    day = plain_date(escalation.today).replace("/", "-")
    return fill(translate("Escalation", "Overdue petitions {day}"), day=day)
