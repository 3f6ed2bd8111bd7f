"""Completes the output of reportlab: language, reading direction, tags, window title, metadata."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Dictionary, Name, ObjectStreamMode, String

from desktop_app.reports.pdf.structure import Structure

# Maximum compression: thousands of similar small objects shrink by another tenth.
pikepdf.settings.set_flate_compression_level(9)
_PRODUCER: Final = "Mosharekat"
_LANGUAGE: Final = "fa-IR"


def finished(raw: BytesIO, title: str, made_at: datetime, structure: Structure) -> bytes:
    """Returns the finished PDF; the same input gives the same bytes, without clock or randomness.

    `made_at` is timezone-aware and is written with its own UTC offset.
    """
    raw.seek(0)
    with pikepdf.open(raw) as pdf:
        structure.write(pdf)
        return described(pdf, title, made_at)


def described(pdf: pikepdf.Pdf, title: str, made_at: datetime) -> bytes:
    """Gives a tagged `pdf` its language, reading direction, window title and metadata, and returns it as bytes."""
    # XML cannot contain control characters and lone surrogates.
    shown = "".join(character for character in title if character.isprintable() or character == "\u200c")
    pdf.Root.Lang = String(_LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True, Direction=Name.R2L)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    pdf.docinfo[Name.Title] = String(shown)
    pdf.docinfo[Name.Producer] = String(_PRODUCER)
    stamp = pikepdf.models.metadata.encode_pdf_date(made_at)
    pdf.docinfo[Name.CreationDate] = String(stamp)
    pdf.docinfo[Name.ModDate] = String(stamp)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = shown
        metadata["dc:language"] = {_LANGUAGE}
        metadata["pdf:Producer"] = _PRODUCER
        metadata["xmp:CreateDate"] = made_at.isoformat()
        metadata["xmp:ModifyDate"] = made_at.isoformat()
    target = BytesIO()
    pdf.save(
        target,
        deterministic_id=True,
        compress_streams=True,
        object_stream_mode=ObjectStreamMode.generate,
    )
    return target.getvalue()
