"""Importing the public's comments in the window: from the drafts, from the review, by a file that is dropped."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.clock import FixedClock
from desktop_app.instruments.comments.review import UNSURE
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.model import Instrument
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.intake.formats.mailbox import as_mbox
from desktop_app.intake.imports.importing import CHUNK
from desktop_app.staff.roles import Actor, Membership, Role
from tests.department import TestOffice
from tests.instruments.consulting import made_history
from tests.intake.tables import write_csv
from tests.intake.test_mailbox import mail
from tests.ui.consultation import FIRST, TITLE, comment, draft, open_window, workplace
from tests.ui.keyboard import activate, click, press
from tests.ui.prepared import begins_with, its_given, its_office
from ui import jobs
from ui.actions import commands
from ui.comments.screen import CommentsScreen
from ui.importing.page import ImportPage
from ui.instruments.screen import InstrumentsScreen
from ui.main_window import MainWindow
from ui.widgets.empty_state import EmptyState

HEADER = ("شناسه", "متن نظر", "نام", "ماده")
GOOD = ("C-1", "مدت پروانه کم است.", "مریم سعیدی", "ماده ۲")
STRANGE = ("C-2", "این ماده را بردارید.", "علی کریمی", "ماده ۴۰")
EMPTY = ("C-3", "", "زهرا نوری", "ماده ۱")
IMPORT = "وارد کردن نظرها…"


class Window:
    """The comments in a window, and before them the drafts if `with_drafts`."""

    def __init__(self, office: TestOffice, actor: Actor, *, with_drafts: bool) -> None:
        self.office = office
        drafts = {"drafts": InstrumentsScreen} if with_drafts else {}
        self.window = MainWindow(workplace(office, actor), {**drafts, "comments": CommentsScreen})
        self.window.resize(1440, 868)
        activate(self.window)
        self.settle()

    def settle(self) -> None:
        for _ in range(3):
            assert jobs.wait_all()
            QApplication.processEvents()

    @property
    def drafts(self) -> InstrumentsScreen:
        screen = self.window.stack.screens["drafts"]
        assert isinstance(screen, InstrumentsScreen)
        return screen

    @property
    def comments(self) -> CommentsScreen:
        # Coming to the front it would read everything again.
        if self.window.screen_name != "comments":
            self.window.go("comments")
            self.settle()
        screen = self.window.stack.screens["comments"]
        assert isinstance(screen, CommentsScreen)
        return screen

    @property
    def page(self) -> ImportPage:
        found = self.comments.importing.page
        assert found is not None
        assert found.isVisible()
        return found

    def show_draft(self, number: int) -> None:
        self.window.go("drafts", number)
        self.settle()

    def look(self, path: Path) -> ImportPage:
        """Chooses a file where one is asked for, by the button there."""
        page = self.page
        page.choose_file = lambda: str(path)
        page.choose()
        self.settle()
        return page

    def run(self, path: Path) -> ImportPage:
        page = self.look(path)
        assert page.plan_page.import_button.hasFocus()
        press(page.plan_page.import_button, Qt.Key.Key_Space)
        self.settle()
        assert page.result.isVisible()
        return page

    def offered(self) -> list[str]:
        front = self.window.current_screen()
        assert front is not None
        return [action.text() for action in commands(front) if action.text() == IMPORT]

    @property
    def said(self) -> str:
        return self.window.message_bar.text


@contextmanager
def window_of(office: TestOffice, actor: Actor, *, with_drafts: bool = True) -> Iterator[Window]:
    made = Window(office, actor, with_drafts=with_drafts)
    try:
        yield made
    finally:
        made.settle()
        made.window.close()
        made.window.deleteLater()


def consultation(office: TestOffice) -> int:
    """A directive before the public, without a comment."""
    made = draft(office, FIRST)
    open_window(office, made.row.id, date(2026, 11, 20), date(2026, 12, 5))
    return made.row.id


def one_consultation(office: TestOffice, clock: FixedClock) -> int:
    del clock
    return consultation(office)


prepared = begins_with(one_consultation)
sqlite_office, number = its_office, its_given


@pytest.fixture
def clerk(sqlite_office: TestOffice, number: int) -> Iterator[Window]:
    """A clerk's window on the comments on the draft, of which there is one."""
    comment(sqlite_office, number, "با همه آن موافقم.")
    with window_of(sqlite_office, sqlite_office.clerk, with_drafts=False) as opened:
        assert opened.comments.page.review is not None
        yield opened


def texts(office: TestOffice, number: int) -> list[str]:
    return [row.text for row in office.services.comments.of_instrument(number)]


def set_state(office: TestOffice, number: int, status: InstrumentStatus) -> None:
    with made_history(office.services), office.services.database.writing() as session:
        session.get_one(Instrument, number).status = status.value


def drop(widget: QWidget, path: Path) -> bool:
    """Drops a file; whether it was welcome."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(50, 50).toPoint(), copy, data, left, none)
    entering.ignore()
    widget.dragEnterEvent(entering)
    widget.dropEvent(QDropEvent(QPointF(50, 50), copy, data, left, none))
    return entering.isAccepted()


def test_from_the_draft_to_the_review_of_what_came_with_a_way_to_the_unsure_ones(
    office: TestOffice, tmp_path: Path
) -> None:
    number = consultation(office)
    comment(office, number, "خوب است.", provision="ماده ۱")
    with window_of(office, office.reviewer) as window:
        window.show_draft(number)
        button = window.drafts.details.comments_in
        assert button.isVisible()
        click(button)
        window.settle()
        assert window.window.screen_name == "comments"
        assert TITLE in window.page.kind.words.title
        assert TITLE in window.window.windowTitle()
        page = window.run(write_csv(tmp_path / "in.csv", [GOOD, STRANGE, EMPTY], HEADER))
        assert {name: figure.text() for name, figure in page.result.figures.items()} == {
            "created": "۲", "present": "۰", "changed": "۰", "rejected": "۱",
        }  # fmt: skip
        assert "۲ جدید" in window.said
        told = page.result.pointed_out.faults
        assert told.rowCount() == 1
        assert [told.data(told.index(0, column)) for column in range(3)] == ["۳", "ماده", "ماده ۴۰"]
        # The review behind it has them already.
        review = window.comments.page.review
        assert review is not None
        assert sorted(one.text for one in review.comments) == sorted(["خوب است.", GOOD[1], STRANGE[1]])
        click(page.result.further_button)
        window.settle()
        assert not page.isVisible()
        part = window.comments.page.part
        assert part is not None
        assert part.key == UNSURE
        assert [one.text for one in part.comments] == [STRANGE[1]]
        assert window.comments.page.comments.hasFocus()


def test_a_reading_that_was_under_way_does_not_lead_back_to_the_draft_before(
    sqlite_office: TestOffice, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = draft(sqlite_office, FIRST, title="بخشنامه دیگر")
    drafting, list_read = sqlite_office.services.drafting, threading.Event()
    detail = drafting.detail

    def slowly(actor: Actor, instrument_id: int) -> InstrumentDetail:
        assert list_read.wait(60)
        return detail(actor, instrument_id)

    list_read.set()
    monkeypatch.setattr(drafting, "detail", slowly)
    with window_of(sqlite_office, sqlite_office.reviewer) as window:
        window.drafts.count_changed.connect(lambda _count: list_read.set())
        for wanted in (number, other.row.id, number):
            # The list is here again before the details of the draft are.
            list_read.clear()
            window.window.go("drafts", wanted)
            window.settle()
            shown = window.drafts.details.detail
            assert shown is not None
            assert shown.row.id == wanted


def test_rejected_rows_are_saved_mended_and_tried_again(
    clerk: Window, sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    click(clerk.comments.header.bring_in)
    page = clerk.run(write_csv(tmp_path / "in.csv", [GOOD, EMPTY], HEADER))
    page.result.choose_target = lambda _name: str(tmp_path / "mend.csv")
    click(page.result.save_button)
    clerk.settle()
    saved = (tmp_path / "mend.csv").read_text(encoding="utf-8-sig")
    assert "C-3" in saved
    assert "C-1" not in saved
    (tmp_path / "mend.csv").write_text(saved.replace("C-3,,", "C-3,خوب است.,"), encoding="utf-8")
    click(page.result.again_button)
    clerk.run(tmp_path / "mend.csv")
    assert page.result.figures["created"].text() == "۱"
    assert not page.result.table.isVisible()
    assert not page.result.further_button.isVisible()
    assert "خوب است." in texts(sqlite_office, number)


def test_a_file_about_another_draft_is_refused_in_one_sentence_and_takes_nothing_in(
    clerk: Window, sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    press(clerk.comments.page.comments, Qt.Key.Key_I)
    path = write_csv(tmp_path / "in.csv", [("نظر", "لایحه مالیات")], ("متن", "پیش‌نویس"))
    page = clerk.look(path)
    refused = page.plan_page.refused
    assert refused.isVisible()
    assert "لایحه مالیات" in refused.text()
    assert TITLE in refused.text()
    assert not page.plan_page.import_button.isEnabled()
    press(page.plan_page.import_button, Qt.Key.Key_Space)
    clerk.settle()
    assert texts(sqlite_office, number) == ["با همه آن موافقم."]
    # It was another column that the name stands in: without the mapping the file can be taken in.
    page.plan_page.mapping.choices["instrument"].choose("")
    clerk.settle()
    assert not refused.isVisible()
    click(page.plan_page.import_button)
    clerk.settle()
    assert "نظر" in texts(sqlite_office, number)


def test_the_preview_marks_bad_rows_and_those_of_unknown_provisions(clerk: Window, tmp_path: Path) -> None:
    press(clerk.comments.page.comments, ord("ه"), text="ه")
    page = clerk.look(write_csv(tmp_path / "in.csv", [GOOD, STRANGE, EMPTY], HEADER))
    model = page.plan_page.preview
    assert [model.fault_at(row) is not None for row in range(3)] == [False, False, True]
    assert [model.warning_at(row) is not None for row in range(3)] == [False, True, False]
    assert "ماده ۴۰" in [model.data(model.index(1, column)) for column in range(model.columnCount())]
    assert page.plan_page.import_button.isEnabled()


def test_one_sender_of_many_comments_is_pointed_out(clerk: Window, tmp_path: Path) -> None:
    rows = [(f"N-{n}", f"نظر شماره {n}", "۰۹۱۲۱۲۳۴۵۶۷") for n in range(25)]
    click(clerk.comments.header.bring_in)
    page = clerk.run(write_csv(tmp_path / "in.csv", rows, ("شناسه", "متن نظر", "نام")))
    assert "۲۵" in page.result.notices.text()
    assert "فرستنده" in page.result.notices.text()


def test_a_dropped_file_is_looked_at_for_the_draft_that_is_shown(clerk: Window, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "in.csv", [GOOD], HEADER)
    assert drop(clerk.comments, path)
    clerk.settle()
    assert clerk.page.plan_page.preview.rowCount() == 1


def test_mails_that_are_dropped_come_in_and_those_of_programs_are_rejected(
    clerk: Window, sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    path = tmp_path / "in.mbox"
    kept, away = mail("کوتاه است.", subject="نظر درباره ماده ۲"), mail("نیستم", subject="Out of office")
    path.write_bytes(as_mbox(one.as_bytes() for one in (kept, away)))
    assert drop(clerk.comments, path)
    clerk.settle()
    page = clerk.page
    assert "رایانامه" in page.plan_page.what.text()
    assert [page.plan_page.preview.fault_at(row) is not None for row in range(2)] == [False, True]
    click(page.plan_page.import_button)
    clerk.settle()
    assert page.result.figures["rejected"].text() == "۱"
    came = sqlite_office.services.comments.of_instrument(number)
    assert [(one.channel, one.text) for one in came if one.channel == "email"] == [
        ("email", "نظر درباره ماده ۲\n\nکوتاه است.")
    ]


def test_a_table_that_is_dropped_on_the_drafts_holds_comments_and_a_document_is_a_revision(
    sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    with window_of(sqlite_office, sqlite_office.reviewer) as window:
        window.show_draft(number)
        text = tmp_path / "text.txt"
        text.write_text(FIRST, encoding="utf-8")
        assert drop(window.drafts, text)
        window.settle()
        assert window.window.screen_name == "drafts"
        assert window.drafts.importing.page.isVisible()
        press(window.drafts.importing.page, Qt.Key.Key_Escape)
        assert drop(window.drafts, write_csv(tmp_path / "in.csv", [GOOD], HEADER))
        window.settle()
        assert window.window.screen_name == "comments"
        assert window.page.plan_page.preview.rowCount() == 1


def test_a_draft_that_is_not_before_the_public_takes_no_comments(
    sqlite_office: TestOffice, tmp_path: Path
) -> None:
    made = draft(sqlite_office, FIRST)
    with window_of(sqlite_office, sqlite_office.reviewer) as window:
        window.show_draft(made.row.id)
        assert not window.drafts.details.comments_in.isVisible()
        assert window.offered() == []


def test_after_the_end_nothing_is_taken_in_and_a_drop_is_not_welcome(
    sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    comment(sqlite_office, number, "با همه آن موافقم.")
    set_state(sqlite_office, number, InstrumentStatus.PROMULGATED)
    with window_of(sqlite_office, sqlite_office.clerk, with_drafts=False) as window:
        screen = window.comments
        assert not screen.header.bring_in.isVisible()
        assert window.offered() == []
        assert not drop(screen, write_csv(tmp_path / "in.csv", [GOOD], HEADER))
        window.settle()
        assert not screen.importing.in_front


def test_who_has_no_role_for_it_is_offered_no_import(
    sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    comment(sqlite_office, number, "با همه آن موافقم.")
    only = replace(sqlite_office.administrator, memberships=frozenset({Membership(Role.ADMINISTRATOR, None)}))
    with window_of(sqlite_office, only) as window:
        screen = window.comments
        assert not screen.header.bring_in.isVisible()
        assert window.offered() == []
        assert not drop(screen, write_csv(tmp_path / "in.csv", [GOOD], HEADER))
        window.show_draft(number)
        assert not window.drafts.details.comments_in.isVisible()


def test_the_palette_offers_it_and_the_keys_of_the_review_rest_meanwhile(
    sqlite_office: TestOffice, number: int
) -> None:
    comment(sqlite_office, number, "با همه آن موافقم.")
    with window_of(sqlite_office, sqlite_office.reviewer, with_drafts=False) as window:
        screen = window.comments
        assert window.offered() == [IMPORT]
        press(screen.page.comments, Qt.Key.Key_I)
        window.settle()
        press(window.page, Qt.Key.Key_1)
        assert screen.decision.choice.value() == ""
        assert window.offered() == []
        press(window.page, Qt.Key.Key_Escape)
        assert screen.page.comments.hasFocus()
        press(screen.page.comments, Qt.Key.Key_1)
        assert screen.decision.choice.value() == "accepted"


def test_an_empty_screen_leads_to_the_first_import(
    sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    with window_of(sqlite_office, sqlite_office.clerk, with_drafts=False) as window:
        screen = window.comments
        step = screen.findChildren(EmptyState)[0]
        button = next(one for one in step.findChildren(QWidget) if getattr(one, "text", str)() == IMPORT)
        click(button)
        window.settle()
        page = window.run(write_csv(tmp_path / "in.csv", [GOOD], HEADER))
        press(page.result.close_button, Qt.Key.Key_Space)
        window.settle()
        assert screen.page.isVisible()
        assert [one.text for one in screen.page.comments.listed] == [GOOD[1]]


def test_an_import_goes_on_while_the_review_is_read_and_can_be_stopped(
    clerk: Window, sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    rows = [(f"N-{n}", f"نظر شماره {n}", f"نفر {n}", "ماده ۲") for n in range(CHUNK + 50)]
    path = write_csv(tmp_path / "in.csv", rows, HEADER)
    click(clerk.comments.header.bring_in)
    page = clerk.look(path)
    page.run_import()
    page.stop()
    press(page, Qt.Key.Key_Escape)
    assert not page.isVisible()
    clerk.settle()
    assert len(texts(sqlite_office, number)) < CHUNK + 51
    press(clerk.comments.page.comments, Qt.Key.Key_I)
    clerk.run(path)
    assert len(texts(sqlite_office, number)) == CHUNK + 51


def test_roles_that_change_do_not_stop_what_is_being_imported(clerk: Window, tmp_path: Path) -> None:
    screen = clerk.comments
    assert not screen.roles_changed()
    click(screen.header.bring_in)
    page = clerk.look(write_csv(tmp_path / "in.csv", [GOOD], HEADER))
    page.run_import()
    assert screen.roles_changed()
    clerk.settle()
    assert not screen.roles_changed()


def test_a_file_for_a_draft_that_ended_meanwhile_says_so(
    clerk: Window, sqlite_office: TestOffice, number: int, tmp_path: Path
) -> None:
    click(clerk.comments.header.bring_in)
    page = clerk.look(write_csv(tmp_path / "in.csv", [GOOD], HEADER))
    set_state(sqlite_office, number, InstrumentStatus.PROMULGATED)
    click(page.plan_page.import_button)
    clerk.settle()
    assert clerk.said
    assert page.plan_page.isVisible()
    assert texts(sqlite_office, number) == ["با همه آن موافقم."]


def test_another_draft_is_asked_for_while_its_page_was_of_the_first(
    sqlite_office: TestOffice, number: int
) -> None:
    comment(sqlite_office, number, "با همه آن موافقم.")
    other = draft(sqlite_office, FIRST, title="بخشنامه دیگر", kind=InstrumentKind.LICENSING_DIRECTIVE)
    open_window(sqlite_office, other.row.id, date(2026, 11, 20), date(2026, 12, 5))
    with window_of(sqlite_office, sqlite_office.clerk) as window:
        click(window.comments.header.bring_in)
        assert TITLE in window.page.kind.words.title
        window.show_draft(other.row.id)
        click(window.drafts.details.comments_in)
        window.settle()
        assert "بخشنامه دیگر" in window.page.kind.words.title
