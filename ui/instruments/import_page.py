"""The preview of a revision before it is saved: its text, structure, parts that were not read, and a summary."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.typesetting import TextBlock, typeset
from desktop_app.documents import Document, read_document
from desktop_app.instruments.drafting.outline import OutlineEntry, outline
from desktop_app.persian.text import shown_name
from desktop_app.progress import Progress
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.guard import guarded
from ui.instruments.outlined_text import OutlinedText
from ui.instruments.words import left_out_sentence
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel
from ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class ReadDraft:
    """A parsed file with its outline and its blocks."""

    document: Document
    entries: tuple[OutlineEntry, ...]
    blocks: tuple[TextBlock, ...]


def read_draft(path: Path, progress: Progress) -> ReadDraft:
    """Reads a file, and computes its outline and its blocks. Raises `BadFileError`, `CancelledError`."""
    document = read_document(path, progress=progress)
    return ReadDraft(document, outline(document.text), typeset(document.text))


class RevisionImportPage(QWidget):
    """The preview page. Ctrl+Enter saves the revision, Escape discards it."""

    save_wanted = Signal(object, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: ReadDraft | None = None
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.file = PlainLabel("", "secondary", "text2", elide=True)
        self.structure = PlainLabel("", "secondary", "text2")
        self.left_out = PlainLabel("", "secondary", "warn", wrap=True)
        self.summary = TextField(translate("Instruments", "Summary of the changes"))
        self.summary.setPlaceholderText(
            translate("Instruments", "What changed in this revision, in a few words")
        )
        self.summary.setMaxLength(500)
        self.body = OutlinedText()
        save = make_action(
            self, translate("Instruments", "Keep as a revision"), self._save, key="Ctrl+Return", writes=True
        )
        away = make_action(self, translate("Instruments", "Put away"), self.closed.emit, key="Esc")
        self.save_button = Button.of(save, "primary", writes=True)
        self.away_button = Button.of(away, "ghost")
        self._lay_out()

    def show_draft(self, draft: ReadDraft, title: str, number: int) -> None:
        """Shows a parsed file; `number` is the number of the new revision."""
        self.draft = draft
        words = translate("Instruments", "Revision {n} of “{title}”, not kept yet")
        self.title.setText(fill(words, n=number, title=title))
        self.file.setText(shown_name(draft.document.name))
        labelled = sum(1 for entry in draft.entries if entry.label)
        self.structure.setText(
            fill(translate("Instruments", "{n} provisions recognised"), n=labelled)
            if labelled
            else translate("Instruments", "no numbered provisions; compared by paragraphs")
        )
        sentence = left_out_sentence(
            draft.document.not_compared, (part.kind for part in draft.document.parts)
        )
        self.left_out.setText(sentence)
        self.left_out.setVisible(bool(sentence))
        self.body.show_text(draft.document.text, draft.entries, draft.blocks)
        self.summary.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Disables the save button during saving."""
        self.save_button.setEnabled(not busy)

    def forget(self) -> None:
        """Clears the page after saving or discarding."""
        self.draft = None
        self.summary.clear()

    def _save(self) -> None:
        if self.draft is not None and self.save_button.isEnabled():
            self.save_wanted.emit(self.draft.document, self.summary.text())

    def _lay_out(self) -> None:
        head = _Head()
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.title, 1)
        upper.addWidget(self.structure)
        upper.addWidget(self.file, 1)
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self.summary, 1)
        lower.addSpacing(8)
        lower.addWidget(self.away_button)
        lower.addWidget(self.save_button)
        inner = QVBoxLayout(head)
        set_margins(inner, 16, 12, 12, 8)
        inner.setSpacing(8)
        inner.addLayout(upper)
        inner.addWidget(self.left_out)
        inner.addLayout(lower)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.body, 1)


class _Head(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))
