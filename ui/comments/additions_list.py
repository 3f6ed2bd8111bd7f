"""The list of what single members of a campaign group wrote beyond the common text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.instruments.campaigns.common_text import AddedWords
from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui.guard import guarded


class AdditionsList(QListWidget):
    """Each addition as plain text with its sender or their number.

    `seen_changed` is emitted when more of them came into view; `opened` for Enter or a double click.
    """

    seen_changed = Signal()
    opened = Signal()

    def __init__(self, sender_of: Callable[[int], str]) -> None:
        super().__init__()
        self._sender_of = sender_of
        self._added: tuple[AddedWords, ...] = ()
        self._seen: set[str] = set()
        self.setObjectName("threads")
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Comments", "What single senders added"))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._look())
        self.itemActivated.connect(lambda _item: self.opened.emit())

    @property
    def unseen(self) -> int:
        """The number of additions that were never in view."""
        return sum(one.text not in self._seen for one in self._added)

    def show_additions(self, added: Sequence[AddedWords], apart: AbstractSet[int]) -> None:
        """Shows the additions; `apart` are the comments that are decided apart."""
        kept = self.currentRow()
        place = self.verticalScrollBar().value()
        self._added = tuple(added)
        self.clear()
        for one in added:
            self.addItem(QListWidgetItem(self._words(one, apart)))
        self.setCurrentRow(min(max(kept, 0), len(added) - 1))
        self.doItemsLayout()
        self.verticalScrollBar().setValue(place)
        self._look()

    def chosen(self) -> tuple[int, ...]:
        """Returns the comments with the selected addition."""
        at = self.currentRow()
        return self._added[at].comments if 0 <= at < len(self._added) else ()

    def _words(self, one: AddedWords, apart: AbstractSet[int]) -> str:
        words = visible_controls(" ".join(one.text.split()))
        if len(one.comments) > 1:
            said = fill(translate("Comments", "{n} comments: {words}"), n=len(one.comments), words=words)
        else:
            name = self._sender_of(one.comments[0])
            said = fill(translate("Comments", "{name}: {words}"), name=name, words=words)
        alone = sum(number in apart for number in one.comments)
        if not alone:
            return said
        return fill(translate("Comments", "{words} — {n} decided apart"), words=said, n=alone)

    def _look(self) -> None:
        """Notes the additions that came into view as a whole."""
        if not self.isVisible():
            return
        shown = self.viewport().rect()
        before = len(self._seen)
        first = self.indexAt(shown.topLeft()).row()
        for at in range(max(first, 0), len(self._added)):
            box = self.visualItemRect(self.item(at))
            if box.top() > shown.bottom():
                break
            # The whole sentence, or the end of one that is higher than the list.
            ends = shown.top() <= box.bottom() <= shown.bottom()
            if ends and (box.top() >= shown.top() or box.height() > shown.height()):
                self._seen.add(self._added[at].text)
        if len(self._seen) != before:
            self.seen_changed.emit()

    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()

    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look()
