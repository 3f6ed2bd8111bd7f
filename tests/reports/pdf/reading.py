"""Reading a PDF back, as a person does who copies or searches in it: by pdfium, and by poppler where it is there."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import zxingcpp

from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.lines import Words

MADE_AT = datetime(2026, 11, 28, 8, 30, tzinfo=UTC)
#: Marks that readers put round left-to-right pieces when they write a line out.
_DIRECTION_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Seen:
    """A character on a page, its box in points from the lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def document(*paragraphs: Words) -> PersianDocument:
    made = PersianDocument("سند آزمون", made_at=MADE_AT)
    for words in paragraphs:
        made.paragraph(words)
    return made


def by_pdfium(content: bytes) -> list[str]:
    """The text of each page."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        return [
            _DIRECTION_MARKS.sub("", page.get_textpage().get_text_range()).replace("\r\n", "\n")
            for page in pdf
        ]
    finally:
        pdf.close()


def page_sizes(source: bytes | Path) -> list[tuple[float, float]]:
    """Width and height of each page in points."""
    pdf = pypdfium2.PdfDocument(source)
    try:
        return [(width, height) for width, height in (page.get_size() for page in pdf)]
    finally:
        pdf.close()


def codes_of(content: bytes) -> list[str]:
    """The texts of the QR codes on the last page, as a camera reads them.

    A reader asked for every kind of code now and then finds a bar code in a page's dots.
    """
    pdf = pypdfium2.PdfDocument(content)
    try:
        picture = pdf[len(pdf) - 1].render(scale=3).to_pil()
    finally:
        pdf.close()
    asked = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
    return [code.text for code in zxingcpp.read_barcodes(picture, asked)]


def by_poppler(content: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.pdf")
        path.write_bytes(content)
        found = subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, check=True, encoding="utf-8"
        )
    return _DIRECTION_MARKS.sub("", found.stdout)


def has_poppler() -> bool:
    return shutil.which("pdftotext") is not None


def characters(content: bytes, page: int = 0) -> list[Seen]:
    """Every character of a page that is not white space."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        textpage = pdf[page].get_textpage()
        seen = []
        for index in range(textpage.count_chars()):
            text = textpage.get_text_range(index, 1)
            if text.strip():
                seen.append(Seen(text, *textpage.get_charbox(index, loose=True)))
        return seen
    finally:
        pdf.close()


def ink_columns(content: bytes, page: int = 0) -> tuple[float, float]:
    """The leftmost and the rightmost point of a page, in points, at which anything was drawn."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        bitmap = pdf[page].render(scale=1, grayscale=True).to_numpy()
        dark = (bitmap.reshape(bitmap.shape[0], bitmap.shape[1], -1)[:, :, 0] < 200).any(axis=0).nonzero()[0]
        return float(dark[0]), float(dark[-1] + 1)
    finally:
        pdf.close()
