"""A paper letter is registered from its scan, which is shown beside the form."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.vocabulary import Channel
from tests.department import TestOffice
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import press, type_text
from ui.petitions.desk.attachment_preview import PictureView
from ui.petitions.registration.form import RegisterForm


@pytest.fixture
def clerk(sqlite_office: TestOffice) -> Iterator[DeskWindow]:
    with desk(sqlite_office, sqlite_office.clerk) as opened:
        yield opened


@pytest.fixture
def form(clerk: DeskWindow) -> RegisterForm:
    clerk.key(Qt.Key.Key_T, control=True)
    found = clerk.screen.registration.form
    assert found is not None
    return found


def drop(form: RegisterForm, *paths: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    form.dropEvent(QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, mime, buttons, keys))


def scan(folder: Path) -> Path:
    picture = QImage(300, 420, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    path = folder / "نامه ۱۲.png"
    assert picture.save(str(path))
    return path


def test_a_dropped_scan_is_shown_beside_the_form_and_attached(
    clerk: DeskWindow, form: RegisterForm, tmp_path: Path
) -> None:
    drop(form, scan(tmp_path))
    clerk.settle()
    assert form.side.currentWidget() is form.scan
    assert isinstance(form.scan.page, PictureView)
    assert form.fields.channel.code() is Channel.LETTER
    # F7 turns to the sender and back.
    clerk.key(Qt.Key.Key_F7)
    assert form.side.currentWidget() is form.caller
    clerk.key(Qt.Key.Key_F7)
    type_text(form.fields.letter, "12")
    type_text(form.fields.text, "متن نامه")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.last_registered is not None
    files = clerk.office.services.attachments.of(clerk.actor, form.last_registered.id)
    assert [row.name for row in files] == ["نامه ۱۲.png"]
    # The next form has nothing of it.
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.side.currentWidget() is form.caller
    assert not form.scan.shows


def test_what_is_no_picture_says_so_in_one_sentence_and_stays_attached(
    clerk: DeskWindow, form: RegisterForm, tmp_path: Path
) -> None:
    broken = tmp_path / "scan.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing")
    type_text(form.fields.mobile, "0912")
    drop(form, broken)
    clerk.settle()
    assert form.scan.page is not None
    assert not isinstance(form.scan.page, PictureView)
    # Something was typed of a call: it stays one.
    assert form.fields.channel.code() is Channel.PHONE
    assert [source.name for source in form.files.sources] == ["scan.pdf"]
    form.files.clear()
    assert form.side.currentWidget() is form.caller


def test_a_file_that_is_gone_is_told_beside_the_form(
    clerk: DeskWindow, form: RegisterForm, tmp_path: Path
) -> None:
    path = scan(tmp_path)
    path.unlink()
    drop(form, path)
    clerk.settle()
    assert form.scan.page is not None


def in_folder(clerk: DeskWindow, form: RegisterForm, folder: Path) -> Path:
    """Names the scanner's folder, with one complete scan in it, and turns to letters."""
    path = scan(folder)
    os.utime(path, (1, 1))
    form.tray.ask_folder = lambda: str(folder)
    form.tray.choose_folder()
    form.fields.channel.choose(Channel.LETTER)
    clerk.settle()
    return path


def test_a_letter_is_registered_from_the_folder_of_the_scanner(
    clerk: DeskWindow, form: RegisterForm, tmp_path: Path
) -> None:
    chosen: list[tuple[str, object]] = []
    clerk.screen.setting_chosen.connect(lambda name, value: chosen.append((name, value)))
    path = in_folder(clerk, form, tmp_path)
    assert chosen == [("scan_folder", str(tmp_path))]
    assert form.side.currentWidget() is form.tray
    assert [row.name for row in form.tray.list.rows()] == [path.name]
    press(form.tray.list, Qt.Key.Key_Return)
    clerk.settle()
    assert form.side.currentWidget() is form.scan
    type_text(form.fields.text, "متن نامه")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.last_registered is not None
    files = clerk.office.services.attachments.of(clerk.actor, form.last_registered.id)
    assert [row.name for row in files] == [path.name]
    assert [one.name for one in (tmp_path / "registered").iterdir()] == [path.name]
    # The next letter: the folder is in front again, and has nothing more.
    clerk.key(Qt.Key.Key_Return, control=True)
    form.tray.refresh()
    clerk.settle()
    assert form.side.currentWidget() is form.tray
    assert form.tray.list.rows() == ()


def test_a_scan_that_a_colleague_registered_meanwhile_is_told_and_nothing_is_lost(
    clerk: DeskWindow, form: RegisterForm, tmp_path: Path
) -> None:
    path = in_folder(clerk, form, tmp_path)
    form.tray.picked.emit(path)
    clerk.settle()
    type_text(form.fields.text, "متن نامه")
    path.rename(tmp_path / "elsewhere.bin")
    clerk.key(Qt.Key.Key_Return, control=True)
    assert form.last_registered is None
    assert "همکار دیگری" in clerk.message
    assert form.fields.text.toPlainText() == "متن نامه"


def test_a_message_never_lies_over_the_buttons_of_the_form_nor_over_the_desk_afterwards(
    clerk: DeskWindow, form: RegisterForm
) -> None:
    type_text(form.fields.text, "متن")
    clerk.key(Qt.Key.Key_Return, control=True)
    bar = clerk.window.message_bar

    def place(widget: QWidget) -> QRect:
        return QRect(widget.mapTo(clerk.window, QPoint()), widget.size())

    assert bar.isVisible()
    assert not place(bar).intersects(place(form.footer))
    clerk.screen.show_desk()
    clerk.settle()
    assert bar.isVisible()
    assert place(clerk.screen.side).contains(place(bar))
