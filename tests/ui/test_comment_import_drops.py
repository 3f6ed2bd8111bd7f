"""Files with the public's comments that are dropped: looked at, sorted, refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.intake.formats.mailbox import as_mbox
from desktop_app.staff.roles import Membership, Role
from tests.department import TestOffice
from tests.intake.tables import write_csv
from tests.intake.test_mailbox import mail
from tests.ui.comment_importing import (
    GOOD,
    HEADER,
    Window,
    clerk,
    number,
    prepared,
    set_state,
    sqlite_office,
    window_of,
)
from tests.ui.consultation import FIRST, comment, draft
from tests.ui.keyboard import click, press

__all__ = ["clerk", "number", "prepared", "sqlite_office"]


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
