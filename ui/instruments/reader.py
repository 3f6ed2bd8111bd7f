"""Shows the text of a revision with its outline, and steps to the previous or next revision."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.instruments.drafting.outline import OutlineEntry, outline
from desktop_app.instruments.drafting.revisions import RevisionText
from desktop_app.instruments.drafting.service import InstrumentDetail
from desktop_app.persian.dates import long_date, tehran_day
from desktop_app.wording import fill, translate
from ui.actions import make_action
from ui.instruments.outlined_text import OutlinedText
from ui.instruments.words import left_out_sentence, revision_name
from ui.signals import ID
from ui.widgets.button import Button, IconButton
from ui.widgets.page_head import PageHead
from ui.widgets.painting import set_margins
from ui.widgets.plain import PlainLabel

if TYPE_CHECKING:
    from desktop_app.services import InstrumentsServices


@dataclass(frozen=True, slots=True)
class OpenedRevision:
    """A revision with its outline, loaded on a worker thread."""

    detail: InstrumentDetail
    revision: RevisionText
    entries: tuple[OutlineEntry, ...]


def open_revision(services: InstrumentsServices, detail: InstrumentDetail, number: int) -> OpenedRevision:
    """Loads a revision. Raises `NotFoundError`."""
    revision = services.drafting.revision(detail.row.id, number)
    return OpenedRevision(detail, revision, outline(revision.text))


class Reader(QWidget):
    """The reading page; Escape returns to the list."""

    closed = Signal()
    revision_wanted = Signal(ID)
    compare_wanted = Signal(ID, ID)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenedRevision | None = None
        self.title = PlainLabel("", "heading", bold=True, elide=True)
        self.about = PlainLabel("", "secondary", "text2")
        self.left_out = PlainLabel("", "secondary", "warn", wrap=True)
        self.left_out.setContentsMargins(16, 6, 16, 6)
        self.body = OutlinedText()
        self._back = IconButton("ph.arrow-left", translate("Instruments", "Back to the list"), key="Esc")
        self._back.clicked.connect(self.closed)
        self.earlier = Button(translate("Instruments", "Earlier revision"), icon="ph.caret-left")
        self.later = Button(translate("Instruments", "Later revision"), icon="ph.caret-right")
        self.compare = Button(translate("Instruments", "Compare with the one before"), icon="ph.columns")
        self.earlier.clicked.connect(lambda: self._step(-1))
        self.later.clicked.connect(lambda: self._step(1))
        self.compare.clicked.connect(self._on_compare)
        make_action(self, translate("Instruments", "Back to the list"), self.closed.emit, key="Esc")
        for text, key, act in (
            (translate("Instruments", "Earlier revision"), "[", lambda: self._step(-1)),
            (translate("Instruments", "Later revision"), "]", lambda: self._step(1)),
            (translate("Instruments", "Compare with the one before"), "C", self._on_compare),
        ):
            make_action(self, text, act, key=key)
        self._lay_out()

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
        self.body.show_text(revision.text, opened.entries)
        self.body.text.setFocus()

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

    def _lay_out(self) -> None:
        head = PageHead()
        row = QHBoxLayout(head)
        set_margins(row, 8, 0, 12, 0)
        row.setSpacing(8)
        row.addWidget(self._back)
        row.addWidget(self.title, 1)
        row.addWidget(self.about)
        row.addSpacing(8)
        for button in (self.earlier, self.later, self.compare):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.left_out)
        column.addWidget(self.body, 1)
