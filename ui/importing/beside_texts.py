"""The words that were there and the words that came, side by side, with what differs marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.result import Range
from desktop_app.intake.imports.changed_rows import ChangedRow, differing_ranges
from desktop_app.persian.text import visible_controls
from desktop_app.petitions.registration.changed_words import RowWords
from desktop_app.wording import translate
from desktop_app.wording.labels import label
from ui import jobs
from ui.theme import appearance, theme
from ui.widgets.marked_words import mark_words
from ui.widgets.plain import PlainLabel, PlainText

Ranges = tuple[list[Range], list[Range]]
#: The height of each text where they stand one below the other.
_STACKED: Final = 112


class BesideTexts(QWidget):
    """Shows a row that came with other words; `stacked` puts the texts one below the other."""

    def __init__(self, *, stacked: bool = False) -> None:
        super().__init__()
        self._shown: ChangedRow | None = None
        self._ranges: Ranges = ([], [])
        self.before, self.now = PlainText(), PlainText()
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        row = QBoxLayout(way, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for text, words in (
            (self.before, translate("ImportPage", "The words that are there")),
            (self.now, translate("ImportPage", "The words that came")),
        ):
            text.setAccessibleName(words)
            if stacked:
                text.keep_height(_STACKED)
            caption = PlainLabel(words, "secondary", "text2")
            caption.setBuddy(text)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(caption)
            column.addWidget(text, 1)
            row.addLayout(column, 1)
        appearance().theme_changed.connect(self._mark)

    def show_row(self, row: ChangedRow | None) -> None:
        """Shows a row, or nothing."""
        self._shown, self._ranges = row, ([], [])
        before, now = ("", "") if row is None else (_told(row.before, row.fields), _told(row.now, row.fields))
        self.before.setPlainText(before)
        self.now.setPlainText(now)
        self._mark()
        if row is not None:
            jobs.run(
                self, lambda: differing_ranges(before, now), lambda ranges: self._on_compared(row, ranges)
            )

    def _on_compared(self, row: ChangedRow, ranges: Ranges) -> None:
        if row is self._shown:
            self._ranges = ranges
            self._mark()

    def _mark(self) -> None:
        now = theme()
        looks = ((self.before, now.delbg, now.deltext), (self.now, now.insbg, now.instext))
        for (text, ground, ink), ranges in zip(looks, self._ranges, strict=True):
            mark_words(text, ranges, ground, ink)


def _told(words: RowWords, fields: Sequence[str]) -> str:
    """Returns the differing fields before the text, with line ends of LF."""
    values = {"kind": label("kind", words.kind), "subject": words.subject, "name": words.name}
    lines = [f"{label('field', name)}: {value or '—'}" for name, value in values.items() if name in fields]
    told = "\n".join([*lines, "", words.text] if lines else [words.text])
    return visible_controls(told.replace("\r\n", "\n").replace("\r", "\n"))
