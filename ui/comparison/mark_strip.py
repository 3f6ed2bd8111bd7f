"""Filters above the list of changes: not seen, to discuss, requested by nobody."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.wording import translate
from ui.comparison.mark_book import MarkBook
from ui.comparison.marking import MarkLifetime
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.count_chip import CountChip
from ui.widgets.painting import Mirror, hairline, set_margins
from ui.widgets.plain import PlainLabel


class MarkStrip(QWidget):
    """Emits `wanted_changed` when a chip was toggled."""

    wanted_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.unseen = CountChip(None, "accent")
        self.discuss = CountChip("ph.chat-circle-dots", "warn")
        self.unasked = CountChip("ph.user-minus", "warn")
        self._unasked: frozenset[int] = frozenset()
        self._note = PlainLabel("", "header", "text2", wrap=True)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for chip in (self.unseen, self.discuss):
            chips.addWidget(chip)
            chip.clicked.connect(self.wanted_changed)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        set_margins(column, 12, 6, 8, 6)
        column.setSpacing(4)
        column.addLayout(chips)
        column.addWidget(self.unasked)
        self.unasked.clicked.connect(self.wanted_changed)
        column.addWidget(self._note)

    def show_book(self, book: MarkBook | None, kept: MarkLifetime) -> None:
        """Shows the counts of the marks, and a note if they are not stored."""
        unseen = len(book.substantive) - book.seen if book is not None else 0
        discuss = len(book.to_discuss()) if book is not None else 0
        self.unseen.show_count(
            translate("Comparison", "not seen"),
            unseen,
            translate("Comparison", "Only what you have not seen yet"),
        )
        self.discuss.show_count(
            translate("Comparison", "to discuss"),
            discuss,
            translate("Comparison", "Only what you or a colleague wants to discuss"),
        )
        self.unseen.setVisible(unseen > 0 or self.unseen.isChecked())
        self.discuss.setVisible(discuss > 0 or self.discuss.isChecked())
        self.unasked.setVisible(bool(self._unasked) or self.unasked.isChecked())
        self._note.setText(_note(kept))
        self._note.setVisible(bool(self._note.text()) and book is not None)
        chips = not (self.unseen.isHidden() and self.discuss.isHidden() and self.unasked.isHidden())
        self.setVisible(book is not None and bool(book.keys) and (chips or not self._note.isHidden()))

    def show_unasked(self, changes: frozenset[int]) -> None:
        """Sets the changes since publication that nobody requested. The chip appears with the next `show_book`."""
        self._unasked = changes
        self.unasked.show_count(
            translate("Comparison", "on provisions without a comment"),
            len(changes),
            translate(
                "Comparison",
                "Only what changed since publication in provisions that neither a comment nor the revision in between"
                " is about",
            ),
        )

    def reset(self) -> None:
        """Switches all filters off."""
        self.unseen.setChecked(False)
        self.discuss.setChecked(False)
        self.unasked.setChecked(False)

    def wanted(self, book: MarkBook) -> frozenset[tuple[int, ...]] | None:
        """Returns the entries of the changes that currently match the filters, or None for all."""
        changes: set[int] | None = None
        if self.unseen.isChecked() or self.discuss.isChecked():
            changes = {
                *(book.unseen() if self.unseen.isChecked() else ()),
                *(book.to_discuss() if self.discuss.isChecked() else ()),
            }
        if self.unasked.isChecked():
            changes = set(self._unasked) if changes is None else changes & self._unasked
        if changes is None:
            return None
        return frozenset(book.reading.changes[change].entries for change in changes)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, box = QPainter(self), QRectF(self.rect())
        painter.fillRect(box, theme().pane)
        painter.fillRect(Mirror.of(box).at(box.width() - 1, 1), theme().line)
        hairline(painter, box)


def _note(kept: MarkLifetime) -> str:
    if kept is MarkLifetime.FILES:
        return translate("Comparison", "Marks on files from disk last until the program is closed.")
    if kept is MarkLifetime.NO_ROLE:
        return translate(
            "Comparison", "Your marks are not kept: that takes the role of a clerk, reviewer or manager."
        )
    return ""
