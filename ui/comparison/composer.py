"""The form for a new annotation: what it is about, its kind, its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.wording import translate
from ui.actions import make_action
from ui.comparison.targets import Target
from ui.comparison.thread_words import about_name, short_kind
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.painting import hairline
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.segmented import Segmented

PANEL_WIDTH: Final = 320
_LONGEST_QUOTE: Final = 160


class Composer(QWidget):
    """A new thread: the words that it is about, its kind, its text. Ctrl+Enter keeps it, Escape puts it away."""

    written = Signal(str, str)
    #: Escape or the button: the reader goes on reading.
    put_away = Signal()
    #: Other words are meant: the view shows which.
    target_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._targets: tuple[tuple[Target, str], ...] = ()
        self.quote = PlainLabel("", "secondary", "text2", wrap=True)
        self.about: Segmented | None = None
        self.text = PlainText("", "interface", editable=True)
        self.kind = Segmented([(kind.value, short_kind(kind)) for kind in ThreadKind], ThreadKind.NOTE.value)
        self.kind.setAccessibleName(translate("Comparison", "Kind of the annotation"))
        self.kind.changed.connect(self._on_kind)
        self.text.setFixedHeight(96)
        self.text.setAccessibleName(translate("Comparison", "Text of the annotation"))
        save = make_action(
            self, translate("Comparison", "Save the annotation"), self._save, key="Ctrl+Return"
        )
        cancel = make_action(
            self, translate("Comparison", "Put away"), self._put_away, key="Esc", in_palette=False
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(PlainLabel(translate("Comparison", "New annotation"), "interface", bold=True))
        for widget in (self.quote, self.kind, self.text):
            self._column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(Button.of(save, "primary", size="small"))
        row.addStretch(1)
        row.addWidget(Button.of(cancel, "ghost", size="small"))
        self._column.addLayout(row)
        self._on_kind()

    @property
    def target(self) -> Target | None:
        """What the new thread is about."""
        if not self._targets:
            return None
        at = int(self.about.value()) if self.about is not None else 0
        return self._targets[at][0]

    def open_for(self, targets: Sequence[tuple[Target, str]]) -> None:
        """Begins a thread on one of `targets`, each with its words; what was typed before is kept."""
        self._targets = tuple(targets)
        if self.about is not None:
            self._column.removeWidget(self.about)
            self.about.deleteLater()
            self.about = None
        if len(self._targets) > 1:
            choices = [(str(n), about_name(target.about)) for n, (target, _) in enumerate(self._targets)]
            self.about = Segmented(choices, "0")
            self.about.setAccessibleName(translate("Comparison", "What the annotation is about"))
            self.about.changed.connect(self._on_about)
            self._column.insertWidget(1, self.about)
            QWidget.setTabOrder(self.about, self.kind)
        self._on_about()
        self.show()
        self.text.setFocus()

    def forget(self) -> None:
        """The thread was kept: empties and hides the form."""
        self.text.clear()
        self._targets = ()
        self.hide()

    def _on_about(self) -> None:
        target = self.target
        if target is None:
            return
        words = " ".join(self._words().split())
        shown = f"{words[:150]} …" if len(words) > _LONGEST_QUOTE else words
        self.quote.setText(f"«{shown}»")
        self.target_changed.emit(target)

    def _on_kind(self) -> None:
        """A suggested wording begins with the words that it replaces: what is kept is the new wording itself."""
        kind = self.kind.value()
        hint = {
            ThreadKind.SUGGESTION.value: translate(
                "Comparison", "The new wording itself; its reason as a reply"
            ),
            ThreadKind.QUESTION.value: translate("Comparison", "What do you ask about it?"),
            ThreadKind.OBJECTION.value: translate("Comparison", "What speaks against it?"),
        }.get(kind, translate("Comparison", "What do you want to say about it?"))
        self.text.setPlaceholderText(hint)
        words = self._words()
        if kind == ThreadKind.SUGGESTION.value and not self.text.toPlainText().strip():
            self.text.setPlainText(words)
        elif kind != ThreadKind.SUGGESTION.value and self.text.toPlainText() == words:
            self.text.clear()

    def _words(self) -> str:
        target = self.target
        return next((words for known, words in self._targets if known == target), "")

    def _put_away(self) -> None:
        self.hide()
        self.put_away.emit()

    def _save(self) -> None:
        if self.isVisible() and self.text.toPlainText().strip():
            self.written.emit(self.kind.value(), self.text.toPlainText())

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(PANEL_WIDTH, super().sizeHint().height())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().base)
        hairline(painter, QRectF(self.rect()))
        hairline(painter, QRectF(self.rect()), top=True)
