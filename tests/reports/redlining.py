"""The redline of two files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop_app.comparison.engine import compare_texts
from desktop_app.comparison.provenance import Provenance
from desktop_app.documents.reading import read_here
from desktop_app.reports.redline import Redline, made_here, redline
from tests.reports.redlines import W, part

PROVENANCE = Provenance("مقایسه", datetime(2026, 11, 24, 8, 0, tzinfo=UTC), "کارشناس نمونه")


def made(old: Path, new: Path) -> Redline:
    before, after = read_here(old), read_here(new)
    comparison = compare_texts(
        before.text, after.text,
        old_name=before.name, new_name=after.name, old_parts=before.parts, new_parts=after.parts,
    )  # fmt: skip
    return redline(comparison, PROVENANCE, old, new, made_here)


def grids(docx: bytes) -> list[list[list[tuple[str, str | None, bool]]]]:
    """The cells of each table: text, columns, whether they continue the cell above."""
    return [
        [
            [
                (
                    "".join(words.text or "" for words in one.iter(f"{W}t")),
                    next((span.get(f"{W}val") for span in one.iterfind(f"{W}tcPr/{W}gridSpan")), None),
                    one.find(f"{W}tcPr/{W}vMerge") is not None,
                )
                for one in line.iterchildren(f"{W}tc")
            ]
            for line in each.iterchildren(f"{W}tr")
        ]
        for each in part(docx).iter(f"{W}tbl")
    ]
