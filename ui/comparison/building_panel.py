"""The panel of the next revision: changes from the older revision, suggested wordings, preview and saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.comparison.labelling import stale_sentence
from desktop_app.comparison.standing import wrong_counts_sentence
from desktop_app.instruments.drafting.composing import CompositionPreview
from desktop_app.wording import fill, translate
from desktop_app.wording.errors import rule_sentence
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.comparison.building_boxes import SuggestionBox, TakenBox
from ui.comparison.building_state import BuildingState
from ui.guard import guarded
from ui.signals import ID
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, PlainText
from ui.widgets.side_panel import paint_ground

PANEL_WIDTH: int = 320
#: Further boxes are only counted.
MOST_BOXES: int = 60
MOST_REFERENCES: int = 12


class BuildingPanel(QWidget):
    """Displays the state and emits the user's actions. It makes no decisions."""

    change_chosen = Signal(int)
    #: A change should be taken from the newer side again: its key.
    put_back_wanted = Signal(object)
    thread_toggled = Signal(ID)
    #: The page with words, numbers and references is wanted.
    words_wanted = Signal()
    #: The side to compare the preview with.
    preview_wanted = Signal(str)
    #: The form for saving is requested; the summary was confirmed.
    summary_wanted = Signal()
    save_wanted = Signal(str)
    drop_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(PANEL_WIDTH)
        self.changes: list[TakenBox] = []
        self.suggestions: list[SuggestionBox] = []
        self.references_button: Button | None = None
        self.form = SaveForm()
        self.form.confirmed.connect(self.save_wanted)
        self._title = PlainLabel("", "secondary", bold=True)
        self._kept = PlainLabel("", "header", "text2", elide=True)
        self.trouble = PlainLabel("", "secondary", "warn", wrap=True)
        self.preview_button = Button(translate("Comparison", "Preview"), icon="ph.eye", size="small")
        self.save_button = Button(translate("Comparison", "Save…"), "primary", size="small", writes=True)
        self.drop_button = Button(translate("Comparison", "Put aside"), "ghost", size="small")
        # While the form is open, only its own button saves.
        self.form.opened.connect(lambda opened: self.save_button.setVisible(not opened))
        self.preview_button.clicked.connect(lambda _checked=False: self.preview_wanted.emit("new"))
        self.save_button.clicked.connect(lambda _checked=False: self.summary_wanted.emit())
        self.drop_button.clicked.connect(lambda _checked=False: self.drop_wanted.emit())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        make_action(self, translate("Comparison", "Put away"), self._on_escape, key="Esc", in_palette=False)

    def show_state(self, state: BuildingState) -> None:
        """Shows the choices, and hides the message about the last preview."""
        words = translate("Comparison", "{revision}, being built")
        self._title.setText(fill(words, revision=revision_name(state.number)))
        self._kept.setText(state.kept or translate("Comparison", "Nothing chosen yet"))
        self.trouble.hide()
        self.form.put_away()
        self.form.name(revision_name(state.number))
        self.save_button.setEnabled(not state.empty)
        self.preview_button.setEnabled(not state.empty)
        self.drop_button.setVisible(bool(state.kept))
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(6)
        self._add_changes(column, state)
        self._add_suggestions(column, state)
        self._add_references(column, state)
        column.addStretch(1)
        at = self._area.verticalScrollBar().value()
        self._area.setWidget(page)
        self._area.verticalScrollBar().setValue(at)

    def show_trouble(self, preview: CompositionPreview) -> None:
        """Shows what prevents saving, or should be checked before it."""
        words = trouble_words(preview) or warning_words(preview)
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        for box in self.suggestions:
            box.show_place(box.thread_id not in {*preview.without_place, *preview.settled})

    def open_form(self, preview: CompositionPreview) -> None:
        """Opens the form with the proposed summary, unless something prevents saving."""
        self.show_trouble(preview)
        if not trouble_words(preview):
            self.form.open_with(preview.summary)

    def set_busy(self, busy: bool) -> None:
        """Disables the panel while the revision is being saved."""
        self.setEnabled(not busy)
        if not busy:
            self.form.put_away()

    def _add_changes(self, column: QVBoxLayout, state: BuildingState) -> None:
        head = translate("Comparison", "From {revision}: {n}")
        column.addWidget(_head(fill(head, revision=state.old_name, n=len(state.changes))))
        self.changes = [
            TakenBox(one, self._emitting(self.put_back_wanted, one.key), self.change_chosen)
            for one in state.changes[:MOST_BOXES]
        ]
        for box in self.changes:
            column.addWidget(box)
        if not state.changes:
            words = translate(
                "Comparison",
                "Every change is taken from {new}. Ctrl+→ takes the current one from {old}, Ctrl+← gives it back.",
            )
            column.addWidget(_quiet(fill(words, new=state.new_name, old=state.old_name)))
        _count_rest(column, state.changes)

    def _add_suggestions(self, column: QVBoxLayout, state: BuildingState) -> None:
        column.addSpacing(8)
        column.addWidget(_head(translate("Comparison", "Suggested wordings")))
        self.suggestions = [
            SuggestionBox(one, self._emitting(self.thread_toggled, one.thread))
            for one in state.suggestions[:MOST_BOXES]
        ]
        for box in self.suggestions:
            column.addWidget(box)
        if not state.suggestions:
            column.addWidget(_quiet(translate("Comparison", "No open annotation suggests another wording.")))
        _count_rest(column, state.suggestions)

    def _add_references(self, column: QVBoxLayout, state: BuildingState) -> None:
        """Adds the button of the page with words, numbers and references, and the stale references."""
        column.addSpacing(8)
        column.addWidget(_head(translate("Comparison", "Words, numbers and references")))
        if state.put_right:
            column.addWidget(_quiet(translate("Comparison", "Numbers and references are put right.")))
        elif state.references:
            head = fill(translate("Comparison", "Stale references: {n}"), n=len(state.references))
            column.addWidget(_quiet(head))
            for reference in state.references[:MOST_REFERENCES]:
                column.addWidget(_quiet(stale_sentence(reference)))
            if len(state.references) > MOST_REFERENCES:
                more = len(state.references) - MOST_REFERENCES
                column.addWidget(_quiet(fill(translate("Comparison", "and {n} more"), n=more)))
        for words in state.partly:
            column.addWidget(_quiet(words))
        words = translate("Comparison", "Decide word by word")
        button = Button(words, size="small", icon="ph.pencil-line", key="W")
        button.clicked.connect(lambda _checked=False: self.words_wanted.emit())
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        self.references_button = button

    def _emitting(self, signal: object, value: object) -> Callable[[], None]:
        return lambda: signal.emit(value)  # type: ignore[attr-defined]

    def _on_escape(self) -> None:
        if self.form.isVisible():
            self.form.put_away()
        else:
            self.closed.emit()

    def _lay_out(self) -> None:
        close = IconButton(
            "ph.x", translate("Comparison", "Leave building; the choices are kept"), icon_side=14
        )
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        set_margins(head, 16, 4, 8, 0)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        kept = QHBoxLayout()
        set_margins(kept, 16, 0, 16, 8)
        kept.addWidget(self._kept)
        note = QHBoxLayout()
        set_margins(note, 16, 6, 16, 0)
        note.addWidget(self.trouble)
        moves = QHBoxLayout()
        set_margins(moves, 8, 6, 8, 6)
        moves.setSpacing(0)
        for button in (self.save_button, self.preview_button):
            moves.addWidget(button)
        moves.addStretch(1)
        moves.addWidget(self.drop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(kept)
        column.addWidget(self._area, 1)
        column.addLayout(note)
        column.addWidget(self.form)
        column.addLayout(moves)
        self.trouble.hide()
        self.form.hide()

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        paint_ground(self)


class SaveForm(QWidget):
    """The form for the summary of a revision, confirmed with Ctrl+Enter."""

    confirmed = Signal(str)
    #: Whether the form was opened or closed.
    opened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._revision = ""
        self.text = PlainText("", "interface", editable=True)
        self.text.keep_height(112)
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName(translate("Comparison", "Summary of the revision"))
        self._save = make_action(
            self, translate("Comparison", "Save the revision"), self._confirm, key="Ctrl+Return", writes=True
        )
        row = QHBoxLayout()
        self.button = Button.of(self._save, "primary", size="small", writes=True)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 4)
        column.setSpacing(6)
        column.addWidget(
            PlainLabel(translate("Comparison", "Summary of the revision"), "secondary", bold=True)
        )
        column.addWidget(self.text)
        column.addWidget(
            PlainLabel(translate("Comparison", "A saved revision can't be changed."), "header", "text2")
        )
        column.addLayout(row)

    def name(self, revision: str) -> None:
        """Sets the name of the revision to save. If it changes, the typed summary is cleared."""
        if revision != self._revision:
            self._revision = revision
            self.forget()
        self._save.setText(fill(translate("Comparison", "Save as {revision}"), revision=revision))

    def open_with(self, summary: str) -> None:
        """Shows and focuses the form. A summary that the user has begun to type is kept."""
        if not self.text.document().isModified():
            self.text.setPlainText(summary)
        self.show()
        self.opened.emit(True)
        self.text.setFocus()

    def put_away(self) -> None:
        """Hides the form. An unmodified summary is proposed again the next time."""
        self.hide()
        self.opened.emit(False)

    def forget(self) -> None:
        """Clears the summary, after saving or for another revision."""
        self.text.setPlainText("")

    def _confirm(self) -> None:
        if self.isVisible():
            self.confirmed.emit(self.text.toPlainText())

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().base)
        hairline(painter, QRectF(self.rect()), top=True)


def trouble_words(preview: CompositionPreview) -> str:
    """Returns what prevents saving, as one sentence, or an empty string."""
    if preview.settled:
        return translate(
            "Comparison", "A colleague settled a suggestion that is taken; take it back, then save."
        )
    if preview.lost or preview.without_place:
        return rule_sentence("choice_without_a_place")
    return ""


def warning_words(preview: CompositionPreview) -> str:
    """Returns what should be checked before saving, in lines, or an empty string."""
    bare = ""
    if preview.unnumbered:
        names = translate("Comparison", ", ").join(preview.unnumbered[:4])
        bare = fill(
            translate("Comparison", "A note without a number stands beside another: {names}"), names=names
        )
    warnings = (doubled_words(preview), bare, wrong_counts_sentence(preview.wrong_counts))
    return "\n".join(filter(None, warnings))


def doubled_words(preview: CompositionPreview) -> str:
    """Returns the warning about duplicate provision numbers, or an empty string."""
    if not preview.doubled:
        return ""
    names = translate("Comparison", ", ").join(preview.doubled[:4])
    return fill(translate("Comparison", "Two provisions bear the same number now: {names}"), names=names)


def _head(words: str) -> PlainLabel:
    return PlainLabel(words, "header", "text2", bold=True)


def _quiet(words: str) -> PlainLabel:
    return PlainLabel(words, "secondary", "text2", wrap=True)


def _count_rest(column: QVBoxLayout, items: Sequence[object]) -> None:
    if len(items) > MOST_BOXES:
        column.addWidget(_quiet(fill(translate("Comparison", "and {n} more"), n=len(items) - MOST_BOXES)))
