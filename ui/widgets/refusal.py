"""A refusal at the field that it is about: an amber border, and a card that says what is missing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui.guard import guarded
from ui.icons import paint_icon
from ui.theme import theme
from ui.theme_tokens import RADIUS
from ui.widgets.painting import Mirror, fill_rounded, set_margins
from ui.widgets.plain import PlainLabel

#: Dynamic property of a field that was refused; the style sheet gives it an amber border.
REFUSED: Final = "refused"
_ICON: Final = 16


class RefusalCard(QWidget):
    """Hidden until `show_at`; gone again once the field is filled, or after `clear`.

    The caller places the card below the field. Screen readers read its words as the description of the field.
    """

    def __init__(self) -> None:
        super().__init__()
        self.field: QWidget | None = None
        self._described = ""
        self._title: PlainLabel | None = None
        self.words = PlainLabel("", "secondary", "warn", bold=True, wrap=True)
        self.kept = PlainLabel("", "secondary", "warn", wrap=True)
        column = QVBoxLayout(self)
        set_margins(column, 40, 4, 12, 4)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.kept)
        self.hide()

    def show_at(self, field: QWidget, words: str, kept: str = "", title: PlainLabel | None = None) -> None:
        """Refuses the content of a field with a sentence; `kept` says what happened to the text.

        `title` is the label of the field.
        """
        self.clear()
        self.field, self._described, self._title = field, field.accessibleDescription(), title
        if title is not None:
            title.set_colour("warn")
        self.words.setText(words)
        self.kept.setText(kept)
        self.kept.setVisible(bool(kept))
        field.setAccessibleDescription(f"{words} {kept}".strip())
        _mark(field, refused=True)
        self._follow(field, follow=True)
        self.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Takes the refusal away."""
        field, self.field = self.field, None
        self.hide()
        if self._title is not None:
            self._title.set_colour("text2")
            self._title = None
        if field is not None:
            self._follow(field, follow=False)
            field.setAccessibleDescription(self._described)
            _mark(field, refused=False)

    def _follow(self, field: QWidget, *, follow: bool) -> None:
        """Takes the refusal away when the content of the field changes."""
        if isinstance(field, QLineEdit | QPlainTextEdit):
            sign = field.textChanged
        elif isinstance(field, QComboBox):
            sign = field.currentIndexChanged
        else:
            return
        if follow:
            sign.connect(self._on_filled)
        else:
            sign.disconnect(self._on_filled)

    def _on_filled(self, *_content: object) -> None:
        self.clear()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now, box = QPainter(self), theme(), QRectF(self.rect())
        fill_rounded(painter, box, now.warnbg, RADIUS)
        area = Mirror.of(box).at(14, _ICON, top=box.top() + 10, height=_ICON)
        paint_icon(painter, area, "ph.warning", now.warn)


def _mark(field: QWidget, *, refused: bool) -> None:
    field.setProperty(REFUSED, refused)
    style = field.style()
    style.unpolish(field)
    style.polish(field)
    parent = field.parentWidget()
    # A field without a frame of its own is framed by its parent.
    for widget in (field, parent):
        if widget is not None:
            widget.update()
