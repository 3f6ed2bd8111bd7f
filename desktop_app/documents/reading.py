"""Reads any draft that a user opens or imports: a path becomes a `Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from desktop_app.documents.document import Document, DocumentContent, LeftOut
from desktop_app.documents.faults import (
    DOCUMENT_LIMIT,
    EMPTY_ZIP_MAGIC,
    ZIP_MAGIC,
    FileFault,
    decode_text,
    foreign_fault,
    read_bytes,
    refusal,
)
from desktop_app.documents.lines import TEXT_LIMIT
from desktop_app.paths import storable_name
from desktop_app.progress import Progress, SilentProgress

#: The format by file extension.
FORMATS: Final = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".odt": "odt", ".ott": "odt",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "txt", ".text": "txt",
}  # fmt: skip
_REFUSED: Final = {
    ".doc": FileFault.LEGACY_DOC, ".dot": FileFault.LEGACY_DOC, ".pdf": FileFault.PDF_NOT_SUPPORTED,
    ".rtf": FileFault.RTF_NOT_SUPPORTED,
}  # fmt: skip


def read_document(path: Path, *, progress: Progress | None = None) -> Document:
    """Reads the draft at `path` into its canonical text.

    Raises `BadFileError` (parameters: name, reason, optionally limit) for a bad file, and `CancelledError` if
    `progress` is cancelled.
    """
    progress = progress or SilentProgress()
    data = read_bytes(path, DOCUMENT_LIMIT)
    suffix = path.suffix.lower()
    source = FORMATS.get(suffix)
    if source is None:
        raise refusal(path.name, foreign_fault(data) or _REFUSED.get(suffix, FileFault.UNKNOWN_FORMAT))
    content = _read(source, path.name, data, progress)
    text = "\n".join(content.lines)
    if len(text) > TEXT_LIMIT:
        raise refusal(path.name, FileFault.TOO_MUCH_TEXT, limit=TEXT_LIMIT)
    if not text.strip():
        raise refusal(path.name, FileFault.NO_TEXT)
    return Document(
        name=storable_name(path.name),
        text=text,
        not_compared=tuple(str(key) for key in LeftOut if key in content.left_out),
        source_format=source,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _read(source: str, name: str, data: bytes, progress: Progress) -> DocumentContent:
    # Each reader imports its own parser, so it is imported on first use: the inbox opens without them.
    if source == "docx":
        from desktop_app.documents.docx import read_docx  # noqa: PLC0415

        return read_docx(name, data, progress)
    if source == "odt":
        from desktop_app.documents.odt import read_odt  # noqa: PLC0415

        return read_odt(name, data, progress)
    if source == "html":
        from desktop_app.documents.html import read_html  # noqa: PLC0415

        return read_html(name, data, progress)
    return read_plain_text(name, data)


def read_plain_text(name: str, data: bytes) -> DocumentContent:
    """Decodes the file, and converts CRLF and lone CR to LF."""
    fault = foreign_fault(data)
    if fault is None and data.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC)):
        fault = FileFault.NOT_TEXT
    if fault is not None:
        raise refusal(name, fault)
    text, _ = decode_text(data, name=name)
    return DocumentContent(tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")))
