"""Issuing and correcting a report: what will happen, the responsible person, and one confirmation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import CancelledError, InvalidValueError
from desktop_app.progress import Progress, SilentProgress
from desktop_app.reports.heading import scope_words
from desktop_app.reports.issued import LONGEST_REASON, IssuedRow
from desktop_app.reports.monthly_pdf import report_name
from desktop_app.staff.signing_keys import own_key
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.guard import guarded
from ui.jobs import run
from ui.reports.issued_words import issue_words
from ui.reports.made import MadeReport
from ui.widgets.button import Button
from ui.widgets.export_bar import ShareBar
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.refusals import Refusals, RefusingForm
from ui.widgets.text_field import TextField
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import ReportsServices


class IssueDialog(QDialog, RefusingForm):
    """Emits `issued` with the new edition. Errors are shown here, and the input is kept.

    The page to be issued is visible in the preview behind the dialog.
    """

    issued = Signal(object)

    def __init__(
        self, workplace: Workplace[ReportsServices], made: MadeReport, parent: QWidget | None = None
    ) -> None:
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
        self.analysis = PlainText(made.report.analysis, editable=True)
        self.analysis.setAccessibleName(translate("Reports", "Analysis of the manager"))
        self.analysis.setPlaceholderText(
            translate(
                "Reports", "What the figures mean and what is done about it; it stands on the first page"
            )
        )
        self.analysis.keep_height(92)
        self.reason = TextField(translate("Reports", "Why a new edition"), size="form")
        self.reason.setMaxLength(LONGEST_REASON)
        self.waiting = PlainLabel(_waiting_words(), "secondary", "text2", wrap=True)
        self.progress = ShareBar()
        self._stopping: _Stopping | None = None
        for part in (self.waiting, self.progress):
            part.hide()
        self.issue_action = make_action(self, title, self._issue, key="Ctrl+Return", writes=True)
        self.issue_button = Button.of(self.issue_action, "primary", writes=True)
        about = {"signed_as": self.signed_as, "reason": self.reason, "analysis": self.analysis}
        self.refusals = Refusals(self, about, foot=self.issue_button)
        self._lay_out(title)
        (self.reason if self._former is not None else self.signed_as).setFocus()

    def _lay_out(self, title: str) -> None:
        cancel = Button(translate("Reports", "Cancel"), "ghost", key="Esc")
        cancel.clicked.connect(self.reject)
        made = self._made
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(6)
        column.addWidget(PlainLabel(title, "heading"))
        words = translate("Monthly report", "{month}, {scope}")
        of = fill(words, month=report_name(made.report), scope=scope_words(made.report))
        column.addWidget(PlainLabel(of, "interface", wrap=True))
        column.addWidget(PlainLabel(self._explanation(), "secondary", "text2", wrap=True))
        column.addSpacing(4)
        if self._former is not None:
            column.addWidget(PlainLabel(self.reason.accessibleName(), "secondary"))
            column.addWidget(self.reason)
        column.addWidget(PlainLabel(self.signed_as.accessibleName(), "secondary"))
        column.addWidget(self.signed_as)
        column.addWidget(PlainLabel(self.analysis.accessibleName(), "secondary"))
        column.addWidget(self.analysis)
        column.addWidget(self.waiting)
        column.addWidget(self.progress)
        column.addSpacing(6)
        foot = QHBoxLayout()
        foot.addWidget(self.issue_button)
        foot.addWidget(cancel)
        foot.addStretch()
        column.addLayout(foot)

    def _explanation(self) -> str:
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

    def _issue(self) -> None:
        reports, actor = self._workplace.services.issued_reports, self._workplace.actor
        database = self._workplace.services.database
        signed, reason, former, scope = (
            self.signed_as.text(), self.reason.text(), self._former, self._made.scope,
        )  # fmt: skip
        analysis = self.analysis.toPlainText()
        if former is not None and not reason.strip():
            self.show_error(InvalidValueError(field="reason", reason="empty", value=""))
            return
        self.issue_action.setEnabled(False)
        self.refusals.clear()
        self.progress.show_progress(0, None)
        for part in (self.waiting, self.progress):
            part.show()
        stopping = self._stopping = _Stopping()

        def work(progress: Progress) -> IssuedRow:
            stopping.progress = progress
            key = own_key(database)
            if former is None:
                return reports.issue(
                    actor, scope, signed_as=signed, analysis=analysis, key=key, progress=stopping
                )
            return reports.correct(
                actor, former.id, reason, signed_as=signed, analysis=analysis, key=key, progress=stopping
            )

        run(self, work, self._on_issued, self._on_trouble, progress=self.progress.show_progress)

    @guarded(None)
    def reject(self) -> None:
        """Closes the dialog, or stops issuing while it is in progress."""
        if self._stopping is None:
            super().reject()
        else:
            self._stopping.stopped = True
            self.waiting.setText(translate("Reports", "Stopping…"))

    def _on_issued(self, row: IssuedRow) -> None:
        # A stop request may come too late: the report is issued then, and shown as such.
        self._stopping = None
        self.issued.emit(row)
        self.accept()

    def _on_trouble(self, error: Exception) -> None:
        self._stopping = None
        self.issue_action.setEnabled(True)
        self.waiting.setText(_waiting_words())
        for part in (self.waiting, self.progress):
            part.hide()
        if isinstance(error, CancelledError):
            self.refusals.say(translate("Reports", "Stopped: nothing was issued."))
        else:
            self.show_error(error)


class _Stopping:
    """Forwards progress and the stop request.

    The result is not dropped: after the last safe point, the report is issued anyway.
    """

    def __init__(self) -> None:
        self.stopped = False
        self.progress: Progress = SilentProgress()

    def report(self, done: int, total: int | None = None) -> None:
        self.progress.report(done, total)

    def cancelled(self) -> bool:
        return self.stopped or self.progress.cancelled()


def _waiting_words() -> str:
    return translate(
        "Reports",
        "It is counted and put under the digest of the history; of many events that takes a while…",
    )
