"""Files dropped onto a page, and the suffixes of tables."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

#: Suffixes that an import reads; a text file may also contain a table.
TABLES: Final = (
    ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".jsonl", ".ndjson", ".json", ".eml", ".mbox",
)  # fmt: skip


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """Returns the dropped local files."""
    return tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())


def dropped_file(event: QDropEvent) -> Path | None:
    """Returns the dropped file; None for no file or several."""
    files = dropped_files(event)
    return files[0] if len(files) == 1 else None
