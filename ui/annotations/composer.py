"""The form for a new annotation: its target, kind and text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.result import Comparison
from desktop_app.instruments.vocabulary import ThreadKind
from desktop_app.unfinished import RecoveredDraft
from desktop_app.wording import translate
from ui.actions import make_action
from ui.annotations.kept_words import Annotation, annotation_key, read_annotation, words_after
from ui.annotations.mention_text import MentionText
from ui.annotations.targets import Target
from ui.annotations.thread_words import about_name, short_kind
from ui.guard import guarded
from ui.theme import theme
from ui.unfinished import Unfinished
from ui.widgets.button import Button
from ui.widgets.comparison_view.marks import side_text
from ui.widgets.kept_line import KeptLine
from ui.widgets.painting import hairline
from ui.widgets.plain import PlainLabel
from ui.widgets.segmented import Segmented
from ui.widgets.unsaved import mark_kept

PANEL_WIDTH: Final = 320
_LONGEST_QUOTE: Final = 160


class ThreadComposer(QWidget):
    """The form for a new thread: the quoted text, its kind, and the message. Ctrl+Enter saves it, Escape closes
    it."""

    written = Signal(str, str)
    #: The form was closed by Escape or its button.
    put_away = Signal()
    #: Another target was chosen, which the view shows.
    target_changed = Signal(object)
    #: An unsaved annotation was restored into the form.
    brought_back = Signal()

    def __init__(self, unfinished: Unfinished) -> None:
        super().__init__()
        self._unfinished = unfinished
        #: The compared pair: the title of the instrument, its id and the numbers of both revisions.
        self.pair: tuple[str, tuple[int, ...]] = ("", ())
        self._comparison: Comparison | None = None
        self.kept = KeptLine(unfinished)
        self._targets: tuple[tuple[Target, str], ...] = ()
        self.quote = PlainLabel("", "secondary", "text2", wrap=True)
        self.about: Segmented | None = None
        self.text = MentionText("", "interface")
        self.kind = Segmented([(kind.value, short_kind(kind)) for kind in ThreadKind], ThreadKind.NOTE.value)
        self.kind.setAccessibleName(translate("Comparison", "Kind of the annotation"))
        self.kind.changed.connect(self._on_kind)
        self.text.keep_height(96)
        self.text.setAccessibleName(translate("Comparison", "Text of the annotation"))
        save = make_action(
            self, translate("Comparison", "Save the annotation"), self._save, key="Ctrl+Return", writes=True
        )
        cancel = make_action(
            self, translate("Comparison", "Put away"), self._put_away, key="Esc", in_palette=False
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 12)
        self._column.setSpacing(8)
        self._column.addWidget(PlainLabel(translate("Comparison", "New annotation"), "interface", bold=True))
        for widget in (self.quote, self.kind, self.text, self.kept):
            self._column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(Button.of(save, "primary", size="small", writes=True))
        row.addStretch(1)
        row.addWidget(Button.of(cancel, "ghost", size="small"))
        self._column.addLayout(row)
        mark_kept(self.text)
        self.text.textChanged.connect(self._keep)
        unfinished.restored.connect(self._bring_back)
        unfinished.thrown_away.connect(self._on_thrown_away)
        self._on_kind()

    # Unsaved text

    def stand_on(self, title: str, pair: tuple[int, ...], comparison: Comparison | None) -> None:
        """Switches to another comparison. `pair` has the id of the instrument and the revision numbers; it is
        empty for files.

        The text typed for the previous pair stays stored, and the unsaved text of this pair is restored.
        """
        self._put_down()
        self.pair, self._comparison = (title, pair), comparison
        self.kept.follow(annotation_key(pair[0]) if pair else None)
        self._bring_back()

    def _keep(self) -> None:
        target, pair = self.target, self.pair[1]
        if target is None or not pair:
            return
        text = self.text.toPlainText()
        # Text inserted by the form itself is not stored.
        if not self.text.document().isModified() and self._unfinished.kept(annotation_key(pair[0])) is None:
            return
        number = pair[2] if target.side == "new" else pair[1]
        kind = ThreadKind(self.kind.value())
        annotation = Annotation(kind, text, number, target.start, target.end, target.about)
        written = annotation.written() if text.strip() else ""
        self._unfinished.keep(annotation_key(pair[0]), written, *self.pair)

    def _bring_back(self) -> None:
        """Opens the form with the unsaved annotation of this comparison, unless it contains text."""
        pair, comparison = self.pair[1], self._comparison
        if not pair or comparison is None or self.text.toPlainText().strip():
            return
        found = read_annotation(self._unfinished.text(annotation_key(pair[0])))
        target = found.target(pair[1], pair[2]) if found is not None else None
        if found is None or target is None:
            return
        words = side_text(comparison, target.side)[target.start : target.end]
        quiet = self.text.blockSignals(True)
        self.kind.choose(found.kind.value)
        self.text.setPlainText(found.text)
        self.text.blockSignals(quiet)
        self._show_for([(target, words)])
        self.brought_back.emit()

    def _on_thrown_away(self, texts: tuple[RecoveredDraft, ...]) -> None:
        pair = self.pair[1]
        if pair and any(kept.key == annotation_key(pair[0]) for kept in texts):
            self._put_down()

    @property
    def target(self) -> Target | None:
        """The target of the new thread."""
        if not self._targets:
            return None
        at = int(self.about.value()) if self.about is not None else 0
        return self._targets[at][0]

    def open_for(self, targets: Sequence[tuple[Target, str]]) -> None:
        """Starts a thread on one of `targets`, each with its text. Text typed before is kept."""
        self._show_for(targets)
        self._keep()
        self.text.setFocus()

    def _show_for(self, targets: Sequence[tuple[Target, str]]) -> None:
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

    def forget(self, sent: str) -> None:
        """Clears and hides the form after the thread with the text `sent` was saved.

        Words typed since stay in the form.
        """
        left = words_after(self.text.toPlainText(), sent)
        if left.strip():
            self.text.setPlainText(left)
            self._keep()
            return
        if self.pair[1]:
            self._unfinished.drop(annotation_key(self.pair[1][0]))
        self._put_down()

    def _put_down(self) -> None:
        self._targets = ()
        self.text.clear()
        self.hide()

    def _on_about(self) -> None:
        target = self.target
        if target is None:
            return
        words = " ".join(self._words().split())
        shown = f"{words[:150]} …" if len(words) > _LONGEST_QUOTE else words
        self.quote.setText(f"«{shown}»")
        self._keep()
        self.target_changed.emit(target)

    def _on_kind(self) -> None:
        """Fills a suggestion with the text to be replaced, because the suggestion is the new wording itself."""
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
        if self.isVisible() and self.text.toPlainText().strip() and self.text.is_ready():
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
