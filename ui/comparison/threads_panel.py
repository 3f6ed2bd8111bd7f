"""The list of annotations: threads with their replies, the tray of those that lost their place, and a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from desktop_app.instruments.vocabulary import Placement, ThreadKind, ThreadOutcome, ThreadStatus
from desktop_app.persian.dates import day_and_month, tehran_day
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.sources import PlacedThread, revision_name
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.comparison_view.cards import KIND_COLOURS, kind_name
from ui.widgets.painting import fill_rounded, hairline, set_margins
from ui.widgets.plain import LinkLabel, PlainLabel, PlainText
from ui.widgets.segmented import Segmented

PANEL_WIDTH: int = 320
_LONGEST_QUOTE = 160


class ThreadsPanel(QWidget):
    """Threads of both revisions. It decides nothing: it tells what the person wants."""

    thread_chosen = Signal(int)
    reply_written = Signal(int, str)
    resolve_wanted = Signal(int, str)
    reopen_wanted = Signal(int)
    #: An orphan is to be put on the selection; a place among the candidates was chosen.
    attach_wanted = Signal(int)
    candidate_chosen = Signal(int, int, int)
    #: A new thread: its kind and its words.
    annotation_written = Signal(str, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(PANEL_WIDTH)
        self.threads: tuple[PlacedThread, ...] = ()
        self.active: int | None = None
        self.boxes: dict[int, ThreadBox] = {}
        self._drafts: dict[int, str] = {}
        self.composer = Composer()
        self.composer.written.connect(self.annotation_written)
        self._title = PlainLabel("", "secondary", bold=True)
        close = IconButton("ph.x", translate("Comparison", "Close the list of annotations"), icon_side=14)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        set_margins(head, 16, 4, 8, 4)
        head.addWidget(self._title, 1)
        head.addWidget(close)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.composer)
        column.addWidget(self._area, 1)
        self.composer.hide()
        self.show_threads((), None)

    def show_threads(self, threads: Sequence[PlacedThread], active: int | None) -> None:
        """Shows threads: open ones in the order of the text, those without a place, settled ones."""
        self._keep_drafts()
        self.threads, self.active = tuple(threads), active
        open_ones = [t for t in threads if t.row.status is ThreadStatus.OPEN]
        placed = [t for t in open_ones if not _homeless(t)]
        tray = [t for t in open_ones if _homeless(t)]
        settled = [t for t in threads if t.row.status is ThreadStatus.RESOLVED]
        self._title.setText(fill(translate("Comparison", "Annotations: {n} open"), n=len(open_ones)))
        self.boxes = {}
        page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        page.setAutoFillBackground(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 12)
        column.setSpacing(8)
        if not threads:
            column.addWidget(_quiet(translate("Comparison", "No annotations yet. Select words and press N.")))
        self._add(column, placed)
        if tray:
            column.addWidget(
                PlainLabel(translate("Comparison", "Without a place"), "header", "warn", bold=True)
            )
            self._add(column, tray)
        if settled:
            column.addWidget(PlainLabel(translate("Comparison", "Closed ones"), "header", "text2", bold=True))
            self._add(column, settled)
        column.addStretch(1)
        self._area.setWidget(page)
        if active in self.boxes:
            self._area.ensureWidgetVisible(self.boxes[active])

    def choose(self, thread: int) -> None:
        """Opens a thread in the list."""
        self.show_threads(self.threads, thread)
        box = self.boxes.get(thread)
        if box is not None and box.reply is not None:
            box.reply.setFocus()

    def forget_draft(self, thread: int) -> None:
        """The reply was kept: its field may be empty again."""
        box = self.boxes.get(thread)
        if box is not None and box.reply is not None:
            box.reply.clear()
        self._drafts.pop(thread, None)

    def _keep_drafts(self) -> None:
        for number, box in self.boxes.items():
            if box.reply is not None and box.reply.toPlainText():
                self._drafts[number] = box.reply.toPlainText()

    def _add(self, column: QVBoxLayout, threads: Sequence[PlacedThread]) -> None:
        for thread in threads:
            opened = thread.row.id == self.active
            box = ThreadBox(thread, self, opened=opened, draft=self._drafts.get(thread.row.id, ""))
            self.boxes[thread.row.id] = box
            column.addWidget(box)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        edge = self.width() - 1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        painter.fillRect(QRectF(edge, 0, 1, self.height()), theme().line)


class ThreadBox(QWidget):
    """One thread; opened, with its messages and what can be done with it."""

    def __init__(self, thread: PlacedThread, panel: ThreadsPanel, *, opened: bool, draft: str) -> None:
        super().__init__()
        self._thread, self._panel, self._opened = thread, panel, opened
        self.reply: PlainText | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        quote = " ".join(thread.row.quote.split())
        short = quote if len(quote) <= _LONGEST_QUOTE else f"{quote[:_LONGEST_QUOTE]} …"
        row = thread.row
        column.addWidget(LinkLabel(f"«{short}»", lambda: panel.thread_chosen.emit(row.id), "secondary"))
        column.itemAt(column.count() - 1).widget().setWordWrap(True)  # type: ignore[union-attr]
        for note in _place_notes(thread):
            column.addWidget(PlainLabel(note, "header", "warn", wrap=True))
        shown = row.messages if opened else row.messages[:1]
        for number, message in enumerate(shown):
            if number:
                who = f"{message.author_name} · {day_and_month(tehran_day(message.at))}"
                column.addWidget(PlainLabel(who, "header", "text2", bold=True))
            column.addWidget(PlainLabel(message.text, "secondary", wrap=True))
        if not opened and len(row.messages) > 1:
            replies = fill(translate("Comparison", "{n} replies"), n=len(row.messages) - 1)
            column.addWidget(LinkLabel(replies, lambda: panel.thread_chosen.emit(row.id), "header"))
        if opened:
            self._add_moves(column, draft)

    def _head(self) -> QHBoxLayout:
        row = self._thread.row
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Chip(kind_name(row.kind.value), KIND_COLOURS[row.kind.value]))
        head.addWidget(PlainLabel(row.author_name, "secondary", bold=True))
        head.addWidget(PlainLabel(day_and_month(tehran_day(row.created_at)), "header", "text2"))
        head.addStretch(1)
        return head

    def _add_moves(self, column: QVBoxLayout, draft: str) -> None:
        row, panel = self._thread.row, self._panel
        if row.status is ThreadStatus.RESOLVED:
            settled = _outcome_sentence(row.outcome)
            column.addWidget(PlainLabel(settled, "header", "ok"))
            column.addWidget(
                _button(translate("Comparison", "Reopen"), lambda: panel.reopen_wanted.emit(row.id))
            )
            return
        if _homeless(self._thread):
            self._add_places(column)
        self.reply = PlainText(draft, "secondary", editable=True)
        self.reply.setPlaceholderText(translate("Comparison", "Reply…"))
        self.reply.setFixedHeight(64)
        self.reply.setAccessibleName(translate("Comparison", "Reply"))
        column.addWidget(self.reply)
        send = _button(translate("Comparison", "Send the reply"), self._send)
        settle = Button(translate("Comparison", "Close"), menu_caret=True, size="small", icon="ph.check")
        settle.clicked.connect(lambda: self._outcomes(settle))
        row_layout = QHBoxLayout()
        row_layout.addWidget(send)
        row_layout.addStretch(1)
        row_layout.addWidget(settle)
        column.addLayout(row_layout)
        make_action(
            self, translate("Comparison", "Send the reply"), self._send, key="Ctrl+Return", in_palette=False
        )

    def _add_places(self, column: QVBoxLayout) -> None:
        row, panel = self._thread.row, self._panel
        for number, (start, end) in enumerate(row.candidates, 1):
            words = fill(translate("Comparison", "It belongs to place {n}"), n=number)
            column.addWidget(_button(words, _emitter(panel.candidate_chosen, row.id, start, end)))
        words = translate("Comparison", "Attach to the selection")
        column.addWidget(_button(words, lambda: panel.attach_wanted.emit(row.id)))

    def _send(self) -> None:
        if self.reply is not None and self.reply.toPlainText().strip():
            self._panel.reply_written.emit(self._thread.row.id, self.reply.toPlainText())

    def _outcomes(self, button: QWidget) -> None:
        menu = self.outcome_menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def outcome_menu(self) -> QMenu:
        """How the thread can be settled."""
        return outcome_menu(self, lambda code: self._panel.resolve_wanted.emit(self._thread.row.id, code))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter, now = QPainter(self), theme()
        border = now.accent if self._opened else now.line2
        fill_rounded(painter, QRectF(self.rect()), now.base, 6, border)


class Composer(QWidget):
    """A new thread: the words that it is about, its kind, its text. Ctrl+Enter keeps it, Escape puts it away."""

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        kinds = [(kind.value, _short_kind(kind)) for kind in ThreadKind]
        self.quote = PlainLabel("", "secondary", "text2", wrap=True)
        self.kind = Segmented(kinds, ThreadKind.NOTE.value)
        self.text = PlainText("", "interface", editable=True)
        self.text.setFixedHeight(96)
        self.text.setPlaceholderText(translate("Comparison", "What do you want to say about it?"))
        self.text.setAccessibleName(translate("Comparison", "Text of the annotation"))
        save = make_action(
            self, translate("Comparison", "Save the annotation"), self._save, key="Ctrl+Return"
        )
        cancel = make_action(
            self, translate("Comparison", "Put away"), self.hide, key="Esc", in_palette=False
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(translate("Comparison", "New annotation"), "interface", bold=True))
        for widget in (self.quote, self.kind, self.text):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addWidget(Button.of(save, "primary", size="small"))
        row.addStretch(1)
        row.addWidget(Button.of(cancel, "ghost", size="small"))
        column.addLayout(row)

    def open_for(self, quote: str) -> None:
        """Begins a thread on `quote`; what was typed before is kept."""
        words = " ".join(quote.split())
        self.quote.setText(
            f"«{words[:_LONGEST_QUOTE]}»" if len(words) <= _LONGEST_QUOTE else f"«{words[:150]} …»"
        )
        self.show()
        self.text.setFocus()

    def forget(self) -> None:
        """The thread was kept: empties and hides the form."""
        self.text.clear()
        self.hide()

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


def outcome_menu(owner: QWidget, choose: Callable[[str], object]) -> QMenu:
    """The outcomes that settle a thread."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for outcome in ThreadOutcome:
        menu.addAction(_outcome_name(outcome), _calling(choose, outcome.value))
    return menu


def _calling(choose: Callable[[str], object], code: str) -> Callable[[], None]:
    return lambda: (choose(code), None)[1]


def _emitter(signal: object, *values: int) -> Callable[[], None]:
    return lambda: signal.emit(*values)  # type: ignore[attr-defined]


def _button(words: str, on_click: Callable[[], object]) -> Button:
    made = Button(words, size="small")
    made.clicked.connect(lambda _checked=False: on_click())
    return made


def _quiet(words: str) -> PlainLabel:
    return PlainLabel(words, "secondary", "text2", wrap=True)


def _homeless(thread: PlacedThread) -> bool:
    return thread.row.placement in (Placement.ORPHAN, Placement.AMBIGUOUS) or thread.row.start is None


def _place_notes(thread: PlacedThread) -> list[str]:
    row = thread.row
    if row.status is ThreadStatus.RESOLVED:
        return []
    if row.placement is Placement.AMBIGUOUS:
        return [translate("Comparison", "Two places are about as good; which one is meant?")]
    if row.placement is Placement.ORPHAN:
        if row.lost_in is None:
            return [translate("Comparison", "These words are no longer in the text.")]
        return [
            fill(
                translate("Comparison", "These words were lost in {revision}."),
                revision=revision_name(row.lost_in),
            )
        ]
    if row.placement is Placement.CHANGED:
        sure = digits(round(row.confidence * 100))
        return [
            fill(
                translate("Comparison", "The words changed since; found again with {n}% confidence."), n=sure
            )
        ]
    return []


def _outcome_name(outcome: ThreadOutcome) -> str:
    return {
        ThreadOutcome.APPLIED: translate("Comparison", "Applied"),
        ThreadOutcome.ANSWERED: translate("Comparison", "Answered"),
        ThreadOutcome.DISMISSED: translate("Comparison", "Dismissed"),
    }[outcome]


def _outcome_sentence(outcome: ThreadOutcome | None) -> str:
    name = _outcome_name(outcome) if outcome is not None else ""
    return fill(translate("Comparison", "Closed: {outcome}"), outcome=name)


def _short_kind(kind: ThreadKind) -> str:
    if kind is ThreadKind.SUGGESTION:
        return translate("Comparison", "Wording")
    return kind_name(kind.value)
