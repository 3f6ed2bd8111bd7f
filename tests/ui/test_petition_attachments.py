"""Attachments in the window: added, looked at, opened after a warning, saved, removed."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from reportlab.pdfgen.canvas import Canvas

from desktop_app.database.files import FileRow
from desktop_app.errors import BadFileError
from desktop_app.foreign.reader import READER
from desktop_app.petitions.lists.inbox import ListFilter
from tests.conftest import NOON
from tests.department import TestOffice
from tests.foreign.attachments import ATTACHMENTS
from tests.ui.desk_window import DeskWindow, desk
from tests.ui.keyboard import click, type_text
from ui.petitions.desk.attachment_preview import AttachmentPreview, PictureView, readable_text, shown_of
from ui.petitions.desk.attachments_box import AttachmentsBox
from ui.petitions.desk.file_sources import FileSource
from ui.widgets.attachment_dialogs import RemoveDialog, RiskDialog
from ui.widgets.page_images import ForeignPdfPreview
from ui.widgets.plain import PlainText


@pytest.fixture
def office(sqlite_office: TestOffice) -> TestOffice:
    return sqlite_office


@pytest.fixture
def clerk(office: TestOffice) -> Iterator[DeskWindow]:
    with desk(office, office.clerk) as opened:
        yield opened


@pytest.fixture
def box(clerk: DeskWindow) -> AttachmentsBox:
    """The box of a petition that the clerk has."""
    clerk.screen.open_petition(clerk.office.taken().id)
    clerk.settle()
    return clerk.screen.details.body.attachments


def added(clerk: DeskWindow, box: AttachmentsBox, path: Path, content: bytes) -> FileRow:
    path.write_bytes(content)
    box.ask_files = lambda: [str(path)]
    box.choose()
    clerk.settle()
    return box.rows[-1]


def test_a_file_is_added_previewed_and_saved(clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path) -> None:
    row = added(clerk, box, tmp_path / "یادداشت.txt", "سلام\u202e".encode())
    assert clerk.message == "۱ پیوست افزوده شد."
    assert [line.row for line in box.lines] == [row]
    box.preview(row)
    clerk.settle()
    assert isinstance(box.dialog, AttachmentPreview)
    assert isinstance(box.dialog.page, PlainText)
    # What would turn the line round is shown and not obeyed.
    assert "\u202e" not in box.dialog.page.toPlainText()
    box.dialog.close()
    box.ask_target = lambda name: str(tmp_path / f"copy-{name}")
    box.save(row)
    clerk.settle()
    clerk.settle()
    assert (tmp_path / "copy-یادداشت.txt").read_bytes() == "سلام\u202e".encode()


def test_an_opened_file_is_a_private_read_only_copy(
    clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path
) -> None:
    opened: list[Path] = []
    box.opening.open_url = lambda url: opened.append(Path(url.toLocalFile()))
    row = added(clerk, box, tmp_path / "نامه.rtf", b"{\\rtf1 x}")
    box.open(row)
    clerk.settle()
    clerk.settle()
    assert opened[0].read_bytes() == b"{\\rtf1 x}"
    assert not opened[0].stat().st_mode & stat.S_IWUSR
    clerk.screen.workplace.opened.clean()
    assert not opened[0].exists()


def test_what_could_do_harm_is_opened_after_a_warning_only(
    clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path
) -> None:
    opened: list[QUrl] = []
    box.opening.open_url = opened.append
    row = added(clerk, box, tmp_path / "نامه.pdf.exe", b"MZ\x90\x00")
    box.preview(row)
    clerk.settle()
    dialog = box.opening.dialog
    assert isinstance(dialog, RiskDialog)
    click(dialog.leave_button)
    clerk.settle()
    assert opened == []
    box.open(row)
    clerk.settle()
    dialog = box.opening.dialog
    assert isinstance(dialog, RiskDialog)
    click(dialog.open_button)
    clerk.settle()
    assert len(opened) == 1


def test_a_file_is_removed_with_a_reason(clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path) -> None:
    row = added(clerk, box, tmp_path / "a.txt", b"x")
    box.remove(row)
    dialog = box.dialog
    assert isinstance(dialog, RemoveDialog)
    assert not dialog.remove_button.isEnabled()
    type_text(dialog.reason, "نادرست")
    click(dialog.remove_button)
    clerk.settle()
    clerk.settle()
    assert [row.removed for row in box.rows] == [True]
    assert "حذف شد" in clerk.message


def test_pictures_are_pasted_and_files_dropped_and_what_is_refused_is_told(
    clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path
) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    pasted = QMimeData()
    pasted.setImageData(picture)
    assert box.take_mime(pasted)
    clerk.settle()
    assert [(row.name, row.media_type) for row in box.rows] == [("تصویر.png", "image/png")]
    words = QMimeData()
    words.setText("سلام")
    assert not box.take_mime(words)
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path)), QUrl.fromLocalFile(str(empty))])
    assert box.take_mime(dropped)
    clerk.settle()
    assert "خالی است" in clerk.message
    box.take([FileSource("gone.txt", tmp_path / "gone.txt")])
    clerk.settle()
    assert "خوانده نشد" in clerk.message


def test_the_form_brings_its_files_along(clerk: DeskWindow, tmp_path: Path) -> None:
    (tmp_path / "نامه.txt").write_bytes(b"x")
    clerk.key(Qt.Key.Key_T, control=True)
    form = clerk.screen.registration.form
    assert form is not None
    form.files.ask_files = lambda: [str(tmp_path / "نامه.txt")]
    form.files.choose()
    type_text(form.fields.text, "متن درخواست")
    form.register()
    clerk.settle()
    row = clerk.office.services.inbox.find(clerk.actor, ListFilter(), 5)[1][0]
    assert [one.name for one in clerk.office.services.attachments.of(clerk.actor, row.id)] == ["نامه.txt"]


def test_a_picture_is_drawn_in_another_process(
    clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path
) -> None:
    box.preview(added(clerk, box, tmp_path / "عکس.png", png(4000, 2000)))
    clerk.settle()
    assert isinstance(box.dialog, AttachmentPreview)
    assert isinstance(box.dialog.page, PictureView)
    shown = box.dialog.page.picture
    assert (shown.width(), shown.height()) == (2400, 1200)
    assert shown.pixelColor(5, 5) == QColor(200, 30, 30)
    box.dialog.close()


def test_pages_are_drawn_in_another_process_turned_and_zoomed(
    clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path
) -> None:
    box.preview(added(clerk, box, tmp_path / "نامه.pdf", pdf(3)))
    clerk.settle()
    assert isinstance(box.dialog, AttachmentPreview)
    pages = box.dialog.page
    assert isinstance(pages, ForeignPdfPreview)
    clerk.settle()
    assert pages.view.drawn()
    assert (pages.pages, pages.page) == (3, 0)
    assert black_in(pages) > 100
    click(pages.following)
    click(pages.following)
    assert (pages.page, pages.following.isEnabled()) == (2, False)
    before = pages.factor()
    click(pages.larger)
    assert pages.factor() == pytest.approx(before * 1.15)
    pages.zoom(9)
    assert (pages.factor(), pages.page) == (4.0, 2)
    clerk.settle()
    assert pages.view.drawn()
    pages.fit_width()
    assert pages.factor() == pytest.approx(before)
    clerk.settle()
    assert black_in(pages) > 100
    box.dialog.close()


def test_a_page_that_takes_too_long_is_one_sentence_above_the_pages(
    clerk: DeskWindow, box: AttachmentsBox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = next(case for case in ATTACHMENTS if case.name == "slow.pdf").write(tmp_path)
    monkeypatch.setattr(READER, "patience", 0.5)
    READER.close()
    box.preview(added(clerk, box, slow, slow.read_bytes()))
    clerk.settle()
    assert isinstance(box.dialog, AttachmentPreview)
    pages = box.dialog.page
    assert isinstance(pages, ForeignPdfPreview)
    clerk.settle()
    assert pages.view.drawn()
    assert not pages.left_out.isHidden()
    assert "slow.pdf" in pages.left_out.text()
    assert "طول می‌کشد" in pages.left_out.text()
    box.dialog.close()
    READER.close()


def black_in(pages: ForeignPdfPreview) -> int:
    """The number of black pixels among some of those in view."""
    image = pages.view.viewport().grab().toImage()
    places = ((x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5))
    return sum(image.pixelColor(*place).lightness() < 50 for place in places)


def png(width: int, height: int) -> bytes:
    target = BytesIO()
    Image.new("RGB", (width, height), (200, 30, 30)).save(target, "PNG")
    return target.getvalue()


def pdf(pages: int) -> bytes:
    target = BytesIO()
    made = Canvas(target)
    for _ in range(pages):
        made.rect(100, 500, 300, 200, fill=1)
        made.showPage()
    made.save()
    return target.getvalue()


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        # A picture that says it is a hundred thousand pixels wide and high.
        ("image/png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (100_000).to_bytes(4, "big") * 2 + b"\x08\x06" + bytes(23)),
        ("image/png", b"\x89PNG\r\n\x1a\n" + bytes(50)),
        ("application/pdf", b"%PDF-1.7 nothing in it"),
    ],
)  # fmt: skip
def test_hostile_content_is_not_shown(kind: str, content: bytes) -> None:
    row = FileRow(1, "نامه", kind, len(content), "", NOON, "", 1, removed=False)
    assert isinstance(shown_of(row.name, row.media_type, content), BadFileError)


def test_the_beginning_of_a_long_text_is_shown() -> None:
    assert len(readable_text(b"a" * 3_000_000)) == 200_000
    assert readable_text(b"\xff\xfe\x33\x06") == "س"
