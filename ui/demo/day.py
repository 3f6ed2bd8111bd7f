"""`mosharekat demo --pictures DIR`: performs the main tasks in the real window, without a display.

Each picture is taken after real key presses and clicks, on sample data in a temporary database. Afterwards
DIR has a PNG of every step, the comparison as JSON and the monthly report as PDF.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from desktop_app.clock import pc_clock
from desktop_app.comparison.engine import to_json
from desktop_app.persian.dates import tehran_day
from desktop_app.petitions.lists.inbox import View
from desktop_app.petitions.vocabulary import Kind, Status
from desktop_app.sample.files import write_petitions_csv
from desktop_app.sample.filling import SAMPLE_PASSWORD
from desktop_app.sample.instruments import instrument
from desktop_app.sample.petitions import petitions as made_petitions
from ui import stage
from ui.administration.screen import AdministrationScreen
from ui.application import make_application
from ui.comments.screen import CommentsScreen
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import RevisionPair
from ui.demo.consultation import consultation_steps
from ui.demo.job import DemoJob
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow
from ui.people.screen import PeopleScreen
from ui.petitions.screen import InboxScreen
from ui.reports.screen import ReportsScreen
from ui.theme import appearance

if TYPE_CHECKING:
    from desktop_app.services import Services
    from desktop_app.settings import Settings
    from desktop_app.staff.roles import Actor

#: The sample draft to compare and annotate, and the two revisions.
_DRAFT: Final = "galleries"
_OLD, _NEW = 2, 3
_QUOTE: Final = "پانزده روز کاری"
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier


def take_pictures(
    settings: Settings, services: Services, people: Sequence[Actor], folder: Path
) -> list[Path]:
    """Performs the main tasks and returns the written files.

    Raises `stage.StageError` where a step failed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder.mkdir(parents=True, exist_ok=True)
    make_application(settings)
    appearance().choose("light")
    return _MainJob(settings, services, people, folder).run()


class _MainJob(DemoJob):
    """The steps in their order during a day."""

    def run(self) -> list[Path]:
        try:
            for step in (
                self._sign_in,
                self._register_a_call,
                self._work_the_inbox,
                self._import_a_file,
                self._search,
                self._draft,
                self._compare_and_annotate,
                self._decide_comments,
                *consultation_steps(self),
                self._look_up_people,
                self._print_the_month,
                self._administer,
                self._at_night,
            ):
                step()
        finally:
            if self.session.window is not None:
                self.session.window.close()
            stage.settle()
        return self.written

    # Steps

    def _sign_in(self) -> None:
        window = self.session.open_sign_in()
        window.form.username.clear()
        stage.settle(200)
        stage.write(window.form.username, "s.kazemi")
        stage.write(window.form.password, SAMPLE_PASSWORD)
        self.picture("sign-in")
        stage.click(window.form.button)
        stage.until(lambda: isinstance(self.session.window, MainWindow), "signed in")
        stage.settle(300)

    def _work_the_inbox(self) -> None:
        inbox = self.screen("inbox", InboxScreen)
        inbox.lists.show_view(View.MY_UNIT)
        stage.settle(300)
        stage.until(lambda: inbox.model.outline.total > 0, "the unit's petitions")
        self.picture("inbox")
        row = self._row_to_work_on(inbox)
        inbox.table.select(row)
        petition = inbox.table.current_row()
        assert petition is not None
        stage.until(lambda: self._detail_id(inbox) == petition.id, "details of the petition")
        inbox.table.setFocus()
        stage.press(inbox.table, Qt.Key.Key_A, "a")
        stage.until(lambda: self._status(inbox) is Status.IN_PROGRESS, "taken")
        self.picture("taken")
        stage.press(inbox.table, Qt.Key.Key_N, "n")
        stage.until(inbox.details.composer.edit.hasFocus, "the box of the note")
        stage.write(inbox.details.composer.edit, "سوابق متقاضی دیده شد؛ مدارک کامل است.")
        stage.press(inbox.details.composer.edit, Qt.Key.Key_Return, "\r", _CONTROL)
        stage.settle(200)
        self.picture("noted")
        inbox.table.setFocus()
        stage.press(inbox.table, Qt.Key.Key_D, "d")
        stage.until(inbox.details.composer.edit.hasFocus, "the box of the reply")
        stage.write(
            inbox.details.composer.edit,
            "با سلام؛ درخواست شما بررسی شد و نتیجه در درگاه ثبت گردید. از شکیبایی شما سپاسگزاریم.",
        )
        self.picture("replying")
        stage.press(inbox.details.composer.edit, Qt.Key.Key_Return, "\r", _CONTROL)
        stage.until(
            lambda: self.services.desk.peek(self.people[0], petition.id).status is Status.RESOLVED,
            "resolved",
        )
        stage.settle(300)
        self.picture("resolved-and-next")
        inbox.lists.show_view(View.ALL)
        stage.settle(300)
        self.picture("inbox-all")

    def _register_a_call(self) -> None:
        window = self.main()
        stage.press(window, Qt.Key.Key_T, "t", _CONTROL)
        inbox = self.screen("inbox", InboxScreen)
        form = inbox.registration.form
        assert form is not None
        stage.write(form.fields.mobile, "۰۹۷۰ ۱۲۳ ۴۵۶۷")
        stage.write(form.fields.name, "نمونه پرسشگر")
        stage.write(form.fields.subject, "زمان تحویل پروانه نگارخانه")
        stage.write(
            form.fields.text, "می‌پرسد پروانه نگارخانه‌ای که دو هفته پیش درخواست شده چه روزی آماده می‌شود."
        )
        # Use the clerk's own unit, so that the next step certainly has a petition to take.
        form.fields.unit.choose(min(self.people[0].unit_ids))
        self.picture("registering")
        stage.press(form.fields.text, Qt.Key.Key_Return, "\r", _CONTROL)
        stage.settle(300)
        self.picture("registered")
        inbox.show_desk()

    def _import_a_file(self) -> None:
        source = self.folder / "petitions-to-import.csv"
        made = list(made_petitions(40, seed=77, until=self._today()))
        write_petitions_csv(source, made)
        # One invalid row for manual correction: a national ID with a wrong check digit.
        wrong = source.read_bytes().rstrip() + "\r\n,درخواست,درگاه,بی‌شناسه,متن,نمونه,1234567890".encode()
        source.write_bytes(wrong + b"\r\n")
        self.written.append(source)
        inbox = self.screen("inbox", InboxScreen)
        inbox.registration.import_file()
        page = inbox.registration.import_page
        assert page is not None
        page.look_at(source)
        stage.until(page.plan_page.import_button.isEnabled, "a file that can be imported")
        stage.settle(200)
        self.picture("import-preview")
        stage.click(page.plan_page.import_button)
        stage.until(page.result.isVisible, "imported")
        stage.settle(200)
        self.picture("import-result")
        inbox.show_desk()
        stage.settle(200)

    def _search(self) -> None:
        window = self.main()
        stage.press(window, Qt.Key.Key_K, "k", _CONTROL)
        stage.write(window.top_bar.search, "مجوز كتاب")
        stage.press(window.top_bar.search, Qt.Key.Key_Return, "\r")
        stage.settle(400)
        self.picture("search")

    def _draft(self) -> None:
        self.switch(1)
        drafts = self.screen("drafts", InstrumentsScreen)
        stage.settle(300)
        self.picture("drafts")
        dialog = drafts.steps.register()
        stage.write(dialog.title_field, "دستورالعمل ارائه خدمت تلفنی (نمونه)")
        stage.settle(150)
        self.picture("new-draft", dialog)
        stage.click(dialog.save_button)
        stage.settle(400)
        source = self.folder / "draft-to-import.txt"
        source.write_text(instrument("service-desk").text(1), encoding="utf-8")
        self.written.append(source)
        drafts.importing.read(source)
        stage.settle(400)
        self.picture("revision-preview")
        stage.click(drafts.importing.page.save_button)
        stage.settle(400)
        self.picture("revision-kept")

    def _compare_and_annotate(self) -> None:
        draft = self.services.drafting.by_code(_DRAFT)
        self.main().go("comparison", RevisionPair(draft.id, _OLD, _NEW))
        screen = self.screen("comparison", ComparisonScreen)
        stage.until(lambda: screen.page.loaded is not None, "the comparison")
        stage.settle(300)
        self.picture("comparison")
        for _ in range(6):
            stage.press(screen.page.view, Qt.Key.Key_F8)
        stage.settle(200)
        self.picture("comparison-next-changes")
        loaded = screen.page.loaded
        assert loaded is not None
        path = self.folder / "comparison.json"
        path.write_bytes(to_json(loaded.comparison))
        self.written.append(path)
        start = loaded.comparison.new.text.index(_QUOTE)
        screen.page.view.select_text("new", start, start + len(_QUOTE))
        stage.press(screen.page.view, Qt.Key.Key_N, "n")
        stage.write(screen.page.threads.composer.text, "پانزده روز کاری با مهلت ماده ۱۲ سنجیده شود.")
        stage.settle(200)
        self.picture("annotating")
        stage.press(screen.page.threads.composer.text, Qt.Key.Key_Return, "\r", _CONTROL)
        stage.settle(400)
        self.picture("annotated")

    def _decide_comments(self) -> None:
        comments = self.screen("comments", CommentsScreen)
        stage.settle(500)
        del comments
        self.picture("public-comments")

    def _look_up_people(self) -> None:
        self.screen("people", PeopleScreen)
        stage.settle(400)
        self.picture("petitioners")

    def _print_the_month(self) -> None:
        self.switch(2)
        reports = self.screen("reports", ReportsScreen)
        stage.until(lambda: reports.made is not None, "the monthly report")
        stage.settle(500)
        self.picture("monthly-report")
        assert reports.made is not None
        path = self.folder / "monthly-report.pdf"
        path.write_bytes(reports.made.pdf)
        self.written.append(path)

    def _administer(self) -> None:
        self.switch(3)
        self.screen("administration", AdministrationScreen)
        stage.settle(300)
        self.picture("administration")

    def _at_night(self) -> None:
        appearance().choose("dark")
        self.switch(0)
        inbox = self.screen("inbox", InboxScreen)
        stage.until(lambda: inbox.model.outline.total > 0, "the unit's petitions")
        stage.settle(300)
        self.picture("inbox-dark")
        appearance().choose("light")

    # Shared by the steps of one day

    def _today(self) -> date:
        return tehran_day(pc_clock().now())

    @staticmethod
    def _row_to_work_on(inbox: InboxScreen) -> int:
        """Returns the first row that this clerk may take and resolve; a complaint needs another person's approval."""
        for row in range(inbox.model.rowCount()):
            petition = inbox.model.row_at(row)
            if petition and petition.status == Status.REFERRED and petition.kind != Kind.COMPLAINT:
                return row
        raise stage.StageError("nothing to work on")

    @staticmethod
    def _detail_id(inbox: InboxScreen) -> int | None:
        return inbox.details.detail.id if inbox.details.detail else None

    @staticmethod
    def _status(inbox: InboxScreen) -> Status | None:
        return inbox.details.detail.status if inbox.details.detail else None
