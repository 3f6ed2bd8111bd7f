"""Files from disk on the comparison screen: chosen, dropped, unreadable, with remarks above the texts."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.ui.comparing import dressed, labels, reading, screen
from tests.ui.comparison_samples import gallery_bylaw
from ui import jobs
from ui.comparison.screen import ComparisonScreen
from ui.comparison.sources import FilePair
from ui.widgets.button import Button
from ui.widgets.comparison_view import ChangeKind
from ui.widgets.empty_state import EmptyState
from ui.widgets.plain import PlainLabel
from ui.workplace import CompareFiles

__all__ = ["dressed", "screen"]


def test_two_files_from_disk_are_compared_without_the_database(
    screen: ComparisonScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "قدیم.txt", tmp_path / "جدید.html"
    old.write_text("ماده ۱ـ هیئت نظارت", encoding="utf-8")
    new.write_text("<p>ماده ۱ـ کارگروه نظارت</p>", encoding="utf-8")
    names = [str(old), str(new)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (names.pop(0), ""))
    screen.setFocus()
    QTest.keyClick(screen, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert jobs.wait_all()
    assert [c.kind for c in reading(screen).changes] == [ChangeKind.EDITED]
    assert screen.page.loaded is not None
    assert screen.page.loaded.instrument is None
    said: list[str] = []
    screen.message.connect(lambda words, _undo: said.append(words))
    screen.page.view.select_change(0)
    QTest.keyClick(screen.page.view, Qt.Key.Key_N)
    assert said == ["بر فایل‌های دیسک نمی‌توان حاشیه نوشت: در سامانه نگه داشته نمی‌شوند."]


def waiting_words(screen: ComparisonScreen) -> str:
    states = [state for state in screen.findChildren(EmptyState) if state.isVisible()]
    return "\n".join(label.text() for state in states for label in state.findChildren(PlainLabel))


def test_a_single_file_is_the_older_text_and_the_other_one_is_asked_for(
    screen: ComparisonScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "قدیم.txt", tmp_path / "جدید.txt"
    old.write_text("ماده ۱ـ هیئت نظارت", encoding="utf-8")
    new.write_text("ماده ۱ـ کارگروه نظارت", encoding="utf-8")
    screen.open_item(CompareFiles((old,)))
    assert "متن قدیمی‌تر" in waiting_words(screen)
    assert "قدیم.txt" in waiting_words(screen)
    names = ["", str(new)]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (names.pop(0), ""))
    for _ in range(2):
        button = next(
            one for one in screen.findChildren(Button) if one.isVisible() and one.text() == "انتخاب فایل"
        )
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert screen.page.loaded.source == FilePair(old, new)


def test_a_file_that_arrives_later_is_the_other_side_whichever_that_is(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (first, second):
        file.write_text(f"ماده ۱ـ متن {file.name}", encoding="utf-8")
    screen.open_item(CompareFiles((first,)))
    change = next(one for one in screen.findChildren(Button) if one.isVisible() and one.text() == "جابه‌جایی")
    QTest.mouseClick(change, Qt.MouseButton.LeftButton)
    assert "متن جدیدتر: " in waiting_words(screen)
    screen.open_item(CompareFiles((second,)))
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert screen.page.loaded.source == FilePair(second, first)
    screen.open_item(CompareFiles((second,)))
    assert "b.txt" in waiting_words(screen), "what was compared before waits for nothing"


def test_a_single_dropped_file_joins_the_one_that_waits(screen: ComparisonScreen, tmp_path: Path) -> None:
    old, new = tmp_path / "a.txt", tmp_path / "b.txt"
    for file in (old, new):
        file.write_text(f"ماده ۱ـ متن {file.name}", encoding="utf-8")
    screen.open_item(CompareFiles((old,)))
    dropped(screen, new)
    assert jobs.wait_all()
    assert screen.page.loaded is not None
    assert screen.page.loaded.source == FilePair(old, new)


def dropped(screen: ComparisonScreen, *files: Path) -> None:
    """Drops files on the screen."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    move = Qt.DropAction.CopyAction
    QApplication.sendEvent(
        screen,
        QDragEnterEvent(QPoint(5, 5), move, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    event = QDropEvent(QPointF(5, 5), move, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(screen, event)


def test_two_dropped_files_are_compared_the_older_one_first(screen: ComparisonScreen, tmp_path: Path) -> None:
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    first.write_text("ماده ۱ـ یک", encoding="utf-8")
    second.write_text("ماده ۱ـ دو", encoding="utf-8")
    os.utime(first, (1_000, 1_000))
    dropped(screen, second, first)
    assert jobs.wait_all()
    assert reading(screen).comparison.old.name == "b.txt"


def test_nothing_substantive_is_said_in_those_words(screen: ComparisonScreen, tmp_path: Path) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    old.write_text(gallery_bylaw().old.text, encoding="utf-8")
    new.write_text(gallery_bylaw().old.text.replace("ی", "ي"), encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    assert screen.page.notices.unchanged.words() == "هیچ تغییر محتوایی نیست."


def test_a_file_that_can_t_be_read_gives_a_sentence_and_a_way_on(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.docx"
    old.write_text("ماده ۱ـ متن", encoding="utf-8")
    new.write_bytes(b"PK\x03\x04 not a document")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    shown = labels(screen)
    assert "متن‌ها مقایسه نشد" in shown
    assert any("2.docx" in text for text in shown)
    new.unlink()
    (tmp_path / "2.docx").write_bytes(b"")
    button = next(b for b in screen.findChildren(Button) if b.text() == "تلاش دوباره")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert jobs.wait_all()
    assert "متن‌ها مقایسه نشد" in labels(screen)


def test_a_wrong_number_of_articles_in_the_law_itself_is_said_above_the_texts(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    closing = "قانون فوق مشتمل بر دو ماده تصویب شد."
    old.write_text(f"ماده ۱ـ کتاب\nماده ۲ـ هیئت\n{closing}", encoding="utf-8")
    new.write_text(f"ماده ۱ـ کتاب\nماده ۲ـ هیئت\nماده ۳ـ مهلت سی روز است.\n{closing}", encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    notice = screen.page.notices.wrong_counts
    assert notice.words() == "متن جدید می‌گوید «دو ماده» دارد؛ ۳ ماده در آن شناخته شد."
    screen.compare(FilePair(old, old))
    assert jobs.wait_all()
    assert notice.words() == ""


def test_a_paragraph_that_is_too_long_to_align_is_said_above_the_texts(
    screen: ComparisonScreen, tmp_path: Path
) -> None:
    chance = random.Random(1)
    old, new = tmp_path / "1.txt", tmp_path / "2.txt"
    for path in (old, new):
        path.write_text(" ".join(chance.choice(("کتاب", "نشر")) for _ in range(7_000)), encoding="utf-8")
    screen.compare(FilePair(old, new))
    assert jobs.wait_all()
    assert "دوباره مقایسه کنید" in screen.page.notices.rough.words()
    screen.compare(FilePair(old, old))
    assert jobs.wait_all()
    assert screen.page.notices.rough.words() == ""
