"""Reading and previewing in the process for foreign files, against doing the same in the program, as before."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from statistics import median

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImageReader
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from desktop_app.documents.previews import PdfPages, picture_preview
from desktop_app.documents.reading import parsed, read_document
from desktop_app.foreign.reader import READER
from desktop_app.intake.formats.mail_message import read_mail
from desktop_app.intake.formats.mailbox import as_mbox, raw_mail
from desktop_app.intake.formats.registry import open_table, read_rows
from desktop_app.intake.formats.tabular import TabularRow
from desktop_app.intake.formats.workbook import OpenWorkbook
from tests.documents.packages import paragraph, write_docx, write_odt
from tests.intake.tables import HEADER, write_xlsx
from ui.widgets.page_images import image_of

_MEGABYTE = 1_000_000
_TIMES = 9
_WORDS = ("متن", "ماده", "درباره", "مجوز", "نشر", "کتاب", "است", "و", "باید", "پاسخ", "داده", "شود", "مهلت")


def run() -> list[tuple[str, str]]:
    """What was measured, as (what, figure)."""
    found: list[tuple[str, str]] = []
    application = QGuiApplication.instance() or QGuiApplication([])
    began = time.perf_counter()
    with READER.batch() as batch:
        batch.ask("document", "x.txt", b"x", suffix=".txt")
    found.append(
        ("start of the process, with the first answer", f"{(time.perf_counter() - began) * 1000:.0f} ms")
    )
    with tempfile.TemporaryDirectory() as folder:
        for what, path, there, here in _pairs(Path(folder)):
            size = path.stat().st_size
            times = [(_seconds(here), _seconds(there)) for _ in range(_TIMES)]
            own, other = median(one for one, _ in times), median(one for _, one in times)
            ratio = f"{other / own:.2f} (asked: at most 1.3)"
            found.append((f"{what} of {size / _MEGABYTE:.1f} MB, in the process / in the program", ratio))
            found.append((f"  {own * 1000:.0f} ms in the program, in the process", f"{other * 1000:.0f} ms"))
    del application
    return found


def _pairs(folder: Path) -> list[tuple[str, Path, Callable[[], object], Callable[[], object]]]:
    source = random.Random(7)

    def words(count: int) -> str:
        return " ".join(source.choices(_WORDS, k=count))

    def draft(path: Path) -> tuple[Callable[[], object], Callable[[], object]]:
        return lambda: read_document(path), lambda: parsed(path.suffix, path.name, path.read_bytes())

    docx = write_docx(folder / "a.docx", "".join(paragraph(words(60)) for _ in range(8_000)))
    odt = write_odt(folder / "a.odt", "".join(f"<text:p>{words(60)}</text:p>" for _ in range(8_000)))
    html = folder / "a.html"
    html.write_text("<html><body>" + "".join(f"<p>{words(20)}</p>" for _ in range(5_200)), encoding="utf-8")
    rows = [(f"P-{n}", "درخواست", words(4), words(20), words(2), "", "", "1405/08/12") for n in range(9_000)]
    sheet = write_xlsx(folder / "a.xlsx", rows)
    mailbox = folder / "a.mbox"
    mailbox.write_bytes(as_mbox(_mail(n, words(150)) for n in range(420)))
    picture = folder / "a.jpg"
    Image.effect_noise((2_600, 1_900), 40).convert("RGB").save(picture, "JPEG", quality=38)
    pages = folder / "a.pdf"
    _write_pdf(pages, source)
    return [
        ("DOCX", docx, *draft(docx)),
        ("ODT", odt, *draft(odt)),
        ("HTML", html, *draft(html)),
        ("XLSX", sheet, lambda: list(read_rows(open_table(sheet))), lambda: _rows_here(sheet)),
        ("mailbox", mailbox, lambda: list(read_rows(open_table(mailbox))), lambda: _mails_here(mailbox)),
        ("preview of a JPEG", picture, lambda: _picture_there(picture), lambda: _picture_here(picture)),
        ("preview of a PDF", pages, lambda: _page_there(pages), lambda: _page_here(pages)),
    ]  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _mail(number: int, text: str) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = (
        f"a{number}@example.ir",
        "office@example.ir",
        "نظر درباره ماده ۲",
    )
    made["Date"], made["Message-ID"] = "Fri, 20 Nov 2026 09:30:00 +0330", f"<{number}@example.ir>"
    made.set_content(text)
    return made.as_bytes()


def _rows_here(path: Path) -> list[TabularRow]:
    book = OpenWorkbook(path.read_bytes())
    # As before: a workbook was opened once, to be planned and read.
    found: list[TabularRow] = []
    while rows := book.after(len(found)):
        found.extend(TabularRow(number, dict(zip(HEADER, cells, strict=False))) for number, cells in rows)
    return found


def _mails_here(path: Path) -> list[object]:
    from desktop_app.intake.formats.mailbox import _spans  # noqa: PLC0415 - only what was measured before

    open_table(path)
    return [read_mail(raw_mail(path, f"{start}:{end}")) for start, end in _spans(path)]


def _picture_there(path: Path) -> object:
    return image_of(picture_preview(path.read_bytes(), path.name))


def _picture_here(path: Path) -> object:
    buffer = QBuffer()
    buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setScaledSize(reader.size().scaled(QSize(2400, 2400), Qt.AspectRatioMode.KeepAspectRatio))
    picture = reader.read()
    assert not picture.isNull()
    return picture


def _write_pdf(path: Path, source: random.Random) -> None:
    """Pages of text around a picture, as a scan has them."""
    target = BytesIO()
    Image.effect_noise((1_500, 1_000), 40).convert("RGB").save(target, "JPEG", quality=60)
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    made = Canvas(str(path))
    picture = ImageReader(target)
    for _ in range(20):
        for line in range(40):
            made.drawString(
                60, 780 - line * 11, " ".join(source.choices(("office", "letter", "answer"), k=12))
            )
        made.drawImage(picture, 60, 60, 300, 200)
        made.showPage()
    made.save()


#: Pixels a point at which the window first shows a page.
_SCALE = 1.3


def _page_there(path: Path) -> object:
    return image_of(PdfPages.opened(path.read_bytes(), path.name).part(0, _SCALE, 0, 1_100))


def _page_here(path: Path) -> object:
    buffer = QBuffer()
    buffer.setData(QByteArray(path.read_bytes()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # Opened twice: to be judged, and to be shown.
    for _ in range(2):
        document = QPdfDocument()
        document.load(buffer)
        size = document.pagePointSize(0) * _SCALE
        if _ == 0:
            document.close()
    picture = document.render(0, size.toSize())
    document.close()
    assert not picture.isNull()
    return picture
