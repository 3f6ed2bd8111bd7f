"""Keys of acts while petitions are marked: they are about all of those, and never about the selected row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.petitions.vocabulary import Move
from desktop_app.wording import fill, translate
from ui.guard import guarded
from ui.petitions.bulk.bar import MANY

if TYPE_CHECKING:
    from ui.petitions.bulk.desk import BulkDesk
    from ui.petitions.desk.details import DetailsPane


class MarkedKeys(QObject):
    """Takes the keys of acts on one petition, unless they are struck in its details or in a field.

    An act that many have opens its form for all marked petitions; of another one `refused` says why not.
    """

    refused = Signal(str)

    def __init__(self, bulk: BulkDesk, details: DetailsPane, parent: QWidget) -> None:
        super().__init__(parent)
        self._bulk, self._details, self._screen = bulk, details, parent
        self._watching = False
        bulk.marks.changed.connect(self._watch)

    def _watch(self) -> None:
        """Watches the keys while there are marks."""
        application, wanted = QCoreApplication.instance(), self._bulk.marks.count > 0
        if wanted == self._watching or application is None:
            return
        self._watching = wanted
        if wanted:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget) or not self._hears(watched):
            return False
        keys = QKeySequence(event.keyCombination())
        asked = [action for action in self._details.head.actions() if keys in action.shortcuts()]
        if not asked:
            return False
        # An accepted override comes again as a key, and as no shortcut.
        event.accept()
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._ask(asked)
        return True

    def _hears(self, place: QWidget) -> bool:
        if place.window() is not self._screen.window() or not self._screen.isVisible():
            return False
        types = place.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        return not types and place is not self._details and not self._details.isAncestorOf(place)

    def _ask(self, asked: Iterable[QAction]) -> None:
        first, *_ = actions = list(asked)
        acts: dict[QAction, Move | None] = {self._details.labels.ask_action: None}
        moves = self._details.actions_of_moves.moves
        acts |= {moves[move]: move for move in MANY}
        found = next((action for action in actions if action in acts), None)
        if found is not None:
            self._bulk.ask(acts[found])
            return
        words = translate(
            "Bulk", "“{act}” is for one petition, and {count} are marked. Esc takes the marks away."
        )
        self.refused.emit(fill(words, act=first.text(), count=self._bulk.marks.count))
