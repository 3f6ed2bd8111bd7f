"""Reads any draft that a user opens or imports: a path becomes a `Document`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

from desktop_app.documents.document import Document, DocumentContent, DocumentPart, LeftOut, PartKind
from desktop_app.documents.faults import (
    DOCUMENT_LIMIT,
    EMPTY_ZIP_MAGIC,
    ZIP_MAGIC,
    FileFault,
    check_size,
    decode_text,
    foreign_fault,
    read_bytes,
    refusal,
)
from desktop_app.documents.lines import TEXT_LIMIT
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.limited import itself_limited
from desktop_app.foreign.reader import READER, Reading
from desktop_app.paths import storable_name
from desktop_app.progress import Progress

#: The format by file extension.
FORMATS: Final = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".odt": "odt", ".ott": "odt",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".txt": "txt", ".text": "txt",
}  # fmt: skip
_REFUSED: Final = {
    ".doc": FileFault.LEGACY_DOC, ".dot": FileFault.LEGACY_DOC, ".pdf": FileFault.PDF_NOT_SUPPORTED,
    ".rtf": FileFault.RTF_NOT_SUPPORTED,
}  # fmt: skip


#: Larger plain texts have more code points than `TEXT_LIMIT`, in every encoding.
_PLAIN_LIMIT: Final = 4 * TEXT_LIMIT + 4


def require_readable(path: Path) -> None:
    """Refuses a file that cannot be read at all, before a window is opened for it. Raises `BadFileError`."""
    check_size(path, DOCUMENT_LIMIT)
    try:
        with path.open("rb"):
            pass
    except OSError as error:
        raise refusal(path.name, FileFault.UNREADABLE) from error


def read_document(path: Path, *, progress: Progress | None = None) -> Document:
    """Reads the draft at `path` into its canonical text, in the process for foreign files unless it is plain text.

    Raises `BadFileError` (parameters: name, reason, optionally limit) for a bad file, and `CancelledError` if
    `progress` is cancelled.
    """
    source = FORMATS.get(path.suffix.lower(), "")
    if source == "txt":
        return _plain_document(path)
    check_size(path, DOCUMENT_LIMIT)
    with READER.batch() as batch:
        read = batch.ask("document", path.name, path, progress, suffix=path.suffix.lower())
    return _document(path.name, source, _told(path.name, read), read.sha256)


def read_here(path: Path) -> Document:
    """Reads the draft as `read_document` does, but in this process, which limits itself meanwhile."""
    source = FORMATS.get(path.suffix.lower(), "")
    if source == "txt":
        return _plain_document(path)
    data = read_bytes(path, DOCUMENT_LIMIT)
    with itself_limited(path.name):
        content = parsed(path.suffix.lower(), path.name, data)
    return _document(path.name, source, content, hashlib.sha256(data).hexdigest())


def parsed(suffix: str, name: str, data: bytes) -> DocumentContent:
    """Parses a draft that is no plain text. Raises `BadFileError`."""
    source = FORMATS.get(suffix)
    if source is None:
        raise refusal(name, foreign_fault(data) or _REFUSED.get(suffix, FileFault.UNKNOWN_FORMAT))
    content = _read(source, name, data)
    _must_be_short(name, content)
    return content


def _plain_document(path: Path) -> Document:
    if check_size(path, DOCUMENT_LIMIT) > _PLAIN_LIMIT:
        raise refusal(path.name, FileFault.TOO_MUCH_TEXT, limit=TEXT_LIMIT)
    data = read_bytes(path, DOCUMENT_LIMIT)
    content = read_plain_text(path.name, data)
    return _document(path.name, "txt", content, hashlib.sha256(data).hexdigest())


def _told(name: str, read: Reading) -> DocumentContent:
    """Checks what the process for foreign files says. Raises `BadFileError`."""
    try:
        text = read.data.decode("utf-8", "surrogatepass")
        left_out = frozenset(map(LeftOut, read.words["left_out"]))
        end = length = int(read.words["length"])
        parts: list[DocumentPart] = []
        for kind, at, size in read.words["parts"]:
            parts.append(
                DocumentPart(PartKind(kind), None if at is None else int(at), text[end : end + size])
            )
            end += size
        if end != len(text) or not all(_is_sound(part, length) for part in parts):
            raise ValueError("parts that do not cover the text")
    except (ValueError, TypeError, KeyError) as error:
        raise refusal(name, ReaderFault.READER_CRASHED) from error
    return DocumentContent(tuple(text[:length].split("\n")), left_out, tuple(parts))


def _is_sound(part: DocumentPart, length: int) -> bool:
    return bool(part.text) and (part.at is None or 0 <= part.at <= length)


def _document(name: str, source: str, content: DocumentContent, sha256: str) -> Document:
    _must_be_short(name, content)
    text = "\n".join(content.lines)
    if not text.strip():
        raise refusal(name, FileFault.NO_TEXT)
    return Document(
        name=storable_name(name),
        text=text,
        not_compared=tuple(str(key) for key in LeftOut if key in content.left_out),
        source_format=source,
        sha256=sha256,
        parts=content.parts,
    )


def _must_be_short(name: str, content: DocumentContent) -> None:
    beside = sum(len(part.text) + 1 for part in content.parts)
    if sum(map(len, content.lines)) + len(content.lines) - 1 + beside > TEXT_LIMIT:
        raise refusal(name, FileFault.TOO_MUCH_TEXT, limit=TEXT_LIMIT)


def _read(source: str, name: str, data: bytes) -> DocumentContent:
    # Each reader imports its own parser, so it is imported on first use: the inbox opens without them.
    if source == "docx":
        from desktop_app.documents.docx import read_docx  # noqa: PLC0415

        return read_docx(name, data)
    if source == "odt":
        from desktop_app.documents.odt import read_odt  # noqa: PLC0415

        return read_odt(name, data)
    if source == "html":
        from desktop_app.documents.html import read_html  # noqa: PLC0415

        return read_html(name, data)
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
