"""Annotations on the comparison screen, from the keyboard, and beside colleagues."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.instruments.vocabulary import ThreadKind, ThreadOutcome, ThreadStatus
from tests.department import TestOffice
from tests.ui.comparing import annotate, compared, document, dressed, instrument, labels, reading, screen
from tests.ui.comparison_samples import gallery_bylaw
from ui import jobs
from ui.comparison.screen import ComparisonScreen

__all__ = ["compared", "dressed", "instrument", "screen"]


def test_a_phrase_is_annotated_from_the_keyboard(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    view, words = compared.page.view, "پانزده روز کاری"
    start = reading(compared).comparison.new.text.index(words)
    view.select_text("new", start, start + len(words))
    QTest.keyClick(view, Qt.Key.Key_N)
    composer = compared.page.threads.composer
    assert composer.isVisible()
    assert words in composer.quote.text()
    composer.kind.choose("question")
    composer.text.setPlainText("چرا پانزده روز؟")
    QTest.keyClick(composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 2)
    assert (row.kind, row.quote, row.start) == (ThreadKind.QUESTION, words, start)
    assert row.messages[0].text == "چرا پانزده روز؟"
    compared.page.threads.closed.emit()
    QApplication.sendPostedEvents()
    assert [placed.card.thread_id for placed in view.shown.placed] == [row.id]
    assert composer.isHidden()
    assert composer.text.toPlainText() == ""


def test_a_deleted_provision_is_annotated_on_the_older_revision(
    compared: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    text = reading(compared).comparison.old.text
    start = text.index("انجمن صنفی")
    compared.page.view.select_text("old", start, start + len("انجمن صنفی"))
    QTest.keyClick(compared.page.view, Qt.Key.Key_N)
    compared.page.threads.composer.text.setPlainText("چرا حذف شد؟")
    QTest.keyClick(
        compared.page.threads.composer.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 1)
    assert (row.made_on, row.quote) == (1, "انجمن صنفی")


def test_a_thread_is_answered_settled_and_taken_up_again(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = annotate(sqlite_office, instrument, "کارگروه")
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    panel = screen.page.threads
    screen.annotating.open_thread(thread.id)
    reply = panel.boxes[thread.id].reply
    assert reply is not None
    reply.setPlainText("درست است")
    QTest.keyClick(reply, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert "درست است" in labels(panel.boxes[thread.id])
    menu = panel.boxes[thread.id].outcome_menu()
    next(a for a in menu.actions() if a.text() == "اعمال شد").trigger()
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 2)
    assert (row.status, row.outcome) == (ThreadStatus.RESOLVED, ThreadOutcome.APPLIED)
    assert [m.text for m in row.messages] == ["ناسازگار است", "درست است"]
    panel.reopen_wanted.emit(thread.id)
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 2)
    assert row.status is ThreadStatus.OPEN


def test_a_thread_that_somebody_else_settled_meanwhile_is_not_overwritten(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = annotate(sqlite_office, instrument, "کارگروه")
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    service, actor = sqlite_office.services.annotations, sqlite_office.manager
    service.resolve(actor, thread.id, thread.version, 2, ThreadOutcome.DISMISSED)
    trouble: list[object] = []
    screen.trouble.connect(trouble.append)
    screen.annotating.changes.resolve(thread.id, "applied")
    assert jobs.wait_all()
    [row] = service.on_revision(instrument, 2)
    assert row.outcome is ThreadOutcome.DISMISSED
    assert len(trouble) == 1


def test_an_orphan_waits_in_the_tray_and_is_put_on_the_selection(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    thread = annotate(sqlite_office, instrument, "خودبه‌خود به مدیر واحد ارجاع می‌شود")
    lines = [line for line in gallery_bylaw().new.text.split("\n") if not line.startswith("تبصره")]
    sqlite_office.services.drafting.add_revision(
        sqlite_office.reviewer, instrument, document("\n".join(lines))
    )
    screen.open_item((instrument, 2, 3))
    assert jobs.wait_all()
    panel = screen.page.threads
    assert "بی‌جا مانده‌ها" in labels(panel)
    assert "این عبارت از نسخهٔ ۳ به بعد در متن نیست." in labels(panel)
    start = reading(screen).comparison.new.text.index("کارگروه")
    screen.page.view.select_text("new", start, start + 7)
    panel.attach_wanted.emit(thread.id)
    assert jobs.wait_all()
    [row] = sqlite_office.services.annotations.on_revision(instrument, 3)
    assert (row.start, row.end) == (start, start + 7)
    assert "بی‌جا مانده‌ها" not in labels(panel)


def test_what_is_typed_as_a_reply_is_kept_when_another_thread_is_opened(
    screen: ComparisonScreen, sqlite_office: TestOffice, instrument: int
) -> None:
    first = annotate(sqlite_office, instrument, "کارگروه")
    second = annotate(sqlite_office, instrument, "پنج سال")
    screen.open_item((instrument, 1, 2))
    assert jobs.wait_all()
    panel = screen.page.threads
    screen.annotating.open_thread(first.id)
    reply = panel.boxes[first.id].reply
    assert reply is not None
    reply.setPlainText("نیمه‌کاره")
    screen.annotating.open_thread(second.id)
    screen.annotating.open_thread(first.id)
    kept = panel.boxes[first.id].reply
    assert kept is not None
    assert kept.toPlainText() == "نیمه‌کاره"
