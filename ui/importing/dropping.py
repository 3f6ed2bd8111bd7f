"""Files that are dropped onto a page, and which of them hold a table."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

#: What an import reads, by its ending; a text file may be a table as well.
TABLES: Final = (
    ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".json", ".eml", ".mbox",
)  # fmt: skip


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files of this PC that are being dropped."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def dropped_file(event: QDropEvent) -> Path | None:
    """The one file that is being dropped; None for none or several."""
    files = dropped_files(event)
    return files[0] if len(files) == 1 else None
