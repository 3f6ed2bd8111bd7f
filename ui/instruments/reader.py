"""Shows the text of a revision, well set, with its outline and annotations; steps to the previous or next
revision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.comparison.result import SideName
from desktop_app.comparison.typesetting import TextBlock, typeset
from desktop_app.instruments.drafting.outline import OutlineEntry, outline
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.instruments.vocabulary import ThreadStatus
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.wording import fill, translate
from desktop_app.wording.labels import revision_name
from ui.actions import make_action
from ui.annotations.annotating import Annotating
from ui.annotations.placed import AnnotatedTexts, PlacedThread, load_threads
from ui.annotations.thread_words import is_homeless
from ui.annotations.threads_panel import ThreadsPanel
from ui.annotations.walking import walking_commands
from ui.guard import guarded
from ui.instruments.outlined_text import OutlinedText
from ui.instruments.reading_bars import ReadingFoot, ReadingHead
from ui.instruments.words import left_out_sentence
from ui.signals import ID
from ui.widgets.button import Button, IconButton
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel
from ui.workplace import Workplace

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices

#: Below this width the outline gives way to the list of annotations.
_LEAST_WITH_BOTH: Final = 1000


@dataclass(frozen=True, slots=True)
class OpenedRevision:
    """A revision with its outline, blocks and threads, loaded on a worker thread."""

    detail: InstrumentDetail
    revision: RevisionText
    entries: tuple[OutlineEntry, ...]
    blocks: tuple[TextBlock, ...]
    annotated: AnnotatedTexts


def open_revision(services: InstrumentsServices, detail: InstrumentDetail, number: int) -> OpenedRevision:
    """Loads a revision. Raises `NotFoundError`."""
    from desktop_app.comparison.engine import compare_texts  # noqa: PLC0415 - rapidfuzz and numpy, 100 ms

    instrument = detail.row.id
    revision = services.drafting.revision(instrument, number)
    # Threads are placed on compared texts; a text that is compared with itself has all of its provisions.
    annotated = AnnotatedTexts(
        detail.row.title,
        compare_texts(revision.text, revision.text),
        (instrument, number, number),
        load_threads(services, instrument, number, number),
    )
    return OpenedRevision(detail, revision, outline(revision.text), typeset(revision.text), annotated)


class Reader(QWidget):
    """The reading page; Escape returns to the list."""

    closed = Signal()
    revision_wanted = Signal(ID)
    compare_wanted = Signal(ID, ID)
    #: A message about what was done with an annotation, and its undo (a callable, or None).
    said = Signal(str, object)

    def __init__(self, workplace: Workplace[InstrumentsServices], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenedRevision | None = None
        self._threads: tuple[PlacedThread, ...] = ()
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.about = PlainLabel("", "secondary", "text2")
        self.left_out = PlainLabel("", "secondary", "warn", wrap=True)
        self.left_out.setContentsMargins(16, 6, 16, 6)
        self.body = OutlinedText()
        self.threads = ThreadsPanel(workplace.unfinished)
        self.threads.hide()
        self.annotating = Annotating(self, workplace, self.body.text, self.threads)
        self._back = IconButton("ph.arrow-left", translate("Instruments", "Back to the list"), key="Esc")
        self._back.clicked.connect(self.closed)
        earlier, later, compare = (
            translate("Instruments", "Earlier revision"),
            translate("Instruments", "Later revision"),
            translate("Instruments", "Compare with the one before"),
        )
        self.earlier = IconButton("ph.caret-left", earlier, key="[")
        self.later = IconButton("ph.caret-right", later, key="]")
        self.compare = Button(translate("Instruments", "Compare"), icon="ph.columns", key="C")
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.compare.clicked.connect(self._on_compare)
        # Not of the whole page: in the list of annotations, Escape closes a form.
        make_action(self.body, translate("Instruments", "Back to the list"), self._escape, key="Esc")
        for text, key, act in (
            (earlier, "[", lambda: self._step(-1)),
            (later, "]", lambda: self._step(1)),
            (compare, "C", self._on_compare),
        ):
            make_action(self, text, act, key=key)
        self.annotate, walk = self._thread_commands()
        self.head = ReadingHead()
        self.foot = ReadingFoot(walk)
        self._lay_out()
        self._wire()

    def show_revision(self, opened: OpenedRevision) -> None:
        """Shows a revision from its start."""
        self.opened = opened
        revision = opened.revision
        self.title.setText(opened.detail.row.title)
        words = translate("Instruments", "{revision}, {day}, {name}")
        self.about.setText(
            fill(
                words,
                revision=revision_name(revision.number),
                day=long_date(tehran_day(revision.created_at)),
                name=revision.author_name,
            )
        )
        sentence = left_out_sentence(revision.not_compared, (part.kind for part in revision.parts))
        self.left_out.setText(sentence)
        self.left_out.setVisible(bool(sentence))
        numbers = [row.number for row in opened.detail.revisions]
        self.earlier.setEnabled(revision.number > numbers[0])
        self.later.setEnabled(revision.number < numbers[-1])
        self.compare.setEnabled(revision.number > numbers[0])
        self.head.forget()
        self.body.show_text(revision.text, opened.entries, opened.blocks, threads=True)
        self.annotating.show_loaded(opened.annotated)
        self.body.text.setFocus()

    def show_thread(self, thread: int) -> None:
        """Goes to a thread, or opens it in the list if it has no place in this text."""
        if any(placed.row.id == thread and placed.side is not None for placed in self._threads):
            self.body.text.set_active_thread(thread, scroll=True)
        else:
            self.annotating.open_thread(thread)

    def _escape(self) -> None:
        """Removes the selection, then leaves the active thread, then returns to the list."""
        if not self.body.text.put_away():
            self.closed.emit()

    # Threads

    def _thread_commands(self) -> tuple[QAction, list[tuple[str, str]]]:
        """Creates the commands for annotations; returns the one that writes, and those that walk with their keys."""
        text = self.body.text
        annotate = make_action(
            self,
            translate("Instruments", "New annotation"),
            self._annotate,
            key="N",
            icon="ph.note-pencil",
            writes=True,
        )
        walk = (
            (translate("Instruments", "Next"), "J", lambda: text.step_thread(1)),
            (translate("Instruments", "Previous"), "K", lambda: text.step_thread(-1)),
            (
                translate("Instruments", "Next of this kind"),
                "Shift+J",
                lambda: text.step_thread(1, alike=True),
            ),
            (translate("Instruments", "List"), "H", self.annotating.toggle_list),
        )
        for name, key, act in (
            *walk,
            (
                translate("Instruments", "Previous of this kind"),
                "Shift+K",
                lambda: text.step_thread(-1, alike=True),
            ),
            (translate("Comparison", "Text in words"), "Ctrl+Shift+R", text.toggle_words),
        ):
            make_action(self, name, act, key=key)
        walking_commands(self, self.annotating)
        return annotate, [(name, key) for name, key, _act in walk]

    def _annotate(self) -> None:
        """Begins a thread on the selection, or else on the provision at the top of the text."""
        text = self.body.text
        chosen = text.selection() or self._provision_in_front()
        if chosen is not None:
            self.annotating.begin(*chosen)

    def _provision_in_front(self) -> tuple[SideName, int, int] | None:
        entry = self.body.outline.current()
        if entry is None or self.opened is None:
            return None
        place = self.opened.annotated.comparison.place_at("new", entry.start)
        return None if place is None else ("new", place.start, place.end)

    def _on_threads(self, threads: Sequence[PlacedThread]) -> None:
        self._threads = tuple(threads)
        placed = [thread for thread in self._open_ones() if thread.side is not None]
        self.head.show_threads(thread.row.kind.value for thread in placed)
        self.body.show_kinds((thread.start, thread.row.kind.value) for thread in placed)
        self.foot.show_orphans(sum(is_homeless(thread) for thread in threads))
        self._on_active(self.body.text.shown.active_thread)

    def _open_ones(self) -> list[PlacedThread]:
        found = [thread for thread in self._threads if thread.row.status is ThreadStatus.OPEN]
        return sorted(found, key=lambda thread: (thread.start, thread.end, thread.row.id))

    def _on_active(self, thread: object) -> None:
        placed = [one.row.id for one in self._open_ones() if one.side is not None]
        self.foot.show_position(placed.index(thread) if thread in placed else None, len(placed))

    def _show_orphans(self) -> None:
        orphan = next((thread for thread in self._threads if is_homeless(thread)), None)
        if orphan is not None:
            self.annotating.open_thread(orphan.row.id)

    def _on_entry(self, entry: OutlineEntry | None) -> None:
        if entry is None:
            self.head.show_place()
            return
        above = next(
            (
                one
                for one in reversed(self.body.outline.rows())
                if one.start < entry.start and one.depth < entry.depth
            ),
            None,
        )
        self.head.show_place(above.label if above is not None else "", entry.label or entry.heading)

    # Revisions

    def _step(self, step: int) -> None:
        if self.opened is None:
            return
        numbers = [row.number for row in self.opened.detail.revisions]
        at = numbers.index(self.opened.revision.number) + step
        if 0 <= at < len(numbers):
            self.revision_wanted.emit(numbers[at])

    def _on_compare(self) -> None:
        if self.opened is None:
            return
        numbers = [row.number for row in self.opened.detail.revisions]
        at = numbers.index(self.opened.revision.number)
        if at:
            self.compare_wanted.emit(numbers[at - 1], numbers[at])

    # Layout

    def _wire(self) -> None:
        text = self.body.text
        self.annotating.done.connect(self.said)
        self.annotating.shown.connect(self._on_threads)
        text.copied.connect(lambda words: self.said.emit(words, None))
        text.active_changed.connect(self._on_active)
        self.body.entry_changed.connect(self._on_entry)
        self.head.kinds_chosen.connect(text.show_kinds)
        self.foot.orphans_wanted.connect(self._show_orphans)
        self.threads.turned.connect(self._arrange)

    def _arrange(self) -> None:
        """Gives the room of the cards to the list of annotations while it is shown."""
        listed = not self.threads.isHidden()
        self.body.text.show_margin(not listed)
        self.body.aside.setVisible(not listed or self.width() >= _LEAST_WITH_BOTH)

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self.title, 1)
        row.addWidget(self.about)
        row.addWidget(self.earlier)
        row.addWidget(self.later)
        row.addSpacing(8)
        row.addWidget(self.compare)
        row.addWidget(Button.of(self.annotate, icon="ph.note-pencil", writes=True))
        self.body.middle.insertWidget(0, self.head)
        self.body.middle.addWidget(self.foot)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.body, 1)
        beside.addWidget(self.threads)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.left_out)
        column.addLayout(beside, 1)
