"""The details of one instrument: status, window, available actions, revisions, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.service import InstrumentDetail, InstrumentRow
from desktop_app.instruments.vocabulary import InstrumentStatus
from desktop_app.persian.digits import isolated
from desktop_app.wording import digits, fill, translate
from desktop_app.wording.labels import label, revision_name
from ui.actions import key_of, tip
from ui.guard import guarded
from ui.instruments.history_words import time_line
from ui.instruments.life_panel import LifePanel
from ui.instruments.revision_list import RevisionList
from ui.instruments.words import move_name, why_no_revision, window_days, window_of
from ui.signals import ID
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip, StateLabel
from ui.widgets.deadline import DeadlineLabel, DeadlineMark, pressure_of
from ui.widgets.menu_below import popup_below
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, set_tip
from ui.widgets.presence_line import PresenceLine
from ui.widgets.time_line import TimeLine

DETAILS_WIDTH = 432
_MARGIN = 16


class InstrumentDetails(QWidget):
    """Shows the details and emits signals for the user's requests; it changes nothing itself."""

    read_wanted = Signal(ID)
    #: Emitted with the numbers of the older and the newer revision.
    compare_wanted = Signal(ID, ID)
    move_wanted = Signal(object)
    comments_wanted = Signal()
    #: Emitted with a publication step.
    step_wanted = Signal(object)
    report_wanted = Signal()
    package_wanted = Signal()
    invite_wanted = Signal()
    notice_wanted = Signal()
    #: Emitted with the rule of a condition of the gate, whose missing things the user asks for.
    missing_wanted = Signal(str)
    #: The user asks for the page of the gate.
    gate_wanted = Signal()
    #: Emitted with whether the rejection of a comment should require a second reader.
    second_reader_wanted = Signal(bool)

    def __init__(self, bring_in: QAction, compare: QAction, comments: QAction, tell: QAction) -> None:
        super().__init__()
        self.detail: InstrumentDetail | None = None
        self.title = PlainLabel("", "heading", bold=True, wrap=True)
        self.state = StateLabel("drafting")
        self.kind = Chip("", "slate")
        self.facts = PlainLabel("", "secondary", "text2", wrap=True)
        self.rule = PlainLabel("", "secondary", "text2", wrap=True)
        self.window_label = PlainLabel("", "secondary", "text2")
        self.window_mark = DeadlineLabel(DeadlineMark("", "none"))
        self.bring_in = _button(bring_in, "ph.file-arrow-down")
        self.compare = _button(compare, "ph.columns")
        self.move_button = Button("", icon="ph.scales")
        self.objections_button = Button("", "link", size="small", icon="ph.prohibit")
        self.word_button = IconButton("ph.file-text", translate("Word", "Word and lists of annotations"))
        self.comments_button = Button("", "link", size="small")
        self.comments_in = _button(comments, "ph.download-simple", Button("", "link", size="small"))
        self.tell_button = _button(tell, "ph.paper-plane-tilt", Button("", "link", size="small"))
        self.revisions = RevisionList()
        self.history = TimeLine()
        self.hint = PlainLabel("", "header", "text2", wrap=True)
        self.second_reader = QCheckBox(
            translate("Instruments", "Rejections of comments need a second reader")
        )
        self.second_reader.clicked.connect(self.second_reader_wanted)
        self.read_twice = PlainLabel(
            translate("Instruments", "A rejection counts only when a second reviewer has confirmed it."),
            "secondary",
            "text2",
            wrap=True,
        )
        self.presence = PresenceLine()
        self.life = LifePanel()
        self.life.step_wanted.connect(self.step_wanted)
        self.life.report_wanted.connect(self.report_wanted)
        self.life.package_wanted.connect(self.package_wanted)
        self.life.invite_wanted.connect(self.invite_wanted)
        self.life.notice_wanted.connect(self.notice_wanted)
        self.life.missing_wanted.connect(self.missing_wanted)
        self.life.gate_wanted.connect(self.gate_wanted)
        self._revisions_head = PlainLabel("", "interface", bold=True)
        self._moves: tuple[InstrumentStatus, ...] = ()
        self.move_button.clicked.connect(self._on_move)
        self.comments_button.clicked.connect(self.comments_wanted)
        self.objections_button.clicked.connect(lambda: self.missing_wanted.emit("objections_are_closed"))
        self.revisions.read_wanted.connect(self.read_wanted)
        self.revisions.compare_wanted.connect(self.compare_wanted)
        self._lay_out()

    def show_detail(self, detail: InstrumentDetail, today: date) -> None:
        """Shows an instrument; `today` is the day in Tehran."""
        self.detail = detail
        row = detail.row
        self.title.setText(row.title)
        self.state.show_state(row.status.value, label("instrument_status", row.status.value))
        self.kind.show_text(label("instrument_kind", row.kind.value), "slate")
        self.facts.setText(_facts(row))
        self.rule.setText(label("track_rule", row.track.value))
        self._show_window(row, today)
        self._show_moves(detail)
        self.life.show_detail(detail)
        self.second_reader.setChecked(detail.second_reader)
        self.second_reader.setVisible(detail.may_settle_second_reader)
        self.read_twice.setVisible(detail.second_reader and not detail.may_settle_second_reader)
        self.hint.setText("" if detail.may_add_revision else why_no_revision(row))
        self.hint.setVisible(not detail.may_add_revision)
        self._revisions_head.setText(
            fill(translate("Instruments", "Revisions: {n}"), n=len(detail.revisions))
            if detail.revisions
            else translate("Instruments", "No text yet")
        )
        self.revisions.show_revisions(detail.revisions)
        words = translate("Instruments", "{n} open objections block “ready”")
        self.objections_button.setText(fill(words, n=row.blocking))
        self.objections_button.setVisible(row.blocking > 0)
        self.objections_button.updateGeometry()
        words = fill(translate("Instruments", "{n} public comments"), n=row.comments)
        self.comments_button.setText(words)
        self.comments_button.setVisible(row.comments > 0)
        self.comments_button.updateGeometry()
        self.history.show_events(time_line(detail.history, today.year))

    def pairs(self) -> list[tuple[int, int]]:
        """Returns the pairs (older, newer) of revisions that can be compared, newest first."""
        numbers = [row.number for row in self.detail.revisions] if self.detail is not None else []
        return [(old, new) for new in reversed(numbers) for old in reversed(numbers) if old < new]

    def compare_menu(self) -> QMenu:
        """Returns a menu of the pairs that can be compared."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for old, new in self.pairs()[:20]:
            words = fill(
                translate("Instruments", "{old} with {new}"), old=revision_name(old), new=revision_name(new)
            )
            menu.addAction(words, self._comparer(old, new))
        return menu

    def open_compare(self) -> None:
        """Compares the only pair, or opens a menu of pairs."""
        pairs = self.pairs()
        if len(pairs) == 1:
            self.compare_wanted.emit(*pairs[0])
        elif pairs:
            menu, button = self.compare_menu(), self.compare
            popup_below(menu, button)

    def _comparer(self, old: int, new: int) -> Callable[[], None]:
        return lambda: self.compare_wanted.emit(old, new)

    def _show_window(self, row: InstrumentRow, today: date) -> None:
        window = window_of(row, today)
        self.window_label.setVisible(window is not None)
        self.window_mark.setVisible(window is not None and not window.over)
        if window is None:
            return
        words = translate("Instruments", "Open to the public: {days}")
        self.window_label.setText(fill(words, days=window_days(row)))
        pressure = pressure_of(window.used, late=False, standing=False)
        self.window_mark.show_mark(DeadlineMark(window.words, pressure, window.used))

    def _show_moves(self, detail: InstrumentDetail) -> None:
        self._moves = tuple(sorted(detail.allowed, key=lambda status: status.value))
        self.move_button.setVisible(bool(self._moves))
        if self._moves:
            to = self._moves[0]
            self.move_button.setText(move_name(to))
            self.move_button.set_icon_name(
                "ph.scales" if to is InstrumentStatus.LEGAL_REVIEW else "ph.arrow-u-up-left"
            )

    def _on_move(self) -> None:
        if self._moves:
            self.move_wanted.emit(self._moves[0])

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_MARGIN - 4, 8, _MARGIN - 4, 4)
        buttons.setSpacing(0)
        for button in (self.bring_in, self.compare, self.move_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.word_button)
        chips = QHBoxLayout()
        chips.setSpacing(12)
        for chip in (self.kind, self.state):
            chips.addWidget(chip)
        chips.addStretch(1)
        window = QHBoxLayout()
        window.addWidget(self.window_label, 1)
        window.addWidget(self.window_mark)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 4, _MARGIN, 12)
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addLayout(chips)
        head.addWidget(self.objections_button, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self.facts, self.rule, self.second_reader, self.read_twice):
            head.addWidget(widget)
        head.addLayout(window)
        head.addWidget(self.life)
        head.addWidget(self.hint)
        head.addWidget(self.presence)
        column = QVBoxLayout(self)
        set_margins(column, 1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(buttons)
        column.addWidget(self._scrolled(head), 1)

    def _scrolled(self, head: QVBoxLayout) -> QScrollArea:
        """Returns all of the details; in a small window, what the gate misses would be cut otherwise."""
        body = _Body()
        inner = QVBoxLayout(body)
        inner.setContentsMargins(_MARGIN, 12, _MARGIN, 16)
        inner.setSpacing(8)
        row = QHBoxLayout()
        row.addWidget(self._revisions_head)
        row.addStretch(1)
        row.addWidget(self.comments_button)
        row.addWidget(self.comments_in)
        row.addWidget(self.tell_button)
        inner.addLayout(row)
        inner.addWidget(self.revisions)
        inner.addSpacing(8)
        inner.addWidget(PlainLabel(translate("Instruments", "History"), "interface", bold=True))
        inner.addWidget(self.history)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = _Ground()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(body, 1)
        area.setWidget(whole)
        return area

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        edge = self.width() - 1 if self.isRightToLeft() else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)


class _Ground(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)


class _Body(QWidget):
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        hairline(QPainter(self), QRectF(self.rect()), top=True)


def _facts(row: InstrumentRow) -> str:
    parts: Sequence[str] = (
        fill(translate("Instruments", "code {code}"), code=isolated(digits(row.code))),
        row.unit_name,
        fill(translate("Instruments", "written by {name}"), name=row.author_name) if row.author_name else "",
    )
    return translate("Instruments", " · ").join(part for part in parts if part)


def _button(action: QAction, icon: str, button: Button | None = None) -> Button:
    made = button or Button("")
    made.setText(action.text())
    made.set_icon_name(icon)
    set_tip(made, tip(action.text(), key_of(action)))
    made.clicked.connect(action.trigger)

    def follow() -> None:
        made.setEnabled(action.isEnabled())
        made.setVisible(action.isVisible())

    action.changed.connect(follow)
    made.setEnabled(action.isEnabled())
    if not action.isVisible():
        # The caller shows it after adding it to a layout: without a parent it would open as a separate window.
        made.hide()
    return made
