"""The page of the coming revision: its changes, its text with each place to decide, its numbers and references."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.repairing import Repair
from desktop_app.instruments.drafting.coming_text import ComingBlock, MarkedRun, PlaceState, RunKind
from desktop_app.wording import digits, fill, translate
from ui.actions import make_action
from ui.comparison.build_list import BuildList, BuildRow
from ui.comparison.building_panel import SaveForm
from ui.comparison.counted_head import CHANGES_WIDTH, CountedHead
from ui.comparison.notice import NoticeStrip
from ui.comparison.place_card import PlaceCard
from ui.comparison.repairs_panel import RepairsPanel
from ui.comparison.run_text import RunText
from ui.comparison.text_pane import TextPane
from ui.guard import guarded
from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.page_head import PageHead
from ui.widgets.painting import hairline, set_margins
from ui.widgets.plain import PlainLabel, tip_text

#: Below this width the corrections are shown instead of the text, by a key.
_WIDE: Final = 1_080


class BuildPage(QWidget):
    """Shows the choices; emits what is decided."""

    #: A place of a change (entry, number), and whether it is refused; a whole change, and whether it is refused.
    place_decided = Signal(int, int, bool)
    change_decided = Signal(int, bool)
    #: Words written in place: entry, number of the place or -1, words.
    written = Signal(int, int, str)
    preview_wanted = Signal()
    summary_wanted = Signal()
    save_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.blocks: tuple[ComingBlock, ...] = ()
        self.current: int | None = None
        self.place: int | None = None
        self._filling = False
        self.list = BuildList()
        self.list_head = CountedHead(translate("Comparison", "Changes"))
        self.pane = TextPane(translate("Comparison", "Coming text"))
        self.card = PlaceCard()
        self.repairs = RepairsPanel()
        self.notice = NoticeStrip("warn")
        self.form = SaveForm()
        self.form.hide()
        self._title = PlainLabel("", "heading", bold=True)
        self._sources = PlainLabel("", "secondary", "text2", elide=True)
        self._kept = PlainLabel("", "secondary", "text2")
        self._make_commands()
        self._lay_out()
        self.list.picked.connect(self._on_picked)
        self.list.toggled.connect(self._toggle)
        self.pane.chosen.connect(self.go_to)
        self.pane.place_chosen.connect(self.go_to)
        self.card.decided.connect(self._decide)
        self.card.written.connect(self._on_written)
        self.card.writing.connect(self._on_writing)
        self.form.confirmed.connect(self.save_wanted)
        self.form.opened.connect(lambda opened: self.repairs.allow(not opened))

    def name(self, title: str, sources: str, revision: str) -> None:
        """Sets the names of the coming revision and of its sources."""
        self._title.setText(title)
        self._sources.setText(sources)
        self.form.name(revision)

    def show_blocks(self, blocks: Sequence[ComingBlock], kept: str, *, afresh: bool) -> None:
        """Shows the coming text. Place and focus stay, unless it is shown `afresh`."""
        self.blocks = tuple(blocks)
        changes = [block for block in self.blocks if block.changed]
        self._fill_list([BuildRow(block) for block in changes])
        taken = sum(block.state is not PlaceState.REFUSED for block in changes)
        self.list_head.show_count(len(changes))
        words = translate("Comparison", "{n} of {total} taken")
        self.list_head.setToolTip(tip_text(fill(words, n=digits(taken), total=digits(len(changes)))))
        self._kept.setText(kept)
        marked = [block.entry for block in self.blocks if block.changed or _numbered(block)]
        if afresh:
            self.card.end()
            self.card.setParent(self)
            self.card.hide()
            self.current = self.place = None
        writing = self.card.field.hasFocus()
        self.pane.show_blocks(self.blocks, marked, afresh=afresh)
        if self.current is None and changes:
            self.go_to(changes[0].entry)
        elif self.current is not None:
            self._show_current()
        if writing and self.card.is_writing:
            self.card.field.setFocus()

    def show_repairs(self, items: Sequence[Repair], *, on: bool) -> None:
        """Shows the corrections, and whether they are applied."""
        self.repairs.show_items(items, on=on)
        self._numbers.setText(
            fill(translate("Comparison", "Numbers and references ({n})"), n=digits(len(items)))
        )

    def go_to(self, entry: int, place: int | None = None) -> None:
        """Makes a provision the current one, and a place in it."""
        block = self._block(entry)
        if block is None or self.card.is_writing:
            return
        self.current = entry
        self.place = place if place is not None else (0 if block.places else None)
        self._show_current()
        self.pane.reveal(entry)
        self._mark_row()

    def _fill_list(self, rows: Sequence[BuildRow]) -> None:
        self._filling = True
        self.list.show_rows(rows)
        self._mark_row()
        self._filling = False

    def _mark_row(self) -> None:
        row = next((n for n, one in enumerate(self.list.rows()) if one.block.entry == self.current), None)
        if row is not None and self.list.currentIndex().row() != row:
            self.list.go_to(row)

    def step(self, by: int) -> None:
        """Goes to the next change (1) or the one before (-1)."""
        changes = [block.entry for block in self.blocks if block.changed]
        if not changes:
            return
        if self.current in changes:
            self.go_to(changes[(changes.index(self.current) + by) % len(changes)])
        else:
            self.go_to(changes[0])

    def step_place(self, by: int) -> None:
        """Goes to the next place of the change, and after its last one to the next change."""
        block = self._block(self.current)
        if block is None or self.place is None or not 0 <= self.place + by < len(block.places):
            self.step(by)
            if by < 0 and (now := self._block(self.current)) is not None and now.places:
                self.go_to(now.entry, len(now.places) - 1)
        else:
            self.go_to(block.entry, self.place + by)

    def open_form(self, summary: str) -> None:
        """Opens the form with the proposed summary."""
        self.form.open_with(summary)

    def set_busy(self, busy: bool) -> None:
        """Disables the page while the revision is being saved."""
        self.setEnabled(not busy)
        if not busy:
            self.form.put_away()

    def words_of(self, block: ComingBlock, place: int | None) -> str:
        """Returns the words that are edited: those that the place has now, or the whole provision."""
        if place is None:
            return block.result
        one = block.places[place]
        if one.state is PlaceState.EDITED:
            return one.written
        return one.old if one.state is PlaceState.REFUSED else one.new

    def _block(self, entry: int | None) -> ComingBlock | None:
        return next((block for block in self.blocks if block.entry == entry), None)

    def _show_current(self) -> None:
        block = self._block(self.current)
        if block is None:
            return
        if self.place is not None and self.place >= len(block.places):
            self.place = 0 if block.places else None
        self.pane.set_current(block.entry, self.place)
        self.card.show_block(block, self.place, self.words_of(block, self.place))
        box = self.pane.boxes.get(block.entry)
        if box is not None and self.card.parent() is not box:
            box.put_card(self.card)

    def _on_picked(self, row: object) -> None:
        if isinstance(row, BuildRow) and not self._filling and row.block.entry != self.current:
            self.go_to(row.block.entry)

    def _toggle(self, entry: int) -> None:
        block = self._block(entry)
        if block is not None:
            self.change_decided.emit(entry, block.state is PlaceState.TAKEN)

    def _toggle_current(self) -> None:
        if self.current is not None:
            self._toggle(self.current)

    def _decide(self, refused: bool) -> None:
        block = self._block(self.current)
        if block is None or not block.changed:
            return
        if self.place is None:
            self.change_decided.emit(block.entry, refused)
        else:
            self.place_decided.emit(block.entry, self.place, refused)

    def _on_written(self, words: str) -> None:
        if self.current is not None:
            self.written.emit(self.current, -1 if self.place is None else self.place, words)
        self.pane.setFocus()

    def _on_writing(self, writing: bool) -> None:
        for action in (self._next_place, self._previous_place, self._back):
            action.setEnabled(not writing)
        self.repairs.allow(not writing and self.form.isHidden())
        if not writing:
            self.pane.setFocus()

    def _on_escape(self) -> None:
        if self.form.isVisible():
            self.form.put_away()
            self.pane.setFocus()
        else:
            self.closed.emit()

    def _show_numbers(self) -> None:
        """Shows the corrections in a narrow window, or the text again."""
        if self.width() >= _WIDE:
            self.repairs.button.setFocus()
            return
        shown = self.repairs.isHidden()
        self.repairs.setVisible(shown)
        (self.repairs.button if shown else self.pane).setFocus()

    def _make_commands(self) -> None:
        make = make_action
        make(self, translate("Comparison", "Next change"), lambda: self.step(1), key="J", more_keys=("F8",))
        make(
            self,
            translate("Comparison", "Previous change"),
            lambda: self.step(-1),
            key="K",
            more_keys=("F7",),
        )
        self._next_place = make(
            self.pane, translate("Comparison", "Next place"), lambda: self.step_place(1), key="Tab"
        )
        self._previous_place = make(
            self.pane, translate("Comparison", "Previous place"), lambda: self.step_place(-1), key="Shift+Tab"
        )
        make(self, translate("Comparison", "Accept the place"), lambda: self._decide(False), key="A")
        make(self, translate("Comparison", "Refuse the place"), lambda: self._decide(True), key="R")
        make(self, translate("Comparison", "Write in place"), self.card.begin, key="E")
        make(
            self.pane, translate("Comparison", "Take or refuse the whole change"), self._toggle_current,
            key="Space",
        )  # fmt: skip
        self._numbers = make(
            self, translate("Comparison", "Numbers and references"), self._show_numbers, key="N"
        )
        make(self, translate("Comparison", "Next column"), self._next_column, key="F6")
        self._compare = make(
            self, translate("Comparison", "Compare with its sources"), self.preview_wanted.emit, key="V"
        )
        self._save = make(
            self,
            translate("Comparison", "Save the revision"),
            self.summary_wanted.emit,
            key="Ctrl+S",
            writes=True,
        )
        self._back = make(self, translate("Comparison", "Back to the comparison"), self._on_escape, key="Esc")

    def _next_column(self) -> None:
        columns = [self.list, self.pane, self.repairs.button]
        at = next((n for n, one in enumerate(columns) if one.hasFocus() or one.isAncestorOf(_focus(self))), 0)
        columns[(at + 1) % len(columns)].setFocus()

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 12, 0, 12, 0)
        row.setSpacing(4)
        self.back_button = Button.of(self._back, "ghost", icon="ph.arrow-right")
        self.compare_button = Button.of(self._compare, icon="ph.columns")
        self.numbers_button = Button.of(self._numbers, icon="ph.hash")
        self.save_button = Button.of(self._save, "primary", icon="ph.check", writes=True)
        row.addWidget(self.back_button)
        row.addWidget(self._title)
        row.addWidget(self._sources, 1)
        row.addWidget(self._kept)
        for button in (self.numbers_button, self.compare_button, self.save_button):
            row.addWidget(button)
        lists = QVBoxLayout()
        lists.setSpacing(0)
        lists.addWidget(self.list_head)
        lists.addWidget(self.list, 1)
        self.legend = _Legend()
        lists.addWidget(self.legend)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.notice)
        texts.addWidget(self.pane, 1)
        texts.addWidget(self.form)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addLayout(lists)
        columns.addLayout(texts, 1)
        columns.addWidget(self.repairs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(columns, 1)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        self.repairs.setVisible(wide)
        self._numbers.setVisible(not wide)
        self.compare_button.setVisible(wide)
        self._sources.setVisible(wide)
        self._kept.setVisible(wide)

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        QPainter(self).fillRect(self.rect(), theme().pane)


class _Legend(QWidget):
    """Explains the two marks that no other page has."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(CHANGES_WIDTH)
        column = QVBoxLayout(self)
        set_margins(column, 18, 8, 12, 8)
        column.setSpacing(4)
        for kind, words in (
            (RunKind.KEPT, translate("Comparison", "a refused deletion")),
            (RunKind.DROPPED, translate("Comparison", "a refused insertion")),
        ):
            column.addWidget(RunText([MarkedRun(words, kind)], "secondary"))

    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().pane)
        hairline(painter, QRectF(self.rect()), top=True)


def _numbered(block: ComingBlock) -> bool:
    """Returns whether a correction of a number or a reference is shown in an unchanged provision."""
    return any(run.kind in (RunKind.DELETED, RunKind.INSERTED) for run in block.runs)


def _focus(page: QWidget) -> QWidget:
    found: QWidget | None = page.window().focusWidget()
    return page if found is None else found
