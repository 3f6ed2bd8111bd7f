"""Importing the public's comments in the window: from the drafts and from the review."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.instruments.comments.review import UNSURE
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import InstrumentKind, InstrumentStatus
from desktop_app.intake.imports.importing import CHUNK
from desktop_app.staff.roles import Actor
from tests.department import TestOffice
from tests.intake.tables import write_csv
from tests.ui.comment_importing import (
    GOOD,
    HEADER,
    IMPORT,
    Window,
    clerk,
    consultation,
    number,
    prepared,
    set_state,
    sqlite_office,
    window_of,
)
from tests.ui.consultation import FIRST, TITLE, comment, draft, open_window
from tests.ui.keyboard import click, press
from ui.widgets.empty_state import EmptyState

__all__ = ["clerk", "number", "prepared", "sqlite_office"]

STRANGE = ("C-2", "این ماده را بردارید.", "علی کریمی", "ماده ۴۰")
EMPTY = ("C-3", "", "زهرا نوری", "ماده ۱")


def texts(office: TestOffice, number: int) -> list[str]:
    return [row.text for row in office.services.comments.of_instrument(number)]


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
