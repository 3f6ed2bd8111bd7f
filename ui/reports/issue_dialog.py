"""Issuing a report, and correcting one that was issued: what happens, who answers for it, and one confirmation."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.reports.issued import LONGEST_REASON, IssuedRow
from desktop_app.reports.monthly_pdf import report_name, scope_words
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.errors import sentence
from ui.jobs import run, show_error
from ui.reports.issued_words import issue_words
from ui.reports.made import MadeReport
from ui.widgets.button import Button
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField
from ui.workplace import Workplace


class IssueDialog(QDialog):
    """`issued` tells the new edition. What is refused is told here, and everything typed stays. The page that will be
    issued stands in the preview behind it."""

    issued = Signal(object)

    def __init__(self, workplace: Workplace, made: MadeReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._made = workplace, made
        self._former: IssuedRow | None = made.editions[0] if made.editions else None
        title = (
            translate("Reports", "Issue and freeze")
            if self._former is None
            else translate("Reports", "New edition")
        )
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        signed = self._former.issue.signed_as if self._former is not None else workplace.actor.name
        self.signed_as = TextField(translate("Reports", "Who answers for it"), signed, size="form")
        self.signed_as.setMaxLength(200)
        self.reason = TextField(translate("Reports", "Why a new edition"), size="form")
        self.reason.setMaxLength(LONGEST_REASON)
        self.trouble = PlainLabel("", "secondary", "danger", wrap=True)
        self.trouble.hide()
        waiting = translate(
            "Reports",
            "It is counted and put under the digest of the history; of many events that takes a while…",
        )
        self.waiting = PlainLabel(waiting, "secondary", "text2", wrap=True)
        self.waiting.hide()
        self.issue_action = make_action(self, title, self._issue, key="Ctrl+Return", writes=True)
        self.issue_button = Button.of(self.issue_action, "primary", writes=True)
        cancel = Button(translate("Reports", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(6)
        column.addWidget(PlainLabel(title, "heading"))
        words = translate("Monthly report", "{month}, {scope}")
        of = fill(words, month=report_name(made.report), scope=scope_words(made.report))
        column.addWidget(PlainLabel(of, "interface", wrap=True))
        column.addWidget(PlainLabel(self._told(), "secondary", "text2", wrap=True))
        column.addSpacing(4)
        if self._former is not None:
            column.addWidget(PlainLabel(self.reason.accessibleName(), "secondary"))
            column.addWidget(self.reason)
        column.addWidget(PlainLabel(self.signed_as.accessibleName(), "secondary"))
        column.addWidget(self.signed_as)
        column.addWidget(self.trouble)
        column.addWidget(self.waiting)
        column.addSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.issue_button)
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)
        (self.reason if self._former is not None else self.signed_as).setFocus()
        self.reason.textChanged.connect(lambda _text: self._allow())
        self._allow()

    def _told(self) -> str:
        if self._former is None:
            return translate(
                "Reports",
                "It is counted once more and gets the next number. From then on figures and pages stay as they are; "
                "a correction is a new edition that says why.",
            )
        words = translate(
            "Reports",
            "It is counted anew and takes the place of {former}, which stays as it is and can still be opened.",
        )
        return fill(words, former=issue_words(self._former))

    def _allow(self) -> None:
        self.issue_action.setEnabled(self._former is None or bool(self.reason.text().strip()))

    def _issue(self) -> None:
        reports, actor = self._workplace.services.issued_reports, self._workplace.actor
        signed, reason, former, scope = (
            self.signed_as.text(), self.reason.text(), self._former, self._made.scope,
        )  # fmt: skip
        self.issue_action.setEnabled(False)
        self.trouble.hide()
        self.waiting.show()

        def work() -> IssuedRow:
            if former is None:
                return reports.issue(actor, scope, signed_as=signed)
            return reports.correct(actor, former.id, reason, signed_as=signed)

        run(self, work, self._on_issued, self._on_trouble)

    def _on_issued(self, row: IssuedRow) -> None:
        self.issued.emit(row)
        self.accept()

    def _on_trouble(self, error: Exception) -> None:
        self._allow()
        self.waiting.hide()
        if not isinstance(error, AppError):
            show_error(self, error)
            return
        self.trouble.setText(sentence(error))
        self.trouble.show()
