"""Justified lines end at the margin, in pdfium too: it is the preview, the printer and half of all readers."""

from __future__ import annotations

from datetime import UTC, datetime

import pypdfium2

from desktop_app.reports.pdf.document import PersianDocument
from desktop_app.reports.pdf.layout import PageLayout

_SCALE = 3
_WORDS = (
    "پرونده‌های رسیده در این ماه بررسی شد و نتیجه، با ذکر دلیل، به متقاضیان اعلام شد؛ شماره ۱۲٬۳۴۵ و نشانی "
    "office@example.ir در پاسخ آمده است. "
) * 6


def lines_of_ink() -> list[tuple[float, float]]:
    """Where each line begins and ends, in points from the left."""
    layout = PageLayout()
    made = PersianDocument("آزمون", made_at=datetime(2026, 11, 24, tzinfo=UTC), layout=layout)
    data = made.paragraph(_WORDS).to_bytes()
    page = pypdfium2.PdfDocument(data)[0]
    dark = page.render(scale=_SCALE).to_numpy().min(axis=2) < 128
    # Without the footer.
    dark = dark[: int((layout.height - layout.bottom) * _SCALE)]
    found: list[tuple[float, float]] = []
    rows = dark.any(axis=1)
    start = None
    for at, inked in enumerate([*rows, False]):
        if inked and start is None:
            start = at
        elif not inked and start is not None:
            columns = dark[start:at].any(axis=0).nonzero()[0]
            if at - start > 4 * _SCALE:
                found.append((columns[0] / _SCALE, columns[-1] / _SCALE))
            start = None
    return found


def test_all_lines_but_the_last_reach_both_margins() -> None:
    layout = PageLayout()
    *lines, last = lines_of_ink()
    assert len(lines) >= 4
    for left, right in lines:
        assert abs(left - layout.left) < 2.5, lines
        assert abs(right - (layout.width - layout.right)) < 2.5, lines
    assert last[0] > layout.left
