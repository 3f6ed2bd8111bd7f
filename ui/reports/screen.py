"""The reports screen (گزارش‌ها): the dashboard of a period, and the pages that are printed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.errors import AppError
from desktop_app.reports.heading import scope_words
from desktop_app.reports.issued import Issued, IssuedRow
from desktop_app.reports.monthly_pdf import report_name
from desktop_app.reports.own_view import KeptReportView
from desktop_app.reports.scope import ReportScope
from desktop_app.wording import fill, translate
from desktop_app.wording.letters import without_logo_words
from ui.actions import make_action
from ui.errors import sentence
from ui.jobs import Job, run, show_error
from ui.reports.files import ReportFiles
from ui.reports.header import ReportHeader
from ui.reports.issue_dialog import IssueDialog
from ui.reports.issued_list import IssuedList
from ui.reports.issued_words import decided_since, issue_words, then_and_now
from ui.reports.keeping import ReportKeeping
from ui.reports.lines_table import Behind
from ui.reports.made import (
    MadeReport,
    ReportOptions,
    make_report,
    read_choice,
)
from ui.reports.page import ReportPage
from ui.widgets.empty_state import EmptyState, FirstStep
from ui.widgets.export_work import AskPath, AskPrinter
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.plain import PlainLabel
from ui.widgets.printing import ask_printer
from ui.widgets.skeleton import Skeleton
from ui.widgets.state_stack import StateStack
from ui.workplace import Screen, ShowDisposition, ShowList, Workplace

if TYPE_CHECKING:
    from desktop_app.services import ReportsServices


class ReportsScreen(Screen):
    """`ask_path` and `ask_printer` are the system dialogs by default."""

    workplace: Workplace[ReportsServices]

    def __init__(
        self,
        workplace: Workplace[ReportsServices],
        parent: QWidget | None = None,
        *,
        ask_path: AskPath | None = None,
        ask_printer: AskPrinter = ask_printer,
    ) -> None:
        super().__init__(workplace, parent)
        self._choice: ReportOptions | None = None
        self._job: Job | None = None
        self._edition: int | None = None
        self._asked: ReportScope | None = None
        self._previewed = False
        self.keeping = ReportKeeping(workplace, self)
        self.made: MadeReport | None = None
        self.dialog: IssueDialog | IssuedList | None = None
        self.files = files = ReportFiles(self, ask_path, ask_printer)
        self.work, self.print_action = files.work, files.print_action
        self.preview_action = make_action(
            self, translate("Reports", "Print preview"), self.turn_preview, key="Ctrl+Shift+V"
        )
        # After printing, in the command palette too.
        self.insertAction(files.pdf_action, self.preview_action)
        self.issue_action = make_action(
            self, translate("Reports", "Analysis and issuing"), self.issue, key="Ctrl+I", writes=True
        )
        self._list = make_action(self, translate("Reports", "Issued reports"), self.open_list, key="Ctrl+L")
        below = (
            self.preview_action,
            files.print_action,
            files.print_first,
            files.pdf_action,
            files.sheet_action,
            self._list,
        )
        self.header = ReportHeader(self.preview_action, below, self.issue_action)
        self.page = ReportPage()
        self.preview = PdfPreview()
        #: What the printed pages lack, told whether they are shown or not.
        self.left_out = PlainLabel(without_logo_words(), "secondary", "danger", wrap=True)
        self.left_out.setContentsMargins(20, 6, 20, 6)
        self.left_out.hide()
        make_action(self.preview, translate("Reports", "Dashboard"), self.turn_preview, key="Esc")
        self._stack = StateStack()
        self._lay_out()
        self.header.wanted.connect(self._on_scope)
        self.header.edition_wanted.connect(self.show_edition)
        self.header.list_wanted.connect(self.open_list)
        self.page.rows_wanted.connect(self.open_rows)
        self.page.family.changed.connect(lambda _family: self._keep())
        self._enable(False)
        self._begin()

    def title(self) -> str:
        """The name of the current report."""
        if self.made is None:
            return translate("Reports", "Reports")
        report = self.made.report
        if report.within is None:
            return report_name(report)
        words = translate("Monthly report", "{month}, {scope}")
        return fill(words, month=report_name(report), scope=scope_words(report))

    def help_page(self) -> str:
        return "reports"

    def open_item(self, item: object) -> None:
        """Shows the report of a scope, which is not kept for the next time."""
        if not isinstance(item, ReportScope):
            return
        self._asked, self._edition = item, None
        if self._choice is not None:
            self.header.show_scope(item)
            self._read()

    def refresh(self) -> None:
        """Reads the figures again."""
        if self._choice is None:
            self._begin()
        else:
            self._read()

    def roles_changed(self) -> bool:
        # Roles decide which petitions the reader sees, and so how the report is headed.
        if self._choice is None:
            self._begin()
        else:
            self._choose_again()
        return True

    def turn_preview(self) -> None:
        """Shows the pages that are printed in place of the dashboard, or the dashboard again."""
        if self.made is None or self._stack.state_in_front:
            return
        self._previewed = not self._previewed
        self._show_view()
        (self.preview.view if self._previewed else self.page).setFocus()

    def issue(self) -> None:
        """Asks for confirmation and issues the current report, or a new edition of it."""
        if self.made is None or not self.made.may_issue:
            return
        dialog = self.dialog = IssueDialog(self.workplace, self.made, self)
        dialog.issued.connect(self._on_issued)
        dialog.open()

    def open_list(self) -> None:
        """Shows all issued reports."""
        reports, actor = self.workplace.services.issued_reports, self.workplace.actor

        def show(rows: tuple[IssuedRow, ...]) -> None:
            dialog = self.dialog = IssuedList(rows, self)
            dialog.picked.connect(self._on_picked)
            dialog.open()

        run(self, lambda: reports.all(actor), show)

    def show_edition(self, edition: int) -> None:
        """Shows an edition of this report, or current figures (`NOW`)."""
        self._edition = edition
        self._read()

    def open_rows(self, behind: Behind, counted: int) -> None:
        """Opens the rows of a number.

        The lists are current, so for an issued report a remark explains differences.
        """
        shown = self.made.shown if self.made is not None else None
        if isinstance(behind, ShowDisposition):
            self.navigate.emit("comments", behind)
            if shown is not None:
                self.say(decided_since(shown, counted))
        elif shown is None or self.made is None:
            self.navigate.emit("inbox", behind)
        else:
            inbox, actor = self.workplace.services.inbox, self.workplace.actor
            sees_all = self.made.scope.seen_whole_by(actor)

            def show(now: int) -> None:
                remark = then_and_now(shown, counted, now, sees_all=sees_all)
                self.navigate.emit("inbox", ShowList(behind, remark))

            run(self, lambda: inbox.count(actor, behind), show)

    def _on_picked(self, row: IssuedRow) -> None:
        reports, actor = self.workplace.services.issued_reports, self.workplace.actor

        def show(found: Issued) -> None:
            self.header.show_scope(found.report.scope)
            self.show_edition(row.issue.edition)

        run(self, lambda: reports.one(actor, row.id), show)

    def _on_issued(self, row: IssuedRow) -> None:
        self._edition = row.issue.edition
        self._read()
        words = translate("Reports", "The report was issued: {issue}.")
        self.work.bar.show_note(fill(words, issue=issue_words(row)))

    # Reading

    def _begin(self) -> None:
        services = self.workplace.services
        self._stack.show_state(Skeleton("rows"))
        actor = self.workplace.actor
        run(self, lambda: read_choice(services, actor), self._on_choice, self._on_trouble)

    def _choose_again(self) -> None:
        services, actor = self.workplace.services, self.workplace.actor

        def renew(choice: ReportOptions) -> None:
            self._choice = choice
            self.header.renew(choice)
            self._read()

        run(self, lambda: read_choice(services, actor), renew, self._on_trouble)

    def _on_choice(self, choice: ReportOptions) -> None:
        self._choice = choice
        self.header.offer(choice)
        if choice.kept is not None:
            self.page.show_family(choice.kept.family)
        if self._asked is not None:
            self.header.show_scope(self._asked)
        self._read()

    def _on_scope(self) -> None:
        self._edition = None
        self._read()
        self._keep()

    def _keep(self) -> None:
        if self.header.scope is not None:
            self.keeping.keep(KeptReportView(self.header.scope, self.page.family.value()))

    def _read(self) -> None:
        scope, services, edition = self.header.scope, self.workplace.services, self._edition
        if scope is None:
            return
        if self._job is not None:
            self._job.cancel()
        self._enable(False)
        self.preview.show_waiting()
        actor = self.workplace.actor
        self._job = run(
            self, lambda: make_report(services, scope, actor, edition), self._on_made, self._on_trouble
        )

    def _on_made(self, made: MadeReport) -> None:
        self._job = None
        self.made = made
        assert self._choice is not None
        self.page.show_report(made, self._choice.units)
        self.header.show_made(made)
        self.preview.show_pdf(made.pdf)
        self.left_out.setVisible(made.without_logo)
        self.preview.zoom_within(1.0)
        self._show_view()
        self._enable(True)
        self.title_changed.emit()

    def _show_view(self) -> None:
        self._stack.setCurrentWidget(self.preview if self._previewed else self.page)
        self.header.show_previewed(self._previewed)

    def _on_trouble(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            show_error(self, error)
            return
        self.header.show_made(None)
        again = FirstStep(
            "ph.arrow-clockwise",
            translate("Reports", "Try the same again"),
            translate("Reports", "Nothing was changed or lost"),
            translate("Reports", "Try again"),
            self.refresh,
            key="F5",
        )
        self._stack.show_state(
            EmptyState(
                translate("Reports", "The report could not be made"),
                sentence(error),
                icon="ph.warning",
                tone="danger",
                steps=[again],
            )
        )

    # Building

    def _enable(self, on: bool) -> None:
        self.files.show_made(self.made, on=on)
        self.preview_action.setEnabled(on)
        made = self.made if on else None
        self.issue_action.setEnabled(made is not None and made.may_issue)
        if made is not None:
            self.issue_action.setVisible(made.may_issue)
            words = (
                translate("Reports", "New edition")
                if made.editions
                else translate("Reports", "Analysis and issuing")
            )
            self.issue_action.setText(words)

    def _lay_out(self) -> None:
        # Build from the outside in: reparenting a widget restyles it with all its children.
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.left_out)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.preview)
        column.addWidget(self.work.bar)
