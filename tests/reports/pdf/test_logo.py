"""A logo on the letterhead; and a page that is made without it where it cannot be drawn."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from PIL import Image

from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.wording.errors import error_sentence
from tests.reports.pdf.page import LETTERHEAD, MADE_AT
from tests.reports.pdf.reading import by_pdfium
from tests.reports.pdf.tree import tree

RED = (200, 30, 40)


def picture(size: tuple[int, int]) -> bytes:
    target = BytesIO()
    Image.new("RGB", size, RED).save(target, "PNG")
    return target.getvalue()


def with_logo(logo: bytes | None) -> PersianDocument:
    return PersianDocument("نامه", made_at=MADE_AT, letterhead=replace(LETTERHEAD, logo=logo)).paragraph(
        "متن"
    )


def red(content: bytes) -> Any:
    """(rows, columns) of the first page that are of the logo's colour, in points from the upper left."""
    pdf = pypdfium2.PdfDocument(content)
    seen = pdf[0].render(scale=1, rev_byteorder=True).to_numpy()[:, :, :3].astype(int)
    pdf.close()
    return (abs(seen - RED).sum(axis=2) < 30).nonzero()


@pytest.mark.parametrize("size", [(400, 400), (900, 100), (30, 300), (1, 1)])
def test_a_logo_stands_in_the_middle_of_the_letterhead(size: tuple[int, int]) -> None:
    made = with_logo(picture(size))
    rows, columns = red(made.to_bytes())
    assert (columns.min() + columns.max()) / 2 == pytest.approx(595 / 2, abs=2)
    assert columns.max() - columns.min() <= 97
    assert 45 <= rows.min() <= rows.max() <= 48 + 36
    assert made.troubles == ()


def test_the_letterhead_is_as_high_with_a_logo_as_without() -> None:
    assert tree(with_logo(picture((9, 9))).to_bytes()).kinds == ["P", "P", "P"]
    plain, shown = (by_pdfium(with_logo(logo).to_bytes()) for logo in (None, picture((9, 9))))
    assert plain == shown


def test_the_same_logo_gives_the_same_bytes() -> None:
    assert with_logo(picture((50, 50))).to_bytes() == with_logo(picture((50, 50))).to_bytes()


@pytest.mark.parametrize("logo", [b"", b"no picture", picture((50, 50))[:60]])
def test_a_logo_that_cannot_be_drawn_is_said_and_the_page_is_made(logo: bytes) -> None:
    made = with_logo(logo)
    assert made.to_bytes() == with_logo(None).to_bytes()
    (trouble,) = made.troubles
    assert "نشان سربرگ" in error_sentence(trouble)
