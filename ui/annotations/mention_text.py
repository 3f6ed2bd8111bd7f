"""A text box in which `@` and the beginning of a name offers the names of colleagues."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QWidget

from desktop_app.persian.text import visible_controls
from desktop_app.wording import fill, translate
from ui.annotations.mentions import TypedName, mentioned, name_being_typed, names_for
from ui.guard import guarded
from ui.lines import code_points, utf16_units
from ui.theme_tokens import FontRole
from ui.widgets.plain import PlainText
from ui.widgets.refusal import RefusalCard

#: Keys of the list while it is open.
_OF_LIST: Final = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape}
)
_WIDTH: Final = 220
#: Between the line and the list, in pixels.
_GAP: Final = 4


class MentionText(PlainText):
    """Completes names after an `@`; Up and Down choose, Enter or Tab inserts, Escape closes the list."""

    def __init__(self, text: str = "", role: FontRole = "interface", parent: QWidget | None = None) -> None:
        super().__init__(text, role, editable=True, parent=parent)
        self._staff: tuple[tuple[int, str], ...] = ()
        self._offered: list[tuple[int, str]] = []
        #: The persons who were chosen from the list, by name.
        self._chosen: dict[str, int] = {}
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        #: The list of names; made when names are offered first, because it is a window of its own.
        self._list: QAbstractItemView | None = None
        self._refusal = RefusalCard()
        #: The text about which the person was told that a name in it is not complete.
        self._told = ""
        self.completer.activated.connect(self._insert)
        self.textChanged.connect(self._offer)

    def offer_staff(self, staff: tuple[tuple[int, str], ...]) -> None:
        """Sets the persons who can be mentioned: id and name."""
        self._staff = staff

    def mentions(self) -> tuple[int, ...]:
        """Returns the ids of the persons whom the text mentions."""
        return mentioned(self.toPlainText(), self._staff, self._chosen)

    def is_ready(self) -> bool:
        """Whether the text may be sent: no name is half typed at the caret, or the person was told so of this text.

        Otherwise tells the person, and offers the names again.
        """
        typed, text = self._typed(), self.toPlainText()
        half = typed is not None and typed.words.strip() and names_for(typed.words, self._staff)
        if typed is None or not half or text == self._told:
            return True
        self._told = text
        words = translate(
            "Comparison",
            "“@{words}” names nobody yet: choose a name from the list. Ctrl ↵ once more saves it as it is.",
        )
        self._refusal.show_below(self, fill(words, words=visible_controls(typed.words)))
        self._offer()
        return False

    def _typed(self) -> TypedName | None:
        text = self.toPlainText()
        return name_being_typed(text, code_points(text, self.textCursor().position()))

    def _offer(self) -> None:
        """Shows the names that fit what is typed, or closes the list."""
        typed = self._typed() if self.hasFocus() else None
        self._offered = names_for(typed.words, self._staff) if typed is not None else []
        if not self._offered:
            self._hide_list()
            return
        self._names.setStringList([name for _number, name in self._offered])
        shown = self._list or self.completer.popup()
        assert shown is not None
        if self._list is None:
            # Named before it is shown first: the style sheet gives it the border of a popup.
            shown.setObjectName("popup")
            shown.setAccessibleName(translate("Comparison", "Colleagues to mention"))
            self._list = shown
        # Below the line that is being typed, in the coordinates of this widget.
        place = self.cursorRect().translated(self.viewport().pos())
        self.completer.complete(QRect(place.left() - _WIDTH // 2, place.top(), _WIDTH, place.height() + _GAP))
        shown.setCurrentIndex(self._names.index(0))

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _insert(self, name: str) -> None:
        """Replaces the typed beginning by a name."""
        typed = self._typed()
        if typed is None:
            return
        self._chosen[name] = next((number for number, known in self._offered if known == name), 0)
        text, cursor = self.toPlainText(), self.textCursor()
        cursor.setPosition(utf16_units(text[: typed.start]))
        cursor.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{name} ")
        self.setTextCursor(cursor)
        self._hide_list()

    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            self._list is not None
            and self._list.isVisible()
            and Qt.Key(event.key()) in _OF_LIST
            and not event.modifiers()
        ):
            # The list has seen it first.
            event.ignore()
            return
        super().keyPressEvent(event)

    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._hide_list()
