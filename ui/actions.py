"""Commands of the windows: each with its Latin shortcut, the Persian letter on the same key, and a tooltip.

An action is added to the widget that it belongs to (`QWidget.addAction`). So the command palette finds the
commands of all visible widgets without a registry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.wording import digits, translate
from ui.guard import guarded
from ui.icons import set_icon
from ui.visibility import reach

#: Characters of the standard Persian keyboard (ISIRI 9147, and the older Windows layout where it differs) by
#: key.
PERSIAN_LETTERS: Final[dict[str, str]] = {
    "Q": "ض", "W": "ص", "E": "ث", "R": "ق", "T": "ف", "Y": "غ", "U": "ع", "I": "ه", "O": "خ", "P": "ح",
    "A": "ش", "S": "س", "D": "یي", "F": "ب", "G": "ل", "H": "ا", "J": "ت", "K": "ن", "L": "م",
    "Z": "ظ", "X": "ط", "C": "ز", "V": "ر", "B": "ذ", "N": "د", "M": "پئ",
    "[": "ج", "]": "چ", ";": "ک", "'": "گ", ",": "و",
    "0": "۰", "1": "۱", "2": "۲", "3": "۳", "4": "۴", "5": "۵", "6": "۶", "7": "۷", "8": "۸", "9": "۹",
}  # fmt: skip
_SYMBOLS: Final = {"Return": "↵", "Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_BELONG_TO_FOCUS: Final = frozenset(
    {
        "Return", "Enter", "Esc", "Space", "Tab", "Delete", "Del", "Backspace",
        "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown",
    }
)  # fmt: skip
#: Embeds what follows from left to right, to the end of the text.
_LRE: Final = "\u202a"
#: The context of Qt for names of keys, and what stands there for those that menus show otherwise than `key_label`.
_QT_KEYS: Final = "QShortcut"
_QT_NAMES: Final = {
    "+": " ",
    **{name: f"{_LRE}{name}" for name in ("Ctrl", "Shift", "Alt", "Meta")},
    **_SYMBOLS,
}
#: The contexts of Qt for the menus of its fields.
_QT_FIELDS: Final = ("QLineEdit", "QWidgetTextControl")
#: The contexts of Qt for its file dialog and the kinds of files in it.
_QT_FILES: Final = ("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider")
_PALETTE_PROPERTY: Final = "inCommandPalette"
_WHY_NOT: Final = "whyNot"


@lru_cache
def both_keys(key: str) -> tuple[QKeySequence, ...]:
    """Returns the shortcut `key` ("Ctrl+F", "R") and its equivalents in the Persian layout, the Latin one first."""
    head, plus, last = key.rpartition("+") if not key.endswith("+") else ("", "", key)
    persian = PERSIAN_LETTERS.get(last.upper(), "")
    # Portable: Qt would compare native text with each name of a key, translated.
    portable = QKeySequence.SequenceFormat.PortableText
    return tuple(QKeySequence(text, portable) for text in (key, *(f"{head}{plus}{one}" for one in persian)))


def key_label(key: str) -> str:
    """The shortcut as shown on a key cap: `Ctrl K`, `Ctrl ↵`."""
    parts = [part for part in key.removesuffix("+").split("+") if part]
    if key.endswith("+"):
        parts.append("+")
    return " ".join(_SYMBOLS.get(part, digits(part) if part.isdecimal() else part) for part in parts)


class QtWords(QTranslator):
    """Has Qt name keys in menus as `key_label` does (`Ctrl Shift C`).

    Undoing and files are named in the words of the program; some of its file dialog Qt has in English alone.
    """

    @guarded("")
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        del disambiguation, n
        if context in _QT_FIELDS and source in ("&Undo", "&Redo"):
            return translate("Window", "&Undo") if source == "&Undo" else translate("Window", "&Redo")
        if context in _QT_FILES:
            return _file_words(source)  # type: ignore[return-value]
        # Nothing leaves the text to the next translator, which empty words would not.
        return _QT_NAMES.get(source, source) if context == _QT_KEYS else None  # type: ignore[return-value]


def _file_words(source: str) -> str | None:
    """Returns a text of Qt's file dialog in the words of the program; None for one that it has itself."""
    words = {
        "&Look in:": translate("Files", "&Look in:"),
        "File &name:": translate("Files", "File &name:"),
        "Files of &type:": translate("Files", "Files of &type:"),
        "All Files (*)": translate("Files", "All files (*)"),
        "Show &hidden files": translate("Files", "Show &hidden files"),
        "Computer": translate("Files", "This computer"),
        "Create Folder": translate("Files", "New folder"),
        "Drive": translate("Files", "Drive"),
        "Folder": translate("Files", "Folder"),
        "File Folder": translate("Files", "Folder"),
        "File": translate("Files", "File"),
        "%1 File": translate("Files", "%1 file"),
        "Shortcut": translate("Files", "Shortcut"),
        "Unknown": translate("Files", "Unknown"),
    }
    return words.get(source)


def make_action(
    owner: QWidget,
    text: str,
    on_triggered: Callable[[], object],
    *,
    key: str | None = None,
    more_keys: Iterable[str] = (),
    icon: str | None = None,
    in_palette: bool = True,
    everywhere: bool | None = None,
    writes: bool = False,
) -> QAction:
    """Adds a command to `owner`; `text` is already translated.

    Its shortcuts work while `owner` is visible, wherever the focus is in the window; input fields keep their
    letters. Keys without modifiers that move, press or submit (arrows, Space, Enter, Esc ...) belong to the
    focused widget. So they only work while the focus is inside `owner`. `everywhere` overrides that.
    `in_palette=False` omits the command from the command palette. A command that `writes` to the database is
    refused with a message while it is unreachable.
    """
    action = QAction(text, owner)
    if key is not None:
        sequences = list(both_keys(key))
        for another in more_keys:
            sequences.extend(both_keys(another))
        action.setShortcuts(sequences)
    action.setToolTip(tip(text, key))
    if icon is not None:
        set_icon(action, icon)
    if everywhere is None:
        everywhere = key is None or key.rpartition("+")[2] not in _BELONG_TO_FOCUS
    context = Qt.ShortcutContext
    action.setShortcutContext(context.WindowShortcut if everywhere else context.WidgetWithChildrenShortcut)
    action.setProperty(_PALETTE_PROPERTY, in_palette)

    def trigger() -> None:
        if writes and reach().away:
            reach().refused.emit()
        else:
            on_triggered()

    action.triggered.connect(lambda _checked=False: trigger())
    owner.addAction(action)
    return action


def tip(text: str, key: str | None = None) -> str:
    """A tooltip with the shortcut: «ارجاع (R)»; the shortcut is isolated, so that it is never reordered."""
    return text if key is None else f"{text} (\u2066{key_label(key)}\u2069)"


def key_of(action: QAction) -> str:
    """The Latin shortcut of an action as text (`Ctrl+K`), or an empty string."""
    sequences = action.shortcuts()
    return sequences[0].toString(QKeySequence.SequenceFormat.PortableText) if sequences else ""


def refuse(action: QAction, why: str) -> None:
    """Sets the reason why a command is unavailable, for the command palette, even if it is shown nowhere else.

    It cannot be reset.
    """
    action.setProperty(_WHY_NOT, why)


def why_not(action: QAction) -> str:
    """Returns why a command is unavailable, or an empty string."""
    return str(action.property(_WHY_NOT) or "")


def commands(*places: QWidget) -> list[QAction]:
    """Returns the commands of `places` and their visible children without duplicates, for the command palette.

    Includes unavailable commands with a reason.
    """
    found: dict[int, QAction] = {}
    for place in places:
        for widget in (place, *place.findChildren(QWidget)):
            if widget is place or widget.isVisibleTo(place):
                for action in widget.actions():
                    offered = action.isVisible() or bool(why_not(action))
                    if action.property(_PALETTE_PROPERTY) and offered and action.text():
                        found.setdefault(id(action), action)
    return list(found.values())
