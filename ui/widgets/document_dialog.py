"""The system's dialog for a document that the program reads."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.wording import translate
from ui.widgets.export_work import documents_folder

#: Patterns of the names of documents that can be read.
READABLE: Final = ("*.docx", "*.odt", "*.html", "*.htm", "*.txt")


def ask_for_document(
    parent: QWidget, title: str, *, kind: str = "", patterns: Iterable[str] = READABLE, folder: str = ""
) -> Path | None:
    """Asks for a file; returns None if it was cancelled.

    `kind` names the files that fit `patterns`, by default “Documents”. The dialog begins in `folder`, by default the
    folder of the user's documents.
    """
    begin = folder or str(documents_folder())
    kind = kind or translate("Comparison", "Documents")
    name, _ = QFileDialog.getOpenFileName(parent, title, begin, f"{kind} ({' '.join(patterns)})")
    return Path(name) if name else None
