"""Asks the process for foreign files what a colleague left in a DOCX, and checks its answer."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop_app.documents.faults import DOCUMENT_LIMIT, FileFault, check_size, refusal
from desktop_app.documents.reading import FORMATS
from desktop_app.documents.remarks import FileChange, FileComment, FileRemarks, OwnIds, Range
from desktop_app.documents.word_names import LONGEST_AUTHOR, LONGEST_COMMENT, MOST_CHANGES, MOST_COMMENTS
from desktop_app.foreign.faults import ReaderFault
from desktop_app.foreign.reader import READER
from desktop_app.progress import Progress


def read_remarks_of(path: Path, *, progress: Progress | None = None) -> tuple[FileRemarks, str]:
    """Returns the comments and changes of a DOCX, and the hexadecimal digest of the file.

    Raises `BadFileError`, and `CancelledError`.
    """
    if FORMATS.get(path.suffix.lower()) != "docx":
        raise refusal(path.name, FileFault.NOT_A_DOCX)
    check_size(path, DOCUMENT_LIMIT)
    with READER.batch() as batch:
        read = batch.ask("remarks", path.name, path, progress)
    return told_remarks(path.name, read.data), read.sha256


def packed_remarks(remarks: FileRemarks) -> bytes:
    """Returns remarks as the process for foreign files sends them."""
    found = asdict(remarks)
    if remarks.own is not None:
        found["own"]["comments"] = [[one, *ids] for one, ids in remarks.own.comments.items()]
    return json.dumps(found, ensure_ascii=False, default=datetime.isoformat).encode("utf-8", "surrogatepass")


def told_remarks(name: str, data: bytes) -> FileRemarks:
    """Checks what the process for foreign files says. Raises `BadFileError`."""
    try:
        told = json.loads(data.decode("utf-8", "surrogatepass"))
        texts = [_text(told[key]) for key in ("base", "rejected", "accepted")]
        comments = tuple(_comment(one, len(told["comments"]), texts) for one in told["comments"])
        changes = tuple(_change(one, texts[0]) for one in told["changes"])
        if len(comments) > MOST_COMMENTS or len(changes) > MOST_CHANGES:
            raise ValueError("too many")
        return FileRemarks(texts[0], texts[1], texts[2], comments, changes, _own(told["own"]))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise refusal(name, ReaderFault.READER_CRASHED) from error


def _comment(told: dict[str, Any], count: int, texts: list[str]) -> FileComment:
    parent = None if told["parent"] is None else int(told["parent"])
    if parent is not None and not 0 <= parent < count:
        raise ValueError("no such comment")
    return FileComment(
        _text(told["author"], LONGEST_AUTHOR),
        _moment(told["written_at"]),
        _text(told["text"], LONGEST_COMMENT + 1),
        bool(told["done"]),
        int(told["paragraph_id"]),
        parent,
        _range(told["base"], texts[0]),
        _range(told["rejected"], texts[1]),
        _range(told["accepted"], texts[2]),
    )


def _change(told: dict[str, Any], base: str) -> FileChange:
    place = _range([told["start"], told["end"]], base)
    assert place is not None
    author = _text(told["author"], LONGEST_AUTHOR)
    return FileChange(*place, _text(told["words"]), author, _moment(told["written_at"]))


def _own(told: dict[str, Any] | None) -> OwnIds | None:
    if told is None:
        return None
    comments = {int(one): (int(thread), int(message)) for one, thread, message in told["comments"]}
    since = None if told["since"] is None else int(told["since"])
    return OwnIds(_text(told["draft"], LONGEST_AUTHOR), int(told["revision"]), since, comments)


def _range(told: list[int] | None, text: str) -> Range | None:
    if told is None:
        return None
    start, end = map(int, told)
    if not 0 <= start <= end <= len(text):
        raise ValueError("a range outside of the text")
    return start, end


def _text(told: object, longest: int | None = None) -> str:
    if not isinstance(told, str) or (longest is not None and len(told) > longest):
        raise TypeError("no text")
    return told


def _moment(told: str | None) -> datetime | None:
    if told is None:
        return None
    moment = datetime.fromisoformat(told)
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment
