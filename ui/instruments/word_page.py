"""What a file of Word would bring: counts, a list in which each row can be left out, then one act."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from desktop_app.instruments.annotations.word_rows import IncomingKind, IncomingPlan, first_choice
from desktop_app.persian.text import shown_name
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.guard import guarded
from ui.importing.plan_page import rows_table
from ui.instruments.word_model import IncomingModel, place_words, text_words
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.choice import CodeComboBox
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, PlainText

#: What the tracked changes become.
SUGGESTIONS: Final = "suggestions"
REVISION: Final = "revision"
LEFT: Final = "left"
_WIDTHS: Final = (150, 190, 220)
_TEXT_HEIGHT: Final = 96


class WordImportPage(QWidget):
    """Ctrl+Enter takes in the marked rows, Space marks one, Escape puts the file away."""

    #: Emitted with the keys of the marked rows, and whether the changes become the next revision.
    take_in_wanted = Signal(object, bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: IncomingPlan | None = None
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.file = PlainLabel("", "secondary", "text2", elide=True)
        self.counts = PlainLabel("", "secondary", "text2", wrap=True)
        self.warning = PlainLabel("", "secondary", "warn", wrap=True)
        self.changes = CodeComboBox(translate("Word", "Tracked changes become"))
        self.changes_label = PlainLabel(translate("Word", "Tracked changes become"), "secondary", "text2")
        self.model = IncomingModel(self)
        self.table = _table(self.model, self._turn)
        self.whole = PlainText()
        self.whole.setReadOnly(True)
        self.whole.setAccessibleName(translate("Word", "Text"))
        self.place = PlainLabel("", "secondary", "warn", wrap=True)
        self.chosen = PlainLabel("", "secondary", "text2")
        self.take_action = make_action(
            self, translate("Word", "Take in"), self._take, key="Ctrl+Return", writes=True
        )
        everything = make_action(
            self, translate("Word", "Mark all"), lambda: self._mark(wanted=True), key="Ctrl+Shift+A"
        )
        nothing = make_action(
            self, translate("Word", "Mark none"), lambda: self._mark(wanted=False), key="Ctrl+Shift+N"
        )
        away = make_action(self, translate("Instruments", "Put away"), self.closed.emit, key="Esc")
        self.take_button = Button.of(self.take_action, "primary", writes=True)
        self.all_button, self.none_button = Button.of(everything), Button.of(nothing)
        self.away_button = Button.of(away, "ghost")
        self.model.chosen_changed.connect(self._tell)
        self.changes.currentIndexChanged.connect(lambda _at: self._show_rows())
        self.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_current())
        self._lay_out()

    def show_plan(self, plan: IncomingPlan, title: str, *, may_add_revision: bool) -> None:
        """Shows what a file brings for the draft `title`."""
        self.plan = plan
        words = translate("Word", "From Word for revision {n} of “{title}”")
        self.title.setText(fill(words, n=plan.number, title=title))
        self.file.setText(shown_name(plan.name))
        self.counts.setText(counts_words(plan))
        self.warning.setText(_warning(plan))
        self.warning.setVisible(bool(self.warning.text()))
        choices = [
            (SUGGESTIONS, translate("Word", "Suggested wordings")),
            (LEFT, translate("Word", "Nothing: they are left out")),
        ]
        if may_add_revision:
            choices.insert(1, (REVISION, translate("Word", "The next revision")))
        self.changes.offer(choices, SUGGESTIONS)
        for widget in (self.changes, self.changes_label):
            widget.setVisible(plan.changes > 0)
        self._show_rows()

    def go_to(self, at: int) -> None:
        """Makes a row the current one."""
        # `selectRow` selects nothing in a table that was never shown.
        one = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(self.model.index(at, 0), one.ClearAndSelect | one.Rows)

    def show_busy(self, busy: bool) -> None:
        """Disables the act while it runs."""
        self.take_action.setEnabled(not busy)

    def forget(self) -> None:
        """Clears the page."""
        self.plan = None
        self.model.show_rows((), ())

    def _show_rows(self) -> None:
        if self.plan is None:
            return
        suggested = self.changes.code() == SUGGESTIONS
        rows = [row for row in self.plan.rows if suggested or row.kind is not IncomingKind.SUGGESTION]
        chosen = first_choice(self.plan)
        self.model.show_rows(rows, [row.key for row in rows if row.key in chosen])
        if rows:
            self.go_to(0)
        self._show_current()

    def _show_current(self) -> None:
        at = self.table.currentIndex().row()
        row = self.model.rows[at] if 0 <= at < len(self.model.rows) else None
        self.whole.setVisible(row is not None)
        self.whole.show_stored("" if row is None else f"«{row.quote}»\n{text_words(row)}")
        self.place.setText("" if row is None else place_words(row))
        self.place.setVisible(bool(self.place.text()))

    def _mark(self, *, wanted: bool) -> None:
        self.model.choose(range(len(self.model.rows)), wanted=wanted)

    def _turn(self) -> None:
        """Turns the mark of the current row."""
        at = self.table.currentIndex().row()
        if 0 <= at < len(self.model.rows):
            self.model.choose([at], wanted=self.model.rows[at].key not in self.model.chosen)

    def _tell(self) -> None:
        words = translate("Word", "{n} of {all} marked")
        self.chosen.setText(fill(words, n=len(self.model.chosen), all=len(self.model.rows)))
        revision = self.changes.code() == REVISION and self.plan is not None and self.plan.changes > 0
        self.take_action.setEnabled(bool(self.model.chosen) or revision)

    def _take(self) -> None:
        if self.plan is not None and self.take_action.isEnabled():
            self.take_in_wanted.emit(
                frozenset(self.model.chosen), self.plan.changes > 0 and self.changes.code() == REVISION
            )

    def _lay_out(self) -> None:
        head = _Head()
        upper = QHBoxLayout()
        upper.setSpacing(12)
        upper.addWidget(self.title, 2)
        upper.addWidget(self.file, 1)
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self.changes_label)
        lower.addSpacing(8)
        lower.addWidget(self.changes, 1)
        lower.addStretch(1)
        lower.addWidget(self.away_button)
        lower.addWidget(self.take_button)
        inner = QVBoxLayout(head)
        set_margins(inner, 16, 12, 12, 8)
        inner.setSpacing(8)
        inner.addLayout(upper)
        for label in (self.counts, self.warning):
            inner.addWidget(label)
        inner.addLayout(lower)
        foot = QHBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self.all_button)
        foot.addWidget(self.none_button)
        foot.addSpacing(12)
        foot.addWidget(self.chosen, 1)
        body = QVBoxLayout()
        body.setContentsMargins(16, 8, 16, 8)
        body.setSpacing(8)
        body.addWidget(self.table, 1)
        self.whole.setFixedHeight(_TEXT_HEIGHT)
        body.addWidget(self.whole)
        body.addWidget(self.place)
        body.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(body, 1)


def counts_words(plan: IncomingPlan) -> str:
    """Returns how many of each kind a file brings, and how many are there already."""
    if not plan.rows:
        said = translate("Word", "Nothing new: {n} comments and changes of the file are there already.")
        return fill(said, n=plan.already_present)
    kinds = [row.kind for row in plan.rows]
    return fill(
        translate(
            "Word",
            "{threads} annotations, {replies} replies, {suggestions} suggested wordings, {resolved} to be closed;"
            " {present} are there already.",
        ),
        threads=kinds.count(IncomingKind.THREAD),
        replies=kinds.count(IncomingKind.REPLY),
        suggestions=kinds.count(IncomingKind.SUGGESTION),
        resolved=kinds.count(IncomingKind.RESOLUTION),
        present=plan.already_present,
    )


def _warning(plan: IncomingPlan) -> str:
    if plan.exact:
        return ""
    return translate(
        "Word",
        "The text of the file differs from every revision, also without its tracked changes. Each place was looked"
        " for; check it.",
    )


class _Table(QTableView):
    """Space turns the mark of the current row, in whichever column it is."""

    def __init__(self, turn: Callable[[], None]) -> None:
        super().__init__()
        self._turn = turn

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._turn()
            return
        super().keyPressEvent(event)


def _table(model: IncomingModel, turn: Callable[[], None]) -> QTableView:
    table = rows_table(model, _Table(turn))
    table.setAccessibleName(translate("Word", "Comments and changes of the file"))
    table.setFocusPolicy(Qt.FocusPolicy.WheelFocus)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.horizontalHeader().setStretchLastSection(True)
    for column, width in enumerate(_WIDTHS):
        table.setColumnWidth(column, width)
    return table


class _Head(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()))
